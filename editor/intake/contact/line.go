package contact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/calendar"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/remembered"
)

// Line is what one line of a contact block says.
type Line struct {
	Heading      string // that a contact follows
	above        string // a courtesy, or what somebody is to be asked
	Who          []Called
	reach        string // phones, in the words of the line
	mails, sites []string
	beside       string // when somebody answers, and what else has no field
	text         string // the line itself
	party        bool   // it says whose those below are, and nothing else
	Certain      bool   // whether who is understood, and not only likely by its place
}

// Called is one of the words for whom a contact reaches: a person, with the post before
// the name or without; or a post or an office alone.
type Called struct {
	Name, Post string
	known      bool // for what it is, and not only likely
	aside      bool // neither, and kept beside the contact: "on behalf of Sample Trust"
	person     bool // certainly one, and no organisation of two words
	office     bool // the post is a department's or an organisation's name
	house      bool // and that of a whole organisation
	tagged     bool // a form says what it is: «Организация: …»
}

// longestLine is how long such a line is at most, in bytes.
const longestLine = 4000

// LinesIn reads a line of a contact block: what it is as a whole, what opens it, and what stands beside a contact are
// taken off; the rest is cut into segments, of which entries are made. Where several people stand in it, each of them with a way to reach
// them, each is a line of its own.
func LinesIn(text string) []Line {
	text = withAt(withoutPictures(strings.ReplaceAll(text, "\u00a0", " ")))
	if len(text) > longestLine || IsProse(text) {
		return []Line{{}}
	}
	if len(text) > longestRemembered {
		return CutLine(text)
	}
	return linesCut.Of(text, CutLine)
}

// withAt is a line with the signs of its addresses of mail, where it writes words for them.
func withAt(text string) string {
	if len(text) > longestLine || !strings.ContainsAny(text, "([{<") && !strings.Contains(text, " @ ") {
		return text
	}
	text = accountBehind.ReplaceAllString(text, "$2: $1")
	if !hiddenAt.MatchString(text) {
		return text
	}
	return hiddenDot.ReplaceAllString(hiddenAt.ReplaceAllString(text, "$1@$2"), "$1.$2")
}

// linesCut remembers how lines were cut: each at the end of a text is asked a dozen times. Of a longer one than names and numbers need the
// parts would take too much.
var linesCut remembered.Answers[Line]

// longestRemembered is how long such a line is at most, in bytes.
const longestRemembered = 400

// What a paragraph of a text is told from a line of contacts by, without reading it: it is longer than names and posts are, or a Russian
// sentence; nothing before a colon opens it, and nobody is reached in it.
const (
	proseLength    = 160 // code points
	sentenceLength = 60
	openingBytes   = 200
	fewestDigits   = 5 // of a number to call
)

// russianSentence ends with a word and a full stop.
var russianSentence = regexp.MustCompile(`^\p{Cyrillic}[^:՝]*\p{Ll}{4}\.$`)

// IsProse reports whether a text is a paragraph in which nobody is reached.
func IsProse(text string) bool {
	length := utf8.RuneCountInString(text)
	if length <= sentenceLength || strings.Contains(text, "@") || strings.ContainsAny(text[:wording.Boundary(text, openingBytes)], ":՝") || length <= proseLength && !russianSentence.MatchString(text) {
		return false
	}
	digits := 0
	for _, r := range text {
		switch {
		case unicode.IsDigit(r):
			if digits++; digits == fewestDigits {
				return false
			}
		case unicode.IsLetter(r):
			digits = 0
		}
	}
	return true
}

// runTogether is an address of mail that nobody can tell from what was run onto it: "press@sample.coSample.co".
var runTogether = regexp.MustCompile(`@[A-Za-z\d.-]*\.[a-z]{2,8}[A-Z]`)

