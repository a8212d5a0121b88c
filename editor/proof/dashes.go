package proof

import (
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/typesetting"
	"communique/editor/typography"
	"communique/editor/words"
	"communique/editor/wordset"
)

// dashOf is the dash that an office sets between words, or that the release has already.
func dashOf(house typography.House, r release.Release) string {
	if typesetting.For(typography.Typesetter{House: house}, r).House.Dash == typography.EnDash {
		return "–"
	}
	return "—"
}

// hyphenForDash finds a hyphen between spaces, or with one on one side only, two in a row,
// and a dash that lacks one of its spaces.
func hyphenForDash(p *passage, out *report) {
	if p.kind == tableKind || !p.body() {
		return
	}
	for i := 1; i+1 < len(p.tokens); i++ {
		t := p.tokens[i]
		if t.kind != sign || t.address {
			continue
		}
		switch text := p.piece(i); {
		case p.doubleHyphen(i):
			out.mend(p, t.start, p.tokens[i+1].end, p.dash)
			i++
		case p.hyphenApart(i):
			out.mend(p, t.start, t.end, p.dash)
		case p.hyphenLacksSpaceBefore(i):
			out.mend(p, t.start, t.end, " "+p.dash)
		case p.hyphenLacksSpaceBehind(i):
			out.mend(p, t.start, t.end, p.dash+" ")
		case p.dashLacksSpaceBehind(i):
			out.mend(p, t.start, t.end, text+" ")
		case p.dashLacksSpaceBefore(i):
			out.mend(p, t.start, t.end, " "+text)
		}
	}
}

// hyphenApart reports whether a hyphen has spaces on both sides, as only a dash has.
func (p *passage) hyphenApart(i int) bool {
	return p.piece(i) == "-" && p.is(i-1, space) && (p.is(i-2, word) || p.is(i-2, sign)) && p.is(i+1, space) && (p.is(i+2, word) || p.is(i+2, figure) || p.piece(i+2) == "«" || p.piece(i+2) == `"`) ||
		p.piece(i) == "-" && p.is(i-1, space) && p.is(i-2, figure) && p.wordFollows(i)
}

// doubleHyphen reports whether two hyphens stand for a dash between spaces.
func (p *passage) doubleHyphen(i int) bool {
	return p.piece(i) == "-" && p.piece(i+1) == "-" && p.is(i-1, space) && i > 1 && p.is(i+2, space)
}

// hyphenLacksSpaceBefore is «Бишкек- столица». A first part whose second is left out has
// such a hyphen too («двух- и трёхлетний»), and so has a word that a line's end parted.
func (p *passage) hyphenLacksSpaceBefore(i int) bool {
	const shortest = 3 // letters
	if p.piece(i) != "-" || !p.is(i-1, word) || !p.wordFollows(i) || utf8.RuneCountInString(p.piece(i-1)) < shortest {
		return false
	}
	switch lower(p.piece(i + 2)) {
	case "и", "или", "а", "либо", "но", "and", "or", "to":
		return false
	}
	before := p.folded[i-1]
	return p.russian() && isCyrillic(before) && words.Has(before) && !strings.HasSuffix(before, "о") && !strings.HasSuffix(before, "е") &&
		!words.Has(before+"-"+p.folded[i+2])
}

// hyphenLacksSpaceBehind is «Бишкек -столица»; a particle may be all that stands behind.
func (p *passage) hyphenLacksSpaceBehind(i int) bool {
	const shortest = 4 // letters
	if p.piece(i) != "-" || !p.is(i-1, space) || !p.is(i-2, word) && p.piece(i-2) != "»" && p.piece(i-2) != "," || !p.is(i+1, word) || p.is(i-3, line) {
		return false
	}
	text := p.piece(i + 1)
	return p.russian() && isCyrillic(text) && !strings.Contains(text, "-") && (utf8.RuneCountInString(text) >= shortest || text == "это") && text != "либо" && text != "нибудь" && text != "таки"
}

func (p *passage) isDash(i int) bool { return p.piece(i) == "–" || p.piece(i) == "—" }

func (p *passage) dashLacksSpaceBehind(i int) bool {
	return p.isDash(i) && p.is(i-2, word) && p.is(i-1, space) && p.is(i+1, word)
}

// dashLacksSpaceBefore spares a single letter before the dash, which may be an item of a
// list.
func (p *passage) dashLacksSpaceBefore(i int) bool {
	return p.isDash(i) && p.is(i-1, word) && p.wordFollows(i) && utf8.RuneCountInString(p.piece(i-1)) > 1
}

