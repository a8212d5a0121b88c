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
		if !p.russian() && p.language != "en" || !p.body() && p.Field != release.BoilerplateField {
			continue
		}
		for _, n := range slices.Concat(p.named, p.spelt()) {
			n.p = p
			if n.quoted {
				titles = append(titles, n)
				continue
			}
			folded := p.folded[n.i]
			if other := r.near(folded, n.given); !n.common && other != "" {
				out.add(p, p.tokens[n.i].start, p.tokens[n.i].end).Other = capitalised(other)
				continue
			}
			n.known = !n.common && r != nil && r.known[folded]
			spelt = append(spelt, n)
		}
		r.firstNamesDiffer(p, out)
		r.organisationsDiffer(p, out)
	}
	spelt = append(spelt, knownLikeUnknown(w, spelt)...)
	firstNamesDiffer(spelt, out)
	firstNamesDifferInEnglish(w, out)
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
		text := p.piece(i)
		if folded == "" || p.tokens[i].address || !startsUpper(text) || utf8.RuneCountInString(text) < shortestUnknown || !isTitle(text) || strings.ToUpper(text) == text || !isCyrillic(text) || words.Has(folded) {
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
	first   int      // token of the first name before it; -1 for none
	stem    string
	given   string // how the first name beside it begins; "" for none
	common  bool   // the dictionary has it too
	surname bool   // the dictionary has it, and as a name only
	quoted  bool
	known   bool // to the registers
}

func (n nameSpelt) text() string { return n.p.text[n.p.tokens[n.i].start:n.p.tokens[n.last].end] }

// isWord reports whether the dictionary has the name.
func (n nameSpelt) isWord() bool { return n.common || n.quoted && !isStrange(n.stem) }

// namesSpelt are the names of a text that may be spelt two ways.
func (p *passage) namesSpelt() []nameSpelt {
	var all []nameSpelt
	for _, i := range p.unknown() {
		given, first := p.givenBeside(i)
		all = append(all, nameSpelt{i: i, last: i, first: first, stem: stemOfName(p.folded[i]), given: given})
	}
	return append(append(all, p.namesakes()...), p.quotedNames()...)
}

// namesakes are the surnames that the dictionary has, or short ones: beside a first name or
// initials all of them, and else those that are nothing but surnames.
func (p *passage) namesakes() []nameSpelt {
	var all []nameSpelt
	for i := range p.tokens {
		const shortest = 5 // letters
		text := p.piece(i)
		if !p.is(i, word) || !startsUpper(text) || !isTitle(text) || !isCyrillic(text) || utf8.RuneCountInString(text) < shortest || slices.Contains(p.unknown(), i) {
			continue
		}
		given, first := p.givenBeside(i)
		surname := isSurnameOnly(text)
		if (given != "" || surname) && !grammar.IsPatronymic(text) {
			all = append(all, nameSpelt{i: i, last: i, first: first, stem: stemOfName(p.folded[i]), given: given, common: true, surname: surname})
		}
	}
	return all
}

// isSurnameOnly reports whether a word of the dictionary ends as surnames do, and is no
// noun.
func isSurnameOnly(text string) bool {
	folded := words.Fold(text)
	_, ends := stemOfSurname(folded)
	return ends && utf8.RuneCountInString(folded) >= shortestUnknown && len(grammar.NounShows(text)) == 0 && !isAdjective(text) && words.Has(folded)
}

// shortestUnknown is how many letters a name has of which one that differs tells: shorter
// names differ in one letter by nature.
const shortestUnknown = 7

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
			all = append(all, nameSpelt{i: i + 1, last: last, first: -1, stem: stem, quoted: true})
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
			if !misprintOf(a[0], b[0]) && !misspeltTwice(a, b) || a[0].known && b[0].known || areForms(a[0], b[0]) {
				continue
			}
			if isRighter(b, a) {
				a, b = b, a
			}
			pairs = append(pairs, misspeltPair{b, a[0]})
		}
	}
	return pairs
}

// isRighter reports whether a spelling is the right one sooner than another: it is known, or met more
// often, or a word.
func isRighter(b, a []nameSpelt) bool {
	return b[0].known || !a[0].known && (len(b) > len(a) || len(b) == len(a) && b[0].isWord() && !a[0].isWord())
}

// areForms reports whether one of two names is the other in a case, by which its stem changes:
// «Кравец» and «Кравца».
func areForms(a, b nameSpelt) bool {
	isForm := func(name, of string) bool {
		for _, form := range (grammar.House{}).DeclinePerson(grammar.Masculine, of).Forms {
			if words.Fold(form) == words.Fold(name) {
				return true
			}
		}
		return false
	}
	return !a.quoted && (isForm(a.text(), b.text()) || isForm(b.text(), a.text()))
}

// misprintOf reports whether one of two names is a misprint of the other. Two with
// different first names are two people; two that are words as well, or short, are one
// person only with the same first name.
func misprintOf(a, b nameSpelt) bool {
	switch {
	case a.quoted:
		return misprint(a.stem, b.stem) && (isStrange(a.stem) || isStrange(b.stem))
	case !sameGiven(a.given, b.given):
		return false
	case oneIsIntroduced(a, b) && endsOtherwise(a.stem, b.stem), differInTransliteration(a.stem, b.stem):
		return true
	case a.common || b.common:
		const shortest = 5 // letters, where the first name is right
		return a.given != "" && b.given != "" && oneLetterOff(a.stem, b.stem, shortest) || oneIsSurname(a, b) && misprint(a.stem, b.stem)
	}
	return misprint(a.stem, b.stem)
}

