// Package oneline reads a release that came as one line, with the foot of its site, into its parts.
package oneline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
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
	siteTail   = regexp.MustCompile(` (?:Смотрите также|Читайте также|Дополнительно|География|Темы|Лица|Статус материала) `)
	siteStatus = " Статус материала "
)

// LongestFlat is how long such a page is at most, in bytes: ten times a long speech. A longer line stays one paragraph.
const LongestFlat = 1 << 20

// stampReach is how far from the start the date stands at most, in bytes.
const stampReach = 2400

// LineReader reads a release off its lines.
type LineReader func([]layout.Paragraph) release.Release

// Read reads such a page, as read does when it is parted; false where the text is none.
func Read(text string, read LineReader) (release.Release, bool) {
	text = strings.TrimSpace(text)
	if strings.Contains(text, "\n") || len(text) > LongestFlat {
		return release.Release{}, false
	}
	at := stamp.FindStringSubmatchIndex(text[:wording.Boundary(text, stampReach)])
	if at == nil || !isStamped(text, text[:at[0]]) {
		return readGlued(text, read)
	}
	date, ok := grammar.ParseDate(text[at[2]:at[3]])
	if !ok {
		return readGlued(text, read)
	}
	r := release.New(wording.LanguageOf(text))
	r.Date = date
	head, rest := strings.TrimSpace(text[:at[0]]), text[at[1]:]
	rest = " " + rest
	if i := tailStart(rest); i >= 0 {
		repair.SetAside(&r, repair.AsideSite, oneLine(strings.TrimSpace(rest[i:])))
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
	foot := r.Notes
	r.Notes = ""
	repair.SetAside(&r, repair.AsideSite, oneLine(notes+text[at[2]:at[3]]+" "+text[at[4]:at[5]]))
	r.Notes = repair.JoinLines(r.Notes, foot)
	r.Repairs = append(r.Repairs, repair.Of(repair.LinesParted, release.BlocksField, oneLine(text)))
	paragraphs := spoken(rest)
	if r.Lead == "" && r.Headline != "" && len(paragraphs) > 0 && !speech.MatchString(paragraphs[0]) {
		r.Lead, paragraphs = paragraphs[0], paragraphs[1:]
		partLead(&r)
	}
	for _, text := range paragraphs {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: text})
	}
	return r, true
}

// isStamped reports whether a page has its headline before the date, and nothing of the site's.
func isStamped(text, head string) bool {
	return !saysPublished.MatchString(head) && menu.FindString(head) != head && menuInARow(text) == "" && !leadingMark.MatchString(text) && titledTwice(text) == 0
}

// headlineWithin returns the beginning of a text in which its headline ends, in whole words.
func headlineWithin(text string) string {
	const bytes = 2 * wording.HeadlineLength // of two to a letter
	if len(text) <= bytes {
		return text
	}
	return text[:strings.LastIndexByte(text[:bytes], ' ')+1]
}

// tailStart finds where the site's own words begin, or -1.
func tailStart(text string) int {
	status := strings.LastIndex(text, siteStatus)
	if status < 0 {
		return -1
	}
	from := wording.Boundary(text, max(0, status-3000))
	if m := siteTail.FindStringIndex(text[from:]); m != nil && from+m[0] < status {
		return from + m[0]
	}
	return status
}

// splitHead parts rubric, headline and lead. The lead is a sentence; where it
// begins is told by its verb, and where that cannot be told the whole is the
// headline's and lead's common text: it stays in the lead.
func splitHead(head string) (section, title, lead string) {
	section = menuAt(head)
	head = strings.TrimLeft(head[len(section):], " ")
	if !wording.SentenceEnd(head) {
		return section, head, ""
	}
	start := headEnd(head)
	if start == 0 {
		start, _ = bestCut(head)
	}
	return section, strings.TrimSpace(head[:start]), strings.TrimLeft(head[start:], " ")
}

