// Package languages lists the languages in which the program has words and dates for
// releases. Each is named by the shortest BCP 47 tag that means it: "uz" is Uzbek as it is
// mostly written, in Latin letters, and "uz-Cyrl" the same language in Cyrillic ones.
package languages

import (
	"slices"

	"golang.org/x/text/language"
)

// All lists them: those of the interface first, then the region's by their names in English,
// then others.
func All() []string {
	return []string{
		"ru", "en",
		"hy", "az", "be", "ka", "kk", "ky", "ro", "tg", "uk", "uz", "uz-Cyrl",
		"ar", "zh", "fr", "de",
	}
}

// Of returns which of them a tag means: "kk" for "kk-KZ", "uz-Cyrl" for "uz-Cyrl-UZ". It is
// "" where it means none: another language, or one of them in letters that it is not listed in.
func Of(tag string) string {
	name := Script(tag)
	if !slices.Contains(All(), name) {
		return ""
	}
	return name
}

// Script returns the shortest tag for a language in the letters that a tag says, or that are
// usual where it says: "kk" for "kk-Cyrl-KZ", "zh-Hant" for "zh-TW". A text that is no tag
// is "".
func Script(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	base, sure := t.Base()
	if sure != language.Exact {
		return ""
	}
	name := base.String()
	script, _ := t.Script()
	if usual, _ := language.Make(name).Script(); script != usual {
		name += "-" + script.String()
	}
	return name
}

// rightToLeft are the scripts in use that run from right to left.
var rightToLeft = []string{"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}

// RightToLeft reports whether the lines of a language run from right to left, in the letters
// that its tag says, or that are usual where it says.
func RightToLeft(tag string) bool {
	t, err := language.Parse(tag)
	if err != nil {
		return false
	}
	script, sure := t.Script()
	return sure != language.No && slices.Contains(rightToLeft, script.String())
}

// Cyrillic reports whether a language is written in Cyrillic, in the letters that its tag
// says, or that are usual where it says.
func Cyrillic(tag string) bool {
	t, err := language.Parse(tag)
	if err != nil {
		return false
	}
	script, sure := t.Script()
	return sure != language.No && script.String() == "Cyrl"
}

// Comma is what stands between the parts of a line in a language, with the space behind
// it: place and date, day and hour. Arabic letters have one of their own, and Chinese a wide
// one, as in Unicode's CLDR.
func Comma(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return ", "
	}
	switch script, sure := t.Script(); {
	case sure == language.No:
		return ", "
	case slices.Contains([]string{"Arab", "Aran"}, script.String()):
		return "، "
	case slices.Contains([]string{"Hans", "Hant"}, script.String()):
		return "，"
	}
	return ", "
}
