package html

import "golang.org/x/net/html/atom"

// plan is what a page shows of itself: which pieces are its own text, in their order, and which forms hold any of it.
type plan struct {
	own   []extent
	forms map[int]bool
}

// chrome reports whether words are mostly links, as of menus.
func (a amount) chrome() bool { return a.linked >= fewestLinked && a.linked*5 >= a.words*2 }

// plan tells where the text is.
func (s *surveyor) plan(fragment bool) plan {
	p := plan{forms: map[int]bool{}}
	for _, b := range s.boxes {
		if b.atom == atom.Form && b.prose*2 > s.boxes[0].prose {
			p.forms[b.from] = true
		}
	}
	if !fragment {
		p.own = s.own()
	}
	return p
}

// own is the page's own text: nothing where no element says what it is.
func (s *surveyor) own() []extent {
	article := s.largest(atom.Article)
	if article > 0 && s.holds(article) {
		return s.titled(s.boxes[article])
	}
	whole := s.largest(atom.Main)
	if whole == 0 || s.boxes[whole].prose*4 < s.boxes[0].prose {
		if whole = s.first(atom.Body); whole == 0 && article > 0 {
			return []extent{s.boxes[article].extent}
		}
	}
	if whole == 0 {
		return nil
	}
	return s.narrow(whole)
}

// first is the first box of a kind; 0 for none.
func (s *surveyor) first(a atom.Atom) int {
	for i := range s.boxes {
		if s.boxes[i].atom == a {
			return i
		}
	}
	return 0
}

// largest is the first box of a kind that says at least half of what one of them says; 0 for none.
func (s *surveyor) largest(a atom.Atom) int {
	most := 0
	for _, b := range s.boxes {
		if b.atom == a {
			most = max(most, b.prose)
		}
	}
	for i := range s.boxes {
		if s.boxes[i].atom == a && s.boxes[i].prose*2 >= most {
			return i
		}
	}
	return 0
}

// holds reports whether an article holds the text of its page, and is none of those that the page only leads to.
func (s *surveyor) holds(article int) bool {
	one, all := s.boxes[article], s.boxes[0].prose
	for i := range s.boxes {
		if s.boxes[i].atom == atom.Article {
			all -= s.boxes[i].prose
		}
	}
	times := 3
	if one.titled {
		times *= 3
	}
	return all < manyWords || one.prose*times >= all
}

// narrow is what is left of a part of a page without its menus: the smallest box with nearly all that is said in sentences, what
// stands below it that is no menu, and the headline above. A part without menus is left whole.
func (s *surveyor) narrow(whole int) []extent {
	all := []extent{s.boxes[whole].extent}
	best := make([]int, len(s.boxes))
	for i := 1; i < len(s.boxes); i++ {
		if above := s.boxes[i].above; best[above] == 0 || s.boxes[i].prose > s.boxes[best[above]].prose {
			best[above] = i
		}
	}
	at := whole
	for next := best[at]; next > 0 && s.boxes[next].prose*5 >= s.boxes[whole].prose*4; next = best[at] {
		at = next
	}
	text := s.boxes[at]
	if text.prose < fewestWords || !s.boxes[whole].less(text.amount).chrome() {
		return all
	}
	return s.headed(s.beside(at), text)
}

// beside is a box with what stands beside it, up to menus on either side.
func (s *surveyor) beside(at int) extent {
	own := s.boxes[at].extent
	for i := at - 1; i > s.boxes[at].above; i-- {
		if b := s.boxes[i]; b.above == s.boxes[at].above {
			if b.aside() {
				break
			}
			own.from = b.from
		}
	}
	for i := at + 1; i < len(s.boxes); i++ {
		if b := s.boxes[i]; b.above == s.boxes[at].above {
			if b.aside() {
				break
			}
			own.to = b.to
		}
	}
	return own
}

// aside reports whether a box is a menu, or another part of the site.
func (b box) aside() bool { return b.zone || b.linked*2 > b.words }

// titled is an article, with the line above by which the title of the page begins, where it has neither that nor a headline.
func (s *surveyor) titled(article box) []extent {
	above := -1
	for i, h := range s.heads {
		switch {
		case h.from < article.from && h.opens:
			above = i
		case h.from >= article.from && h.from < article.to:
			return []extent{article.extent}
		}
	}
	if above < 0 {
		return []extent{article.extent}
	}
	return s.below(s.heads[above], article.extent, article)
}

// headed is a text with the headline above it, and with what stands between the two where that is short.
func (s *surveyor) headed(own extent, text box) []extent {
	var title *head
	for i := range s.heads {
		h := &s.heads[i]
		if h.from >= own.from && h.from < own.to && h.first {
			return []extent{own}
		}
		if h.from < own.from && (title == nil || h.first || !title.first) {
			title = h
		}
	}
	if title == nil {
		return []extent{own}
	}
	return s.below(*title, own, text)
}

// below is a text below its headline, with what stands between the two where that is no menu.
func (s *surveyor) below(title head, own extent, text box) []extent {
	if between := text.before.less(title.said); between.linked*3 <= between.words {
		return []extent{{title.from, own.to}}
	}
	return []extent{title.extent, own}
}
