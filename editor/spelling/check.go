package spelling

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/spelling/hunspell"
)

// Check looks a text up, paragraph by paragraph: each may be in a language of its own.
// Its time is linear in the text's length.
func (c *Checker) Check(text string) Report {
	r := Report{Skipped: map[Reason]int{}}
	var before place
	for paragraph := range strings.Lines(text) {
		c.paragraph(paragraph, before, &r)
		before.bytes += len(paragraph)
		before.points += utf8.RuneCountInString(paragraph)
	}
	return r
}

// place is what of a text stands before a paragraph.
type place struct{ bytes, points int }

func (c *Checker) paragraph(text string, before place, r *Report) {
	all := tokens(text)
	most := mostly(all)
	for _, in := range []script{cyrillic, latin} {
		c.words(text, all, in, most, before, r)
	}
	for _, t := range all {
		if t.skipped != "" {
			r.Skipped[t.skipped]++
		}
	}
	sortByPlace(r.Misspelt)
}

// mostly is the alphabet that most words of a paragraph are of.
func mostly(all []token) script {
	n := 0
	for _, t := range all {
		switch t.script {
		case latin:
			n++
		case cyrillic:
			n--
		}
	}
	if n > 0 {
		return latin
	}
	return cyrillic
}

// fewest is how many words tell a language, and fewestStrange how many where some have
// letters that Russian has not.
const (
	fewest        = 8
	fewestStrange = 4
)

// foreignShare is how many words of a hundred are unknown where a paragraph is in none of
// the languages known. Of Russian with many mistakes fewer are; the languages written in
// Latin letters have many short words in common.
func foreignShare(in script) int {
	if in == latin {
		return 50
	}
	return 60
}

// words looks up the words of one alphabet in a paragraph. Latin words between Cyrillic
// ones are names and terms of any language: only what was typed with the wrong keyboard
// layout is told of them.
func (c *Checker) words(text string, all []token, in, most script, before place, r *Report) {
	var mine, unknown []*token
	for i := range all {
		if t := &all[i]; t.skipped == "" && t.script == in {
			mine = append(mine, t)
			if !c.knows(t.word, in) {
				unknown = append(unknown, t)
			}
		}
	}
	var by *hunspell.Dictionary
	if isForeign(mine, unknown) {
		if by = c.dictionaryOf(mine); by == nil {
			for _, t := range mine {
				t.skipped = Foreign
			}
			return
		}
	}
	for _, t := range unknown {
		if by == nil {
			t.skipped = c.skips(*t, most)
		}
		if t.skipped == "" {
			r.Misspelt = append(r.Misspelt, Misspelling{
				Start: before.bytes + t.start, End: before.bytes + t.end, At: before.points + t.at,
				Text: text[t.start:t.end], Name: c.maybeName(*t), word: t.word, in: in, more: by,
			})
		}
	}
	for _, t := range mine {
		if t.skipped == "" {
			r.Checked++
		}
	}
}

// isForeign reports whether words are none of the program's languages: most are unknown,
// and not for being names, or some have letters that Russian has not.
func isForeign(mine, unknown []*token) bool {
	small, strange := 0, 0
	for _, t := range unknown {
		if isSmall(t.word) {
			small++
		}
		if t.strange {
			strange++
		}
	}
	n := len(mine)
	return n >= fewest && len(unknown)*100 > n*foreignShare(mine[0].script) && small*2 > len(unknown) ||
		n >= fewestStrange && strange*100 > n*strangeShare
}

// strangeShare is how many words of a hundred have letters that Russian has not where a
// paragraph is in another language.
const strangeShare = 8

// skips tells why an unknown word is not held to be misspelt.
func (c *Checker) skips(t token, most script) Reason {
	switch {
	case t.strange:
		return Foreign
	case t.script == latin && most == cyrillic && c.otherLayout(t.word) == "":
		return Foreign
	case isShortened(t):
		return Abbreviation
	case isCapitals(t.word) && utf8.RuneCountInString(t.word) <= longestAbbreviation && c.otherLayout(t.word) == "":
		return Abbreviation
	}
	return ""
}

// longestAbbreviation is how many capitals are an abbreviation rather than a word.
const longestAbbreviation = 6

// isShortened reports whether a full stop may cut a word short: a few letters with no
// vowel at the end.
func isShortened(t token) bool {
	return t.stopped && isSmall(t.word) && utf8.RuneCountInString(t.word) <= 4 && !endsInVowel(t.word)
}

func endsInVowel(word string) bool {
	r, _ := utf8.DecodeLastRuneInString(word)
	return strings.ContainsRune("аеёиоуыэюяaeiouyь", r)
}

// dictionaryOf is the folder's dictionary that has most of the words; nil for none.
func (c *Checker) dictionaryOf(mine []*token) *hunspell.Dictionary {
	for _, d := range c.more {
		found := 0
		for _, t := range mine {
			if d.Has(t.word) {
				found++
			}
		}
		if (len(mine)-found)*100 <= len(mine)*foreignShare(mine[0].script) {
			return d
		}
	}
	return nil
}

// maybeName reports whether an unknown word may be a name: it has a capital, also behind
// its article («аль-Шараа», d'Artagnan), and is no frequent word with a frequent mistake
// where a sentence begins.
func (c *Checker) maybeName(t token) bool {
	if strings.ToLower(t.word) == t.word || c.otherLayout(t.word) != "" {
		return false
	}
	if !t.opens && !isCapitals(t.word) {
		return true
	}
	return !c.isPlainMistake(t)
}

func isSmall(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return !unicode.IsUpper(r)
}

func isCapitals(word string) bool {
	return strings.ToUpper(word) == word && strings.ToLower(word) != word
}
