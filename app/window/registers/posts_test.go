package registers

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// choice is a choice in the dialog on top, by its name.
func (s *stage) choice(t *testing.T, name string) *controls.Select {
	t.Helper()
	for _, o := range controlstest.Objects(s.Base.Canvas.Overlays().Top()) {
		if c, ok := o.(*controls.Select); ok && c.Name() == s.Base.Text(name) {
			return c
		}
	}
	t.Fatalf("no choice %q", s.Base.Text(name))
	return nil
}

func (s *stage) entry(t *testing.T, name string) *controls.Entry {
	t.Helper()
	for _, e := range s.Entries() {
		if e.Name() == s.Base.Text(name) {
			return e
		}
	}
	t.Fatalf("no field %q", s.Base.Text(name))
	return nil
}

// TestWhatIsWrongIsSeen: why a card is not kept stands above the fields, however far down the one is that has to be mended.
func TestWhatIsWrongIsSeen(t *testing.T) {
	s := newStage(t, people(register.Person{First: "Иван", Last: "Пробный"}))
	s.card(grammar.Person, "Иван Пробный")
	at := func(said string) float32 {
		for _, o := range controlstest.Objects(s.Base.Canvas.Overlays().Top()) {
			switch label := o.(type) {
			case *widget.Label:
				if label.Text == said {
					return fyne.CurrentApp().Driver().AbsolutePositionForObject(label).Y
				}
			case *controls.Wrapped:
				if label.Text == said && label.Visible() {
					return fyne.CurrentApp().Driver().AbsolutePositionForObject(label).Y
				}
			}
		}
		t.Fatalf("%q is not in\n%s", said, s.Texts())
		return 0
	}
	s.entry(t, "card-name-other").SetText("просто так")
	s.Press(fyne.KeyReturn, fyne.KeyModifierShortcutDefault)
	last := s.Base.Canvas.Focused()
	if title, why := at(s.Base.Text("card-title-person")), at(s.Base.Text("card-no-language", map[string]any{"Text": "просто так"})); why <= title {
		t.Errorf("what is wrong is told at %v, behind the title at %v", why, title)
	}
	if last != fyne.Focusable(s.entry(t, "card-name-other")) {
		t.Errorf("the caret is in %v", last)
	}
}

// TestPostsOfACard: the one that is held today is shown first, each with the day it began; one
// without a title is none any more; one that cannot be read keeps the entries, and says why.
func TestPostsOfACard(t *testing.T) {
	day := func(year int) release.Date { return release.Date{Year: year, Month: 3, Day: 1} }
	person := register.Person{First: "Иван", Last: "Пробный", Posts: []register.Post{
		{Title: "посол", From: day(2010), Until: day(2015)}, {Title: "министр", From: day(2020)}, {Title: "депутат", English: "Deputy", Beside: true},
	}}
	s := newStage(t, people(person))
	s.card(grammar.Person, "Иван Пробный")
	posts := s.choice(t, "card-posts")
	if want := []string{"посол (01.03.2010)", "министр (01.03.2020)", "депутат", s.Base.Text("card-post-new")}; !slices.Equal(posts.Options, want) || posts.SelectedIndex() != 1 {
		t.Errorf("offered %q, shown %d", posts.Options, posts.SelectedIndex())
	}
	posts.SetSelectedIndex(0)
	title, from, until := s.entry(t, "card-post"), s.entry(t, "card-from"), s.entry(t, "card-until")
	if title.Text != "посол" || from.Text != "01.03.2010" || until.Text != "01.03.2015" {
		t.Errorf("shown %q, %q, %q", title.Text, from.Text, until.Text)
	}
	from.SetText("когда-то")
	posts.SetSelectedIndex(2)
	if title.Text != "посол" || posts.SelectedIndex() != 0 || !strings.Contains(s.Texts(), s.Base.Text("card-no-day", map[string]any{"Text": "когда-то"})) || s.Base.Canvas.Focused() != fyne.Focusable(from) {
		t.Errorf("what cannot be read: %q, %d in\n%s", title.Text, posts.SelectedIndex(), s.Texts())
	}
	from.SetText("")
	s.entry(t, "card-post-other").SetText("посол")
	posts.SetSelectedIndex(2)
	if title.Text != "посол" || !strings.Contains(s.Texts(), s.Base.Text("card-no-language", map[string]any{"Text": "посол"})) {
		t.Errorf("no language: %q in\n%s", title.Text, s.Texts())
	}
	s.entry(t, "card-post-other").SetText("")
	title.SetText(" ")
	posts.SetSelectedIndex(1)
	if len(posts.Options) != 3 || title.Text != "депутат" || s.entry(t, "card-post-english").Text != "Deputy" {
		t.Errorf("after the first has gone: %q shows %q", posts.Options, title.Text)
	}
	posts.SetSelectedIndex(2)
	if title.Text != "" {
		t.Errorf("a new one begins as %q", title.Text)
	}
	posts.SetSelectedIndex(0) // it is none, and not kept
	s.Press(fyne.KeyReturn, fyne.KeyModifierShortcutDefault)
	kept := s.kept.People
	if len(kept) != 1 || len(kept[0].Posts) != 2 || kept[0].Posts[0].Title != "министр" || kept[0].Posts[0].From != day(2020) || !kept[0].Posts[1].Beside {
		t.Errorf("kept %+v", kept)
	}
}

