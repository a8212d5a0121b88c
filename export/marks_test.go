package export_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export"
	"communique/export/exporttest"
)

// TestMarksInEveryForm: the word of a draft stands in each form of one, on every page and in
// every text of a letter, and in none of what was issued; a quotation has its language's marks
// once, whether they were typed or not. Readers of ninjs are told of a draft in its own words.
func TestMarksInEveryForm(t *testing.T) {
	for language, quoted := range map[string]string{
		"ru": "«Мы успеем»", "kk": "«Мы успеем»", "uz": "“Мы успеем”", "en": "“Мы успеем”", "ro": "„Мы успеем”", "uk": "«Мы успеем»",
	} {
		words := translations.Printed(language)
		for _, typed := range []string{"Мы успеем", quoted} {
			for _, status := range []release.Status{release.Draft, release.Issued} {
				r := exporttest.Release(4, 4000)
				r.Language, r.Status = language, status
				r.Blocks = append([]release.Block{{ID: 90, Kind: release.Quotation, Text: typed, Speaker: "Иван Пробный"}}, r.Blocks...)
				mark := words.Text("printed-draft")
				for form, all := range readable(t, r) {
					if got := strings.Count(strings.ReplaceAll(all, `\"`, ""), "Мы успеем"); got == 0 || strings.Count(all, quoted) != got {
						t.Errorf("%s, %s: %d times %q, %d of them %q", language, form, got, "Мы успеем", strings.Count(all, quoted), quoted)
					}
					if form == export.PDF { // marks at the edges are no part of the tags
						continue
					}
					want := map[export.Form]int{export.DOCX: 2, export.Text: 1, export.HTML: 1, export.Markdown: 1, export.Mail: 3}[form]
					if status == release.Issued {
						want = 0
					}
					if got := strings.Count(all, mark); got != want {
						t.Errorf("%s, %s, %s: %q stands there %d times, want %d", language, status, form, mark, got, want)
					}
					if form == export.NINJS && strings.Contains(all, "withheld") != (status == release.Draft) {
						t.Errorf("%s: ninjs of what is %s says otherwise", language, status)
					}
				}
				pages := strings.Split(strings.TrimRight(printedText(t, r), "\f"), "\f")
				for i, page := range pages {
					if len(pages) < 2 || strings.Contains(page, mark) != (status == release.Draft) {
						t.Errorf("%s, %s: page %d of %d is marked: %v", language, status, i+1, len(pages), strings.Contains(page, mark))
					}
				}
			}
		}
	}
}

// printedText is the text of a PDF, each page ended by a form feed.
func printedText(t *testing.T, r release.Release) string {
	t.Helper()
	got, err := export.NewPress(office(t)).Print(export.PDF, r)
	if err != nil {
		t.Fatal(err)
	}
	return tool(t, got.Data, "pdftotext", "FILE", "-")
}

// TestLinkedDataForSearchEngines holds what schema.org and search engines ask of an article
// against releases of many kinds.
func TestLinkedDataForSearchEngines(t *testing.T) {
	o := office(t)
	o.Organisation.Logo = exporttest.Photograph(40, 20, 1)
	saved := time.Date(2026, 11, 24, 10, 0, 0, 0, time.FixedZone("", 6*3600))
	o.Saved = func(release.Release) time.Time { return saved }
	embargo, err := release.NewEmbargo(release.Date{Year: 2027, Month: 3, Day: 1}, 9, 0, "Asia/Bishkek")
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*release.Release){
		"as it is": func(*release.Release) {}, "under embargo": func(r *release.Release) { r.Embargo = embargo },
		"no place": func(r *release.Release) { r.Place = "" }, "a place nobody knows": func(r *release.Release) { r.Place = "Нигдеград" },
		"a long headline": func(r *release.Release) { r.Headline = strings.Repeat("Встреча ", 40) },
		"one long word":   func(r *release.Release) { r.Headline = strings.Repeat("щ", 300) },
		"emoji":           func(r *release.Release) { r.Headline = strings.Repeat("🎉", 111) },
		"markup":          func(r *release.Release) { r.Headline, r.Lead = "</script><b>", "<!-- \u2028 ]]>" },
	} {
		r := full(t)
		r.Status, r.Embargo, r.Date, r.Place = release.Issued, release.Embargo{}, release.Date{Year: 2026, Month: 11, Day: 24}, "Бишкек"
		r.Blocks = append(r.Blocks, release.Block{ID: 94, Kind: release.Quotation, Text: "Мы успеем", Speaker: "Вера Образцова"})
		change(&r)
		got, err := export.NewPress(o).Print(export.HTML, r)
		if err != nil {
			t.Fatal(name, err)
		}
		_, data, _ := bytes.Cut(got.Data, []byte(`<script type="application/ld+json">`))
		data, _, _ = bytes.Cut(data, []byte(`</script>`))
		var article struct {
			Context   string `json:"@context"`
			Type      string `json:"@type"`
			Headline  string
			Published string `json:"datePublished"`
			Modified  string `json:"dateModified"`
			Body      string `json:"articleBody"`
			Image     []struct{ URL string }
			Author    struct{ Name, URL string }
			Publisher struct {
				Name string
				Logo struct{ URL string }
			}
		}
		if err := json.Unmarshal(data, &article); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if article.Context != "https://schema.org" || article.Type != "NewsArticle" || article.Author.Name == "" || article.Publisher.Name == "" || article.Publisher.Logo.URL == "" || len(article.Image) == 0 {
			t.Errorf("%s: %s", name, data)
		}
		if n := len([]rune(article.Headline)); n == 0 || n > 110 {
			t.Errorf("%s: a headline of %d characters", name, n)
		}
		for _, date := range []string{article.Published, article.Modified} {
			if _, err := time.Parse(time.RFC3339, date); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if !strings.Contains(article.Body, "«Мы успеем»\n— Вера Образцова") {
			t.Errorf("%s: the speaker is not within\n%s", name, article.Body)
		}
	}
}
