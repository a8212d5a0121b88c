package command

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"communique/export"
)

// issuable is a release that nothing keeps in the office.
const issuable = `format = 1
language = "ru"
kind = "news"
status = "issued"
headline = "Встреча"
date = "2024-09-11"
place = "Бишкек"
lead = "Встреча прошла."
[[blocks]]
kind = "paragraph"
text = "Стороны условились."
[[contacts]]
name = "Пётр Образцов"
email = "press@council.example"
`

// A release under embargo, or one that must not leave yet, is exported with a
// warning: the person decides. One whose embargo is over is exported without.
func TestExportWarns(t *testing.T) {
	draft := strings.Replace(issuable, "\"issued\"", "\"draft\"", 1)
	o := newOffice(t) // it is 2024-09-11 14:02 UTC
	for _, c := range []struct{ name, release, want string }{
		{"good", issuable, ""},
		{"embargoed", "embargo = \"2024-09-11T20:03:00+06:00[Asia/Bishkek]\"\n" + issuable, ".toml: внимание: ЭМБАРГО до 11 сентября 2024 года, 20:03, Бишкек, UTC+6\n"},
		{"over now", "embargo = \"2024-09-11T20:02:00+06:00[Asia/Bishkek]\"\n" + issuable, ""},
		{"without a headline", strings.Replace(draft, "headline = \"Встреча\"\n", "", 1), ".toml: внимание: Нет заголовка\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			source := o.write(c.name+".toml", c.release)
			status, out, told := o.run("export", source, "--to", "txt", "-o", o.path(strings.ReplaceAll(c.name, " ", "-")))
			if status != done || len(strings.Fields(out)) != 1 {
				t.Fatalf("status %d, %q, %q", status, out, told)
			}
			if want := source + strings.TrimPrefix(c.want, ".toml"); c.want == "" && told != "" || c.want != "" && told != want {
				t.Errorf("got %q, want %q", told, c.want)
			}
		})
	}
}

// What cannot be exported is refused before anything is written, with what to do.
func TestExportRefuses(t *testing.T) {
	o := newOffice(t)
	source := o.write("release.toml", issuable)
	o.write("plain", "a file where a folder should be")
	for _, c := range []struct {
		name   string
		args   []string
		status int
		told   string
	}{
		{"no form", []string{source}, misuse, "export ФАЙЛ|НОМЕР…"},
		{"unknown form", []string{source, "--to", "txt,odt"}, couldNot, "Вида «odt» нет. Есть: pdf, docx, txt, html, md, eml, ninjs"},
		{"unknown style", []string{source, "--to", "txt", "--style", "nowhere"}, couldNot, "nowhere"},
		{"nothing to export", []string{"--to", "txt"}, misuse, "export ФАЙЛ|НОМЕР…"},
		{"all and one", []string{source, "--all", "--to", "txt"}, misuse, "export ФАЙЛ|НОМЕР…"},
		{"an archive of one", []string{source, "--to", "toml"}, couldNot, "toml"},
		{"a translation that is not there", []string{source, "--to", "pdf", "--with", o.path("none.toml")}, couldNot, "none.toml"},
		{"a release that is not there", []string{o.path("none.toml"), "--to", "txt"}, couldNot, "none.toml"},
		{"a file for a folder", []string{source, "--to", "txt", "-o", o.path("plain")}, couldNot, "plain"},
		{"unknown flag", []string{source, "--to", "txt", "--fast"}, misuse, "--fast"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out := o.path(strings.ReplaceAll(c.name, " ", "-"))
			args := append([]string{"export", "-o", out}, c.args...)
			status, said, told := o.run(args...)
			if status != c.status || said != "" || !strings.Contains(told, c.told) {
				t.Errorf("status %d, %q, %q", status, said, told)
			}
			if entries, err := os.ReadDir(out); err == nil && len(entries) > 0 {
				t.Errorf("%d files were written", len(entries))
			}
		})
	}
}

// In JSON each failure is a row; nothing to tell is an empty list.
func TestExportTellsInJSON(t *testing.T) {
	o := newOffice(t)
	foreign := o.write("foreign.toml", strings.NewReplacer("Встреча прошла.", "Қазақстан 漢.", "\"issued\"", "\"draft\"").Replace(issuable))
	var rows []exportRow
	o.json(&rows, "export", foreign, o.path("none.toml"), "--to", "txt,pdf,package", "--windows-1251", "-o", o.path("out"), "--json")
	base := o.path("out/2024-09-11-vstrecha")
	for i, want := range []exportRow{
		{Source: foreign, Path: base + ".txt", Form: export.Text, Error: "x"},
		{Source: foreign, Path: base + ".pdf", Form: export.PDF, Missing: "漢"},
		{Source: foreign, Path: base, Form: packageForm, Error: "x"},
		{Source: o.path("none.toml"), Error: "x"},
	} {
		if len(rows) != 4 {
			t.Fatalf("got %+v", rows)
		}
		got := rows[i]
		if (got.Error == "") != (want.Error == "") {
			t.Errorf("row %d: %q", i, got.Error)
		}
		if got.Error, want.Error = "", ""; got != want {
			t.Errorf("row %d: got %+v, want %+v", i, got, want)
		}
	}
	if status, out, told := o.run("export", foreign, "--to", "pdf", "-o", o.path("pdf")); status != done || !strings.Contains(told, o.path("pdf/2024-09-11-vstrecha.pdf")+": в шрифтах нет знаков 漢 (U+6F22)") {
		t.Errorf("status %d, %q, %q", status, out, told)
	}
	if status, out, _ := o.run("export", "--all", "--to", "txt", "-o", o.path("none"), "--json"); status != done || strings.TrimSpace(out) != "[]" {
		t.Errorf("status %d, %q", status, out)
	}
	if status, out, told := o.run("export", foreign, "--to", "txt", "--windows-1251", "-o", o.path("no"), "--json"); status != couldNot || !strings.Contains(out, "Ққ") || !strings.Contains(told, "vstrecha.txt: ") {
		t.Errorf("status %d, %q, %q", status, out, told)
	}
}

// Two releases of one name do not meet; the whole library is exported newest first.
func TestExportOfMany(t *testing.T) {
	o := newOffice(t)
	first := o.write("a.toml", issuable)
	second := o.write("b.toml", strings.Replace(issuable, "Стороны", "Участники", 1))
	older := o.write("c.toml", strings.Replace(issuable, "2024-09-11", "2023-01-02", 1))
	bases := func(args ...string) []string {
		var names []string
		for _, path := range strings.Fields(o.must(append([]string{"export", "--to", "txt,md"}, args...)...)) {
			names = append(names, filepath.Base(path))
		}
		return names
	}
	want := []string{"2024-09-11-vstrecha.txt", "2024-09-11-vstrecha.md", "2024-09-11-vstrecha-2.txt", "2024-09-11-vstrecha-2.md", "2023-01-02-vstrecha.txt", "2023-01-02-vstrecha.md"}
	if got := bases(first, second, older, "-o", o.path("files")); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	o.must("import", older, first, second, "--save")
	if got := bases("--all", "-o", o.path("all")); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	told := o.must("export", "--all", "--to", "toml", "-o", o.path("archive"))
	if years, err := os.ReadDir(o.path("archive")); err != nil || len(years) < 2 {
		t.Errorf("got %v, %v, %q", years, err, told)
	}
}
