package hunspell

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// maxTried bounds how many spellings are tried for one word.
const maxTried = 4_000 // of a word of 20 letters and an alphabet of 80, all

// Suggest returns up to n words that a misspelt one may be meant to be, likely ones
// first: what the dictionary says is often mistaken, letters that are taken for one
// another, then one letter wrong, missing, too many or changed with its neighbour.
func (d *Dictionary) Suggest(word string, n int) []string {
	if utf8.RuneCountInString(word) > maxLetters || n <= 0 {
		return nil
	}
	word = d.normal(word)
	var found []string
	tried := 0
	try := func(other string) bool {
		tried++
		if other != word && !slices.Contains(found, other) && d.query().hasAll(other) && !d.query().isHidden(other) {
			found = append(found, other)
		}
		return len(found) < n && tried < maxTried
	}
	for _, ways := range []func(string, func(string) bool) bool{d.replacements, d.relatives, d.edits} {
		if !ways(word, try) {
			break
		}
	}
	if len(d.rules.outputPairs) > 0 {
		for i := range found {
			found[i] = d.rules.output.Replace(found[i])
		}
	}
	return found
}

// hasAll reports whether the words of a proposal are all known.
func (q *query) hasAll(text string) bool {
	for word := range strings.SplitSeq(text, " ") {
		if found, _ := q.hasCased(word); !found {
			return false
		}
	}
	return true
}

// isHidden reports whether a word is known and never proposed.
func (q *query) isHidden(word string) bool {
	return q.rules.noSuggest != none && q.analyse(strings.ToLower(word), func(entry flags, t taken) bool {
		return entry.has(q.rules.noSuggest) && q.fits(entry, t, alone)
	})
}

// replacements tries what REP says.
func (d *Dictionary) replacements(word string, try func(string) bool) bool {
	for _, r := range d.rules.replaced {
		for at := 0; at <= len(word)-len(r.from); at++ {
			i := strings.Index(word[at:], r.from)
			if i < 0 {
				break
			}
			at += i
			if r.start && at > 0 || r.end && at+len(r.from) < len(word) {
				continue
			}
			if !try(word[:at] + r.to + word[at+len(r.from):]) {
				return false
			}
		}
	}
	return true
}

// relatives tries letters that MAP says are taken for one another.
func (d *Dictionary) relatives(word string, try func(string) bool) bool {
	for i, r := range word {
		for _, set := range d.rules.related {
			if !strings.ContainsRune(set, r) {
				continue
			}
			for _, other := range set {
				if other != r && other != '(' && other != ')' && !try(word[:i]+string(other)+word[i+utf8.RuneLen(r):]) {
					return false
				}
			}
		}
	}
	return true
}

// edits tries every word that is one change away.
func (d *Dictionary) edits(word string, try func(string) bool) bool {
	letters := []rune(word)
	for i := range len(letters) - 1 { // two that changed places
		swapped := slices.Clone(letters)
		swapped[i], swapped[i+1] = swapped[i+1], swapped[i]
		if !try(string(swapped)) {
			return false
		}
	}
	for i := range letters { // one too many
		if !try(string(letters[:i]) + string(letters[i+1:])) {
			return false
		}
	}
	for i := range len(letters) + 1 { // one missing, one wrong
		for _, r := range d.rules.try {
			if !try(string(letters[:i]) + string(r) + string(letters[i:])) {
				return false
			}
			if i < len(letters) && !try(string(letters[:i])+string(r)+string(letters[i+1:])) {
				return false
			}
		}
	}
	for i := 1; i < len(letters); i++ { // two in one
		if !try(string(letters[:i]) + " " + string(letters[i:])) {
			return false
		}
	}
	return true
}
