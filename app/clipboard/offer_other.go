//go:build !linux && !freebsd && !openbsd && !netbsd && !windows

package clipboard

// Offer cannot be done here.
func Offer(string, string, func(func())) error { return ErrUnsupported }
