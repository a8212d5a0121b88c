package command

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/editor/release"
)

const raw = `В Пробном прошла встреча представителей Совета содружества
14.03.202414 марта с.г. в г. Бишкеке состоялась рабочая встреча членов Совета.
Иван Пробный сказал: «Наша встреча своевременна.
Также обсуждались вопросы подготовки юбилейной сесс
_________________________________________________________
Пресс-секретарь Совета Пётр Образцов
+7-000-000-00-01
`

// office is a folder in which commands are run.
type office struct {
	t   *testing.T
	dir string
	in  string
}

func newOffice(t *testing.T) *office {
	t.Helper()
	return &office{t: t, dir: t.TempDir()}
}

func (o *office) path(name string) string { return filepath.Join(o.dir, name) }

func (o *office) write(name, text string) string {
	o.t.Helper()
	if err := os.WriteFile(o.path(name), []byte(text), 0o600); err != nil {
		o.t.Fatal(err)
	}
	return o.path(name)
}

func (o *office) run(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = o.runInto(&out, &err, args...)
	return status, out.String(), err.String()
}

func (o *office) runInto(stdout, stderr io.Writer, args ...string) (status int) {
	return Run(Params{
		Args:  append([]string{"--library", o.path("library.db"), "--config", o.path("config")}, args...),
		Stdin: strings.NewReader(o.in), Stdout: stdout, Stderr: stderr, Language: "ru",
		Getenv: func(string) string { return "" }, Version: "test",
		Now: func() time.Time { return time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC) },
	})
}

func (o *office) must(args ...string) string {
	o.t.Helper()
	status, out, err := o.run(args...)
	if status != done {
		o.t.Fatalf("%v: status %d\n%s", args, status, err)
	}
	return out
}

func (o *office) json(into any, args ...string) {
	o.t.Helper()
	_, out, err := o.run(args...)
	if jsonErr := json.Unmarshal([]byte(out), into); jsonErr != nil {
		o.t.Fatalf("%v: %v in %s\n%s", args, jsonErr, out, err)
	}
}

func TestImportJSON(t *testing.T) {
	o := newOffice(t)
	var got []map[string]any
	o.json(&got, "import", o.write("raw.txt", raw), "--json")
	if len(got) != 1 {
		t.Fatalf("got %d releases", len(got))
	}
	r := got[0]
	for key, want := range map[string]any{
		"headline": "В Пробном прошла встреча представителей Совета содружества", "date": "2024-03-14",
		"place": "Бишкек", "language": "ru", "status": "draft", "embargo": "", "boilerplate": "",
		"lead": "14 марта с.г. в г. Бишкеке состоялась рабочая встреча членов Совета.",
	} {
		if r[key] != want {
			t.Errorf("%s: got %v, want %v", key, r[key], want)
		}
	}
	blocks := r["blocks"].([]any)
	if b := blocks[0].(map[string]any); len(blocks) != 2 || b["kind"] != "paragraph" || !strings.HasPrefix(b["text"].(string), "Иван Пробный сказал") {
		t.Errorf("blocks: %v", blocks)
	}
	c := r["contacts"].([]any)[0].(map[string]any)
	phone := c["phones"].([]any)[0].(map[string]any)
	if c["name"] != "Пётр Образцов" || c["post"] != "Пресс-секретарь" || c["organisation"] != "Совета" ||
		c["email"] != "" || phone["number"] != "+7-000-000-00-01" || phone["kind"] != "phone" {
		t.Errorf("contact: %v", c)
	}
	if repair := r["repairs"].([]any)[0].(map[string]any); repair["code"] != "date-glued" || repair["text"] != "14.03.202414 марта" {
		t.Errorf("repairs: %v", r["repairs"])
	}
}

func TestCheckJSON(t *testing.T) {
	o := newOffice(t)
	status, out, _ := o.run("check", o.write("raw.txt", raw), "--json")
	var found []finding
	if err := json.Unmarshal([]byte(out), &found); err != nil {
		t.Fatal(err, out)
	}
	var codes []string
	for _, f := range found {
		codes = append(codes, f.Code)
		if f.Message == "" || strings.Contains(f.Message, "⟦") {
			t.Errorf("no words for %s: %q", f.Code, f.Message)
		}
	}
	if got := strings.Join(codes, " "); status != done || got != "date-glued quotes-unbalanced text-cut-off" {
		t.Errorf("status %d, %s", status, got)
	}
	if f := found[1]; f.Block != 0 || f.Start != 21 || f.End != 22 || f.Level != "warning" {
		t.Errorf("got %+v", f)
	}
}

