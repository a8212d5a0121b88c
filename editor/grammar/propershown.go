package grammar

import (
	"slices"
	"strings"
)

// endingsOfForms are what a form of a name ends in, each with what the nominative may end in
// instead: Русская грамматика, 1980, §§ 1182–1249, 1299–1304.
var endingsOfForms = []struct {
	ending string
	puts   []string
}{
	{"а", []string{""}},
	{"я", []string{"й", "ь"}},
	{"у", []string{"", "а"}},
	{"ю", []string{"й", "ь", "я"}},
	{"е", []string{"", "а", "я", "й", "ь", "о"}},
	{"ы", []string{"а", ""}},
	{"и", []string{"а", "я", "ь", "й", ""}},
	{"ом", []string{"", "о", "ый", "ой", "ий"}},
	{"ем", []string{"", "й", "ь", "е", "ий"}},
	{"ой", []string{"а", "ая"}},
	{"ей", []string{"а", "я", "ая", "яя"}},
	{"ого", []string{"ый", "ой", "ий"}},
	{"его", []string{"ий"}},
	{"ому", []string{"ый", "ой", "ий"}},
	{"ему", []string{"ий"}},
	{"ым", []string{"ый", "ой"}},
	{"им", []string{"ий"}},
	{"ую", []string{"ая"}},
	{"юю", []string{"яя"}},
	{"ов", []string{"ы", ""}},
	{"ам", []string{"ы", "и", ""}},
	{"ами", []string{"ы", "и", ""}},
	{"ах", []string{"ы", "и", ""}},
	{"ям", []string{"и"}},
	{"ями", []string{"и"}},
	{"ях", []string{"и"}},
}

// nominativesOf are what a form of a name may be of, the form itself first.
func nominativesOf(low string) []string {
	all := []string{low}
	for _, e := range endingsOfForms {
		stem, ok := strings.CutSuffix(low, e.ending)
		if !ok || len(stem) < len("ян") {
			continue
		}
		for _, put := range e.puts {
			all = append(all, stem+put)
		}
	}
	return all
}

// surnamesOf are the surnames that a form may be of, also those in -ец, which lose their vowel: Кравцом, Стрельца, Зайцу.
func surnamesOf(low string) []string {
	all := nominativesOf(low)
	for _, name := range all[1:] {
		stem, ok := strings.CutSuffix(name, "ц")
		if !ok {
			continue
		}
		for _, fled := range []string{"ь", "й", ""} {
			if before, lost := strings.CutSuffix(stem, fled); lost {
				all = append(all, before+"ец")
				break
			}
		}
	}
	return all
}

// SurnameShows is what a word can be as a form of a surname, a man's or a woman's; it is in each
// case of one that may be undeclined. Nil for a word that is no Russian one.
func SurnameShows(word string) []Shown {
	low := strings.ToLower(word)
	if len(low) < len("ян") || !isRussianLetter(lastLetter(low)) {
		return nil
	}
	var all []Shown
	for _, gender := range []Gender{Masculine, Feminine} {
		for i, name := range surnamesOf(low) {
			if !mayBeSurname(name, gender, i == 0) {
				continue
			}
			forms, sure := surnameForms(name, gender)
			for c, one := range Cases() {
				s := Shown{Gender: gender, Case: one, Animate: true}
				if fits := forms[c] == low || !sure && (i == 0 || isOtherInstrumental(forms[c], low)); fits && !slices.Contains(all, s) {
					all = append(all, s)
				}
			}
		}
	}
	return all
}

// isOtherInstrumental reports whether a form is that of a name whose stress nobody knows, as it
// is with the stress elsewhere: Шапшей and Шапшой.
func isOtherInstrumental(form, low string) bool {
	stem, ok := strings.CutSuffix(form, "ей")
	return ok && low == stem+"ой"
}

// endingsOfCases are the endings of forms that hardly a surname has in the nominative.
var endingsOfCases = []string{"ого", "его", "ому", "ему", "ую", "юю", "ыми", "ими", "ами", "ями", "ы"}

// mayBeSurname reports whether a word may be the nominative of somebody's surname. As written
// it is read with care: what has the ending of another case is hardly a name that nobody knows.
func mayBeSurname(name string, gender Gender, written bool) bool {
	switch {
	case hasAnySuffix(name, "ая", "яя"):
		return gender == Feminine || georgianSurnames.Has(name)
	case hasAnySuffix(name, "ый"), hasAnySuffix(name, "ой") && syllables(name) > 1:
		return gender == Masculine
	case !written:
		return true
	case strings.HasSuffix(name, "ым") && syllables(name) > 1:
		return isFirstName(name)
	}
	return !hasAnySuffix(name, endingsOfCases...) || patronymicGender(name) != Unknown
}

// PlaceShows are the cases that a word can be as the name of a state, a region or a city of
// the tables; nil for any other word.
func PlaceShows(word string) []Case {
	low := strings.ToLower(word)
	var all []Case
	for _, name := range nominativesOf(low) {
		row, known := findPlace(name)
		if !known {
			continue
		}
		forms, _ := placeWord(name)
		for c, one := range Cases() {
			if (forms[c] == low || one == Prepositional && row.locative == low) && !slices.Contains(all, one) {
				all = append(all, one)
			}
		}
	}
	return all
}
