package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/regexp"
)

// contactLine is what one line of a contact block says.
type contactLine struct {
	heading      string // that a contact follows
	above        string // a courtesy, or what somebody is to be asked
	who          []called
	reach        string // phones, in the words of the line
	mails, sites []string
	beside       string // when somebody answers, and what else has no field
	text         string // the line itself
	certain      bool   // whether who is understood, and not only likely by its place
}

// called is one of the words for whom a contact reaches: a person, with the post before
// the name or without; or a post or an office alone.
type called struct {
	name, post string
	office     bool // the post is a department's or an organisation's name
	house      bool // and that of a whole organisation
}

// contactLinesIn reads a line of a contact block. Where several people stand in it, each of them with a way to reach
// them, each is a line of its own.
func contactLinesIn(text string) []contactLine {
	if len(text) > longestLine {
		return []contactLine{{}}
	}
	var lines []contactLine
	for _, entry := range entriesIn(strings.TrimRight(text, "; ")) {
		l := readContactLine(entry)
		if entry == text {
			return []contactLine{l}
		}
		if l.who == nil || !l.certain || !l.reachable() {
			return []contactLine{readContactLine(text)}
		}
		lines = append(lines, l)
	}
	return lines
}

// longestLine is how long such a line is at most, in bytes.
const longestLine = 4000

// entriesIn parts a line at semicolons; or at commas, where somebody known by a name or an office stands behind a number or
// an address.
func entriesIn(text string) (entries []string) {
	if strings.Contains(text, ";") {
		return strings.Split(text, ";")
	}
	from, reached := 0, false
	cut := func(at, next int) {
		entries = append(entries, text[from:at])
		from, reached = next, false
	}
	for at := 0; at < len(text); {
		end, next := len(text), len(text)
		if m := comma.FindStringIndex(text[at:]); m != nil {
			end, next = at+m[0], at+m[1]
		}
		part := text[at:end]
		spans := numbersIn(part)
		switch {
		case len(spans) > 0 && reached && (behindNumber(part, spans) || namesSomebody(strings.Trim(part[:spans[0][0]], edge))):
			cut(at-len(comma.FindString(text[max(0, at-2):at])), at)
			reached = true
		case len(spans) > 0, strings.Contains(part, "@"):
			reached = true
		case reached && namesSomebody(part):
			cut(at, at)
		}
		at = next
	}
	return append(entries, text[from:])
}

var comma = regexp.MustCompile(`,\s+`)

// namesSomebody reports whether words are a name, or an office that answers a telephone.
func namesSomebody(text string) bool {
	text = strings.TrimSpace(bracketed.ReplaceAllString(strings.TrimSpace(text), "$1"))
	if kind, all := kindIn(text); all && kind != "" || messenger.MatchString(text) {
		return false
	}
	c, known := calledBy(text)
	return known && c.name != "" && isName(c.name)
}

// behindNumber reports whether a number is followed by the office that answers it.
func behindNumber(part string, spans [][2]int) bool {
	c, known := calledBy(strings.Trim(part[spans[len(spans)-1][1]:], edge))
	return known && (c.office || isSomebody(c.name)) && len(spans) == 1
}

// longestHours is how long a line is that says when somebody answers, in code points.
const longestHours = 80

// readContactLine reads one entry. A line that can be none has neither a
// heading nor anybody nor a way to reach one.
func readContactLine(text string) contactLine {
	l := contactLine{certain: true, text: strings.TrimSpace(text)}
	rest := strings.TrimSpace(text)
	if isHours(rest) || placed.MatchString(rest) || isFormHead(rest) {
		l.beside = rest
		return l
	}
	rest = stopped.ReplaceAllString(numbering.ReplaceAllString(rest, "$1"), "$1, $2")
	if l.takeTag(rest) {
		return l
	}
	rest = l.takeOpening(strings.ReplaceAll(rest, "՝", ":")) // the Armenian colon
	if handle.MatchString(rest) && !account.MatchString(rest) && !l.opens() {
		l.beside = rest
		return l
	}
	if postcode.MatchString(rest) {
		return contactLine{}
	}
	rest = l.takeReach(l.takeAccount(l.takeAddress(l.takeBrackets(l.takeHours(rest)))))
	if l.isOnlyMail(rest) {
		rest = ""
	}
	rest = l.takeTopic(rest, sentenceEnd(text))
	if strings.Trim(rest, edge) != "" {
		return l.of(strings.Trim(rest, " \t\u00a0,;|/(–—-"))
	}
	if c, ok := officeIn(l.heading); ok && l.reachable() {
		l.who = []called{c}
	}
	return l
}

// of is the line of whom words name, none where they are no part of a contact. A name under a heading, with how it is
// reached, makes certain what stands beside it.
func (l contactLine) of(words string) contactLine {
	if l.who, l.certain = whoIn(words); l.who == nil {
		return contactLine{}
	}
	named := slices.ContainsFunc(l.who, func(c called) bool { return c.name != "" && c.post == "" })
	l.certain = l.certain || named && l.opens() && l.reachable()
	return l
}

