package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/oneline"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
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
		if r.Release.Headline == "" || len(r.Lines) < 2 || !r.held(r.Lines[0]) && !r.dateline(r.Lines[0], r.Lines[1]) && !r.dateline(r.Lines[0], above) && !r.byline(r.Lines[0]) && !r.writerAndWhen(r.Lines[0]) && !r.dayAgain() && !r.townOverLead() {
			break
		}
		above, r.Lines = r.Lines[0], r.Lines[1:]
	}
	if !r.Release.Date.IsZero() {
		r.counted()
	}
	for range datelines {
		n := len(r.Lines)
		if n < 2 || !r.dateline(r.Lines[n-1], r.Lines[n-2]) {
			break
		}
		r.Lines = r.Lines[:n-1]
	}
	r.dayAboveEnd()
	r.leadDay()
}

// endReach is how many lines may stand below the one that says when and where at the end of a text: whom to ask.
const endReach = 4

// dayAboveEnd takes the only line near the end that says both when and where, above short ones that nobody read as contacts.
func (r *reader) dayAboveEnd() {
	at := -1
	for n := len(r.Lines) - 1; n > max(0, len(r.Lines)-1-endReach); n-- {
		l := r.Lines[n]
		if wording.SentenceEnd(l.Text) || utf8.RuneCountInString(l.Text) > besideTitle {
			break
		}
		if d, ok := dateline.Of(l.Text, false); ok && d.Dated && d.Located {
			if at >= 0 { // a list of events
				return
			}
			at = n
		}
	}
	if at > 0 && r.dateline(r.Lines[at], layout.Paragraph{}) {
		r.Lines = slices.Delete(slices.Clone(r.Lines), at, at+1)
	}
}

// dayBelow takes off the end the lines that say when and where, so that they are not read as whom to ask
// where they stand below that.
func (r *reader) dayBelow() []layout.Paragraph {
	r.belowSignature()
	from := len(r.Lines)
	dated := false
	for from > max(2, len(r.Lines)-datelines) && r.Lines[from-1].Kind == layout.Text {
		d, ok := dateline.Of(r.Lines[from-1].Text, true)
		if !ok {
			break
		}
		dated = dated || d.Dated
		from--
	}
	if !dated {
		return nil
	}
	end := r.Lines[from:]
	r.Lines = r.Lines[:from:from]
	return end
}

// leadDay takes the date off the start of the first paragraph.
func (r *reader) leadDay() {
	if len(r.Lines) == 0 || r.Release.Headline == "" || r.Lines[0].Kind != layout.Text || !r.Release.Date.IsZero() {
		return
	}
	first := &r.Lines[0]
	d, rest, repaired := dateline.Part(first.Text)
	if d.IsZero() || isAnnounced(first.Text) {
		return
	}
	r.Release.Date = d
	if repaired != nil {
		repaired.Line, repaired.Paragraph = first.At.Line, first.At.Paragraph
		r.Release.Repairs = append(r.Release.Repairs, *repaired)
	}
	rest = strings.TrimSpace(rest)
	*first = from(*first, len(first.Text)-len(rest))
}

// Dateline takes a line that says when and where, unless another one has said otherwise. A
// place alone is one beside a day.
func (r *reader) dateline(line, beside layout.Paragraph) bool {
	if line.Kind != layout.Text || utf8.RuneCountInString(line.Text) > dateline.MaxLength {
		return false
	}
	near, _ := dateline.Of(beside.Text, false)
	if r.besideDated(line, near.Dated) {
		return true
	}
	d, ok := dateline.Of(line.Text, near.Dated || !r.Release.Date.IsZero())
	if !ok && near.Dated {
		if isOneName(line.Text) && !letterhead.MayBePlace(line.Text) {
			r.Aside(repair.AsideLetterhead, line)
			return true
		}
		d, ok = placeBeside(line.Text)
	}
	if !ok || r.contradicts(d) {
		return false
	}
	if !d.Dated && !near.Dated && r.Release.Date.IsZero() {
		r.towns = append(r.towns, line)
		return true
	}
	r.dates(d)
	if d.More {
		r.Aside(repair.AsideDateline, line)
	}
	return true
}

