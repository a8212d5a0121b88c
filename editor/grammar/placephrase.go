package grammar

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/wordset"
)

// longestPlace is how many words the name of a place has at most.
const longestPlace = 40

// placePhrase is a place on its way to being declined.
type placePhrase struct {
	*parsed
	preposition string
	locative    map[int]string // the words that have a form of their own after «в» and «на»
}

// keepInO leaves Домодедово and Ново-Огарёво as they are, but not the first word
// of Куликово поле.
func (p *placePhrase) keepInO() {
	for i, word := range p.low {
		name := strings.TrimRight(word, "-0123456789") // Внуково-2
		if hasAnySuffix(name, "ово", "ево", "ёво", "ино", "ыно") && (i+1 == len(p.low) || p.low[i+1] == "и" || isPlaceTail(p.low[i+1])) {
			p.forms[i] = six{}
		}
	}
}

// within notes what the row of word i says of the place: the preposition, and
// the form after it.
func (p *placePhrase) within(i int, row entry) {
	if p.preposition == "" {
		p.preposition = row.preposition
	}
	if row.locative != "" {
		if p.locative == nil {
			p.locative = map[int]string{}
		}
		p.locative[i] = row.locative
	}
}

// declineByGenitive declines every word that differs in the known genitive.
func (p *placePhrase) declineByGenitive(genitive []string) {
	for i, word := range p.low {
		switch {
		case i >= len(genitive) || word == genitive[i]:
		case i+1 < len(p.low) && isPossessive(word):
			p.set(i, possessivePlace(word), true)
		default:
			p.set(i, pairForms(word, genitive[i]), true)
		}
	}
}

// declineNumbered declines places that are counted, «два полигона», with the
// preposition of what they are; false where no number stands first.
func (p *placePhrase) declineNumbered() bool {
	if len(p.low) == 0 {
		return false
	}
	if _, end := p.readNumber(0); end == 0 {
		return false
	}
	counted, _ := p.nounPhrase(0)
	if counted.numeral != 0 || !counted.isCounted() || counted.head < 0 || counted.noun.forms[nom] == "" {
		return false
	}
	p.guess = !counted.decline(p.parsed) || p.guess
	p.preposition = headPreposition(counted.noun.forms[nom])
	return true
}

// decline declines the name that begins at word i: adjectives, then a noun;
// after a common noun the name stays, after «и» or a dash another begins.
func (p *placePhrase) decline(i int) {
	for i < len(p.low) && p.declineWord(i, p.word(i+1)) {
		i++
	}
}

// word is a word of the phrase, or "" behind its end.
func (p *placePhrase) word(i int) string {
	if i < len(p.low) {
		return p.low[i]
	}
	return ""
}

// declineWord declines one word, and reports whether those after it can decline too.
func (p *placePhrase) declineWord(i int, next string) bool {
	word := p.low[i]
	if s, ok := p.headFormsAt(i); ok && (p.raw[i] == word || !isDotted(word)) { // ул. Мира, but С. Пробный
		p.declineHead(i, s)
		return false
	}
	if next != "" && isModifier(word) {
		return true
	}
	if s, ok := modifierForms(word, false); ok && (next != "" || !isNounPlace(word)) {
		p.set(i, s, next != "" || isSureModifier(word))
		return true
	}
	if p.isAbbreviatedPlace(i) {
		p.set(i, fixed(word), keepsItsForm(word))
		return false
	}
	if s, ok := commonNoun(word); ok && p.isObjectOf(i, next) {
		p.set(i, s, false) // its preposition is not known
		return false
	}
	return p.declineNoun(i, word, next)
}

// isSureModifier reports whether a place's name is surely declined as an adjective.
func isSureModifier(word string) bool {
	_, known := gazetteer()[word]
	return known || hasAnySuffix(word, "ский", "цкий", "ская", "цкая", "ское", "цкое")
}

// keepsItsForm reports whether an abbreviation of a place surely is never declined: a long one that ends in a consonant may be.
func keepsItsForm(word string) bool {
	return !isConsonant(lastLetter(word)) || syllables(word) == 0 || utf8.RuneCountInString(word) <= 4
}

