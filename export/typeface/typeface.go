// Package typeface reads TrueType faces: which letters they have, how wide
// these are, how pairs of them are kerned, and the part of a face that a
// document has to carry.
package typeface

import (
	"encoding/binary"
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"communique/assets/fonts"
)

// GlyphID numbers a shape in a face; 0 is the one for letters it lacks.
type GlyphID = sfnt.GlyphIndex

// Face is a TrueType face. It does not change and may be shared.
type Face struct {
	// Name is the face's PostScript name: ASCII without spaces.
	Name string
	// UnitsPerEm is how many of its units make the size of the type. All other
	// measures of a face are in thousandths of the size.
	UnitsPerEm                 int
	Ascent, Descent, CapHeight float64 // Descent is below the baseline and negative
	ItalicAngle                float64 // degrees, counter-clockwise
	Box                        [4]float64
	font                       *sfnt.Font
	tables                     map[string][]byte
	longLoca                   bool
	widths                     int // entries of hmtx that have a width
}

// Reader looks things up in faces and remembers what it found. It is for one
// goroutine.
type Reader struct {
	buffer sfnt.Buffer
	faces  map[*Face]*known
	last   *Face // the one asked for last, as it mostly is again
	known  *known
}

// known is what a Reader remembers of a face. The letters that most texts are
// made of have their places in a table.
type known struct {
	low   [0x500]int32 // glyph+1, or 0 where it was not asked for yet
	high  map[rune]int32
	kerns map[[2]GlyphID]float64
}

// NewReader returns a Reader that knows nothing yet.
func NewReader() *Reader { return &Reader{faces: map[*Face]*known{}} }

func (r *Reader) of(f *Face) *known {
	if f == r.last {
		return r.known
	}
	k := r.faces[f]
	if k == nil {
		k = &known{high: map[rune]int32{}, kerns: map[[2]GlyphID]float64{}}
		r.faces[f] = k
	}
	r.last, r.known = f, k
	return k
}

// Glyph returns the shape of a letter; false where the face has none.
func (r *Reader) Glyph(f *Face, letter rune) (GlyphID, bool) {
	k := r.of(f)
	if letter >= 0 && int(letter) < len(k.low) {
		if k.low[letter] == 0 {
			k.low[letter] = r.glyph(f, letter) + 1
		}
		return found(k.low[letter] - 1)
	}
	glyph, asked := k.high[letter]
	if !asked {
		glyph = r.glyph(f, letter)
		k.high[letter] = glyph
	}
	return found(glyph)
}

func found(glyph int32) (GlyphID, bool) { return GlyphID(glyph), glyph > 0 } //nolint:gosec // it came from a GlyphID

func (r *Reader) glyph(f *Face, letter rune) int32 {
	index, err := f.font.GlyphIndex(&r.buffer, letter)
	if err != nil {
		return 0
	}
	return int32(index)
}

// Kern returns how much closer, as a negative number of thousandths of the
// size, the second of two shapes stands to the first than its width says.
func (r *Reader) Kern(f *Face, first, second GlyphID) float64 {
	k := r.of(f)
	pair := [2]GlyphID{first, second}
	value, asked := k.kerns[pair]
	if !asked {
		if units, err := f.font.Kern(&r.buffer, first, second, f.scale(), font.HintingNone); err == nil {
			value = float64(units) / 64 * 1000 / float64(f.UnitsPerEm)
		}
		k.kerns[pair] = value
	}
	return value
}

// Outline returns the lines of a shape in 1/64 of the face's units, y pointing
// down. It is good until the next call.
func (r *Reader) Outline(f *Face, glyph GlyphID) (sfnt.Segments, error) {
	segments, err := f.font.LoadGlyph(&r.buffer, glyph, f.scale(), nil)
	if err != nil {
		return nil, fmt.Errorf("face %s, glyph %d: %w", f.Name, glyph, err)
	}
	return segments, nil
}

// scale is the size at which a length in pixels is one in units.
func (f *Face) scale() fixed.Int26_6 { return fixed.I(f.UnitsPerEm) }

// Width returns how wide a shape is, in thousandths of the size.
func (f *Face) Width(glyph GlyphID) float64 {
	at := min(int(glyph), f.widths-1)
	return float64(binary.BigEndian.Uint16(f.tables["hmtx"][4*at:])) * 1000 / float64(f.UnitsPerEm)
}

// Embedded returns an embedded face by its file in assets/fonts.
func Embedded(file string) *Face { return embedded[file]() }

var embedded = map[string]func() *Face{
	fonts.Serif:           load(fonts.Serif),
	fonts.SerifBold:       load(fonts.SerifBold),
	fonts.SerifItalic:     load(fonts.SerifItalic),
	fonts.SerifBoldItalic: load(fonts.SerifBoldItalic),
	fonts.Sans:            load(fonts.Sans),
	fonts.SansBold:        load(fonts.SansBold),
	fonts.SansItalic:      load(fonts.SansItalic),
	fonts.SansBoldItalic:  load(fonts.SansBoldItalic),

	fonts.Fallback:           load(fonts.Fallback),
	fonts.FallbackBold:       load(fonts.FallbackBold),
	fonts.FallbackItalic:     load(fonts.FallbackItalic),
	fonts.FallbackBoldItalic: load(fonts.FallbackBoldItalic),
	fonts.FallbackSans:       load(fonts.FallbackSans),
	fonts.FallbackSansBold:   load(fonts.FallbackSansBold),
	fonts.Signs:              load(fonts.Signs),
	fonts.SignsBold:          load(fonts.SignsBold),
	fonts.Emoji:              load(fonts.Emoji),
	fonts.Flags:              load(fonts.Flags),
}

// load reads an embedded face when it is first needed. One that cannot be read
// is a mistake of whoever built the program.
func load(file string) func() *Face {
	return sync.OnceValue(func() *Face {
		face, err := Parse(fonts.Data(file))
		if err != nil {
			panic(fmt.Sprintf("embedded face %s: %v", file, err))
		}
		return face
	})
}
