package letterhead

import (
	"slices"
	"strings"

	"communique/editor/intake/contact"
	"communique/editor/intake/dateline"
	"communique/editor/intake/officename"
	"communique/editor/intake/rubric"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

var (
	// Labelled is a line that says of the paper what a page or a form does.
	Labelled = regexp.MustCompile(`^(?i:рубрика|категория|раздел|тип(?: материала)?|жанр|формат|вид документа|теги|ключевые слова|версия|редакция от|автор|источник|фото|section|category|region|theme|editor|distribution|release id|posted in|filed under|tags|keywords|version|source|url source|url|link|photo|ref|reference|ref\. no|our ref|сурет|сүрөт|foto|bild|расм|surat|fotoğraf|լուսանկար|джерело|крыніца|kaynak|quelle|fuente|fonte|źródło|manba|манба|манбаъ|дереккөз|булак|mənbə|sursa|աղբյուր)\.?(?:\s*:|\s+от\s)\s*\S`)
	// DocumentName is a file's, which somebody has copied with its text.
	DocumentName = regexp.MustCompile(`(?i)^[^\s].{0,80}\.(?:docx?|odt|rtf|pdf|txt)$`)
	// hashtags stand alone in a line.
	hashtags = regexp.MustCompile(`^(?:#[\p{L}\d_]+[\s,]*)+$`)
	// addressed says for whom the paper is: «Руководителям СМИ», «Главному редактору газеты …», "To: News Desk".
	addressed = regexp.MustCompile(`^(?i:(?:(?:вниманию|кому:?|в)\s)?(?:(?:главн|ответственн)\p{L}+\s)?(?:редактор(?:ам|у|ов)|редакци(?:ям|и|ю|й)|руководител(?:ям|ю|ей)|представител(?:ям|ей)|корреспондент(?:ам|ов)|журналист(?:ам|ов)|средства?м? массовой информации)(?:\s[^.!?:]{2,80})?|` +
		`(?:вниманию|для) сми|(?:to|attn|attention|for the attention of)\s?:\s.*(?:editors?|media|press|desks?|journalists|newsrooms?)|(?:news|assignment|city|business) (?:editors|desks?))[!.:]?$`)
	// reports is who does: «Пресс-служба города сообщает», «Сообщает пресс-служба города».
	reports = regexp.MustCompile(`^(\S.*)\s(?:сообщает|информирует|напоминает|предупреждает)[:.]?$|^(?:Сообщает|Информирует)\s(\S.*?)[:.]?$`)
	// reporting is the end of such a line, in one of its own below the office.
	reporting = regexp.MustCompile(`^(?i:сообщает|информирует|напоминает|предупреждает)[:.]?$`)
)

// PaperOfHouse says above a headline whose release it is, and what the paper is: "FDA NEWS RELEASE".
var PaperOfHouse = regexp.MustCompile(`^(?:\p{Lu}{2,12} ){1,2}(?i:press|news|media) (?i:release|statement|advisory)$`)

// BelongsAbove reports whether a line stands above headlines, and none is one.
func BelongsAbove(text string) bool {
	if PaperOfHouse.MatchString(text) || rubric.Is(text) {
		return true
	}
	for _, pattern := range []*regexp.Regexp{contact.Requisites, DocumentName, hashtags} {
		if pattern.MatchString(text) {
			return true
		}
	}
	if Labelled.MatchString(text) || addressed.MatchString(text) {
		return !wording.HasVerb(text) // «Источник: переговоры пройдут в Женеве»
	}
	if reporting.MatchString(text) {
		return true
	}
	if m := reports.FindStringSubmatch(text); m != nil {
		return officename.IsOffice(m[1] + m[2])
	}
	return IsTrail(text) || officename.IsEnglishOffice(text) || deskName.MatchString(text)
}

// TrailParts are what parts the words of a line that says where on a site or on whose paper it is.
var TrailParts = regexp.MustCompile(`\s+[/|·•»›→–—-]\s+|!\s+`)

// IsTrail reports whether each part of a line stands above headlines: «Новости / Экономика / 11.09.2024»,
// «Фонд «Мост» | Пресс-релиз». One of them says what the paper
// is, or one when it is published and one whose it is: «20.10.2025 | Минск | Пресс-служба».
func IsTrail(text string) bool {
	all := TrailParts.Split(text, -1)
	office := func(part string) bool { return officename.IsOffice(part) && !wording.HasVerb(part) }
	for i, part := range all {
		if !isOfTrail(part, i == 0) {
			return false
		}
	}
	return len(all) > 1 && (slices.ContainsFunc(all, rubric.MarksPaper) || slices.ContainsFunc(all, dateline.IsWhen) && slices.ContainsFunc(all, office))
}

// isOfTrail reports whether a part may stand in such a line, where only the first may be an English organisation; the others may be one
// word of anything.
func isOfTrail(part string, first bool) bool {
	if rubric.MarksPaper(part) || dateline.IsWhen(part) || officename.IsOffice(part) || ofNumber.MatchString(part) {
		return true
	}
	return first && officename.IsEnglishHouse(part) || !first && !wording.HasVerb(part) && !strings.Contains(part, " ")
}

// ofNumber is a part that has nothing but the number of the paper.
var ofNumber = regexp.MustCompile(`^№\s*[\d/-]+$`)

// deskName is the name of an English office without that of its organisation.
var deskName = regexp.MustCompile(`^(?i:(?:press|media|communications|information) (?:office|service|cent(?:re|er)|department|unit)|secretariat|media relations|public affairs)$`)
