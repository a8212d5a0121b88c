package dateline

import (
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// PaperName is what offices call their papers.
const PaperName = `пресс-?\s?релиз|(?:press|news|media) (?:release|statement|advisory|note|notice)`

// ReleaseMark is what an office writes above a headline to say what the paper is, with its
// number and its day where it has them.
var ReleaseMark = regexp.MustCompile(`^(?i:for immediate (?:release|distribution)|` + PaperName + `|immediate release|(?:press|news|media) release(?: \d{1,4}[/-]\d+| \(\d{4}\) ?\d{1,4})|` +
	`(?:информационное |официальное )?сообщение(?: для (?:печати|прессы|сми))?|информация для (?:печати|прессы|сми)|(?:(?:информационный|новостной|еженедельный|ежедневный) )?(?:бюллетень|дайджест)(?: новостей| сми| прессы)?|(?:для|к) немедленно(?:й|му|го) (?:публикаци\S+|распространени\S+)|для (?:распространения|публикации)(?: в сми)?|анонс(?: для сми)?|` + wording.MarkElsewhere + `)` +
	`(?:\s*(?i:№|n[or]?\.?|n\.?\s?[°º]|núm\.?|nº|#):?\s*([\p{L}\d/.-]+)(?:\s\(\d+\))?)?(?:\s+(?:от|of|dated)\s+(.+?)|\s*[:,|–—-]\s+(.+?))?[:.!]?$`)

// MarksPaper reports whether a part of such a line says what the paper is.
func MarksPaper(part string) bool { return Rubric.MatchString(part) || ReleaseMark.MatchString(part) }
