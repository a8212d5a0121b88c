package typeface

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"

	"communique/assets/fonts"
)

// rebuilt returns a face whose tables were changed.
func rebuilt(t testing.TB, change func(tables map[string][]byte)) []byte {
	t.Helper()
	whole, err := directory(fonts.Data(fonts.Sans))
	if err != nil {
		t.Fatal(err)
	}
	tables := map[string][]byte{}
	for name, table := range whole {
		tables[name] = slices.Clone(table)
	}
	change(tables)
	return assemble(tables)
}

func put16(table []byte, at int, value uint16) { binary.BigEndian.PutUint16(table[at:], value) }

// TestDamagedTables: each thing that can be wrong with a face is found, and what is
// still right is taken.
func TestDamagedTables(t *testing.T) {
	cut := func(name string, to int) func(map[string][]byte) {
		return func(tables map[string][]byte) { tables[name] = tables[name][:to] }
	}
	without := func(name string) func(map[string][]byte) {
		return func(tables map[string][]byte) { delete(tables, name) }
	}
	set := func(name string, at int, value uint16) func(map[string][]byte) {
		return func(tables map[string][]byte) { put16(tables[name], at, value) }
	}
	beyond := func(tables map[string][]byte) { // of short places; the next table follows
		put16(tables["loca"], len(tables["loca"])-2, uint16(len(tables["glyf"])/2+8)) //nolint:gosec // it fits
	}
	cases := map[string]struct {
		change func(map[string][]byte)
		want   error
	}{
		"nothing":                         {func(map[string][]byte) {}, nil},
		"no outlines":                     {without("glyf"), ErrNotTrueType},
		"more widths than glyphs":         {set("hhea", 34, 0xffff), ErrBroken},
		"no widths":                       {set("hhea", 34, 0), ErrBroken},
		"too few widths":                  {cut("hmtx", 40), ErrBroken},
		"too few places":                  {cut("loca", 40), ErrBroken},
		"a shape of too many lines":       {set("glyf", 0, 0x7fff), ErrBroken},
		"a shape beyond the outlines":     {beyond, ErrBroken},
		"forbidden":                       {set("OS/2", 8, 0x0002), ErrForbidden},
		"forbidden, an older way":         {set("OS/2", 8, 0x0102), ErrForbidden},
		"not in part":                     {set("OS/2", 8, 0x0100), ErrForbidden},
		"dots alone":                      {set("OS/2", 8, 0x0200), ErrForbidden},
		"to look at and print":            {set("OS/2", 8, 0x0004), nil},
		"to edit":                         {set("OS/2", 8, 0x0008), nil},
		"two rights, the wider one holds": {set("OS/2", 8, 0x0006), nil},
		"rights not told":                 {without("OS/2"), nil},
	}
	for _, name := range []string{"head", "hhea", "maxp", "hmtx", "loca", "cmap"} {
		cases["without "+name] = struct {
			change func(map[string][]byte)
			want   error
		}{without(name), ErrBroken}
	}
	for name, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "cmap": 4} {
		cases["too short "+name] = struct {
			change func(map[string][]byte)
			want   error
		}{cut(name, least-1), ErrBroken}
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			face, err := Parse(rebuilt(t, c.change))
			if err == nil {
				err = face.Check()
			}
			if !errors.Is(err, c.want) || (err == nil) != (c.want == nil) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

// The directory alone says what is there, before anything is read.
func TestDirectory(t *testing.T) {
	tables := map[string][]byte{}
	for name, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "loca": 4, "glyf": 0, "cmap": 4} {
		tables[name] = bytes.Repeat([]byte{1}, least)
	}
	whole := assemble(tables)
	found, err := directory(whole)
	if err != nil || !maps.EqualFunc(found, tables, func(a, b []byte) bool { return len(a) == len(b) }) {
		t.Errorf("the least of all: %v", err)
	}
	for name := range tables {
		for _, change := range []func() []byte{
			func() []byte { return nil },
			func() []byte { return tables[name][:max(0, len(tables[name])-1)] },
		} {
			fewer := maps.Clone(tables)
			if fewer[name] = change(); len(fewer[name]) == len(tables[name]) {
				continue
			}
			if _, err := directory(assemble(fewer)); !errors.Is(err, ErrBroken) {
				t.Errorf("%s of %d bytes: got %v", name, len(fewer[name]), err)
			}
		}
	}
	old := slices.Clone(whole)
	copy(old, "true") // Apple's mark
	if _, err := directory(old); err != nil {
		t.Errorf("got %v", err)
	}
	for at := range 12 + 16*len(tables) { // within the directory
		if _, err := directory(whole[:at]); at < 12 && !errors.Is(err, ErrNotTrueType) || at >= 12 && !errors.Is(err, ErrBroken) {
			t.Fatalf("%d bytes: got %v", at, err)
		}
	}
	beyond := slices.Clone(whole)
	binary.BigEndian.PutUint32(beyond[12+8:], 0xfffffff0) // the place and the size together are more than 32 bits
	binary.BigEndian.PutUint32(beyond[12+12:], 0xfffffff0)
	if _, err := directory(beyond); !errors.Is(err, ErrBroken) {
		t.Errorf("a table beyond the end: got %v", err)
	}
	exactly := slices.Clone(whole)
	last := 12 + 16*(len(tables)-1)
	size := uint32(len(whole)) - binary.BigEndian.Uint32(exactly[last+8:]) //nolint:gosec // a small file
	binary.BigEndian.PutUint32(exactly[last+12:], size)
	if _, err := directory(exactly); err != nil {
		t.Errorf("a table up to the end: got %v", err)
	}
	binary.BigEndian.PutUint32(exactly[last+12:], size+1)
	if _, err := directory(exactly); !errors.Is(err, ErrBroken) {
		t.Errorf("a byte beyond the end: got %v", err)
	}
}

