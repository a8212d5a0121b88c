// Package newsroom reads the items of newsrooms: feeds, ninjs, NITF and NewsML-G2.
package newsroom

import (
	"cmp"
	"strings"
	"time"

	"communique/editor/intake/html"
	"communique/editor/intake/layout"
	"communique/editor/intake/refusal"
	"communique/editor/intake/repair"
	"communique/editor/release"
)

// Item is what the forms of newsrooms say of one item.
type Item struct {
	Title, Subtitle, Summary, Content string   // HTML
	Plain                             string   // the content, where nobody gives it as HTML
	At                                []string // when it was written or published
	Saved                             string   // when this version of it was
	Embargo                           string
	Place, Language, Number, Kind     string
	Tags                              []string
	Contacts                          []release.Contact
	Pictures                          []layout.Paragraph
	More                              []string // what has no field
}

// instants are how newsrooms write a moment: RFC 5322, ISO 8601 with its parts and without.
var instants = []string{
	time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", time.RFC3339,
	"2006-01-02T15:04:05-0700", "2006-01-02T15:04:05", "20060102T150405Z0700", "20060102T150405-0700", "20060102T150405", "2006-01-02", "20060102",
}

// Instant reads such a moment.
func Instant(text string) (time.Time, bool) {
	for _, layout := range instants {
		if at, err := time.Parse(layout, strings.TrimSpace(text)); err == nil {
			return at, true
		}
	}
	return time.Time{}, false
}

// Words returns the words of a piece of HTML as one line.
func Words(markup string) string { return strings.ReplaceAll(wordsOfMarkup(markup), "\n", " ") }

// wordsOfMarkup returns the words of a piece of HTML; of one that is larger than any text the piece itself.
func wordsOfMarkup(markup string) string {
	d, err := Layout(markup)
	if err != nil {
		return markup
	}
	return repair.Together(d.Paragraphs).Text
}

// Layout lays out a piece of HTML, or of text.
func Layout(markup string) (layout.Document, error) {
	d, err := html.Read(html.Params{Text: markup, Fragment: true})
	return d, cmp.Or(err, refusal.Fits(d))
}