var (
	// glue is where two paragraphs were run together: a sentence ends, and the
	// next begins without a space. Three letters before keep initials whole.
	glue = regexp.MustCompile(`(?:\p{Ll}{3}|\d|%|\)|»)[.!?](\p{Lu}\p{Ll}*[ ,])`)
	// joint is where the one above has no sign at its end: «2023 годаПри».
	// A name such as «ЦентрКредит» begins with a capital.
	joint = regexp.MustCompile(`(\p{Cyrillic}*\p{Ll}{2}|\p{Lu}{2,}|\d%)(\p{Lu}\p{Ll}*(?:-\p{L}\p{Ll}*)?|\p{Lu}{2,})( \p{Lu}\p{Ll}+)?[ ,]`)
	// nameJoint is where the one above ends with what something is called: «завода «Проба»В ходе …».
	nameJoint = regexp.MustCompile(`»((?:\p{Lu}\.)?\p{Lu}\p{Ll}*[ ,:])`)
	// dayJoint is where a paragraph that begins with a day was: «года11 сентября», «СНГ8–9 ноября».
	dayJoint = regexp.MustCompile(`(?:\p{Ll}{3}|\p{Lu}{2})(\d{1,2}(?:[–-]\d{1,2})?(?:-(?:го|ое|е))?) (\p{Ll}+) `)
	// quoteJoint is where one that begins with what somebody says was: «планы«Мы готовы …», – сообщил …».
	quoteJoint = regexp.MustCompile(`(?:\p{Ll}{3}|\d|%)(«\p{Lu}[^«»]{20,}[,!?]?»,? [–—-] )`)
	// wordJoint is where a preposition of one letter was, behind an abbreviation: «ЕАЭСВ ходе».
	wordJoint = regexp.MustCompile(`(?:^|\s)(\p{Lu}{2,})([ВСКОУ]) (\p{L}\p{Ll}+)`)
)

// asksBehind is where a text ends that whom to ask runs on from.
var asksBehind = regexp.MustCompile(`\p{Ll}{3}[»”"')]?[.!?…][»”"')]?\s+((?:Контакт|Контакты|Контактное лицо|Контактная информация|Медиаконтакт|Пресс-контакт|За дополнительной информацией|Дополнительная информация|Справки по телефону|(?:Media |Press )?Contacts?)(?:\s(?:для|for)\s[^:.\d]{2,40})?\s?:\s)`)

// fewestFlat is how long a line is, in bytes, that may be a whole release.
const fewestFlat = 300

// readGlued reads a text of one line whose paragraphs were run together, or that has a site's
// foot behind it.
func readGlued(text string, read LineReader) (release.Release, bool) {
	text, below := belowFlat(text)
	above, text := aboveFlat(text)
	text, chromed := Unchromed(text)
	if again := titledTwice(text); again > 0 {
		above, text = above+" "+text[:again], text[again:]
	}
	if h, rest, ok := readEnglishFlat(text); ok {
		h.around = append([]string{above, chromed}, append(h.around, below)...)
		return h.read(rest, below, read), true
	}
	mark, text := markedFlat(text)
	above = strings.TrimSpace(above + " " + mark)
	from, until := dayBefore(text), dayBehind(text)
	starts := flatParagraphs(text[from:until], below == "", from > 0)
	placed := placedDayBefore(text) > 0
	dated := until < len(text) || from > 0 && (placed || calendar.InFigures(text[:from])) // by a day of its own
	if len(starts) == 0 && below == "" && (!dated || len(text) < fewestFlat) {
		return release.Release{}, false
	}
	if len(starts) == 0 && !placed && !calendar.InFigures(text[:from]) {
		from = 0
	}
	lines := flatLines(text, from, until, starts)
	r := read(lines)
	if len(lines) > 1 {
		r.Repairs = append(r.Repairs, repair.Of(repair.LinesParted, release.BlocksField, lines))
	}
	tellHeadline(&r, text[from:until])
	controlOff(&r)
	placeInTitle(&r)
	partLead(&r)
	dateBelow(&r, below)
	repair.SetAside(&r, repair.AsideSite, oneLine(strings.TrimSpace(strings.Join(strings.Fields(above+" "+chromed+" "+below), " "))))
	return r, true
}

// dateBelow takes the day on which the site below a text says that it was published, where the text says none but that of what it tells.
func dateBelow(r *release.Release, below string) {
	m := sitePublished.FindStringIndex(below)
	if m == nil || !r.Date.IsZero() && (!dateline.OpeningOf(r.Lead).Date.IsZero() || dateline.DatedWithin(wording.FirstSentence(r.Lead)).Date != r.Date) {
		return
	}
	if day := calendar.DayAt(below[m[1]:]); day.Length > 0 {
		r.Date = day.From
	}
}

