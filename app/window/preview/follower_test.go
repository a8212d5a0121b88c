package preview

import (
	"strings"
	"testing"
	"time"

	"communique/editor/release"
	"communique/export/exporttest"
)

// followed is a preview that follows a draft.
type followed struct {
	*stand
	follower *Follower
	draft    *release.Release // nil where none is on the screen
	checked  int              // how often checks were answered
	paused   int
}

func newFollowed(t testing.TB) *followed {
	s := &followed{stand: newStand(t)}
	s.follower = NewFollower(FollowerParams{
		Question: func() (Question, bool) {
			if s.draft == nil {
				return Question{}, false
			}
			return s.question(s.draft.Clone()), true
		},
		Paused:   func() { s.paused++ },
		Answered: func() bool { return s.draft != nil },
		Show:     s.Show,
		Checked:  func(Analysis) { s.checked++ },
		Tidy:     func() {},
		Go:       func(f func()) { go f() }, Do: func(f func()) { s.queue <- f },
	})
	return s
}

// open puts a draft on the screen.
func (s *followed) open(r release.Release) {
	s.draft = &r
	s.follower.Begin()
}

// until does the UI goroutine's work until something is so.
func (s *followed) until(is func() bool) {
	s.t.Helper()
	for !is() {
		s.next()
	}
}

func (s *followed) untilRest() {
	s.t.Helper()
	s.until(s.follower.Resting)
}

// typesOn keeps the pause from coming.
func (s *followed) typesOn() { s.follower.pause.After(time.Hour, func() {}) }

// firstPage tells which layout is shown.
func (s *followed) firstPage() any { return &s.Last().Pages.Pages[0] }

// TestChecksAreNotLostOverAResize: a question about the size that comes while
// the checks are under way asks for them too.
func TestChecksAreNotLostOverAResize(t *testing.T) {
	s := newFollowed(t)
	resume := s.follower.analyst.Pause()
	s.open(short("Лид."))
	s.follower.Repaint()
	s.until(func() bool { return s.follower.again })
	resume()
	s.untilRest()
	if s.checked != 2 || s.paused != 1 {
		t.Errorf("checked %d times, paused %d times", s.checked, s.paused)
	}
}

// TestPagesAloneAreNotChecked: what is asked for while somebody types, or for another size,
// is the pages.
func TestPagesAloneAreNotChecked(t *testing.T) {
	s := newFollowed(t)
	s.open(short("Лид."))
	s.untilRest()
	first := s.firstPage()
	s.follower.Repaint()
	s.until(func() bool { return s.firstPage() != first })
	if s.checked != 1 || !s.follower.Resting() {
		t.Errorf("checked %d times", s.checked)
	}
}

func TestAnAnalysisOfADraftThatIsGoneIsNotShown(t *testing.T) {
	s := newFollowed(t)
	resume := s.follower.analyst.Pause()
	s.open(short("Лид."))
	s.draft = nil
	resume()
	s.next()
	if s.checked > 0 || len(s.Lines()) > 0 {
		t.Errorf("shown %q", s.Lines())
	}
}

// TestAnAnalysisOfTheDraftBeforeIsNotShown: what was found in one draft is not said of the next.
func TestAnAnalysisOfTheDraftBeforeIsNotShown(t *testing.T) {
	s := newFollowed(t)
	resume := s.follower.analyst.Pause()
	s.open(short("Один."))
	s.until(func() bool { return s.follower.asked })
	s.open(short("Другой."))
	resume()
	s.untilRest()
	if s.checked != 1 {
		t.Errorf("checked %d times", s.checked)
	}
}

// TestNothingIsAskedWithoutADraft and what is needed for it; when there is one, it is.
func TestNothingIsAskedWithoutADraft(t *testing.T) {
	s := newFollowed(t)
	s.follower.Analyse()
	if !s.follower.Resting() || s.paused != 1 {
		t.Errorf("rests %v, paused %d times", s.follower.Resting(), s.paused)
	}
	s.open(short("Лид."))
	s.untilRest()
	if s.checked != 1 {
		t.Errorf("checked %d times", s.checked)
	}
}

