package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
)

// The width of lines that somebody has broken: of mail, of a page that was copied, of our own
// plain text.
const (
	narrowest = 40 // code points
	widest    = 110
	fewest    = 2 // lines that go on, at least
)

// unwrapped joins lines that were broken at a width. That they were is told by the whole text:
// most lines are as full as the next word lets them be, and go on within a sentence.
func unwrapped(lines []layout.Paragraph) []layout.Paragraph {
	width := 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(l.Text))
	}
	if width < narrowest || width > widest {
		return lines
	}
	if !areWrapped(lines, width) {
		return lines
	}
	apart := slices.ContainsFunc(lines[1:], func(l layout.Paragraph) bool { return l.Apart })
	var joined []layout.Paragraph
	for i, l := range lines {
		n := len(joined)
		if n == 0 || l.Apart || !full(lines[i-1], l, width) || begins.MatchString(l.Text) ||
			!apart && sentenceEnd(lines[i-1].Text) && startsSentence(l.Text) && utf8.RuneCountInString(lines[i-1].Text) < width-3 {
			joined = append(joined, l)
			continue
		}
		joined[n-1].Text = joinedAt(joined[n-1].Text, l.Text)
	}
	return joined
}

// areWrapped reports whether lines were broken at a width. Names below each other are as long
// as broken lines may be, but each begins with a capital.
func areWrapped(lines []layout.Paragraph, width int) bool {
	goesOn, within, stops := 0, 0, 0
	for i, next := range lines[1:] {
		line := lines[i]
		if next.Apart || sentenceEnd(line.Text) {
			continue
		}
		switch first, _ := utf8.DecodeRuneInString(next.Text); {
		case full(line, next, width) && !begins.MatchString(next.Text):
			goesOn++
			if unicode.IsLower(first) {
				within++
			}
		case !rule.MatchString(line.Text) && utf8.RuneCountInString(line.Text) > narrowest:
			stops++
		}
	}
	return goesOn >= fewest && stops <= goesOn && within*2 >= goesOn
}

// begins is how a line begins that goes on with none: an item, a heading, a rule, whom to ask.
var begins = regexp.MustCompile(`^(?:[-•*–—]\s|\d{1,2}[.)]\s|#{1,3}\s|_{3,}|-{3,}|={3,}|\*{3,}|(?i:тел|факс|моб|e-?mail|эл\. почта|tel|phone|fax)[.:/])`)

// full reports whether a line has no room for the first word of the next.
func full(line, next layout.Paragraph, width int) bool {
	word, _, _ := strings.Cut(next.Text, " ")
	return !rule.MatchString(line.Text) && utf8.RuneCountInString(line.Text)+1+utf8.RuneCountInString(word) > width
}

// kept are words that a hyphen belongs to, wherever the line ends.
var kept = regexp.MustCompile(`(?i)(?:^|[\s«"(])(?:пресс|вице|экс|контр|генерал|премьер|северо|юго|военно|социально|научно|кое|по|во|из|не)-$`)

// particles stand behind a hyphen.
var particles = regexp.MustCompile(`^(?:то|либо|нибудь|таки|ка)(?:$|[\s,.;:!?)»])`)

// joinedAt joins a line with the one it goes on in. A hyphen that broke a word is taken out.
func joinedAt(line, next string) string {
	if whole, soft := strings.CutSuffix(line, "\u00ad"); soft {
		return whole + next
	}
	first, _ := utf8.DecodeRuneInString(next)
	whole, broken := strings.CutSuffix(line, "-")
	if last := lastRune(whole); !broken || !unicode.IsLetter(last) {
		return line + " " + next
	}
	if !unicode.IsLower(first) || kept.MatchString(line) || particles.MatchString(next) {
		return line + next
	}
	return whole + next
}
