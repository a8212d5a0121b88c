package librarytest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/document"
	"communique/editor/release"
)

func saved(t *testing.T, d *desk) {
	for r := range Releases(20) {
		e := d.save(0, 0, r)
		got, entry := d.get(e.ID)
		if !reflect.DeepEqual(got, as(r, e)) || !reflect.DeepEqual(entry, e) || e.Revision != 1 {
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
	if err := d.store.Unwritable(); err != nil {
		t.Errorf("it was written to, but: %v", err)
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
		brought, err := d.store.SaveNew(ctx, library.IncomingOf(all...))
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

// read brings in what was read from texts: those save work, and change nothing of what is kept.
func read(t *testing.T, d *desk) {
	named := draft("Учения", "Завершились учения.")
	named.UUID = "0b7d6a4e-8f5f-4a55-9d83-6a7ce1e2c9f0"
	all := library.IncomingOf(draft("Встреча", "Состоялась встреча."), draft("Приём", "Состоялся приём."), named)
	for _, i := range []int{0, 2} { // none of the second
		text, err := all[i].Release.Encode()
		if err != nil {
			t.Fatal(err)
		}
		if all[i].Release, err = release.Decode(text); err != nil {
			t.Fatal(err)
		}
		all[i].Text = text
	}
	brought, err := d.store.SaveNew(ctx, all)
	if err != nil {
		t.Fatal(err)
	}
	for i, b := range brought {
		want := all[i].Release
		want.UUID = cmp.Or(want.UUID, b.UUID)
		if got, _, err := d.store.Get(ctx, b.ID); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%d: %+v, not %+v, %v", i, got, want, err)
		}
	}
	bad := draft("Плохой", "")
	bad.Kind = "rumour"
	if _, err := d.store.SaveNew(ctx, []library.Incoming{{Release: bad, Text: all[0].Text}}); err == nil {
		t.Error("a bad release was taken for the text of another")
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

// everyPassage puts a word of its own into every text that a release can have, and
// finds the release by each.
func everyPassage(t *testing.T, d *desk) {
	r := draft("", "")
	for _, kind := range release.BlockKinds() {
		b := release.Block{Kind: kind}
		if kind == release.Picture {
			b.Picture = strings.Repeat("0", 64)
		}
		r.Blocks = append(r.Blocks, b)
	}
	doc := document.New(r)
	doc.Write(&r)
	own := map[release.TextID]string{}
	for p := range r.Passages() {
		own[p.TextID] = fmt.Sprintf("слово%d", len(own))
		if err := doc.Apply(document.Transaction{document.Insert{At: release.Position{TextID: p.TextID}, Words: own[p.TextID]}}); err != nil {
			t.Fatal(err)
		}
	}
	doc.Write(&r)
	d.save(0, 0, draft("Другой", ""))
	d.save(0, 0, r)
	for id, word := range own {
		if got := d.found(word); got != r.Headline {
			t.Errorf("%+v: %s finds %q", id, word, got)
		}
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
	if got, _ := d.get(copied.ID); !reflect.DeepEqual(got, as(r.Copy(), copied)) {
		t.Errorf("got %+v", got)
	}
	if got, _ := d.get(e.ID); !reflect.DeepEqual(got, as(r, e)) {
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
	if got, entry := d.get(e.ID); !reflect.DeepEqual(got, as(r, e)) || !entry.Embargo.IsZero() {
		t.Errorf("got %+v, %+v", got, entry)
	}
	if damage, err := d.store.Verify(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v, %v", damage, err)
	}
}

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
	if brought, err := d.store.SaveNew(ctx, library.IncomingOf(draft("Новый", ""), bad, draft("Ещё", ""))); err == nil || brought != nil {
		t.Errorf("a bad release among others was taken: %+v", brought)
	}
	if got := d.found(""); got != "Два, Один" {
		t.Errorf("half of them was saved: %s", got)
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	if _, err := d.store.SaveNew(stopped, library.IncomingOf(slices.Collect(Releases(3))...)); err == nil || d.found("") != "Два, Один" {
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