// flatLines parts a text of one line into its paragraphs: what stands before byte from, and from byte until on, and what begins at starts,
// which count from there. Of a question nothing else says that it is the headline.
func flatLines(text string, from, until int, starts []int) (lines []layout.Paragraph) {
	ends := []int{from}
	for _, start := range starts {
		ends = append(ends, from+start)
	}
	at := 0
	for i, end := range append(ends, until, len(text)) {
		line := strings.TrimSpace(text[at:end])
		lines = append(lines, oneLine(line)...)
		if i == 1 && len(starts) > 0 && Exclaims(line) && endsTitle(line) {
			last := &lines[len(lines)-1]
			last.Kind, last.Level = layout.Heading, 1
		}
		at = end
	}
	return lines
}

// flatParagraphs returns where paragraphs begin in a text of one line; bare says that its site's foot is not below it.
func flatParagraphs(text string, bare, dated bool) []int {
	if at := capitalsEnd(text); at > 0 {
		return capitalStarts(text, at)
	}
	starts := paragraphStarts(text)
	own := text // without whom to ask
	if m := asksBehind.FindStringSubmatchIndex(text); m != nil && len(starts) > 0 && starts[0] == m[2] {
		own = text[:m[2]]
	}
	if (len(starts) == 0 || len(own) < len(text)) && (!bare || len(own) >= fewestFlat) {
		starts = append(titleAlone(own, bare, dated), starts...)
	}
	return starts
}

// oneLine is a piece of a text that came as one line.
func oneLine(text string) []layout.Paragraph {
	if text == "" {
		return nil
	}
	return []layout.Paragraph{{Kind: layout.Text, Text: text, At: layout.Place{Line: 1, Paragraph: 1}}}
}

// outerStarts returns where the dateline and the lead begin behind the headline, and whom to ask behind the text.
func outerStarts(text string) (starts []int) {
	for _, m := range asksBehind.FindAllStringSubmatchIndex(text, -1) {
		starts = append(starts, m[2])
	}
	if opening := flatStarts(text); opening != nil {
		return append(starts, opening...)
	}
	if i := headEnd(text); i > 0 {
		starts = append(starts, i)
	}
	return starts
}

// endsParagraph reports whether a word that another one was run on to is whole, and no part of a name such as «ЦентрКредит»: one of
// the dictionary, a name in a form that no such part has, an abbreviation, or any before a word that only begins sentences or a verb.
func endsParagraph(word, behind string) bool {
	switch {
	case strings.ToUpper(word) == word:
		return strings.ToUpper(behind) != behind
	case slices.Contains(beginnings, behind), startsByVerb(behind):
		return true
	case !Capital(word):
		return isWord(word) || utf8.RuneCountInString(word) > shortestWhole
	}
	noun := grammar.NounShows(word)
	return declined(word) || inCase.MatchString(word) || noun != nil && (!nominatively(noun) || onlyMany(word) && slices.ContainsFunc(noun, isGenitiveOfOne)) // «ПобедыПрезидент»
}

// partsSentences reports whether a headline ends where a sentence was run on to it, by how likely that is between words: «… переименование
// в ПробновКомитет рассмотрел …».
func partsSentences(before, behind string) bool {
	title, lead := strings.Fields(before), strings.Fields(wording.FirstSentence(behind))
	if len(title) > titleLongest {
		return false
	}
	if last := title[len(title)-1]; Capital(last) && grammar.NounShows(last) != nil {
		return false
	}
	c := cut{title, lead}
	return c.isPossible() && (c.odds() > gluedLeast || c.odds() > 0 && len(title) >= titleFewest)
}

// gluedLeast is what the odds are at least of a headline of a word or two to which a sentence was run on: names are written so, too, «МегаФон».
const gluedLeast = 4

// shortestWhole is of how many letters a word in small ones is that is whole with another one run on to it: «еКарта» is a name.
const shortestWhole = 4

// isGenitiveOfOne reports whether a noun says whose or which by one.
func isGenitiveOfOne(s grammar.Shown) bool { return s.Case == grammar.Genitive && isOfOne(s) }

// declined reports whether the name of a place is in another case than the nominative.
func declined(place string) bool {
	shown := grammar.PlaceShows(place)
	return shown != nil && !slices.Contains(shown, grammar.Nominative)
}

