package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"communique/app/library"
	"communique/editor/release"
)

// unwritten is a library whose disk takes nothing while forbid is true.
func unwritten(t *testing.T, beside string) (l *Library, forbid func(on bool)) {
	t.Helper()
	l, err := Open(Params{Path: filepath.Join(t.TempDir(), "library.db"), Now: now, Beside: beside})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	l.db.SetMaxOpenConns(2) // the limit holds for a connection, and one is held
	return l, func(on bool) {
		t.Helper()
		if _, err := l.db.ExecContext(ctx, "PRAGMA query_only = "+map[bool]string{true: "ON", false: "OFF"}[on]); err != nil {
			t.Fatal(err)
		}
	}
}

// besideOf is where a text lies that was not saved.
func besideOf(t *testing.T, err error) string {
	t.Helper()
	var storage *library.StorageError
	var beside *library.BesideError
	if !errors.As(err, &storage) || !errors.As(err, &beside) || beside.What != "text" {
		t.Fatalf("the error is %v", err)
	}
	return beside.Path
}

// TestWhatADiskDoesNotTakeLiesBeside: what is typed meanwhile lies in a file beside, one for each release
// and with the newest words, until the library takes it.
func TestWhatADiskDoesNotTakeLiesBeside(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "beside")
	l, forbid := unwritten(t, dir)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	forbid(true)
	stored, _, err := l.Get(ctx, e.ID)
	if err != nil {
		t.Fatal(err)
	}
	draft, path := library.WithRequest(ctx, "черновик"), ""
	for _, headline := range []string{"Встреча", "Встреча в Пробном"} {
		stored.Headline = headline
		_, err := l.Save(ctx, e.ID, e.Revision, stored)
		path = besideOf(t, err)
		if r := readRelease(t, path); r.Headline != headline || r.UUID != stored.UUID || filepath.Dir(path) != dir {
			t.Errorf("in %s lies %+v", path, r)
		}
		_, err = l.Save(draft, 0, 0, headed("Новый: "+headline, ""))
		if r := readRelease(t, besideOf(t, err)); r.Headline != "Новый: "+headline {
			t.Errorf("of the new one lies %q", r.Headline)
		}
	}
	if names, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(names) != 2 {
		t.Errorf("beside lie %v, %v", names, err)
	}
	forbid(false)
	if e, err = l.Save(ctx, e.ID, e.Revision, stored); err != nil {
		t.Fatal(err)
	}
	if got := files(t, dir); !strings.HasPrefix(got, "novyy") || strings.Contains(got, " ") {
		t.Errorf("when one is saved, there lie %s", got)
	}
	if _, err := l.Save(draft, 0, 0, headed("Новый", "")); err != nil || files(t, dir) != "" {
		t.Errorf("when all are saved, there lie %s, %v", files(t, dir), err)
	}
	writeFile(t, path, "of another window, which could not save")
	if resave(t, l, e, "дальше"); files(t, dir) != filepath.Base(path) {
		t.Errorf("of another window's there lie %s", files(t, dir))
	}
}

// TestNothingBesideCanBeWritten: then the text lies in a folder of the system's temporary one, as long as any does.
func TestNothingBesideCanBeWritten(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Setenv("TMP", dir)
	inTheWay := filepath.Join(t.TempDir(), "beside")
	writeFile(t, inTheWay, "")
	l, forbid := unwritten(t, inTheWay)
	forbid(true)
	var paths []string
	drafts := []release.Release{headed("Один", "2024-09-11"), headed("Два", "2024-09-11")}
	for i, headline := range []string{"Один", "Два"} {
		_, err := l.Save(library.WithRequest(ctx, headline), 0, 0, drafts[i])
		path := besideOf(t, err)
		if got := readRelease(t, path); got.Headline != headline || !strings.HasPrefix(path, dir) {
			t.Errorf("in %s lies %q", path, got.Headline)
		}
		paths = append(paths, filepath.Dir(path))
	}
	if paths[0] != paths[1] {
		t.Errorf("they lie in %v", paths)
	}
	if info, err := os.Stat(paths[0]); err != nil || info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		t.Errorf("others may read them: %v, %v", info.Mode(), err)
	}
	for i, left := range []string{"communique-beside-", ""} {
		forbid(false)
		if _, err := l.Save(library.WithRequest(ctx, drafts[i].Headline), 0, 0, drafts[i]); err != nil {
			t.Fatal(err)
		}
		if got := files(t, dir); !strings.HasPrefix(got, left) || left == "" && got != "" {
			t.Errorf("when %d are saved, there lies %q", i+1, got)
		}
	}
	forbid(true)
	_, err := l.Save(ctx, 0, 0, headed("Три", "2024-09-11"))
	if got := readRelease(t, besideOf(t, err)); got.Headline != "Три" {
		t.Errorf("in a folder made anew lies %q", got.Headline)
	}
}

