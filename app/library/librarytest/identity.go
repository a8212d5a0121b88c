package librarytest

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/google/uuid"

	"communique/app/library"
	"communique/editor/release"
)

// given is a UUID that a release brings along.
const given = "3f2b1c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d"

// identities: each release has a UUID of its own, and keeps it.
func identities(t *testing.T, d *desk) {
	one, two := d.save(0, 0, draft("Встреча", "")), d.save(0, 0, draft("Встреча", ""))
	if uuid.Validate(one.UUID) != nil || uuid.Validate(two.UUID) != nil || one.UUID == two.UUID {
		t.Errorf("got %q and %q", one.UUID, two.UUID)
	}
	own := draft("Учения", "")
	own.UUID = given
	three := d.save(0, 0, own)
	if three.UUID != given {
		t.Errorf("what it brought became %q", three.UUID)
	}
	if again := d.save(0, 0, own); again.UUID == given || again.UUID == "" {
		t.Errorf("a second release got %q", again.UUID) // a save is never refused: it is a copy
	}
	own.UUID, own.Lead = one.UUID, "другой"
	three = d.save(three.ID, three.Revision, own)
	d.reopen()
	if r, e := d.get(three.ID); e.UUID != given || r.UUID != given || three.UUID != given {
		t.Errorf("it became %q, %q", e.UUID, r.UUID)
	}
	if r, err := d.store.Version(ctx, three.ID, 1); err != nil || r.UUID != given {
		t.Errorf("its first version is %q, %v", r.UUID, err)
	}
	if copied, err := d.store.Duplicate(ctx, three.ID); err != nil || copied.UUID == given || copied.UUID == "" {
		t.Errorf("a duplicate has %q, %v", copied.UUID, err)
	}
}

// sameFile: what is brought without a UUID gets the same one wherever it is brought.
func sameFile(t *testing.T, d *desk) {
	other := &desk{T: t, open: d.open, dir: d.dir + "-other", at: d.at.AddDate(1, 0, 0)}
	other.reopen()
	t.Cleanup(func() { _ = other.store.Close() })
	all := append(slices.Collect(Releases(5)), draft("Коротко", ""), draft("Коротко", "и ясно"))
	here, err := d.store.SaveNew(ctx, library.IncomingOf(all...))
	if err != nil {
		t.Fatal(err)
	}
	there, err := other.store.SaveNew(ctx, library.IncomingOf(all...))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for i := range here {
		if here[i].UUID == "" || here[i].UUID != there[i].UUID || here[i].Known || there[i].Known || seen[here[i].UUID] {
			t.Errorf("%d: %+v and %+v", i, here[i], there[i])
		}
		seen[here[i].UUID] = true
	}
}

