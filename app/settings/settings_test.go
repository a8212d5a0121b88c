package settings

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

func full() Settings {
	return Settings{
		Language: "ru", Theme: "dark", Welcomed: true, ExportFolder: "/home/press/Документы",
		Organisation: Organisation{Name: "Совет содружества", Site: "council.example", Boilerplate: "Первая\nвторая"},
		Window:       Window{Width: 1280, Height: 800, LibrarySplit: 0.22},
		Contacts: []Contact{
			{Name: "Анна Примерова"},
			{
				Title: "Пресс-служба", Default: true, Name: "Пётр Образцов",
				Phones: []release.PhoneNumber{{Number: "+7-000-000-00-01", Kind: release.PhoneFax}},
			},
		},
	}
}

func TestSaveThenLoad(t *testing.T) {
	for name, s := range map[string]Settings{"full": full(), "empty": {}} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "deep", "config")
			if err := Save(dir, s); err != nil {
				t.Fatal(err)
			}
			if got, err := Load(dir); err != nil || !reflect.DeepEqual(got, s) {
				t.Errorf("got %+v, %v", got, err)
			}
		})
	}
}

func TestNoSettingsYet(t *testing.T) {
	if s, err := Load(t.TempDir()); err != nil || !reflect.DeepEqual(s, Settings{}) {
		t.Errorf("got %+v, %v", s, err)
	}
}

func TestBrokenSettingsAreKept(t *testing.T) {
	for name, text := range map[string]string{
		"no TOML":       "language = ",
		"unknown key":   "colour = \"red\"\n",
		"wrong type":    "welcomed = \"yes\"\n",
		"bad language":  "language = \"de\"\n",
		"bad theme":     "theme = \"pink\"\n",
		"not UTF-8":     "language = \"\xf0\xf3\"\n",
		"NUL":           "\x00",
		"bad phone":     "[[contacts]]\n[[contacts.phones]]\nnumber = \"1\"\nkind = \"telex\"\n",
		"unknown case":  "[[people]]\nname = \"А\"\n[people.forms]\nvoc = \"Б\"\n",
		"half a record": "[organisation]\nname = \"Со",
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, FileName)
			for _, suffix := range []string{".bak", ".bak2"} {
				if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
				s, err := Load(dir)
				var broken *BrokenError
				if !errors.As(err, &broken) || !reflect.DeepEqual(s, Settings{}) {
					t.Fatalf("got %+v, %v", s, err)
				}
				if kept, err := os.ReadFile(path + suffix); err != nil || string(kept) != text || broken.Kept != path+suffix {
					t.Errorf("kept %q as %s, %v", kept, broken.Kept, err)
				}
			}
		})
	}
}

func TestSettingsFromWindowsEditors(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, FileName), []byte("\ufefflanguage = \"ru\"\r\n# моё\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := Load(dir); err != nil || s.Language != "ru" {
		t.Errorf("got %+v, %v", s, err)
	}
}

func TestDefaultContact(t *testing.T) {
	if c, ok := full().DefaultContact(); !ok || c.Label() != "Пресс-служба" {
		t.Errorf("got %+v", c)
	}
	if _, ok := (Settings{}).DefaultContact(); ok {
		t.Error("a contact from nowhere")
	}
}

func TestLogo(t *testing.T) {
	dir := t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for name, path := range map[string]string{
		"missing":    filepath.Join(dir, "нет.png"),
		"no picture": write("text.png", []byte("текст")),
		"too large":  write("large.png", make([]byte, maxLogo+1)),
		"a folder":   dir,
	} {
		t.Run(name, func(t *testing.T) {
			s := full()
			s.Organisation.Logo = path
			profile, err := s.Profile()
			var logo *LogoError
			if !errors.As(err, &logo) || profile.Logo != nil || profile.Name != "Совет содружества" {
				t.Errorf("got %+v, %v", profile, err)
			}
		})
	}
}

func TestRegisters(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "config")
	r := register.Registers{
		People:        []register.Person{{First: "Иван", Last: "Пробный", Forms: grammar.Forms{grammar.Genitive: "Ивана Пробного"}}},
		Organisations: []register.Organisation{{Name: "Совет", Abbreviation: "С"}},
	}
	if err := SaveRegisters(dir, r); err != nil {
		t.Fatal(err)
	}
	if got, err := LoadRegisters(dir); err != nil || !reflect.DeepEqual(got, r) {
		t.Errorf("got %+v, %v", got, err)
	}
	path := filepath.Join(dir, "people.toml")
	if err := os.WriteFile(path, []byte("people = 5"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := LoadRegisters(dir)
	var broken *BrokenError
	if !errors.As(err, &broken) || len(got.Organisations) != 1 {
		t.Errorf("got %+v, %v", got, err)
	}
	if data, err := os.ReadFile(broken.Kept); err != nil || string(data) != "people = 5" {
		t.Errorf("the broken file was not kept: %q, %v", data, err)
	}
}

func TestOwnTemplates(t *testing.T) {
	dir := t.TempDir()
	shipped, err := Templates(dir)
	if err != nil || len(shipped) < 14 {
		t.Fatal(len(shipped), err)
	}
	meeting, err := shipped.Find("meeting", "ru")
	if err != nil {
		t.Fatal(err)
	}
	meeting.Title = "Наша встреча"
	data, err := meeting.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "templates"), 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "templates", "meeting.toml")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	all, err := Templates(dir)
	own, findErr := all.Find("meeting", "ru")
	if err != nil || findErr != nil || own.Title != "Наша встреча" || len(all) != len(shipped) {
		t.Errorf("got %q of %d, %v %v", own.Title, len(all), err, findErr)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(data), "{guest.ins.full}", "{gast}", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Templates(dir); err == nil || !strings.Contains(err.Error(), "meeting.toml") || !strings.Contains(err.Error(), "{gast}") {
		t.Errorf("got %v", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("language = \"ru\"\n[[contacts]]\ndefault = true\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := parse(data)
		if err != nil {
			return
		}
		dir := t.TempDir()
		if err := Save(dir, s); err != nil {
			t.Fatal(err)
		}
		if _, err := Load(dir); err != nil {
			t.Errorf("%q: %v", data, err)
		}
	})
}
