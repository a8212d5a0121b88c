package window

import (
	"fyne.io/fyne/v2"

	"communique/assets/translations"
)

// fitOnePage has the release on the screen set on one page, or on as many as it needs
// again.
func (w *Window) fitOnePage() {
	doc := w.writable()
	if doc == nil {
		return
	}
	doc.session.SetOnePage(!doc.session.OnePage())
	name := "one-page-off"
	if doc.session.OnePage() {
		name = "one-page-on"
	}
	w.tell(translations.Text(name), false)
}

// onePageItem is the command's item, which shows whether the release is to be one page.
func (w *Window) onePageItem() *fyne.MenuItem {
	return w.ticked(w.item("menu-one-page", fyne.KeyMinus, controlShift, w.fitOnePage), func() bool {
		return w.doc != nil && w.doc.session.OnePage()
	})
}
