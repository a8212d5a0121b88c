package contact

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// segment is what a part of a line says: how somebody is reached; or, of words, who is, and what stands beside.
type segment struct {
	way            *way
	heading, above string // that a contact follows; on what somebody is asked
	beside         string // what has no field
	who            *Called
	behind         bool // it stands in brackets or with a dash behind a way, whose it is
}

// segmentsOf cuts a line into segments. known tells whether who is named is known for what he is; ok is false where a sentence
// stands in the line, or what belongs to something else.
func segmentsOf(text string) (all []segment, known, ok bool) {
	ways := waysIn(text)
	if !slices.ContainsFunc(ways, func(w way) bool { return w.kind != bySite }) {
		words := text
		for i := len(ways) - 1; i >= 0; i-- {
			words = words[:ways[i].from] + words[ways[i].to:]
		}
		if strings.Trim(words, edge) != "" {
			ways = nil
		}
	}
	known, from := true, 0
	for i := range len(ways) + 1 {
		end, next := len(text), (*way)(nil)
		if i < len(ways) {
			end, next = ways[i].from, &ways[i]
		}
		said, sure, isPart := wordsBetween(text[from:end], next, len(ways) > 0)
		if !isPart {
			return nil, false, false
		}
		if len(said) > 0 && i > 0 {
			said[0].behind = parenthetic.MatchString(text[from:end])
		}
		all, known = append(all, said...), known && sure
		if next != nil {
			all, from = append(all, segment{way: next}), next.to
		}
	}
	return all, known, true
}

// wordsBetween reads the words that stand between two ways, of which the second is next, nil at the end of a line.
func wordsBetween(text string, next *way, reachable bool) (all []segment, known, ok bool) {
	if next != nil {
		text = joins.ReplaceAllString(text, "")
	}
	known = true
	for _, piece := range strings.Split(text, ";") {
		piece = strings.TrimLeft(piece, " \t\u00a0,;|/–—-.)")
		piece = orCall.ReplaceAllString(piece, "")
		if strings.Trim(piece, edge) == "" {
			continue
		}
		said, sure, isPart := readWords(piece, next, reachable)
		if !isPart {
			return nil, false, false
		}
		all, known = append(all, said...), known && sure
	}
	return all, known, true
}

// parenthetic are words in brackets or with a dash.
var parenthetic = regexp.MustCompile(`^\s*(?:\(|[–—-]\s)`)

// messengersOnly are words that say by which programs a number answers, and nothing else.
var messengersOnly = regexp.MustCompile(`^(?i:(?:whats\s?app|в[ао]т[сц]апп?|viber|вайбер|telegram|телеграм|тг|signal|max)(?:\s*(?:[,/+&]|\sи\s|\sand\s)\s*|$))+$`)

// forWhat begins words that say for what somebody is asked.
var forWhat = regexp.MustCompile(`^(?i:for|to)\s`)

// orCall begins another way to reach somebody: "…, or call the events team on …".
var orCall = regexp.MustCompile(`^(?i:(?:or|and|или|либо|и)\s+(?:please\s+)?(?:(?:call|ring|phone|e-?mail|contact|звоните|пишите|позвоните)\s+)?(?:the\s+|в\s+)?)`)

