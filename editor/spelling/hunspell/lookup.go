package hunspell

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// part is where in a compound a piece stands.
type part int

const (
	alone part = iota
	first
	middle
	last
)

// Has reports whether a word is spelt as the dictionary has it; parted by what the
// dictionary parts words at, whether each piece is. Words of more than a hundred
// letters are not looked up: it has none.
func (d *Dictionary) Has(word string) bool {
	if utf8.RuneCountInString(word) > maxLetters {
		return false
	}
	word = d.normal(word)
	return word != "" && d.query().hasBroken(word, 0)
}

// maxSteps bounds what one question costs, whatever the dictionary holds: the affixes
// that are tried, and the ways to cut a compound. Russian words take some 20, Kazakh
// ones up to 5,000.
const maxSteps = 100_000

// query is one question put to a dictionary.
type query struct {
	*Dictionary
	left int // steps
}

func (d *Dictionary) query() *query { return &query{d, maxSteps} }

// step reports whether the question may go on.
func (q *query) step() bool {
	q.left--
	return q.left > 0
}

// normal is a word as the dictionary's own are written.
func (d *Dictionary) normal(word string) string {
	if len(d.rules.inputPairs) > 0 {
		word = d.rules.input.Replace(word)
	}
	return without(word, d.rules.ignored)
}

func without(word, letters string) string {
	if letters == "" {
		return word
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(letters, r) {
			return -1
		}
		return r
	}, word)
}

// maxBreaks is how many times a word is parted.
const maxBreaks = 8

func (q *query) hasBroken(word string, depth int) bool {
	found, forbidden := q.hasCased(word)
	if found || forbidden || depth >= maxBreaks {
		return found
	}
	for _, at := range q.rules.breaks {
		pieces := broken(word, at)
		known := func(piece string) bool { return piece != "" && q.hasBroken(piece, depth+1) }
		if pieces != nil && !slices.ContainsFunc(pieces, func(piece string) bool { return !known(piece) }) {
			return true
		}
	}
	return false
}

// broken are the pieces of a word that has a sign of BREAK: ^ at its start and $ at its end
// stand for the word's; nil where it has none.
func broken(word, at string) []string {
	var rest string
	var ok bool
	switch {
	case strings.Trim(at, "^$") == "":
		return nil
	case at[0] == '^':
		rest, ok = strings.CutPrefix(word, at[1:])
	case strings.HasSuffix(at, "$"):
		rest, ok = strings.CutSuffix(word, at[:len(at)-1])
	default:
		before, after, found := strings.Cut(word, at)
		if !found {
			return nil
		}
		return []string{before, after}
	}
	if !ok {
		return nil
	}
	return []string{rest}
}

// hasCased looks a word up as it is written, and in small letters where it has a
// capital at its start or nothing else.
func (q *query) hasCased(word string) (found, forbidden bool) {
	if found, forbidden = q.has(word, true); found || forbidden {
		return found, forbidden
	}
	r, size := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(r) {
		return false, false
	}
	low := strings.ToLower(word)
	switch {
	case strings.ToLower(word[size:]) == word[size:]:
		return q.has(low, false)
	case strings.ToUpper(word) == word:
		if found, forbidden = q.has(low, false); found || forbidden {
			return found, forbidden
		}
		_, size = utf8.DecodeRuneInString(low)
		return q.has(strings.ToUpper(low[:size])+low[size:], false)
	}
	return false, false
}

// has looks a word up in just this case; exact says that it is written so.
func (q *query) has(word string, exact bool) (found, forbidden bool) {
	found = q.analyse(word, func(entry flags, taken taken) bool {
		fits := q.fits(entry, taken, alone)
		forbidden = fits && entry.has(q.rules.forbidden)
		return fits && (forbidden || exact || !entry.has(q.rules.keepCase))
	})
	if forbidden {
		return false, true
	}
	found = found || q.isCompound(word)
	return found && q.left > 0, false // what was not looked through is not known
}

// taken are the affixes that were taken off a word to find its entry: the suffix next
// to it is the inner one.
type taken struct{ prefix, inner, outer *affix }

// analyse goes through the entries that a word may be a form of, until visit says that
// it has seen enough, or the question has cost enough.
func (q *query) analyse(word string, visit func(flags, taken) bool) bool {
	at := func(stem string, t taken) bool {
		for _, entry := range q.words[stem] {
			if !q.step() || visit(entry, t) {
				return true
			}
		}
		return false
	}
	suffixed := func(word string, prefix *affix) bool {
		if at(word, taken{prefix: prefix}) {
			return true
		}
		return q.rules.offEnd(word, func(outer *affix, before string) bool {
			if !q.step() {
				return true
			}
			if at(before, taken{prefix: prefix, inner: outer}) {
				return true
			}
			return q.rules.offEnd(before, func(inner *affix, stem string) bool {
				return !q.step() || inner.more.has(outer.flag) && at(stem, taken{prefix, inner, outer})
			})
		})
	}
	return suffixed(word, nil) || q.rules.offStart(word, func(prefix *affix, before string) bool { return suffixed(before, prefix) })
}

// fits reports whether an entry takes the affixes that were taken off, in that part
// of a word.
func (d *Dictionary) fits(entry flags, t taken, where part) bool {
	r := &d.rules
	if where == alone && (entry.has(r.compound.only) || t.has(r.compound.only)) || t.prefix == nil && t.inner == nil && entry.has(r.needAffix) {
		return false
	}
	outermost := t.outer
	if outermost == nil {
		outermost = t.inner
	}
	return t.goOn(entry) && d.around(t.prefix, outermost) && !needsMore(r.needAffix, t)
}

// goOn reports whether an entry takes the affixes, and they one another.
func (t taken) goOn(entry flags) bool {
	switch {
	case t.inner != nil && !entry.has(t.inner.flag) && (t.prefix == nil || !t.prefix.more.has(t.inner.flag)):
		return false
	case t.outer != nil && !t.inner.more.has(t.outer.flag):
		return false
	case t.prefix != nil && !entry.has(t.prefix.flag) && (t.inner == nil || !t.inner.more.has(t.prefix.flag)):
		return false
	case t.prefix != nil && t.inner != nil && (!t.prefix.cross || !t.inner.cross):
		return false
	}
	return true
}

// around reports whether affixes that stand only around a word do.
func (d *Dictionary) around(prefix, suffix *affix) bool {
	circumfix := d.rules.circumfix
	before, behind := prefix != nil && prefix.more.has(circumfix), suffix != nil && suffix.more.has(circumfix)
	return before == behind
}

// needsMore reports whether an affix is none to end with, and nothing came after it.
func needsMore(need flag, t taken) bool {
	switch {
	case t.outer != nil:
		return t.outer.more.has(need)
	case t.inner != nil && t.inner.more.has(need):
		return t.prefix == nil || t.prefix.more.has(need)
	}
	return t.inner == nil && t.prefix != nil && t.prefix.more.has(need)
}

// has reports whether one of the affixes carries a flag.
func (t taken) has(f flag) bool {
	for _, x := range []*affix{t.prefix, t.inner, t.outer} {
		if x != nil && x.more.has(f) {
			return true
		}
	}
	return false
}
