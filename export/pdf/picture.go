package pdf

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/draw"
	"image/png"

	"github.com/go-pdf/fpdf"

	"communique/export/page"
)

// picture draws a picture under a name that is its own, so that fpdf puts it into
// the file once: a JPEG as it is, a PNG with its dots packed as they are.
func (p *painter) picture(f *fpdf.Fpdf, n int, picture page.Picture) error {
	data, options := picture.Data, fpdf.ImageOptions{ImageType: "JPG"}
	if picture.Type == "image/png" {
		options.ImageType = "PNG"
		var err error
		if data, err = plainPNG(data); err != nil {
			return err
		}
	}
	name := fmt.Sprintf("%x", sha256.Sum256(data))
	bounds := box{picture.X, picture.Y, picture.X + picture.Width, picture.Y + picture.Height}
	f.RegisterImageOptionsReader(name, options, bytes.NewReader(data))
	f.RawWriteStr(fmt.Sprintf("/Figure <</MCID %d>> BDC", p.mark(n, picture.Part, "", bounds)))
	f.ImageOptions(name, picture.X, picture.Y, picture.Width, picture.Height, false, options, 0, "")
	f.RawWriteStr("EMC")
	return nil
}

// plainPNG writes a PNG anew where fpdf cannot take it as it is: with 16 bits a colour,
// or with a palette whose colours can be seen through.
func plainPNG(data []byte) ([]byte, error) {
	const depth, colourType, palette = 24, 25, 3
	if len(data) <= colourType || data[depth] != 16 && (data[colourType] != palette || !bytes.Contains(data, []byte("tRNS"))) {
		return data, nil
	}
	decoded, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	plain := image.NewNRGBA(image.Rectangle{Max: decoded.Bounds().Size()})
	draw.Draw(plain, plain.Bounds(), decoded, decoded.Bounds().Min, draw.Src)
	var b bytes.Buffer
	err = png.Encode(&b, plain)
	return b.Bytes(), err
}
