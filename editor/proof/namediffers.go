package proof

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/words"
)

// nameDiffers finds a name that is one letter off another of the text or of the registers,
// in whatever cases the two stand: one of them is a misprint. Of two in the text it is the
// one that has fewer places, or comes later.
func nameDiffers(w *whole, out *report) {
	r := w.params.Registers
	var spelt []nameSpelt
	var titles []nameSpelt
	for _, p := range w.texts {
		if !p.russian() || !p.body() && p.Field != release.BoilerplateField {
			continue
		}
		for _, n := range p.named {
			n.p = p
			if n.quoted {
				titles = append(titles, n)
				continue
			}
			folded := p.folded[n.i]
			if other := r.near(folded); !n.common && other != "" {
				out.add(p, p.tokens[n.i].start, p.tokens[n.i].end).Other = capitalised(other)
				continue
			}
			n.known = !n.common && r != nil && r.known[folded]
			spelt = append(spelt, n)
		}
		r.firstNamesDiffer(p, out)
		r.organisationsDiffer(p, out)
	}
	for _, pair := range slices.Concat(misspeltPairs(spelt), misspeltPairs(titles)) {
		for _, n := range pair.wrong {
			out.add(n.p, n.p.tokens[n.i].start, n.p.tokens[n.last].end).Other = pair.right.text()
		}
	}
}

// unknownNames are the words that may be names: they have a capital, and no dictionary
// has them.
func (p *passage) unknownNames() []int {
	var all []int
	for i, folded := range p.folded {
		const shortest = 7 // letters: shorter names differ in one letter by nature
		text := p.piece(i)
		if folded == "" || p.tokens[i].address || !startsUpper(text) || utf8.RuneCountInString(text) < shortest || !isTitle(text) || strings.ToUpper(text) == text || !isCyrillic(text) || words.Known(folded) != nil {
			continue
		}
		all = append(all, i)
	}
	return all
}

// nameSpelt is a name as it stands in a text: a surname, or what stands in quotation marks.
type nameSpelt struct {
	p       *passage // in whichever release it is
	i, last int      // tokens
	stem    string
	given   string // how the first name beside it begins; "" for none
	common  bool   // the dictionary has it too: only its first name tells that it is misspelt
	quoted  bool
	known   bool // to the registers
}

func (n nameSpelt) text() string { return n.p.text[n.p.tokens[n.i].start:n.p.tokens[n.last].end] }

// isWord reports whether the dictionary has the name.
func (n nameSpelt) isWord() bool { return n.common || n.quoted && !isStrange(n.stem) }

// namesSpelt are the names of a text that may be spelt two ways.
func (p *passage) namesSpelt() []nameSpelt {
	var all []nameSpelt
	for _, i := range p.unknown {
		all = append(all, nameSpelt{i: i, last: i, stem: stemOfName(p.folded[i]), given: p.givenBeside(i)})
	}
	return append(append(all, p.namesakes()...), p.quotedNames()...)
}

// namesakes are the surnames that are words too, or short, beside a first name or initials.
func (p *passage) namesakes() []nameSpelt {
	var all []nameSpelt
	for i := range p.tokens {
		const shortest = 5 // letters
		if text := p.piece(i); p.is(i, word) && startsUpper(text) && isTitle(text) && isCyrillic(text) && utf8.RuneCountInString(text) >= shortest && !slices.Contains(p.unknown, i) {
			if given := p.givenBeside(i); given != "" && !grammar.IsPatronymic(text) {
				all = append(all, nameSpelt{i: i, last: i, stem: stemOfName(p.folded[i]), given: given, common: true})
			}
		}
	}
	return all
}

// quotedNames are what stands in quotation marks and is long enough to be told from
// another: «Северная звезда».
func (p *passage) quotedNames() []nameSpelt {
	var all []nameSpelt
	for i := range p.tokens {
		if p.piece(i) != "«" || !p.is(i+1, word) || !startsUpper(p.piece(i+1)) {
			continue
		}
		const longest = 9  // tokens
		const shortest = 8 // letters
		last := i
		for last+1 < len(p.tokens) && last < i+longest && (p.is(last+1, word) || p.is(last+1, space)) {
			last++
		}
		stem := words.Fold(p.text[p.tokens[i+1].start:p.tokens[last].end])
		if p.piece(last+1) == "»" && utf8.RuneCountInString(stem) >= shortest && isCyrillic(strings.ReplaceAll(stem, " ", "")) {
			all = append(all, nameSpelt{i: i + 1, last: last, stem: stem, quoted: true})
		}
	}
	return all
}

