package snippet

import (
	"strings"
	"unicode/utf8"

	"communique/editor/draft"
	"communique/editor/release"
)

// Literal are blocks of a release as those of a snippet: their braces and square brackets
// are letters, and no blanks. Empty paragraphs at the ends are left out, and so are
// pictures, which no snippet has: they are counted.
func Literal(blocks []release.Block) (literal []release.Block, omitted int) {
	empty := func(b release.Block) bool { return b.Kind == release.Paragraph && strings.TrimSpace(b.Text) == "" }
	for len(blocks) > 0 && empty(blocks[0]) {
		blocks = blocks[1:]
	}
	for len(blocks) > 0 && empty(blocks[len(blocks)-1]) {
		blocks = blocks[:len(blocks)-1]
	}
	for _, b := range blocks {
		if b.Kind == release.Picture {
			omitted++
			continue
		}
		b = b.Clone()
		marks := b.Marks
		for i := range marks {
			marks[i].Start += doubled(b.Text, marks[i].Start)
			marks[i].End += doubled(b.Text, marks[i].End)
		}
		b.Text, b.Speaker = double.Replace(b.Text), double.Replace(b.Speaker)
		literal = append(literal, b)
	}
	return literal, omitted
}

const signs = "{}[]"

var double = strings.NewReplacer("{", "{{", "}", "}}", "[", "[[", "]", "]]")

// doubled counts the signs among the first letters of a text.
func doubled(text string, letters int) int {
	n := 0
	for _, r := range text {
		if letters--; letters < 0 {
			break
		}
		if strings.ContainsRune(signs, r) {
			n++
		}
	}
	return n
}

// Words are the snippet's blocks in one plain text, as editor/draft writes them: «# » makes
// a subheading, «- » a list.
func (s Snippet) Words() string {
	blocks := s.All()
	if len(blocks) > 0 && blocks[0].Kind == release.Paragraph {
		return draft.FormatText(blocks[0].Text, blocks[1:])
	}
	return draft.FormatText("", blocks)
}

// Reworded is the snippet with other words, in the form of Words. Marks stay with the words
// that stay; lost counts those whose words are there no more.
func (s Snippet) Reworded(text string) (reworded Snippet, lost int) {
	lead, now := draft.ParseText(text)
	if lead != "" {
		now = append([]release.Block{{Kind: release.Paragraph, Text: lead}}, now...)
	}
	before := s.All()
	same := func(a, b release.Block) bool { return a.Kind == b.Kind && a.Text == b.Text && a.Speaker == b.Speaker }
	head := 0
	for head < len(now) && head < len(before) && same(now[head], before[head]) {
		head++
	}
	tail := 0
	for tail < len(now)-head && tail < len(before)-head && same(now[len(now)-1-tail], before[len(before)-1-tail]) {
		tail++
	}
	for i := range before {
		at := i
		if i >= len(before)-tail {
			at = len(now) - len(before) + i
		}
		if at >= len(now) || at >= len(now)-tail && i < len(before)-tail {
			lost += len(before[i].Marks)
			continue
		}
		now[at].Marks = kept(before[i].Marks, before[i].Text, now[at].Text)
		lost += max(0, len(before[i].Marks)-len(now[at].Marks))
	}
	out := Of(s.Title, s.Language, now)
	out.Fields = s.Fields
	return out, lost
}

// kept are the marks of a text after its middle has become another.
func kept(marks []release.Mark, before, after string) []release.Mark {
	was, is := []rune(before), []rune(after)
	head := 0
	for head < len(was) && head < len(is) && was[head] == is[head] {
		head++
	}
	tail := 0
	for tail < len(was)-head && tail < len(is)-head && was[len(was)-1-tail] == is[len(is)-1-tail] {
		tail++
	}
	moved := func(at, inside int) int {
		switch {
		case at <= head:
			return at
		case at >= len(was)-tail:
			return at + len(is) - len(was)
		default:
			return inside
		}
	}
	var all []release.Mark
	for _, m := range marks {
		if m.Start, m.End = moved(m.Start, len(is)-tail), moved(m.End, head); m.Start < m.End {
			all = append(all, m)
		}
	}
	return release.Normalize(all, utf8.RuneCountInString(after))
}
