package grammar

import (
	"slices"
	"strings"
	"unicode"
)

// nounPhrase is a noun with what agrees with it: «два межгосударственных
// соглашения», and, after a comma, «подписанные в Москве».
type nounPhrase struct {
	from, head int // words of the phrase; head is -1 where no noun is seen
	count      int // the numeral before it, 0 for none
	numeral    int // where it stands, -1 for none
	noun       lexeme
	prefix     string // of a compound: «пресс-»
	known      bool   // a list or an ending that is certain has the noun
	fixed      bool   // an abbreviation or a name in quotes
	features   features
	agreeing   []int
}

// Agreement tells how a verb agrees with a phrase: by the gender of its noun
// («состоялась сессия Совета»), or Plural («состоялись консультации», «три
// заседания», «брифинг и пресс-конференция»), and whether that is certain.
func Agreement(phrase string) (Gender, bool) {
	p := parse(phrase)
	all, sure := p.nounPhrases(nom)
	switch {
	case len(all) == 0:
		return Masculine, false
	case len(all) > 1:
		return Plural, sure
	}
	one := all[0]
	switch {
	case one.count > 0 && (one.count%10 != 1 || one.count%100 == 11):
		return Plural, true
	case one.fixed:
		return one.fixedGender(p)
	}
	g := one.features.gender()
	if g == Unknown {
		return Masculine, false
	}
	return g, sure && one.known
}

// fixedGender is how a verb agrees with what does not decline.
func (n nounPhrase) fixedGender(p *parsed) (Gender, bool) {
	if g, ok := genderOfAbbreviation[bare(p.raw[n.head])]; ok {
		return g, true
	}
	return Masculine, false
}

// genderOfAbbreviation are the abbreviations in which the leading noun is no
// masculine.
var genderOfAbbreviation = map[string]Gender{
	"СМИ": Plural, "ВВС": Plural, "ВМС": Plural, "США": Plural, "ОАЭ": Plural, "КСОР": Plural, "ООН": Feminine, "ОДКБ": Feminine, "ШОС": Feminine, "ОБСЕ": Feminine,
	"СНГ": Neuter, "ЕАЭС": Masculine, "ЕС": Masculine, "МИД": Masculine, "МЧС": Neuter, "МВД": Neuter, "НАТО": Neuter, "ЮНЕСКО": Feminine, "ВОЗ": Feminine, "ПА": Feminine,
}

// DeclinePhrase declines what is no name: one noun with what agrees with it, or
// several («ход подготовки и итоги встречи»). What depends on the nouns stays.
func (h House) DeclinePhrase(phrase string) Declension {
	d := Declension{Phrase: phrase, Kind: Phrase, Forms: Forms{Nominative: phrase}}
	for _, c := range Cases()[1:] {
		form, sure := h.InCase(phrase, c)
		d.Forms[c], d.Guess = form, d.Guess || !sure
	}
	return d
}

// InCase puts a phrase into a case, whether it was typed in the nominative or
// in that case already. It reports whether it is certain of that.
func (h House) InCase(phrase string, c Case) (form string, sure bool) {
	if c == Nominative || strings.TrimSpace(phrase) == "" {
		return phrase, true
	}
	at := c.index()
	p := parse(phrase)
	all, sure := p.nounPhrases(at)
	if len(all) == 0 {
		return phrase, false
	}
	asked, first := inCase(at), all[0]
	switch nominative := inCase(nom); {
	case first.fixed, !first.known:
	case first.features&nominative == 0:
		return phrase, first.features&asked != 0
	case first.features&asked != 0 && at != acc && first.isVerbal():
		return phrase, false // «подписания»: one in the genitive sooner than several
	case first.features&asked != 0 && at != acc:
		sure = false
	}
	for _, one := range all {
		sure = one.decline(p, at) && sure
	}
	return p.join()[c], sure
}

// isVerbal reports a noun that names an action.
func (n nounPhrase) isVerbal() bool {
	return hasAnySuffix(n.noun.forms[nom], "ние", "тие", "вие")
}

