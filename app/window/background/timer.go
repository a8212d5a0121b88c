package background

import "time"

// Timer calls a function on the UI goroutine when nobody has set it anew for a while. It
// belongs to that goroutine.
type Timer struct {
	do    func(func())
	timer *time.Timer
}

// NewTimer returns a timer that is not set. do runs a function on the UI goroutine.
func NewTimer(do func(func())) *Timer { return &Timer{do: do} }

// After calls f when d has passed, and nothing that it was to call before.
func (t *Timer) After(d time.Duration, f func()) {
	if t.timer != nil {
		t.timer.Stop()
	}
	t.timer = time.AfterFunc(d, func() { t.do(f) })
}
