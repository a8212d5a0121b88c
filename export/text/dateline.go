package text

import (
	"strings"

	"communique/assets/translations"
	"communique/editor/release"
)

// Dateline returns place and date as they stand over the lead: "Бишкек,
// 11 сентября 2024 года". A date that cannot be read stands there as it was typed.
func Dateline(r release.Release) string {
	date := r.DateInWords()
	if r.Date.IsZero() {
		date = OneLine(r.UnreadText(release.DateField))
	}
	return strings.Join(nonEmpty(OneLine(r.Place), date), ", ")
}

// Embargo returns the line that stands above everything while there is one. An
// embargo that cannot be read stands there as it was typed: no form of a release goes
// out without its mark.
func Embargo(r release.Release, words translations.Wording) string {
	if unread := OneLine(r.UnreadText(release.EmbargoField)); unread != "" {
		word := words.Text("printed-embargo")
		if strings.Contains(strings.ToLower(unread), strings.ToLower(word)) {
			return unread // a line as it stood on a paper
		}
		return word + ": " + unread
	}
	if r.Embargo.IsZero() {
		return ""
	}
	zone := "UTC" + r.Embargo.At.Format("-07:00")
	if name := r.Embargo.Zone; name != "" {
		zone = name + " (" + zone + ")"
	}
	return words.Text("printed-embargo-until", map[string]any{"Time": r.Embargo.At.Format("02.01.2006 15:04"), "Zone": zone})
}

func nonEmpty(texts ...string) []string {
	var some []string
	for _, text := range texts {
		if text != "" {
			some = append(some, text)
		}
	}
	return some
}
