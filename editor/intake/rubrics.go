package intake

import (
	"slices"
	"strings"
	"unicode"

	"communique/editor/regexp"
)

// rubricElsewhere is one in languages beside Russian and English.
const rubricElsewhere = `жаңалықтар|жаңылыктар|янгиликлар|yangiliklar|ахбор|хабарҳо|навіны|новини|xəbərlər|նորություններ|haberler|actualités|actualité|aktuelles|nachrichten|noticias|notícias|notizie|aktualności|wiadomości|știri|aktuality|nieuws|nyheter|мәлімдеме|хабарландыру|билдирүү|кулактандыруу|изҳорот|эълон|баёнот|bayonot|eʼlon|bəyanat|məlumat|հայտարարություն|заява|анонс|оголошення|абвестка|déclaration|discours|erklärung|rede|declaración|discurso|declaração|dichiarazione|oświadczenie|declarație|açıklama|duyuru`

var (
	// rubric is a page's section above a headline, or what somebody says of the paper.
	rubric = regexp.MustCompile(`^(?i:\[?(?:statement|news|speech|remarks|readout|announcement|briefing|fact ?sheet|backgrounder|advisory|communiqu[eé]|invitation|opinion|comment|interview|feature|bulletin|newsletter|(?:daily|top|latest|weekly) news|news in brief|plenary session|urgent|draft|logo|новости|заявление|комментарий(?: пресс-\S+)?|объявление|события|главное|документы|релиз|пост-?релиз|лента(?: новостей)?|официально|важно|` +
		`срочно(?:!? в номер)?|версия \d.*|проект|логотип|(?:немедленно )?(?:к|для) (?:публикации|печати|распространения)|(?:материал|текст) (?:к|для) (?:публикации|печати)|` + rubricElsewhere + `|(?:немедленно|можно) (?:к|для) (?:публикации|распространения)|\d{1,2}\+)\]?[!.:]?)$`)
	// labelled is a line that says of the paper what a page or a form does.
	labelled = regexp.MustCompile(`^(?i:рубрика|категория|раздел|тип(?: материала)?|жанр|формат|вид документа|теги|ключевые слова|версия|редакция от|автор|источник|фото|section|category|region|theme|editor|distribution|release id|posted in|filed under|tags|keywords|version|source|url source|url|link|photo|ref|reference|ref\. no|our ref|сурет|сүрөт|foto|bild|расм|surat|fotoğraf|լուսանկար|джерело|крыніца|kaynak|quelle|fuente|fonte|źródło|manba|манба|манбаъ|дереккөз|булак|mənbə|sursa|աղբյուր)\.?(?:\s*:|\s+от\s)\s*\S`)
	// requisites are an organisation's numbers.
	requisites = regexp.MustCompile(`^\p{Lu}{2,6}(?:/\p{Lu}{1,4})*/\d[\d/.-]*$|^\p{Lu}{2}-\d{3,5}$|^(?:ИНН|КПП|ОГРН(?:ИП)?|ОКПО|БИК|р/с|к/с)[\s/:№]*\d`)
	// documentName is a file's, which somebody has copied with its text.
	documentName = regexp.MustCompile(`(?i)^[^\s].{0,80}\.(?:docx?|odt|rtf|pdf|txt)$`)
	// hashtags stand alone in a line.
	hashtags = regexp.MustCompile(`^(?:#[\p{L}\d_]+[\s,]*)+$`)
	// addressed says for whom the paper is: «Руководителям СМИ», «Главному редактору газеты …», "To: News Desk".
	addressed = regexp.MustCompile(`^(?i:(?:(?:вниманию|кому:?|в)\s)?(?:(?:главн|ответственн)\p{L}+\s)?(?:редактор(?:ам|у|ов)|редакци(?:ям|и|ю|й)|руководител(?:ям|ю|ей)|представител(?:ям|ей)|корреспондент(?:ам|ов)|журналист(?:ам|ов)|средства?м? массовой информации)(?:\s[^.!?:]{2,80})?|` +
		`(?:вниманию|для) сми|(?:to|attn|attention|for the attention of)\s?:\s.*(?:editors?|media|press|desks?|journalists|newsrooms?)|(?:news|assignment|city|business) (?:editors|desks?))[!.:]?$`)
	// reports is who does: «Пресс-служба города сообщает», «Сообщает пресс-служба города».
	reports = regexp.MustCompile(`^(\S.*)\s(?:сообщает|информирует|напоминает|предупреждает)[:.]?$|^(?:Сообщает|Информирует)\s(\S.*?)[:.]?$`)
	// reporting is the end of such a line, in one of its own below the office.
	reporting = regexp.MustCompile(`^(?i:сообщает|информирует|напоминает|предупреждает)[:.]?$`)
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

// paperOfHouse says above a headline whose release it is, and what the paper is: "FDA NEWS RELEASE".
var paperOfHouse = regexp.MustCompile(`^(?:\p{Lu}{2,12} ){1,2}(?i:press|news|media) (?i:release|statement|advisory)$`)

// belongsAbove reports whether a line stands above headlines, and none is one.
func belongsAbove(text string) bool {
	if paperOfHouse.MatchString(text) {
		return true
	}
	for _, pattern := range []*regexp.Regexp{rubric, requisites, documentName, hashtags} {
		if pattern.MatchString(text) {
			return true
		}
	}
	if labelled.MatchString(text) || addressed.MatchString(text) {
		return !hasVerb(text) // «Источник: переговоры пройдут в Женеве»
	}
	if reporting.MatchString(text) {
		return true
	}
	if m := reports.FindStringSubmatch(text); m != nil {
		return isOffice(m[1] + m[2])
	}
	return isTrail(text) || isEnglishOffice(text) || deskName.MatchString(text)
}

// trailParts are what parts the words of a line that says where on a site or on whose paper it is.
var trailParts = regexp.MustCompile(`\s+[/|·•»›→–—-]\s+|!\s+`)

// isTrail reports whether each part of a line stands above headlines: «Новости / Экономика / 11.09.2024»,
// «Фонд «Мост» | Пресс-релиз». One of them says what the paper
// is, or one when it is published and one whose it is: «20.10.2025 | Минск | Пресс-служба».
func isTrail(text string) bool {
	all := trailParts.Split(text, -1)
	office := func(part string) bool { return isOffice(part) && !hasVerb(part) }
	for i, part := range all {
		if !isOfTrail(part, i == 0) {
			return false
		}
	}
	return len(all) > 1 && (slices.ContainsFunc(all, marksPaper) || slices.ContainsFunc(all, isWhen) && slices.ContainsFunc(all, office))
}

// marksPaper reports whether a part of such a line says what the paper is.
func marksPaper(part string) bool { return rubric.MatchString(part) || releaseMark.MatchString(part) }

// isOfTrail reports whether a part may stand in such a line, where only the first may be an English organisation; the others may be one
// word of anything.
func isOfTrail(part string, first bool) bool {
	if marksPaper(part) || isWhen(part) || isOffice(part) || ofNumber.MatchString(part) {
		return true
	}
	return first && isEnglishHouse(part) || !first && !hasVerb(part) && !strings.Contains(part, " ")
}

// ofNumber is a part that has nothing but the number of the paper.
var ofNumber = regexp.MustCompile(`^№\s*[\d/-]+$`)

// goesOnOffice goes on with the name of an office in the line above: «КЫРГЫЗСКОЙ РЕСПУБЛИКИ».
var goesOnOffice = regexp.MustCompile(`^(?i:(?:и\s)?(?:\p{L}+(?:ой|ого|ей|его|ых|их)\s){0,2}(?:республики|федерации|области|края|района|города|округа|организации|союза|содружества|министерства|комитета|правительства|администрации|агентства|службы|управления)(?:\s[^.!?:,\d]{2,60})?)$`)

// deskName is the name of an English office without that of its organisation.
var deskName = regexp.MustCompile(`^(?i:(?:press|media|communications|information) (?:office|service|cent(?:re|er)|department|unit)|secretariat|media relations|public affairs)$`)

// houseWords is of how many words the name of an English organisation is at most that is told by its last one.
const houseWords = 3

// isHouseInEnglish reports whether a line is such a name, and nothing else: "Reef Institute".
func isHouseInEnglish(text string) bool {
	words := strings.Fields(text)
	if inCyrillic(text) || len(words) < 2 || len(words) > houseWords || strings.ContainsAny(text, ":.!?0123456789") {
		return false
	}
	return officeWords.Has(lastWord(text)) && isHouse(text) && !slices.ContainsFunc(words, func(word string) bool { return !unicode.IsUpper([]rune(word)[0]) && !joinsNames.Has(word) })
}

// isOfficeElsewhere reports whether a line is the name of an office in another language, and nothing else: «Басма сөз кызматы».
func isOfficeElsewhere(text string) bool {
	text = strings.TrimPrefix(text, "T.C. ") // of Turkey
	c, known := calledElsewhere(text)
	return known && (c.office && c.name == "" || strings.HasPrefix(c.name, "Ҷумҳурии ")) && len(strings.Fields(text)) <= officeLength && !strings.ContainsAny(text, ":.!?0123456789")
}

// tajikVerb ends a sentence of Tajik.
var tajikVerb = regexp.MustCompile(`(?:д|ст)$`)

// isOfficeAlone reports whether a line is the name of an office in another language, and no headline that begins with one. The
// Turkic languages and Armenian end a name with its noun and a sentence with its verb; Tajik begins both with the noun.
func (r *reader) isOfficeAlone(text string) bool {
	if !isOfficeElsewhere(text) {
		return false
	}
	words := strings.Fields(strings.ToLower(plainApostrophes(text)))
	switch first, last := words[0], words[len(words)-1]; r.release.Language {
	case "tg":
		return startsWith(first, otherOffices()) && !tajikVerb.MatchString(last)
	case "kk", "kk-Latn", "ky", "uz", "uz-Cyrl", "hy", "az", "tr":
		return startsWith(last, otherOffices())
	}
	return false
}

// officeLength is of how many words such a name is at most.
const officeLength = 5

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
