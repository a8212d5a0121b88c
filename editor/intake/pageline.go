package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/calendar"
	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/oneline"
	"communique/editor/intake/repair"
	"communique/editor/intake/rubric"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// isBesideTitle reports whether a line stands beside a headline as pages have it: signs and figures, who wrote, when it was changed, one
// word or two.
func isBesideTitle(l layout.Paragraph) bool {
	text := strings.TrimLeft(l.Text, "•·- ")
	if len(strings.Fields(text)) < wording.WireTitle || !strings.ContainsFunc(text, unicode.IsLetter) || credit.MatchString(text) || byWriter.MatchString(text) {
		return true
	}
	return dateline.IsWhen(text) || len(strings.Fields(text)) <= longestBeside && (strings.Contains(text, "|") || strings.Contains(text, "Photo")) && !wording.HasVerb(text)
}

// longestBeside is of how many words such a line is at most.
const longestBeside = 8

// byWriter says who wrote a text, or where it is from.
var byWriter = regexp.MustCompile(`^(?i:by|from|source\s*:|(?:photos?|video|images?)\s*(?:by|of|:)|(?:last )?updated?\s*:|posted (?:by|in|on)|published (?:by|in|on)|written by|reading time)\s`)

// temperature is the weather on a page, above the town that it is of.
var temperature = regexp.MustCompile(`^(?:\p{L}+[^\p{L}\d]*)?[+−-]?\d{1,2}(?:[.,]\d)?\s?°?\s?[CС]$`)

// pageAbove takes line n where it is one of a page, above a headline, further ones between them or not.
func (r *reader) pageAbove(l layout.Paragraph, n int) bool {
	if !letterhead.IsPageLine(l.Text) && (n == 0 || !temperature.MatchString(r.Lines[n-1].Text) || gazetteer.At(l.Text) == "") {
		return false
	}
	for n++; n < len(r.Lines) && (letterhead.IsPageLine(r.Lines[n].Text) || letterhead.BelongsAbove(r.Lines[n].Text)); n++ {
	}
	r.dayOfPageLine(l.Text)
	if n >= len(r.Lines)-1 || !titledBelow(r.Lines[n:]) && (!dateline.IsWhen(r.Lines[n].Text) || !titledBelow(r.Lines[n+1:])) {
		return false
	}
	r.Aside(repair.AsideSite, l)
	return true
}

// commented begins a line by which a page says how often a text was commented on.
var commented = regexp.MustCompile(`^(?i:\d+ comments?)`)

// dayOfPageLine takes the day at the end of such a line: "0 comments Print Wire, June 27, 2010".
func (r *reader) dayOfPageLine(text string) {
	if !commented.MatchString(text) {
		return
	}
	if d, at := calendar.DayIn(text); at > 0 && at+d.Length == len(text) && r.Release.Date.IsZero() {
		r.dates(dateline.Dateline{Date: d.From, Dated: true})
	}
}

// beginsTitle reports whether a line is the first of an English headline in capitals, and no office.
func (r *reader) beginsTitle(l, next layout.Paragraph) bool {
	return r.Release.Language == "en" && goesOnInCapitals(l, next) && !letterhead.StandsAround(next)
}

// rubricOfDay takes a line above the headline that is a section and its day: "Daily News 15 / 03 / 2016".
func (r *reader) rubricOfDay(l layout.Paragraph, n int) bool {
	d, at := calendar.DayIn(l.Text)
	if at < 1 || at+d.Length < len(l.Text) || !isPaperKind(strings.TrimRight(l.Text[:at], " ,–—-")) || !titledBelow(r.Lines[n+1:]) {
		return false
	}
	r.dates(dateline.Dateline{Date: d.From})
	r.Aside(repair.AsideLetterhead, l)
	return true
}

// isPaperKind reports whether words are a section of a page, or say what the paper is: "SUMMARY NEWS RELEASE".
func isPaperKind(text string) bool {
	return rubric.MarksPaper(text) || letterhead.PaperOfHouse.MatchString(text)
}

// mottoReach is how many lines a site has at most above the headline of a text that nothing else parts from it.
const mottoReach = 3

// isLead reports a sentence as long as a lead.
func isLead(l layout.Paragraph) bool {
	return utf8.RuneCountInString(l.Text) >= letterhead.WireLead && wording.SentenceEnd(l.Text)
}

// belowMotto sets aside what an English site has above a headline, its name or its motto, where only the line below says words of the lead again and
// a day stands below that.
func (r *reader) belowMotto() {
	if r.Release.Language != "en" {
		return
	}
	at := 0
	for at <= mottoReach && at < len(r.Lines)-2 && r.Lines[at].Kind == layout.Text && titles(r.Lines[at]) && !dateline.IsWhen(r.Lines[at].Text) {
		at++
	}
	if at < 2 || !dateline.IsWhen(r.Lines[at].Text) || len(strings.Fields(r.Lines[at-1].Text)) < oneline.FewestOver || !beginsLine(r.Lines[at-1].Text) {
		return
	}
	below := r.Lines[at:min(len(r.Lines), at+belowLead)]
	lead := slices.IndexFunc(below, isLead)
	if lead < 0 {
		return
	}
	words := strings.Fields(below[lead].Text)
	again := func(l layout.Paragraph) int { return oneline.SaidAgain(strings.Fields(l.Text), words) }
	if 3*again(r.Lines[at-1]) < oneline.SaidMost || slices.ContainsFunc(r.Lines[:at-1], func(l layout.Paragraph) bool { return again(l) > 0 || goesOnInCapitals(l, r.Lines[at-1]) }) {
		return
	}
	r.Aside(repair.AsideSite, r.Lines[:at-1]...)
	r.Lines = r.Lines[at-1:]
}
