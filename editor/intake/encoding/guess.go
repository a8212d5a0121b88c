package encoding

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// frequency is how often a Russian letter stands in a thousand (the Russian
// National Corpus, rounded).
var frequency = map[rune]int{
	'о': 110, 'е': 85, 'а': 80, 'и': 74, 'н': 67, 'т': 63, 'с': 55, 'р': 47, 'в': 45, 'л': 44, 'к': 35,
	'м': 32, 'д': 30, 'п': 28, 'у': 26, 'я': 20, 'ы': 19, 'ь': 17, 'г': 17, 'з': 16, 'б': 16, 'ч': 14,
	'й': 12, 'х': 10, 'ж': 9, 'ш': 7, 'ю': 6, 'ц': 5, 'щ': 4, 'э': 3, 'ф': 3, 'ъ': 1, 'ё': 1,
}

// guessSample is how many bytes are enough to tell a code page by.
const guessSample = 1 << 16

// guess returns the code page in which the bytes read most like Russian, or
// nil where they do in none.
func guess(data []byte) (string, *charmap.Charmap) {
	if len(data) > guessSample {
		data = data[:guessSample]
	}
	best, at := 0, -1
	for i, p := range CodePages {
		if score := likeness(data, p.Page); score > best {
			best, at = score, i
		}
	}
	if at < 0 {
		return "", nil
	}
	return CodePages[at].Name, CodePages[at].Page
}

// likeness adds up how usual each letter is where it stands, and takes off for
// what Russian texts do not hold.
func likeness(data []byte, page *charmap.Charmap) int {
	score, before := 0, ' '
	for _, c := range data {
		r := page.DecodeByte(c)
		if c >= 0x80 {
			score += weight(r, before)
		}
		before = r
	}
	return score
}

func weight(r, before rune) int {
	switch {
	case frequency[r] > 0:
		return 10 + frequency[r]
	case frequency[unicode.ToLower(r)] > 0: // a capital
		if unicode.IsLower(before) {
			return -60
		}
		return 10 + frequency[unicode.ToLower(r)]
	case strings.ContainsRune("«»—–“”„…№\u00a0’", r):
		return 5
	default:
		return -120
	}
}
