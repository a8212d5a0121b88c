package grammar

import (
	"strings"
	"sync"
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
	if i := strings.IndexByte(low, '-'); i > 0 {
		if j := strings.IndexByte(form, '-'); j > 0 {
			writeParts(b, typed[:i], low[:i], form[:j], capitals)
			b.WriteByte('-')
			writeParts(b, typed[i+1:], low[i+1:], form[j+1:], capitals)
			return
		}
	}
	n := 0
	if stem := len(low) - longestEnding; stem > 0 && len(form) >= stem && low[:stem] == form[:stem] {
		n = stem // what most endings leave as it is
	}
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
	for i := 0; i < len(word); {
		if isRussianAt(word, i) {
			if capital, _ := capitalAt(word, i); !capital {
				return false
			}
			letters++
			i += len("а")
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		if isSmall(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
		i += size
	}
	return letters > 1
}

// lower is a text in small letters. Russian texts, which are most of them, are
// spared the tables of all alphabets.
func lower(text string) string {
	capitals, plain := lookAtLetters(text)
	switch {
	case !plain:
		return strings.ToLower(text)
	case !capitals:
		return text
	}
	var room [256]byte // which most texts do not fill
	small := append(room[:0], text...)
	for i, b := range small {
		switch {
		case 'A' <= b && b <= 'Z':
			small[i] = b + 'a' - 'A'
		case b != 0xD0: // the first of two bytes of А–Я, Ё and а–п
		case small[i+1] == 0x81: // Ё
			small[i], small[i+1] = 0xD1, 0x91
		case 0x90 <= small[i+1] && small[i+1] < 0xA0: // А–П
			small[i+1] += 0x20
		case 0xA0 <= small[i+1] && small[i+1] < 0xB0: // Р–Я
			small[i], small[i+1] = 0xD1, small[i+1]-0x20
		}
	}
	return string(small)
}

// lookAtLetters reports whether a text has capitals, and whether all of it is plain; a text
// that is not is not looked at to its end.
func lookAtLetters(text string) (capitals, plain bool) {
	for i := 0; i < len(text); {
		if isRussianAt(text, i) {
			capitals = capitals || text[i] == 0xD0 && text[i+1] < 0xB0
			i += len("а")
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isPlain(r) {
			return capitals, false
		}
		capitals = capitals || isCapital(r)
		i += size
	}
	return capitals, true
}

// capitalAt reports a capital at byte i of a text, and how many bytes the letter has. The Russian ones, which are asked for
// with every word of a phrase, are told by their bytes.
func capitalAt(text string, i int) (capital bool, size int) {
	if isRussianAt(text, i) {
		return text[i] == 0xD0 && text[i+1] < 0xB0, len("а")
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	return isCapital(r), size
}

// isRussianAt reports one of the letters А–Я, а–я, Ё and ё at byte i, by its two bytes.
func isRussianAt(text string, i int) bool {
	if i+1 >= len(text) {
		return false
	}
	second := text[i+1]
	switch text[i] {
	case 0xD0:
		return second == 0x81 || 0x90 <= second && second < 0xC0
	case 0xD1:
		return 0x80 <= second && second < 0x90 || second == 0x91
	}
	return false
}

// isPlain reports Russian letters, ASCII and the marks of a text, whose letters need
// no table.
func isPlain(r rune) bool {
	return r < 'À' || 'А' <= r && r <= 'я' || r == 'Ё' || r == 'ё' || '\u2010' <= r && r <= '№'
}

func isCapital(r rune) bool {
	return 'А' <= r && r <= 'Я' || r == 'Ё' || 'A' <= r && r <= 'Z' || !isPlain(r) && unicode.IsUpper(r)
}

func isSmall(r rune) bool {
	return 'а' <= r && r <= 'я' || r == 'ё' || 'a' <= r && r <= 'z' || !isPlain(r) && unicode.IsLower(r)
}

// isAbbreviation reports whether the word looks like МИД or ОДКБ: capitals
// only, and not so long that it could be an ordinary word in capitals; or ends in
// such ones, as БелТА and Проба-ТВ.
func isAbbreviation(word string) bool {
	if at := strings.LastIndexFunc(word, isSmall) + len("а"); at > len("а") {
		word = strings.TrimPrefix(word[min(at, len(word)):], "-")
		return utf8.RuneCountInString(word) > 1 && isAbbreviation(word)
	}
	return allCapitals(word) && utf8.RuneCountInString(word) <= 6
}

func isVowel(r rune) bool {
	switch r {
	case 'а', 'е', 'ё', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я':
		return true
	}
	return false
}

// isVowelIn is isVowel of a letter by its two bytes.
func isVowelIn(first, second byte) bool {
	switch first {
	case 0xD0:
		return second == 0xB0 || second == 0xB5 || second == 0xB8 || second == 0xBE // а, е, и, о
	case 0xD1:
		return second == 0x83 || second == 0x8B || second == 0x8D || second == 0x8E || second == 0x8F || second == 0x91 // у, ы, э, ю, я, ё
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

// lastHyphen is where the last hyphen of a word stands, -1 for none, as in most.
func lastHyphen(word string) int {
	if strings.IndexByte(word, '-') < 0 {
		return -1
	}
	return strings.LastIndexByte(word, '-')
}

func lastLetter(word string) rune {
	r, _ := utf8.DecodeLastRuneInString(word)
	return r
}

// drop cuts the last n letters of a word, which must be Cyrillic.
func drop(word string, n int) string { return word[:len(word)-2*n] }

func syllables(word string) int {
	n := 0
	for i := 1; i < len(word); i++ {
		if isVowelIn(word[i-1], word[i]) {
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

// endingSet are many endings, sorted by their last byte when they are first asked.
type endingSet struct {
	endings []string
	once    sync.Once
	by      *[256][]string
}

func endingsOf(endings ...string) *endingSet { return &endingSet{endings: endings} }

func (s *endingSet) sort() {
	s.by = new([256][]string)
	for _, e := range s.endings {
		last := e[len(e)-1]
		s.by[last] = append(s.by[last], e)
	}
}

// end reports whether the word ends in one of them.
func (s *endingSet) end(word string) bool {
	if word == "" {
		return false
	}
	s.once.Do(s.sort)
	for _, e := range s.by[word[len(word)-1]] {
		if strings.HasSuffix(word, e) {
			return true
		}
	}
	return false
}

// withoutYo writes a text as those do who write no ё.
func withoutYo(text string) string { return noYo.Replace(text) }

var noYo = strings.NewReplacer("ё", "е", "Ё", "Е")