// A face's own measures, as its maker's tools show them, and as they are where the
// face does not say.
func TestMeasuresOfTheFace(t *testing.T) {
	for file, want := range map[string]string{
		fonts.Serif:    "Communique-Serif-Regular 1000 1018 -276 700 0 [-301 -272 1145 894]",
		fonts.Fallback: "Communique-Fallback-Regular 2048 928 -236 650 0 [-770 -347 1679 1109]",
	} {
		f := Embedded(file)
		box := fmt.Sprintf("[%.0f %.0f %.0f %.0f]", f.Box[0], f.Box[1], f.Box[2], f.Box[3])
		if got := fmt.Sprintf("%s %d %.0f %.0f %.0f %g %s", f.Name, f.UnitsPerEm, f.Ascent, f.Descent, f.CapHeight, f.ItalicAngle, box); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	for _, c := range []struct {
		name   string
		change func(map[string][]byte)
		want   func(*Face) bool
	}{
		{"slanted to the left", func(s map[string][]byte) { binary.BigEndian.PutUint32(s["post"][4:], 0xfff38000) }, func(f *Face) bool { return f.ItalicAngle == -12.5 }},
		{"capitals told", func(s map[string][]byte) { put16(s["OS/2"], 88, 650) }, func(f *Face) bool { return f.CapHeight == 650 }},
		{"capitals not told", func(s map[string][]byte) { s["OS/2"] = s["OS/2"][:78]; put16(s["OS/2"], 0, 1) }, func(f *Face) bool { return f.CapHeight == f.Ascent*0.7 }},
		{"an old table", func(s map[string][]byte) { put16(s["OS/2"], 0, 1); put16(s["OS/2"], 88, 650) }, func(f *Face) bool { return f.CapHeight == f.Ascent*0.7 }},
		{"no name", func(s map[string][]byte) { delete(s, "name") }, func(f *Face) bool { return f.Name == "Face" }},
		{"other units", func(s map[string][]byte) { put16(s["head"], 18, 2000) }, func(f *Face) bool { return f.Ascent == 509 && f.UnitsPerEm == 2000 }},
		{"fewest units", func(s map[string][]byte) { put16(s["head"], 18, 16) }, func(f *Face) bool { return f.UnitsPerEm == 16 }},
		{"most units", func(s map[string][]byte) { put16(s["head"], 18, 16384) }, func(f *Face) bool { return f.UnitsPerEm == 16384 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := Parse(rebuilt(t, c.change))
			if err != nil || !c.want(f) {
				t.Errorf("got %+v, %v", f, err)
			}
		})
	}
	for _, units := range []uint16{0, 15, 16385} {
		if _, err := Parse(rebuilt(t, func(s map[string][]byte) { put16(s["head"], 18, units) })); !errors.Is(err, ErrBroken) {
			t.Errorf("%d units: got %v", units, err)
		}
	}
}

// TestNameKeepsWhatAPDFMay: letters, digits and hyphens (ISO 32000-1, 7.3.5).
func TestNameKeepsWhatAPDFMay(t *testing.T) {
	name := bytes.ReplaceAll(fonts.Data(fonts.Sans), []byte("Communique-Sans-Regular"), []byte("az(AZ)/09-@[`{:/ %#.0xx"))
	wide := func(s string) []byte { // names for Windows are UTF-16
		return []byte("\x00" + strings.Join(strings.Split(s, ""), "\x00"))
	}
	name = bytes.ReplaceAll(name, wide("Communique-Sans-Regular"), wide("az(AZ)/09-@[`{:/ %#.0xx"))
	f, err := Parse(name)
	if err != nil || f.Name != "azAZ09-0xx" {
		t.Errorf("got %q, %v", f.Name, err)
	}
}

// shape writes a composed shape of parts, each with its flags and the bytes of its
// arguments and scales.
func shape(parts ...[]byte) []byte {
	record := make([]byte, 10)
	put16(record, 0, 0xffff) // composed
	return append(record, bytes.Join(parts, nil)...)
}

func partOf(flags, number uint16, size int) []byte {
	b := binary.BigEndian.AppendUint16(nil, flags)
	b = binary.BigEndian.AppendUint16(b, number)
	return append(b, make([]byte, size)...)
}

// TestComponents finds the parts of composed shapes behind arguments and scales of
// every size (OpenType specification, "glyf").
func TestComponents(t *testing.T) {
	const more = moreParts
	for _, c := range []struct {
		name  string
		shape []byte
		want  []uint16
		err   error
	}{
		{"blank", nil, nil, nil},
		{"simple", make([]byte, 12), nil, nil},
		{"one part", shape(partOf(0, 7, 2)), []uint16{7}, nil},
		{"short arguments", shape(partOf(more, 7, 2), partOf(0, 8, 2)), []uint16{7, 8}, nil},
		{"long arguments", shape(partOf(more|argumentsAreWords, 7, 4), partOf(0, 8, 2)), []uint16{7, 8}, nil},
		{"a scale", shape(partOf(more|haveScale, 7, 4), partOf(0, 8, 2)), []uint16{7, 8}, nil},
		{"two scales", shape(partOf(more|haveTwoScales, 7, 6), partOf(0, 8, 2)), []uint16{7, 8}, nil},
		{"a matrix", shape(partOf(more|haveMatrix, 7, 10), partOf(0, 8, 2)), []uint16{7, 8}, nil},
		{"a matrix behind long arguments", shape(partOf(more|haveMatrix|argumentsAreWords, 7, 12), partOf(more, 8, 2), partOf(0, 9, 2)), []uint16{7, 8, 9}, nil},
		{"cut off", shape(partOf(more, 7, 2)), []uint16{7}, ErrBroken},
		{"cut off within", shape(partOf(more, 7, 2), []byte{0, 0, 0}), []uint16{7}, ErrBroken},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []uint16
			err := components(c.shape, func(field []byte) { got = append(got, binary.BigEndian.Uint16(field)) })
			if !slices.Equal(got, c.want) || !errors.Is(err, c.err) || (err == nil) != (c.err == nil) {
				t.Errorf("got %v, %v", got, err)
			}
		})
	}
}

