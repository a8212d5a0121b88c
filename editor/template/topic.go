package template

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/spelling/english"
	"communique/editor/wordset"
)

// topicBehind is an English topic behind the words of the template: what lacks an article that it can hardly be
// without gets one, and what nobody can tell is noted.
func (f *filling) topicBehind(before string, p placeholder, value string) string {
	if p.quoted || p.alone || !p.listed && !takesThing.MatchString(before) {
		return value
	}
	if isAction(value) {
		f.doubtBehindLinks(p, value)
		return value
	}
	given := f.given(*f.template.field(p.field)).Text
	if mixesDeed(value) || strings.HasSuffix(before, " is ") && mayBeDeed(value) {
		f.guess(Guess{p.field, given, value})
		return value
	}
	if report := capitalThing(value); report != "" && !p.listed {
		f.guess(Guess{p.field, given, report})
		return report
	}
	switch lacksAtStart(p, value) {
	case probably:
		if changeIn.MatchString(changeBy.ReplaceAllString(value, "")) {
			return withIndefinite(value)
		}
		value = "the " + value
		f.guess(Guess{p.field, given, value})
	case perhaps:
		f.guess(Guess{p.field, given, value})
	default:
		f.doubtBehindLinks(p, value)
	}
	return value
}

// doubtBehindLinks notes a value within which something counted has no article.
func (f *filling) doubtBehindLinks(p placeholder, value string) {
	const longest = 4000                                // bytes of a topic; what is longer is a text, each of whose links would be read with all that follows it
	if f.headline && p.listed || len(value) > longest { // as headlines have it: Exercise Path: evacuation of courtroom
		return
	}
	if lacksWithin(value) || !p.listed && slices.ContainsFunc(partsBehindFirst(value), lacksArticle) {
		f.guess(Guess{p.field, f.given(*f.template.field(p.field)).Text, value})
	}
}

// lacksAtStart is how likely a topic lacks an article, also behind the name or the people that it begins with: Olympic medal, but not US$1.5
// billion. In a list of notes none is missed.
func lacksAtStart(p placeholder, topic string) leaning {
	switch {
	case p.listed:
		return hardly
	case namedAward.MatchString(topic):
		return probably
	case strings.ContainsAny(firstWord(topic), "0123456789$€£%"):
		return wantsArticle(topic)
	}
	return wantsArticle(withoutNamesBefore(topic))
}

// namedAward is one thing of a kind behind its name: Person of the Year award.
var namedAward = regexp.MustCompile(`^\p{Lu}[\p{L}’'-]*(?: (?:of|the|for|in|\p{Lu}[\p{L}’'-]*))* (?:award|prize|medal|title|order|cup|grant|scholarship|diploma|competition|contest|project|programme|program|campaign|initiative)$`)

// lacksWithin reports a text within which something counted has no article: behind a preposition, or as what is acted on.
func lacksWithin(text string) bool {
	if strings.Contains(text, "“") {
		return false
	}
	if action, ok := actionOf(text); ok && lacksArticle(withoutVerb(action)) {
		return true
	}
	if words := strings.Fields(text); isGerund(words) && lacksArticle(strings.Join(words[1:], " ")) { // testing supply chain
		return true
	}
	return slices.ContainsFunc(behindLinks(text), lacksArticle) || isSomewhere(text) || actsOn.MatchString(text)
}

// withoutVerb is what an action acts on: readiness of teams.
func withoutVerb(action string) string {
	_, object, _ := strings.Cut(action, " ")
	return object
}

// partsBehindFirst are the parts of a list but for its first: price cap, release of reserves; not the second of two adjectives,
// "military and political situation".
func partsBehindFirst(text string) []string {
	if strings.Contains(text, "“") || isAdjective(strings.TrimSuffix(beforeAnd(text), ",")) {
		return nil
	}
	all := partsOfList(text)
	if all == nil {
		all = strings.Split(text, ", ")
	}
	return all[1:]
}

