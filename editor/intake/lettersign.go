package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/contact"
	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
)

// What programs and offices put below every letter: for whom it is meant, and what it was written with.
var (
	disclaimer = regexp.MustCompile(`^\W{0,3}(?i:confidentiality notice\W|(?:the )?(?:information|contents?)\s(?:contained )?(?:in|of) (?:this|the) (?:e-?mail|message)[^.]{0,200}(?:confidential|privileged|intended)|(?:this|the present) (?:e-?mail|electronic mail|message|communication)[^.]{0,200}(?:confidential|privileged|intended)|if you (?:have received this [^.]{0,80}(?:in error|mistake)|are not the intended)|please consider the environment before printing|this is an automat\p{L}+ (?:message|e-?mail)|please do not reply to this|(?:это )?письмо (?:отправлено|создано|сформировано) автоматически|(?:пожалуйста, )?не отвечайте на это письмо|` +
		`уведомление о конфиденциальности\W|(?:это|данное|настоящее) (?:электронное )?(?:сообщение|письмо)[^.]{0,200}(?:конфиденциальн|предназначен)|(?:информация, )?содержащаяся в (?:этом|данном|настоящем) (?:электронном )?(?:сообщении|письме)|если вы (?:получили [^.]{0,80}(?:по ошибке|ошибочно)|не являетесь [^.]{0,80}(?:адресат|получател))|(?:пожалуйста, )?(?:подумайте об? (?:экологии|окружающей среде|природе)|берегите природу)[^.]{0,40}печата)`)
	sentFrom = regexp.MustCompile(`^(?i:(?:отправлено (?:с|из)|посл?ано с|sent from|get outlook for|скачать outlook для|written on my)\s.{2,60})$`)
)

// belowLetter moves to the notes what stands below a letter and is none of it: a disclaimer, the program it was sent by.
func (r *reader) belowLetter() {
	n := len(r.Lines)
	for n > 2 && r.Lines[n-1].Kind == layout.Text && (disclaimer.MatchString(r.Lines[n-1].Text) || sentFrom.MatchString(r.Lines[n-1].Text)) {
		n--
	}
	r.Aside(repair.AsideLetter, r.Lines[n:]...)
	r.Lines = r.Lines[:n]
}

// The most that a motto below a signature's hyphens has.
const (
	longestMotto = 4
	mottoLength  = 160 // code points
)

// motto moves to the notes what stands below the two hyphens of a signature and names nobody: a few lines.
func (r *reader) motto() {
	at := len(r.Lines) - 1
	for at > 1 && at >= len(r.Lines)-1-longestMotto && r.Lines[at].Text != "--" {
		at--
	}
	if at < 2 || at == len(r.Lines)-1 || r.Lines[at].Text != "--" {
		return
	}
	if slices.ContainsFunc(r.Lines[at:], func(l layout.Paragraph) bool {
		return l.Kind != layout.Text || utf8.RuneCountInString(l.Text) > mottoLength
	}) {
		return
	}
	r.Aside(repair.AsideLetter, r.Lines[at+1:]...)
	r.Lines = r.Lines[:at]
}

const (
	// longestSignature is how many lines stand below «С уважением» at most.
	longestSignature = 3
)

// signature takes who signs a letter, though nobody says how he is reached. What is no name
// and no office goes to the notes, with the courtesy. It reports whether somebody signs.
func (r *reader) signature() bool {
	if r.signedBeside() {
		return true
	}
	for at := len(r.Lines) - 1; at > 1 && at >= len(r.Lines)-1-contact.LongestReached; at-- {
		signs := contact.Courtesy.MatchString(r.Lines[at].Text) && (at < len(r.Lines)-1 || signsInLine.MatchString(r.Lines[at].Text)) // «Всего доброго!»
		if text := r.Lines[at].Text; !signs && wording.SentenceEnd(text) && !contact.LinesIn(text)[0].Reachable() || at < len(r.Lines)-1-longestSignature && !contact.AnyReachable(wording.Exploded(r.Lines[at:])) {
			return false
		}
		if m := contact.Courtesy.FindString(r.Lines[at].Text); m == "" {
			continue
		}
		lines := wording.Exploded(r.Lines[at:])
		r.Lines = r.Lines[:at]
		r.signed(lines)
		return true
	}
	return false
}

// besideName is a line in which a gap parts a post from who has it, as papers are signed: «Председатель комитета      В. А. Пробный».
var besideName = regexp.MustCompile(`^(\p{Lu}[^\d@:;!?]{3,120}?)(?:\t+|\s{3,})(\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}[\p{L}-]+|\p{Lu}[\p{L}-]+\s\p{Lu}\.\s?(?:\p{Lu}\.)?|\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){1,2})$`)

// belowSigns is how many lines stand below such a line at most: who wrote the paper, and how he is called.
const belowSigns = 3

