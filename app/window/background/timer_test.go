package background_test

import (
	"testing"
	"time"

	"communique/app/window/background"
)

// TestATimerCallsWhatItWasSetToLast sets a timer before its time has passed, and anew when
// it has: only the newest of the first two is called, on the UI goroutine, and the third.
func TestATimerCallsWhatItWasSetToLast(t *testing.T) {
	queue := make(chan func(), 3)
	timer := background.NewTimer(func(f func()) { queue <- f })
	told := ""
	timer.After(time.Hour, func() { told += "1" })
	timer.After(0, func() { told += "2" })
	(<-queue)()
	timer.After(0, func() { told += "3" })
	(<-queue)()
	if told != "23" || len(queue) > 0 {
		t.Errorf("told %s, and %d wait", told, len(queue))
	}
}
