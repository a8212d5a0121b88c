package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/export"
)

func TestEveryFormFromTheCommandLine(t *testing.T) {
	o := newOffice(t)
	o.meeting()
	var rows []exportRow
	o.json(&rows, "export", "1", "--to", "pdf,txt,html,md,docx,eml,ninjs,package", "-o", o.path("out"), "--json")
	if len(rows) != len(export.Forms())+1 {
		t.Fatalf("got %+v", rows)
	}
	for _, row := range rows {
		info, err := os.Stat(row.Path)
		if err != nil || row.Error != "" || row.Source != "1" || info.IsDir() != (row.Form == packageForm) {
			t.Errorf("%+v: %v", row, err)
		}
	}
	files, err := os.ReadDir(rows[len(rows)-1].Path)
	if err != nil || len(files) != len(export.Forms())+1 {
		t.Errorf("the package holds %d files, %v", len(files), err)
	}
}

func TestExportFromStandardInput(t *testing.T) {
	o := newOffice(t)
	o.in = strings.NewReader(raw)
	paths := strings.Fields(o.must("export", "-", "--to", "md,txt", "--width", "30", "-o", o.path("out")))
	if len(paths) != 2 {
		t.Fatalf("got %q", paths)
	}
	data, err := os.ReadFile(paths[1])
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if len([]rune(line)) > 31 {
			t.Errorf("a line of %d: %q", len([]rune(line)), line)
		}
	}
}

func TestStyles(t *testing.T) {
	o := newOffice(t)
	source := o.write("release.txt", raw)
	if err := os.MkdirAll(o.path("config/styles"), 0o700); err != nil {
		t.Fatal(err)
	}
	o.write("config/styles/own.toml", "base = \"gost\"\ntitle = { ru = \"Наш\", en = \"Ours\" }\n[draft]\nshow = false\n")
	if out := o.must("styles", "list"); !strings.Contains(out, "plain\tПростой\n") || !strings.Contains(out, "own\tНаш\n") {
		t.Errorf("list: %q", out)
	}
	if out := o.must("styles", "show", "gost"); !strings.Contains(out, "size = 14") {
		t.Errorf("show: %q", out)
	}
	o.must("styles", "check", o.path("config/styles/own.toml"))
	broken := o.write("broken.toml", "[text]\nsize = 900\n")
	if status, _, told := o.run("styles", "check", broken); status != couldNot || !strings.Contains(told, "text.size") {
		t.Errorf("check: %d, %q", status, told)
	}
	sizes := map[string]int{}
	for _, style := range []string{"plain", "gost", "own", o.path("config/styles/own.toml")} {
		path := strings.TrimSpace(o.must("export", source, "--to", "pdf", "--style", style, "-o", o.path("out"), "--force"))
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		sizes[style] = len(data)
	}
	o.write("config/settings.toml", "[export]\nstyle = \"gost\"\n")
	if data, err := os.ReadFile(strings.TrimSpace(o.must("export", source, "--to", "pdf", "-o", o.path("out"), "--force"))); err != nil || len(data) != sizes["gost"] {
		t.Errorf("the style of the settings is not used: %d bytes, %v", len(data), err)
	}
	if sizes["plain"] == sizes["gost"] || sizes["own"] == sizes["gost"] || sizes["own"] != sizes[o.path("config/styles/own.toml")] {
		t.Errorf("the styles are not different: %v", sizes)
	}
	for _, name := range []string{"nowhere", "../config/styles/own", broken} {
		if status, out, told := o.run("export", source, "--to", "pdf", "--style", name, "-o", o.path("no")); status != couldNot || out != "" || told == "" {
			t.Errorf("%s: %d, %q, %q", name, status, out, told)
		}
	}
}

func TestTwoLanguagesInOnePDF(t *testing.T) {
	o := newOffice(t)
	russian := o.write("ru.txt", raw)
	english := o.write("en.toml", "format = 1\nlanguage = \"en\"\nkind = \"news\"\nstatus = \"draft\"\nheadline = \"A meeting\"\nlead = \"It took place.\"\n")
	one := strings.TrimSpace(o.must("export", russian, "--to", "pdf", "-o", o.path("one")))
	both := strings.TrimSpace(o.must("export", russian, "--with", english, "--to", "pdf", "-o", o.path("both")))
	short, err := os.Stat(one)
	if err != nil {
		t.Fatal(err)
	}
	if long, err := os.Stat(both); err != nil || long.Size() <= short.Size() {
		t.Errorf("the translation is not in it: %v", err)
	}
	if filepath.Base(one) != filepath.Base(both) {
		t.Errorf("the file is named after the translation: %s", both)
	}
	if status, _, _ := o.run("export", russian, "--with", o.path("nothing"), "--to", "pdf", "-o", o.path("x")); status != couldNot {
		t.Error("a translation that is not there was passed over")
	}
}

func TestMailDraftFromTheSettings(t *testing.T) {
	o := newOffice(t)
	if err := os.MkdirAll(o.path("config"), 0o700); err != nil {
		t.Fatal(err)
	}
	o.write("config/settings.toml", "welcomed = true\n[organisation]\nname = \"Совет\"\nsite = \"\"\naddress = \"\"\nlogo = \"\"\nboilerplate = \"\"\n[export.mail]\nto = \"\"\"\n# редакции\nРедакция <desk@agency.example>\n\"\"\"\n[window]\n")
	path := strings.TrimSpace(o.must("export", o.write("release.txt", raw), "--to", "eml", "-o", o.path("out")))
	data, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(data), "<desk@agency.example>") || !strings.Contains(string(data), "application/pdf") {
		t.Errorf("%v\n%.600s", err, data)
	}
}
