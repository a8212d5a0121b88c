package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/layout"
	"communique/editor/regexp"
	"communique/editor/release"
)

// A page of an official site that was copied as one line keeps its order:
// section, headline, lead, date and time, place, text, and the site's own
// words at the end. The date with its time is what everything is found by.
var (
	stamp = regexp.MustCompile(`(\d{1,2} \p{Cyrillic}+ \d{4} года),? (\d{1,2}:\d{2})(?: |$)`)
	// siteTail begins what belongs to the site: links to other pages, topics,
	// and when and where the page was published.
	siteTail   = regexp.MustCompile(` (?:Смотрите также|География|Темы|Лица|Статус материала) `)
	siteStatus = " Статус материала "
)

// stampReach is how far from the start the date stands at most, in bytes.
const stampReach = 2400

// readFlat reads such a page; false where the text is none.
func readFlat(text string) (release.Release, bool) {
	text = strings.TrimSpace(text)
	if strings.Contains(text, "\n") {
		return release.Release{}, false
	}
	at := stamp.FindStringSubmatchIndex(text[:boundary(text, stampReach)])
	if at == nil || strings.Contains(strings.ToLower(text[:at[0]]), "опубликован") {
		return readGlued(text)
	}
	date, ok := grammar.ParseDate(text[at[2]:at[3]])
	if !ok {
		return readGlued(text)
	}
	r := release.New(languageOf(text))
	r.Date = date
	head, rest := strings.TrimSpace(text[:at[0]]), text[at[1]:]
	rest = " " + rest
	if i := tailStart(rest); i >= 0 {
		r.Notes = strings.TrimSpace(rest[i:])
		rest = rest[:i]
	}
	rest = strings.TrimSpace(rest)
	section, title, lead := splitHead(head)
	r.Headline, r.Lead = title, lead
	r.Place, rest = placeBefore(rest)
	notes := section
	if notes != "" {
		notes += " "
	}
	r.Notes = joinLines(notes+text[at[2]:at[3]]+" "+text[at[4]:at[5]], r.Notes)
	if rest != "" {
		r.Blocks = []release.Block{{Kind: release.Paragraph, Text: rest}}
	}
	r.Kind = kindOf(r)
	return r, true
}

func boundary(text string, n int) int {
	if n >= len(text) {
		return len(text)
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return n
}

// tailStart finds where the site's own words begin, or -1.
func tailStart(text string) int {
	status := strings.LastIndex(text, siteStatus)
	if status < 0 {
		return -1
	}
	from := boundary(text, max(0, status-3000))
	if m := siteTail.FindStringIndex(text[from:]); m != nil && from+m[0] < status {
		return from + m[0]
	}
	return status
}

// sections are the site's rubrics, which stand before the headline.
var sections = []string{"События ", "Новости ", "Документы ", "Поездки ", "Стенограммы "}

// splitHead parts rubric, headline and lead. The lead is a sentence; where it
// begins is told by its verb, and where that cannot be told the whole is the
// headline's and lead's common text: it stays in the lead.
func splitHead(head string) (section, title, lead string) {
	for _, s := range sections {
		if rest, ok := strings.CutPrefix(head, s); ok {
			section, head = strings.TrimSpace(s), rest
			break
		}
	}
	if !sentenceEnd(head) {
		return section, head, ""
	}
	words := strings.Fields(head)
	if i := leadStart(words); i > 0 {
		return section, strings.Join(words[:i], " "), strings.Join(words[i:], " ")
	}
	return section, "", head
}

var pastTense = regexp.MustCompile(`^\p{L}{2,}(?:[аеёиоуыя]л|[аеёиоуыя]ла|[аеёиоуыя]ло|[аеёиоуыя]ли|лся|лась|лось|лись|[её]л|шла|шло|шли)$`)

// leadStart returns the word at which the sentence of the lead begins, or 0.
func leadStart(words []string) int {
	verb := 0
	for i := 1; i < len(words); i++ {
		if pastTense.MatchString(strings.ToLower(words[i])) && !nounInL[strings.ToLower(words[i])] {
			verb = i
			break
		}
	}
	if verb == 0 {
		return 0
	}
	if capital(words[verb]) {
		return verb
	}
	// A preposition with a capital can only begin a sentence: «В День …».
	for i := verb - 1; i > 0; i-- {
		if capital(words[i]) && utf8.RuneCountInString(words[i]) <= 2 && !strings.HasSuffix(words[i], ".") {
			return i
		}
	}
	start := verb - 1
	for start > 0 && !capital(words[start]) {
		start--
	}
	for start > 1 && capital(words[start-1]) && nominative(words[start-1]) {
		start--
	}
	return start
}

// nounInL are nouns that look like a past tense.
var nounInL = map[string]bool{"капитал": true, "материал": true, "канал": true, "журнал": true, "сигнал": true, "школ": true, "начала": true}

func capital(word string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "«"))
	return unicode.IsUpper(first)
}

// nominative reports whether a capitalised word may be a first name in the
// nominative: no abbreviation, and none of the endings of the other cases.
func nominative(word string) bool {
	if strings.ToUpper(word) == word {
		return false
	}
	for _, ending := range []string{"ой", "ей", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ых", "их", "у", "ю", "ы", "е"} {
		if strings.HasSuffix(word, ending) && word != "Сергей" && word != "Андрей" && word != "Алексей" {
			return false
		}
	}
	return true
}

var locality = regexp.MustCompile(`^(, \p{Lu}\p{L}+)?(?: |$)`)

// placeBefore takes the place off the start of the text: a known city,
// perhaps with a spot in it («Москва, Кремль»).
func placeBefore(text string) (place, rest string) {
	city := placeAt(text)
	if city == "" || !strings.HasPrefix(text, city) || grammar.IsGivenName(strings.ToLower(city)) { // Владимир is a town, too
		return "", text
	}
	m := locality.FindString(text[len(city):])
	if m == "" && len(text) > len(city) {
		return "", text
	}
	place = city + strings.TrimSpace(m)
	if strings.HasPrefix(m, ",") {
		place = city + strings.TrimRight(m, " ")
	}
	return place, strings.TrimSpace(text[len(city)+len(m):])
}

// glue is where two paragraphs were run together: a sentence ends, and the
// next begins without a space. Three letters before keep initials whole.
var glue = regexp.MustCompile(`(\p{Ll}{3}|\d|%|\))([.!?])(\p{Lu}\p{Ll}+[ ,])`)

// readGlued reads a long text of one line whose paragraphs were run together.
func readGlued(text string) (release.Release, bool) {
	places := glue.FindAllStringSubmatchIndex(text, -1)
	if len(places) == 0 {
		return release.Release{}, false
	}
	var lines []layout.Paragraph
	from := 0
	for _, m := range places {
		lines = append(lines, layout.Paragraph{Text: strings.TrimSpace(text[from:m[6]])})
		from = m[6]
	}
	lines = append(lines, layout.Paragraph{Text: strings.TrimSpace(text[from:])})
	return readOne(lines), true
}
