package proof

import (
	"strings"
	"unicode/utf8"

	"communique/editor/regexp"
)

// gluedDate matches a date in figures with the next word, date or time run
// onto it: «26.10.202126 октября», «26.10.2021В», «26.10.202110:30».
var gluedDate = regexp.MustCompile(`^(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d{2}` +
	`(?:\d{1,2}[:.]\d{2}|\d{1,2}[\s\x{00a0}]*\p{L}+|\p{L}+)`)

// yearSign is «г.», «гг.», «года», which many write to the year without a space.
var yearSign = regexp.MustCompile(`\d(?:г|гг|год|года|году)$`)

func gluedDates(p *passage, out *report) {
	gluedYears(p, out)
	for i := 0; i < len(p.text); i++ {
		if !isFigure(p.text[i]) {
			continue
		}
		const longestWord = 100 // bytes that a date and the word glued to it take
		match := gluedDate.FindString(p.text[i:min(len(p.text), i+longestWord)])
		if match != "" && !yearSign.MatchString(match) {
			out.add(p, i, i+len(match))
		}
		for i++; i < len(p.text) && (isFigure(p.text[i]) || p.text[i] == '.'); i++ {
		}
	}
}

// gluedYears finds a word run onto the year of a date in words, «26 октября 2021В Пробном», «2021 годаВ
// Пробном», and the year run onto its month: «26 октября2021».
func gluedYears(p *passage, out *report) {
	for _, d := range p.dates {
		if !p.is(d.first+1, space) || p.tokens[d.last].address {
			continue
		}
		if last := p.gluedToYear(d); last >= 0 {
			out.add(p, p.tokens[d.first].start, p.tokens[last].end)
		}
	}
}

// gluedToYear is the token that is run onto a date, or the year that is; -1 for none.
func (p *passage) gluedToYear(d day) int {
	const figures = len("2021")
	last := d.last + 1
	if d.year == 0 {
		if p.is(last, figure) && len(p.piece(last)) == figures {
			return last
		}
		return -1
	}
	apart := p.wordFollows(d.last)
	if apart {
		last++
	}
	next, year := behindYear(p.piece(last))
	switch {
	case !p.is(last, word) || apart && !year:
		return -1
	case isCyrillic(next) && startsUpper(next), !apart && !goesWithYear(next):
		return last
	}
	return -1
}

// goesWithYear reports whether what is run onto a year may belong to it: «2021г», «2021-й», "2020s". A
// letter that is a word does not: «2021в Пробном».
func goesWithYear(text string) bool {
	if utf8.RuneCountInString(text) == 1 {
		return !strings.Contains("авикосу", text)
	}
	return strings.HasPrefix(text, "г") || strings.Contains(text, "-")
}

// behindYear is what is run onto the word for the year at the beginning of a text.
func behindYear(text string) (rest string, ok bool) {
	for _, year := range []string{"года", "год", "г"} {
		if rest, ok := strings.CutPrefix(text, year); ok && startsUpper(rest) {
			return rest, true
		}
	}
	return text, false
}

func isFigure(b byte) bool { return '0' <= b && b <= '9' }
