package archive

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/editor/intake/repair"

	"communique/assets/translations"
	"communique/editor/intake"
	"communique/editor/intake/layout/layouttest"
	"communique/editor/release"
	"communique/export/docx"
	"communique/export/exporttest"
	"communique/export/html"
	"communique/export/mail"
	"communique/export/markdown"
	"communique/export/page"
	"communique/export/pdf"
	"communique/export/picture"
	"communique/export/style"
)

// allKinds is a release with each kind of block and each mark, and the photograph that
// it shows.
func allKinds(t *testing.T) (release.Release, picture.Set) {
	t.Helper()
	photo, err := picture.Prepare(exporttest.Photograph(40, 30, 1), picture.Screen)
	if err != nil {
		t.Fatal(err)
	}
	hash := fmt.Sprintf("%x", sha256.Sum256(photo.Data))
	r := release.New("ru")
	r.Headline, r.Subheadline = "Совет принял план дорог", "Строить начнут весной"
	r.Place, r.Date = "Бишкек", release.Date{Year: 2024, Month: 9, Day: 11}
	r.Kind = release.News
	r.Lead, r.LeadMarks = "В Бишкеке состоялось заседание Совета.", []release.Mark{{Start: 21, End: 30, Style: release.Italic}}
	r.Blocks = []release.Block{
		{Kind: release.Paragraph, Text: "Раз два три.\nЧетыре.", Marks: []release.Mark{{Start: 0, End: 3, Style: release.Bold}, {Start: 4, End: 7, Style: release.Italic}, {Start: 8, End: 11, Style: release.Link, Address: "https://council.example/plan"}}},
		{Kind: release.Subheading, Text: "О дорогах"},
		{Kind: release.Quotation, Text: "Мы рады плану", Speaker: "Анна Примерова, посол", Marks: []release.Mark{{Start: 8, End: 13, Style: release.Bold}}},
		{Kind: release.List, Text: "план дорог\nплан мостов", Marks: []release.Mark{{Start: 16, End: 22, Style: release.Bold}}},
		{Kind: release.List, Text: "пятый\nшестой", First: 5},
		{Kind: release.Paragraph, Text: "Кроме того, Совет решил многое другое."},
		{Kind: release.List, Text: "план рек\n\tплан вод\n\t\tплан дна\n\t\t\tплан рыб\nплан гор", Marks: []release.Mark{{Start: 15, End: 18, Style: release.Bold}}},
		{Kind: release.List, Text: "третий\n\tчетвёртый\n\tпятый\n\t\tшестой\nседьмой", First: 3},
		{Kind: release.List, Text: "первый\n\tвторой\n\t\tтретий\nчетвёртый", First: 1, Mixed: true},
		{Kind: release.List, Text: "первый\n\tвторой\n\tтретий\nчетвёртый", Mixed: true},
		{Kind: release.Table, Text: "Год\tДороги\n2024\tпять больших\n2025\t", Marks: []release.Mark{{Start: 21, End: 28, Style: release.Bold}}},
		{Kind: release.Rule},
		{Kind: release.Picture, Text: "Зал заседаний", Picture: hash, Author: "Пётр Образцов", Alternative: "Люди за столом"},
		{Kind: release.Paragraph, Text: "Пишите на press@council.example или на https://council.example."},
	}
	r.Blocks = release.Numbered(r.Blocks)
	r.Contacts = []release.Contact{
		{
			Name: "Пётр Образцов", Post: "Пресс-секретарь", Organisation: "Совета содружества", Email: "press@council.example", Site: "council.example",
			Phones: []release.PhoneNumber{{Number: "+7-000-000-00-01", Kind: release.Phone}, {Number: "+7-000-000-00-02", Kind: release.Fax}},
		},
		{Name: "Анна Примерова", Post: "Помощник", Phones: []release.PhoneNumber{{Number: "+7-000-000-00-03", Kind: release.Mobile}}},
	}
	return r, picture.Set{hash: photo}
}

// seen writes what of a release comes back.
func seen(r release.Release) string {
	all := []string{"headline " + r.Headline, "subheadline " + r.Subheadline, "dateline " + r.Place + " " + r.Date.String(), "lead " + layouttest.Marked(r.Lead, r.LeadMarks)}
	for _, b := range r.Blocks {
		all = append(all, fmt.Sprintf("%s %d %t %s|%s|%s|%s|%.6s", b.Kind, b.First, b.Mixed, layouttest.Marked(b.Text, b.Marks), b.Speaker, b.Author, b.Alternative, b.Picture))
	}
	for _, c := range r.Contacts {
		all = append(all, fmt.Sprintf("contact %+v", c))
	}
	all = append(all, fmt.Sprintf("lost %v", slices.DeleteFunc(slices.Clone(r.Repairs), func(r release.Repair) bool { return !repair.IsLoss(r) })))
	return strings.Join(all, "\n")
}

