package graphics

import (
	"os"
	"os/exec"
	"path/filepath"

	"golang.org/x/sys/windows"
)

import "C" // opengl_windows.c

// variable is what a person, or the program when it starts itself again, sets to software.
const (
	variable = "COMMUNIQUE_OPENGL"
	software = "software"
)

// library is the software OpenGL, below the folder of the program. Windows takes a library
// that is asked for by this name for the one of the name that was loaded first, wherever
// that lies.
var library = filepath.Join("opengl", "opengl32.dll")

// Prepare loads the software OpenGL where that is asked for, before anything of the system's
// is. Where it cannot be loaded, the system's is used.
func Prepare(getenv func(name string) string) {
	if getenv(variable) != software {
		return
	}
	if path, there := beside(); there {
		_, _ = windows.LoadLibrary(path)
	}
}

// Restart starts the program again, with the software OpenGL in the place of the system's, and
// reports whether it did. It does so once: what has been tried is not tried again.
func Restart(getenv func(name string) string) bool {
	program, err := os.Executable()
	if _, there := beside(); err != nil || !there || getenv(variable) != "" {
		return false
	}
	again := exec.Command(program, os.Args[1:]...) //nolint:gosec // this very program, as it was called
	again.Env = append(os.Environ(), variable+"="+software)
	again.Stdin, again.Stdout, again.Stderr = os.Stdin, os.Stdout, os.Stderr
	return again.Start() == nil
}

// beside is the path of the software OpenGL, where there is one.
func beside() (path string, there bool) {
	program, err := os.Executable()
	if err != nil {
		return "", false
	}
	path = filepath.Join(filepath.Dir(program), library)
	_, err = os.Stat(path)
	return path, err == nil
}
