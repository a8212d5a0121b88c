package intake

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
	"communique/editor/intake/contact"
	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/wordset"
)

// weighPlace takes the town for which most speaks where no dateline says where a text is from: the one that its lead says something happened in, or
// else that of the address of the office. It is a guess, and told as one; Russian texts have readers of their own.
func (r *reader) weighPlace() {
	if r.Release.Place != "" || r.Release.Language == "ru" {
		return
	}
	lead := wording.FirstSentence(r.Release.Lead)
	if r.isOfOtherDay(lead) {
		lead = ""
	}
	for _, town := range []string{r.townIn(lead), r.agreedTown(lead)} {
		if town != "" {
			r.guessPlace(town, layout.Paragraph{Text: lead})
			return
		}
	}
	for _, of := range []func() (string, layout.Paragraph){r.townOfAddress, r.townOfVenue} {
		if town, line := of(); town != "" {
			r.guessPlace(town, line)
			return
		}
	}
}

// venue is a line of an invitation that says where it will be.
var venue = regexp.MustCompile(`^(?i:where|venue|place|location|address|ort|wo|lieu|où|lugar|dónde|local|luogo|dove|gdzie|miejsce|yer|місце|месца|жері|өтетін жері|орду|ҷой|joy|manzil)\s*:\s*\S`)

// townOfVenue is the known town of the only line that says where something will be, and the line.
func (r *reader) townOfVenue() (town string, line layout.Paragraph) {
	for _, l := range r.all[:min(len(r.all), weighedAbove)] {
		if l.Kind != layout.Text || len(l.Text) > longestOfDay || !venue.MatchString(l.Text) {
			continue
		}
		if town != "" {
			return "", layout.Paragraph{}
		}
		if town, line = lastTown(l.Text), l; town == "" {
			return "", layout.Paragraph{}
		}
	}
	return town, line
}

// isOfOtherDay reports whether a sentence says something of a day before that of the text: it was not written there then.
func (r *reader) isOfOtherDay(sentence string) bool {
	date := r.Release.Date
	day, ok := grammar.ParseDate(calendar.FirstWithoutYear(sentence[:wording.Boundary(sentence, dateline.OpeningReach)]) + " " + strconv.Itoa(date.Year))
	return ok && !date.IsZero() && day.Compare(date) < 0
}

// guessPlace takes a place, and tells by which line.
func (r *reader) guessPlace(town string, line layout.Paragraph) {
	r.Release.Place = town
	r.Tell(repair.PlaceWeighed, release.PlaceField, line)
}

// locatives are what stands before a town in which something is, by the language of the text.
var locatives = sync.OnceValue(func() map[string]*regexp.Regexp {
	return map[string]*regexp.Regexp{
		"en": regexp.MustCompile(`(?:^|[\s(])(?:[Ii]n|[Aa]t)\s(?:the city of\s|downtown\s|central\s)?`),
		"de": regexp.MustCompile(`(?:^|[\s(])(?:[Ii]n)\s(?:der Stadt\s)?`),
		"fr": regexp.MustCompile(`(?:^|[\s(])(?:[Àà]|A)\s`),
		"es": regexp.MustCompile(`(?:^|[\s(])(?:[Ee]n)\s(?:la ciudad de\s)?`),
		"pt": regexp.MustCompile(`(?:^|[\s(])(?:[Ee]m)\s`),
		"it": regexp.MustCompile(`(?:^|[\s(])(?:[Aa]|ad)\s`),
		"nl": regexp.MustCompile(`(?:^|[\s(])(?:[Ii]n|[Tt]e)\s`),
		"ro": regexp.MustCompile(`(?:^|[\s(])(?:[Ll]a|[Îî]n)\s`),
		"pl": regexp.MustCompile(`(?:^|[\s(])(?:[Ww]e?)\s`),
		"cs": regexp.MustCompile(`(?:^|[\s(])(?:[Vv]e?)\s`),
		"sk": regexp.MustCompile(`(?:^|[\s(])(?:[Vv]o?)\s`),
		"sl": regexp.MustCompile(`(?:^|[\s(])(?:[Vv])\s`),
		"sr": regexp.MustCompile(`(?:^|[\s(])(?:[Uu]|[Уу])\s`),
		"hr": regexp.MustCompile(`(?:^|[\s(])(?:[Uu])\s`),
		"bs": regexp.MustCompile(`(?:^|[\s(])(?:[Uu])\s`),
		"bg": regexp.MustCompile(`(?:^|[\s(])(?:[Вв]ъ?в?)\s`),
		"uk": regexp.MustCompile(`(?:^|[\s(])(?:[УуВв])\s(?:місті\s)?`),
		"be": regexp.MustCompile(`(?:^|[\s(])(?:[УуЎў])\s(?:горадзе\s)?`),
		"tg": regexp.MustCompile(`(?:^|[\s(])(?:[Дд]ар)\s(?:шаҳри\s)?`),
	}
})

