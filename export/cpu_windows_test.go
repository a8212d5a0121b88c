package export_test

import (
	"testing"
	"time"

	"golang.org/x/sys/windows"
)

// cpu is what this process has had of the processors, whatever else runs on them.
func cpu(b testing.TB) time.Duration {
	var begun, ended, system, user windows.Filetime
	if err := windows.GetProcessTimes(windows.CurrentProcess(), &begun, &ended, &system, &user); err != nil {
		b.Fatal(err)
	}
	return ticks(system) + ticks(user)
}

// ticks is a time that has passed: Nanoseconds would take it for one since 1601.
func ticks(t windows.Filetime) time.Duration {
	return time.Duration(int64(t.HighDateTime)<<32|int64(t.LowDateTime)) * 100 * time.Nanosecond
}
