package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestGatheredIsKept compares what is embedded with what the program is linked
// from on each system today.
func TestGatheredIsKept(t *testing.T) {
	root, err := projectRoot()
	if err != nil {
		t.Fatal(err)
	}
	want, err := gather(root)
	if err != nil {
		t.Fatal(err)
	}
	kept := os.DirFS(filepath.Join(root, "assets", "licences"))
	texts, err := fs.Glob(kept, "texts/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range texts {
		if _, ok := want[name]; !ok {
			t.Errorf("%s belongs to nothing any more: run make licences", name)
		}
	}
	for name, text := range want {
		if got, err := fs.ReadFile(kept, name); err != nil || !bytes.Equal(got, text) {
			t.Errorf("%s is not what the build links (%v): run make licences", name, err)
		}
	}
}
