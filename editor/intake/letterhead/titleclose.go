package letterhead

import (
	"strings"

	"communique/editor/intake/calendar"
	"communique/editor/intake/dateline"
	"communique/editor/release"
)

// WhenInTitle is when and where something was said as its headline says at the end, which ministries close those of speeches with:
// «Брифинг официального представителя …, Москва, 10 ноября 2021 года». The headline keeps it.
func WhenInTitle(title string) dateline.Dateline {
	for from := strings.LastIndex(title, ", "); from > 0; from = strings.LastIndex(title[:from], ", ") {
		name, n, _ := dateline.LeadingPlace(title[from+len(", "):], true)
		behind := title[from+len(", ")+n:]
		when, parted := strings.CutPrefix(behind, ", ")
		day := calendar.DayAt(when)
		if n > 0 && parted && day.Length > 0 && day.Length == len(when) && day.From != (release.Date{}) {
			return dateline.Dateline{Date: day.From, Dated: true, Located: true, Place: name}
		}
	}
	return dateline.Dateline{}
}
