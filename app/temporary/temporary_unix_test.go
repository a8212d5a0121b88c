//go:build unix

package temporary

import (
	"errors"
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
	others, ours := filepath.Join(dir, Print.prefix()+"others"), filepath.Join(dir, Print.prefix()+"ours") // listed behind it
	for _, folder := range []string{others, ours} {
		if err := errors.Join(os.Mkdir(folder, 0o700), os.WriteFile(filepath.Join(folder, lockName), nil, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chown(others, 4711, 4711); err != nil {
		t.Fatal(err)
	}
	Sweep()
	if left := names(t, dir); !slices.Equal(left, []string{filepath.Base(others)}) {
		t.Errorf("left are %v", left)
	}
}
