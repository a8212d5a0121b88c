//go:build !linux && !freebsd && !openbsd && !netbsd && !windows

package clipboard

// Lasting is of no account: nothing is offered.
const Lasting = false

// Offer cannot be done here.
func Offer(string, string, func(func())) error { return ErrUnsupported }
