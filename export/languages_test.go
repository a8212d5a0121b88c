package export_test

import (
	"strings"
	"testing"
	"time"

	"communique/assets/languages"
	"communique/assets/translations"
	"communique/assets/zones"
	"communique/editor/moment"
	"communique/editor/release"
	"communique/export"
	"communique/export/text"
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
		embargo := words.Text("printed-embargo-until", map[string]any{"Time": r.EmbargoInWords(), "Zone": "UTC+0"})
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

// TestEmbargoIsReadBack: the line of an embargo is in the release's language, day and city
// included, and says the embargo.
func TestEmbargoIsReadBack(t *testing.T) {
	for _, language := range append(languages.All(), "en-US", "de-AT") {
		for _, zone := range []string{"Asia/Bishkek", "Europe/London", "Asia/Kolkata", "America/New_York", ""} {
			r := release.New(language)
			if language == "en-US" {
				r.English = release.EnglishAP
			}
			for _, day := range []release.Date{{Year: 2027, Month: 3, Day: 1}, {Year: 2028, Month: 9, Day: 30}} {
				r.Embargo.At, r.Date = day.Time().Add(9*time.Hour), day
				if zone != "" {
					var err error
					if r.Embargo, err = release.NewEmbargo(day, 9, 0, zone); err != nil {
						t.Fatal(err)
					}
				}
				line := text.Embargo(r, translations.Printed(language))
				if !strings.Contains(line, r.DateInWords()) || !strings.Contains(line, zones.City(zone, language)) {
					t.Errorf("%s: %q", language, line)
				}
				got, err := moment.Embargo(line)
				if named := zones.City(zone, language) != ""; err != nil || !got.At.Equal(r.Embargo.At) || named && got.Zone != zone {
					t.Errorf("%s: %q is read as %v, %v", language, line, got, err)
				}
			}
		}
	}
}
