package page

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"

	"communique/assets/fonts"
	"communique/export/text"
)

// Data returns the bytes of a face.
func (f Face) Data() []byte {
	switch f {
	case Bold:
		return fonts.SerifBold()
	case Fallback:
		return fonts.Fallback()
	default:
		return fonts.Serif()
	}
}

// replacement stands where no face has a letter.
const replacement = '\ufffd'

// typeset measures and breaks text. It reads a face when it first needs it.
type typeset struct {
	fonts    [faces]*sfnt.Font
	advances [faces]map[rune]float64 // per point of size; negative where the face lacks the letter
	buffer   sfnt.Buffer
	missing  []rune
}

func newTypeset() (*typeset, error) {
	t := &typeset{}
	for f := range faces {
		t.advances[f] = map[rune]float64{}
	}
	for _, f := range []Face{Regular, Bold} {
		if err := t.read(f); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func (t *typeset) read(f Face) error {
	parsed, err := sfnt.Parse(f.Data())
	if err != nil {
		return fmt.Errorf("embedded face %d: %w", f, err)
	}
	t.fonts[f] = parsed
	return nil
}

// advance returns how wide a letter is at one point, or false where the face
// does not have it.
func (t *typeset) advance(f Face, r rune) (float64, bool) {
	if a, ok := t.advances[f][r]; ok {
		return a, a >= 0
	}
	a := t.measure(f, r)
	t.advances[f][r] = a
	return a, a >= 0
}

func (t *typeset) measure(f Face, r rune) float64 {
	if t.fonts[f] == nil && t.read(f) != nil {
		return -1
	}
	index, err := t.fonts[f].GlyphIndex(&t.buffer, r)
	if err != nil || index == 0 || r > 0xffff { // fpdf cannot draw beyond the basic plane
		return -1
	}
	units := fixed.Int26_6(t.fonts[f].UnitsPerEm())
	a, err := t.fonts[f].GlyphAdvance(&t.buffer, index, units<<6, font.HintingNone)
	if err != nil {
		return -1
	}
	return float64(a) / float64(units<<6)
}

// resolve says which face draws a letter, and which letter that is.
func (t *typeset) resolve(f Face, r rune) (Face, rune, float64) {
	if a, ok := t.advance(f, r); ok {
		return f, r, a
	}
	if unicode.IsSpace(r) {
		a, _ := t.advance(f, ' ')
		return f, ' ', a
	}
	if a, ok := t.advance(Fallback, r); ok {
		return Fallback, r, a
	}
	if !slices.Contains(t.missing, r) {
		t.missing = append(t.missing, r)
	}
	a, _ := t.advance(Fallback, replacement)
	return Fallback, replacement, a
}

// style is how a paragraph is set.
type style struct {
	face    Face
	size    float64
	leading float64 // from baseline to baseline
	gray    uint8
	indent  float64 // of every line
	link    string
}

// runs sets one line of text from x on; the caller gives it its Y.
func (t *typeset) runs(line string, s style, x float64) []Run {
	var runs []Run
	var letters strings.Builder
	current, start, at := s.face, x, x
	flush := func() {
		if letters.Len() > 0 {
			runs = append(runs, Run{
				X: start, Width: at - start, Size: s.size, Face: current, Gray: s.gray,
				Text: letters.String(), Link: s.link,
			})
		}
		letters.Reset()
		start = at
	}
	for _, r := range line {
		face, letter, advance := t.resolve(s.face, r)
		if face != current {
			flush()
			current = face
		}
		letters.WriteRune(letter)
		at += advance * s.size
	}
	flush()
	return runs
}

func (t *typeset) width(text string, s style) float64 {
	total := 0.0
	for _, r := range text {
		_, _, advance := t.resolve(s.face, r)
		total += advance
	}
	return total * s.size
}

// lines breaks text into lines no wider than limit: greedily, at spaces, and
// inside a word only where nothing else fits. A line never ends in a hyphen:
// readers of PDF take one there for hyphenation and drop it from copied text.
func (t *typeset) lines(content string, s style, limit float64) []string {
	var lines []string
	for part := range strings.SplitSeq(prepare(content), "\n") {
		lines = append(lines, t.breakLine(part, s, limit)...)
	}
	return lines
}

// prepare takes out what cannot be drawn.
func prepare(content string) string {
	return strings.ReplaceAll(norm.NFC.String(text.Clean(content)), "\t", " ")
}

func (t *typeset) breakLine(content string, s style, limit float64) []string {
	var lines []string
	line, used := "", 0.0
	space := t.width(" ", s)
	for _, word := range words(content) {
		wide := t.width(word, s)
		if line != "" && used+space+wide <= limit {
			line, used = line+" "+word, used+space+wide
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for wide > limit {
			var head string
			head, word = t.split(word, s, limit)
			lines = append(lines, head)
			wide = t.width(word, s)
		}
		line, used = word, wide
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// words parts text at the spaces where a line may break.
func words(content string) []string {
	var parts []string
	for _, word := range strings.FieldsFunc(content, func(r rune) bool { return r == ' ' }) {
		if n := len(parts); n > 0 && strings.HasSuffix(parts[n-1], "-") {
			parts[n-1] += " " + word
			continue
		}
		parts = append(parts, word)
	}
	return parts
}

// split takes as many letters off a word as fit into limit, one at least.
func (t *typeset) split(word string, s style, limit float64) (head, tail string) {
	used := 0.0
	for i, r := range word {
		_, _, advance := t.resolve(s.face, r)
		used += advance * s.size
		if used > limit && i > 0 {
			return word[:i], word[i:]
		}
	}
	return word, ""
}
