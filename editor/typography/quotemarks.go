package typography

import "strings"

// quotationMarks are those of a language.
type quotationMarks struct {
	outer, inner [2]rune
	space        string // between the outer marks and the words
	stopOutside  bool   // a sentence's full stop stands behind them
}

// pair is the opening and the closing mark of a level; the third has the first's again.
func (q quotationMarks) pair(depth int) [2]rune {
	if depth%2 == 0 {
		return q.outer
	}
	return q.inner
}

var (
	guillemets = [2]rune{'«', '»'}
	lowHigh    = [2]rune{'„', '“'}
	highHigh   = [2]rune{'“', '”'}
	lowRight   = [2]rune{'„', '”'}
	singles    = [2]rune{'‘', '’'}

	cyrillic = quotationMarks{outer: guillemets, inner: lowHigh, stopOutside: true}
	latin    = quotationMarks{outer: highHigh, inner: singles}
)

// marksOf returns the marks of a language by its tag. Those of Russian are the rules' of
// 2006, and those of its neighbours in Cyrillic letters the same; others are Unicode's
// (CLDR 46, delimiters). A language that is not here has those of English.
func marksOf(language string) quotationMarks {
	base, _, _ := strings.Cut(strings.ToLower(language), "-")
	switch base {
	case "ru", "be", "uk", "kk", "ky", "tg", "tt", "ba", "mn", "mk":
		return cyrillic
	case "hy", "es", "it", "el", "pt", "ar", "fa", "no", "nb", "nn", "sq":
		return quotationMarks{outer: guillemets, inner: highHigh}
	case "fr":
		return quotationMarks{outer: guillemets, inner: highHigh, space: "\u00a0"}
	case "de", "bg", "cs", "sk", "sl", "lt", "et", "is", "ka":
		return quotationMarks{outer: lowHigh, inner: [2]rune{'‚', '‘'}}
	case "ro", "pl", "hu", "sr", "hr":
		return quotationMarks{outer: lowRight, inner: guillemets}
	case "fi", "sv":
		return quotationMarks{outer: [2]rune{'”', '”'}, inner: [2]rune{'’', '’'}}
	case "ja":
		return quotationMarks{outer: [2]rune{'「', '」'}, inner: [2]rune{'『', '』'}}
	case "uz":
		if strings.Contains(strings.ToLower(language), "cyrl") {
			return cyrillic
		}
	}
	return latin
}
