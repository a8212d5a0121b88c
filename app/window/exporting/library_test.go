package exporting

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/app/library/sqlite"
	"communique/editor/release"
)

// TestTheWholeLibraryLeaves into a folder named by the moment; how much it is is told, and
// which pictures nobody has, the first of many.
func TestTheWholeLibraryLeaves(t *testing.T) {
	for lost, want := range map[int]int{0: 0, 1: 2, 2: 4, 3: 4, 9: 4} { // lines: each release is told in two
		t.Run(fmt.Sprint(lost), func(t *testing.T) {
			s := newStage(t)
			l, err := sqlite.Open(sqlite.Params{Path: filepath.Join(t.TempDir(), "library.db"), Now: clock})
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = l.Close() }()
			for i := range max(lost, 3) {
				r := release.New("ru")
				r.Headline, r.Date = fmt.Sprint("План ", i), release.DateOf(clock())
				if i < lost {
					r.Blocks = []release.Block{{ID: 1, Kind: release.Picture, Picture: fmt.Sprintf("%064x", i+1), Text: fmt.Sprint("Снимок ", i)}}
				}
				if _, err := l.Save(context.Background(), 0, 0, r); err != nil {
					t.Fatal(err)
				}
			}
			saved := 0
			s.params.Save = func() { saved++ }
			Library(s.params, l, max(lost, 3))
			s.Wait("the end", func() bool { return s.Told != "" && !s.Open() })
			dir := filepath.Join(s.dir, "communique-2024-09-11-140200")
			lines := strings.Split(s.Told, "\n")
			if lines[0] != s.Base.Text("archive-done", map[string]any{"Count": max(lost, 3), "Dir": dir}) || saved != 1 || s.flushed != 1 || len(s.Failed) > 0 {
				t.Errorf("told %q, saved %d, flushed %d, %v", s.Told, saved, s.flushed, s.Failed)
			}
			told := lines[1:]
			if lost > 2 {
				if told[len(told)-1] != fmt.Sprint("… +", lost-2) {
					t.Errorf("told %q", told)
				}
				told = told[:len(told)-1]
			}
			if len(told) != want {
				t.Errorf("%d pictures are lost, told %q", lost, told)
			}
			if found, err := os.ReadDir(dir); err != nil || len(found) == 0 {
				t.Errorf("%d in %s, %v", len(found), dir, err)
			}
		})
	}
	s := newStage(t)
	full := errors.New("no room")
	s.params.Flush = func() error { return full }
	Library(s.params, nil, 3)
	s.Wait("what went wrong", func() bool { return len(s.Failed) == 1 })
	if !errors.Is(s.Failed[0], full) || s.Told != "" {
		t.Errorf("failed %v, told %q", s.Failed, s.Told)
	}
}