func TestCheckBlocks(t *testing.T) {
	o := newOffice(t)
	status, out, _ := o.run("check", o.write("bare.txt", "Состоялась встреча с ХХХ."))
	if status != couldNot || !strings.Contains(out, "headline-missing") || !strings.Contains(out, "placeholder-left") {
		t.Errorf("status %d\n%s", status, out)
	}
	if status, out, _ := o.run("check", o.write("ok.txt", raw), "--json"); status != done || out == "null\n" {
		t.Errorf("status %d\n%s", status, out)
	}
}

func (o *office) meeting() {
	o.t.Helper()
	o.must("new", "--template", "meeting", "--set", "date=11.09.2024", "--set", "place=Бишкек", "--set", "place.prep=Бишкеке",
		"--set", "host=Иван Пробный", "--set", "host.gen=Ивана Пробного", "--set", "guest=Пётр Образцов",
		"--set", "guest.тв=Петром Образцовым", "--set", "topic=план работы", "--save")
}

func TestFromTemplateToLibrary(t *testing.T) {
	o := newOffice(t)
	o.meeting()
	var entries []listed
	o.json(&entries, "list", "--json")
	if len(entries) != 1 || entries[0].ID != 1 || entries[0].Headline != "Встреча Ивана Пробного с Петром Образцовым" {
		t.Fatalf("got %+v", entries)
	}
	o.json(&entries, "search", "петром", "ПЛАН", "--json")
	if len(entries) != 1 {
		t.Errorf("search: %+v", entries)
	}
	if shown, err := release.Parse([]byte(o.must("show", "1"))); err != nil || shown.Place != "Бишкек" {
		t.Errorf("show: %+v %v", shown, err)
	}
	if status, out, _ := o.run("check", "1"); status != done || !strings.Contains(out, "contact-missing") {
		t.Errorf("check: %d %s", status, out)
	}
}

func TestExport(t *testing.T) {
	o := newOffice(t)
	o.meeting()
	paths := strings.Fields(o.must("export", "1", "--to", "pdf,txt,html", "-o", o.path("out")))
	if len(paths) != 3 || filepath.Base(paths[0]) != "2024-09-11-vstrecha-ivana-probnogo-s-petrom-obraztsovym.pdf" {
		t.Fatalf("export: %v", paths)
	}
	before, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	if status, _, told := o.run("export", "1", "--to", "pdf", "-o", o.path("out")); status != couldNot || !strings.Contains(told, "уже есть") {
		t.Errorf("an existing file: %d %s", status, told)
	}
	o.must("export", "1", "--to", "pdf", "-o", o.path("out"), "--force")
	if after, err := os.ReadFile(paths[0]); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the same export gave other bytes: %v", err)
	}
}

func TestStandardInput(t *testing.T) {
	o := newOffice(t)
	o.in = raw
	if out := o.must("import", "-"); !strings.HasPrefix(out, "2024-03-14\tБишкек\t") {
		t.Errorf("got %q", out)
	}
	toml := o.must("new", "--template", "statement", "--language", "en", "--set", "place=Geneva")
	o.in = toml
	if status, out, _ := o.run("check", "-"); status != couldNot || !strings.Contains(out, "{speaker.full}") {
		t.Errorf("status %d, %s", status, out)
	}
}

func TestImportIntoFolderAndLibrary(t *testing.T) {
	o := newOffice(t)
	source := o.write("raw.txt", raw+"\n"+raw)
	paths := strings.Fields(o.must("import", source, "--save", "-o", o.path("out")))
	if len(paths) != 2 || paths[0] == paths[1] {
		t.Fatalf("got %v", paths)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := release.Parse(data); err != nil {
			t.Error(err)
		}
	}
	var entries []listed
	o.json(&entries, "list", "--json")
	if len(entries) != 2 {
		t.Errorf("library: %+v", entries)
	}
}

func TestMisuse(t *testing.T) {
	o := newOffice(t)
	for name, args := range map[string][]string{
		"unknown command":  {"fly"},
		"unknown flag":     {"list", "--colour"},
		"no template":      {"new"},
		"no file":          {"import"},
		"no form":          {"export", "1"},
		"no words":         {"search"},
		"two numbers":      {"show", "1", "2"},
		"flag's own value": {"list", "--json=maybe"},
	} {
		t.Run(name, func(t *testing.T) {
			if status, out, told := o.run(args...); status != misuse || told == "" || out != "" {
				t.Errorf("status %d, %q, %q", status, out, told)
			}
		})
	}
}

