package typeface

import (
	"encoding/binary"
	"errors"
	"math"
	"slices"
	"testing"

	"golang.org/x/image/font/sfnt"

	"communique/assets/fonts"
)

var embeddedFiles = []string{
	fonts.Serif, fonts.SerifBold, fonts.SerifItalic, fonts.SerifBoldItalic,
	fonts.Sans, fonts.SansBold, fonts.SansItalic, fonts.SansBoldItalic, fonts.Fallback,
}

func TestEmbeddedFaces(t *testing.T) {
	names := map[string]bool{}
	for _, file := range embeddedFiles {
		face := Embedded(file)
		if err := face.Check(); err != nil {
			t.Errorf("%s: %v", file, err)
		}
		names[face.Name] = true
		reader := NewReader()
		for _, letter := range "AzЯёҚқӘәҒғӨөҰұҮүҺһӣӯҳҷЎўІі«»–—№…" {
			if _, ok := reader.Glyph(face, letter); !ok {
				t.Errorf("%s has no %c", file, letter)
			}
		}
		if face.Ascent < 500 || face.Descent > -100 || face.CapHeight < 500 {
			t.Errorf("%s: ascent %v, descent %v, capitals %v", file, face.Ascent, face.Descent, face.CapHeight)
		}
	}
	if len(names) != len(embeddedFiles) {
		t.Errorf("names are given twice: %v", names)
	}
}

// The figures are those of the face's own tables, as its maker's tools show them.
func TestMeasures(t *testing.T) {
	face, reader := Embedded(fonts.Serif), NewReader()
	g, _ := reader.Glyph(face, 'Г')
	o, _ := reader.Glyph(face, 'о')
	if width := face.Width(g); width != 507 {
		t.Errorf("Г is %v wide", width)
	}
	if kern := reader.Kern(face, g, o); kern != -48 {
		t.Errorf("Г before о: %v", kern)
	}
	if _, ok := reader.Glyph(face, '漢'); ok {
		t.Error("the face has a Chinese letter")
	}
}

func TestSubset(t *testing.T) {
	for _, file := range embeddedFiles {
		face, reader := Embedded(file), NewReader()
		glyphs := []GlyphID{0}
		for _, letter := range "Привет ёй – Ää ,,Г" { // composed shapes among them, one twice
			glyph, ok := reader.Glyph(face, letter)
			if !ok {
				t.Fatalf("%s has no %c", file, letter)
			}
			glyphs = append(glyphs, glyph)
		}
		data, err := face.Subset(glyphs)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) > 20000 || checksum(data) != 0xb1b0afba {
			t.Errorf("%s: %d bytes, checksum %x", file, len(data), checksum(data))
		}
		tables, err := directory(append(slices.Clone(data), 0))
		if err == nil {
			t.Errorf("%s: a subset needs no table of letters: %v", file, tables)
		}
		compare(t, face, data, glyphs)
	}
}

// compare reads a subset with the other library, given the table of letters that
// it insists on, and compares shapes and widths.
func compare(t *testing.T, face *Face, data []byte, glyphs []GlyphID) {
	t.Helper()
	tables := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		entry := data[12+16*i:]
		from, size := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		tables[string(entry[:4])] = data[from : from+size]
	}
	tables["cmap"], tables["post"], tables["name"] = face.tables["cmap"], face.tables["post"], face.tables["name"]
	tables["OS/2"] = Embedded(fonts.Serif).tables["OS/2"] // has the measures that the library would ask letters for
	parsed, err := sfnt.Parse(assemble(tables))
	if err != nil {
		t.Fatal(err)
	}
	var buffer sfnt.Buffer
	reader := NewReader()
	for number, glyph := range glyphs {
		want, err := reader.Outline(face, glyph)
		if err != nil {
			t.Fatalf("glyph %d: %v", glyph, err)
		}
		want = slices.Clone(want)
		got, err := parsed.LoadGlyph(&buffer, GlyphID(number), face.scale(), nil)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: shape %d is not glyph %d: %v", face.Name, number, glyph, err)
		}
		advance, err := parsed.GlyphAdvance(&buffer, GlyphID(number), face.scale(), 0)
		if err != nil || math.Abs(float64(advance)/64*1000/float64(face.UnitsPerEm)-face.Width(glyph)) > 0.5 {
			t.Errorf("%s: shape %d is %v wide, not %v: %v", face.Name, number, advance, face.Width(glyph), err)
		}
	}
}

func TestBadFaces(t *testing.T) {
	whole := fonts.Data(fonts.Sans)
	forbidden := slices.Clone(whole)
	tables, err := directory(forbidden)
	if err != nil {
		t.Fatal(err)
	}
	binary.BigEndian.PutUint16(tables["OS/2"][8:], 2)
	openType := slices.Clone(whole)
	copy(openType, "OTTO")
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, ErrNotTrueType},
		{"rubbish", []byte("rubbish rubbish rubbish rubbish"), ErrNotTrueType},
		{"OpenType outlines", openType, ErrNotTrueType},
		{"half", whole[:len(whole)/2], ErrBroken},
		{"forbidden", forbidden, ErrForbidden},
	} {
		t.Run(c.name, func(t *testing.T) {
			face, err := Parse(c.data)
			if err == nil {
				err = face.Check()
			}
			if !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

// FuzzParse: whatever the bytes, a face is refused, or it can be measured and
// embedded.
func FuzzParse(f *testing.F) {
	f.Add(fonts.Data(fonts.SansBold), uint16(3), uint32(0), byte(0))
	f.Fuzz(func(t *testing.T, data []byte, glyph uint16, at uint32, with byte) {
		data = slices.Clone(data)
		if len(data) > 0 { // damage that a mutation of so many bytes would hardly find
			data[int(at)%len(data)] ^= with
		}
		face, err := Parse(data)
		if err != nil {
			return
		}
		if face.Check() != nil {
			return
		}
		reader := NewReader()
		for letter := 'А'; letter <= 'я'; letter++ {
			g, _ := reader.Glyph(face, letter)
			face.Width(g)
			reader.Kern(face, g, g)
		}
		id := GlyphID(glyph)
		if int(id) >= face.font.NumGlyphs() {
			id = 0
		}
		if _, err := face.Subset([]GlyphID{0, id}); err != nil {
			t.Fatalf("a good face cannot be embedded: %v", err)
		}
	})
}

func BenchmarkSubset(b *testing.B) {
	face, reader := Embedded(fonts.Serif), NewReader()
	glyphs := []GlyphID{0}
	for letter := 'А'; letter <= 'я'; letter++ {
		glyph, _ := reader.Glyph(face, letter)
		glyphs = append(glyphs, glyph)
	}
	for b.Loop() {
		if _, err := face.Subset(glyphs); err != nil {
			b.Fatal(err)
		}
	}
}
