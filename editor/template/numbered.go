package template

import (
	"strconv"
	"strings"
	"unicode"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/spelling/english"
)

// withoutNumbers is a list whose parts were numbered as in a paper, «1. Итоги года. 2. План.», as a sentence has it.
func (f *filling) withoutNumbers(text string) string {
	all := numberedParts(text)
	if len(all) < 2 || strings.Contains(text, "\n") {
		return text
	}
	for i, part := range all {
		all[i] = f.partWithin(withoutStop(strings.TrimRight(part, ",; ")))
	}
	return strings.Join(all, "; ")
}

// partWithin is a part without the capital that it has behind its number.
func (f *filling) partWithin(part string) string {
	first := strings.ToLower(firstWord(part))
	_, more, _ := strings.Cut(part, " ")
	named := more != "" && !startsSmall(more) && !unicode.IsDigit(rune(more[0])) && !isCalledByLetters(firstWord(more))
	switch {
	case named || strings.ToUpper(firstWord(part)) == firstWord(part): // Большой театр, ООН
		return part
	case f.russian() && (isNominative(first) || grammar.AdjectiveShows(first) != nil) && grammar.GuessKind(part) != grammar.Organisation, !f.russian() && english.IsCommon(first):
		return withoutCapital(part)
	}
	return part
}

// numberedParts are what stands behind 1, 2 and so on in a text that begins with them.
func numberedParts(text string) (all []string) {
	rest, numbered := strings.CutPrefix(text, "1")
	mark := numberMark.FindString(rest)
	if !numbered || mark == "" {
		return nil
	}
	for next := 2; ; next++ {
		part, more, found := strings.Cut(rest[len(mark):], " "+strconv.Itoa(next)+mark)
		all = append(all, part)
		if !found {
			return all
		}
		rest = mark + more
	}
}

// numberMark is what stands behind the number of a part.
var numberMark = regexp.MustCompile(`^(?:\.\)|[.)]) `)
