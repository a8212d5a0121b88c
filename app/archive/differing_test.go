package archive

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// TestWhatDiffersIsToldApart imports files of a release that the library has: one as it
// was once, one as it is, one that somebody edited, alone and in an archive.
func TestWhatDiffersIsToldApart(t *testing.T) {
	l := fresh(t)
	r := release.New("ru")
	r.Headline, r.Lead = "Встреча", "Первый лид."
	e, err := l.Save(ctx, 0, 0, r)
	if err != nil {
		t.Fatal(err)
	}
	r.UUID = e.UUID
	dir := t.TempDir()
	write := func(name, lead string) string {
		t.Helper()
		r.Lead = lead
		text, err := r.Encode()
		path := filepath.Join(dir, name)
		if err := errors.Join(err, os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, text, 0o600)); err != nil {
			t.Fatal(err)
		}
		return path
	}
	paths := []string{write("раньше.release.toml", "Первый лид."), write("теперь.release.toml", "Второй лид."), write("правка.release.toml", "Третий лид.")}
	r.Lead = "Второй лид."
	if e, err = l.SaveVersion(ctx, e.ID, e.Revision, r); err != nil {
		t.Fatal(err)
	}
	write("архив/release.toml", "Четвёртый лид.")
	if err := os.WriteFile(filepath.Join(dir, "архив", historyName), []byte("format = 1\n\n[[versions]]\nsaved = \"2024-09-11T12:00:00Z\"\nfile = \"release.toml\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	paths = append(paths, filepath.Join(dir, "архив"))
	report, err := Import(ctx, l, paths, nil)
	if err != nil || len(report) != 4 {
		t.Fatalf("%+v, %v", report, err)
	}
	for i, want := range []Status{Known, Known, Differs, Differs} {
		if report[i].Status != want || report[i].Err != nil {
			t.Errorf("%s: %+v", report[i].Path, report[i])
		}
	}
	found := report.Differing()
	fresh, known, failed := report.Count()
	if fresh != 0 || known != 2 || failed != 0 || len(found) != 2 || found[0].ID != e.ID || found[0].Release.Lead != "Третий лид." || found[1].Release.Lead != "Четвёртый лид." {
		t.Fatalf("%d new, %d known, %+v", fresh, known, found)
	}
	if now, _, err := l.Get(ctx, e.ID); err != nil || now.Lead != "Второй лид." {
		t.Errorf("an import wrote over it: %q, %v", now.Lead, err)
	}

	copied, err := found[0].Bring(ctx, l, AsCopy)
	if err != nil || copied.ID == e.ID || copied.UUID == e.UUID || copied.UUID == "" {
		t.Errorf("a copy: %+v, %v", copied, err)
	}
	newest, err := found[1].Bring(ctx, l, AsVersion)
	if err != nil || newest.ID != e.ID || newest.UUID != e.UUID {
		t.Errorf("a version: %+v, %v", newest, err)
	}
	versions, err := l.History(ctx, e.ID)
	if err != nil {
		t.Fatal(err)
	}
	var leads []string
	for _, v := range versions {
		r, err := l.Version(ctx, e.ID, v.Number)
		if err != nil {
			t.Fatal(err)
		}
		leads = append(leads, r.Lead)
	}
	if want := []string{"Четвёртый лид.", "Второй лид.", "Первый лид."}; !slices.Equal(leads, want) {
		t.Errorf("the history is %q", leads)
	}
	if report, err = Import(ctx, l, paths, nil); err != nil || len(report.Differing()) != 1 {
		t.Errorf("the copy's file has its release's UUID still: %+v, %v", report, err)
	}
	var missing *library.MissingError
	if _, err := (Differing{ID: 99}).Bring(ctx, l, AsVersion); !errors.As(err, &missing) {
		t.Errorf("got %v", err)
	}
	var unknown *BringingError
	if _, err := ParseBringing("overwrite"); !errors.As(err, &unknown) {
		t.Errorf("got %v", err)
	}
}

// TestDifferingOf: each is the release that it was read as, and is told of the trash.
func TestDifferingOf(t *testing.T) {
	named := func(headline string) release.Release { return release.Release{Headline: headline} }
	releases := []release.Release{named("нов"), named("иной"), named("есть"), named("иной в корзине")}
	got := DifferingOf(releases, []library.Brought{
		{Entry: library.Entry{ID: 1}}, {Entry: library.Entry{ID: 2}, Differs: true}, {Entry: library.Entry{ID: 3}, Known: true}, {Entry: library.Entry{ID: 4, Trashed: time.Unix(1, 0)}, Differs: true},
	})
	want := []Differing{{2, false, releases[1]}, {4, true, releases[3]}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

// TestVersionsKeepTheirTimesAndOrder: an archive has them as exact as the library, oldest
// first, counted from one.
func TestVersionsKeepTheirTimesAndOrder(t *testing.T) {
	text := tomlOf(t, "Встреча")
	for _, second := range []string{"2024-09-11T12:00:00.123456789Z", "2024-09-11T12:00:01Z"} {
		v, _, err := readVersion(fstest.MapFS{"a.toml": {Data: []byte(text)}}, version{Saved: second, Name: "имя", File: "a.toml"})
		if err != nil || v.Saved.Format(time.RFC3339Nano) != second || v.Name != "имя" {
			t.Errorf("%s: %+v, %v", second, v, err)
		}
	}
	history := "format = 1\n\n[[versions]]\nsaved = \"2024-09-11T12:00:00.5Z\"\nfile = \"b.toml\"\n\n[[versions]]\nsaved = \"2024-09-11T12:00:01Z\"\nfile = \"a.toml\"\n"
	past := readArchived(fstest.MapFS{"history.toml": {Data: []byte(history)}, "a.toml": {Data: []byte(text)}, "b.toml": {Data: []byte(tomlOf(t, "Раньше"))}})
	if past.err != nil || len(past.archived.Past) != 2 || past.archived.Past[0].Number != 1 || past.archived.Past[1].Number != 2 || !strings.Contains(string(past.archived.Past[0].Text), "Раньше") {
		t.Errorf("got %+v", past)
	}
	dir := t.TempDir()
	e := library.Entry{ID: 5, Date: release.Date{Year: 2024, Month: 9, Day: 11}}
	if _, err := writeRelease(ctx, &fake{}, dir, e, past.archived.Past); err != nil {
		t.Fatal(err)
	}
	written, err := filepath.Glob(filepath.Join(dir, "2024", "*", "history.toml"))
	if err != nil || len(written) != 1 {
		t.Fatalf("%v, %v", written, err)
	}
	if data, err := os.ReadFile(written[0]); err != nil || !strings.Contains(string(data), `saved = "2024-09-11T12:00:00.5Z"`) {
		t.Errorf("%s, %v", data, err)
	}
}
