package proof

import (
	"strings"
	"unicode"
)

// alike are the letters of both alphabets that look alike.
var alike = strings.NewReplacer(
	"a", "а", "c", "с", "e", "е", "o", "о", "p", "р", "x", "х", "y", "у", "k", "к", "i", "і", "ё", "ё",
	"A", "А", "B", "В", "C", "С", "E", "Е", "H", "Н", "K", "К", "M", "М", "O", "О", "P", "Р", "T", "Т", "X", "Х", "Y", "У",
)

var alikeLatin = strings.NewReplacer(
	"а", "a", "с", "c", "е", "e", "о", "o", "р", "p", "х", "x", "у", "y", "к", "k", "і", "i",
	"А", "A", "В", "B", "С", "C", "Е", "E", "Н", "H", "К", "K", "М", "M", "О", "O", "Р", "P", "Т", "T", "Х", "X", "У", "Y",
)

// alphabetsMixed finds words with letters of both alphabets: a reader sees nothing, a
// search finds nothing. Parts at a hyphen count apart: «IT-компания».
func alphabetsMixed(p *passage, out *report) {
	if isASCII(p.text) {
		return
	}
	for i, t := range p.tokens {
		switch {
		case t.kind != word:
		case t.address:
			// the address as a whole has a check of its own
		case p.mixedParts(i, out):
		case p.russian() && p.loneLatin(i):
			out.mend(p, t.start, t.end, alike.Replace(p.piece(i)))
		}
	}
}

// mixedParts takes down the parts of a word that mix alphabets.
func (p *passage) mixedParts(i int, out *report) bool {
	text := p.piece(i)
	cyrillic, latin := letters(text)
	if cyrillic == 0 || latin == 0 {
		return false
	}
	at, any := p.tokens[i].start, false
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("-‑'’", r) }) {
		start := at + strings.Index(p.text[at:], part)
		at = start + len(part)
		if put, ok := oneAlphabet(part); ok {
			any = true
			if put == part {
				out.add(p, start, at)
				continue
			}
			out.mend(p, start, at, put)
		}
	}
	return any
}

// oneAlphabet reports whether a word mixes alphabets, and writes it in one, that of most
// letters; a word that letters of the one alone can make is left as it is.
func oneAlphabet(text string) (string, bool) {
	cyrillic, latin := letters(text)
	if cyrillic == 0 || latin == 0 || strings.Trim(text, "xXхХ") == "" || isTwoAlphabets(text) { // those of a blank
		return text, false
	}
	roman := strings.Trim(alikeLatin.Replace(text), "IVXLCDM") == ""
	if put := alike.Replace(text); !roman && cyrillic >= latin {
		if _, left := letters(put); left == 0 {
			return put, true
		}
		return text, true
	}
	put := alikeLatin.Replace(text)
	if left, _ := letters(put); left == 0 {
		return put, true
	}
	return text, true
}

// isTwoAlphabets reports whether a name is made of a part in capitals of one alphabet and
// one in small letters of the other, neither of which the other could write: «ТАКИpress».
func isTwoAlphabets(text string) bool {
	at := strings.IndexFunc(text, unicode.IsLower)
	if at <= 0 {
		return false
	}
	first, second := text[:at], text[at:]
	c1, l1 := letters(first)
	c2, l2 := letters(second)
	const shortest = 3 // letters
	if min(c1, l1) > 0 || min(c2, l2) > 0 || max(c1, l1) < shortest || max(c2, l2) < shortest || (c1 > 0) == (c2 > 0) {
		return false
	}
	return isOnly(first) && isOnly(second)
}

// isOnly reports whether a text has a letter that only its own alphabet has.
func isOnly(text string) bool {
	if isCyrillic(text) {
		_, left := letters(alikeLatin.Replace(text))
		return left < len([]rune(text))
	}
	_, left := letters(alike.Replace(text))
	return left > 0
}

// letters counts those of each alphabet.
func letters(text string) (cyrillic, latin int) {
	for _, r := range text {
		switch {
		case r < 'A' || strings.ContainsRune("áéíóúýÁÉÍÓÚÝ", r): // the stress of «бóльшая»
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.Is(unicode.Latin, r):
			latin++
		}
	}
	return cyrillic, latin
}

// loneLatin reports whether a one-letter word is Latin between Russian words: «c», «o»,
// «a». Capitals may be a class or a vitamin.
func (p *passage) loneLatin(i int) bool {
	switch p.piece(i) {
	case "a", "c", "o", "y":
	case "A", "B", "C", "K", "O":
		if !p.beginsSentence(i) || !p.wordFollows(i) || !isLower(p.piece(i+2)) && !isTitle(p.piece(i+2)) {
			return false
		}
	default:
		return false
	}
	return p.is(i+1, space) && p.is(i+2, word) && isCyrillic(p.piece(i+2)) && (i == 0 || p.is(i-1, space) && (i == 1 || p.is(i-2, sign) || isCyrillic(p.piece(i-2))))
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}

func isUpper(r rune) bool { return unicode.IsUpper(r) }

func lower(text string) string {
	for _, r := range text {
		if !isSmallRussian(r) && (r < 'a' || r > 'z') {
			return strings.ToLower(text)
		}
	}
	return text
}

// isSmallRussian reports whether a letter is one of most letters of Russian texts, of which nothing
// has to be looked up.
func isSmallRussian(r rune) bool { return 'а' <= r && r <= 'я' || r == 'ё' }

// addressMixed finds a Cyrillic letter in an address: it leads nowhere.
func addressMixed(p *passage, out *report) {
	for i := 0; i < len(p.tokens); i++ {
		if !p.tokens[i].address {
			continue
		}
		j := i
		for j < len(p.tokens) && p.tokens[j].address {
			j++
		}
		start, end := p.tokens[i].start, p.tokens[j-1].end
		mixed := false
		for k := i; k < j; k++ {
			for _, part := range strings.FieldsFunc(p.piece(k), func(r rune) bool { return r == '-' }) {
				if _, is := oneAlphabet(part); is && p.is(k, word) {
					mixed = true
				}
			}
		}
		text := strings.TrimRight(p.text[start:end], ".,;:)»!?")
		if put := alikeLatin.Replace(text); mixed {
			if left, _ := letters(put); left == 0 {
				out.mend(p, start, start+len(text), put)
			} else {
				out.add(p, start, start+len(text))
			}
		}
		i = j
	}
}
