package picture

import (
	"bytes"
	"image"
	"strings"
	"unicode/utf8"

	"github.com/bep/imagemeta"
	"golang.org/x/text/encoding/charmap"
)

// Words returns what a photograph's file says of it: its caption and who took it, by
// XMP (dc:description and dc:creator) or else by IPTC (2:120 and 2:80). They are
// offered to a person; a file that says nothing, or cannot be read, gives nothing.
func Words(file []byte) (caption, author string) {
	formats := map[string]imagemeta.ImageFormat{"jpeg": imagemeta.JPEG, "png": imagemeta.PNG}
	_, kind, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		return "", ""
	}
	found := map[string]string{}
	_, _ = imagemeta.Decode(imagemeta.Options{ // what was read before an error counts
		R: bytes.NewReader(file), ImageFormat: formats[kind], Sources: imagemeta.IPTC | imagemeta.XMP,
		HandleTag: func(tag imagemeta.TagInfo) error {
			if name := tagName(tag); found[name] == "" {
				found[name] = words(tag)
			}
			return nil
		},
	})
	first := func(names ...string) string {
		for _, name := range names {
			if found[name] != "" {
				return found[name]
			}
		}
		return ""
	}
	return first("dc:Description", "Caption-Abstract"), first("dc:Creator", "By-line")
}

func tagName(tag imagemeta.TagInfo) string {
	if tag.Source == imagemeta.XMP && tag.Namespace == "http://purl.org/dc/elements/1.1/" {
		return "dc:" + tag.Tag
	}
	return tag.Tag
}

// words returns a tag's text. Of several authors all are named, of several languages
// the first.
func words(tag imagemeta.TagInfo) string {
	var text string
	switch value := tag.Value.(type) {
	case string:
		text = value
	case []string:
		text = value[0]
		if tag.Tag != "Description" {
			text = strings.Join(value, ", ")
		}
	}
	if tag.Source == imagemeta.IPTC {
		text = recoded(text)
	}
	return strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\x00", ""))
}

// recoded returns a text of IPTC that named no encoding, and so was taken for Latin-1,
// as what it is: UTF-8, or windows-1251 where every second letter would otherwise
// have an accent.
func recoded(text string) string {
	raw, err := charmap.ISO8859_1.NewEncoder().String(text)
	if err != nil { // it named its encoding
		return text
	}
	if utf8.ValidString(raw) {
		return raw
	}
	letters, accents := 0, 0
	for _, c := range []byte(raw) {
		switch {
		case c >= 0xc0:
			letters, accents = letters+1, accents+1
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			letters++
		}
	}
	if accents*2 > letters {
		if russian, err := charmap.Windows1251.NewDecoder().String(raw); err == nil {
			return russian
		}
	}
	return text
}
