package html

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/picture"
	"communique/export/text"
)

var office = release.Organisation{Name: "Совет <содружества>", Address: "г. Пробный", Site: "council.example"}

// hostile releases have the same text in every field.
func hostile(content string) release.Release {
	return release.Release{
		Language: "ru", Headline: content, Subheadline: content, Lead: content, Place: content, Boilerplate: content, Number: content,
		Tags: []string{content}, Notes: "тайна",
		Blocks: []release.Block{
			{Kind: release.Paragraph, Text: content},
			{Kind: release.Subheading, Text: content},
			{Kind: release.Quotation, Text: content, Speaker: content},
			{Kind: release.List, Text: content + "\n" + content},
			{Kind: release.List, Text: content, First: 7},
			{Kind: release.Table, Text: content + "\t" + content + "\n" + content},
			{Kind: release.Picture, Text: content, Author: content, Alternative: content, Picture: "known"},
			{Kind: release.Picture, Text: content, Author: content, Alternative: content},
			{Kind: release.Rule},
			{Kind: release.Paragraph, Text: content, Marks: []release.Mark{{Start: 0, End: 3, Style: release.Bold}, {Start: 1, End: 4, Style: release.Link, Address: content}, {Start: 2, End: 5, Style: release.Italic}}},
		},
		Contacts: []release.Contact{{Name: content, Post: content, Email: content, Site: content, Phones: []release.PhoneNumber{{Number: content}}}},
	}
}

// photograph stands for a picture that the page has.
var photograph = picture.Set{"known": {Data: []byte("\xff\xd8"), Type: "image/jpeg", Width: 3, Height: 2}}

var attacks = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `</script><script>x`, `-->`, `]]>`, "\u202eabc\u2066", "а\x00б",
	`javascript:alert(1)`, `&lt;b&gt;`, "</title><b>", "раз\n\n\nдва", "\xff\xfe", `{"@type":"x"}`,
}

// elements are all that a page may have.
var elements = []string{
	"html", "head", "meta", "title", "script", "body", "article", "p", "strong", "h1", "h2", "ul", "li", "time",
	"figure", "figcaption", "blockquote", "cite", "address", "a", "br", "em", "ol", "img", "hr", "table", "thead", "tbody", "tr", "th", "td",
}

// check walks a page and returns the words in its body.
func check(t *testing.T, page []byte) string {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var words strings.Builder
	scripts := 0
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			if !slices.Contains(elements, n.Data) {
				t.Errorf("the page has an element %q", n.Data)
			}
			if n.Data == "script" {
				scripts++
				if !json.Valid([]byte(n.FirstChild.Data)) {
					t.Errorf("no JSON: %s", n.FirstChild.Data)
				}
			}
			for _, a := range n.Attr {
				foreign := a.Key == "src" && a.Val != "data:image/jpeg;base64,/9g="
				if strings.HasPrefix(a.Key, "on") || a.Key == "href" && strings.HasPrefix(a.Val, "javascript") || foreign {
					t.Errorf("attribute %s=%q", a.Key, a.Val)
				}
			}
		case html.TextNode:
			if parent := n.Parent.Data; parent != "script" && parent != "title" {
				words.WriteString(n.Data)
			}
		case html.CommentNode:
			t.Errorf("a comment: %q", n.Data)
		}
	}
	if scripts != 1 {
		t.Errorf("%d scripts", scripts)
	}
	return words.String()
}

func TestHostileTextComesOutAsText(t *testing.T) {
	for _, attack := range attacks {
		t.Run(attack, func(t *testing.T) {
			words := check(t, Page(hostile(attack), office, photograph, translations.Wording{}, time.Time{}))
			want := strings.Join(strings.Fields(text.Clean(strings.ToValidUTF8(attack, "\ufffd"))), " ")
			if got := strings.Join(strings.Fields(words), " "); strings.Count(got, want) < 8 || strings.Contains(got, "тайна") {
				t.Errorf("%q does not come back from %q", want, got)
			}
		})
	}
}

