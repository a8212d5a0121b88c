package app_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestStrays runs the script that every change has to pass in a tree of its own, with
// a make that does in its place what tests may do to a tree.
func TestStrays(t *testing.T) {
	const noWine = "The tests under wine were not run, for no tag says that this commit is a release: make test-windows runs them."
	script, err := os.ReadFile("../.ci/run")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		tests  string // what the tests do
		status int
		names  string // what the script names
	}{
		"nothing":                      {"true", 0, noWine},
		"a file beside":                {"touch $TMPDIR/a.txt", 0, noWine},
		"a release":                    {"git tag v1", 0, ""},
		"a new file":                   {"touch a.txt", 1, "?? a.txt"},
		"a file in a new folder":       {"mkdir -p x/y && touch x/y/a.txt", 1, "?? x/y/a.txt"},
		"a file that Git ignores":      {"touch a.pdf", 1, "!! a.pdf"},
		"another file":                 {"echo more >>kept.txt", 1, " M kept.txt"},
		"a file that is gone":          {"rm kept.txt", 1, " D kept.txt"},
		"tests that fail, leaving one": {"touch a.txt; exit 3", 3, ""},
	} {
		t.Run(name, func(t *testing.T) {
			tree, bin, temp := t.TempDir(), t.TempDir(), t.TempDir()
			stub := "#!/bin/sh\n[ $1 = test ] || exit 0\n" + c.tests + "\n"
			for path, text := range map[string]string{
				filepath.Join(tree, ".ci", "run"): string(script), filepath.Join(tree, ".gitignore"): "*.pdf\n",
				filepath.Join(tree, "kept.txt"): "kept\n", filepath.Join(bin, "make"): stub,
			} {
				if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(path, []byte(text), 0o700); err != nil {
					t.Fatal(err)
				}
			}
			env := append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), "TMPDIR="+temp)
			run := func(name string, args ...string) (string, int) {
				cmd := exec.Command(name, args...)
				cmd.Dir, cmd.Env = tree, env
				out, _ := cmd.CombinedOutput()
				return string(out), cmd.ProcessState.ExitCode()
			}
			for _, args := range [][]string{{"init", "-q"}, {"add", "-A"}, {"-c", "user.name=t", "-c", "user.email=t@t.example", "commit", "-qm", "all"}} {
				if out, status := run("git", args...); status != 0 {
					t.Fatalf("git %v: %s", args, out)
				}
			}
			out, status := run(filepath.Join(tree, ".ci", "run"))
			if status != c.status || !strings.Contains(out, c.names) || c.status == 0 && strings.TrimSpace(out) != c.names {
				t.Errorf("status %d:\n%s", status, out)
			}
		})
	}
}