// readWords chooses what words are, the likeliest first: a line of a form, somebody who is known for what he is, words that only open
// a contact, somebody who is asked for in a case, and at last whatever a name or a post may be.
func readWords(text string, next *way, reachable bool) (all []segment, known, ok bool) {
	if isHours(text) {
		return []segment{{beside: balanced(strings.Trim(text, " \u00a0,"))}}, true, true
	}
	if label := strings.Trim(text, edge); formWords.Has(strings.ToLower(label)) { // «…, Адрес: …», whose address is taken off
		return []segment{{beside: label}}, true, true
	}
	if messengersOnly.MatchString(strings.Trim(text, edge)) {
		return []segment{{beside: strings.Trim(text, edge)}}, true, true
	}
	if who := tagged(strings.TrimRight(text, " ,")); who != nil {
		return whoSegments(nil, who), true, true
	}
	var l Line
	rest := l.takeOpening(strings.TrimRight(text, " \u00a0,"))
	if l.Opens() {
		all = append(all, segment{heading: l.Heading, above: l.above})
	}
	if strings.Trim(rest, edge) == "" || labelsMail(rest, next) {
		return all, true, true
	}
	if next != nil && next.kind == byMail && mailOf.MatchString(rest) { // «Общий e-mail пресс-службы: …»
		return append(all, segment{beside: strings.TrimSpace(rest)}), true, true
	}
	rest = balanced(l.takeFirstPart(strings.Trim(rest, " \t\u00a0,;|/(–—-")))
	if l.Opens() {
		all = []segment{{heading: l.Heading, above: l.above}}
	}
	said, known, ok := readNames(rest, next, reachable, reachable && !wording.SentenceEnd(text))
	return append(all, said...), known, ok
}

// readNames chooses whom words name behind what opens them. A line is reachable that says how somebody is reached; apart are words of one that
// are no sentence, of which a part may be understood.
func readNames(text string, next *way, reachable, apart bool) (all []segment, known, ok bool) {
	if above, persons := askedPersons(strings.TrimRight(text, " \u00a0:")); persons != nil && (reachable || strings.HasSuffix(text, ":")) { // or below the line
		return whoSegments([]segment{{above: above}}, persons), allKnown(persons), true
	}
	if next != nil && forWhat.MatchString(text) && asksToTurn(text) && between.FindStringIndex(text) == nil { // "For media queries, email …"
		return []segment{{above: text}}, true, true
	}
	who, sure := whoIn(text)
	if who != nil && sure {
		return whoSegments(nil, who), true, true
	}
	if apart {
		if all, known = readApart(text); all != nil {
			return all, known, true
		}
	}
	if who == nil {
		return nil, false, false
	}
	return whoSegments(nil, who), sure, true
}

// readApart reads words of which a part names somebody, or says on what he is asked; nil where none does.
func readApart(text string) (all []segment, known bool) {
	if above, persons := namedPersons(text); persons != nil {
		return whoSegments([]segment{{above: above}}, persons), allKnown(persons)
	}
	said := readParts(text)
	if above, behind := topicIn(text); above != "" && (said == nil || behind != "") {
		who, sure := whoIn(behind)
		return whoSegments([]segment{{above: above}}, who), sure || behind == ""
	}
	if said != nil {
		return said, false
	}
	if first, _, _ := strings.Cut(text, " "); wording.StartsWith(first, asked) {
		return []segment{{above: text}}, true
	}
	return nil, false
}

// readParts reads words of which some name a person who is known for one, and others are no part of a contact: these stand
// beside it. It is nil where none does.
func readParts(text string) (all []segment) {
	named := false
	for _, words := range between.Split(text, -1) {
		who, sure := whoIn(words)
		switch {
		case sure && who != nil:
			all = whoSegments(all, who)
			named = named || slices.ContainsFunc(who, func(c Called) bool { return c.Name != "" })
		case who == nil || saysElse(words):
			all = append(all, segment{beside: words})
		default:
			all = whoSegments(all, who)
		}
	}
	if !named {
		return nil
	}
	return all
}

// saysElse reports whether words that are not known for anything are neither a post nor an organisation: "on behalf of Sample Trust", «для
// интервью».
func saysElse(words string) bool {
	first, _, _ := strings.Cut(words, " ")
	return elsewhere.Has(strings.ToLower(first)) || wording.StartsWith(first, asked) || strings.ContainsAny(words, "0123456789")
}

// elsewhere begin words that say something else of a contact.
var elsewhere = wordset.Of("в во по on for at until till from after before для до после от с без на при только кроме")

