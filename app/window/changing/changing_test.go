package changing_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
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

// office is a library of one release, and a window that may have a draft of it.
type office struct {
	changing.Params
	t        *testing.T
	library  *sqlite.Library
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
	for _, l := range []**sqlite.Library{&o.library, &o.other} {
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
	r, _, err := o.library.Get(o.t.Context(), o.id)
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
		_, err := o.Bring(ctx, archive.Differing{ID: o.id, Release: r}, archive.AsVersion)
		return err
	}},
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
	return a.Notes == b.Notes && a.Status == b.Status && a.Lead == b.Lead
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
	set, err := o.SetStatus(t.Context(), o.id, release.Issued, proof.Params{Now: clock()})
	if set || !errors.As(err, &blocked) || o.stored().Status == release.Issued {
		t.Errorf("without a text: %v, %v", set, err)
	}
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 2, 2))); err != nil {
		t.Fatal(err)
	}
	there, err := o.library.AddPicture(t.Context(), file.Bytes())
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
