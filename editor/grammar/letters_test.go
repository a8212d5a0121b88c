package grammar

import (
	"testing"
	"unicode/utf8"
)

// TestCapitalsByTheirBytes tells capitals as isCapital does.
func TestCapitalsByTheirBytes(t *testing.T) {
	for _, r := range "АПРЯЁапряёЎўҚқЇїAZazĞğ«–5 " {
		if capital, size := capitalAt("ё"+string(r), len("ё")); capital != isCapital(r) || size != utf8.RuneLen(r) {
			t.Errorf("%c: %v, %d bytes", r, capital, size)
		}
	}
	for word, want := range map[string]bool{"МИД": true, "МИДа": false, "ЁЖ": true, "Ё": false, "ОДКБ-5": true, "ЎЗБ": true, "Ўзб": false, "ABC": true, "AбC": false, "": false, "5.": false} {
		if allCapitals(word) != want {
			t.Errorf("%s: all capitals: %v", word, !want)
		}
	}
	for word, want := range map[string]bool{"МИД": true, "МИДа": true, "БиГ": true, "Пробный": false, "А.Б.": false, "Аб": false, "ҚР": true, "ПробSA": true} {
		if hasTwoCapitals(word) != want {
			t.Errorf("%s: two capitals: %v", word, !want)
		}
	}
}

// TestMarksOfNoName looks for what no word of a name has.
func TestMarksOfNoName(t *testing.T) {
	for word, want := range map[string]bool{
		"Пробный": false, "д’Эстен": false, "Аль-Проба": false, "Ünal": false, "А.": false, "": false,
		"Пробный,": true, "«Проба": true, "Проба»": true, "Пробный2": true, "Озеров–Пробный": true, "№": true, "(МИД)": true, "a:b": true,
	} {
		if hasNoNamesMark(word) != want {
			t.Errorf("%s: %v", word, !want)
		}
	}
}
