// Package completion offers the names of the registers while they are typed.
package completion

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"communique/editor/controls"
	"communique/editor/register"
)

// mostSuggestions is how many names are offered at once.
const mostSuggestions = 6

// Field is an entry that offers names below it while a few letters of any form of
// them are typed. The arrows go through them, Enter takes one. What a field tells
// is nil for nobody.
type Field struct {
	Entry         *controls.Entry
	OnTyped       func(text string) // another text stands in the entry, a name that was taken included
	OnHighlighted func()            // another name is highlighted, or none
	OnNext        func()            // Enter, after the highlighted name was taken; not in a list
	OnTapped      func()            // a name was tapped, which is highlighted now; where nobody hears, it is taken

	find    func(typed string, limit int) []register.Hit
	rows    *fyne.Container
	hits    []register.Hit
	at      int  // the row that Enter takes; -1 none
	setting bool // the text is being set, not typed
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

// Offering reports whether names are offered.
func (f *Field) Offering() bool { return len(f.hits) > 0 }

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
	f.hits = nil
	if now := f.current(); now != "" {
		f.hits = f.find(now, mostSuggestions)
		if len(f.hits) == 1 && f.hits[0].Text() == now {
			f.hits = nil // it is there already
		}
	}
	f.at = min(0, len(f.hits)-1)
	f.show()
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
	f.rows.Hidden = len(f.hits) == 0
	f.rows.Refresh()
	if f.OnHighlighted != nil {
		f.OnHighlighted()
	}
}

// Hide offers nothing any more.
func (f *Field) Hide() {
	f.hits, f.at = nil, -1
	f.show()
}

func (f *Field) tapped(i int) {
	if f.OnTapped == nil {
		f.take(i)
		return
	}
	f.at = i
	f.show()
	f.OnTapped()
}

func (f *Field) take(i int) {
	hit := f.hits[i]
	text := f.Entry.Text
	text = text[:strings.LastIndexByte(text, '\n')+1] + hit.Text()
	if f.Entry.MultiLine {
		text += "\n"
	}
	f.Hide()
	f.Set(text)
	f.Entry.CaretToEnd()
	if f.OnTyped != nil {
		f.OnTyped(text)
	}
}

// key moves among the suggestions, takes one, or goes on to the next field.
func (f *Field) key(name fyne.KeyName) bool {
	switch {
	case name == fyne.KeyDown && len(f.hits) > 0:
		f.at = (f.at + 1) % len(f.hits)
	case name == fyne.KeyUp && len(f.hits) > 0:
		f.at = (f.at + len(f.hits) - 1) % len(f.hits)
	case name == fyne.KeyEscape && len(f.hits) > 0:
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
	took := f.at >= 0 && f.at < len(f.hits)
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
