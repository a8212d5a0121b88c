package clipboard

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

const holdsIn = "COMMUNIQUE_CLIPBOARD_HOLDS"

// TestMain is another program that holds the clipboard until its input ends, where a test asks
// for one.
func TestMain(m *testing.M) {
	if os.Getenv(holdsIn) == "" {
		os.Exit(m.Run())
	}
	window, _, _ := user32.NewProc("GetDesktopWindow").Call() // held for no window, wine has it open for anybody
	if ok, _, err := openClipboard.Call(window); ok == 0 {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("held")
	_, _ = io.Copy(io.Discard, os.Stdin)
	_, _, _ = closeClipboard.Call()
}

// held has another program hold the clipboard until it is let go.
func held(t *testing.T) (letGo func()) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), holdsIn+"=1")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); strings.TrimSpace(line) != "held" {
		t.Fatalf("not held: %q, %v", line, err)
	}
	return func() {
		_ = in.Close()
		_ = cmd.Wait()
	}
}

func puts(html string) error {
	return Offer("Встреча\nв Пробном", html, func(f func()) { go f() })
}

// lies puts words on the clipboard, and beside them data in a form of its own.
func lies(t *testing.T, html string, format uintptr, data []byte) {
	t.Helper()
	if err := puts(html); err != nil {
		t.Fatal(err)
	}
	if err := open(); err != nil {
		t.Fatal(err)
	}
	defer func() { _, _, _ = closeClipboard.Call() }()
	if err := set(format, data); err != nil {
		t.Fatal(err)
	}
}

// TestOffered: words come back with their HTML, and alone; nothing of before stays beside them.
func TestOffered(t *testing.T) {
	for _, html := range []string{"<p>Встреча</p>", ""} {
		if err := puts(html); err != nil {
			t.Fatal(err)
		}
		got, err := Read(t.Context())
		if err != nil || got.Text != "Встреча\r\nв Пробном" || !strings.Contains(got.HTML, html) || html == "" && got.HTML != "" {
			t.Errorf("got %+v, %v", got, err)
		}
	}
}

// TestOfferedToOthers: a page lies there as other programs look for it, with its header and an
// end.
func TestOfferedToOthers(t *testing.T) {
	const html = "<p>Встреча</p>"
	if err := puts(html); err != nil {
		t.Fatal(err)
	}
	if err := open(); err != nil {
		t.Fatal(err)
	}
	defer func() { _, _, _ = closeClipboard.Call() }()
	if got, err := named("HTML Format"); err != nil || !strings.HasPrefix(string(got), described(html)+"\x00") {
		t.Errorf("%q, %v", got, err)
	}
}

// TestReadTooMuch leaves a form that is too long.
func TestReadTooMuch(t *testing.T) {
	format, err := registered("HTML Format")
	if err != nil {
		t.Fatal(err)
	}
	lies(t, "", format, bytes.Repeat([]byte("x"), mostBytes+1))
	if got, err := Read(t.Context()); !errors.Is(err, ErrTooLarge) || got.HTML != "" {
		t.Errorf("%d bytes, %v", len(got.HTML), err)
	}
}

// TestAPNG is taken as it is, before the bitmap that lies beside it.
func TestAPNG(t *testing.T) {
	format, err := registered("PNG")
	if err != nil {
		t.Fatal(err)
	}
	const png = "\x89PNG\r\n\x1a\n and more"
	lies(t, "", format, []byte(png))
	if err := open(); err != nil {
		t.Fatal(err)
	}
	err = set(deviceIndependent, deep(drawn()))
	_, _, _ = closeClipboard.Call()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := Read(t.Context()); err != nil || !bytes.HasPrefix(got.Picture, []byte(png)) {
		t.Errorf("%q, %v", got.Picture, err)
	}
}

// TestPictures: a bitmap comes as a PNG, and beside a page only where that shows one.
func TestPictures(t *testing.T) {
	const shows = `<img src="https://example.org/a.png">`
	for html, wanted := range map[string]bool{"": true, shows: true, "<p>Встреча</p>": false} {
		lies(t, html, deviceIndependent, deep(drawn()))
		got, err := Read(t.Context())
		if err != nil || bytes.HasPrefix(got.Picture, []byte("\x89PNG")) != wanted || !strings.Contains(got.HTML, html) {
			t.Errorf("%q: %+v, %v", html, got, err)
		}
	}
	if err := puts(""); err != nil {
		t.Fatal(err)
	}
	if got, err := Read(t.Context()); err != nil || got.Picture != nil {
		t.Errorf("no picture: %+v, %v", got, err)
	}
}

// TestFiles: what was copied in the Explorer comes as paths, where no page lies beside it.
func TestFiles(t *testing.T) {
	list := make([]byte, 20) // DROPFILES: where the paths begin, and that they are UTF-16
	list[0], list[16] = 20, 1
	for _, unit := range utf16.Encode([]rune("C:\\Снимки\\а б.png\x00D:\\c.jpg\x00\x00")) {
		list = append(list, byte(unit), byte(unit>>8)) //nolint:gosec // its halves
	}
	for html, want := range map[string][]string{"": {`C:\Снимки\а б.png`, `D:\c.jpg`}, "<p>Встреча</p>": nil} {
		lies(t, html, fileList, list)
		if got, err := Read(t.Context()); err != nil || !slices.Equal(got.Files, want) {
			t.Errorf("%q: %+v, %v", html, got, err)
		}
	}
}

// TestHeld: while another program holds the clipboard nothing is put there or read, which is
// said in bounded time; what is let go meanwhile is waited for.
func TestHeld(t *testing.T) {
	if err := puts("<p>Прежнее</p>"); err != nil {
		t.Fatal(err)
	}
	letGo := held(t)
	if err := puts(""); !errors.Is(err, ErrHeld) {
		t.Errorf("put: %v", err)
	}
	if got, err := Read(t.Context()); !errors.Is(err, ErrHeld) || got.Text != "" {
		t.Errorf("read: %+v, %v", got, err)
	}
	letGo()
	if got, err := Read(t.Context()); err != nil || !strings.Contains(got.HTML, "Прежнее") {
		t.Errorf("let go: %+v, %v", got, err)
	}
}

// TestLetGo asks again while the clipboard is held, until it is free.
func TestLetGo(t *testing.T) {
	times := 0
	err := openAfter(func() bool { times++; return times == 3 }, func(time.Duration) {})
	if err != nil || times != 3 {
		t.Errorf("%v after %d times", err, times)
	}
	times = 0
	var waited time.Duration
	err = openAfter(func() bool { times++; return false }, func(d time.Duration) { waited += d })
	if !errors.Is(err, ErrHeld) || waited < 400*time.Millisecond || waited > time.Second {
		t.Errorf("%v after %d times and %v", err, times, waited)
	}
}
