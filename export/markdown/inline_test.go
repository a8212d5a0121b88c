package markdown

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	goldmarkhtml "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/picture"
	"communique/export/text"
)

// reader is another's, with GitHub's tables, that lets our few elements through.
var reader = goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithRendererOptions(goldmarkhtml.WithUnsafe()))

// read returns the runs that stand in an element of what the reader makes of source.
func read(t *testing.T, source []byte, element string) []release.Run {
	t.Helper()
	var page bytes.Buffer
	if err := reader.Convert(source, &page); err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(&page)
	if err != nil {
		t.Fatal(err)
	}
	var runs []release.Run
	for n := range root.Descendants() {
		if n.Type != html.TextNode && n.Data != "br" {
			continue
		}
		run, inside := release.Run{Text: n.Data}, false
		for up := n.Parent; up != nil; up = up.Parent {
			switch up.Data {
			case "strong":
				run.Bold = true
			case "em":
				run.Italic = true
			case "a":
				run.Address = up.Attr[0].Val
			case element:
				inside = true
			}
		}
		if n.Data == "br" {
			run.Text = ""
		}
		if inside {
			runs = append(runs, run)
		}
	}
	return runs
}

// drawn is runs letter for letter, without spaces: where a mark covers only space it
// shows nothing.
func drawn(runs []release.Run) string {
	var b strings.Builder
	for _, run := range runs {
		for _, r := range run.Text {
			if strings.TrimSpace(string(r)) == "" {
				continue
			}
			b.WriteRune(r)
			for _, mark := range []struct {
				set  bool
				sign string
			}{{run.Bold, "ᵇ"}, {run.Italic, "ⁱ"}, {run.Address != "", "→" + run.Address}} {
				if mark.set {
					b.WriteString(mark.sign)
				}
			}
		}
	}
	return b.String()
}

func marked(a, b, c, d, e, f int, length int) []release.Mark {
	return release.Normalize([]release.Mark{
		{Start: a, End: b, Style: release.Bold},
		{Start: c, End: d, Style: release.Italic},
		{Start: e, End: f, Style: release.Link, Address: "https://b.example/?x=(1)&y=*_"},
		{Start: d, End: f, Style: release.Bold},
		{Start: b, End: c, Style: release.Italic},
	}, length)
}

// FuzzMarks: whatever is bold, italic or a link comes back as that from another reader,
// letter for letter.
func FuzzMarks(f *testing.F) {
	f.Add("слово «дело»: и a@b.example", 0, 5, 6, 12, 3, 9)
	f.Add("a*b**c* [d](e) <f> _g_ `h`", 1, 4, 2, 9, 0, 20)
	f.Add(" x \n\n y. z", 0, 9, 1, 3, 2, 8)
	f.Add("Важно!здесь, важно! a@b.example", 0, 0, 0, 0, 6, 11)
	f.Fuzz(func(t *testing.T, content string, a, b, c, d, e, f int) {
		marks := marked(a, b, c, d, e, f, utf8.RuneCountInString(content))
		line := text.Marked(content, marks)
		if strings.ContainsFunc(line.Text, func(r rune) bool { return r != '\n' && r != ' ' && strings.TrimSpace(string(r)) == "" }) {
			return // what a space is, readers do not agree
		}
		want := drawn(release.Runs(line.Text, line.Marks))
		source := Render(release.Release{Status: release.Issued, Lead: content, LeadMarks: marks}, nil, translations.Wording{})
		if got := drawn(read(t, source, "p")); got != want {
			t.Fatalf("got  %q\nwant %q\nfrom %q", got, want, source)
		}
	})
}

