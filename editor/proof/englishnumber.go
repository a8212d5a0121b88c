package proof

import (
	"strings"

	"communique/editor/spelling/english"
	"communique/editor/wordset"
)

// countable are nouns that official texts count and of which the plural is much rarer than the singular: the dictionary
// tells the others. Those with a plural of their own stand in countedPlurals.
var (
	countable = wordset.Of(`academy account agreement airport album alley alliance ambassador ambulance amendment apple aquarium archer association auction avenue baker barn barracks
		battalion beach bed birch board body borough boy bridge brigade building bureau bus bush cabbage camp capital castle cemetery centre certificate chapel cherry child
		choir circus club college commission committee community competition conference consul contest council county course court crossing dairy deal decree
		delegation department depot deputy edition embassy envoy exhibition faculty fair family farm father federation field film flat flight foundation garage
		grandchild greenhouse hall harbor harbour hearing hotel house institute junction kindergarten kitchen laboratory lake lamb league lemon library licence
		magazine maple market mayor memorandum memorial mentor ministry mother nursery office orange orchestra palace parish person pharmacy phone prison professor pumpkin
		regiment resolution road roof room rose satellite school secretary society son speech squad square stable street swan team temple tender theatre tour town
		translation treaty trip troupe trust union university valley van verdict village voyage website zoo
		mason carpenter potter smith miller cook butler turner tailor fisher shepherd dean abbot bishop queen prince duke cooper skipper marshal porter piper captain colonel
		actress violinist pianist president coach fan dentist clock oven anvil ferry yacht trailer crane microscope screen cow pig dog cat fox owl hen turkey bee oak elm cedar poplar
		cape bay lighthouse hut mall booth abbey volume bust mosaic memo summary bid desk bench sofa rug fridge kettle pan pot cup bowl spoon jar box bag coat hat dress lunch
		dinner pie fault flood avalanche quake blast terminal runway dam law share arm axe bar bin cap car cub cue egg ear eye fee gap gem gun jet job key kid lab lap leg log map mat mug nut
		pen pet pub ram rat spy tab tag tax tip toy tub vet war`)
	// uncounted are nouns that a number leaves as they are, and numbers themselves.
	uncounted      = wordset.Of("crew dozen euro hundred thousand horse foot head mean score adult female minority present quarter second")
	countedTimes   = wordset.Of("day week month year hour minute second night")
	countedPlurals = map[string]string{"children": "child", "people": "person"}
)

// englishNumber finds a noun that does not agree with the number before it: "5 state", "1 members",
// "eight welder". What stands before another noun has no plural: "a 5 star hotel".
func (p *passage) englishNumber(i int, out *report) {
	at := p.behindEpithet(i + 2)
	if !p.countsWords(i) || p.actTogether(i, at) {
		return
	}
	noun, right := p.piece(at), ""
	switch one := p.piece(i) == "1" || p.folded[i] == "one"; {
	case one:
		right = singularOf(noun)
	case isCountable(noun) && p.endsNoun(at+1, afterNoun), countedTimes.Has(noun) && p.endsNoun(at+1, afterTime):
		right = pluralOf(noun)
	}
	if right != "" {
		out.mend(p, p.tokens[i].start, p.tokens[at].end, p.text[p.tokens[i].start:p.tokens[at].start]+right)
	}
}

// isCountable reports whether a word is a noun of which there may be several: it has a genitive, as no verb and no
// adjective has, and its plural is met about as often. Gold, staff and percent have one that hardly is.
func isCountable(noun string) bool {
	const shortest = 4 // letters: news
	if countable.Has(noun) {
		return true
	}
	if len(noun) < shortest || !isLower(noun) || !isASCII(noun) || uncounted.Has(noun) {
		return false
	}
	plural := english.Words().Find(pluralOf(noun))
	return plural > 0 && plural+1 >= english.Words().Find(noun) && english.Words().Find(noun) > 0 && english.Words().Find(noun+"'s") > 0
}

// numerals are the numbers in words that count several.
var numerals = wordset.Of("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety")

// countsWords reports whether a whole number stands by itself and counts what follows: no name ends
// with it («Article 5», «year 7», «No. 5») and no date.
func (p *passage) countsWords(i int) bool {
	if !p.isSmallNumber(i) || p.is(i-1, sign) && !strings.Contains("(“", p.piece(i-1)) {
		return false
	}
	if p.is(i-1, word) { // "the V8 engine", "a G7 country"
		return false
	}
	if i == 0 || !p.is(i-1, space) || p.is(i, word) && p.beginsSentence(i) {
		return true
	}
	if before := i - 2; p.is(before, sign) {
		return strings.Contains(",;:)”", p.piece(before))
	}
	if p.is(i, word) { // "employs six masons", "grade six pupil"
		return !calledByNumber.Has(p.fold(i - 2))
	}
	return p.countsBehind(i - 2)
}

// isSmallNumber reports a number in words, or one in figures that is no year.
func (p *passage) isSmallNumber(i int) bool {
	if p.is(i, figure) {
		return len(p.piece(i)) <= 3 && !p.mistypedYear(i)
	}
	return numerals.Has(p.folded[i]) || p.isOne(i)
}

// isOne reports whether "one" at i is a number: "no one members like" and "the one pupils chose" count nothing.
func (p *passage) isOne(i int) bool {
	return p.folded[i] == "one" && (p.beginsSentence(i) || p.is(i-1, space) && behindWhich.Has(p.fold(i-2)) && !begins.Has(p.fold(i-2)))
}

