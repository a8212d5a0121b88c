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
	// writtenDate is «11 сентября 2024 года», «"11" сентября 2024 г.», "25 Aug 2023",
	// «18 декабри соли 2020».
	writtenDate = regexp.MustCompile(`^((?:\d{1,2}|«\d{1,2}»|"\d{1,2}")` + space + `\p{L}{3,}\.?,?` + space + `(?:соли` + space + `)?\d{4})`)
	// englishDate is "March 27, 2025".
	englishDate = regexp.MustCompile(`^(\p{L}{3,}\.?` + space + `\d{1,2},` + space + `\d{4})`)
	dottedDate  = regexp.MustCompile(`^(\d{1,2}\.\d{1,2}\.\d{4})`)
	isoDate     = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}`)
	// yearWord may follow a date in figures: «11.09.2024 г.».
	yearWord = regexp.MustCompile(`^[\s\x{00a0}]*(?:года|г\.)`)
	// dayOfYear is a date without its year: «26 октября», «26 октября с.г.».
	dayOfYear = regexp.MustCompile(`^` + dayWord + `(?:` + space + `(?:с|т)\.` + `[\s\x{00a0}]*` + `г\.)?`)
	clock     = regexp.MustCompile(`^[\s\x{00a0},]*\d{1,2}:\d{2}`)
)

// dateAt reads a date with its year at the start of text and returns how many
// bytes it takes.
func dateAt(text string) (d release.Date, length int, ok bool) {
	for _, pattern := range []*regexp.Regexp{writtenDate, englishDate, dottedDate, isoDate} {
		m := pattern.FindString(text)
		if m == "" {
			continue
		}
		if d, ok = grammar.ParseDate(strings.TrimSpace(unquoted.Replace(m))); ok {
			return d, len(m) + len(yearWord.FindString(text[len(m):])), true
		}
	}
	return release.Date{}, 0, false
}

// unquoted takes off the marks in which a form has its day.
var unquoted = strings.NewReplacer("«", "", "»", "", `"`, "")

// dateIn finds the first date with its year in text, and what begins with it.
func dateIn(text string) (d release.Date, rest string, ok bool) {
	for i := range text {
		if i > 0 && !startsToken(text, i) {
			continue
		}
		if d, _, ok := dateAt(text[i:]); ok {
			return d, text[i:], true
		}
	}
	return release.Date{}, "", false
}

// startsToken reports whether a date may begin at byte i: behind a space, a bracket, or
// the dash of a range («9–11 сентября 2024 года»).
func startsToken(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsSpace(r) || strings.ContainsRune("(–—-", r)
}

// onlyDate reads a line that is a date and perhaps a time before or behind it, and
// nothing else.
func onlyDate(line string) (release.Date, bool) {
	line = strings.TrimLeft(line[len(clock.FindString(line)):], " \u00a0,")
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
	// agency is a dateline with the place first: «МОСКВА, 26 октября 2024. /ТАСС/.»,
	// «БИШКЕК (Проба) – 11 сентября».
	agency = regexp.MustCompile(`^(?:г\.[\s\x{00a0}]*)?(\p{Lu}[\p{L} -]*?)(?:[,.]|` + space + `\([^)]+\)` + space + `[-–—])` + space)
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
	if m := agency.FindStringSubmatch(lead); m != nil {
		if o.place = placeNamed(m[1]); o.place != "" {
			o.located, rest = true, lead[len(m[0]):]
		}
	}
	if d, n, ok := dateAt(rest); ok {
		o.date, o.dated, rest = d, true, rest[n:]
	} else if m := dayOfYear.FindString(rest); m != "" && isDay(m) {
		o.dated, rest = true, rest[len(m):]
	}
	if o.located && !o.dated { // a sentence that begins with a name
		return opening{}
	}
	if m := inPlace.FindString(rest); m != "" && !o.located {
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
