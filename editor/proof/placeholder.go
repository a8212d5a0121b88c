package proof

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"communique/editor/regexp"
)

// placeholders finds what people leave to be filled in later: a template's
// {field.case}, XXX in Latin or Cyrillic letters, a line to write on, TK and TBD, lorem
// ipsum, the fields of other programs (%NAME%), and notes to oneself in brackets or
// exclamation marks.
func placeholders(p *passage, out *report) {
	before, all := rune(0), beginnings()
	for i := 0; i < len(p.text); {
		r, size := utf8.DecodeRuneInString(p.text[i:])
		if goesOn(before, r) {
			i, before = i+size, r
			continue
		}
		b, ok := all[r]
		if !ok {
			i, before = i+size, r
			continue
		}
		n := b.length(p.text[i:])
		if n > 0 && leftToFill(b, p.text, i, i+n) {
			out.add(p, i, i+n)
		}
		i += max(n, size)
		before, _ = utf8.DecodeLastRuneInString(p.text[:i])
	}
}

// goesOn reports whether a letter or a figure stands within a word or a number, where no placeholder begins. Each
// pattern says so too: this changes only how fast most of a text is dismissed. A row of X may stand behind a figure.
func goesOn(before, r rune) bool {
	return isLetter(r) && isLetter(before) || unicode.IsDigit(r) && isLetterOrFigure(before)
}

