// Package completion offers the names of the registers while they are typed, and what a
// text names before that.
package completion

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"communique/editor/controls"
	"communique/editor/register"
)

// mostSuggestions is how many names are offered at once.
const mostSuggestions = 6

// Offer is something that may be meant, beside the names of the registers.
type Offer struct{ Text, Told string } // what is taken, and what is told of it

// Field is an entry that offers names below it while a few letters of any form of
// them are typed. The arrows go through them, Enter takes one. What a field tells
// is nil for nobody.
type Field struct {
	Entry         *controls.Entry
	OnTyped       func(text string) // another text stands in the entry, a name that was taken included
	OnHighlighted func()            // another name is highlighted, or none
	OnNext        func()            // Enter, after the highlighted name was taken; not in a list
	// Offers returns what else may be meant by what is typed, or by nothing typed yet: that
	// is offered as soon as the keyboard comes. It is nil for nothing.
	Offers func(typed string) []Offer
	// Begin returns the names to offer where nothing is typed, before those of Offers; nil for none.
	Begin    func(limit int) []register.Hit
	OnTapped func() // a name was tapped, which is highlighted now; where nobody hears, it is taken
	// Refocus puts the keyboard back into the entry, from which a click takes it.
	Refocus func()

	find    func(typed string, limit int) []register.Hit
	rows    *fyne.Container
	hits    []register.Hit
	offers  []Offer // behind the hits
	at      int     // the row that Enter takes; -1 none
	setting bool    // the text is being set, not typed
}

// NewField returns an empty field; a list has a name on each line. find finds names
// by any form of what was typed, the likeliest first.
func NewField(keys *controls.Keyboard, list bool, find func(typed string, limit int) []register.Hit) *Field {
	f := &Field{find: find, Entry: keys.NewEntry(), rows: container.NewVBox(), at: -1}
	if list {
		f.Entry = keys.NewText(3)
	}
	f.rows.Hide()
	f.Entry.OnKey = f.key
	f.Entry.OnChanged = f.changed
	f.Entry.OnFocus = f.Offer
	return f
}

// Object is the field on the screen.
func (f *Field) Object() fyne.CanvasObject { return container.NewVBox(f.Entry, f.rows) }

// Set puts text into the entry as if nobody had typed it.
func (f *Field) Set(text string) {
	f.setting = true
	f.Entry.SetText(text)
	f.setting = false
}

// Offering reports whether anything is offered.
func (f *Field) Offering() bool { return f.count() > 0 }

func (f *Field) count() int { return len(f.hits) + len(f.offers) }

// Offer offers what may be meant where nothing is typed. None of it is highlighted: Enter
// leaves the field empty.
func (f *Field) Offer() {
	if f.current() != "" {
		return
	}
	f.hits, f.at = nil, -1
	if f.Begin != nil {
		f.hits = f.Begin(mostSuggestions)
	}
	f.offers = f.more("")
	f.show()
}

// more is what may be meant beside the hits.
func (f *Field) more(typed string) []Offer {
	if f.Offers == nil {
		return nil
	}
	var all []Offer
	for _, offer := range f.Offers(typed) {
		known := slices.ContainsFunc(f.hits, func(hit register.Hit) bool { return hit.Text() == offer.Text })
		if written := slices.Contains(strings.Split(f.Entry.Text, "\n"), offer.Text); !known && !written {
			all = append(all, offer)
		}
	}
	return all[:min(max(0, mostSuggestions-len(f.hits)), len(all))]
}

// text is what row i writes.
func (f *Field) text(i int) string {
	if i < len(f.hits) {
		return f.hits[i].Text()
	}
	return f.offers[i-len(f.hits)].Text
}

// Highlighted is the name that Enter would take; false for none.
func (f *Field) Highlighted() (register.Hit, bool) {
	if f.at < 0 || f.at >= len(f.hits) {
		return register.Hit{}, false
	}
	return f.hits[f.at], true
}

// current is what is being typed: of a list, its last line.
func (f *Field) current() string {
	text := f.Entry.Text
	return strings.TrimSpace(text[strings.LastIndexByte(text, '\n')+1:])
}

func (f *Field) changed(text string) {
	if f.setting {
		return
	}
	f.hits, f.offers = nil, nil
	if now := f.current(); now != "" {
		f.hits = f.find(now, mostSuggestions)
		f.offers = f.more(now)
		if f.count() == 1 && f.text(0) == now {
			f.hits, f.offers = nil, nil // it is there already
		}
		f.at = min(0, f.count()-1)
		f.show()
	} else {
		f.Offer()
	}
	if f.OnTyped != nil {
		f.OnTyped(text)
	}
}

func (f *Field) show() {
	f.rows.RemoveAll()
	for i, hit := range f.hits {
		text := hit.Name
		if hit.Post != "" {
			text += " — " + hit.Post
		}
		f.rows.Add(newSuggestion(text, i == f.at, func() { f.tapped(i) }))
	}
	for i, offer := range f.offers {
		i += len(f.hits)
		f.rows.Add(newSuggestion(offer.Text+" — "+offer.Told, i == f.at, func() { f.tapped(i) }))
	}
	f.rows.Hidden = f.count() == 0
	f.rows.Refresh()
	if f.OnHighlighted != nil {
		f.OnHighlighted()
	}
}

// Hide offers nothing any more.
func (f *Field) Hide() {
	f.hits, f.offers, f.at = nil, nil, -1
	f.show()
}

func (f *Field) tapped(i int) {
	if f.OnTapped == nil {
		f.take(i)
	} else {
		f.at = i
		f.show()
		f.OnTapped()
	}
	if f.Refocus != nil {
		f.Refocus()
	}
}

func (f *Field) take(i int) {
	text := f.Entry.Text
	text = text[:strings.LastIndexByte(text, '\n')+1] + f.text(i)
	if f.Entry.MultiLine {
		text += "\n"
	}
	f.Hide()
	f.Set(text)
	f.Entry.CaretToEnd()
	if f.OnTyped != nil {
		f.OnTyped(text)
	}
	if f.Entry.MultiLine {
		f.Offer() // who else may be meant
	}
}

// key moves among the suggestions, takes one, or goes on to the next field.
func (f *Field) key(name fyne.KeyName) bool {
	switch {
	case name == fyne.KeyDown && f.count() > 0:
		f.at = (f.at + 1) % f.count()
	case name == fyne.KeyUp && f.count() > 0:
		f.at = (max(f.at, 0) + f.count() - 1) % f.count()
	case name == fyne.KeyEscape && f.at >= 0:
		f.Hide()
		return true
	case name == fyne.KeyReturn || name == fyne.KeyEnter:
		return f.enter()
	default:
		return false
	}
	f.show()
	return true
}

// enter takes the highlighted name and goes on; in a list, which has lines of
// its own, it only takes.
func (f *Field) enter() bool {
	took := f.at >= 0 && f.at < f.count()
	if took {
		f.take(f.at)
	}
	if f.Entry.MultiLine {
		return took
	}
	if f.OnNext != nil {
		f.OnNext()
	}
	return true
}
