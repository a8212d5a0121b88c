package grammar

import (
	"slices"
	"strings"
)

// nounsOf finds the nouns of which a word is a form; of a compound its last
// part, and what stands before it: «пресс-конференция», «30-летие».
func nounsOf(word string) (found []lexeme, prefix string) {
	found = findNouns(word)
	switch own := tabledNouns()[word]; word {
	case own.forms[nom]:
		found = []lexeme{own}
	case own.forms[6+nom]: // драмы may be plays
		found = append([]lexeme{own}, found...)
	default:
		if own.forms[nom] != "" {
			found = []lexeme{own}
		}
	}
	i := lastHyphen(word)
	if i <= 0 || len(found) > 0 {
		return withNew(found, word), ""
	}
	first, last := word[:i], word[i+1:]
	if !compoundFirst.Has(first) && last != "радио" && len(findNouns(first)) > 0 { // Стортинг-радио stays
		return compoundNouns(first, last), ""
	}
	if strings.HasPrefix(last, "лети") { // the list has «столетие»
		for _, l := range findNouns("сто" + last) {
			for f := range l.forms {
				l.forms[f] = strings.TrimPrefix(l.forms[f], "сто")
			}
			found = append(found, l)
		}
		return found, word[:i+1]
	}
	return findNouns(last), word[:i+1]
}

// withNew are the nouns found with those that no list has: new people, posts, what is made of others.
func withNew(found []lexeme, word string) []lexeme {
	if found = append(append(found, newPeople(word)...), newPost(word)...); len(found) == 0 {
		found = append(newDeputies(word), newPupils(word)...)
	}
	if lastHyphen(word) <= 0 && !isNamed(found, word) {
		found = append(found, newCompounds(word)...)
	}
	if len(found) == 0 {
		found = newThings(word)
	}
	return found
}

// isNamed reports whether a word is the nominative of one of the nouns.
func isNamed(found []lexeme, word string) bool {
	return slices.ContainsFunc(found, func(l lexeme) bool { return l.forms[nom] == word || l.forms[6+nom] == word })
}

// newPeople is a noun that no list has and that many people are called by, as its ending tells:
// комбайнёры, музейщики, or several of a post of the table: акимы; none for other words.
func newPeople(word string) []lexeme {
	post, several := strings.CutSuffix(word, "ы")
	several = several && postNouns.Has(post) && !stillPosts.Has(post)
	if !several && !hasAnySuffix(word, "щики", "чики", "ёры", "исты", "ологи") || given(word) != 0 || len(findNouns(word)) > 0 {
		return nil
	}
	many := lexeme{gender: Masculine, animate: true}
	forms := pluralNoun(word, drop(word, 1)+"ов", true)
	copy(many.forms[6:], forms[:])
	return []lexeme{many}
}

// newPost is a post of the table that the list of nouns does not have: аким.
func newPost(word string) []lexeme {
	if !postNouns.Has(word) || stillPosts.Has(word) || len(findNouns(word)) > 0 {
		return nil
	}
	one := lexeme{gender: Masculine, animate: true}
	if (womenPosts | titledWomen).Has(word) {
		one.gender = Feminine
	}
	forms, _ := postHead(word)
	copy(one.forms[:], forms[:])
	return []lexeme{one}
}

// newDeputies are nouns with a clipped word before them: замминистры, горсоветы.
func newDeputies(word string) []lexeme {
	if len(word) < 8*2 || !hasAnySuffix(word, "ы", "и", "ов", "ей", "ам", "ям", "ами", "ями", "ах", "ях") {
		return nil
	}
	first := joinedFirst[word[:3*2]]
	rest, ok := strings.CutPrefix(word, first)
	if !ok || first == "" {
		return nil
	}
	var found []lexeme
	for _, l := range findNouns(rest) {
		found = append(found, l.behind(first))
	}
	return found
}

// newPupils are several people who are called by what they do: учащиеся.
func newPupils(word string) []lexeme {
	if !strings.HasSuffix(word, "иеся") || !isSeveralSubstantive(word) {
		return nil
	}
	one := lexeme{gender: Plural, animate: true}
	forms, _ := agreeing(word, true)
	copy(one.forms[6:], forms[:])
	return []lexeme{one}
}

// compoundNouns are those of two nouns that both decline: «женщины-лидеры», «план-график».
// Which of their first words stay is usage (роман-газета), so that their forms are guesses;
// a verb agrees with the first all the same (Розенталь, § 192).
func compoundNouns(first, last string) []lexeme {
	var found []lexeme
	if compoundFirst.Has(last) {
		return nil // «Проба-пресс»
	}
	for _, a := range findNouns(first) {
		for _, b := range findNouns(last) {
			if a.animate != b.animate { // график is a chart and an artist
				continue
			}
			one := lexeme{gender: a.gender, animate: a.animate, joined: true}
			for i := range one.forms {
				if a.forms[i] != "" && b.forms[i] != "" {
					one.forms[i] = a.forms[i] + "-" + b.forms[i]
				}
			}
			found = append(found, one)
		}
	}
	return found
}
