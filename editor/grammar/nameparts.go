package grammar

import "strings"

// NameParts takes a person's name apart. A name of more than one word without
// a patronymic is a first name and a surname, whichever comes first; what
// stands between them, such as «уулу», goes with the first name.
func NameParts(name string) (first, patronymicPart, last string) {
	p := takeApart(name)
	parts := readName(p.low, Unknown).parts
	var names, fathers, surnames []string
	for i, word := range p.raw {
		switch {
		case parts[i] == patronymic:
			fathers = append(fathers, word)
		case parts[i] == surname:
			surnames = append(surnames, word)
		case isDotted(p.low[i]) || parts[i] == firstName || parts[i] == ownName || len(surnames) == 0:
			names = append(names, word)
		default:
			surnames = append(surnames, word)
		}
	}
	return strings.Join(names, " "), strings.Join(fathers, " "), strings.Join(surnames, " ")
}

// leadsChain reports a surname before first names: one that may be, before what is known for a first name; one of Tajikistan
// before any, as the father's name stands behind that there (Пробзода Мадамон Амирхон).
func leadsChain(word, next string) bool {
	return givenScore(word) == 0 && surnameScore(word) > 0 && (givenScore(next) >= 2 || isInZoda(word))
}

// isBeforeLinked reports a first name that ends as a surname may before an Arab name of two words: Маин Абдель Малик.
func isBeforeLinked(words []string) bool {
	return linkedNames.Has(words[1]) && !isNoFirstName(words[0])
}
