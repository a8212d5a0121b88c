package releases

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"communique/app/library"
	"communique/editor/release"
)

// counts is what stands on the rows of the findings of releases, in the order of the list.
func (s *stage) counts() string {
	var all []string
	for _, e := range s.Listed() {
		all = append(all, fmt.Sprint(e.Findings))
	}
	return strings.Join(all, " ")
}

// TestWhatIsSeenIsChecked without being opened, once; the release in the drafting pane is
// checked there, and what is out of sight is not read.
func TestWhatIsSeenIsChecked(t *testing.T) {
	s := newStage(t)
	if got := s.counts(); got != "0 0 0" {
		t.Fatalf("%q before anything can be counted", got)
	}
	asked := make(chan string, 10)
	counting := func(found int) Counting {
		return func(r release.Release) int {
			asked <- r.Headline
			return found
		}
	}
	s.shown = s.First()
	s.ShowCurrent()
	s.counting = counting(2)
	s.CheckAgain()
	s.Wait("the others' findings", func() bool { return s.counts() == "0 2 2" })
	s.list.Refresh()
	s.Reload()
	s.Wait("the list again", func() bool { return !s.Searching() })
	if len(asked) != 2 {
		t.Errorf("%d texts were checked, not 2", len(asked))
	}
	if got := []string{<-asked, <-asked}; !slices.Equal(got, []string{"Учение началось", "Заседание Совета"}) {
		t.Errorf("checked %q", got)
	}

	// What the checks know has changed.
	s.counting = counting(3)
	s.CheckAgain()
	s.Wait("other numbers", func() bool { return s.counts() == "0 3 3" })

	// A row out of sight is not checked until it is seen.
	s.list.Resize(s.list.Size().SubtractWidthHeight(0, s.list.Size().Height-headingHeight-releaseHeight))
	s.counting, s.shown = counting(4), 0
	s.ShowCurrent()
	s.CheckAgain()
	s.Wait("the first alone", func() bool { return s.counts() == "4 0 0" })
	s.list.scrollTo(float32(s.list.Rows.height()))
	s.Wait("the last", func() bool { return s.counts() == "4 0 4" })
}

// TestWhatCannotBeReadIsAskedOnce: its row says nothing, and nobody waits for it.
func TestWhatCannotBeReadIsAskedOnce(t *testing.T) {
	s := newStage(t)
	gone := s.Listed()[1].ID
	if err := s.store.Trash(t.Context(), gone); err != nil {
		t.Fatal(err)
	}
	if err := s.store.Erase(t.Context(), gone); err != nil {
		t.Fatal(err)
	}
	counted := 0
	s.counting = func(release.Release) int { counted++; return 1 }
	s.CheckAgain()
	s.Wait("what can be read", func() bool { return s.counts() == "1 0 1" })
	for range 3 {
		s.list.Refresh()
	}
	if waiting := s.list.unchecked(); len(waiting) != 1 || !slices.EqualFunc(waiting, s.checking, sameText) || counted != 2 {
		t.Errorf("%d wait, %d are asked for, %d were counted", len(waiting), len(s.checking), counted)
	}
}

// TestACheckOfAnOlderText says nothing where a newer one was counted, and nothing of the text in the
// drafting pane.
func TestACheckOfAnOlderText(t *testing.T) {
	l, s := many(t, 2)
	p := &Pane{params: Params{Base: s.Base}, list: l}
	p.ShowChecked(2, 7, 5)
	p.showChecked(map[int64]checked{2: {revision: 6, findings: 1}})
	if got := l.findings(library.Entry{ID: 2, Revision: 7}); got != 5 {
		t.Errorf("%d findings, not 5", got)
	}
	l.shown = 2
	p.showChecked(map[int64]checked{2: {revision: 7, findings: 1}})
	if got := l.findings(library.Entry{ID: 2, Revision: 7}); got != 5 {
		t.Errorf("%d findings, not 5", got)
	}
}

// TestWhatIsKnownChangesMeanwhile: what was counted with the old is not shown.
func TestWhatIsKnownChangesMeanwhile(t *testing.T) {
	s := newStage(t)
	begun, gate := make(chan bool, 10), make(chan bool)
	s.counting = func(release.Release) int { begun <- true; <-gate; return 1 }
	s.CheckAgain()
	<-begun
	s.counting = func(release.Release) int { return 2 }
	s.CheckAgain()
	close(gate)
	s.Wait("the new numbers", func() bool { return s.counts() == "2 2 2" })

	// So it is where nothing can be counted anew.
	wanted := s.checks.Wanted()
	s.counting = nil
	s.CheckAgain()
	if wanted() {
		t.Error("an answer from before is still wanted")
	}
}
