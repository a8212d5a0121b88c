package dateline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/calendar"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/register"
)

var (
	// InPlace is what stands before a place in a sentence.
	InPlace = regexp.MustCompile(`^[\s\x{00a0},.]*(?:[Вв]о?|[Нн]а|[Ii]n|[Aa]t)[\s\x{00a0}]+(?:(?:г|гор)\.[\s\x{00a0}]*|(?:г|город[еа]?|the city of)[\s\x{00a0}]+|столице[\s\x{00a0}]+\p{L}+[\s\x{00a0}]+|the )?`)
	// closing ends a dateline before the sentence.
	closing = regexp.MustCompile(`^[\s\x{00a0}]*(?:[–—:։|]|-[\s\x{00a0}]|\.[\s\x{00a0}])`)
	// ClosesDay ends one behind its day, perhaps behind who reports.
	ClosesDay = regexp.MustCompile(reporterInCapitals + `|^[\s\x{00a0}.,)\]]*` + WhoReports + `?[\s\x{00a0}.]*(?:[–—:։|]|-{1,2}[\s\x{00a0}])|^[)\]]?(?:[\s\x{00a0}]*` + WhoReports + `)?\.[\s\x{00a0}]`)
	// Dash is one before the sentence.
	Dash = regexp.MustCompile(`^[\s\x{00a0}.,]*(?:/[\s\x{00a0}]*)?(?:[–—:։|]|-{1,2}[\s\x{00a0}])`)
)

// inBrackets is how some datelines stand: "[Vienna, 11 September 2024]".
var inBrackets = regexp.MustCompile(`^[\[(]([^\])\n]{5,100})[\])]`)

// bracketedOff reads a dateline in brackets before the sentence.
func bracketedOff(lead string) (o Dateline, ok bool) {
	m := inBrackets.FindStringSubmatch(lead)
	if m == nil {
		return Dateline{}, false
	}
	o, ok = Of(m[1], false)
	return o, ok && o.Dated
}

// closesText is what stands between brackets at the end of a text.
var closesText = regexp.MustCompile(`\(([^()\n]{6,80})\)\.?$`)

// ClosingOf reads where and when a text says that it is from at its end, between brackets: "… (Toruń, 9.01.2025)".
func ClosingOf(text string) Dateline {
	m := closesText.FindStringSubmatch(text)
	if m == nil {
		return Dateline{}
	}
	if d, ok := Of(m[1], false); ok && d.Dated && gazetteer.At(d.Place) != "" {
		return d
	}
	return Dateline{}
}

// writer begins a lead by who wrote it: "Ann Example, Turku – The …".
var writer = regexp.MustCompile(`^(?:By\s)?\p{Lu}\p{Ll}[\p{L}-]*(?:\s\p{Lu}[\p{L}.’'-]*){1,2},\s`)

// BehindReporter is a lead without who reports it or who wrote it, where these stand before its town: "(ANSA) - ROMA, 24 OTT - …".
func BehindReporter(lead string) string {
	if m := Agency.FindString(lead); strings.HasPrefix(m, "(") && !wording.InCyrillic(lead) { // "(Press-News.org) WASHINGTON, D.C. – …"
		return strings.TrimLeft(lead[len(m):], " -–—")
	}
	name := writer.FindString(lead)
	if name == "" || gazetteer.At(name) != "" {
		return lead
	}
	place, n := gazetteer.Known(lead[len(name):])
	if n == 0 || register.ShippedAreas()[place] || SpacedDash.FindString(lead[len(name)+n:]) == "" { // "Green Sample, Wyoming – …"
		return lead
	}
	return lead[len(name):]
}

// OpeningReach is how long the start of a lead is, in bytes.
const OpeningReach = 600

// chineseWire is the dateline of a Chinese agency: 新华社比什凯克5月16日电.
var chineseWire = regexp.MustCompile(`^(?:新华社|中新社|中新网|人民网)(\p{Han}{2,8}?)\d{1,2}月\d{1,2}日电`)

// SpacedDashes puts spaces around the dashes that a wire runs together with its words.
var SpacedDashes = strings.NewReplacer("--", " -- ", "—", " — ")

// OpeningOf reads the start of a lead.
func OpeningOf(lead string) Dateline {
	lead = SpacedDashes.Replace(lead[:wording.Boundary(lead, OpeningReach)]) // a wire runs them together
	if o, ok := bracketedOff(lead); ok {
		return o
	}
	if name := PlaceInBrackets(lead); name != "" && !wording.InCyrillic(lead) { // "(Washington, DC) -- A …"
		return Dateline{Located: true, Place: name}
	}
	lead = BehindReporter(lead)
	if m := chineseWire.FindStringSubmatch(lead); m != nil {
		return Dateline{Dated: true, Located: true, Place: m[1]}
	}
	if o, ok := PlaceFirst(lead); ok {
		return o
	}
	o, rest := DayFirst(lead)
	if strings.HasSuffix(lead[:len(lead)-len(rest)], ",") {
		rest = "," + rest
	}
	return o.behind(rest)
}

