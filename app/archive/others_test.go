package archive

import (
	"bytes"
	"maps"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"communique/app/library"
	"communique/app/library/librarytest"
	"communique/app/library/sqlite"
	"communique/editor/release"
)

// colleague is another copy of the program on the same library, under another name, whose clock
// is an hour behind.
func (o *office) colleague() *sqlite.Library {
	o.Helper()
	l, err := sqlite.Open(sqlite.Params{Path: filepath.Join(filepath.Dir(o.BackupFolder()), "library.db"), Now: func() time.Time { return o.at.Add(-time.Hour) }, Author: "Борис Образцов"})
	if err != nil {
		o.Fatal(err)
	}
	o.Cleanup(func() { _ = l.Close() })
	return l
}

// reword gives a release another lead.
func (o *office) reword(in *sqlite.Library, id int64, lead string) {
	o.Helper()
	r, e, err := in.Get(ctx, id)
	if err != nil {
		o.Fatal(err)
	}
	r.Lead = lead
	if _, err := in.SaveVersion(ctx, id, e.Revision, r); err != nil {
		o.Fatal(err)
	}
}

// filled is a library with some releases, of which a colleague has changed, thrown away, brought
// back and erased some, and merged one with a copy's.
func filled(t *testing.T) *office {
	o := newOffice(t)
	for r := range librarytest.Releases(12) {
		if _, err := o.Save(ctx, 0, 0, r); err != nil {
			t.Fatal(err)
		}
	}
	other := o.colleague()
	for id := int64(1); id <= 6; id++ {
		o.at = o.at.Add(time.Minute)
		o.reword(other, id, "Слова коллеги.")
	}
	o.reword(o.Library, 2, "Снова свои слова.")
	for _, do := range []error{
		other.Trash(ctx, 3, 4, 7), o.Restore(ctx, 4), other.Erase(ctx, 7), other.NameVersion(ctx, 5, 1, "на согласование"),
	} {
		if do != nil {
			t.Fatal(do)
		}
	}
	r, _, err := o.Get(ctx, 6)
	if err != nil {
		t.Fatal(err)
	}
	r.Lead = "Слова из копии."
	text, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	past := []library.Past{{Version: library.Version{Number: 1, Saved: o.at, Author: "Вера Примерная"}, Text: text}}
	if added, err := other.AddVersions(ctx, 6, past, "из копии"); err != nil || !added.Beneath {
		t.Fatal(added, err)
	}
	return o
}

// exported writes a library out and packs it.
func (o *office) exported(t *testing.T) (files map[string][]byte, packed string) {
	t.Helper()
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	if _, unseen, err := Export(ctx, o, out, nil); err != nil || unseen != nil {
		t.Fatal(unseen, err)
	}
	packed = filepath.Join(dir, "out.zip")
	zipFolder(t, out, packed)
	return read(t, out), packed
}

// TestWhatOthersChangedGoesOutAndIn: who wrote which version, in which order, and what lies in the
// trash comes back byte for byte, whoever did it and whatever their clock said.
func TestWhatOthersChangedGoesOutAndIn(t *testing.T) {
	o := filled(t)
	want, packed := o.exported(t)
	there := newOffice(t)
	if report, err := Import(ctx, there, []string{packed}, nil); err != nil || report.Files(Imported) != 11 {
		t.Fatal(report, err)
	}
	got, _ := there.exported(t)
	if !slices.Equal(slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(want))) {
		t.Errorf("there are other files")
	}
	authors := map[string]bool{}
	for name, data := range want {
		if !bytes.Equal(got[name], data) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got[name], data)
		}
		for _, author := range []string{"Анна Пробная", "Борис Образцов", "Вера Примерная", "на согласование", "из копии"} {
			authors[author] = authors[author] || bytes.Contains(data, []byte(author))
		}
	}
	for author, told := range authors {
		if !told {
			t.Errorf("nothing tells of %s", author)
		}
	}
}

// TestWhatBothChangedComesBack: what was exported and changed elsewhere is told, release by
// release, where it was changed here too meanwhile or not, and changes nothing unasked.
func TestWhatBothChangedComesBack(t *testing.T) {
	o := filled(t)
	_, packed := o.exported(t)
	there := newOffice(t)
	if _, err := Import(ctx, there, []string{packed}, nil); err != nil {
		t.Fatal(err)
	}
	for id := int64(1); id <= 4; id++ {
		there.reword(there.Library, id, "Слова другого отдела.")
	}
	if _, err := there.Save(ctx, 0, 0, release.Release{Language: "ru", Kind: "news", Status: release.Draft, Headline: "Только там"}); err != nil {
		t.Fatal(err)
	}
	o.reword(o.Library, 1, "А здесь поправили иначе.")
	before, _ := o.exported(t)
	_, back := there.exported(t)
	report, err := Import(ctx, o, []string{back}, nil)
	if err != nil || report.Files(Imported) != 1 || report.Files(Differs) != 4 || report.Files(Known) != 7 || len(report) != 12 {
		t.Fatalf("%+v, %v", report.Sum(named{}), err)
	}
	after, _ := o.exported(t)
	for name, data := range before {
		if !bytes.Equal(after[name], data) {
			t.Errorf("%s was changed unasked", name)
		}
	}
	for _, d := range report.Differing() {
		if _, err := d.Bring(ctx, o, AsVersion); err != nil {
			t.Error(err)
		}
	}
	if report, err = Import(ctx, o, []string{back, packed}, nil); err != nil || report.Files(Known) != 23 {
		t.Errorf("once more: %s, %v", report.Sum(named{}), err)
	}
	if problems, err := o.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Error(problems, err)
	}
}
