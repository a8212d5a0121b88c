package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"unicode/utf16"

	"github.com/klauspost/compress/zlib"

	"communique/export/page"
	"communique/export/typeface"
)

// Fonts are embedded as composite ones (ISO 32000-1, 9.7): codes of two bytes
// number the shapes of a part of the face made for this document. fpdf's own way
// takes ten times as long, and gives no shape two meanings: here each pair of a
// shape and its letter has a code, so that a hyphen of ours is copied as a soft
// one, and a letter that no face has as itself.

// meaning is a shape and the letter it stands for.
type meaning struct {
	glyph  typeface.GlyphID
	letter rune
}

// font is what a document uses of a face.
type font struct {
	name     string // in the page's resources
	face     *typeface.Face
	codes    map[meaning]int
	meanings []meaning // by code; 0 is the shape for what is lacking
}

// fonts are those of one document, in the order of their first use.
type fonts struct {
	list   []*font
	byFace map[*typeface.Face]*font
}

func newFonts() fonts { return fonts{byFace: map[*typeface.Face]*font{}} }

func (s *fonts) of(face *typeface.Face) *font {
	f := s.byFace[face]
	if f == nil {
		f = &font{name: fmt.Sprintf("F%d", len(s.list)+1), face: face, codes: map[meaning]int{}, meanings: []meaning{{}}}
		s.list, s.byFace[face] = append(s.list, f), f
	}
	return f
}

func (f *font) code(g page.Glyph) int {
	m := meaning{g.ID, g.Rune}
	code, known := f.codes[m]
	if !known {
		code = len(f.meanings)
		f.codes[m] = code
		f.meanings = append(f.meanings, m)
	}
	return code
}

// write puts the font into the file and returns its number.
func (f *font) write(out *file) (int, error) {
	glyphs := make([]typeface.GlyphID, len(f.meanings))
	for code, m := range f.meanings {
		glyphs[code] = m.glyph
	}
	data, err := f.face.Subset(glyphs)
	if err != nil {
		return 0, fmt.Errorf("font %s: %w", f.face.Name, err)
	}
	packed := deflate(data)
	program := out.stream(fmt.Sprintf("/Filter /FlateDecode /Length1 %d", len(data)), packed)
	face := f.face
	name := f.tag() + "+" + face.Name
	descriptor := out.add(fmt.Sprintf(
		"<</Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [%.0f %.0f %.0f %.0f] /ItalicAngle %g /Ascent %.0f /Descent %.0f /CapHeight %.0f /StemV 80 /FontFile2 %d 0 R>>",
		name, face.Box[0], face.Box[1], face.Box[2], face.Box[3], face.ItalicAngle, face.Ascent, face.Descent, face.CapHeight, program))
	descendant := out.add(fmt.Sprintf(
		"<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /CIDToGIDMap /Identity /DW 0 /W [0 [%s]] /FontDescriptor %d 0 R>>",
		name, f.widths(), descriptor))
	unicode := out.stream("/Filter /FlateDecode", deflate(f.toUnicode()))
	return out.add(fmt.Sprintf(
		"<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>",
		name, descendant, unicode)), nil
}

// tag marks the font as a part of a face: six capital letters, told by its place
// in the document.
func (f *font) tag() string {
	return strings.Map(func(digit rune) rune { return digit - '0' + 'A' }, fmt.Sprintf("%06s", f.name[1:]))
}

func (f *font) widths() []byte {
	var b []byte
	for _, m := range f.meanings {
		b = fmt.Appendf(b, "%g ", f.face.Width(m.glyph))
	}
	return bytes.TrimSuffix(b, []byte(" "))
}

// toUnicode maps codes to letters (ISO 32000-1, 9.10.3), a hundred at a time as
// the form demands.
func (f *font) toUnicode() []byte {
	const most = 100
	b := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for from := 1; from < len(f.meanings); from += most {
		to := min(from+most, len(f.meanings))
		b = fmt.Appendf(b, "%d beginbfchar\n", to-from)
		for code := from; code < to; code++ {
			b = fmt.Appendf(b, "<%04X> <", code)
			for _, unit := range utf16.AppendRune(nil, f.meanings[code].letter) {
				b = fmt.Appendf(b, "%04X", unit)
			}
			b = append(b, ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"...)
}

// packers are kept: making one costs more than packing a font with it.
var packers = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(nil, 7) // as small as the standard library's own, and quicker
	if err != nil {
		panic(err) // for a level that there is none of
	}
	return w
}}

func deflate(data []byte) []byte {
	var buf bytes.Buffer
	w := packers.Get().(*zlib.Writer)
	defer packers.Put(w)
	w.Reset(&buf)
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return buf.Bytes()
}