// CutLine reads a line that may be one of contacts.
func CutLine(text string) []Line {
	l := Line{Certain: true, text: strings.TrimSpace(text)}
	rest := twoWords.ReplaceAllString(strings.TrimRight(l.text, "; "), "$1$2:")
	if isBesideContact(rest) {
		l.beside = rest
		return []Line{l}
	}
	if m := networks.FindString(rest); m != "" && !strings.ContainsAny(rest[len(m):], "./0123456789") { // names of accounts alone
		l.beside = rest
		return []Line{l}
	} else if m != "" {
		l.beside, rest = rest[:len(m)], rest[len(m):]
	}
	rest = stopped.ReplaceAllString(numbering.ReplaceAllString(rest, "$1"), "$1, $2")
	rest = l.takeOpening(strings.ReplaceAll(rest, "՝", ":")) // the Armenian colon
	if m := ofParty.FindStringSubmatch(rest); m != nil && m[2] != "" {
		l.above, l.party = l.above+rest, true
		return []Line{l}
	}
	if handle.MatchString(rest) && !account.MatchString(rest) && !l.Opens() {
		l.beside = rest
		return []Line{l}
	}
	if isPostalLine(rest) || runTogether.MatchString(rest) {
		return []Line{{}}
	}
	lines := l.entries(l.takeAccount(l.takeRoom(l.takeAddress(l.takeBrackets(l.takeHours(rest))))))
	if len(lines) == 1 && lines[0].text == "" && labelledNumber.MatchString(text) {
		return []Line{{text: text, reach: text}}
	}
	return lines
}

// isBesideContact reports whether a line as a whole says something beside who is asked.
func isBesideContact(text string) bool {
	return isHours(text) || Requisites.MatchString(text) || material.MatchString(text) || placed.MatchString(text) || isFormHead(text)
}

// isPostalLine reports whether a line is one of a postal address.
func isPostalLine(text string) bool {
	if Postcode.MatchString(text) {
		return true
	}
	m := townBehind.FindStringSubmatch(text)
	return m != nil && gazetteer.At(m[1]) != ""
}

// labelledNumber is a number behind words that nobody knows, and nothing else; within a block it is a way to call, and keeps its words.
var labelledNumber = regexp.MustCompile(`^\p{L}[\p{L}\s'’.-]{2,40}:\s*\+?[\d(][\d\s()-]{6,}\d(?:\s\([^()@]{3,60}\))?$`)

// longestHours is how long a line is that says when somebody answers, in code points.
const longestHours = 80

// timeOfDay is one in hours and minutes, with a full stop between them too.
var timeOfDay = regexp.MustCompile(`(?:^|[^\d.])\d{1,2}[:.]\d\d(?:[\s–—-]{1,3}\d{1,2}[:.]\d\d)?`)

// isHours reports whether a line says when somebody answers, and nothing else.
func isHours(text string) bool {
	if utf8.RuneCountInString(text) > longestHours || number.MatchString(timeOfDay.ReplaceAllString(text, "")) {
		return false
	}
	return hours.MatchString(text) && !wording.HasVerb(text) || opened.MatchString(text) || hoursAlone.MatchString(text)
}

// hoursAlone are those from one time to another, without a day: "(9.00–17.00)".
var hoursAlone = regexp.MustCompile(`^\(?\d{1,2}[:.]\d\d\s?[–—-]\s?\d{1,2}[:.]\d\d\)?$`)

// opened is a sentence that says when an office for the press answers: "The press office is open 8.30am to 6pm".
var opened = regexp.MustCompile(`^(?i:(?:(?:the|our) )?(?:(?:press|media|news|communications?)[ -]?)?(?:office|team|desk|line|room)s? (?:is|are) (?:open|available|staffed|manned|closed)\s|пресс-(?:служба|центр) (?:работает|открыта?|отвечает) )[^@]*\d`)