// behind reads the place in what stands behind a day.
func (o Dateline) behind(rest string) Dateline {
	if name, told := placeElsewhere(rest); name != "" && (o.Dated || told) {
		o.Located, o.Place = true, name
		return o
	}
	if name := PlaceInBrackets(rest); o.Dated && name != "" {
		o.Located, o.Place = true, name
		return o
	}
	if m := InPlace.FindString(rest); m != "" && (o.Dated || !strings.HasPrefix(m, ".")) {
		first, _ := utf8.DecodeRuneInString(rest[len(m):])
		o.Located = unicode.IsUpper(first)
		o.Place = gazetteer.At(rest[len(m):])
		return o
	}
	if name := placeParted(rest); o.Dated && name != "" {
		o.Located, o.Place = true, name
	}
	return o
}

// placeParted reads a place that a sign parts from what is before it and one from what follows.
func placeParted(rest string) string {
	m := Separators.FindString(rest)
	if m == "" {
		return ""
	}
	name, n, sure := LeadingPlace(rest[len(m):], false)
	after := rest[len(m)+n:]
	if n == 0 {
		return ""
	}
	if reporter := Agency.FindString(strings.TrimLeft(after, " \u00a0")); reporter != "" { // «5 октября, Минск /Корр. БЕЛТА/. …»
		_, after, _ = strings.Cut(after, reporter)
		sure = sure || strings.HasPrefix(reporter, "/") && !gazetteer.IsNoPlace(name)
	}
	if sure && (closing.MatchString(after) || strings.TrimSpace(after) == "") || Dash.MatchString(after) && strings.ContainsAny(m, "–—-") || betweenCommaAndDash(m, rest[len(m):len(m)+n], after) {
		return name
	}
	return ""
}

// betweenCommaAndDash reports whether an unknown name stands as a place does between a day and its sentence: "April 22, 2024,
// Samplewick – The Council …".
func betweenCommaAndDash(before, name, after string) bool {
	parted := SpacedDash.FindString(after)
	return strings.HasPrefix(before, ",") && parted != "" && wording.StartsSentence(after[len(parted):]) && !gazetteer.IsNoPlace(name) && strings.ToUpper(name) != name
}

// SpacedDash parts a dateline from its sentence.
var SpacedDash = regexp.MustCompile(`^[\s\x{00a0}]+(?:[–—]|-{1,2})[\s\x{00a0}]+`)

// PlaceInBrackets reads a place between brackets with a dash behind them: "May 20, 2025 (Toronto, ON) – …".
func PlaceInBrackets(rest string) string {
	rest = strings.TrimLeft(rest, " \u00a0")
	m := inBrackets.FindStringSubmatch(rest)
	if m == nil {
		return ""
	}
	behind := rest[len(m[0]):]
	if name, n, sure := LeadingPlace(m[1], false); n == len(m[1]) && !gazetteer.IsPublisher(name) && (Dash.MatchString(behind) || sure && behind != "" && wording.StartsSentence(strings.TrimPrefix(behind, " "))) {
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
		return gazetteer.At(rest[len(m):]), false
	}
	m := behindDay.FindStringSubmatch(rest)
	if m == nil {
		return "", false
	}
	if town := m[1] + m[2]; town != "" {
		return town, true
	}
	if unicode.Is(unicode.Armenian, []rune(m[3])[0]) || gazetteer.At(m[3]) != "" || strings.ContainsAny(strings.ToLower(rest), wording.NotRussian) { // no «Победа»
		return m[3], false
	}
	return "", false
}

// DayFirst reads a day at the start of a lead, and returns what follows it.
func DayFirst(lead string) (o Dateline, rest string) {
	if d := calendar.DayAt(lead); d.Length > 0 {
		return Dateline{Date: d.From, Dated: true}, lead[d.Length:]
	}
	if n := calendar.WithoutYear(lead); n > 0 {
		return Dateline{Dated: true}, lead[n+len(someYear.FindString(lead[n:])):]
	}
	if m := shortMonth.FindStringSubmatch(lead); m != nil {
		return Dateline{Dated: true}, lead[len(m[1]):]
	}
	return Dateline{}, lead
}

