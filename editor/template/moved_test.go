package template

import (
	"testing"

	"communique/editor/release"
)

// TestFollowMoved: the date and the place that somebody has given a release are those of its
// fields then, and of the words that were made of them; what is not given, or is as it was filled
// in, changes nothing.
func TestFollowMoved(t *testing.T) {
	tmpl := parse(t)
	day := func(d int) release.Date { return release.Date{Year: 2024, Month: 9, Day: d} }
	for name, tt := range map[string]struct {
		date, place string // filled in
		edit        func(r *release.Release)
		moved       bool
		lead        string
	}{
		"as filled in":      {date: "11.09.2024", place: "Бишкек", edit: func(*release.Release) {}},
		"another date":      {date: "11.09.2024", place: "Бишкек", edit: func(r *release.Release) { r.Date = day(12) }, moved: true, lead: "12 сентября 2024 года в Бишкеке"},
		"another place":     {date: "11.09.2024", place: "Бишкек", edit: func(r *release.Release) { r.Place = "Астана" }, moved: true, lead: "11 сентября 2024 года в Астане"},
		"both":              {date: "11.09.2024", place: "Бишкек", edit: func(r *release.Release) { r.Date, r.Place = day(12), "Астана" }, moved: true, lead: "12 сентября 2024 года в Астане"},
		"no date":           {date: "11.09.2024", place: "Бишкек", edit: func(r *release.Release) { r.Date = release.Date{} }},
		"no place":          {date: "11.09.2024", place: "Бишкек", edit: func(r *release.Release) { r.Place = "" }},
		"no date filled in": {place: "Бишкек", edit: func(r *release.Release) { r.Date = day(12) }},
		"no place so":       {date: "11.09.2024", edit: func(r *release.Release) { r.Place = "Астана" }},
	} {
		t.Run(name, func(t *testing.T) {
			values := map[string]Value{"date": {Text: tt.date}, "place": {Text: tt.place}, "guest": {Text: "Иван Пробный"}}
			made, err := tmpl.Fill(Office{}, values)
			if err != nil {
				t.Fatal(err)
			}
			r := made.Release
			tt.edit(&r)
			got, moved := tmpl.FollowMoved(Office{}, r)
			if moved != tt.moved || tt.moved && !Moved(r) {
				t.Fatalf("moved %v, and Moved says %v", moved, Moved(r))
			}
			if !moved {
				return
			}
			if want := tt.lead + " состоялась встреча с Иваном Пробным {не поле}."; got.Lead != want || got.Date != r.Date || got.Place != r.Place {
				t.Errorf("got %s, %s, %q", got.Date, got.Place, got.Lead)
			}
			if _, again := tmpl.FollowMoved(Office{}, got); again || Moved(got) {
				t.Error("it does not come to rest")
			}
		})
	}
}

// TestMovedNeedsATemplate: no template is read for what came from none, or was written alone.
func TestMovedNeedsATemplate(t *testing.T) {
	r := release.New("ru")
	r.Place = "Астана"
	if Moved(r) {
		t.Error("without a template")
	}
	if r.Template = "try"; Moved(r) {
		t.Error("without anything filled in")
	}
	if r.Values = []release.Value{{Field: "place", Text: "Бишкек"}}; !Moved(r) {
		t.Error("it has moved")
	}
}
