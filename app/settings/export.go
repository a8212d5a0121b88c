package settings

import (
	"communique/export"
)

// Export is how releases leave the office.
type Export struct {
	// Style is the house style's name; "" is the plain one.
	Style string `toml:"style,omitempty"`
	// Package lists the forms that a release package holds; none is all of them.
	Package []string `toml:"package,omitempty"`
}

// PackageForms returns the forms of a release package.
func (s Settings) PackageForms() []export.Form {
	forms, err := export.ParseForms(s.Export.Package)
	if err != nil || len(forms) == 0 { // an unknown one does not get past Load
		return export.Forms()
	}
	return forms
}
