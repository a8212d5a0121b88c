//go:build !windows

package export_test

import (
	"syscall"
	"testing"
	"time"
)

// cpu is what this process has had of the processors, whatever else runs on them.
func cpu(b testing.TB) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
