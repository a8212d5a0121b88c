package proof

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/wordset"
)

// usage is one of the ways in which English writes a thing; a text keeps to one.
type usage string

// The usages, those of one thing together.
const (
	dayFirst    usage = "11 September"
	monthFirst  usage = "September 11"
	withStops   usage = "3 p.m."
	withoutStop usage = "3 pm"
	inCapitals  usage = "3 PM"
	double      usage = "“ ”"
	single      usage = "‘ ’"
	straight    usage = "\" \""
	serialComma usage = "a, b, and c"
	plainComma  usage = "a, b and c"
	british     usage = "colour, centre"
	american    usage = "color, center"
	withS       usage = "organise"
	withZ       usage = "organize"
	percentSign usage = "5%"
	percentWord usage = "5 percent"
	perCent     usage = "5 per cent"
)

// usages are the things of which one text may have one usage only: the order of a date,
// how the halves of the day are written, the outer marks of quotations, the comma before the last of a list, the
// country whose spelling words have, how a percentage is written.
var usages = [][]usage{{dayFirst, monthFirst}, {withStops, withoutStop, inCapitals}, {double, single, straight}, {serialComma, plainComma}, {british, american}, {withS, withZ}, {percentSign, percentWord, perCent}}

// written is a usage where a text has it.
type written struct {
	p          *passage
	text       int // its place among the texts of the release
	start, end int // bytes
}

// englishMixed finds what an English text writes in two ways, where it has the one that is
// rarer, or comes later.
func englishMixed(w *whole, out *report) {
	found := map[usage][]written{}
	for i, p := range w.texts {
		if p.language == "en" && p.body() {
			note := func(u usage, start, end int) { found[u] = append(found[u], written{p, i, start, end}) }
			p.usages(note)
			p.quotationUsages(note)
			for _, s := range p.spelled() {
				note(s.usage, p.tokens[s.i].start, p.tokens[s.i].end)
			}
		}
	}
	for _, of := range usages {
		kept := slices.MaxFunc(of, func(a, b usage) int {
			return cmp.Or(cmp.Compare(len(found[a]), len(found[b])), comesFirst(found[b], found[a]))
		})
		for _, u := range of {
			for _, at := range found[u] {
				if u != kept {
					out.add(at.p, at.start, at.end).Other = string(kept)
				}
			}
		}
	}
}

// comesFirst compares where usages stand first in a release.
func comesFirst(a, b []written) int {
	if len(a) == 0 || len(b) == 0 {
		return cmp.Compare(len(b), len(a))
	}
	return cmp.Or(cmp.Compare(a[0].text, b[0].text), cmp.Compare(a[0].start, b[0].start))
}

// englishMonths are the months as dates have them.
var englishMonths = wordset.Of("January February March April May June July August September October November December Jan Feb Mar Apr Aug Sept Sep Oct Nov Dec")

// englishUnits are those that stand for nothing else: "40m" may be millions.
var englishUnits = wordset.Of("km cm mm kg ha kW MW GW kWh MWh GWh mph")

// usages notes how dates and times are written.
func (p *passage) usages(note func(u usage, start, end int)) {
	for i, t := range p.tokens {
		switch {
		case t.address:
		case p.folded[i] == "and":
			p.commaUsage(i, note)
		case p.is(i, figure) && p.isDay(i) && p.is(i+1, space) && englishMonths.Has(p.piece(i+2)):
			note(dayFirst, t.start, p.tokens[i+2].end)
		case p.is(i, figure) && p.isDay(i) && p.is(i-1, space) && englishMonths.Has(p.piece(i-2)):
			note(monthFirst, p.tokens[i-2].start, t.end)
		case p.is(i, figure):
			p.noteMeasure(i, note)
		}
	}
}

// noteMeasure notes how the half of a day is written behind the figure at i, and how percent is.
func (p *passage) noteMeasure(i int, note func(u usage, start, end int)) {
	at := i + 1
	if p.is(at, space) {
		at++
	}
	if u, length := halfOfDay(p.textFrom(at)); length > 0 {
		note(u, p.tokens[i].start, p.tokens[at].start+length)
	}
	for _, form := range []struct {
		written string
		usage   usage
	}{{"%", percentSign}, {"percent", percentWord}, {"per cent", perCent}} {
		if rest, ok := strings.CutPrefix(p.textFrom(at), form.written); ok {
			if next, _ := utf8.DecodeRuneInString(rest); !unicode.IsLetter(next) {
				note(form.usage, p.tokens[i].start, p.tokens[at].start+len(form.written))
			}
		}
	}
}

