package docx

import (
	"encoding/xml"
	"strings"
	"testing"
	"unicode/utf8"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/text"
)

// everywhere puts one text into every field.
func everywhere(content string) release.Release {
	return release.Release{
		Language: content, Kind: release.Kind(content), Status: release.Status(content), Number: content, Template: content,
		Headline: content, Subheadline: content, Place: content, Tags: []string{content, content}, Lead: content, Boilerplate: content,
		Blocks: []release.Block{
			{Kind: release.Paragraph, Text: content},
			{Kind: release.Subheading, Text: content},
			{Kind: release.List, Text: content},
			{Kind: release.Quotation, Text: content, Speaker: content},
			{Kind: release.List, First: 5, Text: content},
			{Kind: release.Table, Text: content},
			{Kind: release.Picture, Picture: "known", Text: content, Author: content, Alternative: content},
			{Kind: release.Picture, Text: content, Alternative: content},
			{Kind: release.Rule},
			{Kind: release.Paragraph, Text: content, Marks: []release.Mark{{Start: 0, End: 3, Style: release.Bold}, {Start: 1, End: 4, Style: release.Link, Address: content}, {Start: 2, End: 5, Style: release.Italic}}},
		},
		Contacts: []release.Contact{{
			Name: content, Post: content, Organisation: content, Email: content, Site: content,
			Phones: []release.PhoneNumber{{Number: content, Kind: release.Fax}},
		}, {Name: content}},
	}
}

// plain is the words of a release, paragraph for paragraph.
func plain(t testing.TB, r release.Release) string {
	t.Helper()
	var list []string
	for _, b := range r.Blocks {
		switch b.Kind {
		case release.List:
			list = append(list, text.Lines(b.Text)...)
		case release.Quotation:
			quoted, _ := text.Quoted(b, r.Language)
			list = append(list, quoted.Text)
			if speaker := text.OneLine(b.Speaker); speaker != "" {
				list = append(list, "— "+speaker)
			}
		case release.Table:
			for _, row := range text.Rows(b) {
				for _, cell := range row {
					list = append(list, cell.Text)
				}
			}
		case release.Picture:
			if b.Picture == "" {
				list = append(list, text.Placeholder(b, translations.Printed(r.Language)))
			}
			list = append(list, text.Caption(b, translations.Printed(r.Language)).Text)
		default:
			list = append(list, b.Text)
		}
	}
	list = append([]string{r.Headline, r.Subheadline, text.Dateline(r), r.Lead}, append(list, r.Boilerplate)...)
	for _, c := range r.Contacts {
		list = append(list, text.OneLine(c.Post, c.Organisation), text.OneLine(c.Name))
		for _, p := range c.Phones {
			list = append(list, text.OneLine(text.PhoneLine(p, translations.Printed(r.Language))))
		}
		list = append(list, text.OneLine(c.Email), text.OneLine(c.Site))
	}
	var kept []string
	for _, line := range list {
		if line = text.Tidy(line); line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "¶")
}

// hold asks that a release gives a whole package whose words are its own.
func hold(t *testing.T, r release.Release, org release.Organisation) {
	t.Helper()
	files := open(t, render(t, r, org))
	for name, content := range files {
		if !strings.HasPrefix(name, "word/media/") && !utf8.ValidString(content) {
			t.Errorf("%s is no UTF-8", name)
		}
	}
	checkPackage(t, files)
	var got []string
	parse(t, files["word/document.xml"]).walk(func(n node) {
		if n.XMLName == (xml.Name{Space: "http://schemas.openxmlformats.org/wordprocessingml/2006/main", Local: "p"}) {
			if words := n.words(); words != "" { // a picture, a rule, an empty cell
				got = append(got, words)
			}
		}
	})
	if got, want := strings.Join(got, "¶"), plain(t, r); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

var hostile = map[string]string{
	"script":        `<script>alert(1)</script>`,
	"CDATA":         `]]> <![CDATA[x]]>`,
	"attribute":     `"><img src=x onerror=y>' &amp; &#0;`,
	"declaration":   `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>&b;`,
	"direction":     "а\u202eб\u200fв\u2066г",
	"NUL":           "а\x00б\x1b[31m\x7f",
	"noncharacters": "\ufffeа\uffffб \uffff",
	"surrogate":     "а\xed\xa0\x80б\xff",
	"lines":         "\r\nодин\r\n\r\nдва\u2028три\u2029четыре\v\f",
	"our own marks": "{size}{id}{language}{description}&#xA;&#x9;",
	"field code":    "{ HYPERLINK \"x\" } PAGE",
	"long text":     strings.Repeat("слово дело ", 40_000/11),
	"long word":     strings.Repeat("слово", 600),
	"spaces":        " \u00a0 два  пробела\t\u00a0",
	"many lines":    strings.Repeat("строка\n", 300),
	"emoji":         "Ура 😀 🇰🇬 за\u0301мок",
}

func TestHostileText(t *testing.T) {
	for name, content := range hostile {
		t.Run(name, func(t *testing.T) {
			hold(t, everywhere(content), release.Organisation{Name: content, Address: content, Site: content, Logo: organisation(t).Logo})
		})
	}
}

func TestBareReleases(t *testing.T) {
	without := full(t)
	without.Contacts, without.Embargo = nil, release.Embargo{}
	hold(t, without, organisation(t))
	hold(t, release.Release{}, release.Organisation{})
}

func FuzzRender(f *testing.F) {
	for _, content := range hostile {
		if len(content) < 1000 {
			f.Add(content, content)
		}
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		r := everywhere(a)
		r.Lead, r.Blocks[3].Speaker, r.Contacts[0].Email, r.Blocks[2].Text = b, b, b+"@"+a, a+"\n"+b
		hold(t, r, release.Organisation{Name: b, Address: a, Site: b})
	})
}
