package proof

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// placeholders finds what people leave to be filled in later: a template's
// {field.case}, XXX in Latin or Cyrillic letters, a line to write on, TK and TBD, lorem
// ipsum, the fields of other programs (%NAME%), and notes to oneself in brackets or
// exclamation marks.
func placeholders(p *passage, out *report) {
	for i := 0; i < len(p.text); i++ {
		n := placeholderLength(p.text[i:])
		if n == 0 {
			continue
		}
		if leftToFill(p.text, i, i+n) {
			out.add(p, i, i+n)
		}
		i += n - 1
	}
}

var (
	field = regexp.MustCompile(`^\{[\p{L}\d_]+(?:\.[\p{L}\d_]+)*\}`)
	// A note says what to do, or only names what is missing («[дата]»), and then
	// is nothing else: "[date of birth withheld]" is text.
	note = regexp.MustCompile(`^(?:\[\s*(?i:` + todo + `[^\]\n]*|` + blanks + `)\]|<\s*(?i:` + todo + `[^>\n]*|` + blanks + `)>)`)
	// In round brackets a lone noun may be text.
	roundNote = regexp.MustCompile(`^\(\s*(?i:(?:вставить|уточнить|заполнить|tbc|tbd)(?:[^\p{L})\n][^)\n]*)?|фио(?:[\s,/]+(?:` + blank + `))*\s*)\)`)
	// comment is what Word leaves of a remark: [АП1].
	comment = regexp.MustCompile(`^\[\p{Lu}{1,3}\d{1,2}\]`)
	angled  = regexp.MustCompile(`^(?:‹[^‹›\n]{1,40}›|<<[^<>\n]{1,40}>>|\$\{[\p{L}\d_.]+\}|#\p{Lu}[\p{Lu}\d_]{2,}#)`)
	// initials are those of nobody: И.О. Фамилия, Фамилия И.О., Иванов И.И.
	initials = regexp.MustCompile(`^(?:И\.[\s\x{00a0}]?О\.[\s\x{00a0}]?Фамил\p{L}+|Фамил\p{L}+[\s\x{00a0}]И\.[\s\x{00a0}]?О\.|Фамилия[\s\x{00a0}]Имя(?:[\s\x{00a0}]Отчество)?` +
		`|И\.[\s\x{00a0}]?И\.[\s\x{00a0}]?Иванов(?:а|у|ым|е)?|Иванов(?:а|у|ым|е)?[\s\x{00a0}]И\.[\s\x{00a0}]?И\.|ФИО|Ф\.[\s\x{00a0}]?И\.[\s\x{00a0}]?О\.)`)
	// figures are those of a date or a time that is not known yet: хх.хх.2024, 00.00.2024.
	figures   = regexp.MustCompile(`^(?:(?:[xXхХ]{2}|\d{1,2})\.(?:[xXхХ]{2}|\d{2})\.(?:\d{2,4}|[xXхХ]{2,4})|[xXхХ]{2}:(?:[xXхХ]{2}|\d{2})|\d{2}:[xXхХ]{2}|[xXхХ]{2}\.[xXхХ]{2})`)
	shouted   = regexp.MustCompile(`^!{2,}[\s\x{00a0}]*\p{L}[^!\n]*!{2,}`)
	percent   = regexp.MustCompile(`^%\p{Lu}[\p{Lu}\d_]*%`)
	fixme     = regexp.MustCompile(`^FIXME`)
	unknown   = regexp.MustCompile(`^XYZ`)
	ipsum     = regexp.MustCompile(`^(?i:lorem ipsum)`)
	acronym   = regexp.MustCompile(`^(?:(?:TK)+|TB[ACD]|TODO)`)
	dayToFill = regexp.MustCompile(`^__(?:\.\d|»|"|[\s\x{00a0}](?:январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|октябр|ноябр|декабр))`)
)

const (
	todo = `(?:вставить|вставьте|уточнить|уточните|указать|укажите|заполнить|` +
		`insert|fill in|to be confirmed|tbc|tbd|tk)`
	blanks = `(?:` + blank + `)(?:[\s,/]+(?:` + blank + `))*\s*`
)

const blank = `имя|фамилия|отчество|фио|должность|дата|время|место|город|название|сумма|номер|телефон|организация|цитата` +
	`|name|surname|title|post|date|time|place|city|amount|number|phone|organisation|organization|company|quote`

// longestNote is how many bytes a note or a field's name may take; it keeps
// the patterns from running through the whole text at every bracket.
const longestNote = 300

