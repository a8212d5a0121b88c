// Package start is the window that stands in the main one's place when the
// program cannot start: it says what happened, to what, and what can be done.
package start

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/chooser"
	"communique/app/chooser/system"
	"communique/app/library"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
)

// Params are what the window needs.
type Params struct {
	App   fyne.App
	Words *translations.Words
	// Library says that the trouble is the library's, so that another one may help.
	Library bool
	// Again tries once more. Other starts with the library at a path, a new one
	// where there is none. Both answer later, with Tell or with Close.
	Again func()
	Other func(path string)
	// Recover makes a damaged library anew of what can be read, Restore puts its newest good
	// backup in its place; HasBackups tells whether there may be one. They answer as Again does.
	Recover, Restore func()
	HasBackups       func(path string) bool
	Quit             func()
	// Reveal opens a folder in the system's own program, away from the UI goroutine.
	Reveal func(folder string) error
	// Ask asks in the system's file chooser, away from the UI goroutine, beginning in
	// Documents; an error leaves it to the window's own.
	Ask       func(ctx context.Context, q system.Question) ([]string, error)
	Documents string
	// Modifier returns the modifiers that are held now, Physical the key that a Latin
	// keyboard has at a scancode.
	Modifier func() fyne.KeyModifier
	Physical func(scancode int) fyne.KeyName
	Go       func(func()) // runs a function on a goroutine of its own
	Do       func(func()) // runs a function on the UI goroutine
}

// Window is the window. It is used on the UI goroutine only.
type Window struct {
	params  Params
	win     fyne.Window
	what    *controls.Wrapped // what happened, and what to do
	where   *widget.Label     // the file it happened to
	keys    *controls.Keyboard
	recover *controls.Button // shown where the library is damaged
	restore *controls.Button // where it is that, or gone, and has backups
	again   *controls.Button
	buttons *fyne.Container
	chooser *chooser.Chooser
	path    string
}

// fileName is what a new library is called in the folder that is chosen for it.
const (
	fileName = "library" + ending
	ending   = ".db"
)

// The window's size, in Fyne's units: Fyne's own file chooser has room in it.
const (
	windowWidth  = 760
	windowHeight = 520
)