// beforeAnd is the word before the first «and».
func beforeAnd(text string) string {
	before, _, _ := strings.Cut(text, " and ")
	return before[strings.LastIndexByte(before, ' ')+1:]
}

// actsOn is what is done to how something is, which has the article: ensuring safety of fans.
var actsOn = regexp.MustCompile(`^\p{Ll}+ing (?:safety|security|readiness|quality|level|work|coordination|stability|effectiveness|efficiency|reliability|rights|interests|protection|development) of `)

// lacksArticle reports a thing, or one that something is done to, that can hardly be without an article: museum of history,
// establishing museum.
func lacksArticle(text string) bool {
	if namesSeveralGames(text) {
		return true
	}
	if words := strings.Fields(text); isGerund(words) {
		return wantsArticle(strings.Join(words[1:], " ")) != hardly
	}
	if lacksNoArticle.MatchString(text) {
		return false
	}
	switch wantsArticle(withoutNamesBefore(text)) {
	case probably:
		return true
	case perhaps: // gas market
		words := firstThing(strings.Fields(text))
		return startsSmall(text) && (len(words) == 2 || len(words) == 3 || len(words) == 1 && !standsAlone.Has(strings.Trim(words[len(words)-1], ".,;:?!")))
	}
	return false
}

// namesSeveralGames reports games told by what they are of, without an article: rowing championships.
func namesSeveralGames(text string) bool {
	words := firstThing(strings.Fields(text))
	return len(words) > 1 && !determiners.Has(words[0]) && severalGatherings.Has(strings.Trim(words[len(words)-1], ".,;"))
}

// standsAlone are counted nouns, and words of the list that are none, before which often no article stands.
var standsAlone = wordset.Of(`way sea transit justice wind panic us them him me say narrow fever plague flu cholera malaria measles cancer place part case end fact hand course turn view line light mind charge touch doubt force favour
	favor detail advance bed board foot night day noon dawn dusk prison jail class camp person phone mail post stage display duty leave demand track target average principle practice particular general common public private short full kind
	market fraud theft abuse charity chess football volleyball basketball hockey tennis boxing wrestling judo karate golf climate content grain rice meat fish milk wool silk steel iron copper cement timber wood paper rain snow fog mud sand dust heat cold
	parity faith trust honour honor grief sorrow joy love hope loyalty courage valour valor bravery wisdom beauty truth reason custom breakfast lunch dinner supper summit session office king queen president congress parliament heaven god
	prayer rest command time date effect origin exile office competition court duty terror sabotage espionage piracy trafficking hunger thirst speed weight length depth height width size shape colour color style taste value worth cost price state`)

// lacksNoArticle are beginnings of what stands behind "in" and "on" as one, and fire: in case of fire.
var lacksNoArticle = regexp.MustCompile(`^fire$|^duty$|^city hall$|^(?:case|honou?r|support|memory|view|terms|charge|favou?r|need|light|search|front|place|response|addition|relation|respect|recognition|pursuit|defen[cs]e|spite|course|behalf|board|top|account|way|means|virtue|reference|regard|accordance|line|connection|cooperation|partnership|conjunction) (?:of|to|with|for)\b`)

// isSomewhere reports one place without an article at which something is: explosion at plant.
func isSomewhere(text string) bool {
	_, place, at := strings.Cut(text, " at ")
	return at && !placesAlone.Has(firstWord(place)) && wantsArticle(place) != hardly
}

// mixesDeed reports a thing and what is to be done: a bridge, to open it.
func mixesDeed(text string) bool {
	return strings.Contains(text, " and to ") || strings.Contains(text, ", to ")
}

// mayBeDeed reports what may be something to do or a thing: test rescue equipment.
func mayBeDeed(text string) bool {
	words := strings.Fields(text)
	if len(words) < 2 || !startsSmall(text) || determiners.Has(words[0]) || englishPrepositions.Has(words[1]) || strings.HasSuffix(headOf(words), "ing") { // team building
		return false
	}
	return english.Gerund(words[0]) != ""
}

