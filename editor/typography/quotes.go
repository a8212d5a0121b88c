package typography

import (
	"slices"
	"strings"
	"unicode"
)

// quotation is what is known of a quotation mark.
type quotation struct {
	opens  bool
	depth  int  // quotations around the one it belongs to
	paired bool // the mark has its partner
	kept   bool // the form stays: what stands beside one of the two speaks against it
}

// mark is a quotation mark on its way to its partner.
type mark struct {
	token  int
	opens  bool
	line   int  // the paragraph, from 0
	leads  bool // nothing stands before it in the paragraph
	again  bool // a paragraph begins with it that the quotation runs on in
	closed bool // it has its partner
	kept   bool // its form, or its partner's, stays
}

// quoteMarks are the signs that may stand around a quotation.
const quoteMarks = "\"«»„“”‟"

func isQuote(r rune) bool {
	return r == '"' || r == '«' || r == '»' || r >= '“' && r <= '‟'
}

// quotations finds which quotation marks belong together, through the whole text: a
// quotation may run over several paragraphs, each of which may begin with its mark
// again. Marks that may mean something else, as those of inches, are left out.
func (s *setter) quotations() map[int]quotation {
	if !strings.ContainsAny(s.text, quoteMarks) {
		return nil
	}
	marks := s.marks()
	s.pair(marks)
	found := make(map[int]quotation, len(marks))
	depth := 0
	for i := range marks {
		q := quotation{opens: marks[i].opens, depth: depth, paired: marks[i].closed, kept: marks[i].kept}
		switch {
		case !q.paired:
		case !q.opens:
			depth--
			q.depth--
		case marks[i].again:
			q.depth--
		default:
			depth++
		}
		found[marks[i].token] = q
	}
	return found
}

// marks lists the quotation marks with the way they face.
func (s *setter) marks() []mark {
	var all []mark
	line, leads, open := 0, true, 0
	for i := range s.tokens {
		t := &s.tokens[i]
		switch {
		case t.kind == lineStart:
			if i > 0 {
				line++
			}
			leads, open = true, 0
		case t.kind == sign && isQuote(t.first):
			if opens, sure := s.faces(i, open); sure {
				looks, same := s.looks(i, open)
				all = append(all, mark{token: i, opens: opens, line: line, leads: leads, kept: !same || looks != opens})
				if opens {
					open++
				} else {
					open = max(0, open-1)
				}
			}
			leads = false
		case t.kind != space && t.kind != markup:
			leads = false
		}
	}
	return all
}

// faces tells which way a mark faces, by itself where it says so, or else by its looks.
func (s *setter) faces(i, open int) (opens, sure bool) {
	left, right := s.runeOf(s.before(i)), s.runeOf(s.after(i))
	switch r := s.tokens[i].first; {
	case left == ' ' && right == ' ':
		return false, false // alone
	case r == '»':
		return false, true
	case r == '«', r == '„', r == '‟':
		return !s.holds(left) || s.holds(right) || right == '"', true
	}
	return s.looks(i, open)
}

// looks tells which way a mark faces by what stands beside it and how many are open in
// its paragraph; not sure where it may be no quotation mark at all.
func (s *setter) looks(i, open int) (opens, sure bool) { //nolint:gocyclo // a list of cases, each read by itself
	left, right := s.runeOf(s.before(i)), s.runeOf(s.after(i))
	if s.kindOf(s.before(i)) == number {
		left = '0'
	}
	starts := !s.holds(left)
	ends := !s.holds(right) || !starts && right != '\'' && !isQuote(right) && unicode.IsPunct(right)
	switch {
	case left == 0 && right == 0, left == 0 && right == ' ', left == ' ' && right == 0 && open == 0:
		return false, false // alone
	case left == '0' && s.tokens[i].first == '"' && (open == 0 || s.closesLater(i)):
		return false, false
	case isQuote(left) || isQuote(right):
		return s.facesLike(i, open)
	case starts && !ends:
		return true, true
	case ends && !starts:
		return false, true
	case left == ' ' || left == 0:
		return true, right != 0 && right != ' ' || open == 0
	case !starts && open == 0 && (left == ':' || left == ';' || left == ','):
		return true, true
	case open > 0:
		return false, !isLetter(left) || !isLetter(right) || !s.closesLater(i)
	default: // in the midst of a word
		return true, isLetter(left) && isLetter(right) && s.closesLater(i)
	}
}

// holds reports whether a quotation can end behind a letter or sign, or begin before it.
func (s *setter) holds(r rune) bool {
	switch {
	case r == 0 || r == ' ' || isDash(r) || strings.ContainsRune("([{/", r):
		return false
	case r == '«' || r == '„':
		return false
	}
	return true
}

