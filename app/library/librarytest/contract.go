package librarytest

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// Store is what every store of releases does, an office's server as well as a
// file. The comments of library.Library say how.
type Store interface {
	Save(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error)
	SaveNew(ctx context.Context, releases []release.Release) ([]library.Brought, error)
	Get(ctx context.Context, id int64) (release.Release, library.Entry, error)
	Find(ctx context.Context, q library.Query, limit int) ([]library.Position, error)
	Count(ctx context.Context, q library.Query) (int, error)
	Entries(ctx context.Context, positions []library.Position) ([]library.Entry, error)
	Trash(ctx context.Context, ids ...int64) error
	Restore(ctx context.Context, ids ...int64) error
	Erase(ctx context.Context, ids ...int64) error
	Trashed(ctx context.Context) ([]library.Entry, error)
	History(ctx context.Context, id int64) ([]library.Version, error)
	Version(ctx context.Context, id, number int64) (release.Release, error)
	RestoreVersion(ctx context.Context, id, revision, number int64) (library.Entry, error)
	NameVersion(ctx context.Context, id, number int64, name string) error
	Verify(ctx context.Context, progress func(done int)) ([]library.Problem, error)
	Close() error
}

// Opener opens the store that lies in a folder of the test's own, making it
// where there is none. now is the store's clock.
type Opener func(t testing.TB, dir string, now func() time.Time) Store

// Contract tests what every store keeps.
func Contract(t *testing.T, open Opener) {
	for name, test := range map[string]func(t *testing.T, d *desk){
		"a save is read back":                saved,
		"a save is there after closing":      reopened,
		"an old revision is a conflict":      conflicting,
		"what is missing is told":            missing,
		"what is known is not brought twice": known,
		"newest first":                       newestFirst,
		"every form of a word":               forms,
		"the trash":                          trash,
		"history":                            history,
		"two desks":                          twoDesks,
		"any order of work":                  anyOrder,
	} {
		t.Run(name, func(t *testing.T) {
			d := &desk{T: t, open: open, dir: filepath.Join(t.TempDir(), "library"), at: time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC)}
			d.reopen()
			t.Cleanup(func() { _ = d.store.Close() })
			test(t, d)
		})
	}
}

// desk is somebody at work with a store, at a time of the test's choosing.
type desk struct {
	*testing.T
	open  Opener
	dir   string
	at    time.Time
	store Store
}

var ctx = context.Background()

func (d *desk) now() time.Time { return d.at }

// reopen closes the store and opens it again.
func (d *desk) reopen() {
	d.Helper()
	if d.store != nil {
		if err := d.store.Close(); err != nil {
			d.Fatal(err)
		}
	}
	d.store = d.open(d, d.dir, d.now)
}

func draft(headline, lead string) release.Release {
	r := release.New("ru")
	r.Headline, r.Lead = headline, lead
	return r
}

func (d *desk) save(id, revision int64, r release.Release) library.Entry {
	d.Helper()
	e, err := d.store.Save(ctx, id, revision, r)
	if err != nil {
		d.Fatal(err)
	}
	return e
}

func (d *desk) get(id int64) (release.Release, library.Entry) {
	d.Helper()
	r, e, err := d.store.Get(ctx, id)
	if err != nil {
		d.Fatal(err)
	}
	return r, e
}

// found returns the headlines of what a query finds, and that the count agrees.
func (d *desk) found(query string) string {
	d.Helper()
	q := library.ParseQuery(query, false, nil)
	positions, err := d.store.Find(ctx, q, 0)
	if err != nil {
		d.Fatal(err)
	}
	entries, err := d.store.Entries(ctx, positions)
	if err != nil {
		d.Fatal(err)
	}
	if n, err := d.store.Count(ctx, q); err != nil || n != len(entries) {
		d.Errorf("%s: counted %d, found %d, %v", query, n, len(entries), err)
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, e.Headline)
	}
	return strings.Join(names, ", ")
}

func saved(t *testing.T, d *desk) {
	for r := range Releases(20) {
		e := d.save(0, 0, r)
		got, entry := d.get(e.ID)
		if !reflect.DeepEqual(got, r) || !reflect.DeepEqual(entry, e) || e.Revision != 1 {
			t.Errorf("%+v came back as %+v", e, entry)
		}
	}
}

func reopened(t *testing.T, d *desk) {
	e := d.save(0, 0, draft("Встреча", "первый лид"))
	e = d.save(e.ID, e.Revision, draft("Встреча", "второй лид"))
	d.reopen()
	if r, entry := d.get(e.ID); r.Lead != "второй лид" || entry.Revision != 2 {
		t.Errorf("got %q, revision %d", r.Lead, entry.Revision)
	}
}

func conflicting(t *testing.T, d *desk) {
	first := d.save(0, 0, draft("Встреча", "мой"))
	d.save(first.ID, first.Revision, draft("Встреча", "их"))
	_, err := d.store.Save(ctx, first.ID, first.Revision, draft("Встреча", "мой второй"))
	var conflict *library.ConflictError
	if !errors.As(err, &conflict) || conflict.ID != first.ID {
		t.Errorf("got %v", err)
	}
	if _, err := d.store.RestoreVersion(ctx, first.ID, first.Revision, 1); !errors.As(err, &conflict) {
		t.Errorf("restoring over another's text: %v", err)
	}
	if r, _ := d.get(first.ID); r.Lead != "их" {
		t.Errorf("their text became %q", r.Lead)
	}
}

