package update

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// The kinds of packages, each after the system that it is for.
const (
	setup    = "setup"    // of one person
	msi      = "msi"      // of an administrator, for everybody
	portable = "portable" // unpacked anywhere
)

// Kinds are the packages that suit this system and the way the program was installed, the
// best first. A portable program is one that keeps all it has beside itself.
func Kinds(isPortable bool) []string {
	program, _ := os.Executable() // "" is nobody's folder
	return kinds(runtime.GOOS, runtime.GOARCH, isPortable, within(program, os.Getenv("ProgramFiles")), func(tool string) bool {
		_, err := exec.LookPath(tool)
		return err == nil
	})
}

func kinds(system, machine string, isPortable, forAll bool, has func(tool string) bool) []string {
	var ways []string
	switch {
	case isPortable:
		ways = []string{portable}
	case system == "windows" && forAll:
		ways = []string{msi}
	case system == "windows":
		ways = []string{setup}
	case system == "darwin":
		ways = []string{"app"}
	default:
		for _, of := range []struct{ tool, kind string }{{"dpkg", "deb"}, {"rpm", "rpm"}, {"pacman", "arch"}} {
			if has(of.tool) {
				ways = append(ways, of.kind)
			}
		}
		ways = append(ways, "appimage")
	}
	for i, way := range ways {
		ways[i] = system + "-" + machine + "-" + way
	}
	return ways
}

// within reports whether a file lies below a folder, as Windows compares their names.
func within(path, folder string) bool {
	folder = filepath.Clean(folder) + string(filepath.Separator)
	return folder != "."+string(filepath.Separator) && len(path) > len(folder) && strings.EqualFold(path[:len(folder)], folder)
}
