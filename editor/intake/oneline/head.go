package oneline

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

var (
	// goesOn is how verbs of news end that say what is going on.
	goesOn = regexp.MustCompile(`^\p{Ll}{2,}(?:ает|яет|ует|еет|ают|яют|уют|еют|одит|одят|упит|упят|тся)$`)
	// isDone is how verbs end that say what is done to somebody, or will be done: «закуплены», «доложено», «направит», «пойдут».
	isDone = regexp.MustCompile(`^(?:\p{Ll}{3,}(?:[ае]ны|[ае]но|[ае]на|[её]н|ан|[её]т|ит|ут|ют|ят|ыт)|\p{Ll}{2,}[ыя]т[аоы]|снят|взят)$`)
	// Done is a verb that says what has been done.
	Done = regexp.MustCompile(`^(?i:Подписан|Утвержд[её]н|Назначен|Рассмотрен|Обсужд[её]н|Внес[её]н|Принят|Опубликован|Учрежд[её]н|Продл[её]н|Создан|Образован|Установлен|Определ[её]н|Одобрен|Представлен|Освобожд[её]н|Присвоен|Награжд[её]н|Подвед[её]н|Затронут|Провед[её]н|Выполнен|Заверш[её]н|Открыт|Запущен|Вруч[её]н|Введ[её]н|Направлен|Объявлен|Заключ[её]н|Сохран[её]н|Повышен|Сниж[её]н|Построен|Задержан|Признан|Назван|Сдан|Измен[её]н|Отмен[её]н|Замен[её]н|Снят|Изъят|Включ[её]н|Начат|Закрыт|Перекрыт|Отремонтирован|Разработан|Восстановлен|Ликвидирован|Выявлен|Возбужд[её]н|Осужд[её]н|Закуплен|Выделен|Собран|Избран|Прекращ[её]н|Возвращ[её]н|Ограничен|Найден|Спас[её]н|Обновл[её]н|Организован|Перенес[её]н|Доставлен|Взыскан)[аоы]?$`)
)

// IsVerb reports whether a word is the verb of a sentence. Nouns look like some, and first names: «Натали».
func IsVerb(word string) bool {
	lower := strings.ToLower(word)
	switch {
	case Done.MatchString(word):
		return true
	case slices.Contains(verbsLikeNouns, lower):
		return true
	case Capital(word) && grammar.IsGivenName(word):
		return false
	}
	return (wording.PastTense.MatchString(lower) || goesOn.MatchString(word) || strings.HasSuffix(lower, "тся") && goesOn.MatchString(lower) || isDone.MatchString(word)) && grammar.NounShows(lower) == nil && grammar.AdjectiveShows(lower) == nil
}

// verbsLikeNouns are forms of verbs that are forms of nouns, too.
var verbsLikeNouns = strings.Fields("стал стала стало стали начал дал дала дали был была было были открыли ведут идёт идет идут ждёт ждет ждут даст дадут вырос возрос достиг возник погиб смог помог привёз вывез перевёз принёс внёс спас исчез нужно можно нельзя необходимо следует прибыли")

// beginnings are words in capitals that only begin a sentence.
var beginnings = strings.Fields(`В Во На С Со По О Об К Ко Из У От До За Под При Для Перед После Накануне Между Сегодня Вчера Завтра Ранее Здесь Также
	Из-за Из-под Без Вместо Вокруг Около Против Среди Через Благодаря Согласно Свыше Более Почти Впервые Теперь Сейчас
	Всего Уже Ещё Как Это Этот Эта Эти
	Не Ни Но Однако Так Тем Там Тогда Кроме Помимо Наряду Все Весь Вся Каждый Многие Мы Он Она Они Его Её Ее Их Наш Наши Оба Обе Если Когда Чтобы Хотя Пока Кто Что Где
	Такой Такая Такое Такие Данный Данная Данное Данные Поэтому Причём Еще Недавно Напомним Отметим Именно Лишь Только Даже Порядка Об Обо Ко Во Внутри Вблизи Вдоль Возле
	Больше Меньше Несколько Много Немало Множество Затем Потом Позже Позднее Раньше Летом Осенью Зимой Весной Утром Вечером Ночью Ежегодно Ежедневно Традиционно Одновременно Параллельно Отныне Отдельно Совместно Вместе
	Этого Этому Этой Эту Этих Этим Этими Такого Такую Таких Таким Такими Тот Та То Те Ему Ей Им Ими Нам Нас Мне Меня Свой Своё Свои Некоторые Никто Ничто Который
	Одиннадцать Двенадцать Тринадцать Четырнадцать Пятнадцать Шестнадцать Семнадцать Восемнадцать Девятнадцать Шестьдесят Семьдесят Восемьдесят Девяносто Четыреста Шестьсот Семьсот Восемьсот Девятьсот Сотни Тысячи Десятки
	Два Две Двое Три Трое Четыре Пять Шесть Семь Восемь Девять Десять Двадцать Тридцать Сорок Пятьдесят Сто Двести Триста Пятьсот`)