// shortMonth is a day with the first letters of its month, as the wires of Italy, Spain and Portugal have it before who reports or a dash: "ROMA, 24
// OTT - …", "Madrid, 12 ene (EFE).- …".
var shortMonth = regexp.MustCompile(`^(\d{1,2}/\d{1,2}|\d{1,2}\s(?i:gen|mag|giu|lug|set|ott|dic|ene|abr|ago|fev|out|dez)\.?)\s?[-–—(]`)

// ArticleBehind is the article of a sentence behind a place.
var ArticleBehind = regexp.MustCompile(`^[\s\x{00a0}]+(?:The|A|An)[\s\x{00a0}]\p{L}`)

// StandsInCapitals reports whether an unknown name in Latin letters stands as a wire's town does: "OLYMPIA".
func StandsInCapitals(name string) bool {
	return !wording.InCyrillic(name) && strings.ToUpper(name) == name && utf8.RuneCountInString(name) > 3 && !gazetteer.IsNoPlace(name) && !ofWire.MatchString(name)
}

// ofWire are words in capitals before a sentence that are no place.
var ofWire = regexp.MustCompile(`^(?i:breaking|updated?|correct(?:ion|ed)|exclusive|notes?|warning|watch|video|photos?|analysis|background|summary|abstract|about)$`)

// TownEnd parts a place from the sentence behind it.
var TownEnd = regexp.MustCompile(`^(?:\.(?:-{1,2}[\s\x{00a0}])?|[\s\x{00a0}]*(?:[–—:։|]|-{1,2}[\s\x{00a0}]))[\s\x{00a0}]*`)

// someYear goes on with a day that is none of the calendar, or does not say its year.
var someYear = regexp.MustCompile(`^[\s\x{00a0}]+(?:\d{4}|текущего|этого)[\s\x{00a0}]*(?:года|г\.)`)

// PlaceFirst reads an agency's dateline: «МОСКВА, 26 октября 2024. /ТАСС/.», «г. Бишкек,
// 11.09.2024 –», "BISHKEK, KG - March 27, 2025 (WIRE) -", "BISHKEK (Wire) -". A sentence that
// begins with a name is none.
func PlaceFirst(lead string) (o Dateline, ok bool) {
	name, n, sure := LeadingPlace(lead, true)
	if n == 0 || n > PlaceLength {
		return Dateline{}, false
	}
	town, _, more := strings.Cut(lead[:n], ",")
	capitals := strings.ToUpper(town) == town && utf8.RuneCountInString(town) > 3
	foreign := capitals && !wording.InCyrillic(town)
	sure = sure || isReportedFrom(lead[:n], lead[n:])
	o, ok = behindPlace(lead[n:], sure, sure || capitals && (!more || foreign))
	if !ok && (!more || !foreign || !Dash.MatchString(lead[n:])) { // "PORTLAND, Ore. – …" says no day
		return Dateline{}, false
	}
	if o.Located = sure || !gazetteer.IsNoPlace(name); o.Located {
		o.Place = name
	}
	return o, true
}

// isReportedFrom reports whether an unknown town in a known country stands before who reports: "Sampleton, India - (Wire) - …"; or any before a day and
// who reports between slashes: "Bişkek, 12 Mart /Kabar/. …".
func isReportedFrom(place, behind string) bool {
	if day, comma := strings.CutPrefix(behind, ", "); comma && !gazetteer.IsNoPlace(place) {
		if _, rest := DayFirst(day); rest != day && reporterInSlashes.MatchString(rest) {
			return true
		}
	}
	if m := behindTown.FindStringSubmatch(behind); m != nil && (smallWires.Has(strings.ToLower(m[1])) || gazetteer.IsPublisher(m[1])) {
		return !gazetteer.IsNoPlace(place)
	}
	return !wording.InCyrillic(place) && gazetteer.InRegion(place) != "" && Agency.MatchString(strings.TrimLeft(behind, " \u00a0-–—"))
}

// behindTown is who reports behind a town, above a dash or a full stop: "Ludwigsburg (ots) - …".
var behindTown = regexp.MustCompile(`^\s\(([\p{L} .]{2,20})(?:/[\p{L}.-]{2,20})?\)\s*(?:[–—:.]|-{1,2})`)

// reporterInSlashes is who reports behind a day.
var reporterInSlashes = regexp.MustCompile(`^[\s\x{00a0}.,]*/[^/\n]{2,40}/`)

// separators are what parts a place from what follows, up to a wire between slashes: "TORONTO, ON / ACCESSWIRE / March 5, 2024 / …".
func separators(rest string) string {
	parted := Separators.FindString(rest)
	if at := strings.IndexByte(parted, '/'); at >= 0 && Agency.MatchString(rest[at:]) {
		return parted[:at]
	}
	return parted
}

