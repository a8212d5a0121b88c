package proof

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/words"
)

// shows are the cases that a word can stand in, as a common noun or as what agrees with
// one; nil for a word of which that is not known for certain.
func shows(text string) []grammar.Shown {
	noun := grammar.NounShows(text)
	if len(noun) > 0 {
		return append(noun, grammar.AdjectiveShows(text)...)
	}
	const shortest = 6 // letters of an adjective that is told by its ending
	if !isLower(text) || utf8.RuneCountInString(text) < shortest || notAdjectives[text] || words.Known(words.Fold(text)) == nil {
		return nil
	}
	if !slices.ContainsFunc(adjectiveEndings, func(e string) bool { return strings.HasSuffix(text, e) }) {
		return nil
	}
	return grammar.AdjectiveShows(text)
}

// adjectiveEndings are those that hardly any other word has.
var adjectiveEndings = []string{"ский", "ская", "ское", "ские", "ского", "скому", "ским", "скую", "ских", "скими", "ный", "ная", "ное", "ные", "ного", "ному", "ную", "ных", "ными"}

var notAdjectives = map[string]bool{"главное": true, "данные": true, "данных": true, "данными": true, "прочее": true, "данное": true, "многое": true}

// otherwise are words that are nouns by chance only: adverbs, pronouns, numerals.
var otherwise = map[string]bool{
	"его": true, "ее": true, "её": true, "их": true, "том": true, "тем": true, "чем": true, "кем": true, "что": true, "как": true, "так": true, "все": true, "всё": true, "это": true,
	"сегодня": true, "завтра": true, "вчера": true, "сейчас": true, "более": true, "менее": true, "сто": true, "три": true, "пять": true, "шесть": true, "семь": true, "восемь": true, "десять": true,
	"стать": true, "быть": true, "дать": true, "того": true, "один": true, "два": true, "две": true, "мало": true, "много": true, "дома": true, "пару": true, "лет": true, "раз": true, "сам": true, "сами": true,
	"тысяча": true, "тысяч": true, "миллион": true, "полтора": true, "пол": true, "ура": true, "потом": true, "около": true, "после": true, "течь": true, "никак": true, "почти": true, "весь": true, "чего": true,
	"уже": true, "еще": true, "ещё": true, "там": true, "тут": true, "где": true, "когда": true, "туда": true, "оттуда": true, "сюда": true, "навсегда": true, "тогда": true, "иначе": true, "ничего": true, "никого": true,
}

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
		cases := grammar.CasesAfter(preposition)
		if cases == nil || !p.writtenAsPreposition(i) || !mayBeNoun(text) || p.spareCase(i, preposition, text) {
			continue
		}
		shown := shows(text)
		if shown == nil || fits(shown, cases, preposition, lower(text)) {
			continue
		}
		out.add(p, t.start, p.tokens[i+2].end).Other = caseNames(cases)
	}
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
	if utf8.RuneCountInString(text) < shortest || !isCyrillic(text) || otherwise[lower(text)] {
		return false
	}
	return strings.ToUpper(text) != text && (isLower(text) || grammar.IsTitleNoun(text))
}

// spareCase spares what only looks like a preposition with its noun.
func (p *passage) spareCase(i int, preposition, text string) bool {
	before := lower(p.piece(i - 2))
	switch preposition {
	case "за":
		return before == "что" || before == "ни"
	case "после", "напротив", "вокруг", "мимо", "сквозь", "кругом", "вблизи", "внутри", "накануне", "прежде", "поверх", "наподобие":
		return true // adverbs and nouns as well
	case "согласно", "благодаря":
		return text == "с" || p.is(i-1, sign) && p.piece(i-1) == "."
	case "по", "на", "в":
		return before == "по" || p.piece(i+3) == "-"
	}
	return p.piece(i+3) == "." && utf8.RuneCountInString(text) < 5
}

// fits reports whether one of the readings is in a case that the preposition takes, or in
// one that it takes of some nouns only.
func fits(shown []grammar.Shown, cases []grammar.Case, preposition, text string) bool {
	return slices.ContainsFunc(shown, func(s grammar.Shown) bool {
		return slices.Contains(cases, s.Case) || fitsBesides(s, preposition, text)
	})
}

// fitsBesides reports whether a preposition takes a case that is not among those of all
// nouns. Of some there is a second genitive and a second locative, which look like the
// dative («с голоду», «в году»), and who takes a post goes «в министры».
func fitsBesides(s grammar.Shown, preposition, text string) bool {
	switch s.Case {
	case grammar.Dative:
		return s.Gender == grammar.Masculine && beforeSecondCase[preposition] && (strings.HasSuffix(text, "у") || strings.HasSuffix(text, "ю"))
	case grammar.Nominative:
		return s.Gender == grammar.Plural && s.Animate && (preposition == "в" || preposition == "во")
	case grammar.Accusative:
		return beforeAccusative[preposition]
	}
	return false
}

// beforeSecondCase are the prepositions before a second genitive or a second locative.
var beforeSecondCase = map[string]bool{"в": true, "во": true, "на": true, "с": true, "со": true, "из": true, "от": true, "без": true, "до": true, "о": true, "при": true}

// beforeAccusative are those that take the accusative of measures: «по пояс», «с неделю».
var beforeAccusative = map[string]bool{"по": true, "с": true, "за": true}

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