// isDay reports whether words begin with a day without its year, in figures or, as no sentence begins with figures at some wires, in words.
func isDay(words []string) bool {
	if len(words) < 3 || !dayFigures.MatchString(words[0]) && !dayNames.Has(strings.ToLower(words[0])) {
		return false
	}
	_, month := grammar.Month(wordIn(words[1]))
	return month && strings.Trim(words[2], "0123456789") != ""
}

// dayNames are days of a month in words, as a sentence says when.
var dayNames = wordset.Of(`первого второго третьего четвёртого четвертого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого тринадцатого
	четырнадцатого пятнадцатого шестнадцатого семнадцатого восемнадцатого девятнадцатого двадцатого тридцатого`)

// dayFigures are those of a day, or of several: «11», «11-го», «8–9».
var dayFigures = regexp.MustCompile(`^\d{1,2}(?:[–-]\d{1,2})?(?:-(?:го|ое|е))?$`)

// isSubject reports whether words begin with somebody in the nominative who does what the verb
// says: a first name before another one, or a noun that names people.
func isSubject(words []string, verb string) bool {
	first, _ := utf8.DecodeRuneInString(words[0])
	if !unicode.IsUpper(first) || strings.ToUpper(words[0]) == words[0] {
		return false
	}
	word := strings.TrimRight(words[0], ",")
	if grammar.IsGivenName(word) {
		gender, known := grammar.GenderOf(word)
		return known && len(words) > 1 && Capital(words[1]) && nominative(words[1]) && agrees(gender, verb) && !isAnother(words[1], gender)
	}
	found := false
	for _, shown := range grammar.NounShows(word[strings.LastIndexByte(word, '-')+1:]) { // «Премьер-министр»
		switch {
		case shown.Case == grammar.Nominative && shown.Animate:
			found = true
		case shown.Case == grammar.Genitive:
			return false
		}
	}
	return found
}

// isAnother reports whether a word behind a first name is rather a noun or an adjective of its own than the surname: those of the dictionary
// that it may be are all of another gender, «через реку Лена Новый мост …».
func isAnother(word string, gender grammar.Gender) bool {
	known, fits := false, false
	for _, s := range slices.Concat(grammar.NounShows(word), grammar.AdjectiveShows(word)) {
		if s.Case == grammar.Nominative {
			known, fits = true, fits || s.Gender == gender
		}
	}
	return known && !fits
}

// agrees reports whether a verb may say what somebody does.
func agrees(gender grammar.Gender, verb string) bool {
	for of, pattern := range ofGender() {
		if pattern.MatchString(verb) {
			return gender == of
		}
	}
	return true
}

// ofGender is how verbs end that say what one of a gender did, or what was done to it.
var ofGender = sync.OnceValue(func() map[grammar.Gender]*regexp.Regexp {
	return map[grammar.Gender]*regexp.Regexp{
		grammar.Masculine: regexp.MustCompile(`(?:л|лся|[её]н|ан)$`),
		grammar.Feminine:  regexp.MustCompile(`(?:ла|лась|[ае]на|[ыя]та)$`),
		grammar.Neuter:    regexp.MustCompile(`(?:ло|лось|[ае]но|[ыя]то)$`),
	}
})

// Capital reports whether a word begins with a capital, perhaps behind «.
func Capital(word string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "«"))
	return unicode.IsUpper(first)
}

// nominative reports whether a capitalised word may be a name in the
// nominative: no abbreviation, and none of the endings of the other cases.
func nominative(word string) bool {
	if strings.ToUpper(word) == word {
		return false
	}
	for _, ending := range []string{"ой", "ей", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ых", "их", "у", "ю", "ы", "е"} {
		if strings.HasSuffix(word, ending) && word != "Сергей" && word != "Андрей" && word != "Алексей" {
			return false
		}
	}
	return true
}

// spoken parts what several people say, each with a colon behind the name: «В.Пробный: Добрый
// день! И.Пример: Спасибо.» What stands before the first of them is a paragraph of its own.
func spoken(text string) (paragraphs []string) {
	from := 0
	for _, m := range speech.FindAllStringSubmatchIndex(text, -1) {
		at := m[2]
		if before := strings.TrimSpace(text[from:at]); before != "" && (from == 0 && utf8.RuneCountInString(before) < wording.HeadlineLength || wording.SentenceEnd(before) || strings.HasSuffix(before, ">")) {
			paragraphs = append(paragraphs, before)
			from = at
		}
	}
	if rest := strings.TrimSpace(text[from:]); rest != "" {
		paragraphs = append(paragraphs, rest)
	}
	return paragraphs
}

// speech is who speaks, perhaps with a full name and a post.
var speech = regexp.MustCompile(`(?:^|\s)((?:(?:\p{Lu}\.){1,2} ?\p{Lu}[\p{L}-]+(?: [^.:!?]{0,150})?|Вопрос|Ответ|Реплика)\s?:)\s`)
