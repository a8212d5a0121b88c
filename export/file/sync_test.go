//go:build linux

package file

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// childName tells a process that it is the child of TestOnTheDisk.
const childName = "COMMUNIQUE_TEST_FILES"

// TestOnTheDisk asks the system what it was asked: a file is on the disk before it has its
// name, and its name before anything is said to be written. A power cut in between leaves
// the old or the new, never half of either.
func TestOnTheDisk(t *testing.T) {
	if os.Getenv(childName) != "" {
		work(t)
		return
	}
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("no strace")
	}
	dir := t.TempDir()
	for name, want := range map[string][]string{
		"create":  {"sync temp", "link temp a", "sync ."},
		"replace": {"sync temp", "rename temp a", "sync ."},
		"settle":  {"sync part", "link part a", "unlink part", "sync ."},
		// the link is refused: the name is taken by an empty file first
		"settle without links": {"sync part", "link part a", "sync a", "rename part a", "sync ."},
		"folder":               {"sync part", "rename part a", "sync ."},
		"another folder":       {"sync part", "rename a temp", "rename part a", "sync ."},
	} {
		t.Run(name, func(t *testing.T) {
			below := filepath.Join(dir, strings.ReplaceAll(name, " ", "-"))
			if err := os.Mkdir(below, 0o700); err != nil {
				t.Fatal(err)
			}
			log := filepath.Join(t.TempDir(), "calls")
			args := []string{"-f", "-y", "-s", "1000", "-o", log, "-e", "trace=fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat"}
			if strings.HasSuffix(name, "without links") {
				args = append(args, "-e", "inject=link,linkat:error=EPERM")
			}
			child := exec.Command(strace, append(args, os.Args[0], "-test.run=^TestOnTheDisk$")...)
			child.Dir, child.Env = below, append(os.Environ(), childName+"=1")
			if out, err := child.CombinedOutput(); err != nil {
				if strings.Contains(string(out), "ptrace") {
					t.Skip("nobody may be watched here")
				}
				t.Fatalf("%v\n%s", err, out)
			}
			if got := calls(t, log, below); !slices.Equal(got[:min(len(want), len(got))], want) { // what is taken away comes after
				t.Errorf("got %q, want %q first", got, want)
			}
		})
	}
}

// TestAFolderThatIsNoMore keeps no name, and says so.
func TestAFolderThatIsNoMore(t *testing.T) {
	if err := syncFolder(filepath.Join(t.TempDir(), "gone")); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// work does what the folder in which it stands is called for, there.
func work(t *testing.T) {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	path, part := filepath.Join(dir, "a"), filepath.Join(dir, "part")
	switch filepath.Base(dir) {
	case "create":
		err = Create(path, []byte("new"))
	case "replace":
		err = Replace(path, []byte("new"))
	case "settle", "settle-without-links":
		if err = os.WriteFile(part, []byte("new"), 0o600); err == nil {
			err = Settle(part, path)
		}
	case "folder":
		folder(t, part, "new")
		err = placeFolder(part, path, filepath.Join(filepath.Dir(path), ".communique-AAAAAAAAAAAAAAAAAAAAAAAAAA"), false)
	case "another-folder":
		folder(t, part, "new")
		folder(t, path, "old")
		err = placeFolder(part, path, filepath.Join(filepath.Dir(path), ".communique-AAAAAAAAAAAAAAAAAAAAAAAAAA"), true)
	}
	if err != nil {
		t.Fatal(err)
	}
}

var (
	callShape = regexp.MustCompile(`^\d+ +(fsync|fdatasync|rename|link|unlink)(?:at2?)?\(`)
	pathShape = regexp.MustCompile(`"([^"]*)"|^[^"]*\(\d+<([^>]*)>`)
)

// calls reads strace's log: what was asked below a folder, by the names there; "temp" is
// one of our own.
func calls(t *testing.T, log, dir string) []string {
	t.Helper()
	data, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for line := range strings.SplitSeq(string(data), "\n") {
		shape := callShape.FindStringSubmatch(line)
		if shape == nil || !strings.Contains(line, dir) {
			continue
		}
		words := []string{strings.TrimPrefix(strings.Replace(shape[1], "fdata", "f", 1), "f")}
		for _, found := range pathShape.FindAllStringSubmatch(line, -1) {
			name, err := filepath.Rel(dir, found[1]+found[2])
			if err != nil || strings.HasPrefix(name, "..") {
				continue
			}
			if strings.HasPrefix(name, ".communique-") {
				name = "temp"
			}
			words = append(words, name)
		}
		all = append(all, strings.Join(words, " "))
	}
	return all
}
