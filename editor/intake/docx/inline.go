package docx

import (
	"cmp"
	"slices"
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/intake/parts"
	"communique/editor/wordset"
)

// inline reads what stands in a paragraph.
func (r *reader) inline(e parts.Element) error {
	switch e.Name {
	case "pPr":
		return r.walker.Inside(r.property, nil)
	case "r":
		return r.run()
	case "hyperlink":
		return r.linked(r.links[e.Get("id")].address)
	case "hlink":
		return r.linked(e.Get("dest"))
	case "annotation":
		return r.annotation(e, r.inline)
	case "fldSimple":
		return r.field(e)
	case "del":
		r.w.Lose(layout.Deletions, 1)
		return r.walker.Skip()
	case "moveFrom":
		return r.walker.Skip()
	case "sdt":
		return r.control(r.inline, nil)
	case "AlternateContent":
		return r.alternative(r.inline)
	case "subDoc":
		r.w.Lose(layout.Inclusions, 1)
		return nil
	}
	return r.formula(e)
}

// annotation reads what Word 2003 says of a piece: that it was deleted, moved away, or remarked.
func (r *reader) annotation(e parts.Element, content func(parts.Element) error) error {
	switch e.Get("type") {
	case "Word.Deletion":
		r.w.Lose(layout.Deletions, 1)
		return r.walker.Skip()
	case "Word.Comment":
		r.w.Lose(layout.Comments, 1)
		return r.walker.Skip()
	}
	return r.walker.Inside(content, nil)
}

// emojiForm is what a form of what has several says to need that has an emoji as a sign of Word's own; the other form has it as a letter.
const emojiForm = "w16se"

// isRead reports whether a form of what has several is read here.
func isRead(e parts.Element) bool {
	return e.Name != "Choice" || !slices.Contains(strings.Fields(e.Get("Requires")), emojiForm)
}

// alternative reads the first form of what has several that is known here.
func (r *reader) alternative(content func(parts.Element) error) error {
	taken := false
	return r.walker.Inside(func(e parts.Element) error {
		if taken || !isRead(e) {
			return r.walker.Skip()
		}
		taken = true
		return r.walker.Inside(content, nil)
	}, nil)
}

// field is one whose result stands in the text: its code decides what it is.
type field struct {
	code    string
	result  bool // its code has ended
	element bool // it is an element, and ends with that
	address string
	begun   int  // which of the document it is, from 1
	hides   bool // words stand within its code
	form    string
	said    bool // its result has words
}

// The most that is read of fields: so many within one another, and so many bytes of the code of each.
const (
	maxFields = 50
	maxCode   = 4 << 10
)

// add adds to the code of a field.
func (f *field) add(code string) {
	if len(f.code) < maxCode {
		f.code += code
	}
}

// codeWords returns a field's name, and its first argument without its marks.
func codeWords(code string) (name, argument string) {
	name, rest, _ := strings.Cut(strings.TrimSpace(code), " ")
	rest = strings.TrimSpace(rest)
	if quoted, ok := strings.CutPrefix(rest, `"`); ok {
		argument, _, _ = strings.Cut(quoted, `"`)
	} else if argument, _, _ = strings.Cut(rest, " "); strings.HasPrefix(argument, `\`) { // a switch, such as that of a place
		argument = ""
	}
	return strings.ToUpper(name), argument
}

// counted are fields that say something of the paper, not of the text.
var counted = wordset.Of("PAGE NUMPAGES SECTIONPAGES FILENAME SAVEDATE PRINTDATE")

func (r *reader) field(e parts.Element) error {
	name, argument := codeWords(e.Get("instr"))
	switch {
	case counted.Has(name) && r.margin, layout.Keeps(name):
		return r.walker.Skip()
	case name == "HYPERLINK":
		return r.linked(argument)
	}
	return r.walker.Inside(r.inline, nil)
}

// linked reads what leads somewhere.
func (r *reader) linked(given string) error {
	address, known := layout.Address(given)
	if !known {
		r.w.Lose(layout.Links, 1)
	}
	r.fields = append(r.fields, field{result: true, element: true, address: address})
	err := r.walker.Inside(r.inline, nil)
	r.close(true)
	return err
}

// open is the innermost field that is an element, or is none; -1 where there is none.
func (r *reader) open(element bool) int {
	n := len(r.fields) - 1
	for n >= 0 && r.fields[n].element != element {
		n--
	}
	return n
}

// close ends that field. One may begin within a link and end behind it, or the other way round.
func (r *reader) close(element bool) {
	if n := r.open(element); n >= 0 {
		r.fields = slices.Delete(r.fields, n, n+1)
	}
}

// character begins a field, ends its code, or ends it.
func (r *reader) character(e parts.Element, look characters) error {
	form, err := r.form()
	n := r.open(false)
	switch e.Get("fldCharType") {
	case "begin":
		r.begun++
		if len(r.fields) < maxFields && !r.ignored[r.begun] {
			r.fields = append(r.fields, field{begun: r.begun, form: form})
		}
	case "separate":
		if n < 0 {
			return err
		}
		f := &r.fields[n]
		f.result = true
		name, argument := codeWords(f.code)
		if name == "HYPERLINK" {
			var known bool
			if f.address, known = layout.Address(argument); !known {
				r.w.Lose(layout.Links, 1)
			}
		}
		if layout.Keeps(name) {
			r.w.Lose(layout.Hidden, 1)
		}
		if counted.Has(name) && r.margin || layout.Keeps(name) {
			f.result = false
		}
	case "end":
		if n >= 0 {
			r.endField(n, look)
		}
	}
	return err
}

// endField ends a field that is no element, and writes what it shows without words.
func (r *reader) endField(n int, look characters) {
	f := r.fields[n]
	drawn := cmp.Or(f.form, layout.InLine(f.code))
	if !f.result && drawn == "" {
		r.unshown(n)
	}
	r.close(false)
	if !f.said && drawn != "" {
		r.letters(drawn, look)
	}
}

// unshown tells what is lost of a field that ends without a result, where it stands in the text.
func (r *reader) unshown(n int) {
	name, _ := codeWords(r.fields[n].code)
	outside := !slices.ContainsFunc(r.fields[:n], func(f field) bool { return !f.result })
	if what := layout.Unshown(name); what != "" && outside {
		r.w.Lose(what, 1)
	}
}

// leave ends a text, and with it the fields that have not ended: Word shows what stands behind their beginning.
func (r *reader) leave() {
	for _, f := range r.fields {
		if f.hides && !f.result {
			r.endless[f.begun] = true
		}
	}
	r.fields = nil
}

// hide notes that words stand within the codes of fields.
func (r *reader) hide() {
	for i := range r.fields {
		r.fields[i].hides = true
	}
}

// shown reports whether what stands here is a text, and not a field's code.
func (r *reader) shown() bool {
	for i := range r.fields {
		if !r.fields[i].result {
			return false
		}
	}
	return true
}

// address is where a click on what stands here leads.
func (r *reader) address() string {
	for i := len(r.fields) - 1; i >= 0; i-- {
		if r.fields[i].address != "" {
			return r.fields[i].address
		}
	}
	return ""
}
