//go:build linux || freebsd || netbsd || openbsd || dragonfly

package system

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"

	"communique/app/chooser/portaltest"
)

var wanted = Question{
	Title: "Импорт", Confirm: "Импортировать", Several: true, Dir: "/home/п/Мои документы", Parent: 0xabc,
	Filters: []Filter{{"Тексты (*.txt, *.docx)", []string{".txt", ".docx"}}, {"Все файлы", nil}},
}

type outcome struct {
	paths []string
	err   error
}

// patience is how long an answer may take.
const patience = 30 * time.Second

// asking asks in the background on the bus. The portal has all the time that a busy
// machine may need.
func asking(ctx context.Context, q Question) <-chan outcome {
	done := make(chan outcome, 1)
	go func() {
		ctx, cancel := context.WithTimeout(ctx, patience)
		defer cancel()
		paths, err := ask(ctx, q, patience)
		done <- outcome{paths, err}
	}()
	return done
}

func bus(t *testing.T, manner portaltest.Manner) *portaltest.Portal {
	address := portaltest.Bus(t)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
	return portaltest.New(t, address, manner)
}

func TestThePortalIsAskedAsItsPagesSay(t *testing.T) {
	p := bus(t, portaltest.Manner{})
	for _, c := range []struct {
		name string
		q    Question
		want string
	}{
		{"files", wanted, `x11:abc Импорт accept_label="Импортировать" current_folder="/home/п/Мои документы\x00" directory=false ` +
			`filters=@aav [["Тексты (*.txt, *.docx)", [[0, "*.txt"], [0, "*.TXT"], [0, "*.docx"], [0, "*.DOCX"]]], ["Все файлы", [[0, "*"]]]] modal=true multiple=true`},
		{"a folder", Question{Title: "Папка", Folder: true}, ` Папка accept_label="" directory=true modal=true multiple=false`},
	} {
		t.Run(c.name, func(t *testing.T) {
			done := asking(t.Context(), c.q)
			call := p.Next()
			got := call.Parent + " " + call.Title
			var names []string
			for name := range call.Options {
				names = append(names, name)
			}
			slices.Sort(names)
			for _, name := range names {
				v := call.Options[name]
				value := v.String()
				if bytes, ok := v.Value().([]byte); ok {
					value = fmt.Sprintf("%q", bytes)
				}
				got += fmt.Sprintf(" %s=%s", name, value)
			}
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			call.Cancel()
			if o := <-done; o.err != nil || o.paths != nil {
				t.Errorf("cancelled: %+v", o)
			}
		})
	}
}

func TestTypesOfTheOptions(t *testing.T) {
	for name, want := range map[string]string{"filters": "a(sa(us))", "current_folder": "ay", "multiple": "b", "accept_label": "s"} {
		if got := options(wanted)[name].Signature().String(); got != want {
			t.Errorf("%s is %s", name, got)
		}
	}
}

func TestWhatThePersonChose(t *testing.T) {
	p := bus(t, portaltest.Manner{})
	for name, c := range map[string]struct {
		answer func(*portaltest.Call)
		paths  []string
		err    error
	}{
		"one":     {func(c *portaltest.Call) { c.Choose("file:///home/p/a.txt") }, []string{"/home/p/a.txt"}, nil},
		"several": {func(c *portaltest.Call) { c.Choose("file:///b.txt", "file:///a.txt") }, []string{"/b.txt", "/a.txt"}, nil},
		"signs and letters": {
			func(c *portaltest.Call) {
				c.Choose("file:///%D0%94%D0%BE%D0%BA/a%20b+c%25%23%3F.txt", "file:///Док/ё.txt", "file://localhost/x%FFy")
			},
			[]string{"/Док/a b+c%#?.txt", "/Док/ё.txt", "/x\xffy"},
			nil,
		},
		"none":                {func(c *portaltest.Call) { c.Choose() }, nil, nil},
		"cancelled":           {(*portaltest.Call).Cancel, nil, nil},
		"ended":               {func(c *portaltest.Call) { c.Answer(2, nil) }, nil, errEnded},
		"a code of later":     {func(c *portaltest.Call) { c.Answer(7, nil) }, nil, errEnded},
		"no list":             {func(c *portaltest.Call) { c.Answer(0, nil) }, nil, errUnexpected},
		"no list of texts":    {func(c *portaltest.Call) { c.Answer(0, map[string]dbus.Variant{"uris": dbus.MakeVariant(3)}) }, nil, errUnexpected},
		"not on this machine": {func(c *portaltest.Call) { c.Choose("smb://server/a.txt") }, nil, errUnexpected},
		"no path":             {func(c *portaltest.Call) { c.Choose("file://") }, nil, errUnexpected},
		"no address":          {func(c *portaltest.Call) { c.Choose("file:///%zz") }, nil, errUnexpected},
	} {
		t.Run(name, func(t *testing.T) {
			done := asking(t.Context(), wanted)
			c.answer(p.Next())
			if o := <-done; !slices.Equal(o.paths, c.paths) || !errors.Is(o.err, c.err) {
				t.Errorf("%q, %v", o.paths, o.err)
			}
		})
	}
}

