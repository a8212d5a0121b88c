package find

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/words"
)

// slot is the place of a form in a paradigm. Of a noun in the singular, and of a name,
// it has no gender.
type slot = grammar.Shown

// locative is a place's form behind its preposition: «в Крыму», where the
// prepositional is «о Крыме».
const locative grammar.Case = "loc"

// pairing is one way to write the old with what takes its place, form by form.
type pairing struct {
	old, new map[slot]string
	guessed  bool   // the grammar is not sure of the new forms
	reason   Reason // why all that it puts is a guess
	loose    int    // so many words at the beginning may have small letters: a post
	name     part   // what of a person's name it is
	from, to string // the prepositions of two places
	exact    bool   // the words need no capitals of their own
}

// part is what of a name is written, where the rest of it may stand beside.
type part int

const (
	whole      part = iota
	surname         // alone
	openBehind      // ends in a first name or its initial, behind which another part may follow
	noSurname       // a first name and a patronymic
)

// What stands in the pattern of a name for any patronymic, and for the initial of one: words
// that no text has.
const (
	anyFather  = "ъъъ"
	anyInitial = "ъъ"
)

func isPatronymic(word string) bool {
	return unicode.IsUpper(firstLetter(word)) && grammar.IsPatronymic(word)
}

func isInitial(word string) bool {
	return utf8.RuneCountInString(word) == 1 && unicode.IsUpper(firstLetter(word))
}

// entry is a form of the old.
type entry struct {
	pairing *pairing
	text    string
	phrase  phrase
	slots   []slot
}

// index finds the forms of pairings.
type index struct {
	byFirst map[string][]entry // by the first word, or sign
	starts  starts
}

func newIndex(pairings []pairing) index {
	x := index{byFirst: map[string][]entry{}}
	var letters []rune
	for i := range pairings {
		for _, e := range pairings[i].entries() {
			first := e.phrase[0].key()
			x.byFirst[first] = append(x.byFirst[first], e)
			letters = append(letters, e.phrase.first()...)
		}
	}
	x.starts = startsOf(shown, unique(letters)...)
	return x
}

// key is the word, of which there is one, or the sign.
func (t token) key() string {
	for form := range t.forms {
		return form
	}
	return string(t.sign)
}

// entries are the forms of the old, each once.
func (p *pairing) entries() []entry {
	var all []entry
	for _, s := range slices.SortedFunc(maps.Keys(p.old), compareSlots) {
		text := p.old[s]
		if i := slices.IndexFunc(all, func(e entry) bool { return e.text == text }); i >= 0 {
			all[i].slots = append(all[i].slots, s)
			continue
		}
		if ph := phraseOf(text, func(folded string) []string { return []string{folded} }); ph != nil {
			p.dress(ph, text)
			all = append(all, entry{p, text, ph, []slot{s}})
		}
	}
	return all
}

// dress asks for the capitals that a name has to have.
func (p *pairing) dress(ph phrase, text string) {
	if p.exact {
		return
	}
	n, i := 0, 0
	for w := range words.In(text) {
		if w.Folded == "" {
			continue
		}
		for ph[i].forms == nil {
			i++
		}
		word := text[w.Start:w.End]
		switch word {
		case anyFather:
			ph[i].like = isPatronymic
		case anyInitial:
			ph[i].like = isInitial
		}
		if n >= p.loose {
			ph[i].proper = unicode.IsUpper(firstLetter(word))
			if capitalsOf(word) == allCapital && utf8.RuneCountInString(word) > 1 {
				ph[i].capitals = allCapital
			}
		}
		n, i = n+1, i+1
	}
}

func compareSlots(a, b slot) int {
	order := func(s slot) int {
		c := slices.Index(grammar.Cases(), s.Case)
		if s.Case == locative {
			c = len(grammar.Cases())
		}
		if s.Animate {
			c += 10
		}
		return c + 100*slices.Index([]grammar.Gender{grammar.Unknown, grammar.Masculine, grammar.Feminine, grammar.Neuter, grammar.Plural}, s.Gender)
	}
	return order(a) - order(b)
}

