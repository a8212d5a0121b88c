package register

import (
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

// apart parts the first of several people, each of whom is named, from the mark and those
// behind it; false where there is but one: «Министр культуры и спорта Анна Озерова».
func (r Registers) apart(text string) (first, mark, rest string, ok bool) {
	for _, mark := range []string{", ", " и "} {
		for from := 0; ; {
			at := strings.Index(text[from:], mark)
			if at < 0 {
				break
			}
			at += from
			from = at + len(mark)
			first, rest := text[:at], text[from:]
			if last, _ := utf8.DecodeRuneInString(first[strings.LastIndex(first, " ")+1:]); !unicode.IsUpper(last) {
				continue // no name ends there, as few posts have it otherwise
			}
			if _, _, _, more := r.apart(rest); r.namesSomebody(first) && (more || r.namesSomebody(rest)) {
				return first, mark, rest, true
			}
		}
	}
	return "", "", "", false
}

// namesSomebody reports a name of two words and more, with or without a post before it.
func (r Registers) namesSomebody(text string) bool {
	post, name := grammar.SplitPost(text, r)
	return strings.Contains(name, " ") && grammar.IsPersonsName(name) && (post == "" || grammar.GuessKind(post) == grammar.Post)
}
