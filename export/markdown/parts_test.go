package markdown

import (
	"strings"
	"testing"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/text"
)

// TestEscape: each sign where it means something, and where it does not.
func TestEscape(t *testing.T) {
	for line, want := range map[string]string{
		"\\": `\\`, "`": "\\`", "*": `\*`, "a*b": `a\*b`, "[": `\[`, "]": `\]`, "~": `\~`, "^": `\^`, "$": `\$`, "|": `\|`, "<": `\<`, ">": ">", "a < b": `a \< b`,
		"_": `\_`, "_a": `\_a`, "a_": `a\_`, "a_b": "a_b", "а_1": "а_1", "a _b": `a \_b`, "a_ b": `a\_ b`, "a__b": `a\_\_b`,
		"&": "&", "& a": "& a", "&amp;": `\&amp;`, "&#65;": `\&#65;`, "&#x1F;": `\&#x1F;`, "&#X1f;": `\&#X1f;`, "&a1;": `\&a1;`, "&#;": "&#;", "&#x;": "&#x;", "&1;": "&1;", "&amp": "&amp",
		"a&lt;": `a\&lt;`, "#": "#", "a": "a", "!": "!", "(a)": "(a)", "": "",
	} {
		if got := escape(line); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

// TestEscapeStart: what would make a block of another kind at the beginning of a line.
func TestEscapeStart(t *testing.T) {
	for line, want := range map[string]string{
		"# a": `\# a`, "#": `\#`, "#\ta": "\\#\ta", "###### a": `\###### a`, "####### a": "####### a", "#a": "#a",
		"> a": `\> a`, ">": `\>`, "- a": `\- a`, "-": `\-`, "-a": "-a", "-\ta": "\\-\ta", "+ a": `\+ a`, "+": `\+`, "+7": "+7",
		"1. a": `1\. a`, "1.": `1\.`, "12) a": `12\) a`, "123456789. a": `123456789\. a`, "1234567890. a": "1234567890. a", "1.5": "1.5", "1 a": "1 a",
		"---": `\---`, "- - -": `\- - -`, "--": `\--`, "=": `\=`, "===": `\===`, "== ": `\== `, "=a": "=a", ": a": `\: a`, ":a": ":a", ":": ":", "a # b": "a # b", "": "",
	} {
		if got := escapeStart(line); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

// TestHeading: signs at its end would close it.
func TestHeading(t *testing.T) {
	for content, want := range map[string]string{
		"C": "## C", "C #": `## C \#`, "C ##": `## C \#\#`, "C#": `## C\#`, "# C": "## # C", "#": `## \#`, "a\n# b": "## a # b", " \u200b": "", "a *": `## a \*`, "##": `## \#\#`,
	} {
		if got := heading("## ", text.MarkedOneLine(content, nil)); got != want {
			t.Errorf("%q: got %q, want %q", content, got, want)
		}
	}
}

// TestParts holds each part of a release to its markup.
func TestParts(t *testing.T) {
	block := func(blocks ...release.Block) release.Release { return release.Release{Blocks: blocks} }
	embargoed := release.Release{Lead: "а"}
	date := release.Date{Year: 2024, Month: 9, Day: 11}
	embargoed.Embargo, _ = release.NewEmbargo(date, 12, 0, "Asia/Bishkek")
	for _, c := range []struct {
		name    string
		release release.Release
		want    string
	}{
		{"nothing", release.Release{Notes: "тайна"}, ""},
		{"embargo", embargoed, "**EMBARGO until 11 September 2024, 12:00, Bishkek, UTC+6**\n\nа\n"},
		{
			"order",
			release.Release{Language: "ru", Boilerplate: "е", Lead: "г", Headline: "а", Subheadline: "б", Place: "в", Date: date, Blocks: []release.Block{{Kind: release.Paragraph, Text: "д"}}},
			"# а\n\nб\n\nв, 11 сентября 2024 года\n\nг\n\nд\n\nе\n",
		},
		{"lines", release.Release{Lead: "а\n\n# б\nв\\\nг"}, "а\\\n\\# б\\\nв\\\\  \nг\n"},
		{"subheading", block(release.Block{Kind: release.Subheading, Text: "а\nб"}), "## а б\n"},
		{"list", block(release.Block{Kind: release.List, Text: "а\n\u200b\n- б"}), "- а\n- \\- б\n"},
		{"two lists", block(release.Block{Kind: release.List, Text: "а"}, release.Block{Kind: release.Paragraph, Text: " "}, release.Block{Kind: release.List}, release.Block{Kind: release.List, Text: "б"}), "- а\n\n<!-- -->\n\n- б\n"},
		{"lists apart", block(release.Block{Kind: release.List, Text: "а"}, release.Block{Kind: release.Paragraph, Text: "б"}, release.Block{Kind: release.List, Text: "в"}), "- а\n\nб\n\n- в\n"},
		{"quotation", block(release.Block{Kind: release.Quotation, Text: "а\nб", Speaker: "в\n*г*"}), "> “а\\\n> б”\n>\n> — в \\*г\\*\n"},
		{"quotation of nobody", block(release.Block{Kind: release.Quotation, Text: "а", Speaker: "\u200b"}), "> “а”\n"},
		{"speaker alone", block(release.Block{Kind: release.Quotation, Speaker: "а"}), "> — а\n"},
		{"empty quotation", block(release.Block{Kind: release.Quotation}, release.Block{Kind: release.Paragraph, Text: "а"}), "а\n"},
		{
			"contacts",
			release.Release{Language: "ru", Lead: "а", Contacts: []release.Contact{
				{},
				{Name: "б", Post: "# в", Phones: []release.PhoneNumber{{Number: "112", Kind: release.Mobile}}},
				{Email: "a_b@c.example", Site: "c.example/<x>"},
				{Site: "c.example/a\\b?c=1"},
			}},
			"а\n\n---\n\n\\# в б\\\n[112 (моб.)](<tel:112>)\n\n[a_b@c.example](<mailto:a_b@c.example>)\\\nc.example/\\<x>\n\n[c.example/a\\\\b?c=1](<https://c.example/a%5Cb?c=1>)\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.release.Status = release.Issued
			if got := string(Render(c.release, nil, translations.Wording{})); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
	if got := Render(release.Release{Status: release.Issued}, nil, translations.Wording{}); got != nil {
		t.Errorf("got %q", got)
	}
	if n := strings.Count(string(Render(release.Release{Contacts: []release.Contact{{Name: "а"}, {Name: "б"}}}, nil, translations.Wording{})), "---"); n != 1 {
		t.Errorf("%d rules", n)
	}
}