// misspeltPair is a name in its two spellings.
type misspeltPair struct {
	wrong []nameSpelt
	right nameSpelt
}

// misspeltPairs finds the spellings that are a misprint of another.
func misspeltPairs(spelt []nameSpelt) []misspeltPair {
	places := map[string][]nameSpelt{}
	var stems []string
	for _, n := range spelt {
		if places[n.stem] == nil {
			stems = append(stems, n.stem)
		}
		places[n.stem] = append(places[n.stem], n)
	}
	var pairs []misspeltPair
	for i, first := range stems {
		for _, second := range stems[i+1:] {
			a, b := places[first], places[second]
			if !misprintOf(a[0], b[0]) || a[0].known && b[0].known {
				continue
			}
			if b[0].known || !a[0].known && (len(b) > len(a) || len(b) == len(a) && b[0].isWord() && !a[0].isWord()) {
				a, b = b, a
			}
			pairs = append(pairs, misspeltPair{b, a[0]})
		}
	}
	return pairs
}

// stemsOfSurnames are the ends of surnames' stems, with the endings of the cases.
var stemsOfSurnames = []struct {
	ends    []string
	endings []string
}{
	{[]string{"ов", "ев", "ин", "ын"}, []string{"ыми", "ых", "ым", "ой", "а", "у", "е", "ы", ""}},
	{[]string{"ск", "цк"}, []string{"ого", "ому", "ими", "ий", "ая", "ой", "ую", "им", "ом", "их", "ие", "ое"}},
}

// nameEndings are the endings of other names.
var nameEndings = []string{"ами", "ями", "ах", "ях", "ам", "ям", "ом", "ем", "ой", "ей", "ью", "а", "я", "у", "ю", "е", "ы", "и", "ь", "й"}

// stemOfName is a name without the ending of its case.
func stemOfName(folded string) string {
	for _, s := range stemsOfSurnames {
		for _, ending := range s.endings {
			stem, ok := strings.CutSuffix(folded, ending)
			if ok && slices.ContainsFunc(s.ends, func(e string) bool { return strings.HasSuffix(stem, e) }) {
				return stem
			}
		}
	}
	const shortest = 5 // letters of a stem
	for _, ending := range nameEndings {
		if stem, ok := strings.CutSuffix(folded, ending); ok && utf8.RuneCountInString(stem) >= shortest {
			return stem
		}
	}
	return folded
}

// misprintOf reports whether one of two names is a misprint of the other. Two with
// different first names are two people; two that are words as well, or short, are one
// person only with the same first name.
func misprintOf(a, b nameSpelt) bool {
	same := strings.HasPrefix(a.given, b.given) || strings.HasPrefix(b.given, a.given)
	switch {
	case a.quoted:
		return misprint(a.stem, b.stem) && (isStrange(a.stem) || isStrange(b.stem))
	case !same:
		return false
	case a.common || b.common:
		const shortest = 5 // letters, where the first name is right
		return a.given != "" && b.given != "" && oneLetterOff(a.stem, b.stem, shortest)
	}
	return misprint(a.stem, b.stem)
}

// isStrange reports whether a name has a word that the dictionary has not.
func isStrange(name string) bool {
	return slices.ContainsFunc(strings.Fields(name), func(w string) bool { return words.Known(w) == nil })
}

// givenBeside is how the first name begins that stands before a surname, or its initial
// before or behind it; "" for none.
func (p *passage) givenBeside(i int) string {
	if text := p.piece(i - 2); p.is(i-1, space) && startsUpper(text) {
		if grammar.IsPatronymic(text) {
			text = p.piece(i - 4)
		}
		if startsUpper(text) && grammar.IsGivenName(text) {
			return firstLetters(words.Fold(text))
		}
	}
	if initial := p.skipSpace(i-1) - 1; p.isInitial(initial) {
		if first := p.skipSpace(initial-1) - 1; p.isInitial(first) {
			initial = first
		}
		return p.folded[initial]
	}
	if p.is(i+1, space) && p.isInitial(i+2) {
		return p.folded[i+2]
	}
	return ""
}

