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
	"slices"
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
		switch {
		case picture.Drawing != nil:
			write = func(out *file, _ []byte) (int, error) { return writeDrawing(out, picture.Drawing), nil }
		case picture.Type == "image/jpeg":
			write = writeJPEG
		case p.doc.Parts[picture.Part].Role == page.Logo:
			write = writeLogo
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
	if number, done := passPNG(out, data, ""); done {
		return number, nil
	}
	return writeParted(out, data, writeOpaque)
}

// writeLogo puts the PNG of a logo into the file: one that is shaded throughout, as a coat of
// arms is, with the colours of a JPEG where those take less than half the room.
func writeLogo(out *file, data []byte) (int, error) {
	return writeParted(out, data, func(out *file, opaque image.Image, entries string) (int, error) {
		dots, shaded := opaque.(*image.NRGBA)
		if !shaded {
			return writeOpaque(out, opaque, entries)
		}
		var b bytes.Buffer
		same := &image.RGBA{Pix: dots.Pix, Stride: dots.Stride, Rect: dots.Rect} // what the encoder is quick with
		for _, quality := range logoQualities {
			b.Reset()
			if err := jpeg.Encode(&b, same, &jpeg.Options{Quality: quality}); err != nil {
				return 0, err
			}
			if b.Len() <= logoRoom {
				break
			}
		}
		if 2*b.Len() > len(data) {
			return writeOpaque(out, opaque, entries)
		}
		return out.stream(form(dots.Rect.Dx(), dots.Rect.Dy(), "/DeviceRGB", 8)+" /Filter /DCTDecode"+entries, b.Bytes()), nil
	})
}

// logoQualities are those of the JPEG, of 100: the first is taken that needs no more than
// logoRoom, with which a page stays under 40 KB, or else the last.
var logoQualities = [...]int{85, 75, 65}

const logoRoom = 11 << 10

// writeParted puts a PNG into the file as its mask, where it has one, and its colours.
func writeParted(out *file, data []byte, write func(*file, image.Image, string) (int, error)) (int, error) {
	decoded, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return 0, err
	}
	colours, mask := parted(decoded)
	if mask == nil {
		return write(out, colours, "")
	}
	size := colours.Bounds().Size()
	number := out.stream(form(size.X, size.Y, "/DeviceGray", 8)+" /Filter /FlateDecode", deflate(mask))
	return write(out, colours, fmt.Sprintf(" /SMask %d 0 R", number))
}

// parted returns the colours of a picture, with a palette where it has one, and how much of
// each dot is seen; nil where that is all. What is not seen has the colour of what is before
// it: it costs no room so, and where a reader draws the picture smaller, no other colour shows
// at its edges.
func parted(decoded image.Image) (colours image.Image, mask []byte) {
	bounds := decoded.Bounds()
	if p, is := decoded.(*image.Paletted); is {
		return partedPalette(p)
	}
	dots := image.NewNRGBA(bounds)
	draw.Draw(dots, bounds, decoded, bounds.Min, draw.Src)
	if !dots.Opaque() {
		mask = make([]byte, len(dots.Pix)/4)
		for i := range mask {
			mask[i] = dots.Pix[4*i+3]
		}
	}
	before := []byte{0xff, 0xff, 0xff}
	for i := 0; i < len(dots.Pix); i += 4 {
		if dots.Pix[i+3] > 0 {
			before = dots.Pix[i : i+3]
		}
		copy(dots.Pix[i:], before)
		dots.Pix[i+3] = 0xff
	}
	return dots, mask
}

// partedPalette parts a picture with a palette. Colours that differ in how much of them is
// seen are one.
func partedPalette(p *image.Paletted) (colours *image.Paletted, mask []byte) {
	colours = image.NewPaletted(p.Rect, nil)
	var alphas, indexes [256]byte
	for i, c := range p.Palette {
		ink := color.NRGBAModel.Convert(c).(color.NRGBA)
		alphas[i], ink.A = ink.A, 0xff
		at := slices.Index(colours.Palette, color.Color(ink))
		if at < 0 {
			at = len(colours.Palette)
			colours.Palette = append(colours.Palette, ink)
		}
		indexes[i] = byte(at) //nolint:gosec // under 256
	}
	mask = make([]byte, len(p.Pix))
	before, opaque := byte(0), true
	for i, index := range p.Pix {
		mask[i] = alphas[index]
		opaque = opaque && mask[i] == 0xff
		if mask[i] > 0 {
			before = indexes[index]
		}
		colours.Pix[i] = before
	}
	if opaque {
		mask = nil
	}
	return colours, mask
}

// writeOpaque puts a picture that is not seen through into the file, packed as a PNG is.
func writeOpaque(out *file, opaque image.Image, entries string) (int, error) {
	var b bytes.Buffer
	if err := png.Encode(&b, opaque); err != nil {
		return 0, err
	}
	number, _ := passPNG(out, b.Bytes(), entries)
	return number, nil
}

// passPNG writes the packed dots of a PNG that has no transparency, at most 8 bits a
// colour, and its lines in order; false where it is not one. Entries are further ones of
// its dictionary.
func passPNG(out *file, data []byte, entries string) (number int, done bool) {
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
		"%s /Filter /FlateDecode /DecodeParms <</Predictor 15 /Colors %d /BitsPerComponent %d /Columns %d>>%s",
		form(width, height, space, depth), colours, depth, width, entries), chunks["IDAT"]), true
}
