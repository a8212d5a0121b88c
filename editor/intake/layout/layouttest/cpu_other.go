//go:build !unix && !windows

package layouttest

import "time"

var started = time.Now()

// Used returns how long the test's process has run.
func Used() time.Duration { return time.Since(started) }
