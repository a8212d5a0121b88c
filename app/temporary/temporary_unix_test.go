//go:build unix

package temporary

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestAnothersFolder lets the folder of somebody else be.
func TestAnothersFolder(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can give a folder away")
	}
	dir := temp(t)
	others := filepath.Join(dir, Print.prefix()+"others")
	if err := os.Mkdir(others, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chown(others, 4711, 4711); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, Print.prefix()+"ours"), 0o700); err != nil { // listed behind it
		t.Fatal(err)
	}
	Sweep()
	if left := names(t, dir); !slices.Equal(left, []string{filepath.Base(others)}) {
		t.Errorf("left are %v", left)
	}
}
