//go:build !windows

package viewer

import (
	"os/exec"
	"runtime"
)

// open asks the desktop; its program's exit status says whether something took the file.
func open(path string) error {
	program := "xdg-open" // part of every free desktop (xdg-utils)
	if runtime.GOOS == "darwin" {
		program = "open"
	}
	return exec.Command(program, path).Run() //nolint:gosec // a file of our own, and no shell
}
