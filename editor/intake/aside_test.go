package intake

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
	"communique/editor/intake/refusal"
	"communique/editor/release"
)

// TestWhatStandsBesideTheText finds its place: contacts in a box or at the foot of a page are
// the release's where it has none of its own, what a box says goes on in the text, heads and
// feet go to the notes, footnotes behind everything.
func TestWhatStandsBesideTheText(t *testing.T) {
	in := func(part layout.Part, texts ...string) []layout.Paragraph {
		var all []layout.Paragraph
		for _, text := range texts {
			all = append(all, layout.Paragraph{Kind: layout.Text, Part: part, Text: text})
		}
		return all
	}
	const wanted = "headline: Совет принял план\nplace: Бишкек\ndate: 2024-09-11\nlead: 11 сентября 2024 года в Бишкеке состоялось заседание Совета.\nparagraph: Стороны обсудили план дорог и план мостов, и всё остальное."
	const asked = "\ncontact: Пресс-секретарь;;Анна Примерова;+7-000-000-00-01/phone ;press@council.example;"
	contact := []string{"Пресс-секретарь Анна Примерова", "+7-000-000-00-01", "press@council.example"}
	picture := layout.Paragraph{Kind: layout.Picture, Part: layout.Box, File: []byte(layouttest.PNG)}
	for name, c := range map[string]struct {
		beside []layout.Paragraph
		title  string
		want   string
	}{
		"nothing":                     {nil, "Письмо", wanted},
		"what counts pages":           {in(layout.Foot, "стр. из", "стр. 1 из 12", "Page 2 of 3", "– 4 –", "5", "Лист 6/7"), "", wanted},
		"contacts in a box":           {in(layout.Box, contact...), "", wanted + asked},
		"contacts at the foot":        {in(layout.Foot, contact...), "", wanted + asked},
		"contacts at the head":        {in(layout.Head, contact...), "", wanted + asked},
		"contacts, and words":         {in(layout.Foot, append([]string{"Страница Совета и его друзей вот здесь."}, contact...)...), "", wanted + "\nnotes: Страница Совета и его друзей вот здесь." + asked},
		"contacts in two places":      {append(in(layout.Box, contact...), in(layout.Foot, "Пётр Образцов", "+7-000-000-00-02")...), "", wanted + "\nnotes: Пётр Образцов⏎+7-000-000-00-02" + asked},
		"words in a box":              {in(layout.Box, "Три вопроса Совету"), "", wanted + "\nparagraph: Три вопроса Совету"},
		"words at the head and foot":  {append(in(layout.Head, "Совет содружества"), in(layout.Foot, "Бланк № 1")...), "", wanted + "\nnotes: Бланк № 1⏎Совет содружества"},
		"the headline over each page": {in(layout.Head, "Совет принял план", ""), "", wanted},
		"a note":                      {append(in(layout.Note, "1. Без мостов."), in(layout.Box, "Коротко")...), "", wanted + "\nparagraph: Коротко\nparagraph: 1. Без мостов."},
		"a letter around it":          {in(layout.Letter, "Коллеги, посылаем выпуск."), "", wanted + "\nnotes: Коллеги, посылаем выпуск."},
		"a picture in a box":          {append([]layout.Paragraph{picture}, in(layout.Box, contact...)...), "", wanted + "\npicture: c06303  (; )" + asked},
	} {
		t.Run(name, func(t *testing.T) {
			body := in(layout.Body, "Совет принял план", "11 сентября 2024 года в Бишкеке состоялось заседание Совета.", "Стороны обсудили план дорог и план мостов, и всё остальное.")
			found := understand(layout.Document{Title: c.title, Paragraphs: append(c.beside, body...)})
			if len(found.Releases) != 1 {
				t.Fatalf("%d releases", len(found.Releases))
			}
			if got := written(found.Releases[0]); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestTheTitleIsAHeadlineWhereThereIsNone: a letter's subject, without what answering puts
// before it.
func TestTheTitleIsAHeadlineWhereThereIsNone(t *testing.T) {
	for title, want := range map[string]string{"Совет принял план": "Совет принял план", "Fwd: RE: Отв: План": "План", "": ""} {
		found := understand(layout.Document{Title: title, Paragraphs: []layout.Paragraph{{Kind: layout.Picture, File: []byte(layouttest.PNG)}}})
		if len(found.Releases) != 1 || found.Releases[0].Headline != want || len(found.Releases[0].Blocks) != 1 {
			t.Errorf("%q: %+v", title, found.Releases)
		}
	}
	if found := understand(layout.Document{Title: "План"}); len(found.Releases) != 0 {
		t.Errorf("of nothing: %+v", found.Releases)
	}
	found := understand(layout.Document{Title: "План", Paragraphs: []layout.Paragraph{{Kind: layout.Text, Part: layout.Foot, Text: "Бланк № 1"}}})
	if len(found.Releases) != 1 || found.Releases[0].Headline != "План" || found.Releases[0].Notes != "Бланк № 1" {
		t.Errorf("of a foot alone: %+v", found.Releases)
	}
}

// TestCaptions stand with their pictures, above or below, and are text beside none.
func TestCaptions(t *testing.T) {
	picture := layout.Paragraph{Kind: layout.Picture, File: []byte("x")}
	caption := func(text string) layout.Paragraph { return layout.Paragraph{Kind: layout.Caption, Text: text} }
	text := func(words string) layout.Paragraph { return layout.Paragraph{Kind: layout.Text, Text: words} }
	said := layout.Paragraph{Kind: layout.Quotation, Text: "Да"}
	by := func(kind layout.Kind, text string) layout.Paragraph { return layout.Paragraph{Kind: kind, Text: text} }
	italic := func(text string) layout.Paragraph {
		return layout.Paragraph{Kind: layout.Text, Text: text, Marks: []release.Mark{{End: len([]rune(text)), Style: release.Italic}}}
	}
	for name, c := range map[string]struct {
		all  []layout.Paragraph
		want string
	}{
		"below":                      {[]layout.Paragraph{picture, caption("Зал")}, `(1 bytes, "") Зал`},
		"above":                      {[]layout.Paragraph{caption("Зал"), picture, text("Да.")}, `(1 bytes, "") Зал|Да.`},
		"above the last":             {[]layout.Paragraph{text("Да."), caption("Зал"), picture}, `Да.|(1 bytes, "") Зал`},
		"above and below":            {[]layout.Paragraph{caption("Зал"), picture, caption("Двор")}, `Зал|(1 bytes, "") Двор`},
		"of two":                     {[]layout.Paragraph{picture, caption("Зал"), picture, caption("Двор")}, `(1 bytes, "") Зал|(1 bytes, "") Двор`},
		"two of one":                 {[]layout.Paragraph{picture, caption("Зал"), caption("Двор")}, `(1 bytes, "") Зал|Двор`},
		"of none":                    {[]layout.Paragraph{text("Да."), caption("Зал")}, "Да.|Зал"},
		"who took it":                {[]layout.Paragraph{picture, text("Зал. Фото: Анна Примерова")}, `(1 bytes, "") Зал (Анна Примерова)`},
		"who took it, and sentences": {[]layout.Paragraph{picture, text("Зал. Двор. Photo: Ann Example")}, `(1 bytes, "") Зал. Двор. (Ann Example)`},
		"in italics":                 {[]layout.Paragraph{picture, italic("Зал")}, `(1 bytes, "") Зал`},
		"in long italics":            {[]layout.Paragraph{picture, italic(strings.Repeat("щ", 200))}, `(1 bytes, "") |/` + strings.Repeat("щ", 200) + "/"},
		"just not long":              {[]layout.Paragraph{picture, italic(strings.Repeat("щ", 199))}, `(1 bytes, "") ` + strings.Repeat("щ", 199)},
		"a speaker":                  {[]layout.Paragraph{said, by(layout.Speaker, "— Анна\nПримерова")}, "> Да (Анна Примерова)"},
		"a speaker as a quotation":   {[]layout.Paragraph{said, by(layout.Quotation, "— Анна")}, "> Да (Анна)"},
		"a quotation behind another": {[]layout.Paragraph{said, by(layout.Quotation, "Анна")}, "> Да|> Анна"},
		"a second speaker":           {[]layout.Paragraph{said, by(layout.Speaker, "Анна"), by(layout.Speaker, "Иван")}, "> Да (Анна)|Иван"},
		"a speaker of nothing":       {[]layout.Paragraph{text("Да."), by(layout.Speaker, "Анна")}, "Да.|Анна"},
	} {
		if got := layouttest.Write(layout.Document{Paragraphs: fold(c.all)}); got != c.want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// TestReadAll reads to the end, up to the largest document.
func TestReadAll(t *testing.T) {
	most := bytes.Repeat([]byte("x"), MaxDocument)
	if data, err := ReadAll(bytes.NewReader(most)); err != nil || len(data) != refusal.MaxDocument {
		t.Errorf("the largest: %d bytes, %v", len(data), err)
	}
	var large *Error
	if _, err := ReadAll(bytes.NewReader(append(most, 'x'))); !errors.As(err, &large) || large.Reason != "too-large" || large.Offset != refusal.MaxDocument {
		t.Errorf("a larger one: %v", err)
	}
	if _, _, err := Decode(append(most, 'x')); !errors.As(err, &large) || large.Reason != "too-large" || large.Offset != refusal.MaxDocument {
		t.Errorf("a larger one, decoded: %v", err)
	}
	path := filepath.Join(t.TempDir(), "выпуск.txt")
	if _, err := ReadFile(path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
	if err := os.WriteFile(path, []byte("План"), 0o600); err != nil {
		t.Fatal(err)
	}
	if data, err := ReadFile(path); err != nil || string(data) != "План" {
		t.Errorf("got %q, %v", data, err)
	}
	for _, ending := range Endings() {
		if ending != strings.ToLower(ending) || ending[0] != '.' {
			t.Errorf("an ending %q", ending)
		}
	}
}

// TestContactsAboveAHeadline are taken where all of a line is understood: it says that it is
// one, who, and how to reach them.
func TestContactsAboveAHeadline(t *testing.T) {
	for line, taken := range map[string]bool{
		"Contact: Ann Example, 202/555-0123": true, "Contact: Ann Example": false, "Ann Example, 202/555-0123": false, "Contact: whoever you like, 202/555-0123": false,
	} {
		found, err := Read(Source{Data: []byte("FOR IMMEDIATE RELEASE\n" + line + "\n\nCouncil Adopts a Plan\n\nThe Council adopted a plan today.\n\nIt is good.\n")})
		if err != nil || len(found.Releases) != 1 || (len(found.Releases[0].Contacts) == 1) != taken {
			t.Errorf("%s: %+v, %v", line, found.Releases, err)
		}
	}
	for _, empty := range []string{"<html><body></body></html>", "<html><script>1</script></html>"} {
		var none *Error
		if _, err := Read(Source{Data: []byte(empty)}); !errors.As(err, &none) || none.Reason != "empty" {
			t.Errorf("%s: %v", empty, err)
		}
	}
}
