// Package snippets shows the office's own pieces of text: the list, and one being written
// beside what it puts into a release.
package snippets

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/settings"
	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/snippet"
)

// Params are what the snippets need.
type Params struct {
	screen.Base
	// Load reads the snippets: those that can be read, and an error beside them that
	// tells of the others. Change changes them as they are on the disk by then. Both are
	// called away from the UI goroutine.
	Load   func() (snippet.Set, error)
	Change func(change func(snippet.Set) (snippet.Set, error)) (snippet.Set, error)
	// Insert puts a snippet into the release that is open; nil where none is.
	Insert func(snippet.Snippet)
}

// list is the dialog with the office's snippets.
type list struct {
	Params
	all     snippet.Set // in the order of their file
	shown   snippet.Set // those that what was typed finds
	chosen  int         // of shown; -1 none
	search  *controls.Entry
	rows    *controls.List
	preview *screen.Prose
	trouble *controls.Wrapped
	dialog  *screen.Dialog
	putIn   *controls.Button
	ofOne   []*controls.Button // what is done with the one that is chosen
}

// Show opens the list of snippets.
func Show(p Params) {
	l := &list{Params: p, chosen: -1, search: p.Keys.NewEntry(), preview: p.NewProse(), trouble: screen.Wrapped("")}
	l.trouble.Importance = widget.DangerImportance
	l.trouble.Hide()
	l.search.SetPlaceHolder(l.Text("snippets-search"))
	l.search.OnChanged = func(string) { l.look("") }
	l.rows = l.Keys.NewList(func() int { return len(l.shown) }, func() fyne.CanvasObject {
		label := widget.NewLabel("")
		label.Truncation = fyne.TextTruncateEllipsis
		return label
	}, func(i widget.ListItemID, o fyne.CanvasObject) { o.(*widget.Label).SetText(l.name(l.shown[i])) })
	l.rows.OnSelected = l.choose
	l.rows.SetName(l.Text("snippets-title"))
	l.search.OnKey = func(key fyne.KeyName) bool {
		if key == fyne.KeyDown {
			l.Canvas.Focus(l.rows)
		}
		return key == fyne.KeyDown
	}
	button := func(name string, icon fyne.Resource, do func()) *controls.Button {
		return l.Keys.NewButton(l.Text(name), icon, do)
	}
	l.putIn = button("snippets-insert", theme.ContentAddIcon(), l.insert)
	remove := button("snippets-remove", theme.DeleteIcon(), l.remove)
	actions := container.NewVBox(
		l.putIn, widget.NewSeparator(),
		button("snippets-new", theme.DocumentIcon(), func() { Edit(l.Params, snippet.Snippet{}, true, l.kept) }),
		remove,
	)
	body := controls.Border(container.NewVBox(l.search, l.trouble), nil, nil, actions, container.NewHSplit(l.rows, l.preview))
	l.dialog = l.Dialogs.New(l.Text("snippets-title"), body, l.Text("button-close"))
	l.ofOne = []*controls.Button{remove, l.dialog.Yes(l.Text("snippets-edit"), theme.DocumentCreateIcon(), l.edit)}
	var read snippet.Set
	var trouble error
	l.Base.Load(func(context.Context) error {
		read, trouble = l.Load()
		var unread *settings.UnreadError
		if !errors.As(trouble, &unread) {
			return trouble
		}
		return nil
	}, func() {
		l.all = read
		if trouble != nil {
			l.trouble.SetText(l.Words.Error(trouble))
			l.trouble.Show()
		}
		l.dialog.Show(fyne.NewSize(920, 560), l.search)
		l.look("")
	})
}

// name is what a snippet is listed as.
func (l *list) name(s snippet.Snippet) string {
	if s.Language == "" {
		return s.Title
	}
	return s.Title + " · " + l.Words.LanguageName(s.Language)
}

// look lists what was typed for, and chooses the snippet of a title, or the first.
func (l *list) look(title string) {
	l.shown = l.all.Begin(l.search.Text)
	l.chosen = -1
	l.preview.SetText(l.Text("snippets-none"))
	l.rows.UnselectAll()
	l.rows.Refresh()
	at := 0
	for i, s := range l.shown {
		if s.Title == title {
			at = i
		}
	}
	if len(l.shown) > 0 {
		l.rows.Select(at)
	}
	l.putIn.SetEnabled(l.chosen >= 0 && l.Insert != nil)
	for _, b := range l.ofOne {
		b.SetEnabled(l.chosen >= 0)
	}
	l.Dialogs.Settle() // one of them may have had the keyboard
}

func (l *list) choose(i widget.ListItemID) {
	l.chosen = i
	l.preview.Set(Preview(l.shown[i], l.Words.Language))
}

// kept lists the snippets after one of a title was kept.
func (l *list) kept(all snippet.Set, title string) {
	l.all = all
	l.look(title)
}

func (l *list) edit() {
	if l.chosen >= 0 {
		Edit(l.Params, l.shown[l.chosen], false, l.kept)
	}
}

func (l *list) insert() {
	if l.chosen >= 0 {
		l.dialog.Close()
		l.Insert(l.shown[l.chosen])
	}
}

// remove takes a snippet away, after asking.
func (l *list) remove() {
	if l.chosen < 0 {
		return
	}
	s := l.shown[l.chosen]
	l.Ask(l.Text("snippets-remove"), l.Text("snippets-remove-question", map[string]any{"Title": s.Title}), l.Text("snippets-remove"), widget.DangerImportance, func() {
		var left snippet.Set
		l.Work(func(context.Context) (err error) {
			left, err = l.Change(func(stored snippet.Set) (snippet.Set, error) { return stored.Without(snippet.Set{s}), nil })
			return err
		}, func() { l.kept(left, "") })
	})
}

// Preview is what a snippet puts into a release in a language, where it is for any, while nothing that
// it asks for is given.
func Preview(s snippet.Snippet, language string) release.Release {
	s = s.For(language)
	filled, err := s.Fill(grammar.House{}, nil, register.Registers{}, s.Language, release.Date{})
	r := release.New(s.Language)
	if err == nil { // values that nobody gave cannot be wrong
		r.Blocks = release.Numbered(filled.Blocks)
	}
	return r
}
