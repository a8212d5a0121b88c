package exporttest

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
)

// Secrets are what a Photograph's file says beside its picture; no byte of them may
// leave the office. The last two are its caption and author.
var Secrets = []string{"SecretCamera", "SecretArtist", "SecretPlace", "SecretEditor", "SecretRemark", "SecretTail", "SecretCopy", "SecretCaption", "SecretPhotographer"}

// Photograph returns a JPEG file as cameras write them: a picture with a red corner top
// left, green top right, blue below the red, lying as EXIF numbers it, and with all
// Secrets in its file.
func Photograph(width, height, orientation int) []byte {
	var buf bytes.Buffer
	if err := jpeg.Encode(&buf, corners(width, height), &jpeg.Options{Quality: 95}); err != nil {
		panic(err)
	}
	file := []byte{0xff, 0xd8}
	for _, s := range []struct {
		marker  byte
		content string
	}{
		{0xe1, "Exif\x00\x00" + exif(orientation)},
		{0xe1, "http://ns.adobe.com/xap/1.0/\x00" + xmp},
		{0xed, "Photoshop 3.0\x008BIM\x04\x04\x00\x00" + sized32(iptc(120, "SecretCaption")+iptc(80, "SecretPhotographer"))},
		{0xe2, "MPF\x00SecretCopy"},
		{0xfe, "SecretRemark"},
	} {
		file = append(file, 0xff, s.marker)
		file = binary.BigEndian.AppendUint16(file, uint16(len(s.content)+2)) //nolint:gosec // they are short
		file = append(file, s.content...)
	}
	return append(append(file, buf.Bytes()[2:]...), "SecretTail"...)
}

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
	`<rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="SecretEditor"/></rdf:RDF></x:xmpmeta>`

func corners(width, height int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.RGBA{uint8(200 + x*40/width), 240, 230, 255} //nolint:gosec // under 240
			switch left, top := x < width/2, y < height/2; {
			case left && top:
				c = color.RGBA{220, 20, 20, 255}
			case top:
				c = color.RGBA{20, 200, 20, 255}
			case left:
				c = color.RGBA{20, 20, 220, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

// exif returns a small TIFF file: who and what took the picture, how it lies, and where.
func exif(orientation int) string {
	var body, data strings.Builder
	entry := func(tag, kind uint16, count, value int) {
		_ = binary.Write(&body, binary.LittleEndian, [2]uint16{tag, kind})
		_ = binary.Write(&body, binary.LittleEndian, [2]int32{int32(count), int32(value)}) //nolint:gosec // they are small
	}
	const start = 8 + 2 + 4*12 + 4 + 2 + 12 + 4 // where data begin
	words := func(tag uint16, text string) {
		entry(tag, 2, len(text)+1, start+data.Len())
		data.WriteString(text + "\x00")
	}
	body.WriteString("II*\x00\x08\x00\x00\x00\x04\x00")
	words(0x010f, "SecretCamera")
	entry(0x0112, 3, 1, orientation)
	words(0x013b, "SecretArtist")
	entry(0x8825, 4, 1, 8+2+4*12+4) // GPS
	body.WriteString("\x00\x00\x00\x00\x01\x00")
	words(0x001c, "SecretPlace")
	body.WriteString("\x00\x00\x00\x00")
	return body.String() + data.String()
}

func iptc(dataset byte, text string) string {
	return "\x1c\x02" + string([]byte{dataset, 0, byte(len(text))}) + text //nolint:gosec // they are short
}

// sized32 puts the length of a text before it, and makes it even.
func sized32(text string) string {
	return string(binary.BigEndian.AppendUint32(nil, uint32(len(text)))) + text + strings.Repeat("\x00", len(text)%2) //nolint:gosec // they are short
}
