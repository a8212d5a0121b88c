package proof

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/words"
	"communique/editor/wordset"
)

// numberNoun finds a noun that does not agree with the number in figures before it:
// «5 государства», «2 дней», «21 участников».
func numberNoun(p *passage, out *report) {
	if !p.russian() && p.language != "en" || !p.body() {
		return
	}
	for i := range p.tokens {
		switch {
		case !p.wordFollows(i) || p.tokens[i].address:
		case !p.russian():
			p.englishNumber(i, out)
		case numbersInWords[p.folded[i]] > 0:
			p.numberInWords(i, numbersInWords[p.folded[i]], out)
		case isObliqueNumeral(p.folded[i]):
			p.obliqueNumeral(i, out)
		case !p.is(i, figure) || p.mistypedYear(i):
		case p.isDecimal(i):
			p.decimalNoun(i, out)
		case p.countsHere(i):
			p.wholeNumber(i, out)
		}
	}
}

// wholeNumber finds a noun that does not agree with the whole number at i.
func (p *passage) wholeNumber(i int, out *report) {
	n := number(p.piece(i))
	if right, differs := p.yearsDiffer(i, n); differs {
		out.add(p, p.tokens[i].start, p.tokens[i+2].end).Other = p.piece(i) + p.piece(i+1) + right
		return
	}
	at, shown := p.counted(i + 2)
	text := p.piece(at)
	if len(shown) == 0 || isYear(text, n) || p.countsNothing(i, at, shown) || p.agrees(i, n, shown) && p.adjectiveAgrees(i, n, at, shown) {
		return
	}
	out.add(p, p.tokens[i].start, p.tokens[at].end).Other = p.text[p.tokens[i].start:p.tokens[at].start] + countedForm(text, n, p.casesBefore(i))
}

// countsNothing reports whether the noun behind a number is the subject of the verb behind it: «по 10 предметам из 21
// ученики выполняли».
func (p *passage) countsNothing(i, at int, shown []grammar.Shown) bool {
	return p.is(i-1, space) && p.fold(i-2) == "из" && p.wordFollows(at) && strings.HasSuffix(p.piece(at+2), "ли") && p.pastVerb(at+2) &&
		slices.ContainsFunc(shown, func(s grammar.Shown) bool { return s.Gender == grammar.Plural && s.Case == grammar.Nominative })
}

// isDecimal reports whether the figures at i are those behind the comma of a decimal fraction that
// counts what follows.
func (p *passage) isDecimal(i int) bool {
	return p.piece(i-1) == "," && p.is(i-2, figure) && p.countsHere(i-2)
}

// decimalNoun finds a noun that is not in the genitive singular behind a decimal fraction, whatever
// the preposition: «3,5 процентов».
func (p *passage) decimalNoun(i int, out *report) {
	at, shown := p.counted(i + 2)
	right := func(s grammar.Shown) bool { return s.Case == grammar.Genitive && s.Gender != grammar.Plural }
	if len(shown) == 0 || slices.ContainsFunc(shown, right) {
		return
	}
	if put := countedForm(p.piece(at), 2, nil); put != unknownForm { // else it has no singular
		out.add(p, p.tokens[i-2].start, p.tokens[at].end).Other = p.text[p.tokens[i-2].start:p.tokens[at].start] + put
	}
}

// yearsDiffer returns the form of «год» that a number or a year asks for, where another stands.
func (p *passage) yearsDiffer(i, n int) (right string, differs bool) {
	if right, differs = p.yearDiffers(i); !differs && p.fewYears(i, n) {
		return "года", true
	}
	return right, differs
}

// fewYears reports whether «2 лет» stands where «2 года» does: «через 2 лет».
func (p *passage) fewYears(i, n int) bool {
	return p.folded[i+2] == "лет" && countsFew(n) && p.asksNominative(i)
}

// counted is the noun that a number counts, at i or behind the adjective there, and what
// it shows.
func (p *passage) counted(i int) (at int, shown []grammar.Shown) {
	at = i
	if text := p.piece(i); isLower(text) && len(grammar.AdjectiveShows(text)) > 0 && isAdjective(text) && p.wordFollows(i) {
		at = i + 2
	}
	if text := p.piece(at); ordinal(text) && (strings.HasPrefix(text, "числ") || !p.hasNoObject(i-2)) {
		return at, nil
	}
	return at, countedNoun(p.piece(at))
}

