package intake

import (
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/moment"
	"communique/editor/regexp"
	"communique/editor/release"
)

// embargoLine says that the text is not to be published yet. "Embargo on oil
// lifted" is a headline.
var embargoLine = regexp.MustCompile(`^\W{0,4}(?i:(?:(?:внимание|важно|attention|please note|achtung|important)\s*[!:.,–—-]*\s*)?(?:` +
	englishHold + `|` + russianHold + `|` + europeanHold + `|` + easternHold + `))`)

const (
	englishHold = `(?:(?:this|the) (?:(?:press|media|news) )?(?:release|material|document|information|report|content|text|story) is\s+)?(?:strictly\s+)?(?:under\s+)?(?:(?:a )?strict\s+)?(?:press |media |news )?embargo(?:ed)?(?:\s+(?:until|till|to|for|lifts|ends|expires|date|time|\d)|\s*[:–—-]|[^\p{L}\d]*$)` +
		`|(?:hold|not) for (?:release|publication|broadcast|use)[\s:]|for release (?:at|on|upon|after)\s|release at will after\s|please (?:observe|respect) (?:the|this|our) embargo|hold until\s|(?:do not|not to be) (?:publish|release|us|broadcast)(?:ed)? (?:before|until)\s|release (?:date and )?time:`
	russianHold = `(?:(?:весь |настоящий |данный )?(?:материал|текст|информация|(?:пресс-)?релиз)\s+)?(?:(?:находится )?под\s+)?(?:(?:срок )?эмбарго|запрет на публикацию)(?:\s+(?:до|на публикацию|снимается|действует|истекает)\s|(?:\s+на публикацию)?\s*[:–—-]|[^\p{L}\d]*$)` +
		`|(?:(?:материал|текст|информация|(?:пресс-)?релиз) )?под эмбарго[!.,;(]|эмбарго!|(?:прос(?:им|ьба) )?не (?:публиковать|для публикации|распространять)\s+(?:до|ранее|раньше)\s|(?:(?:информация|материал|текст) )?не для (?:публикации|печати|эфира|распространения)\s+(?:до|ранее|раньше)\s|(?:снятие|окончание) эмбарго\s*[:–—-]` +
		`|публиковать (?:можно )?(?:только )?(?:не ранее|после|с)\s+\d|(?:(?:информация|материал|текст) )?(?:для|к) публикации не (?:ранее|раньше)\s|публикация (?:разрешена|возможна)\s|(?:информация|материал|текст|релиз) закрыта?о? до\s|(?:выход в эфир|публикация)(?: и (?:публикация|выход в эфир))?\s*[–—:-]\s*(?:не ранее|не раньше|после|с)\s|разреш(?:ено|ается) (?:к публикации|публиковать)\s` +
		`|(?:материал )?предназначена?о? для публикации (?:после|с)\s|(?:к публикации|опубликовать) (?:не ранее|после)\s|к публикации\s+\d|время публикации:|до\s[^.!?]{3,80}\sне (?:публиковать|распространять)\W*$`
	europeanHold = `(?:(?:communiqué|information|document|texte) )?sous embargo(?:\s|\s*:|$)|embargo (?:jusqu|bis |hasta |fino |até )|(?:à )?ne pas (?:diffuser|publier|divulguer) avant\s|(?:diffusion|publication) interdite avant\s` +
		`|sperrfrist(?:\s*:|\s+(?:bis|\d)|\s*[–—-]\s|$)|frei (?:zur veröffentlichung|ab)\s|nicht (?:veröffentlichen|zur veröffentlichung) vor\s|gesperrt bis\s` +
		`|(?:información |nota )?embargad[oa] (?:hasta|até)\s|bajo embargo\s|sob embargo\s|sotto embargo\s|no (?:publicar|difundir) (?:antes|hasta)\s|(?:da )?non (?:diffondere|pubblicare) prima\s|não (?:publicar|divulgar) antes\s|nie publikować (?:przed|do)\s` +
		`|(?:під )?ембарго(?:\s+(?:до|діє)\s|\s*:)|не публікувати (?:до|раніше)\s|(?:пад )?эмбарга(?:\s+(?:да|дзейнічае)\s|\s*:)|не публікаваць (?:да|раней)\s`
	easternHold = `.{3,80}\s?(?:дейін|чейин|gacha|гача|oldin|олдин|мурда|бұрын)\s+(?:жариялауға|таратуға|жарыялоого|таратууга|(?:e.lon qilin|chop etil|tarqatil|эълон қилин|чоп этил)(?:ma|ма)|жариялан|жарыялан|эмбарго|embargo|e.lon qilish|эълон қилиш)` +
		`|эмбарго\s+.{3,60}(?:дейін|чейин|гача)(?:\s|$)|embargo\s+.{3,60}\sgacha(?:\s|$)`
)

// longestHold is how long such a line is at most, in code points.
const longestHold = 120

// holds reports whether a line says that the text is not to be published yet.
func holds(text string) bool {
	return embargoLine.MatchString(text) || moment.NamesEmbargo(text) || moment.Holds(text)
}

