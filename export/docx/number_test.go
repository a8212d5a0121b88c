package docx

import (
	"regexp"
	"strings"
	"testing"

	"communique/editor/release"
)

// TestPageFields: the fields of a page line stand where the language has them.
func TestPageFields(t *testing.T) {
	pieces := regexp.MustCompile(`w:instr=" (\w+) "|<w:t xml:space="preserve">([^<]*)</w:t></w:r>(?:<w:r>|<w:fld|</w:p>)`)
	for language, want := range map[string]string{
		"ru": "стр. |PAGE| из |NUMPAGES", "kk": "NUMPAGES| беттің |PAGE|-беті", "zh": "第|PAGE|页，共|NUMPAGES|页", "pl": "page |PAGE| of |NUMPAGES",
	} {
		r := release.New(language)
		r.Headline = "А"
		var got []string
		for _, piece := range pieces.FindAllStringSubmatch(open(t, render(t, r, release.Organisation{}))["word/footer1.xml"], -1) {
			got = append(got, piece[1]+piece[2])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}
