package gazetteer

import (
	"strings"

	"communique/editor/regexp"
)

// region is one as an official site names it.
var region = regexp.MustCompile(`^(?:\p{Lu}[\p{L}-]+(?i:(?:ая|ий|ый|ой) (?:автономная |автономный |городской |муниципальный )?(?:область|край|район|округ|республика))|Республика \p{Lu}[\p{L}-]+(?: \([^)]*\))?)`)

// RegionAt reads a region at the start of text, in capitals or not: «Пробная область», «ПРОБНАЯ ОБЛАСТЬ».
func RegionAt(text string) (name string, length int) {
	name = region.FindString(text)
	if strings.ToUpper(name) == name {
		first, rest, _ := strings.Cut(name, " ")
		return strings.TrimSpace(Capitalised(first) + " " + strings.ToLower(rest)), len(name)
	}
	return name, len(name)
}

// InRegion reads a line that is a place nobody knows in a state or a region that is known, "Whitby, UK"; "" where it is none.
func InRegion(text string) string {
	at := strings.LastIndex(text, ", ")
	if at < 0 || NameAt(text[:at], false) != at {
		return ""
	}
	behind := text[at+2:]
	if _, n := Known(behind); n != len(behind) && !states.Has(strings.TrimSuffix(behind, ".")) && !inShort.MatchString(behind) {
		return ""
	}
	return Capitalised(text[:at]) + text[at:]
}

// inShort is a country or a state in letters: "UK", "N.Y.", "BC".
var inShort = regexp.MustCompile(`^(?:\p{Lu}\.?){2,3}$`)
