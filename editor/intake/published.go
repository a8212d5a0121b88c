package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/layout"
	"communique/editor/regexp"
	"communique/editor/release"
)

// datelines is of how many lines a dateline is at most: a day, a place, who reports.
const datelines = 3

// publication takes the date of publication, and the place: lines of their own below the
// headline or at the end, or the start of the first paragraph.
func (r *reader) publication() {
	r.metaBelow()
	r.subheadline()
	above := layout.Paragraph{}
	for range datelines {
		if r.release.Headline == "" || len(r.lines) < 2 || !r.held(r.lines[0]) && !r.dateline(r.lines[0], r.lines[1]) && !r.dateline(r.lines[0], above) && !r.byline(r.lines[0]) && !r.writerAndWhen(r.lines[0]) && !r.townOverLead() {
			break
		}
		above, r.lines = r.lines[0], r.lines[1:]
	}
	if !r.release.Date.IsZero() {
		r.counted()
	}
	for range datelines {
		n := len(r.lines)
		if n < 2 || !r.dateline(r.lines[n-1], r.lines[n-2]) {
			break
		}
		r.lines = r.lines[:n-1]
	}
	r.leadDay()
}

// dayBelow takes off the end the lines that say when and where, so that they are not read as whom to ask
// where they stand below that.
func (r *reader) dayBelow() []layout.Paragraph {
	r.belowSignature()
	from := len(r.lines)
	dated := false
	for from > max(2, len(r.lines)-datelines) && r.lines[from-1].Kind == layout.Text {
		d, ok := datelineOf(r.lines[from-1].Text, true)
		if !ok {
			break
		}
		dated = dated || d.dated
		from--
	}
	if !dated {
		return nil
	}
	end := r.lines[from:]
	r.lines = r.lines[:from:from]
	return end
}

// leadDay takes the date off the start of the first paragraph.
func (r *reader) leadDay() {
	if len(r.lines) == 0 || r.release.Headline == "" || r.lines[0].Kind != layout.Text || !r.release.Date.IsZero() {
		return
	}
	first := &r.lines[0]
	d, rest, repaired := part(first.Text)
	if d.IsZero() || isAnnounced(first.Text) {
		return
	}
	r.release.Date = d
	if repaired != nil {
		repaired.Line, repaired.Paragraph = first.At.Line, first.At.Paragraph
		r.release.Repairs = append(r.release.Repairs, *repaired)
	}
	rest = strings.TrimSpace(rest)
	*first = from(*first, len(first.Text)-len(rest))
}

// dateline takes a line that says when and where, unless another one has said otherwise. A
// place alone is one beside a day.
func (r *reader) dateline(line, beside layout.Paragraph) bool {
	if line.Kind != layout.Text || utf8.RuneCountInString(line.Text) > datelineLength {
		return false
	}
	near, _ := datelineOf(beside.Text, false)
	if r.besideDated(line, near.dated) {
		return true
	}
	d, ok := datelineOf(line.Text, near.dated || !r.release.Date.IsZero())
	if !ok && near.dated {
		if isOneName(line.Text) && !mayBePlace(line.Text) {
			r.aside(asideLetterhead, line)
			return true
		}
		d, ok = placeBeside(line.Text)
	}
	if !ok || r.contradicts(d) {
		return false
	}
	if !d.dated && !near.dated && r.release.Date.IsZero() {
		r.towns = append(r.towns, line)
		return true
	}
	r.dates(d)
	if d.more {
		r.aside(asideDateline, line)
	}
	return true
}

// placeBeside reads a line beside a day that is a place nobody knows.
func placeBeside(text string) (d dateline, ok bool) {
	if d.place = placeInRegion(text); d.place == "" && isOneName(text) {
		d.place = capitalised(text)
	}
	d.located = d.place != ""
	return d, d.located
}

