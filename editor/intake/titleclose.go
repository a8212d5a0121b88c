package intake

import (
	"strings"

	"communique/editor/release"
)

// whenInTitle is when and where something was said as its headline says at the end, which ministries close those of speeches with:
// «Брифинг официального представителя …, Москва, 10 ноября 2021 года». The headline keeps it.
func whenInTitle(title string) dateline {
	for from := strings.LastIndex(title, ", "); from > 0; from = strings.LastIndex(title[:from], ", ") {
		name, n, _ := leadingPlace(title[from+len(", "):], true)
		behind := title[from+len(", ")+n:]
		when, parted := strings.CutPrefix(behind, ", ")
		day := dayAt(when)
		if n > 0 && parted && day.length > 0 && day.length == len(when) && day.from != (release.Date{}) {
			return dateline{date: day.from, dated: true, located: true, place: name}
		}
	}
	return dateline{}
}
