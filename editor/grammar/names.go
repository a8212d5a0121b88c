package grammar

import (
	_ "embed" // the tables of words
	"strings"
	"sync"
)

//go:embed names.txt
var namesText string

// firstNames gives the gender of the first names that only men or only women
// bear, in lower case.
var firstNames = sync.OnceValue(func() map[string]Gender {
	names := make(map[string]Gender, 2000)
	for line := range strings.Lines(namesText) {
		words := strings.Fields(line)
		if len(words) == 0 || words[0] == "#" {
			continue
		}
		for _, name := range words[1:] {
			names[strings.ToLower(name)] = Gender(words[0])
		}
	}
	return names
})

// GenderOf tells whether a name is a man's or a woman's, in full or in part,
// from its patronymic, from a first name only one gender bears, or from the
// ending of its surname; false where none of them decides.
func GenderOf(name string) (Gender, bool) {
	p := parse(name)
	g, sure := genderByParts(p.low, personParts(p.low))
	return g, sure
}

// genderByParts looks at the patronymic first, then at first names, then at
// surnames: the order in which they can be trusted.
func genderByParts(words []string, parts []part) (Gender, bool) {
	for _, word := range words {
		if g := fatherWords[word]; g != Unknown {
			return g, true
		}
	}
	for _, look := range []struct {
		part   part
		gender func(string) Gender
	}{
		{patronymic, patronymicGender},
		{firstName, func(word string) Gender { return firstNames()[word] }},
		{surname, surnameGender},
	} {
		for i, word := range words {
			if parts[i] != look.part {
				continue
			}
			if g := look.gender(word); g != Unknown {
				return g, look.part != firstName || !surnameDenies(words, parts, g)
			}
		}
	}
	for i, word := range words {
		if parts[i] == firstName {
			return firstNameGender(word), false
		}
	}
	return Masculine, false
}

// surnameDenies reports a surname of the other gender than the first name's:
// one of the two is not what it looks like.
func surnameDenies(words []string, parts []part, g Gender) bool {
	for i, word := range words {
		if of := surnameGender(word); parts[i] == surname && of != Unknown && of != g {
			return true
		}
	}
	return false
}

// firstNameGender guesses by the ending of a first name nobody listed.
func firstNameGender(word string) Gender {
	if last := lastLetter(word); last == 'а' || last == 'я' || hasAnySuffix(word, "гуль", "ай-гуль", "бону", "нисо", "ханум") {
		return Feminine
	}
	return Masculine
}

// fatherWords follow the father's name, and tell the child's gender.
var fatherWords = map[string]Gender{
	"оглы": Masculine, "оглу": Masculine, "оглыы": Masculine, "угли": Masculine, "углы": Masculine, "ўғли": Masculine,
	"уулу": Masculine, "улы": Masculine, "ұлы": Masculine, "ибн": Masculine, "бин": Masculine, "бен": Masculine,
	"кызы": Feminine, "кизи": Feminine, "кызи": Feminine, "қызы": Feminine, "гызы": Feminine, "бинт": Feminine,
}

// shortPatronymics are the men's patronymics that end in -ич alone.
var shortPatronymics = map[string]bool{
	"ильич": true, "кузьмич": true, "лукич": true, "фомич": true, "никитич": true, "саввич": true, "силыч": true, "титыч": true,
	"клементьич": true, "михалыч": true, "иваныч": true, "палыч": true, "петрович": true, "яклич": true, "данилыч": true,
}

// patronymicGender is Unknown for a word that is no patronymic.
func patronymicGender(word string) Gender {
	switch {
	case hasAnySuffix(word, "ович", "евич") && len(word) > 5*2, shortPatronymics[word]:
		return Masculine
	case hasAnySuffix(word, "овна", "евна", "ична", "инична") && len(word) > 5*2:
		return Feminine
	}
	if i := strings.LastIndexByte(word, '-'); i > 0 {
		return fatherWords[word[i+1:]]
	}
	switch {
	case hasAnySuffix(word, "улы", "ұлы", "уулу", "оглы", "оглу", "угли") && len(word) > 6*2:
		return Masculine
	case hasAnySuffix(word, "кызы", "қызы", "кизи", "гызы") && len(word) > 7*2:
		return Feminine
	}
	return Unknown
}

// surnameGender is Unknown for a surname that men and women share.
func surnameGender(word string) Gender {
	switch {
	case foreignSurnames[word]:
		return Unknown
	case hasAnySuffix(word, "ов", "ев", "ёв", "ын", "ский", "цкий", "ый"), strings.HasSuffix(word, "ин") && syllables(word) > 1:
		return Masculine
	case hasAnySuffix(word, "ова", "ева", "ёва", "ына", "ская", "цкая", "ая"), strings.HasSuffix(word, "ина") && !nounSurnames[word]:
		return Feminine
	}
	return Unknown
}
