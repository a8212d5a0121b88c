package command

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/app/library/librarytest"
	"communique/editor/proof"
	"communique/editor/release"
)

// illustrated writes a release that shows a picture, with the picture beside it.
func (o *office) illustrated() (path, hash string) {
	o.t.Helper()
	hash = fmt.Sprintf("%x", sha256.Sum256(librarytest.Picture(1)))
	r := release.New("ru")
	r.Headline, r.Place = "Встреча в Пробном", "Пробный"
	r.Date, _ = release.NewDate(2024, 9, 11)
	r.Blocks = []release.Block{{ID: 1, Kind: release.Picture, Text: "Участники встречи", Picture: hash}}
	text, err := r.Encode()
	if err != nil {
		o.t.Fatal(err)
	}
	o.write(hash+".png", string(librarytest.Picture(1)))
	return o.write("встреча.release.toml", string(text)), hash
}

func TestAFileIsBroughtOnce(t *testing.T) {
	o := newOffice(t)
	path, hash := o.illustrated()
	want := []string{"Сохранён релиз 1.", "Уже есть в библиотеке: релиз 1.", "Уже есть, в корзине: релиз 1."}
	for n, told := range want {
		if n == 2 {
			o.must("trash", "1")
		}
		if status, _, got := o.run("import", path, "--save"); status != done || !strings.Contains(got, told) {
			t.Errorf("time %d: status %d, %q", n+1, status, got)
		}
	}
	o.must("trash", "--restore", "1")
	var rows []listed
	if o.json(&rows, "list", "--json"); len(rows) != 1 || len(rows[0].UUID) != 36 {
		t.Fatalf("got %+v", rows)
	}
	shown := o.must("show", "1")
	if !strings.Contains(shown, rows[0].UUID) || !strings.Contains(shown, hash) {
		t.Errorf("got %s", shown)
	}
}

// TestAFileThatWasEditedElsewhere is told apart, and brought in the way that is asked
// for.
func TestAFileThatWasEditedElsewhere(t *testing.T) {
	o := newOffice(t)
	path, _ := o.illustrated()
	o.must("import", path, "--save")
	edited := func(headline string) string {
		t.Helper()
		return o.write("копия.toml", strings.Replace(o.must("show", "1"), "Встреча в Пробном", headline, 1))
	}
	headlines := func() string {
		t.Helper()
		var rows []listed
		o.json(&rows, "list", "--json")
		var all []string
		for _, row := range rows {
			all = append(all, fmt.Sprintf("%d %s", row.ID, row.Headline))
		}
		return strings.Join(all, ", ")
	}
	file := edited("Встреча прошла")
	if status, _, got := o.run("import", file, "--save"); status != couldNot || !strings.Contains(got, "--differing version") || strings.Contains(got, "⟦") {
		t.Errorf("status %d, %q", status, got)
	}
	if got := headlines(); got != "1 Встреча в Пробном" {
		t.Errorf("written all the same: %s", got)
	}
	if status, _, got := o.run("import", file, "--save", "--differing", "copy"); status != done || !strings.Contains(got, "отдельным релизом 2") {
		t.Errorf("status %d, %q", status, got)
	}
	if got := headlines(); got != "2 Встреча прошла, 1 Встреча в Пробном" {
		t.Errorf("after a copy: %s", got)
	}
	folder := filepath.Join(filepath.Dir(file), "папка")
	if err := errors.Join(os.Mkdir(folder, 0o700), os.Rename(file, filepath.Join(folder, "копия.toml"))); err != nil {
		t.Fatal(err)
	}
	status, out, told := o.run("import", folder)
	if status != couldNot || !strings.Contains(out, "есть с другими словами") || !strings.Contains(told, "с другими словами: 1") {
		t.Errorf("a folder: status %d, %q, %q", status, out, told)
	}
	var rows []listedFile
	if status, out, _ = o.run("import", folder, "--differing", "version", "--json"); status != done || json.Unmarshal([]byte(out), &rows) != nil || rows[0].Status != "differs" || rows[0].Differs != 1 || rows[0].Known != 0 {
		t.Errorf("as a version: status %d, %s", status, out)
	}
	if got := headlines(); got != "2 Встреча прошла, 1 Встреча прошла" {
		t.Errorf("after a version: %s", got)
	}
	if versions := o.must("history", "1"); strings.Count(strings.TrimSpace(versions), "\n") != 1 {
		t.Errorf("the history is %q", versions)
	}
	o.must("trash", "1")
	for _, as := range []string{"copy", "version"} {
		file := o.write("корзина.toml", strings.Replace(o.must("show", "1"), "Встреча прошла", "Встреча, "+as, 1))
		if status, _, got := o.run("import", file, "--save", "--differing", as); status != done || strings.Contains(got, "trash --restore") != (as == "version") {
			t.Errorf("of the trash, as %s: status %d, %q", as, status, got)
		}
	}
	for _, args := range [][]string{{"import", path, "--differing", "copy"}, {"import", path, "--save", "--differing", "overwrite"}} {
		if status, _, _ := o.run(args...); status == done {
			t.Errorf("%v was taken", args)
		}
	}
}

