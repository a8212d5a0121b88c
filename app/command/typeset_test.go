package command

import (
	"strings"
	"testing"

	"communique/editor/release"
	"communique/editor/typography"
)

func TestTypeset(t *testing.T) {
	const text = "\"Дом N 5\" - наш.\nThe \"house\".\n"
	const want = "«Дом N 5»·— наш.\nThe “house”.\n"
	shown := strings.NewReplacer("\u00a0", "·")
	o := newOffice(t)
	path := o.write("a.txt", text)
	if got := shown.Replace(o.must("typeset", path)); got != want {
		t.Errorf("got %q", got)
	}
	o.in = strings.NewReader(text)
	if got := shown.Replace(o.must("typeset", "-", "--dash", "en")); got != strings.Replace(want, "—", "–", 1) {
		t.Errorf("with the en dash: %q", got)
	}
	o.in = strings.NewReader("Еще все о Семенове, «еще».")
	if got := shown.Replace(o.must("typeset", "-", "--yo", "everywhere")); got != "Ещё все о·Семенове, «еще»." {
		t.Errorf("with ё: %q", got)
	}
	var edits []typesetEdit
	o.json(&edits, "typeset", path, "--json")
	if len(edits) != 6 || edits[0] != (typesetEdit{typography.Quotes, "", -1, 0, 1, `"`, "«"}) {
		t.Errorf("edits %+v", edits)
	}
	if status, out, told := o.run("typeset", path, "--dash", "long"); status != couldNot || out != "" || !strings.Contains(told, "em, en") {
		t.Errorf("a dash nobody knows: %d %q %q", status, out, told)
	}
}

// The settings are obeyed, ё too; a release comes out in its own form, its marks on their
// words.
func TestTypesetARelease(t *testing.T) {
	o := newOffice(t)
	o.write("config/settings.toml", "[house]\nyo = \"never\"\n[typography]\ndash = \"en\"\n")
	r := release.New("ru")
	r.Headline, r.Lead = `Ещё "Пример"`, "Это - да"
	r.Blocks = []release.Block{{ID: 1, Kind: release.Quotation, Text: "Ещё N 5", Speaker: "А.С. Примеров"}}
	data, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	path := o.write("a.toml", string(data))
	got, err := release.Decode([]byte(o.must("typeset", path)))
	if err != nil || got.Headline != "Еще «Пример»" || got.Lead != "Это\u00a0– да" || got.Blocks[0].Text != "Ещё N 5" || got.Blocks[0].Speaker != "А.С.\u00a0Примеров" {
		t.Errorf("got %+v, %v", got, err)
	}
	var edits []typesetEdit
	o.json(&edits, "typeset", path, "--json")
	if len(edits) != 6 || edits[5].Field != "speaker" || edits[5].Block != 0 || edits[0].Kind != typography.YoKind {
		t.Errorf("edits %+v", edits)
	}
}
