//go:build !windows

package systemchange

// Watch has nothing to do: elsewhere the toolkit follows the scale, and the rest is asked for
// when the window comes to the front.
func Watch(uintptr, Hear) {}
