package page

import (
	"fmt"
	"image/color"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"communique/editor/release"
	"communique/export/link"
	"communique/export/typeface"
)

// span is a piece of a paragraph that is not set as the rest of it.
type span struct {
	from, to int // code points of the paragraph's text
	face     *typeface.Face
	colour   color.NRGBA
	link     string
}

// from returns spans as they stand from a code point on.
func from(spans []span, start int) []span {
	if len(spans) == 0 || start == 0 {
		return spans
	}
	spans = slices.Clone(spans)
	for i := range spans {
		spans[i].from -= start
		spans[i].to -= start
	}
	return spans
}

// spans returns what the marks on a piece, and the addresses in it, make of its
// paragraph.
func (b *builder) spans(p piece, q *paragraph) []span {
	if !p.isText || p.Role == Headline || p.Role == Subheadline {
		return nil
	}
	marks := withLinks(q.text, b.prepared(p.Text).addresses, inPrepared(p.marks, p.Text, q.text))
	if len(marks) == 0 {
		return nil
	}
	q.marked = fmt.Sprint(p.style.Font, marks)
	var spans []span
	at := 0
	for _, run := range release.Runs(q.text, marks) {
		s := span{from: at, to: at + utf8.RuneCountInString(run.Text), face: b.style.Emphasised(p.style, run), colour: q.colour, link: run.Address}
		at = s.to
		if s.link != "" {
			s.colour = b.style.Colours.Link.NRGBA
		}
		if s.link != "" || s.face != q.face {
			spans = append(spans, s)
		}
	}
	return spans
}

// withLinks makes of the links among marks such as a click may follow, and adds those
// of the addresses that stand bare in the text, where the author made no link.
func withLinks(content string, addresses []link.Found, marks []release.Mark) []release.Mark {
	var all, links []release.Mark
	for _, m := range marks {
		if m.Style != release.Link {
			all = append(all, m)
		} else if m.Address = link.Address(m.Address); m.Address != "" {
			links = append(links, m)
		}
	}
	for _, f := range addresses {
		if !slices.ContainsFunc(links, func(m release.Mark) bool { return m.Start < f.End && f.Start < m.End }) {
			links = append(links, release.Mark{Start: f.Start, End: f.End, Style: release.Link, Address: f.Address})
		}
	}
	if len(links) == 0 {
		return all
	}
	return release.Normalize(append(all, links...), utf8.RuneCountInString(content))
}

// inPrepared moves the marks on a text to where their words are once it is prepared.
func inPrepared(marks []release.Mark, content, prepared string) []release.Mark {
	if len(marks) == 0 || content == prepared {
		return marks
	}
	origins := originsOf(content, prepared)
	moved := make([]release.Mark, len(marks))
	for i, m := range marks {
		m.Start, _ = slices.BinarySearch(origins, m.Start)
		m.End, _ = slices.BinarySearch(origins, m.End)
		moved[i] = m
	}
	return release.Normalize(moved, len(origins))
}

// origins are where in the piece's text its paragraph has each letter; nil where it has them
// where they are.
func (p piece) origins(prepared string) []int {
	if !p.isText || p.Text == prepared {
		return nil
	}
	return originsOf(p.Text, prepared)
}

// offsetOf returns where in the text of the piece's source a letter of its paragraph is.
func (p piece) offsetOf(start int, origins []int) int {
	if !p.isText {
		return 0
	}
	if start < len(origins) {
		start = origins[start]
	}
	return p.offset + start
}

// originsOf says of each letter of a prepared text which letter of the content it
// is. Preparing leaves letters out, and joins those that Unicode joins; it never moves
// one past another.
func originsOf(content, prepared string) []int {
	letters := []rune(content)
	origins := make([]int, 0, len(prepared))
	at := 0
	for _, r := range prepared {
		found := at
		for found < len(letters) && base(letters[found]) != base(r) {
			found++
		}
		if found == len(letters) {
			found = max(min(at, len(letters)-1), 0)
		}
		origins = append(origins, found)
		at = found + 1
	}
	return origins
}

// base is the letter that a letter begins with when its marks are taken off; a line
// feed for all that breaks a line, an em space for a tab.
func base(r rune) rune {
	switch r {
	case '\v', '\f', '\r', 0x85, 0x2028, 0x2029:
		return '\n'
	case '\t':
		return tab
	}
	if apart := norm.NFD.PropertiesString(string(r)).Decomposition(); len(apart) > 0 {
		first, _ := utf8.DecodeRune(apart)
		return first
	}
	return r
}
