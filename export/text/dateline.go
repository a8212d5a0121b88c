package text

import (
	"fmt"
	"strings"

	"communique/editor/release"
)

// Dateline returns place and date as they stand over the lead: "Бишкек,
// 11 сентября 2024 года".
func Dateline(r release.Release) string {
	return strings.Join(nonEmpty(OneLine(r.Place), r.Date.InWords(r.Language)), ", ")
}

// Embargo returns the line that stands above everything while there is one.
func Embargo(r release.Release) string {
	if r.Embargo.IsZero() {
		return ""
	}
	at := r.Embargo.At.Format("02.01.2006 15:04")
	zone := r.Embargo.Zone
	offset := "UTC" + r.Embargo.At.Format("-07:00")
	if zone == "" {
		zone, offset = offset, ""
	}
	word := "EMBARGO until"
	if r.Language == "ru" {
		word = "ЭМБАРГО до"
	}
	line := fmt.Sprintf("%s %s, %s", word, at, zone)
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
