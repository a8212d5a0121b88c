package background_test

import (
	"testing"
	"time"

	"communique/app/window/background"
)

// TestATimerCallsWhatItWasSetToLast sets a timer anew before its time has passed, when what it
// was to call waits for the UI goroutine, and when that has been called: of the first two and
// of the next two only the newer is called.
func TestATimerCallsWhatItWasSetToLast(t *testing.T) {
	queue := make(chan func())
	timer := background.NewTimer(func(f func()) { queue <- f })
	told := ""
	note := func(s string) func() { return func() { told += s } }
	timer.After(50*time.Millisecond, note("1"))
	timer.After(0, note("2"))
	(<-queue)()
	(<-queue)() // the first, whose time has come
	timer.After(0, note("3"))
	waiting := <-queue
	timer.After(0, note("4"))
	waiting()
	(<-queue)()
	if told != "24" {
		t.Errorf("told %s", told)
	}
}
