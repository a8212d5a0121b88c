package text

import (
	"strings"

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
func Embargo(r release.Release) string {
	word := "EMBARGO"
	if r.Language == "ru" {
		word = "ЭМБАРГО"
	}
	if unread := OneLine(r.UnreadText(release.EmbargoField)); unread != "" {
		if strings.Contains(strings.ToUpper(unread), word) {
			return unread // a line as it stood on a paper
		}
		return word + ": " + unread
	}
	if r.Embargo.IsZero() {
		return ""
	}
	at := r.Embargo.At.Format("02.01.2006 15:04")
	zone := r.Embargo.Zone
	offset := "UTC" + r.Embargo.At.Format("-07:00")
	if zone == "" {
		zone, offset = offset, ""
	}
	until := " until "
	if r.Language == "ru" {
		until = " до "
	}
	line := word + until + at + ", " + zone
	if offset != "" {
		line += " (" + offset + ")"
	}
	return line
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
