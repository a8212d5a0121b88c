package template

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/wordset"
)

// englishPrepositions may begin what a person fills in; then they stand in the
// place of the template's own.
var englishPrepositions = wordset.Of(`about after against ahead among at before between by concerning during
	following for from in of on over regarding to under with
	aboard across inside near off outside throughout via within along around behind beyond opposite`)

func (f *filling) englishDate(d release.Date, p placeholder) string {
	switch p.word {
	case day:
		return f.house.English.Day(d)
	case span:
		return f.house.English.FromTo(d, d)
	case weekday:
		return d.Time().Weekday().String()
	case on:
		return "on " + d.Time().Weekday().String()
	}
	return f.house.English.Date(d)
}

func (f *filling) englishDates(from, until release.Date, p placeholder) string {
	switch p.word {
	case day:
		return f.house.English.Days(from, until)
	case span:
		return f.house.English.FromTo(from, until)
	}
	return f.house.English.Dates(from, until)
}

// foreignPlace is a place in a language other than Russian. Only English gets a
// preposition: what others say for «in» is left to the person.
func (f *filling) foreignPlace(p placeholder, known register.Place) string {
	name := known.Name
	if own := known.In(f.template.Language); own != "" {
		name = own
	}
	switch {
	case p.word != in:
		return f.untranslated(p, withOwnArticle(name))
	case f.template.Language != "en":
		return f.leave(p, name)
	case f.bringsPreposition(name):
		return name
	}
	if where, ok := onOrAtPlace(name); ok {
		return where
	}
	return "in " + withCountryArticle(f.untranslated(p, name))
}

// onOrAtPlace is a known place on which or at which one is; it is not ok for one in which one is.
func onOrAtPlace(name string) (where string, ok bool) {
	switch last := name[strings.LastIndexByte(name, ' ')+1:]; {
	case housesByName.MatchString(name):
		return "at the " + strings.TrimPrefix(name, "the "), true
	case strings.HasPrefix(name, "Cape ") && !capeTowns.Has(last):
		return "at " + name, true
	case last == "Residence" || last == "Palace" && strings.Count(name, " ") > 1:
		return "at the " + name, true
	case strings.HasPrefix(name, "Isle of "):
		return "on the " + name, true
	case isRaised(name, last):
		return "on " + name, true
	case last == "Peninsula":
		return "on the " + strings.TrimPrefix(name, "the "), true
	case len(last) < len(name) && (sites.Has(last) || last == "range" || strings.HasPrefix(name, "Camp ") || strings.HasPrefix(name, "Lake ")):
		return "at " + name, true
	}
	return "", false
}

// capeTowns end names of towns, states and islands called after a cape: Cape Town.
var capeTowns = wordset.Of("Town Verde Coast Breton Girardeau")

// isRaised reports an island or a mountain, of which last is the last word: Probny Island, the Isle of Probny.
func isRaised(name, last string) bool {
	name = strings.TrimPrefix(name, "the ")
	return last == "Island" || strings.HasPrefix(name, "Isle of ") || strings.HasPrefix(name, "Mount ")
}

// englishList joins names as a sentence does; those that have commas of their
// own are parted by semicolons.
func (f *filling) englishList(all []string) string {
	and := map[string]string{"en": "and", "kk": "және", "ky": "жана", "tg": "ва", "hy": "և", "be": "і", "uk": "і", "uz": "va", "uz-Cyrl": "ва"}[f.template.Language]
	n := len(all)
	switch {
	case n < 2:
		return strings.Join(all, "")
	case and == "": // left to the person
		return strings.Join(all, ", ")
	case !strings.Contains(strings.Join(all, ""), ", "):
		return grammar.Enumerate(all, and)
	case n == 2:
		first := all[0]
		if strings.Contains(first, ", ") {
			first += ","
		}
		return first + " " + and + " " + all[1]
	}
	return strings.Join(all[:n-1], "; ") + "; " + and + " " + all[n-1]
}

// englishPhrase writes a text in a template of another language than Russian.
func (f *filling) englishPhrase(p placeholder, text string) string {
	switch {
	case f.template.Language != "en", p.quoted, f.template.field(p.field).Named: // words that the template quotes stay, and names
		return text
	case p.within && p.word != in:
		if joined := withAndBetweenNames(text); joined != text {
			return f.englishThing(p, joined)
		}
		return f.englishThing(p, f.listOfTwo(p, text))
	}
	return f.englishThing(p, text)
}

