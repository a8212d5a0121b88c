package oneline

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
	"communique/editor/intake/gazetteer"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// wordIn is a word as it stands in a text, without the signs around it.
func wordIn(word string) string { return strings.Trim(word, "«»"+stops) }

// nounIn and adjectiveIn are what the dictionary has of a word with the signs behind it; a name in quotation marks is none of its words.
func nounIn(word string) []grammar.Shown { return grammar.NounShows(strings.TrimRight(word, stops)) }

func adjectiveIn(word string) []grammar.Shown {
	return grammar.AdjectiveShows(strings.TrimRight(word, stops))
}

// stops are the signs that stand behind words.
const stops = ".,;:!?"

// beginsOnly reports whether a word in a capital only begins a sentence.
func beginsOnly(word string) bool { return slices.Contains(beginnings, wordIn(word)) }

// ownVerb reports whether a sentence comes to its verb without anything that a part of a longer one would have before it: a comma,
// or a word that joins.
func ownVerb(words []string) bool {
	at := verbOf(words)
	return at >= 0 && (isMany(words[at]) || !onlyMany(wordIn(words[0])))
}

// verbOf returns the word that is the verb of a sentence; -1 where something else comes first that parts of sentences begin with.
func verbOf(words []string) int {
	for i := 0; i < len(words); i++ {
		switch {
		case isVerbIn(words[i]):
			return i
		case hanging.Has(words[i]) && (words[i] != "и" || !joinsAlike(words, i)):
			return -1
		case strings.HasSuffix(words[i], ","):
			if i = insertedUntil(words, i); i < 0 {
				return -1
			}
		}
	}
	return -1
}

// insertedUntil returns the last word of what is inserted behind the comma of word i: the day («Сегодня, 27 мая, в Совете …»), what
// something is like («Выставка, подготовленная вместе с музеями, …», «Пробный, как глава совета, …»); i itself behind what says who told («По данным Совета, …»);
// -1 where none of these is.
func insertedUntil(words []string, i int) int {
	behind := words[i+1:]
	switch {
	case len(behind) == 0:
		return -1
	case words[0] == "По" && len(words) > 1 && slices.ContainsFunc(words[1:i+1], func(word string) bool { return toldBy.Has(wordIn(word)) }):
		return i
	case behind[0] != "как" && !isLike.MatchString(behind[0]) && !isDay(behind) && calendar.DayAt(strings.Join(behind[:min(len(behind), calendar.MostWords)], " ")).Length == 0:
		return -1
	}
	end := slices.IndexFunc(behind, func(word string) bool { return strings.HasSuffix(word, ",") })
	if end < 0 {
		return -1
	}
	return i + 1 + end
}

// toldBy is whose words or figures a sentence tells behind «По».
var toldBy = wordset.Of(`данным словам информации сведениям оценкам прогнозам подсчётам подсчетам итогам результатам поручению`)

// isLike is a word that says behind a comma what something is like: a participle in the nominative, or «который».
var isLike = regexp.MustCompile(`^(?:котор(?:ый|ая|ое|ые)|\p{Ll}{3,}(?:вш|щ|нн|т|м)(?:ий|ый|ая|ее|ое|ие|ые)(?:ся)?)$`)

// weDo is how verbs begin a headline in which an office speaks of itself: «Скорбим …», «Поздравляем …». Adjectives end in -им, too.
var weDo = regexp.MustCompile(`^(?:\p{Lu}\p{Ll}{2,}(?:[аяу]емс?я?|имся)|Скорбим|Благодарим|Помним|Чтим|Просим|Ждём|Ждем|Строим|Храним|Растим)$`)

// asksOrCalls reports whether a headline says what an office feels or wishes, what should be done, or asks: «Скорбим вместе с …»,
// «Не дайте себя обмануть», «Где отдохнуть с детьми».
func asksOrCalls(title []string) bool {
	first := wordIn(title[0])
	if isAbbreviation(first) { // in a headline in capitals
		first = gazetteer.Capitalised(first)
	}
	if weDo.MatchString(first) && grammar.NounShows(first) == nil {
		return true
	}
	if callsTo.MatchString(first) && !slices.Contains(toPages, first) || slices.Contains(warning, first) {
		return true
	}
	return asking.Has(first) && slices.ContainsFunc(title[1:], func(word string) bool { return toDo.MatchString(wordIn(word)) })
}

// IsQuestion reports whether a headline asks: «Чем заменить асфальт?», «Готов ли город к зиме?».
func IsQuestion(title []string) bool {
	return strings.HasSuffix(title[len(title)-1], "?") && (asking.Has(title[0]) || askingInEnglish.Has(title[0]) || len(title) > 2 && title[1] == "ли")
}

// callsTo is what is asked of those who read: «Будьте осторожны на льду!». What toPages stands before links to other pages.
var (
	callsTo = regexp.MustCompile(`^\p{Lu}\p{Ll}+[ийь]те(?:сь)?$`)
	toPages = strings.Fields(`Смотрите Читайте Подпишитесь Подписывайтесь Следите Присоединяйтесь Поделитесь Извините Здравствуйте`)
)

// warning begins what is said to those who should take care: «Осторожно: клещи!».
var warning = strings.Fields(`Внимание Осторожно Важно`)

// asking are the first words of a headline that asks or calls, and toDo what is done then.
var (
	asking          = wordset.Of(`Как Где Куда Откуда Когда Что Чем Чему Кто Кого Кому Почему Зачем Сколько Какой Какая Какие Не`)
	askingInEnglish = wordset.Of(`Who What When Where Why How Which Whose Will Can Should Is Are Do Does Did Has Have`)
	toDo            = regexp.MustCompile(`^\p{Ll}{2,}(?:ть|ться|чь|чься|ти|тись|[аеия]йте|ите|айтесь|итесь)$`)
)

// isOfOne reports whether a noun stands for one.
func isOfOne(s grammar.Shown) bool { return s.Gender != grammar.Plural }

// styled are those who stand in capitals within sentences.
var styled = regexp.MustCompile(`^(?:Президент|Премьер|Вице|Министр|Министерств|Глав|Посл|Посол|Посольств|Губернатор|Сенатор|Депутат|Сопредседател|Председател|Лидер|Сторон|Секретар|Секретариат|Аким|Хоким|Спикер|Мэр|` +
	`Правительств|Кабинет|Совет|Комитет|Комисси|Коллеги|Палат|Дум|Собрани|Парламент|Прокуратур|Генпрокуратур|Полици|Служб|Агентств|Департамент|Управлени|Администраци|Аппарат|Суд|Банк|Фонд|Союз|Организаци|Содружеств|Федераци|Республик|Академи|Институт|Университет|Указ|Закон|Конституци|Церк|Патриарх|Митрополит|Бог|Ассамбле|Съезд|Собор|Центр|Год|День|Побед)`)
