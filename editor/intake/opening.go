package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/regexp"
)

var (
	// inPlace is what stands before a place in a sentence.
	inPlace = regexp.MustCompile(`^[\s\x{00a0},.]*(?:[Вв]о?|[Нн]а|[Ii]n|[Aa]t)[\s\x{00a0}]+(?:(?:г|гор)\.[\s\x{00a0}]*|(?:г|город[еа]?|the city of)[\s\x{00a0}]+|столице[\s\x{00a0}]+\p{L}+[\s\x{00a0}]+|the )?`)
	// closing ends a dateline before the sentence.
	closing = regexp.MustCompile(`^[\s\x{00a0}]*(?:[–—:|]|-[\s\x{00a0}]|\.[\s\x{00a0}])`)
	// closesDay ends one behind its day, perhaps behind who reports.
	closesDay = regexp.MustCompile(reporterInCapitals + `|^[\s\x{00a0}.,)\]]*` + whoReports + `?[\s\x{00a0}.]*(?:[–—:|]|-{1,2}[\s\x{00a0}])|^[)\]]?(?:[\s\x{00a0}]*` + whoReports + `)?\.[\s\x{00a0}]`)
	// dash is one before the sentence.
	dash = regexp.MustCompile(`^[\s\x{00a0}.,]*(?:/[\s\x{00a0}]*)?(?:[–—:|]|-{1,2}[\s\x{00a0}])`)
)

// inBrackets is how some datelines stand: "[Vienna, 11 September 2024]".
var inBrackets = regexp.MustCompile(`^[\[(]([^\])\n]{5,100})[\])]`)

// bracketedOff reads a dateline in brackets before the sentence.
func bracketedOff(lead string) (o dateline, ok bool) {
	m := inBrackets.FindStringSubmatch(lead)
	if m == nil {
		return dateline{}, false
	}
	o, ok = datelineOf(m[1], false)
	return o, ok && o.dated
}

// openingReach is how long the start of a lead is, in bytes.
const openingReach = 600

// chineseWire is the dateline of a Chinese agency: 新华社比什凯克5月16日电.
var chineseWire = regexp.MustCompile(`^(?:新华社|中新社|中新网|人民网)(\p{Han}{2,8}?)\d{1,2}月\d{1,2}日电`)

// spacedDashes puts spaces around the dashes that a wire runs together with its words.
var spacedDashes = strings.NewReplacer("--", " -- ", "—", " — ")

// openingOf reads the start of a lead.
func openingOf(lead string) dateline {
	lead = spacedDashes.Replace(lead[:boundary(lead, openingReach)]) // a wire runs them together
	if o, ok := bracketedOff(lead); ok {
		return o
	}
	if name := placeInBrackets(lead); name != "" && !inCyrillic(lead) { // "(Washington, DC) -- A …"
		return dateline{located: true, place: name}
	}
	if m := agency.FindString(lead); strings.HasPrefix(m, "(") && !inCyrillic(lead) { // "(Press-News.org) WASHINGTON, D.C. – …"
		lead = strings.TrimLeft(lead[len(m):], " ")
	}
	if m := chineseWire.FindStringSubmatch(lead); m != nil {
		return dateline{dated: true, located: true, place: m[1]}
	}
	if o, ok := placeFirst(lead); ok {
		return o
	}
	o, rest := dayFirst(lead)
	if strings.HasSuffix(lead[:len(lead)-len(rest)], ",") {
		rest = "," + rest
	}
	return o.behind(rest)
}

// behind reads the place in what stands behind a day.
func (o dateline) behind(rest string) dateline {
	if name, told := placeElsewhere(rest); name != "" && (o.dated || told) {
		o.located, o.place = true, name
		return o
	}
	if name := placeInBrackets(rest); o.dated && name != "" {
		o.located, o.place = true, name
		return o
	}
	if m := inPlace.FindString(rest); m != "" && (o.dated || !strings.HasPrefix(m, ".")) {
		first, _ := utf8.DecodeRuneInString(rest[len(m):])
		o.located = unicode.IsUpper(first)
		o.place = placeAt(rest[len(m):])
		return o
	}
	if name := placeParted(rest); o.dated && name != "" {
		o.located, o.place = true, name
	}
	return o
}

