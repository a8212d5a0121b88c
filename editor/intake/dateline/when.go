package dateline

import (
	"communique/editor/regexp"
)

// Postcode begins an address, not a number: «101000, г. Москва».
var Postcode = regexp.MustCompile(`^\d{6},\s*\p{L}`)

// ChangedLast says when a page was last changed.
var ChangedLast = regexp.MustCompile(`^(?i:(?:last )?(?:updated|modified|reviewed|changed)(?: on| at)?|обновлено|изменено|(?:дата )?(?:последнего )?(?:обновления|изменения))\s*:?\s+`)

// The years that releases are from: what a later one says is of another calendar, «2568 года», and what an earlier one says in a
// sentence, or a file's name, is remembered.
const (
	FirstYear = 1980
	LastYear  = 2099
)

const (
	// WireTitle is of how many words a headline is at least that stands there.
	WireTitle = 3
)

// IsWhen reports whether a line says when and where, and nothing else.
func IsWhen(text string) bool { _, ok := Of(text, true); return ok }

// Address is where an office is: a postcode, a street, a house.
var Address = regexp.Any{
	regexp.MustCompile(`^\d{5,6},?\s`),
	regexp.MustCompile(`^\p{Lu}\p{L}+, \d{6}, \p{Lu}`),
	regexp.MustCompile(`^(?i:(?:юридический |почтовый |фактический )?адрес|address)\s*:|^(?i:[аa]:\s(?:\d{5,6}|(?:г|ул|пр)\.))`),
	regexp.MustCompile(`(?:^|[\s,])(?i:пр|мкр)\.\s?\p{Lu}`),
	regexp.MustCompile(`(?i)(?:^|[\s,])(?:ул|вул|просп|пр-т|пер|наб|пл|бул|д|корп|стр|оф)\.\s?[\p{L}\d]`),
	regexp.MustCompile(`(?i)(?:^|[\s,])(?:улица|проспект|праспект|переулок|набережная|площадь|бульвар|хиёбони|кӯчаи)\s`),
	regexp.MustCompile(`(?i)\p{L}\s(?:ул|пр|просп|пер|наб|пл|көч|көш)\.,\s(?:д\.\s?)?\d|\p{L}\s(?:бульвар|шоссе|проспект|переулок),\s\d`),
	regexp.MustCompile(`(?i)\s(?:көшесі|даңғылы|көчөсү|проспектиси|ko[‘'ʻ’]chasi|փողոց|փող\.|պողոտա|պող\.)(?:[\s,]|$)`),
	regexp.MustCompile(`(?i)\d+\s+(?:(?-i:\p{Lu})[\p{L}.’'-]*\s+)+(?:(?:street|avenue|road|boulevard|lane|drive|square)(?:[\s,.]|$)|st\.|ave\.)`),
	regexp.MustCompile(`(?i)\p{L}(?:straße|strasse|str\.|platz|allee)\s\d`),
	regexp.MustCompile(`(?:^|[\s,])(?i:rue|quai|via|viale|piazza|calle|plaza)\s\p{Lu}[\p{L} ’'-]*,?\s\d`),
	regexp.MustCompile(`(?i)\d,?\s(?:bis\s)?(?:rue|quai|avenue|boulevard|place)\s\p{L}`),
	regexp.MustCompile(`\d.*\p{Lu}\p{Ll}+,?\s(?:[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2}|[A-Z]{2}\s\d{5}(?:-\d{4})?)$`),
}

// MaxLength is how long a line that says when and where is at most, in code points.
const MaxLength = 150
