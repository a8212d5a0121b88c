//go:build linux || freebsd || netbsd || openbsd || dragonfly

package system

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/godbus/dbus/v5"
)

// The names of the portal, from its documentation at
// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.FileChooser.html
const (
	portalName   = "org.freedesktop.portal.Desktop"
	portalPath   = "/org/freedesktop/portal/desktop"
	openFile     = "org.freedesktop.portal.FileChooser.OpenFile"
	requestType  = "org.freedesktop.portal.Request"
	responseName = requestType + ".Response"
	busType      = "org.freedesktop.DBus"
	ownerName    = busType + ".NameOwnerChanged"
)

// The answers of a request.
const (
	responseChosen    = 0
	responseCancelled = 1
)

// openTime is how long the portal may take to say that it asks: a person who
// pressed a key waits for it. One that has to be started first takes about a second.
const openTime = 2 * time.Second

var (
	errUnexpected = errors.New("the portal's answer is not one of a file chooser")
	errEnded      = errors.New("the portal ended the question")
)

// Ask asks in the system's chooser and returns the absolute paths that were
// chosen, none where the person chose none. An error means that the person was
// not asked, or could not answer. The end of ctx takes the question back, and the
// error is then ctx's.
func Ask(ctx context.Context, q Question) ([]string, error) {
	return ask(ctx, q, openTime)
}

// ask is Ask with the time that the portal has to say that it asks.
func ask(ctx context.Context, q Question, open time.Duration) ([]string, error) {
	paths, err := exchange(ctx, q, open)
	if err != nil && ctx.Err() != nil {
		return nil, ctx.Err() // what broke first of the connection depends on the moment
	}
	return paths, err
}

// exchange asks on a connection of its own: the portal takes a question back by itself
// when who asked it leaves the bus. (github.com/rymdport/portal shares one and so
// hears other signals than its answer's, waits for ever, and reads + as a space.)
func exchange(ctx context.Context, q Question, open time.Duration) ([]string, error) {
	ctx, leave := context.WithCancel(ctx)
	defer leave()
	late := time.AfterFunc(open, leave)
	conn, err := connect(ctx)
	if err != nil {
		return nil, err
	}
	signals := make(chan *dbus.Signal, 8)
	conn.Signal(signals)
	if err := listen(ctx, conn); err != nil {
		return nil, err
	}
	var request dbus.ObjectPath
	call := conn.Object(portalName, portalPath).CallWithContext(ctx, openFile, 0, parent(q.Parent), q.Title, options(q))
	if err := call.Store(&request); err != nil {
		return nil, refusal(err)
	}
	if !late.Stop() {
		return nil, context.DeadlineExceeded
	}
	return await(ctx, signals, request)
}

// refusal is the portal's error to a question. A portal that leaves the bus before it
// has said that it asks has ended the question as one that leaves later has; the bus
// tells the first by this name.
func refusal(err error) error {
	if e := (dbus.Error{}); errors.As(err, &e) && e.Name == "org.freedesktop.DBus.Error.NoReply" {
		return errEnded
	}
	return err
}

// connect joins the session's bus. It starts none: a bus of our own would have
// no portal.
func connect(ctx context.Context) (*dbus.Conn, error) {
	conn, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	if err := conn.Auth(nil); err != nil {
		return nil, err
	}
	return conn, conn.Hello()
}

// listen asks the bus for the answers to our requests and for the portal's end.
// It comes before the question: an answer may be quicker than the handle.
func listen(ctx context.Context, conn *dbus.Conn) error {
	err := conn.AddMatchSignalContext(ctx, dbus.WithMatchInterface(requestType), dbus.WithMatchMember("Response"))
	if err != nil {
		return err
	}
	return conn.AddMatchSignalContext(ctx, dbus.WithMatchInterface(busType), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, portalName))
}

// parent names our window to the portal. Wayland's are known by another way that
// Fyne does not have; the chooser then stands by itself.
func parent(window uintptr) string {
	if window == 0 {
		return ""
	}
	return fmt.Sprintf("x11:%x", window)
}

// filter and rule are the portal's a(sa(us)).
type filter struct {
	Name  string
	Rules []rule
}

type rule struct {
	Kind    uint32 // 0 is a pattern
	Pattern string
}

func options(q Question) map[string]dbus.Variant {
	o := map[string]dbus.Variant{
		"modal":        dbus.MakeVariant(true),
		"multiple":     dbus.MakeVariant(q.Several),
		"directory":    dbus.MakeVariant(q.Folder),
		"accept_label": dbus.MakeVariant(q.Confirm),
	}
	if q.Dir != "" {
		o["current_folder"] = dbus.MakeVariant(append([]byte(q.Dir), 0))
	}
	if len(q.Filters) > 0 {
		var filters []filter
		for _, f := range q.Filters {
			filters = append(filters, filter{f.Name, rules(f.Endings)})
		}
		o["filters"] = dbus.MakeVariant(filters)
	}
	return o
}

// rules are a filter's patterns. The portal takes capitals for other letters.
func rules(endings []string) []rule {
	if len(endings) == 0 {
		return []rule{{Pattern: "*"}}
	}
	var all []rule
	for _, e := range endings {
		all = append(all, rule{Pattern: "*" + e}, rule{Pattern: "*" + strings.ToUpper(e)})
	}
	return all
}

// await waits for the answer to a request, for as long as the person takes.
func await(ctx context.Context, signals <-chan *dbus.Signal, request dbus.ObjectPath) ([]string, error) {
	for signal := range signals {
		switch {
		case signal.Name == responseName && signal.Path == request:
			return answer(signal.Body)
		case signal.Name == ownerName && left(signal.Body):
			return nil, errEnded
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return nil, errEnded // the bus itself has ended
}

// left reports whether a change of the portal's owner leaves it none.
func left(body []any) bool {
	var name, before, after string
	return dbus.Store(body, &name, &before, &after) == nil && name == portalName && after == ""
}

func answer(body []any) ([]string, error) {
	var response uint32
	var results map[string]dbus.Variant
	if err := dbus.Store(body, &response, &results); err != nil {
		return nil, fmt.Errorf("%w: %w", errUnexpected, err)
	}
	switch response {
	case responseChosen:
	case responseCancelled:
		return nil, nil
	default:
		return nil, errEnded
	}
	uris, ok := results["uris"].Value().([]string)
	if !ok {
		return nil, errUnexpected
	}
	var paths []string
	for _, uri := range uris {
		u, err := url.Parse(uri)
		if err != nil || u.Scheme != "file" || u.Path == "" {
			return nil, fmt.Errorf("%w: %q", errUnexpected, uri)
		}
		paths = append(paths, u.Path)
	}
	return paths, nil
}
