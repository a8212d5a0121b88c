package intake

import (
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/calendar"
	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/officename"
	"communique/editor/intake/repair"
	"communique/editor/intake/rubric"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
	"communique/editor/wordset"
)

// weighedDay is a day that a text says somewhere, and how much speaks for it as the one on which the text was published.
type weighedDay struct {
	date   release.Date
	weight int
	line   layout.Paragraph
}

// What speaks for a day, and how much of it is enough for a guess.
const (
	labelledDay  = 4 // a word before it says that it is
	changedDay   = 1 // a word before it says that the text was changed then
	loneDay      = 3 // nothing else stands in its line
	dayAmongFew  = 2 // of one word to three
	dayAmongSome = 1
	enoughForDay = 3
	surelyOfPage = 4 // the line is none of the text's own
)

// How many lines of a text from its beginning and from its end may say when it was published, and how long they are at most, in bytes.
const (
	weighedAbove   = 25
	weighedBelow   = 12
	longestOfDay   = 200
	mostOfDayLine  = 6 // words beside the day
	mostLinesOfDay = 5 // of one paragraph
)

var (
	// saysIssued ends what stands before a day with a word that says what day it is, in the languages of releases.
	saysIssued = regexp.MustCompile(`(?:^|[^\p{L}])(?i:(?:first |last |date |data |datum |fecha |дата )?(?:publi\p{L}*|post(?:ed)?|releas\p{L}*|issued|sent|filed|created|added|uploaded|submitted|dated?|datum|fecha|data|tarih\p{L}*|sana|yayın\p{L}*|giriş tarihi|eklenme|joylan\p{L}*|e.lon qilin\p{L}*|chop etil\p{L}*|dərc\p{L}*|veröffent\p{L}*|erschienen|eingestellt|erstellt|dodan[oey]|opublik\p{L}*|utworz\p{L}*|objav\p{L}*|објав\p{L}*|mise? en ligne|paru|subido|difundid[oa]|` +
		`дата|опублик\p{L}*|размещен\p{L}*|добавлен\p{L}*|створен\p{L}*|опубл\p{L}*|додан\p{L}*|розміщен\p{L}*|апублік\p{L}*|размешчан\p{L}*|жариялан\p{L}*|жарыялан\p{L}*|эълон\p{L}*|күні|датасы|сана|нашр\p{L}*|санаи|հրապարակ\p{L}*|ամսաթիվ))(?:[\s\x{00a0}](?:date|time|on|at|le|am|el|em|il|i|in|by|dnia|tarihi|күні|санасы|шуд|qilingan|vaqti|etilgan|\p{Lu}\p{L}*)){0,3}[\s\x{00a0}:.,|–—(-]*$`)
	// saysChanged is of a day on which a text was changed.
	saysChanged = regexp.MustCompile(`(?:^|[^\p{L}])(?i:updated?|modified|edited|revised|reviewed|changed|aktualis\p{L}*|aktualiz\p{L}*|stand|mis à jour|mise à jour|actualiz\p{L}*|aggiornat\p{L}*|atualiz\p{L}*|güncel\p{L}*|yenilən\p{L}*|yangilan\p{L}*|zmodyfik\p{L}*|ажур\p{L}*|обновлен\p{L}*|обновлён\p{L}*|изменен\p{L}*|оновлен\p{L}*|змінен\p{L}*|абноўлен\p{L}*|жаңарт\p{L}*|янгилан\p{L}*|թարմաց\p{L}*)(?:[\s\x{00a0}](?:date|time|on|at|le|am|el|em|il|tarihi|\p{Lu}\p{L}*)){0,2}[\s\x{00a0}:.,|–—(-]*$`)
	// ofOtherDay is a word of a line whose day is no day of publication: it is to come, or of another paper.
	ofOtherDay = regexp.MustCompile(`(?:^|[^\p{L}])(?i:embargo\p{L}*|until|till|deadlines?|due|closes?|closing|expires?|expiry|valid|effective|register|registration|apply|applications?|when|where|venue|event|starts?|starting|begins?|next|upcoming|hearing|conference|meeting|summit|born|copyright|retrieved|accessed|abgerufen|heute|today|frist|bis|wann|termin|jusqu.au|hasta|cuándo|quand|do dnia|kiedy|termin|эмбарго|до|срок|когда|где|начало|сегодня|кога|када|дейін|чейин|gacha|qədər|kadar|մինչև)(?:[^\p{L}]|$)|©|\(c\)`)
	// whereIs begins a line that says where something will be, beside the line that says when.
	whereIs = regexp.MustCompile(`^(?i:venue|where|location|time|place|who|what|address|wo|où|dónde|gdzie|ort|lieu|lugar|uhrzeit|heure|hora|где|время|место|кто|що|де|час)\s*:`)
	// hourOfDay is the hour beside a day, with its zone or without.
	hourOfDay = regexp.MustCompile(`\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|\d{1,2}\s?h\s?\d{2}|\b\d{4}\s?(?i:hrs|hours|gmt|utc)\b`)
	// shortYearInWords is a day with a year of two figures alone in its line: "4 May 22".
	shortYearInWords = regexp.MustCompile(`^(\d{1,2}[\s\x{00a0}-]?\p{L}{3,}\.?[\s\x{00a0}-])(\d{2})$`)
	// besideHour are words that belong to an hour.
	besideHour = wordset.Of(`am pm a.m p.m gmt utc ist est edt cet cest msk мск bst bdst hrs hours hour uhr h at on um a om the of in local time eastern standard`)
)

