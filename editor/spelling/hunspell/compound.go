package hunspell

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// compounding is how words are put together.
type compounding struct {
	anywhere, begin, middle, end  flag
	only, permit, forbid          flag
	shortest                      int // letters of a piece
	most                          int // pieces; 0 for any number
	noDouble, noCapital, noTriple bool
	noReplaced                    bool // no compound that a word by REP is
	rules                         [][]ruleStep
	ruled                         flags // those that stand in rules
}

// ruleStep is a piece of a COMPOUNDRULE: a flag, and how often it may come.
type ruleStep struct {
	flag          flag
	none, several bool
}

// maxPieces is how many pieces a compound has at most.
const maxPieces = 12

func newCompounding() compounding { return compounding{shortest: 3} }

func (c *compounding) isUsed() bool {
	return c.anywhere != none || c.begin != none || c.end != none || len(c.rules) > 0
}

// addRule reads a rule: flags, with ? for once or not at all and * for any number.
// Flags of more than one letter stand in brackets.
func (c *compounding) addRule(t flagType, text string) bool {
	var rule []ruleStep
	for text != "" {
		var name string
		switch {
		case text[0] == '(':
			end := strings.IndexByte(text, ')')
			if end < 0 {
				return false
			}
			name, text = text[1:end], text[end+1:]
		case t == letters:
			_, size := utf8.DecodeRuneInString(text)
			name, text = text[:size], text[size:]
		default:
			return false
		}
		list := t.parse(name)
		if len(list) != 1 {
			return false
		}
		step := ruleStep{flag: list[0]}
		if rest, ok := strings.CutPrefix(text, "*"); ok {
			step.none, step.several, text = true, true, rest
		} else if rest, ok := strings.CutPrefix(text, "?"); ok {
			step.none, text = true, rest
		}
		rule = append(rule, step)
		c.ruled = append(c.ruled, step.flag)
	}
	if len(rule) > 0 {
		c.rules = append(c.rules, rule)
	}
	return len(rule) > 0
}

// isCompound reports whether a word is put together from others.
func (q *query) isCompound(word string) bool {
	c := &q.rules.compound
	if !c.isUsed() || utf8.RuneCountInString(word) < 2*c.shortest {
		return false
	}
	if !q.rest(word, nil) && !q.byRule(word, nil) {
		return false
	}
	return !c.noReplaced || !q.isReplaced(word)
}

// isReplaced reports whether a word is a mistake for another by REP.
func (q *query) isReplaced(word string) bool {
	found := false
	q.replacements(word, func(other string) bool {
		found = !strings.Contains(other, " ") && q.analyse(other, func(entry flags, t taken) bool { return q.fits(entry, t, alone) })
		return !found
	})
	return found
}

// cuts goes through the ways to cut a first piece off; the last is the whole.
func (q *query) cuts(word string, visit func(piece, rest string) bool) bool {
	shortest, n := q.rules.compound.shortest, 0
	for at := range word {
		if n >= shortest && utf8.RuneCountInString(word[at:]) >= shortest {
			if !q.step() {
				return false
			}
			if visit(word[:at], word[at:]) {
				return true
			}
		}
		n++
	}
	return n >= shortest && visit(word, "")
}

// rest reports whether what is left of a word is made of pieces by their flags.
func (q *query) rest(word string, before []string) bool {
	c := &q.rules.compound
	if c.anywhere == none && c.begin == none || len(before) >= maxPieces || c.most > 0 && len(before) >= c.most {
		return false
	}
	return q.cuts(word, func(piece, rest string) bool {
		where := middle
		switch {
		case rest == "" && len(before) == 0:
			return false
		case rest == "":
			where = last
		case len(before) == 0:
			where = first
		}
		if !q.meets(before, piece) || !q.isPiece(piece, where) {
			return false
		}
		return rest == "" || q.rest(rest, append(slices.Clip(before), piece))
	})
}

// meets reports whether a piece may follow those before it.
func (q *query) meets(before []string, piece string) bool {
	if len(before) == 0 {
		return true
	}
	c, previous := &q.rules.compound, before[len(before)-1]
	end, size := utf8.DecodeLastRuneInString(previous)
	start, _ := utf8.DecodeRuneInString(piece)
	switch {
	case c.noDouble && previous == piece:
		return false
	case c.noCapital && (unicode.IsUpper(end) || unicode.IsUpper(start)):
		return false
	case c.noTriple && end == start:
		beforeEnd, _ := utf8.DecodeLastRuneInString(previous[:len(previous)-size])
		_, width := utf8.DecodeRuneInString(piece)
		behindStart, _ := utf8.DecodeRuneInString(piece[width:])
		return beforeEnd != end && behindStart != start
	}
	return true
}

// isPiece reports whether a word may stand there in a compound.
func (q *query) isPiece(word string, where part) bool {
	c := &q.rules.compound
	wanted := map[part]flag{first: c.begin, middle: c.middle, last: c.end}[where]
	return q.analyse(word, func(entry flags, t taken) bool {
		if entry.has(q.rules.forbidden) || entry.has(c.forbid) || t.has(c.forbid) || !q.fits(entry, t, where) {
			return false
		}
		// Within a compound nothing is bent, unless the affix says that it may be.
		if t.prefix != nil && where != first && !t.prefix.more.has(c.permit) {
			return false
		}
		if t.inner != nil && where != last && !t.has(c.permit) {
			return false
		}
		return entry.has(c.anywhere) || t.has(c.anywhere) || entry.has(wanted) || t.has(wanted)
	})
}

// byRule reports whether a word is made of pieces by one of the rules.
func (q *query) byRule(word string, before []flags) bool {
	c := &q.rules.compound
	if len(c.rules) == 0 || len(before) >= maxPieces {
		return false
	}
	return q.cuts(word, func(piece, rest string) bool {
		for _, entry := range q.words[piece] {
			if !slices.ContainsFunc(c.ruled, entry.has) {
				continue
			}
			pieces := append(slices.Clip(before), entry)
			if rest == "" && len(before) > 0 && slices.ContainsFunc(c.rules, func(rule []ruleStep) bool { return follows(rule, pieces) }) {
				return true
			}
			if rest != "" && q.byRule(rest, pieces) {
				return true
			}
		}
		return false
	})
}

// follows reports whether pieces, by their flags, are as a rule says.
func follows(rule []ruleStep, pieces []flags) bool {
	at := make([]bool, len(rule)+1) // the steps that may come next
	at[0] = true
	skip := func() {
		for i, step := range rule {
			at[i+1] = at[i+1] || at[i] && step.none
		}
	}
	skip()
	for _, piece := range pieces {
		next := make([]bool, len(at))
		for i, step := range rule {
			if at[i] && piece.has(step.flag) {
				next[i+1] = true
				next[i] = next[i] || step.several
			}
		}
		at = next
		skip()
	}
	return at[len(rule)]
}
