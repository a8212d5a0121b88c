package proof

import (
	"slices"
	"strings"

	"communique/editor/release"
	"communique/editor/typography"
)

// setByOne are the kinds of edits that one text tells for itself. A quotation may run over
// several, spaces have checks of their own, whether a line ends at a space nobody sees
// before the page is set, and a straight apostrophe is usage in English.
var setByOne = []typography.Kind{typography.Dashes, typography.Ranges, typography.Ellipses, typography.Numero, typography.Ordinals}

// illSet finds what the command for typography would set otherwise, where no other check
// has told it: three full stops for an ellipsis, «5-ый», a dash of the other length.
func illSet(p *passage, out *report) {
	if p.kind == tableKind || p.language != "ru" && p.language != "en" || !p.body() && p.Field != release.BoilerplateField {
		return
	}
	t := typography.Typesetter{House: typography.House{Dash: typography.EmDash}, Quoted: p.kind == release.Quotation}
	other := "–"
	if p.dash == other {
		t.House.Dash, other = typography.EnDash, "—"
	}
	if !hasAnyOf(p.text, "...", " "+other, "\u00a0"+other, "--", "N") && !hyphenBehindFigure(p.text) {
		return // as nearly every text
	}
	for _, e := range t.Edits(p.text) {
		if e.Old == "" || !p.setsAlone(e.Kind) || p.isTold(e.At, e.End()) {
			continue
		}
		start, end := p.byteAt(e.At), p.byteAt(e.End())
		number := start
		if e.Kind == typography.Ordinals { // it is told with its number: «5-ый»
			number = len(strings.TrimRight(p.text[:start], "0123456789-‑"))
		}
		out.mend(p, number, end, p.text[number:start]+e.New)
	}
}

// isTold reports whether a check before has found something in a piece of the text, in code points.
func (p *passage) isTold(start, end int) bool {
	return slices.ContainsFunc(p.found, func(f Finding) bool { return f.Start < end && start < f.End })
}

// setsAlone reports a kind of edit that one text tells for itself; the AP's days have a hyphen
// between them: Feb. 8-9, 2028.
func (p *passage) setsAlone(kind typography.Kind) bool {
	if kind == typography.Ranges && p.language == "en" && p.english == release.EnglishAP {
		return false
	}
	return slices.Contains(setByOne, kind)
}

// hyphenBehindFigure reports whether a text has what may be a range or an ordinal.
func hyphenBehindFigure(text string) bool {
	for i := 1; i < len(text); i++ {
		if text[i] == '-' && isFigure(text[i-1]) {
			return true
		}
	}
	return false
}

// byteAt is the byte at which a code point of the text begins.
func (p *passage) byteAt(offset int) int {
	for i := range p.text {
		if offset == 0 {
			return i
		}
		offset--
	}
	return len(p.text)
}
