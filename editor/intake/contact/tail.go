package contact

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/wording"
	"communique/editor/release"
)

// unlisted reads items and headings at the end as lines of contacts: each of them is one, a line above all of them says that contacts follow or whose
// they are, and some say how somebody is called or written to.
func (r *Reader) unlisted() {
	first, calls := len(r.Lines), false
	for i := len(r.Lines) - 1; i > 1 && len(r.Lines)-i <= LongestBlock; i-- {
		reaches, is := asContact(r.Lines[i])
		if !is {
			break
		}
		if calls = calls || reaches; calls && (headsContacts(r.Lines[i]) || r.listsOne(i)) {
			first = i
		}
	}
	for i := first; i < len(r.Lines); i++ {
		r.Lines[i].Kind, r.Lines[i].Level, r.Lines[i].Number, r.Lines[i].Begins = layout.Text, 0, 0, false
	}
}

// asContact reports whether a paragraph at the end, an item or a heading too, is one of contacts, and whether it says how somebody is called or
// written to.
func asContact(p layout.Paragraph) (reaches, is bool) {
	if strings.Count(p.Text, "\n") > LongestBlock {
		return false, false
	}
	reaches = callsOrWrites(p.Text) || slices.ContainsFunc(p.Marks, func(m release.Mark) bool { return strings.HasPrefix(m.Address, "mailto:") })
	switch p.Kind {
	case layout.Item:
		l := LinesIn(p.Text)[0]
		return reaches, reaches || l.Certain && l.Who != nil
	case layout.Text, layout.Heading:
		p.Kind = layout.Text
		lines := wording.Exploded([]layout.Paragraph{p})
		reaches = reaches || slices.ContainsFunc(lines, func(l layout.Paragraph) bool { return callsOrWrites(l.Text) })
		return reaches, reaches && len(lines) > 1 || IsAddress(p) || allContact(lines, true)
	}
	return false, false
}

// listsOne reports whether the items from line i to the end are of one person or office: the first says who, and each other one how he is reached.
func (r *Reader) listsOne(i int) bool {
	if r.Lines[i].Kind != layout.Item || r.Lines[i-1].Kind == layout.Item || i+1 == len(r.Lines) {
		return false
	}
	first := LinesIn(r.Lines[i].Text)[0]
	return first.Certain && first.Who != nil && !slices.ContainsFunc(r.Lines[i+1:], func(p layout.Paragraph) bool {
		l := LinesIn(p.Text)[0]
		return p.Kind != layout.Item || l.Who != nil || !l.Reachable()
	})
}

// headsContacts reports whether a paragraph says that contacts follow or, as a heading, whose they are.
func headsContacts(p layout.Paragraph) bool {
	if p.Kind == layout.Item {
		return false
	}
	l := LinesIn(strings.SplitN(p.Text, "\n", 2)[0])[0]
	return l.Opens() && l.Who == nil && !l.Reachable() || p.Kind == layout.Heading && (audience.MatchString(p.Text) || l.Certain && (l.Reachable() || namesOffice(l)))
}

// callsOrWrites reports whether an item says so, and is no sentence.
func callsOrWrites(text string) bool {
	l := LinesIn(text)[0]
	return (l.reach != "" || len(l.mails) > 0) && !wording.SentenceEnd(text) && !wording.HasVerb(text)
}

// headed returns the line at which a block at the end begins that a line says is one: short lines
// below it that are no sentences, understood or not, of which some say how somebody is reached. It is 0
// where there is none.
func (r *Reader) headed() int {
	for at := len(r.Lines) - 1; at > 1 && at > len(r.Lines)-LongestBlock; at-- {
		if r.Lines[at].Kind != layout.Text || strings.Count(r.Lines[at].Text, "\n") > LongestBlock {
			return 0
		}
		lines := wording.Exploded(r.Lines[at : at+1])
		for n := len(lines) - 1; n >= 0; n-- {
			text := lines[n].Text
			if utf8.RuneCountInString(text) > dateline.MaxLength && !IsLine(text, true) {
				return 0
			}
			if n == 0 && headsBlock(text) {
				if AnyReachable(lines[1:]) || AnyReachable(wording.Exploded(r.Lines[at+1:])) {
					return at
				}
				return 0
			}
			if wording.SentenceEnd(text) && !wording.Initial.MatchString(text) || wording.HasVerb(text) {
				return 0
			}
		}
	}
	return 0
}

// headsBlock reports whether a line says that a block is below it, and nothing else.
func headsBlock(text string) bool {
	c := LinesIn(text)[0]
	return c.Opens() && c.Who == nil && !c.Reachable()
}

// joinLabels reads a label of a form that stands in a line of its own as one line with what it says below: «Эл. почта» over an address, where the
// lines at the end are such pairs.
func (r *Reader) joinLabels() {
	for i := len(r.Lines) - 2; i > 1 && len(r.Lines)-i <= LongestBlock; i-- {
		label, value := r.Lines[i], r.Lines[i+1]
		if !isFormLabel(label) || value.Kind != layout.Text || isFormLabel(value) || strings.Contains(value.Text, "\n") {
			continue
		}
		text := strings.TrimRight(strings.TrimSpace(label.Text), " :") + ": "
		line := LinesIn(text + value.Text)[0]
		if line.Who == nil && !line.Reachable() {
			continue
		}
		value.Marks = slices.Clone(value.Marks)
		for n := range value.Marks {
			value.Marks[n].Start += utf8.RuneCountInString(text)
			value.Marks[n].End += utf8.RuneCountInString(text)
		}
		value.Text, value.At, value.Apart, value.Begins = text+value.Text, label.At, label.Apart, label.Begins
		r.Lines[i] = value
		r.Lines = slices.Delete(r.Lines, i+1, i+2)
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