// placeholderLength returns the length in bytes of what may be a placeholder
// at the beginning of text, or 0. Most letters are dismissed by their first byte.
func placeholderLength(text string) int {
	near := text[:min(len(text), longestNote)]
	switch text[0] {
	case '{':
		return len(field.FindString(near))
	case '[', '<':
		return max(len(note.FindString(near)), len(comment.FindString(near)), len(angled.FindString(near)))
	case '$', '#':
		return len(angled.FindString(near))
	case "Х"[0]: // of Ф and И as well
		return max(run(text, "XХ", 3), len(figures.FindString(near)), len(initials.FindString(near)))
	case '0', '1', '2', '3':
		return len(figures.FindString(near))
	case 'N':
		return run(text, "N", 2)
	case 'F':
		return len(fixme.FindString(near))
	case '(':
		return len(roundNote.FindString(near))
	case '!':
		return len(shouted.FindString(near))
	case '%':
		return len(percent.FindString(near))
	case 'L', 'l':
		return len(ipsum.FindString(near))
	case 'T':
		return len(acronym.FindString(near))
	case '_':
		if dayToFill.MatchString(text) {
			return len("__")
		}
		return run(text, "_", 3)
	case '?':
		return run(text, "?", 3)
	case "…"[0]: // of ‹ as well
		return max(run(text, "…", 2), len(angled.FindString(near)))
	case 'X', 'x', "х"[0]:
		return max(run(text, "XХ", 3), run(text, "xх", 3), len(figures.FindString(near)), len(unknown.FindString(near)))
	case '.':
		return run(text, ".", 5)
	}
	return 0
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

// leftToFill judges a match by what stands around it. Letters and underscores
// count only on their own: «XXXIV» and «ХХХ-летие» are numbers, and a long rule
// between two paragraphs parts them.
func leftToFill(text string, start, end int) bool {
	before, after := around(text, start, end)
	switch match, rest := text[start:end], text[end:]; match[0] {
	case '[', '<':
		return !insertedInQuotation(text, start, match)
	case '{', '(', '%', '$', '#':
		return true
	case '.':
		return isLetterOrFigure(before) || before == ' ' || before == 0
	case 'F':
		return !isLetterOrFigure(before) && !isLetterOrFigure(after)
	case 'N':
		return len(match) == 2 && !isLetterOrFigure(before) && !isLetterOrFigure(after) && after != '-' && before != '-'
	case '0', '1', '2', '3':
		return isUnknownDate(match) && !isLetterOrFigure(before) && !isLetterOrFigure(after) && before != '.'
	case '?', '!', "…"[0]: // of ‹ as well
		return !isLetterOrFigure(before)
	case '_':
		return len(match) < shortestRule || !isLineEdge(before) || !isLineEdge(after)
	case 'L', 'l':
		return !isLetterOrFigure(before) && !isLetterOrFigure(after)
	case 'T':
		return !isLetterOrFigure(before) && !isLetterOrFigure(after) && after != '-' && !isName(match, rest)
	case "Х"[0], "х"[0], 'X', 'x':
		if initials.MatchString(match) {
			return !isLetterOrFigure(before) && !isLetterOrFigure(after) && before != '(' && !asksForNames(text)
		}
		if figures.MatchString(match) {
			return !isLetterOrFigure(before) && !isLetterOrFigure(after) && before != '.' && !unicode.IsLetter(after)
		}
		fallthrough
	default:
		return !unicode.IsLetter(before) && !unicode.IsLetter(after) && !isNumeral(rest) &&
			!strings.ContainsRune("./@", before)
	}
}

// insertedInQuotation spares an editor's word within somebody's words: «мы любим этот
// [город]».
func insertedInQuotation(text string, start int, match string) bool {
	before := text[:start]
	return match[0] == '[' && strings.Count(before, "«") > strings.Count(before, "»") && lonely.MatchString(match)
}

var lonely = regexp.MustCompile(`^\[(?i:` + blank + `)\]$`)

// isUnknownDate reports whether a date in figures has letters or noughts in their place.
func isUnknownDate(match string) bool {
	return strings.ContainsAny(match, "xXхХ") || strings.HasPrefix(match, "00.") || strings.Contains(match, ".00.")
}

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

// counted matches the rest of a word or the next word after a Roman XXX.
var counted = regexp.MustCompile(`^(?:[-–‑][а-яё]{2}` +
	`|[\s\x{00a0}]+(?i:век|столет|летн|зимн|олимп|сессия|сессии|съезд|форум|конгресс|фестивал|centur|olymp|congress|session))`)

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
