package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/regexp"
	"communique/editor/release"
)

// dateInText is what looks like a whole date, or the days from one to another, within a
// text: ParseDates decides.
var dateInText = regexp.MustCompile(
	`(?:\d{1,2}(?:\.\d{1,2}(?:\.(?:\d{4}|\d{2}))?)?\s?[–—-]\s?)?\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})` + afterYear +
		`|\d{4}-\d{2}-\d{2}` +
		`|\d{1,2}` + ordinal + `(?:\s+\p{L}{3,}\.?)?(?:\s?[–—-]\s?\d{1,2})?\s+\p{L}{3,}\.?,?\s+\d{4}` + afterYear +
		`|\p{L}{3,}\.?\s+\d{1,2}` + ordinal + `(?:\s?[–—-]\s?\d{1,2})?,\s+\d{4}`)

// WriteDates writes each date within a text by write, which takes its first and its last
// day: «Протокол от 11.09.26». A text of which all is read is certain; figures that stand
// as those of a date and are none stay, and are not.
func WriteDates(text string, write func(from, until release.Date) string) (written string, sure bool) {
	if !hasDate(text) {
		return text, true
	}
	var b strings.Builder
	sure = true
	end := 0
	for _, at := range dateInText.FindAllStringIndex(text, -1) {
		found := wholeWords(text[at[0]:at[1]], text[at[1]:])
		if isWithinFigures(text, at[0], at[0]+len(found)) || mayEndSentence(found, text[at[1]:]) {
			continue
		}
		from, until, ok := ParseDates(found)
		if !ok {
			sure = sure && strings.IndexFunc(found, unicode.IsLetter) >= 0
			continue
		}
		b.WriteString(text[end:at[0]])
		b.WriteString(write(from, until))
		end = at[0] + len(found)
	}
	b.WriteString(text[end:])
	return b.String(), sure
}

// wholeWords is what was found without the first letter of the word behind it:
// «11.09.2026 группа».
func wholeWords(found, rest string) string {
	if next, _ := utf8.DecodeRuneInString(rest); unicode.IsLetter(next) {
		return found[:strings.LastIndexAny(found, "0123456789")+1]
	}
	return found
}

// mayEndSentence reports a full stop with which a date ends before a capital letter, so
// that it may be that of a sentence as well.
func mayEndSentence(found, rest string) bool {
	next, size := utf8.DecodeRuneInString(rest)
	after, _ := utf8.DecodeRuneInString(rest[size:])
	return strings.HasSuffix(found, ".") && next == ' ' && isCapital(after)
}

// hasDate reports whether a text has as many figures as the shortest date: 1.9.26.
func hasDate(text string) bool {
	figures := 0
	for i := range len(text) {
		if text[i] >= '0' && text[i] <= '9' {
			figures++
		}
	}
	return figures > 3
}

// isWithinFigures reports a stretch of a text that goes on before or behind it, as an
// address of a network or the number of a document does.
func isWithinFigures(text string, from, until int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	behind, size := utf8.DecodeRuneInString(text[until:])
	after, _ := utf8.DecodeRuneInString(text[until+size:])
	return unicode.IsDigit(before) || unicode.IsLetter(before) || strings.ContainsRune("./№-", before) ||
		unicode.IsDigit(behind) || unicode.IsLetter(behind) || strings.ContainsRune("./-", behind) && unicode.IsDigit(after)
}
