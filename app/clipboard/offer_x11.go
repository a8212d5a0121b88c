//go:build linux || freebsd || openbsd || netbsd

package clipboard

import (
	"encoding/binary"
	"sync"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Lasting is whether what was offered stays when the program ends.
const Lasting = false

// Offer puts a text on the clipboard, and HTML beside it; words alone are left to the window's
// own clipboard, which has them kept when the program ends. It stays there while the program runs and
// until another takes its place (Inter-Client Communication Conventions Manual,
// chapter 2). run starts on a goroutine of its own what answers those who paste.
func Offer(text, html string, run func(func())) error {
	if html == "" || len(text)+len(html) > largest {
		return ErrUnsupported
	}
	owner.Lock()
	defer owner.Unlock()
	s, err := newSelection(text, html)
	if err != nil {
		return err
	}
	run(s.serve)
	return nil
}

// owner keeps two offers from being made at once.
var owner sync.Mutex

// largest is the size of an answer that every server takes at once, in bytes.
const largest = 200 << 10

// selection answers who asks for the clipboard's contents.
type selection struct {
	conn   *xgb.Conn
	window xproto.Window
	atoms  map[string]xproto.Atom
	forms  map[xproto.Atom][]byte
}

func newSelection(text, html string) (*selection, error) {
	conn, err := xgb.NewConn()
	if err != nil {
		return nil, ErrUnsupported // no X11: Wayland without it, or no screen
	}
	s := &selection{conn: conn, atoms: map[string]xproto.Atom{}, forms: map[xproto.Atom][]byte{}}
	if err := s.claim(text, html); err != nil {
		conn.Close()
		return nil, err
	}
	return s, nil
}

func (s *selection) claim(text, html string) error {
	for _, name := range []string{"CLIPBOARD", "TARGETS", "UTF8_STRING", "text/plain;charset=utf-8", "text/html"} {
		reply, err := xproto.InternAtom(s.conn, false, uint16(len(name)), name).Reply() //nolint:gosec // a short name
		if err != nil {
			return err
		}
		s.atoms[name] = reply.Atom
	}
	s.forms[s.atoms["UTF8_STRING"]] = []byte(text)
	s.forms[s.atoms["text/plain;charset=utf-8"]] = []byte(text)
	s.forms[s.atoms["text/html"]] = []byte(html)
	window, err := xproto.NewWindowId(s.conn)
	if err != nil {
		return err
	}
	s.window = window
	screen := xproto.Setup(s.conn).DefaultScreen(s.conn)
	if err := xproto.CreateWindowChecked(s.conn, 0, window, screen.Root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil).Check(); err != nil {
		return err
	}
	if err := xproto.SetSelectionOwnerChecked(s.conn, window, s.atoms["CLIPBOARD"], xproto.TimeCurrentTime).Check(); err != nil {
		return err
	}
	reply, err := xproto.GetSelectionOwner(s.conn, s.atoms["CLIPBOARD"]).Reply()
	if err != nil || reply.Owner != window {
		return ErrUnsupported
	}
	return nil
}

// serve answers until another program has something to offer.
func (s *selection) serve() {
	defer s.conn.Close()
	for {
		event, err := s.conn.WaitForEvent()
		if event == nil && err == nil {
			return // the connection is gone
		}
		switch e := event.(type) {
		case xproto.SelectionClearEvent:
			return
		case xproto.SelectionRequestEvent:
			s.answer(e)
		}
	}
}

// answer gives a program the form it asked for, or the list of forms.
func (s *selection) answer(e xproto.SelectionRequestEvent) {
	property := e.Property
	if property == xproto.AtomNone { // asked as programs of old did
		property = e.Target
	}
	kind, format, data := e.Target, byte(8), s.forms[e.Target]
	if e.Target == s.atoms["TARGETS"] {
		kind, format = xproto.AtomAtom, 32
		for _, name := range []string{"TARGETS", "text/html", "UTF8_STRING", "text/plain;charset=utf-8"} {
			data = binary.LittleEndian.AppendUint32(data, uint32(s.atoms[name]))
		}
	}
	if data == nil {
		property = xproto.AtomNone
	} else {
		count := uint32(len(data)) / uint32(format/8) //nolint:gosec // not larger than largest
		xproto.ChangeProperty(s.conn, xproto.PropModeReplace, e.Requestor, property, kind, format, count, data)
	}
	notice := xproto.SelectionNotifyEvent{Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: property}
	xproto.SendEvent(s.conn, false, e.Requestor, xproto.EventMaskNoEvent, string(notice.Bytes()))
}
