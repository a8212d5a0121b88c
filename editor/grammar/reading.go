package grammar

import (
	"slices"
	"strings"

	"communique/editor/wordset"
)

// part is the place of a word in a person's name.
type part byte

const (
	surname part = iota
	firstName
	patronymic
	ownName // the one word of a Chinese, Korean, Burmese or Mongolian name that declines
	still   // initials, numerals, particles and a father's name before уулу or оглы
)

// reading is a name taken apart.
type reading struct {
	parts []part
	// turned are the parts where the order of first name and surname might as
	// well be the other; nil where it is certain.
	turned       []part
	turnedGender Gender
	gender       Gender
	genderSure   bool
	// western says that the first name goes with no Russian surname.
	western bool
	// foreign says that the first name is no Russian one that the tables are certain of, and
	// abroad that it is none of theirs.
	foreign, abroad bool
}

// readName tells the parts of a name apart by what each of its words is known
// to be, or looks like, and takes the gender from them where it is not told.
func readName(words []string, told Gender) reading {
	r := reading{parts: make([]part, len(words))}
	r.takeApart(words)
	if r.gender, r.genderSure = told, true; told != Masculine && told != Feminine {
		r.gender, r.genderSure = genderByParts(words, r.parts)
		r.genderSure = r.genderSure || len(words) == 0
	}
	if r.turnedGender = r.gender; r.turned != nil && told != r.gender {
		if r.turnedGender, _ = genderByParts(words, r.turned); len(words) == 2 && mayBeWomanBefore(words[0], words[1]) {
			r.turnedGender = Feminine
		}
		r.genderSure = r.genderSure && r.turnedGender == r.gender
	}
	r.readOrigin(words)
	return r
}

// readOrigin reads from the first names where a name may come from.
func (r *reading) readOrigin(words []string) {
	r.western = r.isChain(words)
	for i, word := range words {
		if r.parts[i] != firstName {
			continue
		}
		known := given(word)
		r.western = r.western || known&western != 0
		r.foreign = r.foreign || known == 0 || known&(western|eastern|rare) != 0
		r.abroad = r.abroad || known == 0 || known&(western|eastern) != 0
	}
}

// isChain reports three names and more without a patronymic, which Russian ones have: Даниэль
// Нобоа Асин.
func (r reading) isChain(words []string) bool {
	return len(words) > 2 && !slices.Contains(r.parts, patronymic) && !slices.Contains(r.parts, still) && !slices.Contains(r.parts, ownName)
}

// variesByHouse reports a name whose forms depend on the house's usage.
func (r reading) variesByHouse(words []string) bool {
	for i, word := range words {
		if r.parts[i] == firstName && r.gender == Feminine && isWomanInL(word) || r.parts[i] == surname && isInZoda(word) {
			return true
		}
	}
	return false
}

func (r *reading) takeApart(words []string) {
	if at := soleName(words); at >= 0 {
		for i := range words {
			r.parts[i] = still
		}
		r.parts[at] = ownName
		return
	}
	names := r.markStill(words)
	at := findPatronymic(words, names)
	switch {
	case at >= 0:
		r.parts[names[at]] = patronymic
		if at > 0 {
			r.parts[names[at-1]] = firstName
		}
	case len(names) == 1 && len(words) == 1:
		r.parts[0], r.turned = lonePart(words[0])
	case len(names) == 1 && surnameScore(words[names[0]]) == 3 && fatherWords[words[len(words)-1]] != Unknown: // Ибраимов Осмон уулу
	case len(names) == 1 && slices.ContainsFunc(words[1:], isBehindFirstName), slices.ContainsFunc(words, isRomanNumber):
		r.set(names, firstName)
	case len(names) == 2:
		r.order(words, names)
	case len(names) > 2:
		r.chain(words, names)
	}
}

// markStill marks the words that stay, and returns the indexes of the others.
func (r *reading) markStill(words []string) []int {
	names := make([]int, 0, len(words))
	for i := range words {
		if isStill(words, i) {
			r.parts[i] = still
		} else {
			names = append(names, i)
		}
	}
	return names
}

