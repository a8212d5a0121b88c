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

// TestNumbersFromALaterPage: Word reckons from which page on; others show the line from the
// second page on, as each does where the style asks for no more.
func TestNumbersFromALaterPage(t *testing.T) {
	r := full(t)
	r.Language = "ru"
	instructions := regexp.MustCompile(`<w:instrText[^>]*>([^<]*)<`)
	for source, want := range map[string]string{
		"":                 "",
		"numbers.from = 2": "",
		"numbers.from = 3": " IF | PAGE | >= 3 &#34;|стр. | PAGE | из | NUMPAGES |&#34; &#34;&#34; | PAGE | NUMPAGES ",
		"numbers = { from = 12, form = 'number' }":                   " IF | PAGE | >= 12 &#34;| PAGE |&#34; &#34;&#34; | PAGE ",
		"numbers.from = 3\nwords.ru.page = 'л. \"{page}\\{pages}\"'": ` IF | PAGE | >= 3 &#34;|л. \&#34;| PAGE |\\| NUMPAGES |\&#34;|&#34; &#34;&#34; | PAGE | NUMPAGES `,
	} {
		data, err := Render(r, organisation(t), photographs(t), houseOf(t, source))
		if err != nil {
			t.Fatal(source, err)
		}
		files := open(t, data)
		var got []string
		for _, found := range instructions.FindAllStringSubmatch(files["word/footer2.xml"], -1) {
			got = append(got, strings.ReplaceAll(found[1], "&gt;", ">"))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %q, want %q", source, strings.Join(got, "|"), want)
		}
		if first := lines(t, files["word/footer1.xml"]); source != "" && strings.Join(first, "|") != "Footer: " {
			t.Errorf("%s: on the first page %q", source, first)
		}
	}
}
