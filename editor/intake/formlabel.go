package intake

import (
	"slices"
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
	"communique/editor/release"
)

// headlineLabel and textLabel are what a form says of the parts of a text: «Заголовок: …», «Текст: …».
var (
	headlineLabel = regexp.MustCompile(`^(?i:заголовок|название|headline)\s*:\s+`)
	textLabel     = regexp.MustCompile(`^(?i:лид|текст(?: релиза| новости| сообщения)?|содержание|lead|text|body)\s*:\s+`)
)

// unlabel takes the labels of a form off the headline and what stands below it.
func (r *reader) unlabel() {
	at := slices.IndexFunc(r.lines, func(l layout.Paragraph) bool { return headlineLabel.MatchString(l.Text) })
	if at < 0 || at >= preambleLines {
		return
	}
	for i := at; i < len(r.lines); i++ {
		l := &r.lines[i]
		label := textLabel.FindString(l.Text)
		if i == at {
			label = headlineLabel.FindString(l.Text)
		}
		if label == "" {
			continue
		}
		said := *l
		said.Text, said.Marks = strings.TrimSpace(label), nil
		r.aside(asideLetterhead, said)
		letters := len([]rune(l.Text))
		l.Text, l.Marks = release.Piece(l.Text, l.Marks, len([]rune(label)), letters)
	}
}
