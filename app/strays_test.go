package app_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// changeTree is a tree of its own that the script which every change has to pass runs in, with a make in whose
// place it does what tests may do to a tree.
type changeTree struct {
	t    *testing.T
	path string
	env  []string
}

func newChangeTree(t *testing.T, tests string) changeTree {
	t.Helper()
	script, err := os.ReadFile("../.ci/run")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	tree := changeTree{t, t.TempDir(), append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), "TMPDIR="+t.TempDir(), "LC_ALL=C")}
	tree.write(filepath.Join(tree.path, ".ci", "run"), string(script))
	tree.write(filepath.Join(tree.path, ".gitignore"), "*.pdf\n")
	tree.write(filepath.Join(tree.path, "kept.txt"), "kept\n")
	tree.write(filepath.Join(bin, "make"), "#!/bin/sh\n[ $1 = test-windows ] && echo wine\n[ $1 = test ] || exit 0\n"+tests+"\n")
	tree.git("init", "-q")
	tree.commit()
	return tree
}

func (tree changeTree) write(path, text string) {
	tree.t.Helper()
	err := os.MkdirAll(filepath.Dir(path), 0o700)
	if err == nil {
		err = os.WriteFile(path, []byte(text), 0o700)
	}
	if err != nil {
		tree.t.Fatal(err)
	}
}

func (tree changeTree) run(name string, args ...string) (string, int) {
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = tree.path, tree.env
	out, _ := cmd.CombinedOutput()
	return string(out), cmd.ProcessState.ExitCode()
}

func (tree changeTree) git(args ...string) {
	tree.t.Helper()
	if out, status := tree.run("git", args...); status != 0 {
		tree.t.Fatalf("git %v: %s", args, out)
	}
}

func (tree changeTree) commit() {
	tree.t.Helper()
	tree.git("add", "-A")
	tree.git("-c", "user.name=t", "-c", "user.email=t@t.example", "commit", "-qm", "all")
}

func (tree changeTree) script(args ...string) (string, int) {
	return tree.run(filepath.Join(tree.path, ".ci", "run"), args...)
}

// TestStrays: what the tests leave in the tree, or take out of it, is named.
func TestStrays(t *testing.T) {
	for name, c := range map[string]struct {
		tests  string // what the tests do
		status int
		names  string // what the script names
	}{
		"nothing":                      {"true", 0, ""},
		"a file beside":                {"touch $TMPDIR/a.txt", 0, ""},
		"a new file":                   {"touch a.txt", 1, "?? a.txt"},
		"a file in a new folder":       {"mkdir -p x/y && touch x/y/a.txt", 1, "?? x/y/a.txt"},
		"a file that Git ignores":      {"touch a.pdf", 1, "!! a.pdf"},
		"another file":                 {"echo more >>kept.txt", 1, " M kept.txt"},
		"a file that is gone":          {"rm kept.txt", 1, " D kept.txt"},
		"tests that fail, leaving one": {"touch a.txt; exit 3", 3, ""},
	} {
		t.Run(name, func(t *testing.T) {
			out, status := newChangeTree(t, c.tests).script()
			if status != c.status || !strings.Contains(out, c.names) || status == 0 && strings.Contains(out, "before and after") {
				t.Errorf("status %d:\n%s", status, out)
			}
		})
	}
}

// TestWhatIsForWindowsIsTried: a release is tried as Windows has it, and a change of what is for Windows alone; of
// any other change it is said that it was not.
func TestWhatIsForWindowsIsTried(t *testing.T) {
	const unchanged, unknown = "nothing that is for Windows alone has changed since", "is not known here"
	for name, c := range map[string]struct {
		changes []string // a file each, in commits of their own
		tag     bool
		args    []string
		tried   bool
		says    string
	}{
		"a release":                  {nil, true, nil, true, "a tag says that this commit is a release"},
		"the first commit":           {nil, false, nil, false, "HEAD^ " + unknown},
		"another file":               {[]string{"app/window.go"}, false, nil, false, unchanged + " HEAD^"},
		"a file of Windows":          {[]string{"app/clipboard/read_windows.go"}, false, nil, true, "have changed since HEAD^:\napp/clipboard/read_windows.go"},
		"its tests":                  {[]string{"app/console/console_windows_test.go"}, false, nil, true, "console_windows_test.go"},
		"its packages":               {[]string{"assets/packages/windows/communique.nsi"}, false, nil, true, "communique.nsi"},
		"how it is tried":            {[]string{".ci/wine"}, false, nil, true, ".ci/wine"},
		"one before the last":        {[]string{"a_windows.go", "b.go"}, false, nil, false, unchanged + " HEAD^"},
		"one since the commit named": {[]string{"a_windows.go", "b.go"}, false, []string{"HEAD~2"}, true, "have changed since HEAD~2:\na_windows.go"},
		"a commit that is not there": {[]string{"a_windows.go"}, false, []string{"v7"}, false, "v7 " + unknown},
		"a folder of that name":      {[]string{"windows/a.go"}, false, nil, false, unchanged},
	} {
		t.Run(name, func(t *testing.T) {
			tree := newChangeTree(t, "true")
			for _, path := range c.changes {
				tree.write(filepath.Join(tree.path, path), "new\n")
				tree.commit()
			}
			if c.tag {
				tree.git("tag", "v1")
			}
			out, status := tree.script(c.args...)
			if status != 0 || strings.HasSuffix(out, "wine\n") != c.tried || !strings.Contains(out, c.says) || strings.Contains(out, "were not run") == c.tried || strings.Contains(out, "fatal") {
				t.Errorf("status %d:\n%s", status, out)
			}
		})
	}
}
