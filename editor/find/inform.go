package find

import (
	"iter"
	"strings"
	"unicode"

	"communique/editor/grammar"
	"communique/editor/plain"
	"communique/editor/release"
)

// InForm proposes, for a query in every form, the new words in the form of each hit:
// its case and number, or an adjective's gender. Both are nouns with what belongs to
// them («министр», «глава ведомства»), adjectives, or names, in the nominative. A hit of
// which that is not so, such as a verb's, gets the words as they were typed, and the reason.
func (q *Query) InForm(passages iter.Seq[release.Passage], house grammar.House, with Replacement) []Change {
	with.Words = plain.Line(with.Words)
	pairings := paradigms(house, strings.TrimSpace(q.typed), strings.TrimSpace(with.Words))
	s := Substitution{index: newIndex(pairings)}
	isPerson := grammar.GuessKind(q.typed) != grammar.Place
	var all []Change
	for p := range passages {
		w := window{text: p.Text}
		for _, h := range q.InPassage(p) {
			start := w.to(h.Start)
			s.isPerson = isPerson
			all = append(all, s.inForm(around{p, start, w.to(h.End)}, h, with))
		}
	}
	return all
}

func (s *Substitution) inForm(a around, h Hit, with Replacement) Change {
	before := a.passage.Text[a.start:a.end]
	e, end, ok := s.index.at(a.passage.Text, a.start, isProse(a.passage))
	if !ok || end != a.end {
		after := with.Words
		if with.LikeCase {
			after = LikeCase(before, after)
		}
		return Change{Hit: h, Before: before, After: after, Reason: NoSuchForm}
	}
	one := s.propose(a, e)
	h.Start -= len([]rune(a.passage.Text[one.start:a.start]))
	c := Change{Hit: h, Before: one.before, After: one.after[0], Others: one.after[1:], Reason: one.reason}
	if one.reason == NoSuchForm {
		c.After = with.Words
	}
	return c
}

// paradigms are the forms of the old words with those of the new: as nouns, as
// adjectives, as names; none where they are different things.
func paradigms(house grammar.House, old, with string) []pairing {
	if mine, ok := grammar.AdjectiveForms(old); ok {
		if theirs, ok := grammar.AdjectiveForms(with); ok {
			return []pairing{{old: mine, new: theirs, exact: true}}
		}
	}
	mine, theirs := declined(house, old), declined(house, with)
	return pairs(nil, mine, theirs, pairing{exact: true})
}

// declined are the forms of a phrase in the nominative, in both numbers where a noun of
// the dictionary has both.
func declined(house grammar.House, phrase string) form {
	kind := grammar.GuessKind(phrase)
	if first := firstLetter(phrase); kind == grammar.Person && unicode.IsLower(first) {
		kind = grammar.Phrase
	}
	d := house.Decline(kind, grammar.Unknown, phrase)
	f := form{formsIn(d.Forms, grammar.Unknown), d.Guess}
	if many, ok := grammar.PluralOf(phrase); ok && kind != grammar.Person && kind != grammar.Place {
		for s, text := range formsIn(many, grammar.Plural) {
			f.forms[s] = house.Spell(kind, text)
		}
	}
	return f
}
