package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Agreement tells how a verb agrees with a phrase: by the gender of its head
// noun («состоялась сессия Совета»), or Plural («состоялись консультации»).
func Agreement(phrase string) Gender {
	p := parse(phrase)
	at := p.findHead(0)
	if at < 0 {
		return Masculine
	}
	for _, word := range p.low[:at] {
		if hasAnySuffix(word, "ые", "ие") {
			return Plural
		}
	}
	head := strings.Trim(bare(p.low[at]), "«»\"")
	if _, known := nouns()[head]; known {
		return NounOf(head).Gender
	}
	if n, known := irregularOrganisations[head]; known {
		return n.gender
	}
	_, plural := pluralOrganisations[head]
	switch {
	case plural, hasAnySuffix(head, "ы", "и", "ения", "ания", "тия", "ствия", "дья"):
		return Plural
	case isAbbreviation(p.raw[at]):
		return Masculine
	}
	return genderByEnding(head)
}

// SplitPost parts «Президент Республики Иван Пробный» into the post and the
// name. Where no name is seen all of it is the post, and where it begins with
// the name there is none. Whom and what the registers know is looked for first.
func SplitPost(phrase string, known Known) (post, name string) {
	if known != nil {
		if name = known.NameAtEnd(phrase); name != "" {
			return strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(phrase), name)), name
		}
		if post = known.PostAtStart(phrase); post != "" {
			return post, strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(phrase), post))
		}
	}
	p := parse(phrase)
	for i := range p.low {
		if p.isNameFrom(i) {
			return strings.Join(p.raw[:i], " "), strings.Join(p.raw[i:], " ")
		}
	}
	if GuessKind(phrase) == Post {
		return strings.TrimSpace(phrase), ""
	}
	return "", strings.TrimSpace(phrase)
}

// isNameFrom reports whether nothing but a person's name begins at word i.
func (p *parsed) isNameFrom(i int) bool {
	words := p.low[i:]
	if len(words) > 4 || len(words) < 2 && i > 0 && !isFirstName(words[0]) || isPostNoun(words[0]) {
		return false
	}
	for j, word := range words {
		if first, _ := utf8.DecodeRuneInString(p.raw[i+j]); !unicode.IsUpper(first) && fatherWords[word] == Unknown && !particles[word] {
			return false
		}
	}
	return isFirstName(words[0]) || isDotted(words[0]) || beginsWithSurname(words)
}

// beginsWithSurname reports whether the first word is a surname, or a first
// name nobody listed, by what follows it.
func beginsWithSurname(words []string) bool {
	if len(words) < 2 || isPlaceOrAdjective(words[0]) {
		return false
	}
	return isDotted(words[1]) || fatherWords[words[1]] != Unknown ||
		isFirstName(words[1]) && (isSurnameEnding(words[0]) || patronymicGender(words[len(words)-1]) != Unknown) ||
		len(words) == 2 && surnameGender(words[1]) != Unknown
}

// isDotted reports whether a word is initials with their full stops.
func isDotted(word string) bool {
	return strings.HasSuffix(word, ".") && utf8.RuneCountInString(word) <= 6
}

func isPlaceOrAdjective(word string) bool {
	_, adjective := adjectiveForms(word, true)
	_, place := findPlace(word)
	return adjective || place || placeHeads[word] || hasAnySuffix(word, "ой", "ого", "его", "ии", "ей", "ики")
}

// Enumerate joins a list as a sentence does: «А, Б и В».
func Enumerate(items []string, and string) string {
	switch n := len(items); n {
	case 0:
		return ""
	case 1:
		return items[0]
	default:
		return strings.Join(items[:n-1], ", ") + " " + and + " " + items[n-1]
	}
}

// NameParts takes a person's name apart. A name of more than one word without
// a patronymic is a first name and a surname, whichever comes first; what
// stands between them, such as «уулу», goes with the first name.
func NameParts(name string) (first, patronymicPart, last string) {
	p := parse(name)
	parts := personParts(p.low)
	var names, fathers, surnames []string
	for i, word := range p.raw {
		switch {
		case parts[i] == patronymic:
			fathers = append(fathers, word)
		case parts[i] == surname:
			surnames = append(surnames, word)
		case isDotted(p.low[i]) || parts[i] == firstName || len(surnames) == 0:
			names = append(names, word)
		default:
			surnames = append(surnames, word)
		}
	}
	return strings.Join(names, " "), strings.Join(fathers, " "), strings.Join(surnames, " ")
}
