package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/app/archive"
)

// stocked has two releases, the first with two versions.
func stocked(t *testing.T) *office {
	t.Helper()
	o := newOffice(t)
	o.must("import", o.write("raw.txt", raw), "--save")
	o.must("new", "--template", "statement", "--language", "ru", "--set", "date=2024-10-02", "--save")
	return o
}

func TestSearchSpeaksTheQueryLanguage(t *testing.T) {
	o := stocked(t)
	for query, want := range map[string]string{
		"встречи членов": "1", "встречу -совет": "0", `"рабочая встреча"`: "1", "год:2024": "2", "дата:2024-10": "1",
		"место:Бишкек": "1", "статус:черновик": "2", "status:draft": "2", "сказал:Пробного": "1", "неттакого": "0", `"`: "2",
	} {
		if got := strings.TrimSpace(o.must("search", query, "--count")); got != want {
			t.Errorf("%s: %s, want %s", query, got, want)
		}
	}
	var rows []listed
	if o.json(&rows, "list", "--json", "--limit", "1"); len(rows) != 1 || rows[0].ID != 2 {
		t.Errorf("got %+v", rows)
	}
	if o.json(&rows, "list", "--json", "--sort", "oldest"); len(rows) != 2 || rows[0].ID != 1 {
		t.Errorf("got %+v", rows)
	}
	if got := o.must("quotes", "Иван", "Пробный"); !strings.Contains(got, "Наша встреча своевременна") {
		t.Errorf("got %q", got)
	}
}

func TestHistoryOnTheCommandLine(t *testing.T) {
	o := stocked(t)
	out := o.path("out.toml")
	if err := os.WriteFile(out, []byte(o.must("show", "1")), 0o600); err != nil {
		t.Fatal(err)
	}
	var versions []listedVersion
	if o.json(&versions, "history", "1", "--json"); len(versions) != 1 || versions[0].Number != 1 {
		t.Errorf("got %+v", versions)
	}
	o.must("restore", "1", "1") // the same text: no version
	if o.json(&versions, "history", "1", "--json"); len(versions) != 1 {
		t.Errorf("got %+v", versions)
	}
	var d listedDiff
	if o.json(&d, "diff", "1", "1", "1", "--json"); d.Words != 0 || len(d.Parts) != 0 {
		t.Errorf("got %+v", d)
	}
	if got := o.must("diff", "1", "1", "1"); !strings.Contains(got, "изменений нет") {
		t.Errorf("got %q", got)
	}
	if got := o.must("show", "1", "--version", "1"); got != o.must("show", "1") {
		t.Error("version 1 is not the release")
	}
}

func TestTrashOnTheCommandLine(t *testing.T) {
	o := stocked(t)
	o.must("trash", "1")
	if got := o.must("trash"); !strings.HasPrefix(got, "1\t") {
		t.Errorf("got %q", got)
	}
	if got := strings.TrimSpace(o.must("search", "встреча", "--count")); got != "0" {
		t.Errorf("found %s in the trash", got)
	}
	if got := o.must("trash", "--restore"); !strings.HasPrefix(got, "1\t") { // it does not say which
		t.Errorf("got %q", got)
	}
	o.must("trash", "1", "--restore")
	if got := strings.TrimSpace(o.must("search", "встреча", "--count")); got != "1" {
		t.Errorf("found %s", got)
	}
	o.must("trash", "1")
	o.must("trash", "--erase")
	if status, _, _ := o.run("show", "1"); status != couldNot {
		t.Error("it was not erased")
	}
}

func TestBackupsOnTheCommandLine(t *testing.T) {
	o := stocked(t)
	backup := o.path("Копия.db")
	o.must("backup", backup)
	if status, _, told := o.run("backup", backup); status != couldNot || !strings.Contains(told, "Копия.db") {
		t.Errorf("an existing file was taken: %d %q", status, told)
	}
	o.must("trash", "1", "2")
	o.must("trash", "--erase")
	o.must("restore-backup", backup)
	if got := strings.TrimSpace(o.must("list", "--count")); got != "2" {
		t.Errorf("%s releases came back", got)
	}
	var backups []listedBackup
	if o.json(&backups, "backup", "--json"); len(backups) != 1 || !strings.Contains(backups[0].Path, "before-restore") {
		t.Errorf("got %+v", backups)
	}
	o.must("verify")
}

func TestVerifyNamesWhatIsDamaged(t *testing.T) {
	o := stocked(t)
	data, err := os.ReadFile(o.path("library.db"))
	if err != nil {
		t.Fatal(err)
	}
	broken := strings.ReplaceAll(string(data), "рабочая встреча членов", "рабочая встречь членов")
	if err := os.WriteFile(o.path("library.db"), []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	if status, out, _ := o.run("verify"); status != couldNot || !strings.HasPrefix(out, "1\t") {
		t.Errorf("status %d, %q", status, out)
	}
}

func TestFoldersInAndOut(t *testing.T) {
	o := stocked(t)
	o.must("export", "--all", "--to", "toml", "-o", o.path("архив"))
	found, err := filepath.Glob(o.path("архив/2024/*/release.toml"))
	if err != nil || len(found) != 2 {
		t.Fatal(found, err)
	}
	other := newOffice(t)
	var files []listedFile
	other.json(&files, "import", o.path("архив"), "--json")
	if len(files) != 2 || files[0].New != 1 || files[0].Status != archive.Imported || other.must("show", "1") == "" {
		t.Errorf("got %+v", files)
	}
	paths := strings.Fields(o.must("export", "--all", "--to", "pdf,txt", "-o", o.path("все")))
	if len(paths) < 2 || !strings.HasSuffix(paths[0], ".pdf") || !strings.HasSuffix(paths[1], ".txt") {
		t.Errorf("the library in forms: %v", paths)
	}
	if status, _, _ := o.run("export", "--all", "--to", "odt"); status != couldNot {
		t.Error("an unknown form was taken")
	}
	if status, _, _ := o.run("export", "--to", "pdf"); status != misuse {
		t.Error("nothing to export was taken")
	}
}
