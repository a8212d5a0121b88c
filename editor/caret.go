package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"communique/editor/draft"
	"communique/editor/proof"
)

// goTo puts the caret where a finding is.
func (p *Pane) goTo(f proof.Finding) {
	if p.session == nil {
		return
	}
	if f.Field == string(draft.Contacts) && p.contacts.adder.Visible() {
		p.params.Focus(p.contacts.adder)
		return
	}
	name, caret := p.place(f)
	if f := p.fields[name]; f != nil {
		if folded[name] {
			p.unfold(true)
		}
		f.setCaret(caret)
		p.params.Focus(f)
	}
}

// folded are the fields that are hidden until they are asked for.
var folded = map[draft.Field]bool{
	draft.Embargo: true, draft.Number: true, draft.Tags: true, draft.Boilerplate: true, draft.Notes: true,
}

// GoTo puts the caret at the beginning of a field of the release, or of one of
// its blocks; block is -1 for the other fields.
func (p *Pane) GoTo(field string, block int) {
	p.goTo(proof.Finding{Field: field, Block: block})
}

// place tells a finding's field and code point in the pane's own text, where
// lead and body stand together.
func (p *Pane) place(f proof.Finding) (draft.Field, int) {
	switch f.Field {
	case "headline", "subheadline", "boilerplate", "date", "place", "embargo":
		return draft.Field(f.Field), f.Start
	case "lead", "blocks", "speaker":
		return draft.Text, draft.Offset(p.session.Text(draft.Text), f.Block, f.Field == "speaker", f.Start)
	case "tags":
		return draft.Tags, 0
	default:
		return draft.Text, 0
	}
}

// Selected returns the words that are selected in the field with the caret.
func (p *Pane) Selected() string {
	for _, f := range p.fields {
		if text := f.SelectedText(); text != "" {
			return text
		}
	}
	return ""
}

// ShowHits puts the caret where a search has found its first words, and makes it
// the place where writing goes on; find returns the places of hits in a text, in
// bytes.
func (p *Pane) ShowHits(find func(text string) [][2]int) {
	for _, name := range []draft.Field{draft.Text, draft.Headline} {
		text := p.session.Text(name)
		if hits := find(text); len(hits) > 0 {
			f := p.fields[name]
			f.setCaret(len([]rune(text[:hits[0][0]])))
			p.start = f
			return
		}
	}
}

// Insert writes text where the caret was last, and puts the keyboard there.
func (p *Pane) Insert(text string) {
	f := p.last
	if f == nil {
		f = p.fields[draft.Text]
	}
	p.params.Focus(f)
	f.insert(text)
}

// FocusText moves the keyboard to the text.
func (p *Pane) FocusText() { p.params.Focus(p.fields[draft.Text]) }

// Place is where a person is in the draft: the caret of each field, and which
// field the keyboard was in last.
type Place struct {
	carets map[draft.Field]int
	last   draft.Field
}

// Place tells where the person is.
func (p *Pane) Place() Place {
	at := Place{carets: map[draft.Field]int{}}
	for name, f := range p.fields {
		at.carets[name] = f.CursorTextOffset()
		if f == p.last {
			at.last = name
		}
	}
	return at
}

// Return puts the carets back where they were, in this pane or in one built anew.
func (p *Pane) Return(to Place) {
	for name, caret := range to.carets {
		f := p.fields[name]
		f.setCaret(min(caret, len([]rune(f.Text))))
	}
	if f := p.fields[to.last]; f != nil {
		p.last, p.start = f, f
	}
}

// Holds reports whether an object with the keyboard is one of the pane's.
func (p *Pane) Holds(o fyne.Focusable) bool {
	for _, f := range p.fields {
		if o == fyne.Focusable(f) {
			return true
		}
	}
	for _, c := range p.choices {
		if o == fyne.Focusable(c) {
			return true
		}
	}
	return p.contacts.holds(o)
}

func (p *Pane) markProblem(name draft.Field) {
	if p.session == nil {
		return
	}
	f, problem := p.fields[name], p.session.Problem(name)
	if f == nil {
		return
	}
	f.SetValidationError(problem)
	if caption := p.captions[name]; caption != nil {
		caption.Importance = widget.LowImportance
		if problem != nil {
			caption.Importance = widget.DangerImportance
		}
		caption.Refresh()
	}
	if problem != nil && folded[name] {
		p.unfold(true) // what is wrong must be seen
	}
}
