//go:build !windows

package console

// Attach has nothing to do: every program has the terminal it was started in.
func Attach() {}

// Leave leaves the terminal alone: a window there ends with it, unless the shell is told otherwise.
func Leave() {}
