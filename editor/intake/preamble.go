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
	for n < len(r.lines)-2 && r.lines[n].Kind == layout.Text && utf8.RuneCountInString(r.lines[n].Text) < coverLength {
		text := r.lines[n].Text
		greets := salutation.MatchString(text)
		if !greets && (!letter && n == 0 || !cover.MatchString(text) || !sentenceEnd(text) && !strings.HasSuffix(text, ":")) {
			break
		}
		n++
	}
	note(&r.release, r.lines[:n])
	r.lines = r.lines[n:]
}

// releaseMark is what an office writes above a headline to say what the paper is, with its
// number and its day where it has them.
var releaseMark = regexp.MustCompile(`^(?i:for immediate (?:release|distribution)|(?:press|news|media) (?:release|statement|advisory)|immediate release|` +
	`пресс-?\s?релиз|(?:информационное |официальное )?сообщение(?: для (?:печати|прессы|сми))?|информация для (?:печати|прессы|сми)|(?:для|к) немедленно(?:й|му|го) (?:публикаци\S+|распространени\S+)|для (?:распространения|публикации)(?: в сми)?|анонс(?: для сми)?)` +
	`(?:\s*(?i:№|no?\.?|#)\s*([\p{L}\d/.-]+))?(?:\s+(?:от|of|dated)\s+(.+?))?[:.!]?$`)

// reference is the number under which a paper left, and its day: «Исх. № 12-34/56 от 11.09.2024».
var reference = regexp.MustCompile(`^(?i:исх(?:одящий)?\.?|рег(?:истрационный)?\.?|вх\.?|на|ref(?:erence)?\.?|our ref\.?)?\s*(?i:(?:№|no\.?|:)\s*([_\p{L}\d/.-]+))(?:\s+(?:от|of|dated)\s+(.+?))?$`)

// numbered takes what a line says of the paper: that it is a release, its number, its day. The
// words themselves go to the notes.
func (r *reader) numbered(l layout.Paragraph) bool {
	m := releaseMark.FindStringSubmatch(l.Text)
	own := m != nil
	if !own {
		if m = reference.FindStringSubmatch(l.Text); m == nil || m[2] == "" && !strings.HasPrefix(strings.ToLower(l.Text), "исх") && !strings.Contains(l.Text, "№") {
			return false
		}
	}
	if m[2] != "" {
		day := dayAt(m[2])
		if day.length == 0 && own {
			return false // a headline that begins so
		}
		if day.length > 0 && own && r.release.Date.IsZero() {
			r.release.Date = day.from
		}
	}
	if own && r.release.Number == "" {
		r.release.Number = m[1]
	}
	note(&r.release, []layout.Paragraph{l})
	return true
}

// embargoLine says that the text is not to be published yet. "Embargo on oil
// lifted" is a headline.
var embargoLine = regexp.MustCompile(`^\W{0,4}(?i:(?:strictly\s+)?(?:under\s+)?embargo(?:ed)?(?:\s+(?:until|till|to|for|lifts|ends|expires|date|time)\s|\s*[:–—-]|[^\p{L}\d]*$)` +
	`|(?:hold|not) for (?:release|publication)\s|for release (?:at|on|after)\s|(?:do not|not to be) (?:publish|release)(?:ed)? (?:before|until)\s|release (?:date and )?time:` +
	`|(?:(?:весь )?(?:материал|текст|информация)\s+)?(?:(?:находится )?под\s+)?эмбарго(?:\s+(?:до|на публикацию|снимается|действует|истекает)\s|\s*[:–—-]|[^\p{L}\d]*$)|не (?:публиковать|для публикации|распространять)\s+(?:до|ранее)\s|публикация (?:разрешена|возможна)\s|(?:к публикации|опубликовать) (?:не ранее|после)\s|время публикации:)`)

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
	case isDraftMark(l.Text):
	case r.numbered(l):
	case r.held(l):
	case r.dateline(l, next):
	case isRule(l) && n > 0:
	case r.letterhead(l, next):
		note(&r.release, []layout.Paragraph{l})
	default:
		return n > 0 && r.contactAbove(l.Text)
	}
	return true
}

var (
	// address is where an office is: a postcode, a street, a house.
	address = regexp.MustCompile(`(?i)^\d{5,6},?\s|(?:^|[\s,])(?:ул|просп|пр-т|пер|наб|пл|бул|д|корп|стр|оф)\.\s?[\p{L}\d]|(?:^|[\s,])(?:улица|проспект|переулок|набережная|площадь|бульвар)\s|\d+\s+[\p{L} ]+(?:street|avenue|road|st\.|ave\.)`)
	// trail is the way to a page of a site: «Главная / Новости / 11.09.2024».
	trail = regexp.MustCompile(`^(?i:главная|на главную|home)\s*[/>»›→|·]`)
)

// letterhead reports whether a line above the headline says whose paper it is: an
// organisation by its name, its address, numbers and sites. A headline is left below it.
func (r *reader) letterhead(l, next layout.Paragraph) bool {
	if l.Kind != layout.Text || sentenceEnd(l.Text) && !address.MatchString(l.Text) || strings.Contains(l.Text, "\n") {
		return false
	}
	if trail.MatchString(l.Text) {
		return true
	}
	if utf8.RuneCountInString(l.Text) > datelineLength || hasVerb(l.Text) || next.Kind == layout.Text && len(r.lines) < 4 {
		return false
	}
	found := contactLinesIn(l.Text)[0]
	return address.MatchString(l.Text) || found.reachable() && found.who == nil || isOffice(l.Text) && titles(next)
}

// titles reports whether a line may be a headline: no sentence, and none that says when and where.
func titles(p layout.Paragraph) bool {
	o := openingOf(p.Text)
	return !sentenceEnd(p.Text) && !o.dated && !o.located || p.Kind == layout.Heading
}

// offices are the nouns that organisations are called by; meetings and texts of theirs are
// called by others.
var offices = regexp.MustCompile(`(?i)^(?:[\p{L}-]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)\s+){0,3}(?:министерство|секретариат|управление|департамент|комитет|комиссия|агентство|(?:пресс-)?служба|посольство|совет|администрация|правительство|аппарат|организация|фонд|институт|университет|академия|(?:пресс-)?центр|федерация|ассоциация|союз|банк|компания|корпорация|общество|дума|собрание|парламент|штаб|отдел|представительство|бюро|палата|инспекция|прокуратура|суд|музей|театр|а[ок]|пао|оао|зао|ооо|нко|фгбу|гуп)(?:\s+[^.!?:]+)?$`)

// isOffice reports whether a line is the name of an organisation, and nothing else.
func isOffice(text string) bool {
	return !strings.ContainsAny(text, ":0123456789") && offices.MatchString(text)
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

// held takes a line that holds the release back.
func (r *reader) held(l layout.Paragraph) bool {
	if l.Kind != layout.Text || !embargoLine.MatchString(l.Text) && !moment.NamesEmbargo(l.Text) || utf8.RuneCountInString(l.Text) >= 120 {
		return false
	}
	r.embargo(l)
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
