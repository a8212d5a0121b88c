package screen

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Way is something else that may be done in the place of an answer.
type Way struct {
	Name string
	Do   func()
}

// Offer adds the buttons of ways. The dialog goes before one is taken, which may move the keyboard.
func (d *Dialog) Offer(b Base, ways ...Way) {
	for _, way := range ways {
		d.Button(way.Name, nil, func() { d.Close(); b.AfterClick(way.Do) })
	}
}

// Line is a line of what is told in a question. One with a Way has its name above, which is pressed
// to take it.
type Line struct {
	Text string
	Way  Way
}

// Plain are lines that lead nowhere.
func Plain(texts []string) []Line {
	lines := make([]Line, len(texts))
	for i, text := range texts {
		lines[i].Text = text
	}
	return lines
}

// Lines are what a question tells. close is called before a way is taken.
func (b Base) Lines(lines []Line, close func()) fyne.CanvasObject {
	var objects []fyne.CanvasObject
	var plain []string
	flush := func() {
		if plain != nil {
			objects = append(objects, Wrapped(strings.Join(plain, "\n")))
		}
		plain = nil
	}
	for _, line := range lines {
		if line.Way.Do != nil {
			flush()
			objects = append(objects, b.Keys.NewLink(line.Way.Name, func() { close(); b.AfterClick(line.Way.Do) }))
		}
		plain = append(plain, line.Text)
	}
	flush()
	if len(objects) == 1 {
		return objects[0]
	}
	return container.New(layout.NewCustomPaddedVBoxLayout(0), objects...)
}

// Ask puts a question that somebody has just called for; the confirming button
// has the keyboard.
func (b Base) Ask(title, question, confirm string, importance widget.Importance, yes func()) *Dialog {
	d := b.Dialogs.New(title, Wrapped(question), b.Text("button-cancel"))
	ok := d.Yes(confirm, nil, func() { d.Close(); yes() }).With(importance)
	d.Show(fyne.NewSize(520, 0), ok)
	return d
}

// AskLate puts a question that comes by itself, later than what called for it: a
// key that was meant for a text must not answer yes, so the other button has the
// keyboard. no is called where the person leaves all as it is.
func (b Base) AskLate(title, question, confirm string, yes, no func()) {
	b.AskLateOf(title, Plain([]string{question}), confirm, yes, no)
}

// AskLateOf is AskLate of lines that may lead somewhere, and beside the buttons as well.
func (b Base) AskLateOf(title string, lines []Line, confirm string, yes, no func(), ways ...Way) *Dialog {
	var d *Dialog
	d = b.Dialogs.New(title, b.Lines(lines, func() { d.Close(); no() }), b.Text("button-cancel"))
	leave := d.yes // until there is another
	for _, way := range ways {
		d.Offer(b, Way{way.Name, func() { no(); way.Do() }})
	}
	d.OnNo(func() { d.Close(); no() })
	d.Yes(confirm, nil, func() { d.Close(); yes() }).With(widget.DangerImportance)
	d.Show(fyne.NewSize(520, 0), leave)
	return d
}

// AskBeforeLoss has a dialog that is left by no ask first where other things are entered in it
// than now. entered returns what is.
func (d *Dialog) AskBeforeLoss(b Base, entered func() []string) {
	before := entered()
	d.OnNo(func() {
		if slices.Equal(entered(), before) {
			d.Close()
			return
		}
		b.AskLate(b.Text("loss-title"), b.Text("loss-question"), b.Text("loss-confirm"), d.Close, func() {})
	})
}

// AskName asks for a line of text; an empty one is no answer.
func (b Base) AskName(title string, named func(name string)) {
	entry := b.Keys.NewEntry()
	entry.SetName(title)
	d := b.Dialogs.New(title, entry, b.Text("button-cancel"))
	d.Yes(b.Text("button-ok"), nil, func() {
		d.Close()
		if entry.Text != "" {
			named(entry.Text)
		}
	})
	d.Show(fyne.NewSize(420, 0), nil)
}

// NewBar returns a bar that shows how far something is, without words: they would stand on half
// of the accent, where nobody reads them. A line beside it says them.
func NewBar() *widget.ProgressBar {
	bar := widget.NewProgressBar()
	bar.TextFormatter = func() string { return "" }
	return bar
}

// Progress does long work away from the UI goroutine under a bar that shows how
// far it is, with a button that stops it. done follows also after it was stopped:
// what was done until then stays.
func (b Base) Progress(title string, do func(ctx context.Context, report func(done, of int)) error, done func(stopped bool)) {
	ctx, cancel := context.WithCancel(context.Background())
	bar := NewBar()
	bar.Hide() // until it is known how much there is to do
	line := Wrapped(b.Text("progress-begun"))
	d := b.Dialogs.New(title, container.NewVBox(bar, line), b.Text("button-stop"))
	d.OnNo(cancel)
	d.WithoutYes()
	d.Show(fyne.NewSize(460, 180), nil)
	report := func(n, of int) {
		b.Do(func() {
			if of > 0 {
				bar.Show()
				bar.SetValue(float64(n) / float64(of))
			}
			line.SetText(b.Text("progress-done", map[string]any{"Done": n, "Of": of}))
		})
	}
	b.Go(func() {
		err := do(ctx, report)
		stopped := ctx.Err() != nil
		cancel()
		b.Do(func() {
			d.Close()
			if err != nil && (!stopped || !errors.Is(err, context.Canceled)) {
				b.Fail(err)
				return
			}
			done(stopped)
		})
	})
}
