package text

import "strings"

// paragraph is lines with no empty line between them.
type paragraph []line

// line is a line as its author broke it. Its mark is a dash that stands before
// it; where the line is wrapped, the rest hangs behind the mark.
type line struct{ mark, text string }

// plain returns the lines of a text, none of which is empty.
func plain(text string) paragraph {
	var p paragraph
	for _, words := range Lines(text) {
		p = append(p, line{text: words})
	}
	return p
}

func appendParagraph(list []paragraph, p paragraph) []paragraph {
	if len(p) == 0 {
		return list
	}
	return append(list, p)
}

// set writes a paragraph in lines of a width, in characters; 0 is any.
func (p paragraph) set(width int) string {
	var lines []string
	for _, l := range p {
		lines = append(lines, wrap(l, width)...)
	}
	return strings.Join(lines, "\n")
}

func join(list []paragraph, width int) string {
	parts := make([]string, len(list))
	for i, p := range list {
		parts[i] = p.set(width)
	}
	return strings.Join(parts, "\n\n")
}
