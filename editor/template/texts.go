package template

import (
	"slices"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// FillTexts fills texts that are no parts of a template's release, such as a snippet's,
// with values of its fields: each by itself and as it stands, for it may go into the
// midst of a sentence. People have the posts of a day. Its errors are those of Fill.
func (t Template) FillTexts(house grammar.House, values map[string]Value, known register.Registers, day release.Date, texts []string) ([]string, []Guess, error) {
	values, yearless := t.withDays(values, day)
	if err := t.accept(values); err != nil {
		return nil, nil, err
	}
	f := &filling{house: house, template: t, values: t.plain(values), known: known, day: day, yearless: yearless}
	filled := make([]string, len(texts))
	for i, text := range texts {
		filled[i] = f.text(text)
	}
	return filled, f.guesses, nil
}

// Fault returns what is wrong in the template's fields or in texts with placeholders for
// them, and what would be right there; two empty strings where nothing is.
func (t Template) Fault(texts []string) (what, fits string) {
	for i := range t.Fields {
		if what, fits = t.faultyField(i); fits != "" {
			return what, fits
		}
	}
	for _, text := range texts {
		if what, fits = t.faultyText(text); fits != "" {
			return what, fits
		}
	}
	return "", ""
}

// FieldNames lists the fields that the placeholders of texts name, each once, in their
// order.
func FieldNames(texts []string) []string {
	var names []string
	for _, text := range texts {
		for _, p := range scan(text) {
			if isName(p.field) && !slices.Contains(names, p.field) {
				names = append(names, p.field)
			}
		}
	}
	return names
}
