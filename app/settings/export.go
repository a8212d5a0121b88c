package settings

import (
	"communique/export"
	"communique/export/mail"
)

// Export is how releases leave the office.
type Export struct {
	// Style is the house style's name; "" is the plain one.
	Style string `toml:"style,omitempty"`
	// Package lists the forms that a release package holds; none is all of them.
	Package []string `toml:"package,omitempty"`
	Mail    Mail     `toml:"mail,omitempty"`
}

// Mail is whom mail drafts are for. Each list is as people keep one: an address a
// line, or parted by commas, remarks after #.
type Mail struct {
	From string `toml:"from,omitempty"`
	To   string `toml:"to,omitempty"`
	Cc   string `toml:"cc,omitempty"`
	Bcc  string `toml:"bcc,omitempty"`
	HTML bool   `toml:"html,omitempty"` // the text as a web page goes with it
	// Bare leaves the PDF out.
	Bare bool `toml:"bare,omitempty"`
}

// Mailing returns the lists read. A broken address is a *mail.AddressError.
func (s Settings) Mailing() (export.Mailing, error) {
	m := s.Export.Mail
	mailing := export.Mailing{WithHTML: m.HTML, WithoutPDF: m.Bare}
	from, err := mail.ParseRecipients(m.From)
	if err != nil {
		return mailing, err
	}
	if len(from) > 0 {
		mailing.From = from[0]
	}
	for _, list := range []struct {
		text string
		into *[]string
	}{{m.To, &mailing.To}, {m.Cc, &mailing.Cc}, {m.Bcc, &mailing.Bcc}} {
		if *list.into, err = mail.ParseRecipients(list.text); err != nil {
			return mailing, err
		}
	}
	return mailing, nil
}

// PackageForms returns the forms of a release package.
func (s Settings) PackageForms() []export.Form {
	forms, err := export.ParseForms(s.Export.Package)
	if err != nil || len(forms) == 0 { // an unknown one does not get past Load
		return export.Forms()
	}
	return forms
}
