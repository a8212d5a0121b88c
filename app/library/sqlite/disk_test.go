//go:build linux

package sqlite_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"communique/app/library"
)

// TestTheDiskFails lets the disk fail from some time on when the library and its log are read,
// written or synced: it is told as that, and never as damage that a person would recover from; what
// is called saved is there afterwards, and the library is whole.
func TestTheDiskFails(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Fatal(err)
	}
	furnished := filepath.Join(t.TempDir(), "library.db")
	l := mustOpen(t, furnished)
	const releases = 100 // so that reading through takes each thread beyond the first to fail
	fill(t, l, releases)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(furnished)
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]int{}
	for calls, from := range map[string][]int{"read,pread64,copy_file_range": {1, 2, 4, 8}, "pwrite64": {1, 2, 4, 8, 16}, "fsync,fdatasync": {1, 2, 4}} {
		for _, when := range from {
			path := filepath.Join(t.TempDir(), "library.db")
			if err := os.WriteFile(path, before, 0o600); err != nil {
				t.Fatal(err)
			}
			child := again(saving, path)
			child.Args = []string{"strace", "-f", "-qq", "-o", "/dev/null", "-P", path, "-P", path + "-wal", "-e", "inject=" + calls + fmt.Sprintf(":error=EIO:when=%d+", when), os.Args[0]}
			child.Path = strace
			out, err := child.Output()
			if err != nil {
				t.Fatal(err)
			}
			said := strings.TrimSpace(string(out))
			told[said]++
			l := mustOpen(t, path)
			n, err := l.Count(ctx, library.Query{})
			problems, unread := l.Verify(ctx, nil)
			if err := errors.Join(err, unread, l.Close()); err != nil || len(problems) > 0 {
				t.Errorf("%s, %d: %v, %v", calls, when, problems, err)
			}
			if said != "saved" && said != "unreachable" || said == "saved" && n != releases+1 || n < releases {
				t.Errorf("%s, %d: it says %q, and %d releases are there", calls, when, said, n)
			}
		}
	}
	if told["unreachable"] < 6 {
		t.Errorf("hardly ever the disk failed: %v", told)
	}
}

// TestAShareOfADiskIsFull: a quota is told as room that there is none of, not as a disk that is gone.
func TestAShareOfADiskIsFull(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "library.db")
	if err := mustOpen(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	child := again(saving, path)
	child.Args = []string{"strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=pwrite64:error=EDQUOT", os.Args[0]}
	child.Path = strace
	out, err := child.Output()
	if said := strings.TrimSpace(string(out)); err != nil || said != "full" {
		t.Errorf("it says %q, %v", said, err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".communique-*")); len(left) > 0 {
		t.Error(left)
	}
}

// TestNothingCanBeWrittenAnywhere: a library that cannot be opened where it lies is copied once, to be
// read, and not again and again where its copy cannot be opened either.
func TestNothingCanBeWrittenAnywhere(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Fatal(err)
	}
	path, calls := filepath.Join(t.TempDir(), "library.db"), filepath.Join(t.TempDir(), "calls.txt")
	if err := mustOpen(t, path).Close(); err != nil {
		t.Fatal(err)
	}
	child := again(saving, path)
	child.Env = append(child.Env, "TMPDIR="+t.TempDir())
	child.Args = []string{"strace", "-f", "-qq", "-o", calls, "-e", "trace=mkdirat,pwrite64", "-e", "inject=pwrite64:error=EIO", "-e", "inject=mkdirat:error=ENOSPC:when=9+", os.Args[0]}
	child.Path = strace
	out, err := child.Output()
	made, unread := os.ReadFile(calls)
	if said := strings.TrimSpace(string(out)); err != nil || unread != nil || said != "unreachable" || strings.Count(string(made), "communique-read-") > 1 {
		t.Errorf("it says %q, %v, %v\n%s", said, err, unread, made)
	}
}

// TestWhatIsKeptIsOnTheDisk lets the disk fail when a backup, its name in its folder or the copy of a
// damaged file is put on it for good: what a power cut takes away again is not called made.
func TestWhatIsKeptIsOnTheDisk(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Fatal(err)
	}
	for fails, tt := range map[string]struct {
		role string
		made bool
	}{
		"nothing": {backing, true}, "copies/backup.db.part": {backing, false}, "copies": {backing, false},
		"none": {renewing, true}, "library-damaged-" + recovered.Format("2006-01-02-150405") + ".db": {renewing, false},
	} {
		path := filepath.Join(t.TempDir(), "library.db")
		l := mustOpen(t, path)
		fill(t, l, 10)
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		child := again(tt.role, path)
		at := filepath.Join(filepath.Dir(path), fails)
		child.Args = []string{"strace", "-f", "-qq", "-o", "/dev/null", "-P", at, "-e", "inject=fsync,fdatasync:error=EIO", os.Args[0]}
		child.Path = strace
		out, err := child.Output()
		if err != nil {
			t.Fatal(err)
		}
		if said := strings.TrimSpace(string(out)); (said == "made") != tt.made {
			t.Errorf("%s cannot be synced: %s", fails, said)
		}
	}
}
