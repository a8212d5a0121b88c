package changing_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"communique/app/archive"
	"communique/app/library"
	"communique/app/library/sqlite"
	"communique/app/window/changing"
	"communique/app/window/claims"
	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

func clock() time.Time { return time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC) }

// failing is a library that can be told what to fail at.
type failing struct {
	*sqlite.Library
	at string
}

var errDisk = errors.New("the disk")

func (f *failing) does(what string) error {
	if f.at == what {
		return errDisk
	}
	return nil
}

func (f *failing) Claim(ctx context.Context, id int64) (library.Holder, bool, error) {
	holder, ok, err := f.Library.Claim(ctx, id)
	return holder, ok, errors.Join(err, f.does("claim"))
}

func (f *failing) Get(ctx context.Context, id int64) (release.Release, library.Entry, error) {
	r, e, err := f.Library.Get(ctx, id)
	return r, e, errors.Join(err, f.does("get"))
}

func (f *failing) Save(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error) {
	if err := f.does("save"); err != nil {
		return library.Entry{}, err
	}
	return f.Library.Save(ctx, id, revision, r)
}

func (f *failing) AddPicture(ctx context.Context, file []byte) (string, error) {
	hash, err := f.Library.AddPicture(ctx, file)
	return hash, errors.Join(err, f.does("picture"))
}

func (f *failing) SaveVersion(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error) {
	if err := f.does("save"); err != nil {
		return library.Entry{}, err
	}
	return f.Library.SaveVersion(ctx, id, revision, r)
}

// office is a library of one release, and a window that may have a draft of it.
type office struct {
	changing.Params
	t        *testing.T
	library  *failing
	other    *sqlite.Library // of another copy of the program
	id       int64
	open     *draft.Session // nil: the window has no draft
	holder   *library.Holder
	saved    int // how often the draft was handed over
	replaced int // how often it was with another text
}

func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{t: t}
	path := filepath.Join(t.TempDir(), "library.db")
	o.library = &failing{}
	for _, l := range []**sqlite.Library{&o.library.Library, &o.other} {
		opened, err := sqlite.Open(sqlite.Params{Path: path, Now: clock})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = opened.Close() })
		*l = opened
	}
	r := release.New("ru")
	r.Headline = "Мост открыт"
	e, err := o.library.Save(t.Context(), 0, 0, r)
	if err != nil {
		t.Fatal(err)
	}
	o.id = e.ID
	o.Params = changing.Params{
		Store: o.library, Claims: claims.New(o.library, func(f func()) { f() }), Draft: o.draft, Now: clock, Do: func(f func()) { f() },
	}
	return o
}

func (o *office) draft(id int64) (changing.Draft, bool) {
	return changing.Draft{
		Session: o.open, Holder: o.holder, Save: func() { o.saved++ },
		Replace: func(r release.Release) { o.replaced++; o.open.Replace(r) },
	}, o.open != nil && id == o.id
}

// stored is the release in the library.
func (o *office) stored() release.Release {
	o.t.Helper()
	r, _, err := o.other.Get(o.t.Context(), o.id)
	if err != nil {
		o.t.Fatal(err)
	}
	return r
}

// claim has the other copy of the program edit the release.
func (o *office) claim() {
	o.t.Helper()
	if _, ok, err := o.other.Claim(o.t.Context(), o.id); err != nil || !ok {
		o.t.Fatal(ok, err)
	}
}

