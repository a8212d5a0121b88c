package archive

import (
	"archive/zip"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/app/library/sqlite"
	"communique/editor/release"
)

var ctx = context.Background()

func now() time.Time { return time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC) }

func fresh(t testing.TB) *sqlite.Library {
	t.Helper()
	l, err := sqlite.Open(sqlite.Params{Path: filepath.Join(t.TempDir(), "library.db"), Now: now, Author: "Анна Пробная"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	return l
}

func write(t testing.TB, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func count(t testing.TB, l *sqlite.Library) int {
	t.Helper()
	n, err := l.Count(ctx, library.ParseQuery("", false, nil))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

const body = "\n\n11 сентября 2024 года в Бишкеке состоялось заседание Совета, на котором обсудили план дорог.\n\nОн принят.\n"

func TestImport(t *testing.T) {
	l, dir := fresh(t), t.TempDir()
	write(t, filepath.Join(dir, "2024", "один.txt"), "Совет принял первый план"+body)
	write(t, filepath.Join(dir, "2024", "один копия.txt"), "Совет принял первый план"+body)
	write(t, filepath.Join(dir, "два.html"), "<html><body><h1>Совет принял второй план</h1><p>"+strings.ReplaceAll(strings.TrimSpace(body), "\n\n", "<p>")+"</body></html>")
	write(t, filepath.Join(dir, "логотип.png"), "\x89PNG")
	write(t, filepath.Join(dir, "пусто.txt"), "")
	write(t, filepath.Join(dir, "сломан.toml"), "format = 1\nlanguage = ")
	write(t, filepath.Join(dir, ".скрыт.txt"), "не читать")
	pack(t, filepath.Join(dir, "ящик.zip"), map[string]string{
		"три.txt": "Совет принял третий план" + body, "../../четыре.txt": "Совет принял четвёртый план" + body, "x.exe": "MZ",
	})
	write(t, filepath.Join(dir, "обрезан.zip"), "PK\x03\x04")
	var heard []string
	report, err := Import(ctx, l, []string{dir, filepath.Join(dir, "нет такого")}, func(done, of int) { heard = append(heard, fmt.Sprint(done, "/", of)) })
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range report {
		name, err := filepath.Rel(dir, f.Path)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%s %s", filepath.ToSlash(name), f.Status))
	}
	for _, want := range []string{
		"2024/один копия.txt imported", "2024/один.txt known", "два.html imported", "логотип.png skipped", "пусто.txt failed",
		"сломан.toml failed", "ящик.zip!три.txt imported", "четыре.txt imported", "ящик.zip!x.exe skipped", "обрезан.zip failed", "нет такого failed", ".скрыт.txt passed",
	} {
		if !strings.Contains("\n"+strings.Join(got, "\n")+"\n", "\n"+want+"\n") {
			t.Errorf("no %q in %q", want, got)
		}
	}
	fresh, known, failed := report.Count()
	if len(report) != 12 || fresh != 4 || known != 1 || failed != 4 || count(t, l) != 4 || len(heard) != 1 || heard[0] != "12/12" {
		t.Errorf("%d files: %d new, %d known, %d failed, %d there, heard %v", len(report), fresh, known, failed, count(t, l), heard)
	}
	report, err = Import(ctx, l, []string{dir}, nil)
	if fresh, _, _ := report.Count(); err != nil || fresh != 0 {
		t.Errorf("the second time %d are new, %v", fresh, err)
	}
}

func pack(t testing.TB, path string, files map[string]string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(f)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		text := files[name]
		part, err := w.Create(name)
		if err == nil {
			_, err = part.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestThereAndBack exports a library with versions and trash, and compares
// what another makes of it.
func TestThereAndBack(t *testing.T) {
	l := fresh(t)
	for n := range 3 {
		r := release.New("ru")
		r.Headline = fmt.Sprintf("Релиз %d: «план»", n)
		if n > 0 {
			if err := r.Date.UnmarshalText([]byte("2024-09-11")); err != nil {
				t.Fatal(err)
			}
		}
		e, err := l.Save(ctx, 0, 0, r)
		if err != nil {
			t.Fatal(err)
		}
		for v := range n {
			r.Lead = fmt.Sprintf("Лид %d", v)
			if e, err = l.Save(ctx, e.ID, e.Revision, r); err != nil {
				t.Fatal(err)
			}
			if err := l.NameVersion(ctx, e.ID, int64(v+2), fmt.Sprintf("имя %d", v)); err != nil {
				t.Fatal(err)
			}
		}
		if n == 2 {
			if err := l.Trash(ctx, e.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	dir := filepath.Join(t.TempDir(), "Архив")
	if n, _, err := Export(ctx, l, dir, nil); err != nil || n != 3 {
		t.Fatal(n, err)
	}
	plain, err := filepath.Glob(filepath.Join(dir, "*", "*", textName))
	if err != nil || len(plain) != 3 {
		t.Errorf("plain texts: %v, %v", plain, err)
	}
	other := fresh(t)
	report, err := Import(ctx, other, []string{dir}, nil)
	if fresh, known, failed := report.Count(); err != nil || fresh != 3 || known+failed != 0 {
		t.Fatalf("%+v, %v", report, err)
	}
	if got, want := everything(t, other), everything(t, l); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if report, err = Import(ctx, other, []string{dir}, nil); err != nil {
		t.Fatal(err)
	}
	if fresh, known, _ := report.Count(); fresh != 0 || known != 3 {
		t.Errorf("again: %+v", report)
	}
}

// everything writes down a library, in an order that ids do not matter to.
func everything(t *testing.T, l *sqlite.Library) string {
	t.Helper()
	var all []string
	err := l.All(ctx, func(e library.Entry, past []library.Past) error {
		text := fmt.Sprintf("%s trashed %s", e.Headline, e.Trashed.Format(time.RFC3339Nano))
		for _, p := range past {
			text += fmt.Sprintf("\n%d %s %q %q\n%s", p.Number, p.Saved.Format(time.RFC3339Nano), p.Name, p.Author, p.Text)
		}
		all = append(all, text)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}
