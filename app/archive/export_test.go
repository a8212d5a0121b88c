package archive

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/app/library"
	"communique/app/library/sqlite"
	"communique/editor/release"
)

// saveVersions saves a release with so many versions, the first of them named.
func saveVersions(t *testing.T, l *sqlite.Library, headline, day string, versions int) library.Entry {
	t.Helper()
	r := release.New("ru")
	r.Headline = headline
	if err := r.Date.UnmarshalText([]byte(day)); err != nil {
		t.Fatal(err)
	}
	var e library.Entry
	for v := range versions {
		r.Lead = fmt.Sprintf("Лид %d", v+1)
		var err error
		if e, err = l.Save(ctx, e.ID, e.Revision, r); err != nil {
			t.Fatal(err)
		}
		if err := l.NameVersion(ctx, e.ID, int64(v+1), map[bool]string{true: "первая"}[v == 0]); err != nil {
			t.Fatal(err)
		}
		if versions > 2 && v == 1 {
			if err := l.NameVersion(ctx, e.ID, 2, "вторая"); err != nil {
				t.Fatal(err)
			}
		}
	}
	return e
}

func TestTheFilesOfAnArchive(t *testing.T) {
	l, dir := fresh(t), t.TempDir()
	saveVersions(t, l, "Один", "", 1)
	three := saveVersions(t, l, "Три", "2024-09-11", 3)
	old := saveVersions(t, l, "Старый", "0987-01-01", 1)
	if err := l.Trash(ctx, old.ID); err != nil {
		t.Fatal(err)
	}
	var heard []int
	if n, _, err := Export(ctx, l, dir, func(done int) { heard = append(heard, done) }); err != nil || n != 3 || fmt.Sprint(heard) != "[1 2 3]" {
		t.Fatal(n, heard, err)
	}
	var files []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		name, _ := filepath.Rel(dir, path)
		if entry.IsDir() {
			name += "/"
		}
		files = append(files, filepath.ToSlash(name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	folder := ""
	for _, f := range files {
		if strings.HasPrefix(f, "2024/") && strings.HasSuffix(f, "-"+three.UUID[24:]+"/") {
			folder = f
		}
	}
	all := "\n" + strings.Join(files, "\n") + "\n"
	for _, want := range []string{
		"undated/", "2024/", "0987/", folder + "release.toml", folder + "release.txt", folder + "history.toml", folder + "versions/0001.toml", folder + "versions/0002.toml",
	} {
		if folder == "" || !strings.Contains(all, "\n"+want+"\n") {
			t.Errorf("no %s in%s", want, all)
		}
	}
	if n := strings.Count(all, "versions/"); n != 3 || len(files) != 1+3+3+3*3+n {
		t.Errorf("%d files and folders:%s", len(files), all)
	}
	newest, err := os.ReadFile(filepath.Join(dir, folder, newestName))
	if r, parseErr := release.Parse(newest); err != nil || parseErr != nil || r.Lead != "Лид 3" {
		t.Errorf("the newest text: %+v, %v, %v", r, err, parseErr)
	}
	plain, err := os.ReadFile(filepath.Join(dir, folder, textName))
	if err != nil || !strings.Contains(string(plain), "Лид 3") {
		t.Errorf("the plain text: %q, %v", plain, err)
	}
	h, err := os.ReadFile(filepath.Join(dir, folder, historyName))
	stamp := now().Format("2006-01-02T15:04:05Z")
	want := "format = 1\n\n[[versions]]\n  saved = \"" + stamp + "\"\n  name = \"первая\"\n  author = \"Анна Пробная\"\n  file = \"versions/0001.toml\"\n\n" +
		"[[versions]]\n  saved = \"" + stamp + "\"\n  name = \"вторая\"\n  author = \"Анна Пробная\"\n  file = \"versions/0002.toml\"\n\n[[versions]]\n  saved = \"" + stamp + "\"\n  author = \"Анна Пробная\"\n  file = \"release.toml\"\n"
	if err != nil || string(h) != want {
		t.Errorf("%v, got\n%s\nwant\n%s", err, h, want)
	}
}

func TestAnExportThatCannotGoOn(t *testing.T) {
	l, dir := fresh(t), t.TempDir()
	first := saveVersions(t, l, "Релиз 0", "2024-09-11", 2)
	for n := range 2 {
		saveVersions(t, l, fmt.Sprint("Релиз ", n+1), "2024-09-11", 2)
	}
	stopped, stop := context.WithCancel(ctx)
	n, _, err := Export(stopped, l, filepath.Join(dir, "stopped"), func(done int) {
		if done == 2 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) || n != 2 {
		t.Errorf("%d written, %v", n, err)
	}
	if n, _, err := Export(ctx, l, filepath.Join(dir, "there"), nil); err != nil || n != 3 {
		t.Fatal(n, err)
	}
	// Nothing that is there is overwritten.
	if n, _, err := Export(ctx, l, filepath.Join(dir, "there"), nil); err == nil || n != 0 {
		t.Errorf("%d written over others, %v", n, err)
	}
	for _, taken := range []string{newestName, textName, historyName, filepath.Join(versionsName, "0001.toml")} {
		again := filepath.Join(dir, "again "+filepath.Base(taken))
		release, err := filepath.Glob(filepath.Join(dir, "there", "2024", "*-"+first.UUID[24:]))
		if err != nil || len(release) != 1 {
			t.Fatal(release, err)
		}
		write(t, filepath.Join(again, "2024", filepath.Base(release[0]), taken), "чужое")
		if n, _, err := Export(ctx, l, again, nil); !errors.Is(err, fs.ErrExist) || n != 0 {
			t.Errorf("%s: %d written, %v", taken, n, err)
		}
		if data, err := os.ReadFile(filepath.Join(again, "2024", filepath.Base(release[0]), taken)); err != nil || string(data) != "чужое" {
			t.Errorf("%s was overwritten: %q, %v", taken, data, err)
		}
	}
	file := filepath.Join(dir, "file")
	write(t, file, "")
	if _, _, err := Export(ctx, l, file, nil); err == nil {
		t.Error("a file was taken for a folder")
	}
}
