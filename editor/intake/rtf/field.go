package rtf

import (
	"strings"

	"communique/editor/intake/layout"
)

// field is one whose result stands in the text; its code says what it is.
type field struct {
	outer   *field
	code    string
	address string
	shown   bool // it has a result
	form    form
}

// fieldGroup reads a field: its code, and what it shows. Of one that shows nothing it is told what its code draws, or asks.
func (r *reader) fieldGroup() {
	f := &field{outer: r.field}
	r.field = f
	r.end = func() {
		if f.shown || !r.reading() || r.gone() {
			return
		}
		if said := layout.InLine(f.code); said != "" {
			r.letters(said)
			return
		}
		name, _, _ := strings.Cut(strings.TrimSpace(f.code), " ")
		if what := layout.Unshown(name); what != "" {
			r.w.Lose(what, 1)
		}
		if said := f.form.shown(); said != "" {
			r.letters(said)
		}
	}
}

// fieldCode reads a field's code.
func (r *reader) fieldCode() {
	f := r.field
	if f == nil {
		r.skip = true
		return
	}
	r.into = func(text string) {
		if len(f.code) < 10_000 {
			f.code += text
		}
	}
}

// fieldResult reads what a field shows. What counts pages says something of the paper.
func (r *reader) fieldResult() {
	f := r.field
	if f == nil {
		return
	}
	name, rest, _ := strings.Cut(strings.TrimSpace(f.code), " ")
	switch strings.ToUpper(name) {
	case "HYPERLINK":
		rest, _, _ = strings.Cut(strings.TrimLeft(rest, ` "`), `"`)
		given, known := layout.Address(rest)
		if f.address = given; !known && rest != "" && !strings.HasPrefix(rest, `\`) {
			r.w.Lose(layout.Links, 1)
		}
	case "PAGE", "NUMPAGES", "SECTIONPAGES", "FILENAME":
		r.skip = r.margin
	case "SET", "ASK":
		r.w.Lose(layout.Hidden, 1)
		r.skip = true
	}
	if f.address == "" && f.outer != nil {
		f.address = f.outer.address
	}
}

// form is what a field of a form is, and what was done with it.
type form struct {
	kind    int // 1 for a box, 2 for a choice
	chosen  int
	meant   int
	entries []string
}

// The kinds of fields of forms, and the number that leaves one as it was meant ([RTF 1.9.1], Form Fields).
const (
	formBox    = 1
	formChoice = 2
	asMeant    = 25
)

// The most that is read of what may be chosen, and bytes of the name of an entry or of a shape's property.
const (
	mostEntries = 1000
	longestName = 1000
)

// formValue reads a number that says what a field of a form is.
func (r *reader) formValue(name string, n int) {
	f := r.field
	if f == nil {
		return
	}
	switch name {
	case "fftype":
		f.form.kind, f.form.chosen = n, asMeant
	case "ffres":
		f.form.chosen = n
	case "ffdefres":
		f.form.meant = n
	}
}

// formEntry reads an entry that may be chosen.
func (r *reader) formEntry() {
	f := r.field
	if f == nil || len(f.form.entries) >= mostEntries {
		r.skip = true
		return
	}
	n := len(f.form.entries)
	f.form.entries = append(f.form.entries, "")
	r.into = func(text string) {
		if len(f.form.entries[n]) < longestName {
			f.form.entries[n] += text
		}
	}
}

// shown is what a field of a form shows that has no words.
func (f form) shown() string {
	n := f.chosen
	if n == asMeant {
		n = f.meant
	}
	switch {
	case f.kind == formBox:
		return layout.Ticked(n == 1)
	case f.kind == formChoice && n >= 0 && n < len(f.entries):
		return f.entries[n]
	}
	return ""
}

// shapeName reads what is said of a shape, and shapeValue what words are drawn in it; on every page they are no text.
func (r *reader) shapeName() {
	r.shape, r.mute = "", false
	r.into = func(text string) {
		if len(r.shape) < longestName {
			r.shape += text
		}
	}
}

func (r *reader) shapeValue() {
	if r.shape != "gtextUNICODE" || r.margin || r.gone() {
		return
	}
	w := &layout.Writer{Part: layout.Box}
	r.mute = false
	r.into = func(text string) { w.Words(text, layout.Look{}) }
	r.end = func() { r.boxes = append(r.boxes, w.Document()) }
}
