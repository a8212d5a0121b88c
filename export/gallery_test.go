package export

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"runtime"
	"testing"
	"time"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/picture"
	"communique/export/style"
)

// illustrated shows pictures of several sizes, some to be turned or shrunk for both sizes.
func illustrated() (release.Release, map[string][]byte) {
	r := exporttest.Release(1, exporttest.OnePage)
	files := map[string][]byte{}
	for i, file := range [][]byte{
		exporttest.Photograph(90, 60, 1), exporttest.Photograph(90, 60, 6), exporttest.Photograph(1400, 90, 1),
		exporttest.Photograph(2100, 80, 8), exporttest.Photograph(90, 60, 3),
	} {
		hash := fmt.Sprintf("%064x", i+1)
		files[hash] = file
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Picture, Picture: hash, Text: "Снимок"})
	}
	r.Blocks = release.Numbered(r.Blocks)
	return r, files
}

// TestSideBySide: forms that are made together have the bytes that each has alone, each
// picture is read once, and what was taken of the limits is given back.
func TestSideBySide(t *testing.T) {
	r, files := illustrated()
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	o := Office{Style: plain, Pictures: func(hash string) ([]byte, error) {
		asked++ // the office is asked by one goroutine at a time
		return files[hash], nil
	}}
	together := make([]Copy, len(Forms()))
	press := NewPress(o)
	press.Each(Forms(), func(i int, c Copy, err error) {
		if together[i] = c; err != nil {
			t.Error(Forms()[i], err)
		}
	}, r)
	if asked != len(files) {
		t.Errorf("%d pictures were asked for %d times", len(files), asked)
	}
	for i, form := range Forms() {
		alone, err := NewPress(o).Print(form, r)
		if err != nil || !bytes.Equal(alone.Data, together[i].Data) {
			t.Errorf("%s is another one alone, %v", form, err)
		}
	}
	free(t, "all well", press)
}

// TestTheLimitsAreGivenBack whatever comes of a picture.
func TestTheLimitsAreGivenBack(t *testing.T) {
	r, files := illustrated()
	gone := errors.New("gone")
	for name, pictures := range map[string]func(string) ([]byte, error){
		"gone": func(string) ([]byte, error) { return nil, gone }, "no picture": func(string) ([]byte, error) { return []byte("снимок"), nil },
		"broken off": func(hash string) ([]byte, error) { return files[hash][:len(files[hash])/2], nil },
	} {
		press := NewPress(Office{Pictures: pictures})
		for range 3 { // a press is used on after a release that could not be written
			if _, err := press.Print(HTML, r); err == nil {
				t.Error(name, "was written")
			}
		}
		free(t, name, press)
	}
}

// TestAPictureThatIsThereAgain is asked for anew by the press that could not have it.
func TestAPictureThatIsThereAgain(t *testing.T) {
	r, files := illustrated()
	there := false
	press := NewPress(Office{Pictures: func(hash string) ([]byte, error) {
		if !there {
			return nil, errors.New("gone")
		}
		return files[hash], nil
	}})
	if _, err := press.Print(HTML, r); err == nil {
		t.Error("written without its pictures")
	}
	there = true
	if _, err := press.Print(HTML, r); err != nil {
		t.Error(err)
	}
}

// TestNoMoreMemoryThanThereIs: what needs none goes on while others have it all; what
// needs more than all of it waits for no more than that.
func TestNoMoreMemoryThanThereIs(t *testing.T) {
	press := NewPress(Office{Pictures: func(string) ([]byte, error) { return exporttest.Photograph(90, 60, 1), nil }})
	if !press.limits.memory.TryAcquire(atOnce) {
		t.Fatal("a fresh press has no memory")
	}
	s, finish, err := press.open("a", picture.Screen)
	if err != nil || s.Memory(picture.Screen) != 0 {
		t.Errorf("%v", err)
	}
	finish()
	press.limits.memory.Release(atOnce)
	_, finish, err = press.open("a", 40)
	if err != nil || press.limits.memory.TryAcquire(atOnce) {
		t.Errorf("a picture is shrunk in no memory, %v", err)
	}
	finish()
	free(t, "at the end", press)
}

// free asks that all is given back, if not at once: the last size is shown before that.
func free(t *testing.T, name string, p *Press) {
	t.Helper()
	soon, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	if err := errors.Join(p.limits.memory.Acquire(soon, atOnce), p.limits.cores.Acquire(soon, int64(runtime.GOMAXPROCS(0)))); err != nil {
		t.Errorf("%s: the limits were not given back", name)
	}
}
