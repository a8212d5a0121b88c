package proof

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closing are the marks that close quotations, by those that open them.
var closing = map[string]string{"«": "»", "„": "“", "“": "”"}

// quotesEmpty finds quotation marks around nothing.
func quotesEmpty(p *passage, out *report) {
	for i := range p.tokens {
		if !p.is(i, sign) {
			continue
		}
		open, j := p.piece(i), i+1
		if p.is(j, space) {
			j++
		}
		if closing[open] != "" && closing[open] == p.piece(j) || p.straightAndEmpty(i) {
			out.add(p, p.tokens[i].start, p.tokens[j].end)
		}
	}
}

// straightAndEmpty is "" between spaces.
func (p *passage) straightAndEmpty(i int) bool {
	return p.piece(i) == `"` && p.piece(i+1) == `"` && (i == 0 || p.is(i-1, space)) && !p.is(i+2, word)
}

// quotesStraight finds straight quotation marks in Russian. They are mended where every
// one has its partner, and no others are about.
func quotesStraight(p *passage, out *report) {
	if !p.russian() || !strings.Contains(p.text, `"`) {
		return
	}
	alone := !strings.ContainsAny(p.text, "«»„“”")
	var at []int
	var puts []string
	balance := 0
	for i, r := range p.text {
		if r != '"' {
			continue
		}
		before, after := around(p.text, i, i+1)
		if unicode.IsDigit(before) && balance <= 0 {
			continue // inches
		}
		opens := isGap(before) && !isGap(after)
		put := "»"
		if opens {
			put = "«"
			balance++
		} else {
			balance--
		}
		if balance < 0 || balance > 1 {
			alone = false
		}
		at, puts = append(at, i), append(puts, put)
	}
	for n, i := range at {
		if alone && balance == 0 {
			out.mend(p, i, i+1, puts[n])
			continue
		}
		out.add(p, i, i+1)
	}
}

// quotesForeign finds English and German quotation marks around what Russian sets in « ».
func quotesForeign(p *passage, out *report) {
	quotesGerman(p, out)
	if p.language == "en" {
		quotesOfOthers(p, out)
	}
	if !p.russian() || !strings.ContainsAny(p.text, "“”") {
		return
	}
	opened, closed := strings.Index(p.text, "„"), strings.LastIndex(p.text, "”")
	inner, waiting := 0, 0 // within « », and “ that wait for ”
	for i, r := range p.text {
		switch r {
		case '«', '„':
			inner++
		case '»':
			inner = max(0, inner-1)
		case '“':
			if inner > 0 && opened >= 0 && opened < i {
				inner--
				continue
			}
			if closed < i {
				continue
			}
			waiting++
			out.mend(p, i, i+utf8.RuneLen(r), russianMarks(inner)[0])
		case '”':
			if waiting > 0 {
				waiting--
				out.mend(p, i, i+utf8.RuneLen(r), russianMarks(inner)[1])
			}
		}
	}
}

// quotesOfOthers finds « » and „ “ around what English sets in “ ”, and ” ” and “ “.
func quotesOfOthers(p *passage, out *report) {
	low := 0 // „ that wait for “
	for i, r := range p.text {
		if mark := englishMark(p.text, i, r, low > 0); mark != "" {
			out.mend(p, i, i+utf8.RuneLen(r), mark)
		}
		switch {
		case r == '„':
			low++
		case low > 0 && (r == '“' || r == '”'):
			low--
		}
	}
}

// englishMark is what English sets for the mark r at byte i; "" where that is right. Where a
// low mark waits, “ closes.
func englishMark(text string, i int, r rune, low bool) string {
	before, after := around(text, i, i+utf8.RuneLen(r))
	switch opens, closes := isGap(before) && !isGap(after), !isGap(before) && (isGap(after) || unicode.IsPunct(after)); {
	case r == '«' || r == '„' || r == '”' && opens && strings.Contains(text[i+len("”"):], "”"):
		return "“"
	case r == '»' || r == '“' && (low || closes && strings.Contains(text[:i], "“")):
		return "”"
	}
	return ""
}

// quotesGerman finds „ “ outside « ». They have no repair: the quotation that they stand in may have
// begun in a paragraph before.
func quotesGerman(p *passage, out *report) {
	if !p.russian() || !strings.Contains(p.text, "„") {
		return
	}
	depth, opened := 0, -1
	var at []int
	for i, r := range p.text {
		switch {
		case r == '«':
			depth++
		case r == '»' && depth == 0:
			return // it began before
		case r == '»':
			depth--
		case r == '„' && depth == 0:
			opened = i
		case (r == '“' || r == '”') && depth == 0 && opened >= 0:
			at, opened = append(at, opened, i), -1
		}
	}
	for _, i := range at {
		out.add(p, i, i+len("„")) // all three are as long
	}
}

// russianMarks are the marks of a quotation within so many others.
func russianMarks(inner int) [2]string {
	if inner == 0 {
		return [2]string{"«", "»"}
	}
	return [2]string{"„", "“"}
}

// quotesNested finds « » within « », where Russian has „ “ (Мильчин, Чельцова, § 28.4), and “ ” within “ ”, where
// English has ‘ ’.
func quotesNested(p *passage, out *report) {
	marks := [4]string{"«", "»", "„", "“"}
	if p.language == "en" {
		marks = [4]string{"“", "”", "‘", "’"}
	} else if !p.russian() {
		return
	}
	opening, closing := marks[0], marks[1]
	if strings.Count(p.text, opening) < 2 || strings.Count(p.text, opening) != strings.Count(p.text, closing) {
		return
	}
	depth := 0
	for i, r := range p.text {
		switch string(r) {
		case opening:
			if depth++; depth == 2 {
				out.mend(p, i, i+len(opening), marks[2])
			}
		case closing:
			if depth == 2 {
				out.mend(p, i, i+len(closing), marks[3])
			}
			depth--
		}
	}
}
