package grammar

import (
	"strings"
	"unicode/utf8"
)

// unquote parts a phrase that is nothing but a name in quotation marks from
// them. Such a name declines («в «Экспофоруме»»), and one behind a noun stays
// («в центре «Экспофорум»»): Розенталь, § 197.
func unquote(phrase string) (before, inner, after string, ok bool) {
	rest := strings.TrimLeft(phrase, ", ")
	before = phrase[:len(phrase)-len(rest)]
	open, size := utf8.DecodeRuneInString(rest)
	closing := map[rune]string{'«': "»", '„': "“", '“': "”", '"': `"`}[open]
	if closing == "" || !strings.HasSuffix(rest, closing) || len(rest) < size+len(closing) {
		return "", phrase, "", false
	}
	inner = rest[size : len(rest)-len(closing)]
	depth := 0
	for _, r := range inner {
		switch {
		case string(r) == closing:
			depth--
		case r == open:
			depth++
		}
		if depth < 0 {
			return "", phrase, "", false // «Проба» и «Озеро»
		}
	}
	if inner == "" || strings.TrimSpace(inner) != inner {
		return "", phrase, "", false
	}
	return before + string(open), inner, closing, true
}

// quoted puts the forms into quotation marks.
func (d Declension) quoted(open, end string) Declension {
	for c, form := range d.Forms {
		d.Forms[c] = open + form + end
	}
	if d.Locative != "" {
		d.Locative = strings.TrimLeft(open, ", ") + d.Locative + end
	}
	d.Phrase = d.Forms[Nominative]
	return d
}

// isQuotedName reports a word that begins a name in quotation marks, and not one common word
// in them: «обкатка» новых образцов.
func isQuotedName(word string) bool {
	marks, inner, _ := inMarks(word)
	return strings.HasPrefix(word, "\"") || strings.HasPrefix(word, "«") && (marks == "" || isNameLike(inner))
}

// isQuotation reports whether the words from one up to another are one quotation, and
// nothing else.
func (p *parsed) isQuotation(from, until int) bool {
	if from >= until || !strings.HasPrefix(p.raw[from], "«") {
		return false
	}
	all := strings.Join(p.raw, " ")
	open, balanced := 0, strings.Count(all, "«") == strings.Count(all, "»")
	for i := from; i < until; i++ {
		open += p.quotes(i)
		if !balanced && strings.Contains(p.raw[i], "»") { // one mark closes two: ОАО «НПО «Проба»
			open = 0
		}
		if open <= 0 {
			return i+1 == until
		}
	}
	return false
}
