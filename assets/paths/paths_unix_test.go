//go:build !windows

package paths

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestNoDevices: CON is a name as any other.
func TestNoDevices(t *testing.T) {
	for _, path := range []string{"CON", "../a/nul.txt", "/", "", `\\.\NUL`} {
		if err := Device(path); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// TestWhatTheSystemSays is left as it is where the system says it plainly.
func TestWhatTheSystemSays(t *testing.T) {
	dir := t.TempDir()
	loop := filepath.Join(dir, "круг")
	if err := os.Symlink(loop, loop); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]error{
		filepath.Join(loop, "a"):                          syscall.ELOOP,
		filepath.Join(dir, strings.Repeat("д", 300), "a"): syscall.ENAMETOOLONG,
		filepath.Join(dir, "a\x00b"):                      syscall.EINVAL,
	} {
		for _, got := range []error{File(path), Folder(path)} {
			if !errors.Is(got, want) {
				t.Errorf("%q: %v instead of %v", path, got, want)
			}
		}
	}
}
