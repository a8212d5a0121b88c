package oneline

import (
	"slices"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/intake/calendar"
)

// paragraphStarts returns where paragraphs begin that were run on to the one before.
func paragraphStarts(text string) (starts []int) {
	for _, m := range glue.FindAllStringSubmatchIndex(text, -1) {
		starts = append(starts, m[2])
	}
	if len(text) < fewestFlat {
		return starts
	}
	for _, m := range nameJoint.FindAllStringSubmatchIndex(text, -1) {
		starts = append(starts, m[2])
	}
	for _, m := range joint.FindAllStringSubmatchIndex(text, -1) {
		if isPlacedDay(text[m[4]:]) || startsBehindJoint(text, m) {
			starts = append(starts, m[4])
		}
	}
	for _, m := range quoteJoint.FindAllStringSubmatchIndex(text, -1) {
		starts = append(starts, m[2])
	}
	for _, m := range wordJoint.FindAllStringSubmatchIndex(text, -1) {
		if startsWithPreposition(text, m) {
			starts = append(starts, m[4])
		}
	}
	for _, m := range dayJoint.FindAllStringSubmatchIndex(text, -1) {
		if calendar.IsMonth(text[m[4]:m[5]]) {
			starts = append(starts, m[2])
		}
	}
	starts = append(starts, outerStarts(text)...)
	slices.Sort(starts)
	return slices.Compact(starts)
}

// startsBehindJoint reports whether a paragraph starts behind what joint has matched.
func startsBehindJoint(text string, m []int) bool {
	before, after := text[m[2]:m[3]], text[m[4]:m[5]]
	if len([]rune(before)) == 2 && isAbbreviation(before) && !grammar.IsAbbreviation(before) {
		return false
	}
	return endsParagraph(before, after) && startsParagraph(after) || utf8.RuneCountInString(after) > 2 && partsSentences(text[:m[3]], text[m[4]:]) ||
		m[6] > 0 && grammar.IsGivenName(after) // «… Роберту ФицоИван Пробный»
}

// startsWithPreposition reports whether a paragraph starts with the preposition that wordJoint has matched behind an abbreviation.
func startsWithPreposition(text string, m []int) bool {
	preposition := text[m[4]:m[5]]
	if grammar.IsAbbreviation(text[m[2]:m[5]]) || !governs(preposition, text[m[6]:m[7]]) {
		return false
	}
	return grammar.IsAbbreviation(text[m[2]:m[3]]) || preposition == "В" && partsSentences(text[:m[3]], text[m[4]:])
}
