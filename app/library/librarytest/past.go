package librarytest

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

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

// three saves three releases.
func three(d *desk) []library.Entry {
	var all []library.Entry
	for _, name := range []string{"а", "б", "в"} {
		all = append(all, d.save(0, 0, draft(name, "")))
	}
	return all
}

func trashInOrder(t *testing.T, d *desk) {
	all := three(d)
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
}

func outOfTheTrash(t *testing.T, d *desk) {
	all := three(d)
	for _, e := range all {
		if err := d.store.Trash(ctx, e.ID); err != nil {
			t.Fatal(err)
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

// fromAnArchive saves a release with its history.
func fromAnArchive(t *testing.T, d *desk) ([]library.Past, library.Brought) {
	t.Helper()
	past := make([]library.Past, 0, 3)
	for n, lead := range []string{"а", "б", "в"} {
		r := draft("Встреча", lead)
		r.UUID = given
		text, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		past = append(past, library.Past{Version: library.Version{Number: int64(n + 1), Saved: d.at.Add(time.Duration(n) * time.Second), Name: []string{"первая", "", "последняя"}[n]}, Text: text})
	}
	brought, err := bringBack(d.store, past, time.Time{})
	if err != nil || brought.Known || brought.Revision != 3 || d.found("") != "Встреча" {
		t.Fatalf("%+v, %v", brought, err)
	}
	return past, brought
}

func archived(t *testing.T, d *desk) {
	past, brought := fromAnArchive(t, d)
	if again, err := bringBack(d.store, past, d.at); err != nil || !again.Known || again.ID != brought.ID || d.found("") != "Встреча" {
		t.Errorf("a second time: %+v, %v", again, err)
	}
	visited := 0
	err := d.store.All(ctx, func(e library.Entry, got []library.Past) error {
		for i := range got {
			got[i].State = library.Here // it depends on the store
		}
		if visited++; e.ID != brought.ID || !reflect.DeepEqual(got, past) {
			t.Errorf("%+v\n got %+v\nwant %+v", e, got, past)
		}
		return nil
	})
	if err != nil || visited != 1 {
		t.Errorf("%d visited, %v", visited, err)
	}
	copied, err := d.store.Duplicate(ctx, brought.ID)
	if r, _ := d.get(copied.ID); err != nil || copied.ID == brought.ID || copied.Revision != 1 || r.Lead != "в" || r.Status != release.Draft {
		t.Errorf("the copy is %+v, %v", copied, err)
	}
}

func archivedUnreadable(t *testing.T, d *desk) {
	past, _ := fromAnArchive(t, d)
	bad := append(slices.Clone(past), library.Past{Version: past[0].Version, Text: []byte("format = 9")})
	if _, err := bringBack(d.store, bad, time.Time{}); err == nil || d.found("") != "Встреча" {
		t.Error("a history that cannot be read was begun", err)
	}
	bad = append([]library.Past{{Version: past[0].Version, Text: []byte("format = 9")}}, library.Past{Version: past[1].Version, Text: []byte(strings.Replace(string(past[1].Text), "Встреча", "Учения", 1))})
	if _, err := bringBack(d.store, bad, time.Time{}); err == nil || d.found("") != "Встреча" {
		t.Error("a history whose beginning cannot be read was taken", err)
	}
	other := draft("Приём", "")
	text, err := other.Encode()
	if err != nil {
		t.Fatal(err)
	}
	all := []library.Archived{{Past: pastOf(d, text)}, {Past: bad}}
	if brought, err := d.store.SaveWithHistory(ctx, all); err == nil || brought != nil || d.found("") != "Встреча" {
		t.Error("of two one was taken, beside one that cannot be read", err)
	}
	if brought, err := d.store.SaveWithHistory(ctx, all[:1]); err != nil || len(brought) != 1 || brought[0].Known || d.found("") != "Приём, Встреча" {
		t.Errorf("by itself: %+v, %v", brought, err)
	}
}

func allUntilAnError(t *testing.T, d *desk) {
	fromAnArchive(t, d)
	no := errors.New("no")
	d.save(0, 0, draft("Учения", ""))
	visited := 0
	err := d.store.All(ctx, func(library.Entry, []library.Past) error { visited++; return no })
	if !errors.Is(err, no) || visited != 1 {
		t.Errorf("went on after an error: %d, %v", visited, err)
	}
}