// decline sets the forms of the words in the one case that is asked for.
func (n nounPhrase) decline(p *parsed, c int) bool {
	if n.fixed {
		return true
	}
	word, tail := trimTail(p.low[n.head])
	opening := word[:len(word)-len(strings.TrimLeft(word, "«„\"(“"))]
	word, closing := trimQuotes(word[len(opening):])
	noun, sure := n.nounForms(word)
	for k := range noun {
		noun[k] = opening + noun[k] + closing
	}
	p.set(n.head, noun.with(tail), sure)
	if n.numeral >= 0 {
		n.declineNumeral(p)
	}
	for _, i := range n.agreeing {
		word, tail := trimTail(p.low[i])
		s, ok := agreeing(word, n.noun.animate)
		if n.isCounted() {
			s, ok = counted(word)
		}
		if ok {
			p.set(i, s.with(tail), true)
		}
		sure = sure && ok
	}
	return sure
}

// declineNumeral sets the forms of a numeral in words.
func (n nounPhrase) declineNumeral(p *parsed) {
	word := p.low[n.numeral]
	if both, ok := agreeing(word, n.noun.animate); ok { // оба, обе
		p.set(n.numeral, both, true)
	} else if _, inWords := numbersInWords[word]; inWords {
		for k, form := range Cases() {
			p.forms[n.numeral][k] = Numeral(n.count, form, n.noun.gender, n.noun.animate)
		}
	}
}

// isCounted reports whether a numeral puts the noun into the genitive.
func (n nounPhrase) isCounted() bool {
	return n.numeral >= 0 && (n.count%10 != 1 || n.count%100 == 11)
}

// nounForms are the six forms of the head as it was typed.
func (n nounPhrase) nounForms(word string) (six, bool) {
	if !n.known {
		s, sure := organisationHead(word)
		return s, sure
	}
	at := 0
	if n.isCounted() || n.features&bit(pluralRow, nom) != 0 && n.features.gender() == Plural {
		at = 6
	}
	s := six(n.noun.forms[at : at+6])
	sure := n.known
	for k := range s {
		if s[k] == "" {
			s[k], sure = word, false
			continue
		}
		s[k] = n.prefix + s[k]
	}
	s[nom] = word
	if n.isCounted() {
		s[acc] = word
	}
	return s, sure
}

// counted declines an adjective beside a numeral: «два новых соглашения», «две
// новые программы».
func counted(word string) (six, bool) {
	stem := ""
	e := hardPluralAdj
	switch {
	case hasAnySuffix(word, "ых", "ые"):
		stem = drop(word, 2)
	case hasAnySuffix(word, "их", "ие"):
		stem, e = drop(word, 2), softPluralAdj
	default:
		return six{}, false
	}
	s := e.on(word, stem)
	s[acc] = word
	return s, true
}

// nounPhrases finds the nouns of a phrase that stand beside each other, the
// first of them in the nominative or in case c.
func (p *parsed) nounPhrases(c int) (all []nounPhrase, sure bool) {
	first, next := p.nounPhrase(0)
	if first.head < 0 {
		return nil, false
	}
	all, sure = []nounPhrase{first}, first.known || first.fixed
	want := inCase(nom)
	if first.features&want == 0 {
		want = inCase(c)
	}
	quoted := 0
	for i := first.head; i < len(p.low); i++ {
		opened := quoted
		quoted += strings.Count(p.raw[i], "«") - strings.Count(p.raw[i], "»")
		if i < next || opened > 0 || strings.HasPrefix(p.low[i], "«") {
			continue
		}
		if isRelative(bare(p.low[i])) {
			break
		}
		joined, at := isConjunction(p.low[i]), i
		switch {
		case joined && i+1 < len(p.low) && p.low[i+1] == "также":
			at += 2
		case joined:
			at++
		case i == 0 || !strings.HasSuffix(p.low[i-1], ","):
			continue
		}
		if at >= len(p.low) {
			break
		}
		last := &all[len(all)-1]
		if f := adjectiveFeatures(bare(p.low[at])); !joined && f&last.features&want != 0 && isParticiple(bare(p.low[at])) {
			last.agreeing = append(last.agreeing, at) // «вопросы, связанные с безопасностью»
			continue
		}
		one, after := p.nounPhrase(at)
		stands, certain := p.isBeside(one, i, *last, want)
		sure = sure && (certain || c == acc && !one.noun.animate && one.features&bit(pluralRow, acc) != 0) // it is the nominative
		if stands {
			all = append(all, one)
			next = after
		}
	}
	return all, sure
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
	return len(word) > shortestAdjective+4 && hasAnySuffix(drop(word, 2), "нн", "т", "щ", "вш", "ем", "им")
}