// adjectiveAgrees reports whether the adjective between a number and its noun, if there is one, stands
// in a case that the two allow; in «2 детским сада» and «5 новое объектов» it does not.
func (p *passage) adjectiveAgrees(i, n, noun int, shown []grammar.Shown) bool {
	return noun == i+2 || countsOne(n) || slices.ContainsFunc(grammar.AdjectiveShows(p.piece(i+2)), func(a grammar.Shown) bool {
		if a.Gender != grammar.Plural {
			return false
		}
		if a.Case == grammar.Genitive || countsFew(n) && (a.Case == grammar.Nominative || a.Case == grammar.Accusative) {
			return true
		}
		return slices.ContainsFunc(shown, func(s grammar.Shown) bool { return isOblique(s) && s.Case == a.Case })
	})
}

// countedNoun is what a word shows as a noun that a number may count; nothing where it is
// none, or none that tells.
func countedNoun(text string) []grammar.Shown {
	if !isLower(text) || !isCyrillic(text) || asCounted.Has(text) {
		return nil
	}
	if _, month := grammar.Month(text); month {
		return nil
	}
	shown := grammar.NounShows(text)
	if len(shown) == 0 || len(grammar.AdjectiveShows(text)) > 0 && isAdjective(text) {
		return nil
	}
	return shown
}

// isYear reports whether a number names a year rather than counts years: «на 2024 год».
func isYear(text string, n int) bool {
	ofCentury := n > 31 && n < 100 && text == "году" // «в 64 году»
	return ofCentury || n >= 1000 && strings.HasPrefix(text, "год")
}

// asCounted are genitives of the plural that look like another form, of драм, which
// looks like драма, and verbs that look like nouns: «из дома 7 были».
var asCounted = wordset.Of(`раз человек лет грамм килограмм ватт киловатт мегаватт гигаватт вольт ампер
	микрон солдат бит байт мегабайт гигабайт терабайт петабайт килобайт герц гигагерц мегагерц децибел сот крат драм драма
	плюс минус сутки вечера утра ночи были стали`)

// ordinals are nouns that a number in figures counts off rather than counts: «112
// созыва», «в 10 классе», «20 века». Of those who come and take part it counts them too: «учатся 12 класса».
var ordinals = []string{
	"созыв", "числ", "класс", "курс", "этап", "век", "квартал", "пункт", "степен", "категори", "разряд", "ранг", "очеред", "поколени", "съезд", "сесси", "заседани", "этаж", "мест",
	"групп", "стать", "част", "глав", "раздел", "полугоди", "столети", "годовщин", "километр", "минут", "тур", "раунд", "сезон", "созыв", "уровн", "апрел", "размер", "канал", "выпуск", "том", "номер", "страниц", "ступен", "стад",
}

// countedOff are the bare forms of those of which addresses and programmes say which one: «(4 этаж)», «в 5 класс».
var countedOff = wordset.Of("этаж подъезд корпус кабинет класс курс квартал этап тур раунд сезон разряд съезд созыв век том выпуск номер канал")

func ordinal(text string) bool {
	return countedOff.Has(text) || slices.ContainsFunc(ordinals, func(stem string) bool {
		rest, ok := strings.CutPrefix(text, stem)
		return ok && len(rest) <= len("ями") && !strings.HasSuffix(text, "ов") && rest != "" && (!strings.HasSuffix(rest, "й") || stem == "стади")
	})
}

// numbered are words whose number is a name: «пункт 5 постановления», «№ 5 министерства».
var numbered = []string{"пункт", "подпункт", "стать", "част", "глав", "раздел", "абзац", "приложени", "параграф", "школ", "дом", "номер", "приказ", "закон", "форм", "указ", "постановлени", "резолюци", "решени", "протокол", "групп", "палат", "канал", "участк", "ред", "выпуск", "том", "схем", "таблиц", "рисун", "лот", "войсков", "порт"}

// countsHere reports whether the number at i counts what follows.
func (p *passage) countsHere(i int) bool {
	before := i - 1
	if p.is(before, space) {
		before--
	} else if p.is(before, word) { // «VP9»
		return false
	}
	if p.is(before, word) && p.folded[before] == "по" && p.is(before-2, figure) { // «с 1 по 5 этап»
		return false
	}
	switch text := p.piece(before); {
	case p.is(before, figure), text == "№", text == "N", text == "-", text == "–", text == "—", text == "/", text == ":", text == "§", text == "+":
		return p.is(before, figure) && p.is(i-1, space) // the groups of «10 000»
	case (text == "," || text == ".") && before == i-1: // 10,5; 11.09
		return false
	case text == ".": // «ст. 5»
		return !p.is(before-1, word) || len(p.piece(before-1)) > len("ста")
	case p.is(before, word):
		return !slices.ContainsFunc(numbered, func(stem string) bool { return strings.HasPrefix(lower(text), stem) })
	}
	return true
}

