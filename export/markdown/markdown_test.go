package markdown

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"golang.org/x/net/html"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/text"
)

var update = flag.Bool("update", false, "rewrite golden files")

func TestGolden(t *testing.T) {
	r := exporttest.Release(1, 1200)
	r.Subheadline = "Итоги *и* сроки"
	r.Blocks = append(r.Blocks, release.Block{Kind: release.Quotation, Text: "Мы успеем.\nВсё.", Speaker: "Иван Пробный"}, release.Block{Kind: release.List, Text: "первое\nвторое"})
	got := Render(r, nil, translations.Wording{})
	if *update {
		if err := os.WriteFile("testdata/full.md", got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/full.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// nasty texts look like markup from beginning to end.
var nasty = []string{
	"# not a heading", "#hash", "- not an item", "+ nor this", "* nor that", "1. year", "1986. A great year", "1986) too", "> not said",
	"    not code", "`code`", "*stress* and _stress_", "snake_case_word", "_edge", "[a](b)", "[^1]", "![x](y)", "<b>bold</b>", "a < b > c",
	"&amp; &#65; & alone", `\`, `trailing \`, "===", "---", "- - -", "***", "| a | b |", "a | b\n--- | ---", "```", "~~~", "~~x~~",
	"https://council.example/a_b_c", "<https://x>", "раз\nдва", "раз\n# два", "C #", "C ##", ": definition", "$x$", "x^2^", "Term\n: x", "=", "-", "\\*", "1.", "#",
}

func TestNastyTextComesBack(t *testing.T) {
	for _, content := range nasty {
		t.Run(content, func(t *testing.T) { comesBack(t, content) })
	}
}

// comesBack renders content in every field and reads it with another parser.
func comesBack(t *testing.T, content string) {
	t.Helper()
	source := Render(release.Release{
		Status: release.Issued, Lead: content, Headline: content,
		Blocks: []release.Block{
			{Kind: release.Paragraph, Text: content},
			{Kind: release.Subheading, Text: content},
			{Kind: release.List, Text: "а\n" + text.OneLine(content)},
			{Kind: release.Quotation, Text: content, Speaker: content},
			{Kind: release.Paragraph, Text: content},
		},
	}, nil, translations.Wording{})
	var page bytes.Buffer
	if err := goldmark.Convert(source, &page); err != nil {
		t.Fatal(err)
	}
	flat := fold(content)
	quoted, _ := text.Quoted(release.Block{Text: content}, "")
	want := [][2]string{
		{"h1", flat}, {"p", flat}, {"p", flat}, {"h2", flat}, {"li", "а"}, {"li", flat}, {"p", fold(quoted.Text)}, {"p", "— " + flat}, {"p", flat},
	}
	if flat == "" {
		want = [][2]string{{"li", "а"}}
	}
	got := leaves(t, page.Bytes())
	if len(got) != len(want) {
		t.Fatalf("got %q\nwant %q\nfrom\n%s", got, want, source)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("part %d: got %q, want %q, from\n%s", i, got[i], want[i], source)
		}
	}
}

func fold(content string) string {
	return strings.Join(strings.Fields(text.Clean(string([]rune(content)))), " ")
}

// leaves returns the elements that hold text, with it.
func leaves(t *testing.T, page []byte) [][2]string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var list [][2]string
	for n := range root.Descendants() {
		switch n.Data {
		case "h1", "h2", "p", "li":
			if n.Type == html.ElementNode {
				var words strings.Builder
				for inner := range n.Descendants() {
					if inner.Type == html.TextNode {
						words.WriteString(inner.Data)
					}
					if inner.Data == "br" {
						words.WriteString(" ")
					}
				}
				list = append(list, [2]string{n.Data, strings.Join(strings.Fields(words.String()), " ")})
			}
		}
	}
	return list
}

// TestPandocReadsTheSame asks another reader, over a real release and all the nasty
// texts at once.
func TestPandocReadsTheSame(t *testing.T) {
	r := exporttest.Release(1, 3000)
	for _, content := range nasty {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: content})
	}
	cmd := exec.Command("pandoc", "-f", "commonmark", "-t", "html", "--wrap=none")
	cmd.Stdin = bytes.NewReader(Render(r, nil, translations.Wording{}))
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("pandoc (make test installs it): %v", err)
	}
	var got []string
	for _, leaf := range leaves(t, out) {
		got = append(got, leaf[1])
	}
	all := "\n" + strings.Join(got, "\n") + "\n"
	for _, b := range r.Blocks {
		if b.Kind == release.Quotation {
			b, _ = text.Quoted(b, r.Language)
		}
		if want := fold(b.Text); want != "" && !strings.Contains(all, "\n"+want+"\n") {
			t.Errorf("%q does not come back from\n%s", want, out)
		}
	}
}

func TestEscapedOnlyWhereNeeded(t *testing.T) {
	for _, content := range []string{"Цена 5 & 6.", "snake_case", "№ 5 (пункт 2): 10 – 12", "Q&A", "«Щит-2024»", "+7-000-000-00-01"} {
		if got := paragraph(content, nil); got != content {
			t.Errorf("got %q, want %q", got, content)
		}
	}
}

func FuzzRender(f *testing.F) {
	for _, content := range nasty {
		f.Add(content)
	}
	f.Fuzz(comesBack)
}

func BenchmarkRender(b *testing.B) {
	r := exporttest.Release(1, exporttest.OnePage)
	for b.Loop() {
		Render(r, nil, translations.Wording{})
	}
}
