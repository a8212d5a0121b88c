package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/layout"
	"communique/editor/regexp"
)

// subheadline takes a line between the headline and the dateline below it, or over the lead.
func (r *reader) subheadline() {
	if r.release.Headline == "" || r.release.Subheadline != "" || len(r.lines) < 2 {
		return
	}
	line, next := r.lines[0], r.lines[1]
	if len(r.lines) == 2 && utf8.RuneCountInString(next.Text) < wireLead || !maySubtitle(line) {
		return
	}
	below := 1
	if d, ok := datelineOf(next.Text, false); ok && d.dated && r.dateline(next, line) {
		below = 2
	} else if (!next.Apart && !r.setClose() || !isOverLead(line, next)) && !isTownOver(r.lines[1:]) {
		return
	}
	r.release.Subheadline = strings.ReplaceAll(line.Text, "\n", " ")
	r.lines = r.lines[below:]
}

// maySubtitle reports whether a line may go on with the headline: it is no sentence, and says neither when nor where.
func maySubtitle(l layout.Paragraph) bool {
	if l.Kind != layout.Text || utf8.RuneCountInString(l.Text) > headlineLength || sentenceEnd(l.Text) || strings.HasSuffix(l.Text, ":") {
		return false
	}
	own, _ := datelineOf(l.Text, true)
	return !own.dated && !own.located
}

// fewestOver is of how many words a line over the lead is at least that is no heading of a part.
const fewestOver = 4

// setClose reports whether a text has no empty lines, and a long line below its headline over a longer one.
func (r *reader) setClose() bool {
	return len(r.lines) > 2 && len(strings.Fields(r.lines[0].Text)) > officeLength && utf8.RuneCountInString(r.lines[1].Text) >= wireLead &&
		!slices.ContainsFunc(r.lines[:min(len(r.lines), belowLead)], func(l layout.Paragraph) bool { return l.Apart })
}

// isOverLead reports whether a line below the headline goes on with it: no sentence, but one of its own length or more stands below it.
func isOverLead(line, lead layout.Paragraph) bool {
	if lead.Kind != layout.Text || !sentenceEnd(lead.Text) || utf8.RuneCountInString(lead.Text) < utf8.RuneCountInString(line.Text) {
		return false
	}
	if len(strings.Fields(line.Text)) < fewestOver || !startsSentence(line.Text) || strings.HasSuffix(line.Text, ",") || credit.MatchString(line.Text) {
		return false
	}
	c := contactLinesIn(line.Text)[0]
	return !c.opens() && !c.reachable() && (!c.certain || c.who == nil || namesNobody(c.who) && len(strings.Fields(line.Text)) > officeLength && !saysDay(line.Text)) && !holds(line.Text)
}

// byline takes a line below the headline by which a page says who wrote the text, or of what it is: «Автор: пресс-центр института».
func (r *reader) byline(l layout.Paragraph) bool {
	if l.Kind != layout.Text || !labelled.MatchString(l.Text) || credit.MatchString(l.Text) || hasVerb(l.Text) || sentenceEnd(l.Text) {
		return false
	}
	r.aside(asideLetterhead, l)
	return true
}

// writerAndWhen takes a line below the headline that says who wrote the text, where and when: «Анна Образцова, Тверь, 15 июля 2024 года».
func (r *reader) writerAndWhen(l layout.Paragraph) bool {
	name, when, ok := strings.Cut(l.Text, ", ")
	words := strings.Fields(name)
	if l.Kind != layout.Text || !ok || len(l.Text) > 2*datelineLength || len(words) < 2 || len(words) > 3 || !slices.ContainsFunc(words, grammar.IsGivenName) || slices.ContainsFunc(words, func(w string) bool { return !capital(w) }) || isKnownPlace(name) {
		return false
	}
	if d, ok := datelineOf(when, false); !ok || !d.dated || !r.says(when) {
		return false
	}
	l.Text, l.Marks = name, nil
	r.aside(asideLetterhead, l)
	return true
}

// addresses begins a speech: "Mr Chairman,".
var addresses = regexp.MustCompile(`^(?:Mr|Mrs|Ms|Madame?|Dear|Your|Excellenc|Ladies|Distinguished|Honou?rable|Members|Colleagues|Friends)\b.{0,60},$`)

// townOverLead takes a place between the headline and the lead.
func (r *reader) townOverLead() bool {
	if !isTownOver(r.lines) {
		return false
	}
	r.towns = append(r.towns, r.lines[0])
	return true
}

// isTownOver reports whether the first of some lines is a place over a lead, "Tartu, Estonia", «Минск», and none of a list of towns.
func isTownOver(lines []layout.Paragraph) bool {
	l := lines[0]
	if l.Kind != layout.Text || len(lines) < 2 || !lines[1].Apart || !sentenceEnd(lines[1].Text) && !addresses.MatchString(lines[1].Text) {
		return false
	}
	if d, ok := datelineOf(l.Text, false); ok && d.located && !d.dated { // «с. Пробное»
		return true
	}
	return placeInRegion(l.Text) != "" || isKnownPlace(l.Text) && !slices.ContainsFunc(lines[1:], func(l layout.Paragraph) bool { return isKnownPlace(l.Text) })
}

// namesNobody reports whether nobody of those called has a name: a sentence of several words may begin as a post does.
func namesNobody(who []called) bool {
	return !slices.ContainsFunc(who, func(c called) bool { return c.name != "" })
}

// saysDay reports whether a line has a day with its year: "Secretary General 21 February 2019 Strasbourg".
func saysDay(text string) bool {
	_, at := dayIn(text)
	return at >= 0
}
