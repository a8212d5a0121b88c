package intake

import "strings"

// marks are letters that only one language of the region writes, once those
// above it are ruled out: «і» is Belarusian and Ukrainian as well as Kazakh.
var marks = []struct{ language, letters string }{
	{"tg", "ҷҳӣӯ"}, {"be", "ў"}, {"uk", "їєґ"}, {"kk", "әұһғі"}, {"ky", "ңөү"},
}

// languageOf tells a text's language by its letters: a BCP 47 tag.
func languageOf(text string) string {
	counts := map[rune]int{}
	for _, r := range strings.ToLower(text) {
		counts[r]++
	}
	between := func(first, last rune) int {
		n := 0
		for r, count := range counts {
			if r >= first && r <= last {
				n += count
			}
		}
		return n
	}
	cyrillic, latin := between(0x400, 0x52f), between('a', 'z')
	armenian, georgian := between(0x530, 0x58f), between(0x10a0, 0x10ff)
	switch {
	case armenian > max(cyrillic, latin):
		return "hy"
	case georgian > max(cyrillic, latin):
		return "ka"
	case latin > cyrillic:
		return "en"
	}
	for _, m := range marks {
		own := 0
		for _, r := range m.letters {
			own += counts[r]
		}
		if own*100 > cyrillic { // a name in a Russian text is less than one letter in a hundred
			return m.language
		}
	}
	return "ru"
}
