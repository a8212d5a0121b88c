package grammar

import "strings"

// Agreement tells how a verb agrees with a phrase: by the gender of its head
// noun («состоялась сессия Совета»), or Plural («состоялись консультации»).
func Agreement(phrase string) Gender {
	p := parse(phrase)
	at := p.findHead(0, true)
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
	row, known := findHead(head)
	switch {
	case known && row.gender != Unknown:
		return row.gender
	case row.isPlural(head), hasAnySuffix(head, "ы", "и", "ения", "ания", "тия", "ствия", "дья"):
		return Plural
	case isAbbreviation(p.raw[at]):
		return Masculine
	}
	return genderByEnding(head)
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
