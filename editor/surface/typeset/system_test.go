package typeset

import (
	"testing"
	"time"
)

// Faces of the system come when they were read, and only those that have the letter.
func TestSystemFaces(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	ready, found := make(chan func(), 1), false
	faces := SystemFaces(func(f func()) { go f() }, func(f func()) { ready <- f }, func() { found = true })
	if faces('ש') != nil {
		t.Fatal("there is a face before the fonts were read")
	}
	select {
	case f := <-ready:
		f()
	case <-time.After(time.Minute):
		t.Skip("this system has no fonts that can be read")
	}
	if !found {
		t.Error("nobody is told that there are faces")
	}
	for _, r := range "ש漢\U000F1234" {
		if face := faces(r); face != nil && !has(face, r) {
			t.Errorf("the face for %U lacks it", r)
		}
	}
	if faces('\U000F1234') != nil {
		t.Error("there is a face for a letter that no face has")
	}
}