var (
	field = regexp.MustCompile(`^\{(?:[\p{L}\d_]+(?:\.[\p{L}\d_]+)*|\p{L}{2,}(?:,?[\s\x{00a0}]\p{L}+){1,5})\}`)
	// A note says what to do, or only names what is missing («[дата]»), and then
	// is nothing else: "[date of birth withheld]" is text.
	note = regexp.MustCompile(`^(?:\[\s*(?i:` + todo + `[^\]\n]*|` + blanks + `|[^\]\n]{1,60}[\s\x{00a0},:–—-](?:` + asked + `|to (?:come|follow|be (?:added|supplied|confirmed)))|` + blankOf + `)\]|\[[xXхХ]{2,5}\]|\[\p{Lu}{2,}(?:[\s\x{00a0}]\p{Lu}{2,}){1,5}\]|<\s*(?i:` + todo + `[^>\n]*|` + blanks + `|` + blankOf + `)>)`)
	// In round brackets a lone noun may be text.
	roundNote = regexp.MustCompile(`^\(\s*(?i:(?:вставить|уточнить|заполнить|проверить|согласовать|tbc|tbd|todo)(?:[^\p{L})\n][^)\n]*)?|уточняется|(?:(?:` + blank + `)[\s\x{00a0}])?to be (?:confirmed|announced|advised|determined)|(?:фио|ф\.\s?и\.\s?о\.)(?:[\s,/]+(?:` + blank + `|выступающего|докладчика|спикера|министра|руководителя))*\s*|(?:имя|фамилия)(?:[\s,/и]+(?:` + blank + `))+\s*|[^()\n]{1,60}[\s\x{00a0},:–—-]` + asked + `)\)`)
	// nameOf asks for the name of whom it names, which who gathers names does as well: «(ФИО главы района)».
	nameOf = regexp.MustCompile(`^\((?:ФИО|Ф\.\s?И\.\s?О\.)(?:[\s\x{00a0}]\p{Ll}+){1,3}\)`)
	// capitalNote is a name in capitals for what is missing.
	capitalNote = regexp.MustCompile(`^\((?:` + capitalBlank + `)(?:[\s\x{00a0},/]+(?:` + capitalBlank + `))*\)`)
	// comment is what Word leaves of a remark: [АП1], "[Comment AP1: check the sum]".
	comment = regexp.MustCompile(`^\[(?:(?:Comment|Комментарий|Примечание)[\s\x{00a0}])?\p{Lu}{1,3}\d{1,2}(?::[^\]\n]*)?\]`)
	angled  = regexp.MustCompile(`^(?:‹[^‹›\n]{1,40}›|<<[^<>\n]{1,40}>>|\$\{[\p{L}\d_.]+\}|\$\p{Lu}[\p{Lu}\d_]+\$|#\p{Lu}[\p{Lu}\d_]{2,}#)`)
	// initials are those of nobody: И.О. Фамилия, Фамилия И.О., Иванов И.И.
	initials = regexp.MustCompile(`^(?:И\.[\s\x{00a0}]?О\.[\s\x{00a0}]?Фамил\p{L}+|Фамил\p{L}+[\s\x{00a0}]И\.[\s\x{00a0}]?О\.|Фамилия[\s\x{00a0}]Имя(?:[\s\x{00a0}]Отчество)?|Имя[\s\x{00a0}](?:Отчество[\s\x{00a0}])?Фамилия|Иванов(?:а|у|ым)?[\s\x{00a0}]Иван(?:а|у|ом)?[\s\x{00a0}]Иванович(?:а|у|ем)?|Иван(?:а|у|ом)?[\s\x{00a0}]Иванович(?:а|у|ем)?[\s\x{00a0}]Иванов(?:а|у|ым)?` +
		`|П[её]тр(?:ов)?(?:а|у|ым|ом)?[\s\x{00a0}]П[её]тр(?:ов)?(?:а|у|ом)?[\s\x{00a0}]Петрович(?:а|у|ем)?|П[её]тр(?:а|у|ом)?[\s\x{00a0}]Петрович(?:а|у|ем)?[\s\x{00a0}]Петров(?:а|у|ым)?` +
		`|И\.[\s\x{00a0}]?Фамил\p{L}+|Фамил\p{L}+[\s\x{00a0}]И\.|И\.[\s\x{00a0}]?И\.[\s\x{00a0}]?Иванов(?:а|у|ым|е|ой)?|Иванов(?:а|у|ым|е|ой)?[\s\x{00a0}]И\.[\s\x{00a0}]?И\.` +
		`|П\.[\s\x{00a0}]?П\.[\s\x{00a0}]?Петров(?:а|у|ым|е|ой)?|Петров(?:а|у|ым|е|ой)?[\s\x{00a0}]П\.[\s\x{00a0}]?П\.` +
		`|С\.[\s\x{00a0}]?С\.[\s\x{00a0}]?Сидоров(?:а|у|ым|е|ой)?|Сидоров(?:а|у|ым|е|ой)?[\s\x{00a0}]С\.[\s\x{00a0}]?С\.|Сидоров(?:а|у|ым)?[\s\x{00a0}]Сидор(?:а|у|ом)?[\s\x{00a0}]Сидорович(?:а|у|ем)?|ФИО|Ф\.[\s\x{00a0}]?И\.[\s\x{00a0}]?О\.)`)
	// figures are those of a date or a time that is not known yet: хх.хх.2024, 00.00.2024.
	figures = regexp.MustCompile(`^(?:(?:[xXхХ]{2}|\d{1,2})\.(?:[xXхХ]{2}|\d{2})\.(?:\d{2,4}|[xXхХ]{2,4})|(?:[xXхХ]{2}/[xXхХ]{2}|00/\d{2}|\d{2}/00)/(?:\d{2,4}|[xXхХ]{2,4})|[xXхХ]{2}:(?:[xXхХ]{2}|\d{2})|\d{2}:[xXхХ]{2}|[xXхХ]{2}\.[xXхХ]{2}|[xXхХ]{2}[\s\x{00a0}](?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}*|[xX]{2}[\s\x{00a0}](?:` + months + `)|[xXхХ]{2}[-–][xXхХ]{2})`)
	shouted = regexp.MustCompile(`^!{2,}[\s\x{00a0}]*\p{L}[^!\n]*!{2,}`)
	// pattern is a date by the letters of its day, month and year, and amount a sum by those of its figures.
	pattern = regexp.MustCompile(`^(?:[Dd]{2}[./-][Mm]{2}|[Mm]{2}[./-][Dd]{2}|[Дд]{2}\.[Мм]{2})[./-](?:[Yy]{2,4}|[Гг]{2,4})|^[Yy]{4}-[Mm]{2}-[Dd]{2}`)
	// dayOfMonth is a day that is not known yet: "DD May", "Month DD".
	dayOfMonth = regexp.MustCompile(`^(?:DD[\s\x{00a0}](?:Month|MONTH|MM|` + months + `)|DD,[\s\x{00a0}](?:\d{4}|Y{4})|Month[\s\x{00a0}](?:DD?|XX)\b)`)
	// unfinished says that the whole text is no more than a draft, which texts of law do with capitals too: "DRAFT LAW".
	unfinished = regexp.MustCompile(`^(?:DRAFT|ЧЕРНОВИК)(?:[\s\x{00a0}]*[:–—]|[\s\x{00a0}]+(?:NOT|ONLY|НЕ|v?\d)|\s*$)`)
	amount     = regexp.MustCompile(`^[$€£](?:[XХ]{1,3}[.,])?[XХ]{1,3}`)
	percent    = regexp.MustCompile(`^%\p{Lu}[\p{Lu}\d_]*%`)
	// somebody is a name in nobody's stead.
	somebody = regexp.MustCompile(`^(?:First[\s-]?[Nn]ame[\s\x{00a0}](?:[Aa]nd[\s\x{00a0}])?Last[\s-]?[Nn]ame|FIRST[\s-]?NAME[\s\x{00a0}]LAST[\s-]?NAME|N(?:ame[\s\x{00a0}]S|AME[\s\x{00a0}]S)(?:urname|URNAME)|(?:First|Last)name|(?:FIRST|LAST)NAME)`)
	fixme    = regexp.MustCompile(`^FIXME`)
	unknown  = regexp.MustCompile(`^XYZ`)
	// nobody is what stands for a name that is not to be told, or not known.
	nobody = regexp.MustCompile(`^N\.[\s\x{00a0}]?N\.`)
	// howMany is a number that is not known, with what it counts.
	howMany = regexp.MustCompile(`^\?\?[\s\x{00a0}]\p{Ll}`)
	ipsum   = regexp.MustCompile(`^(?i:lorem ipsum)`)
	acronym = regexp.MustCompile(`^(?:(?:TK)+|TB[ACD]|TODO|tbd|tbc)`)
	// countToFill: «ХХ рублей», «__ человек», «__:__», of which only the marks are found. In small letters no number
	// is written with X: «хх школ».
	countToFill = regexp.MustCompile(`^(?:[xх]{2}[\s\x{00a0}]\p{Ll}{2}|(?:[XХ]{2}|__)(?::__|[\s\x{00a0}]?%|[\s\x{00a0}](?:руб|чел|процент|тыс|млн|млрд|миллион|час[ао]|минут|дне|лет[\s\x{00a0}]|государств|стран[ыа ]|участник|тонн|км|га|метр|литр|школ|дом[ао]|million|billion|per cent|percent|people|participant|countries|years|days|hours|met(?:re|er)|mile|kilomet|hectare|acre|tonne|pound|dollar|euro|member|student|visitor|delegate|guest)))`)
	dayToFill   = regexp.MustCompile(`^__?(?:\.\d|»|"|[\s\x{00a0}](?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр))`)
)