// TestPagesAreShownWithTheNextKey: while the typing goes on nothing is drawn anew but by
// keys; what is ready by then is shown with them, and in the pause.
func TestPagesAreShownWithTheNextKey(t *testing.T) {
	s := newFollowed(t)
	s.open(short("Лид."))
	s.untilRest()
	first := s.firstPage()
	key := func(letter string) {
		s.draft.Lead += letter
		s.follower.Changed()
		s.typesOn()
	}
	key("a")
	if s.follower.asked || !s.follower.Typing() {
		t.Error("they are laid out for each key")
	}
	s.until(func() bool { return s.follower.ready != nil })
	if s.firstPage() != first {
		t.Error("they are shown without a key")
	}
	waiting := any(&s.follower.ready.Pages.Pages[0])
	if key("b"); s.firstPage() != waiting {
		t.Error("they are not shown with the next key")
	}
	if s.checked != 1 {
		t.Errorf("checked %d times while the typing goes on", s.checked)
	}
	s.follower.pause.After(0, s.follower.Analyse)
	s.until(func() bool { return s.checked == 2 })
	s.untilRest()
	if lines := strings.Join(s.Lines(), " "); !strings.Contains(lines, "ab") || s.follower.ready != nil {
		t.Errorf("in the pause: %q", lines)
	}
}

// TestAPauseComesByItself, and the checks with it.
func TestAPauseComesByItself(t *testing.T) {
	s := newFollowed(t)
	s.open(short("Лид."))
	s.untilRest()
	s.draft.Lead += " Ещё."
	s.follower.Changed()
	s.untilRest()
	if lines := strings.Join(s.Lines(), " "); s.checked != 2 || s.paused != 2 || !strings.Contains(lines, "Ещё.") {
		t.Errorf("checked %d times, paused %d times: %q", s.checked, s.paused, lines)
	}
}

// TestAnotherDraftIsAskedForAtOnce: what was under way is of the one before.
func TestAnotherDraftIsAskedForAtOnce(t *testing.T) {
	s := newFollowed(t)
	resume := s.follower.analyst.Pause()
	s.open(short("Первый."))
	s.open(short("Второй."))
	resume()
	s.next() // in whatever order they come: the first's is dropped
	s.untilRest()
	if lines := strings.Join(s.Lines(), " "); s.checked != 1 || !strings.Contains(lines, "Второй.") {
		t.Errorf("checked %d times: %q", s.checked, lines)
	}
}

// BenchmarkKeyToPage changes a release of three pages, and waits until the page
// shows it: what the window's goroutine does for that beside the typing itself, and
// all of it. The baseline is a frame of the screen, 16 ms.
func BenchmarkKeyToPage(b *testing.B) {
	s := newFollowed(b)
	s.open(exporttest.Release(1, exporttest.ThreePages))
	s.untilRest()
	lead := s.draft.Lead
	var window, whole time.Duration
	for i := 0; b.Loop(); i++ {
		s.draft.Lead = lead + strings.Repeat(" слово", 1+i%50)
		before := s.firstPage()
		start := time.Now()
		s.follower.look(false)
		window += time.Since(start)
		for s.firstPage() == before {
			f := <-s.queue
			mine := time.Now()
			f()
			window += time.Since(mine)
		}
		whole += time.Since(start)
	}
	b.ReportMetric(float64(whole.Microseconds())/float64(b.N), "µs/key")
	b.ReportMetric(float64(window.Microseconds())/float64(b.N), "µs-of-window/key")
	b.ReportMetric(float64(window)/float64(b.N)/float64(16*time.Millisecond), "x-of-a-frame")
}

// TestTheTextIsDrawnFirst: a draft that is opened is asked about a moment later, also when a
// key comes before, and once.
func TestTheTextIsDrawnFirst(t *testing.T) {
	for name, typed := range map[string]bool{"left alone": false, "a key at once": true} {
		t.Run(name, func(t *testing.T) {
			s := newFollowed(t)
			s.open(short("Лид."))
			if s.follower.asked || s.paused != 0 || s.follower.Resting() || s.follower.Typing() {
				t.Errorf("asked at once: %v, paused %d times, typing %v", s.follower.asked, s.paused, s.follower.Typing())
			}
			if typed {
				s.follower.Changed()
			}
			if s.untilRest(); s.checked != 1 || s.paused != 1 {
				t.Errorf("checked %d times, paused %d times", s.checked, s.paused)
			}
		})
	}
}
