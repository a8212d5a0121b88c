// Package surface is where a release is written: one widget that lays out and draws
// the texts of a draft as they read, and hands what is typed and clicked to an
// editing.Editor.
//
// It scrolls itself and lays out only what is seen. All its lengths are pixels of the
// screen, whole ones; they become Fyne's where an object is placed. A Surface is used
// on the UI goroutine only.
package surface

import (
	"image"
	"time"

	"fyne.io/fyne/v2"

	"github.com/go-text/typesetting/font"

	"communique/editor/controls"
	"communique/editor/editing"
	"communique/editor/surface/typeset"
)

// The sizes of the text that may be chosen, in Fyne's units, and the usual one.
const (
	SmallestText = 13
	UsualText    = 17
	LargestText  = 28
)

// Params are what a Surface needs. Those marked so may be left out.
type Params struct {
	Keyboard *controls.Keyboard
	// Colours returns what to draw with; it is asked whenever the theme changes.
	Colours func() Colours
	// Hints stand in empty texts, and Name is what a screen reader calls the surface.
	Hints Hints
	Name  string
	// Copy puts a Fragment on the clipboard, and reports whether it is there. Paste puts
	// what is there into the editor, its words alone where plain is on.
	Copy  func(editing.Fragment) (copied bool)
	Paste func(plain bool)
	// Picture loads the picture of a hash, no larger than so many pixels, on another
	// goroutine, and calls done on the UI goroutine; nil is a picture that is not
	// there. Optional.
	Picture func(hash string, width, height int, done func(image.Image))
	// Covered is how much of the view something floats over at its foot: what is scrolled to
	// stands above that. Optional.
	Covered func() float32
	// SystemFaces has letters that the program's faces lack looked for in the system's.
	SystemFaces bool
	// Go runs a function on a goroutine of its own, Do one on the UI goroutine. Optional:
	// the usual ones are a go statement and fyne.Do.
	Go, Do func(func())
	// After calls a function later on the UI goroutine, unless it is stopped.
	// Optional: the usual one is a timer and Do.
	After func(d time.Duration, f func()) (stop func())
	// Now is the clock that tells a double click. Optional: time.Now.
	Now func() time.Time
}

// Hints are the words that stand in empty texts, in the interface's language.
type Hints struct {
	Headline, Subheadline, Dateline, Lead, Boilerplate, Contacts string
	Paragraph, Subheading, Quotation, Speaker, Item              string
	Caption, Author, Alternative                                 string
	About                                                        string // the heading over the boilerplate
}

// Surface is the widget.
type Surface struct {
	controls.Custom
	params       Params
	editor       *editing.Editor // nil until Edit
	setter       *typeset.Setter
	choice       typeChoice
	colours      inks
	column       column
	view         view
	bar          bar
	caret        caret
	pointer      pointer
	findings     findings
	hits         hits
	pictures     pictures
	combinations map[controls.Combination]command
	acting       bool             // a command of the surface's is being done
	pending      []editing.Change // that it made, and nobody was told of yet

	// OnChanged hears of each change of the draft after it is drawn.
	OnChanged func(editing.Change)
	// OnCaret hears that the caret or the selection is another.
	OnCaret func()
	// OnLink hears that the selected words are to be linked.
	OnLink func()
	// OnContext hears that a menu is wanted at a point of the surface.
	OnContext func(at fyne.Position)
	// OnFinding hears which finding is under the pointer, or clicked, or led to by a key, and
	// where its words are on the surface; nil for none any more.
	OnFinding func(f *Finding, at Area, byKey bool)
	// OnDateline and OnContacts hear that the line of place and date, or the
	// contacts, are to be changed, and where they are on the surface.
	OnDateline, OnContacts func(at Area)
	// OnTab hears that Tab meant nothing where the caret is, in a list or elsewhere.
	OnTab func(inList bool)
	// OnLeave hears that the keyboard went elsewhere.
	OnLeave func()
	// OnTextSize hears that another size of the text was chosen with the wheel.
	OnTextSize func(size float32)
}

// Area is a rectangle of the surface.
type Area struct {
	At   fyne.Position // the upper left corner
	Size fyne.Size
}

// typeChoice is the type that a person chose.
type typeChoice struct {
	size   float32
	family typeset.Family
}

// New returns a surface without a draft.
func New(params Params) *Surface {
	if params.Go == nil {
		params.Go = func(f func()) { go f() }
	}
	if params.Covered == nil {
		params.Covered = func() float32 { return 0 }
	}
	if params.Do == nil {
		params.Do = fyne.Do
	}
	if params.After == nil {
		params.After = func(d time.Duration, f func()) func() { return after(params.Do, d, f) }
	}
	if params.Now == nil {
		params.Now = time.Now
	}
	s := &Surface{params: params, choice: typeChoice{size: UsualText}, colours: inksOf(params.Colours())}
	s.column.hints = &s.params.Hints
	var system func(rune) *font.Face
	if params.SystemFaces {
		system = typeset.SystemFaces(params.Go, params.Do, s.facesFound)
	}
	s.setter = typeset.NewSetter(system)
	s.combinations = combinations()
	s.pictures.known = map[string]*picture{}
	s.view = view{column: &s.column, setter: s.setter, scale: 1, lines: map[*typeset.Line]*lineView{}}
	s.column.setup(s.setter, measuresFor(s.setter, s.choice, 1, columnWidth), s.pictureSize) // until the first layout
	s.OnChanged, s.OnCaret, s.OnLink = func(editing.Change) {}, func() {}, func() {}
	s.OnContext, s.OnFinding = func(fyne.Position) {}, func(*Finding, Area, bool) {}
	s.OnDateline, s.OnContacts, s.OnTextSize, s.OnLeave = func(Area) {}, func(Area) {}, func(float32) {}, func() {}
	s.OnTab = func(bool) {}
	s.SetName(params.Name)
	s.Extend(params.Keyboard, s)
	return s
}

// Disable has the text only looked at, from the next Edit on: the keyboard never goes there,
// nothing is selected, and what is empty takes no room. The wheel scrolls.
func (s *Surface) Disable() { s.column.shown = true }

// Enable has it written on again.
func (s *Surface) Enable() { s.column.shown = false }

// Disabled tells whether it is only looked at.
func (s *Surface) Disabled() bool { return s.column.shown }

func after(do func(func()), d time.Duration, f func()) (stop func()) {
	stopped := false // told and asked on the UI goroutine
	timer := time.AfterFunc(d, func() {
		do(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() {
		stopped = true
		timer.Stop()
	}
}
