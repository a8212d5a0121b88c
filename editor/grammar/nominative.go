package grammar

import (
	"slices"
	"strings"
)

// NominativeOfName is the nominative of a person's name that stands in a case, «Ивановой Марии Петровне» in the dative:
// false where no name that has a known first name or a patronymic declines to it, or the name is longer than three words.
func (h House) NominativeOfName(name string, in Case) (string, bool) {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 3 || !slices.ContainsFunc(words, IsGivenName) {
		return "", false
	}
	return h.nominativeOf(words, in, func(phrase string) Declension { return h.DeclinePerson(Unknown, phrase) }, func(phrase string) bool {
		return slices.ContainsFunc(strings.Fields(lower(phrase)), func(word string) bool { return isFirstName(word) || patronymicGender(word) != Unknown })
	})
}

// NominativeOfPost is the nominative of a post that stands in a case, «пресс-секретарю фонда» in the dative. Only its first two
// words change; false where none of what they may be is known for a post and declines to it.
func (h House) NominativeOfPost(post string, in Case) (string, bool) {
	words := strings.Fields(post)
	if len(words) == 0 {
		return "", false
	}
	changing := min(2, len(words))
	behind := strings.Join(words[changing:], " ")
	for n := 1; n <= changing; n++ {
		head, ok := h.nominativeOf(words[:n], in, h.DeclinePost, func(phrase string) bool {
			found, name := SplitPost(phrase, nil)
			return found == phrase && name == ""
		})
		if ok {
			return strings.TrimSpace(strings.Join(append([]string{head}, words[n:changing]...), " ") + " " + behind), true
		}
	}
	return "", false
}

// nominativeOf tries what each word may be a form of, and returns the phrase that is one, declines to the words and leaves the
// fewest of them as they are: a name that does not decline explains any case.
func (h House) nominativeOf(words []string, in Case, decline func(string) Declension, is func(string) bool) (string, bool) {
	type try struct {
		phrase string
		still  int
	}
	want, tries := strings.Join(words, " "), []try{{}}
	for _, word := range words {
		low := lower(word)
		var longer []try
		for _, before := range tries {
			for i, one := range nominativesOf(low) {
				next := try{strings.TrimSpace(before.phrase + " " + restoreCapitals(word, low, one)), before.still}
				if i == 0 { // the word itself
					next.still++
				}
				longer = append(longer, next)
			}
		}
		tries = longer
	}
	slices.SortStableFunc(tries, func(a, b try) int { return a.still - b.still })
	i := slices.IndexFunc(tries, func(t try) bool {
		return t.still < len(words) && is(t.phrase) && decline(t.phrase).Forms[in] == want
	})
	if i < 0 {
		return "", false
	}
	return tries[i].phrase, true
}
