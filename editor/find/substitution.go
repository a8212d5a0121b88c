package find

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// Subject is whom or what a text names: one of the three.
type Subject struct {
	Person       *register.Person
	Place        *register.Place
	Organisation *register.Organisation
}

// Named is the subject of a kind that has a name in the nominative; a person's may
// have a post before it. It is the registers' card where they have one.
func Named(kind grammar.Kind, name string, known register.Registers) Subject {
	switch name = register.Line(name); kind {
	case grammar.Place:
		p, ok := known.Place(name)
		if !ok {
			p.Name = name
		}
		return Subject{Place: &p}
	case grammar.Organisation:
		o, ok := known.Organisation(name)
		if !ok {
			o.Name = name
		}
		return Subject{Organisation: &o}
	default:
		typed, card, ok := known.Read(name)
		if !ok {
			card = typed
		}
		return Subject{Person: &card}
	}
}

// Substitution puts one subject in the place of another, in every case and in each of
// the ways in which texts write it.
type Substitution struct {
	pairings []pairing
	index    index
	isPerson bool
	old, new grammar.Gender // by which other words agree
}

// NewSubstitution prepares the substitution of one subject by another. People have
// the posts of a day; the zero day asks for those that hold still.
func NewSubstitution(house grammar.House, day release.Date, old, with Subject) *Substitution {
	w := writer{house: house, day: day}
	s := &Substitution{isPerson: old.Person != nil, old: w.gender(old), new: w.gender(with)}
	s.pairings = w.pairings(old, with)
	s.index = newIndex(s.pairings)
	return s
}

// Changes proposes what to put in the place of each name of the old in passages, and
// takes about a tenth of a millisecond for each: too long for the window's goroutine. Where
// the preposition before it changes too («о Минске», «об Астане»), the hit begins with it.
func (s *Substitution) Changes(passages iter.Seq[release.Passage]) []Change {
	var all []Change
	for p := range passages {
		all = append(all, s.in(p)...)
	}
	return all
}

func (s *Substitution) in(p release.Passage) []Change {
	var all []Change
	c := counter{text: p.Text}
	for at := 0; ; {
		if at = s.index.starts.next(p.Text, at); at >= len(p.Text) {
			return all
		}
		e, end, ok := s.index.at(p.Text, at, isProse(p))
		if !ok {
			_, size := utf8.DecodeRuneInString(p.Text[at:])
			at += size
			continue
		}
		a := around{p, at, end}
		at = end
		if e.pairing.name != whole && a.isOfAnother(e.pairing.name) {
			continue
		}
		one := s.propose(a, e)
		start := c.at(one.start)
		all = append(all, Change{Hit: Hit{p.TextID, start, start + utf8.RuneCountInString(one.before)}, Before: one.before, After: one.after[0], Others: one.after[1:], Reason: one.reason})
	}
}

// isOfAnother reports a part of a name that belongs to somebody else: beside it stand
// other parts, which are not the old one's, or they would be in the hit.
func (a around) isOfAnother(name part) bool {
	next, followed := a.behind()
	if followed && name == noSurname {
		return capitalsOf(next.text) != small && !grammar.IsTitleNoun(next.low) && unicode.IsLetter(firstLetter(next.text))
	}
	if followed && (isOwnName(next.text) || isInitial(next.text) && strings.HasPrefix(a.passage.Text[next.end:], ".")) {
		return true
	}
	near := a.before(1)
	return name == surname && (len(near) > 0 && isOwnName(near[0].text) || a.isBehindInitial())
}

