//go:build linux || freebsd || openbsd || netbsd

package messagebox

import (
	"encoding/binary"
	"image"
	"os"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Show shows a text under a title, with one button, until the person closes it.
// It asks nothing of the X server that one without OpenGL lacks.
func Show(title, text, button string) error {
	if os.Getenv("DISPLAY") == "" {
		return ErrUnsupported
	}
	face, err := newFace()
	if err != nil {
		return err
	}
	conn, err := xgb.NewConn()
	if err != nil {
		return ErrUnsupported
	}
	defer conn.Close()
	b := &box{conn: conn, screen: xproto.Setup(conn).DefaultScreen(conn)}
	b.picture, b.button = face.paint(text, button)
	if err := b.open(title); err != nil {
		return err
	}
	return b.wait()
}

// box is the message's window.
type box struct {
	conn    *xgb.Conn
	screen  *xproto.ScreenInfo
	window  xproto.Window
	ink     xproto.Gcontext
	closing xproto.Atom // what a window manager sends for its cross
	picture *image.RGBA
	button  image.Rectangle
}

func (b *box) open(title string) (err error) {
	if b.screen.RootDepth != 24 && b.screen.RootDepth != 32 {
		return ErrUnsupported // no screen of our days
	}
	if b.window, err = xproto.NewWindowId(b.conn); err != nil {
		return err
	}
	if b.ink, err = xproto.NewGcontextId(b.conn); err != nil {
		return err
	}
	size := b.picture.Rect.Size()
	width, height := uint16(size.X), uint16(size.Y) //nolint:gosec // some hundred dots
	left := (int(b.screen.WidthInPixels) - size.X) / 2
	top := (int(b.screen.HeightInPixels) - size.Y) / 2
	events := uint32(xproto.EventMaskExposure | xproto.EventMaskKeyPress | xproto.EventMaskButtonRelease)
	err = xproto.CreateWindowChecked(b.conn, b.screen.RootDepth, b.window, b.screen.Root, int16(left), int16(top), width, height, 0, //nolint:gosec // on the screen
		xproto.WindowClassInputOutput, b.screen.RootVisual, xproto.CwBackPixel|xproto.CwEventMask, []uint32{b.screen.WhitePixel, events}).Check()
	if err != nil {
		return err
	}
	if err := xproto.CreateGCChecked(b.conn, b.ink, xproto.Drawable(b.window), 0, nil).Check(); err != nil {
		return err
	}
	if err := b.describe(title); err != nil {
		return err
	}
	xproto.MapWindow(b.conn, b.window) // a screen that ends from here on ends the message
	return nil
}

// describe tells the window manager the title, and asks it to send word of its cross.
func (b *box) describe(title string) error {
	atoms := map[string]xproto.Atom{}
	for _, name := range []string{"_NET_WM_NAME", "UTF8_STRING", "WM_PROTOCOLS", "WM_DELETE_WINDOW"} {
		reply, err := xproto.InternAtom(b.conn, false, uint16(len(name)), name).Reply() //nolint:gosec // a short name
		if err != nil {
			return err
		}
		atoms[name] = reply.Atom
	}
	b.closing = atoms["WM_DELETE_WINDOW"]
	for _, p := range []struct {
		property, kind xproto.Atom
		format         byte
		data           []byte
	}{
		{atoms["_NET_WM_NAME"], atoms["UTF8_STRING"], 8, []byte(title)},
		{xproto.AtomWmName, xproto.AtomString, 8, []byte(title)},
		{atoms["WM_PROTOCOLS"], xproto.AtomAtom, 32, binary.LittleEndian.AppendUint32(nil, uint32(b.closing))},
	} {
		count := uint32(len(p.data)) / uint32(p.format/8) //nolint:gosec // a title
		if err := xproto.ChangePropertyChecked(b.conn, xproto.PropModeReplace, b.window, p.property, p.kind, p.format, count, p.data).Check(); err != nil {
			return err
		}
	}
	return nil
}

// wait draws the window until the person closes it: a key that means yes or no,
// the button, or the cross.
func (b *box) wait() error {
	for {
		event, err := b.conn.WaitForEvent()
		if event == nil && err == nil {
			return nil // the screen is gone
		}
		switch e := event.(type) {
		case xproto.ExposeEvent:
			b.draw()
		case xproto.KeyPressEvent:
			if closes(b.conn, e.Detail) {
				return nil
			}
		case xproto.ButtonReleaseEvent:
			if image.Pt(int(e.EventX), int(e.EventY)).In(b.button) {
				return nil
			}
		case xproto.ClientMessageEvent:
			if len(e.Data.Data32) > 0 && xproto.Atom(e.Data.Data32[0]) == b.closing {
				return nil
			}
		}
	}
}

// closes reports whether a key is Enter, Escape or Space, by its keysym.
func closes(conn *xgb.Conn, key xproto.Keycode) bool {
	reply, err := xproto.GetKeyboardMapping(conn, key, 1).Reply()
	if err != nil || len(reply.Keysyms) == 0 {
		return true // a key of a keyboard we cannot ask: better closed than stuck
	}
	switch reply.Keysyms[0] {
	case 0xff0d, 0xff8d, 0xff1b, 0x20: // Return, KP_Enter, Escape, space
		return true
	}
	return false
}

// strip is how many lines of the picture go into one request: a server takes at
// least 256 KB at once.
const strip = 64

func (b *box) draw() {
	size := b.picture.Rect.Size()
	highFirst := xproto.Setup(b.conn).ImageByteOrder == xproto.ImageOrderMSBFirst
	for y := 0; y < size.Y; y += strip {
		lines := min(strip, size.Y-y)
		dots := make([]byte, 0, size.X*lines*4)
		for i := y * b.picture.Stride; i < (y+lines)*b.picture.Stride; i += 4 {
			p := b.picture.Pix[i : i+3]
			if highFirst {
				dots = append(dots, 0, p[0], p[1], p[2])
			} else {
				dots = append(dots, p[2], p[1], p[0], 0)
			}
		}
		xproto.PutImage(b.conn, xproto.ImageFormatZPixmap, xproto.Drawable(b.window), b.ink,
			uint16(size.X), uint16(lines), 0, int16(y), 0, b.screen.RootDepth, dots) //nolint:gosec // some hundred dots
	}
}
