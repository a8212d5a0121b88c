package docx

import (
	"cmp"
	"strconv"
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/intake/parts"
)

// styles are a document's styles by their ids. In Word of any language a style of its
// own keeps its English name, and has an id in that language's letters.
type styles map[string]style

type style struct {
	id     string
	name   string
	base   string
	number numberRef
	level  int // of the outline, from 1; 0 is the text's
	look   characters
	border borders
}

// borders are those above and below a paragraph; set says that it has a say in them.
type borders struct{ set, above, below bool }

// read reads the borders of a paragraph or a style.
func (b *borders) read(w *parts.Walker) error {
	b.set = true
	return w.Inside(func(e parts.Element) error {
		shown := e.Get("val") != "nil" && e.Get("val") != "none"
		switch e.Name {
		case "top":
			b.above = shown
		case "bottom":
			b.below = shown
		}
		return nil
	}, nil)
}

// border returns the borders of a style.
func (s styles) border(id string) borders {
	for _, one := range s.chain(id) {
		if one.border.set {
			return one.border
		}
	}
	return borders{}
}

// characters say how letters look; nil leaves it to what is below.
type characters struct {
	bold, italic, hidden, struck *bool
	font                         string
	align                        string // "superscript", "subscript"; "" leaves it, too
}

// over returns what is said of c, and below it of base.
func (c characters) over(base characters) characters {
	first := func(a, b *bool) *bool {
		if a != nil {
			return a
		}
		return b
	}
	return characters{first(c.bold, base.bold), first(c.italic, base.italic), first(c.hidden, base.hidden), first(c.struck, base.struck), cmp.Or(c.font, base.font), cmp.Or(c.align, base.align)}
}

func is(b *bool) bool { return b != nil && *b }

// onOff reads a property that is on unless it says otherwise.
func onOff(e parts.Element) *bool {
	on := isOn(e.Get("val"))
	return &on
}

func isOn(value string) bool {
	switch strings.ToLower(value) {
	case "0", "false", "off":
		return false
	}
	return true
}

// set takes a property of letters.
func (c *characters) set(e parts.Element) {
	switch e.Name {
	case "b":
		c.bold = onOff(e)
	case "i":
		c.italic = onOff(e)
	case "vanish":
		c.hidden = onOff(e)
	case "strike", "dstrike":
		c.struck = onOff(e)
	case "vertAlign":
		c.align = e.Get("val")
	case "position": // LibreOffice raises letters so
		c.align = raised(e.Get("val"))
	case "rFonts":
		c.font = cmp.Or(e.Get("ascii"), e.Get("hAnsi"))
	}
}

func (r *reader) readStyles() error {
	return r.Package.Walk(r.named("styles"), func(w *parts.Walker, e parts.Element) error {
		if e.Name != "style" {
			return nil
		}
		id := e.Get("styleId")
		s := style{id: id}
		err := w.Inside(func(e parts.Element) error {
			switch e.Name {
			case "name":
				s.name = e.Get("val")
			case "basedOn":
				s.base = e.Get("val")
			case "outlineLvl":
				s.level = outline(e)
			case "numId", "ilfo":
				s.number.id, s.number.set = e.Get("val"), true
			case "ilvl":
				s.number.level = level(e)
			case "pBdr":
				return s.border.read(w)
			case "tblStylePr":
				return w.Skip()
			default:
				s.look.set(e)
			}
			return nil
		}, nil)
		r.styles[id] = s
		return err
	})
}

// outline reads the level of a heading, from 1; that of the text is 0.
func outline(e parts.Element) int {
	if n, err := strconv.Atoi(e.Get("val")); err == nil && n >= 0 && n < 9 {
		return n + 1
	}
	return 0
}

// chain returns a style and those it is based on, the nearest first.
func (s styles) chain(id string) []style {
	var all []style
	for range 12 {
		one, known := s[id]
		if !known {
			break
		}
		all = append(all, one)
		id = one.base
	}
	return all
}

// look returns how letters look in a style.
func (s styles) look(id string) characters {
	var c characters
	for _, one := range s.chain(id) {
		c = c.over(one.look)
	}
	return c
}

// kind tells what a paragraph in a style is, by the names of the style and of those it
// is based on; without a list of styles, by its id.
func (s styles) kind(id string) (kind layout.Kind, level int) {
	chain := s.chain(id)
	if len(chain) == 0 {
		chain = []style{{name: id}}
	}
	for _, one := range chain {
		if kind, level := layout.Style(one.name); kind != "" {
			return kind, level
		}
		if one.level > 0 {
			return layout.Heading, one.level
		}
	}
	return layout.Text, 0
}