// locativeEnding is a town with the ending that says that something is in it, in the languages of Central Asia, of Turkey and of Armenia.
var locativeEnding = regexp.MustCompile(`(?:^|[\s«"“(])(\p{Lu}[\p{L}‘ʻ-]*?)(?:['’]?(?:da|de|ta|te|də)|да|де|та|те|до|дө|то|тө|ում|\s(?:қаласында|шаарында|шаҳрида|shahrida|şəhərində|քաղաքում))(?:\s|[,.]|$)`)

// caseEndings are those of a town behind a preposition in the Slavic languages, each with the endings of the nominative that it may stand for.
var caseEndings = []struct{ ending, nominatives string }{
	{"owie", "ów"},
	{"niu", "ń"},
	{"ciu", "ć"},
	{"ie", ",a,ia"},
	{"iu", "ia,ie,"},
	{"ové", "ov"},
	{"ě", "a,"},
	{"u", ",o,a"},
	{"i", "a,y,ia,"},
	{"e", "a,"},
	{"y", "a,"},
	{"еві", "ев"},
	{"і", "а,я,о,ь,"},
	{"у", ",о"},
	{"и", "а,ь,"},
	{"е", "а,"},
	{"ы", "а,"},
}

// townIn is the only known town that a sentence says something was or is in; "" where it names several, or where something is still to be.
func (r *reader) townIn(sentence string) (only string) {
	sentence = sentence[:wording.Boundary(sentence, dateline.OpeningReach)]
	if r.Release.Language == "en" && !happened.MatchString(sentence) {
		return ""
	}
	for _, town := range r.townsIn(sentence) {
		if only != "" && town != only {
			return ""
		}
		only = town
	}
	return only
}

// happened tells of a sentence that something was on a day, or is of the kind that takes place somewhere.
var happened = regexp.MustCompile(`(?:^|[^\p{L}])(?i:today|yesterday|this (?:morning|afternoon|evening|week)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|took place|taken place|held|opened|opens|reopened|reopens|met|meets|signed|hosted|hosts|gathered|convened|kicked off|launched|inaugurated|visited|arrived|concluded|attended|addressed|unveiled|received|inaugurated|meetings?|sessions?|summits?|conferences?|forums?|ceremony|ceremonies)(?:[^\p{L}]|$)`)

// agreedTown is a name that nobody knows where the lead says that something is in it, and the headline says so, too, or the address of the office:
// "Bridge works to begin in Sampleby".
func (r *reader) agreedTown(lead string) string {
	language, _, _ := strings.Cut(r.Release.Language, "-")
	before, ok := locatives()[language]
	if !ok {
		for _, m := range locativeEnding.FindAllStringSubmatch(lead[:wording.Boundary(lead, dateline.OpeningReach)], -1) {
			if mayBeTown(m[1]) && strings.Contains(r.Release.Headline, strings.TrimRight(m[0], " ,.")) {
				return m[1]
			}
		}
		return ""
	}
	for _, m := range before.FindAllStringIndex(lead[:wording.Boundary(lead, dateline.OpeningReach)], -1) {
		n := gazetteer.NameAt(lead[m[1]:], false)
		name := lead[m[1] : m[1]+n]
		if !mayBeTown(name) || calendar.IsMonth(name) || isSpot(name) || !r.saysTownAgain(name, before) {
			continue
		}
		if name = r.nominative(name, language); name != "" {
			return name
		}
	}
	return ""
}

// mayBeTown reports whether a name that nobody knows may be a town's.
func mayBeTown(name string) bool {
	return utf8.RuneCountInString(name) >= shortestTown && !gazetteer.IsNoPlace(name) && !isState(name)
}

// isSpot reports whether a name is one of a spot in a town: "Riverside Park".
func isSpot(name string) bool {
	_, last, more := strings.Cut(name, " ")
	return more && (street.MatchString(name) || spotNouns.Has(strings.ToLower(wording.LastWord(last))))
}