const (
	months = `January|February|March|April|May|June|July|August|September|October|November|December`
	todo   = `(?:вставить|вставьте|уточнить|уточните|указать|укажите|заполнить|` +
		`insert|fill in|to be confirmed|tbc|tbd|tk)`
	// asked ends a note that first says what it is about: «[год уточнить]».
	asked  = `(?:уточнить|уточняется|вставить|заполнить|проверить|согласовать|tbc|tbd)[\s!?.]*`
	blanks = `(?:` + blank + `)(?:(?:[\s,/]+|[\s\x{00a0}](?:and|or|и|или)[\s\x{00a0}])(?:` + blank + `|выступающего|докладчика|спикера|министра|руководителя|директора|участника|гостя))*\s*`
)

// remark says what an editor has done: «[фамилия изменена]», "[name of the victim withheld]".
var remark = regexp.MustCompile(`^\[\s*(?:\p{L}+[\s\x{00a0}]\p{Ll}+(?:ена|ята)|[^\]\n]*(?:withheld|redacted|omitted|changed|removed|deleted))\s*\]`)

// blankOf says of what something is missing: «[название цеха]», "[name of the speaker]".
const blankOf = `(?:название|наименование|должность|фамилия|номер|сумма|цитата|комментарий|количество|имя|ссылка на)[\s\x{00a0}](?:[^н\]\n]|н[^е\]\n])\p{Ll}{2,}(?:а|я|ы|и|ов|ев|ей|ии|ой|ого|его)|(?:name|title|number|amount) of (?:\p{Ll}+ ){0,2}\p{Ll}+|date of the \p{Ll}+|(?:speaker|guest|company|client|author|artist|donor|sponsor|event|project|product|venue|city|minister|director|winner|team) (?:name|title|quote|logo|photo|bio)|\p{Ll}+['’]s (?:name|title|post|quote|number|address|phone)`

