package proof

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/words"
	"communique/editor/wordset"
)

// adjectiveEndings are those that hardly any other word has.
var adjectiveEndings = []string{"ский", "ская", "ское", "ские", "ского", "скому", "ским", "скую", "ских", "скими", "цкий", "цкая", "цкое", "цкие", "цкого", "цкому", "цким", "цкую", "цких", "цкими", "ный", "ная", "ное", "ные", "ного", "ному", "ную", "ных", "ными"}

// otherwise are words that are nouns by chance only: adverbs, pronouns, numerals.
var otherwise = wordset.Of(`его ее её их чем что как так все всё это
	сегодня завтра вчера сейчас более менее сто три пять шесть семь восемь десять
	стать быть дать один два две мало много дома пару лет раз сам сами
	тысяча тысяч миллион полтора пол ура потом около после течь никак почти чего
	уже еще ещё там тут где когда туда оттуда сюда навсегда тогда иначе ничего никого`)

// caseAfterPreposition finds a word in a case that the preposition before it does not
// take: «согласно приказа», «с Министр». It speaks only where no reading fits of a word
// that the dictionary knows.
func caseAfterPreposition(p *passage, out *report) {
	if !p.russian() || !p.body() && p.Field != "boilerplate" {
		return
	}
	for i, t := range p.tokens {
		if t.kind != word || t.address || !p.wordFollows(i) {
			continue
		}
		preposition, text := lower(p.piece(i)), p.piece(i+2)
		if last, ok := p.compoundDiffers(i); ok {
			out.add(p, t.start, p.tokens[last].end).Other = caseNames(genitiveAlone)
			continue
		}
		cases := grammar.CasesAfter(preposition)
		if cases == nil || preposition == "надо" || !p.writtenAsPreposition(i) || !mayBeNoun(text) || p.spareCase(i, preposition, text) {
			continue
		}
		cases = p.casesHere(i, preposition, cases)
		if last, ok := p.phraseDiffers(i+2, cases, preposition); ok {
			out.add(p, t.start, p.tokens[last].end).Other = caseNames(cases)
		}
	}
}

// genitiveAlone is what compound prepositions take.
var genitiveAlone = []grammar.Case{grammar.Genitive}

// compoundDiffers reports whether a compound preposition begins at i, and what stands behind it is in
// another case than the genitive; with the last word that tells: «в ходе встречу», «в качестве исключение».
func (p *passage) compoundDiffers(i int) (last int, differs bool) {
	at := p.behindCompound(i)
	if at == 0 || !p.writtenAsPreposition(i) {
		return 0, false
	}
	text := p.piece(at)
	if !mayBeNoun(text) || grammar.CasesAfter(text) != nil || p.piece(at+1) == "." || isInfinitive(text) || isCaseless(text) { // «с целью повысить», «в области начался ремонт»
		return 0, false
	}
	return p.phraseDiffers(at, genitiveAlone, "для")
}

// isInfinitive reports whether a word is a verb's infinitive, by its ending, and no noun.
func isInfinitive(text string) bool {
	return slices.ContainsFunc([]string{"ть", "ти", "чь", "ться", "тись", "чься"}, func(e string) bool { return strings.HasSuffix(text, e) }) && len(grammar.NounShows(text)) == 0
}

// phraseDiffers reports whether the word at i, behind a preposition, stands in a case that
// this does not take, or does not agree with the word behind it («в других место»); with
// the last word that tells.
func (p *passage) phraseDiffers(i int, cases []grammar.Case, preposition string) (last int, differs bool) {
	text := p.piece(i)
	if bareForms.Has(p.folded[i]) && isBasic.Has(preposition) && p.piece(i+1) != "." {
		return i, true
	}
	if numeralCases()[p.folded[i]] != nil {
		return i, p.numeralDiffers(i, cases, preposition)
	}
	r := readingOf(text)
	if isComparative(text) {
		return i, true
	}
	if p.adverbForAdjective(i) {
		return i + 2, true
	}
	noun := p.folded[p.measured(i)]
	if !r.mayBe(text, func(s grammar.Shown) bool { return fits(s, cases, preposition, noun) }) {
		return i, r.isCertain(text) && (!r.caseless || !mayFollowNoun.Has(preposition))
	}
	if !p.wordFollows(i) {
		return 0, false
	}
	if p.nounDiffers(i, r, cases) {
		return i + 2, true
	}
	if !r.isOnlyAdjective(text) {
		return 0, false
	}
	if entersOffice(preposition, r.adjective, grammar.NounShows(p.piece(i+2))) {
		return 0, false
	}
	return i + 2, p.disagrees(i, r, cases) || p.differsFromPlace(i, r, cases)
}

// measured is the token of the noun at i, or behind the adjective at i.
func (p *passage) measured(i int) int {
	if p.wordFollows(i) && len(grammar.NounShows(p.piece(i))) == 0 {
		return i + 2
	}
	return i
}

func hasCase(shown []grammar.Shown, c grammar.Case) bool {
	return slices.ContainsFunc(shown, func(s grammar.Shown) bool { return s.Case == c })
}

func hasGender(shown []grammar.Shown, g grammar.Gender) bool {
	return slices.ContainsFunc(shown, func(s grammar.Shown) bool { return s.Gender == g })
}

// writtenAsPreposition reports whether a word has a capital at most where a sentence
// begins: with one it may be a name or an initial.
func (p *passage) writtenAsPreposition(i int) bool {
	return isLower(p.piece(i)) || p.beginsSentence(i)
}

