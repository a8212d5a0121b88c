package inspector

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/draft"
	"communique/editor/moment"
	"communique/editor/proof"
	"communique/editor/release"
)

// details are the fields of a release that are no part of its text, and the footer's
// contacts.
type details struct {
	params   Params
	session  *draft.Session // nil for none
	readOnly bool
	touched  bool // the draft was changed since the keyboard came into its field

	fields   map[release.Field]*field
	choices  map[release.Field]*choice
	captions map[release.Field]*widget.Label
	faults   map[release.Field]*controls.Wrapped // below the fields that may be unreadable: why
	column   *fyne.Container
	typing   release.Field // the field that a person writes in right now; "" none
	contacts *contactList
	scroll   *container.Scroll
}

// DetailFields are the fields that the inspector shows, in its order.
func DetailFields() []release.Field {
	return []release.Field{
		release.DateField, release.PlaceField, release.KindField, release.StatusField, release.EmbargoField,
		release.NumberField, release.TagsField, release.LanguageField, release.ContactsField, release.NotesField,
	}
}

// hinted are the fields whose form a person cannot guess.
var hinted = map[release.Field]bool{
	release.DateField: true, release.PlaceField: true, release.EmbargoField: true, release.TagsField: true,
}

const detailGap = 8

func newDetails(params Params) *details {
	d := &details{params: params, fields: map[release.Field]*field{}, choices: map[release.Field]*choice{}, captions: map[release.Field]*widget.Label{}, faults: map[release.Field]*controls.Wrapped{}}
	d.column = newColumn(detailGap)
	for _, name := range DetailFields() {
		d.column.Add(captioned(d.caption(name), d.control(name)))
		if name == release.DateField || name == release.EmbargoField {
			d.faults[name] = screen.Wrapped("")
			d.faults[name].Importance = widget.DangerImportance
			d.faults[name].Hide()
			d.column.Add(d.faults[name])
		}
	}
	d.scroll = scrolled(d.column)
	return d
}

func (d *details) caption(name release.Field) *widget.Label {
	l := caption()
	l.SetText(d.params.Words.Text("field-" + string(name)))
	d.captions[name] = l
	return l
}

// control is what a field is changed with.
func (d *details) control(name release.Field) fyne.CanvasObject {
	if name == release.ContactsField {
		d.contacts = newContactList(d.params, d.current, func(contacts []release.Contact) {
			d.change(func(s *draft.Session) { s.SetContacts(contacts) })
		})
		return d.contacts.object
	}
	if values, names := choicesOf(name); values != nil {
		for i, key := range names {
			names[i] = d.params.Words.Text(key)
		}
		d.choices[name] = newChoice(d.params.Keys, values, names, func(value string) { d.choose(name, value) })
		return d.choices[name]
	}
	return d.entry(name)
}

func (d *details) entry(name release.Field) *field {
	f := newField(d.params.Keys, name == release.NotesField)
	if hinted[name] {
		f.SetPlaceHolder(d.params.Words.Text("hint-" + string(name)))
	}
	f.OnChanged = func(text string) { d.set(name, text) }
	f.onUndo, f.onRedo = d.params.Undo, d.params.Redo
	f.OnLeave = func() {
		d.markProblem(name)
		d.leave()
	}
	f.OnFocus = func() { d.touched = false }
	if name == release.DateField || name == release.EmbargoField {
		f.OnSubmitted = func(string) { d.submitted(name) }
	}
	d.fields[name] = f
	return f
}

// submitted says what is wrong with a field. An embargo that lacks nothing but a zone gets the one of the clocks in the office, which is told.
func (d *details) submitted(name release.Field) {
	if d.session == nil || d.readOnly {
		return
	}
	text, offset, ok := d.session.EmbargoIn(d.params.Zone)
	if !ok || name != release.EmbargoField {
		d.markProblem(name)
		return
	}
	f := d.fields[name]
	f.SetText(text)
	f.SelectEnd(len(offset)) // for another that is typed
	d.markProblem(name)
	d.say(name, d.params.Words.Text("embargo-zone-taken", map[string]any{"Zone": offset}))
}

// say tells something below a field; nothing where it is "".
func (d *details) say(name release.Field, words string) {
	fault := d.faults[name]
	if fault == nil || fault.Hidden && words == "" {
		return
	}
	fault.SetText(words)
	fault.Hidden = words == ""
	d.column.Refresh()
	d.scroll.Refresh()
}

