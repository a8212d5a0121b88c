package window

import (
	"communique/editor/release"
	"communique/export/html"
	"communique/export/text"
)

// copyText puts the release on the clipboard as a website's plain text.
func (w *Window) copyText() { w.copyAs("copied-text", text.Website) }

// copyHTML puts the release on the clipboard as the source of a web page's part.
func (w *Window) copyHTML() { w.copyAs("copied-html", html.Fragment) }

// copyHeadline and copyLead put the two fields on the clipboard that a website
// asks for apart.
func (w *Window) copyHeadline() {
	w.copyAs("copied-headline", func(r release.Release) string { return text.Clean(r.Headline) })
}

func (w *Window) copyLead() {
	w.copyAs("copied-lead", func(r release.Release) string { return text.Clean(r.Lead) })
}

func (w *Window) copyAs(told string, render func(release.Release) string) {
	if w.doc == nil {
		w.tell(w.text("nothing-open"), false)
		return
	}
	r := w.doc.session.Release()
	w.warn(r, func() {
		w.params.App.Clipboard().SetContent(render(r))
		w.tell(w.text(told), false)
	})
}
