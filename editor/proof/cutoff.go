package proof

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/release"
)

// cutOff finds a text that stops in the middle: the last paragraph ends
// without a mark that ends sentences.
func cutOff(texts []passage) []Finding {
	for i := len(texts) - 1; i >= 0; i-- {
		p := texts[i]
		if p.field != "lead" && p.field != "blocks" || strings.TrimSpace(p.text) == "" {
			continue
		}
		if p.kind == release.List || p.kind == release.Subheading || ended(p.text) {
			return nil
		}
		trimmed := strings.TrimRightFunc(p.text, unicode.IsSpace)
		end := utf8.RuneCountInString(trimmed)
		word := trimmed[strings.LastIndexFunc(trimmed, unicode.IsSpace)+1:]
		return []Finding{{
			Code: TextCutOff, Level: Warns, Field: p.field, Block: p.block,
			Start: end - utf8.RuneCountInString(word), End: end, Text: word,
		}}
	}
	return nil
}

// ended reports whether text ends as a sentence does, closing marks aside.
func ended(text string) bool {
	text = strings.TrimRight(text, " \n\t\u00a0»”“\"')]")
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…:;", r)
}
