//go:build linux

package clipboard

import (
	"context"
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// program is another program that has the clipboard and gives what a test tells it to,
// also what it did not promise.
type program struct {
	*selection
	promised []string
	gives    map[string]string
}

func newProgram(t *testing.T, promised []string, gives map[string]string) {
	t.Helper()
	s, err := newSelection("", "")
	if err != nil {
		t.Fatal(err)
	}
	p := program{s, promised, map[string]string{}}
	for form, data := range gives {
		p.gives[form] = data
	}
	ended := make(chan struct{})
	go func() { defer close(ended); p.serve(t) }()
	t.Cleanup(func() { s.conn.Close(); <-ended })
}

func (p program) atom(t *testing.T, name string) xproto.Atom {
	reply, err := xproto.InternAtom(p.conn, false, uint16(len(name)), name).Reply() //nolint:gosec // a short name
	if err != nil {
		t.Error(err)
		return 0
	}
	return reply.Atom
}

func (p program) serve(t *testing.T) {
	var targets []byte
	given := map[xproto.Atom][]byte{}
	for _, name := range p.promised {
		targets = binary.LittleEndian.AppendUint32(targets, uint32(p.atom(t, name)))
	}
	for name, data := range p.gives {
		given[p.atom(t, name)] = []byte(data)
	}
	for {
		event, err := p.conn.WaitForEvent()
		if event == nil && err == nil {
			return
		}
		e, ok := event.(xproto.SelectionRequestEvent)
		if !ok {
			continue
		}
		property, data := e.Property, given[e.Target]
		switch {
		case e.Target == p.atoms["TARGETS"]:
			xproto.ChangeProperty(p.conn, xproto.PropModeReplace, e.Requestor, property, xproto.AtomAtom, 32, uint32(len(targets)/4), targets) //nolint:gosec // a few forms
		case data == nil:
			property = xproto.AtomNone
		default:
			xproto.ChangeProperty(p.conn, xproto.PropModeReplace, e.Requestor, property, e.Target, 8, uint32(len(data)), data) //nolint:gosec // it is short
		}
		other := xproto.SelectionNotifyEvent{Requestor: e.Requestor, Selection: e.Selection, Target: xproto.AtomString} // not what was asked for
		xproto.SendEvent(p.conn, false, e.Requestor, xproto.EventMaskNoEvent, string(other.Bytes()))
		notice := xproto.SelectionNotifyEvent{Time: e.Time, Requestor: e.Requestor, Selection: e.Selection, Target: e.Target, Property: property}
		xproto.SendEvent(p.conn, false, e.Requestor, xproto.EventMaskNoEvent, string(notice.Bytes()))
	}
}

// TestWhichFormsAreTaken: of what a program offers the form that keeps most is taken, a
// picture only where there is no HTML, or one that shows a picture, and what was promised and not given is left out.
func TestWhichFormsAreTaken(t *testing.T) {
	screen(t)
	all := []string{"text/plain;charset=utf-8", "image/jpeg", "UTF8_STRING", "image/png", "text/html"}
	for name, c := range map[string]struct {
		promised []string
		gives    map[string]string
		want     Contents
	}{
		"all":                                 {all, map[string]string{"text/html": "<p>", "image/png": "png", "UTF8_STRING": "utf8", "text/plain;charset=utf-8": "plain"}, Contents{Text: "utf8", HTML: "<p>"}},
		"a browser's picture":                 {all, map[string]string{"text/html": `<IMG src="https://example.org/a.png">`, "image/png": "png"}, Contents{HTML: `<IMG src="https://example.org/a.png">`, Picture: []byte("png")}},
		"files":                               {[]string{"text/uri-list", "UTF8_STRING"}, map[string]string{"text/uri-list": "# two\r\nfile:///a/%D0%B1%20c.png\r\nfile:///d.jpg\r\nhttps://example.org/e.png\r\nfile:\r\n", "UTF8_STRING": "/a"}, Contents{Text: "/a", Files: []string{"/a/б c.png", "/d.jpg"}}},
		"files beside a page":                 {[]string{"text/uri-list", "text/html"}, map[string]string{"text/uri-list": "file:///d.jpg", "text/html": "<p>"}, Contents{HTML: "<p>"}},
		"files beside a picture":              {[]string{"text/uri-list", "image/png"}, map[string]string{"text/uri-list": "file:///d.png", "image/png": "png"}, Contents{Picture: []byte("png")}},
		"HTML that is empty, and a picture":   {all, map[string]string{"text/html": "\x00", "image/png": "png", "image/jpeg": "jpeg"}, Contents{Picture: []byte("png")}},
		"HTML of a mark alone, and a picture": {all, map[string]string{"text/html": "\xff\xfe", "image/png": "png"}, Contents{Picture: []byte("png")}},
		"a JPEG":                              {[]string{"image/jpeg"}, map[string]string{"image/jpeg": "jpeg"}, Contents{Picture: []byte("jpeg")}},
		"a picture with its words":            {[]string{"image/jpeg", "UTF8_STRING"}, map[string]string{"image/jpeg": "jpeg", "UTF8_STRING": "address"}, Contents{Picture: []byte("jpeg"), Text: "address"}},
		"plain text by its other name":        {[]string{"text/plain;charset=utf-8"}, map[string]string{"text/plain;charset=utf-8": "plain"}, Contents{Text: "plain"}},
		"promised and not given":              {all, map[string]string{"text/plain;charset=utf-8": "plain"}, Contents{}},
		"given and not promised":              {[]string{"UTF8_STRING"}, map[string]string{"text/html": "<p>", "UTF8_STRING": "utf8"}, Contents{Text: "utf8"}},
		"nothing":                             {nil, nil, Contents{}},
	} {
		t.Run(name, func(t *testing.T) {
			newProgram(t, c.promised, c.gives)
			ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
			defer cancel()
			got, err := Read(ctx)
			if err != nil || got.HTML != c.want.HTML || got.Text != c.want.Text || !slices.Equal(got.Files, c.want.Files) || string(got.Picture) != string(c.want.Picture) {
				t.Errorf("got %+v, %v", got, err)
			}
		})
	}
}

// TestAskedAsOfOld: a program that names no place for the answer finds it where the form's
// name says (the manual's section 2.2).
func TestAskedAsOfOld(t *testing.T) {
	screen(t)
	if err := Offer("Да", "<p>", spawn); err != nil {
		t.Fatal(err)
	}
	conn, err := xgb.NewConn()
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	r, err := newRequestor(conn)
	if err != nil {
		t.Fatal(err)
	}
	text := r.atoms["UTF8_STRING"]
	xproto.ConvertSelection(conn, r.window, r.atoms["CLIPBOARD"], text, xproto.AtomNone, xproto.TimeCurrentTime)
	for {
		event, err := r.next()
		if err != nil {
			t.Fatal(err)
		}
		notice, ok := event.(xproto.SelectionNotifyEvent)
		if !ok {
			continue
		}
		reply, err := xproto.GetProperty(conn, false, r.window, text, xproto.GetPropertyTypeAny, 0, 100).Reply()
		if err != nil || notice.Property != text || notice.Selection != r.atoms["CLIPBOARD"] || string(reply.Value) != "Да" || reply.Type != text {
			t.Errorf("told of %d, %q of type %d, %v", notice.Property, reply.Value, reply.Type, err)
		}
		return
	}
}

// TestReadEndsWithTheScreen: a screen that ends while somebody waits is an answer too.
func TestReadEndsWithTheScreen(t *testing.T) {
	_, end := mortal(t)
	asked := make(chan struct{})
	s, err := newSelection("Да", "<p>")
	if err != nil {
		t.Fatal(err)
	}
	go func() {
		_, _ = s.conn.WaitForEvent() // it is asked, and never answers
		close(asked)
	}()
	read := make(chan error)
	go func() {
		_, err := Read(context.Background())
		read <- err
	}()
	<-asked
	end()
	select {
	case err := <-read:
		if err == nil {
			t.Error("what lies on a clipboard that is gone was read")
		}
	case <-time.After(20 * time.Second):
		t.Fatal("it waits on")
	}
}

// TestReadTooMuch: what comes piece by piece is taken up to the most, and no further.
func TestReadTooMuch(t *testing.T) {
	xclip := screen(t)
	most := strings.Repeat("x", mostBytes)
	give(t, xclip, "text/html", most)
	if got, err := Read(context.Background()); err != nil || got.HTML != most {
		t.Errorf("the most: %d bytes, %v", len(got.HTML), err)
	}
	give(t, xclip, "text/html", most+"x")
	if got, err := Read(context.Background()); !errors.Is(err, ErrTooLarge) || got.HTML != "" {
		t.Errorf("one more: %d bytes, %v", len(got.HTML), err)
	}
}
