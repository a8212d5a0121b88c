// Package editor is the drafting pane: the fields of a release, its text, the
// footer's contact, what the checks found, and whether it is saved. It signals
// what a person wants through On… callbacks and knows no library and no file.
package editor

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

// Contact is a footer a person can choose by its title.
type Contact struct {
	Title   string
	Contact release.Contact
}

// Params are what a Pane needs.
type Params struct {
	Words *translations.Words
	// Contacts returns the footers to choose from, as the settings have them now.
	Contacts func() []Contact
	// OnChanged hears of every change of the draft.
	OnChanged func(draft.Change)
	// OnLeave hears that the caret left a field after the draft was changed: a
	// moment to save.
	OnLeave func()
	// OnBlocked hears that a release was not marked as issued, and which findings
	// block it.
	OnBlocked func([]proof.Finding)
	// Lost returns the hashes of the pictures whose files are known to be lost.
	Lost func() []string
	// Focus moves the keyboard to an object of the pane.
	Focus func(fyne.Focusable)
	// Keys hears the keys of the window.
	Keys *controls.Keyboard
}

// Pane is the drafting pane. It is used on the UI goroutine only.
type Pane struct {
	params  Params
	session *draft.Session

	readOnly bool          // the release can be read and copied from only
	touched  bool          // the draft was changed since the caret came into its field
	stepping bool          // a change is being taken back, or made again
	typing   release.Field // the field that a person writes in right now; "" none

	fields   map[release.Field]*field
	last     *field // where the caret was last
	start    *field // where writing goes on
	choices  map[release.Field]*choice
	captions map[release.Field]*widget.Label
	contacts *contactList
	folded   *fyne.Container  // the fields that are seldom needed
	fold     *controls.Button // which shows and hides them
	findings *findingsList
	counts   *widget.Label
	saved    *widget.Label
	body     *fyne.Container
}

// NewPane returns a pane that shows no release yet.
func NewPane(params Params) *Pane {
	p := &Pane{params: params, fields: map[release.Field]*field{}, choices: map[release.Field]*choice{}, captions: map[release.Field]*widget.Label{}}
	p.contacts = newContactList(params.Keys, params.Words)
	p.contacts.offered, p.contacts.focus = params.Contacts, params.Focus
	p.contacts.current = func() []release.Contact {
		if p.session == nil {
			return nil
		}
		return p.session.Contacts()
	}
	p.contacts.change = func(contacts []release.Contact) { p.change(func(s *draft.Session) { s.SetContacts(contacts) }) }
	p.findings = newFindingsList(params.Keys, params.Words, p.goTo)
	p.findings.onConfirm = func() { p.change(func(s *draft.Session) { s.ConfirmRepairs() }) }
	p.findings.onKeep = func(f proof.Finding) { p.change(func(s *draft.Session) { s.ConfirmLeftover(f.Text) }) }
	p.counts = caption()
	p.saved = caption()
	p.saved.Alignment = fyne.TextAlignTrailing
	p.body = p.build()
	return p
}

// Object is what the window puts on the screen.
func (p *Pane) Object() fyne.CanvasObject { return p.body }

func (p *Pane) words(name string) string { return p.params.Words.Text(name) }

func (p *Pane) build() *fyne.Container {
	head := p.entry(release.HeadlineField, true)
	head.SetMinRowsVisible(2)
	head.onEnter = func() { p.params.Focus(p.fields[draft.Body]) }
	head.SetName(p.words("field-headline"))
	headline := container.NewThemeOverride(head, headlineTheme{theme.Current()})
	top := container.NewVBox(
		captioned(p.caption("field-headline"), headline),
		captioned(p.caption("field-subheadline"), p.entry(release.SubheadlineField, false)),
		container.NewGridWithColumns(
			4,
			captioned(p.caption("field-date"), p.entry(release.DateField, false)),
			captioned(p.caption("field-place"), p.entry(release.PlaceField, false)),
			captioned(p.caption("field-kind"), p.kinds()),
			captioned(p.caption("field-status"), p.statuses()),
		),
	)
	text := captioned(p.caption("field-text"), p.entry(draft.Body, true))
	bottom := container.NewVBox(
		captioned(p.caption("field-contact"), p.contacts.object),
		p.details(),
		p.findings.object,
		container.New(layout.NewGridLayout(2), p.counts, p.saved),
	)
	return container.NewPadded(controls.Border(top, bottom, nil, nil, text))
}

