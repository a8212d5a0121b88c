package find

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/words"
	"communique/editor/wordset"
)

// Look is a word that may have to change because the new subject is of another gender
// or number. It is to be looked at; nothing changes it.
type Look struct {
	Hit
	Word string
}

// Looks finds what agrees with the old in the sentences of changes, in reading order:
// verbs («заявил»), adjectives beside the name («нового», «готов»), what a comma joins
// to it («который», «возглавивший») and, in the sentence after it too, pronouns («его»). It finds
// nothing where both agree alike.
func (s *Substitution) Looks(passages iter.Seq[release.Passage], changes []Change) []Look {
	if s.old == s.new {
		return nil
	}
	byText := map[release.TextID][]Change{}
	for _, c := range changes {
		byText[c.Text] = append(byText[c.Text], c)
	}
	var all []Look
	for p := range passages {
		all = append(all, s.looksIn(p, byText[p.TextID])...)
	}
	return all
}

func (s *Substitution) looksIn(p release.Passage, changes []Change) []Look {
	found := map[int]int{} // where words begin, and end
	hits := make([]around, len(changes))
	w := window{text: p.Text}
	for i, c := range changes {
		start := w.to(c.Start)
		hits[i] = around{p, start, w.to(c.End)}
		for word := range s.agreeing(hits[i]) {
			found[word.start] = word.end
		}
	}
	var starts []int
	for start := range found {
		if !slices.ContainsFunc(hits, func(h around) bool { return h.start <= start && start < h.end }) {
			starts = append(starts, start)
		}
	}
	slices.Sort(starts)
	var all []Look
	c := counter{text: p.Text}
	for _, start := range starts {
		word := p.Text[start:found[start]]
		at := c.at(start)
		all = append(all, Look{Hit{p.TextID, at, at + utf8.RuneCountInString(word)}, word})
	}
	return all
}

// agreeing goes through the words that may agree with a hit.
func (s *Substitution) agreeing(a around) iter.Seq[beside] {
	text := a.passage.Text
	return func(yield func(beside) bool) {
		near := a.before(5)
		if first, _, _ := strings.Cut(strings.ReplaceAll(text[a.start:a.end], "\u00a0", " "), " "); grammar.CasesAfter(first) != nil {
			near = nil // the hit begins with its preposition: what stands before that agrees with something else
		}
		for _, w := range near[:modifiers(near)] {
			if s.differs(w.low) && !yield(w) {
				return
			}
		}
		start, end := sentenceStart(text, a.start), sentenceEnd(text, a.end)
		for w := range words.In(text[start:end]) {
			word := besideOf(text, start+w.Start, start+w.End)
			if (s.isPredicate(word.low) && isLower(text[start:word.start], word) || s.isJoined(text, a, word)) && !yield(word) {
				return
			}
		}
		for w := range words.In(text[a.end:sentenceEnd(text, min(end, len(text)))]) {
			if word := besideOf(text, a.end+w.Start, a.end+w.End); s.isPronoun(word.low) && !yield(word) {
				return
			}
		}
	}
}

// isLower reports a word that is no name: in small letters, or the first of its sentence.
func isLower(before string, word beside) bool {
	return word.text == word.low || strings.TrimSpace(before) == ""
}

// isJoined reports a word behind the comma behind a hit that agrees with it: «который».
func (s *Substitution) isJoined(text string, a around, word beside) bool {
	if word.start < a.end {
		return false
	}
	between := strings.TrimFunc(text[a.end:word.start], unicode.IsSpace)
	return (between == "," || strings.HasPrefix(between, ",") && isPreposition(between[1:])) && isModifier(word.low) && s.differs(word.low)
}

func isPreposition(text string) bool {
	return grammar.CasesAfter(strings.TrimFunc(text, unicode.IsSpace)) != nil
}

// differs reports an adjective that agrees with the old and not with the new.
func (s *Substitution) differs(word string) bool {
	shows := grammar.AdjectiveShows(word)
	return slices.ContainsFunc(shows, func(one grammar.Shown) bool {
		return one.Gender == s.old && !slices.ContainsFunc(shows, func(other grammar.Shown) bool { return other.Gender == s.new && other.Case == one.Case })
	})
}

// isPredicate reports a verb in the past, or a short adjective, that agrees with the old;
// where one is many and the other not, a verb in the present too.
func (s *Substitution) isPredicate(word string) bool {
	active := strings.TrimSuffix(strings.TrimSuffix(word, "сь"), "ся")
	active = words.Fold(active)
	if endingGender(active) != s.old && !s.isPresent(word) || grammar.CasesAfter(word) != nil {
		return false
	}
	forms, stem := words.Known(words.Fold(word)), active
	if s.old != grammar.Masculine {
		_, size := utf8.DecodeLastRuneInString(active)
		stem = active[:len(active)-size]
	}
	if isShort(forms, stem) {
		return true
	}
	if grammar.NounShows(word) != nil || !slices.ContainsFunc(forms, isInfinitive) {
		return false
	}
	her := past(stem) // заявила, смогла
	if active != words.Fold(word) {
		her += "сь"
	}
	return s.isPresent(word) || slices.Contains(forms, her)
}

// past is the feminine of a verb by its masculine, or by its other forms without their
// last letter.
func past(masculine string) string {
	if strings.HasSuffix(masculine, "л") {
		return masculine + "а"
	}
	return masculine + "ла"
}

// isShort reports the forms of an adjective with short ones: готов, готова, готовый.
func isShort(forms []string, stem string) bool {
	return slices.Contains(forms, stem+"а") && slices.ContainsFunc(forms, func(f string) bool {
		ending, ok := strings.CutPrefix(f, stem)
		return ok && slices.Contains([]string{"ый", "ий", "ой", "ный"}, ending)
	})
}

// endingGender is the gender that a verb in the past shows by its last letter.
func endingGender(active string) grammar.Gender {
	switch r, _ := utf8.DecodeLastRuneInString(active); r {
	case 'а':
		return grammar.Feminine
	case 'о':
		return grammar.Neuter
	case 'и', 'ы':
		return grammar.Plural
	}
	return grammar.Masculine
}

// isPresent reports a verb in the present where the number changes.
func (s *Substitution) isPresent(word string) bool {
	if (s.old == grammar.Plural) == (s.new == grammar.Plural) {
		return false
	}
	active := strings.TrimSuffix(word, "ся")
	many := strings.HasSuffix(active, "ут") || strings.HasSuffix(active, "ют") || strings.HasSuffix(active, "ат") || strings.HasSuffix(active, "ят")
	one := strings.HasSuffix(active, "ет") || strings.HasSuffix(active, "ёт") || strings.HasSuffix(active, "ит")
	return s.old == grammar.Plural && many || s.old != grammar.Plural && one
}

// pronouns are those of the third person.
var pronouns = map[grammar.Gender]*wordset.Set{
	grammar.Masculine: wordset.Of("он его ему им нём нем него нему ним сам самого самому самим"),
	grammar.Neuter:    wordset.Of("оно его ему им нём нем него нему ним само самого самому самим"),
	grammar.Feminine:  wordset.Of("она её ее ей ею неё нее ней нею сама саму самой"),
	grammar.Plural:    wordset.Of("они их им ими них ним ними сами самих самим самими"),
}

func (s *Substitution) isPronoun(word string) bool {
	return pronouns[s.old].Has(word) && !pronouns[s.new].Has(word)
}