const blank = `заголовок|подзаголовок|лид|имя|фамилия|отчество|фио|должность|дата|время|место|город|название|сумма|номер|телефон|организация|цитата|комментарий|адрес|ссылка|количество|цена|стоимость|процент|срок|звание|отдел|учреждение|компания` +
	`|name|first name|last name|full name|your name|company name|surname|title|job title|post|date|time|place|city|amount|number|phone|organisation|organization|company|quote|comment|address|link|venue|month|day|year|region|country|spokesperson|website|email|headline|subheadline|lead|speaker|price|fee|fare|cost|percentage|deadline|job|position|department`

const capitalBlank = `(?:FIRST |LAST |FULL |COMPANY |JOB |SPEAKER )?NAME|SURNAME|JOB TITLE|TITLE|DATE|PLACE|VENUE|CITY|AMOUNT|NUMBER|PHONE|QUOTE|SPEAKER|COMPANY|ИМЯ|ФАМИЛИЯ|ОТЧЕСТВО|ДОЛЖНОСТЬ|ДАТА|ВРЕМЯ|МЕСТО|ГОРОД|НАЗВАНИЕ|СУММА|НОМЕР|ТЕЛЕФОН|ЦИТАТА|ОРГАНИЗАЦИЯ|ССЫЛКА|АДРЕС`

// longestNote is how many bytes a note or a field's name may take; it keeps
// the patterns from running through the whole text at every bracket.
const longestNote = 300

// beginning is what a placeholder may be that begins with a certain letter or sign, and
// when it is left to fill rather than text.
type beginning struct {
	patterns []*regexp.Regexp
	rows     []row
	unfilled func(gap) bool
}

// row is a letter or sign that is repeated, in any of its alphabets.
type row struct {
	letters string
	least   int
}

