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
	"communique/editor/template"
	"communique/editor/tomltext"
	"communique/export"
	"communique/export/style"
)

func full() Settings {
	return Settings{
		Language: "ru", Theme: "dark", Welcomed: true, ExportFolder: "/home/press/Документы",
		Organisation: Organisation{Name: "Совет содружества", Site: "council.example", Boilerplate: "Первая\nвторая"},
		Window:       Window{Width: 1280, Height: 800, LibraryWidth: 280},
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
			if _, err := Save(dir, Settings{}, s); err != nil {
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

// good is a file of which every line is right; the tests break one.
const good = `language = "ru"
theme = "dark"
[organisation]
name = "Совет содружества"
site = "council.example"
[export]
style = "gost"
package = ["pdf", "docx"]
[export.mail]
to = "Анна <anna@press.example>"
[window]
width = 1280.0
library_width = 320.0
[[contacts]]
name = "Анна Примерова"
[[contacts.phones]]
number = "+7-000-000-00-01"
kind = "phone"
[[contacts.phones]]
number = "+7-000-000-00-02"
kind = "fax"
[[searches]]
name = "Учения"
query = "учения"
`

func TestBadValuesAreNotWritten(t *testing.T) {
	for name, change := range map[string]func(*Settings){
		"a theme": func(s *Settings) { s.Theme = "pink" },
		"a width": func(s *Settings) { s.Window.LibraryWidth = -7 },
		"a phone": func(s *Settings) {
			s.Contacts = []Contact{{Phones: []release.PhoneNumber{{Number: "1", Kind: "telex"}}}}
		},
		"a broken text": func(s *Settings) { s.Organisation.Name = "\xff" },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			wanted := Settings{}
			change(&wanted)
			var unwritable *tomltext.UnwritableError
			if _, err := Save(dir, Settings{}, wanted); !errors.As(err, &unwritable) {
				t.Errorf("got %v", err)
			}
			if _, err := os.Stat(filepath.Join(dir, FileName)); err == nil {
				t.Error("it was written")
			}
		})
	}
}

func shippedStyle(name string) (style.Style, error) { return Style("", name) }

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

// TestWithDefaults gives new releases the default contact, or the first where none is the
// default, and never in the place of the release's own.
func TestWithDefaults(t *testing.T) {
	two := full()
	first := full()
	first.Contacts[1].Default = false
	third := full()
	third.Contacts = append(third.Contacts, Contact{Name: "Третий", Default: true})
	own := release.New("ru")
	own.Contacts, own.Boilerplate = []release.Contact{{Name: "Своя"}}, "Своё"
	for name, tt := range map[string]struct {
		settings          Settings
		release           release.Release
		contact, about    string
		contacts, numbers int
	}{
		"the default":           {two, release.New("ru"), "Пётр Образцов", "Первая\nвторая", 1, 1},
		"none is the default":   {first, release.New("ru"), "Анна Примерова", "Первая\nвторая", 1, 0},
		"two are the default":   {third, release.New("ru"), "Пётр Образцов", "Первая\nвторая", 1, 1},
		"one, not the default":  {Settings{Contacts: []Contact{{Name: "Анна"}}}, release.New("ru"), "Анна", "", 1, 0},
		"it has its own":        {two, own, "Своя", "Своё", 1, 0},
		"the office has nobody": {Settings{}, release.New("ru"), "", "", 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			r := tt.settings.WithDefaults(tt.release)
			if len(r.Contacts) != tt.contacts || r.Boilerplate != tt.about {
				t.Fatalf("got %+v", r)
			}
			if tt.contacts > 0 && (r.Contacts[0].Name != tt.contact || len(r.Contacts[0].Phones) != tt.numbers) {
				t.Errorf("got %+v", r.Contacts)
			}
		})
	}
	r := two.WithDefaults(release.New("ru"))
	r.Contacts[0].Phones[0].Number = "другой"
	if two.Contacts[1].Phones[0].Number == "другой" {
		t.Error("the release shares its phones with the settings")
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
			office, troubles := s.Office(dir, "", shippedStyle)
			var logo *LogoError
			if err := troubles.With(export.PDF); !errors.As(err, &logo) || office.Organisation.Logo != nil || office.Organisation.Name != "Совет содружества" {
				t.Errorf("got %+v, %v", office.Organisation, err)
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
	if _, _, err := SaveRegisters(dir, register.Registers{}, r); err != nil {
		t.Fatal(err)
	}
	if got, err := LoadRegisters(dir); err != nil || !reflect.DeepEqual(got, r) {
		t.Errorf("got %+v, %v", got, err)
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
	all, err = Templates(dir)
	var broken *template.FileError
	if !errors.As(err, &broken) || broken.Path != "meeting.toml" || !strings.Contains(err.Error(), "{gast}") || len(all) != len(shipped) {
		t.Errorf("got %d templates, %v", len(all), err)
	}
}

func TestWhatTheLetterheadNeeds(t *testing.T) {
	for text, forms := range map[string]string{ // the forms that are kept back
		"theme = \"pink\"":                   "",
		"colour = \"red\"":                   "",
		"[window]\nwidth = -5":               "",
		"[window.place]\nleft = 5":           "",
		"export_folder = 5":                  "",
		"exports = 5":                        "",
		"[[searches]]\nname = 5":             "",
		"organisation = 5":                   "pdf docx html eml ninjs package",
		"[organisation]\nname = 5":           "pdf docx html eml ninjs package",
		"[organisation]\nlogoo = \"x.png\"":  "pdf docx html eml ninjs package",
		"[organization]\nname = \"Совет\"":   "pdf docx html eml ninjs package",
		"[organisation \"\nname = \"Совет\"": "pdf docx html eml ninjs package",
		"[[contacts]]\n[[contacts.phones]]\nnumber = \"1\"\nkind = \"telex\"": "pdf docx html eml ninjs package",
		"[export]\nstyle = 5":                                        "pdf docx html eml ninjs package",
		"[export]\nstyel = \"gost\"":                                 "pdf docx html eml ninjs package",
		"[export]\nstyle = \"nowhere\"":                              "pdf docx html eml ninjs package",
		"[export]\npackage = [\"pfd\"]":                              "package",
		"[export.mail]\nto = \"нет адреса\"":                         "eml package",
		"[export.mail]\nhtml = 5":                                    "eml package",
		"[organisation]\nname = \"А\"\n[organisation]\nsite = \"Б\"": "",
	} {
		t.Run(text, func(t *testing.T) {
			s := parse([]byte(text))
			_, troubles := s.Office("", s.Export.Style, shippedStyle)
			var kept []string
			for _, f := range export.Forms() {
				if troubles.With(f) != nil {
					kept = append(kept, string(f))
				}
			}
			if troubles.Packing(s.PackageForms()) != nil {
				kept = append(kept, "package")
			}
			if got := strings.Join(kept, " "); got != forms {
				t.Errorf("kept back: %s", got)
			}
		})
	}
	if office, troubles := (Settings{}).Office("", "nowhere", shippedStyle); troubles.Letterhead == nil || office.Style.Name != style.Plain {
		t.Errorf("in the place of a style that there is not: %q, %v", office.Style.Name, troubles.Letterhead)
	}
	s := parse([]byte("[export]\nstyle = 5"))
	if _, troubles := s.Office("", "gost", shippedStyle); troubles.With(export.PDF) != nil {
		t.Error("another style was asked for")
	}
}

// A usage that nobody has is told and leaves the program's own.
func TestUsagesOfTheHouse(t *testing.T) {
	for text, told := range map[string]string{
		"yo = \"never\"":             "",
		"yo = \"sometimes\"":         "everywhere, names, never",
		"places_in_o = \"stay\"":     "",
		"places_in_o = \"go\"":       "stay",
		"zoda = \"stay\"":            "",
		"zoda = \"go\"":              "stay",
		"women_in_l = \"decline\"":   "",
		"women_in_l = \"everybody\"": "decline",
	} {
		s := parse([]byte("[house]\n" + text))
		fits := ""
		for _, fault := range s.Unread {
			fits += fault.Fits
		}
		if fits != told || (s.House == grammar.House{}) == (told == "") {
			t.Errorf("%s: %+v, told %q", text, s.House, fits)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("language = \"ru\"\n[[contacts]]\ndefault = true\n"))
	f.Add([]byte(good))
	f.Add([]byte("[export\nstyle = 5\npackage = [\"x\", \"pdf\"\n[[contacts]]\n[[contacts.phones]]\nkind = \"telex\"\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := parse(data)
		text, err := tomltext.EncodeProven(s, check)
		if err != nil {
			t.Fatalf("%q: what was read cannot be written: %v", data, err)
		}
		again := parse(append(tomltext.Keep(s.Unread), text...))
		second, err := tomltext.Encode(again)
		if err != nil || string(second) != string(text) {
			t.Errorf("%q: %v\n%s\n%s", data, err, text, second)
		}
		kept := string(tomltext.Keep(s.Unread))
		if found := string(tomltext.Keep(again.Unread)); found != kept {
			t.Errorf("%q: kept %q, then %q", data, kept, found)
		}
	})
}