// actTogether reports whether a number in words means those who do what the word at another place says: "The two deal
// with it". What has a participle may be a verb.
func (p *passage) actTogether(i, at int) bool {
	if at != i+2 || !p.is(i, word) || !p.beginsSentence(i) && !meansSome.Has(p.fold(i-2)) || p.wordFollows(at) && behindNounOnly.Has(p.piece(at+2)) {
		return false
	}
	noun := p.piece(at)
	return english.Words().Find(noun+"ing") > 0 || english.Words().Find(strings.TrimSuffix(noun, "e")+"ing") > 0
}

// meansSome are words behind which a number may stand for those it counts, and behindNounOnly are words that stand
// behind a noun and behind no verb.
var (
	meansSome      = wordset.Of("the these those all and but that which who as when while if")
	behindNounOnly = wordset.Of("of was were is are has have had will who which")
)

// calledByNumber are nouns that have a number for their name in words too.
var calledByNumber = wordset.Of("year grade class form page chapter part number level phase stage round day week act scene category type unit room verse line section article route gate platform step tier group team size track lane zone ward block")

// countsBehind reports whether a number behind a word counts what follows: any noun may have a number for
// its name («reactor 2»), a preposition and a verb have none.
func (p *passage) countsBehind(i int) bool {
	const shortest = len("added")
	before := p.fold(i)
	return p.is(i, word) && (isLower(p.piece(i)) || p.beginsSentence(i)) && (behindWhich.Has(before) || len(before) >= shortest && strings.HasSuffix(before, "ed"))
}

// behindWhich are words that no number belongs to.
var behindWhich = wordset.Of(`some about over the these only almost nearly all in at for with from to by of up more than least most and or including
	drew met saw won bought sold found lost left kept led spent caught grew wrote flew has had have sent took gave made brought built held were was are is include includes comprise comprises
	ate beat bore broke chose cut dug drove fed fought got heard hid hit hung knew laid lent lit paid put ran read rode sang set shot shut sought stole struck swept taught told threw withdrew wore
	takes lasts needs covers employs offers unites brings gives holds hosts trains serves operates runs owns counts seats welcomes receives wins sees gets makes together`)

// afterNoun and afterTime are words that a counted noun does not stand before as an adjective.
var (
	afterNoun = wordset.Of("from of in and or were was are is have has had will who that which without with to at on for attended took visited signed arrived met gathered came said made by under near over into during as but when where while since before after until than last next this")
	afterTime = wordset.Of("of from without ago later after before in at on was were")
)

// endsNoun reports whether a noun ends at what stands behind it.
func (p *passage) endsNoun(next int, words *wordset.Set) bool {
	if p.is(next, space) {
		after := p.piece(next + 1)
		if joins := after == "and" || after == "or"; joins && p.wordFollows(next+1) {
			return begins.Has(p.piece(next+3)) || numerals.Has(p.piece(next+3))
		}
		return words.Has(after) || isLower(after) && strings.HasSuffix(after, "ed") && p.endsVerb(next+2)
	}
	return next >= len(p.tokens) || p.is(next, sign) && strings.Contains(".,;:)!?", p.piece(next))
}

// begins are words that, like numerals, a noun of its own begins with: "14 kitten and a goat". Before another an adjective may
// stand: "5 state and federal agencies".
var begins = wordset.Of("a an the this that these those his her its their our my your another some several many")

// endsVerb reports whether what follows a word in -ed lets it be a verb: "40 nurse applied for", but "12 state owned firms".
func (p *passage) endsVerb(next int) bool {
	if p.is(next, space) {
		after := p.piece(next + 1)
		return afterNoun.Has(after) || begins.Has(after) || numerals.Has(after)
	}
	return next >= len(p.tokens) || p.is(next, sign) && strings.Contains(".,;:)!?", p.piece(next))
}

// behindEpithet is the noun behind an adjective at i, or what stands at i where that is none: "3 new bridge".
func (p *passage) behindEpithet(i int) int {
	if p.wordFollows(i) && epithets.Has(p.piece(i)) {
		return i + 2
	}
	return i
}

// epithets are adjectives that nouns are counted with.
var epithets = wordset.Of(`new old big large small young local foreign regional national international federal public private rural urban modern former major
	different various famous leading independent additional separate joint senior junior russian american british european asian african`)

// singularOf is the singular of a noun that is counted; "" for any other word.
func singularOf(text string) string {
	if one, ok := countedPlurals[text]; ok {
		return one
	}
	one, ok := strings.CutSuffix(text, "s")
	for _, try := range []string{one, strings.TrimSuffix(one, "ie") + "y", strings.TrimSuffix(one, "e")} {
		if ok && (isCountable(try) || countedTimes.Has(try)) {
			return try
		}
	}
	return ""
}

// pluralOf is the plural of a noun that is counted.
func pluralOf(text string) string {
	for many, one := range countedPlurals {
		if one == text {
			return many
		}
	}
	stem, isY := strings.CutSuffix(text, "y")
	for _, ending := range [][2]string{{"f", "ves"}, {"fe", "ves"}, {"man", "men"}} { // calf, knife, fireman
		if stem, ends := strings.CutSuffix(text, ending[0]); ends && english.Words().Find(stem+ending[1]) > 0 {
			return stem + ending[1]
		}
	}
	switch {
	case isY && !strings.HasSuffix(stem, "a") && !strings.HasSuffix(stem, "e"):
		return stem + "ies"
	case strings.HasSuffix(text, "s") || strings.HasSuffix(text, "ch") || strings.HasSuffix(text, "sh") || strings.HasSuffix(text, "x"):
		return text + "es"
	}
	return text + "s"
}
