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
	SaveVersion(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error)
	SaveNew(ctx context.Context, releases []release.Release) ([]library.Brought, error)
	Get(ctx context.Context, id int64) (release.Release, library.Entry, error)
	Find(ctx context.Context, q library.Query, limit int) ([]library.Position, error)
	Count(ctx context.Context, q library.Query) (int, error)
	Entries(ctx context.Context, positions []library.Position) ([]library.Entry, error)
	Duplicate(ctx context.Context, id int64) (library.Entry, error)
	Trash(ctx context.Context, ids ...int64) error
	Restore(ctx context.Context, ids ...int64) error
	Erase(ctx context.Context, ids ...int64) error
	Trashed(ctx context.Context) ([]library.Entry, error)
	History(ctx context.Context, id int64) ([]library.Version, error)
	Version(ctx context.Context, id, number int64) (release.Release, error)
	RestoreVersion(ctx context.Context, id, revision, number int64) (library.Entry, error)
	NameVersion(ctx context.Context, id, number int64, name string) error
	SaveWithHistory(ctx context.Context, past []library.Past, trashed bool) (library.Brought, error)
	All(ctx context.Context, visit func(e library.Entry, past []library.Past) error) error
	Claim(id int64) (holder library.Holder, ok bool, err error)
	Leave(id int64)
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
		"a duplicate is a new draft":         duplicate,
		"what cannot be read stays":          unread,
		"two desks":                          twoDesks,
		"who edits what":                     claims,
		"saving what another holds":          savingWhatAnotherHolds,
		"all of many or none":                allOrNone,
		"what cannot be read is not kept":    unreadable,
		"the same text is no save":           sameText,
		"the trash keeps its order":          trashInOrder,
		"what lies in the trash is edited":   editedInTheTrash,
		"entries are as asked for":           entries,
		"orders":                             orders,
		"a history comes back":               archived,
		"a list tells what the text says":    listed,
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
	e, err := d.store.SaveVersion(ctx, e.ID, e.Revision, draft("Встреча", "е")) // «д» was saved in this very second
	if err != nil {
		t.Fatal(err)
	}
	if e, err = d.store.RestoreVersion(ctx, e.ID, e.Revision, 1); err != nil {
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
	if strings.Join(got, " ") != "а е д гна согласовании а" {
		t.Error(got)
	}
}

func duplicate(t *testing.T, d *desk) {
	r := draft("Встреча", "лид")
	r.Status, r.Number, r.Tags = release.Issued, "14-с", []string{"визит"}
	r.Embargo, _ = release.NewEmbargo(release.Date{Year: 2024, Month: 9, Day: 12}, 12, 0, "Asia/Bishkek")
	r.Unread = []release.Unread{{Field: release.DateField, Text: "завтра"}}
	e := d.save(0, 0, r)
	copied, err := d.store.Duplicate(ctx, e.ID)
	if err != nil || copied.ID == e.ID || copied.Status != release.Draft || !copied.Embargo.IsZero() {
		t.Fatal(copied, err)
	}
	if got, _ := d.get(copied.ID); !reflect.DeepEqual(got, r.Copy()) {
		t.Errorf("got %+v", got)
	}
	if got, _ := d.get(e.ID); !reflect.DeepEqual(got, r) {
		t.Errorf("the original became %+v", got)
	}
	var missing *library.MissingError
	if _, err := d.store.Duplicate(ctx, 99); !errors.As(err, &missing) {
		t.Errorf("got %v", err)
	}
}

