package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"strings"

	"communique/export/page"
)

// Pictures are written here and not by fpdf, which puts those of one width into the file
// in any order, and so gives one document different bytes.

// pictures are those of one document, each once, in the order of their first use.
type pictures struct {
	list  []page.Picture
	names map[[sha256.Size]byte]string // by what is in the file
}

// name is what a picture is called in the pages' resources.
func (s *pictures) name(p page.Picture) string {
	sum := sha256.Sum256(p.Data)
	name, known := s.names[sum]
	if !known {
		s.list = append(s.list, p)
		name = fmt.Sprintf("Im%d", len(s.list))
		if s.names == nil {
			s.names = map[[sha256.Size]byte]string{}
		}
		s.names[sum] = name
	}
	return name
}

// picture draws a picture.
func (p *painter) picture(picture page.Picture) {
	p.within(picture.Part, "", box{picture.X, picture.Y, picture.X + picture.Width, picture.Y + picture.Height})
	p.out = append(p.out, "q "...)
	p.numbers(picture.Width, 0, 0, picture.Height, picture.X, p.y(picture.Y+picture.Height))
	p.out = fmt.Appendf(p.out, "cm /%s Do Q\n", p.pictures.name(picture))
}

// addPictures puts the pictures into the file and returns how the resources name them.
func (p *painter) addPictures(out *file) (string, error) {
	var list strings.Builder
	for _, picture := range p.pictures.list {
		write := writePNG
		if picture.Type == "image/jpeg" {
			write = writeJPEG
		}
		number, err := write(out, picture.Data)
		if err != nil {
			return "", fmt.Errorf("picture: %w", err)
		}
		fmt.Fprintf(&list, "/%s %d 0 R ", p.pictures.name(picture), number)
	}
	return list.String(), nil
}

// form is what a picture's object says of its dots.
func form(width, height int, space string, depth int) string {
	return fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace %s /BitsPerComponent %d", width, height, space, depth)
}

var errInks = errors.New("a JPEG in the inks of a press")

// writeJPEG puts a JPEG into the file as it is.
func writeJPEG(out *file, data []byte) (int, error) {
	config, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return 0, err
	}
	space := "/DeviceRGB"
	switch config.ColorModel {
	case color.GrayModel:
		space = "/DeviceGray"
	case color.CMYKModel:
		return 0, errInks
	}
	return out.stream(form(config.Width, config.Height, space, 8)+" /Filter /DCTDecode", data), nil
}

// writePNG puts a PNG into the file: its packed dots as they are where PDF has their
// form (ISO 32000-1, 7.4.4.4), otherwise as colours and a mask.
func writePNG(out *file, data []byte) (int, error) {
	if number, done := passPNG(out, data); done {
		return number, nil
	}
	decoded, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return 0, err
	}
	size := decoded.Bounds().Size()
	dots := image.NewNRGBA(image.Rectangle{Max: size})
	draw.Draw(dots, dots.Rect, decoded, decoded.Bounds().Min, draw.Src)
	colours, mask := make([]byte, 0, 3*size.X*size.Y), make([]byte, 0, size.X*size.Y)
	for i := 0; i < len(dots.Pix); i += 4 {
		colours, mask = append(colours, dots.Pix[i:i+3]...), append(mask, dots.Pix[i+3])
	}
	entries := form(size.X, size.Y, "/DeviceRGB", 8) + " /Filter /FlateDecode"
	if !dots.Opaque() {
		number := out.stream(form(size.X, size.Y, "/DeviceGray", 8)+" /Filter /FlateDecode", deflate(mask))
		entries += fmt.Sprintf(" /SMask %d 0 R", number)
	}
	return out.stream(entries, deflate(colours)), nil
}

// passPNG writes the packed dots of a PNG that has no transparency, at most 8 bits a
// colour, and its lines in order; false where it is not one.
func passPNG(out *file, data []byte) (number int, done bool) {
	const signature, header = 8, 13
	chunks := map[string][]byte{}
	for at := signature; at+12 <= len(data); {
		length := int(binary.BigEndian.Uint32(data[at:]))
		if length > len(data)-at-12 {
			return 0, false
		}
		name := string(data[at+4 : at+8])
		chunks[name] = append(chunks[name], data[at+8:at+8+length]...)
		at += 12 + length
	}
	head, palette := chunks["IHDR"], chunks["PLTE"]
	if len(head) != header || head[8] > 8 || head[12] != 0 || chunks["tRNS"] != nil {
		return 0, false
	}
	space, colours := "/DeviceGray", 1
	switch head[9] {
	case 0:
	case 2:
		space, colours = "/DeviceRGB", 3
	case 3:
		space = fmt.Sprintf("[/Indexed /DeviceRGB %d <%x>]", len(palette)/3-1, palette)
	default: // with transparency
		return 0, false
	}
	width, height, depth := int(binary.BigEndian.Uint32(head)), int(binary.BigEndian.Uint32(head[4:])), int(head[8])
	return out.stream(fmt.Sprintf(
		"%s /Filter /FlateDecode /DecodeParms <</Predictor 15 /Colors %d /BitsPerComponent %d /Columns %d>>",
		form(width, height, space, depth), colours, depth, width), chunks["IDAT"]), true
}
