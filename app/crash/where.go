package crash

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// Where names the function, file and line at which a fault happened. It is
// called by the function that recovered from it. "" stands for no fault.
func Where() string {
	callers := make([]uintptr, 64)
	frames := runtime.CallersFrames(callers[:runtime.Callers(1, callers)])
	for after, more := false, true; more; {
		var f runtime.Frame
		f, more = frames.Next()
		switch {
		case f.Function == "runtime.gopanic":
			after = true
		case after && !strings.HasPrefix(f.Function, "runtime."):
			return fmt.Sprintf("%s (%s:%d)", f.Function, filepath.Base(f.File), f.Line)
		}
	}
	return ""
}