// commaUsage notes whether a comma stands before the "and" at i, where that joins the last of three words
// or more. Between two commas something may be put in ("the director, chairman and founder, said"),
// and behind the first of a sentence that says when or where two may be the subject.
func (p *passage) commaUsage(i int, note func(u usage, start, end int)) {
	u, second := plainComma, i-2
	if p.piece(second) == "," {
		u, second = serialComma, i-3
	}
	first, third := second-3, i+2
	for _, item := range []int{first, second, third} {
		if !p.is(item, word) || !isLower(p.piece(item)) {
			return
		}
	}
	if p.piece(second-2) != "," || !p.is(second-1, space) || !p.wordFollows(i) || putIn.Has(p.piece(second)) {
		return
	}
	if u == plainComma && (p.piece(third+1) == "," || p.saysWhen(first)) {
		return
	}
	note(u, p.tokens[first].start, p.tokens[third].end)
}

// putIn are words that stand between commas.
var putIn = wordset.Of("however too though then therefore indeed instead also moreover meanwhile which who where when")

// saysWhen reports whether the words up to a token say when, where or how, with no comma before it.
func (p *passage) saysWhen(i int) bool {
	for ; i > 0 && !p.beginsSentence(i); i-- {
		if p.piece(i) == "," {
			return false
		}
	}
	return sayWhen.Has(p.fold(i))
}

// sayWhen are the words that what opens a sentence begins with.
var sayWhen = wordset.Of(`in on at after before during when while if as since for with from by under to today yesterday last this following despite although
	because once until unlike among within through throughout over across beyond here there now`)

// isDay reports whether a figure may be a day of a month.
func (p *passage) isDay(i int) bool {
	n := number(p.piece(i))
	return len(p.piece(i)) <= 2 && n >= 1 && n <= 31
}

// textFrom is the text from a token on.
func (p *passage) textFrom(i int) string {
	if i >= len(p.tokens) {
		return ""
	}
	return p.text[p.tokens[i].start:]
}

// halfOfDay reports how a text begins with a half of the day, and how many bytes it has.
func halfOfDay(text string) (u usage, length int) {
	for _, form := range []struct {
		written string
		usage   usage
	}{{"a.m.", withStops}, {"p.m.", withStops}, {"am", withoutStop}, {"pm", withoutStop}, {"AM", inCapitals}, {"PM", inCapitals}, {"A.M.", inCapitals}, {"P.M.", inCapitals}} {
		if rest, ok := strings.CutPrefix(text, form.written); ok {
			if next, _ := utf8.DecodeRuneInString(rest); !unicode.IsLetter(next) {
				return form.usage, len(form.written)
			}
		}
	}
	return "", 0
}

// quotationUsages notes the outer marks that quotations begin with.
func (p *passage) quotationUsages(note func(u usage, start, end int)) {
	for at := 0; ; {
		n := strings.IndexAny(p.text[at:], "“‘\"")
		if n < 0 {
			return
		}
		at += n
		u, closing, end := double, "”", at+len("“")
		switch {
		case p.text[at] == '"':
			u, closing, end = straight, `"`, at+len(`"`)
			if before, _ := around(p.text, at, end); unicode.IsDigit(before) { // inches
				at = end
				continue
			}
		case strings.HasPrefix(p.text[at:], "‘"):
			u, closing = single, "’"
		}
		length := closes(p.text[end:], closing)
		if length < 0 {
			return // what runs over several paragraphs tells nothing here
		}
		note(u, at, end)
		at = end + length
	}
}

// closes returns where a closing mark stands that is no apostrophe within a word, or -1.
func closes(text, mark string) int {
	for at := 0; ; {
		n := strings.Index(text[at:], mark)
		if n < 0 {
			return -1
		}
		at += n + len(mark)
		if next, _ := utf8.DecodeRuneInString(text[at:]); !unicode.IsLetter(next) {
			return at
		}
	}
}