// englishThing is englishPhrase of a text whose parts are joined.
func (f *filling) englishThing(p placeholder, text string) string {
	switch {
	case p.word == in:
		return f.englishWhere(p, text)
	case p.within && strings.Contains(text, "; "):
		return f.englishTopics(p, strings.Split(text, "; "))
	case p.word == bare:
		return withoutArticle(text)
	case p.word == the:
		return f.definite(p, text)
	case isAction(text):
		return text
	case p.alone || p.listed:
		return text
	case needsArticle(text) || f.isSomebodys(text):
		return f.definite(p, text)
	case sharesOf(text):
		f.guess(Guess{p.field, text, asWritten("the " + text)})
		return "the " + text
	}
	return withArticlesInList(text)
}

// englishWhere is a text that says where something is, with the preposition that it brings or the one of such places.
func (f *filling) englishWhere(p placeholder, text string) string {
	if m := hourBeside.FindStringSubmatch(text); m != nil { // lobby, 8.30
		return f.englishWhere(p, m[1]) + " " + f.time(placeholder{field: p.field, word: at}, m[2])
	}
	if m := hourAtEnd.FindStringSubmatch(text); m != nil { // at the gate at 8:00
		return f.englishWhere(p, m[1]) + " at " + f.clock(m[2])
	}
	if m := hourAtStart.FindStringSubmatch(text); m != nil { // at 8:00 at the north gate
		return "at " + f.clock(m[1]) + m[2]
	}
	if f.bringsPreposition(text) || text == "online" {
		if _, place, _ := strings.Cut(text, " "); lacksArticle(place) { // at west entrance
			f.guess(Guess{p.field, text, asWritten(text)})
		}
		return text
	}
	if m := hourBefore.FindStringSubmatch(text); m != nil { // 5.45 pm, lobby
		return f.time(placeholder{field: p.field, word: at}, m[1]) + " " + f.englishWhere(p, m[2]+m[3])
	}
	return f.doubtedPlace(p, text, englishWhere(text))
}

// definite is a text with the article, unless it is a birthday, or the appointment on which
// one is congratulated, which is somebody's: whose, nobody tells.
func (f *filling) definite(p placeholder, text string) string {
	if who, ok := f.namedInText(p, text); ok {
		return who
	}
	whole := withBodiesNamed(f.doubtedName(p, text, withArticle(text)))
	f.doubtList(p, text, whole)
	f.doubtBehindLinks(p, asWritten(whole))
	if !f.isSomebodys(text) && (!strings.HasSuffix(text, "birthday") || whole != "the "+text) {
		return whole
	}
	theirs := "their " + withArticlesInList(text)
	f.guess(Guess{p.field, text, asWritten(theirs)})
	return theirs
}

// isSomebodys reports on what of their own somebody is congratulated: appointment, «election as
// chair».
func (f *filling) isSomebodys(text string) bool {
	return f.template.Kind == release.Congratulation && ownOccasion.MatchString(text)
}

var ownOccasion = regexp.MustCompile(`^(?:\d+(?:st|nd|rd|th) birthday|appointment|reappointment|election|re-election|promotion|inauguration|wedding|wedding anniversary|marriage|retirement|accession|enthronement|coronation|investiture|victory|win|triumph|success|(?:[a-z]+ )?record|(?:first|second|third|fourth|new) term|(?:successful|brilliant|historic) [a-z]+)(?: (?:as|to|in|at|on|of|and) .*)?$`)

// englishBehind is a value with the text before it as English has the two together: years since what was done
// on a day, "150 years since the birth", and an aim that was typed as a verb, "The aim is to improve".
func (f *filling) englishBehind(j *joint, before string, p placeholder, field Field, value string) (kept, written string) {
	if f.template.Language != "en" || field.Kind != Text || p.word == in {
		return before, value
	}
	if cut, of := strings.CutSuffix(before, " of "); of && spanOfYears.MatchString(j.value) && deedOfADay.MatchString(value) {
		return cut + " since ", value
	}
	if action := actionBehind(before, value); action != value {
		if !isAction(value) { // a thing and what is done: "the reduction of duties and creating a group"
			f.guess(Guess{p.field, f.given(field).Text, action})
		}
		f.doubtBehindLinks(p, action)
		return before, action
	}
	return before, f.topicBehind(before, p, value)
}

