package snippets_test

import (
	"errors"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/settings"
	"communique/app/window/screen/screentest"
	"communique/app/window/snippets"
	"communique/assets/translations"
	"communique/editor/snippet"
	"communique/editor/tomltext"
)

// stage is the list over snippets in memory.
type stage struct {
	*screentest.Stage
	mu       sync.Mutex // the snippets are read and changed away from the UI goroutine
	stored   snippet.Set
	inserted []string
	loadErr  error
	saveErr  error
}

func (s *stage) params() snippets.Params {
	return snippets.Params{
		Base: s.Base,
		Load: func() (snippet.Set, error) { return s.kept(), s.loadErr },
		Change: func(change func(snippet.Set) (snippet.Set, error)) (snippet.Set, error) {
			s.mu.Lock()
			defer s.mu.Unlock()
			changed, err := change(s.stored)
			if err = errors.Join(err, s.saveErr); err == nil {
				s.stored = changed
			}
			return changed, err
		},
		Insert: func(one snippet.Snippet) { s.inserted = append(s.inserted, one.Title) },
	}
}

func newStage(t *testing.T) *stage {
	t.Helper()
	return &stage{Stage: screentest.New(t), stored: snippet.Set{{Title: "Адрес", Text: "г. Пробный"}, {Title: "Site", Language: "en", Text: "More online."}, {Title: "Встреча", Text: "Встреча с {person.ins}."}}}
}

// kept are the snippets as they are by now.
func (s *stage) kept() snippet.Set {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.stored
}

// titles are those that are kept, in their order.
func (s *stage) titles() string {
	var all []string
	for _, one := range s.kept() {
		all = append(all, one.Title)
	}
	return strings.Join(all, " ")
}

func (s *stage) says(t *testing.T, words string, want bool) {
	t.Helper()
	if strings.Contains(s.Texts(), words) != want {
		t.Errorf("says %q: %v, on the screen:\n%s", words, !want, s.Texts())
	}
}

// TestTheListIsGoneThrough: what is typed finds, the arrows choose, and what is chosen is
// shown, inserted and removed.
func TestTheListIsGoneThrough(t *testing.T) {
	s := newStage(t)
	snippets.Show(s.params())
	s.Wait("the list", s.Open)
	s.says(t, "г. Пробный", true) // the first is chosen
	s.says(t, "Site · English", true)
	s.Press(fyne.KeyDown, 0) // from the search into the list
	s.Press(fyne.KeyDown, 0)
	s.says(t, "More online.", true)
	s.Tap(s.Base.Text("snippets-insert"))
	if strings.Join(s.inserted, " ") != "Site" || s.Open() {
		t.Errorf("inserted %q", s.inserted)
	}
	snippets.Show(s.params())
	s.Wait("the list", s.Open)
	s.Type("встр")
	s.says(t, "Адрес", false)
	s.says(t, "Встреча с ", true)
	s.says(t, "{person", false)
	s.Tap(s.Base.Text("snippets-remove"))
	s.says(t, "Встреча»", true)
	s.Press(fyne.KeyEscape, 0)
	if s.titles() != "Адрес Site Встреча" {
		t.Errorf("removed without a yes: %s", s.titles())
	}
	s.Tap(s.Base.Text("snippets-remove"))
	s.Press(fyne.KeyReturn, 0)
	s.Wait("it is gone", func() bool { return strings.Contains(s.Texts(), s.Base.Text("snippets-none")) })
	if s.titles() != "Адрес Site" {
		t.Errorf("left are %s", s.titles())
	}
	s.Tap(s.Base.Text("snippets-insert")) // nothing is found to insert
	s.Tap(s.Base.Text("snippets-remove"))
	if len(s.inserted) != 1 || s.titles() != "Адрес Site" {
		t.Errorf("inserted %q, left are %s", s.inserted, s.titles())
	}
	s.Entries()[0].SetText("")
	s.Tap(s.Base.Text("snippets-remove")) // one of those that are listed
	s.Press(fyne.KeyReturn, 0)
	s.Wait("it is gone", func() bool { return s.titles() != "Адрес Site" && strings.Contains(s.Texts(), "More online.") })
	if s.titles() != "Site" {
		t.Errorf("left are %s", s.titles())
	}
}

// TestWhereNothingIsOpen a snippet cannot be inserted, and an empty list says that it is.
func TestWhereNothingIsOpen(t *testing.T) {
	s := newStage(t)
	p := s.params()
	p.Insert, s.stored = nil, nil
	snippets.Show(p)
	s.Wait("the list", s.Open)
	s.says(t, s.Base.Text("snippets-none"), true)
	if b := screentest.Button(s.Base.Canvas, s.Base.Text("snippets-insert")); b == nil || !b.Disabled() {
		t.Error("a snippet could be inserted into nothing")
	}
}

