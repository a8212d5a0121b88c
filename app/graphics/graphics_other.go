//go:build !windows

package graphics

// Prepare has nothing to do: where there is no OpenGL, the system's packages have one.
func Prepare(func(name string) string) {}

// Restart reports whether the program was started again with another OpenGL: never here.
func Restart(func(name string) string) bool { return false }
