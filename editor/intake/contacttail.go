package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/release"
)

// unlisted reads items and headings at the end as lines of contacts: each of them is one, a line above all of them says that contacts follow or whose
// they are, and some say how somebody is called or written to.
func (r *contactReader) unlisted() {
	first, calls := len(r.lines), false
	for i := len(r.lines) - 1; i > 1 && len(r.lines)-i <= longestBlock; i-- {
		reaches, is := asContact(r.lines[i])
		if !is {
			break
		}
		if calls = calls || reaches; calls && (headsContacts(r.lines[i]) || r.listsOne(i)) {
			first = i
		}
	}
	for i := first; i < len(r.lines); i++ {
		r.lines[i].Kind, r.lines[i].Level, r.lines[i].Number, r.lines[i].Begins = layout.Text, 0, 0, false
	}
}

// asContact reports whether a paragraph at the end, an item or a heading too, is one of contacts, and whether it says how somebody is called or
// written to.
func asContact(p layout.Paragraph) (reaches, is bool) {
	if strings.Count(p.Text, "\n") > longestBlock {
		return false, false
	}
	reaches = callsOrWrites(p.Text) || slices.ContainsFunc(p.Marks, func(m release.Mark) bool { return strings.HasPrefix(m.Address, "mailto:") })
	switch p.Kind {
	case layout.Item:
		l := contactLinesIn(p.Text)[0]
		return reaches, reaches || l.certain && l.who != nil
	case layout.Text, layout.Heading:
		p.Kind = layout.Text
		lines := exploded([]layout.Paragraph{p})
		reaches = reaches || slices.ContainsFunc(lines, func(l layout.Paragraph) bool { return callsOrWrites(l.Text) })
		return reaches, reaches && len(lines) > 1 || isAddress(p) || allContact(lines, true)
	}
	return false, false
}

// listsOne reports whether the items from line i to the end are of one person or office: the first says who, and each other one how he is reached.
func (r *contactReader) listsOne(i int) bool {
	if r.lines[i].Kind != layout.Item || r.lines[i-1].Kind == layout.Item || i+1 == len(r.lines) {
		return false
	}
	first := contactLinesIn(r.lines[i].Text)[0]
	return first.certain && first.who != nil && !slices.ContainsFunc(r.lines[i+1:], func(p layout.Paragraph) bool {
		l := contactLinesIn(p.Text)[0]
		return p.Kind != layout.Item || l.who != nil || !l.reachable()
	})
}

// headsContacts reports whether a paragraph says that contacts follow or, as a heading, whose they are.
func headsContacts(p layout.Paragraph) bool {
	if p.Kind == layout.Item {
		return false
	}
	l := contactLinesIn(strings.SplitN(p.Text, "\n", 2)[0])[0]
	return l.opens() && l.who == nil && !l.reachable() || p.Kind == layout.Heading && (audience.MatchString(p.Text) || l.certain && (l.reachable() || namesOffice(l)))
}

// callsOrWrites reports whether an item says so, and is no sentence.
func callsOrWrites(text string) bool {
	l := contactLinesIn(text)[0]
	return (l.reach != "" || len(l.mails) > 0) && !sentenceEnd(text) && !hasVerb(text)
}

// headed returns the line at which a block at the end begins that a line says is one: short lines
// below it that are no sentences, understood or not, of which some say how somebody is reached. It is 0
// where there is none.
func (r *contactReader) headed() int {
	for at := len(r.lines) - 1; at > 1 && at > len(r.lines)-longestBlock; at-- {
		if r.lines[at].Kind != layout.Text || strings.Count(r.lines[at].Text, "\n") > longestBlock {
			return 0
		}
		lines := exploded(r.lines[at : at+1])
		for n := len(lines) - 1; n >= 0; n-- {
			text := lines[n].Text
			if utf8.RuneCountInString(text) > datelineLength && !isContactLine(text, true) {
				return 0
			}
			if n == 0 && headsBlock(text) {
				if anyReachable(lines[1:]) || anyReachable(exploded(r.lines[at+1:])) {
					return at
				}
				return 0
			}
			if sentenceEnd(text) && !initial.MatchString(text) || hasVerb(text) {
				return 0
			}
		}
	}
	return 0
}

// headsBlock reports whether a line says that a block is below it, and nothing else.
func headsBlock(text string) bool {
	c := contactLinesIn(text)[0]
	return c.opens() && c.who == nil && !c.reachable()
}

// joinLabels reads a label of a form that stands in a line of its own as one line with what it says below: «Эл. почта» over an address, where the
// lines at the end are such pairs.
func (r *contactReader) joinLabels() {
	for i := len(r.lines) - 2; i > 1 && len(r.lines)-i <= longestBlock; i-- {
		label, value := r.lines[i], r.lines[i+1]
		if !isFormLabel(label) || value.Kind != layout.Text || isFormLabel(value) || strings.Contains(value.Text, "\n") {
			continue
		}
		text := strings.TrimRight(strings.TrimSpace(label.Text), " :") + ": "
		line := contactLinesIn(text + value.Text)[0]
		if line.who == nil && !line.reachable() {
			continue
		}
		value.Marks = slices.Clone(value.Marks)
		for n := range value.Marks {
			value.Marks[n].Start += utf8.RuneCountInString(text)
			value.Marks[n].End += utf8.RuneCountInString(text)
		}
		value.Text, value.At, value.Apart, value.Begins = text+value.Text, label.At, label.Apart, label.Begins
		r.lines[i] = value
		r.lines = slices.Delete(r.lines, i+1, i+2)
	}
}

// isFormLabel reports whether a line is what a form says before a name, a post, a number or an address, and nothing else.
func isFormLabel(p layout.Paragraph) bool {
	label := strings.TrimRight(strings.TrimSpace(p.Text), " :")
	if p.Kind != layout.Text || label == "" || len(label) > longestCell || strings.ContainsAny(label, "\n:@0123456789") {
		return false
	}
	if kind, all := kindIn(label); kind != "" && all || tag.MatchString(label+": x") {
		return true
	}
	const mail, page = ": press@council.example", ": www.council.example"
	return mailPart.FindString(label+mail) == label+mail || site.MatchString(label+page)
}
