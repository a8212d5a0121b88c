package moment

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/release"
	"communique/editor/wordset"
)

// Embargo reads an embargo: a day, a time and a zone in any order, as they are typed
// ("11.09.2024 12:00 Asia/Bishkek") or stand at the head of a paper («Эмбарго до
// 10:00 МСК 11 сентября 2024 года»). The zone is an IANA name, an offset from UTC,
// GMT or Moscow, or a clock that means one zone everywhere. White space alone is no
// embargo. Its error is an *Error: an embargo is never completed by a guess.
func Embargo(text string) (release.Embargo, error) {
	rest := strings.TrimSpace(gaps.ReplaceAllString(commas.Replace(text), " "))
	if rest == "" {
		return release.Embargo{}, nil
	}
	if e, ok := saidTwice(rest); ok {
		return e, nil
	}
	fault := &Error{Field: release.EmbargoField, Text: text}
	if found, around := cut(rest, instant); found != nil {
		if e, ok := iso(found[1]); ok && unknownWords(around, release.DateOf(e.At)) == "" {
			return e, nil
		}
	}
	day, rest, dated := takeDay(rest)
	if !dated {
		fault.Reason = NoDay
		if day := withoutYear(rest); day != "" {
			fault.Reason, fault.Words = NoYear, day
		}
		return release.Embargo{}, fault
	}
	z, rest := takeZone(rest)
	hour, minute, rest, timed := takeTime(rest)
	if !timed {
		fault.Reason, fault.Read = NoTime, FormatDate(day)
		return release.Embargo{}, fault
	}
	if hour == 24 { // the end of the day
		day, hour = release.DateOf(day.Time().AddDate(0, 0, 1)), 0
	}
	fault.Read = wall(day, hour, minute)
	if z.isOffset {
		rest = ofHere.ReplaceAllString(rest, "")
	}
	if words := unknownWords(rest, day); words != "" {
		fault.Reason, fault.Words = Unclear, words
		return release.Embargo{}, fault
	}
	e, reason := z.at(day, hour, minute)
	if reason != "" {
		fault.Reason = reason
		return release.Embargo{}, fault
	}
	return e, nil
}

// twice is a line that says its time again for another zone: "10 December 2025, 14:30 CET (13:30 GMT)", "… 14:30 CET / 13:30 GMT".
var twice = regexp.MustCompile(`^(.*?\d(?:[:.]?\d\d|\s?(?i:[ap]\.?m)).*?)\s*(?:\(([^()]*\d(?:[:.]?\d\d|\s?(?i:[ap]\.?m))[^()]*)\)(.*)|/\s*([^/]*\d(?:[:.]\d\d|\s?(?i:[ap]\.?m))[^/]*))$`)

// saidTwice reads such a line where both times are one moment; the day of the other zone, which is not said, may differ.
func saidTwice(text string) (release.Embargo, bool) {
	if len(text) > longestLine {
		return release.Embargo{}, false
	}
	if day, rest, dated := takeDay(text); dated { // "16:00 London time / 11:00 US Eastern time, Wednesday 11 September 2024"
		text = FormatDate(day) + " " + rest
	}
	m := twice.FindStringSubmatch(text)
	if m == nil {
		return release.Embargo{}, false
	}
	first, err := Embargo(m[1] + m[3])
	if err != nil || first.At.IsZero() {
		return release.Embargo{}, false
	}
	second, err := Embargo(FormatDate(release.DateOf(first.At)) + " " + m[2] + m[4])
	return first, err == nil && first.At.Sub(second.At)%(24*time.Hour) == 0
}

// commas are those of Arabic and Chinese.
var commas = strings.NewReplacer("،", ", ", "，", ", ")

// iso reads a moment as programs write it (ISO 8601, RFC 3339), which is an offset's own.
func iso(text string) (e release.Embargo, ok bool) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00"} {
		if at, err := time.Parse(layout, text); err == nil {
			return release.Embargo{At: at.Truncate(time.Minute)}, true
		}
	}
	return e, false
}

// instant is such a moment within a text.
var instant = regexp.MustCompile(`(?:^|[\s(])(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))(?:$|[\s).;,])`)

var gaps = regexp.MustCompile(`[\s\p{Zs}]+`)

