package app_test

import (
	"testing"

	"github.com/jezek/xgb/xproto"
)

// TestJourneyWhoAsksAndIsGone copies from a field, and asks for what was copied without
// waiting for the answer, as a manager of clipboards does when it is ended.
func TestJourneyWhoAsksAndIsGone(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.open()
	d.keys("F4")
	d.write("abc")
	d.holds("abc")
	for range 10 {
		h, err := newHands(d.display())
		if err != nil {
			t.Fatal(err)
		}
		asker, err := xproto.NewWindowId(h.conn)
		if err != nil {
			t.Fatal(err)
		}
		xproto.CreateWindow(h.conn, 0, asker, h.root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil)
		xproto.ConvertSelection(h.conn, asker, h.atom(t, "CLIPBOARD"), h.atom(t, "UTF8_STRING"), h.atom(t, "ANSWER"), xproto.TimeCurrentTime)
		if err := h.done(); err != nil {
			t.Fatal(err)
		}
		h.conn.Close()
	}
	d.write("def")
	d.holds("def")
}

// atom is the number of a name.
func (h *hands) atom(t testing.TB, name string) xproto.Atom {
	t.Helper()
	reply, err := xproto.InternAtom(h.conn, false, uint16(len(name)), name).Reply() //nolint:gosec // a short name
	if err != nil {
		t.Fatal(err)
	}
	return reply.Atom
}
