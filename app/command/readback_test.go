package command

import (
	"strings"
	"testing"

	"communique/assets/translations"
	"communique/editor/intake"
	"communique/editor/release"
	"communique/export"
	"communique/export/style"
	"communique/export/text"
)

// TestFormsAreReadBack: what the forms put around a text (the marks of a quotation, the word
// of a draft) is taken off again when they are read.
func TestFormsAreReadBack(t *testing.T) {
	house, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	press := export.NewPress(export.Office{Organisation: release.Organisation{Name: "Совет содружества"}, Style: house})
	texts := map[string]release.Release{
		"ru": {Headline: "Стороны обсудили план работ", Lead: "11 сентября 2024 года в Пробном стороны обсудили план работ на год.", Blocks: []release.Block{
			{Text: "Мы за «Союз» рады.", Speaker: "Анна Примерова, министр"},
			{Text: "«Союз» – наш партнёр", Speaker: "Пётр Образцов"},
			{Text: "Дороги, мосты и т. д.", Speaker: "Пётр Образцов"},
			{Text: "Успеем ли мы?", Speaker: "Анна Примерова"},
		}},
		"en": {Headline: "The parties discussed a plan", Lead: "On 11 September 2024 the parties discussed a plan for the year in Example.", Blocks: []release.Block{
			{Text: "We are glad of the “Union’s” plan.", Speaker: "Ann Example, minister"}, {Text: "Will it last?", Speaker: "Peter Sample"},
		}},
		"kk": {Headline: "Тараптар жұмыс жоспарын талқылады", Lead: "Тараптар үлгідегі жұмыс жоспарын талқылады, бұл әңгіме ұзақ болды.", Blocks: []release.Block{
			{Text: "Біз «Одақ» үшін қуаныштымыз.", Speaker: "Әсел Үлгіқызы"},
		}},
	}
	for language, r := range texts {
		r.Language, r.Kind, r.Status = language, release.News, release.Draft
		for i := range r.Blocks {
			r.Blocks[i].Kind = release.Quotation
		}
		if language != "kk" { // its embargo is not read back
			if r.Embargo, err = release.NewEmbargo(release.Date{Year: 2024, Month: 9, Day: 11}, 12, 0, "Asia/Bishkek"); err != nil {
				t.Fatal(err)
			}
		}
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: r.Lead})
		for _, status := range []release.Status{release.Draft, release.Issued} {
			r.Status = status
			for _, form := range []export.Form{export.DOCX, export.HTML, export.Markdown, export.Text, export.Mail} {
				written, err := press.Print(form, r)
				if err != nil {
					t.Fatal(err)
				}
				found, err := intake.Read(intake.Source{Data: written.Data})
				if err != nil || len(found.Releases) != 1 {
					t.Fatalf("%s, %s: %d releases, %v", language, form, len(found.Releases), err)
				}
				got := found.Releases[0]
				if got.Embargo.String() != r.Embargo.String() {
					t.Errorf("%s, %s: embargo %v, notes %q", language, form, got.Embargo, got.Notes)
				}
				if got.Headline != r.Headline || got.Lead != r.Lead || form != export.Mail && strings.Contains(got.Notes, text.Draft(r, translations.Printed(language))) && status == release.Draft {
					t.Errorf("%s, %s, %s: %q, %q, notes %q", language, form, status, got.Headline, got.Lead, got.Notes)
				}
				for i, b := range r.Blocks {
					if i >= len(got.Blocks) || got.Blocks[i].Kind != b.Kind || got.Blocks[i].Text != b.Text || got.Blocks[i].Speaker != b.Speaker {
						t.Errorf("%s, %s: got %+v, want %+v\n%s", language, form, got.Blocks[min(i, len(got.Blocks)-1)], b, written.Data[:min(len(written.Data), 1500)])
						break
					}
				}
			}
		}
	}
}