// TestWhatIsBusyLiesNowhere: a library that another program writes is tried again.
func TestWhatIsBusyLiesNowhere(t *testing.T) {
	l := fresh(t)
	trouble := &library.StorageError{Reason: "busy", Path: l.path}
	if err := l.putBeside(headed("А", ""), "", trouble); !errors.Is(err, trouble) || errors.As(err, new(*library.BesideError)) {
		t.Error(err)
	}
	if _, err := os.Stat(l.beside); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("something lies beside: %v", err)
	}
}

func readRelease(t *testing.T, path string) release.Release {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r, err := release.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestWhatAnEarlierRunLeftBeside: texts and copies that an earlier run could not save are listed, but for what the library has by
// now, which goes, and what this run still means to save.
func TestWhatAnEarlierRunLeftBeside(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "beside")
	l, forbid := unwritten(t, dir)
	if left, err := l.LeftBeside(ctx); err != nil || !left.IsNone() {
		t.Fatalf("without a folder: %+v, %v", left, err)
	}
	e := save(t, l, headed("Встреча", "2024-09-11"))
	copied := filepath.Join(dir, "library-2026-11-30-051137.db")
	if err := errors.Join(os.MkdirAll(dir, 0o700), l.BackUp(ctx, copied)); err != nil {
		t.Fatal(err)
	}
	stored, _, err := l.Get(ctx, e.ID)
	if err != nil {
		t.Fatal(err)
	}
	forbid(true)
	stored.Lead = "Новые слова."
	_, err = l.Save(ctx, e.ID, e.Revision, stored)
	own := besideOf(t, err)
	put := func(name string, r release.Release) string {
		text, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(dir, name), string(text))
		return filepath.Join(dir, name)
	}
	other := headed("Другая", "2024-09-12")
	other.Lead = "Совет содружества на сессии в Пробном принял план дорог, план мостов и план рек на пять лет вперёд, сказал секретарь Совета, и все шесть государств его подписали."
	fresh := put("fresh"+release.Extension, other)
	unread := filepath.Join(dir, "unread"+release.Extension)
	writeFile(t, unread, "no release")
	writeFile(t, filepath.Join(dir, "notes.txt"), "a person's own")
	writeFile(t, filepath.Join(dir, "library-2026-11-30-051136.db"), "no library")
	check := func(when string, texts ...string) {
		t.Helper()
		left, err := l.LeftBeside(ctx)
		if err != nil || !slices.Equal(left.Texts, texts) || !slices.Equal(left.Copies, []string{copied}) {
			t.Errorf("%s: %+v, %v", when, left, err)
		}
	}
	check("at first", fresh, unread)
	forbid(false)
	if e, err = l.Save(ctx, e.ID, e.Revision, stored); err != nil {
		t.Fatal(err)
	}
	known := put("known"+release.Extension, stored)
	stored.Lead = "Ещё новее."
	newer := put("newer"+release.Extension, stored)
	save(t, l, other)
	other.Contacts = []release.Contact{{Name: "Анна Примерова"}}
	similar := put("similar"+release.Extension, other) // but for what its words do not show
	check("when the library has them", newer, similar, unread)
	for _, path := range []string{own, known, fresh} {
		if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s lies there: %v", path, err)
		}
	}
	if put, err := l.SetAside(copied); err != nil || put != filepath.Join(dir, aside, filepath.Base(copied)) {
		t.Errorf("the copy is put to %s, %v", put, err)
	}
	if left, err := l.LeftBeside(ctx); err != nil || len(left.Copies) != 0 {
		t.Errorf("when it was put aside: %+v, %v", left, err)
	}
}
