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
	for _, p := range w.texts {
		if !p.russian() || !p.body() && p.Field != release.BoilerplateField {
			continue
		}
		for _, i := range p.unknown {
			folded := p.folded[i]
			if other := r.near(folded); other != "" {
				out.add(p, p.tokens[i].start, p.tokens[i].end).Other = capitalised(other)
				continue
			}
			spelt = append(spelt, nameSpelt{p, i, stemOfName(folded), r != nil && r.known[folded]})
		}
		r.firstNamesDiffer(p, out)
		r.organisationsDiffer(p, out)
	}
	for _, pair := range misspeltPairs(spelt) {
		for _, n := range pair.wrong {
			out.add(n.p, n.p.tokens[n.i].start, n.p.tokens[n.i].end).Other = pair.right.text()
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
		if folded == "" || p.tokens[i].address || !startsUpper(text) || utf8.RuneCountInString(text) < shortest || !isTitle(text) || !isCyrillic(text) || words.Known(folded) != nil {
			continue
		}
		all = append(all, i)
	}
	return all
}

// nameSpelt is a word of a name as it stands in a text.
type nameSpelt struct {
	p     *passage
	i     int
	stem  string
	known bool // to the registers
}

func (n nameSpelt) text() string { return n.p.piece(n.i) }

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
			if !misprint(first, second) || firstNamesApart(a, b) || a[0].known && b[0].known {
				continue
			}
			if b[0].known || !a[0].known && len(b) > len(a) {
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

// firstNamesApart reports whether two surnames have different first names before them:
// then they are two people.
func firstNamesApart(a, b []nameSpelt) bool {
	x, y := firstName(a), firstName(b)
	return x != "" && y != "" && x != y
}

// firstName is how the first name begins that stands before one of the places.
func firstName(places []nameSpelt) string {
	for _, n := range places {
		if text := n.p.piece(n.i - 2); n.p.is(n.i-1, space) && startsUpper(text) && grammar.IsGivenName(text) {
			return firstLetters(words.Fold(text))
		}
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