// leave tells that the keyboard left a field after the draft was changed.
func (d *details) leave() {
	if d.session != nil && d.touched {
		d.touched = false
		d.params.OnLeave()
	}
}

func (d *details) current() []release.Contact {
	if d.session == nil {
		return nil
	}
	return d.session.Contacts()
}

// change changes the draft on behalf of the person, where there is one that may be
// changed.
func (d *details) change(do func(*draft.Session)) {
	if d.session != nil && !d.readOnly {
		do(d.session)
	}
}

func (d *details) set(name release.Field, text string) {
	if d.session == nil {
		return
	}
	f := d.fields[name]
	if f.readOnly {
		f.show(d.session.Text(name)) // pasted with the mouse
		return
	}
	d.typing = name
	d.change(func(s *draft.Session) { s.Set(name, text) })
	d.typing = ""
	if d.session != nil && f.Text != d.session.Text(name) {
		f.showAt(d.session.Text(name)) // nothing of what was pasted is text
	}
}

// choose takes a value, and keeps a release from being issued while a finding blocks it.
func (d *details) choose(name release.Field, value string) {
	if name == release.StatusField && value == string(release.Issued) && d.session != nil {
		if blocking := proof.Blocking(d.params.Check(d.session.Release())); len(blocking) > 0 {
			d.choices[name].show(d.session.Text(name))
			d.params.OnBlocked(blocking)
			return
		}
	}
	d.change(func(s *draft.Session) { s.Set(name, value) })
}

func (d *details) open(s *draft.Session) {
	d.session, d.touched = s, false
	d.showAll()
	for _, f := range d.fields {
		f.setCaret(0)
	}
	d.scroll.ScrollToTop()
}

func (d *details) close() {
	d.leave()
	d.session = nil
}

// heard shows what a change did. What a person took back, or made again, leads to its
// place; what the program changes leaves caret and keyboard where they are.
func (d *details) heard(c draft.Change, stepping bool) {
	d.touched = true
	if c.Field == draft.All {
		if c.Moves == nil { // another release altogether, not another word of it
			d.showAll()
		}
		return
	}
	if f := d.fields[c.Field]; f != nil && f.Text != d.session.Text(c.Field) {
		f.show(d.session.Text(c.Field))
		if stepping || d.typing == c.Field {
			f.setCaret(c.Caret)
		}
	}
	if choice := d.choices[c.Field]; choice != nil {
		choice.show(d.session.Text(c.Field))
	}
	if c.Field == release.ContactsField {
		d.contacts.show()
	}
	d.say(c.Field, "")
	d.markProblem(c.Field)
}

// showAll shows every field as the draft has it.
func (d *details) showAll() {
	for name, f := range d.fields {
		f.show(d.session.Text(name))
		d.say(name, "")
		d.markProblem(name)
	}
	for name, c := range d.choices {
		c.show(d.session.Text(name))
	}
	d.contacts.show()
}

// markProblem turns the caption of a field red that cannot be read, and says why once nobody is typing.
func (d *details) markProblem(name release.Field) {
	f := d.fields[name]
	if f == nil || d.session == nil {
		return
	}
	problem := d.session.Problem(name)
	f.SetValidationError(problem)
	caption := d.captions[name]
	caption.Importance = widget.LowImportance
	if problem != nil {
		caption.Importance = widget.DangerImportance
	}
	caption.Refresh()
	var unread *moment.Error
	if errors.As(problem, &unread) && d.typing != name {
		fact, args := unread.Fact()
		d.say(name, d.params.Words.Text("finding-"+fact, args))
	}
}

// setReadOnly lets the fields be read and copied from, but not changed.
func (d *details) setReadOnly(on bool) {
	d.readOnly = on
	for _, f := range d.fields {
		f.readOnly = on
	}
	for _, c := range d.choices {
		setDisabled(c, on)
	}
	d.contacts.lock(on)
}

func setDisabled(w fyne.Disableable, on bool) {
	if on {
		w.Disable()
		return
	}
	w.Enable()
}

// at returns the control of a field; nil where it is not among the details.
func (d *details) at(name release.Field) fyne.Focusable {
	if f := d.fields[name]; f != nil {
		return f
	}
	if c := d.choices[name]; c != nil {
		return c
	}
	if name == release.ContactsField {
		return d.contacts.first()
	}
	return nil
}

// selected returns the words that are selected in a field.
func (d *details) selected() string {
	for _, name := range DetailFields() {
		if f := d.fields[name]; f != nil && f.SelectedText() != "" {
			return f.SelectedText()
		}
	}
	return ""
}