// weighDay takes the day for which most speaks where nothing says surely when a text was published. It is a guess, and told as one. Of two days for
// which as much speaks the one above the text counts, and neither where both are there. Enough is how much has to speak for it.
func (r *reader) weighDay(enough int) {
	if !r.Release.Date.IsZero() || slices.ContainsFunc(r.Release.Unread, func(u release.Unread) bool { return u.Field == release.DateField }) {
		return
	}
	if best, ok := heaviest(r.weighedDays()); ok && best.weight >= enough {
		r.Release.Date = best.date
		r.Tell(repair.DateWeighed, release.DateField, best.line)
	}
}

// heaviest returns the day for which most speaks; ok is false where as much speaks for another day.
func heaviest(days []weighedDay) (best weighedDay, ok bool) {
	for _, d := range days {
		switch {
		case d.weight > best.weight:
			best, ok = d, true
		case d.weight == best.weight && d.date != best.date:
			ok = false
		}
	}
	return best, ok
}

// weighedDays are the days of a text's first lines and last ones.
func (r *reader) weighedDays() (days []weighedDay) {
	spoken := false // the text has begun
	for i, l := range r.all {
		if isLead(l) {
			spoken = true
		}
		if i >= weighedAbove && i < len(r.all)-weighedBelow || len(l.Text) > mostLinesOfDay*longestOfDay {
			continue
		}
		within := spoken && slices.ContainsFunc(r.all[i+1:min(len(r.all), i+1+weighedBelow)], isWholeSentence) // the text goes on
		for line := range strings.Lines(l.Text) {
			above, below := lineAt(r.all, i-1), lineAt(r.all, i+1)
			if d, ok := weighedIn(strings.TrimSpace(line), above, below); ok && (!within || d.weight > labelledDay) {
				if !spoken {
					d.weight++
				}
				d.line = layout.Paragraph{Text: strings.TrimSpace(line), At: l.At}
				days = append(days, d)
			}
		}
	}
	return append(days, r.dayOfTitle()...)
}

// isWholeSentence reports whether a line is one of some words.
func isWholeSentence(l layout.Paragraph) bool {
	return l.Kind == layout.Text && wording.SentenceEnd(l.Text) && len(strings.Fields(l.Text)) > dayAmongFew+1
}

// lineAt is the text of a line, "" where there is none.
func lineAt(lines []layout.Paragraph, i int) string {
	if i < 0 || i >= len(lines) {
		return ""
	}
	return lines[i].Text
}

