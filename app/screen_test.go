package app_test

import (
	"fmt"
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	driver "fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"communique/editor/controls"
)

// area is a rectangle of the canvas.
type area struct {
	at   fyne.Position
	size fyne.Size
}

func (a area) holds(p fyne.Position) bool {
	return p.X >= a.at.X && p.Y >= a.at.Y && p.X < a.at.X+a.size.Width && p.Y < a.at.Y+a.size.Height
}

func (a area) middle() fyne.Position {
	return a.at.AddXY(a.size.Width/2, a.size.Height/2)
}

// stop is something a person can press, and where it can be hit.
type stop struct {
	object fyne.CanvasObject
	kind   string // its type's name
	name   string // what is written on it, or its icon
	area   area
	shown  bool // its middle is within every scrolled area that holds it
}

func (s stop) String() string { return fmt.Sprintf("%s «%s»", s.kind, s.name) }

// children are the visible parts of an object.
func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		if r := test.WidgetRenderer(o); r != nil {
			return r.Objects()
		}
	}
	return nil
}

// visit calls see for each visible object below one, with its place on the canvas
// and the areas it is scrolled in.
func visit(o fyne.CanvasObject, at fyne.Position, scrolled []area, see func(o fyne.CanvasObject, place area, scrolled []area)) {
	if o == nil || !o.Visible() {
		return
	}
	place := area{at.Add(o.Position()), o.Size()}
	see(o, place, scrolled)
	if strings.HasSuffix(fmt.Sprintf("%T", o), ".Scroll") {
		scrolled = append(append([]area{}, scrolled...), place)
	}
	for _, child := range children(o) {
		visit(child, place.at, scrolled, see)
	}
}

// stops are the enabled things below an object that take a click; of tabs, each.
func stops(root fyne.CanvasObject) []stop {
	var all []stop
	if root == nil {
		return nil
	}
	var tabs area // of the row that was met last
	visit(root, fyne.Position{}, nil, func(o fyne.CanvasObject, place area, scrolled []area) {
		_, tappable := o.(fyne.Tappable)
		switch o.(type) {
		case *controls.Tabs:
			tabs = place
			return
		case *canvas.Text:
			tappable = tabs.holds(place.middle())
		}
		if d, ok := o.(fyne.Disableable); !tappable || ok && d.Disabled() {
			return
		}
		kind := strings.TrimPrefix(fmt.Sprintf("%T", o), "*")
		if strings.HasSuffix(kind, "OverlayContainer") || strings.HasSuffix(kind, "PopUp") || strings.HasSuffix(kind, "modalPopUp") {
			return
		}
		s := stop{object: o, kind: kind, name: strings.Join(texts(o), " "), area: place, shown: true}
		for _, clip := range scrolled {
			s.shown = s.shown && clip.holds(place.middle())
		}
		all = append(all, s)
	})
	return all
}

// texts are the words below an object, or the names of its pictures where it has none.
func texts(root fyne.CanvasObject) []string {
	var words, pictures []string
	visit(root, fyne.Position{}, nil, func(o fyne.CanvasObject, _ area, _ []area) {
		switch o := o.(type) {
		case *canvas.Text:
			if text := strings.TrimSpace(o.Text); text != "" {
				words = append(words, text)
			}
		case *canvas.Image:
			if o.Resource != nil {
				pictures = append(pictures, o.Resource.Name())
			}
		}
	})
	if len(words) == 0 {
		return pictures
	}
	return words
}

// entry is what can be read of a field with a caret.
type entry interface {
	fyne.Focusable
	SelectedText() string
}

// textOf returns the text of an entry of any type that embeds Fyne's.
func textOf(e entry) string {
	return reflect.Indirect(reflect.ValueOf(e)).FieldByName("Text").String()
}

func heldKeys() fyne.KeyModifier {
	return fyne.CurrentApp().Driver().(driver.Driver).CurrentKeyModifiers()
}
