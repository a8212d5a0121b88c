package grammar

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/wordset"
)

// nounPhrases finds the nouns of a phrase that stand beside each other, the
// first of them in the nominative or in case c.
func (p *parsed) nounPhrases(c int) (all []nounPhrase, sure bool) {
	first, next := p.nounPhrase(0)
	if first.head < 0 {
		return nil, false
	}
	all, sure = []nounPhrase{first}, first.known || first.fixed
	want := inCase(nom)
	if first.features&want == 0 && !isAbbreviation(bare(p.raw[first.head])) { // «МЧС и полиция» is in the nominative
		want = inCase(c)
	}
	for _, join := range p.junctions(first.head) {
		if join.i < next {
			continue
		}
		last := &all[len(all)-1]
		if join.at == join.i && p.isParticipleOf(join.at, *last, want) {
			last.agreeing = append(last.agreeing, join.at) // «вопросы, связанные с безопасностью»
			continue
		}
		one, after := p.nounPhrase(join.at)
		stands, certain := p.isBeside(one, join.i, *last, want)
		// The accusative of things in the plural is the nominative: either way it stays.
		sure = sure && (certain || c == acc && !one.noun.animate && one.features&bit(pluralRow, acc) != 0)
		if stands {
			one.apposed = isDash(p.low[join.i])
			all = append(all, one)
			next = after
		}
	}
	return all, sure
}

func isDash(word string) bool { return word == "–" || word == "—" || word == "-" }

// junction is a word that something new may follow: a conjunction, a dash, or the
// first word after a comma; at is where that begins.
type junction struct{ i, at int }

// junctions finds them behind a noun, outside quotations, as far as the main clause goes.
func (p *parsed) junctions(head int) []junction {
	var found []junction
	quoted, closes := p.quotes(head), strings.Count(strings.Join(p.raw, " "), "«") == strings.Count(strings.Join(p.raw, " "), "»")
	for i := head + 1; i < len(p.low) && !isRelative(bare(p.low[i])); i++ {
		opened := quoted
		quoted += p.quotes(i)
		if !closes && strings.Contains(p.raw[i], "»") { // one mark closes two: ОАО «НПО «Проба»
			quoted = 0
		}
		mark, _, _ := inMarks(p.low[i])
		if at := p.joins(i); opened == 0 && (mark != "" || !strings.HasPrefix(p.low[i], "«")) && at >= 0 && at < len(p.low) { // климат, «зелёная» энергетика
			found = append(found, junction{i, at})
		}
	}
	return found
}

// quotes is by how many quotations more are open behind word i than before it.
func (p *parsed) quotes(i int) int {
	return strings.Count(p.raw[i], "«") - strings.Count(p.raw[i], "»")
}

// joins is where something that stands beside what was before may begin: behind
// a conjunction, or at the first word after a comma; -1 where word i is neither.
func (p *parsed) joins(i int) int {
	switch {
	case isDash(p.low[i]):
		return i + 1
	case isConjunction(p.low[i]) && i+1 < len(p.low) && p.low[i+1] == "также":
		return i + 2
	case isConjunction(p.low[i]):
		return i + 1
	case strings.HasSuffix(p.low[i-1], ","):
		return i
	}
	return -1
}

// isParticipleOf reports whether word i is a participle that goes with a noun.
func (p *parsed) isParticipleOf(i int, of nounPhrase, want features) bool {
	word := bare(p.low[i])
	return adjectiveFeatures(word)&of.features&want != 0 && isParticiple(word)
}

func isConjunction(word string) bool {
	return word == "и" || word == "или" || word == "а" || word == "&"
}

func isRelative(word string) bool {
	return hasAnySuffix(word, "оторый", "оторая", "оторое", "оторые", "оторого", "оторой", "оторую", "оторых") ||
		slices.Contains([]string{"что", "чтобы", "где", "как", "когда", "если", "поскольку", "кто"}, word)
}

