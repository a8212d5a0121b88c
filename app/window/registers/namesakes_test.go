package registers

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// TestTwoCardsOfOneName: a new card that would take the place of another asks, and joins the two, or goes back to what was typed.
func TestTwoCardsOfOneName(t *testing.T) {
	known := register.Person{First: "Иван", Last: "Пробный", English: "Ivan Probny", Posts: []register.Post{{Title: "посол", From: release.Date{Year: 2020, Month: 1, Day: 1}}}}
	for name, c := range map[string]struct {
		post  string
		joins bool
		want  []string // each card's posts
	}{
		"the same post":            {"посол", true, []string{"посол"}},
		"the same post, gone back": {"посол", false, []string{"посол"}},
		"another post":             {"певец", false, []string{"посол", "певец"}},
	} {
		s := newStage(t, people(known))
		ShowCard(s.params, grammar.Person, "", func(string) {})
		if gender := s.choice(t, "card-gender"); gender.SelectedIndex() != 0 {
			t.Errorf("%s: a new card is one of %q", name, gender.Selected)
		}
		s.entry(t, "card-first").SetText("Иван")
		s.entry(t, "card-last").SetText("Пробный")
		s.entry(t, "card-post").SetText(c.post)
		s.Press(fyne.KeyReturn, fyne.KeyModifierShortcutDefault)
		asked := strings.Contains(s.Texts(), "«Иван Пробный — посол» уже есть")
		if asked != (c.post == "посол") {
			t.Errorf("%s: asked %v in\n%s", name, asked, s.Texts())
		}
		switch {
		case c.joins:
			s.Tap("Объединить")
		case asked:
			if s.Press(fyne.KeyEscape, 0); s.entry(t, "card-first").Text != "Иван" {
				t.Errorf("%s: what was typed is gone", name)
			}
		}
		var got []string
		for _, p := range s.kept.People {
			got = append(got, register.PostsOf([]register.Person{p}))
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") || s.kept.People[0].English != "Ivan Probny" || s.kept.People[0].Posts[0].From.Year != 2020 {
			t.Errorf("%s: kept %+v", name, s.kept.People)
		}
	}
}

// TestSomebodyWithoutAPostToday has a namesake: the row says which post is meant, opens that very card and removes no other.
func TestSomebodyWithoutAPostToday(t *testing.T) {
	is := func(title string, from, until int) register.Person {
		post := register.Post{Title: title}
		if from > 0 {
			post.From = release.Date{Year: from, Month: 12, Day: 1}
		}
		if until > 0 {
			post.Until = release.Date{Year: until, Month: 12, Day: 1}
		}
		return register.Person{First: "Иван", Last: "Пробный", Posts: []register.Post{post}}
	}
	for _, c := range []struct {
		other register.Person
		row   string
	}{
		{is("певец", 2027, 0), "певец (с 01.12.2027)"},
		{is("певец", 0, 2020), "певец (по 01.12.2020)"},
	} {
		s := newStage(t, people(is("посол", 0, 0), c.other))
		Show(s.params)
		s.Press(fyne.KeyDown, 0)
		s.Press(fyne.KeyDown, 0)
		if !strings.Contains(s.Texts(), "Иван Пробный — "+c.row) {
			t.Errorf("%s is not listed in\n%s", c.row, s.Texts())
		}
		s.Press(fyne.KeyReturn, 0)
		if title := s.entry(t, "card-post").Text; title != "певец" {
			t.Errorf("%s: the card of the %s is opened", c.row, title)
		}
		s.Press(fyne.KeyReturn, fyne.KeyModifierShortcutDefault)
		s.Tap(s.Base.Text("registers-remove"))
		if !strings.Contains(s.Texts(), "«Иван Пробный, "+c.row+"»") {
			t.Errorf("%s: the question is\n%s", c.row, s.Texts())
		}
		s.Press(fyne.KeyReturn, fyne.KeyModifierShortcutDefault)
		if left := register.PostsOf(s.kept.People); left != "посол" {
			t.Errorf("%s: %s is left", c.row, left)
		}
	}
}
