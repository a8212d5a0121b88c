// Package searching finds words in the release on the screen, as they are typed, and puts
// others in their place. It proposes; nothing is replaced that a person has not seen.
package searching

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/background"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/find"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// Text is the text that is searched.
type Text interface {
	// Release is a copy of it as it stands; false where none is open.
	Release() (release.Release, bool)
	// ReadOnly reports whether it cannot be changed.
	ReadOnly() bool
	// Replace makes changes, as one step; an error where other words stand there by now.
	Replace(changes []find.Change) error
	// Caret is where a search goes on, and Start where it begins: the beginning of what is
	// selected.
	Caret() release.Position
	Start() release.Position
	// Mark marks hits, and shows the one that the search is at; -1 for none. With no
	// hits the marks go.
	Mark(hits []find.Hit, at int)
	// Selected are the words to search for first.
	Selected() string
	// Focus gives the keyboard to the text.
	Focus()
}

// Params are what a Bar needs.
type Params struct {
	screen.Base
	Text  Text
	House func() grammar.House
	// Known are the registers, and Names finds their entries while a name is typed.
	Known func() register.Registers
	Names func(kind grammar.Kind, typed string, limit int) []register.Hit
	// Shown hears that the bar came, went, or has another height.
	Shown func()
	// Today is the day whose posts people have.
	Today func() release.Date
}

// Bar is the line over the text that finds and replaces. It is used on the UI goroutine
// only.
type Bar struct {
	params             Params
	typed, with        *controls.Entry
	matchCase, word    *controls.Check
	forms              *controls.Check
	count              *widget.Label
	one, all           *controls.Button
	replacing          *fyne.Container
	object             *fyne.Container
	searches, replaces *background.Questions
	query              *find.Query
	hits               []find.Hit
	at                 int  // the hit that is shown; -1 for none
	goesOn             bool // the next hit is shown after the change that is being made
}

// NewBar returns a bar that is not shown yet.
func NewBar(params Params) *Bar {
	keys := params.Keys
	b := &Bar{params: params, typed: keys.NewEntry(), with: keys.NewEntry(), count: widget.NewLabel(""), at: -1, query: find.New("", find.Options{})}
	b.searches, b.replaces = background.New(params.Go, params.Do), background.New(params.Go, params.Do)
	words := params.Base.Text
	again := func(bool) { b.search(true) }
	b.matchCase, b.word, b.forms = keys.NewCheck(words("find-case"), again), keys.NewCheck(words("find-word"), again), keys.NewCheck(words("find-forms"), again)
	b.typed.SetPlaceHolder(words("find-typed"))
	b.typed.SetName(words("find-typed"))
	b.with.SetPlaceHolder(words("find-with"))
	b.with.SetName(words("find-with"))
	b.typed.OnChanged = func(string) { b.search(true) }
	b.typed.OnKey, b.with.OnKey = b.key(b.step), b.key(func(int) { b.replaceOne() })
	previous := keys.NewIconButton(words("find-previous"), theme.MoveUpIcon(), func() { b.step(-1) })
	next := keys.NewIconButton(words("find-next"), theme.MoveDownIcon(), func() { b.step(1) })
	leave := keys.NewIconButton(words("button-close"), theme.CancelIcon(), func() { b.Close() })
	b.one, b.all = keys.NewButton(words("find-replace-one"), nil, b.replaceOne), keys.NewButton(words("find-replace-all"), nil, b.replaceAll)
	b.replacing = controls.Border(nil, nil, nil, container.NewHBox(b.one, b.all), b.with)
	line := controls.Border(nil, nil, nil, container.NewHBox(b.count, previous, next, leave), b.typed)
	b.object = container.NewVBox(line, b.replacing, container.New(layout.NewRowWrapLayout(), b.forms, b.word, b.matchCase), widget.NewSeparator())
	b.object.Hide()
	return b
}

// Object is the bar on the screen.
func (b *Bar) Object() fyne.CanvasObject { return b.object }

// Open shows the bar, with a second line to replace where that is wanted, and searches
// for what is selected.
func (b *Bar) Open(replace bool) {
	if _, ok := b.params.Text.Release(); !ok {
		b.params.Tell(translations.Text("nothing-open"), false)
		return
	}
	b.replacing.Hidden = !replace || b.params.Text.ReadOnly()
	b.object.Show()
	b.params.Shown()
	if words := b.params.Text.Selected(); words != "" && oneLine(words) {
		b.typed.SetText(words)
	}
	b.typed.SelectAll()
	b.params.Canvas.Focus(b.typed)
	b.search(true)
}