// spotNouns are what spots in a town are called by.
var spotNouns = wordset.Of(`park hall square centre center stadium arena garden gardens bridge station airport harbor harbour building tower library museum theater theatre hotel palace hospital campus church cathedral school university college court house market mall beach lake river island platz park bahnhof halle`)

// inCases are the languages in which a town behind a preposition does not stand as it is called.
var inCases = map[string]bool{"pl": true, "cs": true, "sk": true, "sl": true, "sr": true, "hr": true, "bs": true, "uk": true, "be": true}

// nominative is what a town behind a preposition is called: in these languages, as far as the text says it elsewhere; "" where it does not.
func (r *reader) nominative(name, language string) string {
	if !inCases[language] {
		return name
	}
	for _, c := range caseEndings {
		stem, ok := strings.CutSuffix(name, c.ending)
		if !ok || utf8.RuneCountInString(stem) < shortestTown-1 {
			continue
		}
		for nominative := range strings.SplitSeq(c.nominatives, ",") {
			if town := stem + nominative; r.hasWord(town) {
				return town
			}
		}
	}
	return ""
}

// hasWord reports whether a line of the text has a word, by itself.
func (r *reader) hasWord(word string) bool {
	return slices.ContainsFunc(r.all[:min(len(r.all), weighedAbove)], func(l layout.Paragraph) bool {
		before, behind, ok := strings.Cut(l.Text, word)
		last, _ := utf8.DecodeLastRuneInString(before)
		return ok && wording.EndsWord(behind) && !unicode.IsLetter(last)
	})
}

// saysTownAgain reports whether the headline says that something is in a town, or an address has it behind its postcode.
func (r *reader) saysTownAgain(name string, before *regexp.Regexp) bool {
	for _, m := range before.FindAllStringIndex(r.Release.Headline, -1) {
		if behind, ok := strings.CutPrefix(r.Release.Headline[m[1]:], name); ok && wording.EndsWord(behind) && r.Release.Language != "de" { // all its nouns have capitals: "in Betrieb"
			return true
		}
	}
	return slices.ContainsFunc(r.all, func(l layout.Paragraph) bool {
		return len(l.Text) <= longestOfDay && strings.Contains(l.Text, name) && zipped.MatchString(l.Text)
	})
}

// townsIn are the known towns that a sentence says something is in.
func (r *reader) townsIn(sentence string) (towns []string) {
	language, _, _ := strings.Cut(r.Release.Language, "-")
	before, ok := locatives()[language]
	if !ok {
		for _, m := range locativeEnding.FindAllStringSubmatch(sentence, -1) {
			if town := gazetteer.At(m[1]); town != "" && !isState(town) && endsAt(m[1]) {
				towns = append(towns, town)
			}
		}
		return towns
	}
	for _, m := range before.FindAllStringIndex(sentence, -1) {
		if language == "en" && dateline.ToCome.MatchString(sentence[:m[1]]) {
			continue
		}
		if town := townAfter(sentence[m[1]:]); town != "" && !isState(town) {
			towns = append(towns, town)
		}
	}
	return towns
}

// endsAt reports whether a known name takes all of a word.
func endsAt(word string) bool { _, n := gazetteer.Known(word); return n == len(word) }

// townAfter is the known town at the start of text, behind a preposition, in the case that this asks for.
func townAfter(text string) string {
	if town, n := gazetteer.Known(text); n > 0 && !goesOnAsName(text[n:]) {
		return town
	}
	if town := townOfTwo(text); town != "" {
		return town
	}
	word := gazetteer.NameWord.FindString(text)
	if utf8.RuneCountInString(word) < shortestTown || goesOnAsName(text[len(word):]) {
		return ""
	}
	word = strings.TrimRight(word, ".")
	for _, c := range caseEndings {
		stem, ok := strings.CutSuffix(word, c.ending)
		if !ok {
			continue
		}
		for nominative := range strings.SplitSeq(c.nominatives, ",") {
			if name := gazetteer.At(stem + nominative); name != "" && endsAt(stem+nominative) {
				return name
			}
		}
	}
	return ""
}

// adjectiveTown is a town of two words behind a preposition, of which the first is an adjective: "Novom Sadu".
var adjectiveTown = regexp.MustCompile(`^(\p{Lu}\p{L}+)(?:om|oj|ом|ој)\s(\p{Lu}\p{L}+)`)