func firstLetters(text string) string {
	runes := []rune(text)
	return string(runes[:min(3, len(runes))])
}

// near is a surname of the registers that differs from a word in one letter.
func (r *Registers) near(folded string) string {
	if r == nil || r.known[folded] {
		return ""
	}
	stem := stemOfName(folded)
	for _, surname := range r.surnameStems {
		if misprint(surname.stem, stem) {
			return surname.name
		}
	}
	return ""
}

// firstNamesDiffer finds the first name of somebody of the registers with one letter off:
// the surname behind it is right.
func (r *Registers) firstNamesDiffer(p *passage, out *report) {
	if r == nil {
		return
	}
	for i := range p.tokens {
		if !p.wordFollows(i) || !startsUpper(p.piece(i)) || r.known[p.folded[i]] || !isCyrillic(p.piece(i)) {
			continue
		}
		for _, holder := range r.surnames[p.folded[i+2]] {
			first := r.people[holder].First
			const shortest = 4 // letters, where the surname is right
			if oneLetterOff(stemOfName(words.Fold(first)), stemOfName(p.folded[i]), shortest) {
				out.add(p, p.tokens[i].start, p.tokens[i].end).Other = first
				break
			}
		}
	}
}

// organisationsDiffer finds the name of an organisation of the registers with one letter
// off in one of its words.
func (r *Registers) organisationsDiffer(p *passage, out *report) {
	if r == nil || len(r.organisations) == 0 {
		return
	}
	for i := range p.tokens {
		if !p.is(i, word) || !p.wordFollows(i) {
			continue
		}
		for _, o := range slices.Concat(r.organisations[p.folded[i]], r.organisations[p.folded[i+2]]) {
			if last, differs := p.nearlySays(i, o.words); differs {
				out.add(p, p.tokens[i].start, p.tokens[last].end).Other = o.name
				break
			}
		}
	}
}

// nearlySays reports whether the words at i are those of a name but for one letter of one
// of them; with the last of them.
func (p *passage) nearlySays(i int, name []string) (last int, differs bool) {
	off := 0
	for n, word := range name {
		if n > 0 && !p.wordFollows(i+2*n-2) {
			return 0, false
		}
		switch said := p.folded[i+2*n]; {
		case said == word:
		case off == 0 && misprint(word, said) && words.Known(said) == nil:
			off++
		default:
			return 0, false
		}
	}
	return i + 2*len(name) - 2, off == 1
}

// misprint reports whether two stems differ in one letter, or in two that have changed
// places. The first letter is right in a misprint, and short names differ by nature.
func misprint(first, second string) bool {
	const shortest = 6 // letters
	return oneLetterOff(first, second, shortest)
}

// oneLetterOff is misprint of stems that have so many letters at least.
func oneLetterOff(first, second string, shortest int) bool {
	if len(first) > len(second) {
		first, second = second, first
	}
	const letter = len("а")
	if first == second || len(first) < letter || first[:letter] != second[:letter] || len(second)-len(first) > letter {
		return false
	}
	a, b := []rune(first), []rune(second)
	if len(a) < shortest || len(b)-len(a) > 1 || len(a) > len(b) {
		return false
	}
	start, end := sameEnds(a, b)
	switch changed := len(b) - start - end; {
	case end == 0:
		return false // the last letter may belong to the case
	case changed == 1:
		return true
	case changed == 2 && len(a) == len(b):
		return a[start] == b[start+1] && a[start+1] == b[start]
	}
	return false
}

// sameEnds are how many letters two words have in common at their beginnings, and behind
// these at their ends.
func sameEnds(a, b []rune) (start, end int) {
	for start < len(a) && a[start] == b[start] {
		start++
	}
	for end < len(a)-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return start, end
}

func capitalised(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return strings.ToUpper(string(r)) + text[size:]
}
