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

// eachInMarks puts quotation marks around each of several names that years tell apart: Поиск-2026, Эшелон-2026.
func (f *filling) eachInMarks(text string) string {
	if !namesWithYears.MatchString(text) {
		return text
	}
	all := betweenNames.Split(text, -1)
	for i, name := range all {
		all[i] = `"` + name + `"`
	}
	if f.russian() {
		return grammar.Enumerate(all, "и")
	}
	return f.englishList(all)
}

var (
	namesWithYears = regexp.MustCompile(`^[\p{L} ]+(?: ?[–-] ?| )\d{4}(?:(?:, | и | and )[\p{L} ]+(?: ?[–-] ?| )\d{4})+$`)
	betweenNames   = regexp.MustCompile(`, | и | and `)
)

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