// actionBehind is a value that says what somebody does, in the form that the text before it asks for: "The aim is to
// improve", "provides for improving", "discussed how to improve". Other values stay.
func actionBehind(before, value string) string {
	provides := strings.HasSuffix(before, " provides for ") || strings.HasSuffix(before, " provide for ")
	switch action, ok := actionOf(value); {
	case !ok && provides && strings.Contains(value, " and to "):
		first, then, _ := strings.Cut(value, " and to ")
		if strings.HasPrefix(first, "the ") && strings.Contains(first, "ing ") { // the sharing of methods
			first = first[len("the "):]
		}
		return first + " and " + asGerunds(then)
	case !ok:
	case strings.HasSuffix(before, " is "):
		return "to " + action
	case provides, action != value && (strings.HasSuffix(before, " about ") || strings.HasSuffix(before, " on ")):
		return asGerunds(action)
	case strings.HasSuffix(before, "ed "):
		return "how to " + action
	}
	return value
}

// spanOfYears is how long something has been, deedOfADay what was done on one day, and aims are the verbs that
// say what something is for.
var (
	spanOfYears = regexp.MustCompile(`(?:^|\s)(?:years?|century|centuries|decades?)$`)
	deedOfADay  = regexp.MustCompile(`^(?:the )?(?:[\p{L}-]+ )?(?:birth|death|founding|foundation|opening|signing|adoption|establishment|creation|launch|premiere|beginning|start|end|publication|discovery|flight|landing|accession|entry|conclusion) (?:of|to|into|on)\b`)
	aims        = wordset.Of(`achieve assess boost check combat consolidate coordinate counter defend demonstrate deter develop eliminate enhance ensure establish evacuate expand facilitate
		familiarise familiarize find foster help hone identify implement improve increase maintain master optimise perfect popularise popularize practise prepare preserve prevent promote protect provide raise reduce
		accelerate adapt address attract bring build clear close complete conserve create cut deepen deliver determine disrupt draw encourage end exchange explain explore fight form gain give guarantee harmonise inform integrate intensify introduce keep learn limit make meet mobilise modernise neutralise open preserve rescue resolve respond restore simplify show solve speed stop streamline support sustain teach tackle unite update
		refine rehearse save secure strengthen teach verify`)
)

// englishTopics joins topics that were parted by semicolons as a sentence does.
func (f *filling) englishTopics(p placeholder, all []string) string {
	for i, one := range all {
		all[i] = f.englishThing(p, one)
	}
	return f.englishList(all)
}

var timeOfDay = regexp.MustCompile(`^(\d{1,2})[.:](\d{2})$`)

// hourBeside is a place with the time at which one is there behind a comma, hourAtEnd one with it behind an "at", hourAtStart one with it first.
var (
	hourAtStart = regexp.MustCompile(`^at (\d{1,2}[.:]\d{2})((?: (?:at|in|on|near|outside|by|opposite) .+)?)$`)
	hourBeside  = regexp.MustCompile(`^(.*[\p{L}\d]), (?:at )?(\d{1,2}[.:]\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)$`)
	hourAtEnd   = regexp.MustCompile(`^(.*[\p{L}\d]) at (\d{1,2}[.:]\d{2})$`)
)

// clock writes a time of the day that was typed in figures as English has it;
// other texts stay, and so does what Russian has: «11.00» and «11:00» are both usage.
func (f *filling) clock(text string) string {
	m := timeOfDay.FindStringSubmatch(text)
	if m == nil || f.template.Language != "en" {
		return text
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	if hour > 24 || minute > 59 {
		return text
	}
	return f.house.English.Time(hour, minute)
}

// untranslated is a name or a post of which nothing is known in the template's
// language. What stands there in Russian is noted, for a person to look at.
func (f *filling) untranslated(p placeholder, text string) string {
	if !f.russian() && hasCyrillic(text) {
		f.guess(Guess{p.field, text, text})
	}
	return text
}

// isOtherLanguage reports a text that was typed in Russian for English, or in
// English for Russian, where names, addresses and abbreviations may stand alone.
func (f *filling) isOtherLanguage(text string) bool {
	if !f.russian() {
		return f.template.Language == "en" && hasCyrillic(text)
	}
	if hasCyrillic(text) {
		return false
	}
	return slices.ContainsFunc(strings.Fields(text), englishWord.MatchString)
}

var englishWord = regexp.MustCompile(`^[("“]?[a-z]{2,}[)"”,.;:!?]*$`)

// isEnglishPlace reports a place that the program knows by its English name.
func isEnglishPlace(text string) bool {
	if city, isSaint := strings.CutPrefix(strings.Replace(text, "St. ", "St ", 1), "St "); isSaint {
		text = "Saint " + city
	}
	return slices.ContainsFunc(register.Shipped(), func(p register.Place) bool { return p.English == text })
}

func hasCyrillic(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) >= 0
}
