//go:build linux

package clipboard

import (
	"errors"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
)

// screen starts an X server in memory and returns what xclip answers there.
func screen(t *testing.T) func(args ...string) (string, error) {
	t.Helper()
	xclip, _ := mortal(t)
	return xclip
}

// mortal is a screen that a test may end.
func mortal(t *testing.T) (xclip func(args ...string) (string, error), end func()) {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	xvfb := exec.Command("Xvfb", "-displayfd", "3", "-noreset", "-nolisten", "tcp")
	xvfb.ExtraFiles = []*os.File{write}
	if err := xvfb.Start(); err != nil {
		t.Fatalf("start Xvfb (make test installs it): %v", err)
	}
	end = func() {
		_ = xvfb.Process.Kill()
		_ = xvfb.Wait()
	}
	t.Cleanup(end)
	_ = write.Close()
	number := make([]byte, 16)
	n, err := read.Read(number)
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("DISPLAY", ":"+strings.TrimSpace(string(number[:n])))
	return func(args ...string) (string, error) {
		out, err := exec.Command("xclip", append([]string{"-selection", "clipboard"}, args...)...).Output()
		return string(out), err
	}, end
}

func spawn(f func()) { go f() }

// TestOffer asks for what is offered as another program does.
func TestOffer(t *testing.T) {
	xclip := screen(t)
	if err := Offer("первый", "<p>первый</p>", spawn); err != nil {
		t.Fatal(err)
	}
	const text, html = "Да —\nнет", "<p>Да — <b>нет</b></p>"
	if err := Offer(text, html, spawn); err != nil { // takes the place of the first
		t.Fatal(err)
	}
	for kind, want := range map[string]string{"UTF8_STRING": text, "text/plain;charset=utf-8": text, "text/html": html} {
		if got, err := xclip("-out", "-target", kind); got != want {
			t.Errorf("%s: got %q, %v", kind, got, err)
		}
	}
	kinds, err := xclip("-out", "-target", "TARGETS")
	if want := []string{"TARGETS", "text/html", "UTF8_STRING", "text/plain;charset=utf-8"}; !slices.Equal(strings.Fields(kinds), want) {
		t.Errorf("kinds %q, %v", kinds, err)
	}
	if got, err := xclip("-out", "-target", "image/png"); err == nil {
		t.Errorf("a picture nobody offered: %q", got)
	}
	large := strings.Repeat("щ", 50_000) // more than one answer of an old server
	if err := Offer(large, "<p>", spawn); err != nil {
		t.Fatal(err)
	}
	if err := Offer("одни слова", "", spawn); !errors.Is(err, ErrUnsupported) {
		t.Errorf("words alone: %v", err)
	}
	if got, err := xclip("-out", "-target", "UTF8_STRING"); got != large {
		t.Errorf("%d bytes of %d, %v", len(got), len(large), err)
	}
}

// TestAnswersEnd: what answers ends once another has something to offer, and with the
// screen; it holds a connection and would go round for ever.
func TestAnswersEnd(t *testing.T) {
	xclip, end := mortal(t)
	ended := make(chan string, 2)
	noted := func(name string) func(func()) {
		return func(serve func()) { go func() { serve(); ended <- name }() }
	}
	wait := func(want string) {
		t.Helper()
		select {
		case got := <-ended:
			if got != want {
				t.Errorf("%s has ended, not %s", got, want)
			}
		case <-time.After(20 * time.Second):
			t.Fatalf("%s goes on", want)
		}
	}
	if err := Offer("первый", "<p>", noted("the first")); err != nil {
		t.Fatal(err)
	}
	if err := Offer("второй", "<p>", noted("the second")); err != nil {
		t.Fatal(err)
	}
	wait("the first")
	if got, err := xclip("-out"); got != "второй" {
		t.Errorf("got %q, %v", got, err)
	}
	end()
	wait("the second")
}

// Where two forms cannot be offered, nothing is: the caller gives the one form.
func TestOfferUnsupported(t *testing.T) {
	t.Setenv("DISPLAY", ":96789")
	for name, text := range map[string]string{"no screen": "да", "too large": strings.Repeat("x", largest)} {
		if err := Offer(text, "<p>", spawn); !errors.Is(err, ErrUnsupported) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// The largest text that is offered is taken, one byte more is not.
func TestLargest(t *testing.T) {
	xclip := screen(t)
	text := strings.Repeat("x", largest-1)
	if err := Offer(text, "yz", spawn); !errors.Is(err, ErrUnsupported) {
		t.Errorf("got %v", err)
	}
	if err := Offer(text, "y", spawn); err != nil {
		t.Fatal(err)
	}
	if got, err := xclip("-out", "-target", "UTF8_STRING"); got != text {
		t.Errorf("%d bytes of %d, %v", len(got), len(text), err)
	}
}
