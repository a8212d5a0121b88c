package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
)

// The width of lines that somebody has broken: of mail, of a page that was copied, of our own
// plain text.
const (
	narrowest = 34 // code points
	widest    = 110
	fewest    = 2 // lines that go on, at least, where no empty lines part the paragraphs
	// unbroken is how long a line is, in code points, that would hardly end within a sentence without a width.
	unbroken = 40
)

// unwrapped joins lines that were broken at a width. That they were is told by the whole text:
// most lines are as full as the next word lets them be, and go on within a sentence. What was
// done is told behind the repairs of before.
func unwrapped(lines []layout.Paragraph, repairs []release.Repair) ([]layout.Paragraph, []release.Repair) {
	width := 0
	for i, l := range lines {
		if !unbreakable.MatchString(l.Text) && !isLoneTitle(lines, i) {
			width = max(width, utf8.RuneCountInString(l.Text))
		}
	}
	if width < narrowest || width > widest || !areWrapped(lines, width) {
		return lines, repairs
	}
	first := len(repairs)
	apart := slices.ContainsFunc(lines[1:], func(l layout.Paragraph) bool { return l.Apart })
	var joined []layout.Paragraph
	for i, l := range lines {
		n := len(joined)
		if n == 0 || !runsOn(lines[i-1], l, width, apart) {
			joined = append(joined, l)
			continue
		}
		if len(repairs) == first {
			repairs = append(repairs, repair.Of(repair.LinesJoined, release.BlocksField, joined[n-1:n]))
			repairs[first].Count = 0
		}
		repairs[first].Count++
		if broken, whole := brokenWord(joined[n-1].Text, l.Text); whole != "" {
			repairs = append(repairs, release.Repair{Code: repair.HyphenJoined, Text: broken, Put: whole, Line: lines[i-1].At.Line, Paragraph: lines[i-1].At.Paragraph, Field: release.BlocksField})
		}
		joined[n-1].Text = layout.JoinLines(joined[n-1].Text, l.Text)
	}
	return joined, repairs
}

// isLoneTitle reports whether line i is a headline that nobody has broken, and that may be longer than the width of the text below: the
// first one, between empty lines, and no sentence.
func isLoneTitle(lines []layout.Paragraph, i int) bool {
	return i == 0 && len(lines) > 1 && lines[1].Apart && !wording.SentenceEnd(lines[0].Text)
}

// unbreakable are lines that tell nothing of the width: addresses and numbers stay whole.
var unbreakable = regexp.Any{regexp.MustCompile(`\S@\S`), regexp.MustCompile(`://|www\.`), regexp.MustCompile(`\d[\d ()-]{6,}\d`)}

// runsOn reports whether a line goes on in the next; apart says that empty lines part the paragraphs.
func runsOn(line, next layout.Paragraph, width int, apart bool) bool {
	if next.Apart || !full(line, next, width) || begins.MatchString(next.Text) {
		return false
	}
	return apart || !wording.SentenceEnd(line.Text) || !wording.StartsSentence(next.Text) || utf8.RuneCountInString(line.Text) >= width-3
}

// brokenWord returns the word that is put together where a line goes on in the next, as it stood there
// and as it is; "" where none is.
func brokenWord(line, next string) (broken, whole string) {
	if at := layout.JoinLines(line, next); at == line+" "+next || at == line+next {
		return "", ""
	}
	begun := line[strings.LastIndexAny(line, " \u00a0")+1:]
	end, _, _ := strings.Cut(next, " ")
	end = strings.TrimRightFunc(end, unicode.IsPunct)
	return begun + end, layout.WithoutHyphen(begun) + end
}

// areWrapped reports whether lines were broken at a width. Names below each other are as long
// as broken lines may be, but each begins with a capital.
func areWrapped(lines []layout.Paragraph, width int) bool {
	goesOn, within, stops, apart := 0, 0, 0, false
	for i, next := range lines[1:] {
		line := lines[i]
		if apart = apart || next.Apart; next.Apart || wording.SentenceEnd(line.Text) {
			continue
		}
		switch ends := endsWithin(line.Text, next.Text) || apart && wording.SentenceEnd(next.Text); {
		case full(line, next, width) && !begins.MatchString(next.Text):
			if goesOn++; ends {
				within++
			}
		case stopsShort(line.Text):
			stops++
		}
	}
	if goesOn < fewest {
		return apart && within > 0 && stops == 0
	}
	return stops <= goesOn && within*2 >= goesOn
}

// stopsShort reports whether a line is too long to end by itself within a sentence, and yet has room for more words.
func stopsShort(line string) bool {
	return !wording.IsRuleText(line) && utf8.RuneCountInString(line) > unbroken
}

// endsWithin reports whether a line ends within a sentence: the next begins with a small letter, it ends with a word
// that another one follows, or it begins as a dateline, which no headline does.
func endsWithin(line, next string) bool {
	first, _ := utf8.DecodeRuneInString(next)
	last := line[strings.LastIndexAny(line, " \u00a0")+1:]
	return unicode.IsLower(first) || strings.HasSuffix(line, ",") || len(grammar.CasesAfter(last)) > 0 || slices.Contains(wording.Unended, last) || dateline.OpeningOf(line).Dated && !dateline.IsWhen(line)
}

// begins is how a line begins that goes on with none: an item, a heading, a rule, whom to ask.
var begins = regexp.MustCompile(`^(?:[-•*–—]\s|\d{1,2}[.)]\s|#{1,3}\s|_{3,}|-{3,}|={3,}|\*{3,}|(?i:тел|факс|моб|e-?mail|эл\. почта|tel|phone|fax)[.:/])`)

// full reports whether a line has no room for the first word of the next.
func full(line, next layout.Paragraph, width int) bool {
	word, _, _ := strings.Cut(next.Text, " ")
	return !wording.IsRuleText(line.Text) && utf8.RuneCountInString(line.Text)+1+utf8.RuneCountInString(word) > width
}