// New makes the window; Tell gives it its words, Show brings it on the screen.
func New(p Params) *Window {
	w := &Window{params: p, win: p.App.NewWindow(p.Words.Text("start-title"))}
	head := widget.NewLabelWithStyle(p.Words.Text("start-title"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	head.SizeName = theme.SizeNameSubHeadingText
	head.Wrapping = fyne.TextWrapWord
	w.what = screen.Wrapped("")
	w.where = widget.NewLabel("")
	w.where.Wrapping = fyne.TextWrapBreak // a path has no spaces to break at
	w.keys = controls.NewKeyboard(controls.Params{
		Canvas: w.win.Canvas(), Held: p.Modifier, Physical: p.Physical, Menu: w.win.MainMenu,
	})
	dialogs := screen.NewDialogs(screen.Params{
		Canvas: w.win.Canvas(), Keys: w.keys, Home: w.focus,
	})
	inDialog := w.keys.OnAnswer
	w.keys.OnAnswer = func(yes bool) bool {
		if inDialog(yes) || yes {
			return true
		}
		p.Quit()
		return true
	}
	w.chooser = chooser.New(chooser.Params{
		Window: w.win, Dialogs: dialogs, Keys: w.keys, Words: func() *translations.Words { return p.Words }, Ask: p.Ask, Go: p.Go, Do: p.Do,
		Start: func(string) string { return p.Documents }, Busy: func() func() {
			w.chooser.UseOwn()
			return func() {}
		},
	})
	w.buttons = w.ways()
	words := container.NewVBox(head, w.what, w.where, screen.Wrapped(p.Words.Text("start-safe")))
	w.win.SetContent(container.NewPadded(container.NewPadded(controls.Border(nil, w.buttons, nil, nil, container.NewVScroll(words)))))
	w.win.Resize(fyne.NewSize(windowWidth, windowHeight))
	w.win.CenterOnScreen()
	w.win.SetCloseIntercept(p.Quit)
	return w
}

// ways are the ways out, the likeliest first.
func (w *Window) ways() *fyne.Container {
	text := w.params.Words.Text
	ways := container.NewVBox()
	add := func(name string, icon fyne.Resource, tapped func()) *controls.Button {
		b := w.keys.NewButton(text(name), icon, tapped)
		b.Alignment = widget.ButtonAlignLeading
		ways.Add(b)
		return b
	}
	w.recover = add("start-recover", theme.MediaReplayIcon(), func() { w.wait(w.params.Recover) }).With(widget.HighImportance)
	w.restore = add("start-restore", theme.HistoryIcon(), func() { w.wait(w.params.Restore) })
	w.recover.Hide()
	w.restore.Hide()
	w.again = add("start-again", theme.ViewRefreshIcon(), func() { w.wait(w.params.Again) }).With(widget.HighImportance)
	if w.params.Library {
		add("start-other", theme.FileIcon(), w.askFile)
		add("start-new", theme.ContentAddIcon(), w.askFolder)
	}
	add("start-show", theme.FolderOpenIcon(), w.reveal)
	add("menu-quit", theme.LogoutIcon(), w.params.Quit)
	return ways
}

// Tell says what went wrong with the file at path.
func (w *Window) Tell(err error, path string) {
	w.path = path
	w.what.SetText(w.params.Words.Error(err))
	w.where.SetText(path)
	w.where.Hidden = strings.Contains(w.what.Text, path) // the sentence says it
	for _, o := range w.buttons.Objects {
		o.(*controls.Button).Enable()
	}
	var damaged *library.NoLibraryError
	var absent *library.AbsentError
	broken := w.params.Library && errors.As(err, &damaged)
	show(w.recover, broken)
	show(w.restore, (broken || w.params.Library && errors.As(err, &absent)) && w.params.HasBackups(path))
	if w.again.With(widget.HighImportance); broken {
		w.again.With(widget.MediumImportance)
	}
	w.focus()
}

func show(b *controls.Button, shown bool) {
	if b.Show(); !shown {
		b.Hide()
	}
}

// focus gives the keyboard to the likeliest way out.
func (w *Window) focus() {
	if w.recover.Visible() {
		w.win.Canvas().Focus(w.recover)
		return
	}
	w.win.Canvas().Focus(w.again)
}

// wait starts a try; the buttons wait for its answer, but for the last one, which
// leaves: a disk may not answer at all.
func (w *Window) wait(try func()) {
	for _, o := range w.buttons.Objects[:len(w.buttons.Objects)-1] {
		o.(*controls.Button).Disable()
	}
	w.what.SetText(w.params.Words.Text("start-trying"))
	try()
}

// Progress tells how many releases of an older program's library are brought up to date
// while it is tried. It may be called from anywhere.
func (w *Window) Progress(done, of int) {
	w.params.Do(func() {
		w.what.SetText(w.params.Words.Text("progress-done", map[string]any{"Done": done, "Of": of}))
	})
}

// Show brings the window on the screen.
func (w *Window) Show() {
	w.win.Show()
	w.focus()
}

// Close takes it away, when the main window is there.
func (w *Window) Close() {
	w.chooser.Close()
	w.win.Close()
}

// askFile asks for the file of another library.
func (w *Window) askFile() {
	text := w.params.Words.Text
	w.choose(chooser.Request{
		Title:   text("start-other"),
		Filters: []system.Filter{{Name: text("start-libraries"), Endings: []string{ending}}, {Name: text("chooser-all")}},
		Chosen:  func(paths []string) { w.wait(func() { w.params.Other(paths[0]) }) },
	})
}

// askFolder asks where to make a new library. One that is there already is
// opened, and nothing is overwritten.
func (w *Window) askFolder() {
	w.choose(chooser.Request{
		Title: w.params.Words.Text("start-new"), Folder: true,
		Chosen: func(paths []string) {
			w.wait(func() { w.params.Other(filepath.Join(paths[0], fileName)) })
		},
	})
}

func (w *Window) choose(r chooser.Request) {
	r.Confirm = w.params.Words.Text("chooser-choose")
	w.chooser.Choose(r)
}

// reveal shows the folder of the file, or the nearest one above that is there.
func (w *Window) reveal() {
	path := w.path
	w.params.Go(func() {
		dir := filepath.Dir(path)
		for {
			if _, err := os.Stat(dir); err == nil || dir == filepath.Dir(dir) {
				break
			}
			dir = filepath.Dir(dir)
		}
		if err := w.params.Reveal(dir); err != nil {
			w.params.Do(func() { w.what.SetText(w.params.Words.Text("start-folder", map[string]any{"Path": dir})) })
		}
	})
}
