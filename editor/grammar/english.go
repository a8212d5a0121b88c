package grammar

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"communique/editor/release"
)

// English is whose usage an office follows in English dates and times.
type English string

// The usages: the United Nations Editorial Manual («11 September 2024»,
// «3.30 p.m.») and The Associated Press Stylebook («Sept. 11, 2024», «3:30 p.m.»).
const (
	EnglishUN English = ""
	EnglishAP English = "ap"
)

// UsagesOfEnglish lists the usages, the program's own first.
func UsagesOfEnglish() []English { return []English{EnglishUN, EnglishAP} }

// monthsAP are the months beside a day; the short ones are written out.
var monthsAP = [...]string{"Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."}

// Day writes a date without its year; "" for no date.
func (e English) Day(d release.Date) string {
	switch {
	case d.IsZero():
		return ""
	case e == EnglishAP:
		return fmt.Sprintf("%s %d", monthsAP[d.Month-1], d.Day)
	}
	return fmt.Sprintf("%d %s", d.Day, d.Month)
}

// Date writes a date; "" for none.
func (e English) Date(d release.Date) string {
	switch {
	case d.IsZero():
		return ""
	case e == EnglishAP:
		return fmt.Sprintf("%s, %d", e.Day(d), d.Year)
	}
	return fmt.Sprintf("%s %d", e.Day(d), d.Year)
}

// Dates writes the days from one date to another: 11–12 September 2024.
func (e English) Dates(from, until release.Date) string {
	switch {
	case from == until:
		return e.Date(from)
	case from.Year != until.Year:
		return e.Date(from) + " – " + e.Date(until)
	case e == EnglishAP:
		return fmt.Sprintf("%s, %d", e.Days(from, until), until.Year)
	}
	return fmt.Sprintf("%s %d", e.Days(from, until), until.Year)
}

// Days writes the days of one year without it: Sept. 11-12 for the AP.
func (e English) Days(from, until release.Date) string {
	switch {
	case from == until:
		return e.Day(from)
	case from.Month != until.Month:
		return e.Day(from) + " – " + e.Day(until)
	case e == EnglishAP:
		return fmt.Sprintf("%s-%d", e.Day(from), until.Day)
	}
	return fmt.Sprintf("%d–%s", from.Day, e.Day(until))
}

// Time writes a time of the day.
func (e English) Time(hour, minute int) string {
	switch {
	case minute == 0 && hour == 12:
		return "noon"
	case minute == 0 && hour%24 == 0:
		return "midnight"
	}
	half := "a.m."
	if hour%24 >= 12 {
		half = "p.m."
	}
	point := "."
	if e == EnglishAP {
		point = ":"
	}
	hours := fmt.Sprint((hour+11)%12 + 1)
	if minute > 0 {
		hours += fmt.Sprintf("%s%02d", point, minute)
	}
	return hours + " " + half
}

// IsEnglishPlural reports whether a verb agrees with an English phrase in the
// plural, and whether that is certain: its noun stands before the first
// preposition.
func IsEnglishPlural(phrase string) (plural, certain bool) {
	words := strings.Fields(strings.ToLower(phrase))
	for len(words) > 1 && aboutSo[words[0]] {
		words = words[1:]
	}
	before, certain := beforeLink(words)
	switch {
	case joinsSeveral(words):
		return true, true
	case len(before) == 0:
		return false, false
	case slices.ContainsFunc(before[:len(before)-1], func(word string) bool { return word == "and" || strings.HasSuffix(word, ",") }):
		return true, true // «the services, the police»
	}
	first, noun := before[0], strings.Trim(before[len(before)-1], ",;:“”\"'")
	if number, err := strconv.Atoi(strings.ReplaceAll(first, ",", "")); err == nil {
		return number != 1, true
	}
	if plural, known := isPluralNoun(noun); known {
		return plural, plural || certain
	}
	return severalInWords[first], severalInWords[first] || certain
}

// beforeLink are the words up to the first behind which complements begin. With
// an «and» among those it is not certain what that joins: «Agreement on Trade
// and Plan of Action».
func beforeLink(words []string) (before []string, certain bool) {
	for i, word := range words {
		if englishLinks[word] {
			return words[:i], !slices.Contains(words[i:], "and") || slices.Contains(words[i:], "between")
		}
	}
	return words, true
}

// joinsSeveral reports an «and» that joins two things with articles, and is none
// of «between the one and the other».
func joinsSeveral(words []string) bool {
	for i := 0; i+1 < len(words); i++ {
		if words[i] == "between" {
			return false
		}
		if words[i] == "and" && (words[i+1] == "the" || words[i+1] == "a" || words[i+1] == "an") {
			return true
		}
	}
	return false
}

// aboutSo are the words before a number that is only about so.
var aboutSo = wordSet("about over some nearly almost around more than at least up to approximately")

// isPluralNoun tells an English noun's number where its form does.
func isPluralNoun(noun string) (plural, known bool) {
	switch {
	case englishPlurals[noun]:
		return true, true
	case englishSingulars[noun], hasAnySuffix(noun, "ss", "us", "is"):
		return false, true
	}
	return true, strings.HasSuffix(noun, "s")
}

// severalInWords are the words by which more than one is meant.
var severalInWords = wordSet("two three four five six seven eight nine ten several many both these those")

// englishLinks are the words behind which an English noun's complements begin.
var englishLinks = wordSet("of in on at for from to with by between among against under that which who whose as during after before near")

// Nouns whose ending does not tell their number.
var (
	englishPlurals   = wordSet("people men women children media police staff personnel servicemen servicewomen criteria data")
	englishSingulars = wordSet("news politics economics press mathematics athletics headquarters series")
)