// isBehindFirstName reports the number of a monarch, and оглы and its like.
func isBehindFirstName(word string) bool { return isRomanNumber(word) || fatherWords[word] != Unknown }

func (r *reading) set(names []int, p part) {
	for _, i := range names {
		r.parts[i] = p
	}
}

// order decides between «Имангали Тасмагамбетов» and «Тасмагамбетов Имангали».
// Where little speaks for either the usual order is taken, and the other kept
// to be compared.
func (r *reading) order(words []string, names []int) {
	a, b := names[0], names[1]
	margin := orderMargin(words[a], words[b])
	if margin < 0 {
		a, b = b, a
	}
	r.parts[a] = firstName
	if a == 0 && len(words) == 2 && eastAsian.Has(words[a]) && eastAsian.Has(words[b]) { // Дэн Ли may be Chinese
		r.turned = []part{still, ownName}
		return
	}
	if isNoFirstName(words[b]) || a < b && (isNoSurname(words[a]) || isOfOtherOrigin(words[a], words[b])) {
		return
	}
	r.turnNear(words, a, b, margin)
}

// turnNear keeps the other order to be compared where the margin for the one is small, unless it is that of
// somebody known: Хакан Фидан.
func (r *reading) turnNear(words []string, a, b, margin int) {
	near := -1 <= margin && margin <= 1
	if near && easternPeople()[withoutYo(strings.Join(words, " "))] != Unknown {
		return
	}
	if near || a < b && isWomanOrSurname(words[a], words[b]) || margin < 0 && mayBeTurned(words[b], words[a]) {
		r.turned = slices.Clone(r.parts)
		r.turned[a], r.turned[b] = surname, firstName
	}
}

// isNoSurname reports a man's first name that is nobody's surname, or hardly anybody's: nobody is Дитрих Евгений.
func isNoSurname(word string) bool {
	return (strings.HasSuffix(word, "ий") || word == "павел") && given(word).isSure() && given(word) != 0
}

// isOfOtherOrigin reports a man's first name before a Russian surname that is a first name elsewhere, whose bearers
// have no such surname as the first: Александр Шохин, Ерлан Карин.
func isOfOtherOrigin(first, last string) bool {
	if known := given(first); !known.isSure() || known.gender() != Masculine || known&western != 0 || !strings.HasSuffix(last, "ин") {
		return false
	}
	return womenLikeSurnames.Has(last) || given(first)&eastern == 0 && given(last)&eastern != 0
}

// womenLikeSurnames are women's names of the West and of Armenia that men have for a surname in Russia.
var womenLikeSurnames = wordset.Of("карин марин полин алин лорин юлин катрин")

// mayBeTurned reports a surname before a first name of which too little is known to be sure of it.
func mayBeTurned(last, first string) bool {
	return mayBeWomanBefore(last, first) || givenScore(first) == 0
}

// isNoFirstName reports a word that ends as no first name does: Петко Драганов.
func isNoFirstName(word string) bool {
	return surnameScore(word) == 3 && hasAnySuffix(word, "ов", "ев", "ёв", "ова", "ева", "ёва", "ский", "цкий", "ская", "цкая")
}

// isWomanOrSurname reports a woman's name that may be a man's surname before his first name: Карин
// Ерлан; not one that nobody has for a surname, as those in -гуль.
func isWomanOrSurname(word, name string) bool {
	return isConsonant(lastLetter(word)) && given(word)&western == 0 && given(word).gender() == Feminine && endingGender(word) == Unknown && given(name).gender() == Masculine
}

// mayBeWomanBefore reports a word that nothing explains and that may be a woman's name by its
// ending, before a man's first name, which may be her surname: Дойна Герман, Хильке Давид.
func mayBeWomanBefore(word, name string) bool {
	return hasAnySuffix(word, "а", "я", "е", "и", "э") && given(word) == 0 && surnameScore(word) == 0 && !isNounForm(word) &&
		!indeclinableSurnames.Has(word) && given(name).gender() == Masculine
}

