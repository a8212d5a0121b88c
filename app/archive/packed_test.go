package archive

import (
	"archive/zip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"communique/editor/intake"
)

// openFiles counts the files that the program has open.
func openFiles(t *testing.T) int {
	t.Helper()
	names, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip(err) // only Linux tells
	}
	return len(names)
}

// A folder may hold more archives than a program may have files open: those are open of
// which something is being read.
func TestManyArchives(t *testing.T) {
	const many = 3 * batch
	dir := t.TempDir()
	for n := range many {
		pack(t, filepath.Join(dir, fmt.Sprintf("%04d.zip", n)), map[string]string{"a.toml": tomlOf(t, fmt.Sprint("А ", n)), "b.toml": tomlOf(t, fmt.Sprint("Б ", n))})
	}
	before, most := openFiles(t), 0
	report, err := Import(ctx, &fake{}, []string{dir}, func(int, int) { most = max(most, openFiles(t)) })
	if err != nil || report.Files(Imported) != 2*many || most-before > batch || openFiles(t) != before {
		t.Errorf("%d imported, %d files open at most, %d after, %v", report.Files(Imported), most-before, openFiles(t)-before, err)
	}
}

// Windows packs the names of files in the letters of DOS.
func TestNamesOfWindows(t *testing.T) {
	path := filepath.Join(t.TempDir(), "архив.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(f)
	for name, text := range map[string]string{"Экспорт/2024/один/history.toml": historyOf("release.toml"), "Экспорт/2024/один/release.toml": tomlOf(t, "Один"), "Два.toml": tomlOf(t, "Два")} {
		name, err := charmap.CodePage866.NewEncoder().String(name)
		if err != nil {
			t.Fatal(err)
		}
		part, err := w.CreateHeader(&zip.FileHeader{Name: name, NonUTF8: true})
		if err == nil {
			_, err = part.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	store := &fake{}
	report, err := Import(ctx, store, []string{path}, nil)
	got := strings.Join(told(filepath.Dir(path), report), ", ")
	if err != nil || len(report) != 2 || report.Files(Imported) != 2 || !strings.Contains(got, "архив.zip!Экспорт/2024/один imported") {
		t.Errorf("%s, %v", got, err)
	}
}

// What is larger than any text is told as that, and not read to its end.
func TestTooLarge(t *testing.T) {
	dir := t.TempDir()
	large := "language = \"ru\"\nheadline = \"" + strings.Repeat("а", intake.MaxDocument) + "\""
	write(t, filepath.Join(dir, "большой.toml"), large)
	pack(t, filepath.Join(dir, "архив.zip"), map[string]string{"большой.toml": large})
	pack(t, filepath.Join(dir, "папка.zip"), map[string]string{"один/history.toml": historyOf("release.toml"), "один/release.toml": large})
	report, err := Import(ctx, &fake{}, []string{dir}, nil)
	if err != nil || len(report) != 3 {
		t.Fatal(told(dir, report), err)
	}
	for _, f := range report {
		var cut *intake.Error
		if f.Status != Failed || !errors.As(f.Err, &cut) || cut.Reason != "too-large" {
			t.Errorf("%s: %s, %v", f.Path, f.Status, f.Err)
		}
	}
}

// TestNothingIsReadOfAFullArchive: once those before it have had all the pieces, a source is not so much as opened.
func TestNothingIsReadOfAFullArchive(t *testing.T) {
	a := &packed{most: 10}
	next := turns{sources: []source{{zip: a}, {zip: a}, {}}}
	if i, full := next.take(); i != 0 || full {
		t.Errorf("the first: %d, %t", i, full)
	}
	next.sources[0].count(content{size: 4000})
	if i, full := next.take(); i != 1 || !full {
		t.Errorf("the second: %d, %t", i, full)
	}
	if i, full := next.take(); i != 2 || full {
		t.Errorf("one of no archive: %d, %t", i, full)
	}
}