// TestTidyFindsNothing asks HTML Tidy.
func TestTidyFindsNothing(t *testing.T) {
	pages := map[string][]byte{"least": Page(release.Release{Language: "ru", Lead: "Да."}, release.Organisation{}, nil, translations.Wording{}, time.Time{}), "real": Page(exporttest.Release(1, 5000), office, nil, translations.Wording{}, time.Time{})}
	for _, attack := range attacks {
		pages[attack] = Page(hostile(attack), office, photograph, translations.Wording{}, time.Time{})
	}
	for name, page := range pages {
		path := filepath.Join(t.TempDir(), "page.html")
		if err := os.WriteFile(path, page, 0o600); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("tidy", "-e", "-q", "-utf8", path).CombinedOutput(); err != nil || len(out) > 0 {
			t.Errorf("%q: %v\n%s\n%s", name, err, out, page)
		}
	}
}

func TestALetterHasNoScript(t *testing.T) {
	letter, whole := string(Letter(hostile(attacks[0]), office, nil, translations.Wording{}, nil)), string(Page(hostile(attacks[0]), office, nil, translations.Wording{}, time.Time{}))
	if strings.Contains(letter, "<script") || !strings.Contains(whole, "<script") || !strings.Contains(letter, "<article>") {
		t.Errorf("got\n%s", letter)
	}
}

func TestLinkedData(t *testing.T) {
	r := exporttest.Release(1, 600)
	var got map[string]any
	if err := json.Unmarshal(linkedData(r, office, nil, time.Time{}), &got); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]any{
		"@type": "NewsArticle", "headline": r.Headline, "datePublished": "2024-09-11T00:00:00+06:00", "inLanguage": "ru", "identifier": r.Number,
		"dateline": "Бишкек, 11 сентября 2024 года",
	} {
		if got[key] != want {
			t.Errorf("%s: got %v, want %v", key, got[key], want)
		}
	}
	publisher, _ := got["publisher"].(map[string]any)
	if publisher["name"] != office.Name || publisher["url"] != "https://council.example" {
		t.Errorf("publisher %v", publisher)
	}
	var err error
	if r.Embargo, err = release.NewEmbargo(r.Date, 12, 30, "Asia/Bishkek"); err != nil {
		t.Fatal(err)
	}
	if got := published(r); got != "2024-09-11T12:30:00+06:00" {
		t.Errorf("published %q", got)
	}
	r.Embargo, r.Unread = release.Embargo{}, []release.Unread{{Field: release.EmbargoField, Text: "завтра"}}
	if got := published(r); got != "" {
		t.Errorf("published %q under an embargo that cannot be read", got)
	}
}

