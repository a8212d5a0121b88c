package window

import (
	"communique/app/window/inspector"
	"communique/editor/release"
)

// showTab shows one of the inspector's tabs, and gives the keyboard to what can be done
// there.
func (w *Window) showTab(tab inspector.Tab) {
	if w.doc == nil {
		w.tell(w.text("nothing-open"), false)
		return
	}
	w.showInspector(true)
	w.inspector.FocusTab(tab)
}

// newPanes makes the panes as the settings have them.
func (w *Window) newPanes() *panes {
	p, kept := newPanes(w.library.Object()), w.settings.Window
	if kept.LibraryWidth > 0 {
		p.libraryWidth = float32(kept.LibraryWidth)
	}
	if kept.InspectorWidth > 0 {
		p.inspectorWidth = float32(kept.InspectorWidth)
	}
	p.noLibrary, p.noInspector = kept.LibraryFolded, kept.InspectorFolded
	p.onNarrow, p.onMoved = w.arrange, w.keepPanes
	return p
}

// arrange puts the document in the middle and the inspector beside it. In a narrow window
// that stands in the document's place, which is a tab of it.
func (w *Window) arrange() {
	switch {
	case w.doc == nil:
		w.inspector.Enclose(nil)
		w.panes.show(w.middle, nil)
	case w.panes.narrow:
		w.inspector.Enclose(w.middle)
		w.panes.show(w.inspector.Object(), nil)
	default:
		w.inspector.Enclose(nil)
		w.panes.show(w.middle, w.inspector.Object())
	}
}

// inspects reports whether the inspector is seen.
func (w *Window) inspects() bool {
	if w.doc != nil && w.panes.narrow {
		return !w.inspector.DocumentShown()
	}
	return w.doc != nil && !w.panes.noInspector
}

// showInspector shows what stands beside the text, or gives its room to the text.
func (w *Window) showInspector(on bool) {
	switch {
	case !w.panes.narrow:
		w.panes.noInspector = !on
		w.panes.settle()
	case w.doc == nil:
		return
	case on:
		w.inspector.Show(w.inspector.Shown())
	default:
		w.inspector.ShowDocument()
	}
	w.keepPanes()
	w.dialogs.Settle() // the keyboard may have been there
}

// showLibrary does so with what stands to the left.
func (w *Window) showLibrary(on bool) {
	w.panes.noLibrary = !on
	w.panes.settle()
	w.keepPanes()
	w.dialogs.Settle()
}

// onlyText hides both sides, or where both are hidden, shows them again.
func (w *Window) onlyText() {
	on := w.panes.noLibrary && (!w.inspects() || w.doc == nil)
	w.showLibrary(on)
	if !on || !w.panes.narrow { // in a narrow window the text would be covered
		w.showInspector(on)
	}
}

// uncover brings the text to the front of a narrow window.
func (w *Window) uncover() {
	if w.panes.narrow {
		w.inspector.ShowDocument()
	}
}

// keepPanes keeps how the panes stand, when the hand has come to rest.
func (w *Window) keepPanes() {
	w.panesTimer = w.after(w.panesTimer, saveDelay, func() {
		w.rememberPanes()
		w.keepSettings()
	})
}

// rememberPanes notes how the panes stand, how large the window is, and where the list is.
func (w *Window) rememberPanes() {
	p, kept, size, place := w.panes, &w.settings.Window, w.win.Canvas().Size(), w.library.Place()
	kept.Width, kept.Height = float64(size.Width), float64(size.Height)
	kept.LibraryWidth, kept.InspectorWidth = float64(p.libraryWidth), float64(p.inspectorWidth)
	kept.LibraryFolded, kept.InspectorFolded = p.noLibrary, p.noInspector
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