// isHours reports whether a line says when somebody answers, and nothing else.
func isHours(text string) bool {
	return utf8.RuneCountInString(text) <= longestHours && hours.MatchString(text) && !hasVerb(text) && !number.MatchString(clock.ReplaceAllString(text, ""))
}

// takeTag reads a line of a form: «Имя: …», "Title: …".
func (l *contactLine) takeTag(text string) bool {
	m := tag.FindStringSubmatch(text)
	if by := issuer.FindStringSubmatch(text); by != nil {
		m = []string{text, "", "", "", by[1]}
	}
	if m == nil || email.MatchString(m[4]) || number.MatchString(m[4]) || site.MatchString(m[4]) {
		return false
	}
	who, known := whoIn(m[4])
	switch {
	case m[1] != "":
		who = []called{{name: m[4]}}
	case m[2] != "":
		who = []called{{post: m[4]}}
	case !known, abbreviated.MatchString(m[4]):
		who = []called{{post: m[4], office: true, house: isHouse(m[4]) || abbreviated.MatchString(m[4])}}
	}
	l.who = who
	return true
}

// takeOpening takes off a line what says that somebody to be asked follows.
func (l *contactLine) takeOpening(text string) (rest string) {
	rest = text
	if m := pleaseContact.FindStringSubmatch(rest); m != nil {
		l.above = rest // as a whole: «at» and «or» in it are no field
		rest = strings.TrimSuffix(rest[len(m[1]):], ".")
	}
	if head, _, _ := strings.Cut(rest, ":"); !desks.MatchString(head) {
		l.heading = mention.FindString(rest)
	}
	rest = rest[len(l.heading):]
	for _, opening := range []func(string) string{courtesy.FindString, matter.FindString, provided.FindString, askedIn, where.FindString} {
		m := opening(rest)
		l.above += m
		rest = rest[len(m):]
	}
	return rest
}

// isOnlyMail reports whether a line is a mail address with whatever says so before it: «Электронный адрес: …».
func (l *contactLine) isOnlyMail(rest string) bool {
	if strings.Trim(rest, edge) == "" {
		return true
	}
	if len(l.mails) == 0 || l.reach != "" || !mailLabel.MatchString(strings.TrimSpace(rest)) || hasVerb(rest) {
		return false
	}
	_, known := calledBy(strings.Trim(rest, edge))
	return !known && !deskWord.MatchString(strings.Trim(rest, edge))
}

// takeTopic takes off a line that says how somebody is reached the words before it, that name nobody: what he is asked for
// by telephone, «За подробной информацией обращайтесь …»; and those before a colon and a name, "About this release: …".
func (l *contactLine) takeTopic(text string, sentence bool) (rest string) {
	if text == "" || !l.reachable() || sentence {
		return text
	}
	if _, certain := whoIn(strings.Trim(text, edge)); certain {
		return text
	}
	if asks := askedIn(strings.TrimRight(text, " \u00a0:") + ":"); asks != "" && !strings.Contains(text, ":") {
		l.above += text
		return ""
	}
	head, behind, ok := strings.Cut(text, ":")
	if _, known := calledBy(head); !ok || known || hasVerb(head) || utf8.RuneCountInString(head) > longestHeading {
		return text
	}
	if who, certain := whoIn(strings.Trim(behind, edge)); certain && len(who) > 0 && who[0].name != "" {
		l.above += head + ":"
		return behind
	}
	return text
}

// takeReach takes off a line how somebody is reached, and returns the words before it.
func (l *contactLine) takeReach(text string) (rest string) {
	if m := account.FindStringSubmatch(text); m != nil {
		l.sites = []string{"t.me/" + m[1]}
		return ""
	}
	if m := shortNumber.FindStringSubmatch(text); m != nil && desks.MatchString(strings.TrimSpace(m[1])) {
		l.reach = m[2]
		return m[1]
	}
	return l.takeNumbers(l.takeAddresses(text))
}

// takeAddresses takes off a line the addresses of mail and on the web.
func (l *contactLine) takeAddresses(text string) (rest string) {
	text, mails := withoutMail(text)
	if l.mails = email.FindAllString(mails, -1); len(l.mails) > 0 {
		text = joins.ReplaceAllString(text, "")
	}
	if sites, rest := withoutSites(text); strings.Trim(rest, edge) == "" || len(l.mails) > 0 || number.MatchString(rest) {
		l.sites, text = sites, rest
	}
	return text
}

