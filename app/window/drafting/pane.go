// Package drafting is the middle of the window, where a release is written: the writing
// surface with the release's chief fields above it, the search in its text, and what the
// line at the window's foot says of it. It signals what a person wants and knows no
// library and no file.
package drafting

import (
	"image"
	"image/color"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/draft"
	"communique/editor/editing"
	"communique/editor/proof"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/surface"
	"communique/editor/typography"
)

// Params are what a Pane needs.
type Params struct {
	screen.Base
	// Paper returns what lies under the text.
	Paper func() color.Color
	// Search is the bar of the search in the text; it stands over it.
	Search fyne.CanvasObject
	// ContactLines returns the words of a contact in the footer.
	ContactLines func(c release.Contact, language string) []string
	// Picture loads a picture for the screen away from the UI goroutine.
	Picture func(hash string, width, height int, done func(image.Image))
	// Covered is how much of the text the window's notice floats over, from its foot.
	Covered func() float32
	// SystemFaces has letters that the program's faces lack looked for in the system's.
	SystemFaces bool
	// Copy puts a piece of the text on the clipboard. Paste has what lies there put
	// where the caret is, by Pane.Pasting; its words alone where plain is on.
	Copy  func(editing.Fragment) (copied bool)
	Paste func(plain bool)
	// MakeSnippet keeps what is selected for other releases.
	MakeSnippet func()
	// Inspect shows a field that is no text, and moves the keyboard there; false where
	// nothing shows it.
	Inspect func(release.Field) bool
	// Choose gives a field one of its values, where nothing speaks against it.
	Choose func(name release.Field, value string)
	// Places finds places by any form of what was typed, the likeliest first.
	Places func(typed string, limit int) []register.Hit
	// Zone is that of the office's clocks, for an embargo that names none.
	Zone *time.Location
	// Uncover is called before the keyboard goes to the text, which may be covered.
	Uncover func()
	// PopUp opens a menu at a place of an object.
	PopUp func(menu *fyne.Menu, at fyne.Position, of fyne.CanvasObject)
	// OnChanged hears of every change of the draft, stepping of those that were taken
	// back or made again.
	OnChanged func(c draft.Change, stepping bool)
	// Typed says what is set while somebody types in a release; nil for nothing.
	Typed func(r release.Release) func(before, after string) []typography.Edit
	// OnMoved hears that the caret, or what is selected, is elsewhere.
	OnMoved func()
	// OnLeave hears that the keyboard left the text after the draft was changed: a
	// moment to save.
	OnLeave func()
	// AcceptEverywhere accepts a finding in all of the office's releases.
	AcceptEverywhere func(release.Accepted)
	// Proposals are the words that may have been meant by one that is misspelt; AddWord
	// makes that one the office's own.
	Proposals func(word string) []string
	AddWord   func(word string)
	// OnTab hears that Tab meant nothing where the caret is, in a list or elsewhere.
	OnTab func(inList bool)
	// OnTextSize hears that another size of the text was chosen.
	OnTextSize func(size float32)
}

// Pane is used on the UI goroutine only.
type Pane struct {
	params  Params
	session *draft.Session  // nil for none
	editor  *editing.Editor // of it

	surface  *surface.Surface
	chips    *chips
	status   *status
	card     *card
	told     int             // which of found the card tells
	found    []proof.Finding // what is underlined, by the surface's tags
	pastes   []*Paste        // asked for, and not there yet
	touched  bool            // the draft was changed since the keyboard came
	stepping bool            // a change is being taken back, or made again
	readOnly bool            // the release can only be read
	column   *fyne.Container // chips, search and text, one under another
	object   *fyne.Container
}

// New returns a pane that shows no release yet.
func New(params Params) *Pane {
	p := &Pane{params: params}
	p.chips, p.card = newChips(params, p.openChip), newCard(params.Base)
	p.status = newStatus(params, func() { p.NextFinding() })
	p.surface = surface.New(surface.Params{
		Keyboard: params.Keys, Colours: params.Colours, Hints: hints(params.Base), Name: params.Text("field-text"),
		Copy: params.Copy, Paste: params.Paste, Picture: params.Picture, Covered: params.Covered, SystemFaces: params.SystemFaces, Go: params.Go, Do: params.Do,
	})
	p.surface.OnChanged = p.heard
	p.surface.OnContext = func(at fyne.Position) { p.context(at) }
	p.surface.OnCaret = func() {
		p.card.hide() // what is told of a finding is told after
		params.OnMoved()
	}
	p.surface.OnLink = p.Link
	p.surface.OnFinding = p.lookAt
	p.surface.OnDateline = func(at surface.Area) { p.afterClick(func() { p.openDateline(at.At.AddXY(0, at.Size.Height)) }) }
	p.surface.OnContacts = func(surface.Area) { p.afterClick(func() { params.Inspect(release.ContactsField) }) }
	p.surface.OnTextSize, p.surface.OnTab = params.OnTextSize, params.OnTab
	p.surface.OnLeave = p.leave
	p.object = p.build()
	return p
}

// afterClick does something when a click is over, unless another draft is shown by then.
func (p *Pane) afterClick(do func()) {
	session := p.session
	p.params.AfterClick(func() {
		if p.session == session && p.params.Canvas.Overlays().Top() == nil {
			do()
		}
	})
}