// oneIsIntroduced reports whether one of two names has a first name, and the other the same or a form
// of address in its place.
func oneIsIntroduced(a, b nameSpelt) bool {
	return a.given != "" && (a.given == b.given || b.isAddressed()) || b.given != "" && a.isAddressed()
}

func sameGiven(a, b string) bool { return strings.HasPrefix(a, b) || strings.HasPrefix(b, a) }

// oneIsSurname reports whether the dictionary has one of two names, as a surname, and does
// not have the other.
func oneIsSurname(a, b nameSpelt) bool { return a.surname && !b.common || b.surname && !a.common }

// misspeltTwice reports whether two names that differ in more than a misprint are one: they
// sound alike, and one of them is introduced with its first name while the other is not, or
// has the same.
func misspeltTwice(a, b []nameSpelt) bool {
	first, second := givenOf(a), givenOf(b)
	if a[0].quoted || first == "" && second == "" || !sameGiven(first, second) {
		return false
	}
	if a[0].surname && b[0].surname { // of two that the dictionary has, one letter in a long name
		const shortest = 8
		return (first == "" || second == "") && oneLetterOff(a[0].stem, b[0].stem, shortest)
	}
	return (!a[0].common && !b[0].common || oneIsSurname(a[0], b[0])) && (soundAlike(a[0].stem, b[0].stem) || first != "" && first == second && sameRoot(a[0].stem, b[0].stem))
}

// givenOf is the first name that a name has somewhere in the release; "" for none.
func givenOf(places []nameSpelt) string {
	for _, n := range places {
		if n.given != "" {
			return n.given
		}
	}
	return ""
}

// isStrange reports whether a name has a word that the dictionary has not.
func isStrange(name string) bool {
	return slices.ContainsFunc(strings.Fields(name), func(w string) bool { return !words.Has(w) })
}

// givenBeside is how the first name begins that stands before a surname, with its token, or its
// initial before or behind it; "" and -1 for none.
func (p *passage) givenBeside(i int) (given string, first int) {
	if first := p.firstNameBefore(i); first >= 0 {
		return firstLetters(p.folded[first]), first
	}
	if initial := p.skipSpace(i-1) - 1; p.isInitial(initial) {
		if first := p.skipSpace(initial-1) - 1; p.isInitial(first) {
			initial = first
		}
		return p.folded[initial], -1
	}
	if p.is(i+1, space) && p.isInitial(i+2) {
		return p.folded[i+2], -1
	}
	return "", -1
}

// firstNameBefore is the token of the first name that stands before a surname; -1 for none.
func (p *passage) firstNameBefore(i int) int {
	first := i - 2
	if !p.is(i-1, space) || !startsUpper(p.piece(first)) {
		return -1
	}
	if grammar.IsPatronymic(p.piece(first)) {
		first -= 2
	}
	text := p.piece(first)
	if !startsUpper(text) || !grammar.IsGivenName(text) || p.beginsSentence(first) && len(grammar.NounShows(text)) > 0 { // «Песни Озерова»
		return -1
	}
	return first
}

func firstLetters(text string) string {
	runes := []rune(text)
	return string(runes[:min(3, len(runes))])
}

// near is a surname of the registers that differs from a word in one letter, or in two
// where the first name beside it is right.
func (r *Registers) near(folded, given string) string {
	if r == nil || r.known[folded] {
		return ""
	}
	stem := stemOfName(folded)
	for _, surname := range r.surnameStems {
		if misprint(surname.stem, stem) || given != "" && sameGiven(surname.given, given) && soundAlike(surname.stem, stem) {
			return surname.name
		}
	}
	return ""
}

// firstNamesDiffer finds the first name of somebody whom the release names rightly elsewhere
// with one letter off: the surname behind it is the same.
func firstNamesDiffer(spelt []nameSpelt, out *report) {
	given := map[string]nameSpelt{}
	for _, n := range spelt {
		if n.first >= 0 && given[n.stem].p == nil {
			given[n.stem] = n
		}
	}
	for _, n := range spelt {
		right, is := given[n.stem]
		i := n.i - 2
		if !is || n.given != "" || !n.p.is(n.i-1, space) || !n.p.mayBeFirstName(i) {
			continue
		}
		first := right.first
		const shortest = 4 // letters, where the surname is right
		if oneLetterOff(stemOfName(right.p.folded[first]), stemOfName(n.p.folded[i]), shortest) {
			out.add(n.p, n.p.tokens[i].start, n.p.tokens[i].end).Other = right.p.piece(first)
		}
	}
}

// mayBeFirstName reports whether a token is a word with a capital that is no noun and no
// adjective.
func (p *passage) mayBeFirstName(i int) bool {
	text := p.piece(i)
	return p.is(i, word) && startsUpper(text) && isTitle(text) && isCyrillic(text) && len(grammar.NounShows(text)) == 0 && !isAdjective(text)
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

func capitalised(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return strings.ToUpper(string(r)) + text[size:]
}
