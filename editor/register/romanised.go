package register

import (
	"strings"
	"unicode"

	"github.com/gosimple/unidecode"
)

// EnglishName is how English texts name the person: as the card tells it, or by the card's own name where that is in Latin letters; ""
// where nobody has told it.
func (p Person) EnglishName() string {
	if p.English == "" && isLatin(p.Name()) {
		return p.Name()
	}
	return p.English
}

// Romanised returns the people without an English name whose names are that one in Latin letters, as BGN/PCGN, the Library of
// Congress or passports write Russian in them.
func (r Registers) Romanised(name string) []Person {
	sound := soundOf(name)
	var all []Person
	for _, p := range r.People {
		if p.EnglishName() == "" && p.First != "" && p.Last != "" && soundOf(p.First+" "+p.Last) == sound {
			all = append(all, p)
		}
	}
	return all
}

func isLatin(name string) bool {
	for _, r := range name {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return false
		}
	}
	return name != ""
}

// soundOf is a name in Latin letters without what the ways to write Russian in them differ in: one sign for each of their letters,
// and no two of one letter beside each other.
func soundOf(name string) string {
	folded := romanisations.Replace(strings.ToLower(unidecode.Unidecode(name)))
	var sound strings.Builder
	last := rune(0)
	for _, r := range folded {
		if r != last {
			sound.WriteRune(r)
		}
		last = r
	}
	return sound.String()
}

// romanisations bring the ways to write one Russian letter to one; longer ones stand first.
var romanisations = strings.NewReplacer(
	"shch", "s", "sch", "s", "sh", "s", "zh", "z", "kh", "h", "tch", "c", "ch", "c", "ts", "c", "tz", "c", "x", "ks", "w", "v", "ck", "k",
	"ander", "andr", "iya", "ia", "iy", "i", "yy", "i", "ij", "i",
	"ya", "ia", "ja", "ia", "yu", "iu", "ju", "iu", "yo", "e", "jo", "e", "io", "e", "ye", "e", "ie", "e", "je", "e",
	"y", "i", "j", "i", "'", "", "’", "", "-", " ",
)