// withoutNamesBefore is a thing of which a name or an abbreviation says which it is, without that: the office of "EIB office".
func withoutNamesBefore(text string) string {
	words := strings.Fields(text)
	at := 0
	for at < len(words) && !startsSmall(words[at]) && !isOwner(words[at]) && !strings.ContainsAny(words[at], ",;") {
		at++
	}
	if at == 0 || at == len(words) || endsNoun.Has(words[at]) || isEnglishPlace(strings.Join(words[:at], " ")) {
		return text
	}
	return "such " + strings.Join(words[at:], " ")
}

// capitalThing is a paper, or what was done, that is told by what it is of or on and was typed with a capital, with its
// article: the Report of the Head; "" for other topics.
func capitalThing(text string) string {
	words := strings.Fields(text)
	link := slices.IndexFunc(words, englishPrepositions.Has)
	if link < 1 || startsSmall(text) || !things.Has(headOf(words)) && !documents.Has(headOf(words)) || withArticle(text) == text {
		return ""
	}
	return withArticle(text)
}

// behindLinks are what stands behind the prepositions of a thing: "ultrasound scanner" of "purchase of ultrasound scanner"; not a
// verb behind "to".
func behindLinks(text string) (all []string) {
	words := strings.Fields(text)
	for i, word := range words {
		if i > 0 && i+1 < len(words) && englishPrepositions.Has(word) && (word != "to" || i+2 == len(words) && english.Gerund(words[i+1]) == "" || i+2 < len(words) && !isVerb(words[i+1], words[i+2])) {
			all = append(all, strings.Join(words[i+1:], " "))
		}
	}
	return all
}

// changeIn is how much more or less there is of something: an increase in trade.
var changeIn = regexp.MustCompile(`^(?:\p{Ll}+ )?(?:increase|decrease|rise|fall|drop|decline) in `)

// changeBy is by how much something is more or less.
var changeBy = regexp.MustCompile(`^\d[\d.,]*(?:%| ?per ?cent| ?percent) `)

// takesThing ends in a word of a template behind which it says what was done or spoken of.
var takesThing = regexp.MustCompile(`(?:ed| on| about| for| of| is) $`)

// leaning is how likely something is.
type leaning int

const (
	hardly leaning = iota
	perhaps
	probably
)

// wantsArticle is how likely a thing without an article needs one, which tells how its noun is used: one that is
// nearly as frequent in the plural is counted, one that has hardly a plural is not.
func wantsArticle(text string) leaning {
	if by := changeBy.FindString(text); by != "" { // 3.5% rise in prices
		return wantsArticle(text[len(by):])
	}
	words := strings.Fields(text)
	if len(words) == 0 || !startsSmall(text) || mayBeWithoutArticle(words) {
		return hardly
	}
	kind, _, _ := strings.Cut(text, " “")
	words = firstThing(strings.Fields(kind))
	noun := strings.Trim(words[len(words)-1], ",;:")
	if plural, _ := grammar.IsEnglishPlural(strings.Join(words, " ")); plural || !english.IsCommon(noun) && !countedEnding.MatchString(noun) || isAdjective(noun) && english.Words().Find(pluralOf(noun)) == 0 || strings.Contains(noun, "-") {
		return hardly
	}
	return leaningOf(noun, len(words) > 1)
}

// mayBeWithoutArticle reports what begins with words before which no article stands, or has a number.
func mayBeWithoutArticle(words []string) bool {
	return determiners.Has(words[0]) || englishPrepositions.Has(words[0]) || clauseBegins.Has(words[0]) || isGerund(words) && !countedNouns.Has(headOf(words)) || isNumbered(words)
}

// saysMore reports a participle behind a noun, with what belongs to it: concert dedicated to the day.
func saysMore(words []string, at int) bool {
	participle := strings.HasSuffix(words[at], "ed") || words[at] == "held" || words[at] == "made"
	return participle && at+1 < len(words) && englishPrepositions.Has(words[at+1])
}

