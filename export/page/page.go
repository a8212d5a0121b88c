// Package page lays a release out on A4 pages: positioned lines, rules and
// pictures that any painter can draw. All lengths are points (1/72 inch) from
// the top left corner; a run's Y is its baseline.
package page

import (
	"communique/editor/release"
)

// Face names one of the embedded faces.
type Face int

// The faces a document is set in. Fallback draws what the others lack.
const (
	Regular Face = iota
	Bold
	Fallback
	faces
)

// Run is a piece of a line in one face.
type Run struct {
	X, Y, Width float64
	Size        float64
	Face        Face
	Gray        uint8 // 0 is black
	Text        string
	Link        string // where a click leads; empty for none
}

// Rule is a horizontal line.
type Rule struct {
	X, Y, Width, Thickness float64
	Gray                   uint8
}

// Picture is the logo: PNG bytes that every painter can read.
type Picture struct {
	X, Y, Width, Height float64
	PNG                 []byte
}

// Page is what stands on one page.
type Page struct {
	Runs     []Run
	Rules    []Rule
	Pictures []Picture
}

// Document is a release laid out.
type Document struct {
	Width, Height float64
	Pages         []Page
	// Title, Author, Language and Date are the document's metadata, and all of it.
	Title, Author, Language string
	Date                    release.Date
	// Missing are the letters that no face has, each once. U+FFFD stands in
	// their place.
	Missing []rune
}

// A4, and margins a little wider than GOST R 7.0.97-2025 asks (20 mm left, 10
// right, 20 top and bottom): a release is read, not filed.
const (
	width        = 595.28
	height       = 841.89
	marginLeft   = 71.0
	marginRight  = 57.0
	marginTop    = 51.0
	marginBottom = 68.0
	textWidth    = width - marginLeft - marginRight
)

// Layout lays r out under the organisation's letterhead. Its only error is a
// logo that is no picture.
func Layout(r release.Release, org release.Organisation) (Document, error) {
	set, err := newTypeset()
	if err != nil {
		return Document{}, err
	}
	b := &builder{typeset: set, language: r.Language}
	if err := b.letterhead(org); err != nil {
		return Document{}, err
	}
	b.flow(elements(r))
	b.number()
	title := r.Headline
	if title == "" {
		title = org.Name
	}
	return Document{
		Width: width, Height: height, Pages: b.pages,
		Title: title, Author: org.Name, Language: r.Language, Date: r.Date,
		Missing: set.missing,
	}, nil
}