func TestPicturesOnTheCommandLine(t *testing.T) {
	o := newOffice(t)
	path, hash := o.illustrated()
	export := func(source, to string) (int, string) {
		t.Helper()
		status, _, told := o.run("export", source, "--to", "html", "-o", o.path(to))
		return status, told
	}
	if status, told := export(path, "beside"); status != done {
		t.Errorf("beside the file: %d, %s", status, told)
	}
	if _, err := os.Stat(o.path("library.db")); err == nil {
		t.Error("the library was made for it")
	}
	o.must("import", path, "--save")
	if err := os.Remove(filepath.Join(filepath.Dir(path), hash+".png")); err != nil {
		t.Fatal(err)
	}
	for _, source := range []string{"1", path} {
		if status, told := export(source, "library "+filepath.Base(source)); status != done {
			t.Errorf("%s, from the library: %d, %s", source, status, told)
		}
	}
	other := newOffice(t)
	alone, hash := other.illustrated()
	if err := os.Remove(filepath.Join(filepath.Dir(alone), hash+".png")); err != nil {
		t.Fatal(err)
	}
	if status, _, told := other.run("export", alone, "--to", "html", "-o", other.path("out")); status != couldNot || strings.Contains(told, "⟦") || !strings.Contains(told, "Участники встречи") {
		t.Errorf("nobody has it: %d, %s", status, told)
	}
	if status, _, told := other.run("import", alone, "--save"); status != done || !strings.Contains(told, hash) || strings.Contains(told, "⟦") {
		t.Errorf("the words come without it: %d, %s", status, told)
	}
}

// A picture that is not there, or is not the one that was shown, keeps a release in the
// office: check tells of it, and so does an export as text, which no picture stops.
func TestALostPictureIsAFinding(t *testing.T) {
	o := newOffice(t)
	path, hash := o.illustrated()
	var found []finding
	lost := func(source string) bool {
		t.Helper()
		o.json(&found, "check", "--json", source)
		for _, f := range found {
			if f.Code == proof.PictureMissing {
				if f.Level != proof.Blocks || f.Text != "Участники встречи" || f.Block != 0 || !strings.Contains(f.Message, "Участники встречи") {
					t.Errorf("got %+v", f)
				}
				return true
			}
		}
		return false
	}
	if lost(path) {
		t.Error("it lies beside the file")
	}
	beside := filepath.Join(filepath.Dir(path), hash+".png")
	for name, spoil := range map[string]func() error{
		"another's":  func() error { return os.WriteFile(beside, librarytest.Picture(2), 0o600) },
		"cut off":    func() error { return os.WriteFile(beside, librarytest.Picture(1)[:100], 0o600) },
		"gone":       func() error { return os.Remove(beside) },
		"no picture": func() error { return os.WriteFile(beside, []byte("снимок"), 0o600) },
	} {
		if err := spoil(); err != nil {
			t.Fatal(err)
		}
		if !lost(path) {
			t.Errorf("%s: not told: %+v", name, found)
		}
	}
	for to, want := range map[string]int{"txt": done, "html": couldNot, "package": couldNot} {
		status, _, told := o.run("export", path, "--to", to, "-o", o.path("out-"+to))
		if status != want || !strings.Contains(told, "Участники встречи") || strings.Contains(told, "⟦") {
			t.Errorf("export to %s: %d, %s", to, status, told)
		}
	}
	_ = os.Remove(beside)
	if status, _, told := o.run("import", path, "--save"); status != done {
		t.Fatal(told)
	}
	status, _, told := o.run("export", "--all", "--to", "toml", "-o", o.path("archive"))
	if status != couldNot || !strings.Contains(told, "Встреча в Пробном") || !strings.Contains(told, hash) || strings.Contains(told, "⟦") {
		t.Errorf("the archive: %d, %s", status, told)
	}
	if err := os.WriteFile(beside, librarytest.Picture(1), 0o600); err != nil {
		t.Fatal(err)
	}
	o.must("import", path, "--save")
	if lost("1") {
		t.Error("the library has it")
	}
}

func TestALibraryWithPicturesMoves(t *testing.T) {
	o := newOffice(t)
	path, hash := o.illustrated()
	o.must("import", path, "--save")
	o.must("export", "--all", "--to", "toml", "-o", o.path("archive"))
	if found, err := filepath.Glob(filepath.Join(o.path("archive"), "2024", "*", hash+".png")); err != nil || len(found) != 1 {
		t.Errorf("got %v, %v", found, err)
	}
	other := newOffice(t)
	other.must("import", o.path("archive"))
	other.must("export", "1", "--to", "html", "-o", other.path("out"))
	var here, there []listed
	o.json(&here, "list", "--json")
	other.json(&there, "list", "--json")
	if len(here) != 1 || len(there) != 1 || here[0].UUID != there[0].UUID {
		t.Errorf("%+v became %+v", here, there)
	}
	other.must("trash", "1")
	if _, out, _ := other.run("import", o.path("archive")); !strings.Contains(out, "лежит в корзине") {
		t.Errorf("got %q", out)
	}
}