// takeNumbers takes off a line the numbers to call.
func (l *contactLine) takeNumbers(text string) (rest string) {
	spans := numbersIn(text)
	if len(spans) == 0 {
		return text
	}
	before := text[:spans[0][0]]
	words := joins.ReplaceAllString(before[:len(before)-len(label(before))], "")
	first := text[spans[0][0]:spans[0][1]]
	const whole = 7 // digits of a number behind other words
	if words == joins.ReplaceAllString(before, "") && (numeric.MatchString(first) || strings.Trim(words, edge) != "" && digits(first) < whole) {
		return text
	}
	end := spans[len(spans)-1][1]
	if behind := strings.Trim(text[end:], edge); len(spans) == 1 {
		switch {
		case words == "" && isBehind(text[end:], behind):
			l.reach = text[:end]
			return behind
		case strings.HasPrefix(text[end:], ", ") && isSomebody(behind) && !namesAnybody(words): // «Аккредитация по тел. +7 …, Анна»
			l.above, l.reach = l.above+words, text[len(before)-len(label(before)):end]
			return behind
		}
	}
	l.reach = l.withoutHours(joins.ReplaceAllString(text[len(before)-len(label(before)):], ""))
	return words
}

// namesAnybody reports whether words are known to be a name, a post or an office.
func namesAnybody(words string) bool {
	_, known := whoIn(strings.Trim(words, edge))
	return known
}

// withoutHours takes off numbers when somebody answers at them: «+7 …, будни с 10 до 17».
func (l *contactLine) withoutHours(reach string) string {
	spans := numbersIn(reach)
	if len(spans) == 0 {
		return reach
	}
	end := spans[len(spans)-1][1]
	if behind := strings.Trim(reach[end:], edge); strings.HasPrefix(reach[end:], ",") && isHours(behind) {
		l.add(behind)
		return reach[:end]
	}
	return reach
}

// takeHours takes off a line when somebody answers, where that stands before how he is reached.
func (l *contactLine) takeHours(text string) (rest string) {
	if m := whenBehind.FindStringSubmatchIndex(text); m != nil {
		l.beside, text = text[m[2]:m[3]], text[:m[0]]
	}
	m := whenBefore.FindStringSubmatchIndex(text)
	if m == nil {
		return text
	}
	l.beside = text[m[2]:m[3]]
	return text[:m[0]] + text[m[4]:]
}

// isBehind reports whether words behind a number, parted from it, say whose it is.
func isBehind(text, words string) bool {
	if kind, all := kindIn(words); all && kind != "" || messenger.MatchString(words) {
		return false
	}
	if m := between.FindStringIndex(text); m == nil || m[0] != 0 {
		c, known := calledBy(words)
		return known && c.office
	}
	who, certain := whoIn(words)
	return who != nil && certain
}

// withoutSites takes the addresses on the web out of a line. Of words alone they may be the
// source, or say where else they stand.
func withoutSites(text string) (sites []string, rest string) {
	rest = text
	if !strings.ContainsAny(text, ".:@") { // no address is without
		return nil, text
	}
	for _, part := range between.Split(text, -1) {
		if m := account.FindStringSubmatch(strings.TrimSpace(part)); m != nil {
			sites = append(sites, "t.me/"+m[1])
			rest = strings.Replace(rest, part, "", 1)
			continue
		}
		if m := site.FindStringSubmatch(strings.Trim(part, " \u00a0–—-|")); m != nil {
			sites = append(sites, m[1])
			rest = strings.Replace(rest, part, "", 1)
		}
	}
	return sites, rest
}

// initials begin with a letter that could also be short for a phone.
var initials = regexp.MustCompile(`^\s*\p{Lu}\.`)

// label returns the words at the end of a text that say what answers at the number behind.
func label(before string) string {
	if m := messenger.FindString(before); m != "" {
		return label(before[:len(before)-len(m)]) + m
	}
	at := len(before)
	for i := range before {
		if i > 0 && (strings.HasPrefix(strings.ToLower(before[i:]), "office") || strings.HasPrefix(strings.ToLower(before[i:]), "desk")) { // "Press office +1 …"
			continue
		}
		if i > 0 && (!noWord(lastRune(before[:i])) || initials.MatchString(before[i:])) { // within a word, or a name
			continue
		}
		if kind, only := kindIn(before[i:]); only && kind != "" {
			at = i
			break
		}
	}
	return before[at:]
}

func lastRune(text string) rune { r, _ := utf8.DecodeLastRuneInString(text); return r }

// desk is the desk that answers at the numbers of a line, and nobody else; "" where there is none.
func (l contactLine) desk() string {
	if len(l.who) != 1 || l.reach == "" || !desks.MatchString(l.who[0].post) {
		return ""
	}
	return l.who[0].post
}

// reachable reports whether a line says how somebody is reached.
func (l contactLine) reachable() bool { return l.reach != "" || len(l.mails) > 0 || len(l.sites) > 0 }

// opens reports whether a line says that somebody to be asked follows.
func (l contactLine) opens() bool { return l.heading != "" || l.above != "" }

func inCyrillic(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
}
