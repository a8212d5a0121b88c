package rtf

import (
	"strconv"
	"strings"
	"unicode"

	"communique/editor/intake/layout"
)

// properties are a paragraph's own.
type properties struct {
	style        int
	base         int // of the style that is described
	outline      int // its level, from 1; 0 for none
	level        int // of an item, from 0
	inTable      bool
	above, below bool // borders
	side         string
}

// style is what a paragraph is by its name, and how all letters of it look.
type style struct {
	kind         layout.Kind
	level        int
	bold, italic bool
	base         int // the style whose kind it has where its name says none
}

// basedOn is how far styles are followed to the one that says what they are.
const basedOn = 10

// styled returns a style by its number.
func (r *reader) styled(number int) style {
	own := r.styles[number]
	for range basedOn {
		base, ok := r.styles[own.base]
		if own.kind != "" || !ok || own.base == number {
			break
		}
		own.kind, own.level, own.base = base.kind, base.level, base.base
	}
	return own
}

// actions are the words that end paragraphs or say how they stand.
var actions = map[string]func(r *reader, n int, on bool){
	"par":  (*reader).mark,
	"sect": func(r *reader, _ int, _ bool) { r.leaveTable(); r.paragraph() },
	"page": func(r *reader, _ int, _ bool) { r.paragraph() }, "column": func(r *reader, _ int, _ bool) { r.paragraph() },
	"line": func(r *reader, _ int, _ bool) { r.shown(r.w.Break) },
	"pard": func(r *reader, _ int, _ bool) { r.p = properties{} },
	"ilvl": func(r *reader, n int, _ bool) { r.p.level = min(max(n, 0), 8) },
	"outlinelevel": func(r *reader, n int, _ bool) {
		if n >= 0 && n < 9 {
			r.p.outline = n + 1
		}
	},
	"intbl": func(r *reader, _ int, _ bool) { r.p.inTable = true },
	"brdrt": func(r *reader, _ int, _ bool) { r.p.above, r.p.side = true, "above" },
	"brdrb": func(r *reader, _ int, _ bool) { r.p.below, r.p.side = true, "below" },
	"brdrnone": func(r *reader, _ int, _ bool) {
		r.p.above, r.p.below = r.p.above && r.p.side != "above", r.p.below && r.p.side != "below"
	},
	"brdrl": func(r *reader, _ int, _ bool) { r.p.side = "" }, "brdrr": func(r *reader, _ int, _ bool) { r.p.side = "" },
	"trowd":  func(r *reader, _ int, _ bool) { r.row() },
	"clvmrg": func(r *reader, _ int, _ bool) { r.covered() }, "clmrg": func(r *reader, _ int, _ bool) { r.covered() },
	"cellx":    func(r *reader, _ int, _ bool) { r.defined() },
	"cell":     func(r *reader, _ int, _ bool) { r.cell() },
	"row":      func(r *reader, _ int, _ bool) { r.endRow() },
	"nestcell": func(r *reader, _ int, _ bool) { r.paragraph() },
}

// shown does what belongs to the text, unless that is hidden here.
func (r *reader) shown(do func()) {
	if !r.gone() {
		do()
	}
}

// mark ends the paragraph. Where the mark is taken out, the next one goes on in it.
func (r *reader) mark(int, bool) {
	if !r.gone() {
		r.leaveTable()
		r.paragraph()
		return
	}
	if r.deleted && !r.was.deleted {
		r.w.Lose(layout.Deletions, 1)
	}
	r.was = r.lost
	r.w.Words(" ", layout.Look{})
}

// paragraph ends the paragraph: as what its style, its level and its list make of it.
func (r *reader) paragraph() {
	r.was = lost{}
	own := r.styled(r.p.style)
	p := layout.Paragraph{Kind: own.kind, Level: own.level, Strong: own.bold}
	if p.Kind == "" {
		p.Kind = layout.Text
	}
	if r.p.outline > 0 && p.Kind == layout.Text {
		p.Kind, p.Level = layout.Heading, r.p.outline
	}
	label := strings.TrimSpace(r.label)
	r.label = ""
	ruled := r.p.above != r.p.below && (p.Kind == layout.Text || p.Kind == layout.Contact)
	switch open := r.w.Open(); {
	case !open:
		r.w.End(p)
		if r.p.above || r.p.below {
			r.w.Add(layout.Paragraph{Kind: layout.Rule})
		}
	default:
		r.ended++
		if ruled && r.p.above {
			r.w.Rule()
		}
		r.w.End(r.listed(p, label))
		if ruled && r.p.below {
			r.w.Add(layout.Paragraph{Kind: layout.Rule})
		}
	}
	boxes := r.boxes
	r.boxes = nil
	for _, d := range boxes {
		r.w.Append(d)
	}
}

// listed makes an item of a paragraph with a bullet or a number before it. Any other label is a
// word of the text.
func (r *reader) listed(p layout.Paragraph, label string) layout.Paragraph {
	if label == "" {
		return p
	}
	number, err := strconv.Atoi(strings.TrimRight(label, ".)"))
	switch {
	case p.Kind == layout.Heading || p.Kind == layout.Subtitle:
		if strings.ContainsFunc(label, isWord) {
			r.w.First(label + " ")
		}
	case !strings.ContainsFunc(label, isWord) || label == "o": // Word's second bullet
		p.Kind, p.Level = layout.Item, r.p.level
	case err == nil && number > 0 && number < 1_000_000: // as in every format
		p.Kind, p.Number, p.Level = layout.Item, number, r.p.level
	case r.p.level > 0 && layout.Ordinal(label) > 0:
		p.Kind, p.Number, p.Label, p.Level = layout.Item, layout.Ordinal(label), label, r.p.level
	default:
		r.w.First(label + " ")
	}
	return p
}

func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// listLabel reads the bullet or the number before a paragraph.
func (r *reader) listLabel() {
	r.label = ""
	r.into = func(text string) {
		if len(r.label) < 100 {
			r.label += text
		}
	}
}

// styleSheet reads the names of styles.
func (r *reader) styleSheet() {
	name := ""
	r.into = func(text string) {
		for part := range strings.SplitAfterSeq(text, ";") {
			name += part
			if said, whole := strings.CutSuffix(name, ";"); whole {
				kind, level := layout.Style(said)
				if len(r.styles) < 10_000 {
					r.styles[r.p.style] = style{kind, level, r.look.Bold, r.look.Italic, r.p.base}
				}
				name = ""
			}
		}
	}
}

// picture reads a picture in figures, or in bytes.
func (r *reader) picture() {
	r.into = func(string) {}
	r.shown(func() {
		w := &layout.Writer{Part: r.w.Part}
		file := r.pictureFile()
		if r.object && !layout.IsPicture(file) {
			return
		}
		w.Picture(file, "")
		r.boxes = append(r.boxes, w.Document())
	})
}

// pictureFile goes to the end of a picture's group and returns its file.
func (r *reader) pictureFile() []byte {
	depth := 0
	for !r.done() {
		if depth == 0 {
			if file := r.hex(); len(file) > 0 {
				return file
			}
		}
		if r.done() || depth == 0 && r.data[r.at] == '}' {
			return nil
		}
		switch t := r.next(); {
		case t.kind == opens:
			depth++
		case t.kind == closes:
			depth--
		case t.kind == word && t.word == "bin":
			return r.take(t.number)
		}
	}
	return nil
}
