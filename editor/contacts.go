package editor

import (
	"cmp"
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/release"
)

// contactList shows the footer's contacts in their order, each with a button that
// takes it out, and offers those of the settings to be added. One choice changes one
// contact: a release has as many as it needs.
type contactList struct {
	keys    *controls.Keyboard
	words   *translations.Words
	offered func() []Contact         // the settings' footers
	current func() []release.Contact // the release's
	change  func([]release.Contact)
	focus   func(fyne.Focusable)

	adder   *adder
	removes []*controls.Button // one a contact
	rows    *fyne.Container
	scroll  *container.Scroll
	object  *fyne.Container
	locked  bool
}

// contactsHeight keeps many contacts from pushing the text off the screen.
const contactsHeight = 92

func newContactList(keys *controls.Keyboard, words *translations.Words) *contactList {
	l := &contactList{keys: keys, words: words, adder: newAdder(keys, words.Text("pane-add-contact")), rows: container.NewVBox()}
	l.scroll = container.NewVScroll(l.rows)
	l.object = controls.Border(nil, nil, nil, container.NewVBox(l.adder), l.scroll)
	return l
}

// show lists the contacts as the release and the settings have them now.
func (l *contactList) show() {
	now, offered := l.current(), l.offered()
	l.rows.RemoveAll()
	l.removes = nil
	for i, c := range now {
		label := widget.NewLabel(titleOf(c, offered))
		label.Truncation = fyne.TextTruncateEllipsis
		remove := l.keys.NewButton(l.words.Text("pane-remove-contact"), nil, func() { l.remove(i) }).With(widget.LowImportance)
		remove.SetName(remove.Text + ": " + label.Text)
		setDisabled(remove, l.locked)
		l.removes = append(l.removes, remove)
		l.rows.Add(controls.Border(nil, nil, nil, remove, label))
	}
	if len(now) == 0 {
		none := widget.NewLabel(l.words.Text("pane-no-contact"))
		none.Importance = widget.LowImportance
		l.rows.Add(none)
	}
	l.scroll.SetMinSize(fyne.NewSize(0, min(l.rows.MinSize().Height, contactsHeight)))
	l.adder.offer(now, offered, l.add)
	l.adder.Hidden = len(l.adder.Options) == 0 // there is nobody to add
	setDisabled(l.adder, l.locked)
	l.object.Refresh()
}

func (l *contactList) lock(on bool) {
	l.locked = on
	for _, remove := range l.removes {
		setDisabled(remove, on)
	}
	setDisabled(l.adder, on)
}

// holds reports whether an object with the keyboard is one of the list's.
func (l *contactList) holds(o fyne.Focusable) bool {
	for _, remove := range l.removes {
		if o == fyne.Focusable(remove) {
			return true
		}
	}
	return o == fyne.Focusable(l.adder)
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
	if n := len(l.removes); l.adder.Hidden && n > 0 { // it has nobody left to offer
		l.focus(l.removes[n-1])
	}
}

// remove takes a contact out and leaves the keyboard at the next one.
func (l *contactList) remove(i int) {
	now := l.current()
	if i >= len(now) {
		return // the draft was put away meanwhile
	}
	l.change(slices.Delete(now, i, i+1))
	if n := len(l.removes); n > 0 {
		l.focus(l.removes[min(i, n-1)])
	} else if l.adder.Visible() {
		l.focus(l.adder)
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
