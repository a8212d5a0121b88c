package intake

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/release"
)

const (
	space   = `[\s\x{00a0}]+`
	dayWord = `\d{1,2}` + space + `\p{L}+\.?`
)

var (
	// writtenDate is «11 сентября 2024 года», "25 Aug 2023", «18 декабри соли 2020».
	writtenDate = regexp.MustCompile(`^(\d{1,2}` + space + `\p{L}{3,}\.?,?` + space + `(?:соли` + space + `)?\d{4}(?:` + space + `(?:года|г\.))?)`)
	// englishDate is "March 27, 2025".
	englishDate = regexp.MustCompile(`^(\p{L}{3,}\.?` + space + `\d{1,2},` + space + `\d{4})`)
	dottedDate  = regexp.MustCompile(`^(\d{1,2}\.\d{1,2}\.\d{4})`)
	// dayOfYear is a date without its year: «26 октября», «26 октября с.г.».
	dayOfYear = regexp.MustCompile(`^` + dayWord + `(?:` + space + `(?:с|т)\.` + `[\s\x{00a0}]*` + `г\.)?`)
	clock     = regexp.MustCompile(`^[\s\x{00a0},]*\d{1,2}:\d{2}`)
)

// dateAt reads a date with its year at the start of text and returns how many
// bytes it takes.
func dateAt(text string) (d release.Date, length int, ok bool) {
	for _, pattern := range []*regexp.Regexp{writtenDate, englishDate, dottedDate} {
		if m := pattern.FindString(text); m != "" {
			if d, ok = grammar.ParseDate(strings.TrimSpace(m)); ok {
				return d, len(m), true
			}
		}
	}
	return release.Date{}, 0, false
}

// dateIn finds the first date with its year in text, and the words it takes.
func dateIn(text string) (d release.Date, words string, ok bool) {
	for i := range text {
		if i > 0 && !startsToken(text, i) {
			continue
		}
		if d, n, ok := dateAt(text[i:]); ok {
			return d, text[i : i+n], true
		}
	}
	return release.Date{}, "", false
}

func startsToken(text string, i int) bool {
	c := text[i-1]
	return c == ' ' || c == '\n' || c == '(' || c == 0xa0
}

// onlyDate reads a line that is a date and perhaps a time, and nothing else.
func onlyDate(line string) (release.Date, bool) {
	d, n, ok := dateAt(line)
	if !ok {
		return release.Date{}, false
	}
	rest := line[n:]
	if m := clock.FindString(rest); m != "" {
		rest = rest[len(m):]
	}
	return d, strings.TrimSpace(rest) == ""
}

// placeAndDate reads a line that is a place and a date, and nothing else: «Бишкек,
// 11 сентября 2024 года».
func placeAndDate(line string) (place string, d release.Date, ok bool) {
	for at := strings.IndexByte(line, ','); at > 0 && at < placeLength; {
		place, rest := strings.TrimSpace(line[:at]), strings.TrimLeft(line[at+1:], " \u00a0")
		first, _ := utf8.DecodeRuneInString(place)
		if d, ok := onlyDate(rest); ok && unicode.IsUpper(first) && !strings.ContainsAny(place, "0123456789.:;") {
			return place, d, true
		}
		next := strings.IndexByte(line[at+1:], ',')
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return "", release.Date{}, false
}

// placeLength is how long the name of a place is at most, in bytes.
const placeLength = 100

// glued matches a publication date with the next word run onto it.
var glued = regexp.MustCompile(`^(\d{1,2}\.\d{1,2}\.(?:19|20)\d{2})((?:\d{1,2}` + space + `)?\p{L}+)`)

// part takes a publication date off the start of a paragraph. Where the next
// word was glued to it, that is a repair.
func part(paragraph string) (d release.Date, rest string, repaired *release.Repair) {
	m := dottedDate.FindString(paragraph)
	d, ok := grammar.ParseDate(m)
	if m == "" || !ok {
		return release.Date{}, paragraph, nil
	}
	rest = paragraph[len(m):]
	if g := glued.FindString(paragraph); g != "" {
		return d, rest, &release.Repair{Code: "date-glued", Text: g}
	}
	trimmed := strings.TrimLeft(rest, " \u00a0\t,–—-")
	if trimmed == rest || trimmed == "" || !startsSentence(trimmed) {
		return release.Date{}, paragraph, nil
	}
	return d, trimmed, nil
}

func startsSentence(text string) bool {
	r := []rune(text)[0]
	return unicode.IsUpper(r) || unicode.IsDigit(r) || r == '«'
}

// opening is what stands at the start of a lead: when and where.
type opening struct {
	date  release.Date
	dated bool // it begins with a date, with or without its year
	// located says that it goes on with a place, known or not.
	located bool
	place   string
}

var (
	inPlace = regexp.MustCompile(`^[\s\x{00a0},]*(?:[Вв]о?|[Нн]а)` + space + `(?:(?:г|гор)\.[\s\x{00a0}]*|городе` + space + `|столице` + space + `\p{L}+` + space + `)?`)
	// wire is an agency's dateline: "CITY, ST - March 27, 2025 (WIRE) - ".
	wire = regexp.MustCompile(`^(\p{Lu}[\p{L}.' ]+(?:,` + space + `[\p{L}. ]+)?)` + space + `[-–—]+` + space + `(\p{L}{3,}\.?` + space + `\d{1,2},` + space + `\d{4})`)
	// dated is the same the other way round: "August 19, 2026 – Miami, Florida:".
	datedPlace = regexp.MustCompile(`^(\p{L}{3,}\.?` + space + `\d{1,2},` + space + `\d{4})` + space + `[-–—]+` + space + `(\p{Lu}[\p{L}.' ]+(?:,` + space + `[\p{L}. ]+)?):`)
)

// openingOf reads the start of a lead.
func openingOf(lead string) opening {
	if m := wire.FindStringSubmatch(lead); m != nil {
		if d, ok := grammar.ParseDate(m[2]); ok {
			return opening{date: d, dated: true, located: true, place: m[1]}
		}
	}
	if m := datedPlace.FindStringSubmatch(lead); m != nil {
		if d, ok := grammar.ParseDate(m[1]); ok {
			return opening{date: d, dated: true, located: true, place: m[2]}
		}
	}
	var o opening
	rest := lead
	if d, n, ok := dateAt(lead); ok {
		o.date, o.dated, rest = d, true, lead[n:]
	} else if m := dayOfYear.FindString(lead); m != "" && isDay(m) {
		o.dated, rest = true, lead[len(m):]
	}
	if m := inPlace.FindString(rest); m != "" {
		first, _ := utf8.DecodeRuneInString(rest[len(m):])
		o.located = unicode.IsUpper(first)
		o.place = placeAt(rest[len(m):])
	}
	return o
}

// isDay reports whether «26 октября» names a month.
func isDay(text string) bool {
	words := strings.Fields(strings.ReplaceAll(text, "\u00a0", " "))
	day, err := strconv.Atoi(words[0])
	_, named := grammar.Month(words[1])
	return err == nil && day >= 1 && day <= 31 && named
}
