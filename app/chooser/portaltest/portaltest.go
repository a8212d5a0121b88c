//go:build linux || freebsd || netbsd || openbsd || dragonfly

// Package portaltest is a file chooser portal in a test's own hands, on a session
// bus of its own: nothing of the machine's desktop is reached.
package portaltest

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// NoBus is the address of a session bus that is not there.
const NoBus = "unix:path=/nonexistent/communique-test-bus"

// patience is how long a test waits for a question.
const patience = 60 * time.Second

// busConfig is a bus that starts no service by itself.
const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=%s</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`

// Bus starts a session bus, which ends with the test, and returns its address.
func Bus(t testing.TB) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "communique-bus") // the names of a test's folders are too long for a socket
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	config := filepath.Join(dir, "bus.conf")
	if err := os.WriteFile(config, fmt.Appendf(nil, busConfig, filepath.Join(dir, "bus")), 0o600); err != nil {
		t.Fatal(err)
	}
	daemon := exec.Command("dbus-daemon", "--config-file="+config, "--nofork", "--nopidfile", "--print-address") //nolint:gosec // the test's own bus
	out, err := daemon.StdoutPipe()
	if err == nil {
		err = daemon.Start()
	}
	if err != nil {
		t.Fatalf("start dbus-daemon (make test installs it): %v", err)
	}
	t.Cleanup(func() {
		_ = daemon.Process.Kill()
		_ = daemon.Wait()
	})
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("dbus-daemon: %v", err)
	}
	return strings.TrimSpace(address)
}

// Manner is how a portal behaves; the zero one asks and waits for the test.
type Manner struct {
	Refused *dbus.Error // said instead of asking
	Mute    bool        // nothing is said at all
	Early   []string    // chosen before the question is confirmed
	Leaves  bool        // off the bus before it has said that it asks
}

// Portal is the chooser.
type Portal struct {
	manner Manner

	t     testing.TB
	conn  *dbus.Conn
	calls chan *Call
	ended chan struct{}
	count atomic.Int64 // the bus asks each question on a goroutine of its own
}

// Call is a question that the portal was asked.
type Call struct {
	Parent, Title string
	Options       map[string]dbus.Variant

	portal *Portal
	handle dbus.ObjectPath
}

// New puts a portal on a bus.
func New(t testing.TB, address string, manner Manner) *Portal {
	t.Helper()
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	p := &Portal{manner: manner, t: t, conn: conn, calls: make(chan *Call, 16), ended: make(chan struct{})}
	t.Cleanup(func() {
		close(p.ended)
		p.Leave()
	})
	methods := map[string]any{"OpenFile": p.openFile}
	if err := conn.ExportMethodTable(methods, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.FileChooser"); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.RequestName("org.freedesktop.portal.Desktop", dbus.NameFlagDoNotQueue); err != nil {
		t.Fatal(err)
	}
	return p
}

func (p *Portal) openFile(parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	c := &Call{parent, title, options, p, dbus.ObjectPath(fmt.Sprintf("/org/freedesktop/portal/desktop/request/1_2/t%d", p.count.Add(1)))}
	switch {
	case p.manner.Refused != nil:
		return "/", p.manner.Refused
	case p.manner.Mute:
		p.calls <- c
		<-p.ended
	case p.manner.Early != nil:
		c.Choose(p.manner.Early...)
	case p.manner.Leaves:
		p.Leave()
	}
	p.calls <- c
	return c.handle, nil
}

// Next waits for the next question.
func (p *Portal) Next() *Call {
	p.t.Helper()
	select {
	case c := <-p.calls:
		return c
	case <-time.After(patience):
		p.t.Fatal("the portal was not asked")
		return nil
	}
}

// Asked reports whether a question waits for Next.
func (p *Portal) Asked() bool { return len(p.calls) > 0 }

// Leave takes the portal off the bus.
func (p *Portal) Leave() { _ = p.conn.Close() }

// Choose answers with files, as the URIs that the portal gives.
func (c *Call) Choose(uris ...string) {
	c.Answer(0, map[string]dbus.Variant{"uris": dbus.MakeVariant(uris)})
}

// Cancel answers that the person wants none.
func (c *Call) Cancel() { c.Answer(1, map[string]dbus.Variant{}) }

// Answer gives a response code with its results, after one to another's question.
func (c *Call) Answer(response uint32, results map[string]dbus.Variant) {
	c.emit(c.handle+"0", 0, map[string]dbus.Variant{"uris": dbus.MakeVariant([]string{"file:///another's"})})
	c.emit(c.handle, response, results)
}

func (c *Call) emit(path dbus.ObjectPath, response uint32, results map[string]dbus.Variant) {
	if err := c.portal.conn.Emit(path, "org.freedesktop.portal.Request.Response", response, results); err != nil {
		c.portal.t.Error(err)
	}
}
