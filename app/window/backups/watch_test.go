package backups_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/library"
	"communique/app/window/backups"
	"communique/app/window/screen"
	"communique/assets/translations"
)

// watch is what tells of the library of the stage.
func (s *stage) watch() *backups.Watch {
	s.params.Propose = func(text, _ translations.Sentence, _ func()) screen.Told { return s.Tell(text, false) }
	s.params.Troubled = func() bool { return s.Told == trouble }
	s.params.IsSharingKnown = func() bool { return slices.Contains(s.done, "know sharing") }
	s.params.KnowSharing = func() { _ = s.do("know sharing") }
	return backups.NewWatch(func() backups.Params { return s.params })
}

const trouble = "беда"

// TestALostFileIsToldOnce, and again where it was there in between or another thing befell it.
func TestALostFileIsToldOnce(t *testing.T) {
	s := newStage(t)
	w := s.watch()
	gone, other := &library.LostFileError{Reason: "gone"}, &library.LostFileError{Reason: "replaced"}
	for _, step := range []struct {
		err   error
		tells bool
	}{{nil, false}, {errors.New("the disk"), false}, {gone, true}, {gone, false}, {other, true}, {nil, false}, {other, true}} {
		s.Told = ""
		w.Found(step.err, nil)
		if told := s.Told != ""; told != step.tells {
			t.Errorf("after %v it tells %q", step.err, s.Told)
		}
	}
}

// TestCopiesThatComeAndGo: each that has come is told, also by a name of before, and what is told
// names those that are there; nothing is told over trouble, nor where nobody could look.
func TestCopiesThatComeAndGo(t *testing.T) {
	s := newStage(t)
	w := s.watch()
	first, second := "/library/library (1).db", "/library/library (2).db"
	both, one := "library (1).db, library (2).db", "library (2).db"
	foot := func(text string) *string { return &text }
	for i, step := range []struct {
		foot   *string // what is told there before; nil: what was told last
		err    error
		copies []string
		told   string // the names; else what was there before
	}{
		{foot: foot(trouble), copies: []string{first, second}},
		{foot: foot(""), copies: []string{first, second}, err: errors.New("the disk")},
		{copies: []string{first, second}, told: both},
		{copies: []string{second}, told: one},
		{foot: foot(""), copies: []string{second}},
		{copies: nil},
		{copies: []string{second}, told: one},
		{copies: []string{first, second}, told: both},
		{foot: foot("другое"), copies: []string{second}},
		{foot: foot(trouble), copies: []string{first, second}},
		{foot: foot("другое"), copies: []string{first, second}, told: both},
		{copies: nil},
	} {
		want := ""
		if step.foot != nil {
			s.Told, want = *step.foot, *step.foot
		}
		if step.told != "" {
			want = s.Base.Words.Error(&library.ConflictedCopiesError{Paths: strings.Split(step.told, ", ")})
		}
		if w.Found(step.err, step.copies); s.Told != want {
			t.Errorf("step %d tells %q, not %q", i, s.Told, want)
		}
	}
}

// TestASharedFolderIsToldOnce, as soon as nothing else is asked.
func TestASharedFolderIsToldOnce(t *testing.T) {
	s := newStage(t)
	w := s.watch()
	s.params.Go, s.params.Do = func(f func()) { f() }, func(f func()) { f() }
	w.FindShared()
	if s.Open() {
		t.Fatal("it is told of a folder of one's own")
	}
	s.sharing = library.Sharing{Service: "Dropbox"}
	s.params.ShowProblems(library.Care{})
	if w.FindShared(); strings.Contains(s.Texts(), "Dropbox") || len(s.done) > 0 {
		t.Fatal("it is told over another dialog")
	}
	s.Press(fyne.KeyEscape, 0)
	w.Found(nil, nil)
	s.says(t, "которую синхронизирует Dropbox")
	s.did(t, "know sharing")
	s.Press(fyne.KeyEscape, 0)
	if w.Found(nil, nil); s.Open() {
		t.Error("it is told twice")
	}
}

// TestWhatIsLeftIsOffered: texts of an earlier run are offered to be imported, copies alone to be merged; where nothing lies, nothing is told.
func TestWhatIsLeftIsOffered(t *testing.T) {
	for name, c := range map[string]struct {
		left library.Left
		told []string
		does string
	}{
		"nothing": {},
		"texts":   {library.Left{Texts: []string{"/beside/a.release.toml", "/beside/b.release.toml"}, Copies: []string{"/beside/library-1.db"}}, []string{"/beside", "релизов: 2", "библиотеки: 1"}, "import /beside/a.release.toml /beside/b.release.toml"},
		"a copy":  {library.Left{Copies: []string{"/beside/library-1.db"}}, []string{"/beside", "библиотеки: 1"}, "merge"},
	} {
		s := newStage(t)
		w := s.watch()
		var way func()
		withdrawn := false
		s.params.Propose = func(text, _ translations.Sentence, do func()) screen.Told {
			way = do
			s.Tell(text, false)
			return func() bool { withdrawn = true; return true }
		}
		s.params.Import = func(paths []string) { _ = s.do("import " + strings.Join(paths, " ")) }
		s.left = c.left
		w.FindLeft()
		s.Wait(name, func() bool { return c.told == nil || s.Told != "" })
		for _, words := range c.told {
			if !strings.Contains(s.Told, words) {
				t.Errorf("%s: told %q", name, s.Told)
			}
		}
		switch {
		case c.told == nil:
			if s.Told != "" {
				t.Errorf("%s: told %q", name, s.Told)
			}
		case c.does == "merge":
			way()
			s.Wait("the copies", func() bool {
				return strings.Contains(s.Texts(), "library-1.db") || strings.Contains(s.Texts(), s.Base.Text("merge-title"))
			})
		default:
			if way(); !slices.Contains(s.done, c.does) || !withdrawn {
				t.Errorf("%s: done %v, told still: %v", name, s.done, !withdrawn)
			}
		}
	}
}
