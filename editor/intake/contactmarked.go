package intake

import (
	"slices"

	"communique/editor/intake/layout"
	"communique/editor/release"
)

// marked reads the paragraphs that the document marks as contacts, with the headings that say whose they are, and takes the rule
// above them. An address among them stays, for it has no field.
func (r *contactReader) marked() bool {
	is := func(p layout.Paragraph) bool { return p.Kind == layout.Contact }
	if !slices.ContainsFunc(r.lines, is) {
		return false
	}
	r.markHeadings()
	first := slices.IndexFunc(r.lines, is)
	kept := r.lines[:first:first]
	if first > 0 && r.lines[first-1].Kind == layout.Rule {
		kept = kept[:first-1]
	}
	for _, p := range r.lines[first:] {
		if !is(p) {
			kept = append(kept, p)
			continue
		}
		if p.Begins {
			r.begin()
		}
		p.Kind, p.Begins = layout.Text, false
		kept = append(kept, r.block([]layout.Paragraph{p})...)
	}
	r.lines = kept
	r.release.Contacts = slices.DeleteFunc(r.release.Contacts, func(c release.Contact) bool {
		return c.Name == "" && c.Post == "" && c.Organisation == "" && len(c.Phones) == 0 && c.Email == "" && c.Site == ""
	})
	return true
}

// markHeadings marks the headings, too, each of which names whose the marked contact below it is.
func (r *contactReader) markHeadings() {
	for i := 2; i+1 < len(r.lines); i++ {
		below := &r.lines[i+1]
		if r.lines[i].Kind == layout.Heading && below.Kind == layout.Contact && headsContacts(r.lines[i]) {
			r.lines[i].Kind, r.lines[i].Level, r.lines[i].Begins = layout.Contact, 0, true
			below.Begins = false
		}
	}
}