// partPlace returns what parts a place from what is behind it: a comma where that is a day behind a colon, "Dublin, Ireland: 30
// January 2025:".
func partPlace(rest string) (parted, behind string) {
	parted = separators(rest)
	behind = rest[len(parted):]
	if day, ok := strings.CutPrefix(behind, ":"); ok {
		if day = strings.TrimLeft(day, " \u00a0"); calendar.DayAt(day).Length > 0 {
			return ",", day
		}
	}
	return parted, behind
}

// behindPlace reads what ends a dateline behind its place: a day in brackets, who reports, or a day. The place is sure where it
// is known, and said where it stands in capitals, too.
func behindPlace(rest string, sure, said bool) (o Dateline, ok bool) {
	parted, rest := partPlace(rest)
	if inner := bracketedDay(rest); inner.Dated {
		return inner, true
	}
	if said && strings.HasPrefix(parted, ".") && wireName.MatchString(rest) {
		return Dateline{}, true
	}
	if m := Agency.FindString(rest); m != "" && said {
		rest = rest[len(m):]
		o, _ = DayFirst(strings.TrimLeft(rest, " \u00a0-–—.,"))
		return o, o.Dated || Dash.MatchString(rest)
	}
	if strings.Trim(parted, " \u00a0") == "" { // "Praha 3. března 2025 – …"
		o, behind := DayFirst(rest)
		return o, sure && o.Dated && Dash.MatchString(behind)
	}
	return behindComma(parted, rest, sure, said)
}

// behindComma is behindPlace of a day that a sign parts from the place.
func behindComma(parted, rest string, sure, said bool) (o Dateline, ok bool) {
	day := rest
	o, rest = DayFirst(rest)
	rest = behindHour(rest)
	full := !o.Date.IsZero()
	switch {
	case !o.Dated:
		return o, false
	case sure, said && (full || reported.MatchString(rest)):
		return o, true
	}
	return o, (said || full) && ends(day[:len(day)-len(rest)], rest, strings.HasPrefix(parted, ","))
}

// behindHour is what follows the hour behind a day: "le 11 juin 2024 à 7h30 – …".
func behindHour(rest string) string {
	behind := strings.TrimLeft(rest, " \u00a0,")
	hour := calendar.Clock.FindString(behind)
	if hour == "" {
		return rest
	}
	return behind[len(strings.TrimRight(hour, " –—-")):]
}

// wireName is who reports behind a place alone, in capitals, or in one of them within: «АСТАНА. КАЗИНФОРМ – …», "ASTANA. QazAqparat – …".
var wireName = regexp.MustCompile(`^(?:\p{Lu}{4,}(?:[\s\x{00a0}]\p{Lu}{4,})?|\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+)[\s\x{00a0}](?:[–—]|-{1,2})[\s\x{00a0}]`)

// WhoReports is who reports, «/ТАСС/» or "(Wire)", within what ends a dateline.
const WhoReports = `(?:/[^/\n]{2,40}/|\([^()\n]{2,40}\))`

// reporterInCapitals is who reports behind a day and a comma: "EREVAN, 6 OCTOBRE, ARMENPRESS. Le …".
const reporterInCapitals = `^,[\s\x{00a0}]\p{Lu}[\p{Lu}-]{3,}[.:][\s\x{00a0}]`

// reported ends a dateline behind a day by who reports: "June 19 (Wire) --".
var reported = regexp.MustCompile(reporterInCapitals + `|^[\s\x{00a0}.,]*` + WhoReports + `[\s\x{00a0}.,]*(?:[–—:։|]|-{1,2}[\s\x{00a0}])`)

// bracketedDay reads a day in brackets at the start of text, perhaps behind who reports: "(Example Wire - May 6, 2025)".
func bracketedDay(text string) (o Dateline) {
	m := inBrackets.FindStringSubmatch(text)
	if m == nil {
		return Dateline{}
	}
	day := m[1][strings.LastIndex(m[1], " - ")+1:]
	day = strings.TrimPrefix(day, "- ")
	if d := calendar.DayAt(day); d.Length == len(day) {
		return Dateline{Date: d.From, Dated: true}
	}
	return Dateline{}
}

// ends reports whether a dateline ends behind its day: with a dash, perhaps behind who reports, or, where a
// comma stands before the day, with a full stop.
func ends(day, rest string, comma bool) bool {
	closed := closing.MatchString(rest) || strings.HasSuffix(day, ".") // of the word for the year
	rest = strings.TrimLeft(rest, " \u00a0.,")
	return comma && closed || Dash.MatchString(rest[len(Agency.FindString(rest)):])
}