// TestParts holds each part to its markup.
func TestParts(t *testing.T) {
	date := release.Date{Year: 2024, Month: 9, Day: 11}
	for _, c := range []struct {
		name    string
		release release.Release
		want    string
	}{
		{"nothing", release.Release{}, ""},
		{"headline", release.Release{Headline: " а\u00ad & б\vв "}, "<h1>а &amp; б<br>\nв</h1>\n"},
		{"subheadline", release.Release{Subheadline: "а"}, "<p>а</p>\n"},
		{"place", release.Release{Place: "Бишкек"}, "<p>Бишкек</p>\n"},
		{"date", release.Release{Date: date, Language: "ru"}, "<p><time datetime=\"2024-09-11\">11 сентября 2024 года</time></p>\n"},
		{"place and date", release.Release{Date: date, Place: "Geneva <1>"}, "<p><time datetime=\"2024-09-11\">Geneva &lt;1&gt;, 11 September 2024</time></p>\n"},
		{"order", release.Release{Boilerplate: "е", Lead: "г", Headline: "а", Subheadline: "б", Place: "в", Blocks: []release.Block{{Kind: release.Paragraph, Text: "д"}}}, "<h1>а</h1>\n<p>б</p>\n<p>в</p>\n<p>г</p>\n<p>д</p>\n<p class=\"boilerplate\">е</p>\n"},
		{"subheading", release.Release{Blocks: []release.Block{{Kind: release.Subheading, Text: "а"}}}, "<h2>а</h2>\n"},
		{"list", release.Release{Blocks: []release.Block{{Kind: release.List, Text: "а\n\u200b\nб & в"}}}, "<ul>\n<li>а</li>\n<li>б &amp; в</li>\n</ul>\n"},
		{"numbers", release.Release{Blocks: []release.Block{{Kind: release.List, First: 1, Text: "а"}, {Kind: release.List, First: 4, Text: "б"}}}, "<ol>\n<li>а</li>\n</ol>\n<ol start=\"4\">\n<li>б</li>\n</ol>\n"},
		{"rule", release.Release{Blocks: []release.Block{{Kind: release.Rule}}}, "<hr>\n"},
		{
			"marks",
			release.Release{Lead: "абвг\nд", LeadMarks: []release.Mark{
				{Start: 0, End: 3, Style: release.Bold}, {Start: 1, End: 2, Style: release.Italic}, {Start: 2, End: 6, Style: release.Link, Address: "b.example/?c&d"}, {Start: 3, End: 6, Style: release.Italic},
			}},
			"<p><strong>а<em>б</em></strong><a href=\"https://b.example/?c&amp;d\"><strong>в</strong><em>г<br>\nд</em></a></p>\n",
		},
		{"bare addresses", release.Release{Boilerplate: "a@b.example, www.c.example."}, "<p class=\"boilerplate\"><a href=\"mailto:a@b.example\">a@b.example</a>, <a href=\"https://www.c.example\">www.c.example</a>.</p>\n"},
		{
			"table",
			release.Release{Blocks: []release.Block{{Kind: release.Table, Text: "\tа\nб & в\tг\tд", Marks: []release.Mark{{Start: 3, End: 4, Style: release.Bold}}}}},
			"<table>\n<thead>\n<tr>\n<td></td>\n<th scope=\"col\">а</th>\n<td></td>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><strong>б</strong> &amp; в</td>\n<td>г</td>\n<td>д</td>\n</tr>\n</tbody>\n</table>\n",
		},
		{"heads alone", release.Release{Blocks: []release.Block{{Kind: release.Table, Text: "а"}}}, "<table>\n<thead>\n<tr>\n<th scope=\"col\">а</th>\n</tr>\n</thead>\n</table>\n"},
		{"empty table", release.Release{Blocks: []release.Block{{Kind: release.Table, Text: "\t\n"}}}, ""},
		{
			"picture",
			release.Release{Language: "ru", Blocks: []release.Block{{Kind: release.Picture, Picture: "known", Text: "а", Author: "б", Alternative: "в \"г\""}}},
			"<figure>\n<img id=\"picture-1\" src=\"cid:known\" alt=\"в &#34;г&#34;\" width=\"3\" height=\"2\" style=\"max-width:100%;height:auto\">\n<figcaption>а. Фото: б</figcaption>\n</figure>\n",
		},
		{"picture in words", release.Release{Blocks: []release.Block{{Kind: release.Picture, Alternative: "<в>"}}}, "<figure>\n<p>[Photo: &lt;в&gt;]</p>\n</figure>\n"},
		{"empty list", release.Release{Blocks: []release.Block{{Kind: release.List, Text: "\n \n"}}}, ""},
		{"quotation", release.Release{Language: "ru", Blocks: []release.Block{{Kind: release.Quotation, Text: "а", Speaker: "б\n<в>"}}}, "<figure>\n<blockquote>\n<p>«а»</p>\n</blockquote>\n<figcaption>— <cite>б &lt;в&gt;</cite></figcaption>\n</figure>\n"},
		{"quotation of nobody", release.Release{Language: "ru", Blocks: []release.Block{{Kind: release.Quotation, Text: "а", Speaker: " \u200b"}}}, "<blockquote>\n<p>«а»</p>\n</blockquote>\n"},
		{"speaker alone", release.Release{Blocks: []release.Block{{Kind: release.Quotation, Speaker: "б"}}}, "<p>б</p>\n"},
		{"empty quotation", release.Release{Blocks: []release.Block{{Kind: release.Quotation}}}, ""},
		{"a name alone", release.Release{Contacts: []release.Contact{{Name: "а"}}}, "<address>\nа\n</address>\n"},
		{
			"contacts",
			release.Release{Language: "ru", Contacts: []release.Contact{
				{}, {Name: "а", Post: "б", Phones: []release.PhoneNumber{{Number: "112", Kind: release.Fax}}}, {Email: "a&b@c.example", Site: "javascript:x"},
			}},
			"<address>\nб а<br>\n<a href=\"tel:112\">112 (факс)</a>\n</address>\n<address>\n<a href=\"mailto:a&amp;b@c.example\">a&amp;b@c.example</a><br>\njavascript:x\n</address>\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.release.Status = release.Issued
			page := string(Letter(c.release, office, photograph, translations.Wording{}, func(hash string, _ picture.Picture) string { return "cid:" + hash }))
			_, inner, _ := strings.Cut(page, "<article>\n")
			if inner, _, _ = strings.Cut(inner, "</article>"); inner != c.want {
				t.Errorf("got\n%s\nwant\n%s", inner, c.want)
			}
		})
	}
	embargoed := release.Release{Status: release.Issued, Lead: "а"}
	embargoed.Embargo, _ = release.NewEmbargo(date, 12, 0, "Asia/Bishkek")
	if got := string(Letter(embargoed, office, nil, translations.Wording{}, nil)); !strings.Contains(got, "<article>\n<p><strong>EMBARGO until 11 September 2024, 12:00, Bishkek, UTC+6</strong></p>\n<p>а</p>\n</article>") {
		t.Errorf("got %s", got)
	}
}

