package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// config writes the settings and other files of their folder.
func (o *office) config(files map[string]string) {
	o.t.Helper()
	for name, text := range files {
		path := filepath.Join(o.path("config"), name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			o.t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			o.t.Fatal(err)
		}
	}
}

// TestNothingLeavesWithoutItsLetterhead breaks what the letterhead is made of,
// in each way, and asks for each form.
func TestNothingLeavesWithoutItsLetterhead(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		told  []string
	}{
		"a style that is a number":   {map[string]string{"settings.toml": "[export]\nstyle = 5\n"}, []string{"settings.toml", "Строка 2", "style = 5"}},
		"a style there is not":       {map[string]string{"settings.toml": "[export]\nstyle = \"nowhere\"\n"}, []string{"nowhere", "настройках"}},
		"a style that is no TOML":    {map[string]string{"settings.toml": "[export]\nstyle = \"own\"\n", "styles/own.toml": "[letterhead]\nshow = \n"}, []string{filepath.Join("styles", "own.toml"), "Строка 2"}},
		"a style with a bad value":   {map[string]string{"settings.toml": "[export]\nstyle = \"own\"\n", "styles/own.toml": "[text]\nsize = 500\n"}, []string{"own.toml", "text.size"}},
		"a style without its logo":   {map[string]string{"settings.toml": "[export]\nstyle = \"own\"\n", "styles/own.toml": "[letterhead]\nlogo = \"нет.png\"\n"}, []string{"own.toml", "нет.png"}},
		"a plain style of one's own": {map[string]string{"styles/plain.toml": "size = 5\n"}, []string{"plain.toml", "size"}},
		"a logo that is gone":        {map[string]string{"settings.toml": "[organisation]\nlogo = \"/nowhere/logo.png\"\n"}, []string{"/nowhere/logo.png", "настройках"}},
		"a name that is a number":    {map[string]string{"settings.toml": "[organisation]\nname = 5\nsite = \"council.example\"\n"}, []string{"Строка 2", "name = 5"}},
		"an open quote":              {map[string]string{"settings.toml": "[organisation]\nname = \"Совет\nsite = \"council.example\"\n"}, []string{"Строка 2"}},
		"the table misspelt":         {map[string]string{"settings.toml": "[organization]\nname = \"Совет\"\n"}, []string{"Строка 1", "organization"}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, form := range []string{"pdf", "docx", "html", "eml", "ninjs", "package", "pdf,txt"} {
				o := newOffice(t)
				o.config(c.files)
				raw := o.write("raw.txt", raw)
				status, out, told := o.run("export", raw, "--to", form, "-o", o.path("out"))
				if status != couldNot || out != "" || strings.Contains(told, "⟦") {
					t.Errorf("%s: status %d, %q, %q", form, status, out, told)
				}
				for _, word := range c.told {
					if !strings.Contains(told, word) {
						t.Errorf("%s: %q is not told: %s", form, word, told)
					}
				}
				if found, _ := filepath.Glob(filepath.Join(o.path("out"), "*")); len(found) > 0 {
					t.Errorf("%s: written all the same: %v", form, found)
				}
			}
			o := newOffice(t)
			o.config(c.files)
			if status, _, told := o.run("export", o.write("raw.txt", raw), "--to", "txt", "-o", o.path("out")); status != done {
				t.Errorf("the text, which bears no letterhead, is kept back: %s", told)
			}
		})
	}
}

// TestWhatReadersMissIsTold where a release leaves all the same: what is not drawn of a logo, the office's or
// the style's, and letters that hardly stand out. What bears none of that says nothing of it.
func TestWhatReadersMissIsTold(t *testing.T) {
	const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 9"><rect width="9" height="9"/><text>Совет</text></svg>`
	for name, c := range map[string]struct {
		files map[string]string
		told  string
	}{
		"the office's logo": {map[string]string{"settings.toml": "[organisation]\nlogo = 'LOGO'\n"}, "text"},
		"the style's logo":  {map[string]string{"settings.toml": "[export]\nstyle = \"own\"\n", "styles/own.toml": "[letterhead]\nlogo = \"logo.svg\"\n", "styles/logo.svg": drawing}, "logo.svg"},
		"pale letters":      {map[string]string{"settings.toml": "[export]\nstyle = \"own\"\n", "styles/own.toml": "[colours]\ntext = \"#eeeeee\"\n"}, "#eeeeee"},
	} {
		o := newOffice(t)
		c.files["settings.toml"] = strings.ReplaceAll(c.files["settings.toml"], "LOGO", o.write("logo.svg", drawing))
		o.config(c.files)
		source := o.write("raw.txt", raw)
		for _, form := range []string{"pdf", "docx", "package"} {
			if status, _, told := o.run("export", source, "--to", form, "-o", o.path("out")); status != done || strings.Count(told, c.told) != 1 {
				t.Errorf("%s, %s: status %d, %q", name, form, status, told)
			}
		}
		if status, _, told := o.run("export", source, "--to", "txt", "-o", o.path("out")); status != done || strings.Contains(told, c.told) {
			t.Errorf("%s, as text: status %d, %q", name, status, told)
		}
	}
}

