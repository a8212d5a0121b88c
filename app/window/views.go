package window

import (
	"communique/app/window/inspector"
	"communique/app/window/panes"
	"communique/assets/translations"
	"communique/editor/release"
)

// showTab shows one of the inspector's tabs, and gives the keyboard to what can be done
// there.
func (w *Window) showTab(tab inspector.Tab) {
	if w.doc == nil {
		w.tell(translations.Text("nothing-open"), false)
		return
	}
	w.showInspector(true)
	w.inspector.FocusTab(tab)
}

// newPanes makes the panes as the settings have them.
func (w *Window) newPanes() *panes.Panes {
	kept := w.settings.Window
	return panes.New(panes.Params{
		Library: w.library.Object(), OnNarrow: w.narrowed, OnSide: w.notice.Fit, OnMoved: w.keepPanes,
		State: panes.State{
			LibraryWidth: float32(kept.LibraryWidth), InspectorWidth: float32(kept.InspectorWidth),
			LibraryFolded: kept.LibraryFolded, InspectorFolded: kept.InspectorFolded,
		},
	})
}

// arrange puts the document in the middle and the inspector beside it. In a narrow window
// that stands in the document's place, which is a tab of it.
func (w *Window) arrange() {
	switch {
	case w.doc == nil:
		w.inspector.Enclose(nil)
		w.panes.Show(w.middle, nil)
	case w.panes.Narrow():
		w.inspector.Enclose(w.middle)
		w.panes.Show(w.inspector.Object(), nil)
	default:
		w.inspector.Enclose(nil)
		w.panes.Show(w.middle, w.inspector.Object())
	}
}

// narrowed hears that the window became narrow, or wide again, while it is laid out: no time for
// another menu.
func (w *Window) narrowed() {
	w.arrange()
	w.params.Go(func() { w.params.Do(w.showTicks) })
}

// inspects reports whether the inspector is seen.
func (w *Window) inspects() bool {
	if w.doc != nil && w.panes.Narrow() {
		return !w.inspector.DocumentShown()
	}
	return w.doc != nil && !w.panes.State().InspectorFolded
}

// lists reports whether the library is seen.
func (w *Window) lists() bool { return !w.panes.State().LibraryFolded }

// showInspector shows what stands beside the text, or gives its room to the text.
func (w *Window) showInspector(on bool) {
	switch {
	case !w.panes.Narrow():
		w.panes.FoldInspector(!on)
	case w.doc == nil:
		return
	case on:
		w.inspector.Show(w.inspector.Shown())
	default:
		w.inspector.ShowDocument()
	}
	w.keepPanes()
	w.showTicks()
	w.dialogs.Settle() // the keyboard may have been there
}

// showLibrary does so with what stands to the left.
func (w *Window) showLibrary(on bool) {
	w.panes.FoldLibrary(!on)
	w.keepPanes()
	w.showTicks()
	w.dialogs.Settle()
}

// onlyText hides both sides, or where both are hidden, shows them again.
func (w *Window) onlyText() {
	on := w.panes.State().LibraryFolded && (!w.inspects() || w.doc == nil)
	w.showLibrary(on)
	if !on || !w.panes.Narrow() { // in a narrow window the text would be covered
		w.showInspector(on)
	}
}

// uncover brings the text to the front of a narrow window.
func (w *Window) uncover() {
	if w.panes.Narrow() {
		w.inspector.ShowDocument()
	}
}

// keepPanes keeps how the panes stand, when the hand has come to rest.
func (w *Window) keepPanes() {
	w.panesTimer.After(saveDelay, func() {
		w.rememberPanes()
		w.keepSettings()
	})
}

// rememberPanes notes how the panes stand, how large the window is, and where the list is.
func (w *Window) rememberPanes() {
	state, kept, size, place := w.panes.State(), &w.settings.Window, w.win.Canvas().Size(), w.library.Place()
	kept.Width, kept.Height = float64(size.Width), float64(size.Height)
	kept.LibraryWidth, kept.InspectorWidth = float64(state.LibraryWidth), float64(state.InspectorWidth)
	kept.LibraryFolded, kept.InspectorFolded = state.LibraryFolded, state.InspectorFolded
	kept.Tab = w.inspector.Shown().Name()
	kept.ListOrder, kept.ListFirst = string(place.Order), place.First
}

// showTitle calls the window by its release.
func (w *Window) showTitle() {
	title := programName
	if w.doc != nil {
		if headline := w.doc.session.Text(release.HeadlineField); headline != "" {
			title = headline + " — " + title
		}
	}
	if w.win.Title() != title {
		w.win.SetTitle(title)
	}
}

const programName = "Communique"

// setReadOnly lets the release on the screen be read and copied from only.
func (w *Window) setReadOnly(on bool) {
	w.pane.SetReadOnly(on)
	w.inspector.SetReadOnly(on)
}
