package archive

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"communique/app/library"
	"communique/app/library/librarytest"
)

// TestBeside finds a picture beside a file by its hash, and none that is another.
func TestBeside(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string][]byte{
		hashed(1) + ".png": librarytest.Picture(1), hashed(2) + ".jpeg": librarytest.Picture(2), hashed(3) + ".jpg": librarytest.Picture(4), hashed(5) + ".gif": librarytest.Picture(5),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, hashed(6)+".png"), 0o700); err != nil {
		t.Fatal(err)
	}
	huge, err := os.Create(filepath.Join(dir, hashed(8)+".png"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(huge.Truncate(library.MaxPicture+1), huge.Close()); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "релиз.toml") // it need not be there
	var large *library.PictureError
	if data, err := Beside(file, hashed(8)); !errors.As(err, &large) || large.Reason != "large" || data != nil {
		t.Errorf("one that is too large: %v", err)
	}
	for _, n := range []int{1, 2} {
		if data, err := Beside(file, hashed(n)); err != nil || !reflect.DeepEqual(data, librarytest.Picture(n)) {
			t.Errorf("picture %d: %d bytes, %v", n, len(data), err)
		}
	}
	var damaged *library.DamagedPictureError
	if data, err := Beside(file, hashed(3)); !errors.As(err, &damaged) || damaged.Hash != hashed(3) || data != nil {
		t.Errorf("another picture: %v", err)
	}
	for name, at := range map[string][2]string{
		"of no kind": {file, hashed(5)}, "a folder": {file, hashed(6)}, "nowhere": {file, hashed(7)},
	} {
		var missing *library.MissingPictureError
		if data, err := Beside(at[0], at[1]); !errors.As(err, &missing) || missing.Hash != at[1] || data != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Beside(filepath.Join(dir, "gone", "релиз.toml"), hashed(1)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("in a folder that is gone: %v", err)
	}
}

// TestAFolderBesideARelease: only what lies in the folder of an exported release belongs to
// it, not what lies in one whose name begins like it.
func TestAFolderBesideARelease(t *testing.T) {
	box := filepath.Join(t.TempDir(), "ящик.zip")
	pack(t, box, map[string]string{
		"релиз/history.toml": historyOf("release.toml"), "релиз/release.toml": tomlOf(t, "Один"), "релиз/заметки.toml": tomlOf(t, "Заметки"),
		"релизы/два.toml": tomlOf(t, "Два"), "релиз.toml": tomlOf(t, "Три"),
	})
	store := &fake{}
	report, err := Import(ctx, store, []string{box}, nil)
	if fresh, _, failed := report.Count(); err != nil || fresh != 3 || failed != 0 || len(report) != 3 {
		t.Errorf("%+v, %v", report, err)
	}
}

// TestWhatHasGoneMeanwhile: a file or a folder that was there when the sources were listed.
func TestWhatHasGoneMeanwhile(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "gone")
	box := filepath.Join(t.TempDir(), "ящик.zip")
	pack(t, box, map[string]string{"a.txt": "x"})
	inBox := list([]string{box})[0]
	t.Cleanup(inBox.zip.close)
	archive, err := inBox.zip.open()
	if err != nil {
		t.Fatal(err)
	}
	archive.File[0].Method = 99 // nobody can unpack it
	taken := &packed{path: gone}
	for name, s := range map[string]source{
		"a file": {path: gone, named: true}, "a folder": {path: gone, archived: true}, "a folder of a ZIP": {path: box + "!gone", zip: inBox.zip, inZip: "gone", archived: true},
		"one of a ZIP": inBox, "the ZIP": {path: gone + "!a.txt", zip: taken, inZip: "a.txt"}, "a folder of a ZIP that is gone": {path: gone + "!a", zip: taken, inZip: "a", archived: true},
	} {
		if c := s.read(); c.err == nil || len(c.releases) > 0 || c.archived.Past != nil || c.skipped != nil {
			t.Errorf("%s: %+v", name, c)
		}
	}
}

// TestFacts: what the errors are called, and what the translations get to show of them.
func TestFacts(t *testing.T) {
	for _, tt := range []struct {
		err interface {
			error
			Fact() (string, map[string]any)
		}
		name, text string
		args       map[string]any
	}{
		{&NothingError{"/a"}, "archive-nothing", "no file in /a", map[string]any{"Path": "/a"}},
		{&BloatedError{"/a.zip"}, "archive-bloated", "/a.zip unpacks to more than any archive of texts", map[string]any{"Path": "/a.zip"}},
		{&IncompleteError{"Релиз", os.ErrNotExist}, "archive-incomplete", `"Релиз": file does not exist`, map[string]any{"Headline": "Релиз"}},
		{&FaultError{"intake.Read (read.go:9)"}, "archive-fault", "a fault of the program at intake.Read (read.go:9)", map[string]any{"Where": "intake.Read (read.go:9)"}},
	} {
		if name, args := tt.err.Fact(); name != tt.name || !reflect.DeepEqual(args, tt.args) || tt.err.Error() != tt.text {
			t.Errorf("%s, %v, %v", name, args, tt.err)
		}
	}
}

// TestExportIsStopped between two releases: what is written is told.
func TestExportIsStopped(t *testing.T) {
	l := fresh(t)
	for n := range 3 {
		saveVersions(t, l, fmt.Sprintf("Релиз %d", n), "2024-09-11", 1)
	}
	stopped, stop := context.WithCancel(ctx)
	var heard []int
	n, _, err := Export(stopped, l, filepath.Join(t.TempDir(), "Архив"), func(done int) {
		heard = append(heard, done)
		if done == 2 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) || n != 2 || !reflect.DeepEqual(heard, []int{1, 2}) {
		t.Errorf("%d, %v, heard %v", n, err, heard)
	}
}

// TestExportWhereNothingCanBeWritten says so, and counts nothing.
func TestExportWhereNothingCanBeWritten(t *testing.T) {
	l := fresh(t)
	saveVersions(t, l, "Релиз", "2024-09-11", 2)
	dir := filepath.Join(t.TempDir(), "file")
	write(t, dir, "")
	if n, _, err := Export(ctx, l, dir, nil); err == nil || n != 0 {
		t.Errorf("%d, %v", n, err)
	}
}
