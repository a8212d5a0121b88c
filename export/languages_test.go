package export_test

import (
	"strings"
	"testing"
	"time"

	"communique/assets/languages"
	"communique/assets/translations"
	"communique/editor/release"
	"communique/export"
)

// TestFormsSpeakTheirLanguage: what a form bears beside the release's own words is in the
// release's language, in each form that bears it, and in no other.
func TestFormsSpeakTheirLanguage(t *testing.T) {
	english := translations.Printed("en")
	for _, language := range languages.All() {
		r := release.New(language)
		r.Date, r.Place = release.Date{Year: 2026, Month: 9, Day: 11}, "0000"
		r.Embargo.At = time.Date(2026, 9, 11, 12, 0, 0, 0, time.UTC)
		r.Contacts = []release.Contact{{Phones: []release.PhoneNumber{{Number: "1", Kind: release.Mobile}, {Number: "2", Kind: release.PhoneFax}}}}
		r.Blocks = []release.Block{{ID: 1, Kind: release.Picture, Picture: photograph, Author: "0"}}
		words := translations.Printed(language)
		embargo := words.Text("printed-embargo-until", map[string]any{"Time": "11.09.2026 12:00", "Zone": "UTC+0"})
		expected := []string{embargo, r.DateInWords(), words.Text("printed-mobile"), words.Text("printed-phone-fax"), words.Text("printed-photo")}
		for form, all := range readable(t, r) {
			if form == export.NINJS { // it has fields for these
				continue
			}
			all = strings.Join(strings.Fields(strings.ReplaceAll(all, "\u00a0", " ")), " ")
			want := expected
			switch form {
			case export.PDF: // the marks of a page are no part of its structure
				press := export.NewPress(office(t))
				printed, err := press.Print(export.PDF, r)
				if err != nil {
					t.Fatal(err)
				}
				all += " " + strings.Join(strings.Fields(tool(t, printed.Data, "pdftotext", "FILE", "-")), " ")
				want = append(want[:len(want):len(want)], words.Text("printed-draft"), words.Text("printed-page", map[string]any{"Page": 1, "Pages": 1}))
			case export.DOCX:
				want = append(want[:len(want):len(want)], words.Text("printed-draft"))
			}
			for _, word := range want {
				if form == export.PDF && (language == "ar" || language == "zh") { // no face has their letters
					continue
				}
				if word = strings.ReplaceAll(word, "\u00a0", " "); !strings.Contains(all, word) {
					t.Errorf("%s, %s: no %q in %.2000s", language, form, word, all)
				}
			}
			for _, name := range []string{"printed-draft", "printed-mobile", "printed-phone-fax"} {
				if word := english.Text(name); words.Text(name) != word && strings.Contains(all, " "+word) {
					t.Errorf("%s, %s: it has %q", language, form, word)
				}
			}
		}
	}
}