// cut takes the first match of a pattern out of text and returns its groups.
func cut(text string, pattern *regexp.Regexp) (groups []string, rest string) {
	at := pattern.FindStringSubmatchIndex(text)
	if at == nil {
		return nil, text
	}
	for i := 0; i < len(at); i += 2 {
		group := ""
		if at[i] >= 0 {
			group = text[at[i]:at[i+1]]
		}
		groups = append(groups, group)
	}
	return groups, text[:at[0]] + " · " + text[at[1]:]
}

// figured and worded are the forms of a day within a text.
var figured = []*regexp.Regexp{
	regexp.MustCompile(edge + `(\d{4}-\d{2}-\d{2})`),
	regexp.MustCompile(edge + `(\d{1,2}[./]\d{1,2}[./]\d{4}(?: ?г\.?)?)`),
	regexp.MustCompile(edge + `(\d{1,2}\.\d{1,2}\.\d{2})(?:$|[^.\d])`),
}

var worded = []*regexp.Regexp{
	regexp.MustCompile(edge + `(«?\d{1,2}»?(?:-го|(?i:th|st|nd|rd))? \p{L}{3,}\.?,? \d{4}(?: ?(?i:года|год|г\.?))?)`),
	regexp.MustCompile(`(\p{L}{3,}\.? \d{1,2},? \d{4})`),
}

// takeDay takes the day out of a text.
func takeDay(text string) (release.Date, string, bool) {
	if d, rest, ok := takeDayAs(text, figured); ok {
		return d, rest, true
	}
	if d, rest, ok := takeForeignDay(text); ok {
		return d, rest, true
	}
	return takeDayAs(text, worded)
}

func takeDayAs(text string, patterns []*regexp.Regexp) (release.Date, string, bool) {
	for _, pattern := range patterns {
		found, rest := cut(text, pattern)
		if found == nil {
			continue
		}
		if eitherWay(found[1]) && inEnglish.MatchString(rest) {
			continue
		}
		if d, ok := grammar.ParseDate(plainDay(found[1])); ok {
			return d, rest, true
		}
	}
	return release.Date{}, text, false
}

// yearless are the forms of a day without its year.
var yearless = []*regexp.Regexp{
	regexp.MustCompile(`(?:^|[^\p{L}\d.:])(\d{1,2}\.\d{1,2})(?:$|[^.:\d])`),
	regexp.MustCompile(edge + `(\d{1,2}(?:-го|(?i:th|st|nd|rd))? \p{L}{3,})`),
	regexp.MustCompile(`(\p{L}{3,}\.? \d{1,2})(?:$|[^:.\d])`),
}

// withoutYear returns the day that a text names without its year; "" where it names none.
func withoutYear(text string) string {
	const leap = "2028" // has every day
	for _, pattern := range yearless {
		for _, m := range pattern.FindAllStringSubmatch(text, -1) {
			between := " "
			if strings.Contains(m[1], ".") && !strings.Contains(m[1], " ") {
				between = "."
			}
			if _, ok := grammar.ParseDate(plainDay(m[1] + between + leap)); ok {
				return m[1]
			}
		}
	}
	return ""
}

// inEnglish are words of an embargo in English, where "12/09/2025" is in September to some and in December to others.
var inEnglish = regexp.MustCompile(edge + `(?i:embargoed|until|before|release|not|for|at|on|[ap]\.?m)(?:$|[^\p{L}])`)

// eitherWay reports whether the day of a date in figures may be its month.
func eitherWay(date string) bool {
	parts := strings.Split(date, "/")
	if len(parts) != 3 {
		return false
	}
	day, month := number(parts[0]), number(parts[1])
	return day != month && day <= 12 && month <= 12
}

// longestDay is of how many words a day is at most: «2027 թվականի մարտի 1», «чацвер, 1 сакавіка
// 2027 года».
const longestDay = 6

// takeForeignDay takes the longest stretch of words that is a day in one of the languages of
// releases, in any order: «2027 жылғы 1 наурыз», "1 березня 2027 року".
func takeForeignDay(text string) (release.Date, string, bool) {
	if len(text) > longestLine {
		return release.Date{}, text, false
	}
	words := strings.Fields(text)
	for length := min(longestDay, len(words)); length > 0; length-- {
		for from := range len(words) - length + 1 {
			day := words[from : from+length]
			if !slices.ContainsFunc(day, beginsInYear) || from > 0 && halfDay.MatchString(words[from-1]+" "+day[0]) { // "6 AM TUESDAY", no "am Dienstag"
				continue
			}
			if d, ok := grammar.ParseDate(plainDay(strings.TrimRight(strings.Join(day, " "), ",;"))); ok {
				return d, strings.Join(slices.Concat(words[:from], []string{"·"}, words[from+length:]), " "), true
			}
		}
	}
	return release.Date{}, text, false
}