// headFormsAt are the forms of a common noun, which an abbreviation has none of: no БЕЛАЗОМ.
func (p *placePhrase) headFormsAt(i int) (six, bool) {
	s, ok := headForms(p.low[i])
	return s, ok && (s[gen] == p.low[i] || !p.isKnownAbbreviation(i))
}

// isAbbreviatedPlace reports ДНР and СПб.
func (p *placePhrase) isAbbreviatedPlace(i int) bool {
	if isAbbreviation(p.raw[i]) { // СЦК ends as Курск does, and has no vowel
		return syllables(p.low[i]) == 0 || !isKnownPlace(p.low[i])
	}
	return len(p.low) == 1 && p.isAbbreviationAt(i) && syllables(p.low[i]) == 0
}

func isKnownPlace(word string) bool {
	_, known := findPlaceWord(word)
	return known || isPlaceEnding(word) || hasAnySuffix(word, "ск", "цк")
}

// isObjectOf reports whether word i, a noun of no table, is the head of what
// follows: what it is in small letters, or has a word in the genitive behind it.
func (p *placePhrase) isObjectOf(i int, next string) bool {
	if isKnownPlace(p.low[i]) {
		return false
	}
	of := p.features(next)
	return p.raw[i] == p.low[i] || next != "" && of&inCase(gen) != 0 && of&inCase(nom) == 0
}

// prepositionAt is that of a common noun, "" where it is «в».
func (p *placePhrase) prepositionAt(i int) string {
	switch word, next := p.low[i], p.word(i+1); {
	case word == "пункт" && (i > 0 && crossingPoints.Has(p.low[i-1]) || next == "пропуска" || next == "управления"),
		word == "земля" && i == 0 && p.raw[i] != word: // на Земле Александры, but в земле Бавария
		return "на"
	case word == "терминал" && i > 0 && cargoTerminals.Has(p.low[i-1]):
		return "на"
	default:
		return headPreposition(word)
	}
}

// cargoTerminals are the adjectives of terminals that are grounds and no halls: на нефтяном терминале, but в пассажирском
// терминале.
var cargoTerminals = wordset.Of("нефтяной нефтеналивной газовый зерновой угольный контейнерный грузовой морской портовый перевалочный паромный")

// crossingPoints are the adjectives of points on which people serve, and not in: на
// контрольно-пропускном пункте, but в населённом пункте.
var crossingPoints = wordset.Of("контрольно-пропускной пропускной командный наблюдательный пограничный опорный огневой")

// declineHead declines a common noun, and what agrees with it behind.
func (p *placePhrase) declineHead(i int, s six) {
	word := p.low[i]
	p.set(i, s, true)
	row, _ := findHead(word)
	row.preposition = p.prepositionAt(i)
	if i+1 < len(p.low) || !unicode.IsUpper(firstLetter(p.raw[i])) || !townNouns.Has(word) {
		p.within(i, row)
	}
	if i+1 == len(p.low) {
		return
	}
	p.declineBehind(i+1, word)
	if and := slices.Index(p.low[i:], "и"); and > 0 {
		next := p.word(i + and + 1)
		if s, ok := headForms(next); ok && s[gen] != next || p.nextOrganisation(i+and+1) == i+and+1 {
			p.decline(i + and + 1)                            // город Ош и город Нарын
			if row, _ := findHead(next); row.isPlural(next) { // музей леса и воды
				p.guess = true
			}
		} else if shows := adjectiveFeatures(next); shows&inCase(nom) != 0 && shows&inCase(gen) == 0 {
			p.guess = true // склад и военные городки
		}
	}
}

// declineBehind declines the name at word i where it agrees with the noun before it.
func (p *placePhrase) declineBehind(i int, head string) {
	name := p.low[i]
	adjective, ok := adjectiveForms(name, false)
	alone := ok && i+1 == len(p.low)
	village := hasAnySuffix(name, "ка", "ха")
	switch {
	case agreeingNouns.Has(head), head == "деревня" && village:
		p.declineAgreeing(i)
	case agreeingAdjectives.Has(head) && alone && isFirstName(drop(name, 1)+"й"): // улица Абая
	case agreeingAdjectives.Has(head) && alone:
		p.set(i, adjective, !strings.HasSuffix(name, "бая"))
	case head == "остров" && ok, settlements.Has(head) && village:
		p.guess = true // на острове Русский and на острове Русском
	case settlements.Has(head) && alone && (lastLetter(head) == 'о') == (lastLetter(name) == 'е'):
		p.set(i, adjective, false) // в посёлке Октябрьском, in some houses Октябрьский
	}
}

