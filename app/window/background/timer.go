package background

import "time"

// Timer calls a function on the UI goroutine when nobody has set it anew for a while. It
// belongs to that goroutine.
type Timer struct {
	do  func(func())
	set int // how often
}

// NewTimer returns a timer that is not set. do runs a function on the UI goroutine.
func NewTimer(do func(func())) *Timer { return &Timer{do: do} }

// After calls f when d has passed, and nothing that it was to call before, not even what
// waits for the UI goroutine already.
func (t *Timer) After(d time.Duration, f func()) {
	t.set++
	own := t.set
	time.AfterFunc(d, func() {
		t.do(func() {
			if own == t.set {
				f()
			}
		})
	})
}
