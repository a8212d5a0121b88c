// Package chooser asks a person for files and folders: in the system's own
// chooser, or where there is none in a plain one of the window's.
package chooser

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"

	"communique/app/chooser/system"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
)

// Params are what a Chooser needs. What is not said otherwise is called on the
// UI goroutine.
type Params struct {
	Window  fyne.Window
	Dialogs *screen.Dialogs
	Keys    *controls.Keyboard
	// Words returns the words of the interface as it is now.
	Words func() *translations.Words
	// Ask asks in the system's chooser, as system.Ask does; it is called away from
	// the UI goroutine. An error brings up the window's own.
	Ask func(ctx context.Context, q system.Question) ([]string, error)
	// Start returns the folder to begin in, given the one of the last time, which
	// may be gone; it is called away from the UI goroutine.
	Start func(last string) string
	// Busy hears that something was asked for while the system's chooser is open.
	// What it returns takes back what it shows, once there is an answer.
	Busy func() (taken func())
	// Go runs a function on a goroutine of its own, Do one on the UI goroutine.
	Go, Do func(func())
}

// Request is what a person is asked for.
type Request struct {
	Title, Confirm string
	Folder         bool // a folder is wanted, not files
	Several        bool // more than one file may be chosen, where the chooser can
	Last           string
	Filters        []system.Filter
	// Chosen takes the absolute paths; it is not called where there are none.
	Chosen func(paths []string)
}

// Chooser asks one thing at a time.
type Chooser struct {
	params Params
	open   *question // in the system's chooser
	closed bool
}

// question is a request that the system's chooser has.
type question struct {
	request Request
	cancel  context.CancelFunc
	busy    []func() // take back what was said of it meanwhile
}

// New returns the chooser of a window.
func New(params Params) *Chooser { return &Chooser{params: params} }

// Choose asks for files or a folder. It returns at once: the window goes on.
// While the system's chooser is open, another is not opened.
func (c *Chooser) Choose(r Request) {
	if c.closed {
		return
	}
	if asked := c.open; asked != nil {
		asked.busy = append(asked.busy, c.params.Busy())
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	asked := &question{request: r, cancel: cancel}
	c.open = asked
	q := system.Question{
		Title: r.Title, Confirm: r.Confirm, Folder: r.Folder, Several: r.Several, Filters: r.Filters, Parent: handle(c.params.Window),
	}
	c.params.Go(func() {
		q.Dir = c.params.Start(r.Last)
		paths, err := c.params.Ask(ctx, q)
		c.params.Do(func() { c.answered(asked, paths, err) })
	})
}

// answered takes the system's answer, unless the question was taken back.
func (c *Chooser) answered(asked *question, paths []string, err error) {
	if c.open != asked {
		return
	}
	c.drop()
	switch {
	case err != nil:
		c.browse(asked.request)
	case len(paths) > 0:
		asked.request.Chosen(paths)
	}
}

// UseOwn takes the question back from the system's chooser, which may not be
// seen, and puts it in the window's own.
func (c *Chooser) UseOwn() {
	if asked := c.open; asked != nil {
		c.drop()
		c.browse(asked.request)
	}
}

// Close takes back what is being asked: the window goes.
func (c *Chooser) Close() {
	c.closed = true
	c.drop()
}

// drop ends the open question, with what was said of it.
func (c *Chooser) drop() {
	asked := c.open
	if asked == nil {
		return
	}
	c.open = nil
	asked.cancel()
	for _, taken := range asked.busy {
		taken()
	}
}

// handle is what the system's chooser knows a window by: 0 where it has none.
func handle(w fyne.Window) (id uintptr) {
	if native, ok := w.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			switch context := context.(type) {
			case driver.X11WindowContext:
				id = context.WindowHandle
			case driver.WindowsWindowContext:
				id = context.HWND
			}
		})
	}
	return id
}
