package librarytest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/library"
)

// parting is a release whose copies were changed apart.
type parting struct {
	both, here, there string // the versions before the copies parted and after, a letter each
	want              string // the versions here when they are merged, the newest first
	versions          int    // that there are more
	ahead, beneath    bool   // the newest text is the other's; the other's newest lies beneath it
}

// twoCopies: two copies of a library are changed, and what one has made of a release comes into
// the other, whichever way they parted.
func twoCopies(t *testing.T, d *desk) {
	for n, p := range []parting{
		{"а", "", "", "а", 0, false, false},
		{"а", "б", "", "б а", 0, false, false},
		{"абв", "", "", "в б а", 0, false, false},
		{"а", "", "б", "б а", 1, true, false},
		{"аб", "", "вг", "г в б а", 2, true, false},
		{"а", "б", "в", "б в[копия] а", 1, false, true},
		{"абв", "гд", "еж", "д ж[копия] е г в б а", 2, false, true},
		{"а", "б", "ва", "б в а", 1, false, false},          // the other has come back to what both had
		{"а", "б", "вб", "б в а", 1, false, false},          // the same in the end, by another way
		{"а", "б", "вбг", "г б в а", 2, true, false},        // and beyond
		{"а", "ба", "в", "в а б а", 1, true, false},         // this one has come back: the other went on from there
		{"а", "б", "вгв", "б в[копия] г а", 2, false, true}, // what was said twice is told once, where it was said last
		{"ба", "", "вб", "а в б", 1, false, false},          // the other has come back further than from where it went on
	} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			there, here := d.fresh(t, fmt.Sprint("-there-", n)), d.fresh(t, fmt.Sprint("-here-", n))
			uuid := fmt.Sprintf("3f2b1c4d-5e6f-4a7b-8c9d-%012d", n)
			mine, theirs := here.wrote(uuid, p.both+p.here), there.wrote(uuid, p.both+p.there)
			here.merges(mine.ID, there.past(theirs.ID), p)
			again := p
			again.versions, again.ahead, again.beneath = 0, false, false
			here.merges(mine.ID, there.past(theirs.ID), again)
			here.writesOn(mine.ID, p.want)
		})
	}
}

// fresh is somebody at a library of their own.
func (d *desk) fresh(t *testing.T, name string) *desk {
	other := &desk{T: t, open: d.open, dir: d.dir + name, at: d.at}
	other.reopen()
	t.Cleanup(func() { _ = other.store.Close() })
	return other
}

// merges brings in what another copy has made of a release.
func (d *desk) merges(id int64, past []library.Past, want parting) {
	d.Helper()
	_, before := d.get(id)
	added, err := d.store.AddVersions(ctx, id, past, "копия")
	if err != nil {
		d.Fatal(err)
	}
	_, now := d.get(id)
	if added.Versions != want.versions || added.Beneath != want.beneath || added.Revision != now.Revision || added.ID != id {
		d.Errorf("%+v: %+v", want, added)
	}
	if ahead := now.Revision != before.Revision; ahead != want.ahead {
		d.Errorf("%+v: revision %d became %d", want, before.Revision, now.Revision)
	}
	if d.reopen(); d.said(id) != want.want {
		d.Errorf("%+v: it says %s", want, d.said(id))
	}
}

// writesOn saves a release that says all this with a further text.
func (d *desk) writesOn(id int64, said string) {
	d.Helper()
	r, e := d.get(id)
	r.Lead = "дальше"
	d.at = d.at.AddDate(0, 0, 1)
	d.save(id, e.Revision, r)
	if got := d.said(id); got != "дальше "+said || d.found("дальше") != "Встреча" {
		d.Errorf("written on, it says %s, and is found as %q", got, d.found("дальше"))
	}
	if problems, err := d.store.Verify(ctx, nil); err != nil || len(problems) > 0 {
		d.Errorf("%v, %v", problems, err)
	}
}

// wrote saves a release in so many versions.
func (d *desk) wrote(uuid, leads string) (e library.Entry) {
	d.Helper()
	for i, lead := range strings.Split(leads, "") {
		r := draft("Встреча", lead)
		r.UUID = uuid
		d.at = d.at.Add(time.Hour)
		if i == 0 {
			e = d.save(0, 0, r)
			continue
		}
		e = d.save(e.ID, e.Revision, r)
	}
	return e
}

// past returns all versions of a release.
func (d *desk) past(id int64) (past []library.Past) {
	d.Helper()
	err := d.store.All(ctx, func(e library.Entry, all []library.Past) error {
		if e.ID == id {
			past = slices.Clone(all)
		}
		return nil
	})
	if err != nil {
		d.Fatal(err)
	}
	return past
}

// said returns the leads of a release's versions, the newest first, with their names.
func (d *desk) said(id int64) string {
	d.Helper()
	versions, err := d.store.History(ctx, id)
	if err != nil {
		d.Fatal(err)
	}
	var all []string
	for i, v := range versions {
		r, err := d.store.Version(ctx, id, v.Number)
		if err != nil {
			d.Fatal(err)
		}
		if v.Number != int64(len(versions)-i) || v.Saved.IsZero() {
			d.Errorf("version %d of %d, saved %v", v.Number, len(versions), v.Saved)
		}
		if v.Name != "" {
			r.Lead += "[" + v.Name + "]"
		}
		all = append(all, r.Lead)
	}
	return strings.Join(all, " ")
}

// versionsOfMissing: to what is not there nothing is added, nor of what cannot be read.
func versionsOfMissing(t *testing.T, d *desk) {
	e := d.wrote(given, "аб")
	var missing *library.MissingError
	if _, err := d.store.AddVersions(ctx, 77, d.past(e.ID), ""); !errors.As(err, &missing) || missing.ID != 77 {
		t.Errorf("got %v", err)
	}
	unread := append(d.past(e.ID), library.Past{Text: []byte("no release")})
	if _, err := d.store.AddVersions(ctx, e.ID, unread, ""); err == nil || d.said(e.ID) != "б а" {
		t.Errorf("%s, %v", d.said(e.ID), err)
	}
	if added, err := d.store.AddVersions(ctx, e.ID, nil, ""); err != nil || added.Versions != 0 || added.ID != e.ID {
		t.Errorf("of nothing: %+v, %v", added, err)
	}
}