func TestAnAnswerBeforeTheHandle(t *testing.T) {
	p := bus(t, portaltest.Manner{Early: []string{"file:///a.txt"}})
	for range 50 {
		if paths, err := ask(t.Context(), wanted, patience); err != nil || !slices.Equal(paths, []string{"/a.txt"}) {
			t.Fatalf("%q, %v", paths, err)
		}
		p.Next()
	}
}

func TestNobodyToAsk(t *testing.T) {
	address := portaltest.Bus(t)
	for name, c := range map[string]struct {
		address string
		manner  *portaltest.Manner
	}{
		"no bus":       {portaltest.NoBus, nil},
		"no portal":    {address, nil},
		"refused":      {address, &portaltest.Manner{Refused: &dbus.ErrMsgUnknownInterface}},
		"says nothing": {address, &portaltest.Manner{Mute: true}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("DBUS_SESSION_BUS_ADDRESS", c.address)
			if c.manner != nil {
				portaltest.New(t, c.address, *c.manner)
			}
			if paths, err := Ask(t.Context(), wanted); err == nil {
				t.Errorf("chosen: %q", paths)
			}
		})
	}
}

func TestThePortalEndsWhileItAsks(t *testing.T) {
	for name, manner := range map[string]portaltest.Manner{"before it says that it asks": {Leaves: true}, "afterwards": {}} {
		t.Run(name, func(t *testing.T) {
			p := bus(t, manner)
			done := asking(t.Context(), wanted)
			p.Next()
			p.Leave()
			if o := <-done; !errors.Is(o.err, errEnded) { // and not that it was waited for in vain
				t.Errorf("chosen: %q, %v", o.paths, o.err)
			}
		})
	}
	for name, c := range map[string]struct {
		signals []*dbus.Signal
		err     error
	}{
		"the portal leaves":       {[]*dbus.Signal{{Name: ownerName, Body: []any{portalName, ":1.1", ""}}, {Name: responseName, Path: "/r", Body: []any{uint32(1), map[string]dbus.Variant{}}}}, errEnded},
		"the bus ends":            {nil, errEnded},
		"another leaves":          {[]*dbus.Signal{{Name: ownerName, Body: []any{"org.example", ":1.1", ""}}, {Name: responseName, Path: "/r", Body: []any{uint32(1), map[string]dbus.Variant{}}}}, nil},
		"the portal is restarted": {[]*dbus.Signal{{Name: ownerName, Body: []any{portalName, "", ":1.2"}}, {Name: responseName, Path: "/r", Body: []any{uint32(1), map[string]dbus.Variant{}}}}, nil},
		"a strange answer":        {[]*dbus.Signal{{Name: responseName, Path: "/r", Body: []any{"?"}}}, errUnexpected},
	} {
		t.Run(name, func(t *testing.T) {
			signals := make(chan *dbus.Signal, 4)
			for _, s := range c.signals {
				signals <- s
			}
			close(signals)
			if paths, err := await(t.Context(), signals, "/r"); !errors.Is(err, c.err) || paths != nil {
				t.Errorf("%q, %v", paths, err)
			}
		})
	}
}

// TestNobodyWaitsForAnAnswer: a question that was taken back ends with that, whatever the bus
// does.
func TestNobodyWaitsForAnAnswer(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	signals := make(chan *dbus.Signal)
	close(signals)
	if paths, err := await(ctx, signals, "/r"); !errors.Is(err, context.Canceled) || paths != nil {
		t.Errorf("%q, %v", paths, err)
	}
}

// TestTheQuestionIsTakenBack takes it back at many moments: while the handle is
// on its way, and after.
func TestTheQuestionIsTakenBack(t *testing.T) {
	p := bus(t, portaltest.Manner{})
	for range 50 {
		ctx, cancel := context.WithCancel(t.Context())
		done := asking(ctx, wanted)
		p.Next()
		cancel()
		if o := <-done; !errors.Is(o.err, context.Canceled) || o.paths != nil {
			t.Fatalf("%q, %v", o.paths, o.err)
		}
	}
}
