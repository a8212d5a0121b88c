package naming

import (
	"slices"
	"strings"
	"unicode"

	"communique/editor/grammar"
	"communique/editor/words"
)

// mostNames is how many people the words of one name are taken for: «Александра
// Лукашенко» are two.
const mostNames = 2

// nominatives guesses how somebody is called whose name stands in some case, the
// likeliest first: those of the names that the words may be forms of which have them in
// one of their cases.
func nominatives(house grammar.House, run []string) []string {
	firsts := candidates(run[0], grammar.IsGivenName)
	lasts := candidates(run[len(run)-1], func(string) bool { return true })
	middles := []string{""}
	if len(run) > 2 {
		middles = candidates(run[1], func(one string) bool {
			return grammar.IsPatronymic(one) && (strings.HasSuffix(one, "ич") || strings.HasSuffix(one, "на"))
		})
	}
	var best []string
	score := 1
	for _, first := range firsts {
		if !isNominative(house, first) {
			continue
		}
		for _, middle := range middles {
			for _, last := range lasts {
				name := slices.DeleteFunc([]string{first, middle, last}, func(part string) bool { return part == "" })
				switch likely := likelihood(house, name, run); {
				case likely > score:
					best, score = []string{strings.Join(name, " ")}, likely
				case likely == score && len(best) < mostNames:
					best = append(best, strings.Join(name, " "))
				}
			}
		}
	}
	for i, name := range best {
		best[i] = house.Spell(grammar.Person, name)
	}
	return best
}

// isNominative reports a first name that is declined from its nominative.
func isNominative(house grammar.House, first string) bool {
	gender, sure := grammar.GenderOf(first)
	return sure && house.DeclinePerson(gender, first).Forms[grammar.Genitive] != first
}

// likelihood says how well a name explains the words of a text, 0 for not at all.
func likelihood(house grammar.House, name, run []string) int {
	whole := strings.Join(name, " ")
	gender, sure := grammar.GenderOf(whole)
	if !sure {
		return 0
	}
	d := house.DeclinePerson(gender, whole)
	stands := words.Fold(strings.Join(run, " "))
	if !slices.ContainsFunc(grammar.Cases(), func(c grammar.Case) bool { return words.Fold(d.Forms[c]) == stands }) {
		return 0
	}
	last := name[len(name)-1]
	likely := 1
	oblique := words.Fold(name[0]) != words.Fold(run[0])
	if oblique == (words.Fold(last) != words.Fold(run[len(run)-1])) || strings.HasSuffix(d.Forms[grammar.Genitive], " "+last) {
		likely += 6 // both words are declined, or neither is, or the surname never is
	}
	for weight, endings := range surnameEndings {
		if slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(last, ending) }) {
			likely += weight
		}
	}
	if !d.Guess {
		likely++
	}
	return likely
}

// surnameEndings are those that most surnames have in the nominative, by how much they say:
// «Образцовым» is a form of «Образцов» before it is one of «Образцовый».
var surnameEndings = [][]string{2: strings.Fields("ый ий ая яя"), 4: strings.Fields("ов ев ёв ин ын ский цкий ова ева ёва ина ына ская цкая ко ук юк ян дзе швили ич")}

// candidates are the forms of a word that may be its nominative, with a capital.
func candidates(word string, may func(string) bool) []string {
	var all []string
	for _, form := range words.Forms(words.Fold(word)) {
		if form = titled(form); may(form) && !slices.Contains(all, form) {
			all = append(all, form)
		}
	}
	return all
}

// titled is a word with a capital at its beginning and behind hyphens.
func titled(word string) string {
	start := true
	return strings.Map(func(r rune) rune {
		if start {
			r = unicode.ToUpper(r)
		}
		start = r == '-' || r == '‑'
		return r
	}, word)
}
