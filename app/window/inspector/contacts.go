package inspector

import (
	"cmp"
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/release"
)

// Contact is a footer a person can choose by its title.
type Contact struct {
	Title   string
	Contact release.Contact
}

// contactList shows the footer's contacts in their order, each with buttons that move
// it up and take it out, and offers those of the settings to be added. One choice
// changes one contact: a release has as many as it needs.
type contactList struct {
	params  Params
	current func() []release.Contact // the release's
	change  func([]release.Contact)

	adder  *adder
	rows   *fyne.Container
	raise  []*controls.Button // moves a contact up; one a contact
	remove []*controls.Button
	object *fyne.Container
	locked bool
}

func newContactList(params Params, current func() []release.Contact, change func([]release.Contact)) *contactList {
	l := &contactList{params: params, current: current, change: change, adder: newAdder(params.Keys, params.Words.Text("pane-add-contact")), rows: newColumn(0)}
	l.object = newColumn(0, l.rows, l.adder)
	return l
}

// show lists the contacts as the release and the settings have them now.
func (l *contactList) show() {
	now, offered := l.current(), l.params.Contacts()
	l.rows.RemoveAll()
	l.raise, l.remove = nil, nil
	for i, c := range now {
		l.rows.Add(l.row(i, titleOf(c, offered)))
	}
	if len(now) == 0 {
		none := widget.NewLabel(l.params.Words.Text("pane-no-contact"))
		none.Importance = widget.LowImportance
		l.rows.Add(none)
	}
	l.adder.offer(now, offered, l.add)
	l.adder.Hidden = len(l.adder.Options) == 0 // there is nobody to add
	l.lock(l.locked)
	l.object.Refresh()
}

func (l *contactList) row(i int, title string) fyne.CanvasObject {
	label := screen.Wrapped(title)
	button := func(name string, icon fyne.Resource, do func()) *controls.Button {
		return l.params.Keys.NewIconButton(l.params.Words.Text(name)+": "+title, icon, do).With(widget.LowImportance)
	}
	raise := button("pane-raise-contact", theme.MoveUpIcon(), func() { l.swap(i) })
	remove := button("pane-remove-contact", theme.CancelIcon(), func() { l.take(i) })
	l.raise, l.remove = append(l.raise, raise), append(l.remove, remove)
	return controls.Border(nil, nil, nil, container.NewHBox(raise, remove), label)
}

func (l *contactList) lock(on bool) {
	l.locked = on
	for i := range l.raise {
		setDisabled(l.raise[i], on || i == 0)
		setDisabled(l.remove[i], on)
	}
	setDisabled(l.adder, on)
}

// holds reports whether an object with the keyboard is one of the list's.
func (l *contactList) holds(o fyne.Focusable) bool {
	for i := range l.raise {
		if o == fyne.Focusable(l.raise[i]) || o == fyne.Focusable(l.remove[i]) {
			return true
		}
	}
	return o == fyne.Focusable(l.adder)
}

// first is where the keyboard goes that is led to the contacts.
func (l *contactList) first() fyne.Focusable {
	if !l.adder.Hidden || len(l.remove) == 0 {
		return l.adder
	}
	return l.remove[0]
}

// add puts a contact last, or in the place of the same person with an older number.
func (l *contactList) add(c release.Contact) {
	now := l.current()
	if at := slices.IndexFunc(now, func(old release.Contact) bool { return samePerson(old, c) }); at >= 0 {
		now[at] = c
	} else {
		now = append(now, c)
	}
	l.change(now)
	if n := len(l.remove); l.adder.Hidden && n > 0 { // it has nobody left to offer
		l.params.Focus(l.remove[n-1])
	}
}

// take takes a contact out and leaves the keyboard at the next one.
func (l *contactList) take(i int) {
	now := l.current()
	if i >= len(now) {
		return // the draft was put away meanwhile
	}
	l.change(slices.Delete(now, i, i+1))
	if n := len(l.remove); n > 0 {
		l.params.Focus(l.remove[min(i, n-1)])
	} else if l.adder.Visible() {
		l.params.Focus(l.adder)
	}
}

// swap moves a contact up, and the keyboard with it.
func (l *contactList) swap(i int) {
	now := l.current()
	if i == 0 || i >= len(now) {
		return
	}
	now[i-1], now[i] = now[i], now[i-1]
	l.change(now)
	if to := l.raise[i-1]; i > 1 {
		l.params.Focus(to)
	} else {
		l.params.Focus(l.remove[0]) // the first cannot be moved further
	}
}

// titleOf is what the settings call a contact, or what it says itself.
func titleOf(c release.Contact, offered []Contact) string {
	for _, o := range offered {
		if samePerson(c, o.Contact) || alike(c, o.Contact) {
			return o.Title
		}
	}
	titles := []string{c.Name, c.Post, c.Organisation, c.Email, c.Site}
	for _, phone := range c.Phones {
		titles = append(titles, phone.Number)
	}
	return cmp.Or(append(titles, "…")...)
}

// adder is a chooser that keeps no choice: it adds what is chosen.
type adder struct {
	controls.Select
}

func newAdder(keys *controls.Keyboard, name string) *adder {
	a := &adder{}
	a.PlaceHolder = name
	a.SetName(name)
	a.Extend(keys, a)
	return a
}

// offer lists the contacts that the release does not have as they are. Two of one
// title are told apart by their order.
func (a *adder) offer(now []release.Contact, offered []Contact, add func(release.Contact)) {
	byTitle := map[string]release.Contact{}
	a.Options = nil
	for _, o := range offered {
		if slices.ContainsFunc(now, func(c release.Contact) bool { return alike(c, o.Contact) }) {
			continue
		}
		title := o.Title
		for _, taken := byTitle[title]; taken; _, taken = byTitle[title] {
			title += " ·"
		}
		byTitle[title] = o.Contact
		a.Options = append(a.Options, title)
	}
	a.OnChanged = func(title string) {
		if c, ok := byTitle[title]; ok {
			a.OnChanged = nil
			a.ClearSelected()
			add(c)
		}
	}
	a.Refresh()
}

// samePerson tells a contact by its name and post: numbers change.
func samePerson(a, b release.Contact) bool {
	return a.Name != "" && a.Name == b.Name && a.Post == b.Post
}

func alike(a, b release.Contact) bool {
	same := slices.Equal(a.Phones, b.Phones)
	a.Phones, b.Phones = nil, nil
	return same && reflect.DeepEqual(a, b)
}

// TypedKey opens the list. The arrows that switch a chooser's value change nothing
// here: there is none.
func (a *adder) TypedKey(key *fyne.KeyEvent) {
	if key.Name != fyne.KeyLeft && key.Name != fyne.KeyRight {
		a.Select.TypedKey(key)
	}
}
