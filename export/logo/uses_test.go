package logo

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

// TestUses: a drawing whose uses never end, or multiply, is refused before it is drawn: the
// library that draws them would end the program, which nothing can catch.
func TestUses(t *testing.T) {
	const open, rect = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">`, `<rect width="9" height="9"/>`
	tens := `<g id="a">` + strings.Repeat(`<rect width="1" height="1"/>`, 10) + `</g>`
	for _, name := range "bcdefg" {
		tens += `<g id="` + string(name) + `">` + strings.Repeat(`<use href="#`+string(name-1)+`"/>`, 10) + `</g>`
	}
	for name, tt := range map[string]struct {
		svg   string
		drawn bool
	}{
		"none":                       {rect, true},
		"one outside":                {`<rect id="a" width="9" height="9"/><use href="#a"/>`, true},
		"a chain":                    {`<defs><g id="a">` + rect + `</g><g id="b"><use xlink:href="#a"/></g></defs><use xlink:href="#b"/>`, true},
		"of nothing":                 {rect + `<use href="#a"/><use href="a"/><use href=""/><use/>`, true},
		"of itself":                  {`<defs><g id="a"><use href="#a"/></g></defs><use href="#a"/>`, false},
		"of itself by another":       {`<defs><g id="a"><use href="#b"/></g><g id="b"><use xlink:href="#a"/></g></defs><use href="#b"/>`, false},
		"beside, which is within":    {`<defs><rect id="a" width="9" height="9"/><use href="#a"/></defs><use href="#a"/>`, false},
		"without a name":             {`<defs><use href="#"/></defs><use href="#"/>`, false},
		"in a gradient":              {rect + `<defs><g id="a"><linearGradient><use href="#a"/></linearGradient></g></defs><use href="#a"/>`, true},
		"behind a stop with a name":  {`<defs><g id="a"/><linearGradient><stop id="b"/></linearGradient><use href="#a"/></defs><use href="#a"/>`, false},
		"behind defs within defs":    {`<defs><defs id="d"/></defs><use href="#d"/><g id="a"><use href="#a"/></g><defs></defs><use href="#a"/>`, false},
		"multiplied":                 {`<defs>` + tens + `</defs><use href="#g"/>`, false},
		"as many as there may be":    {`<defs>` + tens + `</defs>` + strings.Repeat(`<use href="#b"/>`, 8), true},
		"one more":                   {`<defs>` + tens + `</defs>` + strings.Repeat(`<use href="#b"/>`, 9), false},
		"that nobody draws, endless": {rect + `<defs><g id="a"><use href="#a"/></g></defs>`, true},
	} {
		_, err := Read([]byte(open+tt.svg+`</svg>`), 44)
		var broken *Error
		if (err == nil) != tt.drawn || err != nil && !errors.As(err, &broken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestDeclaredEncoding: what is not drawn is found in a drawing of any encoding.
func TestDeclaredEncoding(t *testing.T) {
	svg, err := charmap.Windows1251.NewEncoder().String(`<?xml version="1.0" encoding="windows-1251"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>Знак</title><text>Совет</text></svg>`)
	if err != nil {
		t.Fatal(err)
	}
	var undrawn *UndrawnError
	if err := Check(bytes.TrimSpace([]byte(svg))); !errors.As(err, &undrawn) || strings.Join(undrawn.Elements, ",") != "text" {
		t.Errorf("got %v", err)
	}
}