// placeBeside reads a line beside a day that is a place nobody knows.
func placeBeside(text string) (d dateline.Dateline, ok bool) {
	if d.Place = gazetteer.InRegion(text); d.Place == "" && isOneName(text) {
		d.Place = gazetteer.Capitalised(text)
	}
	d.Located = d.Place != ""
	return d, d.Located
}

// isOneName reports whether a line is one Russian name, and none of a person: beside a day it is a place, known or not,
// unless it is an organisation's.
func isOneName(text string) bool {
	return wording.InCyrillic(text) && len(strings.Fields(text)) == 1 && utf8.RuneCountInString(text) > 2 && strings.IndexFunc(text, unicode.IsLower) > 0 && gazetteer.NameAt(text, false) == len(text)
}

// contradicts reports whether a dateline says what the release does not.
func (r *reader) contradicts(d dateline.Dateline) bool {
	return d.Dated && !r.Release.Date.IsZero() && r.Release.Date != d.Date ||
		d.Located && r.Release.Place != "" && r.Release.Place != d.Place
}

// undated takes off a headline the date before it.
func (r *reader) undated(headline string) string {
	d, rest, repaired := dateline.Part(headline)
	if d.IsZero() || repaired != nil {
		return headline
	}
	title := strings.TrimLeft(rest[len(calendar.Clock.FindString(rest)):], " \u00a0,|–—-")
	if title != "" && wording.StartsSentence(title) && r.says(headline[:len(headline)-len(title)]) {
		return title
	}
	return headline
}

