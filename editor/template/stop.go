package template

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/wordset"
)

// withoutStop takes the full stop from the end of a text that is no sentence of
// its own, or a headline; that of an abbreviation stays.
func withoutStop(text string) string {
	trimmed, ok := strings.CutSuffix(text, ".")
	last := trimmed[strings.LastIndexAny(trimmed, " \u00a0.")+1:]
	figures := last != "" && strings.Trim(last, "0123456789") == "" // «Протокол № 5.»
	if !ok || strings.HasSuffix(trimmed, ".") || utf8.RuneCountInString(last) < 2 && !figures || abbreviated.Has(strings.ToLower(last)) {
		return text
	}
	return trimmed
}

// abbreviated are the words that are written with a full stop.
var abbreviated = wordset.Of("гг вв др пр руб долл коп тыс ул им проф акад мин сек час чел экз стр рис см ст etc al inc ltd co corp jr sr no st vs dr mr mrs")

// endsSentence reports whether a new sentence begins behind a text: not behind
// initials, as of «Пробный И.П.», unless the template ends its sentence there.
func (j *joint) endsSentence(text string) bool {
	return endsSentence(text) && (j.over || !endsInInitial(text) && !strings.HasSuffix(text, ".m.")) // 3.30 p.m.
}

// endsInInitial reports a text that ends in a capital letter with a full stop.
func endsInInitial(text string) bool {
	text, ok := strings.CutSuffix(text, ".")
	letter, size := utf8.DecodeLastRuneInString(text)
	before, _ := utf8.DecodeLastRuneInString(text[:len(text)-size])
	return ok && unicode.IsUpper(letter) && !unicode.IsLetter(before)
}

func endsSentence(text string) bool {
	text = strings.TrimRight(text, "»”’\")")
	return strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "…")
}
