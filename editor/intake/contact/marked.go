package contact

import (
	"slices"

	"communique/editor/intake/layout"
	"communique/editor/release"
)

// Marked reads the paragraphs that the document marks as contacts, with the headings that say whose they are, and takes the rule
// above them. An address among them stays, for it has no field.
func (r *Reader) Marked() bool {
	is := func(p layout.Paragraph) bool { return p.Kind == layout.Contact }
	if !slices.ContainsFunc(r.Lines, is) {
		return false
	}
	r.markHeadings()
	first := slices.IndexFunc(r.Lines, is)
	kept := r.Lines[:first:first]
	if first > 0 && r.Lines[first-1].Kind == layout.Rule {
		kept = kept[:first-1]
	}
	for _, p := range r.Lines[first:] {
		if !is(p) {
			kept = append(kept, p)
			continue
		}
		if p.Begins {
			r.begin()
		}
		p.Kind, p.Begins = layout.Text, false
		kept = append(kept, r.Block([]layout.Paragraph{p})...)
	}
	r.Lines = kept
	r.Release.Contacts = slices.DeleteFunc(r.Release.Contacts, func(c release.Contact) bool {
		return c.Name == "" && c.Post == "" && c.Organisation == "" && len(c.Phones) == 0 && c.Email == "" && c.Site == ""
	})
	return true
}

// markHeadings marks the headings, too, each of which names whose the marked contact below it is.
func (r *Reader) markHeadings() {
	for i := 2; i+1 < len(r.Lines); i++ {
		below := &r.Lines[i+1]
		if r.Lines[i].Kind == layout.Heading && below.Kind == layout.Contact && headsContacts(r.Lines[i]) {
			r.Lines[i].Kind, r.Lines[i].Level, r.Lines[i].Begins = layout.Contact, 0, true
			below.Begins = false
		}
	}
}