// placeInRegion reads a line that is a place nobody knows in a state or a region that is known, "Whitby, UK"; "" where it is none.
func placeInRegion(text string) string {
	at := strings.LastIndex(text, ", ")
	if at < 0 || nameAt(text[:at], false) != at {
		return ""
	}
	behind := text[at+2:]
	if _, n := knownPlace(behind); n != len(behind) && !states.Has(strings.TrimSuffix(behind, ".")) && !inShort.MatchString(behind) {
		return ""
	}
	return capitalised(text[:at]) + text[at:]
}

// inShort is a country or a state in letters: "UK", "N.Y.", "BC".
var inShort = regexp.MustCompile(`^(?:\p{Lu}\.?){2,3}$`)

// isOneName reports whether a line is one Russian name, and none of a person: beside a day it is a place, known or not,
// unless it is an organisation's.
func isOneName(text string) bool {
	return inCyrillic(text) && len(strings.Fields(text)) == 1 && utf8.RuneCountInString(text) > 2 && strings.IndexFunc(text, unicode.IsLower) > 0 && nameAt(text, false) == len(text)
}

// mayBePlace reports whether a name that nobody knows may be a place's: none of an organisation («Росстат»), and no word
// that says what the paper is.
func mayBePlace(name string) bool { return inCyrillic(name) && !isNoPlace(name) && !belongsAbove(name) }

// contradicts reports whether a dateline says what the release does not.
func (r *reader) contradicts(d dateline) bool {
	return d.dated && !r.release.Date.IsZero() && r.release.Date != d.date ||
		d.located && r.release.Place != "" && r.release.Place != d.place
}

// datelineLength is how long a line that says when and where is at most, in code points.
const datelineLength = 150

// undated takes off a headline the date before it.
func (r *reader) undated(headline string) string {
	d, rest, repaired := part(headline)
	if d.IsZero() || repaired != nil {
		return headline
	}
	title := strings.TrimLeft(rest[len(clock.FindString(rest)):], " \u00a0,|–—-")
	if title != "" && startsSentence(title) && r.says(headline[:len(headline)-len(title)]) {
		return title
	}
	return headline
}

// beside takes off the first line the dateline behind it.
func (r *reader) beside() {
	if len(r.lines) < 2 || r.lines[0].Kind != layout.Text || strings.Contains(r.lines[0].Text, "\n") {
		return
	}
	first := &r.lines[0]
	if r.cells(first) || r.dayBefore(first) || r.whenBefore(first) {
		return
	}
	if m := datedEnd.FindStringSubmatch(first.Text); m != nil && !sentenceEnd(m[1]) && !r.saysOtherwise(m[2]) && r.says(m[2]) {
		first.Text, first.Marks = release.Piece(first.Text, first.Marks, 0, utf8.RuneCountInString(m[1]))
		return
	}
	if title := beforeDateline(first.Text); title != "" && r.says(first.Text[len(title):]) {
		first.Text, first.Marks = release.Piece(first.Text, first.Marks, 0, utf8.RuneCountInString(title))
	}
}

// cellEnd parts what stands in one line: «14 марта 2025 года | Тверь | Совет принял план».
var cellEnd = regexp.MustCompile(`\s*\|\s*|\s*\t\s*|\s{3,}`)

// cells takes off the first line, in cells, when and where before the headline, which is the last of them.
func (r *reader) cells(first *layout.Paragraph) bool {
	ends := cellEnd.FindAllStringIndex(first.Text, datelines+1)
	if len(ends) == 0 || len(ends) > datelines {
		return false
	}
	at := ends[len(ends)-1]
	title := first.Text[at[1]:]
	when, ok := datelineOf(cellEnd.ReplaceAllString(first.Text[:at[0]], ", "), false)
	if !ok || !when.dated || isWhen(title) || title == "" || isTrail(first.Text) || !startsSentence(title) || !r.says(strings.ReplaceAll(first.Text[:at[0]], "\t", " ")) {
		return false
	}
	*first = from(*first, at[1])
	return true
}

