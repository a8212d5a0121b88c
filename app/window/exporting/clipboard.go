package exporting

import (
	"errors"

	"fyne.io/fyne/v2"

	"communique/app/clipboard"
	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/html"
	"communique/export/text"
)

// Clipboard is where releases are copied to.
type Clipboard struct {
	// System is the window system's own, for plain text alone. Both puts plain text there, and
	// HTML beside it where that is not "": clipboard.Offer. Where it cannot, plain text goes
	// to System, unless its error is clipboard.ErrHeld.
	System fyne.Clipboard
	Both   func(text, html string) error

	copied string // what Both put there and the program's end would take; "" where there is none
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
		switch both, err := c.Put(plain(r), page(r)); {
		case err != nil:
			p.Fail(err)
		case both:
			p.Tell(translations.Text("copied-website"), false)
		default:
			p.Tell(translations.Text("copied-text"), false)
		}
	})
}

// Put puts plain text and HTML there, or where the system cannot hold both, the text
// alone; it reports whether both are there. Its error is clipboard.ErrHeld: nothing is.
func (c *Clipboard) Put(text, html string) (both bool, err error) {
	c.copied = ""
	switch err := c.Both(text, html); {
	case errors.Is(err, clipboard.ErrHeld):
		return false, err
	case err != nil:
		c.System.SetContent(text)
		return false, nil
	case !clipboard.Lasting:
		c.copied = text
	}
	return true, nil
}

// PutText puts plain text there. Its error is clipboard.ErrHeld: nothing is.
func (c *Clipboard) PutText(text string) error {
	_, err := c.Put(text, "")
	return err
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
	if err := c.PutText(content); err != nil {
		p.Fail(err)
		return
	}
	p.Tell(translations.Text(told), false)
}
