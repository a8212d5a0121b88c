package proof

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/wordset"
)

// quote is a quotation mark in a passage.
type quote struct {
	passage *passage
	mark    rune
	at      int  // code points from the passage's beginning
	byteAt  int  // bytes from there
	joint   bool // the closing mark of a quotation within it may have closed it too
}

// quotation is one that is open at the end of a paragraph.
type quotation struct {
	quote
	reopened bool // every paragraph since began with a quotation mark
}

// unbalanced finds quotation marks without a partner, paragraph by paragraph.
// Three habits of edited texts are no mistake: one closing mark that ends the
// quotation around it as well («ГМК «Норникель»), a quotation over several
// paragraphs that is closed in the last, and the same reopened in each.
func unbalanced(w *whole, out *report) {
	var alone []quote
	var running []quotation
	for _, p := range w.texts {
		s := scan(p)
		alone = append(alone, s.alone...)
		if !p.runsOn() {
			alone = append(append(alone, s.open...), s.stray...)
			continue
		}
		var stray []quote
		running, stray = carry(running, s)
		alone = append(alone, stray...)
	}
	for _, q := range running {
		alone = append(alone, q.quote)
	}
	for _, q := range alone {
		out.add(q.passage, q.byteAt, q.byteAt+utf8.RuneLen(q.mark)).Other = q.nearby()
	}
}

// carry takes the quotations that were open before a paragraph through it, and
// returns those open after it and the closing marks that none of them needed.
func carry(running []quotation, s *quoteScan) (after []quotation, stray []quote) {
	last := len(running) - 1
	again := last >= 0 && running[last].reopened && running[last].mayRunOn() && s.startsWith(running[last].mark)
	open := s.open
	switch {
	case again && len(open) > 0:
		open = open[1:]
	case again && len(s.stray) == 0:
		running = running[:last]
	case last >= 0 && s.passage.text != "":
		running[last].reopened = false
	}
	for _, q := range s.stray {
		if last := len(running) - 1; last >= 0 && pairs(running[last].mark, q.mark) {
			running = running[:last]
			continue
		}
		stray = append(stray, q)
	}
	for _, q := range open {
		running = append(running, quotation{quote: q, reopened: true})
	}
	return running, stray
}

// mayRunOn reports whether what somebody says over several paragraphs may begin at q: a paragraph, or
// something behind a sign. Behind a word it is a name: «Ледокол «Заря».
func (q quote) mayRunOn() bool {
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRightFunc(q.passage.text[:q.byteAt], unicode.IsSpace))
	return !isLetterOrFigure(before)
}

// nearby returns the words at q, for people to find the place by.
func (q quote) nearby() string {
	const reach = 30
	text := q.passage.text[q.byteAt:]
	n := 0
	for i := range text {
		if n == reach {
			text = text[:i]
			break
		}
		n++
	}
	return strings.TrimSpace(text)
}

// pairs reports whether one mark opens what the other closes: «…», „…“, “…”,
// and those that typists make of them.
func pairs(opening, closing rune) bool {
	switch opening {
	case '«':
		return closing == '»'
	case '"':
		return closing == '"'
	default:
		return closing == '“' || closing == '”'
	}
}

// quoteScan goes through a passage and pairs its marks.
type quoteScan struct {
	passage *passage
	open    []quote // not closed yet, outermost first
	stray   []quote // closing marks that close nothing
	alone   []quote // opening marks that a mark around them has closed over
	waiting map[rune]int
}

func scan(p *passage) *quoteScan {
	s := &quoteScan{passage: p, waiting: map[rune]int{}}
	at, before := 0, rune(0)
	for i, r := range p.text {
		switch r {
		case '«', '»', '„', '“', '”', '"':
			s.take(quote{passage: p, mark: r, at: at, byteAt: i}, before)
		}
		at++
		before = r
	}
	s.dismissJoint()
	return s
}