// placeParted reads a place that a sign parts from what is before it and one from what follows.
func placeParted(rest string) string {
	m := separators.FindString(rest)
	if m == "" {
		return ""
	}
	name, n, sure := leadingPlace(rest[len(m):], false)
	after := rest[len(m)+n:]
	if n == 0 {
		return ""
	}
	if reporter := agency.FindString(strings.TrimLeft(after, " \u00a0")); reporter != "" { // «5 октября, Минск /Корр. БЕЛТА/. …»
		_, after, _ = strings.Cut(after, reporter)
		sure = sure || strings.HasPrefix(reporter, "/") && !isNoPlace(name)
	}
	if sure && (closing.MatchString(after) || strings.TrimSpace(after) == "") || dash.MatchString(after) && strings.ContainsAny(m, "–—-") || betweenCommaAndDash(m, rest[len(m):len(m)+n], after) {
		return name
	}
	return ""
}

// betweenCommaAndDash reports whether an unknown name stands as a place does between a day and its sentence: "April 22, 2024,
// Samplewick – The Council …".
func betweenCommaAndDash(before, name, after string) bool {
	parted := spacedDash.FindString(after)
	return strings.HasPrefix(before, ",") && parted != "" && startsSentence(after[len(parted):]) && !isNoPlace(name) && strings.ToUpper(name) != name
}

// spacedDash parts a dateline from its sentence.
var spacedDash = regexp.MustCompile(`^[\s\x{00a0}]+(?:[–—]|-{1,2})[\s\x{00a0}]+`)

// placeInBrackets reads a place between brackets with a dash behind them: "May 20, 2025 (Toronto, ON) – …".
func placeInBrackets(rest string) string {
	rest = strings.TrimLeft(rest, " \u00a0")
	m := inBrackets.FindStringSubmatch(rest)
	if m == nil {
		return ""
	}
	if name, n, _ := leadingPlace(m[1], false); n == len(m[1]) && !isPublisher(name) && dash.MatchString(rest[len(m[0]):]) {
		return name
	}
	return ""
}

// behindDay is a place behind a day in the languages of Central Asia and in Armenian: a town by the word for one, or a
// known name with the ending that says where.
var behindDay = regexp.MustCompile(`^[\s\x{00a0},-]*(?:\p{Ll}{2}\s|kuni\s|tarixində\s|күнү\s|күні\s)?(?:[дД]ар\s)?(?:шаҳри\s(\p{Lu}[\p{L}-]+)|(\p{Lu}[\p{L}’‘ʻ'-]+)\s(?:шаарында|қаласында|шаҳрида|shahrida|şəhərində)|(\p{Lu}[\p{L}’‘'-]+?)(?:да|де|та|те|до|дө|то|тө|da|də|ում)[\s,])`)

// inPlaceOfSlavs is what stands before a place in Belarusian and Ukrainian.
var inPlaceOfSlavs = regexp.MustCompile(`^[\s\x{00a0},]*[уў][\s\x{00a0}]+`)

// placeElsewhere reads such a place at the start of what stands behind a day; told says that the word for a town is there,
// which needs no day before it.
func placeElsewhere(rest string) (place string, told bool) {
	if m := inPlaceOfSlavs.FindString(rest); m != "" {
		return placeAt(rest[len(m):]), false
	}
	m := behindDay.FindStringSubmatch(rest)
	if m == nil {
		return "", false
	}
	if town := m[1] + m[2]; town != "" {
		return town, true
	}
	if unicode.Is(unicode.Armenian, []rune(m[3])[0]) || placeAt(m[3]) != "" || strings.ContainsAny(strings.ToLower(rest), notRussian) { // no «Победа»
		return m[3], false
	}
	return "", false
}

// dayFirst reads a day at the start of a lead, and returns what follows it.
func dayFirst(lead string) (o dateline, rest string) {
	if d := dayAt(lead); d.length > 0 {
		return dateline{date: d.from, dated: true}, lead[d.length:]
	}
	if n := partOfYear(lead); n > 0 {
		return dateline{dated: true}, lead[n+len(someYear.FindString(lead[n:])):]
	}
	return dateline{}, lead
}