// isBehindInitial reports a stop before the piece, and before that a single capital letter.
func (a around) isBehindInitial() bool {
	before, stop := strings.CutSuffix(strings.TrimRightFunc(a.passage.Text[:a.start], unicode.IsSpace), ".")
	letter, size := utf8.DecodeLastRuneInString(before)
	if !stop || !unicode.IsUpper(letter) {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(before[:len(before)-size])
	return !unicode.IsLetter(r)
}

func isOwnName(word string) bool {
	return unicode.IsUpper(firstLetter(word)) && grammar.IsGivenName(word) && grammar.CasesAfter(word) == nil
}

// proposal is what to put in the place of a piece of a text, before a Hit counts it.
type proposal struct {
	start  int // bytes
	before string
	after  []string
	reason Reason
}

// propose puts the new into the case of a hit.
func (s *Substitution) propose(a around, e entry) proposal {
	slots, near := e.slots, a.before(1)
	if e.pairing.from != "" {
		slots = placed(slots, near)
	}
	slots, fits := a.read(s.isPerson).among(slots)
	before, guessed := a.passage.Text[a.start:a.end], false
	out := proposal{start: a.start, before: before}
	for _, one := range slots {
		put := a.put(e, one, near)
		if put == "" {
			continue
		}
		guessed = guessed || e.pairing.guessed && one.Case != grammar.Nominative
		if !slices.Contains(out.after, put) {
			out.after = append(out.after, put)
		}
	}
	if len(out.after) == 0 {
		return proposal{a.start, before, []string{before}, NoSuchForm}
	}
	out.reason = a.reason(e.pairing, guessed)
	if e.pairing.name == surname && a.isWhere(slots) {
		out.reason = Somewhere
	}
	if len(out.after) > 1 || !fits || a.isCounted() {
		out.reason = UnknownCase
	}
	return out.withPreposition(a, near)
}

// reason is why a form that is the only one may still be wrong.
func (a around) reason(p *pairing, guessed bool) Reason {
	switch {
	case p.reason != Sure:
		return p.reason
	case guessed:
		return GuessedForm
	case (p.name == surname || p.name == noSurname) && a.isBesideName():
		return SomebodyElse
	}
	return Sure
}

// put is the new form for a slot, behind the word before the hit as that has to be; ""
// where there is no such form.
func (a around) put(e entry, one slot, near []beside) string {
	text, put := a.passage.Text, e.pairing.new[one]
	if put == "" {
		return ""
	}
	put = dressed(text[a.start:a.end], e.text, put)
	if len(near) == 0 {
		return put
	}
	return e.pairing.preposition(near[0].text, text[near[0].start:near[0].end], one, put) + text[near[0].end:a.start] + put
}

// withPreposition takes the word before a hit into it where that changes too, and
// leaves it out of what is put where it does not.
func (p proposal) withPreposition(a around, near []beside) proposal {
	if len(near) == 0 {
		return p
	}
	stays := a.passage.Text[near[0].start:a.start]
	if slices.ContainsFunc(p.after, func(after string) bool { return !strings.HasPrefix(after, stays) }) {
		p.start, p.before = near[0].start, stays+p.before
		return p
	}
	for i := range p.after {
		p.after[i] = p.after[i][len(stays):]
	}
	return p
}

// isBesideName reports a word with a capital letter before a surname that is neither a
// sentence's first, nor a word of the dictionary: it may be somebody's first name.
func (a around) isBesideName() bool {
	near := a.before(1)
	if len(near) == 0 {
		return false
	}
	w := near[0]
	return capitalsOf(w.text) == capitalised && grammar.NounShows(w.low) == nil && grammar.AdjectiveShows(w.low) == nil && grammar.CasesAfter(w.low) == nil &&
		strings.TrimSpace(a.passage.Text[sentenceStart(a.passage.Text, w.start):w.start]) != ""
}

// isWhere reports a surname that stands where a place does: behind «в» or «на» in the
// prepositional, behind «из», or behind a noun or a sign for places.
func (a around) isWhere(slots []slot) bool {
	near := a.before(5)
	near = near[modifiers(near):]
	switch {
	case a.withoutPlaceSign().start < a.start:
		return true
	case len(near) == 0:
		return false
	case near[0].low == "из" || near[0].low == "изо" || isPlaceNoun(near[0].low):
		return true
	}
	return isInOrOn(near[0].low) && !slices.ContainsFunc(slots, func(s slot) bool { return s.Case != grammar.Prepositional })
}

// isInOrOn reports the prepositions behind which a place has its locative.
func isInOrOn(word string) bool { return word == "в" || word == "во" || word == "на" }

// isCounted reports figures before a piece, which may ask for a form of their own: «5
// человек».
func (a around) isCounted() bool {
	near := a.before(1)
	return len(near) > 0 && strings.Trim(near[0].text, "0123456789") == "" && !strings.HasSuffix(near[0].text, "1")
}

// among returns the slots whose cases the reading has, the likelier first; where it has none
// of theirs all of them, and false where a preposition asks for another («в году»).
func (r reading) among(slots []slot) (kept []slot, fits bool) {
	kept = slices.DeleteFunc(slices.Clone(slots), func(s slot) bool { return !slices.Contains(r.cases, caseOf(s)) })
	fits = len(kept) > 0 || !r.governed
	if len(kept) == 0 {
		kept = slices.Clone(slots)
	}
	if genitive := slices.IndexFunc(kept, func(s slot) bool { return s.Case == grammar.Genitive }); r.owned && genitive >= 0 && !slices.ContainsFunc(kept, func(s slot) bool { return s.Case == grammar.Nominative }) {
		return kept[genitive : genitive+1], fits
	}
	slices.SortStableFunc(kept, func(a, b slot) int { return slices.Index(r.order, caseOf(a)) - slices.Index(r.order, caseOf(b)) })
	return kept, fits
}

func caseOf(s slot) grammar.Case {
	if s.Case == locative {
		return grammar.Prepositional
	}
	return s.Case
}

// placed leaves of a place's slots the locative behind «в» and «на», and the
// prepositional anywhere else.
func placed(slots []slot, near []beside) []slot {
	unwanted := locative
	if len(near) > 0 && isInOrOn(near[0].low) {
		unwanted = grammar.Prepositional
	}
	kept := slices.DeleteFunc(slices.Clone(slots), func(s slot) bool { return s.Case == unwanted })
	if len(kept) == 0 {
		return slots
	}
	return kept
}

// preposition is the one before what is put; any other word stays as it is written.
func (p *pairing) preposition(word, written string, s slot, put string) string {
	before := word
	if to, ok := swaps[swap{p.from, p.to, strings.ToLower(word), caseOf(s)}]; ok {
		word = LikeCase(word, to)
	}
	if grammar.CasesAfter(word) != nil {
		word = grammar.PrepositionBefore(word, put)
	}
	if word == before {
		return written
	}
	return word
}

// swap is a preposition in a case before a place that takes one of «в» and «на», where
// another that takes the other comes.
type swap struct {
	from, to, preposition string
	c                     grammar.Case
}

// swaps are what such prepositions become: where, whither and whence.
var swaps = map[swap]string{
	{"на", "в", "на", grammar.Accusative}:    "в",
	{"на", "в", "на", grammar.Prepositional}: "в",
	{"на", "в", "с", grammar.Genitive}:       "из",
	{"на", "в", "со", grammar.Genitive}:      "из",
	{"в", "на", "в", grammar.Accusative}:     "на",
	{"в", "на", "во", grammar.Accusative}:    "на",
	{"в", "на", "в", grammar.Prepositional}:  "на",
	{"в", "на", "во", grammar.Prepositional}: "на",
	{"в", "на", "из", grammar.Genitive}:      "с",
	{"в", "на", "изо", grammar.Genitive}:     "с",
}
