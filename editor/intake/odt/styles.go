package odt

import (
	"fmt"
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/intake/parts"
)

// styles are a text's styles by their names, those it defines for itself too.
type styles map[string]style

type style struct {
	base         string
	display      string // its name for people
	list         string
	level        int // of the outline, from 1; 0 is the text's
	look         characters
	above, below bool // it has a border there
}

// characters say how letters look; nil leaves it to what is below.
type characters struct {
	bold, italic, hidden, struck *bool
	raised                       int // 1 above the line, -1 below it
}

func (c characters) over(base characters) characters {
	first := func(a, b *bool) *bool {
		if a != nil {
			return a
		}
		return b
	}
	all := characters{first(c.bold, base.bold), first(c.italic, base.italic), first(c.hidden, base.hidden), first(c.struck, base.struck), c.raised}
	if all.raised == 0 {
		all.raised = base.raised
	}
	return all
}

func is(b *bool) bool { return b != nil && *b }

// readStyle reads a style. Those of paragraphs and of letters may have one name.
func (r *reader) readStyle(e parts.Element) error {
	family := e.Get("family")
	if family != "paragraph" && family != "text" || e.Name == "default-style" {
		return r.walker.Skip()
	}
	name := key(family, e.Get("name"))
	s := style{base: e.Get("parent-style-name"), display: e.Get("display-name"), list: e.Get("list-style-name")}
	if s.base != "" {
		s.base = key(family, s.base)
	}
	if n := 0; e.Get("default-outline-level") != "" {
		if _, err := fmt.Sscan(e.Get("default-outline-level"), &n); err == nil && n > 0 {
			s.level = n
		}
	}
	err := r.walker.Inside(func(e parts.Element) error {
		switch e.Name {
		case "text-properties":
			s.look = characters{
				bold: property(e, "font-weight", "bold", "600", "700", "800", "900"), italic: property(e, "font-style", "italic", "oblique"),
				hidden: property(e, "display", "none"), struck: crossed(e),
			}
			s.look.raised = raised(e.Get("text-position"))
		case "paragraph-properties":
			s.above, s.below = bordered(e, "border-top"), bordered(e, "border-bottom")
		}
		return nil
	}, nil)
	r.styles[name] = s
	return err
}

func key(family, name string) string {
	if family == "text" {
		return "text " + name
	}
	return name
}

// property reports whether an attribute has one of some values; nil where it is not there.
func property(e parts.Element, name string, values ...string) *bool {
	if !e.Has(name) {
		return nil
	}
	given := e.Get(name)
	on := false
	for _, v := range values {
		on = on || given == v
	}
	return &on
}

// raised reads where letters stand: "super 58%", "33% 80%", and below the line "-33% 58%".
func raised(position string) int {
	place, _, _ := strings.Cut(position, " ")
	switch {
	case strings.HasPrefix(place, "sub"), strings.HasPrefix(place, "-"):
		return -1
	case place == "", strings.HasPrefix(place, "0%"):
		return 0
	}
	return 1
}

func crossed(e parts.Element) *bool {
	for _, name := range []string{"text-line-through-style", "text-line-through-type"} {
		if e.Has(name) {
			on := e.Get(name) != "none"
			return &on
		}
	}
	return nil
}

func bordered(e parts.Element, name string) bool {
	given := e.Get(name)
	return given != "" && given != "none" && !strings.HasPrefix(given, "0pt") && !strings.HasPrefix(given, "0cm") && !strings.HasPrefix(given, "0in")
}

// chain returns a style and those it is based on, the nearest first.
func (s styles) chain(name string) []style {
	var all []style
	for range 12 {
		one, known := s[name]
		if !known {
			break
		}
		if one.display == "" {
			one.display = strings.TrimPrefix(name, "text ")
		}
		all = append(all, one)
		name = one.base
	}
	return all
}

func (s styles) look(name string) characters {
	var c characters
	for _, one := range s.chain(name) {
		c = c.over(one.look)
	}
	return c
}

func (s styles) borders(name string) (above, below bool) {
	for _, one := range s.chain(name) {
		if one.above || one.below {
			return one.above, one.below
		}
	}
	return false, false
}

// kind tells what a paragraph in a style is, by the names of the style and of those it
// is based on; without a list of styles, by its name.
func (s styles) kind(name string) (kind layout.Kind, level int) {
	chain := s.chain(name)
	if len(chain) == 0 {
		chain = []style{{display: name}}
	}
	for _, one := range chain {
		if kind, level := layout.Style(strings.ReplaceAll(one.display, "_20_", " ")); kind != "" {
			return kind, level
		}
		if one.level > 0 {
			return layout.Heading, one.level
		}
	}
	return layout.Text, 0
}
