package editor

import (
	"path/filepath"
	"testing"

	"communique/assets/translations"
	"communique/editor/controls/controlstest"
	"communique/editor/proof"
	"communique/editor/release"
)

// written is a release in which every field has something, and something is wrong.
func written() release.Release {
	r := release.New("ru")
	r.Headline, r.Subheadline, r.Place, r.Number = "Встреча в Пробном", "О мосте", "Пробный", "17"
	r.Date = release.Date{Year: 2024, Month: 9, Day: 11}
	r.Kind, r.Status, r.Tags = release.Kinds()[1], release.InReview, []string{"мост", "река"}
	r.Lead, r.Blocks = "Лид.", []release.Block{{Kind: release.Paragraph, Text: "Он сказал {что}"}, {Kind: release.Quotation, Text: "Да", Speaker: "Иван Пробный"}}
	r.Boilerplate, r.Notes = "О совете.", "Для редакции."
	r.Contacts = []release.Contact{{Name: "Пётр Образцов", Post: "Пресс-секретарь"}, {Post: "Дежурный"}, {Organisation: "Совет"}, {Email: "x@council.example"}, {Phones: []release.PhoneNumber{{Number: "+7-000", Kind: release.Phone}}}}
	return r
}

// TestWhatThePaneSays shows a release in every state to a person who reads it.
func TestWhatThePaneSays(t *testing.T) {
	for name, c := range map[string]struct {
		release release.Release
		do      func(s *stage)
	}{
		"empty":   {release.New("ru"), func(*stage) {}},
		"written": {written(), func(s *stage) { s.pane.unfold(true); s.pane.ShowCounts(21, 1); s.pane.ShowSaved("saved", false) }},
		"read-only": {written(), func(s *stage) {
			s.pane.SetReadOnly(true)
			s.pane.FocusText()
			s.pane.ShowSaved("not saved", true)
		}},
		"found": {func() release.Release {
			r := written()
			r.Leftovers, r.Repairs = []string{"Пробный"}, []release.Repair{{Code: "date-glued", Text: "11.09.2024Бишкек"}}
			r.Unread = []release.Unread{{Field: release.EmbargoField, Text: "завтра"}}
			return r
		}(), func(s *stage) {
			r := s.session.Release()
			s.pane.ShowFindings(proof.Check(r, nil), r.Repairs)
		}},
		"found no more": {written(), func(s *stage) {
			s.pane.ShowFindings(proof.Check(s.session.Release(), nil), []release.Repair{{}})
			s.pane.ShowFindings(nil, nil)
			s.pane.ShowSaved("not saved", true)
			s.pane.ShowSaved("saved", false)
		}},
		"another language": {func() release.Release { r := release.New("ru"); r.Language = "ky"; return r }(), func(s *stage) { s.pane.unfold(true) }},
		"all contacts": {release.New("ru"), func(s *stage) {
			for range 2 {
				a := s.pane.contacts.adder
				a.SetSelected(a.Options[0])
			}
			s.session.Set(release.DateField, "вчера")
		}},
	} {
		for _, language := range translations.Languages() {
			t.Run(name+"/"+language, func(t *testing.T) {
				s := newStageIn(t, language, c.release)
				c.do(s)
				controlstest.Golden(t, filepath.Join(language, name), func() string { return controlstest.Screen(s.window.Canvas()) }, nil)
			})
		}
	}
}
