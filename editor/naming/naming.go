// Package naming finds the people, places and organisations that a text names, and the
// days, as somebody would type them into a field: names in the nominative, days in
// figures. What the registers know is certain; the rest is a guess, and says so.
package naming

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/moment"
	"communique/editor/register"
	"communique/editor/template"
	"communique/editor/words"
)

// Found is something that a text names.
type Found struct {
	Kind template.FieldKind // Person, Place, Organisation or Date
	Text string
	// Guess says that no card and no calendar vouches for it.
	Guess bool
}

// In returns what a text names, each once: first what is certain, then guesses, in the
// order of the text. index is that of the registers. Its time is linear in the length of
// the text, times the number of cards whose words the text has.
func In(house grammar.House, index *register.Index, text string) []Found {
	r := reader{house: house, text: text, words: slices.Collect(words.In(text)), named: map[string][]string{}}
	r.cards(index)
	r.days()
	r.people()
	r.acronyms()
	slices.SortStableFunc(r.found, func(a, b place) int {
		if a.Guess != b.Guess {
			if a.Guess {
				return 1
			}
			return -1
		}
		return a.at - b.at
	})
	var all []Found
	for _, one := range r.found {
		if !slices.ContainsFunc(all, func(f Found) bool { return f.Kind == one.Kind && f.Text == one.Text }) {
			all = append(all, one.Found)
		}
	}
	return all
}

// place is something found, by the words from which to which it goes.
type place struct {
	Found
	at, to int
}

type reader struct {
	house grammar.House
	text  string
	words []words.Word
	found []place
	named map[string][]string // what names were guessed to be
	taken []bool              // the words that belong to something found
}

func (r *reader) add(f Found, from, to int) {
	r.found = append(r.found, place{f, from, to})
	for i := from; i < to; i++ {
		r.taken[i] = true
	}
}

// word is a word as it stands.
func (r *reader) word(i int) string { return r.text[r.words[i].Start:r.words[i].End] }

// between is what stands between a word and the next.
func (r *reader) between(i int) string {
	if i+1 >= len(r.words) {
		return r.text[r.words[i].End:]
	}
	return r.text[r.words[i].End:r.words[i+1].Start]
}

// capital reports a word that begins with one.
func (r *reader) capital(i int) bool {
	first, _ := utf8.DecodeRuneInString(r.word(i))
	return unicode.IsUpper(first)
}

// beginsSentence reports a word with a capital that it may owe to its place.
func (r *reader) beginsSentence(i int) bool {
	if i == 0 {
		return true
	}
	gap := r.between(i - 1)
	return strings.ContainsAny(gap, ".!?…:\n«\"“—–")
}

// cards takes what the registers have, in any of its forms.
func (r *reader) cards(index *register.Index) {
	r.taken = make([]bool, len(r.words))
	kinds := map[grammar.Kind]template.FieldKind{grammar.Person: template.Person, grammar.Place: template.Place, grammar.Organisation: template.Organisation}
	for _, n := range index.Mentions(r.words) {
		several := slices.ContainsFunc(r.found, func(other place) bool { return other.at == n.From && other.to == n.To })
		alone := n.To == n.From+1
		if !several && slices.Contains(r.taken[n.From:n.To], true) || !r.capital(n.From) || alone && grammar.IsGivenName(r.word(n.From)) && r.goesOn(n.To) {
			continue // it is part of a longer name, a word like others, or Vladimir of somebody
		}
		guess := alone && r.beginsSentence(n.From) // «Того, что решено, …»
		r.add(Found{kinds[n.Hit.Kind], n.Hit.Text(), guess || n.Hit.Shared}, n.From, n.To)
	}
}

// longestDate is how many words a day takes at most: «с 30 сентября 2024 по 2 октября 2025».
const longestDate = 8