// beginnings are by the first letter or sign: nearly all are dismissed by it.
var beginnings = sync.OnceValue(func() map[rune]beginning {
	return map[rune]beginning{
		'{': {patterns: []*regexp.Regexp{field}, unfilled: gap.anywhere},
		'[': {patterns: []*regexp.Regexp{note, comment, angled}, unfilled: gap.outsideQuotation},
		'<': {patterns: []*regexp.Regexp{note, comment, angled}, unfilled: gap.outsideQuotation},
		'$': {patterns: []*regexp.Regexp{angled, amount}, unfilled: gap.alone},
		'€': {patterns: []*regexp.Regexp{amount}, unfilled: gap.alone},
		'£': {patterns: []*regexp.Regexp{amount}, unfilled: gap.alone},
		'D': {patterns: []*regexp.Regexp{pattern, dayOfMonth, unfinished}, unfilled: gap.isNoFormat},
		'd': {patterns: []*regexp.Regexp{pattern}, unfilled: gap.isNoFormat},
		'M': {patterns: []*regexp.Regexp{pattern, dayOfMonth}, unfilled: gap.isNoFormat},
		'Y': {patterns: []*regexp.Regexp{pattern}, unfilled: gap.isNoFormat},
		'Д': {patterns: []*regexp.Regexp{pattern}, unfilled: gap.isNoFormat},
		'д': {patterns: []*regexp.Regexp{pattern}, unfilled: gap.isNoFormat},
		'#': {patterns: []*regexp.Regexp{angled}, unfilled: gap.anywhere},
		'(': {patterns: []*regexp.Regexp{roundNote, nameOf, capitalNote}, unfilled: gap.explainsNothing},
		'%': {patterns: []*regexp.Regexp{percent}, unfilled: gap.anywhere},
		'!': {patterns: []*regexp.Regexp{shouted}, unfilled: gap.apartFromBefore},
		'?': {rows: []row{{"?", 3}}, unfilled: gap.isNoQuestion},
		'_': {rows: []row{{"_", 3}}, unfilled: gap.isNoRule},
		'.': {rows: []row{{".", 5}}, unfilled: gap.behindWord},
		'0': {patterns: []*regexp.Regexp{figures}, unfilled: gap.isUnknownDate},
		'1': {patterns: []*regexp.Regexp{figures}, unfilled: gap.isUnknownDate},
		'2': {patterns: []*regexp.Regexp{figures}, unfilled: gap.isUnknownDate},
		'3': {patterns: []*regexp.Regexp{figures}, unfilled: gap.isUnknownDate},
		'F': {patterns: []*regexp.Regexp{fixme, somebody}, unfilled: gap.alone},
		'L': {patterns: []*regexp.Regexp{ipsum, somebody}, unfilled: gap.alone},
		'l': {patterns: []*regexp.Regexp{ipsum}, unfilled: gap.alone},
		'N': {patterns: []*regexp.Regexp{nobody, somebody}, rows: []row{{"N", 2}}, unfilled: gap.isUnknownNumber},
		't': {patterns: []*regexp.Regexp{acronym}, unfilled: gap.isNoFirm},
		'T': {patterns: []*regexp.Regexp{acronym}, unfilled: gap.isNoFirm},
		'X': {patterns: []*regexp.Regexp{figures, unknown}, rows: []row{{"XХ", 3}, {"xх", 3}}, unfilled: gap.isCrossedOut},
		'x': {patterns: []*regexp.Regexp{figures, unknown}, rows: []row{{"XХ", 3}, {"xх", 3}}, unfilled: gap.isCrossedOut},
		'х': {patterns: []*regexp.Regexp{figures}, rows: []row{{"xх", 3}}, unfilled: gap.isCrossedOut},
		'Х': {patterns: []*regexp.Regexp{figures}, rows: []row{{"XХ", 3}}, unfilled: gap.isCrossedOut},
		'Ч': {patterns: []*regexp.Regexp{unfinished}, unfilled: gap.alone},
		'Ф': {patterns: []*regexp.Regexp{initials}, unfilled: gap.isCrossedOut},
		'И': {patterns: []*regexp.Regexp{initials}, unfilled: gap.isCrossedOut},
		'П': {patterns: []*regexp.Regexp{initials}, unfilled: gap.isCrossedOut},
		'С': {patterns: []*regexp.Regexp{initials}, unfilled: gap.isCrossedOut},
		'‹': {patterns: []*regexp.Regexp{angled}, unfilled: gap.apartFromBefore},
		'…': {rows: []row{{"…", 2}}, unfilled: gap.apartFromBefore},
	}
})

