package intake

import (
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/moment"
	"communique/editor/regexp"
	"communique/editor/release"
)

// preambleLines is how many lines may stand above a headline.
const preambleLines = 8

// mailField is a line of a letter's head, as it comes when a letter is pasted.
var mailField = regexp.MustCompile(`^(?i:от|кому|копия|отправлено|дата|тема|from|to|cc|sent|date|subject):\s*(.*)$`)

// fewFields is how many such lines are a letter's head.
const fewFields = 3

// letter moves the head of a letter to the notes and returns its subject.
func (r *reader) letter() (subject string) {
	n := 0
	for ; n < len(r.lines)-1; n++ {
		m := mailField.FindStringSubmatch(r.lines[n].Text)
		if m == nil {
			break
		}
		if name := strings.ToLower(m[0]); strings.HasPrefix(name, "тема") || strings.HasPrefix(name, "subject") {
			subject = titled(m[1])
		}
	}
	if n < fewFields {
		return ""
	}
	note(&r.release, r.lines[:n])
	r.lines = r.lines[n:]
	return subject
}

// releaseMark is what an office writes above a headline to say what the paper is.
var releaseMark = regexp.MustCompile(`^(?i:for immediate release|(?:press|news|media) (?:release|statement)|immediate release|` +
	`пресс-релиз|для немедленной публикации|сообщение для (?:печати|прессы|сми))[:.!]?$`)

// drafts are the words that mark a release which was not issued yet.
const drafts = `ПРОЕКТ|DRAFT|ПРАЕКТ|ПРОЄКТ|ЖОБА|ДОЛБООР|ЛОИҲА|ЛОЙИҲА|LOYIHA|LAYİHƏ|PROIECT|ՆԱԽԱԳԻԾ|პროექტი`

// draftMark is the line that the forms of a draft begin with, and draftSubject the
// beginning of its letter's subject: what is read is a draft anyway.
var (
	draftMark    = regexp.MustCompile(`^(?:` + drafts + `)$`)
	draftSubject = regexp.MustCompile(`^(?:` + drafts + `) – `)
)

// embargoLine says that the text is not to be published yet. "Embargo on oil
// lifted" is a headline.
var embargoLine = regexp.MustCompile(`^\*{0,3}\s*(?i:(?:strictly\s+)?(?:under\s+)?embargo(?:ed)?(?:\s+(?:until|till|to|for)\s|\s*[:–—-]|[^\p{L}\d]*$)` +
	`|(?:hold|not) for (?:release|publication)\s|for release (?:at|on|after)\s` +
	`|(?:материал\s+)?(?:под\s+)?эмбарго(?:\s+до\s|\s*[:–—-]|[^\p{L}\d]*$)|не (?:публиковать|для публикации)\s+(?:до|ранее)\s)`)

// preamble reads what stands above the headline: what kind of paper it is, the
// embargo, the date of publication and who to ask. Lines are taken only while
// they are one of these, and only where a headline is left below them.
func (r *reader) preamble() {
	n := 0
	for n < len(r.lines)-1 && n < preambleLines && r.above(r.lines[n], r.lines[n+1], n) {
		n++
	}
	r.lines = r.lines[n:]
}

// above reads the nth line above the headline. A contact can only follow one that says
// what the paper is, or when it was published.
func (r *reader) above(l, next layout.Paragraph, n int) bool {
	switch {
	case draftMark.MatchString(l.Text):
	case releaseMark.MatchString(l.Text):
		note(&r.release, []layout.Paragraph{l})
	case embargoLine.MatchString(l.Text) && utf8.RuneCountInString(l.Text) < 120:
		r.embargo(l)
	case r.dateline(l, next):
	default:
		return n > 0 && r.contactAbove(l.Text)
	}
	return true
}

// contactAbove reads a contact line such as "Contact: Ann Example, 000-0000". It is taken
// only where all of it is understood.
func (r *reader) contactAbove(text string) bool {
	lines := contactLinesIn(text)
	if l := lines[0]; !l.opens() || !l.certain || !l.reachable() {
		return false
	}
	for _, l := range lines {
		r.take(l)
	}
	return true
}

// embargo takes an embargo line. What is uncertain in it is left to people: the line
// stays with the release as unread, and keeps it from being issued.
func (r *reader) embargo(l layout.Paragraph) {
	e, err := moment.Embargo(l.Text)
	if err != nil {
		r.unread = append(r.unread, l.Text)
		r.release.Unread = []release.Unread{{Field: release.EmbargoField, Text: strings.Join(r.unread, "; ")}}
		return
	}
	r.release.Embargo = e
	note(&r.release, []layout.Paragraph{l}) // the office's own words stay readable
}