// TestHead: a page has a title, whatever else it lacks.
func TestHead(t *testing.T) {
	const before = "<!DOCTYPE html>\n<html lang=\"\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	for _, c := range []struct {
		name    string
		release release.Release
		org     release.Organisation
		want    string
	}{
		{"headline", release.Release{Headline: "а\nб", Lead: "в \"г\"", Tags: []string{"д", "е & ж"}}, office, "<title>а б</title>\n<meta name=\"description\" content=\"в &#34;г&#34;\">\n<meta name=\"author\" content=\"Совет &lt;содружества&gt;\">\n<meta name=\"keywords\" content=\"д, е &amp; ж\">\n"},
		{"lead", release.Release{Headline: "\u200b", Lead: "а\nб"}, release.Organisation{}, "<title>а б</title>\n<meta name=\"description\" content=\"а б\">\n"},
		{"organisation", release.Release{}, release.Organisation{Name: "а & б"}, "<title>а &amp; б</title>\n<meta name=\"author\" content=\"а &amp; б\">\n"},
		{"nothing to see", release.Release{Headline: "\u200b", Tags: []string{"\u200b"}}, release.Organisation{Name: "\u200b"}, "<title>…</title>\n"},
		{"nothing", release.Release{}, release.Organisation{}, "<title>…</title>\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			head, _, _ := strings.Cut(string(Letter(c.release, c.org, nil, translations.Wording{}, nil)), "</head>")
			if head != before+c.want {
				t.Errorf("got\n%s\nwant\n%s", head, before+c.want)
			}
		})
	}
	if page := string(Page(release.Release{Language: "en\"><b>\u200b"}, office, nil, translations.Wording{}, time.Time{})); !strings.Contains(page, "<html lang=\"en&#34;&gt;&lt;b&gt;\">") || !strings.Contains(page, "</title>\n<meta name=\"author\"") {
		t.Errorf("got %.300s", page)
	}
}

