package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

// goTo puts the caret where a finding is.
func (p *Pane) goTo(f proof.Finding) {
	if p.session == nil {
		return
	}
	if f.Field == release.ContactsField && p.contacts.adder.Visible() {
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
var folded = map[release.Field]bool{
	release.EmbargoField: true, release.NumberField: true, release.TagsField: true, release.BoilerplateField: true, release.NotesField: true,
}

// GoTo puts the caret at a place in the release.
func (p *Pane) GoTo(at release.Position) { p.goTo(proof.Finding{TextID: at.TextID, Start: at.Offset}) }

// place tells a finding's field and code point in the pane's own text, where
// lead and body stand together.
func (p *Pane) place(f proof.Finding) (release.Field, int) {
	switch f.Field {
	case release.HeadlineField, release.SubheadlineField, release.BoilerplateField, release.DateField, release.PlaceField, release.EmbargoField:
		return f.Field, f.Start
	case release.LeadField, release.BlocksField:
		return draft.Body, p.session.Offset(f.Position())
	case release.TagsField:
		return release.TagsField, 0
	default:
		return draft.Body, 0
	}
}

// CaretBlock is the block in which the caret was last; the last one where it was
// outside the text.
func (p *Pane) CaretBlock() release.BlockID {
	f := p.fields[draft.Body]
	if p.last != nil && p.last != f {
		return p.session.BlockAt(len([]rune(f.Text)))
	}
	return p.session.BlockAt(f.CursorTextOffset())
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
	for _, name := range []release.Field{draft.Body, release.HeadlineField} {
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
		f = p.fields[draft.Body]
	}
	p.params.Focus(f)
	f.insert(text)
}

// FocusText moves the keyboard to the text.
func (p *Pane) FocusText() { p.params.Focus(p.fields[draft.Body]) }

// Place is where a person is in the draft: the caret of each field, and which
// field the keyboard was in last.
type Place struct {
	carets map[release.Field]int
	last   release.Field
}

// Place tells where the person is.
func (p *Pane) Place() Place {
	at := Place{carets: map[release.Field]int{}}
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

func (p *Pane) markProblem(name release.Field) {
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
