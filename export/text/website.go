package text

import (
	"strings"

	"communique/assets/translations"
	"communique/editor/release"
)

// The copies below are for the fields of a website's editor. They hold nothing
// that cannot be seen, no line ends in a space, and no-break spaces stay.

// Website returns headline, lead and paragraphs, an empty line between them and
// none within, without the footer.
func Website(r release.Release) string { return join(story(r), 0) }

// WebsiteWithFooter returns the same with the contacts. No rule parts them: a
// website has its own.
func WebsiteWithFooter(r release.Release) string {
	return join(append(story(r), parts(contacts(r, translations.Printed(r.Language)))...), 0)
}

// Headline returns the headline in one line.
func Headline(r release.Release) string { return OneLine(r.Headline) }

// Lead returns the lead with the breaks its author asked for.
func Lead(r release.Release) string { return marked(r.Lead, r.LeadMarks).set(0) }

// Tidy returns a text for a field of a website: clean, no line empty, no space at
// the end of one.
func Tidy(text string) string { return strings.Join(Lines(text), "\n") }

func story(r release.Release) []part {
	list := appendParagraph(nil, plain(r.Headline))
	list = appendParagraph(list, marked(r.Lead, r.LeadMarks))
	return append(list, body(r, translations.Printed(r.Language))...)
}
