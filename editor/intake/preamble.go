package intake

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/release"
)

// preambleLines is how many lines may stand above a headline.
const preambleLines = 8

// releaseMark is what an office writes above a headline to say what the paper is.
var releaseMark = regexp.MustCompile(`^(?i:for immediate release|(?:press|news|media) (?:release|statement)|immediate release|` +
	`пресс-релиз|для немедленной публикации|сообщение для (?:печати|прессы|сми))[:.!]?$`)

// embargoLine says that the text is not to be published yet. "Embargo on oil
// lifted" is a headline.
var embargoLine = regexp.MustCompile(`^\*{0,3}\s*(?i:(?:strictly\s+)?(?:under\s+)?embargo(?:ed)?(?:\s+(?:until|till|to|for)\s|\s*[:–—-]|[^\p{L}\d]*$)` +
	`|(?:hold|not) for (?:release|publication)\s|for release (?:at|on|after)\s` +
	`|эмбарго(?:\s+до\s|\s*[:–—-]|[^\p{L}\d]*$)|не (?:публиковать|для публикации)\s+(?:до|ранее)\s)`)

// preamble reads what stands above the headline: what kind of paper it is, the
// embargo, the date of publication and who to ask. Lines are taken only while
// they are one of these, and only where a headline is left below them.
func (r *reader) preamble() {
	n := 0
	for n < len(r.lines)-1 && n < preambleLines && r.above(r.lines[n], n) {
		n++
	}
	r.lines = r.lines[n:]
}

// above reads the line that stands nth above the headline. A date or a contact
// can only follow a line that says what the paper is.
func (r *reader) above(l line, n int) bool {
	switch d, dated := datedLine(l.text); {
	case releaseMark.MatchString(l.text):
		r.note([]line{l})
	case embargoLine.MatchString(l.text) && utf8.RuneCountInString(l.text) < 120:
		if !r.embargo(l.text) {
			r.unread = append(r.unread, l.text)
		}
	case dated && n > 0:
		r.release.Date = d
	default:
		return n > 0 && r.contactAbove(l.text)
	}
	return true
}

// contactAbove reads a contact line such as "Contact: Ann Example, 000-0000".
func (r *reader) contactAbove(text string) bool {
	m := named.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	contacts, ok := contactsIn(m[1])
	if !ok {
		return false
	}
	r.release.Contacts = append(r.release.Contacts, contacts...)
	return true
}

var (
	clockTime = regexp.MustCompile(`(?:^|[^\d.])(\d{1,2})(?:[:.](\d{2}))?\s*((?i:[ap]\.?m\.?)?)(?:\s+(?i:часов|час(?:а)?|hrs|hours))?(?:[\s,(]+|$)`)
	zoneWord  = regexp.MustCompile(`(?:^|[^\p{L}])(GMT|UTC|МСК|мск|MSK|CET|CEST|BST|по московскому времени|Moscow time|по Гринвичу)(?:$|[^\p{L}])`)
)

// zones are the names of clocks that stand for one zone everywhere. "EST" or
// "IST" do not: half the world has one.
var zones = map[string]string{
	"GMT": "Etc/UTC", "UTC": "Etc/UTC", "по Гринвичу": "Etc/UTC",
	"МСК": "Europe/Moscow", "мск": "Europe/Moscow", "MSK": "Europe/Moscow",
	"по московскому времени": "Europe/Moscow", "Moscow time": "Europe/Moscow",
	"CET": "Europe/Paris", "CEST": "Europe/Paris", "BST": "Europe/London",
}

// embargo reads an embargo that names day, hour and zone. A guess would be
// worse than a line for people to read, so everything else is left alone.
func (r *reader) embargo(text string) bool {
	d, day, ok := dateIn(text)
	zone := zoneWord.FindStringSubmatch(text)
	if !ok || zone == nil {
		return false
	}
	m := clockTime.FindStringSubmatch(strings.Replace(text, day, " ", 1))
	if m == nil || m[2] == "" && m[3] == "" {
		return false
	}
	hour, errHour := strconv.Atoi(m[1])
	minute, errMinute := strconv.Atoi("0" + m[2])
	hour, ok = onDial(hour, m[3])
	if errHour != nil || errMinute != nil || !ok {
		return false
	}
	e, err := release.NewEmbargo(d, hour, minute, zones[zone[1]])
	if err != nil {
		return false
	}
	r.release.Embargo = e
	r.note([]line{{text: text}}) // the office's own words stay readable
	return true
}

// onDial turns an hour of the twelve-hour clock into one of twenty-four.
func onDial(hour int, half string) (int, bool) {
	switch strings.ToLower(strings.ReplaceAll(half, ".", "")) {
	case "am":
		return hour % 12, hour >= 1 && hour <= 12
	case "pm":
		return hour%12 + 12, hour >= 1 && hour <= 12
	default:
		return hour, true
	}
}

// weekday is what some put before a date: "Thursday, August 19, 2026".
var weekday = regexp.MustCompile(`^\p{L}+,\s+`)

// datedLine reads a line that is a date, with its weekday or without.
func datedLine(text string) (release.Date, bool) {
	if d, ok := onlyDate(text); ok {
		return d, true
	}
	return grammar.ParseDate(weekday.ReplaceAllString(text, ""))
}