func TestInline(t *testing.T) {
	mark := func(start, end int, style release.Style, address ...string) release.Mark {
		return release.Mark{Start: start, End: end, Style: style, Address: strings.Join(address, "")}
	}
	for _, c := range []struct {
		content string
		marks   []release.Mark
		want    string
	}{
		{"раз два", []release.Mark{mark(0, 3, release.Bold), mark(4, 7, release.Italic)}, "**раз** *два*"},
		{"раз два", []release.Mark{mark(0, 4, release.Bold)}, "**раз** два"},
		{"раз", []release.Mark{mark(1, 2, release.Bold)}, "р**а**з"},
		{"раз!два", []release.Mark{mark(4, 7, release.Link, "https://b.example")}, `раз\![два](<https://b.example>)`},
		{"раз! два", []release.Mark{mark(5, 8, release.Link, "https://b.example")}, "раз! [два](<https://b.example>)"},
		{"а«б»в", []release.Mark{mark(1, 4, release.Bold)}, "а<strong>«б»</strong>в"},
		{"а«б»в", []release.Mark{mark(1, 4, release.Italic)}, "а<em>«б»</em>в"},
		{"аб", []release.Mark{mark(0, 1, release.Bold), mark(1, 2, release.Italic)}, "<strong>а</strong>*б*"},
		{"аб", []release.Mark{mark(0, 2, release.Bold), mark(0, 2, release.Italic)}, "<strong>*аб*</strong>"},
		{"на сайте", []release.Mark{mark(3, 8, release.Link, "a.example")}, "на [сайте](<https://a.example>)"},
		{"https://a.example", nil, "<https://a.example>"},
		{"a@b.example", nil, "<a@b.example>"},
		{"https://a.example", []release.Mark{mark(0, 17, release.Italic)}, "[*https://a.example*](<https://a.example>)"},
		{"https://a.example", []release.Mark{mark(0, 17, release.Bold)}, "[**https://a.example**](<https://a.example>)"},
		{"сайт", []release.Mark{mark(0, 4, release.Link, `a.example/\?b=\&c=<d>#\`)}, "сайт"},
		{"сайт", []release.Mark{mark(0, 4, release.Link, `a.example/\?b=\#\`)}, "[сайт](<https://a.example/%5C?b=%5C#%5C>)"},
		{"www.a.example", nil, "[www.a.example](<https://www.a.example>)"},
		{" ", []release.Mark{mark(0, 1, release.Bold)}, ""},
		{"а б", []release.Mark{mark(1, 2, release.Bold)}, "а б"},
		{"аб", []release.Mark{mark(0, 2, release.Bold), mark(0, 1, release.Italic)}, "<strong>*а*б</strong>"},
		{"аб", []release.Mark{mark(0, 2, release.Bold), mark(1, 2, release.Italic)}, "<strong>а*б*</strong>"},
		{"*а", []release.Mark{mark(0, 2, release.Bold)}, `**\*а**`},
		{"б а*", []release.Mark{mark(2, 3, release.Bold)}, `б **а**\*`},
		{"*а*", []release.Mark{mark(0, 3, release.Bold)}, `<strong>\*а\*</strong>`},
	} {
		if got := paragraph(c.content, c.marks); got != c.want {
			t.Errorf("%q: got %q, want %q", c.content, got, c.want)
		}
	}
}

// photograph stands for a picture whose file is there.
var photograph = picture.Set{"known": {Data: []byte("\xff\xd8"), Type: "image/jpeg", Width: 3, Height: 2}}

func TestBlocks(t *testing.T) {
	blocks := func(blocks ...release.Block) release.Release { return release.Release{Language: "ru", Blocks: blocks} }
	for _, c := range []struct {
		name    string
		release release.Release
		want    string
	}{
		{"numbers", blocks(release.Block{Kind: release.List, First: 9, Text: "а\n2. б"}), "9. а\n10. 2\\. б\n"},
		{"the last number of an item", blocks(release.Block{Kind: release.List, First: 999_999_998, Text: "а\nб"}), "999999998. а\n999999999. б\n"},
		{"numbers longer than any item's", blocks(release.Block{Kind: release.List, First: 999_999_999, Text: "а\nб"}), "999999999. а\\\n1000000000. б\n"},
		{"rule", blocks(release.Block{Kind: release.Rule}), "***\n"},
		{"table", blocks(release.Block{Kind: release.Table, Text: "а|\tб\nв", Marks: []release.Mark{{Start: 5, End: 6, Style: release.Bold}}}), "| а\\| | б |\n| --- | --- |\n| **в** |  |\n"},
		{"empty table", blocks(release.Block{Kind: release.Table, Text: "\t"}), ""},
		{
			"pictures",
			blocks(release.Block{Kind: release.Picture, Picture: "known", Text: "а", Author: "б", Alternative: "[в]"}, release.Block{Kind: release.Picture, Picture: "known"}),
			"![\\[в\\]][picture-1]\n\nа. Фото: б\n\n![Фото][picture-1]\n\n[picture-1]: <data:image/jpeg;base64,/9g=>\n",
		},
		{"picture in words", blocks(release.Block{Kind: release.Picture, Alternative: "в"}), "\\[Фото: в\\]\n"},
		{"a list and numbers", blocks(release.Block{Kind: release.List, Text: "а"}, release.Block{Kind: release.List, First: 1, Text: "б"}), "- а\n\n<!-- -->\n\n1. б\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.release.Status = release.Issued
			if got := string(Render(c.release, photograph, translations.Wording{})); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestPandocReadsBlocks asks another reader for tables, numbers, marks and pictures.
func TestPandocReadsBlocks(t *testing.T) {
	r := release.Release{
		Language: "ru", Lead: "Жирно и криво.", LeadMarks: []release.Mark{{Start: 0, End: 5, Style: release.Bold}, {Start: 8, End: 13, Style: release.Italic}},
		Blocks: []release.Block{
			{Kind: release.Table, Text: "Страна\tГод\nА|б\t2024"},
			{Kind: release.List, First: 3, Text: "раз\nдва"},
			{Kind: release.Picture, Picture: "known", Text: "Зал", Alternative: "Люди"},
			{Kind: release.Rule},
		},
	}
	cmd := exec.Command("pandoc", "-f", "gfm", "-t", "html", "--wrap=none")
	cmd.Stdin = bytes.NewReader(Render(r, photograph, translations.Wording{}))
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("pandoc (make test installs it): %v", err)
	}
	for _, want := range []string{
		"<strong>Жирно</strong> и <em>криво</em>", "<th>Страна</th>", "<td>А|б</td>", `<ol start="3"`, "<li>два</li>", `<img src="data:image/jpeg;base64,/9g=" alt="Люди"`, "<hr />",
	} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
}