// rangeHyphen finds a hyphen between two numbers that count from one to the other:
// «10-15 человек». Phones, documents and scores have hyphens of their own.
func rangeHyphen(p *passage, out *report) {
	if !p.body() {
		return
	}
	for i, t := range p.tokens {
		if at := p.romanHyphen(i); at >= 0 {
			out.mend(p, at, at+len("-"), "–")
			continue
		}
		switch {
		case p.piece(i) != "-" || t.address:
		case p.countsOn(i) && p.standsAsRange(i) && !p.numbersThing(i-3), p.hoursOn(i):
			out.mend(p, t.start, t.end, "–")
		case p.countsOnApart(i):
			out.mend(p, p.tokens[i-1].start, p.tokens[i+1].end, "–")
		}
	}
}

// countsOn reports whether the number before a hyphen is less than that behind it. Long
// numbers and those that begin with a nought are of phones and documents.
func (p *passage) countsOn(hyphen int) bool {
	if !p.is(hyphen-1, figure) || !p.is(hyphen+1, figure) {
		return false
	}
	const longest = 4
	from, until := p.piece(hyphen-1), p.piece(hyphen+1)
	if len(from) > longest || len(until) > longest || len(from) > 1 && from[0] == '0' {
		return false
	}
	return number(from) < number(until)
}

// countsOnApart is «10 - 15 процентов»: a hyphen between spaces in a range.
func (p *passage) countsOnApart(i int) bool {
	if !p.is(i-2, figure) || !p.is(i-1, space) || !p.is(i+1, space) || !p.is(i+2, figure) || p.is(i-3, sign) && p.piece(i-3) != "(" || p.numbersThing(i-4) {
		return false
	}
	from, until := p.piece(i-2), p.piece(i+2)
	const longest = 4
	if len(from) > longest || len(until) > longest || from[0] == '0' || number(from) >= number(until) {
		return false
	}
	return p.wordFollows(i+2) || p.piece(i+3) == "%" || p.is(i+3, space) && p.piece(i+4) == "%"
}

// hoursOn is «9.00-18.00»: from one time of the day to another.
func (p *passage) hoursOn(i int) bool {
	return p.isHour(i-3) && p.isHour(i+1) && p.piece(i-2) == p.piece(i+2) && (p.is(i-4, space) || p.piece(i-4) == "(") && !p.is(i+4, word) && (p.piece(i+4) != "." || !p.is(i+5, figure)) && p.piece(i+4) != "-"
}

// isHour reports whether hours and minutes begin at a token: «9.00», «09:30».
func (p *passage) isHour(i int) bool {
	if !p.is(i, figure) || !p.is(i+2, figure) || p.piece(i+1) != "." && p.piece(i+1) != ":" {
		return false
	}
	return len(p.piece(i)) <= 2 && number(p.piece(i)) <= 24 && len(p.piece(i+2)) == 2 && number(p.piece(i+2)) < 60
}

// romanHyphen is where the hyphen of «V-VII» stands, which is one word; -1 for none.
func (p *passage) romanHyphen(i int) int {
	if !p.is(i, word) || p.tokens[i].address {
		return -1
	}
	from, until, ok := strings.Cut(p.piece(i), "-")
	if !ok || roman(from) == 0 || roman(from) >= roman(until) || p.numbersThing(i-2) {
		return -1
	}
	return p.tokens[i].start + len(from)
}

// roman is the value of Roman figures; 0 where a text is none.
func roman(text string) int {
	sum, last := 0, 0
	for _, r := range text {
		value := map[rune]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}[r]
		if value == 0 {
			return 0
		}
		if sum += value; last < value {
			sum -= 2 * last
		}
		last = value
	}
	return sum
}

// standsAsRange reports whether nothing more belongs to the two numbers, and the word for
// what they count follows; behind two years none has to.
func (p *passage) standsAsRange(hyphen int) bool {
	before := hyphen - 2
	begins := before < 0 || p.is(before, space) || p.piece(before) == "("
	from, until := p.piece(hyphen-1), p.piece(hyphen+1)
	years := "1800" <= from && until <= "2100" && len(from) == len(until) && len(from) == len("1800") && p.endsClause(hyphen+2)
	return begins && (years || p.wordFollows(hyphen+1) || p.piece(hyphen+2) == "%" || p.is(hyphen+2, space) && p.piece(hyphen+3) == "%")
}

