package text

import (
	"strings"

	"communique/editor/release"
)

// part is what stands between two empty lines.
type part interface {
	// set writes it in lines of a width, in characters; 0 is any.
	set(width int) string
}

// paragraph is lines with no empty line between them.
type paragraph []line

// line is a line as its author broke it. Its mark is a dash or a number that stands
// before it; where the line is wrapped, the rest hangs behind the mark.
type line struct{ mark, text string }

// plain returns the lines of a text, none of which is empty.
func plain(text string) paragraph {
	var p paragraph
	for _, words := range Lines(text) {
		p = append(p, line{text: words})
	}
	return p
}

// marked is plain for a text with marks.
func marked(text string, marks []release.Mark) paragraph {
	return plain(spelled(tidied(text, marks, '\n')))
}

func appendParagraph(list []part, p paragraph) []part {
	if len(p) == 0 {
		return list
	}
	return append(list, p)
}

func parts(list []paragraph) []part {
	var all []part
	for _, p := range list {
		all = append(all, p)
	}
	return all
}

func (p paragraph) set(width int) string {
	var lines []string
	for _, l := range p {
		lines = append(lines, wrap(l, width)...)
	}
	return strings.Join(lines, "\n")
}

func join(list []part, width int) string {
	texts := make([]string, len(list))
	for i, p := range list {
		texts[i] = p.set(width)
	}
	return strings.Join(texts, "\n\n")
}
