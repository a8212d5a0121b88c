package template

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// russianList joins people as a sentence does. With commas within what is joined, three and more who are listed one a
// line are parted by semicolons, and two of whom the first are many by «а также»; those who act for somebody by commas
// alone: «Иван Пробный – от Пробии, Анна Озерова – от Озерии».
func (f *filling) russianList(p placeholder, all []string) string {
	hasComma := slices.ContainsFunc(all, func(one string) bool { return strings.Contains(one, ", ") })
	switch {
	case len(all) > 2 && hasComma && f.template.field(p.field).Kind == People:
		return strings.Join(all, "; ")
	case slices.ContainsFunc(all, actsFor.MatchString):
		return strings.Join(all, ", ")
	case len(all) == 2 && strings.Contains(all[0], ", ") && areMany(all[0]):
		return all[0] + ", а также " + all[1]
	}
	return grammar.Enumerate(all, "и")
}

// actsFor is somebody with whose side it is before or behind the name.
var actsFor = regexp.MustCompile(` – (?:от|за|со стороны) |^(?:от|за|со стороны) .* – `)

// areMany reports a list that begins with several of a kind: представители ЕС, США, Китая.
func areMany(text string) bool {
	first, _, _ := strings.Cut(text, ", ")
	g, sure := grammar.Agreement(first)
	return sure && g == grammar.Plural
}

// withoutIncluded is who takes part without those of them who are named: исполнители из 40 стран.
func withoutIncluded(text string) string {
	if at := includes.FindStringIndex(text); at != nil {
		return text[:at[0]]
	}
	return text
}

// includes begins those who are some of the ones before.
var includes = regexp.MustCompile(`, (?:в том числе|включая|в их числе|в числе которых|среди которых|среди них) `)

// listOfBodies is a list of nothing but bodies whose last part a comma alone joins, with the «и» that a sentence has
// there: ВОЗ, ЮНИСЕФ и Красный Крест.
func listOfBodies(text string) string {
	all := strings.Split(text, ", ")
	if len(all) < 2 || strings.Contains(text, " и ") || slices.ContainsFunc(all, func(one string) bool { return !isBodyAlone(one) }) {
		return text
	}
	return grammar.Enumerate(all, "и")
}

// isBodyAlone reports an abbreviation, or a body by its name.
func isBodyAlone(text string) bool {
	return isCalledByLetters(text) || grammar.GuessKind(text) == grammar.Organisation
}

// listOfDeeds is a list of topics whose last part, which says what is done, a comma alone joins, with the «и» that a sentence has
// there: защита прав, выдача подозреваемых.
func listOfDeeds(text string) string {
	all := strings.Split(text, ", ")
	if len(all) < 2 || strings.Contains(text, " и ") || !beginsWithDeed(all[len(all)-1]) || slices.ContainsFunc(all, func(one string) bool {
		_, sure := grammar.Agreement(one)
		return !sure
	}) {
		return text
	}
	return grammar.Enumerate(all, "и")
}

// beginsWithDeed reports a topic whose noun says what is done: совместная подготовка кадров.
func beginsWithDeed(text string) bool {
	words := strings.Fields(text)
	for len(words) > 1 && grammar.AdjectiveShows(words[0]) != nil && !isNominative(words[0]) {
		words = words[1:]
	}
	return isNominative(words[0]) && (deedEnding.MatchString(words[0]) || deeds.Has(words[0]))
}

var (
	deedEnding = regexp.MustCompile(`(?:[нт]ие|ция|сия)$`)
	deeds      = wordset.Of(`выдача передача поставка защита борьба подготовка разработка отработка поддержка покупка продажа помощь охрана добыча закупка оценка
		проверка отправка доставка аренда обмен вывоз ввоз возврат выпуск запуск перевозка перевод переход перенос ремонт выбор отбор пересмотр`)
)