// ways are all that change a release, each with what it makes of it.
var ways = map[string]struct {
	do    func(ctx context.Context, o *office) error
	whole bool // it puts another text in a draft's place
}{
	"change": {do: func(ctx context.Context, o *office) error {
		return o.Change(ctx, o.id, func(s *draft.Session) bool { return s.Set(release.NotesField, "иначе") })
	}},
	"status": {do: func(ctx context.Context, o *office) error {
		_, err := o.SetStatus(ctx, o.id, release.Approved, proof.Params{})
		return err
	}},
	"bring": {whole: true, do: func(ctx context.Context, o *office) error {
		r := o.stored()
		r.Lead = "Из файла."
		id, err := o.Bring(ctx, archive.Differing{ID: o.id, Release: r}, archive.AsVersion)
		if err == nil && id != o.id {
			return fmt.Errorf("release %d has the words", id)
		}
		return err
	}},
	"illustrate": {whole: true, do: func(ctx context.Context, o *office) error { return o.Illustrate(ctx, o.offered()) }},
}

// TestAReleaseIsChangedWhereItIs: in the draft of the window, which goes to the library from
// there, or in the library.
func TestAReleaseIsChangedWhereItIs(t *testing.T) {
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			before := o.stored()
			o.open = draft.NewSession(before, clock)
			if err := way.do(t.Context(), o); err != nil || !same(o.stored(), before) || same(o.open.Release(), before) {
				t.Errorf("the draft is not changed, or the library is, behind it: %v", err)
			}
			if handed := [2]int{o.saved, o.replaced}; way.whole && handed != [2]int{0, 1} || !way.whole && handed != [2]int{1, 0} {
				t.Errorf("saved %d times, replaced %d times", o.saved, o.replaced)
			}
			o.open = nil
			if err := way.do(t.Context(), o); err != nil || same(o.stored(), before) {
				t.Errorf("the library's is not changed: %v", err)
			}
			if _, ok, err := o.other.Claim(t.Context(), o.id); err != nil || !ok {
				t.Errorf("it is held still: %v", err)
			}
		})
	}
}

func same(a, b release.Release) bool {
	return a.Notes == b.Notes && a.Status == b.Status && a.Lead == b.Lead && len(a.Blocks) == len(b.Blocks)
}

// offered is a picture that an import has found, offered to the release.
func (o *office) offered() archive.File {
	o.t.Helper()
	dir := o.t.TempDir()
	text := release.New("ru")
	text.Headline = "Мост"
	file, err := text.Encode()
	if err != nil {
		o.t.Fatal(err)
	}
	for name, data := range map[string][]byte{"мост.release.toml": file, "мост.png": photograph(o.t)} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			o.t.Fatal(err)
		}
	}
	report, err := archive.Import(o.t.Context(), o.other, []string{dir}, nil)
	if err != nil || len(report.Offered()) != 1 {
		o.t.Fatal(report, err)
	}
	picture := report.Offered()[0]
	picture.First = o.id
	return picture
}

func photograph(t *testing.T) []byte {
	t.Helper()
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 2, 2))); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// TestWhatIsThereIsNotWrittenAgain, in the draft or in the library.
func TestWhatIsThereIsNotWrittenAgain(t *testing.T) {
	for _, name := range []string{"change", "status", "illustrate"} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			if err := ways[name].do(t.Context(), o); err != nil {
				t.Fatal(err)
			}
			o.library.at = "save"
			if err := ways[name].do(t.Context(), o); err != nil {
				t.Error("it is saved again: ", err)
			}
			o.open = draft.NewSession(o.stored(), clock)
			if err := ways[name].do(t.Context(), o); err != nil || o.replaced != 0 || !same(o.open.Release(), o.stored()) {
				t.Errorf("the draft is changed: %v", err)
			}
		})
	}
}

// TestWhatFailsIsSaid, and the release is free for others then.
func TestWhatFailsIsSaid(t *testing.T) {
	for name, way := range ways {
		trouble := []string{"claim", "get", "save"}
		if name == "illustrate" {
			trouble = append(trouble, "picture")
		}
		for _, at := range trouble {
			t.Run(name+" "+at, func(t *testing.T) {
				o := newOffice(t)
				before := o.stored()
				o.library.at = at
				if err := way.do(t.Context(), o); !errors.Is(err, errDisk) || !same(o.stored(), before) {
					t.Errorf("%v, or it is changed", err)
				}
				if at == "claim" {
					return // nobody knows who has it
				}
				o.claim()
				var held *changing.HeldError
				if err := way.do(t.Context(), o); (at == "save") != errors.As(err, &held) || (at == "save") == errors.Is(err, errDisk) {
					t.Errorf("what another edits: %v", err)
				}
			})
		}
	}
}

