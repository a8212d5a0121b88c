//go:build linux

package clipboard

import (
	"context"
	"errors"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// give has another program put something on the clipboard, and waits until it is there:
// that program returns before.
func give(t *testing.T, xclip func(args ...string) (string, error), form, data string) {
	t.Helper()
	cmd := exec.Command("xclip", "-selection", "clipboard", "-target", form, "-in")
	cmd.Stdin = strings.NewReader(data)
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(20 * time.Second); ; {
		if got, _ := xclip("-out", "-target", form); got == data {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%s is not offered", form)
		}
	}
}

func TestRead(t *testing.T) {
	xclip := screen(t)
	large := "<p>" + strings.Repeat("щ", 700_000) + "</p>" // comes piece by piece
	for name, c := range map[string]struct {
		form, data string
		want       Contents
	}{
		"HTML":            {"text/html", "<p>Да — <b>нет</b></p>", Contents{HTML: "<p>Да — <b>нет</b></p>"}},
		"HTML with a NUL": {"text/html", "<p>\x00", Contents{HTML: "<p>"}},
		"much":            {"text/html", large, Contents{HTML: large}},
		"text":            {"UTF8_STRING", "Да —\nнет", Contents{Text: "Да —\nнет"}},
		"a picture":       {"image/png", "\x89PNG", Contents{Picture: []byte("\x89PNG")}},
		"something else":  {"application/x-thing", "?", Contents{}},
	} {
		t.Run(name, func(t *testing.T) {
			give(t, xclip, c.form, c.data)
			got, err := Read(context.Background())
			if err != nil || got.HTML != c.want.HTML || got.Text != c.want.Text || string(got.Picture) != string(c.want.Picture) {
				t.Errorf("got %d bytes of HTML, %q, %q, %v", len(got.HTML), got.Text, got.Picture, err)
			}
		})
	}
}

func TestUnicodeOf(t *testing.T) {
	for given, want := range map[string]string{
		"\xff\xfe<\x00p\x00>\x00\x14\x04": "<p>Д", "\xff\xfe<\x00p": "<", "<p>Да": "<p>Да", "<p>\x00": "<p>", "": "",
	} {
		if got := unicodeOf([]byte(given)); got != want {
			t.Errorf("%q: got %q", given, got)
		}
	}
}

// TestReadWhatIsOffered reads what this very program offers.
func TestReadWhatIsOffered(t *testing.T) {
	screen(t)
	if got, err := Read(context.Background()); err != nil || got.Text != "" || got.HTML != "" {
		t.Errorf("an empty clipboard: %+v, %v", got, err)
	}
	if err := Offer("Да", "<p>Да</p>", spawn); err != nil {
		t.Fatal(err)
	}
	if got, err := Read(context.Background()); err != nil || got.Text != "Да" || got.HTML != "<p>Да</p>" {
		t.Errorf("got %+v, %v", got, err)
	}
}

// TestReadFromAProgramThatDoesNotAnswer gives up when it is told to.
func TestReadFromAProgramThatDoesNotAnswer(t *testing.T) {
	screen(t)
	if err := Offer("Да", "<p>Да</p>", func(func()) {}); err != nil { // nobody serves it
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := Read(ctx); !errors.Is(err, ErrHeld) {
		t.Errorf("got %v", err)
	}
}

func TestReadWithoutAScreen(t *testing.T) {
	t.Setenv("DISPLAY", ":96789")
	if _, err := Read(context.Background()); !errors.Is(err, ErrUnsupported) {
		t.Errorf("got %v", err)
	}
}
