package window

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/settings"
	"communique/app/window/screen/screentest"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/spelling"
	"communique/editor/tomltext"
)

// entries are the fields of the dialog on top, in their order.
func (s *stage) entries() []*controls.Entry {
	return screentest.Entries(s.win.Canvas().Overlays().Top())
}

// keepRegisters puts registers in the place of the old.
func (s *stage) keepRegisters(r register.Registers, then func()) {
	s.changeRegisters(func(register.Registers) (register.Registers, []register.Conflict) { return r, nil }, then)
}

// TestRegistersAreChangedInTurn: away from the UI goroutine, behind what is written already, each change on what the one
// before left, and all of them before the window is left.
func TestRegistersAreChangedInTurn(t *testing.T) {
	s := newStage(t, settled)
	gate := make(chan struct{})
	s.writes.Do(func() { <-gate })
	var turns []int
	for n := range 3 {
		s.changeRegisters(func(now register.Registers) (register.Registers, []register.Conflict) {
			turns = append(turns, now.Count())
			return now.Add(register.Registers{Places: []register.Place{{Name: fmt.Sprint("Пробный ", n)}}}), nil
		}, func() {})
	}
	if len(turns) > 0 {
		t.Error("changed on the UI goroutine")
	}
	left := s.writes.Done()
	close(gate)
	<-left
	if got := s.keptRegisters.get().Count(); got != 3 || !slices.Equal(turns, []int{0, 1, 2}) {
		t.Errorf("%d cards are kept; the changes met %v", got, turns)
	}
	s.wait("the cards", func() bool { return s.registers.Count() == 3 })
}

// TestACardThatOthersChangedIsAskedAbout opens a card, has somebody else change
// it, and keeps it.
func TestACardThatOthersChangedIsAskedAbout(t *testing.T) {
	s := newStage(t, settled)
	s.keepRegisters(register.Registers{Places: []register.Place{{Name: "Пробный"}}}, func() {})
	<-s.writes.Done()
	s.untilIdle()
	s.card(grammar.Place, "Пробный")
	entries := s.entries()
	entries[2].SetText("mine")
	theirs := register.Registers{Places: []register.Place{{Name: "Пробный", English: "theirs"}}}
	s.params.Reread = func() (settings.Settings, register.Registers, bool, error) { return s.settings, theirs, true, nil }
	s.lookAgain()
	s.wait("theirs", func() bool { return s.registers.Places[0].English == "theirs" })
	s.key(entries[2], fyne.KeyReturn)
	s.wait("the question", s.dialogOpen)
	if s.registers.Places[0].English != "theirs" || !strings.Contains(s.texts(), "тем временем изменили") {
		t.Fatalf("got %+v: %s", s.registers, s.texts())
	}
	s.tap(t, "Записать моё")
	s.wait("mine", func() bool { return s.registers.Places[0].English == "mine" })
	<-s.writes.Done()
	if s.keptRegisters.get().Places[0].English != "mine" {
		t.Errorf("got %+v, kept %+v", s.registers, s.keptRegisters.get())
	}
}

func TestWhatOthersWroteIsSeen(t *testing.T) {
	s := newStage(t, settled)
	theirs := s.settings
	theirs.Organisation.Name = "Совет содружества"
	s.params.Reread = func() (settings.Settings, register.Registers, bool, error) {
		return theirs, register.Registers{People: []register.Person{{First: "Иван", Last: "Пробный"}}}, true, nil
	}
	s.lookAgain()
	s.wait("the person", func() bool { return len(s.lookup.Find(grammar.Person, "пробн", 5)) == 1 })
	s.wait("the letterhead", func() bool { return s.office.Organisation.Name == "Совет содружества" })
}

