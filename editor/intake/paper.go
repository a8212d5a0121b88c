package intake

import (
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
	"communique/editor/release"
)

// paperName is what offices call their papers.
const paperName = `пресс-?\s?релиз|(?:press|news|media) (?:release|statement|advisory|note|notice)`

// releaseMark is what an office writes above a headline to say what the paper is, with its
// number and its day where it has them.
var releaseMark = regexp.MustCompile(`^(?i:for immediate (?:release|distribution)|` + paperName + `|immediate release|(?:press|news|media) release(?: \d{1,4}[/-]\d+| \(\d{4}\) ?\d{1,4})|` +
	`(?:информационное |официальное )?сообщение(?: для (?:печати|прессы|сми))?|информация для (?:печати|прессы|сми)|(?:(?:информационный|новостной|еженедельный|ежедневный) )?(?:бюллетень|дайджест)(?: новостей| сми| прессы)?|(?:для|к) немедленно(?:й|му|го) (?:публикаци\S+|распространени\S+)|для (?:распространения|публикации)(?: в сми)?|анонс(?: для сми)?|` + markElsewhere + `)` +
	`(?:\s*(?i:№|n[or]?\.?|n\.?\s?[°º]|núm\.?|nº|#):?\s*([\p{L}\d/.-]+)(?:\s\(\d+\))?)?(?:\s+(?:от|of|dated)\s+(.+?)|\s*[:,|–—-]\s+(.+?))?[:.!]?$`)

// reference is the number under which a paper left, and its day: «Исх. № 12-34/56 от 11.09.2024».
var reference = regexp.MustCompile(`^(?i:исх(?:одящий)?\.?|рег(?:истрационный)?\.?|вх\.?|на|ref(?:erence)?\.?|our ref\.?|p\.?r\.?)?\s*(?i:(?:№|no\.?|:)\s*([_\p{L}\d/.-]+))(?:\s+(?:от|of|dated)\s+(.+?))?$`)

// numberLabel says of a number alone that it is a paper's.
var numberLabel = regexp.MustCompile(`^(?i:исх|p\.?r\.? no)|№`)

// numbered takes what a line says of the paper: that it is a release, its number, its day. The
// words themselves go to the notes.
func (r *reader) numbered(l layout.Paragraph) bool {
	if m := releaseMark.FindStringSubmatch(l.Text); m != nil {
		return r.ofRelease(l, m[1], m[2], m[3])
	}
	if r.ofPaper(l) {
		return true
	}
	m := reference.FindStringSubmatch(l.Text)
	if m == nil || m[2] == "" && !numberLabel.MatchString(l.Text) {
		return false
	}
	if m[2] == "" && strings.HasPrefix(l.Text, "№") {
		r.number(m[1])
	}
	r.paper(dayAt(m[2]).from, l)
	r.aside(asideLetterhead, l)
	return true
}

// byDay is a number that ends with the day of its paper: «112-04-03-2025».
var byDay = regexp.MustCompile(`^\d{1,5}-(\d\d)-(\d\d)-(\d{4})$`)

// ofPaper takes a line that is the day of a paper and its number.
func (r *reader) ofPaper(l layout.Paragraph) bool {
	day, number, ok := paperIn(l.Text)
	if !ok || number == l.Text && !r.release.Date.IsZero() && r.release.Date != day {
		return false
	}
	r.dates(dateline{date: day})
	r.number(number)
	r.aside(asideLetterhead, l)
	return true
}

// paperIn reads such a line: «12.05.2025 № 15-П», «112-04-03-2025».
func paperIn(text string) (release.Date, string, bool) {
	if m := byDay.FindStringSubmatch(text); m != nil {
		day := dayAt(m[1] + "." + m[2] + "." + m[3])
		return day.from, text, day.length > 0
	}
	text = underDay.ReplaceAllString(text, "") // «от 12.05.2025 № 15-П»
	day := dayAt(text)
	m := reference.FindStringSubmatch(strings.TrimLeft(text[day.length:], " \u00a0\t,|–—-"))
	if day.length == 0 || m == nil || m[2] != "" {
		return release.Date{}, "", false
	}
	return day.from, m[1], true
}

// number takes the number of a paper that has none yet.
func (r *reader) number(number string) {
	if r.release.Number == "" {
		r.release.Number = number
	}
}

// paper keeps the day under which the paper itself left, for a text that says none.
func (r *reader) paper(day release.Date, line layout.Paragraph) {
	if r.left.IsZero() {
		r.left, r.leftBy = day, line
	}
}

// ofRelease takes the number of a release and its day, or when and where it was published. Where these
// words are neither, the line is a headline that begins so.
func (r *reader) ofRelease(l layout.Paragraph, number, day, published string) bool {
	if published != "" && (!isWhen(published) || !r.says(published)) {
		return false
	}
	if day != "" {
		d, ok := datelineOf(day, false) // «от 22.09.2025 | Мурманск»
		if !ok || !d.dated {
			d = dateline{date: dayAt(day).from, dated: dayAt(day).length > 0}
		}
		if !d.dated {
			return false
		}
		r.dates(d)
	}
	r.number(number)
	r.aside(asideLetterhead, l)
	return true
}
