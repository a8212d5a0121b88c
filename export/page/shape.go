package page

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"communique/assets/fonts"
	"communique/editor/typography"
	"communique/export/typeface"
)

// replacement is drawn where no face has a letter.
const replacement = '\ufffd'

// shaper finds the shapes of letters and their widths.
type shaper struct {
	reader  *typeface.Reader
	hyphens map[*typography.Hyphenator]map[string][]breakpoint // where words may be broken
	missing []rune
	// fallbacks are the files of the faces that draw what a face lacks, best first. They are
	// read when a letter first asks for them.
	fallbacks func(*typeface.Face) []string
	asked     map[*typeface.Face][]string // what fallbacks said
}

func newShaper(fallbacks func(*typeface.Face) []string) *shaper {
	return &shaper{reader: typeface.NewReader(), fallbacks: fallbacks, asked: map[*typeface.Face][]string{}, hyphens: map[*typography.Hyphenator]map[string][]breakpoint{}}
}

// letter is a shape in a line that is not set yet. Its advance is in points and
// holds the kerning with the next letter.
type letter struct {
	Glyph
	face *typeface.Face
	span int  // the number of its span, from 1; 0 is the paragraph itself
	tied bool // no line ends before it: it is the second half of a flag
}

func (l letter) isSpace() bool {
	return l.Rune == ' ' || l.Rune == noBreakSpace
}

const (
	noBreakSpace       = '\u00a0'
	narrowNoBreakSpace = '\u202f'
)

// shape returns the letters of content in a size, and in a face but where a span has
// another.
func (s *shaper) shape(content string, face *typeface.Face, size float64, spans ...span) []letter {
	letters := make([]letter, 0, utf8.RuneCountInString(content))
	next := 0
	var flags flags
	for at, r := range content {
		for next < len(spans) && spans[next].to <= len(letters) {
			next++
		}
		face, span := face, 0
		if next < len(spans) && spans[next].from <= len(letters) {
			face, span = spans[next].face, next+1
		}
		var l letter
		if half, second := flags.half(r, content[at:]); half != 0 {
			l = s.flag(r, half, size)
			l.tied = second
		} else {
			l = s.letter(r, face, size)
		}
		l.span = span
		letters = append(letters, l)
	}
	for i := range len(letters) - 1 {
		s.kern(&letters[i], letters[i+1], size)
	}
	return letters
}

// kern moves the next letter to where the face wants it after l.
func (s *shaper) kern(l *letter, next letter, size float64) {
	if l.face == next.face {
		l.Advance += s.reader.Kern(l.face, l.ID, next.ID) * size / 1000
	}
}

// letter finds a face for a letter: its own, then the fallbacks of that.
func (s *shaper) letter(r rune, face *typeface.Face, size float64) letter {
	if unicode.IsSpace(r) {
		return s.space(r, face, size)
	}
	if r == '\u200c' || r == '\u200d' || r >= '\ufe00' && r <= '\ufe0f' { // they say how others join, and show nothing
		blank := s.space(' ', face, size)
		blank.Rune, blank.Advance = r, 0
		return blank
	}
	if !isSettable(r) {
		return s.lacking(r, size)
	}
	if id, ok := s.reader.Glyph(face, r); ok {
		return newLetter(r, id, face, size)
	}
	if s.asked[face] == nil {
		s.asked[face] = s.fallbacks(face)
	}
	for _, file := range s.asked[face] {
		f := typeface.Embedded(file)
		if id, ok := s.reader.Glyph(f, r); ok {
			return newLetter(r, id, f, size)
		}
	}
	return s.lacking(r, size)
}

// lacking is a letter that cannot be drawn.
func (s *shaper) lacking(r rune, size float64) letter {
	if !slices.Contains(s.missing, r) {
		s.missing = append(s.missing, r)
	}
	f := typeface.Embedded(fonts.Fallback)
	id, _ := s.reader.Glyph(f, replacement)
	return newLetter(r, id, f, size)
}

// space draws every kind of space as a plain one: few faces have the others.
func (s *shaper) space(r rune, face *typeface.Face, size float64) letter {
	id, _ := s.reader.Glyph(face, ' ')
	l := newLetter(r, id, face, size)
	switch r {
	case noBreakSpace:
	case narrowNoBreakSpace, '\u2009', '\u200a':
		l.Advance /= 2
	case tab:
		l.Advance = size
	case '\u2007', '\u2002': // as wide as asked for, but a space
	default:
		l.Rune = ' '
	}
	return l
}

func newLetter(r rune, id typeface.GlyphID, face *typeface.Face, size float64) letter {
	return letter{Glyph: Glyph{ID: id, Rune: r, Advance: face.Width(id) * size / 1000}, face: face}
}

func width(letters []letter) float64 {
	total := 0.0
	for _, l := range letters {
		total += l.Advance
	}
	return total
}
