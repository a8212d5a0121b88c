package window

import (
	"fyne.io/fyne/v2"

	"communique/app/window/inspector"
	"communique/app/window/preview"
	"communique/app/window/releases"
	"communique/editor/release"
	"communique/editor/surface"
)

// rebuild takes changed settings over. The panes follow another theme by
// themselves; only another language makes them anew.
func (w *Window) rebuild() {
	w.showTheme()
	if w.params.Words(w.settings.Language).Language != w.words.Language {
		at := w.remember()
		w.build()
		w.recall(at)
		w.library.Reload()
		w.dialogs.Settle()
		return
	}
	w.readOffice()
	if w.doc == nil {
		w.showMiddle()
		return
	}
	w.inspector.ShowContacts()
}

func (w *Window) chooseTheme(name string) {
	w.settings.Theme = name
	w.keepSettings()
	w.rebuild()
}

// surroundings are what a person has before them beside the draft itself, to be
// found again in panes that were built anew.
type surroundings struct {
	library *releases.Pane
	preview *preview.Preview
	tab     inspector.Tab
	place   surface.Place
	focus   func() fyne.Focusable // where the keyboard was, in the new panes
	field   release.Field         // the detail that it was in; "" for none
}

func (w *Window) remember() surroundings {
	w.rememberPanes()
	at := surroundings{library: w.library, preview: w.preview, tab: w.inspector.Shown(), place: w.pane.Place()}
	focused := w.win.Canvas().Focused()
	field, detail := w.inspector.FieldOf(focused)
	switch {
	case w.pane.Holds(focused):
		at.focus = func() fyne.Focusable { return nil } // the pane knows
	case w.doc != nil && detail:
		at.field = field
	case focused == w.library.List():
		at.focus = func() fyne.Focusable { return w.library.List() }
	case focused == fyne.Focusable(w.library.SearchField()):
		at.focus = func() fyne.Focusable { return w.library.SearchField() }
	}
	return at
}

func (w *Window) recall(at surroundings) {
	w.library.Recall(at.library)
	w.preview.Recall(at.preview)
	w.inspector.Show(at.tab)
	if w.doc != nil {
		w.pane.Return(at.place)
		w.showChecked(w.preview.Last())
		w.showSaved()
	}
	switch {
	case w.doc != nil && w.doc.reading:
		w.held(w.doc)
	case w.saver.Troubled():
		w.saver.TryAgain() // its outcome is told in the new words
	}
	if at.field != "" {
		w.inspector.GoTo(at.field)
	}
	if at.focus == nil {
		return
	}
	if o := at.focus(); o != nil {
		w.win.Canvas().Focus(o)
	} else {
		w.pane.FocusText()
	}
}
