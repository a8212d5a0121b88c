package controlstest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Golden compares what a screen says with a file in testdata. A screen may still be
// changing: next does what waits for the UI goroutine, or returns false where
// nothing comes within a time; nil is for screens on which nothing comes later.
func Golden(t testing.TB, name string, screen func() string, next func(within time.Duration) bool) {
	t.Helper()
	path := filepath.Join("testdata", strings.NewReplacer(", ", "-", " ", "-").Replace(name)+".txt")
	kept, err := os.ReadFile(path) //nolint:gosec // G304: a golden file, named by the test that calls
	if err != nil && !*update {
		t.Fatalf("%v: see what the screen says, and write it with -update", err)
	}
	settled, end := 10*time.Second, time.Now().Add(20*time.Second)
	if *update {
		settled, end = time.Second, time.Now().Add(3*time.Second)
	}
	got := screen()
	for (*update || got != string(kept)) && next != nil && time.Now().Before(end) && next(settled) {
		got = screen()
	}
	switch {
	case got == string(kept):
	case *update:
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	default:
		t.Fatalf("%s:\n%s", path, difference(string(kept), got))
	}
}

// difference shows the lines from the first one on that is not the same.
func difference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	n := 0
	for n < min(len(w), len(g)) && w[n] == g[n] {
		n++
	}
	return "wanted:\n" + strings.Join(w[n:], "\n") + "\nis:\n" + strings.Join(g[n:], "\n")
}