func isParticiple(word string) bool {
	word = strings.TrimSuffix(word, "ся")
	return len(word) > shortestAdjective+4 && hasAnySuffix(drop(word, 2), "нн", "т", "щ", "вш", "сш", "дш", "рш", "кш", "гш", "зш", "ем", "им")
}

// isBeside reports whether a noun behind word i, a conjunction or the first
// after a comma, stands beside the one before, and does not go on with what
// depends on it: «обмен опытом и подготовка спасателей», not «вопросы
// безопасности и сотрудничества».
func (p *parsed) isBeside(one nounPhrase, i int, last nounPhrase, want features) (stands, certain bool) {
	switch {
	case one.head < 0, andOthers.Has(p.low[one.head]):
		return false, true
	case p.namesPair(i):
		return false, true // саммит АСЕАН – Китай
	case p.isPlaceOfList(one, last.head, i):
		return false, true
	case one.fixed && p.isFixedBeside(one, i, last):
		return true, true
	case one.fixed:
		return false, i-1 != last.head
	case one.features&want == 0:
		return false, one.known || isNameLike(p.raw[one.head]) && isNameLike(p.raw[i-1]) // «России и Армении»
	case i-1 == last.head:
		return true, one.known
	case p.isGoverned(one, last.head, i):
		return false, false // «цены на нефть и газ», but «визит в город и переговоры»
	case one.mayGoOn(p.features(bare(p.low[i-1])), want):
		return p.eitherBeside(one, i, last)
	}
	return true, one.known
}

// isPlaceOfList reports the name of a place among those to which something goes: «поставки в Египет,
// Иран и Турцию».
func (p *parsed) isPlaceOfList(one nounPhrase, head, i int) bool {
	if !isNameLike(p.raw[one.head]) {
		return false
	}
	word := bare(p.low[one.head])
	if _, known := findPlace(word); !known && isNoun(word) {
		return false
	}
	for k := i - 1; k > head; k-- {
		if isPreposition(p.low[k]) {
			return governAccusative.Has(p.low[k])
		}
	}
	return false
}

// eitherBeside is isBeside of a noun that may as well go on: «меры поддержки и программы».
func (p *parsed) eitherBeside(one nounPhrase, i int, last nounPhrase) (stands, certain bool) {
	if one.noun.animate && last.noun.animate && !p.isOfPeople(i-1) {
		return true, false // «аким района и старейшины»: hardly of the district and of an elder
	}
	several := severalDeeds.Has(one.noun.forms[nom]) // other names of actions have no plural here
	return several && p.isOfPeople(i-1), one.isVerbal() && !several || hasAnySuffix(one.noun.forms[nom], "ость", "ство")
}

// isOfPeople reports a word that names who suffers or does something, beside which no deed
// does: «гибель людей и разрушения».
func (p *parsed) isOfPeople(i int) bool {
	found := findNouns(bare(p.low[i]))
	return len(found) > 0 && !slices.ContainsFunc(found, func(l lexeme) bool { return !l.animate })
}

// isFixedBeside reports whether what does not decline stands beside the noun before it.
func (p *parsed) isFixedBeside(one nounPhrase, i int, last nounPhrase) bool {
	if i-1 == last.head {
		return last.fixed || isIndeclinable(bare(p.low[one.head])) // «ВДВ, ВМФ и ВВС», «рубль и тенге»
	}
	return p.isQuotation(last.head+1, i) // завод «Проба» и НИИ
}

// andOthers ends a list.
var andOthers = wordset.Of("др. пр. т.д. т.п. другие прочее")

// mayGoOn reports whether the noun may stand in an oblique case of the word
// before it, which shows the features before.
func (n nounPhrase) mayGoOn(before, want features) bool {
	for _, c := range []int{gen, dat, ins, prep} {
		if before&inCase(c) != 0 && n.features&inCase(c)&^want != 0 {
			return true
		}
	}
	return false
}