// length returns the length in bytes of what may be a placeholder at the
// beginning of text, or 0.
func (b beginning) length(text string) int {
	if text[0] == '_' && dayToFill.MatchString(text) {
		return len(text) - len(strings.TrimLeft(text, "_")) // what stands behind it is filled in
	}
	if text[0] == '?' && howMany.MatchString(text) {
		return len("??")
	}
	near := text[:min(len(text), longestNote)]
	longest := 0
	for _, r := range b.rows {
		longest = max(longest, run(text, r.letters, r.least))
	}
	for _, pattern := range b.patterns {
		longest = max(longest, len(pattern.FindString(near)))
	}
	if first, _ := utf8.DecodeRuneInString(text); longest == 0 && strings.ContainsRune("_XХxх", first) && countToFill.MatchString(text) {
		return len(text) - len(strings.TrimLeft(text, "_XХxх"))
	}
	return longest
}

// run returns the length in bytes of the letters at the beginning of text, where there
// are at least so many of them, or 0.
func run(text, letters string, least int) int {
	n := len(text) - len(strings.TrimLeft(text, letters))
	if utf8.RuneCountInString(text[:n]) < least {
		return 0
	}
	return n
}

// gap is what may be a placeholder, with the letters around it, 0 at the ends of the text.
type gap struct {
	text          string
	start, end    int
	before, after rune
}

func (g gap) match() string { return g.text[g.start:g.end] }

func (g gap) rest() string { return g.text[g.end:] }

// sentence is what stands around the match up to the nearest full stops with a space.
func (g gap) sentence() string {
	start := strings.LastIndex(g.text[:g.start], ". ") + 1
	end := strings.Index(g.text[g.end:], ". ")
	if end < 0 {
		return g.text[start:]
	}
	return g.text[start : g.end+end]
}

// leftToFill judges a match by what stands around it.
func leftToFill(b beginning, text string, start, end int) bool {
	before, after := around(text, start, end)
	return b.unfilled(gap{text, start, end, before, after})
}

// anywhere is for what no text has.
func (g gap) anywhere() bool { return true }

// explainsNothing spares an abbreviation behind the name that it is of, and a text in capitals.
func (g gap) explainsNothing() bool {
	if nameOf.MatchString(g.match()) {
		return !asksForNames(lower(g.sentence()))
	}
	if !capitalNote.MatchString(g.match()) {
		return true
	}
	before := strings.TrimRight(g.text[:g.start], " \u00a0")
	last := lastWord(before)
	return !startsUpper(last) || !startsUpper(lastWord(strings.TrimRight(strings.TrimSuffix(before, last), " \u00a0")))
}

// outsideQuotation spares an editor's word within somebody's words: «мы любим этот
// [город]».
func (g gap) outsideQuotation() bool {
	before, match := g.text[:g.start], g.match()
	if remark.MatchString(match) {
		return false
	}
	quoted := strings.Count(before, "«") > strings.Count(before, "»") || strings.Count(before, "“") > strings.Count(before, "”") || strings.Count(before, `"`)%2 > 0
	return match[0] != '[' || !quoted || !lonely.MatchString(match)
}

// apartFromBefore spares the signs that end a sentence.
func (g gap) apartFromBefore() bool { return !isLetterOrFigure(g.before) }

// alone reports whether no letter or figure runs onto the match.
func (g gap) alone() bool { return !isLetterOrFigure(g.before) && !isLetterOrFigure(g.after) }

// behindWord tells dots to write on from signs of other sorts.
func (g gap) behindWord() bool {
	return isLetterOrFigure(g.before) || g.before == ' ' || g.before == 0
}

// isNoRule spares a long rule between two paragraphs, which parts them.
func (g gap) isNoRule() bool {
	return len(g.match()) < shortestRule || !isLineEdge(g.before) || !isLineEdge(g.after)
}

// isNoQuestion reports whether question marks stand in a word's place rather than behind what is asked.
func (g gap) isNoQuestion() bool {
	if len(g.match()) == len("??") {
		return g.before == 0 || unicode.IsSpace(g.before)
	}
	return g.apartFromBefore()
}