// isBeside reports whether a noun behind word i, a conjunction or the first
// after a comma, stands beside the one before, and does not go on with what
// depends on it: «обмен опытом и подготовка спасателей», not «вопросы
// безопасности и сотрудничества».
func (p *parsed) isBeside(one nounPhrase, i int, last nounPhrase, want features) (stands, certain bool) {
	if one.head >= 0 && slices.Contains([]string{"др.", "пр.", "т.д.", "т.п.", "другие", "прочее"}, p.low[one.head]) {
		return false, true
	}
	if one.head < 0 || one.fixed {
		return false, one.head < 0 || i-1 != last.head
	}
	if one.features&want == 0 {
		return false, one.known
	}
	if i-1 == last.head {
		return true, one.known
	}
	before := p.features(bare(p.low[i-1]))
	for c := range 6 {
		if c != nom && c != acc && before&inCase(c) != 0 && one.features&inCase(c)&^want != 0 {
			// Either reads: «меры поддержки и программы». Names of actions have no plural here.
			return false, one.isVerbal() || hasAnySuffix(one.noun.forms[nom], "ость", "ство")
		}
	}
	return true, one.known
}

// features are all that a word may show.
func (p *parsed) features(word string) features {
	f := adjectiveFeatures(word)
	for _, l := range commonNouns().find(word) {
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
	if i >= len(p.low) {
		return n, i
	}
	if count, ok := numberOf(bare(p.low[i])); ok && count > 0 {
		n.count, n.numeral = count, i
		i++
	}
	agree := ^features(0)
	for ; i < len(p.low); i++ {
		word := bare(p.low[i])
		if isInfinitive(word) || isPreposition(word) {
			break
		}
		if shows := p.shows(i, agree); shows != 0 {
			n.agreeing, agree = append(n.agreeing, i), agree&shows
			continue
		}
		if len(n.agreeing) > 0 && isConjunction(word) || isRoman(word) || p.isAdverb(i) {
			continue
		}
		n.head = i
		break
	}
	if n.head < 0 && len(n.agreeing) > 0 { // «учёный» alone
		n.head = n.agreeing[len(n.agreeing)-1]
		n.agreeing = n.agreeing[:len(n.agreeing)-1]
	}
	if n.head >= 0 {
		n.recognise(p, agree)
	}
	return n, n.head + 1
}

// shows are the features of word i where it is an adjective that a noun
// follows, 0 otherwise.
func (p *parsed) shows(i int, agree features) features {
	word := bare(p.low[i])
	f := adjectiveFeatures(word) & agree
	if f == 0 || i+1 >= len(p.low) {
		return 0
	}
	nouns, _ := nounsOf(word)
	if len(nouns) == 0 {
		return f
	}
	// «рабочая» встреча; a noun has the ending by chance: «заседание», «сессией».
	if f&inCase(nom) == 0 || !slices.ContainsFunc(nouns, lexeme.isAdjectival) {
		return 0
	}
	for _, l := range commonNouns().find(bare(p.low[i+1])) {
		if l.features(bare(p.low[i+1]))&f&inCase(nom) != 0 {
			return f
		}
	}
	return 0
}

// isAdjectival reports a noun that declines as an adjective: «рабочий», «данные».
func (l lexeme) isAdjectival() bool {
	return hasAnySuffix(l.forms[gen], "ого", "его") || hasAnySuffix(l.forms[nom], "ая", "яя") || hasAnySuffix(l.forms[6+gen], "ых", "их")
}

// recognise finds what noun the head is.
func (n *nounPhrase) recognise(p *parsed, agree features) {
	raw := bare(p.raw[n.head])
	if strings.HasPrefix(raw, "«") || strings.HasPrefix(raw, "\"") || isAbbreviation(raw) {
		n.fixed = true
		return
	}
	word := strings.Trim(bare(p.low[n.head]), "«»„“”\"()")
	found, prefix := nounsOf(word)
	n.prefix = prefix
	word = word[len(prefix):]
	for _, l := range found {
		f := l.features(word) & agree
		if n.isCounted() {
			f = l.features(word)
		}
		if f == 0 {
			continue
		}
		switch {
		case !n.known, n.features&inCase(nom) == 0 && f&inCase(nom) != 0, n.noun.animate && !l.animate && !postNouns[word]:
			n.noun, n.features, n.known = l, f|n.features, true
		default:
			n.features |= f
		}
	}
	if n.isCounted() {
		n.features = bit(pluralRow, nom) | bit(pluralRow, acc)
	}
}

// nounsOf finds the nouns of which a word is a form; of a compound its last
// part, and what stands before it: «пресс-конференция», «30-летие».
func nounsOf(word string) (found []lexeme, prefix string) {
	found = commonNouns().find(word)
	i := strings.LastIndexByte(word, '-')
	if i <= 0 || len(found) > 0 {
		return found, ""
	}
	first, last := word[:i], word[i+1:]
	if !compoundFirst[first] && len(commonNouns().find(first)) > 0 {
		return nil, "" // «неделя-форум»: whether both decline is not known
	}
	if strings.HasPrefix(last, "лети") { // the list has «столетие»
		for _, l := range commonNouns().find("сто" + last) {
			for f := range l.forms {
				l.forms[f] = strings.TrimPrefix(l.forms[f], "сто")
			}
			found = append(found, l)
		}
		return found, word[:i+1]
	}
	return commonNouns().find(last), word[:i+1]
}

// numberOf reads a number in figures, or one in words of those that stand alone.
func numberOf(word string) (int, bool) {
	if word != "" && len(word) < 7 && strings.Trim(word, "0123456789") == "" {
		n := 0
		for _, r := range word {
			n = n*10 + int(r-'0')
		}
		return n, true
	}
	n, ok := numbersInWords[word]
	return n, ok
}

var numbersInWords = func() map[string]int {
	all := map[string]int{"оба": 2, "обе": 2}
	for n := 2; n <= 100; n++ {
		for _, g := range []Gender{Masculine, Feminine} {
			if word := Numeral(n, Nominative, g, false); !strings.Contains(word, " ") {
				all[word] = n
			}
		}
	}
	return all
}()

func isInfinitive(word string) bool {
	return hasAnySuffix(word, "ть", "ться", "ти", "тись", "чь") && len(commonNouns().find(word)) == 0
}

// isAdverb reports a word before an adjective that goes with it: «особо важный».
func (p *parsed) isAdverb(i int) bool {
	word := bare(p.low[i])
	return i+1 < len(p.low) && adjectiveFeatures(bare(p.low[i+1])) != 0 && hasAnySuffix(word, "о", "е", "и") && len(commonNouns().find(word)) == 0
}

// BeginsWithPreposition reports whether a phrase brings its own preposition:
// «в связи с юбилеем», «о ходе переговоров».
func BeginsWithPreposition(phrase string) bool {
	first, rest, _ := strings.Cut(strings.TrimSpace(phrase), " ")
	return strings.IndexFunc(rest, unicode.IsLetter) >= 0 && isPreposition(strings.ToLower(first)) || rest != "" && isPreposition(strings.ToLower(first))
}

// isPreposition reports the prepositions: Русская грамматика, 1980, §§ 1655–1662.
func isPreposition(word string) bool { return simplePrepositions[word] }

var simplePrepositions = wordSet(`в во на о об обо с со к ко по от ото из изо за до для при про у над надо под подо перед передо без безо через чрез между меж
	среди ради кроме вместо вокруг около после против насчёт насчет относительно касательно касаемо согласно вопреки благодаря ввиду вследствие
	посредством путём путем накануне вслед напротив внутри вне возле близ вдоль сквозь свыше наряду вплоть помимо сверх включая исключая спустя`)

// trimQuotes parts a word from the marks that close after it.
func trimQuotes(word string) (inner, closing string) {
	inner = strings.TrimRight(word, "»“”\")")
	return inner, word[len(inner):]
}
