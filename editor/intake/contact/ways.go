package contact

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// way is how somebody is reached, where it stands in a line. A number has the words beside it that say what answers.
type way struct {
	kind     wayKind
	address  string // of mail or on the web; a number is read with those beside it
	from, to int    // bytes of the line
}

type wayKind int

const (
	byPhone wayKind = iota
	byMail
	bySite
)

// waysIn finds how somebody is reached in a line. Of words alone addresses on the web may be the source, or say where else
// the words stand: ways of no other kind count only where no words stand beside them.
func waysIn(text string) []way {
	if m := shortNumber.FindStringSubmatchIndex(text); m != nil && desks.MatchString(strings.TrimSpace(text[m[2]:m[3]])) {
		return []way{{kind: byPhone, from: m[4], to: m[5]}}
	}
	ways := mailsIn(text)
	ways = append(ways, sitesIn(text, ways)...)
	slices.SortFunc(ways, byPlace)
	ways = append(ways, phonesIn(text, ways)...)
	slices.SortFunc(ways, byPlace)
	return ways
}

func byPlace(a, b way) int { return cmp.Compare(a.from, b.from) }

// mailsIn finds addresses of mail, each with the word before it that says so.
func mailsIn(text string) (ways []way) {
	if !strings.Contains(text, "@") {
		return nil
	}
	for _, m := range mailPart.FindAllStringIndex(text, -1) {
		part := text[m[0]:m[1]]
		from := m[0] + len(part) - len(strings.TrimLeft(part, " \u00a0,;|"))
		to := m[0] + len(strings.TrimRight(part, " \u00a0,;"))
		ways = append(ways, way{byMail, email.FindString(part), from, to})
	}
	return ways
}

// apart parts addresses on the web from other words.
var apart = regexp.MustCompile(`\s+(?:[—–|·•-]|//?)\s+|\s*[,;|]\s+|\s*\(|\)|\.\s+`)

// ofNetwork is a page of a network, which shows by itself that it is an address.
var ofNetwork = regexp.MustCompile(`(?:https?://|www\.|\b(?:vk\.com|t\.me|ok\.ru|facebook\.com|instagram\.com|youtube\.com|linkedin\.com)/)\S+$`)

// sitesIn finds addresses and accounts on the web, with what says so before them.
func sitesIn(text string, taken []way) (ways []way) {
	if !strings.ContainsAny(text, ".:@") { // no address is without
		return nil
	}
	from := 0
	for _, m := range append(apart.FindAllStringIndex(text, -1), []int{len(text), len(text)}) {
		part := text[from:m[0]]
		w := way{kind: bySite, from: from, to: m[0]}
		from = m[1]
		if slices.ContainsFunc(taken, func(t way) bool { return t.from < w.to && w.from < t.to }) {
			continue
		}
		if found := account.FindStringSubmatch(strings.TrimSpace(part)); found != nil {
			w.address = "t.me/" + found[1]
		} else if found := site.FindStringSubmatch(strings.Trim(part, " \u00a0–—-|")); found != nil {
			w.address = found[1]
		} else if colon := strings.LastIndex(part, ": "); colon > 0 && site.MatchString(part[colon+2:]) { // «Читайте: …»
			w.from += colon + 2
			w.address = site.FindStringSubmatch(part[colon+2:])[1]
		}
		if m := ofNetwork.FindStringIndex(part); w.address == "" && m != nil && number.MatchString(part[:m[0]]) { // «тел. … и в группе vk.com/…»
			w.from, w.to = w.from+m[0], w.from+m[1]
			w.address = strings.TrimRight(part[m[0]:m[1]], ".,;")
		}
		if w.address != "" {
			ways = append(ways, w)
		}
	}
	return ways
}

// phonesIn finds the numbers to call between other ways.
func phonesIn(text string, taken []way) (ways []way) {
	from, shape := 0, 0
	for _, next := range append(taken, way{from: len(text), to: len(text)}) {
		spans := numbersIn(text[from:next.from])
		if len(ways) > 0 || len(spans) > 0 {
			spans = append(spans, extensionsAlone(text[from:next.from])...)
			slices.SortFunc(spans, func(a, b [2]int) int { return a[0] - b[0] })
		}
		for i, span := range spans {
			start, end, limit := from+span[0], from+span[1], next.from
			if i+1 < len(spans) {
				limit = from + spans[i+1][0]
			}
			at := from
			if i > 0 {
				at += spans[i-1][1]
			}
			if len(ways) > 0 {
				at = max(at, ways[len(ways)-1].to)
			}
			before := text[at:start]
			called := labelOf(before)
			if called == "" && isNoNumber(before, text[start:end], shape) {
				continue
			}
			if text[start] == '(' && !strings.Contains(text[start:end], ")") { // «Анна (0700 …)»
				start++
			}
			shape = digits(text[start:end])
			end += saysOfNumber(text[end:limit], limit == len(text))
			ways = append(ways, way{kind: byPhone, from: start - len(called), to: end})
		}
		from = next.to
	}
	return ways
}

// extensionsAlone finds extensions behind a semicolon, of the number before it.
func extensionsAlone(text string) (spans [][2]int) {
	for _, m := range aloneBehind.FindAllStringSubmatchIndex(text, -1) {
		spans = append(spans, [2]int{m[2], m[3]})
	}
	return spans
}

