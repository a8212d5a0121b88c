package temporary

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// temp is a system's temporary folder of the test's own.
func temp(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"TMPDIR", "TMP"} { // of Unix, and of Windows
		t.Setenv(name, dir)
	}
	return dir
}

func names(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func made(t *testing.T, kind Kind) *Folder {
	t.Helper()
	f, err := New(kind)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestSweep takes away what dead programs left, of every kind, and nothing else.
func TestSweep(t *testing.T) {
	dir := temp(t)
	kept := made(t, Copy)
	for _, name := range []string{"communique-print-dead", "communique-copy-dead", "communique-read-dead", "communique-libreoffice-dead", "communique-print-bare", "communique-copy-bare", "communique-printing", "another"} {
		if err := os.MkdirAll(filepath.Join(dir, name, "sub"), 0o700); err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "bare") { // killed before it was locked
			if err := os.WriteFile(filepath.Join(dir, name, lockName), nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "communique-print-file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	long := time.Now().Add(-time.Hour)
	if err := os.Chtimes(filepath.Join(dir, "communique-print-bare"), long, long); err != nil {
		t.Fatal(err)
	}
	Sweep()
	want := []string{"another", "communique-copy-bare" /* made a moment ago */, "communique-print-file", "communique-printing", filepath.Base(kept.Path)}
	slices.Sort(want)
	if got := names(t, dir); !slices.Equal(got, want) {
		t.Errorf("left are %v, want %v", got, want)
	}
	if err := kept.Remove(); err != nil {
		t.Error(err)
	}
	if got := names(t, dir); slices.Contains(got, filepath.Base(kept.Path)) {
		t.Errorf("left are %v", got)
	}
}

// TestSweepFollowsNoLink out of the temporary folder.
func TestSweepFollowsNoLink(t *testing.T) {
	dir, elsewhere := temp(t), t.TempDir()
	link := filepath.Join(dir, Print.prefix()+"link")
	made := os.Symlink(elsewhere, link)
	if to, err := os.Readlink(link); err != nil || to == "" { // Windows lets few make a link, and wine makes none
		t.Skip("no links here:", made, err)
	}
	Sweep()
	if _, err := os.Lstat(link); err != nil {
		t.Error(err)
	}
	if left := names(t, elsewhere); len(left) != 0 {
		t.Errorf("a link was followed: %v", left)
	}
}

// TestNoRoom: where there is no temporary folder, that is an error, and there is nothing to sweep.
func TestNoRoom(t *testing.T) {
	gone := filepath.Join(temp(t), "gone")
	t.Setenv("TMPDIR", gone)
	t.Setenv("TMP", gone)
	if f, err := New(Read); f != nil || !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v, %v", f, err)
	}
	Sweep()
}
