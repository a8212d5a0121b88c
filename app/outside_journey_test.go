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

	"github.com/jezek/xgb"
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

// offers has a program beside the window offer something on the clipboard in several forms, until the test ends.
func (d *desktop) offers(forms map[string]string) {
	d.t.Helper()
	h, _ := d.outside()
	owner, err := xproto.NewWindowId(h.conn)
	if err != nil {
		d.t.Fatal(err)
	}
	xproto.CreateWindow(h.conn, 0, owner, h.root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil)
	clipboard, list := h.atom(d.t, "CLIPBOARD"), h.atom(d.t, "TARGETS")
	given, names := map[xproto.Atom]string{}, []byte(nil)
	for form, data := range forms {
		atom := h.atom(d.t, form)
		given[atom], names = data, append(names, make([]byte, 4)...)
		xgb.Put32(names[len(names)-4:], uint32(atom))
	}
	if err := xproto.SetSelectionOwnerChecked(h.conn, owner, clipboard, xproto.TimeCurrentTime).Check(); err != nil {
		d.t.Fatal(err)
	}
	go func() {
		for {
			event, err := h.conn.WaitForEvent()
			if event == nil && err == nil {
				return // the test has ended
			}
			e, is := event.(xproto.SelectionRequestEvent)
			if !is {
				continue
			}
			answer := xproto.SelectionNotifyEvent{Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: e.Property}
			if data, there := given[e.Target]; there {
				xproto.ChangeProperty(h.conn, xproto.PropModeReplace, e.Requestor, e.Property, e.Target, 8, uint32(len(data)), []byte(data)) //nolint:gosec // a short form
			} else if e.Target == list {
				xproto.ChangeProperty(h.conn, xproto.PropModeReplace, e.Requestor, e.Property, xproto.AtomAtom, 32, uint32(len(names)/4), names) //nolint:gosec // a few forms
			} else {
				answer.Property = xproto.AtomNone
			}
			xproto.SendEvent(h.conn, false, e.Requestor, 0, string(answer.Bytes()))
		}
	}()
}

// TestJourneyAClipboardThatStandsStill pastes what a program has that answers nobody, into a field and into the text: it is
// told, and the window goes on.
func TestJourneyAClipboardThatStandsStill(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open(d.releaseFile(0))
	d.opened("Встреча номер 1 в Пробном")
	h, _ := d.outside()
	owner, err := xproto.NewWindowId(h.conn)
	if err != nil {
		t.Fatal(err)
	}
	xproto.CreateWindow(h.conn, 0, owner, h.root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, 0, nil)
	if err := xproto.SetSelectionOwnerChecked(h.conn, owner, h.atom(t, "CLIPBOARD"), xproto.TimeCurrentTime).Check(); err != nil {
		t.Fatal(err)
	}
	for where, key := range map[string]string{"a field": "F4", "the text": "ctrl+t"} {
		d.keys(key, "ctrl+v")
		d.wait("what is told of the clipboard in "+where, d.darkened)
		d.look("a-clipboard-that-stands-still")
		d.keys("Escape", "ctrl+t", "ctrl+End")
		d.write(" Дальше.")
		d.wait("what is typed after "+where, func() bool { return strings.Contains(d.shown(), "Дальше.") })
		d.keys("ctrl+z")
	}
	if code := d.leaves(window); code != 0 {
		t.Errorf("the window ended with %d", code)
	}
}

// TestJourneyPicturesOfABrowser: what a browser copies of a picture is a page that says where the picture lies, and the
// picture beside it. Words beside a picture that lies elsewhere come without it, which is said.
func TestJourneyPicturesOfABrowser(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open(d.releaseFile(0))
	d.opened("Встреча номер 1 в Пробном")
	d.keys("ctrl+t", "ctrl+End", "Return")
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 300, 200))); err != nil {
		t.Fatal(err)
	}
	stored := func(what, text string, pictures int) {
		t.Helper()
		d.wait(what, func() bool {
			shown := string(d.communique("show", "1", "--json"))
			return strings.Count(shown, `"kind": "picture"`) == pictures && strings.Contains(shown, text)
		})
	}
	const page = `<meta charset="utf-8"><img src="https://example.org/photo.png" alt="Гости">`
	d.offers(map[string]string{"text/html": page, "image/png": b.String()})
	d.keys("ctrl+v")
	stored("the picture", "", 1)
	d.look("a-picture-of-a-browser")
	d.offers(map[string]string{"text/html": "<p>Гости прибыли.</p>" + page, "UTF8_STRING": "Гости прибыли."})
	d.keys("Escape", "ctrl+End", "Return", "ctrl+v")
	stored("the words", "Гости прибыли.", 1)
	d.look("words-without-their-picture")
	d.keys("Escape", "ctrl+End")
	d.offers(map[string]string{"text/uri-list": writePhotograph(t, filepath.Join(d.home, "Гости.png")) + "\r\n", "UTF8_STRING": "Гости.png"})
	d.keys("ctrl+v")
	stored("the photograph of a folder", "", 2)
	if code := d.leaves(window); code != 0 {
		t.Errorf("the window ended with %d", code)
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

// TestJourneyAPageAlone pastes into an empty release what a program offers as a page and not as words: it is read as a whole, and Escape
// puts away what is told of that from the list of findings.
func TestJourneyAPageAlone(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	d.keys("ctrl+shift+n")
	d.offers(map[string]string{"text/html": "<h1>Совет принял план</h1><p>11 сентября 2024 года в Бишкеке состоялось заседание Совета.</p><p>Он принят <s>вчера</s>.</p>"})
	d.keys("ctrl+v")
	d.wait("the release", func() bool { return len(d.list()) == 1 && d.stored().Headline == "Совет принял план" })
	d.wait("what is told", func() bool { return d.notice(731) })
	d.look("page-alone")
	d.keys("ctrl+3", "Escape")
	d.wait("nothing is told", func() bool { return !d.notice(731) })
	d.look("page-alone-put-away")
	d.leaves(window)
}