func hints(b screen.Base) surface.Hints {
	return surface.Hints{
		Headline: b.Text("hint-headline"), Subheadline: b.Text("field-subheadline"), Dateline: b.Text("hint-dateline"), Lead: b.Text("hint-text"),
		Boilerplate: b.Text("hint-boilerplate"), Contacts: b.Text("hint-contacts"), Paragraph: b.Text("hint-paragraph"), Subheading: b.Text("hint-subheading"),
		Quotation: b.Text("hint-quotation"), Speaker: b.Text("hint-speaker"), Item: b.Text("hint-item"), Caption: b.Text("picture-caption"),
		Author: b.Text("picture-author"), Alternative: b.Text("picture-alternative"), About: b.Text("field-boilerplate"),
	}
}

func (p *Pane) build() *fyne.Container {
	top := container.New(layout.NewCustomPaddedLayout(8, 4, 24, 24), p.chips.row)
	search := container.New(layout.NewCustomPaddedLayout(0, 0, 16, 16), p.params.Search)
	p.column = controls.Border(container.NewVBox(top, search), nil, nil, nil, container.NewStack(p.surface, p.card.area))
	return container.NewStack(newPaper(p.params.Paper), p.column)
}

// Object is the middle of the window, and Status the line at its foot.
func (p *Pane) Object() fyne.CanvasObject { return p.object }

// Stops are the parts of the middle that the keyboard goes to by itself: the chips and the
// text.
func (p *Pane) Stops() []fyne.CanvasObject { return []fyne.CanvasObject{p.chips.row, p.surface} }

// Relayout makes room for the bar of the search, or takes its room.
func (p *Pane) Relayout() { p.column.Refresh() }

// Status is the line at the window's foot.
func (p *Pane) Status() fyne.CanvasObject { return p.status.row }

// Open shows a draft; the one before is left alone. The keyboard stays where it is, and
// the caret is where writing goes on.
func (p *Pane) Open(s *draft.Session) {
	p.Close()
	p.session, p.editor = s, editing.New(s)
	p.editor.SetTypesetter(p.params.Typed(s.Release()))
	p.surface.Edit(p.editor)
	p.showFields()
	p.status.clear()
	p.found = nil
	p.card.hide()
	p.surface.GoTo(p.beginning())
	p.touched = false
}

// beginning is where writing goes on: the headline while it is empty, else the lead.
func (p *Pane) beginning() release.Position {
	if p.session.Text(release.HeadlineField) == "" {
		return release.Position{TextID: release.TextID{Field: release.HeadlineField}}
	}
	return release.Position{TextID: release.TextID{Field: release.LeadField}}
}

// Close lets the draft go: what is typed or done from now on does not reach it.
func (p *Pane) Close() {
	if p.session == nil {
		return
	}
	p.leave()
	p.editor.SetReadOnly(true)
	p.session.Listen(nil)
	p.session, p.editor, p.pastes = nil, nil, nil
}

func (p *Pane) leave() {
	p.card.leave()
	if p.session != nil && p.touched {
		p.touched = false
		p.params.OnLeave()
	}
}

// heard passes a change on.
func (p *Pane) heard(c editing.Change) {
	p.touched = true
	for _, paste := range p.pastes {
		paste.follow(c)
	}
	if c.Whole || slices.Contains(besideText, c.Field) {
		p.showFields()
	} else {
		p.chips.show(p.session, c.Field)
	}
	p.params.OnChanged(c.Change, p.stepping)
}

// besideText are the fields that the lines of the text are made of which nobody types there.
var besideText = []release.Field{release.DateField, release.PlaceField, release.LanguageField, release.ContactsField}

// showFields shows those fields in the pane that are no text of the draft.
func (p *Pane) showFields() {
	p.chips.showAll(p.session)
	p.surface.SetLanguage(p.session.Text(release.LanguageField))
	p.surface.SetDateline(p.dateline())
	p.surface.SetContacts(p.contactLines())
}

// SetReadOnly lets the release be read and copied from, but not changed.
func (p *Pane) SetReadOnly(on bool) {
	p.readOnly = on
	if p.editor != nil {
		p.editor.SetReadOnly(on)
	}
}

// Undo takes the draft's newest change back.
func (p *Pane) Undo() { p.step((*editing.Editor).Undo) }

// Redo makes the change again that Undo took back.
func (p *Pane) Redo() { p.step((*editing.Editor).Redo) }

func (p *Pane) step(to func(*editing.Editor) bool) {
	p.stepping = true
	p.surface.Act(func(e *editing.Editor) { to(e) })
	p.stepping = false
}

// Act has something done to the text, as a key would do it.
func (p *Pane) Act(do func(*editing.Editor)) {
	if p.editor != nil {
		p.surface.Act(do)
	}
}

// SetKind makes the blocks with the caret or the selection ones of a kind.
func (p *Pane) SetKind(k surface.KindChoice) {
	if p.editor != nil {
		p.surface.SetKind(k)
	}
}

// SetType chooses the size of the text, in Fyne's units, and whether it is set without
// serifs.
func (p *Pane) SetType(size float32, sans bool) { p.surface.SetType(size, sans) }

// ShowCounts tells how long the text is, and in which language.
func (p *Pane) ShowCounts(words, characters int) {
	p.status.showCounts(words, characters, p.session.Text(release.LanguageField))
}

// ShowSaved tells in words whether the draft is saved; trouble is shown loudly.
func (p *Pane) ShowSaved(text string, trouble bool) { p.status.showSaved(text, trouble) }