// numbersThing reports whether the word or sign at i says that what follows is the number
// of something: «№ 10-15», «тел. 10-15».
func (p *passage) numbersThing(i int) bool {
	if p.piece(i) == "." {
		i--
	}
	before := lower(p.piece(i))
	return before == "№" || before == "n" || before == "дом" || strings.HasPrefix(before, "тел")
}

// numberSign finds a Latin N in the place of №.
func numberSign(p *passage, out *report) {
	if !p.russian() {
		return
	}
	for i := range p.tokens {
		text := p.piece(i)
		if text != "N" && text != "No" || !p.is(i, word) || p.is(i-1, word) || p.piece(i-1) == "." {
			continue
		}
		last := i
		if text == "No" && p.piece(i+1) == "." {
			last++
		}
		if p.is(last+1, figure) || p.is(last+1, space) && p.is(last+2, figure) {
			out.mend(p, p.tokens[i].start, p.tokens[last].end, "№")
		}
	}
}

// percentMixed finds «12%» beside «15 %»: what fewer have is out of line.
func percentMixed(w *whole, out *report) {
	var close, apart []place
	for _, p := range w.texts {
		if !strings.Contains(p.text, "%") || !p.body() {
			continue
		}
		for i := range p.tokens {
			if p.piece(i) != "%" {
				continue
			}
			switch {
			case p.is(i-1, figure):
				close = append(close, place{p, i})
			case p.is(i-1, space) && p.is(i-2, figure):
				apart = append(apart, place{p, i})
			}
		}
	}
	if len(close) == 0 || len(apart) == 0 {
		return
	}
	if len(close) <= len(apart) {
		for _, at := range close {
			t := at.p.tokens[at.i]
			out.mend(at.p, t.start, t.end, "\u00a0%")
		}
		return
	}
	for _, at := range apart {
		out.mend(at.p, at.p.tokens[at.i-1].start, at.p.tokens[at.i].end, "%")
	}
}

// units are those that stand apart from their number.
var units = wordset.Of(`км кг га руб млн млрд тыс см мм чел кВт МВт ГВт
	ТВт Вт м т л мВт рублей человек тонн долларов процентов лет
	года год месяца месяцев дня дней часа часов минут рубля тонны метра метров километров гектаров гражданина делегатов участников`)

// isYearGlued is «2024г.», «2021–2022гг.».
func (p *passage) isYearGlued(i int) bool {
	text := p.piece(i)
	return len(p.piece(i-1)) == len("2024") && (p.piece(i+1) == "." && (text == "г" || text == "гг") || yearForms[text].cases != nil)
}

// isCountedThing reports whether a word is a noun, and long enough not to be the ending of
// an ordinal: «15учеников». «1000летие» lacks a hyphen, and no space.
func isCountedThing(text string) bool {
	const shortest = 5 // letters
	return isLower(text) && !strings.HasPrefix(text, "лети") && isCyrillic(text) && utf8.RuneCountInString(text) >= shortest && len(grammar.NounShows(text)) > 0
}

// unitGlued finds a unit, what is counted or the sign of a number that is glued to its number: «5км», «2024г.», «№7».
// What is glued to a date has been told with it: «12 апреля 2025директором».
func unitGlued(p *passage, out *report) {
	for i, t := range p.tokens {
		last := p.gluedUnit(i)
		if last < 0 || t.address {
			continue
		}
		if start, end := p.tokens[i-1].start, p.tokens[last].end; !p.isTold(p.offset(start), p.offset(end)) {
			out.mend(p, start, end, p.piece(i-1)+"\u00a0"+p.text[t.start:end])
		}
	}
}

// gluedUnit is the last token of a unit at i that is glued to the number before it, or the number at i that is glued
// to its sign; -1 for neither.
func (p *passage) gluedUnit(i int) int {
	switch {
	case p.is(i, figure) && (p.piece(i-1) == "№" || p.piece(i-1) == "§"):
		return i
	case !p.is(i-1, figure):
	case p.is(i, word) && (units.Has(p.piece(i)) || englishUnits.Has(p.piece(i)) || p.isYearGlued(i) || isCountedThing(p.piece(i))):
		return i
	case p.piece(i) == "°" && p.is(i+1, word) && strings.Contains("CСF", p.piece(i+1)):
		return i + 1
	}
	return -1
}