// townBefore reads the place alone before the lead of a text that says its day elsewhere: «Тверь. В области …»,
// «МОСКВА – Совет …». An unknown one is a name that no sentence has for itself.
func townBefore(lead string) (o dateline) {
	lead = lead[:boundary(lead, openingReach)]
	name, n, sure := leadingPlace(lead, false)
	if n == 0 || n > placeLength || !sure && !mayBePlace(name) && !standsInCapitals(lead[:n]) {
		return dateline{}
	}
	end := townEnd.FindString(lead[n:])
	rest := lead[n+len(end):]
	if sure && end == "" && isInCapitals(lead[:n]) && articleBehind.MatchString(rest) { // "MANILA  The bank said …": the dash is lost
		return dateline{located: true, place: name}
	}
	if end == "" || !startsSentence(rest) || !endsTown(end, lead[:n], rest, sure) {
		return dateline{}
	}
	o.located, o.place = true, name
	return o
}

// articleBehind is the article of a sentence behind a place.
var articleBehind = regexp.MustCompile(`^[\s\x{00a0}]+(?:The|A|An)[\s\x{00a0}]\p{L}`)

// endsTown reports whether end parts a town from the sentence behind it, and is no mark within one: a full stop, or a dash
// behind capitals, "Washington, DC: …", "London – The …", where no part of a sentence has a capital.
func endsTown(end, town, rest string, sure bool) bool {
	first, _, _ := strings.Cut(rest, " ")
	switch {
	case !sure && !inCyrillic(town):
		return dash.MatchString(end) && !strings.HasPrefix(end, ":") && slices.Contains(articles, first)
	case strings.HasPrefix(end, "."), kindBehind.MatchString(town), dash.MatchString(end) && slices.Contains(articles, first):
		return true
	case !sure:
		return false
	}
	if !inCyrillic(town) && (spacedDash.MatchString(end+" ") || strings.Contains(end, "|")) {
		return true
	}
	capitals := strings.ToUpper(town) == town && utf8.RuneCountInString(town) > 3
	return capitals || strings.HasPrefix(end, ":") && strings.Contains(town, ",")
}

// standsInCapitals reports whether an unknown name in Latin letters stands as a wire's town does: "OLYMPIA".
func standsInCapitals(name string) bool {
	return !inCyrillic(name) && strings.ToUpper(name) == name && utf8.RuneCountInString(name) > 3 && !isNoPlace(name) && !ofWire.MatchString(name)
}

// ofWire are words in capitals before a sentence that are no place.
var ofWire = regexp.MustCompile(`^(?i:breaking|updated?|correct(?:ion|ed)|exclusive|notes?|warning|watch|video|photos?|analysis|background|summary|abstract|about)$`)

// townEnd parts a place from the sentence behind it.
var townEnd = regexp.MustCompile(`^(?:\.|[\s\x{00a0}]*(?:[–—:|]|-{1,2}[\s\x{00a0}]))[\s\x{00a0}]*`)

// someYear goes on with a day that is none of the calendar, or does not say its year.
var someYear = regexp.MustCompile(`^[\s\x{00a0}]+(?:\d{4}|текущего|этого)[\s\x{00a0}]*(?:года|г\.)`)

// placeFirst reads an agency's dateline: «МОСКВА, 26 октября 2024. /ТАСС/.», «г. Бишкек,
// 11.09.2024 –», "BISHKEK, KG - March 27, 2025 (WIRE) -", "BISHKEK (Wire) -". A sentence that
// begins with a name is none.
func placeFirst(lead string) (o dateline, ok bool) {
	name, n, sure := leadingPlace(lead, true)
	if n == 0 || n > placeLength {
		return dateline{}, false
	}
	town, _, more := strings.Cut(lead[:n], ",")
	capitals := strings.ToUpper(town) == town && utf8.RuneCountInString(town) > 3
	foreign := capitals && !inCyrillic(town)
	sure = sure || isReportedFrom(lead[:n], lead[n:])
	o, ok = behindPlace(lead[n:], sure, sure || capitals && (!more || foreign))
	if !ok && (!more || !foreign || !dash.MatchString(lead[n:])) { // "PORTLAND, Ore. – …" says no day
		return dateline{}, false
	}
	if o.located = sure || !isNoPlace(name); o.located {
		o.place = name
	}
	return o, true
}

