package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/intake/officename"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
)

// headlineLabel and textLabel are what a form says of the parts of a text: «Заголовок: …», «Текст: …», "Re: …".
var (
	headlineLabel = regexp.MustCompile(`^(?i:заголовок|название|headline|title|re|betreff|betr\.|objet|asunto|assunto|oggetto|dotyczy|konu|tárgy|věc|onderwerp|ämne|aihe)\s*:\s+`)
	textLabel     = regexp.MustCompile(`^(?i:лид|текст(?: релиза| новости| сообщения)?|содержание|lead|text|body)\s*:\s+`)
)

// fewestOfTitle is how many words a headline has at least behind what the paper is: «Пресс-релиз: Совет торговли» is an office's.
const fewestOfTitle = 4

// unkind takes what the paper is off the line of its headline: «Пресс-релиз: Совет принял план дорог».
func (r *reader) unkind() {
	if len(r.Lines) < 2 {
		return
	}
	l := &r.Lines[0]
	kind := paperKind.FindString(l.Text)
	title := l.Text[len(kind):]
	if kind == "" || len(strings.Fields(title)) < fewestOfTitle || !wording.StartsSentence(title) || officename.IsEnglishHouse(title) {
		return
	}
	r.cutLabel(l, kind)
}

// cutLabel takes a label off the start of a line, and keeps it in the notes.
func (r *reader) cutLabel(l *layout.Paragraph, label string) {
	said := *l
	said.Text, said.Marks = strings.TrimSpace(label), nil
	r.Aside(repair.AsideLetterhead, said)
	l.Text, l.Marks = release.Piece(l.Text, l.Marks, utf8.RuneCountInString(label), utf8.RuneCountInString(l.Text))
}

// isSentenceAbove reports whether a line is one of a text, and none above its headline.
func isSentenceAbove(l layout.Paragraph) bool {
	const shortest = 80 // code points
	return wording.SentenceEnd(l.Text) && utf8.RuneCountInString(l.Text) >= shortest
}

// unlabel takes the labels of a form off the headline and what stands below it.
func (r *reader) unlabel() {
	at := slices.IndexFunc(r.Lines, func(l layout.Paragraph) bool { return headlineLabel.MatchString(l.Text) })
	if at < 0 || at >= preambleLines || slices.ContainsFunc(r.Lines[:at], isSentenceAbove) { // a memo within a text has its own "Re: …"
		return
	}
	for i := at; i < len(r.Lines); i++ {
		l := &r.Lines[i]
		label := textLabel.FindString(l.Text)
		if i == at {
			label = headlineLabel.FindString(l.Text)
		}
		if label != "" {
			r.cutLabel(l, label)
		}
	}
}
