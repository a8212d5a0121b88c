package html

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"communique/editor/release"
	"communique/export/exporttest"
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
		},
		Contacts: []release.Contact{{Name: content, Post: content, Email: content, Site: content, Phones: []release.PhoneNumber{{Number: content}}}},
	}
}

var attacks = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `</script><script>x`, `-->`, `]]>`, "\u202eabc\u2066", "а\x00б",
	`javascript:alert(1)`, `&lt;b&gt;`, "</title><b>", "раз\n\n\nдва", "\xff\xfe", `{"@type":"x"}`,
}

// elements are all that a page may have.
var elements = []string{
	"html", "head", "meta", "title", "script", "body", "article", "p", "strong", "h1", "h2", "ul", "li", "time",
	"figure", "figcaption", "blockquote", "cite", "address", "a", "br",
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
				if strings.HasPrefix(a.Key, "on") || a.Key == "href" && strings.HasPrefix(a.Val, "javascript") {
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
			words := check(t, Page(hostile(attack), office))
			want := strings.Join(strings.Fields(text.Clean(strings.ToValidUTF8(attack, "\ufffd"))), " ")
			if got := strings.Join(strings.Fields(words), " "); strings.Count(got, want) < 8 || strings.Contains(got, "тайна") {
				t.Errorf("%q does not come back from %q", want, got)
			}
		})
	}
}

// TestTidyFindsNothing asks HTML Tidy.
func TestTidyFindsNothing(t *testing.T) {
	pages := map[string][]byte{"least": Page(release.Release{Language: "ru", Lead: "Да."}, release.Organisation{}), "real": Page(exporttest.Release(1, 5000), office)}
	for _, attack := range attacks {
		pages[attack] = Page(hostile(attack), office)
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
	letter, whole := string(Letter(hostile(attacks[0]), office)), string(Page(hostile(attacks[0]), office))
	if strings.Contains(letter, "<script") || !strings.Contains(whole, "<script") || !strings.Contains(letter, "<article>") {
		t.Errorf("got\n%s", letter)
	}
}

func TestLinkedData(t *testing.T) {
	r := exporttest.Release(1, 600)
	var got map[string]any
	if err := json.Unmarshal(linkedData(r, office), &got); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]any{
		"@type": "NewsArticle", "headline": r.Headline, "datePublished": "2024-09-11", "inLanguage": "ru", "identifier": r.Number,
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
}

func TestContactLinks(t *testing.T) {
	got := FragmentWithFooter(exporttest.Release(1, 100))
	for _, want := range []string{`<a href="tel:+70000000001">`, `<a href="mailto:press@council.example">`, `<a href="https://council.example">`} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if strings.Contains(Fragment(exporttest.Release(1, 100)), "<address>") {
		t.Error("a footer nobody asked for")
	}
}

func FuzzPage(f *testing.F) {
	for _, attack := range attacks {
		f.Add(attack)
	}
	f.Fuzz(func(t *testing.T, content string) {
		check(t, Page(hostile(content), release.Organisation{Name: content, Site: content, Address: content}))
	})
}

func BenchmarkPage(b *testing.B) {
	r := exporttest.Release(1, exporttest.OnePage)
	for b.Loop() {
		Page(r, office)
	}
}
