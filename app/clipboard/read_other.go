//go:build !linux && !freebsd && !openbsd && !netbsd && !windows

package clipboard

import "context"

// Read cannot be done here.
func Read(context.Context) (Contents, error) { return Contents{}, ErrUnsupported }
