package app_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/jezek/xgb/xproto"
)

// TestJourneyFromOutside drops a text on the window, as from a file manager, and has the
// window closed by its frame while a sentence is typed: nothing of either is lost.
func TestJourneyFromOutside(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	file := filepath.Join(d.home, "Старый релиз.txt")
	if err := os.WriteFile(file, []byte("Встреча в Пробном\n\n11 сентября 2024 года\n\nСтороны обсудили учения.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	window := d.open()
	h, target := d.outside()
	if err := h.drop(t, target, "file://"+strings.ReplaceAll(file, " ", "%20")+"\r\n"); err != nil {
		t.Fatal(err)
	}
	d.wait("the release that was dropped", func() bool {
		all := d.list()
		return len(all) == 1 && all[0].Headline == "Встреча в Пробном"
	})
	d.opened("Встреча в Пробном")
	d.keys("ctrl+t", "ctrl+End")
	d.write("Условились о новой.")
	h.tell(target, h.atom(t, "WM_PROTOCOLS"), uint32(h.atom(t, "WM_DELETE_WINDOW")), 0, 0, 0, 0)
	if code := d.ends(window); code != 0 {
		t.Errorf("the window ended with %d", code)
	}
	if got := string(d.communique("show", "1")); !strings.Contains(got, "Условились о новой.") {
		t.Errorf("kept is %q", got)
	}
}

// outside is a program beside the window, which it knows.
func (d *desktop) outside() (*hands, xproto.Window) {
	d.t.Helper()
	h, err := newHands(d.display())
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(h.conn.Close)
	found, err := d.tool("xdotool", "search", "--onlyvisible", "--name", "Communique")
	if err != nil {
		d.t.Fatal(err)
	}
	id, err := strconv.ParseUint(strings.Fields(found)[0], 10, 32)
	if err != nil {
		d.t.Fatal(err)
	}
	return h, xproto.Window(id)
}

// tell sends a window a message of a kind.
func (h *hands) tell(to xproto.Window, kind xproto.Atom, data ...uint32) {
	message := xproto.ClientMessageEvent{Format: 32, Window: to, Type: kind, Data: xproto.ClientMessageDataUnionData32New(data)}
	xproto.SendEvent(h.conn, false, to, 0, string(message.Bytes()))
}

// drop drops files on a window, after the protocol Xdnd, version 5.
func (h *hands) drop(t *testing.T, target xproto.Window, uris string) error {
	t.Helper()
	source, err := xproto.NewWindowId(h.conn)
	if err != nil {
		return err
	}
	xproto.CreateWindow(h.conn, 0, source, h.root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil)
	dragged, list := h.atom(t, "XdndSelection"), h.atom(t, "text/uri-list")
	xproto.SetSelectionOwner(h.conn, source, dragged, xproto.TimeCurrentTime)
	const version, middle = 5 << 24, 640<<16 | 400
	h.tell(target, h.atom(t, "XdndEnter"), uint32(source), version, uint32(list), 0, 0)
	h.tell(target, h.atom(t, "XdndPosition"), uint32(source), 0, middle, xproto.TimeCurrentTime, uint32(h.atom(t, "XdndActionCopy")))
	status, finished := h.atom(t, "XdndStatus"), h.atom(t, "XdndFinished")
	for {
		event, err := h.conn.WaitForEvent()
		if event == nil {
			return err
		}
		switch e := event.(type) {
		case xproto.ClientMessageEvent:
			switch e.Type {
			case status:
				h.tell(target, h.atom(t, "XdndDrop"), uint32(source), 0, xproto.TimeCurrentTime, 0, 0)
			case finished:
				return nil
			}
		case xproto.SelectionRequestEvent:
			xproto.ChangeProperty(h.conn, xproto.PropModeReplace, e.Requestor, e.Property, e.Target, 8, uint32(len(uris)), []byte(uris)) //nolint:gosec // a short list
			answer := xproto.SelectionNotifyEvent{Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: e.Property}
			xproto.SendEvent(h.conn, false, e.Requestor, 0, string(answer.Bytes()))
		}
	}
}

// TestJourneyOpensAFile: a double click on a release opens the window with it, the second
// time as the first.
func TestJourneyOpensAFile(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	path := filepath.Join(d.oldReleases(), "встреча.txt")
	for range 2 {
		window := d.open(path)
		d.opened(meetingHeadline)
		if status := d.leaves(window); status != 0 {
			t.Errorf("it ended with %d", status)
		}
	}
	if n := len(d.list()); n != 1 {
		t.Errorf("%d releases", n)
	}
}

// TestJourneyPicturesAreDropped on the window, as from a file manager: they stand in the text where
// the caret is, and are undone as one step.
func TestJourneyPicturesAreDropped(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open(d.releaseFile(0))
	d.opened("Встреча номер 1 в Пробном")
	d.keys("ctrl+t", "ctrl+End")
	var uris string
	for n := range 2 {
		path := filepath.Join(d.home, fmt.Sprintf("снимок %d.png", n))
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 300, 200+n))); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		uris += "file://" + strings.ReplaceAll(path, " ", "%20") + "\r\n"
	}
	h, target := d.outside()
	pictures := func(want int) {
		t.Helper()
		d.wait(fmt.Sprint(want, " pictures in the library's text"), func() bool {
			return strings.Count(string(d.communique("show", "1", "--json")), `"kind": "picture"`) == want
		})
	}
	if err := h.drop(t, target, uris); err != nil {
		t.Fatal(err)
	}
	pictures(2)
	d.keys("ctrl+z")
	pictures(0)
	d.keys("ctrl+y")
	pictures(2)
	if code := d.leaves(window); code != 0 {
		t.Errorf("the window ended with %d", code)
	}
}