// unread keeps texts that are no values through saves, versions and a new start.
func unread(t *testing.T, d *desk) {
	r := draft("Встреча", "лид")
	r.Unread = []release.Unread{{Field: release.EmbargoField, Text: "11.09.2027 12:00"}, {Field: release.DateField, Text: "31.06.2027"}}
	e := d.save(0, 0, r)
	later := r.Clone()
	later.Unread = nil
	e = d.save(e.ID, e.Revision, later)
	if _, err := d.store.RestoreVersion(ctx, e.ID, e.Revision, 1); err != nil {
		t.Fatal(err)
	}
	d.reopen()
	if got, entry := d.get(e.ID); !reflect.DeepEqual(got, r) || !entry.Embargo.IsZero() {
		t.Errorf("got %+v, %+v", got, entry)
	}
	if damage, err := d.store.Verify(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v, %v", damage, err)
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

// claims: one desk has a release at a time, until it leaves it or closes.
func claims(t *testing.T, d *desk) {
	other := d.open(t, d.dir, d.now)
	e, second := d.save(0, 0, draft("Встреча", "а")), d.save(0, 0, draft("Учения", "б"))
	claim := func(s Store, id int64, want bool) {
		t.Helper()
		holder, ok, err := s.Claim(id)
		if err != nil || ok != want || ok == (holder.PID != 0) {
			t.Errorf("claim %d: %t, %+v, %v", id, ok, holder, err)
		}
	}
	claim(d.store, e.ID, true)
	claim(d.store, e.ID, true) // it has it already
	claim(other, e.ID, false)
	claim(other, second.ID, true)
	claim(d.store, second.ID, false)
	other.Leave(e.ID) // what one does not hold one cannot give away
	claim(other, e.ID, false)
	d.store.Leave(e.ID)
	claim(other, e.ID, true)
	claim(d.store, e.ID, false)
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	claim(d.store, e.ID, true)
	claim(d.store, second.ID, true)
}

// savingWhatAnotherHolds: who has no claim may have an old text, and the
// revision tells. Nobody's words are written over, whoever holds the release.
func savingWhatAnotherHolds(t *testing.T, d *desk) {
	other := d.open(t, d.dir, d.now)
	defer func() { _ = other.Close() }()
	first := d.save(0, 0, draft("Встреча", "а"))
	if _, ok, err := other.Claim(first.ID); !ok || err != nil {
		t.Fatal(ok, err)
	}
	theirs, err := other.Save(ctx, first.ID, first.Revision, draft("Встреча", "их"))
	if err != nil || theirs.Revision != first.Revision+1 {
		t.Fatal(theirs, err)
	}
	var conflict *library.ConflictError
	for name, err := range map[string]error{
		"a save":         errOf(d.store.Save(ctx, first.ID, first.Revision, draft("Встреча", "мой"))),
		"the same words": errOf(d.store.Save(ctx, first.ID, first.Revision, draft("Встреча", "их"))),
		"a restored one": errOf(d.store.RestoreVersion(ctx, first.ID, first.Revision, 1)),
		"a later one":    errOf(d.store.Save(ctx, first.ID, theirs.Revision+1, draft("Встреча", "мой"))),
		"no revision":    errOf(d.store.Save(ctx, first.ID, 0, draft("Встреча", "мой"))),
	} {
		if !errors.As(err, &conflict) || conflict.ID != first.ID {
			t.Errorf("%s: %v", name, err)
		}
	}
	if r, e := d.get(first.ID); r.Lead != "их" || e.Revision != theirs.Revision {
		t.Errorf("%q, revision %d", r.Lead, e.Revision)
	}
	if versions, err := d.store.History(ctx, first.ID); err != nil || len(versions) != 2 {
		t.Errorf("a refused save left a version: %+v, %v", versions, err)
	}
	if d.found("мой") != "" || d.found("их") != "Встреча" {
		t.Error("a refused save is found")
	}
}

func errOf[T any](_ T, err error) error { return err }

func allOrNone(t *testing.T, d *desk) {
	one, two := d.save(0, 0, draft("Один", "")), d.save(0, 0, draft("Два", ""))
	var missing *library.MissingError
	for name, change := range map[string]func(ctx context.Context, ids ...int64) error{"trash": d.store.Trash, "restore": d.store.Restore, "erase": d.store.Erase} {
		if err := change(ctx, one.ID, 99, two.ID); !errors.As(err, &missing) || missing.ID != 99 {
			t.Errorf("%s: %v", name, err)
		}
		if got := d.found(""); got != "Два, Один" {
			t.Errorf("after %s of one too many: %s", name, got)
		}
	}
	bad := draft("Плохой", "")
	bad.Kind = "rumour"
	if brought, err := d.store.SaveNew(ctx, []release.Release{draft("Новый", ""), bad, draft("Ещё", "")}); err == nil || brought != nil {
		t.Errorf("a bad release among others was taken: %+v", brought)
	}
	if got := d.found(""); got != "Два, Один" {
		t.Errorf("half of them was saved: %s", got)
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	if _, err := d.store.SaveNew(stopped, slices.Collect(Releases(3))); err == nil || d.found("") != "Два, Один" {
		t.Error("what was called off was saved", err)
	}
	if _, err := d.store.SaveNew(stopped, nil); !errors.Is(err, context.Canceled) { // an import relies on being told
		t.Error("it is not told that it was called off", err)
	}
	if err := d.store.Trash(ctx, one.ID, two.ID); err != nil || d.found("") != "" {
		t.Error("not both went", err)
	}
	if err := d.store.Restore(ctx, one.ID, two.ID); err != nil || d.found("") != "Два, Один" {
		t.Error("not both came back", err)
	}
}

// unreadable: nothing is kept that could not be read back.
func unreadable(t *testing.T, d *desk) {
	e := d.save(0, 0, draft("Встреча", "а"))
	for name, spoil := range map[string]func(r *release.Release){
		"no language": func(r *release.Release) { r.Language = "" },
		"a kind":      func(r *release.Release) { r.Kind = "rumour" },
		"no UTF-8":    func(r *release.Release) { r.Lead = "\xff" },
	} {
		r := draft("Встреча", "б")
		spoil(&r)
		if _, err := d.store.Save(ctx, e.ID, e.Revision, r); err == nil {
			t.Errorf("%s: saved", name)
		}
		if _, err := d.store.Save(ctx, 0, 0, r); err == nil {
			t.Errorf("%s: saved as a new one", name)
		}
	}
	if r, now := d.get(e.ID); r.Lead != "а" || now.Revision != e.Revision || d.found("") != "Встреча" {
		t.Errorf("%q, revision %d, %s", r.Lead, now.Revision, d.found(""))
	}
}

func sameText(t *testing.T, d *desk) {
	first := d.save(0, 0, draft("Встреча", "а"))
	d.at = d.at.Add(time.Hour)
	if again := d.save(first.ID, first.Revision, draft("Встреча", "а")); !reflect.DeepEqual(again, first) {
		t.Errorf("got %+v, not %+v", again, first)
	}
	if versions, err := d.store.History(ctx, first.ID); err != nil || len(versions) != 1 || !versions[0].Saved.Equal(first.Saved) {
		t.Errorf("got %+v, %v", versions, err)
	}
}

func trashInOrder(t *testing.T, d *desk) { //nolint:gocyclo // what the contract compares are its branches
	var all []library.Entry
	for _, name := range []string{"а", "б", "в"} {
		all = append(all, d.save(0, 0, draft(name, "")))
	}
	var times []time.Time
	for _, i := range []int{1, 0, 2} {
		d.at = d.at.Add(time.Hour)
		times = append(times, d.at)
		if err := d.store.Trash(ctx, all[i].ID); err != nil {
			t.Fatal(err)
		}
	}
	d.at = d.at.Add(time.Hour)
	if err := d.store.Trash(ctx, all[1].ID); err != nil { // it lies there already, since when it did
		t.Fatal(err)
	}
	trashed, err := d.store.Trashed(ctx)
	if err != nil || len(trashed) != 3 || trashed[0].Headline != "в" || trashed[1].Headline != "а" || trashed[2].Headline != "б" {
		t.Fatalf("got %+v, %v", trashed, err)
	}
	for i, e := range trashed {
		if !e.Trashed.Equal(times[2-i]) {
			t.Errorf("%s went at %v", e.Headline, e.Trashed)
		}
	}
	if err := d.store.Restore(ctx, all[0].ID, all[0].ID); err != nil || d.found("") != "а" {
		t.Error("not restored", err)
	}
	if err := d.store.Erase(ctx, all[1].ID); err != nil {
		t.Fatal(err)
	}
	if _, _, err := d.store.Get(ctx, all[2].ID); err != nil {
		t.Error("another was erased", err)
	}
	var missing *library.MissingError
	if _, err := d.store.History(ctx, all[1].ID); !errors.As(err, &missing) {
		t.Errorf("what was erased has a history: %v", err)
	}
}

// editedInTheTrash: a save that comes late, to a release that somebody threw
// away, is kept; it is found again when it comes back.
func editedInTheTrash(t *testing.T, d *desk) {
	e := d.save(0, 0, draft("Встреча", "а"))
	if err := d.store.Trash(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	e = d.save(e.ID, e.Revision, draft("Переговоры", "б"))
	if d.found("") != "" || d.found("переговоры") != "" || d.found("встреча") != "" {
		t.Error("what lies in the trash is found")
	}
	if err := d.store.Restore(ctx, e.ID); err != nil || d.found("переговоры") != "Переговоры" || d.found("встреча") != "" {
		t.Error("not found as it is now", err)
	}
	if problems, err := d.store.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Error(problems, err)
	}
}

func entries(t *testing.T, d *desk) { //nolint:gocyclo // what the contract compares are its branches
	for r := range Releases(6) {
		d.save(0, 0, r)
	}
	all, err := d.store.Find(ctx, library.Query{}, 0)
	if err != nil || len(all) != 6 {
		t.Fatal(all, err)
	}
	first, err := d.store.Find(ctx, library.Query{}, 2)
	if err != nil || !slices.Equal(first, all[:2]) {
		t.Errorf("the first two are %v of %v, %v", first, all, err)
	}
	asked := []library.Position{all[3], all[0], all[5]}
	got, err := d.store.Entries(ctx, asked)
	if err != nil || len(got) != 3 {
		t.Fatal(got, err)
	}
	for i, e := range got {
		if e.ID != asked[i].ID() || e.Date != asked[i].Day() {
			t.Errorf("entry %d is %d of %v, not %d of %v", i, e.ID, e.Date, asked[i].ID(), asked[i].Day())
		}
	}
	if err := d.store.Trash(ctx, asked[1].ID()); err != nil {
		t.Fatal(err)
	}
	if got, err = d.store.Entries(ctx, asked); err != nil || len(got) != 2 || got[0].ID != asked[0].ID() || got[1].ID != asked[2].ID() {
		t.Errorf("with one in the trash: %+v, %v", got, err)
	}
	if got, err := d.store.Entries(ctx, nil); err != nil || len(got) != 0 {
		t.Errorf("none were asked for: %+v, %v", got, err)
	}
}

func orders(t *testing.T, d *desk) {
	for _, tt := range []struct{ headline, day, lead string }{
		{"план", "2024-01-01", ""}, {"дорога", "2022-01-01", "план"}, {"мост", "2023-01-01", "план план"}, {"школа", "2025-01-01", ""},
	} {
		d.at = d.at.Add(time.Hour)
		r := draft(tt.headline, tt.lead)
		if err := r.Date.UnmarshalText([]byte(tt.day)); err != nil {
			t.Fatal(err)
		}
		d.save(0, 0, r)
	}
	for _, tt := range []struct {
		order        library.Order
		query, found string
	}{
		{library.Newest, "", "школа план мост дорога"},
		{library.Oldest, "", "дорога мост план школа"},
		{library.Edited, "", "школа мост дорога план"},
		{library.Best, "", "школа план мост дорога"},
		{library.Newest, "план", "план мост дорога"},
		{library.Oldest, "план", "дорога мост план"},
		{library.Edited, "план", "мост дорога план"},
		{library.Best, "план год:2022-2023", "мост дорога"},
	} {
		q := library.ParseQuery(tt.query, false, nil)
		q.Sort = tt.order
		positions, err := d.store.Find(ctx, q, 0)
		if err != nil {
			t.Fatal(err)
		}
		entries, err := d.store.Entries(ctx, positions)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for _, e := range entries {
			names = append(names, e.Headline)
		}
		if got := strings.Join(names, " "); got != tt.found {
			t.Errorf("%q, %s: %s, not %s", tt.query, tt.order, got, tt.found)
		}
	}
}

func archived(t *testing.T, d *desk) { //nolint:gocyclo // what the contract compares are its branches
	past := make([]library.Past, 0, 3)
	for n, lead := range []string{"а", "б", "в"} {
		text, err := draft("Встреча", lead).Encode()
		if err != nil {
			t.Fatal(err)
		}
		past = append(past, library.Past{Version: library.Version{Number: int64(n + 1), Saved: d.at.Add(time.Duration(n) * time.Second), Name: []string{"первая", "", "последняя"}[n]}, Text: text})
	}
	brought, err := d.store.SaveWithHistory(ctx, past, false)
	if err != nil || brought.Known || brought.Revision != 3 || d.found("") != "Встреча" {
		t.Fatalf("%+v, %v", brought, err)
	}
	if again, err := d.store.SaveWithHistory(ctx, past, true); err != nil || !again.Known || again.ID != brought.ID || d.found("") != "Встреча" {
		t.Errorf("a second time: %+v, %v", again, err)
	}
	visited := 0
	err = d.store.All(ctx, func(e library.Entry, got []library.Past) error {
		if visited++; e.ID != brought.ID || !reflect.DeepEqual(got, past) {
			t.Errorf("%+v\n got %+v\nwant %+v", e, got, past)
		}
		return nil
	})
	if err != nil || visited != 1 {
		t.Errorf("%d visited, %v", visited, err)
	}
	bad := append(slices.Clone(past), library.Past{Version: past[0].Version, Text: []byte("format = 9")})
	if _, err := d.store.SaveWithHistory(ctx, bad, false); err == nil || d.found("") != "Встреча" {
		t.Error("a history that cannot be read was begun", err)
	}
	bad = append([]library.Past{{Version: past[0].Version, Text: []byte("format = 9")}}, library.Past{Version: past[1].Version, Text: []byte(strings.Replace(string(past[1].Text), "Встреча", "Учения", 1))})
	if _, err := d.store.SaveWithHistory(ctx, bad, false); err == nil || d.found("") != "Встреча" {
		t.Error("a history whose beginning cannot be read was taken", err)
	}
	no := errors.New("no")
	d.save(0, 0, draft("Учения", ""))
	visited = 0
	err = d.store.All(ctx, func(library.Entry, []library.Past) error { visited++; return no })
	if !errors.Is(err, no) || visited != 1 {
		t.Errorf("went on after an error: %d, %v", visited, err)
	}
	copied, err := d.store.Duplicate(ctx, brought.ID)
	if r, _ := d.get(copied.ID); err != nil || copied.ID == brought.ID || copied.Revision != 1 || r.Lead != "в" || r.Status != release.Draft {
		t.Errorf("the copy is %+v, %v", copied, err)
	}
}

// listed: everything a list shows is what the text says, before and after a change.
func listed(t *testing.T, d *desk) {
	r := draft("Встреча", strings.Repeat("лид ", 100))
	r.Status, r.Kind, r.Language, r.Place = release.Issued, release.Meeting, "en", "Бишкек"
	r.Date, _ = release.NewDate(2024, 9, 11)
	r.Embargo, _ = release.NewEmbargo(r.Date, 12, 0, "Asia/Bishkek")
	check := func(id, revision int64, r release.Release) {
		t.Helper()
		_, e := d.get(id)
		want := library.Entry{
			ID: id, Revision: revision, Headline: r.Headline, Place: r.Place, Lead: string([]rune(r.Lead)[:min(200, len([]rune(r.Lead)))]), Date: r.Date,
			Status: r.Status, Kind: r.Kind, Language: r.Language, Embargo: r.Embargo, Saved: d.at,
		}
		if e.Embargo.String() != want.Embargo.String() {
			t.Errorf("embargo %v, not %v", e.Embargo, want.Embargo)
		}
		e.Embargo, want.Embargo = release.Embargo{}, release.Embargo{}
		if !reflect.DeepEqual(e, want) {
			t.Errorf("got  %+v\nwant %+v", e, want)
		}
	}
	e := d.save(0, 0, r)
	check(e.ID, 1, r)
	d.at = d.at.Add(time.Hour)
	other := draft("Учения", "другой лид")
	d.save(e.ID, e.Revision, other)
	check(e.ID, 2, other)
}
