package typeset

import (
	"strings"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// How much a Setter keeps at least. A word takes about 500 bytes and a mask 300.
const (
	keptWords = 5000
	keptMasks = 3000
)

// keptLines is how many lines of one Text are kept at most: several screens.
const keptLines = 400

// Setter sets words. It keeps the words it has shaped, and the masks of letters.
type Setter struct {
	faces     faces
	shaper    shaping.HarfbuzzShaper
	segmenter segmenter.Segmenter
	words     *cache[wordKey, *word]
	breaks    *cache[string, []int] // of words with signs inside, behind which a line may end
	masks     *cache[maskKey, *mask]
}

// NewSetter returns a Setter. system, which may be nil, finds faces for letters
// that the embedded ones lack; nil is none.
func NewSetter(system func(letter rune) *font.Face) *Setter {
	if system == nil {
		system = func(rune) *font.Face { return nil }
	}
	return &Setter{
		faces: faces{embedded: map[string]*font.Face{}, system: system},
		words: newCache[wordKey, *word](keptWords), breaks: newCache[string, []int](keptWords), masks: newCache[maskKey, *mask](keptMasks),
	}
}

// Forget drops what was shaped, for there are other faces now.
func (s *Setter) Forget() { s.words = newCache[wordKey, *word](keptWords) }

// wordKey tells shaped words apart.
type wordKey struct {
	style Style
	rtl   bool
	text  string
}

// word is a word that was shaped, or a piece of one in one style.
type word struct {
	glyphs  []glyph // from left to right
	cells   []cell  // one a code point
	advance Unit
}

// glyph is a shape at its place.
type glyph struct {
	face *font.Face
	id   font.GID
	size int
	x, y Unit // of its origin; y points down from the baseline
}

// cell is where a code point stands: the caret before it is at lead, the one behind
// it at trail. From right to left lead is the greater. The code points of a grapheme
// behind its first take no room.
type cell struct {
	lead, trail Unit
	inside      bool // no caret stands before it: it belongs to the grapheme before
}

// word returns a shaped word; tabs and line feeds are no part of it.
func (s *Setter) word(style Style, rtl bool, text string) *word {
	key := wordKey{style, rtl, text}
	if w, ok := s.words.get(key); ok {
		return w
	}
	key.text = strings.Clone(text) // not all the text it was cut from
	w := s.shape(style, rtl, []rune(text))
	s.words.put(key, w)
	return w
}

func (s *Setter) shape(style Style, rtl bool, letters []rune) *word {
	starts := s.graphemes(letters)
	w := &word{cells: make([]cell, len(letters))}
	for i := range w.cells {
		w.cells[i].inside = true
	}
	for _, start := range starts[:len(starts)-1] {
		w.cells[start].inside = false
	}
	runs := s.byFace(style, letters, starts)
	for i := range runs {
		run := runs[i]
		if rtl {
			run = runs[len(runs)-1-i]
		}
		s.shapeRun(w, style, rtl, letters, run)
	}
	return w
}

// faceRun is a piece of a word that one face shows.
type faceRun struct {
	face     *font.Face
	from, to int
}

// byFace parts letters, of which graphemes begin at starts, by the faces that have them.
func (s *Setter) byFace(style Style, letters []rune, starts []int) []faceRun {
	var runs []faceRun
	for i, start := range starts[:len(starts)-1] {
		end := starts[i+1]
		face := s.faces.forGrapheme(style, letters[start:end])
		if n := len(runs); n > 0 && runs[n-1].face == face {
			runs[n-1].to = end
		} else {
			runs = append(runs, faceRun{face, start, end})
		}
	}
	return runs
}

// shapeRun puts a run at the right end of a word.
func (s *Setter) shapeRun(w *word, style Style, rtl bool, letters []rune, run faceRun) {
	input := shaping.Input{
		Text: letters, RunStart: run.from, RunEnd: run.to, Face: run.face, Size: fixed.I(style.Size),
		Direction: di.DirectionLTR, Script: script(letters[run.from:run.to]), Language: "ru",
	}
	if rtl {
		input.Direction = di.DirectionRTL
	}
	out := s.shaper.Shape(input)
	x := w.advance
	for i := 0; i < len(out.Glyphs); {
		g := out.Glyphs[i]
		left := x
		for range max(1, g.GlyphsCount()) {
			g := out.Glyphs[i]
			if g.Width != 0 && g.Height != 0 {
				w.glyphs = append(w.glyphs, glyph{run.face, g.GlyphID, style.Size, x + Unit(g.XOffset), -Unit(g.YOffset)})
			}
			x += Unit(g.Advance)
			i++
		}
		w.part(g.TextIndex(), g.TextIndex()+g.RunesCount(), left, x, rtl)
	}
	w.advance = x
}

// part gives each grapheme of a cluster an equal part of its room.
func (w *word) part(from, to int, left, right Unit, rtl bool) {
	from, to = max(from, 0), min(to, len(w.cells))
	n := 0
	for i := from; i < to; i++ {
		if !w.cells[i].inside || i == from {
			n++
		}
	}
	seen := 0
	for i := from; i < to; i++ {
		if !w.cells[i].inside || i == from {
			seen++
		}
		a, b := left+(right-left)*Unit(seen-1)/Unit(n), left+(right-left)*Unit(seen)/Unit(n)
		if rtl {
			a, b = right-(a-left), right-(b-left)
		}
		if w.cells[i].inside && i > from {
			a = b
		}
		w.cells[i].lead, w.cells[i].trail = a, b
	}
}

// script returns what the first letter that has one is written in.
func script(letters []rune) language.Script {
	for _, r := range letters {
		if sc := language.LookupScript(r); sc != language.Common && sc != language.Inherited && sc != language.Unknown {
			return sc
		}
	}
	return language.Cyrillic
}

// graphemes returns where graphemes begin, and the end.
func (s *Setter) graphemes(letters []rune) []int {
	starts := make([]int, 0, len(letters)+1)
	if simple(letters) {
		for i := range letters {
			starts = append(starts, i)
		}
		return append(starts, len(letters))
	}
	s.segmenter.Init(letters)
	for it := s.segmenter.GraphemeIterator(); it.Next(); {
		starts = append(starts, it.Grapheme().Offset)
	}
	return append(starts, len(letters))
}

// simple reports whether each of letters is a grapheme of its own.
func simple(letters []rune) bool {
	for _, r := range letters {
		switch {
		case r < 0x300, r >= 0x370 && r < 0x483, r > 0x489 && r < 0x530, r >= 0x2010 && r < 0x2028, r == '№':
		default:
			return false
		}
	}
	return true
}
