package intake

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
	"communique/editor/intake/contact"
	"communique/editor/intake/dateline"
	"communique/editor/intake/gazetteer"
	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/officename"
	"communique/editor/intake/oneline"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// subheadline takes a line between the headline and the dateline below it, or over the lead.
func (r *reader) subheadline() {
	if r.Release.Headline == "" || r.Release.Subheadline != "" || len(r.Lines) < 2 {
		return
	}
	line, next := r.Lines[0], r.Lines[1]
	if len(r.Lines) == 2 && utf8.RuneCountInString(next.Text) < letterhead.WireLead || !maySubtitle(line) {
		return
	}
	below := 1
	if d, ok := dateline.Of(next.Text, false); ok && d.Dated && r.dateline(next, line) {
		below = 2
	} else if (!next.Apart && !r.setClose() || !isOverLead(line, next)) && !isTownOver(r.Lines[1:]) {
		return
	}
	r.Release.Subheadline = strings.ReplaceAll(line.Text, "\n", " ")
	r.Lines = r.Lines[below:]
}

// maySubtitle reports whether a line may go on with the headline: it is no sentence, and says neither when nor where.
func maySubtitle(l layout.Paragraph) bool {
	if l.Kind != layout.Text || utf8.RuneCountInString(l.Text) > wording.HeadlineLength || wording.SentenceEnd(l.Text) || strings.HasSuffix(l.Text, ":") {
		return false
	}
	own, _ := dateline.Of(l.Text, true)
	return !own.Dated && !own.Located
}

// setClose reports whether a text has no empty lines, and a long line below its headline over a longer one.
func (r *reader) setClose() bool {
	return len(r.Lines) > 2 && len(strings.Fields(r.Lines[0].Text)) > officename.OfficeLength && utf8.RuneCountInString(r.Lines[1].Text) >= letterhead.WireLead &&
		!slices.ContainsFunc(r.Lines[:min(len(r.Lines), belowLead)], func(l layout.Paragraph) bool { return l.Apart })
}

// isOverLead reports whether a line below the headline goes on with it: no sentence, but one of its own length or more stands below it.
func isOverLead(line, lead layout.Paragraph) bool {
	if lead.Kind != layout.Text || !wording.SentenceEnd(lead.Text) || utf8.RuneCountInString(lead.Text) < utf8.RuneCountInString(line.Text) {
		return false
	}
	if len(strings.Fields(line.Text)) < oneline.FewestOver || !wording.StartsSentence(line.Text) || strings.HasSuffix(line.Text, ",") || credit.MatchString(line.Text) {
		return false
	}
	c := contact.LinesIn(line.Text)[0]
	return !c.Opens() && !c.Reachable() && (!c.Certain || c.Who == nil || namesNobody(c.Who) && len(strings.Fields(line.Text)) > officename.OfficeLength && !saysDay(line.Text)) && !holds(line.Text)
}

// byline takes a line below the headline by which a page says who wrote the text, or of what it is: «Автор: пресс-центр института».
func (r *reader) byline(l layout.Paragraph) bool {
	if l.Kind != layout.Text || !letterhead.Labelled.MatchString(l.Text) || credit.MatchString(l.Text) || wording.HasVerb(l.Text) || wording.SentenceEnd(l.Text) {
		return false
	}
	r.Aside(repair.AsideLetterhead, l)
	return true
}

// writerAndWhen takes a line below the headline that says who wrote the text, where and when: «Анна Образцова, Тверь, 15 июля 2024 года».
func (r *reader) writerAndWhen(l layout.Paragraph) bool {
	name, when, ok := strings.Cut(l.Text, ", ")
	words := strings.Fields(name)
	if l.Kind != layout.Text || !ok || len(l.Text) > 2*dateline.MaxLength || len(words) < 2 || len(words) > 3 || !slices.ContainsFunc(words, grammar.IsGivenName) || slices.ContainsFunc(words, func(w string) bool { return !oneline.Capital(w) }) || isKnownPlace(name) {
		return false
	}
	if d, ok := dateline.Of(when, false); !ok || !d.Dated || !r.says(when) {
		return false
	}
	l.Text, l.Marks = name, nil
	r.Aside(repair.AsideLetterhead, l)
	return true
}

// dayAgain takes a line over the lead that has no more than the day of this without its year, and an hour: "18 JUL, 13:45".
func (r *reader) dayAgain() bool {
	l, lead := r.Lines[0], r.Lines[1]
	n := calendar.WithoutYear(l.Text)
	if n == 0 || l.Kind != layout.Text || len(l.Text) > dateline.MaxLength {
		return false
	}
	hour := strings.TrimLeft(l.Text[n:], " \u00a0,|")
	date := dateline.OpeningOf(lead.Text).Date
	day, ok := grammar.ParseDate(strings.TrimRight(l.Text[:n], ".") + " " + strconv.Itoa(date.Year))
	if hour != calendar.Clock.FindString(hour) || !ok || date.IsZero() || day != date {
		return false
	}
	r.Aside(repair.AsideDateline, l)
	return true
}

// addresses begins a speech: "Mr Chairman,".
var addresses = regexp.MustCompile(`^(?:Mr|Mrs|Ms|Madame?|Dear|Your|Excellenc|Ladies|Distinguished|Honou?rable|Members|Colleagues|Friends)\b.{0,60},$`)

// townOverLead takes a place between the headline and the lead.
func (r *reader) townOverLead() bool {
	if !isTownOver(r.Lines) {
		return false
	}
	r.towns = append(r.towns, r.Lines[0])
	return true
}

// isTownOver reports whether the first of some lines is a place over a lead, "Tartu, Estonia", «Минск», and none of a list of towns.
func isTownOver(lines []layout.Paragraph) bool {
	l := lines[0]
	if l.Kind != layout.Text || len(lines) < 2 || !lines[1].Apart || !wording.SentenceEnd(lines[1].Text) && !addresses.MatchString(lines[1].Text) {
		return false
	}
	if d, ok := dateline.Of(l.Text, false); ok && d.Located && !d.Dated { // «с. Пробное»
		return true
	}
	return gazetteer.InRegion(l.Text) != "" || isKnownPlace(l.Text) && !slices.ContainsFunc(lines[1:], func(l layout.Paragraph) bool { return isKnownPlace(l.Text) })
}

// namesNobody reports whether nobody of those called has a name: a sentence of several words may begin as a post does.
func namesNobody(who []contact.Called) bool {
	return !slices.ContainsFunc(who, func(c contact.Called) bool { return c.Name != "" })
}

// saysDay reports whether a line has a day with its year: "Secretary General 21 February 2019 Strasbourg".
func saysDay(text string) bool {
	_, at := calendar.DayIn(text)
	return at >= 0
}
