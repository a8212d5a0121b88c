package spelling

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/regexp"
)

// ofFirstName is a surname in -ов or -ев, of a man or a woman, in any case.
var ofFirstName = regexp.MustCompile(`^(\p{Lu}\p{Ll}+)([оеё]в)(?:|а|у|ым|е|ы|ых|ой|ою|ыми)$`)

// shortestFather is how many letters a first name has of which a surname is believed: of a shorter one («Ивон») the
// misprint of another surname may be made.
const shortestFather = 6

// isOfFirstName reports whether a word is the surname that a known first name makes: «Бекболотов», «Нурланбековой».
func isOfFirstName(word string) bool {
	m := ofFirstName.FindStringSubmatch(word)
	if m == nil || utf8.RuneCountInString(m[1]) < shortestFather {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(m[1])
	if m[2] == "ов" {
		return !strings.ContainsRune("аеёиоуыэюяьйжшчщц", unicode.ToLower(last)) && grammar.IsGivenName(m[1])
	}
	return grammar.IsGivenName(m[1]+"й") || grammar.IsGivenName(m[1]+"ь") || strings.ContainsRune("жшчщц", last) && grammar.IsGivenName(m[1])
}
