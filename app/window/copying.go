package window

import (
	"communique/editor/release"
	"communique/export/html"
	"communique/export/text"
)

// copyText puts the release on the clipboard as a website's plain text, and where
// the system can hold both, as HTML beside it.
func (w *Window) copyText() { w.copyForWebsite(text.Website, html.Fragment) }

// copyWithFooter puts the contacts with it.
func (w *Window) copyWithFooter() { w.copyForWebsite(text.WebsiteWithFooter, html.FragmentWithFooter) }

func (w *Window) copyForWebsite(plain, page func(release.Release) string) {
	w.onOpen(func(r release.Release) {
		if err := w.params.CopyBoth(plain(r), page(r)); err != nil {
			w.copyPlain("copied-text", plain(r))
			return
		}
		w.copied = plain(r)
		w.tell(w.text("copied-website"), false)
	})
}

// copyHTML puts the release on the clipboard as the source of a web page's part.
func (w *Window) copyHTML() { w.copyAs("copied-html", html.Fragment) }

// copyHeadline and copyLead put the two fields on the clipboard that a website
// asks for apart.
func (w *Window) copyHeadline() {
	w.copyAs("copied-headline", text.Headline)
}

func (w *Window) copyLead() {
	w.copyAs("copied-lead", text.Lead)
}

func (w *Window) copyAs(told string, render func(release.Release) string) {
	w.onOpen(func(r release.Release) { w.copyPlain(told, render(r)) })
}

// onOpen does something with the release on the screen, after naming what the
// checks would stop.
func (w *Window) onOpen(do func(r release.Release)) {
	if w.doc == nil {
		w.tell(w.text("nothing-open"), false)
		return
	}
	r := w.doc.session.Release()
	w.warn(r, func() { do(r) })
}

func (w *Window) copyPlain(told, content string) {
	w.copied = ""
	w.params.App.Clipboard().SetContent(content)
	w.tell(w.text(told), false)
}

// leaveCopied hands the plain text to the window system's own clipboard, which
// knows how to keep it when the program ends.
func (w *Window) leaveCopied() {
	if clipboard := w.params.App.Clipboard(); w.copied != "" && clipboard.Content() == w.copied {
		clipboard.SetContent(w.copied)
	}
}
