package app

import (
	"sync"
	"testing"
)

func TestTheQueueOfAWindowThatHasGone(t *testing.T) {
	direct := func(f func()) { f() } // as Fyne does once its loop has ended
	t.Run("one at a time", func(t *testing.T) {
		q := uiQueue{run: direct}
		running, most := 0, 0
		var all sync.WaitGroup
		for range 100 {
			all.Go(func() {
				q.do(func() {
					running++
					most = max(most, running)
					running--
				})
			})
		}
		all.Wait()
		if most != 1 {
			t.Errorf("%d at once", most)
		}
	})
	t.Run("within another", func(t *testing.T) {
		q := uiQueue{run: direct}
		inner := false
		q.do(func() { q.do(func() { inner = true }) })
		if inner {
			t.Error("it ran in the midst of the other")
		}
	})
	t.Run("after the end", func(t *testing.T) {
		q := uiQueue{run: direct}
		q.end()
		q.do(func() { t.Error("it ran") })
	})
	t.Run("a closed queue", func(*testing.T) {
		q := uiQueue{run: func(func()) { panic("send on closed channel") }}
		q.do(func() {})
	})
	t.Run("a fault of its own", func(t *testing.T) {
		defer func() {
			if recover() == nil {
				t.Error("the fault is hidden")
			}
		}()
		q := uiQueue{run: direct}
		q.do(func() { panic("fault") })
	})
}
