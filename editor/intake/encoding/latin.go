package encoding

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// latinPages are the pages that texts in Latin letters come in, the likeliest first, with the
// letters beyond ASCII of the languages that are written in them.
var latinPages = []struct {
	name    string
	letters string
	page    *charmap.Charmap
}{
	{"windows-1252", "àâäáãåæçèéêëìíîïñòóôöõøœùúûüÿß", charmap.Windows1252},
	{"windows-1250", "ąćęłńóśźżáčďéěíňřšťúůýžäôľĺŕőöüűăâîşß", charmap.Windows1250},
	{"ISO-8859-2", "ąćęłńóśźżáčďéěíňřšťúůýžäôľĺŕőöüűăâîşß", charmap.ISO8859_2},
	{"windows-1254", "âçğıîöşüûİ", charmap.Windows1254},
	{"macintosh", "àâäáãåæçèéêëìíîïñòóôöõøœùúûüÿß", charmap.Macintosh},
	{"IBM852", "ąćęłńóśźż", charmap.CodePage852},
}

// guessLatin returns the page in which the bytes read most like a text in Latin letters.
func guessLatin(data []byte) (string, *charmap.Charmap) {
	data = data[:min(len(data), guessSample)]
	best, at := 0, 0
	for i, p := range latinPages {
		if score := latinLikeness(data, p.page, p.letters); i == 0 || score > best {
			best, at = score, i
		}
	}
	return latinPages[at].name, latinPages[at].page
}

// latinLikeness adds up what speaks for a page and against it.
func latinLikeness(data []byte, page *charmap.Charmap, letters string) int {
	score := 0
	for i, c := range data {
		if c >= 0x80 {
			before, after := i > 0 && isLatin(data[i-1]), i+1 < len(data) && isLatin(data[i+1])
			score += latinWeight(page.DecodeByte(c), letters, before, after)
			if before && unicode.IsUpper(page.DecodeByte(c)) && unicode.IsLower(rune(data[i-1])) {
				score -= 6
			}
		}
	}
	return score
}

// latinWeight says how likely a letter or a sign is, which has letters of ASCII before or after
// it: one of the page's languages, or a sign at the end of a word.
func latinWeight(r rune, letters string, before, after bool) int {
	known := strings.ContainsRune(letters, unicode.ToLower(r))
	switch {
	case known && (before || after):
		return 3
	case r == '’', r == '–', r == '—':
		return 2
	case strings.ContainsRune("«»“”‘„…•€£§©®™°\u00a0№", r) && (!before || !after):
		return 1
	case known && unicode.IsLower(r): // «à»
		return 1
	}
	return -3
}

func isLatin(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// englishToOther is how many letters of ASCII a text in Latin letters has, at least, for each
// that is none.
const englishToOther = 4

// inLatin reports whether a text is in Latin letters but for a few accents and signs, which
// seldom stand beside each other.
func inLatin(data []byte) (mostly, alone bool) {
	high, beside, english := 0, 0, 0
	for i, c := range data {
		switch {
		case c >= 0x80:
			high++
			if i > 0 && data[i-1] >= 0x80 {
				beside++
			}
		case isLatin(c):
			english++
		}
	}
	return english >= englishToOther*high, beside*2 <= high
}

// western reads a text that says it is in an encoding without Cyrillic letters, or that
// does not say and is in Latin letters but for a few signs and accents. It
// is not believed where most of the letters that are none of ASCII stand beside each
// other, as accents never do: that is Russian with a wrong name.
func western(data []byte) (text, name string, ok bool) {
	mostly, alone := inLatin(data)
	said := charset(data)
	if said == "" && mostly {
		said, _ = guessLatin(data)
	}
	known, err := htmlindex.Get(said)
	if err != nil && strings.EqualFold(said, "IBM852") {
		known, err = charmap.CodePage852, nil
	}
	if err != nil || !alone {
		return "", "", false
	}
	if name, err = htmlindex.Name(known); err != nil {
		name = said
	}
	decoded, failed := known.NewDecoder().Bytes(data)
	if failed != nil || name == "utf-8" {
		return "", "", false
	}
	return string(decoded), name, true
}
