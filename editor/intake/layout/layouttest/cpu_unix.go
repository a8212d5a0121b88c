//go:build unix

package layouttest

import (
	"syscall"
	"time"
)

// Used returns the time that the test's process has computed: a busy machine makes no test
// fail.
func Used() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano())
}
