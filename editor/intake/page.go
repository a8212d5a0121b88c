package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/newsroom"
	"communique/editor/intake/officename"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
)

// titleReach is how many paragraphs may stand above a page's headline, and titleWords is of how many
// words that is at least.
const (
	titleReach = 20
	titleWords = 3
)

// titleParts part the title of a text from the name of its site, in the title of a window.
var titleParts = regexp.MustCompile(`\s+(?:[|—–•·»/:]|::|-)\s+`)

// byPageTitle marks the line as the headline that the page's title says is it, and the other headings of
// its level as smaller ones: the site's name is often one. It reports whether there is such a line.
func byPageTitle(d *layout.Document) bool {
	at := -1
	for i := range d.Paragraphs[:min(len(d.Paragraphs), titleReach)] {
		p := d.Paragraphs[i]
		if p.Part == layout.Body && (p.Kind == layout.Text || p.Kind == layout.Heading) && inTitle(p.Text, d.Page.Title) &&
			(at < 0 || utf8.RuneCountInString(p.Text) > utf8.RuneCountInString(d.Paragraphs[at].Text)) {
			at = i
		}
	}
	if at < 0 {
		return false
	}
	for i := range d.Paragraphs {
		if p := &d.Paragraphs[i]; p.Kind == layout.Heading && p.Level == 1 {
			p.Level = 2
		}
	}
	d.Paragraphs[at].Kind, d.Paragraphs[at].Level = layout.Heading, 1
	return true
}

// inTitle reports whether a line is the title of a page, or what that says beside the site's name.
func inTitle(line, title string) bool {
	if line = inOneLine(line); !strings.Contains(inOneLine(title), line) {
		return false
	}
	if len(strings.Fields(line)) < titleWords || officename.IsOffice(line) && !wording.HasVerb(line) {
		return false
	}
	rest, ok := strings.CutPrefix(inOneLine(title), line)
	if ok && (rest == "" || titleParts.MatchString(rest+" ") && titleParts.FindStringIndex(rest + " ")[0] == 0) {
		return true
	}
	rest, ok = strings.CutSuffix(inOneLine(title), line)
	at := titleParts.FindAllStringIndex(rest, -1)
	return ok && len(at) > 0 && at[len(at)-1][1] == len(rest)
}

// inOneLine is a line as titles have it: on one line, with plain spaces.
func inOneLine(line string) string { return strings.Join(strings.Fields(line), " ") }

// siteless is a page's title without the site's name: the longest part of it.
func siteless(title string) string {
	longest := ""
	for _, part := range titleParts.Split(title, -1) {
		if utf8.RuneCountInString(part) > utf8.RuneCountInString(longest) {
			longest = part
		}
	}
	return longest
}

// ofPage takes what a page says beside its text for what the text lacks, and tells the rest of it.
func ofPage(r *release.Release, d layout.Document, titled bool) {
	page := d.Page
	tell := func(code, text, put string, field release.Field) {
		r.Repairs = append(r.Repairs, release.Repair{Code: code, Text: text, Put: put, Field: field})
	}
	title := siteless(page.Title)
	switch {
	case titled || len(strings.Fields(title)) < titleWords || letterhead.DocumentName.MatchString(title):
	case r.Headline == "":
		r.Headline = title
		tell(repair.HeadlineTitle, page.Title, other(title, page.Title), release.HeadlineField)
	case !strings.Contains(inOneLine(page.Title), inOneLine(r.Headline)) && !strings.Contains(inOneLine(r.Headline), inOneLine(title)):
		tell(repair.TitleDiffers, page.Title, "", "")
	}
	if day, ok := newsroom.Instant(page.Published); ok && r.Date.IsZero() && !slices.ContainsFunc(r.Unread, func(u release.Unread) bool { return u.Field == release.DateField }) {
		r.Date = release.DateOf(day)
		tell(repair.DatePublished, page.Published, "", release.DateField)
	}
	if page.Data {
		tell(repair.PageData, layout.Begin(r.Lead), "", release.BlocksField)
	}
	if page.Words > 0 {
		r.Repairs = append(r.Repairs, release.Repair{Code: repair.PageAround, Text: layout.Begin(page.Around), Count: page.Words})
	}
}
