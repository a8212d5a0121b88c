package grammar

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"communique/assets/dictionaries"
	"communique/editor/remembered"
)

// lexicon is the embedded list of common nouns. The words are searched where
// they lie; only the paradigms, some hundreds, are taken apart.
type lexicon struct {
	paradigms []paradigm
	words     string            // sorted lines: beginning, tab, number of the paradigm, beginning with its ё
	begins    map[string]string // the lines that begin with each letter, and with each two letters
}

// indexed is how many letters a search finds without searching.
const indexed = 2

// paradigm is how nouns of a kind decline: singular before plural.
type paradigm struct {
	gender  Gender // Plural for nouns that have no singular; Unknown for those of either gender
	animate bool
	endings [12]string // "-" for a form there is not
	folded  [12]string // the same, ё as е
}

// lexeme is a common noun with its forms; "" for those there are not.
type lexeme struct {
	gender  Gender
	animate bool
	joined  bool // of two nouns with a hyphen
	forms   [12]string
}

var commonNouns = sync.OnceValue(func() lexicon {
	head, words, _ := strings.Cut(dictionaries.Nouns, "\n---\n")
	l := lexicon{words: words, begins: map[string]string{}}
	l.index(words, "", indexed)
	for line := range strings.Lines(head) {
		kind, endings, ok := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if !ok || kind == "#" {
			continue
		}
		p := paradigm{gender: Gender(kind[:1]), animate: strings.HasSuffix(kind, "a")}
		switch kind[0] {
		case 'c':
			p.gender = Unknown
		case 'p':
			p.gender = Plural
		}
		for i, e := range strings.Split(endings, ",") {
			p.endings[i], p.folded[i] = e, foldYo(e)
		}
		l.paradigms = append(l.paradigms, p)
	}
	return l
})

// index notes which of the lines, which begin alike, have the same letter next, and so on for so
// many letters: the search for a word does not have to find them.
func (l lexicon) index(lines, begin string, letters int) {
	if letters == 0 {
		return
	}
	for at := dictionaries.LineAt(lines, begin+"\n"); at < len(lines); { // behind the word that ends here
		_, size := utf8.DecodeRuneInString(lines[at+len(begin):])
		next, rest := lines[at:at+len(begin)+size], lines[at:]
		alike := rest[:dictionaries.LineAt(rest, next+"\xff")]
		l.begins[next] = alike
		l.index(alike, next, letters-1)
		at += max(len(alike), size)
	}
}

// find returns the nouns of which a word in small letters is a form. Their
// forms have ё where the word is written with it, or has none to be written.
func (l lexicon) find(word string) []lexeme {
	folded := foldYo(word)
	found := l.from(l.words, "", folded, nil)
	lines := ""
	for n, letters := 1, 0; n <= len(folded); n++ {
		if n < len(folded) && !utf8.RuneStart(folded[n]) {
			continue
		}
		begin := folded[:n]
		if letters++; letters <= indexed {
			lines = l.begins[begin]
		} else {
			lines = lines[dictionaries.NextAt(lines, begin):]
		}
		if !strings.HasPrefix(lines, begin) { // no noun begins with more of the word
			break
		}
		found = l.from(lines, begin, folded[n:], found)
	}
	if word != folded || len(found) == 0 {
		return found
	}
	for i := range found {
		if f := found[i].forms; slices.Index(f[:], word) < 0 { // «подъем»: this text does without ё
			for at := range f {
				found[i].forms[at] = foldYo(f[at])
			}
		}
	}
	return found
}

func foldYo(word string) string { return strings.ReplaceAll(word, "ё", "е") }

// from adds to found the nouns whose forms begin with begin, one of them ending
// so; the first of lines are theirs.
func (l lexicon) from(lines, begin, ending string, found []lexeme) []lexeme {
	tab := len(begin)
	for strings.HasPrefix(lines, begin) && len(lines) > tab && lines[tab] == '\t' {
		line, next, _ := strings.Cut(lines[tab+1:], "\n")
		lines = next
		number, stem, hasYo := strings.Cut(line, "\t")
		if !hasYo {
			stem = begin
		}
		n, err := strconv.ParseUint(number, 16, 16)
		if err != nil || int(n) >= len(l.paradigms) {
			continue // the list is our own; a test reads all of it
		}
		p := &l.paradigms[n]
		if slices.Index(p.folded[:], ending) < 0 {
			continue
		}
		found = append(found, p.on(stem))
	}
	return found
}

// on is the noun of a stem, whose forms share the room of one text.
func (p *paradigm) on(stem string) lexeme {
	one := lexeme{gender: p.gender, animate: p.animate}
	var b strings.Builder
	b.Grow(len(p.endings) * (len(stem) + longestEnding))
	for i, e := range p.endings {
		if e == "-" {
			continue
		}
		start := b.Len()
		b.WriteString(stem)
		b.WriteString(e)
		one.forms[i] = b.String()[start:]
	}
	return one
}

// findNouns are the nouns of the embedded list of which a word in small letters is a form. Nobody writes to them.
func findNouns(word string) []lexeme { return nounsFound.Of(word, searchNouns) }

// nounsFound remembers what findNouns was asked.
var nounsFound remembered.Answers[lexeme]

func searchNouns(word string) []lexeme { return commonNouns().find(word) }

// namedNoun is the noun of which the word is the nominative, that of the singular
// before that of one with a plural only.
func namedNoun(word string) (lexeme, bool) {
	found := findNouns(word)
	for _, at := range []int{nom, 6 + nom} {
		for _, one := range found {
			if one.forms[at] == word && (at == nom || one.forms[nom] == "") {
				return one, true
			}
		}
	}
	return lexeme{}, false
}

// noun gives a lexeme as what is counted, in the letters of the word as typed.
func (l lexeme) noun(word, low string) Noun {
	n := Noun{Gender: l.gender, Animate: l.animate}
	singular, plural := six(l.forms[:6]), six(l.forms[6:])
	switch {
	case singular[nom] == "":
		singular = plural
	case plural[nom] == "":
		_, plural = countForms(low, noun{gender: l.gender, animate: l.animate}, "", "")
	}
	n.Singular, n.Plural = restored(word, low, singular), restored(word, low, plural)
	return n
}