// weighedIn weighs the day that a line says, between the lines above and below it.
func weighedIn(line, above, below string) (d weighedDay, ok bool) {
	if len(line) > longestOfDay || !strings.ContainsFunc(line, unicode.IsDigit) || whereIs.MatchString(above) || whereIs.MatchString(below) {
		return d, false
	}
	if short := shortYearInWords.FindStringSubmatch(line); short != nil {
		line = short[1] + "20" + short[2]
	}
	for at := 0; at < len(line); {
		found, from := calendar.DayIn(line[at:])
		if from < 0 {
			break
		}
		from += at
		at = from + found.Length
		weight := weightOf(line[:from], line[at:], above)
		if found.From == found.Until && found.From.Year >= calendar.FirstYear && weight > d.weight {
			d.date, d.weight = found.From, weight+weekdayAgrees(line[from:at], line[:from], found.From)
		}
	}
	return d, d.weight > 0
}

// weightOf is how much speaks for a day between these words of a line, below the line above it.
func weightOf(before, behind, above string) int {
	weight := 0
	switch {
	case ofOtherDay.MatchString(before): // "Embargo date:"
		return 0
	case saysIssued.MatchString(before), strings.TrimSpace(before) == "" && saysIssued.MatchString(above):
		weight = labelledDay
	case saysChanged.MatchString(before):
		weight = changedDay
	case ofOtherDay.MatchString(behind) || ofOtherDay.MatchString(above) && strings.HasSuffix(above, ":"):
		return 0
	}
	label := saysIssued.FindString(before) + saysChanged.FindString(before)
	rest := before[:max(0, len(before)-len(label))] + " " + behind
	if hourOfDay.MatchString(rest) {
		rest = hourOfDay.ReplaceAllString(rest, " ")
		weight++
	}
	if inCell(before, behind) {
		return weight + loneDay
	}
	return weightAmong(weight, rest, wording.SentenceEnd(before+behind))
}

// weightAmong is how much speaks for a day of such a weight among the other words of its line, which ends as a sentence does or not.
func weightAmong(weight int, rest string, ends bool) int {
	words := len(strings.FieldsFunc(strings.ToLower(rest), func(r rune) bool { return !unicode.IsLetter(r) && r != '.' })) - countOf(rest, besideHour.Has)
	switch {
	case words <= 0:
		return weight + loneDay
	case words <= dayAmongFew+1:
		return weight + dayAmongFew
	case words <= mostOfDayLine && !ends:
		return weight + dayAmongSome
	case weight < labelledDay || ends:
		return 0
	}
	return weight
}

// inCell reports whether a day stands alone between the signs that part the cells of a line: "May 27, 2020 | News | 0 Comments".
func inCell(before, behind string) bool {
	const parting = "|•·"
	if !strings.ContainsAny(before+behind, parting) {
		return false
	}
	if at := strings.LastIndexAny(before, parting); at >= 0 {
		before = before[at:]
	}
	if at := strings.IndexAny(behind, parting); at >= 0 {
		behind = behind[:at]
	}
	return !strings.ContainsFunc(before+behind, unicode.IsLetter)
}

// countOf is how many words of a text are of a kind.
func countOf(text string, is func(string) bool) (n int) {
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '.' }) {
		if is(strings.Trim(word, ".")) {
			n++
		}
	}
	return n
}

// weekdays are the days of a week by how they begin, in English and in Russian.
var weekdays = sync.OnceValue(func() map[string]time.Weekday {
	return map[string]time.Weekday{
		"mon": time.Monday, "tue": time.Tuesday, "wed": time.Wednesday, "thu": time.Thursday, "fri": time.Friday, "sat": time.Saturday, "sun": time.Sunday,
		"пон": time.Monday, "вто": time.Tuesday, "сре": time.Wednesday, "чет": time.Thursday, "пят": time.Friday, "суб": time.Saturday, "вос": time.Sunday,
	}
})

// weekdayAgrees is 1 where the day of the week that a day is written with is the one it was, 0 where none is written, and -2 where it is another.
func weekdayAgrees(day, before string, date release.Date) int {
	written := calendar.Weekday.FindString(day)
	if written == "" {
		written = wording.LastWord(strings.TrimRight(before, " ,\u00a0"))
		if !calendar.Weekday.MatchString(written + " ") {
			return 0
		}
	}
	letters := []rune(strings.ToLower(written))
	if named, known := weekdays()[string(letters[:min(3, len(letters))])]; !known {
		return 0
	} else if named == time.Date(date.Year, date.Month, date.Day, 0, 0, 0, 0, time.UTC).Weekday() {
		return 1
	}
	return -2
}

