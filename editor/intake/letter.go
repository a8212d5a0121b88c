package intake

import (
	"strings"
	"unicode/utf8"

	"communique/editor/intake/calendar"
	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
)

// mailField is a line of a letter's head, as it comes when a letter is pasted.
var mailField = regexp.MustCompile(`^(?i:(от|кому|копия|отправлено|дата|тема|from|to|cc|sent|date|subject)):\s*(.*)$`)

// fewFields is how many such lines are a letter's head.
const fewFields = 3

// forwardMark stands above a letter that was sent on, and forwardedBy says below it whose it was.
var (
	forwardMark = regexp.MustCompile(`^(?i:-{3,}\s*(?:пересылаемое|пересланное|переадресованное|перенаправленное|исходное|forwarded|original) (?:сообщение|письмо|message)\s*-{3,}|begin forwarded message:|начало (?:переадресованного|пересылаемого) сообщения:)$`)
	forwardedBy = regexp.MustCompile(`^\d[^<>]{5,80}<[^<>\s]+@[^<>\s]+>\s*:?$`)
)

// passesOn is what is said above a letter that is sent on, where no mark parts the two.
var passesOn = regexp.MustCompile(`(?i)пересыла(?:ю|ем)|переда(?:ю|ём|ем)\b|см\. ниже|ниже (?:письмо|релиз|текст)|для сведения|в работу|\bfyi\b|forwarding|see below`)

// The most that is said above a letter that was sent on: so many lines, and so many code points.
const (
	linesAbove   = 8
	lettersAbove = 400
	quietAbove   = 250 // where nothing says that it is passed on: a short release has more
)

// forwarded moves to the notes what stands above a letter that was sent on.
func (r *reader) forwarded() {
	n, marked := r.sentOn()
	if marked {
		if n++; forwardedBy.MatchString(r.Lines[n].Text) {
			n++
		}
	}
	r.Aside(repair.AsideLetter, r.Lines[:n]...)
	r.Lines = r.Lines[n:]
}

// sentOn returns the line at which a letter begins that was sent on, with a mark above it or not: below
// a few words of who did. It is 0 for all others.
func (r *reader) sentOn() (n int, marked bool) {
	letters, says := 0, false
	for n := range min(linesAbove, len(r.Lines)-3) {
		text := r.Lines[n].Text
		switch {
		case forwardMark.MatchString(text) && (says || letters <= quietAbove):
			return n, true
		case says && headOfLetter(r.Lines[n:]):
			return n, false
		}
		letters += utf8.RuneCountInString(text)
		if letters > lettersAbove {
			break
		}
		says = says || passesOn.MatchString(text) || cover.MatchString(text)
	}
	return 0, false
}

// headOfLetter reports whether lines begin with the head of a letter.
func headOfLetter(lines []layout.Paragraph) bool {
	n := 0
	for n < len(lines) && n < fewFields && mailField.MatchString(lines[n].Text) {
		n++
	}
	return n == fewFields
}

// letter moves the head of a letter to the notes and returns its subject.
func (r *reader) letter() (subject string) {
	n := 0
	sent, day := layout.Paragraph{}, release.Date{}
	for ; n < len(r.Lines)-1; n++ {
		m := mailField.FindStringSubmatch(r.Lines[n].Text)
		if m == nil {
			break
		}
		switch strings.ToLower(m[1]) {
		case "тема", "subject":
			subject = m[2]
		case "дата", "отправлено", "date", "sent":
			sent, day = r.Lines[n], calendar.DayAt(m[2]).From
		}
	}
	subject = asHeadline(subject)
	if n < fewFields && (subject == "" || !titledBelow(r.Lines[n:]) && (n < fewFields-1 || !r.Lines[n].Apart)) {
		return ""
	}
	subject = heldBySubject(&r.Release, subject)
	r.paper(day, sent)
	r.Aside(repair.AsideLetter, r.Lines[:n]...)
	r.Lines = r.Lines[n:]
	r.greeting(true)
	return subject
}

// salutation begins a letter, and cover says what comes along with it.
var (
	salutation = regexp.MustCompile(`^(?i:добр(?:ый день|ое утро|ый вечер)|здравствуйте|приветствую|(?:уважаем|дорог)(?:ые|ый|ая)\s[^.!?]{2,60}|коллеги|господа|dear\s[^.!?]{2,60}|hello|hi|good (?:morning|afternoon|evening|day))(?:,?\s[^.!?:]{1,60})?[!,.]$`)
	cover      = regexp.MustCompile(`(?i)направля(?:ем|ю)|высыла(?:ем|ю)|прилага(?:ем|ю|ется)|во вложении|просим (?:вас )?(?:разместить|опубликовать|осветить)|please find|attached|is pasted below|below is`)
)

// coverLength is how long a sentence of a letter is that brings a release, in code points.
const coverLength = 200

// greeting moves to the notes how a letter begins. What it brings is told only below a
// salutation, or in a letter.
func (r *reader) greeting(letter bool) {
	n := 0
	for n < len(r.Lines)-2 && r.Lines[n].Kind == layout.Text && utf8.RuneCountInString(r.Lines[n].Text) < coverLength {
		text := r.Lines[n].Text
		greets := salutation.MatchString(text)
		if !greets && (!letter && n == 0 || !cover.MatchString(text) || !wording.SentenceEnd(text) && !strings.HasSuffix(text, ":")) {
			break
		}
		n++
	}
	r.Aside(repair.AsideGreeting, r.Lines[:n]...)
	r.Lines = r.Lines[n:]
}