// isGoverned reports whether a noun and the one before word i may both be in the
// accusative behind a preposition.
func (p *parsed) isGoverned(one nounPhrase, head, i int) bool {
	before := bare(p.low[i-1])
	return one.features&inCase(acc) != 0 && p.governsAccusative(head, i) && p.features(before)&inCase(acc) != 0 && len(findNouns(before)) > 0
}

// governsAccusative reports whether the last preposition between a noun and word
// i may have the accusative.
func (p *parsed) governsAccusative(head, i int) bool {
	for k := i - 1; k > head; k-- {
		if isPreposition(p.low[k]) {
			return governAccusative.Has(p.low[k])
		}
	}
	return false
}

// governAccusative are the prepositions that may have it.
var governAccusative = wordset.Of("в во на за через про сквозь по под")

// features are all that a word may show.
func (p *parsed) features(word string) features {
	f := adjectiveFeatures(word)
	for _, l := range findNouns(word) {
		f |= l.features(word)
	}
	if f == 0 { // a name: it depends on what stands before it
		f = ^inCase(nom)
	}
	return f
}

// nounPhrase reads the noun that begins at word i with what agrees with it, and
// returns the index after it.
func (p *parsed) nounPhrase(i int) (n nounPhrase, next int) {
	n = nounPhrase{from: i, head: -1, numeral: -1}
	if i >= len(p.low) || p.isAbout(i) {
		return n, i
	}
	if n.takeOneOf(p, i) {
		return n, i + 1
	}
	if number, end := p.readNumber(i); end > i && end < len(p.low) {
		if !p.isOrdinal(number, end) {
			n.number, n.numeral = number, i
			if isWhole(p.low[end]) || p.isDenominator(number, end) { // одна целая семь десятых: the noun does not agree with «одна»
				n.number.last = 5
			}
		}
		i = end
	}
	agree := n.find(p, i)
	if n.head < 0 {
		return n, len(p.low)
	}
	n.recognise(p, agree)
	next = n.head + 1
	if next < len(p.low) && n.isFollowedByAdjective(p, next) {
		n.agreeing = append(n.agreeing, next)
		next++
	}
	return n, next
}

// find looks for the head from word i on, past what agrees with it, and returns
// the features in which that agrees.
func (n *nounPhrase) find(p *parsed, i int) features {
	agree := ^features(0)
	for ; i < len(p.low) && n.head < 0; i++ {
		word := bare(p.low[i])
		shows := p.shows(i, agree)
		switch {
		case isInfinitive(word) || isPreposition(word):
			i = len(p.low)
		case p.isDayOfMonth(i):
			n.head = i
		case shows != 0:
			n.agreeing, agree = append(n.agreeing, i), agree&shows
		case len(n.agreeing) > 0 && (isConjunction(word) || isFigures(word)), isOwners(word), isRomanNumber(word), p.isAdverb(i), p.isFeast(i):
		default:
			n.head = i
		}
	}
	if last := len(n.agreeing) - 1; n.head < 0 && last >= 0 { // «учёный» alone
		n.head, n.agreeing = n.agreeing[last], n.agreeing[:last]
	}
	return agree
}

// isFollowedByAdjective reports whether word i is an adjective of the noun before
// it: «Рождество Христово». What depends on a noun is in no nominative.
func (n nounPhrase) isFollowedByAdjective(p *parsed, i int) bool {
	word := bare(p.low[i])
	if _, possessive := pronouns()[word]; !possessive && p.raw[i] != p.low[i] {
		return false // a name: «горный массив Пробный»
	}
	if strings.HasSuffix(word, "ой") && i+1 < len(p.low) && !isPreposition(p.low[i+1]) {
		return false // it goes with the noun behind it: «день гражданской авиации»
	}
	return n.known && !strings.HasPrefix(word, "«") && adjectiveFeatures(word)&n.features&inCase(nom) != 0 && !strings.HasSuffix(p.low[i-1], ",") && len(findNouns(word)) == 0
}

