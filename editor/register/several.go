package register

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
)

// beside puts a phrase behind a mark behind another in every case.
func beside(d grammar.Declension, mark string, next grammar.Declension) grammar.Declension {
	forms := grammar.Forms{}
	for _, c := range grammar.Cases() {
		forms[c] = d.Forms[c] + mark + next.Forms[c]
	}
	return grammar.Declension{Phrase: forms[grammar.Nominative], Kind: d.Kind, Forms: forms, Guess: d.Guess || next.Guess, ByHouse: d.ByHouse || next.ByHouse}
}

// longestPerson is of how many bytes a person with a post is at most.
const longestPerson = 600

// listed is one of several people, with the mark that stands before.
type listed struct{ mark, text string }

// several are the people in a text, each of whom is named: of «Министр культуры и спорта Анна
// Озерова» one, the text itself, as of whatever is no list of people.
func (r Registers) several(text string) []listed {
	barren := map[int]bool{} // lengths of what is left in which there are none: looked at once
	var people func(mark, text string) []listed
	people = func(before, text string) []listed {
		if barren[len(text)] {
			return nil
		}
		if r.namesFamily(text) {
			return []listed{{before, text}}
		}
		for _, mark := range []string{", ", " и "} {
			for at := range placesOf(mark, text) {
				first := text[:at]
				last := first[strings.LastIndex(first, " ")+1:]
				begins, _ := utf8.DecodeRuneInString(last)
				if !unicode.IsUpper(begins) && !grammar.IsFatherWord(last) || !r.namesSomebody(first) { // no name ends there, as few posts have it otherwise
					continue
				}
				if mark == " и " && grammar.JoinsNamesakes(first, text[at+len(mark):]) {
					continue
				}
				if rest := people(mark, text[at+len(mark):]); rest != nil {
					return slices.Insert(rest, 0, listed{before, first})
				}
			}
		}
		if r.namesSomebody(text) {
			return []listed{{before, text}}
		}
		barren[len(text)] = true
		return nil
	}
	if all := people("", text); all != nil {
		return all
	}
	return []listed{{"", text}}
}

// placesOf are where a mark stands in a text, as far as a person may go before it.
func placesOf(mark, text string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for from := 0; ; {
			i := strings.Index(text[from:], mark)
			if i < 0 || from+i > longestPerson || !yield(from+i) {
				return
			}
			from += i + len(mark)
		}
	}
}

// namesSomebody reports a name of two words and more, with or without a post before it.
func (r Registers) namesSomebody(text string) bool {
	if len(text) > longestPerson {
		return false
	}
	post, name := grammar.SplitPost(text, r)
	return strings.Contains(name, " ") && grammar.IsPersonsName(name) && (post == "" || grammar.GuessKind(post) == grammar.Post || grammar.IsOfSeveral(post))
}

// namesFamily reports several under one surname, with or without a post before them.
func (r Registers) namesFamily(text string) bool {
	if len(text) > longestPerson {
		return false
	}
	_, name := grammar.SplitPost(text, r)
	return grammar.IsFamily(name)
}