// halfDay is an hour of twelve.
var halfDay = regexp.MustCompile(`^\d[\d:.]* (?i:[ap]\.?m\.?)$`)

// beginsInYear reports a word such as «2027», «2027-жылдын» or «2027年3月1日».
func beginsInYear(word string) bool {
	return len(word) >= 4 && strings.Trim(word[:4], "0123456789") == ""
}

// plainDay is a day as the grammar reads it.
func plainDay(text string) string {
	if m := monthFirst.FindStringSubmatch(text); m != nil && number(m[2]) > 12 {
		return m[2] + "." + m[1] + "." + m[3]
	}
	text = yearWord.ReplaceAllString(yearSign.ReplaceAllString(quotes.Replace(text), "$1"), " года")
	return shortYear.ReplaceAllString(ordinal.ReplaceAllString(text, "$1"), "${1}20$2")
}

// monthFirst is a date as Americans write it: "5/15/2025".
var monthFirst = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})$`)

var (
	// ordinal is the ending of a day in figures: «11-го», "11th".
	ordinal = regexp.MustCompile(`^(\d+)(?:-го|(?i:th|st|nd|rd))`)
	// shortYear is a year of two figures, of this century.
	shortYear = regexp.MustCompile(`^(\d{1,2}\.\d{1,2}\.)(\d\d)$`)
)

// quotes stand around the day of some papers: «11» сентября.
var quotes = strings.NewReplacer("«", "", "»", "")

// yearWord is the word for it, in capitals too.
var yearWord = regexp.MustCompile(`(?i) ?года$`)

// yearSign is what many write after a year in figures.
var yearSign = regexp.MustCompile(`(\.\d{4}) ?г\.?$`)

// ofHere says that the time is that of the place, which its offset tells: «7.00 по местному времени (GMT+5)».
var ofHere = regexp.MustCompile(`(?i)местно(?:му|е)|local`)

const edge = `(?:^|[^\p{L}\d])`

var (
	clock   = regexp.MustCompile(edge + `(\d{1,2})[:.](\d{2})(?: ?((?i:[ap]\.?m\b\.?))| (утра|дня|вечера))?`)
	whole   = regexp.MustCompile(edge + `(\d{1,2})() ?(?:час(?:ов|а)? )?(?:((?i:[ap]\.?m\b\.?))|(утра|дня|вечера))`)
	spelled = regexp.MustCompile(edge + `(\d{1,2}) ?(?:час(?:\.|а|ов)?|ч\.?) ?(\d{2}) ?(?:минут[аы]?|мин\.?|м\.?)()()`)
	// withH is how French writes it: "14 h 30", "10H00".
	withH = regexp.MustCompile(edge + `(\d{1,2}) ?[hH] ?(\d{2})()()(?:$|[^\p{L}\d])`)
	// figures are a time without its sign, «0800», where day and year stand elsewhere.
	figures = regexp.MustCompile(edge + `([01]\d|2[0-4])([0-5]\d)()()(?:$|[^\p{L}\d.:])`)
	// dashed is one with a dash, «09-00», of tens of minutes: days of a range have none.
	dashed = regexp.MustCompile(edge + `([01]\d|2[0-4])-([0-5]0)()()(?:$|[^\d-])`)
	// hours and late are a whole hour with the word for it, "10 Uhr", «18 часов»: «10 часов» may be in the evening.
	hours = regexp.MustCompile(edge + `(\d{1,2})() ?(?i:uhr|h)()()(?:$|[^\p{L}\d])`)
	late  = regexp.MustCompile(edge + `(1[3-9]|2[0-4])() ?(?i:часов|часа|час|ч)()()(?:$|[^\p{L}\d])`)
	noon  = regexp.MustCompile(edge + `(?:12 )?(?i:noon|полдень|полудня)`)
)

// takeTime takes the time of day out of a text. 24:00 is the end of the day.
func takeTime(text string) (hour, minute int, rest string, ok bool) {
	if found, rest := cut(text, noon); found != nil {
		return 12, 0, rest, true
	}
	for _, pattern := range []*regexp.Regexp{spelled, withH, clock, whole, dashed, figures, hours, late} {
		found, rest := cut(text, pattern)
		if found == nil {
			continue
		}
		hour, minute = number(found[1]), number(found[2])
		hour, ok = onDial(hour, minute, strings.ToLower(strings.ReplaceAll(found[3]+found[4], ".", "")))
		return hour, minute, rest, ok && minute < 60
	}
	return 0, 0, text, false
}

// number reads figures; "" is 0. A zero before them is no sign of base eight.
func number(figures string) int {
	n, _ := strconv.Atoi(figures) // two figures at most
	return n
}

// onDial turns an hour of the twelve-hour clock into one of twenty-four. Twelve
// sharp is noon to some and midnight to others, whichever half it is given.
func onDial(hour, minute int, half string) (int, bool) {
	twelve := hour >= 1 && hour <= 12 && (hour != 12 || minute > 0)
	switch half {
	case "":
		return hour, hour < 24 || hour == 24 && minute == 0
	case "am":
		return hour % 12, twelve
	case "pm":
		return hour%12 + 12, twelve
	case "утра":
		return hour, hour >= 4 && hour < 12
	case "дня":
		return hour%12 + 12, hour == 12 || hour >= 1 && hour <= 5
	default: // "вечера"
		return hour + 12, hour >= 5 && hour < 12
	}
}

// filling are words that stand around an embargo and add nothing to it.
var filling = wordset.Of(`эмбарго под материал до в на не публиковать для публикации ранее время времени по
	снимается снято действует истекает находится текст информация весь распространять публикация публикацию публикации разрешена разрешено возможна возможно
	разрешается предназначен предназначена uhr um sperrfrist bis
	просим просьба запрет срок после раньше к с do publish published lifts lifted ends expires
	sous jusqu'au jusqu’au jusqu'à jusqu’à au à le la les de du heure heures ne pas diffuser publier avant diffusion publication interdite communiqué document
	frei zur veröffentlichung ab nicht vor dem am den
	embargado embargada hasta el las los a del horas hora bajo no publicar difundir antes información nota
	sotto fino alle ore al non diffondere pubblicare prima delle até às sob do godz godziny dnia nie publikować przed
	сағат уақыты убактысы vaqti бойынша дейін жариялауға жарияланбасын болмайды ге ға ке қа саат боюнча чейин жарыялоого жарыяланбасын болбойт soat bo'yicha bo‘yicha bilan gacha e'lon e’lon e‘lon qilinmasin chop etilmasin
	эмбарга пад да па часе публікаваць раней ембарго під публікувати раніше
	материалы обращаем разглашению h строго закрыта закрыт прошу соблюдать включительно story remarks as prepared gesperrt bitte beachten sie die тыйым салынады таратуға таратууга ushbu xabar qadar ga прасьба просьба за час дзейнічае до horas
	билан ден дан нен го гө ко кө кейін кийин рұқсат етіледі опубликовать подлежит achtung veröffentlichen levé levée strict information
	broadcast or use used report text жарыялаганга уруксат
	внимание важно attention please note press media news release this is material strict delivery
	запрещена запрещено можно только печати эфира распространения распространение данный настоящий пресс релиз
	информацию сообщение сообщения данную данного жарияламау жарияламаңыз жарыялабоо жарыялабаңыз
	снятия материала релиза выход эфир использования observe respect our will upon часом использовать используется использования действительно in effect remains
	embargo embargoed strictly under until till to for hold not release publication at on after before of the time hrs hours`)

// unknownWords returns the words of a text that mean something and were not read. A
// weekday is known where it is the day's.
func unknownWords(text string, day release.Date) string {
	var unknown []string
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(" ·,.;:!*()[]/@|–—-", r) }) {
		lower := strings.ToLower(word)
		if !filling.Has(lower) && !printed()[lower] && !weekdays[day.Time().Weekday()][lower] {
			unknown = append(unknown, word)
		}
	}
	return strings.Join(unknown, " ")
}

var weekdays = [7]map[string]bool{
	time.Sunday:    {"sunday": true, "воскресенье": true, "воскресенья": true},
	time.Monday:    {"monday": true, "понедельник": true, "понедельника": true},
	time.Tuesday:   {"tuesday": true, "вторник": true, "вторника": true},
	time.Wednesday: {"wednesday": true, "среда": true, "среду": true, "среды": true},
	time.Thursday:  {"thursday": true, "четверг": true, "четверга": true},
	time.Friday:    {"friday": true, "пятница": true, "пятницу": true, "пятницы": true},
	time.Saturday:  {"saturday": true, "суббота": true, "субботу": true, "субботы": true},
}
