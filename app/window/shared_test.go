package window

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/app/settings"
	"communique/app/window/screen/screentest"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/tomltext"
)

// counts is something shared that is easy to merge: numbers by name.
type counts map[string]int

func newShared(now *counts) shared[counts] {
	return shared[counts]{now: now, known: *now, merge: func(known, wanted, stored counts) counts {
		merged := counts{}
		for _, from := range []counts{stored, wanted} {
			for name, n := range from {
				if _, there := merged[name]; !there || known[name] != n {
					merged[name] = n
				}
			}
		}
		return merged
	}}
}

func TestShared(t *testing.T) {
	t.Run("others' changes come with one's own", func(t *testing.T) {
		now := counts{"a": 1}
		s := newShared(&now)
		now = counts{"a": 2}
		known, wanted := s.begin()
		if known["a"] != 1 || wanted["a"] != 2 {
			t.Errorf("writes %v over %v", wanted, known)
		}
		s.written(wanted, counts{"a": 2, "b": 5})
		if !reflect.DeepEqual(now, counts{"a": 2, "b": 5}) || !reflect.DeepEqual(s.known, now) {
			t.Errorf("shows %v, knows %v", now, s.known)
		}
	})
	t.Run("what is changed during a write stays", func(t *testing.T) {
		now := counts{"a": 1}
		s := newShared(&now)
		now = counts{"a": 2}
		_, first := s.begin()
		now = counts{"a": 3}
		known, second := s.begin()
		if known["a"] != 2 {
			t.Errorf("the second write is made from %v", known)
		}
		s.written(first, counts{"a": 2, "b": 5})
		if now["a"] != 3 || now["b"] != 5 || s.known["a"] != 3 || s.known["b"] != 5 {
			t.Errorf("shows %v, knows %v", now, s.known)
		}
		s.written(second, counts{"a": 3, "b": 5})
		if now["a"] != 3 || s.known["a"] != 3 || s.pending != 0 {
			t.Errorf("shows %v, knows %v", now, s.known)
		}
	})
	t.Run("a write that failed is tried again", func(t *testing.T) {
		now := counts{"a": 1}
		s := newShared(&now)
		now = counts{"a": 2}
		known, _ := s.begin()
		s.failed(known)
		if known, wanted := s.begin(); known["a"] != 1 || wanted["a"] != 2 {
			t.Errorf("writes %v over %v", wanted, known)
		}
	})
	t.Run("nothing is read while something is written", func(t *testing.T) {
		now := counts{"a": 1}
		s := newShared(&now)
		now = counts{"a": 2}
		s.begin()
		if s.read(counts{"a": 1, "b": 5}) || now["a"] != 2 {
			t.Errorf("shows %v", now)
		}
	})
	t.Run("others' changes are read", func(t *testing.T) {
		now := counts{"a": 1}
		s := newShared(&now)
		if s.read(counts{"a": 1}) {
			t.Error("nothing is new")
		}
		if !s.read(counts{"a": 1, "b": 5}) || now["b"] != 5 {
			t.Errorf("shows %v", now)
		}
	})
}

// entries are the fields of the dialog on top, in their order.
func (s *stage) entries() []*controls.Entry {
	return screentest.Entries(s.win.Canvas().Overlays().Top())
}

// TestACardThatOthersChangedIsAskedAbout opens a card, has somebody else change
// it, and keeps it.
func TestACardThatOthersChangedIsAskedAbout(t *testing.T) {
	s := newStage(t, settled)
	s.registers = register.Registers{Places: []register.Place{{Name: "Пробный"}}}
	s.sharedRegisters.known = s.registers
	s.card(grammar.Place, "Пробный")
	entries := s.entries()
	entries[2].SetText("mine")
	theirs := register.Registers{Places: []register.Place{{Name: "Пробный", English: "theirs"}}}
	if !s.sharedRegisters.read(theirs) {
		t.Fatal("not read")
	}
	s.key(entries[2], fyne.KeyReturn)
	if s.registers.Places[0].English != "theirs" || !strings.Contains(s.texts(), "тем временем изменили") {
		t.Fatalf("got %+v: %s", s.registers, s.texts())
	}
	s.tap(t, "Записать моё")
	<-s.whenWritten()
	if s.registers.Places[0].English != "mine" || s.keptRegisters.Places[0].English != "mine" {
		t.Errorf("got %+v, kept %+v", s.registers, s.keptRegisters)
	}
}

func TestWhatOthersWroteIsSeen(t *testing.T) {
	s := newStage(t, settled)
	theirs := s.settings
	theirs.Organisation.Name = "Совет содружества"
	s.params.Reread = func() (settings.Settings, register.Registers, bool) {
		return theirs, register.Registers{People: []register.Person{{First: "Иван", Last: "Пробный"}}}, true
	}
	s.lookAgain()
	s.wait("the person", func() bool { return s.index != nil && len(s.index.Find(grammar.Person, "пробн", 5)) == 1 })
	s.wait("the letterhead", func() bool { return s.office.Organisation.Name == "Совет содружества" })
}

func TestSettingsThatCannotBeSavedAreTold(t *testing.T) {
	s := newStage(t, settled)
	save := s.params.SaveSettings
	s.params.SaveSettings = func(settings.Settings, settings.Settings) (settings.Settings, error) {
		return settings.Settings{}, errors.New("die Platte")
	}
	s.settings.Theme = "dark"
	s.keepSettings()
	s.wait("the trouble", func() bool { return strings.Contains(s.texts(), "die Platte") })
	if s.settings.Theme != "dark" || s.sharedSettings.known.Theme == "dark" {
		t.Errorf("shows %q, knows %q", s.settings.Theme, s.sharedSettings.known.Theme)
	}
	s.params.SaveSettings = save
	s.keepSettings()
	<-s.whenWritten()
	if s.kept.Theme != "dark" {
		t.Error("not tried again")
	}
}

func TestLinesThatCannotBeReadAreTold(t *testing.T) {
	s := newStage(t, settled)
	forgotten := false
	s.params.Forget = func() error { forgotten = true; return nil }
	s.fail(errors.Join(&settings.UnreadError{Path: "settings.toml", Copy: "settings.toml.bak", Faults: []tomltext.Fault{
		{Line: 2, Key: "theme", Text: "theme = \"pink\"", Why: tomltext.Misfit, Fits: "light, dark"},
	}}, &settings.UnreadError{Path: "people.toml", Faults: []tomltext.Fault{{Line: 7, Key: "people", Text: "[[people]]", Why: tomltext.Unnamed}}}))
	for _, word := range []string{"settings.toml.bak", "Строка 2", "pink", "light, dark", "people.toml", "Строка 7"} {
		if !strings.Contains(s.texts(), word) {
			t.Errorf("%q is not told: %s", word, s.texts())
		}
	}
	for _, o := range test.LaidOutObjects(s.win.Canvas().Overlays().Top()) {
		if b, ok := o.(*controls.Button); ok && b.Text == "Забыть эти строки" {
			b.OnTapped()
		}
	}
	<-s.whenWritten()
	if !forgotten {
		t.Error("not forgotten")
	}
}