// TestWhatAnotherHoldsIsLeft, in the window or not.
func TestWhatAnotherHoldsIsLeft(t *testing.T) {
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			before := o.stored()
			o.claim()
			var held *changing.HeldError
			if err := way.do(t.Context(), o); !errors.As(err, &held) || held.Release != "Мост открыт" || !same(o.stored(), before) {
				t.Errorf("in the library: %v", err)
			}
			o.open, o.holder = draft.NewSession(before, clock), &library.Holder{User: "kim", Host: "press"}
			if err := way.do(t.Context(), o); !errors.As(err, &held) || held.Holder != *o.holder || !same(o.open.Release(), before) {
				t.Errorf("in the window: %v", err)
			}
		})
	}
}

// TestTakingSaysWhoseItIs: what is wrong otherwise is an error, and nothing is done to what
// another edits.
func TestTakingSaysWhoseItIs(t *testing.T) {
	o := newOffice(t)
	trouble := errors.New("the disk")
	done := 0
	do := func() error { done++; return trouble }
	if held, err := o.Take(t.Context(), o.id, do); held || !errors.Is(err, trouble) {
		t.Error(held, err)
	}
	o.claim()
	if held, err := o.Take(t.Context(), o.id, do); !held || err != nil || done != 1 {
		t.Error(held, err, done)
	}
}

// TestACopyIsBroughtBeside whoever edits the release.
func TestACopyIsBroughtBeside(t *testing.T) {
	o := newOffice(t)
	o.claim()
	id, err := o.Bring(t.Context(), archive.Differing{ID: o.id, Release: o.stored()}, archive.AsCopy)
	if err != nil || id == o.id || id == 0 {
		t.Error(id, err)
	}
}

// TestWhatIsBlockedIsNotIssued, for its words or for a picture that is lost.
func TestWhatIsBlockedIsNotIssued(t *testing.T) {
	o := newOffice(t)
	var blocked *changing.BlockedError
	o.library.at = "save"
	set, err := o.SetStatus(t.Context(), o.id, release.Issued, proof.Params{Now: clock()})
	o.library.at = ""
	if set || !errors.As(err, &blocked) || o.stored().Status == release.Issued {
		t.Errorf("without a text: %v, %v", set, err)
	}
	there, err := o.library.AddPicture(t.Context(), photograph(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		picture string
		issued  bool
	}{{"0123456789012345678901234567890123456789012345678901234567890123", false}, {there, true}} {
		if err := o.Change(t.Context(), o.id, func(s *draft.Session) bool { s.Replace(ready(o.stored(), c.picture)); return true }); err != nil {
			t.Fatal(err)
		}
		set, err := o.SetStatus(t.Context(), o.id, release.Issued, proof.Params{Now: clock()})
		if set != c.issued || errors.As(err, &blocked) == c.issued || (o.stored().Status == release.Issued) != c.issued {
			t.Errorf("with the picture %s: %v, %v", c.picture, set, err)
		}
	}
}

// ready is a release that nothing keeps from being issued but its picture may.
func ready(r release.Release, picture string) release.Release {
	r.Date, r.Place, r.Lead = release.Date{Year: 2024, Month: 9, Day: 11}, "Пробный", "Сегодня открыт мост."
	r.Contacts = []release.Contact{{Name: "Анна Пробная", Email: "press@example.org"}}
	r.Blocks = release.Numbered([]release.Block{{Kind: release.Picture, Picture: picture, Alternative: "Мост", Author: "Анна Пробная"}})
	return r
}
