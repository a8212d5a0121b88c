package app_test

import (
	"fmt"
	"io"
	"log"
	"os"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// screen is what a journey looks at: a connection to the X server of its own, since a
// program that takes a picture costs what the window would need to draw.
type screen struct {
	conn *xgb.Conn
	root xproto.Drawable
}

func init() { xgb.Logger = log.New(io.Discard, "", 0) } // it tells of each server that ends

func newScreen(display string) (*screen, error) {
	conn, err := xgb.NewConnDisplay(display)
	if err != nil {
		return nil, err
	}
	return &screen{conn, xproto.Drawable(xproto.Setup(conn).DefaultScreen(conn).Root)}, nil
}

// dots are the colours of a part of the screen, row by row, as #RRGGBB.
func (d *desktop) dots(x, y, width, height int) []string {
	d.t.Helper()
	const everyPlane = 0xffffffff
	picture, err := xproto.GetImage(d.screen.conn, xproto.ImageFormatZPixmap, d.screen.root,
		int16(x), int16(y), uint16(width), uint16(height), everyPlane).Reply() //nolint:gosec // a screen is no wider
	if err != nil {
		d.t.Fatalf("%d×%d dots at %d, %d: %v", width, height, x, y, err)
	}
	all := make([]string, width*height)
	for i := range all {
		dot := picture.Data[4*i:] // blue, green, red, and a byte that is not used
		all[i] = fmt.Sprintf("#%02X%02X%02X", dot[2], dot[1], dot[0])
	}
	return all
}

// dot is the colour of a dot of the screen.
func (d *desktop) dot(x, y int) string {
	d.t.Helper()
	return d.dots(x, y, 1, 1)[0]
}

// white reports whether a dot of the screen is.
func (d *desktop) white(x, y int) bool {
	d.t.Helper()
	return d.dot(x, y) == "#FFFFFF"
}

// corner is the colour of a dot that no dialog covers, and nothing else either: in the
// menu bar.
func (d *desktop) corner() string {
	d.t.Helper()
	if os.Getenv(windowsEnv) != "" {
		return d.dot(1100, 38) // where no window manager is, wine leaves room for a title, some more than others
	}
	return d.dot(1100, 8)
}

// darkened reports whether a dialog lies over the window: over its menu, that is.
func (d *desktop) darkened() bool {
	d.t.Helper()
	var r, g, b int
	if _, err := fmt.Sscanf(d.dot(1100, 8), "#%02X%02X%02X", &r, &g, &b); err != nil {
		d.t.Fatal(err)
	}
	return min(r, g, b) < 0xd0 // the light theme's own colours are all lighter
}
