package layouttest

import (
	"time"

	"golang.org/x/sys/windows"
)

// Used returns the time that the test's process has computed: a busy machine makes no test
// fail.
func Used() time.Duration {
	var created, ended, system, user windows.Filetime
	if err := windows.GetProcessTimes(windows.CurrentProcess(), &created, &ended, &system, &user); err != nil {
		panic(err)
	}
	const tick = 100 * time.Nanosecond
	return time.Duration(int64(user.HighDateTime)<<32|int64(user.LowDateTime)) * tick
}