func TestTroubleIsTold(t *testing.T) {
	o := newOffice(t)
	folder := o.path("folder")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		args []string
		part string
	}{
		"missing file":      {[]string{"import", o.path("нет.txt")}, "нет.txt"},
		"NUL":               {[]string{"import", o.write("nul.txt", "а\x00б")}, "нулевой байт"},
		"a folder to check": {[]string{"check", folder}, "folder"},
		"no version":        {[]string{"show", "77", "--version", "3"}, "77"},
		"no backup":         {[]string{"restore-backup", o.path("нет.db")}, "нет.db"},
		"no order":          {[]string{"list", "--sort", "pretty"}, "newest"},
		"empty":             {[]string{"check", o.write("empty.txt", "")}, "нет текста"},
		"broken TOML":       {[]string{"check", o.write("bad.toml", "format = 1\nheadline = «\n")}, "Строка 2"},
		"unknown key":       {[]string{"export", o.write("key.toml", "format = 1\ncolour = 1\n"), "--to", "txt"}, "colour"},
		"no such release":   {[]string{"show", "77"}, "77"},
		"no number":         {[]string{"show", "abc"}, "abc"},
		"no such template":  {[]string{"new", "--template", "party"}, "meeting"},
		"unknown field":     {[]string{"new", "--template", "meeting", "--set", "gast=Я"}, "{guest}"},
		"unknown case":      {[]string{"new", "--template", "meeting", "--set", "guest.voc=Я"}, "guest.voc=Я"},
		"no value":          {[]string{"new", "--template", "meeting", "--set", "guest"}, "guest"},
		"unknown form":      {[]string{"export", o.write("ok.txt", raw), "--to", "odt"}, "odt"},
		"a letter 1251 lacks": {
			[]string{"export", o.write("kk.txt", "Қазақстан жаңалықтары.\n"), "--to", "txt", "--windows-1251", "-o", folder}, "Қ",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			status, _, told := o.run(tt.args...)
			if status != couldNot || !strings.Contains(told, tt.part) || strings.Contains(told, "⟦") {
				t.Errorf("status %d, %q", status, told)
			}
		})
	}
}

func TestOneBadFileDoesNotStopTheRest(t *testing.T) {
	o := newOffice(t)
	status, out, told := o.run("import", o.path("нет.txt"), o.write("raw.txt", raw), "--json")
	var got []map[string]any
	if err := json.Unmarshal([]byte(out), &got); err != nil || len(got) != 1 || status != couldNot || !strings.Contains(told, "нет.txt") {
		t.Errorf("status %d, %d releases, %q, %v", status, len(got), told, err)
	}
}

func TestFileNamesCannotLeaveTheFolder(t *testing.T) {
	o := newOffice(t)
	source := o.write("evil.toml", "format = 1\nlanguage = \"ru\"\nkind = \"news\"\nstatus = \"draft\"\nheadline = \"../../../evil\"\nlead = \"Лид.\"\n")
	out := strings.TrimSpace(o.must("export", source, "--to", "txt", "-o", o.path("out")))
	if filepath.Dir(out) != o.path("out") || filepath.Base(out) != "evil.txt" {
		t.Errorf("got %s", out)
	}
}

func TestBrokenSettingsDoNotStop(t *testing.T) {
	o := newOffice(t)
	if err := os.Mkdir(o.path("config"), 0o700); err != nil {
		t.Fatal(err)
	}
	o.write("config/settings.toml", "language = ")
	status, _, told := o.run("new", "--template", "meeting")
	if status != done || !strings.Contains(told, "settings.toml.bak") {
		t.Errorf("status %d, %q", status, told)
	}
}

func TestTheOfficeFurnishes(t *testing.T) {
	o := newOffice(t)
	if err := os.Mkdir(o.path("config"), 0o700); err != nil {
		t.Fatal(err)
	}
	o.write("config/settings.toml", `[organisation]
name = "Совет"
boilerplate = "О Совете."
[[contacts]]
default = true
name = "Пётр Образцов"
email = "press@council.example"
`)
	o.write("config/people.toml", "[[people]]\nfirst = \"Иван\"\nlast = \"Пробный\"\n[people.forms]\ngen = \"Ивана Пробнога\"\n")
	r, err := release.Parse([]byte(o.must("new", "--template", "meeting", "--set", "host=Иван Пробный")))
	if err != nil || r.Boilerplate != "О Совете." || len(r.Contacts) != 1 || !strings.HasPrefix(r.Headline, "Встреча Ивана Пробнога с {guest.ins.full}") {
		t.Errorf("got %+v, %v", r, err)
	}
}

func TestCompletionAndHelp(t *testing.T) {
	o := newOffice(t)
	if out := o.must("completion", "bash"); !strings.Contains(out, "communique") {
		t.Error("no completion")
	}
	if out := o.must("--help"); !strings.Contains(out, "Создать релиз по шаблону") {
		t.Errorf("help: %s", out)
	}
}
