// Package rubric knows what pages and papers put above a headline: a section, what the paper is, a mark for whom it is.
package rubric

import (
	"communique/editor/regexp"
)

// PaperName is what offices call their papers.
const PaperName = `пресс-?\s?релиз|(?:press|news|media) (?:release|statement|advisory|note|notice)`

// Mark is what an office writes above a headline to say what the paper is, with its
// number and its day where it has them.
var Mark = regexp.MustCompile(`^(?i:for immediate (?:release|distribution)|` + PaperName + `|immediate release|(?:press|news|media) release(?: \d{1,4}[/-]\d+| \(\d{4}\) ?\d{1,4})|` +
	`(?:информационное |официальное )?сообщение(?: для (?:печати|прессы|сми))?|информация для (?:печати|прессы|сми)|(?:(?:информационный|новостной|еженедельный|ежедневный) )?(?:бюллетень|дайджест)(?: новостей| сми| прессы)?|(?:для|к) немедленно(?:й|му|го) (?:публикаци\S+|распространени\S+)|для (?:распространения|публикации)(?: в сми)?|анонс(?: для сми)?|` + markElsewhere + `)` +
	`(?:\s*(?i:№|n[or]?\.?|n\.?\s?[°º]|núm\.?|nº|#):?\s*([\p{L}\d/.-]+)(?:\s\(\d+\))?|\s\d{1,5}(?:/\d{2,4})?)?(?:\s+(?:от|of|dated|vom|du|del|de|dne|dnia|z(?: dnia)?|van|af|від|ад)\s+(.+?)|\s*[:,|–—-]\s+(.+?))?[:.!]?$`)

// MarksPaper reports whether a part of such a line says what the paper is.
func MarksPaper(part string) bool { return Is(part) || Mark.MatchString(part) }

// Is reports whether a line is a section of a page, or what somebody says of the paper.
func Is(line string) bool { return section.MatchString(line) }

// sectionElsewhere is one in languages beside Russian and English.
const sectionElsewhere = `жаңалықтар|жаңылыктар|янгиликлар|yangiliklar|ахбор|хабарҳо|навіны|новини|xəbərlər|նորություններ|haberler|actualités|actualité|aktuelles|nachrichten|noticias|notícias|notizie|aktualności|wiadomości|știri|aktuality|nieuws|nyheter|мәлімдеме|хабарландыру|билдирүү|кулактандыруу|изҳорот|эълон|баёнот|bayonot|eʼlon|bəyanat|məlumat|հայտարարություն|заява|анонс|оголошення|абвестка|déclaration|discours|erklärung|rede|declaración|discurso|declaração|dichiarazione|oświadczenie|declarație|açıklama|duyuru`

// section is a page's section above a headline, or what somebody says of the paper.
var section = regexp.MustCompile(`^(?i:\[?(?:statement|news|speech|remarks|readout|announcement|briefing|fact ?sheet|backgrounder|advisory|communiqu[eé]|invitation|opinion|comment|interview|feature|bulletin|newsletter|(?:daily|top|latest|weekly) news|news in brief|plenary session|urgent|draft|logo|новости|заявление|комментарий(?: пресс-\S+)?|объявление|события|главное|документы|релиз|пост-?релиз|лента(?: новостей)?|официально|важно|` +
	`срочно(?:!? в номер)?|версия \d.*|проект|логотип|(?:немедленно )?(?:к|для) (?:публикации|печати|распространения)|(?:материал|текст) (?:к|для) (?:публикации|печати)|` + sectionElsewhere + `|(?:немедленно|можно) (?:к|для) (?:публикации|распространения)|\d{1,2}\+)\]?[!.:]?)$`)
