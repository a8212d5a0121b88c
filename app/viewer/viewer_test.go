//go:build linux || freebsd || openbsd || netbsd

package viewer

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestOpen(t *testing.T) {
	for name, test := range map[string]struct {
		script string // of the desktop's program; empty where there is none
		fails  bool
	}{
		"taken":             {"#!/bin/sh\ntest \"$1\" = '/tmp/Пресс релиз #1.pdf'\n", false},
		"nothing takes it":  {"#!/bin/sh\nexit 3\n", true},
		"no such program":   {"", true},
		"no program at all": {"no script\x00", true},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			t.Setenv("PATH", dir)
			if test.script != "" {
				if err := os.WriteFile(filepath.Join(dir, "xdg-open"), []byte(test.script), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			if test.script != "" && !test.fails {
				t.Setenv("PATH", dir+":/bin:/usr/bin")
			}
			err := Open("/tmp/Пресс релиз #1.pdf")
			var told *Error
			if errors.As(err, &told) != test.fails || test.fails && told.Path != "/tmp/Пресс релиз #1.pdf" {
				t.Errorf("got %v", err)
			}
		})
	}
}

// temp makes the system's temporary folder one of the test's own.
func temp(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	return dir
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// TestError: what it is called, what the translations get to show of it, and what
// stands behind it.
func TestError(t *testing.T) {
	for name, tt := range map[string]struct {
		err interface {
			error
			Fact() (string, map[string]any)
		}
		said string
	}{
		"viewer":      {&Error{"/a.pdf", fs.ErrNotExist}, "open /a.pdf: file does not exist"},
		"viewer-copy": {&CopyError{"/a.pdf", fs.ErrNotExist}, "open the copy /a.pdf: file does not exist"},
	} {
		if called, args := tt.err.Fact(); called != name || !reflect.DeepEqual(args, map[string]any{"Path": "/a.pdf"}) {
			t.Errorf("%s, %v", called, args)
		}
		if tt.err.Error() != tt.said || !errors.Is(tt.err, fs.ErrNotExist) {
			t.Errorf("%v", tt.err)
		}
	}
}

// TestNamesOfCopies: other versions of the program tell copies in use by these names.
func TestNamesOfCopies(t *testing.T) {
	dir := temp(t)
	var c Copies
	folder, err := c.Folder()
	if err != nil {
		t.Fatal(err)
	}
	defer c.Remove()
	if name := filepath.Base(folder); filepath.Dir(folder) != dir || !strings.HasPrefix(name, "communique-print-") || !slices.Equal(names(t, folder), []string{".in-use"}) {
		t.Errorf("%s holds %v", folder, names(t, folder))
	}
}

func TestNoRoomForCopies(t *testing.T) {
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "gone"))
	var c Copies
	if folder, err := c.Folder(); err == nil || folder != "" {
		t.Errorf("%q, %v", folder, err)
	}
	c.Remove()
}

func TestCopies(t *testing.T) {
	dir := temp(t)
	var c Copies
	c.Remove() // there is nothing yet
	folder, err := c.Folder()
	if err != nil {
		t.Fatal(err)
	}
	if again, err := c.Folder(); err != nil || again != folder {
		t.Errorf("two folders: %s, %v", again, err)
	}
	if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("others may read it: %v, %v", info.Mode(), err)
	}
	if err := os.WriteFile(filepath.Join(folder, "release.pdf"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	c.Remove()
	if left := names(t, dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	next, err := c.Folder()
	if info, statErr := os.Stat(next); err != nil || next == folder || statErr != nil || !info.IsDir() {
		t.Errorf("the folder that is gone is given again: %s, %v, %v", next, err, statErr)
	}
	c.Remove()
}