// isFeast reports the first word of a feast of which the second declines: «Курман айт».
func (p *parsed) isFeast(i int) bool {
	return i+1 < len(p.low) && feasts.Has(p.low[i]) && (strings.HasPrefix(p.low[i+1], "айт") || strings.HasPrefix(p.low[i+1], "байрам"))
}

var feasts = wordset.Of("курман орозо ураза курбан рамазан")

// isOwners reports the pronouns that stay as they are: «её влияние».
func isOwners(word string) bool {
	return word == "его" || word == "её" || word == "ее" || word == "их"
}

// isAbout reports a number that is only about so: «более 500», «не менее двух».
func (p *parsed) isAbout(i int) bool {
	if p.low[i] == "не" && i+1 < len(p.low) {
		i++
	}
	switch p.low[i] {
	case "более", "менее", "свыше", "около", "порядка", "почти":
		return true
	}
	return false
}

// shows are the features of word i where it is an adjective that a noun
// follows, 0 otherwise.
func (p *parsed) shows(i int, agree features) features {
	_, word, _ := inMarks(bare(p.low[i]))
	f := adjectiveFeatures(word) & agree
	if f == 0 || i+1 >= len(p.low) || p.isOfPeopleAt(i) {
		return 0
	}
	if _, ordinal := ordinalInFigures(word, false); ordinal {
		return f
	}
	nouns, _ := nounsOf(word)
	if len(nouns) == 0 || ordinalStems.Has(drop(word, 2)) {
		return f
	}
	if slices.ContainsFunc(nouns, func(l lexeme) bool { return l.gender == Plural && l.forms[6+nom] == word }) && (!p.isAmongPeople(i+1) || p.isOfNamedAt(i+1)) {
		return 0 // «данные разведки», but «близкие друзья»
	}
	// «рабочая» встреча; a noun has the ending by chance: «заседание», «сессией».
	if f&inCase(p.typed) == 0 || !slices.ContainsFunc(nouns, lexeme.isAdjectival) {
		return 0
	}
	if p.agreesBehind(i, f) {
		return f
	}
	return 0
}

// agreesBehind reports a noun behind word i, past other adjectives that an «и» joins, that agrees with what
// word i shows: «военные и гражданские суда».
func (p *parsed) agreesBehind(i int, shows features) bool {
	next := i + 1
	for next+2 < len(p.low) && isConjunction(p.low[next]) && adjectiveFeatures(p.low[next+1])&shows != 0 {
		next += 2
	}
	word := bare(p.low[next])
	behind, _ := nounsOf(word)
	return slices.ContainsFunc(behind, func(l lexeme) bool { return l.features(word)&shows&inCase(p.typed) != 0 })
}

// isAdjectival reports a noun that declines as an adjective: «рабочий», «данные».
func (l lexeme) isAdjectival() bool {
	return hasAnySuffix(l.forms[gen], "ого", "его") || hasAnySuffix(l.forms[nom], "ая", "яя") || hasAnySuffix(l.forms[6+gen], "ых", "их")
}

func isInfinitive(word string) bool {
	return hasAnySuffix(word, "ть", "ться", "ти", "тись", "чь") && !isNoun(word)
}

func isNoun(word string) bool {
	found, _ := nounsOf(word)
	return len(found) > 0
}

// isAdverb reports a word before an adjective that goes with it: «особо важный».
func (p *parsed) isAdverb(i int) bool {
	word := bare(p.low[i])
	if i+1 >= len(p.low) || adjectiveFeatures(bare(p.low[i+1])) == 0 || !hasAnySuffix(word, "о", "е", "и") {
		return false
	}
	found, _ := nounsOf(word) // 30-летие
	return len(found) == 0
}

// isNameLike reports a word with a capital letter.
func isNameLike(word string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "«"))
	return isCapital(first)
}