// signedBeside takes such a line at the end of a text, with what is read of the lines below it.
func (r *reader) signedBeside() bool {
	for at := len(r.Lines) - 1; at > 1 && at >= len(r.Lines)-1-belowSigns; at-- {
		l := r.Lines[at]
		if signed, from := r.signs(at); signed.Text != "" {
			below := wording.Exploded(r.Lines[at+1:])
			if len(below) > 0 && !contact.AnyReachable(below) {
				return false
			}
			r.Lines = r.Lines[:from]
			r.signed(append([]layout.Paragraph{signed}, below...))
			return true
		}
		if wording.SentenceEnd(l.Text) && !wording.Initial.MatchString(l.Text) && !contact.LinesIn(l.Text)[0].Reachable() {
			return false
		}
	}
	return false
}

// Signs reads line at as one that signs, whose post may begin in the line above, from which it stands then. The last line of all needs no gap
// where it is a post with initials and a surname.
func (r *reader) signs(at int) (signed layout.Paragraph, from int) {
	l, above := r.Lines[at], r.Lines[at-1]
	m := besideName.FindStringSubmatch(l.Text)
	if l.Kind != layout.Text || m == nil {
		if at != len(r.Lines)-1 || !wording.SentenceEnd(above.Text) || !isPostWithInitials(l.Text) {
			return layout.Paragraph{}, 0
		}
		return l, at
	}
	post := m[1]
	l.Marks = nil
	if at > 2 && above.Kind == layout.Text && !wording.SentenceEnd(above.Text) && utf8.RuneCountInString(above.Text) <= contact.AmidLength {
		if l.Text = above.Text + " " + post + ", " + m[2]; namesWithPost(l.Text) {
			return l, at - 1
		}
	}
	if l.Text = post + ", " + m[2]; namesWithPost(l.Text) {
		return l, at
	}
	return layout.Paragraph{}, 0
}

// namesWithPost reports whether a line is somebody with his post.
func namesWithPost(text string) bool {
	l := contact.LinesIn(text)[0]
	return l.Certain && len(l.Who) > 1 && !l.Opens() && !l.Reachable()
}

// isPostWithInitials reports whether a line is a known post and initials with a surname.
func isPostWithInitials(text string) bool {
	l := contact.LinesIn(text)[0]
	return l.Certain && len(l.Who) == 1 && l.Who[0].Post != "" && contact.WithInitial.MatchString(l.Who[0].Name) && !l.Opens() && !l.Reachable()
}

// signed reads the lines below a text that sign it. Below contacts who signs is asked only where the lines say how he is reached.
func (r *reader) signed(lines []layout.Paragraph) {
	asked := askedAbove(r.Lines)
	if asked {
		r.Unruled()
	}
	for _, l := range lines {
		if signsInLine.MatchString(l.Text) && wording.SentenceEnd(l.Text) {
			l.Text, l.Marks = release.Piece(l.Text, l.Marks, 0, utf8.RuneCountInString(l.Text)-1)
		}
		if m := yours.FindString(l.Text); m != "" && contact.Courtesy.FindString(l.Text) != l.Text {
			r.Aside(repair.AsideContact, layout.Paragraph{Kind: layout.Text, Text: strings.TrimSpace(m), At: l.At})
			l.Text, l.Marks = release.Piece(l.Text, l.Marks, utf8.RuneCountInString(m), utf8.RuneCountInString(l.Text))
		}
		if (!asked || contact.AnyReachable(lines)) && !wording.IsRule(l) && !contact.IsAddress(l) && contact.IsLine(l.Text, true) {
			r.ReadLine(l)
		} else {
			r.Aside(repair.AsideContact, l)
		}
	}
	r.calledShortly()
}

// signsInLine is a courtesy with who signs behind it, and nothing else: «С уважением, пресс-служба фонда».
var signsInLine = regexp.MustCompile(`^(?i:с уважением|құрметпен|урматтоо менен|з павагай|hurmat bilan), [^.!?]{3,80}\.?$`)

// yours stands before who signs a letter: «Ваш Пётр Пробный», «С уважением, Ваша пресс-служба».
var yours = regexp.MustCompile(`^(?i:(?:с уважением,? )?(?:всегда |искренне )?ваш[аи]?|yours),?\s+`)

// calledShortly drops who signs by a first name above the whole name: «Пётр» over «Пётр Пробный».
func (r *reader) calledShortly() {
	all := r.Release.Contacts
	for i := 0; i+1 < len(all); i++ {
		if c := all[i]; c.Post == "" && c.Organisation == "" && !contact.Reached(c) && c.Name != "" && strings.HasPrefix(all[i+1].Name, c.Name+" ") {
			r.Release.Contacts = slices.Delete(all, i, i+1)
			return
		}
	}
}

// askedAbove reports whether lines end with contacts that are reached, so that who signs below them is nobody to be asked.
func askedAbove(lines []layout.Paragraph) bool {
	above := contact.Reader{Lines: slices.Clone(lines)}
	above.Unruled()
	return slices.ContainsFunc(above.Release.Contacts, contact.Reached)
}