// inCase is how names end in the instrumental and in the dative.
var inCase = regexp.MustCompile(`^\p{Lu}\p{Ll}{2,}(?:[её]вым|овым|иным|ским|евой|овой|иной|ской|[её]ву|ову|ину|скому)$`)

// startsParagraph reports whether a word in a capital, run on to the one before, begins a paragraph: one that only begins sentences, a
// word of the dictionary, a first name, or a verb.
func startsParagraph(word string) bool {
	if slices.Contains(beginnings, word) {
		return true
	}
	return utf8.RuneCountInString(word) > 2 && (isWord(word) || adverb.MatchString(word) || grammar.IsGivenName(word) || Done.MatchString(word) || IsVerb(strings.ToLower(word)))
}

// adverb is how a long adverb ends that begins a sentence: «Предварительно …».
var adverb = regexp.MustCompile(`^\p{Lu}\p{Ll}{4,}[ьнчтв]но$`)

// isPlacedDay reports whether text begins with a known place and a day.
func isPlacedDay(text string) bool {
	place, n := gazetteer.Known(text)
	day, ok := strings.CutPrefix(text[n:], ", ")
	return place != "" && ok && calendar.DayAt(day).Length > 0
}

// headEnd returns where the lead begins in a text that runs on from its headline: at a day with its year, or a place with
// one, that no preposition stands before and a verb behind; 0 where there is none. «Форум пройдёт 12 мая 2025 года» goes on.
func headEnd(text string) int {
	first := headlineWithin(text)
	before := ""
	words := 0
	for i := 0; i < len(first); {
		word := first[i : i+wordLength(first[i:])]
		if words > 1 && len(grammar.CasesAfter(before)) == 0 && !strings.HasSuffix(before, ",") && (calendar.DayAt(text[i:]).Length > 0 || isPlacedDay(text[i:])) {
			behind := strings.TrimSpace(text[i+calendar.DayAt(text[i:]).Length:])
			if calendar.DayAt(text[i:]).Length > 0 && (Capital(behind) || goesOnWith(behind)) || !verbFollows(text[i:]) || !titledAlone(first[:i], behind) || begunBefore(text, words) { // «… заседания 13 марта 2025 года Президент …»
				return 0
			}
			return i
		}
		if wording.SentenceEnd(word) && utf8.RuneCountInString(word) > 3 {
			return 0
		}
		before, words = word, words+1
		i += len(word) + 1
	}
	return 0
}

// goesOnWith reports whether a text begins with a word that joins it to what stands before it: «… Думой 14 июня 2023 года и одобрен …».
func goesOnWith(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return hanging.Has(first)
}

// begunBefore reports whether the sentence begins before so many words: «… ставку Совет 6 июня 2025 года принял …».
func begunBefore(text string, words int) bool {
	start, odds := bestCut(text)
	return odds > 0 && len(strings.Fields(text[:start])) < words
}

// titledAlone reports whether words before a day are a headline, and not who does what the verb behind it says: they have a verb
// themselves, say what it is about, or the verb behind is of an event.
func titledAlone(head, behind string) bool {
	words := strings.Fields(head)
	if slices.ContainsFunc(words, IsVerb) || words[0] == "О" || words[0] == "Об" {
		return true
	}
	at := slices.IndexFunc(strings.Fields(behind), func(word string) bool { return IsVerb(strings.Trim(word, ".,;:")) })
	return at >= 0 && ofEvent.MatchString(strings.Fields(behind)[at])
}

// ofEvent is a verb that says that something took place.
var ofEvent = regexp.MustCompile(`^(?i:состоял|прош|открыл|заверш|начал|подписан)`)

func wordLength(text string) int {
	if n := strings.IndexByte(text, ' '); n >= 0 {
		return n
	}
	return len(text)
}

// verbFollows reports whether a verb stands in the sentence that text begins with, behind «2025 года.» too.
func verbFollows(text string) bool {
	for i, word := range strings.Fields(text) {
		if IsVerb(strings.Trim(word, ".,;:!?»")) {
			return true
		}
		if i > 5 && wording.SentenceEnd(word) && utf8.RuneCountInString(word) > 3 {
			return false
		}
	}
	return false
}

// isWord reports whether a word is a form of a noun or an adjective of the dictionary: half a
// name such as «МегаФон» is none.
func isWord(word string) bool {
	return utf8.RuneCountInString(word) > 2 && (grammar.NounShows(word) != nil || grammar.AdjectiveShows(word) != nil)
}