func TestWhatDoesNotTouchTheLetterheadDoesNotStopIt(t *testing.T) {
	o := newOffice(t)
	text := "theme = \"pink\"\ncolour = \"red\"\n[organisation]\nname = \"Совет содружества\"\n[export.mail]\nto = \"нет адреса\"\n"
	o.config(map[string]string{"settings.toml": text})
	source := o.write("raw.txt", raw)
	status, out, told := o.run("export", source, "--to", "pdf", "-o", o.path("out"))
	if status != done || !strings.HasSuffix(strings.TrimSpace(out), ".pdf") {
		t.Fatalf("status %d, %q", status, told)
	}
	for _, word := range []string{"Строка 1", "pink", "Строка 2", "colour", "Строка 6", "нет адреса"} {
		if !strings.Contains(told, word) {
			t.Errorf("%q is not told: %s", word, told)
		}
	}
	if status, _, told := o.run("export", source, "--to", "eml", "-o", o.path("out")); status != couldNot || !strings.Contains(told, "нет адреса") {
		t.Errorf("a mail to nobody: status %d, %s", status, told)
	}
	if data, err := os.ReadFile(filepath.Join(o.path("config"), "settings.toml")); err != nil || string(data) != text {
		t.Errorf("the settings changed: %s, %v", data, err)
	}
	if status, _, told := o.run("export", source, "--to", "docx", "--style", "gost", "-o", o.path("out")); status != done {
		t.Errorf("status %d, %s", status, told)
	}
}

func TestACardNeedsAName(t *testing.T) {
	o := newOffice(t)
	for name, c := range map[string]struct {
		args []string
		told string
	}{
		"a post alone":                {[]string{"people", "add", "Президент Ирана"}, "--post"},
		"an empty person":             {[]string{"people", "add", " "}, "имени"},
		"a post and no name":          {[]string{"people", "add", "--post", "Министр", "\t"}, "имени"},
		"an empty organisation":       {[]string{"organisations", "add", ""}, "имени"},
		"a place of spaces":           {[]string{"places", "add", " \n "}, "имени"},
		"a place of what no eye sees": {[]string{"places", "add", "\x01"}, "имени"},
	} {
		status, _, told := o.run(c.args...)
		if status != couldNot || !strings.Contains(told, c.told) {
			t.Errorf("%s: status %d, %q", name, status, told)
		}
	}
	o.must("people", "add", "--post", "Президент Ирана", "Масуд Пезешкиан")
	o.must("places", "add", "Новый\n Пробный")
	if out := o.must("people", "list"); out != "Масуд Пезешкиан\tПрезидент Ирана\n" {
		t.Errorf("got %q", out)
	}
	if out := o.must("places", "list"); !strings.HasPrefix(out, "Новый Пробный\t") {
		t.Errorf("got %q", out)
	}
	o.must("people", "add", "--post", "Министр", "Масуд Пезешкиан")
	if out := o.must("people", "list"); out != "Масуд Пезешкиан\tПрезидент Ирана; Министр\n" {
		t.Errorf("adding again took something away: %q", out)
	}
}

func TestOneBrokenCardDoesNotEmptyTheRegister(t *testing.T) {
	o := newOffice(t)
	o.config(map[string]string{"people.toml": "[[people]]\nfirst = \"Иван\"\nlast = \"Пробный\"\n[[people]]\n[[people.posts]]\ntitle = \"Президент\"\n"})
	for range 2 {
		o.must("people", "add", "Анна Озерова")
		status, out, told := o.run("people", "list")
		if status != done || out != "Иван Пробный\t\nАнна Озерова\t\n" || !strings.Contains(told, "people.toml") {
			t.Errorf("status %d, %q, %q", status, out, told)
		}
	}
	data, err := os.ReadFile(filepath.Join(o.path("config"), "people.toml"))
	if err != nil || !strings.Contains(string(data), `title = "Президент"`) {
		t.Errorf("the card's words are gone: %s, %v", data, err)
	}
}
