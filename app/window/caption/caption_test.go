package caption_test

import (
	"testing"

	"communique/app/library"
	"communique/app/window/caption"
	"communique/assets/translations"
	"communique/editor/release"
)

func TestCaptions(t *testing.T) {
	words, err := translations.New("ru")
	if err != nil {
		t.Fatal(err)
	}
	day := release.Date{Year: 2024, Month: 9, Day: 11}
	for name, c := range map[string]struct {
		entry          library.Entry
		title, details string
	}{
		"all of it":        {library.Entry{ID: 1, Headline: "Встреча", Lead: "Лид.", Date: day, Place: "Бишкек", Status: release.Draft}, "Встреча", "11.09.2024 · Бишкек · Черновик"},
		"no headline":      {library.Entry{ID: 1, Lead: "Лид.", Date: day, Status: release.Issued}, "Лид.", "11.09.2024 · Выпущен"},
		"nothing is known": {library.Entry{}, "Без заголовка", ""},
	} {
		if got := caption.Title(words, c.entry); got != c.title {
			t.Errorf("%s: the title is %q", name, got)
		}
		if got := caption.Details(words, c.entry); got != c.details {
			t.Errorf("%s: the details are %q", name, got)
		}
	}
	r := release.New("ru")
	if r.Date = day; caption.Name(r) != "2024-09-11" {
		t.Errorf("without a headline it is called %q", caption.Name(r))
	}
	if r.Headline = "Встреча"; caption.Name(r) != "Встреча" {
		t.Errorf("it is called %q", caption.Name(r))
	}
}
