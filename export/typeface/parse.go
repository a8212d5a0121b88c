package typeface

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/image/font/sfnt"
)

// What is wrong with a face that cannot be used.
var (
	ErrNotTrueType = errors.New("not a TrueType face")
	ErrBroken      = errors.New("the face is damaged")
	ErrForbidden   = errors.New("the face's licence forbids to embed it")
	ErrNoCyrillic  = errors.New("the face lacks Russian letters")
)

// Parse reads a face from the bytes of a .ttf file. All of it is checked: a
// face that a document could not carry, or that is damaged, is an error, one of
// this package's Err values.
func Parse(data []byte) (*Face, error) {
	tables, err := directory(data)
	if err != nil {
		return nil, err
	}
	parsed, err := sfnt.Parse(data)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	f := &Face{font: parsed, tables: tables, UnitsPerEm: int(parsed.UnitsPerEm())}
	if err := f.measure(); err != nil {
		return nil, err
	}
	if f.Name = f.postScriptName(); f.Name == "" {
		f.Name = "Face"
	}
	return f, nil
}

// Check reports why a face from outside the program cannot be used: its licence
// may forbid it, it may lack Russian, or one of its shapes may be damaged.
func (f *Face) Check() error {
	if f.forbidden() {
		return ErrForbidden
	}
	reader := NewReader()
	for letter := 'А'; letter <= 'я'; letter++ {
		if _, ok := reader.Glyph(f, letter); !ok {
			return ErrNoCyrillic
		}
	}
	for glyph := range f.font.NumGlyphs() {
		id := GlyphID(glyph)
		if _, err := reader.Outline(f, id); err != nil {
			return fmt.Errorf("%w: %w", ErrBroken, err)
		}
		if _, err := f.outline(id); err != nil {
			return err
		}
	}
	return nil
}

// directory parts a file into its tables (OpenType specification, "Organization
// of an OpenType font"). Outlines must be TrueType's: fpdf's readers and PDF's
// FontFile2 know no others.
func directory(data []byte) (map[string][]byte, error) {
	const header, entry = 12, 16
	if len(data) < header || binary.BigEndian.Uint32(data) != 0x00010000 && string(data[:4]) != "true" {
		return nil, ErrNotTrueType
	}
	tables := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		at := header + entry*i
		if at+entry > len(data) {
			return nil, ErrBroken
		}
		from, size := uint64(binary.BigEndian.Uint32(data[at+8:])), uint64(binary.BigEndian.Uint32(data[at+12:]))
		if from+size > uint64(len(data)) {
			return nil, ErrBroken
		}
		tables[string(data[at:at+4])] = data[from : from+size]
	}
	for name, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "loca": 4, "glyf": 0, "cmap": 4} {
		table, there := tables[name]
		if !there && name == "glyf" {
			return nil, ErrNotTrueType
		}
		if !there || len(table) < least {
			return nil, ErrBroken
		}
	}
	return tables, nil
}

// measure reads the measures of the whole face.
func (f *Face) measure() error {
	head, hhea := f.tables["head"], f.tables["hhea"]
	if f.UnitsPerEm < 16 || f.UnitsPerEm > 16384 {
		return ErrBroken
	}
	for i := range f.Box {
		f.Box[i] = f.per1000(head[36+2*i:])
	}
	f.longLoca = binary.BigEndian.Uint16(head[50:]) == 1
	f.Ascent, f.Descent = f.per1000(hhea[4:]), f.per1000(hhea[6:])
	f.widths = int(binary.BigEndian.Uint16(hhea[34:]))
	glyphs := f.font.NumGlyphs()
	size := 2
	if f.longLoca {
		size = 4
	}
	if f.widths == 0 || f.widths > glyphs || len(f.tables["hmtx"]) < 4*f.widths || len(f.tables["loca"]) < size*(glyphs+1) {
		return ErrBroken
	}
	f.CapHeight = f.Ascent * 0.7
	if os2 := f.tables["OS/2"]; len(os2) >= 90 && binary.BigEndian.Uint16(os2) >= 2 {
		f.CapHeight = f.per1000(os2[88:])
	}
	if post := f.tables["post"]; len(post) >= 8 {
		f.ItalicAngle = float64(int32(binary.BigEndian.Uint32(post[4:]))) / 65536 //nolint:gosec // a signed 16.16 number
	}
	return nil
}

func (f *Face) per1000(field []byte) float64 {
	return float64(int16(binary.BigEndian.Uint16(field))) * 1000 / float64(f.UnitsPerEm) //nolint:gosec // a signed field
}

// forbidden reads the embedding permissions (OS/2, fsType): bit 1 alone means
// that the face must not be embedded, bit 8 that not a part of it may be, bit 9
// that its outlines must not.
func (f *Face) forbidden() bool {
	os2 := f.tables["OS/2"]
	if len(os2) < 10 {
		return false
	}
	rights := binary.BigEndian.Uint16(os2[8:])
	return rights&0x000f == 0x0002 || rights&0x0300 != 0
}

// Family returns what the face's family is called: that of its regular, bold and italic
// faces.
func (f *Face) Family() string {
	name, err := f.font.Name(nil, sfnt.NameIDFamily)
	if err != nil || strings.TrimSpace(name) == "" {
		return f.Name
	}
	return strings.TrimSpace(name)
}

// Cut returns which of its family's faces this is: as a word processor finds it, by the
// family's name with the letters bold, slanted, both or neither (OpenType, "head", macStyle).
func (f *Face) Cut() (bold, italic bool) {
	style := binary.BigEndian.Uint16(f.tables["head"][44:])
	return style&1 != 0, style&2 != 0
}

// postScriptName keeps of the name what a PDF name may hold unescaped.
func (f *Face) postScriptName() string {
	name, err := f.font.Name(nil, sfnt.NameIDPostScript)
	if err != nil {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '-' {
			return r
		}
		return -1
	}, name)
}
