package proof

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// placeholder matches what people leave to be filled in later: a template's
// {field.case}, XXX in Latin or Cyrillic letters, a line to write on, TK, and
// notes to oneself in square brackets. A note that only names what is missing
// («[дата]») must be nothing else: "[date of birth withheld]" is text.
var placeholder = regexp.MustCompile(`\{[\p{L}\d_]+(?:\.[\p{L}\d_]+)*\}` +
	`|[XХxх]{3,}|_{3,}|(?:TK)+|\?{3,}` +
	`|\[\s*(?i:вставить|вставьте|уточнить|уточните|указать|укажите|заполнить|insert|fill in|to be confirmed|tbc|tbd|tk)[^\]\n]*\]` +
	`|\[\s*(?i:` + blank + `)(?i:[\s,/]+(?:` + blank + `))*\s*\]`)

const blank = `имя|фамилия|отчество|фио|должность|дата|время|место|город|название|сумма|номер|телефон|организация|цитата` +
	`|name|surname|title|post|date|time|place|city|amount|number|phone|organisation|organization|company|quote`

// trigger is what each placeholder has in it. Looking for these first spares
// most paragraphs the slower pattern.
func trigger(text string) bool {
	if strings.ContainsAny(text, "{[") {
		return true
	}
	for _, piece := range []string{"XX", "ХХ", "XХ", "ХX", "xxx", "ххх", "___", "TK", "???"} {
		if strings.Contains(text, piece) {
			return true
		}
	}
	return false
}

func placeholders(p passage) []Finding {
	if !trigger(p.text) {
		return nil
	}
	return matches(p, placeholder, PlaceholderLeft, leftToFill)
}

// leftToFill judges a match by what stands around it. Letters and underscores
// count only on their own: «XXXIV» and «ХХХ-летие» are numbers, and a long rule
// between two paragraphs parts them.
func leftToFill(text string, start, end int) bool {
	before, after := around(text, start, end)
	switch match, rest := text[start:end], text[end:]; match[0] {
	case '{', '[':
		return true
	case '?':
		return !isWord(before)
	case '_':
		return len(match) < shortestRule || !isLineEdge(before) || !isLineEdge(after)
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

// isName spares companies such as "TK Sample".
func isName(match, rest string) bool {
	rest, spaced := strings.CutPrefix(rest, " ")
	r, _ := utf8.DecodeRuneInString(rest)
	return spaced && match == "TK" && unicode.IsUpper(r)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// gluedDate matches a date in figures with the next word, date or time run
// onto it: «26.10.202126 октября», «26.10.2021В», «26.10.202110:30».
var gluedDate = regexp.MustCompile(`(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d{2}` +
	`(?:\d{1,2}[:.]\d{2}|\d{1,2}[\s\x{00a0}]*\p{L}+|\p{L}+)`)

// yearSign is «г.», «гг.», «года», which many write to the year without a space.
var yearSign = regexp.MustCompile(`\d(?:г|гг|год|года|году)$`)

func gluedDates(p passage) []Finding {
	if !strings.Contains(p.text, ".20") && !strings.Contains(p.text, ".19") {
		return nil
	}
	return matches(p, gluedDate, DateGlued, func(text string, start, end int) bool {
		before, _ := around(text, start, end)
		return !isWord(before) && before != '.' && !yearSign.MatchString(text[start:end])
	})
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

// matches finds each place of a pattern that counts, all of which block issue;
// code points are counted as it goes, so that the time stays linear.
func matches(p passage, pattern *regexp.Regexp, code string, counts func(text string, start, end int) bool) []Finding {
	var found []Finding
	runes, at := 0, 0
	for _, m := range pattern.FindAllStringIndex(p.text, -1) {
		if !counts(p.text, m[0], m[1]) {
			continue
		}
		runes += utf8.RuneCountInString(p.text[at:m[0]])
		at = m[0]
		text := p.text[m[0]:m[1]]
		found = append(found, p.finding(code, Blocks, runes, utf8.RuneCountInString(text), text))
	}
	return found
}