// TestLinkedDataWhole compares all of the data, and what is left out where the
// release does not have it.
func TestLinkedDataWhole(t *testing.T) {
	r := release.Release{
		Headline: "а\nб", Lead: "в\nг", Number: " 15\u200b ", Place: "Бишкек\n", Language: "ru", Tags: []string{"д\n", "\u200b", "е"}, Notes: "тайна",
		Date:   release.Date{Year: 2024, Month: 9, Day: 11},
		Blocks: []release.Block{{Kind: release.Paragraph, Text: "ж"}, {Kind: release.Quotation, Text: "з", Speaker: "и"}, {Kind: release.List, Text: "к\nл"}},
	}
	org := release.Organisation{Name: "Совет\n", Site: " совет.example", Address: "ул. 1\nг. 2"}
	want := map[string]any{
		"@context": "https://schema.org", "@type": "NewsArticle", "headline": "а б", "description": "в г", "identifier": "15", "dateline": "Бишкек, 11 сентября 2024 года",
		"locationCreated": map[string]any{"@type": "Place", "name": "Бишкек"}, "datePublished": "2024-09-11T00:00:00+06:00", "inLanguage": "ru", "keywords": []any{"д", "е"},
		"creativeWorkStatus": "Draft", "author": map[string]any{"@type": "Organization", "name": "Совет", "url": "https://xn--b1agzli.example"},
		"publisher":   map[string]any{"@type": "Organization", "name": "Совет", "url": "https://xn--b1agzli.example", "address": "ул. 1 г. 2"},
		"articleBody": "в\nг\n\nж\n\n«з»\n— и\n\n– к\n– л",
	}
	for name, c := range map[string]struct {
		release release.Release
		org     release.Organisation
		want    map[string]any
	}{
		"whole":   {r, org, want},
		"nothing": {release.Release{Tags: []string{""}}, release.Organisation{Site: "a.example", Address: "б"}, map[string]any{"@context": "https://schema.org", "@type": "NewsArticle", "creativeWorkStatus": "Draft"}},
	} {
		var got map[string]any
		if err := json.Unmarshal(linkedData(c.release, c.org, nil, time.Time{}), &got); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got\n%v\nwant\n%v", name, got, c.want)
		}
	}
	r.Language = "e\nn"
	if data := linkedData(r, org, nil, time.Time{}); !bytes.Contains(data, []byte(`"inLanguage": "e n"`)) {
		t.Errorf("got %s", data)
	}
}

func TestContactLinks(t *testing.T) {
	got := FragmentWithFooter(exporttest.Release(1, 100))
	for _, want := range []string{`<a href="tel:+70000000001">`, `<a href="mailto:press@council.example">`, `<a href="https://council.example">`} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	plain := Fragment(exporttest.Release(1, 100))
	if strings.Contains(plain, "<address>") {
		t.Error("a footer nobody asked for")
	}
	if !strings.HasPrefix(got, plain+"<address>") {
		t.Errorf("the footer does not stand below the text:\n%s", got)
	}
}

func FuzzPage(f *testing.F) {
	for _, attack := range attacks {
		f.Add(attack)
	}
	f.Fuzz(func(t *testing.T, content string) {
		check(t, Page(hostile(content), release.Organisation{Name: content, Site: content, Address: content}, photograph, translations.Wording{}, time.Time{}))
	})
}

func BenchmarkPage(b *testing.B) {
	r := exporttest.Release(1, exporttest.OnePage)
	for b.Loop() {
		Page(r, office, nil, translations.Wording{}, time.Time{})
	}
}

