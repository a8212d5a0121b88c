package oneline

import (
	"strings"

	"communique/editor/intake/calendar"
	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

var (
	// dayLabelBefore stands before the day on which a page was published.
	dayLabelBefore = regexp.MustCompile(`(?i:this article is from|retrieved on|(?:last )?(?:published|posted|released|issued|updated|modified)(?: on| at)?|(?:publishing|publication|release) date|public release|date(?: of issue)?)\s?:?\s$`)
	// hourOfPage is the hour behind such a day, with its zone, and who put it there.
	hourOfPage = regexp.MustCompile(`^ by \p{Lu}\p{L}+|^(?:,| at| [-–|/])? ?\[?\d{1,2}[:.]\d{2}(?::\d\d)?\]?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: / Updated \d+ \p{Ll}+ ago)?(?: [+-]\d{4})?(?: (?:E[SD]?T|C[SD]?T|P[SD]?T|M[SD]T|IST|JST|SGT|PKT|EAT|AE[SD]T|NZ[SD]T|GMT|UTC|BST|CES?T|EES?T|(?:Eastern|Central|Pacific|Mountain) (?:Daylight|Standard) Time))?(?: by (?:PIB )?\p{Lu}\p{L}+)?`)
)

// daysOfPage finds the days on which a page says that it was published: behind a label, with an hour, with a place before it, or where a sentence
// ends before it and another one begins behind it.
func daysOfPage(head string) (pieces []flatPiece) {
	for at := 0; at < len(head); at++ {
		if at > 0 && !calendar.StartsToken(head, at) {
			continue
		}
		length := calendar.DayAt(head[at:]).Length
		if n := calendar.WithoutYear(head[at:]); length == 0 && at == 0 && n > 0 && hourOfPage.MatchString(head[n:]) {
			length = n // of this year: "15 Jun, 15:20"
		}
		if length == 0 {
			continue
		}
		if p, ok := dayOfPage(head, at, length); ok {
			pieces = append(pieces, p)
			at = max(at, p.until-1)
			continue
		}
		at += length - 1
	}
	return pieces
}

// dayOfPage is such a day at byte at.
func dayOfPage(head string, at, length int) (p flatPiece, ok bool) {
	p = flatPiece{from: at, until: at + len(strings.TrimRight(head[at:at+length], " -–/|•")), day: -1}
	hour := len(hourOfPage.FindString(head[p.until:]))
	p.until += hour
	label := len(dayLabelBefore.FindString(head[:at]))
	before := len(hourBeforeDay.FindString(head[:at-label]))
	p.from -= label + before
	behind := strings.TrimLeft(head[p.until:], " |,•-–")
	if behind != "" && !wording.StartsSentence(strings.TrimLeft(behind, "“\"*(•")) || p.from > 0 && p.from == at && hour == 0 && goesOnBeforeDay(head[:at]) {
		return p, false
	}
	if label == 0 && before == 0 {
		if start := placeBeforeDay(head, at); start > 0 && hour == 0 {
			p.from = start
		}
		if place, rest := placeBehindDay(behind); place != "" && rest != "" && !dateline.Dash.MatchString(behind[min(len(behind), len(place)):]) {
			p.until = len(head) - len(rest)
		}
	}
	p.day = at - p.from
	return p, true
}

// goesOnBeforeDay reports whether the words before a day go on with it, "… the year ended", "on", "of", or are no headline's.
func goesOnBeforeDay(before string) bool {
	before = strings.TrimRight(before, " ")
	if strings.HasSuffix(before, ",") {
		if gazetteer.IsPublisher(lastOf(before)) {
			return false
		}
		return placeBeforeDay(before+" ", len(before)+1) == 0
	}
	return goesWithDay.MatchString(before)
}

// goesWithDay is a word that a day stands behind in a sentence or a headline.
var goesWithDay = regexp.MustCompile(`(?:^|\s)(?i:on|of|by|until|till|through|to|from|since|before|after|in|at|for|the|and|ended|ending|ends|dated|effective|as of|starting|beginning|between|–|—|-)$`)