// firstThing are the words up to the noun of the first thing.
func firstThing(words []string) []string {
	for i, word := range words {
		if i > 0 && (endsNoun.Has(word) || determiners.Has(word) || strings.HasSuffix(words[i-1], ",") || saysMore(words, i)) {
			return words[:i]
		}
	}
	return words
}

// leaningOf is how likely a noun, before which described says that other words stand, needs an article.
func leaningOf(noun string, described bool) leaning {
	one, many := english.Words().Find(noun), english.Words().Find(pluralOf(noun))
	switch {
	case things.Has(noun), countedNouns.Has(noun):
		return probably
	case described && isHouseOrBody(noun): // to children's hospital
		return probably
	case described && !uncounted.Has(noun) && uncountedEnding.MatchString(noun) && many >= one-2: // profit warning
		return perhaps
	case uncounted.Has(noun), uncountedEnding.MatchString(noun):
		return hardly
	case countedEnding.MatchString(noun):
		return probably
	case many == 0 || one >= many+4:
		return hardly
	case one <= many+1 && described, one <= many:
		return probably
	}
	return perhaps
}

// pluralOf is the plural of a common noun as most have it.
func pluralOf(noun string) string {
	switch {
	case strings.HasSuffix(noun, "is"):
		return noun[:len(noun)-len("is")] + "es"
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "sh"), strings.HasSuffix(noun, "x"):
		return noun + "es"
	case strings.HasSuffix(noun, "y") && len(noun) > 1 && !strings.ContainsRune("aeiou", rune(noun[len(noun)-2])):
		return noun[:len(noun)-1] + "ies"
	}
	return noun + "s"
}

var (
	// clauseBegins begin what is no thing, or has no article.
	clauseBegins = wordset.Of("if that is are was were do does did can could will would should has have may it he she they we you i there not both either neither more less much many few most other further recent various certain")
	endsNoun     = wordset.Of("of in on at for from to with by between among against under that which who whose as during after before near into within through towards toward via over across amid including off aboard inside outside beyond behind beside above below around along without despite twice once and or until till since")
	// uncounted are nouns that stand without an article though they have a plural, and uncountedEnding what is done
	// and how things are.
	uncounted = wordset.Of(`regulation vaccination migration treatment friendship damage deployment departure output trade security health safety education energy transport water air food fuel gas oil coal grain cotton wheat gold uranium sport culture science art music history law order policy opinion supply demand production
		consumption investment support interaction preparation cooperation co-operation work activity practice experience technology industry business agriculture access aid relief growth change control protection defence defense space power
		force fire speech language literature medicine care research development recovery reform use tax time money paper land labour labor capital credit debt debit finance insurance tourism travel traffic freight cargo rail
		mutual economy weather noise peace war freedom exchange progress help need peacekeeping media press self-government government management maintenance response delivery settlement employment movement evidence youth nature life death
		childhood winter spring summer autumn night pay search rescue crime corruption smuggling poverty hunger drought famine pollution waste disinformation terror visa-free housing heating lighting building print radio television science theory parliament university school hospital church society`)
	uncountedEnding = regexp.MustCompile(`(?:ation|ition|ction|sion|tion|ing|ism|ness|ance|ence|ship|ment|ure|age|acy|hood|dom|work|ware)$`)
	countedEnding   = regexp.MustCompile(`(?:drome|port|house|room|yard|plex|arium|orium|line|scope|meter|graph|station|craft)$`) // rare: velodrome
	countedNouns    = wordset.Of(`department division directorate council committee commission embassy ministry assembly bureau secretariat agency bank fund institute centre center forum summit conference congress festival exhibition confederation consortium league alliance inspectorate chamber union entrance arrangement painting drawing checkpoint team situation process increase decrease idea possibility option road bridge route corridor system network mechanism roadmap framework structure package budget case request appointment election referendum statue vaccine rise fall drop period scanner act operation organisation organization institution station convention competition election section expedition position office corporation federation association foundation facility crossing hearing screening
		eruption exception invitation faction coalition collision invasion occasion solution revolution petition junction intersection auction suggestion nation plantation version mansion pension
		decision conclusion illusion dimension extension profession procession recession concession confession impression obligation reservation destination variation combination recommendation
		conversation chairman chairwoman spokesman spokeswoman fisherman witness hostage volcano fence apartment pharmacy monument constitution embargo tournament championship inauguration
		coronation wedding voyage tornado ship carriage ambulance instrument regiment detachment centenary sculpture internship curriculum scholarship contribution shortage village`)
)

