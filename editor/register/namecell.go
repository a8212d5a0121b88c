package register

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/words"
	"communique/editor/wordset"
)

// longestName is how long a cell with a name and a post is at most that is looked into, in bytes; of a longer one
// all is the name.
const longestName = 500

// nameBy takes a cell that names a person, where the parts of the name do not stand by themselves: without a
// courtesy, and with the person's post, which is returned where the row has none by itself.
func (p *Person) nameBy(cell, post string) string {
	if len(cell) > longestName {
		p.Full = cmp.Or(p.Full, cell)
		return post
	}
	cell, gender := withoutCourtesy(cell)
	name, held := holderIn(cell)
	if post != "" && held != "" && words.Fold(held) != words.Fold(post) && p.Full == "" {
		p.Full = inSmall(cell)
	}
	if post == "" {
		post = held
	}
	named := Named(inSmall(name))
	p.First, p.Patronymic, p.Last = named.First, named.Patronymic, named.Last
	if p.Full == "" && !named.isListed() {
		p.Full = named.Full
	}
	for _, g := range []grammar.Gender{named.Gender, gender} {
		if p.Gender == grammar.Unknown {
			p.Gender = g
		}
	}
	return post
}

// isListed reports a full name that is first name, patronymic and surname in some order: that of a list of people,
// which is not how texts name them.
func (p Person) isListed() bool {
	parts, full := strings.Fields(p.First+" "+p.Patronymic+" "+p.Last), strings.Fields(p.Full)
	slices.Sort(parts)
	slices.Sort(full)
	return slices.Equal(parts, full)
}

// courtesies are what stands before a name and is no part of it.
var courtesies = wordset.Of("г-н г-жа господин госпожа mr mr. mrs mrs. ms ms.")

// withoutCourtesy is a name without a courtesy before it, which tells the gender.
func withoutCourtesy(name string) (string, grammar.Gender) {
	first, rest, _ := strings.Cut(name, " ")
	if rest == "" || !courtesies.Has(words.Fold(first)) {
		return name, grammar.Unknown
	}
	return rest, grammar.GenderOfPost(first)
}

// holderIn parts a cell that names somebody with a post, before the name or behind it: «Министр Анна
// Озерова», «Озерова Анна Петровна – министр», «Озерова А. П. (министр)». The post is empty where the
// cell has none.
func holderIn(cell string) (name, post string) {
	cell = strings.ReplaceAll(cell, " - ", " – ")
	if name, _, post, ok := grammar.PostBehind(cell); ok {
		return name, post
	}
	if name, post, ok := strings.Cut(strings.TrimSuffix(cell, ")"), " ("); ok {
		if name, _, post, ok := grammar.PostBehind(name + ", " + post); ok {
			return name, post
		}
	}
	post = grammar.ReadHolder(cell, Registers{}).Post
	return strings.TrimSpace(strings.TrimPrefix(cell, post)), post
}

// keptCapitals are what stands in capitals within a name.
var keptCapitals = wordset.Of("ii iii iv vi vii viii xi xii xiv xvi xxiii")

// inSmall writes words of a name that stand in capitals as names are written: «ПРОБНЫЙ Иван»,
// «ПРОБНАЯ-ОБРАЗЦОВА». Initials and the numbers of popes and kings stay.
func inSmall(name string) string {
	all := strings.Fields(name)
	for i, word := range all {
		if utf8.RuneCountInString(word) < 2 || strings.Contains(word, ".") || keptCapitals.Has(strings.ToLower(word)) || strings.ToUpper(word) != word {
			continue
		}
		letters := []rune(strings.ToLower(word))
		for n := range letters {
			if n == 0 || !unicode.IsLetter(letters[n-1]) {
				letters[n] = unicode.ToUpper(letters[n])
			}
		}
		all[i] = string(letters)
	}
	return strings.Join(all, " ")
}
