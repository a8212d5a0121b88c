package template

import (
	"slices"
	"strings"
	"unicode"

	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/wordset"
)

// isDeed reports what is to be done, where a whole sentence was asked for: «Создать рабочую группу».
func (f *filling) isDeed(text string) bool {
	if f.russian() {
		return grammar.IsInfinitive(text)
	}
	return isAction(withinSentence(text))
}

// doubtDeed notes what is to be done, where a paragraph is nothing but a field.
func (f *filling) doubtDeed(b release.Block, text string) {
	field := scan(b.Text)
	if b.Kind == release.Paragraph && len(field) == 1 && field[0].source == b.Text && f.isDeed(text) {
		f.guess(Guess{field[0].field, f.given(*f.template.field(field[0].field)).Text, withoutStop(text)})
	}
}

// endsOpen reports a block behind which no full stop is wanted: one word, a heading, a sentence, or what goes on.
func endsOpen(b release.Block, text string) bool {
	return !strings.Contains(text, " ") && b.Kind != release.Quotation || b.Kind == release.Subheading || endsSentence(text) || strings.HasSuffix(text, ":") || strings.HasSuffix(text, ";")
}

// listed is a list, an event a line, without a mark of more behind the last one. Events of days that were typed in one
// line, with semicolons between, have a line each.
func listed(text string) string {
	if parts := strings.Split(text, "; "); len(parts) > 1 && !strings.Contains(text, "\n") && !slices.ContainsFunc(parts, func(part string) bool { return !beginsWithDay(part) }) {
		text = strings.Join(parts, "\n")
	}
	return endedAlike(strings.TrimRight(text, ";, "))
}

// endedAlike is a list whose lines end alike: where some have a semicolon all have one and the last a full stop, where some have a full
// stop none has. A line of several sentences leaves all as they are.
func endedAlike(text string) string {
	lines := strings.Split(text, "\n")
	semicolons, stops, said := 0, 0, false
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if strings.HasSuffix(line, ";") {
			semicolons++
		} else if bare := withoutStop(line); bare != line {
			stops++
			said = said || strings.Contains(bare, ". ") || strings.Contains(bare, "? ") || strings.Contains(bare, "! ")
		}
		lines[i] = line
	}
	switch {
	case said || len(lines) < 2:
		return text
	case semicolons > 0:
		for i, line := range lines {
			lines[i] = withoutStop(strings.TrimRight(line, ";, "))
		}
		return strings.Join(lines, ";\n") + "."
	case stops > 0 && stops < len(lines):
		for i, line := range lines {
			lines[i] = withoutStop(line)
		}
	}
	return strings.Join(lines, "\n")
}

var weekdays = wordset.Of("понедельник вторник среда четверг пятница суббота воскресенье monday tuesday wednesday thursday friday saturday sunday")

// beginsWithDay reports an event that begins with its day, and says behind a colon or a dash what it is.
func beginsWithDay(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(text), ",")
	month, day, _ := strings.Cut(first, " ")
	beginsWithMonth := grammar.InDate(strings.TrimSuffix(month, ".")) && day != "" && unicode.IsDigit(rune(day[0])) // Sept. 18
	return text != "" && (unicode.IsDigit(rune(text[0])) || weekdays.Has(first) || beginsWithMonth) && (strings.Contains(text, ": ") || strings.Contains(text, " – "))
}
