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
	if !strings.ContainsAny(s.text, quoteMarks) && !strings.Contains(s.text, "<<") && !strings.Contains(s.text, ",,") {
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
func (s *setter) looks(i, open int) (opens, sure bool) {
	left, right := s.runeOf(s.before(i)), s.runeOf(s.after(i))
	if s.kindOf(s.before(i)) == number {
		left = '0'
	}
	switch {
	case standsAlone(left, right, open), left == '0' && s.isOfInches(i, open):
		return false, false
	case isQuote(left) || isQuote(right):
		return s.facesLike(i, open)
	}
	starts := !s.holds(left)
	ends := !s.holds(right) || !starts && right != '\'' && unicode.IsPunct(right)
	if starts != ends {
		return starts, true
	}
	return s.guess(i, left, right, open)
}

// standsAlone reports whether a mark has a paragraph to itself, or an edge of it where it
// quotes nothing.
func standsAlone(left, right rune, open int) bool {
	switch left {
	case 0:
		return right == 0 || right == ' '
	case ' ':
		return right == 0 && open == 0
	}
	return false
}

// isOfInches reports whether a mark behind a number may be that of inches.
func (s *setter) isOfInches(i, open int) bool {
	return s.tokens[i].first == '"' && (open == 0 || s.closesLater(i))
}

// guess tells which way a mark faces that could both open and close.
func (s *setter) guess(i int, left, right rune, open int) (opens, sure bool) {
	switch {
	case left == ' ' || left == 0:
		return true, right != 0 && right != ' ' || open == 0
	case open == 0 && strings.ContainsRune(":;,", left):
		return true, true
	}
	beginsInWord := isLetter(left) && isLetter(right) && s.closesLater(i)
	if open > 0 {
		return false, !beginsInWord
	}
	return true, beginsInWord
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
	if i < s.run.from || i > s.run.to {
		s.run = s.quotesAround(i)
	}
	left, right := s.runeOf(s.run.from-1), s.runeOf(s.run.to+1)
	starts := !s.holds(left)
	ends := right == 0 || right == ' ' || unicode.IsPunct(right)
	return starts && !ends || starts && open == 0, starts != ends
}

// quoteRun is quotation marks with nothing between them, from one token to another.
type quoteRun struct{ from, to int }

// quotesAround finds the run a quotation mark stands in.
func (s *setter) quotesAround(i int) quoteRun {
	run := quoteRun{from: i, to: i}
	for isQuote(s.runeOf(run.from - 1)) {
		run.from--
	}
	for isQuote(s.runeOf(run.to + 1)) {
		run.to++
	}
	return run
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

// paragraph is the marks of one, from one to another, and those of them that have no
// partner there.
type paragraph struct {
	from, to    int
	open, stray []int
}

// isWhole reports whether each mark has its partner in the paragraph.
func (p paragraph) isWhole() bool { return len(p.open) == 0 && len(p.stray) == 0 }

// isLeftOpen reports whether one quotation stands open at its end, and nothing else.
func (p paragraph) isLeftOpen() bool { return len(p.open) == 1 && len(p.stray) == 0 }

// isClosed reports whether one quotation from before it ends in it, and nothing else.
func (p paragraph) isClosed() bool { return len(p.open) == 0 && len(p.stray) == 1 }

// pair finds for each mark whether it has a partner, paragraph by paragraph.
func (s *setter) pair(marks []mark) {
	var running []int // open at the end of a paragraph: the marks that opened it, and again
	for from := 0; from < len(marks); {
		p := pairWithin(marks, from)
		running = s.carry(marks, running, p)
		from = p.to
	}
}

// pairWithin pairs the marks of the paragraph that begins with one.
func pairWithin(marks []mark, from int) paragraph {
	p := paragraph{from: from, to: from}
	for ; p.to < len(marks) && marks[p.to].line == marks[from].line; p.to++ {
		switch m := &marks[p.to]; {
		case m.opens:
			p.open = append(p.open, p.to)
		case len(p.open) > 0:
			last := len(p.open) - 1
			partner := &marks[p.open[last]]
			m.closed, partner.closed = true, true
			m.kept = m.kept || partner.kept
			partner.kept = m.kept
			p.open = p.open[:last]
		default:
			p.stray = append(p.stray, p.to)
		}
	}
	return p
}

// longestQuotation is over how many paragraphs a quotation may run that does not begin
// each of them with its mark: a mark that was forgotten is no long quotation.
const longestQuotation = 10

// carry takes a quotation that runs on through a paragraph, and returns the one that runs
// on behind it.
func (s *setter) carry(marks []mark, running []int, p paragraph) []int {
	if len(running) > 0 {
		if rest, does := s.runOn(marks, running, p); does {
			return rest
		}
	}
	if p.isLeftOpen() {
		return p.open
	}
	return nil
}

// runOn reports whether a quotation runs on into a paragraph, with its mark again or
// without, and what of it runs on behind that.
func (s *setter) runOn(marks []mark, running []int, p paragraph) (rest []int, does bool) {
	first, last := marks[p.from], marks[running[len(running)-1]].line
	again := first.opens && first.leads && first.line == last+1
	near := first.line-last < longestQuotation
	switch {
	case again && p.isLeftOpen() && p.open[0] == p.from:
		return append(running, p.from), true
	case again && p.isWhole() && s.isOneQuotation(marks[p.from:p.to]):
		settle(marks, append(running, p.from))
		return nil, true
	case !again && p.isWhole() && near:
		return running, true
	case p.isClosed() && near:
		marks[p.stray[0]].closed = true
		settle(marks, running)
		return nil, true
	}
	return nil, false
}

// isOneQuotation reports whether the marks of a paragraph are those of one quotation, and
// what is within it, up to its end.
func (s *setter) isOneQuotation(marks []mark) bool {
	return s.endsLine(marks[len(marks)-1].token) && s.enclose(marks)
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

// settled reports whether another look at the quotation marks would tell no more: none was
// set, or each belongs to another one beyond doubt.
func (s *setter) settled() bool {
	if !slices.ContainsFunc(s.edits, func(e Edit) bool { return e.Kind == Quotes || e.Kind == Apostrophe }) {
		return true
	}
	english := false
	for i := range s.tokens {
		t := &s.tokens[i]
		english = english && t.kind != lineStart || t.english
		if t.kind != sign || !isQuote(t.first) && t.first != '\'' {
			continue
		}
		if q, is := s.depths[i]; !is || q.kept || english && q.depth > 0 || !s.isBeyondDoubt(i, q) { // ‘ ’ may be apostrophes
			return false
		}
	}
	return true
}

// isBeyondDoubt reports whether a mark has its partner, and no word is written to it that a space
// belongs behind: it may be missing before « where it was not before ".
func (s *setter) isBeyondDoubt(i int, q quotation) bool {
	return q.paired && (!q.opens || s.kindOf(i-1) != word)
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
