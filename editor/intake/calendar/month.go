package calendar

import (
	"strings"

	"communique/editor/grammar"
	"communique/editor/regexp"
)

// romanMonths are the months in Roman figures, and romanMonth is one within a day: «11.IX.2025».
var (
	romanMonths = strings.Fields(`I II III IV V VI VII VIII IX X XI XII`)
	romanMonth  = regexp.MustCompile(`^\d{1,2}\.((?:X|IX|IV|V)?I{0,3})\.\d{4}`)
)

// smallMonth reports whether text begins with a month in small letters before the number of a day: "enero 20, 2016".
func smallMonth(text string) bool {
	end := strings.IndexByte(text, ' ')
	if end < 3 || end+1 >= len(text) || text[end+1] < '0' || text[end+1] > '9' || end > longestMonth {
		return false
	}
	return namesMonth(text[:end])
}

// longestMonth is how many bytes the name of a month has at most.
const longestMonth = 24

// namesMonth reports whether a word is a month in any of the languages of releases.
func namesMonth(word string) bool {
	if IsMonth(word) {
		return true
	}
	_, is := grammar.ParseDate("1 " + word + " 2000")
	return is
}

// IsMonth reports whether a word is a month's name, in any case.
func IsMonth(word string) bool { _, is := grammar.Month(word); return is }
