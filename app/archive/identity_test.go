package archive

import (
	"archive/zip"
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"communique/app/library"
	"communique/app/library/librarytest"
	"communique/app/library/sqlite"
	"communique/editor/release"
	"communique/export/exporttest"
)

var identical = flag.Int("identity", 100, "how many releases go out of a library and into another")

// office fills a library as years of work do: with versions, some named, some of them saying
// again what another did; twins of the same words and date, pictures, texts without a date
// or words, and a trash.
type office struct {
	*testing.T
	*sqlite.Library
	random *rand.Rand
	at     time.Time
	photos []string
}

func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{T: t, random: rand.New(rand.NewPCG(3, 5)), at: now()}
	l, err := sqlite.Open(sqlite.Params{Path: filepath.Join(t.TempDir(), "library.db"), Now: func() time.Time { return o.at }, Author: "Анна Пробная"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	o.Library = l
	for n := range 3 {
		hash, err := l.AddPicture(ctx, exporttest.Photograph(8, 6, n))
		if err != nil {
			t.Fatal(err)
		}
		o.photos = append(o.photos, hash)
	}
	return o
}

func (o *office) chance(of int) bool { return o.random.IntN(of) == 0 }

func (o *office) write(r release.Release) {
	if o.chance(9) {
		r.Date = release.Date{}
	}
	if o.chance(20) {
		r = release.New("en")
		r.Lead = []string{"", "Short"}[o.random.IntN(2)]
	}
	e := o.keep(0, 0, r)
	for o.chance(2) {
		e = o.change(e)
	}
	if o.chance(4) { // a twin, of another status
		_, now, err := o.Get(ctx, e.ID)
		if err != nil {
			o.Fatal(err)
		}
		r, _, _ := o.Get(ctx, now.ID)
		r.UUID, r.Status = "", release.Draft
		twin := o.keep(0, 0, r)
		if o.chance(2) {
			o.trash(twin.ID)
		}
	}
	if o.chance(6) {
		o.trash(e.ID)
	}
}

func (o *office) keep(id, revision int64, r release.Release) library.Entry {
	o.at = o.at.Add(time.Duration(o.random.IntN(100000)) * time.Millisecond)
	e, err := o.Save(ctx, id, revision, r)
	if err != nil {
		o.Fatal(err)
	}
	return e
}

func (o *office) change(e library.Entry) library.Entry {
	r, e, err := o.Get(ctx, e.ID)
	if err != nil {
		o.Fatal(err)
	}
	before := r.Clone()
	switch o.random.IntN(4) {
	case 0:
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Picture, Text: "Зал", Picture: o.photos[o.random.IntN(len(o.photos))]})
		r.Blocks = release.Numbered(r.Blocks)
	case 1:
		r.Status, r.Number = release.Approved, fmt.Sprint(e.ID)
	case 2:
		r.Headline = "Иначе: " + r.Headline
	default: // and back, which within a minute is a version that says what the one before does
		r.Lead += " Исправлено."
		e = o.keep(e.ID, e.Revision, r)
		r = before
	}
	e = o.keep(e.ID, e.Revision, r)
	if versions, err := o.History(ctx, e.ID); err != nil || o.chance(3) {
		if err := cmp.Or(err, o.NameVersion(ctx, e.ID, versions[o.random.IntN(len(versions))].Number, "на согласование")); err != nil {
			o.Fatal(err)
		}
	}
	return e
}

func (o *office) trash(id int64) {
	if err := o.Trash(ctx, id); err != nil {
		o.Fatal(err)
	}
}

// TestOutAndInIsTheIdentity exports a library, packs the export, imports that elsewhere and
// exports again: not a byte is another, and nothing comes twice.
func TestOutAndInIsTheIdentity(t *testing.T) {
	o, dir := newOffice(t), t.TempDir()
	for r := range librarytest.Releases(*identical) {
		o.write(r)
	}
	out := filepath.Join(dir, "out")
	n, unseen, err := Export(ctx, o, out, nil)
	if err != nil || unseen != nil || n < *identical {
		t.Fatal(n, unseen, err)
	}
	want := read(t, out)
	packed := filepath.Join(dir, "out.zip")
	zipFolder(t, out, packed)
	for name, from := range map[string]string{"a folder": out, "a zip": packed} {
		t.Run(name, func(t *testing.T) {
			there := newOffice(t)
			if report, err := Import(ctx, there, []string{from}, nil); err != nil || report.Files(Imported) != n {
				t.Fatalf("%d of %d imported, %v", report.Files(Imported), n, err)
			}
			if report, err := Import(ctx, there, []string{packed, out}, nil); err != nil || report.Files(Known) != 2*n {
				t.Errorf("a second time: %d of %d known, %v", report.Files(Known), 2*n, err)
			}
			again := filepath.Join(t.TempDir(), "again")
			if _, unseen, err := Export(ctx, there, again, nil); err != nil || unseen != nil {
				t.Fatal(unseen, err)
			}
			got := read(t, again)
			if len(got) != len(want) {
				t.Errorf("%d files, not %d", len(got), len(want))
			}
			for _, file := range slices.Sorted(maps.Keys(want)) {
				if !bytes.Equal(got[file], want[file]) {
					t.Fatalf("%s: got\n%s\nwant\n%s", file, got[file], want[file])
				}
			}
			if got, want := everything(t, there.Library), everything(t, o.Library); got != want {
				t.Errorf("got\n%.2000s\nwant\n%.2000s", got, want)
			}
			if problems, err := there.Verify(ctx, nil); err != nil || len(problems) > 0 {
				t.Error(problems, err)
			}
		})
	}
}

// read returns the files below a folder.
func read(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		all[filepath.ToSlash(name)], err = os.ReadFile(path) //nolint:gosec // the test made the folder
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func zipFolder(t *testing.T, dir, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(f)
	if err := cmp.Or(w.AddFS(os.DirFS(dir)), w.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
}
