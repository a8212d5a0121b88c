package window

import (
	"runtime"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"communique/export/exporttest"
)

// TestTypingLeavesNothingBehind types 2,000 keys and looks for goroutines that are left
// over, and for memory beyond what undo keeps.
func TestTypingLeavesNothingBehind(t *testing.T) {
	s := newStage(t, settled)
	s.win.Resize(fyne.NewSize(1280, 800))
	s.start(exporttest.Release(1, 1600))
	s.wait("the pages", func() bool { return len(s.preview.Last().Pages.Pages) > 0 })
	s.focusText()
	strike := func(keys int) {
		for k := range keys {
			if k%200 < 100 {
				s.write(string("abc d"[k%5]))
			} else {
				s.key(s.win.Canvas().Focused(), fyne.KeyBackspace)
			}
			s.untilIdle()
		}
		s.wait("rest", func() bool { return s.follower.Resting() && len(s.queue) == 0 })
		runtime.GC()
	}
	used := func() (goroutines int, heap uint64) {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return runtime.NumGoroutine(), m.HeapAlloc
	}
	strike(400) // caches fill
	goroutines, heap := used()
	strike(2000)
	s.wait("the goroutines to end", func() bool { now, _ := used(); return now <= goroutines })
	const most = 5 << 20
	if _, now := used(); now > heap+most {
		t.Errorf("%d KB more after 2,000 keys", (now-heap)>>10)
	}
}

// TestALongDraftIsSavedLessOften, and yet within the second that is promised.
func TestALongDraftIsSavedLessOften(t *testing.T) {
	if short, long := delayOf(longDraft), delayOf(longDraft+1); short != saveDelay || long <= short || long >= time.Second {
		t.Errorf("a short draft waits %v, a long one %v", short, long)
	}
}