func missing(t *testing.T, d *desk) {
	_, saving := d.store.Save(ctx, 99, 1, draft("Встреча", ""))
	_, _, getting := d.store.Get(ctx, 99)
	for _, err := range []error{saving, getting, d.store.Trash(ctx, 99)} {
		var missing *library.MissingError
		if !errors.As(err, &missing) || missing.ID != 99 {
			t.Errorf("got %v", err)
		}
	}
	e := d.save(0, 0, draft("Встреча", ""))
	var none *library.MissingVersionError
	if _, err := d.store.Version(ctx, e.ID, 7); !errors.As(err, &none) || none.Number != 7 {
		t.Errorf("got %v", err)
	}
}

func known(t *testing.T, d *desk) {
	all := slices.Collect(Releases(5))
	for round := range 2 {
		brought, err := d.store.SaveNew(ctx, all)
		if err != nil || len(brought) != len(all) {
			t.Fatal(len(brought), err)
		}
		for _, b := range brought {
			if b.Known != (round == 1) {
				t.Errorf("round %d: known %t", round, b.Known)
			}
		}
	}
	if n, err := d.store.Count(ctx, library.Query{}); err != nil || n != len(all) {
		t.Errorf("%d releases, %v", n, err)
	}
}

func newestFirst(t *testing.T, d *desk) {
	for _, day := range []string{"2021-05-01", "", "2026-01-01", "2023-02-03"} {
		r := draft("от "+day, "")
		if err := r.Date.UnmarshalText([]byte(day)); err != nil {
			t.Fatal(err)
		}
		d.save(0, 0, r)
	}
	if got := d.found(""); got != "от 2026-01-01, от , от 2023-02-03, от 2021-05-01" {
		t.Error(got)
	}
}

func forms(t *testing.T, d *desk) {
	e := d.save(0, 0, draft("Встреча с Президентом", "Состоялась встреча с Президентом Садыром Жапаровым."))
	d.save(0, 0, draft("Учения", "Ещё одни учения в Озёрске."))
	for query, want := range map[string]string{
		"встречи президентов": "Встреча с Президентом", "Жапарова": "Встреча с Президентом", "озерск": "Учения",
		"учение -встреча": "Учения", `"встреча с президентом"`: "Встреча с Президентом", "такого нет": "", `"'*(`: "Учения, Встреча с Президентом",
	} {
		if got := d.found(query); got != want {
			t.Errorf("%s finds %q, not %q", query, got, want)
		}
	}
	d.save(e.ID, e.Revision, draft("Переговоры", "О другом."))
	if got := d.found("Жапаров"); got != "" {
		t.Errorf("the old text is still found: %s", got)
	}
}

func trash(t *testing.T, d *desk) {
	e, other := d.save(0, 0, draft("Встреча", "")), d.save(0, 0, draft("Учения", ""))
	if err := d.store.Erase(ctx, other.ID); err != nil || d.found("") != "Учения, Встреча" {
		t.Error("what is not in the trash was erased", err)
	}
	if err := d.store.Trash(ctx, e.ID); err != nil || d.found("") != "Учения" || d.found("встреча") != "" {
		t.Error("what is in the trash is found", err)
	}
	if all, err := d.store.Trashed(ctx); err != nil || len(all) != 1 || all[0].ID != e.ID {
		t.Error(all, err)
	}
	if err := d.store.Restore(ctx, e.ID); err != nil || d.found("встречи") != "Встреча" {
		t.Error("not restored", err)
	}
	if err := errors.Join(d.store.Trash(ctx, e.ID), d.store.Erase(ctx, e.ID)); err != nil {
		t.Error(err)
	}
	if _, _, err := d.store.Get(ctx, e.ID); err == nil {
		t.Error("not erased")
	}
}

func history(t *testing.T, d *desk) {
	e := d.save(0, 0, draft("Встреча", "а"))
	for _, lead := range []string{"б", "в", "г"} { // «б» begins a version, the others fold into it
		d.at = d.at.Add(10 * time.Second)
		e = d.save(e.ID, e.Revision, draft("Встреча", lead))
	}
	if err := d.store.NameVersion(ctx, e.ID, 2, "на согласовании"); err != nil {
		t.Fatal(err)
	}
	e = d.save(e.ID, e.Revision, draft("Встреча", "д"))
	e, err := d.store.RestoreVersion(ctx, e.ID, e.Revision, 1)
	if err != nil {
		t.Fatal(err)
	}
	d.reopen()
	versions, err := d.store.History(ctx, e.ID)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, v := range versions {
		r, err := d.store.Version(ctx, e.ID, v.Number)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, r.Lead+v.Name)
	}
	if strings.Join(got, " ") != "а д гна согласовании а" {
		t.Error(got)
	}
}

func twoDesks(t *testing.T, d *desk) {
	other := d.open(t, d.dir, d.now)
	defer func() { _ = other.Close() }()
	e := d.save(0, 0, draft("Встреча", "а"))
	if _, err := other.Save(ctx, e.ID, e.Revision, draft("Встреча", "б")); err != nil {
		t.Fatal(err)
	}
	if r, _ := d.get(e.ID); r.Lead != "б" {
		t.Errorf("the other's text is not seen: %q", r.Lead)
	}
}