// takeFirstPart takes off what opens a contact without a colon: «Контактное лицо — …», «Медиаконтакт // …».
func (l *Line) takeFirstPart(text string) (rest string) {
	m := between.FindStringIndex(text)
	if m == nil || m[1] == len(text) || turningTo.MatchString(text[:m[0]]) {
		return text
	}
	head := text[:m[0]]
	if _, known := calledBy(head); known || desks.MatchString(head) || strings.ContainsAny(head, ":0123456789") {
		return text
	}
	switch {
	case mention.MatchString(head + ":"):
		l.Heading += text[:m[1]]
	case askedIn(head+":") != "":
		l.above += text[:m[1]]
	default:
		return text
	}
	return text[m[1]:]
}

// balanced takes off a bracket that is closed and was not opened in the words, and writes a comma for one that is only opened.
func balanced(words string) string {
	switch opened, closed := strings.Count(words, "("), strings.Count(words, ")"); {
	case closed > opened:
		return strings.TrimSpace(strings.Replace(words, ")", "", 1))
	case opened > closed:
		at := strings.LastIndexByte(words, '(')
		return strings.TrimRight(words[:at], " \u00a0") + ", " + words[at+1:]
	}
	return words
}

// allKnown reports whether each of those whom words name is known for what he is.
func allKnown(who []Called) bool {
	return !slices.ContainsFunc(who, func(c Called) bool { return !c.known })
}

// whoSegments makes a segment of each whom words name.
func whoSegments(all []segment, who []Called) []segment {
	for i, c := range who {
		if c.aside {
			all = append(all, segment{beside: c.Post})
			continue
		}
		all = append(all, segment{who: &who[i]})
	}
	return all
}

// tagged reads a line of a form: «Имя: …», "Title: …"; nil where it is none.
func tagged(text string) []Called {
	m := tag.FindStringSubmatch(text)
	if by := issuer.FindStringSubmatch(text); by != nil {
		m = []string{text, "", "", "", by[1]}
	}
	if m == nil || email.MatchString(m[4]) || number.MatchString(m[4]) || site.MatchString(m[4]) {
		return nil
	}
	who, known := whoIn(m[4])
	switch {
	case m[1] != "":
		name, post, ok := strings.Cut(m[4], ", ")
		if ok = ok && strings.Contains(name, " "); !ok { // "Sample, Ann" is one name
			name, post = m[4], ""
		}
		if who = []Called{{Name: name}}; post != "" {
			who = append(who, Called{Post: post})
		}
	case m[2] != "":
		who = []Called{{Post: m[4]}}
	case !known, wording.Abbreviated.MatchString(m[4]):
		who = []Called{{Post: m[4], office: true, house: IsHouse(m[4]) || wording.Abbreviated.MatchString(m[4])}}
	}
	for i := range who {
		who[i].tagged = true
	}
	return who
}

// labelsMail reports whether words before an address of mail only say what it is: «Электронный адрес: …».
func labelsMail(rest string, next *way) bool {
	if next == nil || next.kind != byMail || !mailLabel.MatchString(strings.TrimSpace(rest)) || wording.HasVerb(rest) {
		return false
	}
	words := strings.Trim(rest, edge)
	_, known := calledBy(words)
	return !known && !deskWord.MatchString(words)
}

// topicIn parts words before how somebody is reached that name nobody from those that do: on what he is asked by telephone,
// «За подробной информацией обращайтесь …»; and those before a colon and a name, "About this release: …".
func topicIn(text string) (above, behind string) {
	if asks := askedIn(strings.TrimRight(text, " \u00a0:") + ":"); asks != "" && !strings.Contains(text, ":") {
		return text, ""
	}
	head, behind, ok := strings.Cut(text, ":")
	if _, known := calledBy(head); !ok || known || wording.HasVerb(head) || utf8.RuneCountInString(head) > longestHeading {
		return "", ""
	}
	behind = strings.Trim(behind, edge)
	if who, certain := whoIn(behind); certain && len(who) > 0 && who[0].Name != "" {
		return head + ":", behind
	}
	return "", ""
}
