package intake

import (
	"strings"
	"testing"
)

// TestPages: the title of a page tells which line is the headline, and what a website has around a text and
// within it goes to the notes.
func TestPages(t *testing.T) {
	const lead, rest = "11 сентября 2024 года в Бишкеке состоялось заседание Совета.", "Стороны обсудили план дорог и план мостов, и всё остальное, что было внесено."
	const article = "<p>" + lead + "</p><p>" + rest + "</p>"
	for name, tt := range map[string]struct{ page, notes string }{
		"the site's name above": {"<title>Совет принял план дорог | Совет содружества независимых стран</title><body><h1>Совет содружества независимых стран</h1><h2>Совет принял план дорог</h2>" + article, "Совет содружества независимых стран"},
		"no heading":            {"<title>Совет принял план дорог — Сайт</title><body><div>Сайт</div><div>Совет принял план дорог</div>" + article, "Сайт"},
		"the site's name first": {"<title>Сайт Совета: : Совет принял план дорог</title><body><div>Сайт Совета</div><div>Совет принял план дорог</div>" + article, "Сайт Совета"},
		"a title for programs":  {`<script type="application/ld+json">[{"@type":"WebSite"},{"@type":["Thing","NewsArticle"],"headline":"Совет принял план дорог"}]</script><body><div>Сайт</div><div>Совет принял план дорог</div>` + article, "Сайт"},
		"a list between":        {"<body><h1>Совет принял план дорог</h1><p>" + lead + "</p><p>Смотрите также</p><ul><li><a href='https://a.example/1'>Первая новость дня</a></ul><p>" + rest + "</p>", "Смотрите также\n[Первая новость дня](https://a.example/1)"},
		"a list at the end":     {"<body><h1>Совет принял план дорог</h1>" + article + "<h3>Материалы по теме</h3><ul><li><a href='https://a.example/1'>Первая новость дня</a></ul>", "Материалы по теме\n[Первая новость дня](https://a.example/1)"},
		"a lost picture":        {"<body><h1>Совет принял план дорог</h1>" + article + "<figure><img src=a.webp></figure>", ""},
	} {
		found, err := Read(Source{Data: []byte("<html>" + tt.page + "</html>")})
		if err != nil || len(found.Releases) != 1 {
			t.Errorf("%s: %v", name, err)
			continue
		}
		r := found.Releases[0]
		if r.Headline != "Совет принял план дорог" || r.Lead != lead || r.Notes != tt.notes || len(r.Blocks) != 1 || r.Blocks[0].Text != rest {
			t.Errorf("%s: headline %q, lead %q, notes %q, %+v", name, r.Headline, r.Lead, r.Notes, r.Blocks)
		}
	}
}

// A caption whose picture could not be taken is no lead, and stays in the text.
func TestACaptionIsNoLead(t *testing.T) {
	found, err := Read(Source{Data: []byte("<html><body><h1>Совет принял план дорог</h1><figure><img src='a.webp'><figcaption>Зал заседаний. Фото: Пётр Образцов</figcaption></figure><p>Стороны обсудили план дорог.</p><p>И план мостов.</p></body></html>")})
	if err != nil {
		t.Fatal(err)
	}
	if r := found.Releases[0]; r.Lead != "Стороны обсудили план дорог." || !strings.HasPrefix(bodyOf(r), "paragraph: Зал заседаний. Фото: Пётр Образцов") {
		t.Errorf("lead %q, %q", r.Lead, bodyOf(r))
	}
}

// A title that says nothing is none, and one for a line that is long gone is only told.
func TestTitlesThatSayNothing(t *testing.T) {
	const article = "<p>11 сентября 2024 года в Бишкеке состоялось заседание Совета.</p><p>Стороны обсудили план дорог.</p>"
	for title, want := range map[string]string{
		"": "", "Документ1": "", "Microsoft Word - план.doc": "", "Совет | Новости": "", "Совет принял план": "Совет принял план", "Новости | Совет принял план | Сайт": "Совет принял план",
	} {
		found, err := Read(Source{Data: []byte("<html><head><title>" + title + "</title></head><body>" + article + "</body></html>")})
		if err != nil || found.Releases[0].Headline != want {
			t.Errorf("%q: headline %q, %v", title, found.Releases[0].Headline, err)
		}
	}
}