var (
	// termBegins begins words that say until when somebody is asked, and termWord goes on with them between days and hours.
	termBegins = regexp.MustCompile(`^(?i:не позднее|не позже|до|к|по|с|by|until|till|before|no later than|not later than|from)\s`)
	termWord   = regexp.MustCompile(`^(?:(?i:включительно|inclusive|час(?:ов|а)?|года|конца(?:\s\p{Ll}+)?|по|до|с|и|в|at|on|to|and)(?:\s|$)|\d{1,2}(?:\s?(?i:[ap]\.?m\.?))?(?:[\s,]|$))`)
)

// withHour is a text with an hour, whose colon parts nothing.
var withHour = regexp.MustCompile(`\d:\d`)

// isTerm reports whether words say until when, and nothing else: «до 18:00 13 июня», "by 13 June".
func isTerm(text string) bool {
	rest := text[len(termBegins.FindString(text)):]
	if rest == text {
		return false
	}
	for rest = strings.TrimLeft(rest, edge); rest != ""; rest = strings.TrimLeft(rest, edge) {
		n := max(len(calendar.Clock.FindString(rest)), calendar.DayAt(rest).Length, calendar.WithoutYear(rest))
		if n == 0 {
			n = len(termWord.FindString(rest))
		}
		if n == 0 {
			return false
		}
		rest = rest[n:]
	}
	return true
}

// takeOpening takes off a line what says that somebody to be asked follows.
func (l *Line) takeOpening(text string) (rest string) {
	rest = text
	if m := pleaseContact.FindStringSubmatch(rest); m != nil {
		l.above = rest // as a whole: «at» and «or» in it are no field
		rest = strings.TrimSuffix(rest[len(m[1]):], ".")
	}
	if head, _, _ := strings.Cut(rest, ":"); !desks.MatchString(head) {
		l.Heading = mention.FindString(rest)
	}
	rest = rest[len(l.Heading):]
	for _, opening := range []func(string) string{askedOffice, Courtesy.FindString, matter.FindString, provided.FindString, labelIn, askedIn, where.FindString} {
		m := opening(rest)
		asks := strings.TrimRight(m, " \u00a0:")
		asks = strings.TrimRight(strings.TrimSuffix(asks, label(asks)), " \u00a0,") // «…, тел.:»
		if _, who := askedPersons(asks); who != nil {                               // «Обращаться к Анне Примеровой: …»
			break
		}
		l.above += m
		rest = rest[len(m):]
		if m != "" && provided.MatchString(m) {
			rest = officeGiven(rest)
		}
	}
	return rest
}

// askedOffice returns how a text begins that asks to turn to an office, whose name goes on.
func askedOffice(text string) string {
	if m := officeAsked.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

// takeHours takes off a line when somebody answers, where that stands before how he is reached.
func (l *Line) takeHours(text string) (rest string) {
	if m := whenBehind.FindStringSubmatchIndex(text); m != nil {
		l.add(text[m[2]:m[3]])
		text = text[:m[0]]
	}
	m := whenBefore.FindStringSubmatchIndex(text)
	if m == nil {
		return text
	}
	l.add(text[m[2]:m[3]])
	return text[:m[0]] + text[m[4]:]
}

// Desk is the desk that answers at the numbers of a line, and nobody else; "" where there is none.
func (l Line) Desk() string {
	if len(l.Who) != 1 || l.reach == "" || !desks.MatchString(l.Who[0].Post) {
		return ""
	}
	return l.Who[0].Post
}

// Reachable reports whether a line says how somebody is reached.
func (l Line) Reachable() bool { return l.reach != "" || len(l.mails) > 0 || len(l.sites) > 0 }

// firm reports whether a line is one of contacts though not all of it is understood: it says how somebody is called or written to, and
// opens a contact or names a person who is known for one.
func (l Line) firm() bool {
	named := slices.ContainsFunc(l.Who, func(c Called) bool { return c.known && c.Name != "" && isName(c.Name) })
	return (l.reach != "" || len(l.mails) > 0) && (named || l.Opens() && !wording.SentenceEnd(l.text))
}

// Opens reports whether a line says that somebody to be asked follows.
func (l Line) Opens() bool { return l.Heading != "" || l.above != "" }