// TestWhatCannotBeReadIsTold: those that can be read are listed beside it; where none can,
// there is no list.
func TestWhatCannotBeReadIsTold(t *testing.T) {
	s := newStage(t)
	unread := &settings.UnreadError{Path: "/office/snippets.toml", Faults: []tomltext.Fault{{Key: "snippets.text", Line: 7, Why: tomltext.NoText}}}
	s.loadErr = unread
	snippets.Show(s.params())
	s.Wait("the list", s.Open)
	s.says(t, "/office/snippets.toml", true)
	s.says(t, "Адрес", true)
	s.Press(fyne.KeyEscape, 0)
	s.loadErr = errors.New("no disk")
	snippets.Show(s.params())
	s.Wait("the trouble", func() bool { return len(s.Failed) == 1 })
	if s.Open() {
		t.Error("a list that could not be read is shown")
	}
}

// TestANewSnippet is kept once it has a title and words, and its blanks are in order.
func TestANewSnippet(t *testing.T) {
	s := newStage(t)
	var kept []string
	snippets.Edit(s.params(), snippet.Snippet{}, true, func(all snippet.Set, title string) { kept = append(kept, title) })
	save := screentest.Button(s.Base.Canvas, s.Base.Text("card-keep"))
	fields := s.Entries()
	s.says(t, s.Base.Text("snippets-begun"), true)
	s.Type("  О  визите ") // the title has the keyboard
	if s.says(t, s.Base.Text("snippets-begun"), true); !save.Disabled() {
		t.Error("a snippet without words can be kept")
	}
	fields[1].SetText(" Визит {person.voc} ")
	if s.says(t, "{person.voc}", true); !save.Disabled() {
		t.Error("a snippet with a blank that there is not can be kept")
	}
	s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
	fields[1].SetText(" Визит прошёл. ")
	if s.says(t, "Визит прошёл.", true); save.Disabled() {
		t.Errorf("what is whole cannot be kept; on the screen:\n%s", s.Texts())
	}
	s.saveErr = errors.New("no disk")
	s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
	s.Wait("the trouble", func() bool { return len(s.Failed) == 1 })
	if len(kept) > 0 || len(s.stored) != 3 || !s.Open() {
		t.Errorf("kept %q all the same", kept)
	}
	s.saveErr = nil
	s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
	s.Wait("the end", func() bool { return len(kept) == 1 })
	if got := s.stored[3]; kept[0] != "О визите" || got.Title != "О визите" || got.Words() != "Визит прошёл." || got.Language != "" || s.Open() {
		t.Errorf("kept %q: %+v", kept, got)
	}
	if !strings.Contains(s.Told, "О визите") {
		t.Errorf("told %q", s.Told)
	}
}

// TestASnippetIsEdited in the place where it is, and keeps a language that no choice names.
func TestASnippetIsEdited(t *testing.T) {
	for _, language := range []string{"", "ru", "en", "kk"} {
		s := newStage(t)
		s.stored[1].Language = language
		kept := false
		snippets.Edit(s.params(), s.stored[1], false, func(snippet.Set, string) { kept = true })
		s.Type("Now. ") // the words have the keyboard
		s.Press(fyne.KeyReturn, fyne.KeyModifierControl)
		s.Wait("the end", func() bool { return kept })
		if got := s.stored[1]; s.titles() != "Адрес Site Встреча" || got.Language != language || !strings.Contains(got.Words(), "Now. ") || !strings.Contains(got.Words(), "More online.") {
			t.Errorf("in %q: %s, %+v", language, s.titles(), got)
		}
	}
}

// TestLeavingAnEditorKeepsNothing of what was typed.
func TestLeavingAnEditorKeepsNothing(t *testing.T) {
	s := newStage(t)
	snippets.Edit(s.params(), s.stored[0], false, func(snippet.Set, string) { t.Error("kept") })
	s.Type("Ещё ")
	if asked := s.Abandon(); !asked || s.Open() || s.stored[0].Words() != "г. Пробный" {
		t.Errorf("asked %v, left with %+v", asked, s.stored[0])
	}
}

// previewed is the text of a preview.
func previewed(s snippet.Snippet, language string) string {
	return snippets.Preview(s, language).Blocks[0].Text
}

// TestPreview: what a snippet asks for stands in words, in the language that it is for, or
// in the one that is asked for.
func TestPreview(t *testing.T) {
	for _, language := range translations.Languages() {
		any, own := previewed(snippet.Snippet{Title: "т", Text: "А {person} Б"}, language), previewed(snippet.Snippet{Title: "т", Language: language, Text: "А {person} Б"}, "xx")
		if any != own || strings.Contains(any, "{") || !strings.HasPrefix(any, "А ") || !strings.HasSuffix(any, " Б") || len(any) < len("А  Б")+3 {
			t.Errorf("%s: %q and %q", language, any, own)
		}
	}
	ru, en := previewed(snippet.Snippet{Title: "т", Text: "{person}"}, "ru"), previewed(snippet.Snippet{Title: "т", Text: "{person}"}, "en")
	if ru == en {
		t.Errorf("one text for both languages: %q", ru)
	}
}
