package export_test

import (
	"context"
	"flag"
	"fmt"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/export"
	"communique/export/exporttest"
)

const killedIn = "COMMUNIQUE_KILLED_IN" // names the folder that the child packs into

const packages = 40

var rounds = flag.Int("rounds", 12, "how often an export of packages is killed, and how often the disk is full")

// packing are the jobs of an export that is killed.
func packing(dir string) iter.Seq[export.Job] {
	return func(yield func(export.Job) bool) {
		for i := range packages {
			r := exporttest.Release(uint64(i), 400)
			job := export.Job{Release: r, Target: filepath.Join(dir, fmt.Sprintf("package-%02d", i)), Forms: []export.Form{export.PDF, export.DOCX, export.Text, export.HTML}, Package: true}
			if !yield(job) {
				return
			}
		}
	}
}

// TestKilled kills an export of packages in the middle, many times. What it left is taken
// away by the next one, which leaves each package that is whole, and makes the others.
func TestKilled(t *testing.T) {
	if dir := os.Getenv(killedIn); dir != "" {
		_ = export.Run(context.Background(), office(t), packing(dir), func([]export.Result) {})
		return
	}
	left := 0
	for round := range *rounds {
		dir := t.TempDir()
		child := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		child.Env = append(os.Environ(), killedIn+"="+dir)
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		for whole, _ := listed(t, dir); whole < round*3%packages; whole, _ = listed(t, dir) {
			time.Sleep(time.Millisecond)
		}
		for _, hidden := listed(t, dir); hidden == 0; _, hidden = listed(t, dir) {
			if whole, _ := listed(t, dir); whole == packages {
				break
			}
		}
		_ = child.Process.Kill()
		_ = child.Wait()
		whole, hidden := listed(t, dir)
		left += hidden
		same, made := 0, 0
		if err := export.Run(context.Background(), office(t), packing(dir), func(results []export.Result) {
			switch r := results[0]; {
			case r.Err != nil:
				t.Errorf("round %d: %s: %v", round, r.Path, r.Err)
			case r.Same:
				same++
			default:
				made++
			}
		}); err != nil {
			t.Fatal(err)
		}
		if same != whole || same+made != packages {
			t.Errorf("round %d: %d were whole, %d are the same, %d made", round, whole, same, made)
		}
		if whole, hidden := listed(t, dir); whole != packages || hidden > 0 {
			t.Errorf("round %d: %d packages, %d left", round, whole, hidden)
		}
	}
	if left == 0 {
		t.Error("no child was killed in the middle")
	}
}

// listed counts the packages of a folder, and what is hidden beside them.
func listed(t *testing.T, dir string) (whole, hidden int) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			hidden++
		} else {
			whole++
		}
	}
	return whole, hidden
}

// TestOnlyTheVerySamePackageIsLeft: another text, a file that was changed or lost, and a
// folder of something else are told as before.
func TestOnlyTheVerySamePackageIsLeft(t *testing.T) {
	for name, tt := range map[string]struct {
		spoil func(dir string) error
		same  bool
	}{
		"untouched":          {func(string) error { return nil }, true},
		"another file there": {func(dir string) error { return os.WriteFile(filepath.Join(dir, "note.txt"), nil, 0o600) }, true},
		"a file changed":     {func(dir string) error { return os.WriteFile(onlyText(t, dir), []byte("x"), 0o600) }, false},
		"a file lost":        {func(dir string) error { return os.Remove(onlyText(t, dir)) }, false},
		"no list":            {func(dir string) error { return os.Remove(filepath.Join(dir, export.ContentsName)) }, false},
	} {
		dir := filepath.Join(t.TempDir(), "package")
		job := export.Job{Release: exporttest.Release(1, 300), Target: dir, Forms: []export.Form{export.Text}, Package: true}
		run := func() (result export.Result) {
			if err := export.Run(context.Background(), office(t), func(yield func(export.Job) bool) { yield(job) }, func(r []export.Result) { result = r[0] }); err != nil {
				t.Fatal(err)
			}
			return result
		}
		if r := run(); r.Err != nil || r.Same {
			t.Fatalf("%s: %+v", name, r)
		}
		if err := tt.spoil(dir); err != nil {
			t.Fatal(err)
		}
		if r := run(); r.Same != tt.same || (r.Err == nil) != tt.same {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// onlyText is the one text of a package.
func onlyText(t *testing.T, dir string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(found) != 1 {
		t.Fatalf("%q, %v", found, err)
	}
	return found[0]
}
