package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// restoreCapitals is a form in the capitals of the word as typed: letters the two have in
// common stay as they were, an ending follows in capitals where the whole word is in
// capitals. low is the typed word in lower case. Each part of a hyphenated word is
// compared by itself.
func restoreCapitals(typed, low, form string) string {
	var b strings.Builder
	writeRestored(&b, typed, low, form)
	return b.String()
}

// writeRestored writes what restoreCapitals returns.
func writeRestored(b *strings.Builder, typed, low, form string) {
	if form == low || len(low) != len(typed) {
		b.WriteString(typed)
		return
	}
	writeParts(b, typed, low, form, allCapitals(typed))
}

func writeParts(b *strings.Builder, typed, low, form string, capitals bool) {
	if i, j := strings.IndexByte(low, '-'), strings.IndexByte(form, '-'); i > 0 && j > 0 {
		writeParts(b, typed[:i], low[:i], form[:j], capitals)
		b.WriteByte('-')
		writeParts(b, typed[i+1:], low[i+1:], form[j+1:], capitals)
		return
	}
	n := 0
	for n < len(low) && n < len(form) && low[n] == form[n] {
		n++
	}
	for n > 0 && n < len(form) && !utf8.RuneStart(form[n]) {
		n--
	}
	ending := form[n:]
	if capitals {
		ending = strings.ToUpper(ending)
	}
	b.WriteString(typed[:n])
	b.WriteString(ending)
}

// allCapitals reports whether the word has two letters or more and all of them
// are capitals.
func allCapitals(word string) bool {
	letters := 0
	for _, r := range word {
		if isSmall(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}

// lower is a word in small letters. Russian words, which are most of them, are
// spared the tables of all alphabets.
func lower(word string) string {
	capitals := false
	for _, r := range word {
		switch {
		case r > 'ё' || r > 'z' && r < 'Ё':
			return strings.ToLower(word)
		case isCapital(r):
			capitals = true
		}
	}
	if !capitals {
		return word
	}
	return strings.Map(func(r rune) rune {
		switch {
		case 'А' <= r && r <= 'Я':
			return r + 'а' - 'А'
		case r == 'Ё':
			return 'ё'
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		}
		return r
	}, word)
}

func isCapital(r rune) bool {
	return 'А' <= r && r <= 'Я' || r == 'Ё' || 'A' <= r && r <= 'Z' || (r > 'ё' || r > 'z' && r < 'Ё') && unicode.IsUpper(r)
}

func isSmall(r rune) bool {
	return 'а' <= r && r <= 'я' || r == 'ё' || 'a' <= r && r <= 'z' || (r > 'ё' || r > 'z' && r < 'Ё') && unicode.IsLower(r)
}

// isAbbreviation reports whether the word looks like МИД or ОДКБ: capitals
// only, and not so long that it could be an ordinary word in capitals.
func isAbbreviation(word string) bool {
	return allCapitals(word) && utf8.RuneCountInString(word) <= 6
}

func isVowel(r rune) bool {
	switch r {
	case 'а', 'е', 'ё', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я':
		return true
	}
	return false
}

// isHush reports whether the letter is one after which и stands for ы, and an
// unstressed ending has е for о (with ц).
func isHush(r rune) bool { return r == 'ж' || r == 'ш' || r == 'ч' || r == 'щ' }

func isVelar(r rune) bool { return r == 'г' || r == 'к' || r == 'х' }

// isConsonant reports whether the letter is a Russian consonant other than й.
func isConsonant(r rune) bool {
	switch r {
	case 'б', 'в', 'г', 'д', 'ж', 'з', 'к', 'л', 'м', 'н', 'п', 'р', 'с', 'т', 'ф', 'х', 'ц', 'ч', 'ш', 'щ':
		return true
	}
	return false
}

func lastLetter(word string) rune {
	r, _ := utf8.DecodeLastRuneInString(word)
	return r
}

// drop cuts the last n letters of a word, which must be Cyrillic.
func drop(word string, n int) string { return word[:len(word)-2*n] }

func syllables(word string) int {
	n := 0
	for _, r := range word {
		if isVowel(r) {
			n++
		}
	}
	return n
}

// hasAnySuffix looks at the last byte first, which tells most letters apart.
func hasAnySuffix(word string, suffixes ...string) bool {
	if word == "" {
		return false
	}
	last := word[len(word)-1]
	for _, s := range suffixes {
		if s[len(s)-1] == last && strings.HasSuffix(word, s) {
			return true
		}
	}
	return false
}

// withoutYo writes a text as those do who write no ё.
func withoutYo(text string) string { return noYo.Replace(text) }

var noYo = strings.NewReplacer("ё", "е", "Ё", "Е")
