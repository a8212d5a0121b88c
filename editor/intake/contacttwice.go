package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/regexp"
)

// twoNames are a name in Cyrillic and one in Latin letters, in either order: «Алия Нурова / Aliya Nurova», «Алия Нурова (Aliya Nurova)».
var twoNames = regexp.MustCompile(`^([\p{L}.' -]+?)\s*[/(|]\s*([\p{L}.’' -]+?)\)?$`)

// isNameTwice reports whether words are one person's name in two scripts.
func isNameTwice(text string) bool {
	m := twoNames.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	cyrillic, latin := m[1], m[2]
	if !inCyrillic(cyrillic) {
		cyrillic, latin = latin, cyrillic
	}
	if !inCyrillic(cyrillic) || inCyrillic(latin) || !isName(cyrillic) || !isName(latin) {
		return false
	}
	its, other := strings.Fields(cyrillic), strings.Fields(latin)
	return soundsAs(its[0], other[0]) && soundsAs(its[len(its)-1], other[len(other)-1])
}

// soundsAs reports whether a word in Latin letters may begin as one in Cyrillic does.
func soundsAs(cyrillic, latin string) bool {
	first, _ := utf8.DecodeRuneInString(cyrillic)
	other, _ := utf8.DecodeRuneInString(latin)
	return strings.ContainsRune(latinFirst[unicode.ToLower(first)], unicode.ToLower(other))
}

// latinFirst are the letters that a name begins with in Latin, by the one that it begins with in Cyrillic.
var latinFirst = map[rune]string{
	'а': "a", 'б': "b", 'в': "vw", 'г': "gh", 'д': "d", 'е': "eyj", 'ё': "yjeo", 'ж': "zjg", 'з': "zs", 'и': "iy", 'й': "yji", 'к': "kcq", 'л': "l", 'м': "m", 'н': "n",
	'о': "o", 'п': "p", 'р': "r", 'с': "sc", 'т': "t", 'у': "uwo", 'ф': "fp", 'х': "hkx", 'ц': "ct", 'ч': "ct", 'ш': "s", 'щ': "s", 'э': "e", 'ю': "yji", 'я': "yji",
	'қ': "qk", 'ғ': "g", 'ө': "o", 'ү': "u", 'ұ': "u", 'һ': "h", 'ҳ': "h", 'ў': "ouw", 'і': "iy", 'ә': "ae", 'ҷ': "j", 'ї': "yi", 'є': "ye",
}