// townOfTwo is such a town, where it is known.
func townOfTwo(text string) string {
	m := adjectiveTown.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	for _, first := range []string{"i", "a", "и", "а"} {
		for _, c := range caseEndings {
			stem, ok := strings.CutSuffix(m[2], c.ending)
			if !ok {
				continue
			}
			for nominative := range strings.SplitSeq(c.nominatives, ",") {
				if name := m[1] + first + " " + stem + nominative; endsAt(name) {
					return gazetteer.At(name)
				}
			}
		}
	}
	return ""
}

// shortestTown is how many letters a town in another case has at least.
const shortestTown = 4

// goesOnName is a further word of a name behind a town, which then is none of its own: "in Boston University", "in London-based".
var goesOnName = regexp.MustCompile(`^(?:[ \x{00a0}]\p{Lu}\p{Ll}+|-\p{L}|['’]s\s)`)

// goesOnAsName reports whether a town is the first word of another name.
func goesOnAsName(behind string) bool { return goesOnName.MatchString(behind) }

// isState reports whether a place is a state, which no text is from that does not say so.
func isState(name string) bool {
	return register.ShippedAreas()[name] || register.ShippedAreas()["the "+name]
}

// townOfAddress is the town of the first address that a text has above it or below it, and the line.
func (r *reader) townOfAddress() (string, layout.Paragraph) {
	for i, l := range r.all {
		if i >= weighedAbove && i < len(r.all)-weighedBelow || len(l.Text) > longestOfDay || l.Kind != layout.Text {
			continue
		}
		for line := range strings.Lines(l.Text) {
			if line = strings.TrimSpace(line); !wording.SentenceEnd(line) && isAddressWithTown(line) {
				if town := cmp.Or(lastTown(line), zippedTown(line)); town != "" {
					return town, layout.Paragraph{Text: line, At: l.At}
				}
			}
		}
	}
	return "", layout.Paragraph{}
}

// zipped is a town beside its postcode: "16, 03046 Cottbus", "Canberra ACT 2600", "Aberdeen AB11 5NP".
var zipped = regexp.MustCompile(`(?:^|[\s,])(?:[A-Z]{1,2}-)?\d{4,6}\s\p{Lu}|\p{Lu}\p{Ll}+,?\s(?:[A-Z]{2,3}\s\d{4,6}|[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2}|\d{5,6})(?:[\s,.]|$)`)

// townBehindCode is a town, known or not, behind its postcode at the end of a line, with its country or without: "4500 Musterstadt, Switzerland".
var townBehindCode = regexp.MustCompile(`(?:^|[,·|]\s)(?:[A-Z]{1,2}-)?\d{4,5}\s(\p{Lu}\p{Ll}[\p{L}.-]*(?:\s\p{L}+){0,3}?)(?:,\s[\p{L} ]+)?$`)

// zippedTown is such a town; "" where a line has none, or a street behind the number of a house.
func zippedTown(line string) string {
	m := townBehindCode.FindStringSubmatch(line)
	if m == nil || street.MatchString(m[1]) || gazetteer.NameAt(m[1], false) != len(m[1]) || calendar.IsMonth(m[1]) || gazetteer.IsNoPlace(m[1]) {
		return ""
	}
	return m[1]
}

// street ends the name of one.
var street = regexp.MustCompile(`(?i:street|avenue|road|drive|boulevard|lane|way|parkway|highway|plaza|court|place|square|suite|floor|\sst|\save|\srd|\sdr|\sblvd)\.?$`)

// isAddressWithTown reports whether a line is an address, and no sentence with a number.
func isAddressWithTown(line string) bool {
	return (zipped.MatchString(line) || contact.Address.MatchString(line)) && calendar.DayAt(line).Length == 0
}

// lastTown is the last known town of an address: what stands before it may be a street called after another.
func lastTown(line string) (town string) {
	for i := range line {
		if i > 0 && !slices.Contains([]byte(" ,"), line[i-1]) {
			continue
		}
		if name, n := gazetteer.Known(line[i:]); n > 0 && !isState(name) && !streetOfTown.MatchString(line[i+n:]) {
			town = name
		}
	}
	return town
}

// streetOfTown is behind a town that a street is called after.
var streetOfTown = regexp.MustCompile(`^\s(?i:street|st\.|road|rd\.?|avenue|ave\.?|square|lane|straße|strasse|platz|allee|place)`)
