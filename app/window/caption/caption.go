// Package caption says what releases are called wherever the window lists them or
// speaks of them.
package caption

import (
	"strings"

	"communique/app/library"
	"communique/assets/translations"
	"communique/editor/moment"
	"communique/editor/release"
	"communique/export/file"
)

// Title is what a release is called in a list: its headline, or where it has none,
// its lead.
func Title(words *translations.Words, e library.Entry) string {
	switch {
	case e.Headline != "":
		return e.Headline
	case e.Lead != "":
		return e.Lead
	default:
		return words.Text("library-untitled")
	}
}

// Details are a release's date, place and status; "" for one that is not known.
func Details(words *translations.Words, e library.Entry) string {
	if e.ID == 0 {
		return ""
	}
	details := make([]string, 0, 3)
	for _, detail := range []string{moment.FormatDate(e.Date), e.Place, words.Text("status-" + string(e.Status))} {
		if detail != "" {
			details = append(details, detail)
		}
	}
	return strings.Join(details, " · ")
}

// Name is what a person knows a release by: its headline, or where it has none,
// the name of its files.
func Name(r release.Release) string {
	if r.Headline != "" {
		return r.Headline
	}
	return file.Name(r)
}