// TestTheOnlyPostGoes: a card without any has none, and not an empty one.
// A post that the known person of that name does not have is a further one of theirs, or somebody else's.
func TestThePostOfAText(t *testing.T) {
	known := register.Person{First: "Иван", Last: "Пробный", Country: "KZ", Posts: []register.Post{{Title: "министр юстиции", From: release.Date{Year: 2020, Month: 1, Day: 1}}}}
	for name, tt := range map[string]struct {
		elsewhere bool
		want      []string // each card's posts
	}{
		"a new post":    {false, []string{"министр юстиции, посол"}},
		"somebody else": {true, []string{"министр юстиции", "посол"}},
	} {
		s := newStage(t, people(known))
		called := s.card(grammar.Person, "посол Иван Пробный")
		if !strings.Contains(s.Texts(), "но с другой должностью: министр юстиции.") {
			t.Fatalf("%s: nothing is asked:\n%s", name, s.Texts())
		}
		if tt.elsewhere {
			s.Tap("Это другой человек")
			if screen := controlstest.Screen(s.Base.Canvas); strings.Contains(screen, "но с другой должностью") || strings.Contains(screen, "Это другой человек") {
				t.Errorf("%s: it is asked still", name)
			}
		}
		s.Press(fyne.KeyReturn, fyne.KeyModifierShortcutDefault)
		var got []string
		for i := range s.kept.People {
			got = append(got, register.PostsOf(s.kept.People[i:i+1]))
		}
		if !slices.Equal(got, tt.want) || *called != "посол Иван Пробный" || s.kept.People[0].Country != "KZ" || len(got) > 1 && s.kept.People[1].Country != "" {
			t.Errorf("%s: kept %+v, called %q", name, s.kept.People, *called)
		}
	}
	s := newStage(t, people(known))
	called := s.card(grammar.Person, "министр юстиции Иван Пробный")
	if strings.Contains(s.Texts(), "Это другой человек") {
		t.Error("it is asked of the post that the card has")
	}
	s.Press(fyne.KeyReturn, fyne.KeyModifierShortcutDefault)
	if *called != "Иван Пробный" {
		t.Errorf("the only one of the name is called %q", *called)
	}
	other := register.Person{First: "Иван", Last: "Пробный", Posts: []register.Post{{Title: "директор завода"}}}
	s = newStage(t, people(known, other))
	called = s.card(grammar.Person, "посол Иван Пробный")
	if strings.Contains(s.Texts(), "Это другой человек") {
		t.Error("it is asked which of two has a further post")
	}
	s.Press(fyne.KeyReturn, fyne.KeyModifierShortcutDefault)
	if *called != "посол Иван Пробный" || len(s.kept.People) != 3 {
		t.Errorf("kept %+v, called %q", s.kept.People, *called)
	}
}

func TestTheOnlyPostGoes(t *testing.T) {
	s := newStage(t, people(register.Person{First: "Иван", Last: "Пробный", Posts: []register.Post{{Title: "посол"}}}))
	s.card(grammar.Person, "Иван Пробный")
	s.entry(t, "card-post").SetText("")
	s.Press(fyne.KeyReturn, 0)
	if len(s.kept.People) != 1 || s.kept.People[0].Posts != nil {
		t.Errorf("kept %+v", s.kept.People)
	}
}

// TestTheRegisterThatIsShown: of each kind its own, with posts; a new card opens empty, and
// what is not there is neither opened nor removed.
func TestTheRegisterThatIsShown(t *testing.T) {
	s := newStage(t, register.Registers{
		People:        []register.Person{{First: "Иван", Last: "Пробный", Posts: []register.Post{{Title: "посол"}}}},
		Organisations: []register.Organisation{{Name: "Совет"}}, Places: []register.Place{{Name: "Пробный"}},
	})
	Show(s.params)
	if !strings.Contains(s.Texts(), "Иван Пробный — посол") {
		t.Errorf("people:\n%s", s.Texts())
	}
	kinds := s.choice(t, "registers-kind")
	for i, want := range map[int]string{1: "Пробный", 2: "Совет"} {
		kinds.SetSelectedIndex(i)
		s.files.path = t.TempDir()
		if lines := strings.Split(s.Texts(), "\n"); !slices.Contains(lines, want) || strings.Contains(s.Texts(), "посол") {
			t.Errorf("kind %d:\n%s", i, s.Texts())
		}
	}
	search := s.Base.Canvas.Focused().(*controls.Entry)
	if s.Press(fyne.KeyDown, 0); s.Base.Canvas.Focused() == fyne.Focusable(search) {
		t.Error("Down does not lead to the list")
	}
	search.SetText("нет такого")
	s.Tap(s.Base.Text("registers-remove"))
	s.Tap(s.Base.Text("registers-open"))
	if n := len(s.Base.Canvas.Overlays().List()); n != 1 || len(s.kept.Organisations) != 1 {
		t.Errorf("%d dialogs, kept %+v", n, s.kept)
	}
	s.Tap(s.Base.Text("registers-new"))
	if first := s.Entries()[0]; first.Text != "" || len(s.Base.Canvas.Overlays().List()) != 2 {
		t.Errorf("a new card has %q", first.Text)
	}
}
