package contact

import (
	"slices"
	"strings"
	"unicode"

	"communique/editor/intake/officename"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// Requisites are an organisation's numbers.
var Requisites = regexp.MustCompile(`^\p{Lu}{2,6}(?:/\p{Lu}{1,4})*/\d[\d/.-]*$|^\p{Lu}{2}-\d{3,5}$|^(?:ИНН|КПП|ОГРН(?:ИП)?|ОКПО|БИК|р/с|к/с)[\s/:№]*\d`)

// HouseWords is of how many words the name of an English organisation is at most that is told by its last one.
const HouseWords = 3

// IsHouseInEnglish reports whether a line is such a name, and nothing else: "Reef Institute".
func IsHouseInEnglish(text string) bool {
	words := strings.Fields(text)
	if wording.InCyrillic(text) || len(words) < 2 || len(words) > HouseWords || strings.ContainsAny(text, ":.!?0123456789") {
		return false
	}
	return OfficeWords.Has(wording.LastWord(text)) && IsHouse(text) && !slices.ContainsFunc(words, func(word string) bool { return !unicode.IsUpper([]rune(word)[0]) && !officename.JoinsNames.Has(word) })
}

// pressOfficeOf ends the name of a press office, which the name of its house stands before.
var pressOfficeOf = regexp.MustCompile(`(?i:сөз кызматы|маалымат кызматы|баспасөз қызметі|matbuot xizmati|axborot xizmati|матбуот хизмати|ахборот хизмати|mətbuat xidməti)$`)

// officeReach is of how many words the name of an office is at most.
func officeReach(text string) int {
	if pressOfficeOf.MatchString(text) {
		return officename.OfficeLength + 2
	}
	return officename.OfficeLength
}

// IsOfficeElsewhere reports whether a line is the name of an office in another language, and nothing else: «Басма сөз кызматы».
func IsOfficeElsewhere(text string) bool {
	text = strings.TrimPrefix(text, "T.C. ") // of Turkey
	c, known := calledElsewhere(text)
	return known && (c.office && c.Name == "" || strings.HasPrefix(c.Name, "Ҷумҳурии ")) && len(strings.Fields(text)) <= officeReach(text) && !strings.ContainsAny(text, ":.!?0123456789")
}
