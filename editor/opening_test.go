package editor

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

func lead(text string) release.Release {
	r := release.New("ru")
	r.Headline, r.Lead = "Встреча", text
	return r
}

// another opens a second draft in the pane.
func (s *stage) another(text string) *draft.Session {
	other := draft.NewSession(lead(text), func() time.Time { return s.now })
	s.pane.Open(other)
	return other
}

func TestOpeningLeavesTheKeyboardWhereItIs(t *testing.T) {
	s := newStage(t, lead("Лид."))
	s.window.Canvas().Focus(s.pane.fields[release.PlaceField])
	s.another("Другой лид.")
	if s.window.Canvas().Focused() != s.pane.fields[release.PlaceField] {
		t.Fatal("the keyboard was taken")
	}
	s.pane.FocusStart()
	if s.window.Canvas().Focused() != s.pane.fields[draft.Body] {
		t.Error("writing goes on in the text")
	}
}

func TestNothingIsSelectedInADraftThatWasJustOpened(t *testing.T) {
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	tests := map[string]func(f *field){
		"all was selected": func(f *field) { f.TypedShortcut(&fyne.ShortcutSelectAll{}) },
		"a word was selected by keys": func(f *field) {
			f.KeyDown(shift)
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
			f.KeyUp(shift)
		},
		"a selection came to nothing": func(f *field) {
			f.KeyDown(shift)
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
			f.KeyUp(shift)
		},
		"Shift went up in a dialog": func(f *field) { f.KeyDown(shift) },
	}
	for name, before := range tests {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, lead("Лид первого релиза."))
			f := s.pane.fields[draft.Body]
			before(f)
			other := s.another("Другой лид.")
			s.pane.ShowHits(func(text string) [][2]int { return [][2]int{{len("Другой "), len(text)}} })
			s.pane.FocusStart()
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
			f.TypedRune('я')
			if got := other.Text(draft.Body); len([]rune(got)) != len([]rune("Другой лид."))+1 {
				t.Errorf("a letter took the place of others: %q", got)
			}
		})
	}
}

func TestADraftThatWasPutAwayIsLeftAlone(t *testing.T) {
	s := newStage(t, lead("Лид."))
	first := s.session
	s.another("Другой лид.")
	before := len(s.changes)
	first.Set(release.HeadlineField, "Изменено")
	if got := s.pane.fields[release.HeadlineField].Text; got != "Встреча" || len(s.changes) != before {
		t.Errorf("the pane shows %q and told %d changes", got, len(s.changes)-before)
	}
	s.pane.Close()
	test.Type(s.pane.fields[draft.Body], "я")
	s.pane.Undo()
	s.pane.contacts.adder.SetSelected("Пресс-служба")
	if len(s.changes) != before {
		t.Error("a closed pane changes nothing")
	}
}

func TestLeavingAFieldIsToldAfterAChangeOnly(t *testing.T) {
	s := newStage(t, lead("Лид."))
	focus := func(f release.Field) { s.window.Canvas().Focus(s.pane.fields[f]) }
	focus(release.PlaceField)
	focus(draft.Body)
	if s.leaves != 0 {
		t.Fatal("nothing was changed")
	}
	test.Type(s.pane.fields[draft.Body], "я")
	s.another("Другой лид.")
	if s.leaves != 1 {
		t.Fatalf("told %d times that the caret left", s.leaves)
	}
	focus(release.PlaceField)
	if s.leaves != 1 {
		t.Error("the draft that was opened is not changed")
	}
}

func TestWhatTheProgramChangesLeavesTheKeyboard(t *testing.T) {
	s := newStage(t, lead("Лид."))
	s.session.Set(release.PlaceField, "Минск")
	if s.pane.fields[release.PlaceField].Text != "Минск" || s.window.Canvas().Focused() != s.pane.fields[draft.Body] {
		t.Fatal("the change is to be shown, and the keyboard left")
	}
	s.pane.Undo()
	if s.pane.fields[release.PlaceField].Text != "" || s.window.Canvas().Focused() != s.pane.fields[release.PlaceField] {
		t.Error("taking back leads to what changed")
	}
}

// TestAReadOnlyReleaseChangesInNoWay tries every way to change a draft.
func TestAReadOnlyReleaseChangesInNoWay(t *testing.T) {
	r := lead("Лид Минск.")
	r.Leftovers, r.Repairs = []string{"Минск"}, []release.Repair{{}}
	s := newStage(t, r)
	s.session.Set(release.PlaceField, "Минск")
	before := s.session.Release()
	s.pane.SetReadOnly(true)
	text := s.pane.fields[draft.Body]
	ways := map[string]func(){
		"a letter":  func() { text.TypedRune('я') },
		"backspace": func() { text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace}) },
		"enter":     func() { text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) },
		"paste":     func() { text.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip("слово")}) },
		"cut":       func() { text.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip("")}) },
		"set":       func() { text.SetText("слово") },
		"insert":    func() { s.pane.Insert("слово") },
		"undo":      s.pane.Undo,
		"redo":      s.pane.Redo,
		"contact":   func() { s.pane.contacts.adder.SetSelected("Пресс-служба") },
		"status":    func() { s.pane.choices[release.StatusField].SetSelected("На согласовании") },
		"repairs":   func() { s.pane.findings.onConfirm() },
		"leftover":  func() { s.pane.findings.onKeep(proof.Finding{Text: "Минск"}) },
	}
	for name, way := range ways {
		way()
		if got := s.session.Release(); got.Lead != before.Lead || got.Place != before.Place || got.Status != before.Status ||
			len(got.Contacts) != 0 || len(got.Repairs) != 1 || len(got.Leftovers) != 1 {
			t.Errorf("%s changed it: %+v", name, got)
		}
	}
	s.pane.SetReadOnly(false)
	s.pane.Undo()
	if s.session.Text(release.PlaceField) != "" {
		t.Error("it can be changed again")
	}
}

func TestReturningToAPlace(t *testing.T) {
	s := newStage(t, lead("Лид релиза о встрече."))
	s.pane.fields[draft.Body].setCaret(7)
	s.window.Canvas().Focus(s.pane.fields[release.PlaceField])
	s.window.Canvas().Focus(s.pane.fields[draft.Body])
	at := s.pane.Place()
	s.another("Лид.")
	s.pane.Return(at)
	s.pane.FocusStart()
	if got := s.pane.fields[draft.Body].CursorTextOffset(); got != 4 {
		t.Errorf("the caret stands at %d, behind the shorter text", got)
	}
	s.another("Лид релиза о встрече.")
	s.pane.Return(at)
	if got := s.pane.fields[draft.Body].CursorTextOffset(); got != 7 || s.pane.start != s.pane.fields[draft.Body] {
		t.Errorf("the caret stands at %d", got)
	}
	if !s.pane.Holds(s.pane.fields[draft.Body]) || !s.pane.Holds(s.pane.contacts.adder) || !s.pane.Holds(s.pane.choices[release.KindField]) || s.pane.Holds(nil) {
		t.Error("the pane knows its own fields")
	}
}
