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
func placeholders(p passage) []Finding {
	spots := spotter{passage: p, code: PlaceholderLeft}
	for i := 0; i < len(p.text); i++ {
		n := placeholderLength(p.text[i:])
		if n == 0 {
			continue
		}
		if leftToFill(p.text, i, i+n) {
			spots.add(i, i+n)
		}
		i += n - 1
	}
	return spots.found
}

var (
	field = regexp.MustCompile(`^\{[\p{L}\d_]+(?:\.[\p{L}\d_]+)*\}`)
	// A note says what to do, or only names what is missing («[дата]»), and then
	// is nothing else: "[date of birth withheld]" is text.
	note = regexp.MustCompile(`^(?:\[\s*(?i:` + todo + `[^\]\n]*|` + blanks + `)\]|<\s*(?i:` + todo + `[^>\n]*|` + blanks + `)>)`)
	// In round brackets a lone noun may be text.
	roundNote = regexp.MustCompile(`^\(\s*(?i:(?:вставить|уточнить|заполнить|tbc|tbd)(?:[^\p{L})\n][^)\n]*)?|фио(?:[\s,/]+(?:` + blank + `))*\s*)\)`)
	shouted   = regexp.MustCompile(`^!{2,}[\s\x{00a0}]*\p{L}[^!\n]*!{2,}`)
	percent   = regexp.MustCompile(`^%\p{Lu}[\p{Lu}\d_]*%`)
	ipsum     = regexp.MustCompile(`^(?i:lorem ipsum)`)
	acronym   = regexp.MustCompile(`^(?:(?:TK)+|TB[ACD])`)
	dayToFill = regexp.MustCompile(`^__(?:\.\d|»|")`)
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
		return len(note.FindString(near))
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
	case "…"[0]:
		return run(text, "…", 2)
	case 'X', 'x', "Х"[0], "х"[0]:
		return max(run(text, "XХ", 3), run(text, "xх", 3))
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
	case '{', '[', '<', '(', '%':
		return true
	case '?', '!', "…"[0]:
		return !isWord(before)
	case '_':
		return len(match) < shortestRule || !isLineEdge(before) || !isLineEdge(after)
	case 'L', 'l':
		return !isWord(before) && !isWord(after)
	case 'T':
		return !isWord(before) && !isWord(after) && after != '-' && !isName(match, rest)
	default:
		return !unicode.IsLetter(before) && !unicode.IsLetter(after) && !isNumeral(rest) &&
			!strings.ContainsRune("./@", before)
	}
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

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// unreadLetters finds the words with a letter that could not be read, or that stands for
// one: U+FFFD.
func unreadLetters(p passage) []Finding {
	spots := spotter{passage: p, code: LetterUnread}
	for from := 0; ; {
		at := strings.IndexRune(p.text[from:], unicode.ReplacementChar)
		if at < 0 {
			return spots.found
		}
		at += from
		start := from + len(strings.TrimRightFunc(p.text[from:at], func(r rune) bool { return !unicode.IsSpace(r) }))
		end := len(p.text)
		if space := strings.IndexFunc(p.text[at:], unicode.IsSpace); space >= 0 {
			end = at + space
		}
		spots.add(start, end)
		from = end
	}
}

// gluedDate matches a date in figures with the next word, date or time run
// onto it: «26.10.202126 октября», «26.10.2021В», «26.10.202110:30».
var gluedDate = regexp.MustCompile(`^(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d{2}` +
	`(?:\d{1,2}[:.]\d{2}|\d{1,2}[\s\x{00a0}]*\p{L}+|\p{L}+)`)

// yearSign is «г.», «гг.», «года», which many write to the year without a space.
var yearSign = regexp.MustCompile(`\d(?:г|гг|год|года|году)$`)

func gluedDates(p passage) []Finding {
	spots := spotter{passage: p, code: DateGlued}
	for i := 0; i < len(p.text); i++ {
		if !isFigure(p.text[i]) {
			continue
		}
		const longestWord = 100 // bytes that a date and the word glued to it take
		match := gluedDate.FindString(p.text[i:min(len(p.text), i+longestWord)])
		if match != "" && !yearSign.MatchString(match) {
			spots.add(i, i+len(match))
		}
		for i++; i < len(p.text) && (isFigure(p.text[i]) || p.text[i] == '.'); i++ {
		}
	}
	return spots.found
}

func isFigure(b byte) bool { return '0' <= b && b <= '9' }

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

// spotter collects what blocks issue, from left to right, and counts code
// points as it goes, so that the time stays linear.
type spotter struct {
	passage   passage
	code      string
	found     []Finding
	runes, at int // code points before byte at
}

// add takes the bytes from start to end.
func (s *spotter) add(start, end int) {
	s.runes += utf8.RuneCountInString(s.passage.text[s.at:start])
	s.at = start
	text := s.passage.text[start:end]
	s.found = append(s.found, s.passage.finding(s.code, Blocks, s.runes, utf8.RuneCountInString(text), text))
}
