package contact

import (
	"communique/editor/regexp"
)

// Postcode begins an address, not a number: «101000, г. Москва».
var Postcode = regexp.MustCompile(`^\d{6},\s*\p{L}`)

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
