package library

import (
	"slices"
	"strings"

	"communique/editor/release"
	"communique/editor/words"
)

// Quote is what somebody said in a release.
type Quote struct {
	Entry Entry
	Text  string
	Who   string // the words beside the quotation that say who
}

// Quotes returns what the Speakers of q have said in a release that it finds.
func (q Query) Quotes(e Entry, r release.Release) []Quote {
	var asked Query
	for _, name := range q.Speakers {
		asked.everyWord(false, InText, name)
	}
	var found []Quote
	for _, s := range quotations(r) {
		if asked.all(s.attribution) {
			found = append(found, Quote{Entry: e, Text: s.text, Who: s.attribution})
		}
	}
	return found
}

// all reports whether text has each word that q asks for.
func (q Query) all(text string) bool {
	for _, t := range q.Must {
		if len((Query{Must: []Term{t}}).Spans(text)) == 0 {
			return false
		}
	}
	return true
}

// quotation is what somebody said in a release.
type quotation struct {
	text        string
	attribution string // the words beside it, with who said it
}

// quotations lists what is said in a release: its quotation blocks, and what
// stands between quotation marks beside a verb of saying.
func quotations(r release.Release) []quotation {
	var found []quotation
	for p := range r.Passages() {
		if p.Kind == release.Quotation && p.Part == release.Words {
			found = append(found, quotation{p.Text, r.Blocks[p.Index].Speaker})
		}
	}
	return append(found, inlineQuotes(r)...)
}

func inlineQuotes(r release.Release) []quotation {
	var found []quotation
	for p := range r.Passages() {
		if !inBody(p) {
			continue
		}
		text := p.Text
		spans := quotedSpans(text)
		if len(spans) == 0 {
			continue
		}
		attribution := without(text, spans)
		if !says(attribution) {
			continue
		}
		for _, s := range spans {
			found = append(found, quotation{text[s[0]:s[1]], attribution})
		}
	}
	return found
}

// Something said is a sentence: it ends like one, follows a colon, or is
// followed by the dash of «…, – сказал он». Without that sign it is long;
// a few words between marks are a name.
const (
	fewestSaid   = 3
	fewestQuoted = 6
)

func isSaid(text string, span [2]int) bool {
	n := len(slices.Collect(words.In(text[span[0]:span[1]])))
	inner := strings.TrimRight(text[span[0]:span[1]], "»”“\"")
	after := strings.TrimLeft(text[span[1]:], ",.!?… \u00a0")
	sentence := strings.HasSuffix(inner, ".") || strings.HasSuffix(inner, "!") || strings.HasSuffix(inner, "?") || strings.HasSuffix(inner, "…") ||
		strings.HasSuffix(strings.TrimRight(text[:span[0]], " \u00a0"), ":") ||
		strings.HasPrefix(after, "–") || strings.HasPrefix(after, "—") || strings.HasPrefix(after, "- ")
	return n >= fewestQuoted || n >= fewestSaid && sentence
}

// quotedSpans returns the outermost quotations of a paragraph, as bytes, marks
// included. One that is not closed runs to the end.
func quotedSpans(text string) [][2]int {
	var spans [][2]int
	depth, start := 0, 0
	for i, r := range text {
		switch {
		case opens(r) || r == '“' && depth == 0 || r == '"' && depth == 0:
			if depth++; depth == 1 {
				start = i
			}
		case (closes(r) || r == '“' || r == '"') && depth > 0:
			if depth--; depth == 0 {
				spans = append(spans, [2]int{start, i + len(string(r))})
			}
		}
	}
	if depth > 0 {
		spans = append(spans, [2]int{start, len(text)})
	}
	return slices.DeleteFunc(spans, func(s [2]int) bool { return !isSaid(text, s) })
}

// opens and closes tell the marks that do nothing else.
func opens(r rune) bool  { return r == '«' || r == '„' }
func closes(r rune) bool { return r == '»' || r == '”' }

func without(text string, spans [][2]int) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(text[at:s[0]] + " ")
		at = s[1]
	}
	return b.String() + text[at:]
}

// says reports whether a text has a verb of saying.
func says(text string) bool {
	for w := range words.In(text) {
		for _, stem := range sayings {
			if strings.HasPrefix(w.Folded, stem) {
				return true
			}
		}
	}
	return false
}

// sayings are how verbs that go with a quotation begin.
var sayings = []string{
	"сказа", "говор", "заяв", "отмети", "отмеча", "подчеркн", "подчеркива", "сообщ", "добав", "напомн", "указа", "поясн",
	"констатир", "выраз", "призва", "ответ", "обрати", "предлож", "счита", "убежд",
	"said", "says", "told", "added", "noted", "stressed", "emphasi", "stated", "called", "recalled", "remarked",
}