// listOfTwo is a list whose last part a comma alone joins, with the «and» that a sentence has there: "talks, visit to a
// factory". With an "and" in it already it is noted, as nobody can tell what that joins.
func (f *filling) listOfTwo(p placeholder, text string) string {
	at := strings.LastIndex(text, ", ")
	if at < 0 || strings.Contains(text, "; ") || endsQuotation(text[at:]) {
		return text
	}
	last := text[at+len(", "):]
	if actsBehind(last) { // contacts, preparing for the summit
		f.guess(Guess{p.field, text, text})
	}
	if !isLastOfList(last) || joinsItself(last, p.word == the) {
		return f.severalThenNamed(p, text)
	}
	joined := text[:at] + " and " + last
	if p.listed {
		return joined
	}
	if strings.Contains(text, " and ") {
		f.guess(Guess{p.field, text, joined})
		return joined
	}
	var all []string
	for i, part := range strings.Split(text, ", ") {
		if i == 0 && p.word == the && wantsArticle(part) == probably { // a battalion, artillery
			f.guess(Guess{p.field, text, joined})
		}
		if needsArticle(part) {
			part = withArticle(part)
		}
		all = append(all, part)
	}
	return grammar.Enumerate(all, "and")
}

// endsQuotation reports the end of a quotation that begins before the text.
func endsQuotation(text string) bool {
	end := strings.Index(text, "”")
	return end >= 0 && !strings.Contains(text[:end], "“")
}

// isLastOfList reports what may be the last part of a list, and does not go on with an "or".
func isLastOfList(text string) bool {
	words := strings.Fields(text)
	if len(words) == 0 || !startsSmall(text) || strings.Contains(text, " or ") || !mayBeListed(words[0]) {
		return false
	}
	return !strings.HasSuffix(words[0], "ing") || len(words) == 1 || words[1] == "of"
}

// actsBehind reports what is done, behind a comma, of which nobody can tell whether it is said of what stands before.
func actsBehind(text string) bool {
	first, next, _ := strings.Cut(text, " ")
	return startsSmall(text) && strings.HasSuffix(first, "ing") && english.IsCommon(first) && !beginsAside.Has(first) && !strings.HasPrefix(next, "of ") && !strings.Contains(text, " and ")
}

// joinsItself reports the last part of a list that has its «and» already, and not one within what it is of:
// representatives of Probia and Ozeria, where people are spoken of.
func joinsItself(last string, people bool) bool {
	before, _, joined := strings.Cut(last, " and ")
	those, _, of := strings.Cut(before, " of ")
	plural, _ := grammar.IsEnglishPlural(those)
	return joined && (!people || !of || !plural || strings.Contains(those, " "))
}

// mayBeListed reports a word with which a part of a list may begin: no relative clause, and nothing that explains.
func mayBeListed(word string) bool {
	return !clauseBegins.Has(word) && !englishPrepositions.Has(word) && !beginsAside.Has(word) && !strings.HasSuffix(word, "ed")
}

// beginsAside begin what is said of the thing before the comma.
var beginsAside = wordset.Of("which who whom whose where when while and or but so as such etc etc. especially particularly namely then also its their his her how what why whether because although though if unless rather instead not to led chaired followed held including concerning regarding starting beginning depending according relating")
