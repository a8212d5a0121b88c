package librarytest

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

func newestFirst(t *testing.T, d *desk) {
	for _, day := range []string{"2021-05-01", "", "2026-01-01", "2023-02-03"} {
		r := draft("от "+day, "")
		if err := r.Date.UnmarshalText([]byte(day)); err != nil {
			t.Fatal(err)
		}
		d.save(0, 0, r)
	}
	if got := d.found(""); got != "от , от 2026-01-01, от 2023-02-03, от 2021-05-01" {
		t.Error(got)
	}
}

// listOf saves releases and returns where the list has them.
func listOf(t *testing.T, d *desk) []library.Position {
	t.Helper()
	for r := range Releases(6) {
		d.save(0, 0, r)
	}
	all, err := d.store.Find(ctx, library.Query{}, 0)
	if err != nil || len(all) != 6 {
		t.Fatal(all, err)
	}
	return all
}

func entries(t *testing.T, d *desk) {
	all := listOf(t, d)
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
	if got, err := d.store.Entries(ctx, nil); err != nil || len(got) != 0 {
		t.Errorf("none were asked for: %+v, %v", got, err)
	}
}

func entriesLessTheTrash(t *testing.T, d *desk) {
	asked := listOf(t, d)[:3]
	if err := d.store.Trash(ctx, asked[1].ID()); err != nil {
		t.Fatal(err)
	}
	if got, err := d.store.Entries(ctx, asked); err != nil || len(got) != 2 || got[0].ID != asked[0].ID() || got[1].ID != asked[2].ID() {
		t.Errorf("with one in the trash: %+v, %v", got, err)
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

// listed: everything a list shows is what the text says, before and after a change.
func listed(t *testing.T, d *desk) {
	r := draft("Встреча", strings.Repeat("лид ", 100))
	r.Status, r.Kind, r.Language, r.Place = release.Issued, release.Meeting, "en", "Бишкек"
	r.Number = "57-с"
	r.Date, _ = release.NewDate(2024, 9, 11)
	r.Embargo, _ = release.NewEmbargo(r.Date, 12, 0, "Asia/Bishkek")
	check := func(id, revision int64, r release.Release) {
		t.Helper()
		_, e := d.get(id)
		want := library.Entry{
			ID: id, UUID: e.UUID, Revision: revision, Headline: r.Headline, Place: r.Place, Lead: string([]rune(r.Lead)[:min(200, len([]rune(r.Lead)))]), Date: r.Date,
			Status: r.Status, Kind: r.Kind, Language: r.Language, Embargo: r.Embargo, Number: r.Number, Saved: d.at, Author: e.Author, State: e.State,
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