// days takes the days that are written with their year.
func (r *reader) days() {
	for i := 0; i < len(r.words); i++ {
		for n := min(longestDate, len(r.words)-i); n > 0; n-- {
			text := strings.Trim(r.text[r.words[i].Start:r.words[i+n-1].End], " ")
			from, until, ok := grammar.ParseDates(text)
			if !ok {
				continue
			}
			written := moment.FormatDate(from)
			if from != until {
				written += "–" + moment.FormatDate(until)
			}
			r.add(Found{Kind: template.Date, Text: written}, i, i+n)
			i += n - 1
			break
		}
	}
}

// people guesses at those without a card: a first name and a surname, with a patronymic
// between them, or with the surname before both.
func (r *reader) people() {
	for i := range r.words {
		if r.taken[i] || !r.capital(i) || !grammar.IsGivenName(r.word(i)) {
			continue
		}
		if r.goesOn(i+1) && grammar.IsPatronymic(r.word(i+1)) {
			r.withPatronymic(i)
		} else if r.goesOn(i+1) && r.isSurname(i+1) && !r.isCommon(i) {
			r.guess(i, i+2, r.word(i), r.word(i+1))
		}
	}
}

// withPatronymic guesses at somebody whose first name, before a patronymic, is word i.
func (r *reader) withPatronymic(i int) {
	switch {
	case i > 0 && r.goesOn(i) && r.isSurname(i-1) && !r.isCommon(i-1):
		r.guess(i-1, i+2, r.word(i), r.word(i+1), r.word(i-1))
	case r.goesOn(i+2) && r.isSurname(i+2):
		r.guess(i, i+3, r.word(i), r.word(i+1), r.word(i+2))
	}
}

// guess takes the words from one to another for a name, of which the surname is last in run.
func (r *reader) guess(from, to int, run ...string) {
	whole := strings.Join(run, " ")
	if _, known := r.named[whole]; !known {
		r.named[whole] = nominatives(r.house, run)
	}
	for _, name := range r.named[whole] {
		r.add(Found{template.Person, name, true}, from, to)
	}
}

// isSurname reports a word with a capital that is no common noun («Министр», «Статус») and
// no adjective of many («Вооружённые»). A surname that is one needs a card.
func (r *reader) isSurname(i int) bool {
	word := r.word(i)
	many := strings.HasSuffix(word, "ые") || strings.HasSuffix(word, "ие")
	return !r.taken[i] && r.capital(i) && !isCapitals(word) && !many && grammar.NounShows(word) == nil && !grammar.IsGivenName(word)
}

// isCommon reports a name that may be a word like others, which owes its capital to the
// sentence: «Тема», «Данная», «Уважаемый».
func (r *reader) isCommon(i int) bool {
	return r.beginsSentence(i) && (grammar.NounShows(r.word(i)) != nil || grammar.AdjectiveShows(r.word(i)) != nil)
}

// goesOn reports a word that a name may go on with: it has a capital, and nothing but a
// space before it.
func (r *reader) goesOn(i int) bool {
	return i < len(r.words) && !r.taken[i] && r.capital(i) && strings.Trim(r.between(i-1), " \u00a0") == "" && r.between(i-1) != ""
}

// The lengths of acronyms, in letters: two are too often something else.
const shortestAcronym, longestAcronym = 3, 6

// acronyms guesses that what is written in capitals alone is an organisation.
func (r *reader) acronyms() {
	for i := range r.words {
		word := r.word(i)
		n := utf8.RuneCountInString(word)
		numeral := strings.Trim(word, "IVXLCDMХ") == "" // XXX, in Latin letters or with Cyrillic ones
		if !r.taken[i] && n >= shortestAcronym && n <= longestAcronym && !numeral && isCapitals(word) && !r.shouted(i) {
			r.add(Found{template.Organisation, word, true}, i, i+1)
		}
	}
}

// shouted reports a word among others in capitals, which say nothing there.
func (r *reader) shouted(i int) bool {
	return i > 0 && isCapitals(r.word(i-1)) || i+1 < len(r.words) && isCapitals(r.word(i+1))
}

func isCapitals(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}
