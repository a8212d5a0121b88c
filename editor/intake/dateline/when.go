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
var Address = regexp.MustCompile(`(?i)^\d{5,6},?\s|^(?-i:\p{Lu})\p{L}+, \d{6}, (?-i:\p{Lu})|^(?:(?:юридический |почтовый |фактический )?адрес|address)\s*:|^[аa]:\s(?:\d{5,6}|(?:г|ул|пр)\.)|(?:^|[\s,])(?:пр|мкр)\.\s?(?-i:\p{Lu})|(?:^|[\s,])(?:ул|просп|пр-т|пер|наб|пл|бул|д|корп|стр|оф)\.\s?[\p{L}\d]|(?:^|[\s,])(?:улица|проспект|переулок|набережная|площадь|бульвар)\s|\d+\s+(?:(?-i:\p{Lu})[\p{L}.’'-]*\s+)+(?:(?:street|avenue|road|boulevard|lane|drive|square)(?:[\s,.]|$)|st\.|ave\.)|(?:^|[\s,])вул\.\s?\p{L}|(?:^|[\s,])(?:хиёбони|кӯчаи|праспект)\s|\p{L}\s(?:ул|пр|просп|пер|наб|пл|көч|көш)\.,\s(?:д\.\s?)?\d|\p{L}\s(?:бульвар|шоссе|проспект|переулок),\s\d|\p{L}(?:straße|strasse|str\.|platz|allee)\s\d|(?:^|[\s,])(?:rue|quai|via|viale|piazza|calle|plaza)\s(?-i:\p{Lu})[\p{L} ’'-]*,?\s\d|\d,?\s(?:bis\s)?(?:rue|quai|avenue|boulevard|place)\s\p{L}|(?-i:\d.*\p{Lu}\p{Ll}+,?\s(?:[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2}|[A-Z]{2}\s\d{5}(?:-\d{4})?)$)|\s(?:көшесі|даңғылы|көчөсү|проспектиси|ko[‘'ʻ’]chasi|փողոց|փող\.|պողոտա|պող\.)(?:[\s,]|$)`)

// MaxLength is how long a line that says when and where is at most, in code points.
const MaxLength = 150