// details are the fields that are seldom needed, behind a button that shows them.
func (p *Pane) details() fyne.CanvasObject {
	p.folded = p.detailFields()
	p.fold = p.params.Keys.NewButton(p.words("pane-details"), nil, func() { p.unfold(p.folded.Hidden) }).With(widget.LowImportance)
	p.fold.Alignment = widget.ButtonAlignLeading
	p.unfold(false)
	return container.NewVBox(p.fold, p.folded)
}

func (p *Pane) unfold(open bool) {
	p.folded.Hidden = !open
	p.fold.Icon = theme.MenuExpandIcon()
	if open {
		p.fold.Icon = theme.MenuDropDownIcon()
	}
	p.fold.Refresh()
	if p.body != nil {
		p.body.Refresh()
	}
}

func (p *Pane) detailFields() *fyne.Container {
	notes := p.entry(release.NotesField, true)
	notes.SetMinRowsVisible(2)
	boilerplate := p.entry(release.BoilerplateField, true)
	boilerplate.SetMinRowsVisible(2)
	return container.NewVBox(
		container.NewGridWithColumns(
			2,
			captioned(p.caption("field-embargo"), p.entry(release.EmbargoField, false)),
			captioned(p.caption("field-number"), p.entry(release.NumberField, false)),
			captioned(p.caption("field-tags"), p.entry(release.TagsField, false)),
			captioned(p.caption("field-language"), p.languages()),
		),
		captioned(p.caption("field-boilerplate"), boilerplate),
		captioned(p.caption("field-notes"), notes),
	)
}

// hinted are the fields whose form a person cannot guess.
var hinted = map[release.Field]bool{
	release.HeadlineField: true, release.DateField: true, release.PlaceField: true, draft.Body: true, release.EmbargoField: true, release.TagsField: true,
}

func (p *Pane) entry(name release.Field, multiLine bool) *field {
	f := newField(p.params.Keys, multiLine)
	if hinted[name] {
		f.PlaceHolder = p.words("hint-" + string(name))
	}
	f.OnChanged = func(text string) { p.set(name, text) }
	if name == draft.Body {
		f.OnKey = func(key fyne.KeyName) bool { return p.breakLine(f, key) }
	}
	f.onUndo, f.onRedo = p.Undo, p.Redo
	f.OnFocus = func() { p.last, p.touched = f, false }
	f.OnLeave = func() {
		p.markProblem(name)
		p.leave()
	}
	p.fields[name] = f
	return f
}

// breakLine writes a line's end within the paragraph for Shift+Enter.
func (p *Pane) breakLine(f *field, key fyne.KeyName) bool {
	if key != fyne.KeyReturn && key != fyne.KeyEnter || p.params.Keys.Held()&fyne.KeyModifierShift == 0 {
		return false
	}
	f.insert(draft.LineBreak)
	return true
}

func (p *Pane) set(name release.Field, text string) {
	if p.session == nil {
		return
	}
	if f := p.fields[name]; f != nil && f.readOnly {
		f.show(p.session.Text(name)) // pasted with the mouse
		return
	}
	p.typing = name
	p.change(func(s *draft.Session) { s.Set(name, text) })
	p.typing = ""
	if f := p.fields[name]; f != nil && p.session != nil && f.Text != p.session.Text(name) {
		f.showAt(p.session.Text(name)) // nothing of what was pasted is text
	}
}

// change changes the draft on behalf of the person, where there is one that may
// be changed.
func (p *Pane) change(do func(*draft.Session)) {
	if p.session != nil && !p.readOnly {
		do(p.session)
	}
}

// Open shows a draft; the one before is left alone. The keyboard stays where it
// is: see FocusStart.
func (p *Pane) Open(s *draft.Session) {
	p.Close()
	p.session = s
	s.Listen(p.heard)
	p.showAll()
	for _, f := range p.fields {
		f.setCaret(0)
	}
	p.ShowContacts()
	p.findings.show(nil, nil)
	p.counts.SetText("")
	p.saved.SetText("")
	p.start = p.fields[draft.Body]
	if s.Text(release.HeadlineField) == "" {
		p.start = p.fields[release.HeadlineField]
	}
}

