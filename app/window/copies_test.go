package window

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/library"
	"communique/app/settings"
	"communique/editor/release"
)

// loseClaim removes what tells other copies of the program who edits what, as a program does that
// synchronises the folder.
func (s *stage) loseClaim() {
	s.t.Helper()
	if err := os.RemoveAll(s.params.LibraryPath + "-desk"); err != nil {
		s.t.Fatal(err)
	}
}

// isClaimed reports whether there is a claim on the first release again.
func (s *stage) isClaimed() bool {
	_, err := os.Stat(filepath.Join(s.params.LibraryPath+"-desk", "1.lock"))
	return err == nil
}

// TestAReleaseThatIsTakenOver: another copy of the program edits the release on the screen; what
// was typed here is saved, and it can be read until the other lets go.
func TestAReleaseThatIsTakenOver(t *testing.T) {
	s := stocked(t)
	doc := s.show(1)
	other := s.neighbour()
	s.loseClaim()
	if _, ok, err := other.Claim(ctx, 1); err != nil || !ok {
		t.Fatal(ok, err)
	}
	doc.session.Set(release.LeadField, "набранное до того")
	s.wait("a word about it", func() bool {
		return strings.Contains(s.notice.Text(), "теперь правят в другом окне")
	})
	if !doc.reading || doc.claimed != 0 || s.stored(1).Lead != "набранное до того" {
		t.Errorf("reading %v, claimed %d, stored %q", doc.reading, doc.claimed, s.stored(1).Lead)
	}
	s.focusText()
	s.write("я")
	if doc.session.Release().Lead != "набранное до того" {
		t.Error("it can be written on")
	}
	r, e, err := other.Get(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	r.Lead = "чужое"
	if _, err := other.Save(ctx, 1, e.Revision, r); err != nil {
		t.Fatal(err)
	}
	other.Leave(1)
	s.wait("it to be free", func() bool { return !doc.reading && doc.claimed == 1 })
	if doc.session.Release().Lead != "чужое" || s.freeFor(other, 1) {
		t.Errorf("it says %q, or others may edit it", doc.session.Release().Lead)
	}
	s.close()
	s.wait("it to be let go", func() bool { return s.freeFor(other, 1) })
}

// TestAReleaseThatIsTakenOverAndSaved: what was typed here in the meantime becomes a release of
// its own, and is written on.
func TestAReleaseThatIsTakenOverAndSaved(t *testing.T) {
	s := stocked(t)
	doc := s.show(1)
	other := s.neighbour()
	s.loseClaim()
	if _, ok, err := other.Claim(ctx, 1); err != nil || !ok {
		t.Fatal(ok, err)
	}
	r, e, err := other.Get(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	r.Lead = "чужое"
	if _, err := other.Save(ctx, 1, e.Revision, r); err != nil {
		t.Fatal(err)
	}
	doc.session.Set(release.LeadField, "моё")
	s.wait("the copy to be written on", func() bool { return s.shown() == 4 && !doc.reading && doc.claimed == 4 })
	if s.stored(1).Lead != "чужое" || s.stored(4).Lead != "моё" || s.freeFor(other, 4) {
		t.Errorf("%q and %q", s.stored(1).Lead, s.stored(4).Lead)
	}
	s.close()
	s.wait("it to be let go", func() bool { return s.freeFor(other, 4) })
}

// TestAClaimThatIsTakenAgain: nobody has taken the release meanwhile; what somebody has changed
// and left is read anew, and what was typed here stays.
func TestAClaimThatIsTakenAgain(t *testing.T) {
	for name, typed := range map[string]bool{"nothing was typed": false, "something was typed": true} {
		t.Run(name, func(t *testing.T) {
			s := stocked(t)
			doc := s.show(1)
			other := s.neighbour()
			s.loseClaim()
			if s.wait("it to be claimed again", s.isClaimed); doc.reading || s.freeFor(other, 1) {
				t.Fatal("it is read only, though nobody else has it")
			}
			r, e, err := other.Get(ctx, 1)
			if err != nil {
				t.Fatal(err)
			}
			r.Lead = "чужое"
			if _, err := other.Save(ctx, 1, e.Revision, r); err != nil {
				t.Fatal(err)
			}
			s.loseClaim()
			if typed {
				doc.session.Set(release.LeadField, "моё")
				s.wait("both texts", func() bool { return s.shown() == 4 && s.stored(4).Lead == "моё" && s.stored(1).Lead == "чужое" })
				return
			}
			s.wait("the other's text", func() bool { return doc.session.Release().Lead == "чужое" && !doc.reading && doc.claimed == 1 })
			if s.freeFor(other, 1) {
				t.Error("others may edit it")
			}
			s.close()
			s.wait("it to be let go", func() bool { return s.freeFor(other, 1) })
		})
	}
}

// TestACopyBesideTheLibrary is told, and merged from there: the release on the screen is
// read anew, and what was typed is there before.
func TestACopyBesideTheLibrary(t *testing.T) {
	s := stocked(t)
	doc := s.show(1)
	path := filepath.Join(filepath.Dir(s.params.LibraryPath), "library (конфликтующая копия PRESS).db")
	if err := s.shelf.BackUp(ctx, path); err != nil {
		t.Fatal(err)
	}
	doc.session.Set(release.LeadField, "здесь")
	s.save()
	s.wait("a word about it", func() bool {
		return strings.Contains(s.notice.Text(), "library (конфликтующая копия PRESS).db")
	})
	s.tap(t, s.text("merge-one"))
	s.wait("the copies", s.dialogOpen)
	s.tap(t, s.text("merge-one"))
	s.wait("what came of it", func() bool {
		return strings.Contains(s.texts(), s.text("merge-listed-newer")) || strings.Contains(s.texts(), "без изменений")
	})
	s.wait("the release", func() bool { return s.shown() == 1 && s.doc.claimed == 1 })
	if s.stored(1).Lead != "здесь" || s.doc.session.Release().Lead != "здесь" {
		t.Errorf("%q is stored, %q on the screen", s.stored(1).Lead, s.doc.session.Release().Lead)
	}
	if copies, err := s.shelf.ConflictedCopies(); err != nil || len(copies) != 0 {
		t.Errorf("still there: %v, %v", copies, err)
	}
	s.wait("the word about it to go", func() bool { return s.notice.Text() == "" })
}

// inSharedFolder is a keeper whose library other computers have too.
type inSharedFolder struct{ *shelf }

func (inSharedFolder) Sharing() library.Sharing { return library.Sharing{Service: "Dropbox"} }

// TestASharedFolderIsToldOnce, as soon as nothing else is asked.
func TestASharedFolderIsToldOnce(t *testing.T) {
	s := stocked(t)
	s.params.Keeper = inSharedFolder{s.shelf}
	s.showShortcuts()
	s.watch.FindShared()
	s.untilQuiet()
	if strings.Contains(s.texts(), "Dropbox") || len(s.settings.SharedLibraries) != 0 {
		t.Fatal("it is told over another dialog")
	}
	s.hands.Press(fyne.KeyEscape, 0)
	s.wait("the dialog", func() bool { return strings.Contains(s.texts(), "которую синхронизирует Dropbox") })
	if !slices.Equal(s.settings.SharedLibraries, []string{s.params.LibraryPath}) {
		t.Errorf("known are %v", s.settings.SharedLibraries)
	}
	s.hands.Press(fyne.KeyEscape, 0)
	if s.watch.Found(nil, nil); s.dialogOpen() {
		t.Error("it is told twice")
	}
}

// TestATextLeftBesideIsOfferedAtTheNextStart: what an earlier run could not save is told, and its button brings it in.
func TestATextLeftBesideIsOfferedAtTheNextStart(t *testing.T) {
	s := stocked(t)
	kept := &held[settings.Places]{}
	s.keeping(kept)
	s.leave()
	r := headed("Чего не приняла библиотека")
	text, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	beside := s.params.LibraryPath + "-beside"
	if err := errors.Join(os.MkdirAll(beside, 0o700), os.WriteFile(filepath.Join(beside, "a"+release.Extension), text, 0o600)); err != nil {
		t.Fatal(err)
	}
	s.enter(kept)
	s.wait("a word about it", func() bool {
		return strings.Contains(s.notice.Text(), beside) && strings.Contains(s.notice.Text(), "релизов: 1")
	})
	s.tap(t, s.text("import-confirm"))
	s.wait("the release", func() bool { return s.doc != nil && s.doc.session.Release().Headline == r.Headline })
	if strings.Contains(s.notice.Text(), beside) {
		t.Errorf("it is told still: %s", s.notice.Text())
	}
}
