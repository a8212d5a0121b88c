package intake

import (
	"strings"
	"unicode"

	"communique/editor/regexp"
)

var (
	// rubric is a page's section above a headline, or what somebody says of the paper.
	rubric = regexp.MustCompile(`^(?i:\[?(?:statement|news|speech|remarks|readout|announcement|urgent|draft|logo|новости|заявление|комментарий(?: пресс-\S+)?|объявление|события|главное|документы|релиз|пост-?релиз|` +
		`срочно(?: в номер)?|проект|логотип|(?:немедленно )?(?:к|для) (?:публикации|печати|распространения)|(?:материал|текст) (?:к|для) (?:публикации|печати)|(?:немедленно|можно) (?:к|для) (?:публикации|распространения)|\d{1,2}\+)\]?[!.:]?)$`)
	// labelled is a line that says of the paper what a page or a form does.
	labelled = regexp.MustCompile(`^(?i:рубрика|категория|раздел|тип материала|вид документа|теги|ключевые слова|версия|редакция от|автор|источник|фото|section|category|tags|keywords|version|source|photo|ref|reference|ref\. no|our ref)\.?(?:\s*:|\s+от\s)\s*\S`)
	// requisites are an organisation's numbers.
	requisites = regexp.MustCompile(`^(?:ИНН|КПП|ОГРН(?:ИП)?|ОКПО|БИК|р/с|к/с)[\s/:№]*\d`)
	// documentName is a file's, which somebody has copied with its text.
	documentName = regexp.MustCompile(`(?i)^[^\s].{0,80}\.(?:docx?|odt|rtf|pdf|txt)$`)
	// hashtags stand alone in a line.
	hashtags = regexp.MustCompile(`^(?:#[\p{L}\d_]+[\s,]*)+$`)
	// approval is the mark of the one who lets a paper leave; his post and name follow.
	approval = regexp.MustCompile(`^(?i:утверждаю|согласовано|approved(?: by)?)\s*(?:[:.]\s*(.*))?$`)
	signed   = regexp.MustCompile(`^[«"]?_{2,}|_{3,}`)
)

// approves reports whether a line is the mark of whoever lets the paper leave, or goes on with it.
func (r *reader) approves(text string) bool {
	rest := text
	if m := approval.FindStringSubmatch(text); m != nil {
		r.approving, rest = true, m[1]
	}
	r.approving = r.approving && (rest == "" || isContactLine(rest, false) || signed.MatchString(rest))
	return r.approving
}

// belongsAbove reports whether a line stands above headlines, and none is one.
func belongsAbove(text string) bool {
	for _, pattern := range []*regexp.Regexp{rubric, requisites, documentName, hashtags} {
		if pattern.MatchString(text) {
			return true
		}
	}
	if labelled.MatchString(text) {
		return !hasVerb(text) // «Источник: переговоры пройдут в Женеве»
	}
	section, when, ok := strings.Cut(text, " / ")
	return ok && rubric.MatchString(section) && isWhen(when) || isEnglishOffice(text)
}

var englishOffice = regexp.MustCompile(`^(?i:(?:the )?(?:ministry|department|office|embassy|council|committee|commission|agency|secretariat|government|university|institute|bank|federation|association) (?:of|for) )(.+)$`)

// isEnglishOffice reports whether a line is the name of an English office, and nothing else: what it
// is for is two words, or more that are joined. «Ministry of Transport Launches Plan» is a headline.
func isEnglishOffice(text string) bool {
	m := englishOffice.FindStringSubmatch(text)
	if m == nil || strings.ContainsAny(text, ":.!?0123456789") {
		return false
	}
	joined, length := map[string]bool{"of": true, "for": true, "and": true, "the": true, "&": true, "on": true}, 0
	for _, word := range strings.Fields(m[1]) {
		if joined[strings.ToLower(word)] {
			length = 0
			continue
		}
		if length++; length > 2 || !unicode.IsUpper([]rune(word)[0]) {
			return false
		}
		if strings.HasSuffix(word, ",") {
			length = 0
		}
	}
	return length > 0
}