// labelledBy is a word for a kind of number with a word of whose it is, before a number.
var labelledBy = regexp.MustCompile(`(?:^|[,;|(.]\s*)((\p{L}{2,8})\.?\s\p{Ll}{3,}:\s*)$`)

// labelOf is the label of a number, with a word of whose it is: «Факс приёмной: …».
func labelOf(before string) string {
	if words := strings.Trim(before, edge); !wording.InCyrillic(before) && (desks.MatchString(words) || deskOf.MatchString(words)) { // "24-hour media line: …"
		return ""
	}
	called := label(before)
	if m := labelledBy.FindStringSubmatch(before); called == "" && m != nil && !desks.MatchString(strings.TrimRight(m[1], ": ")) {
		if kind, _ := kindIn(m[2]); kind != "" {
			return m[1]
		}
	}
	return called
}

// cityNumber is a number of few digits, as a town writes them.
var cityNumber = regexp.MustCompile(`^\d{1,3}-\d\d-\d\d$`)

var aloneBehind = regexp.MustCompile(`;\s*((?i:` + extensionWords + `)\s?\d{1,6})(?:[^\d-]|$)`)

// accounts stand before numbers that a state, a bank or a library gives, and nobody calls.
var accounts = regexp.MustCompile(`(?:^|[^\p{L}])(?i:инн|кпп|огрн|огрнип|окпо|оквэд|бик|снилс|бин|иин|унп|р/с|к/с|р/сч|рас[cч]\S*\s(?:сч[её]т|сч\.)|сч[её]т|лиценз\S+|iban|swift|isin|issn|isbn|erid)\s*[:№#]?\s*$`)

// isNoNumber reports whether digits that no word says to be a number to call are none: a date, or too few behind other words,
// and not as many as those of a number before them.
func isNoNumber(before, number string, shape int) bool {
	const whole = 7 // digits of a number behind other words
	if accounts.MatchString(before) {
		return true
	}
	words := joins.ReplaceAllString(before, "")
	if aloneBehind.MatchString(";" + number) {
		return false
	}
	if strings.TrimRight(words, edge) != words && cityNumber.MatchString(number) { // «Голубева Н. — 2-41-40»
		return numeric.MatchString(number)
	}
	return numeric.MatchString(number) || strings.Trim(words, edge) != "" && digits(number) < whole && digits(number) != shape
}

var (
	// inBracketsBehind stands behind a number.
	inBracketsBehind = regexp.MustCompile(`^[\s\x{a0}]*\(([^()]*)\)`)
	// wordsBehind stand behind a number without anything that parts them, as far as something parts what follows them.
	wordsBehind = regexp.MustCompile(`^(?:[\s\x{a0}]+(?:[—–-][\s\x{a0}]+)?|-)([^,;|()—–]+?)(?:\s*[,;|()—–]|\s+/|\.?\s*$|\.\s)`)
)

// saysOfNumber returns how much of a text behind a number belongs to it: what answers at it, and when; not whose it is.
func saysOfNumber(behind string, last bool) int {
	if m := inBracketsBehind.FindStringSubmatchIndex(behind); m != nil {
		words := behind[m[2]:m[3]]
		if isSomebody(words) || saysWhose(words) {
			return 0
		}
		return m[1] + len(extension.FindString(behind[m[1]:])) // «8-800-… (бесплатно), доб. 2»
	}
	if last && isKindAlone(behind) { // «+7 …, факс»
		return len(behind)
	}
	m := wordsBehind.FindStringSubmatchIndex(behind)
	if m == nil {
		return 0
	}
	words := behind[m[2]:m[3]]
	if isKindAlone(words) || messenger.MatchString(words) {
		return m[3]
	}
	if _, known := whoIn(words); last && m[3] == len(behind) && !known && !isSomebody(words) && joins.FindString(" "+words) == "" && !strings.Contains(words, ":") {
		return m[3]
	}
	return 0
}

// isKindAlone reports whether words say what answers at a number, and nothing else.
func isKindAlone(words string) bool {
	kind, all := kindIn(words)
	return kind != "" && all
}

// saysWhose reports whether words in brackets behind a number say whose it is. English ones in small letters say when it is
// answered, "media only".
func saysWhose(words string) bool {
	if kind, all := kindIn(words); all && kind != "" || messenger.MatchString(words) || isTerm(words) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(words)
	_, known := whoIn(words)
	return known && (wording.InCyrillic(words) || unicode.IsUpper(first))
}

// ofLabel begins what no label begins with: a letter of a name that could also be short for a phone, and the second word of "Press office +1 …".
var ofLabel = regexp.MustCompile(`^\s*\p{Lu}\.|^(?i:office|desk)`)

// longestMessenger is how long what messenger finds at the end of a text is at most, in bytes.
const longestMessenger = 120

// label returns the words at the end of a text that say what answers at the number behind.
func label(before string) string {
	if m := messenger.FindString(before[max(0, len(before)-longestMessenger):]); m != "" {
		return label(before[:len(before)-len(m)]) + m
	}
	at := len(before)
	for i := at; i > 0; { // from the end: the words before one that says something else are as good as any
		_, size := utf8.DecodeLastRuneInString(before[:i])
		i -= size
		if i > 0 && (!wording.NoWord(wording.LastRune(before[:i])) || ofLabel.MatchString(before[i:])) {
			continue
		}
		kind, only := kindIn(before[i:])
		if !only {
			break
		}
		if kind != "" {
			at = i
		}
	}
	return before[at:]
}
