package proof

import (
	"regexp"
	"unicode/utf8"
)

// placeholder matches what people leave to be filled in later: a template's
// {field.case}, XXX in Latin or Cyrillic letters, a line of underscores, and
// notes to oneself in square brackets.
var placeholder = regexp.MustCompile(`\{[\p{L}\d_]+(?:\.[\p{L}\d_]+)*\}` +
	`|[XХ]{3,}|_{3,}|\?\?\?+` +
	`|(?i:\[\s*(?:вставить|уточнить|имя|дата|место|insert|tbc|tbd|tk|name|date|place)[^\]\n]*\])`)

func placeholders(p passage) []Finding { return matches(p, placeholder, PlaceholderLeft, Blocks) }

// gluedDate matches a date with the next word or date run onto it:
// «26.10.202126 октября», «26.10.2021В».
var gluedDate = regexp.MustCompile(`\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}(?:\d{1,2}[\s\x{00a0}]*\p{L}+|\p{L}+)`)

func gluedDates(p passage) []Finding { return matches(p, gluedDate, DateGlued, Blocks) }

// matches finds each place of a pattern; offsets are counted as it goes, so
// that the time stays linear.
func matches(p passage, pattern *regexp.Regexp, code string, level Level) []Finding {
	var found []Finding
	runes, at := 0, 0
	for _, m := range pattern.FindAllStringIndex(p.text, -1) {
		runes += utf8.RuneCountInString(p.text[at:m[0]])
		at = m[0]
		text := p.text[m[0]:m[1]]
		found = append(found, Finding{
			Code: code, Level: level, Field: p.field, Block: p.block,
			Start: runes, End: runes + utf8.RuneCountInString(text), Text: text,
		})
	}
	return found
}