// dayBefore takes off the first line a day with its year before the headline, which begins with a capital: a tab stood
// between them. «11 сентября 2024 года состоялась …», «… Бишкек примет …» and what announces («… Музей откроет выставку») are headlines
// themselves.
func (r *reader) dayBefore(first *layout.Paragraph) bool {
	n := dayAt(first.Text).length
	title := strings.TrimLeft(first.Text[n:], " \u00a0")
	if n == 0 || !isTitleBehindDay(title) || !sentenceEnd(r.lines[1].Text) || !openingOf(r.lines[1].Text).date.IsZero() || !r.says(first.Text[:n]) {
		return false
	}
	*first = from(*first, len(first.Text)-len(title))
	return true
}

// isTitleBehindDay reports whether the words behind a day are a headline without it.
func isTitleBehindDay(title string) bool {
	words := strings.Fields(title)
	if len(words) < 2 || sentenceEnd(title) || !startsSentence(title) || unicode.IsDigit([]rune(title)[0]) || placeAt(title) != "" {
		return false
	}
	if slices.ContainsFunc(words, announces) && !slices.ContainsFunc(words, pastTense.MatchString) { // «Кто ответит за мусор? Прокуратура проверила полигоны»
		return false
	}
	return !grammar.IsGivenName(words[0]) || grammar.NounShows(words[0]) != nil
}

// Verbs of what will be, «проведёт», «откроется», end as those of what is going on do, «открывает», but for the letters before.
var (
	ahead = regexp.MustCompile(`^\p{Ll}{2,}(?:[её]т|ит|[яаую]т)(?:ся)?$`)
	today = regexp.MustCompile(`(?:[аяуе][её]т|[аяу]ют|одит|одят)(?:ся)?$`)
)

// announces reports whether a word says that something will be: on the day before it, and no text is from that day.
func announces(word string) bool {
	return word == "will" || ahead.MatchString(word) && !today.MatchString(word) && grammar.NounShows(word) == nil && grammar.AdjectiveShows(word) == nil
}

// isAnnounced reports whether a lead begins with a day, perhaps of an hour, on which something will be: «24 мая 2025 года в 12:00 — премьера …»,
// «12 июня 2025 года — концерт …». Of what was, a verb tells.
func isAnnounced(lead string) bool {
	n := dayAt(lead).length
	if n == 0 || !inCyrillic(lead) {
		return false
	}
	behind := strings.TrimLeft(lead[n:], " \u00a0,")
	hour := clock.FindString(behind)
	first := firstSentence(lead)
	words := strings.FieldsFunc(strings.ToLower(first), noWord)
	switch {
	case strings.ContainsAny(strings.ToLower(first), notRussian), slices.ContainsFunc(words, func(word string) bool { return isVerb(word) && !announces(word) }):
		return false
	case hour != "":
		return true
	}
	what := strings.TrimLeft(behind, "–— \u00a0")
	letter, _ := utf8.DecodeRuneInString(what)
	return what != behind && unicode.IsLower(letter) && !slices.ContainsFunc(words, presentTense.MatchString)
}

// whenBefore takes off the first line a dateline that a dash parts from the headline.
func (r *reader) whenBefore(first *layout.Paragraph) bool {
	m := datedStart.FindStringSubmatch(first.Text)
	if m == nil || sentenceEnd(m[2]) || !sentenceEnd(r.lines[1].Text) || !whenAndWhere(m[1]) || !r.says(m[1]) {
		return false
	}
	*first = from(*first, len(first.Text)-len(m[2]))
	return true
}

// datedStart is a dateline before a headline: «Geneva, 21 August 2025 – Vaccines reach …».
var datedStart = regexp.MustCompile(`^([^–—\n]{8,80}?)\s+[–—-]{1,2}\s+(\p{Lu}.*)$`)

// whenAndWhere reports whether a text says both, and nothing else.
func whenAndWhere(text string) bool {
	d, ok := datelineOf(text, true)
	return ok && d.dated && d.located
}

