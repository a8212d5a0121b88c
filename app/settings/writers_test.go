package settings

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/gofrs/flock"

	"communique/editor/register"
	"communique/editor/tomltext"
)

// TestTwoWritersOfOneRegister has two windows that never look at each other add
// cards in turns.
func TestTwoWritersOfOneRegister(t *testing.T) {
	dir := t.TempDir()
	const each = 25
	var group sync.WaitGroup
	for writer := range 2 {
		group.Go(func() {
			var known register.Registers
			for i := range each {
				wanted := known.With(register.Registers{People: []register.Person{{First: fmt.Sprintf("Иван %d-%d", writer, i)}}})
				saved, conflicts, err := SaveRegisters(dir, known, wanted)
				if err != nil || len(conflicts) > 0 {
					t.Error(err, conflicts)
				}
				known = saved
			}
		})
	}
	group.Wait()
	if r, err := LoadRegisters(dir); err != nil || len(r.People) != 2*each {
		t.Errorf("%d people, %v", len(r.People), err)
	}
}

func TestACardChangedTwiceIsTold(t *testing.T) {
	dir := t.TempDir()
	card := func(english string) register.Registers {
		return register.Registers{Places: []register.Place{{Name: "Пробный", English: english}}}
	}
	known, _, err := SaveRegisters(dir, register.Registers{}, card(""))
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := SaveRegisters(dir, known, card("theirs")); err != nil {
		t.Fatal(err)
	}
	saved, conflicts, err := SaveRegisters(dir, known, card("mine"))
	if err != nil || len(conflicts) != 1 || conflicts[0].Name != "Пробный" || saved.Places[0].English != "theirs" {
		t.Fatalf("got %+v, %+v, %v", saved, conflicts, err)
	}
	if settled, _, err := SaveRegisters(dir, saved, saved.Settle(conflicts[0])); err != nil || settled.Places[0].English != "mine" {
		t.Errorf("got %+v, %v", settled, err)
	}
}

func TestMergeSettings(t *testing.T) {
	phone := func(name, email string) Contact { return Contact{Name: name, Email: email} }
	chosen := func(c Contact) Contact { c.Default = true; return c }
	base := Settings{Organisation: Organisation{Name: "Совет"}, Contacts: []Contact{chosen(phone("Анна", "a")), phone("Пётр", "p")}}
	with := func(change func(*Settings)) Settings { s := base; change(&s); return s }
	contacts := func(all ...Contact) func(*Settings) { return func(s *Settings) { s.Contacts = all } }
	for name, c := range map[string]struct {
		mine, theirs, want func(*Settings)
		conflicts          string
	}{
		"a width here, a contact there": {
			func(s *Settings) { s.Window.Width = 5 }, contacts(base.Contacts[0], base.Contacts[1], phone("Иван", "i")),
			func(s *Settings) {
				s.Window.Width = 5
				s.Contacts = []Contact{base.Contacts[0], base.Contacts[1], phone("Иван", "i")}
			}, "",
		},
		"both the width":        {func(s *Settings) { s.Window.Width = 5 }, func(s *Settings) { s.Window.Width = 6 }, func(s *Settings) { s.Window.Width = 5 }, ""},
		"both the name":         {func(s *Settings) { s.Organisation.Name = "А" }, func(s *Settings) { s.Organisation.Name = "Б" }, func(s *Settings) { s.Organisation.Name = "А" }, "organisation.name"},
		"the name and the site": {func(s *Settings) { s.Organisation.Name = "А" }, func(s *Settings) { s.Organisation.Site = "Б" }, func(s *Settings) { s.Organisation = Organisation{Name: "А", Site: "Б"} }, ""},
		"one contact twice": {
			contacts(chosen(phone("Анна", "mine")), base.Contacts[1]), contacts(chosen(phone("Анна", "theirs")), base.Contacts[1]),
			contacts(chosen(phone("Анна", "theirs")), base.Contacts[1], phone("Анна", "mine")), "contacts: Анна",
		},
		"the default here, a phone there": {
			contacts(phone("Анна", "a"), chosen(phone("Пётр", "p"))), contacts(chosen(phone("Анна", "theirs")), phone("Пётр", "p")),
			contacts(phone("Анна", "theirs"), chosen(phone("Пётр", "p"))), "",
		},
		"a contact away here, a search there": {
			contacts(base.Contacts[0]), func(s *Settings) { s.Searches = []Search{{"У", "у"}} },
			func(s *Settings) { s.Contacts = base.Contacts[:1]; s.Searches = []Search{{"У", "у"}} }, "",
		},
	} {
		t.Run(name, func(t *testing.T) {
			mine, theirs := with(c.mine), with(c.theirs)
			theirs.Unread = []tomltext.Fault{{Key: "theme", Line: 2}, {Key: "window.width", Line: 3}}
			before := fmt.Sprint(base, mine, theirs)
			got, conflicts := Merge(base, mine, theirs)
			if after := fmt.Sprint(base, mine, theirs); after != before {
				t.Errorf("what was merged is changed:\n%s\nwas\n%s", after, before)
			}
			if len(got.Unread) == 0 || got.Unread[0] != theirs.Unread[0] || (len(got.Unread) == 2) != (mine.Window == base.Window) {
				t.Errorf("unread is %v", got.Unread)
			}
			got.Unread = nil
			if !reflect.DeepEqual(got, with(c.want)) || strings.Join(conflicts, ", ") != c.conflicts {
				t.Errorf("got %+v, %v", got, conflicts)
			}
		})
	}
}