// TestOutlinePlaces reads the places of shapes in both forms of the table, up to
// its very end.
func TestOutlinePlaces(t *testing.T) {
	glyf := bytes.Repeat([]byte{1}, 24)
	for _, c := range []struct {
		name  string
		long  bool
		loca  []byte
		sizes []int // -1 for a damaged one
	}{
		{"short", false, []byte{0, 0, 0, 6, 0, 6, 0, 12}, []int{12, 0, 12, -1}},
		{"long", true, []byte{0, 0, 0, 0, 0, 0, 0, 14, 0, 0, 0, 24}, []int{14, 10, -1}},
		{"backwards", false, []byte{0, 6, 0, 0}, []int{-1}},
		{"beyond the end", false, []byte{0, 0, 0, 13}, []int{-1}},
		{"too small a shape", true, []byte{0, 0, 0, 0, 0, 0, 0, 9}, []int{-1}},
		{"half an entry", true, []byte{0, 0, 0, 0, 0, 0, 0}, []int{-1}},
		{"half a short entry", false, []byte{0, 0, 0}, []int{-1}},
	} {
		f := &Face{longLoca: c.long, tables: map[string][]byte{"glyf": glyf, "loca": c.loca}}
		for glyph, size := range c.sizes {
			shape, err := f.outline(GlyphID(glyph))
			if size < 0 && !errors.Is(err, ErrBroken) || size >= 0 && (err != nil || len(shape) != size) {
				t.Errorf("%s, glyph %d: %d bytes, %v", c.name, glyph, len(shape), err)
			}
		}
	}
}