// facesLike is for a mark between two others: it faces as the run of them does.
func (s *setter) facesLike(i, open int) (opens, sure bool) {
	from, to := i, i
	for isQuote(s.runeOf(from - 1)) {
		from--
	}
	for isQuote(s.runeOf(to + 1)) {
		to++
	}
	left, right := s.runeOf(from-1), s.runeOf(to+1)
	starts := !s.holds(left)
	ends := right == 0 || right == ' ' || unicode.IsPunct(right)
	return starts && !ends || starts && open == 0, starts != ends
}

// closesLater reports whether the next mark in the paragraph closes a quotation by its
// looks: the one before it, behind a number, is then one of inches.
func (s *setter) closesLater(i int) bool {
	for i++; s.kindOf(i) != lineStart; i++ {
		if s.kindOf(i) == sign && isQuote(s.runeOf(i)) {
			left, right := s.runeOf(s.before(i)), s.runeOf(s.after(i))
			return s.holds(left) && !s.holds(right) || right != 0 && unicode.IsPunct(right) && s.holds(left)
		}
	}
	return false
}

// pair finds for each mark whether it has a partner, paragraph by paragraph.
func (s *setter) pair(marks []mark) {
	var running []int // open at the end of a paragraph: the marks that opened it, and again
	for from := 0; from < len(marks); {
		to := from
		var open, stray []int
		for ; to < len(marks) && marks[to].line == marks[from].line; to++ {
			switch {
			case marks[to].opens:
				open = append(open, to)
			case len(open) > 0:
				top := &marks[open[len(open)-1]]
				marks[to].closed, top.closed = true, true
				marks[to].kept = marks[to].kept || top.kept
				top.kept = marks[to].kept
				open = open[:len(open)-1]
			default:
				stray = append(stray, to)
			}
		}
		running = s.carry(marks, running, from, to, open, stray)
		from = to
	}
}

// longestQuotation is over how many paragraphs a quotation may run that does not begin
// each of them with its mark: a mark that was forgotten is no long quotation.
const longestQuotation = 10

// carry takes a quotation that runs on through a paragraph with the marks from one to
// another, of which some stand open or stray, and returns the one that runs on behind it.
func (s *setter) carry(marks []mark, running []int, from, to int, open, stray []int) []int { //nolint:gocyclo // a list of cases, each read by itself
	if len(running) > 0 {
		last := marks[running[len(running)-1]].line
		again := marks[from].opens && marks[from].leads && marks[from].line == last+1
		switch {
		case again && len(open) == 1 && open[0] == from && len(stray) == 0:
			return append(running, from)
		case again && len(open) == 0 && len(stray) == 0 && s.endsLine(marks[to-1].token) && s.enclose(marks[from:to]):
			running = append(running, from)
			settle(marks, running)
			return nil
		case len(open) == 0 && len(stray) == 0 && !again && marks[from].line-last < longestQuotation:
			return running
		case len(open) == 0 && len(stray) == 1 && marks[from].line-last < longestQuotation:
			marks[stray[0]].closed = true
			settle(marks, running)
			return nil
		}
	}
	if len(open) == 1 && len(stray) == 0 {
		return open
	}
	return nil
}

// settle says of the marks of a quotation over several paragraphs that it was closed.
func settle(marks []mark, running []int) {
	kept := slices.ContainsFunc(running, func(i int) bool { return marks[i].kept })
	for n, i := range running {
		marks[i].closed, marks[i].again, marks[i].kept = true, n > 0, kept
	}
}

// enclose reports whether the first and the last of some marks belong together.
func (s *setter) enclose(marks []mark) bool {
	depth := 0
	for i, m := range marks {
		if m.opens {
			depth++
		} else if depth--; depth == 0 && i < len(marks)-1 {
			return false
		}
	}
	return true
}

// endsLine reports whether nothing but signs follows in the line.
func (s *setter) endsLine(i int) bool {
	for i++; s.kindOf(i) != lineStart; i++ {
		if k := s.kindOf(i); k == word || k == number || k == literal {
			return false
		}
	}
	return true
}

// setQuote gives a quotation mark the form of its level.
func (s *setter) setQuote(i int) {
	q, known := s.depths[i]
	if !known {
		return
	}
	if q.paired && q.opens {
		s.within = q.depth + 1
	} else if q.paired {
		s.within = q.depth
	}
	if q.kept || !q.paired && s.tokens[i].first != '"' {
		return
	}
	form := quoteForms(s.english, q.depth)
	at := 1
	if q.opens {
		at = 0
	}
	s.replace(i, Quotes, form[at])
}

// quoteForms are the opening and the closing mark of a level: in Russian «…» with „…“
// within (Правила русской орфографии и пунктуации, 2006), in English “…” with ‘…’. The
// third level has the first's again.
func quoteForms(english bool, depth int) [2]string {
	switch {
	case english && depth%2 == 0:
		return [2]string{"“", "”"}
	case english:
		return [2]string{"‘", "’"}
	case depth%2 == 0:
		return [2]string{"«", "»"}
	default:
		return [2]string{"„", "“"}
	}
}