// orderMargin is how much more speaks for a first name and a surname than for a
// surname and a first name. Men's names are surnames more often than women's.
func orderMargin(a, b string) int {
	first, second := given(a), given(b)
	margin := givenScore(a) + surnameScore(b) - givenScore(b) - surnameScore(a)
	switch {
	case leadsAsWoman(a, first, second): // Айша Мохаммед
		return 2
	case eastAsian.Has(a) && second.isSure() && second != 0: // Ким Виктор
		return -2
	case first == 0 && second&eastern != 0 && surnameScore(a) == 0 && hasAnySuffix(a, "а", "я"): // Жадыра Мажит, but Осадча Марат
		return -1
	case first == 0 && second == 0 && margin < 0 && isUnknownInIn(a, b): // Анутхин Чанвиракун
		return 1
	case margin == 0:
		return marginOfGenders(a, b, first.gender(), second.gender())
	}
	return margin
}

// isUnknownInIn reports a word that ends as a surname before one that looks like neither: Анутхин Чанвиракун,
// Мадалина Лупу.
func isUnknownInIn(a, b string) bool {
	if surnameScore(b) > 0 || looksLikeFirstName(b) || endingGender(b) != Unknown {
		return false
	}
	return strings.HasSuffix(a, "ин") || strings.HasSuffix(a, "ина") && hasAnySuffix(b, "у", "ю", "о", "э", "и")
}

// leadsAsWoman reports a woman's name that nobody has for a surname, before a man's.
func leadsAsWoman(word string, known, second givenName) bool {
	return second.gender() == Masculine && known != 0 && known.isSure() && known.gender() == Feminine && hasAnySuffix(word, "а", "я") && !isNounForm(word) && !isSurnameEnding(word)
}

// marginOfGenders is orderMargin of two words that are as likely either.
func marginOfGenders(a, b string, first, second Gender) int {
	switch {
	case first == Feminine && second == Masculine && isNounForm(a): // Рада Пётр may be Пётр Рада
		return 1
	case first == Feminine && second == Masculine: // Озода Карим
		return 2
	case first == Masculine && second == Feminine && hasAnySuffix(b, "а", "я"): // Лев Анна
		return -1
	}
	return 0
}

// chain are three names and more without a patronymic: those before the last are
// first names (Луис Инасиу Лула да Силва), but for what looks like a surname,
// unless the surname leads (Мамедова Лейла Рза кызы).
func (r *reading) chain(words []string, names []int) {
	if leadsChain(words[names[0]], words[names[1]]) && !isBeforeLinked(words) {
		r.set(names[1:], firstName)
		if last := names[len(names)-1]; givenScore(words[last]) == 0 && surnameScore(words[last]) == 3 { // Преподобный Сергий Радонежский
			r.parts[last] = surname
		}
		return
	}
	for _, i := range names[:len(names)-1] {
		if surnameScore(words[i]) < 2 || givenScore(words[i]) > 0 || i == names[0] {
			r.parts[i] = firstName
		}
	}
}

// particles stand before or within surnames and do not decline.
var particles = wordset.Of("фон ван де дер да ди ду дю дос ла ле аль эль ас ад аш ат ар ан аз эз о тер эд эн эр эс эт эш ос уль ульд дель делла делле душ цу цур аф")

// linkedNames begin a name of two words and do not decline: Абдель Фаттах.
var linkedNames = wordset.Of("абдель абдул абд абу абуль абуаль эль-абд абдур")

// worshipful stand in small letters behind a first name: Абибилла кажы Кадырбердиев.
var worshipful = wordset.Of("кажы кажи ажы хаджи хазрат эфенди афанди ходжи кары кори молдо мулла домулло")

// titles between names stand still for some and decline for others: Амир Хан Муттаки.
var titles = wordset.Of("ага бек хан паша заде эфенди мирза шах")

// isStill reports whether a word of a name stays as it is: initials, particles,
// numerals, уулу and its like, and the father's name before them.
func isStill(words []string, i int) bool {
	word, last := words[i], i == len(words)-1
	switch {
	case isSpelledInitial(words, i):
		return true
	case isInitials(word), isRomanNumber(word), word == "мл" || word == "ст", fatherWords[word] != Unknown && len(words) > 1:
		return true
	case !last && isWithinName(words, i):
		return true
	case i > 0 && worshipful.Has(word) && !arabArticles.Has(words[i-1]):
		return true
	}
	return !last && isFatherWordAfter(words[i+1]) && (i > 0 || len(words) > 2)
}