// TestSubsetIsSound looks at a subset's own tables: their order and borders, the
// counts, the checksums (OpenType specification, "Organization of an OpenType font").
func TestSubsetIsSound(t *testing.T) {
	face, reader := Embedded(fonts.Sans), NewReader()
	glyphs := []GlyphID{0}
	for _, letter := range "Ёж й" {
		id, _ := reader.Glyph(face, letter)
		glyphs = append(glyphs, id)
	}
	last := GlyphID(face.font.NumGlyphs() - 1) //nolint:gosec // TrueType has at most 65,535 glyphs
	data, err := face.Subset(append(glyphs, last, glyphs[1]))
	if err != nil {
		t.Fatal(err)
	}
	count := int(binary.BigEndian.Uint16(data[4:]))
	power := 1
	for power*2 <= count {
		power *= 2
	}
	log := map[int]int{1: 0, 2: 1, 4: 2, 8: 3, 16: 4}[power]
	for i, want := range []int{count, power * 16, log, (count - power) * 16} {
		if got := int(binary.BigEndian.Uint16(data[4+2*i:])); got != want {
			t.Errorf("field %d of the header is %d, not %d", i, got, want)
		}
	}
	tables := map[string][]byte{}
	var names []string
	for i := range count {
		entry := data[12+16*i:]
		name, from, size := string(entry[:4]), binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		names, tables[name] = append(names, name), data[from:from+size]
		table := slices.Clone(tables[name])
		if name == "head" {
			binary.BigEndian.PutUint32(table[8:], 0)
		}
		if from%4 != 0 || binary.BigEndian.Uint32(entry[4:]) != checksum(table) {
			t.Errorf("%s at %d has another checksum", name, from)
		}
	}
	want := []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
	for _, name := range []string{"cvt ", "fpgm", "prep"} {
		if table, there := face.tables[name]; there {
			want = append(want, name)
			if !bytes.Equal(tables[name], table) {
				t.Errorf("%s is not the face's", name)
			}
		}
	}
	if slices.Sort(want); !slices.Equal(names, want) {
		t.Errorf("tables %q, want %q", names, want)
	}
	shapes := int(binary.BigEndian.Uint16(tables["maxp"][4:]))
	if shapes < len(glyphs)+2 || int(binary.BigEndian.Uint16(tables["hhea"][34:])) != shapes || len(tables["hmtx"]) != 4*shapes || len(tables["loca"]) != 4*(shapes+1) {
		t.Errorf("%d shapes, %d bytes of widths, %d of places", shapes, len(tables["hmtx"]), len(tables["loca"]))
	}
	if binary.BigEndian.Uint16(tables["head"][50:]) != 1 || int(binary.BigEndian.Uint32(tables["loca"][4*shapes:])) != len(tables["glyf"]) {
		t.Error("the places of the shapes do not end where the shapes do")
	}
	if again, err := face.Subset(append(glyphs, last, glyphs[1])); err != nil || !bytes.Equal(again, data) {
		t.Errorf("the same shapes gave other bytes, %v", err)
	}
	for i, glyph := range append(slices.Clone(glyphs), last, glyphs[1]) { // side bearings too
		at := min(int(glyph), face.widths-1)
		wantWidth := face.tables["hmtx"][4*at : 4*at+2]
		wantBearing := face.tables["hmtx"][4*at+2 : 4*at+4]
		if int(glyph) >= face.widths {
			rest := 4*face.widths + 2*(int(glyph)-face.widths)
			wantBearing = face.tables["hmtx"][rest : rest+2]
		}
		if got := tables["hmtx"][4*i : 4*i+4]; !bytes.Equal(got, slices.Concat(wantWidth, wantBearing)) {
			t.Errorf("shape %d: width and bearing % x, not % x % x", i, got, wantWidth, wantBearing)
		}
	}
}

