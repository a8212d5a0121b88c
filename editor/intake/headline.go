package intake

import (
	"strings"
	"unicode/utf8"

	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/oneline"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
)

// isHeadline reports whether line i is a headline: marked as one, or without
// the end of a sentence and with a text below it, or all bold over what is not.
func isHeadline(lines []layout.Paragraph, i int) bool {
	p := lines[i]
	switch {
	case p.Kind == layout.Heading && p.Level == 1:
		return p.Text != ""
	case p.Kind != layout.Text && p.Kind != layout.Heading:
		return false
	case i+1 >= len(lines), saysWhat.MatchString(p.Text) && saysWhat.MatchString(lines[i+1].Text), utf8.RuneCountInString(p.Text) > wording.HeadlineLength || wording.IsRule(lines[i+1]):
		return false
	}
	if last := wording.LastRune(p.Text); !wording.SentenceEnd(p.Text) && last != ':' && last != ',' {
		return true
	}
	return isEndedTitle(lines[i:])
}

// isEndedTitle reports whether the first line is a headline though it ends as a sentence does: it is cut short, calls for something, or
// ends with a day, … 20 марта 2024 г.
func isEndedTitle(lines []layout.Paragraph) bool {
	p, next := lines[0], lines[1]
	return isCutShort(p.Text) && next.Apart || oneline.IsCall(p.Text) || exclaimsAbove(p.Text, next) || isHeadSentence(p, next) || isClosedTitle(lines) || letterhead.WhenInTitle(p.Text).Dated
}

// isCutShort reports whether a line ends with a word cut short, and is no sentence for that: "… to Fraud in the U.S.".
func isCutShort(text string) bool {
	return abridgedAtEnd.MatchString(text) && !strings.Contains(text, ". ") && !wording.HasVerb(text)
}

var abridgedAtEnd = regexp.MustCompile(`\s(?:U\.S\.(?:A\.)?|U\.K\.|U\.N\.|E\.U\.|U\.A\.E\.|D\.C\.|a\.m\.|p\.m\.|Inc\.|Corp\.|Ltd\.|Co\.|Jr\.|Sr\.|St\.)$`)

// titleLines is how many lines a headline stands in at most.
const titleLines = 4

// joinTitle joins the lines of plain text that the headline was set in: each goes on within it, without an empty line between
// them, and no line of them says when or whom to ask. A lead right below a headline ends as a sentence does.
func (r *reader) joinTitle() {
	n := 1
	for n < min(len(r.Lines), titleLines) && goesOnInTitle(r.Lines[n-1], r.Lines[n]) {
		n++
	}
	if n == 1 || n < len(r.Lines) && !r.Lines[n].Apart && !dateline.IsWhen(r.Lines[n].Text) || n == len(r.Lines) {
		return
	}
	r.Tell(repair.LinesJoined, release.HeadlineField, r.Lines[0])
	r.Release.Repairs[len(r.Release.Repairs)-1].Count = 1
	for _, l := range r.Lines[1:n] {
		r.Lines[0].Text = layout.JoinLines(r.Lines[0].Text, l.Text)
	}
	r.Lines = append(r.Lines[:1], r.Lines[n:]...)
}

// goesOnInTitle reports whether a line of a headline goes on in the next one.
func goesOnInTitle(line, next layout.Paragraph) bool {
	switch {
	case line.Kind != layout.Text || next.Kind != layout.Text || next.Apart, wording.SentenceEnd(next.Text), begins.MatchString(next.Text):
		return false
	case dateline.IsWhen(line.Text), dateline.IsWhen(next.Text), dateline.OpeningOf(next.Text).Located, unbreakable.MatchString(next.Text):
		return false
	}
	return endsWithin(line.Text, next.Text)
}

// isClosedTitle reports whether the first line is a headline that ends with a full stop: one sentence over a line
// that says when, or in capitals over what is not.
func isClosedTitle(lines []layout.Paragraph) bool {
	title, next := lines[0].Text, lines[1].Text
	if len(lines) < 3 || strings.Contains(title, ". ") || dateline.OpeningOf(title).Dated {
		return false
	}
	return dateline.IsWhen(next) || wording.IsInCapitals(title) && !wording.IsInCapitals(next)
}

// exclaimsAbove reports whether a line is one sentence that asks or exclaims above a dateline, or asks above an empty line.
func exclaimsAbove(text string, next layout.Paragraph) bool {
	return oneline.Exclaims(text) && wording.FirstSentence(text) == text && (dateline.IsWhen(next.Text) || next.Apart && oneline.IsQuestion(strings.Fields(text)))
}

// saysWhat begins the lines of an invitation to the press, none of which is its headline: "WHAT: …", «КОГДА: …».
var saysWhat = regexp.MustCompile(`^(?i:who|what|when|where|why|how|кто|что|когда|где|зачем)\s*:`)

// isHeadSentence reports whether one sentence is a headline over the text below: an empty
// line parts the two, and that is longer, or the sentence alone is bold.
func isHeadSentence(p, next layout.Paragraph) bool {
	if strings.Contains(p.Text, ". ") || !next.Apart {
		return false
	}
	o := dateline.OpeningOf(p.Text)
	return utf8.RuneCountInString(next.Text) > 2*utf8.RuneCountInString(p.Text) && o.Place == "" ||
		strong(p) && !strong(next) && !o.Dated
}