// isUnknownNumber reports whether NN stands for a number, or N. N. for a name; longer rows and parts of
// marks («NN-5») are something else, and so are somebody's initials.
func (g gap) isUnknownNumber() bool {
	if strings.Contains(g.match(), ".") {
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(g.rest(), " \u00a0"))
		return !isLetterOrFigure(g.before) && !unicode.IsUpper(next) && !startsUpper(lastWord(strings.TrimRight(g.text[:g.start], " \u00a0")))
	}
	return (len(g.match()) == len("NN") || somebody.MatchString(g.match())) && g.alone() && g.after != '-' && g.before != '-'
}

// isUnknownDate reports whether a date in figures has letters or noughts in their place.
func (g gap) isUnknownDate() bool {
	match := g.match()
	unknown := strings.ContainsAny(match, "xXхХ") || strings.HasPrefix(match, "00") || strings.Contains(match, ".00.") || strings.Contains(match, "/00/")
	return unknown && g.alone() && g.before != '.'
}

// isNoFormat spares a text that says how dates are to be written.
func (g gap) isNoFormat() bool {
	sentence := strings.ToLower(g.sentence())
	return g.alone() && !strings.Contains(sentence, "format") && !strings.Contains(sentence, "формат")
}

// isNoFirm spares names that begin as TK and TBC do.
func (g gap) isNoFirm() bool {
	return g.alone() && g.after != '-' && !isName(g.match(), g.rest())
}

// isCrossedOut judges what stands for a name, a date or a word that is not known yet.
func (g gap) isCrossedOut() bool {
	match := g.match()
	switch {
	case initials.MatchString(match):
		return g.alone() && g.before != '(' && !asksForNames(g.sentence())
	case figures.MatchString(match):
		return g.alone() && g.before != '.'
	}
	return g.isNoNumeral()
}

// isNoNumeral reports whether a row of X stands on its own: «XXXIV» and «ХХХ-летие»
// are numbers.
func (g gap) isNoNumeral() bool {
	return !unicode.IsLetter(g.before) && !unicode.IsLetter(g.after) && !isNumeral(g.rest()) &&
		!strings.ContainsRune("./@", g.before)
}

var lonely = regexp.MustCompile(`^\[(?i:` + blank + `)\]$`)

// asksForNames spares an announcement that asks journalists for theirs.
func asksForNames(text string) bool {
	for _, asked := range []string{"аккредит", "заявк", "укаж", "указа", "паспорт", "направ", "сообщить"} {
		if strings.Contains(text, asked) {
			return true
		}
	}
	return false
}

// shortestRule is how many underscores make a rule across the page rather than
// a blank to write in.
const shortestRule = 20

func isLineEdge(r rune) bool { return r == 0 || r == '\n' }

// counted matches the rest of a word or the next words after a Roman XXX: «XXX-й», «XXX
// Международный форум».
var counted = regexp.MustCompile(`^(?:[-–‑][а-яё]{1,2}` +
	`|[\s\x{00a0}]+(?:\p{L}+(?:ый|ий|ого|его|ому|ему|ым|им|ом|ая|ой|ую|ое|ые|ие|ых|их)[\s\x{00a0}]+){0,2}(?i:век|столет|летн|зимн|олимп|сессия|сессии|сессию|съезд|форум|конгресс|фестивал|чемпионат|турнир|конференци|centur|olymp|congress|session))`)

func isNumeral(rest string) bool {
	return counted.MatchString(rest) && !strings.HasPrefix(strings.TrimLeft(rest, "-–‑"), "х")
}

// isName spares companies such as "TK Sample" and "TBC Sample".
func isName(match, rest string) bool {
	rest, spaced := strings.CutPrefix(rest, " ")
	r, _ := utf8.DecodeRuneInString(rest)
	return spaced && len(match) <= len("TBC") && unicode.IsUpper(r)
}

// around returns the letters before and after a piece of text, 0 at its ends.
func around(text string, start, end int) (before, after rune) {
	if start > 0 {
		before, _ = utf8.DecodeLastRuneInString(text[:start])
	}
	if end < len(text) {
		after, _ = utf8.DecodeRuneInString(text[end:])
	}
	return before, after
}
