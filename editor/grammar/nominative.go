package grammar

import (
	"maps"
	"slices"
	"strings"
)

// NominativeOfName is the nominative of a person's name that stands in a case, «Ивановой Марии Петровне» in the dative: ""
// where no name that has a known first name or a patronymic declines to it, or the name is longer than three words. It is sure
// where no other name does: «Толстому» is of Толстой and of Толстый.
func (h House) NominativeOfName(name string, in Case) (nominative string, sure bool) {
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 3 {
		return "", false
	}
	var all []string
	most := 0
	isName := func(phrase string) bool { return knownNames(phrase) > 0 }
	for _, phrase := range h.nominativesOf(words, in, isName, func(phrase string) Declension { return h.DeclinePerson(Unknown, phrase) }) {
		known, still := knownNames(phrase), 0
		for i, word := range strings.Fields(phrase) {
			if word == words[i] {
				still++
			}
		}
		switch score := known*len(words) - still; {
		case all == nil, score > most:
			all, most = []string{phrase}, score
		case score == most:
			all = append(all, phrase)
		}
	}
	if len(all) == 0 {
		return "", false
	}
	return all[0], len(all) == 1 && !slices.ContainsFunc(strings.Fields(lower(all[0])), mayLackVowel)
}

// knownNames is how many words of a name are known for first names or patronymics.
func knownNames(name string) (n int) {
	for word := range strings.FieldsSeq(lower(name)) {
		if isFirstName(word) || patronymicGender(word) != Unknown {
			n++
		}
	}
	return n
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
		isPost := func(phrase string) bool {
			found, name := SplitPost(phrase, nil)
			return found == phrase && name == ""
		}
		if all := h.nominativesOf(words[:n], in, isPost, h.DeclinePost); len(all) > 0 {
			return strings.TrimSpace(strings.Join(append(all[:1:1], words[n:changing]...), " ") + " " + behind), true
		}
	}
	return "", false
}

// nominativesOf tries what each word may be a form of, and returns the phrases that are one and decline to the words, the likeliest first: those
// that leave the fewest of them as they are, for a name that does not decline explains any case.
func (h House) nominativesOf(words []string, in Case, is func(string) bool, decline func(string) Declension) (all []string) {
	type try struct {
		phrase string
		still  int
	}
	want, tries := strings.Join(words, " "), []try{{}}
	for _, word := range words {
		low := lower(word)
		var longer []try
		for _, before := range tries {
			for _, one := range mayBeOf(low) {
				next := try{strings.TrimSpace(before.phrase + " " + restoreCapitals(word, low, one)), before.still}
				if one == low {
					next.still++
				}
				longer = append(longer, next)
			}
		}
		tries = longer
	}
	slices.SortStableFunc(tries, func(a, b try) int { return a.still - b.still })
	for _, t := range tries {
		if t.still < len(words) && is(t.phrase) && decline(t.phrase).Forms[in] == want {
			all = append(all, t.phrase)
		}
	}
	return all
}

// mayBeOf are the nominatives that a form of a name may be of, the likeliest first and the form itself last: Толстой has no
// form of «Толстом», Иванова is likelier than Ивановая, and Троицкая than Троицка.
func mayBeOf(low string) []string {
	var all, likely []string
	asAdjective := hasAnySuffix(low, "ого", "его", "ому", "ему")
	for _, one := range nominativesOf(low)[1:] {
		if isNoWord(one) || asAdjective && !hasAnySuffix(one, "ый", "ий", "ой") {
			continue
		}
		whole := fleetingOf(one)
		if all = append(all, whole...); !slices.ContainsFunc(whole, isFirstName) {
			all = append(all, one)
		}
	}
	if isPatronymic := func(word string) bool { return patronymicGender(word) != Unknown }; slices.ContainsFunc(all, isPatronymic) {
		return slices.DeleteFunc(all, func(word string) bool { return !isPatronymic(word) })
	}
	for _, one := range all {
		if hasAnySuffix(one, "овая", "евая", "иная", "ыная") && slices.Contains(all, drop(one, 1)) ||
			hasAnySuffix(one, "овый", "евый", "иный", "ыный") && slices.Contains(all, drop(one, 2)) ||
			hasAnySuffix(one, "ска", "цка") && slices.Contains(all, one+"я") {
			continue
		}
		likely = append(likely, one)
	}
	if asAdjective { // the stress, which would tell, is not written
		inJ := func(word string) bool { return strings.HasSuffix(word, "ой") }
		return append(slices.DeleteFunc(slices.Clone(likely), inJ), slices.DeleteFunc(likely, func(word string) bool { return !inJ(word) })...)
	}
	return append(likely, low)
}

// isNoWord reports letters that no Russian nominative ends in: «Гоголй», «Гладкый», «Ганжя».
func isNoWord(word string) bool {
	if stem, ok := strings.CutSuffix(word, "й"); ok && isConsonant(lastLetter(stem)) {
		return true
	}
	return hasAnySuffix(word, "кый", "гый", "хый", "жый", "шый", "чый", "щый", "жя", "шя", "чя", "щя", "ця", "кя", "гя", "хя")
}

// fleetingOf are the names whose stem in the other cases a word is, with the vowel that these lack: Павел, Кравец.
func fleetingOf(stem string) (names []string) {
	for _, name := range slices.Backward(slices.Sorted(maps.Keys(fleetingNames))) { // Пётр before «Петр»
		if fleetingNames[name] == stem && !slices.ContainsFunc(names, func(other string) bool { return foldYo(other) == name }) {
			names = append(names, name)
		}
	}
	if before, ok := strings.CutSuffix(stem, "ц"); ok && mayLackVowel(stem) {
		names = append(names, strings.TrimSuffix(before, "й")+"ец")
	}
	return names
}

// mayLackVowel reports a word that may be one that loses a vowel of its stem in the other cases: «Орл» of Орёл, «Зайц» of Заяц.
func mayLackVowel(word string) bool {
	last := lastLetter(word)
	return !isFirstName(word) && (strings.ContainsRune("цлкнр", last) && !isSurnameEnding(word) && isConsonant(lastLetter(drop(word, 1))) || hasAnySuffix(word, "йц", "льц"))
}
