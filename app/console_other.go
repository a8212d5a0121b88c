//go:build !windows

package app

// attachConsole has nothing to do: every program has the terminal it was started in.
func attachConsole([]string) {}