// beside takes off the first line the dateline behind it.
func (r *reader) beside() {
	if len(r.Lines) < 2 || r.Lines[0].Kind != layout.Text || strings.Contains(r.Lines[0].Text, "\n") {
		return
	}
	first := &r.Lines[0]
	if r.cells(first) || r.dayBefore(first) || r.whenBefore(first) {
		return
	}
	if m := endOfTitle(first.Text); m != nil && !wording.SentenceEnd(m[1]) && !r.saysOtherwise(m[2]) && r.says(m[2]) {
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
	when, ok := dateline.Of(cellEnd.ReplaceAllString(first.Text[:at[0]], ", "), false)
	if !ok || !when.Dated || dateline.IsWhen(title) || title == "" || letterhead.IsTrail(first.Text) || !wording.StartsSentence(title) || !r.says(strings.ReplaceAll(first.Text[:at[0]], "\t", " ")) {
		return false
	}
	*first = from(*first, at[1])
	return true
}

// dayBefore takes off the first line a day with its year before the headline, which begins with a capital: a tab stood
// between them. «11 сентября 2024 года состоялась …», «… Бишкек примет …» and what announces («… Музей откроет выставку») are headlines
// themselves.
func (r *reader) dayBefore(first *layout.Paragraph) bool {
	n := calendar.DayAt(first.Text).Length
	title := strings.TrimLeft(first.Text[n:], " \u00a0")
	if n == 0 || !isTitleBehindDay(title) || !wording.SentenceEnd(r.Lines[1].Text) || !dateline.OpeningOf(r.Lines[1].Text).Date.IsZero() || !r.says(first.Text[:n]) {
		return false
	}
	*first = from(*first, len(first.Text)-len(title))
	return true
}

// isTitleBehindDay reports whether the words behind a day are a headline without it.
func isTitleBehindDay(title string) bool {
	words := strings.Fields(title)
	if len(words) < 2 || wording.SentenceEnd(title) || !wording.StartsSentence(title) || unicode.IsDigit([]rune(title)[0]) || gazetteer.At(title) != "" {
		return false
	}
	if slices.ContainsFunc(words, announces) && !slices.ContainsFunc(words, wording.PastTense.MatchString) { // «Кто ответит за мусор? Прокуратура проверила полигоны»
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
	n := calendar.DayAt(lead).Length
	if n == 0 || !wording.InCyrillic(lead) {
		return false
	}
	behind := strings.TrimLeft(lead[n:], " \u00a0,")
	hour := calendar.Clock.FindString(behind)
	first := wording.FirstSentence(lead)
	words := strings.FieldsFunc(strings.ToLower(first), wording.NoWord)
	switch {
	case strings.ContainsAny(strings.ToLower(first), wording.NotRussian), slices.ContainsFunc(words, func(word string) bool { return oneline.IsVerb(word) && !announces(word) }):
		return false
	case hour != "":
		return true
	}
	what := strings.TrimLeft(behind, "–— \u00a0")
	letter, _ := utf8.DecodeRuneInString(what)
	return what != behind && unicode.IsLower(letter) && !slices.ContainsFunc(words, wording.PresentTense.MatchString)
}

// beforeDateline returns the headline before a day with a place, a known one or behind a comma, where nothing else follows
// and no preposition or verb stands before it; "" where there is none.
func beforeDateline(text string) string {
	d, at := calendar.DayIn(text)
	if at < 1 || d.From != d.Until {
		return ""
	}
	behind := text[at+d.Length:]
	parted := dateline.Separators.FindString(behind)
	behind = behind[len(parted):]
	_, n, sure := dateline.LeadingPlace(behind, false)
	sure = sure || strings.Contains(text[at+d.Length-1:at+d.Length]+parted, ",")
	title := strings.TrimRight(text[:at], " \u00a0,")
	last := title[strings.LastIndexAny(title, " \u00a0")+1:]
	if n == 0 || n < len(behind) || !sure || utf8.RuneCountInString(last) < 3 || oneline.IsVerb(last) && !oneline.Done.MatchString(last) || wording.SentenceEnd(title) || len(strings.Fields(title)) < 2 {
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
	below, _ := dateline.Of(r.Lines[1].Text, false)
	own, _ := dateline.Of(text, false)
	return below.Dated && own.Dated && below.Date != own.Date
}

// Dated reads when and where off the start of the lead, or what of it is within its first
// sentence, where no line of its own has said so.
func (r *reader) dated() {
	r.dates(letterhead.WhenInTitle(r.Release.Headline))
	for _, text := range r.openings() {
		if !isAnnounced(text) {
			r.dates(dateline.OpeningOf(text))
		}
	}
	for _, text := range r.closings() {
		r.dates(dateline.ClosingOf(text))
	}
	r.weighDay(surelyOfPage + 1) // a day within a sentence may be of anything
	if within := dateline.DatedWithin(wording.FirstSentence(r.Release.Lead)); isAnnounced(r.Release.Lead) {
		r.dates(dateline.Dateline{Place: within.Place})
	} else if r.Release.Date.IsZero() || r.Release.Date == within.Date {
		r.dates(within)
	}
	for _, line := range r.towns { // where the office is; the text says where something was
		d, _ := dateline.Of(line.Text, true)
		r.dates(d)
		if r.Release.Place != d.Place {
			r.Aside(repair.AsideDateline, line)
		}
	}
	r.dates(dateline.Dateline{Place: r.seat})
	if r.Release.Date.IsZero() {
		r.dates(dateline.Dateline{Date: dateline.SameDayWithYear(r.Release.Lead, r.Release.Blocks)})
	}
	if r.Release.Date.IsZero() && !r.left.IsZero() {
		r.dates(dateline.Dateline{Date: r.left})
		r.Tell(repair.DateLettered, release.DateField, r.leftBy)
	}
	opening := r.Release.Lead
	if all := r.openings(); opening == "" {
		opening = all[len(all)-1]
	}
	r.dates(dateline.Dateline{Place: letterhead.TownAlone(opening)})
	r.datedBelow()
	r.weighDay(enoughForDay)
	if !r.Release.Date.IsZero() {
		r.dates(letterhead.TownBefore(opening))
		r.dates(dateline.Dateline{Place: dateline.PlaceOfDay(wording.FirstSentence(r.Release.Lead), r.Release.Date)})
	}
	r.weighPlace()
}

// dates takes what the release lacks of a dateline.
func (r *reader) dates(d dateline.Dateline) {
	if r.Release.Date.IsZero() {
		r.Release.Date = d.Date
	}
	if r.Release.Place == "" {
		r.Release.Place = d.Place
	}
}

// closings are the texts that may end with place and date: the lead, and the last one.
func (r *reader) closings() []string {
	texts := []string{r.Release.Lead}
	if n := len(r.Release.Blocks); n > 0 {
		texts = append(texts, r.Release.Blocks[n-1].Text)
	}
	return texts
}

// openings are the texts that may begin with date and place.
func (r *reader) openings() []string {
	texts := []string{r.Release.Lead}
	for _, b := range r.Release.Blocks {
		if len(texts) < 2 && b.Kind != release.List { // "summary, then the dateline" is a wire's habit; a list of highlights is none
			texts = append(texts, b.Text)
		}
	}
	return texts
}
