//go:build torture && linux

package export_test

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"communique/export"
)

const smallDisk = "COMMUNIQUE_SMALL_DISK" // says that the process may mount disks

// TestTortureFullDisk writes packages onto disks that are too small for them: each that is
// there is whole, nothing else is, each that is not is told, and the next run, with room, makes those alone.
func TestTortureFullDisk(t *testing.T) {
	if os.Getenv(smallDisk) == "" {
		child := exec.Command("unshare", "--user", "--map-root-user", "--mount", os.Args[0], "-test.run", "^TestTortureFullDisk$", "-rounds", fmt.Sprint(*rounds))
		child.Env = append(os.Environ(), smallDisk+"=1")
		if out, err := child.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	full := 0
	for range *rounds {
		dir, size := t.TempDir(), 4+rand.IntN(1500)
		mount := func(flags uintptr, size string) {
			if err := syscall.Mount("none", dir, "tmpfs", flags, "size="+size); err != nil {
				t.Fatal(err)
			}
		}
		mount(0, fmt.Sprintf("%dk", size))
		told := 0
		pack := func(report func(export.Result)) {
			if err := export.Run(context.Background(), office(t), packing(dir), func(results []export.Result) { report(results[0]) }); err != nil {
				t.Fatal(err)
			}
		}
		pack(func(r export.Result) {
			switch {
			case r.Err != nil && !errors.Is(r.Err, syscall.ENOSPC):
				t.Errorf("%d KB: %s: %v", size, r.Path, r.Err)
			case r.Err != nil:
				told++
			}
		})
		whole := wholePackages(t, dir)
		if whole+told != packages {
			t.Errorf("%d KB: %d packages are there, %d are told of", size, whole, told)
		}
		full += told
		mount(syscall.MS_REMOUNT, "64m")
		same := 0
		pack(func(r export.Result) {
			if r.Err != nil {
				t.Errorf("with room: %s: %v", r.Path, r.Err)
			}
			if r.Same {
				same++
			}
		})
		if again := wholePackages(t, dir); again != packages || same != whole {
			t.Errorf("%d KB: with room %d packages are there, %d of %d are the same", size, again, same, whole)
		}
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Fatal(err)
		}
	}
	if full == 0 {
		t.Error("the disks took everything")
	}
}

// wholePackages counts the packages of a folder, which holds nothing else, and compares each
// file with what its package says of it.
func wholePackages(t *testing.T, dir string) (whole int) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		var contents struct {
			Files []struct{ Name, SHA256 string }
		}
		data, err := os.ReadFile(filepath.Join(path, export.ContentsName))
		if err == nil {
			err = json.Unmarshal(data, &contents)
		}
		if err != nil || strings.HasPrefix(e.Name(), ".") || len(contents.Files) == 0 {
			t.Errorf("%s is there: %v", e.Name(), err)
			continue
		}
		for _, f := range contents.Files {
			if data, err := os.ReadFile(filepath.Join(path, f.Name)); err != nil || fmt.Sprintf("%x", sha256.Sum256(data)) != f.SHA256 {
				t.Errorf("%s is not what it was, %v", filepath.Join(e.Name(), f.Name), err)
			}
		}
		whole++
	}
	return whole
}
