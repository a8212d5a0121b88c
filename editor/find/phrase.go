package find

import (
	"unicode"
	"unicode/utf8"

	"communique/editor/words"
)

// phrase is words in one order, each in one of several forms, with what stands
// between them.
type phrase []token

// token is a word, white space or a sign.
type token struct {
	forms    map[string]bool   // of a word, folded; nil for what is none
	capitals capitals          // in which a word has to be; mixed for any
	proper   bool              // a word has to begin with a capital letter
	like     func(string) bool // instead of forms: words of a kind
	sign     rune              // folded; ' ' for white space of any width
}

// shown folds a text for phrases, whatever its capitals and quotation marks.
var shown = folding{quotes: true}

// formsOf is what was typed with every form of its words; nil where it has none.
func formsOf(typed string, exact bool) phrase {
	typed = withoutUnseen(typed)
	p := phraseOf(typed, words.Forms)
	if exact {
		i := 0
		for w := range words.In(typed) {
			if w.Folded == "" {
				continue
			}
			for p[i].forms == nil {
				i++
			}
			p[i].capitals = capitalsOf(typed[w.Start:w.End])
			i++
		}
	}
	return p
}

// phraseOf parts a text into a phrase; nil where it has no words. forms gives those of
// a folded word.
func phraseOf(text string, forms func(string) []string) phrase {
	var p phrase
	text = withoutUnseen(text)
	any, at := false, 0
	for w := range words.In(text) {
		if w.Folded == "" { // marks without a letter
			continue
		}
		p = p.withSigns(text[at:w.Start])
		one := map[string]bool{}
		for _, form := range forms(w.Folded) {
			one[form] = true
		}
		p, any, at = append(p, token{forms: one}), true, w.End
	}
	if !any {
		return nil
	}
	p = p.withSigns(text[at:])
	for p[len(p)-1].sign == ' ' {
		p = p[:len(p)-1]
	}
	return p
}

// withSigns adds what stands between two words. White space at the beginning is left out.
func (p phrase) withSigns(between string) phrase {
	for at := 0; at < len(between); {
		var r rune
		if r, at = shown.letter(between, at); r == '\n' || r == '\t' {
			r = ' '
		}
		if r == nothing || r == ' ' && (len(p) == 0 || p[len(p)-1].sign == ' ') {
			continue
		}
		p = append(p, token{sign: r})
	}
	return p
}

// first are the folded letters with which the phrase can begin.
func (p phrase) first() []rune {
	if len(p) == 0 {
		return nil
	}
	if p[0].forms == nil {
		return []rune{p[0].sign}
	}
	var all []rune
	for form := range p[0].forms {
		r, _ := utf8.DecodeRuneInString(form)
		all = append(all, r)
	}
	return unique(all)
}

// match returns where the phrase ends that begins at a place of a text; -1 where it
// does not stand there. A line feed is white space in prose.
func (p phrase) match(text string, at int, prose bool) int {
	if first, _ := shown.letter(text, at); first == nothing || p[0].isWord() && words.IsPart(runeBefore(text, at)) {
		return -1
	}
	behind := at
	for i, t := range p {
		if t.sign == ' ' {
			end := behindSpace(text, at, prose)
			if end == at && (i == 0 || !p[i-1].isStop()) {
				return -1
			}
			at = end
			continue
		}
		if at = t.match(text, at); at < 0 {
			return -1
		}
		behind = at
		if t.isStop() {
			at = behindSpace(text, at, prose)
		}
	}
	return behind
}

// match returns where a word or a sign ends that begins at a place of a text; -1 where
// it does not stand there.
func (t token) match(text string, at int) int {
	if !t.isWord() {
		if at >= len(text) {
			return -1
		}
		if r, end := shown.letter(text, at); r == t.sign {
			return end
		}
		return -1
	}
	var buffer [64]byte
	word, end := readWord(buffer[:0], text, at)
	fits := t.forms[string(word)]
	if t.like != nil {
		fits = t.like(text[at:end])
	}
	if !fits || !t.allows(text[at:end]) {
		return -1
	}
	return end
}

func (t token) isWord() bool { return t.forms != nil }

// allows reports whether a word is in the capitals that are asked for.
func (t token) allows(word string) bool {
	return (t.capitals == mixed || capitalsOf(word) == t.capitals) && (!t.proper || unicode.IsUpper(firstLetter(word)))
}

// isStop reports the sign behind an initial, after which any number of spaces stand:
// «А.Н. Озерова», «А. Н. Озерова».
func (t token) isStop() bool { return t.sign == '.' }

// readWord appends the folded word at a place of a text, and returns where it ends.
func readWord(folded []byte, text string, at int) ([]byte, int) {
	end := at
	for at < len(text) {
		r, next := shown.letter(text, at)
		switch {
		case r == nothing:
			at = next
			continue
		case !words.IsPart(r):
			return folded, end
		}
		folded = utf8.AppendRune(folded, r)
		at, end = next, next
	}
	return folded, end
}

// behindSpace returns where the white space at a place ends.
func behindSpace(text string, at int, prose bool) int {
	for at < len(text) {
		r, next := shown.letter(text, at)
		if r != ' ' && (r != '\n' || !prose) && r != nothing {
			break
		}
		at = next
	}
	return at
}
