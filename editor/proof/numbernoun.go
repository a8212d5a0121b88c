package proof

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/words"
)

// numberNoun finds a noun that does not agree with the number in figures before it:
// «5 государства», «2 дней», «21 участников».
func numberNoun(p *passage, out *report) {
	if !p.russian() || !p.body() {
		return
	}
	for i := 0; i+2 < len(p.tokens); i++ {
		if !p.is(i, figure) || !p.is(i+1, space) || !p.is(i+2, word) || p.tokens[i].address || !p.countsHere(i) {
			continue
		}
		text, n := p.piece(i+2), number(p.piece(i))
		shown := countedNoun(text)
		if len(shown) == 0 || isYear(text, n) || p.agrees(i, n, shown) {
			continue
		}
		out.add(p, p.tokens[i].start, p.tokens[i+2].end).Other = p.piece(i) + p.piece(i+1) + countedForm(text, n)
	}
}

// countedNoun is what a word shows as a noun that a number may count; nothing where it is
// none, or none that tells.
func countedNoun(text string) []grammar.Shown {
	if !isLower(text) || !isCyrillic(text) || ordinal(text) || asCounted[text] {
		return nil
	}
	if _, month := grammar.Month(text); month {
		return nil
	}
	shown := grammar.NounShows(text)
	if len(shown) == 0 || len(grammar.AdjectiveShows(text)) > 0 && !isNounOnly(text) {
		return nil
	}
	return shown
}

// isYear reports whether a number names a year rather than counts years: «на 2024 год».
func isYear(text string, n int) bool { return n >= 1000 && strings.HasPrefix(text, "год") }

// isNounOnly reports whether a word has an adjective's ending by chance: «государством».
func isNounOnly(text string) bool {
	return !slices.ContainsFunc(adjectiveEndings, func(e string) bool { return strings.HasSuffix(text, e) })
}

// asCounted are genitives of the plural that look like another form.
var asCounted = map[string]bool{
	"раз": true, "человек": true, "лет": true, "грамм": true, "килограмм": true, "ватт": true, "киловатт": true, "мегаватт": true, "гигаватт": true, "вольт": true, "ампер": true,
	"микрон": true, "солдат": true, "бит": true, "байт": true, "мегабайт": true, "гигабайт": true, "герц": true, "гигагерц": true, "мегагерц": true, "децибел": true, "сот": true, "крат": true,
	"плюс": true, "минус": true, "сутки": true, "вечера": true, "утра": true, "ночи": true,
}

// ordinals are nouns that a number in figures counts off rather than counts: «112
// созыва», «в 10 классе», «20 века».
var ordinals = []string{
	"созыв", "числ", "класс", "курс", "этап", "век", "квартал", "пункт", "степен", "категори", "разряд", "ранг", "очеред", "поколени", "съезд", "сесси", "заседани", "этаж", "мест",
	"групп", "стать", "част", "глав", "раздел", "полугоди", "столети", "годовщин", "километр", "минут", "тур", "раунд", "сезон", "созыв", "уровн", "апрел", "размер", "канал", "выпуск", "том", "номер", "страниц", "ступен", "стад", "год",
}

func ordinal(text string) bool {
	return slices.ContainsFunc(ordinals, func(stem string) bool {
		rest, ok := strings.CutPrefix(text, stem)
		return ok && len(rest) <= len("ями") && !strings.HasSuffix(text, "ов") && rest != "" && (!strings.HasSuffix(rest, "й") || stem == "стади")
	})
}

// numbered are words whose number is a name: «пункт 5 постановления», «№ 5 министерства».
var numbered = []string{"пункт", "подпункт", "стать", "част", "глав", "раздел", "абзац", "приложени", "параграф", "школ", "дом", "номер", "приказ", "закон", "форм", "указ", "постановлени", "резолюци", "решени", "протокол", "групп", "палат", "канал", "участк", "ред", "выпуск", "том", "схем", "таблиц", "рисун", "лот", "войсков"}

// countsHere reports whether the number at i counts what follows.
func (p *passage) countsHere(i int) bool {
	before := i - 1
	if p.is(before, space) {
		before--
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
			return s.Gender != grammar.Plural
		case countsFew(n):
			return p.agreesWithFew(i, s)
		}
		return isOblique(s) || isCountedPlural(s)
	})
}

// agreesWithFew: «2 дня», «к 2 дням», «до 2 дней», «видел 2 министров».
func (p *passage) agreesWithFew(i int, s grammar.Shown) bool {
	if s.Gender != grammar.Plural {
		return s.Case == grammar.Genitive
	}
	return isOblique(s) || isCountedPlural(s) && (s.Animate || !p.asksNominative(i))
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
	case "за", "через", "на", "спустя":
		return true
	}
	for _, ending := range []string{"ли", "лись", "ают", "яют", "ует", "уют"} {
		if strings.HasSuffix(before, ending) && len(before) > 2*len(ending) && len(grammar.NounShows(before)) == 0 && words.Known(words.Fold(before)) != nil {
			return true
		}
	}
	return false
}

// countedForm is the form of a noun beside a number, as far as the dictionary tells.
func countedForm(text string, n int) string {
	wanted := grammar.Shown{Gender: grammar.Plural, Case: grammar.Genitive}
	switch {
	case countsOne(n):
		wanted = grammar.Shown{Case: grammar.Nominative}
	case countsFew(n):
		wanted = grammar.Shown{Case: grammar.Genitive}
	}
	for _, form := range words.Known(words.Fold(text)) {
		for _, s := range grammar.NounShows(form) {
			if s.Case == wanted.Case && (s.Gender == grammar.Plural) == (wanted.Gender == grammar.Plural) {
				return form
			}
		}
	}
	return "…"
}
