package proof

import (
	"slices"
	"unicode/utf8"

	"communique/editor/release"
	"communique/editor/spelling/english"
	"communique/editor/wordset"
)

// noteUnknown takes down what another room finds unknown in English, where it may be a name: which
// words English has is known only there.
func (p *passage) noteUnknown(s Spot) {
	const shortest = 6 // letters
	i := slices.IndexFunc(p.tokens, func(t token) bool { return t.start == s.Start && t.end == s.End })
	if p.language != "en" || i < 0 || !startsUpper(p.piece(i)) || !isTitle(p.piece(i)) || utf8.RuneCountInString(p.piece(i)) < shortest {
		return
	}
	p.named = append(p.named, nameSpelt{i: i, last: i, first: -1, stem: p.folded[i], given: p.givenInEnglish(i)})
}

// givenInEnglish is how the first name before an English word begins; "" for none. Where a sentence begins a word that
// English has in small letters is no name.
func (p *passage) givenInEnglish(i int) string {
	if first := i - 2; p.is(i-1, space) && p.is(first, word) && startsUpper(p.piece(first)) && (!p.beginsSentence(first) || english.Words().Find(p.folded[first]) == 0) && !courtesies.Has(p.piece(first)) {
		return firstLetters(p.folded[first])
	}
	return ""
}

// firstNamesDifferInEnglish finds the first name of somebody who has it with another letter elsewhere, before the same
// surname, where English does not have both as words: Margerite beside Marguerite. Right is what is met more often, or first.
func firstNamesDifferInEnglish(w *whole, out *report) {
	var spelt []nameSpelt
	for _, p := range w.texts {
		for _, n := range p.pairs() {
			n.p = p
			spelt = append(spelt, n)
		}
	}
	var people [][]nameSpelt // by surname and first name, in the order of the text
	for _, n := range spelt {
		same := slices.IndexFunc(people, func(p []nameSpelt) bool { return p[0].stem == n.stem && p[0].wordBefore() == n.wordBefore() })
		if same < 0 {
			people, same = append(people, nil), len(people)
		}
		people[same] = append(people[same], n)
	}
	for i, right := range people {
		for _, wrong := range people[i+1:] {
			if !isFirstNameMistyped(right[0], wrong[0]) {
				continue
			}
			if len(wrong) > len(right) {
				right, wrong = wrong, right
			}
			for _, n := range wrong {
				t := n.p.tokens[n.i-2]
				out.add(n.p, t.start, t.end).Other = right[0].wordBefore()
			}
		}
	}
}

// namePairs are the words with a capital that stand behind another.
func (p *passage) namePairs() []nameSpelt {
	var all []nameSpelt
	for i := 2; i < len(p.tokens); i++ {
		if p.is(i, word) && p.is(i-1, space) && p.is(i-2, word) && startsUpper(p.piece(i)) && startsUpper(p.piece(i-2)) && isTitle(p.piece(i)) && isTitle(p.piece(i-2)) {
			all = append(all, nameSpelt{i: i, stem: p.folded[i]})
		}
	}
	return all
}

// isFirstNameMistyped reports whether one surname stands behind two first names that are one.
func isFirstNameMistyped(a, b nameSpelt) bool {
	const shortest = 5 // letters, where the surname is right
	first, second := a.wordBefore(), b.wordBefore()
	bothKnown := english.Words().Find(first) > 0 && english.Words().Find(second) > 0 && (english.Words().Find(lower(first)) > 0 || english.Words().Find(lower(second)) > 0)
	return a.stem == b.stem && !bothKnown && oneLetterOff(lower(first), lower(second), shortest)
}

// wordBefore is the word before a name.
func (n nameSpelt) wordBefore() string { return n.p.piece(n.i - 2) }

// courtesies are what stands before a surname in the place of the first name.
var courtesies = wordset.Of("Mr Mrs Ms Miss Dr Prof Sir Lady Lord")

// isAddressed reports whether a name stands behind Mr or Ms.
func (n nameSpelt) isAddressed() bool {
	return n.p.is(n.i-1, space) && courtesies.Has(n.p.piece(n.i-2))
}

// knownLikeUnknown are names that English has as words, behind the first name of one that it does not have and one
// letter off that, Cordelia Fairweather beside Cordelia Fairwether, or that is written by another system of letters where
// it stands alone: Robert Tchaikovsky beside Tchaikovski.
func knownLikeUnknown(w *whole, spelt []nameSpelt) []nameSpelt {
	unknown := map[string][]string{} // by the first name
	for _, n := range spelt {
		if n.p.language == "en" {
			unknown[n.given] = append(unknown[n.given], n.stem)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	var all []nameSpelt
	for _, p := range w.texts {
		if p.language != "en" || !p.body() && p.Field != release.BoilerplateField {
			continue
		}
		for i := range p.tokens {
			if !p.is(i, word) || !startsUpper(p.piece(i)) || !isTitle(p.piece(i)) {
				continue
			}
			if given := p.givenInEnglish(i); given != "" && isLikeUnknown(unknown, given, p.folded[i]) {
				all = append(all, nameSpelt{p: p, i: i, last: i, first: -1, stem: p.folded[i], given: given, common: true})
			}
		}
	}
	return slices.DeleteFunc(all, func(n nameSpelt) bool { return slices.Contains(unknown[n.given], n.stem) })
}

// isLikeUnknown reports whether a name is nearly one of those that are unknown, by their first names.
func isLikeUnknown(unknown map[string][]string, given, folded string) bool {
	return slices.ContainsFunc(unknown[given], func(stem string) bool { return misprint(stem, folded) || endsOtherwise(stem, folded) }) ||
		slices.ContainsFunc(unknown[""], func(stem string) bool { return differInTransliteration(stem, folded) })
}
