package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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

// showInspector shows what stands to the right of the text, or gives its room to the
// text.
func (w *Window) showInspector(on bool) {
	w.folded = !on
	w.showSide(w.inner, w.inner.Trailing, on && w.doc != nil)
}

// showLibrary does so with what stands to the left.
func (w *Window) showLibrary(on bool) { w.showSide(w.outer, w.outer.Leading, on) }

func (w *Window) showSide(split *container.Split, side fyne.CanvasObject, on bool) {
	if side.Visible() == on {
		return
	}
	if on {
		side.Show()
	} else {
		side.Hide()
	}
	split.Refresh()
	w.dialogs.Settle() // the keyboard may have been there
}

// onlyText hides both sides, or where both are hidden, shows them again.
func (w *Window) onlyText() {
	on := !w.outer.Leading.Visible() && !w.inner.Trailing.Visible()
	w.showLibrary(on)
	w.showInspector(on)
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