func TestAConflictKeepsTheOtherFile(t *testing.T) {
	dir := t.TempDir()
	named := func(name string) Settings { return Settings{Organisation: Organisation{Name: name}} }
	if _, err := Save(dir, Settings{}, named("Чужое")); err != nil {
		t.Fatal(err)
	}
	saved, err := Save(dir, Settings{}, named("Моё"))
	var conflict *ConflictError
	if !errors.As(err, &conflict) || saved.Organisation.Name != "Моё" {
		t.Fatalf("got %+v, %v", saved, err)
	}
	if data, err := os.ReadFile(conflict.Copy); err != nil || !strings.Contains(string(data), "Чужое") {
		t.Errorf("the copy holds %q, %v", data, err)
	}
}

func TestNothingChangedNothingWritten(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, FileName)
	text := "# моё\ntheme = 'dark'\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Save(dir, s, s); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != text {
		t.Errorf("got %q, %v", data, err)
	}
}

func TestALockThatIsHeld(t *testing.T) {
	dir := t.TempDir()
	lock := flock.New(filepath.Join(dir, lockName))
	if err := lock.Lock(); err != nil {
		t.Fatal(err)
	}
	var busy *BusyError
	if err := lockedFor(dir, 20*lockAgain, func() error { t.Error("done all the same"); return nil }); !errors.As(err, &busy) {
		t.Errorf("got %v", err)
	}
	if err := lock.Unlock(); err != nil {
		t.Fatal(err)
	}
	if err := lockedFor(dir, 20*lockAgain, func() error { return nil }); err != nil {
		t.Error(err)
	}
}

func TestAFolderThatTakesNothing(t *testing.T) {
	if os.Getuid() <= 0 { // root, and whoever it is on Windows
		dir := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(dir, nil, 0o600); err != nil { // they may write anywhere but into a file
			t.Fatal(err)
		}
		if _, err := Save(dir, Settings{}, Settings{Theme: "dark"}); err == nil {
			t.Error("no error")
		}
		return
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, err := Save(dir, Settings{}, Settings{Theme: "dark"}); !errors.Is(err, os.ErrPermission) {
		t.Errorf("got %v", err)
	}
}

func TestReadAgainOnlyWhatChanged(t *testing.T) {
	dir := t.TempDir()
	if _, err := Save(dir, Settings{}, Settings{Theme: "dark"}); err != nil {
		t.Fatal(err)
	}
	again := Rereader(dir)
	if _, _, ok, _ := again(); ok {
		t.Error("nothing has changed")
	}
	if _, err := UpdateRegisters(dir, func(r register.Registers) (register.Registers, error) {
		return r.With(register.Registers{Places: []register.Place{{Name: "Пробный"}}}), nil
	}); err != nil {
		t.Fatal(err)
	}
	s, r, ok, _ := again()
	if !ok || s.Theme != "dark" || len(r.Places) != 1 {
		t.Errorf("got %+v, %+v, %v", s, r, ok)
	}
	if _, _, ok, _ := again(); ok {
		t.Error("nothing has changed since")
	}
}

// TestWhatAnEditorIsStillWriting: a file that is shorter than it was, or has lines that
// cannot be read, is left alone until it stands so at the next look; the lines are told.
func TestWhatAnEditorIsStillWriting(t *testing.T) {
	whole := "[[people]]\nfirst = \"Иван\"\nlast = \"Пробный\"\n\n[[people]]\nfirst = \"Анна\"\nlast = \"Озерова\"\n"
	for name, c := range map[string]struct {
		text   string
		people int
		told   bool
	}{
		"shorter":  {whole[:strings.Index(whole, "\n\n")+1], 1, false},
		"gone":     {"", 0, false},
		"unread":   {whole + "\n[[people]]\nfirst = \"Юрий\nlast = \"Кравец\"\n", 3, true},
		"half":     {whole[:len(whole)-12], 2, true},
		"own note": {string(tomltext.Keep([]tomltext.Fault{{Text: "[[people]]\nshoes = 1", Key: "people"}})) + whole, 2, false},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "people.toml")
			write := func(text string) {
				t.Helper()
				if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			write(whole)
			again := Rereader(dir)
			write(c.text)
			if _, _, ok, err := again(); ok != (name == "own note") || err != nil {
				t.Fatalf("taken at the first look: %v, %v", ok, err)
			}
			if name == "own note" {
				return
			}
			_, r, ok, err := again()
			var unread *UnreadError
			if !ok || len(r.People) != c.people || errors.As(err, &unread) != c.told {
				t.Errorf("got %+v, %v, %v", r, ok, err)
			}
			if _, _, ok, _ := again(); ok {
				t.Error("nothing has changed since")
			}
		})
	}
}