// Words that somebody else added are known without another start.
func TestWordsThatOthersWroteAreKnown(t *testing.T) {
	s := newStage(t, settled)
	s.wait("the registers", func() bool { return s.lookup.Index() != nil })
	s.params.Reread = func() (settings.Settings, register.Registers, bool, error) {
		return settings.Settings{}, register.Registers{}, false, nil
	}
	s.params.RereadWords = func() bool { return true }
	s.params.Speller = func(r register.Registers, house grammar.House) (*spelling.Checker, error) {
		return spelling.New(spelling.Params{Registers: r, House: house, Words: spelling.Words{"прусковство"}}), nil
	}
	before := s.settings
	r := release.New("ru")
	r.Lead = "Стороны обсудили прусковство и сотрудничиство."
	misspelt := func() (words []string) {
		for _, f := range s.check(r) {
			if f.Code == spelling.MisspeltCode {
				words = append(words, f.Text)
			}
		}
		return words
	}
	s.lookAgain()
	s.wait("the word", func() bool { return slices.Equal(misspelt(), []string{"сотрудничиство"}) })
	if !reflect.DeepEqual(s.settings, before) {
		t.Errorf("the settings became %+v", s.settings)
	}
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
	if s.settings.Theme != "dark" {
		t.Errorf("shows %q", s.settings.Theme)
	}
	s.params.SaveSettings = save
	s.keepSettings()
	<-s.writes.Done()
	if s.kept.get().Theme != "dark" {
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
	for _, o := range controlstest.Objects(s.win.Canvas().Overlays().Top()) {
		if b, ok := o.(*controls.Button); ok && b.Text == "Забыть эти строки" {
			b.OnTapped()
		}
	}
	<-s.writes.Done()
	if !forgotten {
		t.Error("not forgotten")
	}
}

// written is what others wrote to the registers.
type written struct {
	cards  register.Registers
	unread error
	new    bool
}

// others returns what has somebody else write the registers while the window is in the foreground.
func (s *stage) others() func(register.Registers, error) {
	var theirs held[written]
	s.kept.set(s.settings)
	s.params.Reread = func() (settings.Settings, register.Registers, bool, error) {
		now := theirs.get()
		theirs.set(written{now.cards, now.unread, false})
		return s.kept.get(), now.cards, now.new, now.unread
	}
	return func(cards register.Registers, unread error) { theirs.set(written{cards, unread, true}) }
}

// TestCardsThatOthersTookAway: what a command or an editor does to the registers is told
// without anybody asking, the list that is open shows it, and cards that are gone can be
// brought back.
func TestCardsThatOthersTookAway(t *testing.T) {
	s := newStage(t, settled)
	others := s.others()
	ivan, anna, yuri := register.Person{First: "Иван", Last: "Пробный"}, register.Person{First: "Анна", Last: "Озерова"}, register.Person{First: "Юрий", Last: "Кравец"}
	s.keepRegisters(register.Registers{People: []register.Person{ivan, anna}}, func() {})
	<-s.writes.Done()
	s.untilIdle()
	s.showRegisters()
	others(register.Registers{People: []register.Person{anna, yuri}}, nil)
	s.watchOthers()
	s.wait("the cards", func() bool {
		texts := s.texts()
		return strings.Contains(texts, "добавлена 1 карточка, исчезла 1 карточка (Иван Пробный)") && strings.Contains(texts, "Юрий Кравец")
	})
	others(register.Registers{People: []register.Person{yuri}}, nil)
	s.wait("both that are gone", func() bool {
		return strings.Contains(s.texts(), "исчезли 2 карточки (Иван Пробный, Анна Озерова)")
	})
	s.hands.Press(fyne.KeyEscape, 0)
	s.tap(t, "Вернуть исчезнувшие")
	s.wait("the word", func() bool { return !strings.Contains(s.texts(), "исчезли") })
	if kept := s.keptRegisters.get().CardNames(); !slices.Equal(kept, []string{"Юрий Кравец", "Иван Пробный", "Анна Озерова"}) || !strings.Contains(s.texts(), "Карточки возвращены: 2.") {
		t.Errorf("kept %q: %s", kept, s.texts())
	}
	others(register.Registers{People: []register.Person{yuri, ivan, anna, {First: "Олег", Last: "Пробный"}}}, nil)
	s.wait("the new card alone", func() bool { return strings.Contains(s.texts(), "файле: добавлена 1 карточка.") })
}

// TestManyCardsThatOthersTookAway: a notice names three cards and counts the others, and says no
// more of cards that it told of before it was put away.
func TestManyCardsThatOthersTookAway(t *testing.T) {
	s := newStage(t, settled)
	others := s.others()
	var people []register.Person
	for _, last := range []string{"Пробный", "Кравец", "Залесский", "Мостовой", "Речной", "Лесной"} {
		people = append(people, register.Person{First: "Иван", Last: last})
	}
	s.keepRegisters(register.Registers{People: people}, func() {})
	<-s.writes.Done()
	s.untilIdle()
	others(register.Registers{People: people[4:]}, nil)
	s.watchOthers()
	s.wait("three of four", func() bool {
		return strings.Contains(s.texts(), "исчезли 4 карточки (Иван Пробный, Иван Кравец, Иван Залесский, …)")
	})
	s.closeNotice()
	others(register.Registers{People: people[5:]}, nil)
	s.wait("the last alone", func() bool {
		return strings.Contains(s.texts(), "исчезла 1 карточка (Иван Речной)")
	})
}

// TestWhatASaveBringsAlong: what others wrote and a save of one's own finds is told too.
func TestWhatASaveBringsAlong(t *testing.T) {
	s := newStage(t, settled)
	s.params.SaveRegisters = func(_, wanted register.Registers) (register.Registers, []register.Conflict, error) {
		return wanted.With(register.Registers{People: []register.Person{{First: "Юрий", Last: "Кравец"}}}), nil, nil
	}
	s.keepRegisters(register.Registers{People: []register.Person{{First: "Иван", Last: "Пробный"}}}, func() {})
	s.wait("their card", func() bool {
		return strings.Contains(s.texts(), "файле: добавлена 1 карточка.") && len(s.registers.People) == 2
	})
}

// TestLinesThatOthersSpoilAreTold: lines that an editor spoils while the window is open are
// told with a way to see them, until they are put right.
func TestLinesThatOthersSpoilAreTold(t *testing.T) {
	s := newStage(t, settled)
	others := s.others()
	others(register.Registers{}, &settings.UnreadError{Path: "people.toml", Copy: "people.toml.bak", Faults: []tomltext.Fault{{Line: 7, Key: "people", Text: "last = \"Кравец", Why: tomltext.NoTOML}}})
	s.lookAgain()
	s.wait("the notice", func() bool { return strings.Contains(s.texts(), "понято не всё") })
	s.tap(t, "Показать строки")
	if !strings.Contains(s.texts(), "Строка 7") {
		t.Errorf("not shown: %s", s.texts())
	}
	s.hands.Press(fyne.KeyEscape, 0)
	others(register.Registers{}, nil)
	s.lookAgain()
	s.wait("nothing", func() bool { return !strings.Contains(s.texts(), "понято не всё") })
}

// TestSettingsThatAreOpenAreNotChangedBelow: what others write to the settings while they are
// open is met by the save, which tells what both have changed.
func TestSettingsThatAreOpenAreNotChangedBelow(t *testing.T) {
	s := newStage(t, settled)
	asked := 0
	s.params.Reread = func() (settings.Settings, register.Registers, bool, error) {
		asked++
		return s.settings, register.Registers{}, false, nil
	}
	s.showSettings()
	s.lookAgain()
	<-s.writes.Done()
	if asked != 0 {
		t.Error("read while the settings are open")
	}
	s.hands.Press(fyne.KeyEscape, 0)
	s.lookAgain()
	<-s.writes.Done()
	if asked != 1 {
		t.Errorf("read %d times when they are closed", asked)
	}
}
