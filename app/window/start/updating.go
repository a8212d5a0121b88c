package start

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/controls"
)

// Updating is the window that is there while an older program's library is brought up
// to date. It is used on the UI goroutine only, but for Progress.
type Updating struct {
	params Params
	win    fyne.Window
	bar    *widget.ProgressBar
	line   *controls.Wrapped
	quit   *controls.Button
}

// The window's size, in Fyne's units.
const (
	updatingWidth  = 560
	updatingHeight = 260
)

// NewUpdating makes the window. Of the params it takes App, Words, Quit, Modifier,
// Physical and Do.
func NewUpdating(p Params) *Updating {
	text := p.Words.Text
	w := &Updating{params: p, win: p.App.NewWindow(text("start-updating")), bar: screen.NewBar(), line: screen.Wrapped(text("start-updating-copy"))}
	keys := controls.NewKeyboard(controls.Params{Canvas: w.win.Canvas(), Held: p.Modifier, Physical: p.Physical, Menu: w.win.MainMenu})
	keys.OnAnswer = func(yes bool) bool {
		if !yes {
			p.Quit()
		}
		return true
	}
	head := widget.NewLabelWithStyle(text("start-updating"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	head.SizeName = theme.SizeNameSubHeadingText
	head.Wrapping = fyne.TextWrapWord
	w.quit = keys.NewButton(text("start-updating-quit"), theme.LogoutIcon(), p.Quit)
	words := container.NewVBox(head, screen.Wrapped(text("start-updating-why")), w.bar, w.line)
	w.win.SetContent(container.NewPadded(container.NewPadded(controls.Border(nil, w.quit, nil, nil, container.NewVScroll(words)))))
	w.win.Resize(fyne.NewSize(updatingWidth, updatingHeight))
	w.win.CenterOnScreen()
	w.win.SetCloseIntercept(p.Quit)
	return w
}

// Progress tells how many releases of how many are done. It may be called from anywhere.
func (w *Updating) Progress(done, of int) {
	w.params.Do(func() {
		w.bar.SetValue(float64(done) / float64(of))
		w.line.SetText(w.params.Words.Text("progress-done", map[string]any{"Done": done, "Of": of}))
	})
}

// Show brings the window on the screen.
func (w *Updating) Show() {
	w.win.Show()
	w.win.Canvas().Focus(w.quit)
}

// Close takes it away, when another window is there.
func (w *Updating) Close() { w.win.Close() }
