package spelling

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/spelling/hunspell"
)

// Check looks a text up, paragraph by paragraph: each may be in a language of its own.
// Its time is linear in the text's length.
func (c *Checker) Check(text string) Report { return c.CheckIn("", text) }

// CheckIn is Check of a text from a release in a language, a BCP 47 tag; "" for one that
// is not known. What is in another language than the program's and the folder's is not
// looked up; a Russian or English paragraph in it is.
func (c *Checker) CheckIn(language, text string) Report {
	r := Report{Skipped: map[Reason]int{}}
	var before place
	for paragraph := range strings.Lines(text) {
		c.paragraph(language, paragraph, before, &r)
		before.bytes += len(paragraph)
		before.points += utf8.RuneCountInString(paragraph)
	}
	return r
}

// place is what of a text stands before a paragraph.
type place struct{ bytes, points int }

func (c *Checker) paragraph(language, text string, before place, r *Report) {
	all, told := tokens(text), len(r.Misspelt)
	most := mostly(all)
	for _, in := range []script{cyrillic, latin} {
		c.words(language, text, all, in, most, before, r)
	}
	for _, t := range all {
		if t.skipped != "" {
			r.Skipped[t.skipped]++
		}
	}
	sortByPlace(r.Misspelt[told:])
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

// words looks up the words of one alphabet in a paragraph. Latin words between Cyrillic
// ones are names and terms of any language: only what was typed with the wrong keyboard
// layout is told of them.
func (c *Checker) words(language, text string, all []token, in, most script, before place, r *Report) {
	mine, unknown := c.lookedUp(language, all, in)
	var by *hunspell.Dictionary
	if isForeign(language, mine, unknown) {
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

// lookedUp are the words of one alphabet that are checked, and those of them that nobody knows.
func (c *Checker) lookedUp(language string, all []token, in script) (mine, unknown []*token) {
	for i := range all {
		t := &all[i]
		if t.slipped = language == "en" && in == latin && c.isSlipOfShift(*t); t.slipped {
			t.skipped = ""
		}
		if t.skipped != "" || t.script != in {
			continue
		}
		mine = append(mine, t)
		if t.slipped || !c.knows(t.word, in) && !isWithinName(all, i) {
			unknown = append(unknown, t)
		}
	}
	return mine, unknown
}

// isSlipOfShift reports whether a word of the English dictionary has a capital too many, or one in
// the wrong place: "MUseum", "muSeum". Names of firms are no words in small letters.
func (c *Checker) isSlipOfShift(t token) bool {
	const shortest = 5 // letters
	word, low := t.word, strings.ToLower(t.word)
	if t.skipped != Mixed || c.own.has(word) || len(word) < shortest || c.english.words.Find(low) == 0 && c.english.words.Find(titled(low)) == 0 {
		return false
	}
	first := strings.ToUpper(low[:2]) + low[2:]
	one := strings.IndexFunc(word, unicode.IsUpper)
	return word == first || one > 0 && low == word[:one]+low[one:one+1]+word[one+1:]
}

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

// maybeName reports whether an unknown word may be a name: it has a capital, also behind
// its article («аль-Шараа», d'Artagnan), and is no frequent word with a frequent mistake
// where a sentence begins.
func (c *Checker) maybeName(t token) bool {
	if t.slipped || strings.ToLower(t.word) == t.word || c.otherLayout(t.word) != "" {
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
