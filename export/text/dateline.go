package text

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"communique/assets/languages"
	"communique/assets/translations"
	"communique/assets/zones"
	"communique/editor/release"
)

// Dateline returns place and date as they stand over the lead: "Бишкек,
// 11 сентября 2024 года". A date that cannot be read stands there as it was typed.
func Dateline(r release.Release) string {
	date := r.DateInWords()
	if r.Date.IsZero() {
		date = OneLine(r.UnreadText(release.DateField))
	}
	return strings.Join(nonEmpty(OneLine(r.Place), date), languages.Comma(r.Language))
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
	zone := utc(r.Embargo.At)
	if city := zones.City(r.Embargo.Zone, r.Language); city != "" {
		zone = city + languages.Comma(r.Language) + zone
	}
	return words.Text("printed-embargo-until", map[string]any{"Time": r.EmbargoInWords(), "Zone": zone})
}

// utc says how far a clock is from UTC: UTC+6, UTC−3:30.
func utc(at time.Time) string {
	_, east := at.Zone()
	sign := "+"
	if east < 0 {
		sign, east = "−", -east
	}
	said := "UTC" + sign + strconv.Itoa(east/3600)
	if minutes := east / 60 % 60; minutes > 0 {
		said += fmt.Sprintf(":%02d", minutes)
	}
	return said
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
