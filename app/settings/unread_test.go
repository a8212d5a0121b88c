package settings

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"communique/editor/register"
	"communique/editor/tomltext"
	"communique/export"
)

func TestEveryValueThatCanBeReadIsKept(t *testing.T) {
	whole := parse([]byte(good))
	if len(whole.Unread) > 0 {
		t.Fatal(whole.Unread)
	}
	replaced := func(old, wrong string) string {
		if !strings.Contains(good, old) {
			t.Fatalf("no %q", old)
		}
		return strings.Replace(good, old, wrong, 1)
	}
	for name, c := range map[string]struct {
		text string
		lost func(*Settings) // what is missing of the whole
		told string          // line, key and reason of each fault
	}{
		"an unknown key":             {replaced("theme = \"dark\"", "theme = \"dark\"\ncolour = \"red\""), func(*Settings) {}, "3 colour unknown"},
		"a wrong type":               {replaced("theme = \"dark\"", "theme = \"dark\"\nwelcomed = \"yes\""), func(*Settings) {}, "3 welcomed truth"},
		"a theme there is not":       {replaced("\"dark\"", "\"pink\""), func(s *Settings) { s.Theme = "" }, "2 theme value"},
		"a language there is not":    {replaced("\"ru\"", "\"de\""), func(s *Settings) { s.Language = "" }, "1 language value"},
		"a style that is a number":   {replaced("\"gost\"", "5"), func(s *Settings) { s.Export.Style = "" }, "7 export.style text"},
		"a form there is not":        {replaced("\"pdf\",", "\"pfd\","), func(s *Settings) { s.Export.Package = []string{"docx"} }, "8 export.package value"},
		"one of a list":              {replaced("\"pdf\",", "7,"), func(s *Settings) { s.Export.Package = []string{"docx"} }, "8 export.package text"},
		"an address that is none":    {replaced("<anna@press.example>", "<anna@press.example>, нет адреса"), func(s *Settings) { s.Export.Mail.To = "Анна <anna@press.example>, нет адреса" }, "10 export.mail.to address mended"},
		"a kind of phone":            {replaced("\"fax\"", "\"telex\""), func(s *Settings) { s.Contacts[0].Phones = s.Contacts[0].Phones[:1] }, "21 contacts.phones.kind value"},
		"a width below nothing":      {replaced("1280.0", "-5"), func(s *Settings) { s.Window.Width = 0 }, "12 window.width value"},
		"a width without end":        {replaced("1280.0", "inf"), func(s *Settings) { s.Window.Width = 0 }, "12 window.width value"},
		"a width that is no number":  {replaced("1280.0", "nan"), func(s *Settings) { s.Window.Width = 0 }, "12 window.width value"},
		"a pane below nothing":       {replaced("320.0", "-7"), func(s *Settings) { s.Window.LibraryWidth = 0 }, "13 window.library_width value"},
		"an open quote":              {replaced("\"council.example\"", "\"council.example"), func(s *Settings) { s.Organisation.Site = "" }, "5 organisation.site syntax"},
		"no sign of equality":        {replaced("style = ", "style "), func(s *Settings) { s.Export.Style = "" }, "7 export.style syntax"},
		"a key twice":                {replaced("theme = \"dark\"", "theme = \"dark\"\ntheme = \"light\""), func(*Settings) {}, "3 theme twice"},
		"a table twice":              {good + "[organisation]\naddress = \"Пробный пер., 3\"\n", func(s *Settings) { s.Organisation.Address = "Пробный пер., 3" }, "25 organisation twice mended"},
		"a header without a bracket": {replaced("[window]", "[window"), func(*Settings) {}, "11 window syntax mended"},
		"no UTF-8":                   {replaced("\"Учения\"", "\"\xf3\xf7\""), func(s *Settings) { s.Searches[0].Name = "" }, "23 searches.name encoding"},
		"a mark and CRLF":            {"\ufeff" + strings.ReplaceAll(good, "\n", "\r\n"), func(*Settings) {}, ""},
		"half a file":                {strings.SplitAfter(good, "name = \"Совет")[0], func(s *Settings) { *s = Settings{Language: "ru", Theme: "dark"} }, "4 organisation.name syntax"},
		"nothing of use":             {"\x00\xff{{{\n", func(s *Settings) { *s = Settings{} }, "1  encoding"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, FileName)
			if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
				t.Fatal(err)
			}
			got, err := Load(dir)
			want := parse([]byte(good))
			c.lost(&want)
			var told []string
			for _, f := range got.Unread {
				line := fmt.Sprint(f.Line, " ", f.Key, " ", f.Why)
				if f.Mended {
					line += " mended"
				}
				told = append(told, line)
			}
			want.Unread = got.Unread
			if !reflect.DeepEqual(got, want) || strings.Join(told, "; ") != c.told {
				t.Errorf("got %+v, told %q", got, told)
			}
			var unread *UnreadError
			if errors.As(err, &unread) != (c.told != "") || err != nil && unread.Path != path {
				t.Errorf("got %v", err)
			}
			if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
				t.Errorf("reading left %v, %v", entries, err)
			}
			if data, err := os.ReadFile(path); err != nil || string(data) != c.text {
				t.Errorf("the file was changed: %q, %v", data, err)
			}
		})
	}
}

