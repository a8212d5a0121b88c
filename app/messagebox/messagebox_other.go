//go:build !windows && !darwin && !linux && !freebsd && !openbsd && !netbsd

package messagebox

// Show can show nothing here.
func Show(_, _, _ string) error { return ErrUnsupported }
