package pdf

import (
	"math"

	"communique/editor/intake/pdf/objects"
)

// doText follows an operator of text.
func (s *painter) doText(word string, before []any) {
	t := &s.state
	one, isOne := numbers(before, 1)
	switch word {
	case "BT":
		t.text, t.lineMatrix = identity, identity
	case "Tf":
		if len(before) > 1 && isOne {
			if name, is := before[len(before)-2].(objects.Name); is {
				t.font, t.size = s.named(name), one[0]
			}
		}
	case "Tm":
		if v, ok := numbers(before, 6); ok {
			t.text, t.lineMatrix = matrix(v), matrix(v)
		}
	case "Td", "TD":
		if v, ok := numbers(before, 2); ok {
			if word == "TD" {
				t.leading = -v[1]
			}
			t.next(v[0], v[1])
		}
	case "T*":
		t.next(0, -t.leading)
	case "Tj", "TJ", "'", `"`:
		s.showing(word, before)
	default:
		if isOne {
			t.set(word, one[0])
		}
	}
}

// named is the font that the page has a name for.
func (s *painter) named(name objects.Name) *font {
	known := s.asked[name]
	if known == nil {
		known = s.font(s.file.Dict(s.resources["Font"])[name])
		s.asked[name] = known
	}
	return known
}

// set changes one value of how letters are shown.
func (t *state) set(word string, v float64) {
	switch word {
	case "Tc":
		t.letters = v
	case "Tw":
		t.words = v
	case "Tz":
		t.scale = v / 100
	case "TL":
		t.leading = v
	case "Ts":
		t.rise = v
	case "Tr":
		t.mode = int(v)
	}
}

// next begins another line.
func (t *state) next(x, y float64) {
	t.lineMatrix = matrix{1, 0, 0, 1, x, y}.times(t.lineMatrix)
	t.text = t.lineMatrix
}

// showing shows strings.
func (s *painter) showing(word string, before []any) {
	t := &s.state
	switch word {
	case `"`:
		if v, ok := numbers(before[:max(0, len(before)-1)], 2); ok {
			t.words, t.letters = v[0], v[1]
		}
		t.next(0, -t.leading)
	case "'":
		t.next(0, -t.leading)
	}
	switch o := last(before).(type) {
	case objects.String:
		s.show(o)
	case objects.Array:
		for _, one := range o {
			switch one := one.(type) {
			case objects.String:
				s.show(one)
			case float64:
				t.text = matrix{1, 0, 0, 1, -one / 1000 * t.size * t.scale, 0}.times(t.text)
			}
		}
	}
}

// along is where a matrix puts things, as one sees it who turns the page until they stand upright: lines that run
// up the page are read as others are.
func (m matrix) along() (x, y float64) {
	length := math.Hypot(m[0], m[1])
	if length == 0 {
		return m[4], m[5]
	}
	right, up := m[0]/length, m[1]/length
	return m[4]*right + m[5]*up, m[5]*right - m[4]*up
}

// slanted reports whether a matrix makes letters lean to the right: so a program makes them italic whose font is not.
func (m matrix) slanted() bool {
	const least, most = 0.15, 0.6
	lean := (m[0]*m[2] + m[1]*m[3]) / (m[0]*m[3] - m[1]*m[2])
	return lean > least && lean < most
}

// advance is how far a letter moves the place of the next, without the scale.
func (s *state) advance(g glyph) float64 {
	x := g.width*s.size + s.letters
	if g.space {
		x += s.words
	}
	return x
}

// show shows one string, word by word: whether a space parts two words is seen where they stand. One that is
// shown over letters, or of no width, parts nothing.
func (s *painter) show(text objects.String) {
	t := &s.state
	if t.font == nil {
		return
	}
	if len(text) > maxString {
		s.all = maxLetters + 1
		return
	}
	const outlined, invisible = 2, 3 // filled, and drawn along its outline: so a program makes letters bold whose font is not
	var word []string
	origin := t.text.times(t.matrix)
	one := run{mark: -1, away: !s.page.shows(origin[4], origin[5]), bold: t.font.bold || t.mode == outlined, italic: t.font.italic || origin.slanted(), unpainted: t.mode == invisible}
	flush := func() {
		if one.text, one.to = spelled(word); one.text != "" {
			s.add(one)
		}
		word = word[:0]
		one.spaced = false
	}
	for g := range t.font.read(text) {
		if g.text == unnamed && t.font.known != "" {
			s.unknown = t.font.known
		}
		isSpace := g.text == " "
		if isSpace {
			flush()
			one.spaced = true
		} else if len(word) == 0 {
			at := matrix{t.size * t.scale, 0, 0, t.size, 0, t.rise}.times(t.text).times(t.matrix)
			one.x, one.y = at.along()
			one.size = math.Hypot(at[2], at[3])
		}
		t.text = matrix{1, 0, 0, 1, t.advance(g) * t.scale, 0}.times(t.text)
		if !isSpace {
			word = append(word, g.text)
			one.end, _ = matrix{t.size * t.scale, 0, 0, t.size, 0, t.rise}.times(t.text).times(t.matrix).along()
		}
	}
	spaced := one.spaced && len(word) == 0
	flush()
	if n := len(s.page.runs); n > 0 && spaced {
		s.page.runs[n-1].spaceBehind = true
	}
}