// TestWhatCannotBeReadSurvivesWriting writes the settings as a window does, and
// reads them as the next one would.
func TestWhatCannotBeReadSurvivesWriting(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, FileName)
	text := strings.Replace(good, "\"gost\"", "5 # мой стиль", 1)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	known, _ := Load(dir)
	for i, wide := range []float64{900, 901} {
		wanted := known
		wanted.Window.Width = wide
		saved, err := Save(dir, known, wanted)
		if err != nil {
			t.Fatal(err)
		}
		read, err := Load(dir)
		var unread *UnreadError
		if !errors.As(err, &unread) || len(unread.Faults) != 1 || unread.Faults[0].Key != "export.style" || unread.Faults[0].Why != tomltext.KeptAside || unread.Copy != "" {
			t.Fatalf("write %d: %v", i, err)
		}
		if !reflect.DeepEqual(read, saved) || read.Window.Width != wide || read.Organisation.Name == "" {
			t.Errorf("got %+v, not %+v", read, saved)
		}
		if _, troubles := read.Office(dir, "", shippedStyle); troubles.With(export.PDF) == nil {
			t.Error("the letterhead passes for whole")
		}
		known = saved
	}
	if kept, err := os.ReadFile(path + ".bak"); err != nil || string(kept) != text {
		t.Errorf("the copy holds %q, %v", kept, err)
	}
	if _, err := os.Stat(path + ".bak2"); err == nil {
		t.Error("a second copy was made")
	}
	t.Run("until a style is chosen", func(t *testing.T) {
		wanted := known
		wanted.Export.Style = "gost"
		if saved, err := Save(dir, known, wanted); err != nil || len(saved.Unread) != 0 {
			t.Errorf("got %+v, %v", saved.Unread, err)
		}
	})
}

// TestOnlyWhatWouldBeLostIsCopied writes a file twice in which an address is
// wrong, but taken over.
func TestOnlyWhatWouldBeLostIsCopied(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, FileName)
	if err := os.WriteFile(path, []byte(strings.Replace(good, "anna@press.example", "anna", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, wide := range []float64{900, 901} {
		known, err := Load(dir)
		var unread *UnreadError
		if !errors.As(err, &unread) || unread.Copy != "" {
			t.Errorf("got %v", err)
		}
		wanted := known
		wanted.Window.Width = wide
		if _, err := Save(dir, known, wanted); err != nil {
			t.Fatal(err)
		}
	}
	if found, _ := filepath.Glob(path + ".bak*"); len(found) > 0 {
		t.Errorf("copied as %v", found)
	}
	if s, _ := Load(dir); s.Export.Mail.To != "Анна <anna>" {
		t.Errorf("the address is %q", s.Export.Mail.To)
	}
}

func TestSettledIsLetGo(t *testing.T) {
	for name, settle := range map[string]func(dir string) error{
		"by looking at it": func(dir string) error {
			known, _ := Load(dir)
			_, err := Save(dir, known, known.Settled("organisation", "contacts", "export"))
			return err
		},
		"by forgetting": Forget,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range map[string]string{FileName: strings.Replace(good, "\"gost\"", "5", 1), "people.toml": ""} {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if err := settle(dir); err != nil {
				t.Fatal(err)
			}
			s, err := Load(dir)
			if err != nil || s.Organisation.Name == "" {
				t.Errorf("got %+v, %v", s, err)
			}
			if _, err := os.Stat(filepath.Join(dir, FileName+".bak")); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestACardThatCannotBeReadIsNotLost(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "people.toml")
	text := "[[people]]\nfirst = \"Иван\"\nlast = \"Пробный\"\n\n[[people]]\n[[people.posts]]\ntitle = \"Президент Ирана Масуд Пезешкиан\"\n\n[[people]]\nfirst = \"Анна\"\ngender = \"x\"\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	known, err := LoadRegisters(dir)
	var unread *UnreadError
	if !errors.As(err, &unread) || len(known.People) != 2 || len(unread.Faults) != 2 || unread.Copy != path+".bak" {
		t.Fatalf("got %+v, %v", known, err)
	}
	if _, _, err := SaveRegisters(dir, known, known.With(register.Registers{Places: []register.Place{{Name: "Пробный"}}})); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != text {
		t.Errorf("the people were written though no one of them changed: %s, %v", data, err)
	}
	if _, _, err := SaveRegisters(dir, known, known.With(register.Registers{People: []register.Person{{First: "Пётр"}}})); err != nil {
		t.Fatal(err)
	}
	again, err := LoadRegisters(dir)
	if !errors.As(err, &unread) || len(again.People) != 3 || len(unread.Faults) != 2 || !strings.Contains(unread.Faults[0].Text, "Президент Ирана Масуд Пезешкиан") {
		t.Errorf("got %+v, %v", again, err)
	}
	if data, err := os.ReadFile(path + ".bak"); err != nil || string(data) != text {
		t.Errorf("the copy: %s, %v", data, err)
	}
	places := filepath.Join(dir, "places.toml")
	own := "# как у нас принято\n[[places]]\nname = 'Пробный'\n"
	if err := os.WriteFile(places, []byte(own), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Forget(dir); err != nil {
		t.Fatal(err)
	}
	if again, err := LoadRegisters(dir); err != nil || len(again.People) != 3 {
		t.Errorf("got %+v, %v", again, err)
	}
	if data, err := os.ReadFile(places); err != nil || string(data) != own {
		t.Errorf("a file of which everything was read is written anew: %s, %v", data, err)
	}
}
