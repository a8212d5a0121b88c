package exporting

import (
	"fyne.io/fyne/v2"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/html"
	"communique/export/text"
)

// Clipboard is where releases are copied to.
type Clipboard struct {
	// System is the window system's own, for plain text alone. Both puts plain text and
	// HTML there together; an error where the system cannot.
	System fyne.Clipboard
	Both   func(text, html string) error

	copied string // what Both put there; "" where it did not
}

// Leave hands what was copied to the window system's own clipboard, which knows how
// to keep it when the program ends.
func (c *Clipboard) Leave() {
	if c.copied != "" && c.System.Content() == c.copied {
		c.System.SetContent(c.copied)
	}
}

// CopyForWebsite copies a release as a website's plain text, and where the system
// can hold both, as HTML beside it.
func (c *Clipboard) CopyForWebsite(p Params, r release.Release) {
	c.copyBoth(p, r, text.Website, html.Fragment)
}

// CopyWithFooter copies the contacts with it.
func (c *Clipboard) CopyWithFooter(p Params, r release.Release) {
	c.copyBoth(p, r, text.WebsiteWithFooter, html.FragmentWithFooter)
}

func (c *Clipboard) copyBoth(p Params, r release.Release, plain, page func(release.Release) string) {
	p.warn(r, func() {
		if c.Put(plain(r), page(r)) {
			p.Tell(translations.Text("copied-website"), false)
		} else {
			p.Tell(translations.Text("copied-text"), false)
		}
	})
}

// Put puts plain text and HTML there, or where the system cannot hold both, the text
// alone; it reports whether both are there.
func (c *Clipboard) Put(text, html string) bool {
	c.copied = ""
	if err := c.Both(text, html); err != nil {
		c.System.SetContent(text)
		return false
	}
	c.copied = text
	return true
}

// CopyHTML copies a release as the source of a web page's part.
func (c *Clipboard) CopyHTML(p Params, r release.Release) {
	p.warn(r, func() { c.copyText(p, "copied-html", html.Fragment(r)) })
}

// CopyHeadline and CopyLead copy the two fields that a website asks for apart.
func (c *Clipboard) CopyHeadline(p Params, r release.Release) {
	p.warn(r, func() { c.copyText(p, "copied-headline", text.Headline(r)) })
}

// CopyLead copies the lead: see CopyHeadline.
func (c *Clipboard) CopyLead(p Params, r release.Release) {
	p.warn(r, func() { c.copyText(p, "copied-lead", text.Lead(r)) })
}

func (c *Clipboard) copyText(p Params, told, content string) {
	c.copied = ""
	c.System.SetContent(content)
	p.Tell(translations.Text(told), false)
}
