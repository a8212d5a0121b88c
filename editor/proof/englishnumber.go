package proof

import (
	"strings"

	"communique/editor/wordset"
)

// counted are nouns that official texts count, in the singular; those in -y and with a plural of
// their own stand in countedPlurals.
var (
	countable = wordset.Of(`state minister member participant delegation delegate representative school student teacher project agreement document meeting session child person
		town village district region hospital building bridge official guest visitor athlete worker employee specialist expert volunteer veteran soldier officer journalist
		question proposal resolution decision issue event department ministry embassy country city company family university community party county factory laboratory library territory
		visit exhibition concert conference forum seminar round point goal medal award prize winner team player club museum theatre theater station road street tree
		applicant application resident citizen refugee family household farmer farm plant machine vehicle bus train ship flight ticket island
		tractor swan ambulance computer boat horse cow pig lamb goat dog cat bird duck goose hen book newspaper magazine letter parcel box bag bottle bed lamp door window roof
		wall house flat apartment room hall office shop store market hotel restaurant kitchen garden park lake river canal forest field mountain hill valley beach harbour harbor
		port pier tunnel airport railway wagon truck lorry car van bicycle motorcycle helicopter plane rocket satellite engine pump turbine generator reactor battery panel cable
		pipe quarry dam lock gate tower church chapel mosque temple synagogue monastery castle palace monument statue memorial cemetery doctor nurse patient surgeon engineer
		architect builder driver pilot sailor miner baker waiter singer dancer musician actor artist painter writer poet author editor reporter photographer lawyer judge
		prosecutor firefighter rescuer ambassador diplomat envoy consul governor mayor senator deputy lawmaker candidate voter adviser secretary director manager partner investor
		shareholder client customer buyer seller supplier contractor trader banker owner tenant landlord pupil graduate professor lecturer scientist researcher scholar inventor
		intern trainee mentor referee runner swimmer skier skater cyclist rider climber archer boxer wrestler champion finalist girl boy parent mother father brother sister son
		daughter grandchild orphan pensioner retiree migrant tourist passenger pedestrian law bill decree treaty protocol memorandum contract lease licence license permit
		certificate passport visa report survey study article statement speech interview briefing message complaint lawsuit case trial hearing verdict sentence penalty crime
		offence offense attack explosion accident crash injury victim casualty grant loan bond account payment donation scholarship subsidy tariff tender auction deal merger
		branch subsidiary startup brand product model sample device phone tablet laptop printer camera sensor robot drone server website channel studio film movie episode song
		album performance festival fair tournament match game race championship competition contest lesson course lecture workshop camp trip tour excursion expedition voyage
		nursery kindergarten college institute academy faculty clinic pharmacy centre center bank court prison barracks regiment brigade battalion squad patrol submarine frigate
		tank missile weapon rifle mortar item piece page chapter section clause paragraph chart map sketch drawing photograph picture portrait sculpture painting icon stamp coin
		banknote badge flag emblem hymn language dialect nationality nation tribe clan capital province municipality borough parish settlement hamlet suburb quarter block square
		avenue lane alley crossing junction roundabout apple pear plum cherry orange lemon onion cabbage pumpkin melon flower rose tulip oak pine birch maple
		seedling sapling bush vineyard orchard greenhouse barn stable mill bakery dairy brewery sawmill warehouse depot garage kilometre kilometer metre meter mile yard acre
		hectare tonne ton litre liter gallon barrel bushel programme program initiative step phase task target indicator standard rule norm requirement recommendation amendment
		remark version edition copy translation body committee commission council board bureau agency authority service union alliance association federation league society
		organisation organization institution foundation charity trust group band choir orchestra ensemble troupe circus zoo aquarium`)
	countedTimes   = wordset.Of("day week month year hour minute second night")
	countedPlurals = map[string]string{"children": "child", "people": "person"}
)

// englishNumber finds a noun that does not agree with the number in figures before it: "5 state",
// "1 members". What stands before another noun has no plural: "a 5 star hotel".
func (p *passage) englishNumber(i int, out *report) {
	if !p.countsWords(i) {
		return
	}
	at := p.behindEpithet(i + 2)
	noun, right := p.piece(at), ""
	switch one := p.piece(i) == "1"; {
	case one:
		right = singularOf(noun)
	case countable.Has(noun) && p.endsNoun(at+1, afterNoun), countedTimes.Has(noun) && p.endsNoun(at+1, afterTime):
		right = pluralOf(noun)
	}
	if right != "" {
		out.mend(p, p.tokens[i].start, p.tokens[at].end, p.text[p.tokens[i].start:p.tokens[at].start]+right)
	}
}

// countsWords reports whether a whole number stands by itself and counts what follows: no name ends
// with it («Article 5», «year 7», «No. 5») and no date.
func (p *passage) countsWords(i int) bool {
	if p.tokens[i].address || len(p.piece(i)) > 3 || p.is(i-1, sign) && !strings.Contains("(“", p.piece(i-1)) {
		return false
	}
	if i == 0 || !p.is(i-1, space) {
		return true
	}
	if before := i - 2; p.is(before, sign) {
		return strings.Contains(",;:)”", p.piece(before))
	}
	return p.countsBehind(i - 2)
}

// countsBehind reports whether a number behind a word counts what follows: any noun may have a number for
// its name («reactor 2»), a preposition and a verb have none.
func (p *passage) countsBehind(i int) bool {
	const shortest = len("added")
	before := p.fold(i)
	return p.is(i, word) && (isLower(p.piece(i)) || p.beginsSentence(i)) && (behindWhich.Has(before) || len(before) >= shortest && strings.HasSuffix(before, "ed"))
}

// behindWhich are words that no number belongs to.
var behindWhich = wordset.Of(`some about over the these only almost nearly all in at for with from to by of up more than least most and or including
	drew met saw won bought sold found lost left kept led spent caught grew wrote flew has had have sent took gave made brought built held were was are is include includes comprise comprises`)

// afterNoun and afterTime are words that a counted noun does not stand before as an adjective.
var (
	afterNoun = wordset.Of("from of in and or were was are is have has had will who that which without with to at on for attended took visited signed arrived met gathered came said made by under near over into during as but when where while since before after until than last next this")
	afterTime = wordset.Of("of from without ago later after before in at on was were")
)

// endsNoun reports whether a noun ends at what stands behind it.
func (p *passage) endsNoun(next int, words *wordset.Set) bool {
	if p.is(next, space) {
		return words.Has(p.piece(next + 1))
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
		if ok && (countable.Has(try) || countedTimes.Has(try)) {
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
	switch {
	case isY && !strings.HasSuffix(stem, "a") && !strings.HasSuffix(stem, "e"):
		return stem + "ies"
	case strings.HasSuffix(text, "s") || strings.HasSuffix(text, "ch") || strings.HasSuffix(text, "sh") || strings.HasSuffix(text, "x"):
		return text + "es"
	}
	return text + "s"
}
