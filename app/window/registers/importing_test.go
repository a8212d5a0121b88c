package registers

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"communique/editor/register"
)

// TestATableLeavesWhatIsWrittenMeanwhile: a card that is kept before a table has its turn stays.
func TestATableLeavesWhatIsWrittenMeanwhile(t *testing.T) {
	s := newStage(t, people(register.Person{First: "Иван", Last: "Пробный"}))
	var turn func()
	s.params.Change = func(change Changing, then func()) {
		turn = func() {
			s.kept, _ = change(s.kept)
			then()
		}
	}
	Preview(s.params, s.take(people(register.Person{First: "Анна", Last: "Озерова"}), nil), func() {})
	s.Tap("Загрузить")
	s.kept = people(register.Person{First: "Иван", Last: "Пробный"}, register.Person{First: "Юрий", Last: "Кравец"})
	turn()
	if got := s.kept.CardNames(); len(got) != 3 || !slices.Contains(got, "Юрий Кравец") || !slices.Contains(got, "Анна Озерова") {
		t.Errorf("kept %q", got)
	}
}

// TestATableIsTakenBack: the office's own posts and cards are as they were before a table, cards that it added are gone, and
// what was written since stays; a card of the table that was changed since is asked about.
func TestATableIsTakenBack(t *testing.T) {
	own := register.Person{First: "Иван", Last: "Пробный", Posts: []register.Post{{Title: "министр"}}}
	anna, oleg, yuri := register.Person{First: "Анна", Last: "Озерова"}, register.Person{First: "Олег", Last: "Пробный"}, register.Person{First: "Юрий", Last: "Кравец"}
	s := newStage(t, people(own))
	other := own
	other.Posts = []register.Post{{Title: "секретарь"}}
	Preview(s.params, s.take(people(other, anna, oleg), nil), func() {})
	s.Tap("Загрузить")
	s.Press(fyne.KeyEscape, 0) // what was told of the posts
	if s.way == nil || s.kept.People[0].Posts[0].Title != "секретарь" {
		t.Fatalf("no way back: %+v", s.kept)
	}
	changed := oleg
	changed.English = "Oleg Probny"
	s.kept = s.kept.Changed(people(oleg), people(changed)).With(people(yuri))
	s.way()
	if got := s.kept.CardNames(); !slices.Equal(got, []string{"Иван Пробный", "Олег Пробный", "Юрий Кравец"}) || s.kept.People[0].Posts[0].Title != "министр" {
		t.Errorf("kept %q, %+v", got, s.kept.People[0])
	}
	if len(s.conflicts) != 1 || s.conflicts[0].Name != "Олег Пробный" || s.conflicts[0].Mine.Count() != 0 {
		t.Errorf("asked about %+v", s.conflicts)
	}
	if want := s.Base.Text("registers-taken-back", map[string]any{"Count": 2}); s.Told != want {
		t.Errorf("told %q, want %q", s.Told, want)
	}
}