// Close lets the draft go: what is typed or done from now on does not reach it.
func (p *Pane) Close() {
	if p.session == nil {
		return
	}
	p.leave()
	p.session.Listen(nil)
	p.session = nil
}

func (p *Pane) leave() {
	if p.session != nil && p.touched {
		p.touched = false
		p.params.OnLeave()
	}
}

// FocusStart moves the keyboard to where writing goes on: the text, an empty
// headline, or what ShowHits has found.
func (p *Pane) FocusStart() { p.params.Focus(p.start) }

// ShowContacts shows the footer again, after the settings' contacts changed.
func (p *Pane) ShowContacts() {
	if p.session != nil {
		p.contacts.show()
	}
}

// heard passes a change on, after fields that were changed from elsewhere show
// it. Undo and redo lead the person to the place; what the program changes leaves
// caret and keyboard where they are.
func (p *Pane) heard(c draft.Change) {
	p.touched = true
	if f := p.fields[c.Field]; f != nil && f.Text != p.session.Text(c.Field) {
		f.show(p.session.Text(c.Field))
		if p.stepping || p.typing == c.Field {
			f.setCaret(c.Caret)
		}
		if p.stepping {
			p.params.Focus(f)
		}
	}
	if choice := p.choices[c.Field]; choice != nil {
		choice.show(p.session.Text(c.Field))
	}
	if c.Field == release.ContactsField || c.Field == draft.All {
		p.ShowContacts()
	}
	if c.Field == draft.All {
		p.showAll()
	}
	p.markProblem(c.Field)
	p.params.OnChanged(c)
}

// showAll shows every field as the draft has it.
func (p *Pane) showAll() {
	for name, f := range p.fields {
		f.show(p.session.Text(name))
		p.markProblem(name)
	}
	for name, c := range p.choices {
		c.show(p.session.Text(name))
	}
}

// Undo takes the draft's newest change back.
func (p *Pane) Undo() { p.step((*draft.Session).Undo) }

// Redo makes the change again that Undo took back.
func (p *Pane) Redo() { p.step((*draft.Session).Redo) }

func (p *Pane) step(to func(*draft.Session) (draft.Change, bool)) {
	p.change(func(s *draft.Session) {
		p.stepping = true
		to(s)
		p.stepping = false
	})
}

// ShowFindings lists what the checks found and what intake repaired.
func (p *Pane) ShowFindings(found []proof.Finding, repairs []release.Repair) {
	p.findings.show(found, repairs)
}

// ShowCounts tells how long the text is.
func (p *Pane) ShowCounts(words, characters int) {
	w := p.params.Words
	p.counts.SetText(w.Plural("pane-words", words) + " · " + w.Plural("pane-characters", characters))
}

// ShowSaved tells in words whether the draft is saved; trouble is shown loudly.
func (p *Pane) ShowSaved(text string, trouble bool) {
	p.saved.Importance = widget.LowImportance
	if trouble {
		p.saved.Importance = widget.DangerImportance
	}
	p.saved.SetText(text)
}

// SetReadOnly lets the release be read and copied from, but not changed.
func (p *Pane) SetReadOnly(on bool) {
	p.readOnly = on
	for _, f := range p.fields {
		f.readOnly = on
	}
	for _, c := range p.choices {
		setDisabled(c, on)
	}
	p.contacts.lock(on)
}

func setDisabled(w fyne.Disableable, on bool) {
	if on {
		w.Disable()
		return
	}
	w.Enable()
}

// caption is the small name over a field. It turns red while the field cannot be read.
func (p *Pane) caption(name string) *widget.Label {
	l := caption()
	l.SetText(p.words(name))
	p.captions[release.Field(strings.TrimPrefix(name, "field-"))] = l
	return l
}

func caption() *widget.Label {
	l := widget.NewLabel("")
	l.SizeName = theme.SizeNameCaptionText
	l.Importance = widget.LowImportance
	l.Truncation = fyne.TextTruncateEllipsis
	return l
}

// headlineTheme writes larger, as a headline stands on the page.
type headlineTheme struct{ fyne.Theme }

func (t headlineTheme) Size(name fyne.ThemeSizeName) float32 {
	if name == theme.SizeNameText {
		return t.Theme.Size(theme.SizeNameText) * 1.3
	}
	return t.Theme.Size(name)
}