// isWithinName reports a particle, or the first of the two words of an Arab name, before another word.
func isWithinName(words []string, i int) bool {
	if i == 0 && isArmenianVan(words) {
		return false
	}
	return particles.Has(words[i]) || linkedNames.Has(words[i]) && surnameScore(words[i+1]) == 0
}

// isArmenianVan reports the first name that is a particle elsewhere: Ван Григорян.
func isArmenianVan(words []string) bool {
	return len(words) == 2 && words[0] == "ван" && strings.HasSuffix(words[1], "ян") && syllables(words[1]) > 2
}

// isSpelledInitial reports one of the English letters that stand for two first
// names before a surname: Джей Ди Вэнс.
func isSpelledInitial(words []string, i int) bool {
	if len(words) != 3 || i > 1 {
		return false
	}
	return spelledLetters.Has(words[0]) && spelledLetters.Has(words[1])
}

var spelledLetters = wordset.Of("эй би си ди эф джи эйч ай джей кей эл эм эн оу пи кью ар эс ти ви")

// isRomanNumber reports the number of a monarch, a pope or a session: Карл III,
// XX сессия; Cyrillic letters that look so are taken too.
func isRomanNumber(word string) bool {
	for _, r := range word {
		switch r {
		case 'i', 'v', 'x', 'l', 'c', 'm', 'х':
		default:
			return false
		}
	}
	return word != ""
}

// isFatherWordAfter reports whether the word before is the father's name; the
// name after ибн declines instead.
func isFatherWordAfter(word string) bool { return fatherWords[word] != Unknown && !isChildOf(word) }

// isChildOf reports ибн and its like, which stand before the father's name.
func isChildOf(word string) bool {
	switch word {
	case "ибн", "бин", "бен", "бинт":
		return true
	}
	return false
}

// isInitials reports whether the word is «И.», «И.Н.», «Дж.» or a single letter.
func isInitials(word string) bool {
	return strings.HasSuffix(word, ".") || len(word) <= 2
}

// findPatronymic returns the index in names of the patronymic, or -1. Between
// two words of its shape (Ольга Павловна Шукевич, Шушкевич Станислав
// Станиславович) it is the one after a first name.
func findPatronymic(words []string, names []int) int {
	found := -1
	for at := 1; at < len(names); at++ {
		word := words[names[at]]
		g := patronymicGender(word)
		switch {
		case g == Unknown || given(word) != 0 && given(word).isSure(): // Гурбангулы
		case len(names) == 2 && g == Masculine && given(words[names[0]]).gender() == Feminine:
			return -1 // «Анна Абрамович»: a woman's first name makes -ович a surname
		case hasAnySuffix(word, "ич", "на"):
			return at
		case found < 0:
			found = at
		}
	}
	if len(names) == 1 && len(words) == 1 && isLonePatronymic(words[0]) {
		return 0
	}
	return found
}

// isLonePatronymic leaves out -ович and -евич, which surnames have as well and
// which decline alike, unless the stress or a hyphen makes a difference.
func isLonePatronymic(word string) bool {
	return hasAnySuffix(word, "овна", "евна", "ична") || shortPatronymics.Has(word) || strings.Contains(word, "-") && patronymicGender(word) != Unknown
}

// isSurnameEnding reports whether the word ends as surnames do and first names
// do not.
func isSurnameEnding(word string) bool {
	if i := lastHyphen(word); i > 0 {
		word = word[i+1:]
	}
	return surnameEndings.end(word) && syllables(word) > 1 && !strings.HasSuffix(word, "цзян") || foreignSurnames.Has(word) // Хэйлунцзян
}

var surnameEndings = endingsOf("ов", "ев", "ёв", "ын", "ова", "ева", "ёва", "ына", "ский", "цкий", "ская", "цкая", "ый", "ин", "ина",
	"ян", "янц", "ко", "дзе", "швили", "зода", "заде", "зада", "ых", "их", "ук", "юк", "ич", "иа", "ава")
