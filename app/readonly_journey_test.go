package app_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestJourneyALibraryThatMayOnlyBeRead opens a library that nobody may write to: it is listed,
// searched, opened and exported; what is typed changes nothing, no command writes, and nothing is
// laid beside it.
func TestJourneyALibraryThatMayOnlyBeRead(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.communique("import", d.oldReleases())
	folder := filepath.Join(d.home, "data", "communique")
	before := forbidden(t, folder)
	stored := string(d.communique("show", d.found("учения")))
	window := d.open()
	d.wait("the notice", func() bool { return !d.white(940, 710) }) // its cross
	d.look("readonly")
	d.openFound("учения", drillHeadline)
	d.keys("ctrl+t", "ctrl+End")
	d.write("Слово")
	d.keys("ctrl+n") // a new release
	d.keys("ctrl+shift+n")
	d.opened(drillHeadline)
	exported := t.TempDir()
	d.communique("export", d.found("учения"), "--to", "pdf", "-o", exported)
	if pdf := names(t, exported); len(pdf) != 1 || filepath.Ext(pdf[0]) != ".pdf" {
		t.Errorf("exported %v", pdf)
	}
	for _, args := range [][]string{
		{"import", filepath.Join(d.oldReleases()), "--save"}, {"trash", d.found("учения")}, {"care"}, {"new", "--template", "statement", "--save"},
	} {
		c := exec.Command(binary, args...)
		c.Env = d.env
		out, err := c.CombinedOutput()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 1 || !strings.Contains(string(out), "доступна только для чтения") {
			t.Errorf("%v: %v: %s", args, err, out)
		}
	}
	if now := string(d.communique("show", d.found("учения"))); now != stored {
		t.Errorf("%s\nbecame\n%s", stored, now)
	}
	d.leaves(window)
	if after := names(t, folder); !slices.Equal(after, before) {
		t.Errorf("%v became %v", before, after)
	}
}

// forbidden takes the right to write to a folder and its files away, and returns their names.
func forbidden(t *testing.T, folder string) []string {
	t.Helper()
	before := names(t, folder)
	var paths []string
	for _, name := range before {
		paths = append(paths, filepath.Join(folder, name))
	}
	if os.Getuid() != 0 {
		for _, path := range paths {
			if err := os.Chmod(path, 0o500); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.Chmod(folder, 0o500); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(folder, 0o700) })
		return before
	}
	paths = append(paths, folder)
	if out, err := exec.Command("chattr", append([]string{"+i"}, paths...)...).CombinedOutput(); err != nil {
		t.Skipf("root cannot be kept from writing here: %v: %s", err, out)
	}
	t.Cleanup(func() { _ = exec.Command("chattr", append([]string{"-i"}, paths...)...).Run() })
	return before
}

// names are the names of the files in a folder.
func names(t *testing.T, folder string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}