// Where widths and bearings are told for fewer shapes than there are.
func TestFewWidths(t *testing.T) {
	hmtx := []byte{1, 0, 0, 1, 2, 0, 0, 2, 0, 3, 0, 4}
	f := &Face{UnitsPerEm: 1000, widths: 2, tables: map[string][]byte{"hmtx": hmtx}}
	for glyph, want := range []float64{256, 512, 512, 512, 512} {
		if got := f.Width(GlyphID(glyph)); got != want {
			t.Errorf("glyph %d is %v wide", glyph, got)
		}
	}
	s := subset{face: f, glyphs: []GlyphID{3, 0, 1, 2, 4, 9}}
	want := []byte{2, 0, 0, 4, 1, 0, 0, 1, 2, 0, 0, 2, 2, 0, 0, 3, 2, 0, 0, 0, 2, 0, 0, 0}
	if got := s.widths(); !bytes.Equal(got, want) {
		t.Errorf("got % x, want % x", got, want)
	}
}

func TestChecksum(t *testing.T) {
	for data, want := range map[string]uint32{
		"": 0, "\x01": 0x01000000, "\x00\x00\x00\x01": 1, "\x00\x00\x00\x01\x00\x02": 0x00020001, "\xff\xff\xff\xff\x00\x00\x00\x02": 1,
	} {
		if got := checksum([]byte(data)); got != want {
			t.Errorf("% x: got %x, want %x", data, got, want)
		}
	}
}

// What a reader remembers is what it would find: of letters in both of its tables,
// known and unknown ones, asked twice.
func TestReaderRemembers(t *testing.T) {
	face, other := Embedded(fonts.Fallback), Embedded(fonts.Sans)
	reader := NewReader()
	var buffer sfnt.Buffer
	for range 2 {
		for _, letter := range []rune{'A', 'я', 0x4ff, 0x500, 0x501, 'ა', '漢', -1, 0, 0x10ffff} {
			for _, f := range []*Face{face, other} {
				want, err := f.font.GlyphIndex(&buffer, letter)
				if err != nil {
					want = 0
				}
				if got, ok := reader.Glyph(f, letter); got != want || ok != (want != 0) {
					t.Errorf("%s, %U: got %d, %v, want %d", f.Name, letter, got, ok, want)
				}
			}
		}
		g, _ := reader.Glyph(other, 'Г')
		o, _ := reader.Glyph(other, 'о')
		there, back := reader.Kern(other, g, o), reader.Kern(other, o, g)
		if there == back || there >= 0 {
			t.Errorf("Г before о %v, о before Г %v", there, back)
		}
	}
	beyond := GlyphID(face.font.NumGlyphs()) //nolint:gosec // TrueType has at most 65,535 glyphs
	if _, err := reader.Outline(face, beyond); err == nil || !strings.Contains(err.Error(), face.Name) {
		t.Errorf("a shape that is not there: %v", err)
	}
}

// A face that lacks Russian, at either end of the alphabet.
func TestNoCyrillic(t *testing.T) {
	if err := Embedded(fonts.Emoji).Check(); !errors.Is(err, ErrNoCyrillic) {
		t.Errorf("got %v", err)
	}
}