// beforeDateline returns the headline before a day with a place, a known one or behind a comma, where nothing else follows
// and no preposition or verb stands before it; "" where there is none.
func beforeDateline(text string) string {
	d, at := dayIn(text)
	if at < 1 || d.from != d.until {
		return ""
	}
	behind := text[at+d.length:]
	parted := separators.FindString(behind)
	behind = behind[len(parted):]
	_, n, sure := leadingPlace(behind, false)
	sure = sure || strings.Contains(text[at+d.length-1:at+d.length]+parted, ",")
	title := strings.TrimRight(text[:at], " \u00a0,")
	last := title[strings.LastIndexAny(title, " \u00a0")+1:]
	if n == 0 || n < len(behind) || !sure || utf8.RuneCountInString(last) < 3 || isVerb(last) && !done.MatchString(last) || sentenceEnd(title) || len(strings.Fields(title)) < 2 {
		return ""
	}
	return title
}

// says takes words beside a headline that say when and where.
func (r *reader) says(text string) bool {
	return r.dateline(layout.Paragraph{Kind: layout.Text, Text: text}, layout.Paragraph{})
}

// saysOtherwise reports whether the line below the first one is a day, and another one than a text says: "Transcript of the briefing (May 5, 2024)".
func (r *reader) saysOtherwise(text string) bool {
	below, _ := datelineOf(r.lines[1].Text, false)
	own, _ := datelineOf(text, false)
	return below.dated && own.dated && below.date != own.date
}

// datedEnd is a dateline behind a headline in its line.
var datedEnd = regexp.MustCompile(`^(.*?\S)(?:\s*\||\s*\t|\s{3,}|\s+\()\s*([^|(]*\d[^|(]*?)\)?$`)

// dated reads when and where off the start of the lead, or what of it is within its first
// sentence, where no line of its own has said so.
func (r *reader) dated() {
	r.dates(whenInTitle(r.release.Headline))
	for _, text := range r.openings() {
		if !isAnnounced(text) {
			r.dates(openingOf(text))
		}
	}
	r.weighDay(surelyOfPage + 1) // a day within a sentence may be of anything
	if within := datedWithin(firstSentence(r.release.Lead)); isAnnounced(r.release.Lead) {
		r.dates(dateline{place: within.place})
	} else if r.release.Date.IsZero() || r.release.Date == within.date {
		r.dates(within)
	}
	for _, line := range r.towns { // where the office is; the text says where something was
		d, _ := datelineOf(line.Text, true)
		r.dates(d)
		if r.release.Place != d.place {
			r.aside(asideDateline, line)
		}
	}
	r.dates(dateline{place: r.seat})
	if r.release.Date.IsZero() {
		r.dates(dateline{date: sameDayWithYear(r.release.Lead, r.release.Blocks)})
	}
	if r.release.Date.IsZero() && !r.left.IsZero() {
		r.dates(dateline{date: r.left})
		r.tell(dateLettered, release.DateField, r.leftBy)
	}
	opening := r.release.Lead
	if all := r.openings(); opening == "" {
		opening = all[len(all)-1]
	}
	r.dates(dateline{place: townAlone(opening)})
	r.datedBelow()
	r.weighDay(enoughForDay)
	if !r.release.Date.IsZero() {
		r.dates(townBefore(opening))
		r.dates(dateline{place: placeOfDay(firstSentence(r.release.Lead), r.release.Date)})
	}
	r.weighPlace()
}

// dates takes what the release lacks of a dateline.
func (r *reader) dates(d dateline) {
	if r.release.Date.IsZero() {
		r.release.Date = d.date
	}
	if r.release.Place == "" {
		r.release.Place = d.place
	}
}

// openings are the texts that may begin with date and place.
func (r *reader) openings() []string {
	texts := []string{r.release.Lead}
	for _, b := range r.release.Blocks {
		if len(texts) < 2 && b.Kind != release.List { // "summary, then the dateline" is a wire's habit; a list of highlights is none
			texts = append(texts, b.Text)
		}
	}
	return texts
}
