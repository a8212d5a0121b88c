package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Gender is the grammatical gender of a person or of a thing that is counted.
type Gender string

// The genders. Neuter is for nouns and numerals only, never for a person;
// Plural is how a verb agrees with what is many.
const (
	Unknown   Gender = ""
	Masculine Gender = "m"
	Feminine  Gender = "f"
	Neuter    Gender = "n"
	Plural    Gender = "pl"
)

// Kind says what a phrase names, and so by which rules it declines.
type Kind string

// The kinds.
const (
	Person       Kind = "person"
	Post         Kind = "post"
	Place        Kind = "place"
	Organisation Kind = "org"
	Phrase       Kind = "phrase" // a topic, an event: nouns that are no name
)

// Declension is a phrase in its six cases, as the engine proposes it.
type Declension struct {
	Phrase string
	Kind   Kind
	// Gender is the gender by which a person was declined; Unknown where the
	// gender makes no difference to the kind.
	Gender Gender
	Forms  Forms
	// Guess says that a word or the gender was not known for certain, so that
	// a person should look at the forms.
	Guess bool
	// ByHouse says that the forms follow the house's usage where another is good
	// as well: Айгуль.
	ByHouse bool
	// Preposition is «в», «во» or «на» for a place, and empty otherwise.
	Preposition string
	// Locative is the form behind the preposition where it is not the
	// Prepositional: «в Крыму», but «о Крыме». Where joins the two.
	Locative string
}

// Decline proposes the six forms of a phrase in the nominative. It takes any
// text: what it does not know gets its likeliest forms with Guess set. An
// unknown kind is guessed by GuessKind, an unknown gender by GenderOf.
func (h House) Decline(kind Kind, gender Gender, phrase string) Declension {
	switch kind {
	case Person:
		return h.DeclinePerson(gender, phrase)
	case Post:
		return h.DeclinePost(phrase)
	case Place:
		return h.DeclinePlace(phrase)
	case Organisation:
		return h.DeclineOrganisation(phrase)
	case Phrase:
		return h.DeclinePhrase(phrase)
	default:
		return h.Decline(GuessKind(phrase), gender, phrase)
	}
}

// six holds the forms of a word in the order of Cases.
type six [6]string

// Places in a six.
const (
	nom = iota
	gen
	dat
	acc
	ins
	prep
)

// forms gives the six as the map that callers keep.
func (s six) forms() Forms {
	return Forms{
		Nominative: s[nom], Genitive: s[gen], Dative: s[dat],
		Accusative: s[acc], Instrumental: s[ins], Prepositional: s[prep],
	}
}

// six gives what callers keep in the order of Cases.
func (f Forms) six() six {
	return six{f[Nominative], f[Genitive], f[Dative], f[Accusative], f[Instrumental], f[Prepositional]}
}

// fixed is a word that is the same in every case.
func fixed(word string) six { return six{word, word, word, word, word, word} }

// parsed is a phrase on its way to being declined: its words as typed and in
// lower case, the space before each, and the lower-case forms found so far.
// Words without forms stay as they are.
type parsed struct {
	raw, low, space []string
	rest            string // the space after the last word
	forms           []six
	guess           bool
	typed           int  // the case in which the phrase was typed
	named           bool // whose post it is stands behind, in full: no word of the post is part of the name
	person          bool // somebody is meant, as the gender that was told says
	namesakes       cached[bool]
	given           [cachedWords]cached[givenName]
	of              [cachedWords]cached[complement]
}

// cachedWords is how many of the first words are looked up once, though asked for often.
const cachedWords = 12

type cached[T any] struct {
	known bool
	value T
}

func (p *parsed) givenAt(i int) givenName {
	if i >= cachedWords {
		return given(p.low[i])
	}
	if c := &p.given[i]; !c.known {
		*c = cached[givenName]{true, given(p.low[i])}
	}
	return p.given[i].value
}

func (p *parsed) complementAt(i int) complement {
	if i >= cachedWords {
		return complementOf(p.low[i])
	}
	if c := &p.of[i]; !c.known {
		*c = cached[complement]{true, complementOf(p.low[i])}
	}
	return p.of[i].value
}

func parse(phrase string) *parsed {
	p := takeApart(phrase)
	p.forms = make([]six, len(p.raw))
	return p
}

// takeApart parses a phrase that is only looked at: there is no room for forms.
func takeApart(phrase string) *parsed {
	n := strings.Count(phrase, " ") + 1
	room := make([]string, 3*n) // one for all three
	p := &parsed{raw: room[:0:n], low: room[n : n : 2*n], space: room[2*n : 2*n : 3*n]}
	small := lower(phrase)
	alike := len(small) == len(phrase) // each word stands where it stood
	start, end := 0, 0                 // of the word; it begins behind the end of the last
	add := func(next int) {
		word, low := phrase[start:next], ""
		if alike {
			low = small[start:next]
		} else {
			low = lower(word)
		}
		p.space, p.raw, p.low = append(p.space, phrase[end:start]), append(p.raw, word), append(p.low, low)
		start, end = next, next
	}
	within := false
	for i := 0; i < len(phrase); {
		space, size := false, len("а")
		if !isRussianAt(phrase, i) {
			r, n := utf8.DecodeRuneInString(phrase[i:])
			space, size = isSpace(r), n
		}
		switch {
		case space && within:
			add(i)
			within = false
		case !space && !within:
			start, within = i, true
		}
		i += size
	}
	if within {
		add(len(phrase))
	}
	p.rest = phrase[end:]
	return p
}

// isSpace is unicode.IsSpace, which looks Cyrillic letters up in a table: no space stands
// between Latin-1 and U+1680.
func isSpace(r rune) bool { return (r <= unicode.MaxLatin1 || r >= '\u1680') && unicode.IsSpace(r) }

// set stores the forms of word i and notes whether they are a guess.
func (p *parsed) set(i int, s six, sure bool) {
	p.forms[i] = s
	p.guess = p.guess || !sure
}

// longestEnding is how much longer a form may be than its word, in bytes.
const longestEnding = 2 * len("ом")

// join puts the words of each case together in the letters of the original.
func (p *parsed) join() six {
	length := len(p.rest)
	for i, word := range p.raw {
		length += len(p.space[i]) + len(word)
		if p.forms[i] != (six{}) {
			length += longestEnding
		}
	}
	var b strings.Builder
	b.Grow(length * len(six{}))
	var ends [len(six{})]int
	for c := range ends {
		for i, word := range p.raw {
			b.WriteString(p.space[i])
			if p.forms[i][c] == "" {
				b.WriteString(word)
				continue
			}
			writeRestored(&b, word, p.low[i], p.forms[i][c])
		}
		b.WriteString(p.rest)
		ends[c] = b.Len()
	}
	var out six
	all, start := b.String(), 0
	for c, end := range ends {
		out[c], start = all[start:end], end
	}
	return out
}