// at returns the longest form that begins at a place of a text, and where it ends;
// false where none does.
func (x index) at(text string, at int, prose bool) (found entry, end int, ok bool) {
	var buffer [64]byte
	folded, _ := readWord(buffer[:0], text, at)
	if len(folded) == 0 {
		r, _ := shown.letter(text, at)
		folded = utf8.AppendRune(folded, r)
	}
	for _, e := range x.byFirst[string(folded)] {
		if to := e.phrase.match(text, at, prose); to > end && !isLongerName(text, at, to) {
			found, end, ok = e, to, true
		}
	}
	return found, end, ok
}

// isLongerName reports whether a hyphen makes a piece of a text a part of another
// name: «Образцов-Пробный», «Ростов-на-Дону».
func isLongerName(text string, start, end int) bool {
	isHyphen := func(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }
	if before, size := utf8.DecodeLastRuneInString(text[:start]); isHyphen(before) && words.IsPart(runeBefore(text, start-size)) {
		return true
	}
	behind, size := utf8.DecodeRuneInString(text[end:])
	return isHyphen(behind) && words.IsPart(runeBehind(text, end+size))
}

// formsIn are six forms as slots.
func formsIn(forms grammar.Forms, gender grammar.Gender) map[slot]string {
	all := map[slot]string{}
	for _, c := range grammar.Cases() {
		all[slot{Gender: gender, Case: c}] = forms[c]
	}
	return all
}

// dressed gives a form that is put the capitals and the spaces of what it replaces:
// canonical is the old form as it is written where nothing changes its capitals.
func dressed(before, canonical, put string) string {
	switch was := capitalsOf(canonical); {
	case capitalsOf(before) == allCapital && was != allCapital && utf8.RuneCountInString(before) > 1:
		put = strings.ToUpper(put)
	case capitalsOf(before) == small && was != small:
		put = lowered(put)
	default:
		first, usual := firstLetter(before), firstLetter(canonical)
		switch {
		case unicode.IsLower(first) && unicode.IsUpper(usual) && capitalsOf(firstWord(put)) == capitalised:
			put = withFirst(put, unicode.ToLower)
		case unicode.IsUpper(first) && unicode.IsLower(usual):
			put = withFirst(put, unicode.ToUpper)
		}
	}
	return spaced(before, put)
}

func firstWord(text string) string {
	for _, word := range spacedWords(text) {
		if firstLetter(word) != 0 {
			return word
		}
	}
	return ""
}

// spaced gives words the white space of others: where they have as many words the
// same in each place, and else the same behind initials.
func spaced(before, put string) string {
	old, gaps := gapsOf(before), gapsOf(put)
	var b strings.Builder
	at := 0
	for i, gap := range gaps {
		b.WriteString(put[at:gap.start])
		at = gap.end
		switch {
		case len(old) == len(gaps):
			b.WriteString(before[old[i].start:old[i].end])
		default:
			b.WriteString(likeInitial(before, old, put, gap))
		}
	}
	return b.String() + put[at:]
}

// likeInitial is the space behind the initials of before, where the gap is one.
func likeInitial(before string, old []gap, put string, one gap) string {
	if one.initial {
		for _, g := range slices.Backward(old) {
			if g.initial {
				return before[g.start:g.end]
			}
		}
	}
	return put[one.start:one.end]
}

// gap is where one word ends and another begins, with only white space or, behind an
// initial, nothing between them.
type gap struct {
	start, end int // bytes
	initial    bool
}

func gapsOf(text string) []gap {
	var all []gap
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		end := at
		for end < len(text) {
			s, n := utf8.DecodeRuneInString(text[end:])
			if !unicode.IsSpace(s) {
				break
			}
			end += n
		}
		switch {
		case end > at:
			all = append(all, gap{at, end, strings.HasSuffix(text[:at], ".")})
			at = end
		case r == '.' && at+size < len(text) && unicode.IsLetter(firstRune(text[at+size:])):
			all = append(all, gap{at + size, at + size, true})
			at += size
		default:
			at += size
		}
	}
	return all
}

func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}
