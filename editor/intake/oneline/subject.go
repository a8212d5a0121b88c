package oneline

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// A sentence has one subject: where a second one stands with its verb, a headline ended before. What is called by two words, the
// post and the name, is one subject.

// endsWithPost reports whether words end with somebody's post and the name follows: «Заместитель главы ведомства Иван Пробный …».
func endsWithPost(title, lead []string) bool {
	if !isNameOfOne(lead) {
		return false
	}
	for i := len(title) - 1; i >= 0; i-- {
		if strings.HasPrefix(title[i], "(") { // «Глава Республики (…)»
			continue
		}
		switch noun := grammar.NounShows(title[i][strings.LastIndexByte(title[i], '-')+1:]); {
		case slices.ContainsFunc(noun, func(s grammar.Shown) bool { return s.Case == grammar.Nominative && s.Animate && isOfOne(s) }):
			return !isVerbIn(title[0]) || Capital(title[i]) || !nameActs(lead) // «Сменился прокурор Якутии Иван Пробный представил …»
		case !showsOf(title[i]):
			return false
		}
	}
	return false
}

// nameActs reports whether a sentence comes from a name of two words to its verb, without another name.
func nameActs(words []string) bool {
	at := verbOf(words)
	return at > 1 && !slices.ContainsFunc(words[2:at], Capital)
}

// isNameOfOne reports whether words begin with somebody's first name and surname.
func isNameOfOne(words []string) bool {
	return len(words) > 1 && Capital(words[0]) && grammar.IsGivenName(words[0]) && Capital(words[1]) && nominative(words[1])
}

// showsOf reports whether a word may say of what somebody is the head: one in the genitive, or a name.
func showsOf(word string) bool {
	return Capital(word) || shows(word, grammar.Genitive) || adjectiveOf(word)
}

func adjectiveOf(word string) bool {
	return slices.ContainsFunc(grammar.AdjectiveShows(word), func(s grammar.Shown) bool { return s.Case == grammar.Genitive })
}

// decisions are words that begin a sentence with what something is done by, and stand in no headline in capitals.
var decisions = strings.Fields(`Указом Решением Постановлением Распоряжением Приказом Законом Телеграммой`)

// twoSubjects reports whether a headline without a verb is no part of the sentence behind it: that has a subject of its own, and what
// its verb is done to, where the headline might be that: «Посещение музея Иван Пробный возложил цветы …».
func twoSubjects(title, lead []string) bool {
	verb := verbOf(lead)
	if verb < 1 || len(title) < titleFewest || slices.ContainsFunc(title, isVerbIn) || !isSubject(lead, lead[verb]) || slices.ContainsFunc(title, isTime) {
		return false
	}
	noun := subjectFirst(title)
	return noun >= 0 && (!shows(title[noun], grammar.Accusative) || verb+1 < len(lead) && isObject(lead[verb+1]))
}

// subjectFirst returns the noun in the nominative that words begin with, perhaps behind what it is like; -1 where they do not.
func subjectFirst(words []string) int {
	noun := slices.IndexFunc(words, func(word string) bool { return grammar.NounShows(word) != nil })
	if noun > 1 || noun == 1 && !nominatively(grammar.AdjectiveShows(words[0])) || noun >= 0 && !nominatively(grammar.NounShows(words[noun])) {
		return -1
	}
	return noun
}

// tellsOf is a verb that says what somebody speaks about.
var tellsOf = regexp.MustCompile(`^(?:за|со|до|из|у|на|вы|про|рас)?(?:яви|общи|сообщ|лож|вест|помн|сказ|говор|информ|беседов|дума|знать|спорил|шла|шёл|заб)`)

// titleFewest is how many words a headline without a verb has at least: fewer say when something is done, «Весь день Совет …».
const titleFewest = 3

// isTime reports whether a word says how long or how long ago.
func isTime(word string) bool { return times.Has(word) }

var times = wordset.Of(`назад спустя подряд весь всю год день месяц неделю час квартал полугодие`)

// isObject reports whether a word behind a verb may be what it is done to.
func isObject(word string) bool {
	accusative := func(s grammar.Shown) bool { return s.Case == grammar.Accusative }
	return slices.ContainsFunc(nounIn(word), accusative) || slices.ContainsFunc(adjectiveIn(word), accusative)
}

// joinsAlike reports whether the word at i joins two names, or two words that stand in one case: «продуктов и вещей».
func joinsAlike(words []string, i int) bool {
	if i == 0 || i+1 == len(words) {
		return false
	}
	if Capital(words[i-1]) && isNameOfOne(words[i+1:]) || isNameOfOne(words[:i]) && isNominative(words[i+1]) {
		return true
	}
	shown := func(word string) []grammar.Shown {
		return slices.Concat(grammar.NounShows(word), grammar.AdjectiveShows(word))
	}
	behind := shown(words[i+1])
	return slices.ContainsFunc(shown(words[i-1]), func(s grammar.Shown) bool {
		return slices.ContainsFunc(behind, func(b grammar.Shown) bool { return b.Case == s.Case })
	})
}

// isReached reports whether a sentence begins with what something is done to, or happens to: «Аварию устранили», «Спасателям удалось …»,
// «Ивану Пробному доложено …».
func isReached(words []string) bool {
	if len(words) > 1 && onlyAccusative(words[0]) {
		return isVerbIn(words[1])
	}
	if len(words) > 1 && grammar.NounShows(words[0]) == nil && isObject(words[0]) && !nominatively(adjectiveIn(words[0])) && isVerbIn(words[1]) && isMany(words[1]) { // «Пострадавшего доставили …»
		return true
	}
	if len(words) > 1 && shows(words[0], grammar.Dative) && !nominatively(grammar.NounShows(words[0])) {
		return happens.MatchString(words[1])
	}
	return len(words) > 2 && toName.MatchString(words[0]) && toName.MatchString(words[1]) && happens.MatchString(words[2])
}

// isDoneBy reports whether a sentence begins with by whom something is done: «Прокуратурой района проведена …», «Следственными
// органами … возбуждено …».
func isDoneBy(words []string) bool {
	at, noun := verbOf(words), 0
	if at < 1 || !passive.MatchString(wordIn(words[at])) {
		return false
	}
	if grammar.NounShows(words[0]) == nil && slices.ContainsFunc(adjectiveIn(words[0]), isInstrumental) {
		noun = 1
	}
	return noun < at && slices.ContainsFunc(nounIn(words[noun]), isInstrumental)
}

func isInstrumental(s grammar.Shown) bool { return s.Case == grammar.Instrumental }

// passive is how verbs end that say what is done by somebody.
var passive = regexp.MustCompile(`\p{Ll}(?:[ае]н[аоы]|[её]н|ан|[ыя]т[аоы])$`)

// onlyAccusative reports whether a word is a noun in the accusative and in no other case.
func onlyAccusative(word string) bool {
	shown := grammar.NounShows(word)
	return len(shown) > 0 && !slices.ContainsFunc(shown, func(s grammar.Shown) bool { return s.Case != grammar.Accusative })
}

var (
	happens = regexp.MustCompile(`^(?:удалось|предстоит|предстояло|пришлось|прид[её]тся|предложат|помогут|расскажут|\p{Ll}{3,}(?:ано|ено))$`)
	toName  = regexp.MustCompile(`^\p{Lu}[\p{L}-]+[уюе]$`)
)