// TestOurFormsComeBack reads our own forms. What differs: an empty cell at a row's end says
// nothing; Markdown has none for a caption either, which is told by its author.
func TestOurFormsComeBack(t *testing.T) {
	r, pictures := allKinds(t)
	org := release.Organisation{Name: "Совет содружества"}
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	letter := func(r release.Release) ([]byte, error) {
		var inline []mail.Inline
		page := html.Letter(r, org, pictures, translations.Wording{}, func(hash string, p picture.Picture) string {
			inline = append(inline, mail.Inline{ID: hash[:8], Attachment: mail.Attachment{Name: "a.jpg", Type: p.Type, Data: p.Data}})
			return mail.Address(hash[:8])
		})
		return mail.Render(r, org, mail.Options{HTML: page, Inline: inline})
	}
	for name, form := range map[string]struct {
		render func(release.Release) ([]byte, error)
		change func(*release.Release)
	}{
		"DOCX": {func(r release.Release) ([]byte, error) { return docx.Render(r, org, pictures, plain) }, func(*release.Release) {}},
		"HTML": {func(r release.Release) ([]byte, error) {
			return html.Page(r, org, pictures, translations.Wording{}, time.Time{}), nil
		}, func(*release.Release) {}},
		"Markdown": {func(r release.Release) ([]byte, error) {
			return markdown.Render(r, pictures, translations.Wording{}), nil
		}, func(*release.Release) {}},
		"PDF": {func(r release.Release) ([]byte, error) {
			d, err := page.NewCompositor(plain).Layout(org, pictures, r)
			if err != nil {
				return nil, err
			}
			return pdf.Render(d)
		}, func(r *release.Release) { // a rule is drawn, and says no words
			r.Blocks = slices.DeleteFunc(r.Blocks, func(b release.Block) bool { return b.Kind == release.Rule })
		}},
		"a letter": {letter, func(*release.Release) {}},
	} {
		t.Run(name, func(t *testing.T) {
			r := r.Clone()
			form.change(&r)
			data, err := form.render(r)
			if err != nil {
				t.Fatal(err)
			}
			found, err := intake.Read(intake.Source{Data: data})
			if err != nil || len(found.Releases) != 1 {
				t.Fatal(err, len(found.Releases))
			}
			want := r.Clone()
			for i := range want.Blocks {
				if want.Blocks[i].Kind == release.Table {
					want.Blocks[i].Text = strings.TrimRight(want.Blocks[i].Text, "\t")
				}
			}
			if got := seen(found.Releases[0]); got != seen(want) {
				t.Errorf("got\n%s\nwant\n%s", got, seen(want))
			}
			for _, hash := range r.Pictures() {
				if string(found.Pictures[hash]) != string(pictures[hash].Data) {
					t.Error("the picture did not come")
				}
			}
		})
	}
}

// TestSeveralReleasesComeBack reads a PDF that has a release in two languages.
func TestSeveralReleasesComeBack(t *testing.T) {
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	russian, _ := allKinds(t)
	russian.Blocks = russian.Blocks[:1]
	english := release.New("en")
	english.Headline, english.Lead = "Council adopts a plan of roads", "The Council adopted a plan of roads on Wednesday."
	english.Contacts = []release.Contact{{Name: "Anna Sample", Email: "press@council.example"}}
	d, err := page.NewCompositor(plain).Layout(release.Organisation{Name: "Совет содружества", Site: "council.example"}, nil, russian, english)
	if err != nil {
		t.Fatal(err)
	}
	data, err := pdf.Render(d)
	if err != nil {
		t.Fatal(err)
	}
	found, err := intake.Read(intake.Source{Data: data})
	if err != nil || len(found.Releases) != 2 {
		t.Fatal(err, len(found.Releases))
	}
	for i, want := range []release.Release{russian, english} {
		if got := found.Releases[i]; got.Language != want.Language || seen(got) != seen(want) {
			t.Errorf("in %s: got\n%s\nwant\n%s", got.Language, seen(got), seen(want))
		}
	}
}