func (s *quoteScan) take(q quote, before rune) {
	rest := q.passage.text[q.byteAt+utf8.RuneLen(q.mark):]
	after, size := utf8.DecodeRuneInString(rest)
	if size == 0 {
		after = 0
	}
	switch {
	case q.mark == '"' && unicode.IsDigit(before) && s.waiting['"'] == 0: // inches
	case s.opens(q.mark, before, after):
		s.open = append(s.open, q)
		s.waiting[q.mark]++
	default:
		s.shut(q, rest)
	}
}

// opens tells which way a mark faces. Only « » and „ say it themselves; the
// others are told by their neighbours and by what is open.
func (s *quoteScan) opens(mark, before, after rune) bool {
	starts := isGap(before) && !isGap(after)
	ends := !isGap(before) && (isGap(after) || unicode.IsPunct(after))
	switch mark {
	case '«', '„':
		return true
	case '»':
		return false
	case '“':
		return s.waiting['„'] == 0 && (s.waiting['“'] == 0 || !ends)
	case '”':
		return starts && s.waiting['“']+s.waiting['„']+s.waiting['”'] == 0
	default:
		return starts || !ends && s.waiting['"'] == 0
	}
}

func isGap(r rune) bool {
	return r == 0 || unicode.IsSpace(r) || unicode.In(r, unicode.Ps, unicode.Pd, unicode.Pi)
}

// shut pairs a closing mark with the nearest one it fits. What was opened
// in between stays alone.
func (s *quoteScan) shut(q quote, rest string) {
	fits := false
	for opening, n := range s.waiting {
		fits = fits || n > 0 && pairs(opening, q.mark)
	}
	if !fits {
		s.stray = append(s.stray, q)
		return
	}
	for {
		last := len(s.open) - 1
		top := s.open[last]
		s.open = s.open[:last]
		s.waiting[top.mark]--
		if !pairs(top.mark, q.mark) {
			s.alone = append(s.alone, top)
			continue
		}
		if last > 0 && s.open[last-1].mark == top.mark && closesBoth(s.open[last-1], top, rest) {
			s.open[last-1].joint = true
		}
		return
	}
}

// closesBoth reports whether the mark that closes inner may close outer as
// well: as a name within a name does («Завод «Рассвет»), or at the end of
// what somebody said («… на завод «Рассвет», – сказал он).
func closesBoth(outer, inner quote, rest string) bool {
	rest = strings.TrimLeft(rest, ",.!?… \u00a0\n")
	if next, _ := utf8.DecodeRuneInString(rest); rest == "" || strings.ContainsRune("–—-", next) {
		return true
	}
	const longestName = 40 // code points before the inner name
	if inner.at-outer.at > longestName {
		return false
	}
	between := strings.Fields(outer.passage.text[outer.byteAt:inner.byteAt])
	last := strings.ToLower(between[len(between)-1])
	if n := len(between); n > 1 && enterprises.Has(last) && (n > 2 && (between[n-2] == "и" || between[n-2] == "или") || strings.HasSuffix(between[n-2], ",")) {
		return false // «Рассвет и фабрика «Заря»
	}
	if first, _ := utf8.DecodeRuneInString(inner.passage.text[inner.byteAt+utf8.RuneLen(inner.mark):]); unicode.IsLower(first) {
		return !strings.ContainsAny(last, ",;:.") // no name begins there: «Армия и «оборонка»
	}
	return last != "и" && last != "или" && last != "and" && !strings.ContainsAny(last, ",;:.")
}

// enterprises are what stands before a name in quotation marks of its own.
var enterprises = wordset.Of(`завод заводы фабрика фабрики комбинат компания компании фирма фирмы банк фонд фонда центр центра газета газеты журнал журнала телеканал радиостанция агентство
	гостиница отель клуб театр театра музей кинотеатр стадион ресторан кафе магазин премия конкурс фестиваль форум выставка проект программа альбом фильм картина книга корпорация холдинг концерн общество`)

// dismissJoint drops the marks that a shared closing one has closed.
func (s *quoteScan) dismissJoint() {
	open := s.open[:0]
	for _, q := range s.open {
		if !q.joint {
			open = append(open, q)
		}
	}
	s.open = open
}

// startsWith reports whether the passage begins with a mark.
func (s *quoteScan) startsWith(mark rune) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(s.passage.text, unicode.IsSpace))
	return r == mark
}