// agrees reports whether one of the forms that a noun may be stands behind the number n.
func (p *passage) agrees(i, n int, shown []grammar.Shown) bool {
	return slices.ContainsFunc(shown, func(s grammar.Shown) bool {
		switch {
		case countsOne(n):
			asked := p.casesBefore(i)
			if asked == nil && p.asksNominative(i) { // «принято 41 решения»
				asked = []grammar.Case{grammar.Nominative, grammar.Accusative}
			}
			return s.Gender != grammar.Plural && (asked == nil || slices.Contains(asked, s.Case))
		case countsFew(n):
			return p.agreesWithFew(i, s)
		}
		return p.agreesWithMany(i, s)
	})
}

// agreesWithMany: «5 дней», «к 5 дням», «в 80 метрах».
func (p *passage) agreesWithMany(i int, s grammar.Shown) bool {
	if s.Gender != grammar.Plural {
		return false
	}
	asked := p.casesBefore(i)
	switch s.Case {
	case grammar.Genitive:
		return asked == nil || slices.Contains(asked, grammar.Genitive) || slices.Contains(asked, grammar.Accusative)
	case grammar.Prepositional:
		return slices.Contains(asked, s.Case) || asked == nil && p.locativeBefore(i)
	case grammar.Dative, grammar.Instrumental:
		return asked == nil || slices.Contains(asked, s.Case)
	}
	return false
}

// asksGenitive are words of quantity behind which what is counted stands in the genitive.
var asksGenitive = wordset.Of("более менее больше меньше свыше порядка")

// casesBefore are the cases that the word right before a number asks for; nil where that is
// not known.
func (p *passage) casesBefore(i int) []grammar.Case {
	if !p.is(i-1, space) || !p.is(i-2, word) {
		return nil
	}
	before := p.folded[i-2]
	if asksGenitive.Has(before) {
		if p.piece(i-4) == "не" || grammar.CasesAfter(p.piece(i-4)) != nil {
			return nil // «к более 5 странам»
		}
		return []grammar.Case{grammar.Genitive}
	}
	return grammar.CasesAfter(before)
}

// locativeBefore reports whether a preposition that takes the prepositional case stands
// somewhat before a number: «в более чем 80 странах».
func (p *passage) locativeBefore(i int) bool {
	const farthest = 16 // tokens
	counts := func(j int) bool { return p.folded[j] == "и" || p.folded[j] == "или" || p.piece(j) == "," }
	goesOn := i > 1 && (counts(i-2) || counts(i-1)) // «в Москве и 80 городах»
	for j := i - 1; j >= 0 && j >= i-farthest; j-- {
		if !p.is(j, word) {
			continue
		}
		if slices.Contains(grammar.CasesAfter(p.piece(j)), grammar.Prepositional) {
			return true
		}
		if !goesOn && len(grammar.NounShows(p.piece(j))) > 0 && !asksGenitive.Has(p.folded[j]) && !isAdjective(p.piece(j)) {
			return false
		}
	}
	return false
}

// agreesWithFew: «2 дня», «к 2 дням», «до 2 дней», «видел 2 министров».
func (p *passage) agreesWithFew(i int, s grammar.Shown) bool {
	if s.Gender != grammar.Plural {
		return s.Case == grammar.Genitive && !p.behindQuantity(i)
	}
	if s.Case == grammar.Prepositional {
		asked := p.casesBefore(i)
		return slices.Contains(asked, s.Case) || asked == nil && p.locativeBefore(i)
	}
	return isOblique(s) || isCountedPlural(s) && !p.arrived(i, s) && (s.Animate && !p.hasNoObject(i) || !p.asksNominative(i))
}

// hasNoObject reports whether the verb before a number takes nobody as its object: «прибыли 22 участников».
func (p *passage) hasNoObject(i int) bool {
	before := p.fold(i - 2)
	return p.is(i-1, space) && (comers.Has(before) || (strings.HasSuffix(before, "лись") || strings.HasSuffix(before, "лось")) && p.fold(i-4) != "не")
}

// arrived reports whether «прибыли» before a number is the verb: people come, and the profit is that of things.
func (p *passage) arrived(i int, s grammar.Shown) bool {
	return s.Animate && p.is(i-1, space) && p.fold(i-2) == "прибыли" && !slices.Contains(grammar.CasesAfter(p.piece(i-4)), grammar.Genitive)
}

// comers are verbs of those who come and take part.
var comers = wordset.Of("прибыли прибыло приехали приехало пришли пришло прилетели прилетело выступили выступило выступят участвовали участвовало участвуют работают работали работало живут учатся учились вернулись выехали вышли остались приедут прибудут придут")

