package page

import (
	"slices"
	"testing"
)

// TestDescribe: few letters have their names, many are counted by their scripts.
func TestDescribe(t *testing.T) {
	for letters, want := range map[string]string{
		"":                     "",
		"漢":                    "漢 (U+6F22)",
		"ا":                    "ا (ARABIC LETTER ALEF)",
		"\U000f0000":           "\U000f0000 (U+F0000)",
		"абвгде":               "а (CYRILLIC SMALL LETTER A), б (CYRILLIC SMALL LETTER BE), в (CYRILLIC SMALL LETTER VE), г (CYRILLIC SMALL LETTER GHE), д (CYRILLIC SMALL LETTER DE), е (CYRILLIC SMALL LETTER IE)",
		"абвгдеж":              "а б в г д е … (Cyrillic: 7)",
		"、абвгде":              "、 (Common: 1), а б в г д е (Cyrillic: 6)",
		"абвгдежا漢字\U0010ffff": "ا (Arabic: 1), а б в г д е … (Cyrillic: 7), 漢 字 (Han: 2), \U0010ffff (Unknown: 1)",
	} {
		if got := Describe([]rune(letters)); got != want {
			t.Errorf("%q: %s", letters, got)
		}
	}
}

// TestLettersThatAreNotSet: letters that have to be joined or reordered, or are written from right to left, are
// missing whatever the faces have, and are copied as themselves.
func TestLettersThatAreNotSet(t *testing.T) {
	c := plainCompositor(t)
	all := ""
	for _, of := range []string{"ع", "ש", "ܐ", "क", "ক", "த", "ไ", "ມ", "က", "ខ", "ᠮ", "ཀ", "ހ", "ߒ"} {
		all += of
		if letters := []rune(of); len(letters) != 1 || isSettable(letters[0]) {
			t.Errorf("%s would be set letter by letter", of)
		}
	}
	copied := ""
	for _, l := range c.shaper.shape(all, c.style.Faces.Text, 10) {
		copied += string(l.Rune)
	}
	missing := []rune(all)
	slices.Sort(missing)
	slices.Sort(c.shaper.missing)
	if copied != all || string(c.shaper.missing) != string(missing) {
		t.Errorf("copied %q, missing %q", copied, string(c.shaper.missing))
	}
	for _, r := range "аЖqé字ա՞ა–«…€\U0001f600Ωḥ,。1" {
		if !isSettable(r) {
			t.Errorf("%c would not be set", r)
		}
	}
}

// TestWhatHelpsWhereLettersLack: a face of the house's own, but for scripts that no face helps.
func TestWhatHelpsWhereLettersLack(t *testing.T) {
	for letters, want := range map[string]string{"中": "letters-face", "文😀": "letters-face", "ب": "letters-unset", "中ש": "letters-unset", "क": "letters-unset"} {
		if got, args := Lacking([]rune(letters)).Fact(); got != want || args != nil {
			t.Errorf("%s: %s, %v", letters, got, args)
		}
	}
}
