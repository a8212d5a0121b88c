package pdf

import (
	"bytes"
	"math"
	"strings"

	"communique/editor/intake/layout"
)

// Space between rows of letters, in their size: more than this parts words, and less where a space is shown there.
const (
	wordSpace  = 0.15
	shownSpace = 0.03
)

// sameLine reports whether a run goes on in the line of another.
func sameLine(a, b run) bool {
	size := max(a.size, b.size, 1)
	return math.Abs(a.y-b.y) < size/2 && b.x > a.x-size && b.x > a.end-3*size
}

// twice reports whether a run is the one before it shown again, for a shadow or to look bold.
func twice(a, b run) bool {
	return a.text == b.text && math.Abs(a.x-b.x) < (a.end-a.x)/3 && math.Abs(a.y-b.y) < a.size/4
}

// apart reports whether a space parts two runs of a line: there is room for one, or one is shown and the
// second does not go on where the first ends, as behind letters that are drawn as one.
func apart(a, b run) bool {
	room := (b.x - a.end) / max(a.size, b.size)
	return room > wordSpace || (a.spaceBehind || b.spaced) && math.Abs(room) > shownSpace
}

// isDash reports whether a run is the hyphen alone that a program sets where it breaks a word.
func isDash(one run) bool {
	text := strings.TrimSpace(one.text)
	return text == "-" || text == "\u2010" || text == "\u00ad"
}

// piece are words that look alike.
type piece struct {
	text []byte
	look layout.Look
	ends bool // it is the end of a line, which the writer has set
}

// phrase puts runs together that are read one behind the other.
type phrase struct {
	pieces []piece
	last   run
	base   run     // the last one that is neither raised nor lowered
	start  float64 // where its line begins
	begun  bool
	dashed bool // the hyphen of the page's own stood behind the last run
	joined []joined
	right  columns // where lines end that are full; nil where that is not known
}

// joined is a word that was broken at a line's end, as it stood there and as it is.
type joined struct{ broken, whole string }

// add adds a run. Of one that is the page's own only a hyphen counts, which broke a word.
func (p *phrase) add(one run, address string) {
	if one.artifact {
		p.dashed = p.begun && isDash(one) && sameLine(p.last, one)
		return
	}
	if p.begun && twice(p.last, one) || one.text == "" {
		return
	}
	if p.begun {
		p.part(one)
	}
	if !p.begun && len(p.pieces) == 0 {
		p.start = one.x
	}
	p.put(p.raised(one), layout.Look{Bold: one.bold, Italic: one.italic, Address: address})
	p.last, p.begun, p.dashed = one, true, false
}

// raised is what a run says: smaller letters that stand above the line, or below it, as such letters.
func (p *phrase) raised(one run) string {
	const smaller, moved = 0.85, 0.12
	height := one.y - p.base.y
	if !p.begun || one.size > smaller*p.base.size || !sameLine(p.last, one) || math.Abs(height) < moved*p.base.size {
		p.base = one
		return one.text
	}
	if height > 0 {
		return layout.Raised(one.text)
	}
	return layout.Lowered(one.text)
}

// part adds what stands between the last run and the next: within a line a space where there is room for one; at a
// line's end a space, unless that breaks a word.
func (p *phrase) part(next run) {
	end := &p.pieces[len(p.pieces)-1]
	switch {
	case sameLine(p.last, next):
		if apart(p.last, next) {
			p.put(" ", end.look)
		}
	case p.dashed:
	case p.isShort(next):
		p.pieces = append(p.pieces, piece{text: []byte("\n"), ends: true})
	default:
		p.lineEnd(next.text)
	}
	if !sameLine(p.last, next) {
		p.start = next.x
	}
}

// isShort reports whether the last line ends long before the next word would not fit into it any more: not because
// it is full.
func (p *phrase) isShort(next run) bool {
	const short, beside = 0.6, 0.5
	right := p.right.of(line{x: p.start}).right
	return right > 0 && math.Abs(p.start-next.x) < beside*next.size && p.last.end+next.end-next.x-p.start < short*(right-p.start)
}

// lineEnd joins the line with the next one.
func (p *phrase) lineEnd(next string) {
	end := &p.pieces[len(p.pieces)-1]
	end.text = bytes.TrimRight(end.text, " ")
	begun := string(end.text[bytes.LastIndexByte(end.text, ' ')+1:]) // the last word, and what a no-break space binds to it
	switch whole := layout.JoinLines(begun, next); {
	case strings.HasPrefix(whole, begun+" "):
		p.put(" ", end.look)
	case strings.HasPrefix(whole, begun):
	default:
		if _, bound, is := strings.Cut(begun, "\u00a0"); is {
			begun = bound
		}
		goesOn, _, _ := strings.Cut(next, " ")
		end.text = []byte(layout.WithoutHyphen(string(end.text)))
		if !strings.HasSuffix(begun, "\u00ad") {
			p.joined = append(p.joined, joined{begun + goesOn, layout.WithoutHyphen(begun) + goesOn})
		}
	}
}

func (p *phrase) put(text string, look layout.Look) {
	if n := len(p.pieces); n > 0 && p.pieces[n-1].look == look && !p.pieces[n-1].ends {
		p.pieces[n-1].text = append(p.pieces[n-1].text, text...)
		return
	}
	p.pieces = append(p.pieces, piece{text: []byte(text), look: look})
}

// space parts what comes from what was.
func (p *phrase) space() {
	if n := len(p.pieces); n > 0 {
		p.put(" ", p.pieces[n-1].look)
	}
	p.begun = false
}

func (p *phrase) text() string {
	var b strings.Builder
	for _, one := range p.pieces {
		b.Write(one.text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// place is how far a phrase has come.
type place struct{ pieces, letters int }

func (p *phrase) here() place {
	n := len(p.pieces)
	if n == 0 {
		return place{}
	}
	return place{n, len(p.pieces[n-1].text)}
}

// replace puts a text in the place of the words behind a place.
func (p *phrase) replace(from place, text string, look layout.Look) {
	spaced := false
	if from.pieces < len(p.pieces) {
		spaced = bytes.HasPrefix(p.pieces[from.pieces].text, []byte(" "))
		p.pieces = p.pieces[:from.pieces]
	}
	if from.pieces > 0 {
		last := &p.pieces[from.pieces-1]
		spaced = spaced || bytes.HasPrefix(last.text[min(from.letters, len(last.text)):], []byte(" "))
		last.text = last.text[:min(from.letters, len(last.text))]
	}
	if spaced {
		text = " " + text
	}
	p.put(text, look)
}

// cut takes words off the beginning, whatever spaces stand between them.
func (p *phrase) cut(words string) {
	for _, letter := range words {
		for len(p.pieces) > 0 {
			first := &p.pieces[0]
			if first.text = bytes.TrimLeft(first.text, " "); len(first.text) == 0 {
				p.pieces = p.pieces[1:]
				continue
			}
			if letter != ' ' {
				first.text = bytes.TrimPrefix(first.text, []byte(string(letter)))
			}
			break
		}
	}
}
