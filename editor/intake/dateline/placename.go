package dateline

import (
	"strings"

	"communique/editor/intake/calendar"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// LeadingPlace reads the name of a place at the start of text, known or not, with what it lies
// in: «Вашингтон, округ Колумбия»; sure says that it is known, or stands behind «г.».
// goesOn says that a day is to follow it.
func LeadingPlace(text string, goesOn bool) (name string, length int, sure bool) {
	before := Town.FindString(text)
	at := len(before)
	place, n := gazetteer.Known(text[at:])
	if n == 0 {
		place, n = gazetteer.RegionAt(text[at:])
	}
	sure = place != "" || before != ""
	if n == 0 {
		if n = gazetteer.NameAt(text[at:], false); n == 0 && before != "" { // «д. Глушь»
			n = len(toldName.FindString(text[at:]))
		}
		if n == 0 {
			return "", 0, false
		}
		place = gazetteer.Capitalised(text[at : at+n])
	}
	name, length = place, at+n
	if m := kindOfPlace.FindString(text[length:]); m != "" && wording.EndsWord(text[length+len(m):]) {
		name, length = name+m, length+len(m)
	}
	length += len(shortKind.FindString(text[length:]))
	length += len(district.FindString(text[length:]))
	if m := inState.FindString(text[length:]); strings.HasPrefix(text[length+len(m):], ", ") {
		length += len(m)
	}
	name, length = withOthers(text, name, length)
	name, length = withRegion(text, name, length, goesOn)
	return name, length, sure
}

// toldName is the name that a word for a town stands before, whatever else it means.
var toldName = regexp.MustCompile(`^\p{Lu}\p{Ll}{2,}(?:-\p{Lu}?\p{Ll}+)?`)

// withOthers adds to a name the further places that a text comes from: «Geneva/Dakar», and behind a dash one that is known,
// «Минск – Гомель».
func withOthers(text, name string, length int) (string, int) {
	for {
		m := alsoIn.FindString(text[length:])
		if reporter.MatchString(text[length:]) {
			return name, length
		}
		from := length + len(m)
		_, n := gazetteer.Known(text[from:])
		if n == 0 && strings.ContainsAny(m, "/&") {
			n = gazetteer.NameAt(text[from:], false)
		}
		if m == "" || n == 0 || wording.Folded(text[from:from+n]) == wording.Folded(name) || isSpaced(m) && goesOnSmall.MatchString(text[from+n:]) { // «Ош. – Ош шаарында …», "Lilongwe – Malawi has …"
			return name, length
		}
		name += strings.Replace(m, " /", "/", 2-strings.Count(m, " ")) + gazetteer.Capitalised(text[from:from+n])
		length = from + n
	}
}

// isSpaced reports whether a dash with spaces parts two places.
func isSpaced(joint string) bool { return strings.ContainsAny(joint, "–—-") }

// goesOnSmall is how a sentence goes on behind what somebody is called who does something.
var goesOnSmall = regexp.MustCompile(`^[\s\x{00a0}]+(?:has|have|had|is|are|was|were|will|today|yesterday)[\s\x{00a0}]`)

// withRegion adds to a name what it lies in, a region or the spot.
func withRegion(text, name string, length int, goesOn bool) (string, int) {
	whole, end := name, length
	for range 2 { // the region, or the spot
		m := within.FindString(text[end:])
		n := gazetteer.NameAt(text[end+len(m):], true)
		if m == "" || n == 0 || goesOn && calendar.DayAt(text[end+len(m):]).Length > 0 || calendar.WithoutYear(text[end+len(m):]) > 0 {
			break
		}
		whole += ", " + gazetteer.Capitalised(text[end+len(m):end+len(m)+n])
		if end += len(m) + n; !goesOn || beforeDay(text[end:]) || Dash.MatchString(text[end:]) || strings.Trim(text[end:], " .)") == "" {
			name, length = whole, end
		}
	}
	return name, length
}

// What stands behind a name in the languages of Central Asia and in Azerbaijani, in full and in short.
const (
	inFullBehind  = `[ \x{00a0}](?:қаласы|облысы|ауданы|ауылы|кенті|шаары|облусу|району|айылы|шаҳри|вилояти|тумани|shahri|viloyati|tumani|shahar|şəhəri|rayonu|qəsəbəsi|kəndi|qalasy|oblysy)`
	inShortBehind = `[\s\x{00a0}](?:қ|ш|sh|ş)\.`
)

var (
	kindOfPlace = regexp.MustCompile(`^` + inFullBehind)
	// shortKind is no part of the name: «Астана қ.», "Toshkent sh.".
	shortKind = regexp.MustCompile(`^` + inShortBehind)
	// district is that of a capital, of which nobody says more: "Bogotá D. C.", "Ciudad de México, D.F.".
	district = regexp.MustCompile(`^[ \x{00a0}]D\.[ \x{00a0}][CF]\.`)
	// inState is the state of a town in brackets, where a day follows: "Chapecó (SC), 20 de outubro de 2022".
	inState = regexp.MustCompile(`^ \(\p{Lu}{2}\)`)
	// KindBehind is either at the end of a place: it tells that it is one as «г.» does.
	KindBehind = regexp.MustCompile(`(?:` + inFullBehind + `|` + inShortBehind + `)$`)
)

// reporter is who reports behind a place, and no further one: «МИНСК /БЕЛТА/».
var reporter = regexp.MustCompile(`^[\s\x{00a0}]*/(?:[^/\s][^/\n]{0,38}[^/\s]|\s(?:[A-Z ]{2,20}WIRE(?:\.COM)?|CNW|NEWSFILE|PRWEB)\s)/(?:[^\p{L}]|$)`)

// alsoIn is between two places that a text comes from.
var alsoIn = regexp.MustCompile(`^(?:[\s\x{00a0}]?/[\s\x{00a0}]?|[\s\x{00a0}](?:[–—&-]|and|und|et)[\s\x{00a0}])`)

var within = regexp.MustCompile(`^,[\s\x{00a0}]+`)

// beforeDay reports whether a day, or another part of a place's name, follows.
func beforeDay(rest string) bool {
	rest = rest[len(separators(rest)):]
	reported := Agency.FindString(rest)
	if rest = rest[len(reported):]; reported != "" && Dash.MatchString(rest) {
		return true
	}
	rest = rest[len(Separators.FindString(rest)):]
	return calendar.DayAt(rest).Length > 0 || calendar.WithoutYear(rest) > 0 || calendar.Clock.MatchString(rest)
}
