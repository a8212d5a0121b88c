package template

import (
	"slices"
	"strings"
	"unicode"

	"communique/editor/grammar"
	"communique/editor/wordset"
)

// isDeed reports what is to be done, where a whole sentence was asked for: «Создать рабочую группу».
func (f *filling) isDeed(text string) bool {
	if f.russian() {
		return grammar.IsInfinitive(text)
	}
	return isAction(withinSentence(text))
}

// listed is a list, an event a line, without a mark of more behind the last one. Events of days that were typed in one
// line, with semicolons between, have a line each.
func listed(text string) string {
	if parts := strings.Split(text, "; "); len(parts) > 1 && !strings.Contains(text, "\n") && !slices.ContainsFunc(parts, func(part string) bool { return !beginsWithDay(part) }) {
		text = strings.Join(parts, "\n")
	}
	bare := strings.TrimRight(text, ";, ")
	if bare != text && strings.Contains(bare, ";\n") {
		return bare + "."
	}
	return bare
}

var weekdays = wordset.Of("понедельник вторник среда четверг пятница суббота воскресенье monday tuesday wednesday thursday friday saturday sunday")

// beginsWithDay reports an event that begins with its day, and says behind a colon or a dash what it is.
func beginsWithDay(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(text), ",")
	return text != "" && (unicode.IsDigit(rune(text[0])) || weekdays.Has(first)) && (strings.Contains(text, ": ") || strings.Contains(text, " – "))
}