// knownByUUID: a release is known by its UUID whatever it says now, in the trash too.
func knownByUUID(t *testing.T, d *desk) {
	brought, err := d.store.SaveNew(ctx, library.IncomingOf(slices.Collect(Releases(1))...))
	if err != nil {
		t.Fatal(err)
	}
	e := d.save(brought[0].ID, brought[0].Revision, draft("Совсем другое", ""))
	if err := d.store.Trash(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	_, e = d.get(e.ID)
	own := draft("Ещё одно", "")
	own.UUID = e.UUID
	again, err := d.store.SaveNew(ctx, library.IncomingOf(append(slices.Collect(Releases(1)), own)...))
	if err != nil || len(again) != 2 {
		t.Fatal(again, err)
	}
	for _, b := range again {
		if !b.Known || !reflect.DeepEqual(b.Entry, e) || b.Trashed.IsZero() {
			t.Errorf("got %+v, not %+v", b, e)
		}
	}
	text, err := own.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if b, err := bringBack(d.store, pastOf(d, text), time.Time{}); err != nil || !b.Known || b.ID != e.ID {
		t.Errorf("with its history: %+v, %v", b, err)
	}
	if got := d.found(""); got != "" {
		t.Errorf("brought a second time: %s", got)
	}
}

// differing: what comes with the UUID of a release and says what no version of that has
// said is told apart, and not written. What comes without one is known by what it says.
func differing(t *testing.T, d *desk) {
	first := draft("Встреча", "первый лид")
	first.UUID = given
	e := d.save(0, 0, first)
	for _, lead := range []string{"второй лид", "третий лид"} {
		later := first
		later.Lead = lead
		var err error
		if e, err = d.store.SaveVersion(ctx, e.ID, e.Revision, later); err != nil {
			t.Fatal(err)
		}
	}
	for lead, differs := range map[string]bool{"первый лид": false, "второй лид": false, "третий лид": false, "четвёртый лид": true} {
		if b := d.bring(lead, given); !b.Known || b.Differs != differs || b.ID != e.ID {
			t.Errorf("%s: %+v", lead, b)
		}
	}
	if r, now := d.get(e.ID); r.Lead != "третий лид" || now.Revision != e.Revision {
		t.Errorf("it was written over: %q, revision %d", r.Lead, now.Revision)
	}
	unnamed := d.bring("без имени", "")
	_, now := d.get(unnamed.ID)
	changed := draft("Встреча", "а здесь его поправили")
	changed.UUID = now.UUID
	d.save(now.ID, now.Revision, changed)
	if b := d.bring("без имени", ""); !b.Known || b.Differs {
		t.Errorf("the file it came from, a second time: %+v", b)
	}
	if err := d.store.Trash(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if b := d.bring("четвёртый лид", given); !b.Differs || b.Trashed.IsZero() {
		t.Errorf("in the trash: %+v", b)
	}
}

// bring brings a draft, and says so too where it comes with its history.
func (d *desk) bring(lead, uuid string) library.Brought {
	d.Helper()
	r := draft("Встреча", lead)
	r.UUID = uuid
	brought, err := d.store.SaveNew(ctx, library.IncomingOf(r))
	if err != nil {
		d.Fatal(err)
	}
	text, err := r.Encode()
	if err != nil {
		d.Fatal(err)
	}
	archived, err := bringBack(d.store, pastOf(d, text), time.Time{})
	if uuid != "" && (err != nil || archived.Known != brought[0].Known || archived.Differs != brought[0].Differs) {
		d.Errorf("%s: %+v, with its history %+v, %v", lead, brought[0], archived, err)
	}
	return brought[0]
}

// oneHistory: all versions that an archive brings are of one release.
func oneHistory(t *testing.T, d *desk) {
	var texts [][]byte
	for i, lead := range []string{"а", "б", "в"} {
		r := draft("Встреча", lead)
		r.UUID = []string{"", "11111111-1111-4111-8111-111111111111", given}[i]
		text, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, text)
	}
	b, err := bringBack(d.store, pastOf(d, texts...), time.Time{})
	if err != nil || b.UUID != given {
		t.Fatalf("%+v, %v", b, err)
	}
	for n := range int64(3) {
		if r, err := d.store.Version(ctx, b.ID, n+1); err != nil || r.UUID != given {
			t.Errorf("version %d has %q, %v", n+1, r.UUID, err)
		}
	}
}

// alike: what comes with a UUID of its own is a release of its own, also where another says
// the same on the same day, one that lies in the trash among them.
func alike(t *testing.T, d *desk) {
	first := slices.Collect(Releases(1))[0]
	first.UUID = given
	second, third := first.Clone(), first.Clone()
	second.UUID, second.Status = "11111111-1111-4111-8111-111111111111", release.Draft
	third.UUID = "22222222-2222-4222-8222-222222222222"
	for round := range 2 {
		brought, err := d.store.SaveNew(ctx, library.IncomingOf(first, second))
		if err != nil || brought[0].Known != (round == 1) || brought[1].Known != (round == 1) || brought[0].ID == brought[1].ID {
			t.Fatalf("round %d: %+v, %v", round, brought, err)
		}
		text, err := third.Encode()
		if err != nil {
			t.Fatal(err)
		}
		since := d.at.AddDate(0, -7, 0) // that it lies in the trash
		b, err := bringBack(d.store, pastOf(d, text), since)
		if err != nil || b.Known != (round == 1) || !b.Trashed.Equal(since) || b.UUID != third.UUID {
			t.Fatalf("round %d: %+v, %v", round, b, err)
		}
	}
	if n, err := d.store.Count(ctx, library.Query{}); err != nil || n != 2 {
		t.Errorf("%d are there, %v", n, err)
	}
	liesSince(t, d, d.at.AddDate(0, -7, 0))
	third.UUID = ""
	if b, err := d.store.SaveNew(ctx, library.IncomingOf(third)); err != nil || !b[0].Known {
		t.Errorf("without a UUID: %+v, %v", b, err)
	}
}

// liesSince: one release is in the trash, since then.
func liesSince(t *testing.T, d *desk, then time.Time) {
	t.Helper()
	if trashed, err := d.store.Trashed(ctx); err != nil || len(trashed) != 1 || !trashed[0].Trashed.Equal(then) {
		t.Errorf("in the trash: %+v, %v", trashed, err)
	}
}

// repeatedVersion: a version that says what the one before does is a version all the same.
func repeatedVersion(t *testing.T, d *desk) {
	r := draft("Встреча", "а")
	r.UUID = given
	text, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	b, err := bringBack(d.store, pastOf(d, text, text, text), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if past, err := d.store.History(ctx, b.ID); err != nil || len(past) != 3 {
		t.Errorf("%+v, %v", past, err)
	}
}

// pastOf is a history of these texts.
func pastOf(d *desk, texts ...[]byte) []library.Past {
	var past []library.Past
	for n, text := range texts {
		past = append(past, library.Past{Version: library.Version{Number: int64(n + 1), Saved: d.at}, Text: text})
	}
	return past
}

// bringBack brings one release of an archive into a store.
func bringBack(store library.Store, past []library.Past, trashed time.Time) (library.Brought, error) {
	brought, err := store.SaveWithHistory(ctx, []library.Archived{{Past: past, Trashed: trashed}})
	if err != nil {
		return library.Brought{}, err
	}
	return brought[0], nil
}