// longestLine is how many bytes that are selected are still what somebody looks for: not a whole
// paragraph, which may be long and which the field would have to set.
const longestLine = 500

func oneLine(words string) bool {
	if len(words) > longestLine {
		return false
	}
	for _, r := range words {
		if r == '\n' || r == '\t' {
			return false
		}
	}
	return true
}

// Close takes the bar away and gives the keyboard to the text; false where it was not
// shown.
func (b *Bar) Close() bool {
	if !b.object.Visible() {
		return false
	}
	b.Leave()
	b.params.Text.Focus()
	return true
}

// Leave takes the bar away, because another release is shown.
func (b *Bar) Leave() {
	b.searches.Drop()
	b.replaces.Drop()
	shown := b.object.Visible()
	b.object.Hide()
	b.hits, b.at = nil, -1
	if shown {
		b.params.Shown()
		b.params.Text.Mark(nil, -1)
	}
}

// Changed searches again after the text was changed.
func (b *Bar) Changed() {
	if b.object.Visible() {
		b.search(b.goesOn)
	}
}

// key hears the keys of an entry: Enter does what it is for, Escape leaves.
func (b *Bar) key(enter func(way int)) func(fyne.KeyName) bool {
	return func(name fyne.KeyName) bool {
		switch name {
		case fyne.KeyReturn, fyne.KeyEnter:
			way := 1
			if b.params.Keys.Held()&fyne.KeyModifierShift != 0 {
				way = -1
			}
			enter(way)
		case fyne.KeyEscape:
			b.Close()
		default:
			return false
		}
		return true
	}
}

// search looks for what is typed, away from the UI goroutine. Where it was asked for, a hit is
// shown: the one that is shown already if it is one still, so that no letter leads past it, or
// the next.
func (b *Bar) search(show bool) {
	r, ok := b.params.Text.Release()
	if !ok || !b.object.Visible() {
		return
	}
	b.query = find.New(b.typed.Text, find.Options{Case: b.matchCase.Checked, Word: b.word.Checked, Forms: b.forms.Checked})
	query, from := b.query, b.params.Text.Start()
	if b.goesOn {
		from = b.params.Text.Caret()
	}
	var hits []find.Hit
	b.searches.Ask(background.Question{
		Work: func(context.Context) error {
			hits = query.Hits(r.Passages())
			return nil
		},
		Answer: func(error) {
			b.hits, b.at = hits, -1
			if show && len(hits) > 0 {
				b.at = find.Next(hits, from, r.Passages())
			}
			b.show()
		},
	})
}

// step goes to the next hit, or to the one before.
func (b *Bar) step(way int) {
	n := len(b.hits)
	if n == 0 {
		return
	}
	if b.at < 0 {
		b.at = b.fromCaret(way)
	} else {
		b.at = (b.at + way + n) % n
	}
	b.show()
}

// fromCaret is the hit behind the caret, or the one before; -1 where there is no draft.
func (b *Bar) fromCaret(way int) int {
	r, ok := b.params.Text.Release()
	switch caret := b.params.Text.Caret(); {
	case !ok:
		return -1
	case way < 0:
		return find.Previous(b.hits, caret, r.Passages())
	default:
		return find.Next(b.hits, caret, r.Passages())
	}
}

// Next goes to the next hit, Previous to the one before; where the bar is not shown, it is
// opened.
func (b *Bar) Next() { b.goOn(1) }

// Previous goes to the hit before.
func (b *Bar) Previous() { b.goOn(-1) }

func (b *Bar) goOn(way int) {
	if !b.object.Visible() {
		b.Open(false)
		return
	}
	b.step(way)
}

func (b *Bar) show() {
	words := b.params.Base.Text
	switch {
	case b.query.IsEmpty():
		b.count.SetText("")
	case len(b.hits) == 0:
		b.count.SetText(words("find-none"))
	case b.at < 0:
		b.count.SetText(b.params.Words.Plural("find-count", len(b.hits)))
	default:
		b.count.SetText(words("find-at", map[string]any{"At": b.at + 1, "Of": len(b.hits)}))
	}
	b.params.Text.Mark(b.hits, b.at)
}