// mayBeNoun reports whether a word may be asked for its case. Those with capitals may be
// names, of which the cases are not known, but for posts («Министр»).
func mayBeNoun(text string) bool {
	const shortest = 3 // letters
	folded := words.Fold(text)
	if pronounCases()[folded] != nil || numeralCases()[folded] != nil || bareForms.Has(folded) {
		return strings.ToUpper(text) != text
	}
	if utf8.RuneCountInString(text) < shortest || !isCyrillic(text) || otherwise.Has(lower(text)) {
		return false
	}
	return strings.ToUpper(text) != text && (isLower(text) || grammar.IsTitleNoun(text) || isDocument(text) || grammar.PronounShows(text) != nil || isTitle(text) && grammar.PlaceShows(text) != nil || len(grammar.NounShows(text)) == 0 && isAdjectiveOfPlace(text))
}

// isDocument reports whether a word with a capital is what official documents are called.
func isDocument(text string) bool {
	return slices.ContainsFunc([]string{"Указ", "Постановлени", "Распоряжени", "Закон", "Приказ", "Соглашени", "Договор", "Декларац", "Кодекс", "Конституц", "Устав", "Меморандум", "Протокол"}, func(b string) bool { return strings.HasPrefix(text, b) })
}

// isAdjectiveOfPlace reports whether a word with a capital is an adjective that begins a
// name: «Российском союзе». Those of people («Достоевский») stand alone or behind a first
// name.
func isAdjectiveOfPlace(text string) bool {
	return slices.ContainsFunc(adjectiveEndings, func(e string) bool { return strings.HasSuffix(text, e) }) && isAdjective(lower(text))
}

// fits reports whether a preposition takes a case, of a noun.
func fits(s grammar.Shown, cases []grammar.Case, preposition, noun string) bool {
	if slices.Contains(cases, s.Case) {
		return preposition != "по" || s.Case == grammar.Dative || fitsPo(s.Case, noun)
	}
	return fitsBesides(s, preposition, noun)
}

// fitsPo: behind «по» the accusative says until when or how far, the prepositional after
// what («по прибытии»).
func fitsPo(c grammar.Case, noun string) bool {
	if c == grammar.Prepositional {
		return strings.HasSuffix(noun, "ии") || afterPo.Has(noun)
	}
	_, month := grammar.Month(noun)
	_, weekday := weekdays[noun]
	return month || weekday || untilPo.Has(noun)
}

var (
	afterPo = wordset.Of("приезде прилете отъезде вылете выходе уходе входе нем ком чем том подсчете проверке")
	untilPo = wordset.Of(`день дни число год годы час минуту месяц квартал полугодие время нынешнее век утро вечер лето зиму осень весну сторону стороны руку пояс колени колено локоть локти уши шею
		горло грудь плечи плечо щиколотку пуп край рукоятку эту ту обе сей какое настоящее класс этап пункт стену крышу то что`)
)

// fitsBesides reports whether a preposition takes a case that is not among those of all
// nouns. Of some there is a second genitive and a second locative, which look like the
// dative («с голоду», «в году»), and who takes a post goes «в министры».
func fitsBesides(s grammar.Shown, preposition, noun string) bool {
	switch s.Case {
	case grammar.Dative:
		return s.Gender == grammar.Masculine && beforeSecondCase.Has(preposition) && secondCase.Has(noun)
	case grammar.Nominative:
		return s.Gender == grammar.Plural && s.Animate && (preposition == "в" || preposition == "во")
	case grammar.Accusative:
		return (preposition == "с" || preposition == "со") && measures.Has(noun)
	}
	return false
}

// beforeSecondCase are the prepositions before a second genitive or a second locative.
var beforeSecondCase = wordset.Of("в во на с со из от без до о при для")

var (
	// secondCase are the forms of a second genitive or locative: Русская грамматика, 1980, §§ 1180, 1181.
	secondCase = wordset.Of(`году лесу саду порту аэропорту виду ряду краю бою строю углу полу берегу мосту снегу пруду раю плену быту счету ходу долгу балу цеху отпуску часу глазу лбу рту носу боку тылу хлеву
		шкафу кругу ветру миру полку посту слуху свету верху низу духу дому дыму жару клею меду меху поту пуху роду соку спирту стану стогу торгу току чаю шелку яру крыму дону гробу борту бреду валу веку воску
		корню лугу льду лету мху мозгу паю пару песку плоту поводу размаху разу суку тифу холоду чину шагу голоду разбегу разгону испугу страху толку спросу смеху маху наскоку бору верху зарезу
		краю хмелю народу сахару табаку супу луку перцу рису творогу сыру интересу жиру зною югу скаку лету отлету взлету переду заду
		проку кону хору пиру аду плаву упаду умолку разбору передыху горбу смраду грому свисту`)
	measures = wordset.Of("неделю месяц год годик час часок минуту секунду день сутки километр метр сантиметр милю версту десяток сотню тысячу полгода полчаса дюжину пару палец кулак голову гору дом рост треть половину четверть тонну килограмм литр век")
)

// caseNames names cases for people.
func caseNames(cases []grammar.Case) string {
	var names []string
	for _, c := range cases {
		names = append(names, map[grammar.Case]string{
			grammar.Nominative: "именительный", grammar.Genitive: "родительный", grammar.Dative: "дательный",
			grammar.Accusative: "винительный", grammar.Instrumental: "творительный", grammar.Prepositional: "предложный",
		}[c])
	}
	return strings.Join(names, ", ")
}