// isReportedFrom reports whether an unknown town in a known country stands before who reports: "Sampleton, India - (Wire) - …"; or any before a day and
// who reports between slashes: "Bişkek, 12 Mart /Kabar/. …".
func isReportedFrom(place, behind string) bool {
	if day, comma := strings.CutPrefix(behind, ", "); comma && !isNoPlace(place) {
		if _, rest := dayFirst(day); rest != day && reporterInSlashes.MatchString(rest) {
			return true
		}
	}
	return !inCyrillic(place) && placeInRegion(place) != "" && agency.MatchString(strings.TrimLeft(behind, " \u00a0-–—"))
}

// reporterInSlashes is who reports behind a day.
var reporterInSlashes = regexp.MustCompile(`^[\s\x{00a0}.,]*/[^/\n]{2,40}/`)

// partPlace returns what parts a place from what is behind it: a comma where that is a day behind a colon, "Dublin, Ireland: 30
// January 2025:".
func partPlace(rest string) (parted, behind string) {
	parted = separators.FindString(rest)
	behind = rest[len(parted):]
	if day, ok := strings.CutPrefix(behind, ":"); ok {
		if day = strings.TrimLeft(day, " \u00a0"); dayAt(day).length > 0 {
			return ",", day
		}
	}
	return parted, behind
}

// behindPlace reads what ends a dateline behind its place: a day in brackets, who reports, or a day. The place is sure where it
// is known, and said where it stands in capitals, too.
func behindPlace(rest string, sure, said bool) (o dateline, ok bool) {
	parted, rest := partPlace(rest)
	if inner := bracketedDay(rest); inner.dated {
		return inner, true
	}
	if sure && strings.HasPrefix(parted, ".") && wireName.MatchString(rest) {
		return dateline{}, true
	}
	if m := agency.FindString(rest); m != "" && said {
		rest = rest[len(m):]
		o, _ = dayFirst(strings.TrimLeft(rest, " \u00a0-–—.,"))
		return o, o.dated || dash.MatchString(rest)
	}
	if strings.Trim(parted, " \u00a0") == "" {
		return dateline{}, false
	}
	day := rest
	o, rest = dayFirst(rest)
	full := !o.date.IsZero()
	switch {
	case !o.dated:
		return o, false
	case sure, said && (full || reported.MatchString(rest)):
		return o, true
	}
	return o, (said || full) && ends(day[:len(day)-len(rest)], rest, strings.HasPrefix(parted, ","))
}

// wireName is who reports behind a place alone, in capitals, or in one of them within: «АСТАНА. КАЗИНФОРМ – …», "ASTANA. QazAqparat – …".
var wireName = regexp.MustCompile(`^(?:\p{Lu}{4,}(?:[\s\x{00a0}]\p{Lu}{4,})?|\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+)[\s\x{00a0}](?:[–—]|-{1,2})[\s\x{00a0}]`)

// whoReports is who reports, «/ТАСС/» or "(Wire)", within what ends a dateline.
const whoReports = `(?:/[^/\n]{2,40}/|\([^()\n]{2,40}\))`

// reporterInCapitals is who reports behind a day and a comma: "EREVAN, 6 OCTOBRE, ARMENPRESS. Le …".
const reporterInCapitals = `^,[\s\x{00a0}]\p{Lu}[\p{Lu}-]{3,}[.:][\s\x{00a0}]`

// reported ends a dateline behind a day by who reports: "June 19 (Wire) --".
var reported = regexp.MustCompile(reporterInCapitals + `|^[\s\x{00a0}.,]*` + whoReports + `[\s\x{00a0}.,]*(?:[–—:|]|-{1,2}[\s\x{00a0}])`)

// bracketedDay reads a day in brackets at the start of text, perhaps behind who reports: "(Example Wire - May 6, 2025)".
func bracketedDay(text string) (o dateline) {
	m := inBrackets.FindStringSubmatch(text)
	if m == nil {
		return dateline{}
	}
	day := m[1][strings.LastIndex(m[1], " - ")+1:]
	day = strings.TrimPrefix(day, "- ")
	if d := dayAt(day); d.length == len(day) {
		return dateline{date: d.from, dated: true}
	}
	return dateline{}
}

// ends reports whether a dateline ends behind its day: with a dash, perhaps behind who reports, or, where a
// comma stands before the day, with a full stop.
func ends(day, rest string, comma bool) bool {
	closed := closing.MatchString(rest) || strings.HasSuffix(day, ".") // of the word for the year
	rest = strings.TrimLeft(rest, " \u00a0.,")
	return comma && closed || dash.MatchString(rest[len(agency.FindString(rest)):])
}
