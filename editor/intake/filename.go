package intake

import (
	"path"
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
	"communique/editor/intake/repair"
	"communique/editor/regexp"
	"communique/editor/release"
)

// dateByName gives a release that says no day the one of its file's name, as a guess. Several
// releases of one file have no day in common, and two days in a name are none.
func dateByName(found *Found, name string) {
	if len(found.Releases) != 1 || !found.Releases[0].Date.IsZero() || name == "" {
		return
	}
	r := &found.Releases[0]
	if slices.ContainsFunc(r.Unread, func(u release.Unread) bool { return u.Field == release.DateField }) {
		return
	}
	days := daysOfName(name)
	if len(days) != 1 {
		return
	}
	for day, text := range days {
		r.Date = day
		r.Repairs = append(r.Repairs, release.Repair{Code: repair.DateGuessed, Text: text, Field: release.DateField})
	}
}

var (
	// bigEndian is 2024-05-12 or 20240512, littleEndian 12.05.2024 or 12.05.24, with any one sign between.
	bigEndian    = regexp.MustCompile(`(?:^|[^\d.])((?:19|20)\d\d)([-. _]?)(\d\d)([-. _]?)(\d\d)(?:[^\d]|$)`)
	littleEndian = regexp.MustCompile(`(?:^|[^\d.-]|[^\d][.-])(\d{1,2})([-. _])(\d{1,2})([-. _])((?:19|20)\d\d|\d\d)(?:[^\d.-]|[.-](?:\D|$)|$)`)
	// monthGlued is a day with its month in letters and no sign between, whatever follows: "13Jul2024Example7".
	monthGlued = regexp.MustCompile(`\b(\d{1,2})(\p{Lu}\p{Ll}{2,8})((?:19|20)\d\d)`)
	// nameSigns stand between the words of a file's name where no space may; daySpan parts two days.
	nameSigns = regexp.MustCompile(`[_+—-]+|\.(?:\s|$)`)
	daySpan   = regexp.MustCompile(`(\d)\s?[–-]\s?(\d)`)
)

// daysOfName returns the days in the name of a file, each with its words there; a day that no
// calendar has is none.
func daysOfName(name string) map[release.Date]string {
	stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
	days := map[release.Date]string{}
	add := func(d release.Date, text string) {
		if d.Year >= calendar.FirstYear && d.Year <= calendar.LastYear {
			days[d] = text
		}
	}
	for _, m := range bigEndian.FindAllStringSubmatch(stem, -1) {
		if d, ok := grammar.ParseDate(m[5] + "." + m[3] + "." + m[1]); ok && m[2] == m[4] {
			add(d, strings.Join(m[1:], ""))
		}
	}
	for _, m := range littleEndian.FindAllStringSubmatch(stem, -1) {
		century := "" // a short year is one behind dots alone
		if len(m[5]) == 2 {
			century = "20"
		}
		if d, ok := grammar.ParseDate(m[1] + "." + m[3] + "." + century + m[5]); ok && m[2] == m[4] && (century == "" || m[2] == ".") {
			add(d, strings.Join(m[1:], ""))
		}
	}
	stem = monthGlued.ReplaceAllString(stem, " $1 $2 $3 ")
	words := nameSigns.ReplaceAllString(daySpan.ReplaceAllString(stem, "$1–$2"), " ")
	if d, at := calendar.DayIn(words); at >= 0 && d.From == d.Until && !calendar.InFigures(words[at:at+d.Length]) {
		add(d.From, words[at:at+d.Length])
	}
	return days
}
