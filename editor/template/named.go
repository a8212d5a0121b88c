package template

import (
	"strings"

	"communique/editor/grammar"
	"communique/editor/regexp"
)

// numberOfNames is Plural for several names in quotation marks with nothing beside them but
// what joins them: «Рубеж», «Щит» и «Кобальт».
func numberOfNames(text string) grammar.Gender {
	if quotations.MatchString(paired(text, "«", "»")) {
		return grammar.Plural
	}
	return grammar.Unknown
}

var quotations = regexp.MustCompile(`^(?:«[^«»]*(?:«[^«»]*»?[^«»]*)?»|“[^“”]*”)(?:(?:, | и |, and | and )(?:«[^«»]*(?:«[^«»]*»?[^«»]*)?»|“[^“”]*”))+$`)

// inNumber is a choice in the number of the word of the template that stands behind it and
// agrees with a field: «совместное учение», but «совместные учения».
func (f *filling) inNumber(choice, after string) string {
	behind, ok := strings.CutPrefix(after, " {")
	if !ok || !f.russian() {
		return choice
	}
	p := read("{" + behind[:strings.IndexByte(behind, '}')+1])
	field := f.template.field(p.field)
	if field == nil || len(p.agreeing) != 2 {
		return choice
	}
	if g, _ := f.gender(*field, f.given(*field).Text); g != grammar.Plural {
		return choice
	}
	if forms, ok := grammar.AdjectiveForms(choice); ok {
		return forms[grammar.Shown{Gender: grammar.Plural, Case: grammar.Nominative}]
	}
	return choice
}

// withoutNoun is a name without what it is a name of, which the template says: «учение «Рубеж»».
func withoutNoun(name string) string {
	if article, rest, _ := strings.Cut(name, " "); rest != "" && strings.EqualFold(article, "the") { // the exercise the Search
		name = rest
	}
	at := strings.IndexAny(name, "«“\"")
	if at <= 0 || strings.TrimRight(name, "»”\"") == name || strings.ToLower(name[:at]) != name[:at] {
		return name
	}
	return name[at:]
}
