package grammar

import (
	"slices"
	"strings"
)

// part is the place of a word in a person's name.
type part byte

const (
	surname part = iota
	firstName
	patronymic
	still // initials, particles and a father's name before уулу or оглы
)

// DeclinePerson declines a name: first name, patronymic and surname in any
// order, as far as they are there. An unknown gender is taken from the name.
func (h House) DeclinePerson(gender Gender, name string) Declension {
	p := parse(name)
	parts := personParts(p.low)
	if gender != Masculine && gender != Feminine {
		var sure bool
		gender, sure = genderByParts(p.low, parts)
		p.guess = !sure && len(p.raw) > 0
	}
	for i, word := range p.low {
		if parts[i] == still || len(p.raw[i]) != len(word) {
			continue
		}
		s, sure := h.personWord(word, parts[i], gender)
		p.set(i, s, sure)
	}
	return Declension{Phrase: name, Kind: Person, Gender: gender, Forms: p.join(), Guess: p.guess}
}

func (h House) personWord(word string, role part, gender Gender) (six, bool) {
	switch role {
	case firstName:
		return h.firstNameForms(word, gender)
	case patronymic:
		return patronymicForms(word, gender)
	default:
		return surnameForms(word, gender)
	}
}

// personParts tells the parts of a name apart: the patronymic first, because
// the first name stands before it whatever the order.
func personParts(words []string) []part {
	parts := make([]part, len(words))
	var names []int // the words that are not still
	for i := range words {
		if isStill(words, i) {
			parts[i] = still
			continue
		}
		names = append(names, i)
	}
	if isEastAsian(words, names) {
		for _, i := range names[:len(names)-1] {
			parts[i] = still
		}
		parts[names[len(names)-1]] = firstName
		return parts
	}
	at := findPatronymic(words, names)
	if at >= 0 {
		parts[names[at]] = patronymic
		if at > 0 {
			parts[names[at-1]] = firstName
		}
		return parts
	}
	for _, i := range firstNamePlaces(words, names) {
		parts[i] = firstName
	}
	return parts
}

// particles stand before or within surnames and do not decline.
var particles = map[string]bool{
	"фон": true, "ван": true, "де": true, "дер": true, "да": true, "ди": true, "ду": true, "дю": true, "дос": true, "ла": true,
	"ле": true, "аль": true, "эль": true, "ас": true, "ад": true, "аш": true, "ат": true, "ар": true, "о": true, "тер": true,
	"ага": true, "бек": true, "хан": true, "паша": true, "заде": true, "эфенди": true, "мл": true, "ст": true, "и": true,
}

// isStill reports whether a word of a name stays as it is: initials, particles,
// уулу and its like, and the father's name before them.
func isStill(words []string, i int) bool {
	word := words[i]
	if isInitials(word) || fatherWords[word] != Unknown && len(words) > 1 || particles[word] && len(words) > 2 && !isAfterPatronymic(words, i) {
		return true
	}
	return i+1 < len(words) && isFatherWordAfter(words[i+1])
}

// isAfterPatronymic tells the surname Бек or Хан from the title.
func isAfterPatronymic(words []string, i int) bool {
	return i > 0 && patronymicGender(words[i-1]) != Unknown
}

// isFatherWordAfter reports whether the word before is the father's name; the
// name after ибн declines instead.
func isFatherWordAfter(word string) bool {
	switch word {
	case "ибн", "бин", "бен", "бинт":
		return false
	}
	return fatherWords[word] != Unknown
}

// isInitials reports whether the word is «И.», «И.Н.», «Дж.» or a single letter.
func isInitials(word string) bool {
	return strings.HasSuffix(word, ".") || len(word) <= 2
}

// findPatronymic returns the index in names of the patronymic, or -1. Between
// two words of its shape (Ольга Павловна Шукевич, Шушкевич Станислав
// Станиславович) it is the one after a first name.
func findPatronymic(words []string, names []int) int {
	for at := 1; at < len(names); at++ {
		word := words[names[at]]
		g := patronymicGender(word)
		if g == Unknown {
			continue
		}
		// «Анна Абрамович»: with two words, a woman's first name makes -ович a surname.
		if len(names) == 2 && g == Masculine && firstNames()[words[names[0]]] == Feminine {
			return -1
		}
		return at
	}
	if len(names) == 1 && hasAnySuffix(words[names[0]], "овна", "евна") {
		return 0
	}
	return -1
}

// firstNamePlaces returns the words that are first names where there is no
// patronymic. Beside initials or after a particle there is only a surname.
func firstNamePlaces(words []string, names []int) []int {
	switch {
	case len(names) == 0:
		return nil
	case len(names) == 1:
		if len(words) == 1 && isLoneFirstName(words[0]) || slices.ContainsFunc(words, isFatherWordAfter) {
			return names
		}
		return nil
	case len(names) == 2 && isSurnameFirst(words[names[0]], words[names[1]]):
		return names[1:]
	}
	return names[:len(names)-1]
}

// isSurnameFirst decides between «Тасмагамбетов Имангали» and the usual order.
func isSurnameFirst(first, second string) bool {
	knownFirst, knownSecond := isFirstName(first), isFirstName(second)
	if knownFirst || knownSecond {
		return !knownFirst
	}
	if !isSurnameEnding(first) || isLoneFirstName(first) {
		return false
	}
	return !isSurnameEnding(second) || isLoneFirstName(second)
}

func isFirstName(word string) bool {
	if firstNames()[word] != Unknown {
		return true
	}
	before, after, ok := strings.Cut(word, "-")
	return ok && firstNames()[before] != Unknown && firstNames()[after] != Unknown
}

// isSurnameEnding reports whether the word ends as surnames do and first names
// do not.
func isSurnameEnding(word string) bool {
	return surnameGender(word) != Unknown ||
		hasAnySuffix(word, "ян", "янц", "ко", "дзе", "швили", "зода", "заде", "ых", "их", "ук", "юк", "ич", "ец", "иа", "ава") && syllables(word) > 1
}

// eastAsian are the family names of one syllable with which Chinese, Korean and
// Vietnamese names begin; of such a name only the last word declines. Source:
// Розенталь, Справочник по правописанию и литературной правке, § 149.
var eastAsian = wordSet(`бао буй ван во ву вэй вэнь го гу гао данг дин до дун дэн е жэнь ким кан квон ко куан ку ле ли линь
	лин ло лу лю люй лян лям лим ма мао мун мэн нго нгуен ни но нам о пак пан пэн пхан пхам пэк со сон син си су сун сунь сюй ся сяо сюэ тан тао то тран
	у фам фан фэн фу ха хан хван хе хо ху хуан хуанг хэ цай цао цзэн цзян цзинь цинь цой цюй чан чанг чон чхве чжан чжао чжоу чжу чжун чэн
	чэнь чо шэнь ши юй юн юань ян яо ён`)

func isEastAsian(words []string, names []int) bool {
	if len(names) < 2 || len(names) > 3 || len(names) != len(words) || !eastAsian[words[0]] {
		return false
	}
	for _, i := range names[1:] {
		word := words[i]
		european := isSurnameEnding(word) && !hasAnySuffix(word, "ин", "ын")
		if firstNames()[word] != Unknown && syllables(word) > 1 || patronymicGender(word) != Unknown || european || syllables(word) > 3 {
			return false
		}
	}
	return true
}

// wordSet makes a set of the words of a text.
func wordSet(text string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(text) {
		set[word] = true
	}
	return set
}