// TestLinkedDataOfPictures: pictures and logo are told of with their sizes, a picture by its
// place in the page.
func TestLinkedDataOfPictures(t *testing.T) {
	r := release.Release{
		Status: release.Issued, Language: "ru", Headline: strings.Repeat("Встреча, ", 20), Date: release.Date{Year: 2024, Month: 9, Day: 11}, Place: "Новые Васюки",
		Blocks: []release.Block{{Kind: release.Picture}, {Kind: release.Picture, Picture: "known", Text: "Зал\nзаседаний", Author: "Анна"}, {Kind: release.Picture, Picture: "known"}},
	}
	org := office
	org.Logo = exporttest.Photograph(90, 60, 1)
	saved := time.Date(2024, 9, 11, 18, 5, 6, 7, time.FixedZone("", 6*3600))
	page := string(Page(r, org, photograph, translations.Wording{}, saved))
	var got struct {
		Headline, DatePublished, DateModified, CreativeWorkStatus string
		Image                                                     []map[string]any
		Publisher                                                 struct{ Logo map[string]any }
	}
	if err := json.Unmarshal(linkedData(r, org, photograph, saved), &got); err != nil {
		t.Fatal(err)
	}
	want := []map[string]any{
		{"@type": "ImageObject", "url": "#picture-1", "width": "3 px", "height": "2 px", "caption": "Зал заседаний", "creditText": "Анна"},
		{"@type": "ImageObject", "url": "#picture-2", "width": "3 px", "height": "2 px"},
	}
	if !reflect.DeepEqual(got.Image, want) || strings.Count(page, `<img id="picture-`) != 2 || !strings.Contains(page, `<img id="picture-2"`) {
		t.Errorf("pictures %v\n%s", got.Image, page)
	}
	if l := got.Publisher.Logo; l["width"] != "90 px" || l["height"] != "60 px" || !strings.HasPrefix(l["url"].(string), "data:image/png;base64,") {
		t.Errorf("logo %v", l)
	}
	if got.DatePublished != "2024-09-11T00:00:00Z" || got.DateModified != "2024-09-11T12:05:06Z" || got.CreativeWorkStatus != "" {
		t.Errorf("got %+v", got)
	}
	if letters := []rune(got.Headline); len(letters) > 110 || len(letters) < 100 || !strings.HasSuffix(got.Headline, "Встреча…") {
		t.Errorf("headline of %d: %q", len(letters), got.Headline)
	}
	if got := shortened(strings.Repeat("ы", 110)); len([]rune(got)) != 110 || strings.HasSuffix(got, "…") {
		t.Errorf("got %q", got)
	}
	if got := shortened(strings.Repeat("ы", 111)); len([]rune(got)) != 110 || !strings.HasSuffix(got, "…") {
		t.Errorf("got %q", got)
	}
	org.Logo = []byte("no picture")
	if data := linkedData(r, org, nil, time.Time{}); bytes.Contains(data, []byte("logo")) || bytes.Contains(data, []byte("dateModified")) {
		t.Errorf("got %s", data)
	}
}

// TestRightToLeft: a page in Arabic runs from right to left, and its phone numbers do not.
func TestRightToLeft(t *testing.T) {
	for language, want := range map[string]string{
		"ar": "<html lang=\"ar\" dir=\"rtl\">|<a dir=\"ltr\" href=\"tel:+70000000001\">|<a href=\"mailto:",
		"ru": "<html lang=\"ru\">|<a href=\"tel:+70000000001\">|<a href=\"mailto:",
	} {
		r := release.New(language)
		r.Contacts = []release.Contact{{Phones: []release.PhoneNumber{{Number: "+7-000-000-00-01"}}, Email: "press@council.example"}}
		for _, page := range [][]byte{Page(r, office, nil, translations.Wording{}, time.Time{}), Letter(r, office, nil, translations.Wording{}, nil)} {
			for part := range strings.SplitSeq(want, "|") {
				if !strings.Contains(string(page), part) {
					t.Errorf("%s: no %s in\n%s", language, part, page)
				}
			}
		}
	}
}