// dayOfTitle is the day at the end of a headline, behind a colon or a comma: "Call with the Secretary General: 22 November 2024".
func (r *reader) dayOfTitle() []weighedDay {
	title := r.Release.Headline
	found, at := calendar.DayIn(title)
	if at < 1 || at+found.Length != len(title) || found.From != found.Until || ofOtherDay.MatchString(title) || len(title) > longestOfDay {
		return nil
	}
	if !strings.HasSuffix(strings.TrimRight(title[:at], " \u00a0"), ":") && !strings.HasSuffix(strings.TrimRight(title[:at], " \u00a0"), ",") {
		return nil
	}
	return []weighedDay{{date: found.From, weight: enoughForDay, line: layout.Paragraph{Text: title}}}
}

// linesOfDay sets aside the lines that a page has between its headline and the text, where one of them says when it was published in ways that no
// dateline has, or a line above them did: "Posted by a09 at Dec 13, 2013", "May 27, 2020 | News | 0 Comments", "Category: News".
func (r *reader) linesOfDay() {
	if r.Release.Headline == "" {
		return
	}
	lead := slices.IndexFunc(r.Lines[:min(len(r.Lines), metaReach+1)], func(l layout.Paragraph) bool {
		return utf8.RuneCountInString(l.Text) >= letterhead.WireLead || wording.SentenceEnd(l.Text)
	})
	if lead < 1 {
		return
	}
	if last := r.lastOfDay(lead); last >= 0 {
		r.Aside(repair.AsideDateline, r.Lines[:last+1]...)
		r.Lines = r.Lines[last+1:]
	}
}

// lastOfDay is the last of the lines above line lead that are the page's and say its day, or stand with it; -1 for none.
func (r *reader) lastOfDay(lead int) int {
	last, dated := -1, !r.Release.Date.IsZero()
	for i, l := range r.Lines[:lead] {
		if l.Kind != layout.Text && l.Kind != layout.Item {
			return -1
		}
		d, ok := weighedIn(l.Text, lineAt(r.Lines, i-1), "")
		dated = dated || ok && d.weight >= enoughForDay
		if ok && d.weight >= enoughForDay || dated && isOfPage(l) {
			last = i
		}
	}
	return last
}

// isOfPage reports whether a line below a headline and its day is rather the page's: cells, a label with what it tells, a section, what attributes.
func isOfPage(l layout.Paragraph) bool {
	return len(strings.Fields(l.Text)) < wording.WireTitle && l.Kind == layout.Text || strings.Contains(l.Text, "|") || labelledLine.MatchString(l.Text) || strings.HasSuffix(l.Text, ":") || rubric.IsSectionAbroad(l.Text)
}

// labelledLine is a line of a form: "Case Number: 09-0608".
var labelledLine = regexp.MustCompile(`^\p{Lu}\p{L}*(?: \p{L}+){0,3}\s?:\s\S`)

// isOfForm reports whether a line above a headline is one of a form, or of a page's head.
func isOfForm(l layout.Paragraph) bool {
	return labelledLine.MatchString(l.Text) || isBesideTitle(l) || letterhead.BelongsAbove(l.Text) || officename.IsEnglishHouse(l.Text)
}

// daysAbove sets aside the lines that a page or a form has above a headline, where one of them says when it was published in ways that no dateline
// has, and all are such lines: "News Desk | example.com", "Update: 2023-12-08 12:25:22".
func (r *reader) daysAbove() {
	dated, n := false, 0
	for n < min(len(r.Lines)-2, metaReach+datelines) {
		l := r.Lines[n]
		if l.Kind != layout.Text || wording.SentenceEnd(l.Text) {
			break
		}
		d, ok := weighedIn(l.Text, lineAt(r.Lines, n-1), "")
		ok = ok && d.weight >= surelyOfPage
		if !ok && !isOfForm(l) {
			break
		}
		dated = dated || ok
		n++
	}
	if n == 0 || !dated || isOfForm(r.Lines[n]) || !isOverLead(r.Lines[n], r.Lines[n+1]) && !isLead(r.Lines[n+1]) || !titledBelow(r.Lines[n:]) {
		return
	}
	r.Aside(repair.AsideLetterhead, r.Lines[:n]...)
	r.Lines = r.Lines[n:]
}
