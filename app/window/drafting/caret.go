package drafting

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"communique/editor/document"
	"communique/editor/editing"
	"communique/editor/find"
	"communique/editor/release"
	"communique/editor/surface"
)

// FocusText moves the keyboard to the text.
func (p *Pane) FocusText() {
	p.params.Uncover()
	p.params.Canvas.Focus(p.surface)
}

// FocusBody moves it to the body: from the headline to the lead, elsewhere to where it
// was.
func (p *Pane) FocusBody() {
	if p.editor != nil {
		if f := p.Caret().Field; f == release.HeadlineField || f == release.SubheadlineField {
			p.surface.GoTo(release.Position{TextID: release.TextID{Field: release.LeadField}})
		}
	}
	p.FocusText()
}

// GoTo puts the caret at a place in the text, and the keyboard with it.
func (p *Pane) GoTo(at release.Position) {
	if p.session == nil {
		return
	}
	p.surface.GoTo(at)
	p.FocusText()
}

// Reveal scrolls to a block; the caret stays where it is.
func (p *Pane) Reveal(id release.BlockID) { p.surface.Reveal(document.Body(id, release.Words)) }

// Holds reports whether an object with the keyboard is the text.
func (p *Pane) Holds(o fyne.Focusable) bool { return o == fyne.Focusable(p.surface) }

// Insert writes text where the caret is, and puts the keyboard there.
func (p *Pane) Insert(text string) {
	p.Act(func(e *editing.Editor) { e.PasteText(text) })
	p.FocusText()
}

// Caret is where keys act; the beginning where no draft is shown.
func (p *Pane) Caret() release.Position {
	if p.editor == nil {
		return release.Position{}
	}
	return p.editor.Selection().Caret
}

// SelectionStart is where what is selected begins; the caret where nothing is.
func (p *Pane) SelectionStart() release.Position {
	if p.editor == nil {
		return release.Position{}
	}
	from, _ := p.editor.Range()
	return from
}

// MarkHits marks what a search in the text has found, and selects the one that it is at;
// at is -1 for none.
func (p *Pane) MarkHits(hits []find.Hit, at int) {
	if p.editor == nil {
		return
	}
	ranges := make([]surface.Range, len(hits))
	for i, hit := range hits {
		ranges[i] = surface.Range{Start: release.Position{TextID: hit.Text, Offset: hit.Start}, End: release.Position{TextID: hit.Text, Offset: hit.End}}
	}
	p.surface.SetHits(ranges, at)
	if at >= 0 {
		p.surface.Select(ranges[at].Start, ranges[at].End)
	}
}

// Selected returns the words that are selected in the text.
func (p *Pane) Selected() string { return strings.TrimSpace(p.surface.Selected()) }

// SelectedBlocks returns what is selected, with its kinds and marks.
func (p *Pane) SelectedBlocks() []release.Block {
	if p.editor == nil {
		return nil
	}
	return p.editor.Copy().Blocks()
}

// Place tells where a person is in the draft.
func (p *Pane) Place() surface.Place { return p.surface.Place() }

// Return goes back to a place, in this pane or in one built anew.
func (p *Pane) Return(to surface.Place) {
	if p.session != nil {
		p.surface.Return(to)
	}
}

// ShowHits marks in the text what a search of the library has found, and puts the caret
// at the first; find returns the places of hits in a text, in bytes.
func (p *Pane) ShowHits(find func(text string) [][2]int) {
	var hits []surface.Range
	d := p.session.Document()
	for passage := range p.session.Release().Passages() {
		at := func(b int) release.Position {
			return release.Position{TextID: passage.TextID, Offset: d.Offset(passage.TextID, b)}
		}
		for _, span := range find(passage.Text) {
			hits = append(hits, surface.Range{Start: at(span[0]), End: at(span[1])})
		}
	}
	p.surface.SetHits(hits, -1)
	if len(hits) > 0 {
		p.surface.GoTo(hits[0].Start)
	}
}

// Paste is what was asked for with a key, and comes when the program that has it has
// answered. It goes where the caret was then, whatever has been typed since.
type Paste struct {
	pane     *Pane
	selected editing.Selection
	gone     bool // the place is
}

// Pasting notes the place where something is to be put; nil where there is none.
func (p *Pane) Pasting() *Paste {
	if p.editor == nil {
		return nil
	}
	paste := &Paste{pane: p, selected: p.editor.Selection()}
	p.pastes = append(p.pastes, paste)
	return paste
}

// follow takes the place along through a change.
func (t *Paste) follow(c editing.Change) {
	if c.Whole {
		t.gone = true
		return
	}
	anchor, ok := c.Moves.Map(t.selected.Anchor, false)
	caret, also := c.Moves.Map(t.selected.Caret, false)
	t.selected, t.gone = editing.Selection{Anchor: anchor, Caret: caret}, t.gone || !ok || !also
}

// Put puts it there; false where the place is gone, or another draft is shown.
func (t *Paste) Put(do func(*editing.Editor)) bool {
	p := t.pane
	at := slices.Index(p.pastes, t)
	if at < 0 {
		return false
	}
	p.pastes = slices.Delete(p.pastes, at, at+1)
	if t.gone {
		return false
	}
	now := p.editor.Selection()
	if now == t.selected {
		p.surface.Act(do)
		return true
	}
	after := &Paste{pane: p, selected: now} // where the person is by now
	p.pastes = append(p.pastes, after)
	p.surface.Act(func(e *editing.Editor) {
		e.Select(t.selected.Anchor, t.selected.Caret)
		do(e)
	})
	p.pastes = p.pastes[:len(p.pastes)-1]
	if !after.gone {
		p.surface.Select(after.selected.Anchor, after.selected.Caret)
	}
	return true
}
