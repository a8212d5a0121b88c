//go:build linux

package messagebox

import (
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// hands are those of a person at an X server in memory.
type hands struct {
	conn *xgb.Conn
	root xproto.Window
	end  func()          // the screen
	news <-chan struct{} // of windows
}

func newHands(t *testing.T) *hands {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	xvfb := exec.Command("Xvfb", "-displayfd", "3", "-noreset", "-nolisten", "tcp", "-screen", "0", "900x700x24")
	xvfb.ExtraFiles = []*os.File{write}
	if err := xvfb.Start(); err != nil {
		t.Fatalf("start Xvfb (make test installs it): %v", err)
	}
	end := func() { _ = xvfb.Process.Kill(); _ = xvfb.Wait() }
	t.Cleanup(end)
	_ = write.Close()
	number := make([]byte, 16)
	n, err := read.Read(number)
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("DISPLAY", ":"+strings.TrimSpace(string(number[:n])))
	conn, err := xgb.NewConn()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(conn.Close)
	root := xproto.Setup(conn).DefaultScreen(conn).Root
	if err := xproto.ChangeWindowAttributesChecked(conn, root, xproto.CwEventMask, []uint32{xproto.EventMaskSubstructureNotify}).Check(); err != nil {
		t.Fatal(err)
	}
	news := make(chan struct{}, 1)
	go func() {
		for {
			event, err := conn.WaitForEvent()
			if event == nil && err == nil {
				return // the screen is gone
			}
			select {
			case news <- struct{}{}:
			default: // there is word of it already
			}
		}
	}()
	return &hands{conn, root, end, news}
}

func (h *hands) atom(t *testing.T, name string) xproto.Atom {
	t.Helper()
	reply, err := xproto.InternAtom(h.conn, false, uint16(len(name)), name).Reply() //nolint:gosec // a short name
	if err != nil {
		t.Fatal(err)
	}
	return reply.Atom
}

// patience is how long a busy machine may take.
const patience = time.Minute

// find waits for the window of a title that is on the screen.
func (h *hands) find(t *testing.T, title string) xproto.Window {
	t.Helper()
	name := h.atom(t, "_NET_WM_NAME")
	for late := time.After(patience); ; {
		tree, err := xproto.QueryTree(h.conn, h.root).Reply()
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range tree.Children {
			said, err := xproto.GetProperty(h.conn, false, w, name, xproto.GetPropertyTypeAny, 0, 1000).Reply()
			seen, seenErr := xproto.GetWindowAttributes(h.conn, w).Reply()
			if err == nil && seenErr == nil && string(said.Value) == title && seen.MapState == xproto.MapStateViewable {
				return w
			}
		}
		select {
		case <-h.news:
		case <-late:
			t.Fatalf("no window %q", title)
		}
	}
}

// key is the code of a key by its keysym.
func (h *hands) key(t *testing.T, sym xproto.Keysym) xproto.Keycode {
	t.Helper()
	setup := xproto.Setup(h.conn)
	reply, err := xproto.GetKeyboardMapping(h.conn, setup.MinKeycode, byte(setup.MaxKeycode-setup.MinKeycode+1)).Reply()
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(reply.Keysyms); i += int(reply.KeysymsPerKeycode) {
		if reply.Keysyms[i] == sym {
			return setup.MinKeycode + xproto.Keycode(i/int(reply.KeysymsPerKeycode)) //nolint:gosec // as many as there are keys
		}
	}
	t.Fatalf("no key for %x", sym)
	return 0
}

func (h *hands) send(t *testing.T, w xproto.Window, event xgb.Event) {
	t.Helper()
	if err := xproto.SendEventChecked(h.conn, false, w, xproto.EventMaskNoEvent, string(event.Bytes())).Check(); err != nil {
		t.Fatal(err)
	}
}

// TestTheMessageIsClosed by the keys that mean yes or no, by its button and by the window's
// cross, and by nothing else.
func TestTheMessageIsClosed(t *testing.T) {
	const title, text, button = "Сообщение", "Окно открыть нельзя: нет OpenGL.", "Закрыть"
	f, err := newFace()
	if err != nil {
		t.Fatal(err)
	}
	_, place := f.paint(text, button)
	h := newHands(t)
	press := func(sym xproto.Keysym) func(*testing.T, *hands, xproto.Window) {
		return func(t *testing.T, h *hands, w xproto.Window) {
			h.send(t, w, xproto.KeyPressEvent{Detail: h.key(t, sym), Root: h.root, Event: w})
		}
	}
	click := func(x, y int) func(*testing.T, *hands, xproto.Window) {
		return func(t *testing.T, h *hands, w xproto.Window) {
			h.send(t, w, xproto.ButtonReleaseEvent{Detail: 1, Root: h.root, Event: w, EventX: int16(x), EventY: int16(y)}) //nolint:gosec // in a small window
		}
	}
	message := func(name string) func(*testing.T, *hands, xproto.Window) {
		return func(t *testing.T, h *hands, w xproto.Window) {
			h.send(t, w, xproto.ClientMessageEvent{Format: 32, Window: w, Type: h.atom(t, "WM_PROTOCOLS"), Data: xproto.ClientMessageDataUnionData32New([]uint32{uint32(h.atom(t, name)), 0, 0, 0, 0})})
		}
	}
	for name, c := range map[string]struct {
		nothing, closes func(*testing.T, *hands, xproto.Window)
	}{
		"Enter":      {press('a'), press(0xff0d)},
		"Escape":     {press(0xff09), press(0xff1b)}, // not by Tab
		"Space":      {press('x'), press(0x20)},
		"the button": {click(place.Min.X-1, place.Min.Y), click(place.Min.X, place.Min.Y)},
		"its corner": {click(place.Max.X, place.Max.Y), click(place.Max.X-1, place.Max.Y-1)},
		"the cross":  {message("WM_TAKE_FOCUS"), message("WM_DELETE_WINDOW")},
	} {
		t.Run(name, func(t *testing.T) {
			title := title + ", " + name
			shown := make(chan error, 1)
			go func() { shown <- Show(title, text, button) }()
			w := h.find(t, title)
			c.nothing(t, h, w)
			attributes, err := xproto.GetWindowAttributes(h.conn, w).Reply() // after what was sent
			if err != nil || attributes.MapState != xproto.MapStateViewable {
				t.Fatalf("it has gone: %v", err)
			}
			select {
			case err := <-shown:
				t.Fatalf("what means nothing closed it: %v", err)
			case <-time.After(50 * time.Millisecond): // what it does not do shows in time only
			}
			c.closes(t, h, w)
			select {
			case err := <-shown:
				if err != nil {
					t.Errorf("closed with %v", err)
				}
			case <-time.After(patience):
				t.Fatal("it stays")
			}
		})
	}
}

// TestTheMessageEndsWithTheScreen, and does not go round for ever.
func TestTheMessageEndsWithTheScreen(t *testing.T) {
	h := newHands(t)
	shown := make(chan error, 1)
	go func() { shown <- Show("Сообщение", "Текст", "Закрыть") }()
	h.find(t, "Сообщение")
	h.end()
	select {
	case err := <-shown:
		if err != nil {
			t.Errorf("ended with %v", err)
		}
	case <-time.After(patience):
		t.Fatal("it goes on")
	}
}

// TestTheMessageIsDrawn as it was painted, in the middle of the screen.
func TestTheMessageIsDrawn(t *testing.T) {
	const title = "Сообщение"
	text := strings.Repeat("Окно открыть нельзя. ", 8) // several strips high
	h := newHands(t)
	go func() { _ = Show(title, text, "Закрыть") }()
	w := h.find(t, title)
	f, err := newFace()
	if err != nil {
		t.Fatal(err)
	}
	want, _ := f.paint(text, "Закрыть")
	size := want.Rect.Size()
	at, err := xproto.GetGeometry(h.conn, xproto.Drawable(w)).Reply()
	if err != nil || int(at.Width) != size.X || int(at.Height) != size.Y || int(at.X) != (900-size.X)/2 || int(at.Y) != (700-size.Y)/2 {
		t.Fatalf("it stands at %+v, %v", at, err)
	}
	for deadline := time.Now().Add(patience); ; {
		drawn, err := xproto.GetImage(h.conn, xproto.ImageFormatZPixmap, xproto.Drawable(w), 0, 0, at.Width, at.Height, 0xffffffff).Reply()
		if err != nil {
			t.Fatal(err)
		}
		differ := 0
		for i := 0; i < len(drawn.Data); i += 4 {
			p := want.Pix[i : i+3]
			if d := drawn.Data[i : i+3]; d[0] != p[2] || d[1] != p[1] || d[2] != p[0] {
				differ++
			}
		}
		if differ == 0 {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("%d dots are drawn otherwise", differ)
		}
		<-time.After(20 * time.Millisecond) // nobody tells that it was drawn
	}
}

func TestNoScreen(t *testing.T) {
	for _, display := range []string{"", ":96789"} {
		t.Setenv("DISPLAY", display)
		if err := Show("а", "б", "в"); !errors.Is(err, ErrUnsupported) {
			t.Errorf("on %q: %v", display, err)
		}
	}
}