// behindQuantity reports whether «свыше» and the like stand right before a number, behind which it is
// in the genitive, and what it counts in that of the plural: «свыше 23 участников», «около 3 часов».
func (p *passage) behindQuantity(i int) bool {
	return p.is(i-1, space) && p.is(i-2, word) && (asksGenitive.Has(p.folded[i-2]) || p.folded[i-2] == "около")
}

// countsOne reports whether a number takes the noun as 1 does: 21, and not 11.
func countsOne(n int) bool { return n%10 == 1 && n%100 != 11 }

// countsFew reports whether a number takes the noun as 2 does: 22 to 24, and not 12 to 14.
func countsFew(n int) bool { return n%10 >= 2 && n%10 <= 4 && (n%100 < 12 || n%100 > 14) }

// isCountedPlural reports whether a noun stands as behind 5: «дней».
func isCountedPlural(s grammar.Shown) bool {
	return s.Gender == grammar.Plural && s.Case == grammar.Genitive
}

// isOblique reports whether a noun stands in a case that numbers follow: «с 5 днями».
func isOblique(s grammar.Shown) bool {
	switch s.Case {
	case grammar.Dative, grammar.Instrumental, grammar.Prepositional:
		return s.Gender == grammar.Plural
	}
	return false
}

// asksNominative reports whether «2 дней» is wrong here: behind a preposition that takes
// the accusative, or a verb. «До 2 дней» is right.
func (p *passage) asksNominative(i int) bool {
	if !p.is(i-1, space) || !p.is(i-2, word) {
		return p.beginsSentence(i)
	}
	before := lower(p.piece(i - 2))
	switch before {
	case "за", "через", "на", "спустя", "последние", "ближайшие", "следующие", "первые", "прошедшие", "минувшие":
		return true
	case "нужно", "нужны", "необходимо", "необходимы":
		return p.fold(i-4) != "не"
	}
	if grammar.CasesAfter(before) != nil {
		return false // «около»
	}
	if lower(p.piece(i-4)) == "не" || slices.ContainsFunc(takesGenitive, func(b string) bool { return strings.HasPrefix(before, b) }) {
		return false
	}
	for _, ending := range []string{"ли", "лись", "ится", "ется", "ются", "ятся", "утся", "атся", "ло", "лось", "ла", "лась", "лся", "ит", "ят", "ат", "ет", "ёт", "ил", "ал", "ел", "ают", "яют", "ует", "уют", "ает", "яет", "ено", "ены", "ято", "яты", "ята", "ыто", "ыты", "ана", "ано", "аны", "ена"} {
		const shortest = len("шли")
		if strings.HasSuffix(before, ending) && len(before) >= max(shortest, len(ending)+len("ш")) && len(grammar.NounShows(before)) == 0 && words.Has(words.Fold(before)) {
			return true
		}
	}
	return false
}

// takesGenitive are beginnings of verbs behind which a genitive is right: «достигло 3 процентов».
var takesGenitive = []string{"достиг", "достич", "доб", "косн", "каса", "лиш", "хват", "жда", "ожид", "избеж", "избег", "требов", "придерж", "заслуж", "удосто", "боял", "опас", "жел", "хот", "прос", "искал", "стоил", "недостав", "набрал", "прибав", "убав", "дошл", "доход", "стоит"}

// countedForm is the form of a noun beside a number, in the cases that what stands before
// it asks for, as far as the dictionary tells.
func countedForm(text string, n int, asked []grammar.Case) string {
	wanted := grammar.Shown{Gender: grammar.Plural, Case: grammar.Genitive}
	switch {
	case countsOne(n):
		wanted = grammar.Shown{Case: grammar.Nominative}
	case countsFew(n):
		wanted = grammar.Shown{Case: grammar.Genitive}
	}
	if len(asked) > 0 && !slices.Contains(asked, grammar.Accusative) {
		wanted.Case = asked[0]
		if !countsOne(n) {
			wanted.Gender = grammar.Plural
		}
	}
	if strings.HasPrefix(words.Fold(text), "год") && wanted.Gender == grammar.Plural {
		return "лет"
	}
	if first, second, joined := strings.Cut(text, "-"); joined && len(words.Known(words.Fold(text))) == 0 {
		return joinedForm(first, second, n, asked)
	}
	for _, form := range words.Known(words.Fold(text)) {
		for _, s := range grammar.NounShows(form) {
			if s.Case == wanted.Case && (s.Gender == grammar.Plural) == (wanted.Gender == grammar.Plural) {
				return form
			}
		}
	}
	return unknownForm
}

// unknownForm stands where the dictionary has no form.
const unknownForm = "…"