// declineNoun declines a noun by what follows it, and reports whether the words
// after it can decline too.
func (p *placePhrase) declineNoun(i int, word, next string) bool {
	s, sure := placeWord(word)
	row, known := findPlaceWord(word)
	switch {
	case next == "":
		if strings.HasSuffix(word, "щина") && syllables(word) > 2 { // Смоленщина
			row.preposition, sure = "на", true
		}
		p.set(i, s, sure)
		if i == 0 || p.low[i-1] != "горный" { // в Горном Алтае
			p.within(i, row)
		}
	case next == "и" || next == "–" || next == "—" || isPostposed(next):
		p.set(i, s, known && next == "и")
		p.within(i, row)
	case isPossessiveOf(word, next):
		_, head := headForms(p.raw[i+1]) // with a capital letter it may be Ельцин Центр
		p.set(i, possessivePlace(word), head)
	case hasAnySuffix(word, "ова", "ева", "ина") && hasAnySuffix(next, "а", "я"):
		p.set(i, possessiveFem.on(word, drop(word, 1)), false)
	case isPlaceTail(next):
		p.set(i, s, sure)
		p.within(i, row)
		return false
	default:
		p.guess = true
	}
	return true
}

// isPossessiveOf reports whether the word is the first of Сергиев Посад or
// Куликово поле, and agrees with the next.
func isPossessiveOf(word, next string) bool {
	neuter := lastLetter(next) == 'е' || lastLetter(next) == 'о'
	return isPossessive(word) && isNounEnding(next) && neuter == (lastLetter(word) == 'о')
}

// isPostposed reports an adjective after its noun: Волочаевка Вторая.
func isPostposed(word string) bool {
	_, ok := adjectiveForms(word, false)
	return ok && hasAnySuffix(word, "ая", "ый", "ое", "ский", "ой", "ые", "ие")
}

// declineAgreeing declines the name after «город», where it is one that agrees:
// not a plural («в городе Мытищи»), not one in -о («в городе Иваново»).
func (p *placePhrase) declineAgreeing(i int) {
	if len(p.low) > longestPlace { // each «город» within would ask for all behind it once more
		p.guess = true
		return
	}
	name := strings.Join(p.low[i:], " ")
	row, _ := findPlace(name)
	d := House{}.declinePlaces(name)
	p.guess = p.guess || d.Guess
	last := p.low[len(p.low)-1]
	plural := row.genitive != "" && hasAnySuffix(last, "ы", "и", "а") && hasAnySuffix(p.low[i], "ы", "и", "ие", "ые")
	_, adjective := adjectiveForms(p.low[i], false)
	if plural || hasAnySuffix(last, "о", "е", "и", "ы") && !adjective || strings.HasPrefix(p.low[i], "«") {
		return
	}
	var forms [6][]string
	for c, code := range Cases() {
		forms[c] = strings.Fields(d.Forms[code])
	}
	for j := range p.low[i:] {
		for c := range forms {
			p.forms[i+j][c] = forms[c][j]
		}
	}
}

// isPossessive reports the first word of Сергиев Посад and of Куликово поле.
func isPossessive(word string) bool {
	return hasAnySuffix(word, "ов", "ев", "ёв", "ин", "ово", "ево", "ёво", "ино") && syllables(word) > 1
}

func possessivePlace(word string) six {
	if lastLetter(word) == 'о' {
		return possessiveNeuter.on(word, drop(word, 1))
	}
	return possessiveOfPlace.on(word, word).inanimate()
}

// isNounEnding reports the ending of a masculine or neuter noun.
func isNounEnding(word string) bool {
	last := lastLetter(word)
	return isConsonant(last) || last == 'й' || last == 'е' || last == 'о'
}

// isPlaceTail reports words after which nothing declines.
func isPlaceTail(word string) bool {
	switch word {
	case "на", "над", "под", "имени", "им.", "при", "у", "в":
		return true
	}
	return strings.HasPrefix(word, "(") || strings.HasPrefix(word, "«")
}
