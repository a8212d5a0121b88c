package app_test

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// hands press the keys and the mouse of an X screen as a person does: by where a
// key lies, whatever the layout makes of it.
type hands struct {
	conn *xgb.Conn
	root xproto.Window
	keys map[string]byte // codes by what is printed on an American keyboard
}

// keysyms are the keys that the hands know beside letters and digits, by the
// names that Fyne's shortcuts have for them (X11's keysymdef.h).
var keysyms = map[string]xproto.Keysym{
	"Escape": 0xff1b, "Return": 0xff0d, "Tab": 0xff09, "BackSpace": 0xff08, "Delete": 0xffff, "Space": ' ',
	"Up": 0xff52, "Down": 0xff54, "Left": 0xff51, "Right": 0xff53, "Home": 0xff50, "End": 0xff57, "Prior": 0xff55, "Next": 0xff56,
	"Ctrl": 0xffe3, "RightCtrl": 0xffe4, "Shift": 0xffe1, "Alt": 0xffe9, "F1": 0xffbe,
	"F3": 0xffc0, "F4": 0xffc1, "F6": 0xffc3, "F8": 0xffc5, "F9": 0xffc6, "F10": 0xffc7, "F11": 0xffc8,
	",": ',', ".": '.', "/": '/', "-": '-', "=": '=', ";": ';', "[": '[', "]": ']',
}

// newHands learns where the keys lie; the American layout must be on.
func newHands(display string) (*hands, error) {
	conn, err := xgb.NewConnDisplay(display)
	if err != nil {
		return nil, err
	}
	if err := xtest.Init(conn); err != nil {
		return nil, err
	}
	setup := xproto.Setup(conn)
	h := &hands{conn: conn, root: setup.DefaultScreen(conn).Root, keys: map[string]byte{}}
	count := byte(setup.MaxKeycode-setup.MinKeycode) + 1
	all, err := xproto.GetKeyboardMapping(conn, setup.MinKeycode, count).Reply()
	if err != nil {
		return nil, err
	}
	where := map[xproto.Keysym]byte{}
	for i := range int(count) {
		code := byte(int(setup.MinKeycode) + i) //nolint:gosec // codes of keys fit a byte
		if sym := all.Keysyms[i*int(all.KeysymsPerKeycode)]; where[sym] == 0 {
			where[sym] = code
		}
	}
	for name, sym := range keysyms {
		h.keys[name] = where[sym]
	}
	for _, r := range "abcdefghijklmnopqrstuvwxyz0123456789" {
		h.keys[strings.ToUpper(string(r))] = where[xproto.Keysym(r)] //nolint:gosec // Latin letters and digits
	}
	return h, nil
}

// press presses keys together and lets go of them in the other order: "Ctrl",
// "Shift", "F".
func (h *hands) press(names ...string) error {
	for _, name := range names {
		if h.keys[name] == 0 {
			return fmt.Errorf("no key %q on this keyboard", name)
		}
		h.fake(xproto.KeyPress, h.keys[name], 0, 0)
	}
	for i := len(names) - 1; i >= 0; i-- {
		h.fake(xproto.KeyRelease, h.keys[names[i]], 0, 0)
	}
	return h.done()
}

// hold presses a key, or lets go of it.
func (h *hands) hold(name string, down bool) error {
	kind := byte(xproto.KeyRelease)
	if down {
		kind = xproto.KeyPress
	}
	h.fake(kind, h.keys[name], 0, 0)
	return h.done()
}

// click moves the mouse to a pixel of the screen and presses a button there:
// 1 is the left one, 3 the right one.
func (h *hands) click(x, y int, button byte) error {
	h.fake(xproto.MotionNotify, 0, x, y)
	h.fake(xproto.ButtonPress, button, x, y)
	h.fake(xproto.ButtonRelease, button, x, y)
	return h.done()
}

func (h *hands) fake(kind, detail byte, x, y int) {
	xtest.FakeInput(h.conn, kind, detail, 0, h.root, int16(x), int16(y), 0) //nolint:gosec // a screen is smaller
}

// screen returns the pixels of the screen, four bytes each.
func (h *hands) screen() []byte {
	s := xproto.Setup(h.conn).DefaultScreen(h.conn)
	image, err := xproto.GetImage(h.conn, xproto.ImageFormatZPixmap, xproto.Drawable(h.root), 0, 0, s.WidthInPixels, s.HeightInPixels, ^uint32(0)).Reply()
	if err != nil {
		return nil
	}
	return image.Data
}

// changed counts the pixels in which two screens differ.
func changed(a, b []byte) int {
	n := 0
	for i := 0; i+4 <= min(len(a), len(b)); i += 4 {
		if !bytes.Equal(a[i:i+4], b[i:i+4]) {
			n++
		}
	}
	return n
}

// done waits until the screen's server has taken everything.
func (h *hands) done() error {
	_, err := xproto.GetInputFocus(h.conn).Reply()
	return err
}