// noHold is what a form says of an embargo where there is none.
var noHold = regexp.MustCompile(`^\W{0,4}(?i:эмбарго|embargo|эмбарга|ембарго|sperrfrist)\s*[:–—-]\s*(?i:нет|без эмбарго|отсутствует|не установлено|не предусмотрено|none|no|n/a|keine|brak|няма|немає|жоқ|жок|yo[‘'ʻ’]q)\.?$`)

// held takes a line that holds the release back.
func (r *reader) held(l layout.Paragraph) bool {
	if l.Kind != layout.Text || !holds(l.Text) || utf8.RuneCountInString(l.Text) >= longestHold {
		return false
	}
	if _, rest := heldBefore(l.Text); rest != l.Text { // the headline stands in the same line
		return false
	}
	r.embargo(l)
	return true
}

// heldAbove takes a line above the headline that holds the release back, in whatever words.
func (r *reader) heldAbove(l layout.Paragraph, n int) bool { return r.held(l) || r.heldSomehow(l, n) }

// heldSomehow takes a line above the headline that names an embargo and an hour, whatever else it says: nobody may pass it over.
func (r *reader) heldSomehow(l layout.Paragraph, n int) bool {
	if l.Kind != layout.Text || !moment.SpeaksOfHour(l.Text) || !titledBelow(r.lines[n+1:]) {
		return false
	}
	if _, rest := heldBefore(l.Text); rest != l.Text {
		return false
	}
	r.embargo(l)
	return true
}

// embargo takes an embargo line. What is uncertain in it is left to people: the line
// stays with the release as unread, and keeps it from being issued.
func (r *reader) embargo(l layout.Paragraph) {
	if noHold.MatchString(l.Text) || holdBack(&r.release, l.Text) {
		r.aside(asideEmbargo, l) // the office's own words stay readable
	}
}

// holdBack gives a release the embargo that a text says, and reports whether it is read. Of two that differ neither is.
func holdBack(to *release.Release, text string) bool {
	e, err := moment.Embargo(text)
	differ := err == nil && !to.Embargo.IsZero() && !e.At.Equal(to.Embargo.At)
	if differ {
		text, to.Embargo = moment.FormatEmbargo(to.Embargo)+"; "+text, release.Embargo{}
	}
	if err != nil || differ {
		if len(to.Unread) > 0 {
			text = to.Unread[0].Text + "; " + text
		}
		to.Unread = []release.Unread{{Field: release.EmbargoField, Text: text}}
		return false
	}
	to.Embargo = e
	return true
}

// heldAtEnd takes a line at the end that holds the release back. There a text may speak of an embargo: what is not read of a sentence stays in it.
func (r *reader) heldAtEnd() {
	for i := len(r.lines) - 1; i > 1 && i > len(r.lines)-1-longestBlock; i-- {
		l := r.lines[i]
		if l.Kind != layout.Text || !holds(l.Text) || utf8.RuneCountInString(l.Text) >= longestHold {
			continue
		}
		if _, err := moment.Embargo(l.Text); err != nil && (sentenceEnd(l.Text) || hasVerb(l.Text)) {
			continue
		}
		r.embargo(l)
		r.lines = append(r.lines[:i:i], r.lines[i+1:]...)
		return
	}
}

// heldBefore parts an embargo from the headline behind it in one line, «ЭМБАРГО до 10:00 МСК 3 октября 2025 г.: Музей …»: of the signs that may part them the
// last one behind an embargo that is read does. Where none is read, the whole line is left to people.
func heldBefore(text string) (embargo, rest string) {
	const longest = 400 // bytes
	if len(text) > longest || !holds(strings.TrimLeft(text, "[(")) {
		return "", text
	}
	for _, m := range partsHeadline.FindAllStringIndex(text, -1) {
		before, behind := strings.Trim(text[:m[0]], "[( "), text[m[1]:]
		if e, err := moment.Embargo(before); err == nil && !e.IsZero() && startsSentence(behind) {
			embargo, rest = before, behind
		}
	}
	if embargo == "" {
		return text, text
	}
	return embargo, rest
}

// partsHeadline are the signs that may stand between an embargo and a headline.
var partsHeadline = regexp.MustCompile(`\s*[:|\])]\s*[:–—-]?\s+|\s+[–—-]\s+|\s*//\s*`)

// heldBySubject takes the embargo that the subject of a letter says, and returns the rest.
func heldBySubject(to *release.Release, subject string) string {
	embargo, rest := heldBefore(subject)
	if embargo != "" {
		holdBack(to, embargo)
	}
	return rest
}

// heldInHeadline takes the embargo before the headline in its line.
func (r *reader) heldInHeadline() {
	if len(r.lines) == 0 || r.lines[0].Kind != layout.Text {
		return
	}
	if embargo, rest := heldBefore(r.lines[0].Text); embargo != "" && rest != r.lines[0].Text {
		r.embargo(layout.Paragraph{Text: embargo, At: r.lines[0].At})
		r.lines[0].Text, r.lines[0].Marks = rest, nil
	}
}
