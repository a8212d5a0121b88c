//go:build linux || freebsd || openbsd || netbsd

package clipboard

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"slices"
	"unicode/utf16"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Read takes what lies on the clipboard (Inter-Client Communication Conventions
// Manual, chapter 2). It waits for the program that has it, until ctx ends, and must
// not be called on the UI goroutine: that program may be this one, whose window
// answers there. Its error is ErrUnsupported, ErrTooLarge, ErrHeld where that program
// does not answer in time, or that of ctx.
func Read(ctx context.Context) (Contents, error) {
	conn, err := xgb.NewConn()
	if err != nil {
		return Contents{}, ErrUnsupported // no X11: Wayland without it, or no screen
	}
	stop := context.AfterFunc(ctx, conn.Close)
	defer func() {
		if stop() {
			conn.Close()
		}
	}()
	r, err := newRequestor(conn)
	if err != nil {
		return Contents{}, gone(ctx, err)
	}
	c, err := r.contents()
	return c, gone(ctx, err)
}

// gone tells why a connection broke off.
func gone(ctx context.Context, err error) error {
	switch {
	case err == nil || ctx.Err() == nil:
		return err
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return ErrHeld
	}
	return ctx.Err()
}

// requestor asks for the clipboard's contents in a window of its own.
type requestor struct {
	conn   *xgb.Conn
	window xproto.Window
	atoms  map[string]xproto.Atom
}

// The forms that are taken, each in the order in which it is preferred.
var (
	htmlForms    = []string{"text/html"}
	pictureForms = []string{"image/png", "image/jpeg"}
	fileForms    = []string{"text/uri-list"}
	textForms    = []string{"UTF8_STRING", "text/plain;charset=utf-8"}
)

func newRequestor(conn *xgb.Conn) (*requestor, error) {
	r := &requestor{conn: conn, atoms: map[string]xproto.Atom{}}
	names := append([]string{"CLIPBOARD", "TARGETS", "INCR", "COMMUNIQUE_PASTE"}, htmlForms...)
	for _, name := range slices.Concat(names, pictureForms, fileForms, textForms) {
		reply, err := xproto.InternAtom(conn, false, uint16(len(name)), name).Reply() //nolint:gosec // a short name
		if err != nil {
			return nil, err
		}
		r.atoms[name] = reply.Atom
	}
	window, err := xproto.NewWindowId(conn)
	if err != nil {
		return nil, err
	}
	r.window = window
	screen := xproto.Setup(conn).DefaultScreen(conn)
	return r, xproto.CreateWindowChecked(conn, 0, window, screen.Root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0,
		xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange}).Check()
}

func (r *requestor) contents() (Contents, error) {
	var c Contents
	targets, err := r.ask("TARGETS")
	if err != nil {
		return c, err
	}
	offered := map[xproto.Atom]bool{}
	for ; len(targets) >= 4; targets = targets[4:] {
		offered[xproto.Atom(binary.LittleEndian.Uint32(targets))] = true
	}
	first := func(forms []string) ([]byte, error) {
		for _, form := range forms {
			if offered[r.atoms[form]] {
				return r.ask(form)
			}
		}
		return nil, nil
	}
	html, err := first(htmlForms)
	if err != nil {
		return c, err
	}
	if c.HTML = unicodeOf(html); c.HTML == "" || showsPicture(c.HTML) {
		if c.Picture, err = first(pictureForms); err != nil {
			return c, err
		}
	}
	if c.HTML == "" && c.Picture == nil {
		files, err := first(fileForms)
		if err != nil {
			return c, err
		}
		c.Files = filesIn(string(files))
	}
	text, err := first(textForms)
	c.Text = string(text)
	return c, err
}

// unicodeOf reads HTML as programs put it there: UTF-8, or as some browsers do, UTF-16
// behind its byte order mark; a NUL may end it.
func unicodeOf(data []byte) string {
	if len(data) >= 2 && data[0] == 0xFF && data[1] == 0xFE {
		units := make([]uint16, 0, len(data)/2)
		for rest := data[2:]; len(rest) >= 2; rest = rest[2:] {
			units = append(units, binary.LittleEndian.Uint16(rest))
		}
		data = []byte(string(utf16.Decode(units)))
	}
	return string(bytes.TrimRight(data, "\x00"))
}

// ask asks the clipboard's owner for a form; nil where it gives none.
func (r *requestor) ask(form string) ([]byte, error) {
	property := r.atoms["COMMUNIQUE_PASTE"]
	if err := xproto.ConvertSelectionChecked(r.conn, r.window, r.atoms["CLIPBOARD"], r.atoms[form], property, xproto.TimeCurrentTime).Check(); err != nil {
		return nil, err
	}
	for {
		event, err := r.next()
		if err != nil {
			return nil, err
		}
		notice, ok := event.(xproto.SelectionNotifyEvent)
		if !ok || notice.Target != r.atoms[form] {
			continue
		}
		if notice.Property == xproto.AtomNone {
			return nil, nil
		}
		kind, data, err := r.take()
		if err != nil || kind != r.atoms["INCR"] {
			return data, err
		}
		return r.pieces()
	}
}

// next waits for an event. A connection that was closed gives neither event nor error.
func (r *requestor) next() (xgb.Event, error) {
	event, err := r.conn.WaitForEvent()
	switch {
	case err != nil:
		return nil, err
	case event == nil:
		return nil, ErrUnsupported
	}
	return event, nil
}

// take reads the property that the owner has filled, and deletes it, which tells the
// owner that it was read.
func (r *requestor) take() (kind xproto.Atom, data []byte, err error) {
	reply, err := xproto.GetProperty(r.conn, true, r.window, r.atoms["COMMUNIQUE_PASTE"], xproto.GetPropertyTypeAny, 0, mostBytes/4).Reply()
	if err != nil {
		return 0, nil, err
	}
	if reply.BytesAfter > 0 {
		return 0, nil, ErrTooLarge
	}
	return reply.Type, reply.Value, nil
}

// pieces reads what comes piece by piece, up to an empty one.
func (r *requestor) pieces() ([]byte, error) {
	var all []byte
	for {
		event, err := r.next()
		if err != nil {
			return nil, err
		}
		filled, ok := event.(xproto.PropertyNotifyEvent)
		if !ok || filled.Atom != r.atoms["COMMUNIQUE_PASTE"] || filled.State != xproto.PropertyNewValue {
			continue
		}
		_, piece, err := r.take()
		if err != nil || len(piece) == 0 {
			return all, err
		}
		if all = append(all, piece...); len(all) > mostBytes {
			return nil, ErrTooLarge
		}
	}
}
