package window

import (
	"slices"

	"fyne.io/fyne/v2"

	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
)

// furtherKeys are keys of commands beside the one that the menu shows.
var furtherKeys = map[controls.Combination]controls.Combination{
	{Key: fyne.KeyF1}:                            {Key: fyne.KeySlash, Modifier: control},
	{Key: fyne.KeyPlus, Modifier: control}:       {Key: fyne.KeyEqual, Modifier: control}, // of the number pad
	{Key: fyne.KeyPlus, Modifier: controlShift}:  {Key: fyne.KeyEqual, Modifier: control},
	{Key: fyne.KeyEqual, Modifier: controlShift}: {Key: fyne.KeyEqual, Modifier: control},
	// Where the Russian layout has the comma and the slash: with Shift.
	{Key: fyne.KeyPeriod, Modifier: controlShift}:    {Key: fyne.KeyComma, Modifier: control},
	{Key: fyne.KeyBackslash, Modifier: controlShift}: {Key: fyne.KeySlash, Modifier: control},
}

// listen begins to hear the window's keys.
func (w *Window) listen() {
	w.keys = controls.NewKeyboard(controls.Params{
		Canvas: w.win.Canvas(), Held: w.params.Modifier, Physical: w.params.Physical, Menu: func() *fyne.MainMenu { return w.commands }, Also: furtherKeys,
		Words: func(take func(string)) { w.pastingParams().Words(take) },
	})
	w.dialogs = screen.NewDialogs(screen.Params{Canvas: w.win.Canvas(), Keys: w.keys, Home: w.home, Turn: func(by int) bool { return w.inspector.Turn(by) }})
	answered := w.keys.OnAnswer // a dialog's
	w.keys.OnAnswer = func(yes bool) bool {
		if answered(yes) {
			return true
		}
		if yes {
			return w.beginByKey()
		}
		return w.pane.HideCard() || w.search.Close() || w.notice.Dismiss()
	}
}

// turnPane moves the keyboard to the next pane that is seen (1), or to the one before (-1):
// library, chips, text, inspector, and what is told. Tab goes on within it, and never out of the text.
func (w *Window) turnPane(way int) {
	all := slices.DeleteFunc(w.stops(), func(o fyne.CanvasObject) bool {
		return !controls.Seen(w.win.Content(), o) || controls.First(o) == nil
	})
	focused, has := w.win.Canvas().Focused().(fyne.CanvasObject)
	at := slices.IndexFunc(all, func(o fyne.CanvasObject) bool { return has && controls.Seen(o, focused) })
	if at < 0 {
		w.home() // from the search in the text, or from nowhere
		return
	}
	w.win.Canvas().Focus(controls.First(all[(at+way+len(all))%len(all)]))
}

// stops are what turnPane goes through, seen or not.
func (w *Window) stops() []fyne.CanvasObject {
	all := []fyne.CanvasObject{w.library.Object()}
	if w.doc == nil {
		return append(all, w.middle, w.notice.Object())
	}
	all = append(all, w.pane.Stops()...)
	if w.inspects() {
		all = append(all, w.inspector.Object())
	}
	return append(all, w.notice.Object())
}

// tellTab says that Tab means nothing where the caret is, and which key leads out of the text.
func (w *Window) tellTab(inList bool) {
	words := "tab-in-text"
	if inList {
		words = "tab-in-list"
	}
	w.tell(translations.Text(words), false)
}

// home gives the keyboard to the text; where none is open, to the page that asks
// for the office, or to the list.
func (w *Window) home() {
	focus := w.win.Canvas().Focus
	switch {
	case w.doc != nil && w.panes.Narrow() && w.inspects():
		w.inspector.FocusTab(w.inspector.Shown()) // the text is covered
	case w.doc != nil:
		w.pane.FocusText()
	case w.welcome != nil && !w.settings.Welcomed:
		focus(w.welcome)
	case w.library.Count() > 0:
		focus(w.library.List())
	default:
		focus(w.library.SearchField())
	}
}
