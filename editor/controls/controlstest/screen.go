package controlstest

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
)

// Screen tells in words what a person sees of a window, or of what lies over it: a
// line for each text and control in the order in which Tab goes, the stops with
// their numbers, an arrow where the keyboard is. What has less room than it needs
// is said to be cut.
func Screen(c fyne.Canvas) string {
	text, _ := Read(c)
	return text
}

// Read is Screen, with the stops that it numbers.
func Read(c fyne.Canvas) (text string, stops []fyne.Focusable) {
	r := reader{focused: c.Focused()}
	if top := c.Overlays().Top(); top != nil {
		r.read(top)
	} else {
		r.read(c.Content())
	}
	return strings.Join(r.lines, "\n") + "\n", r.stops
}

// Menu tells what a menu offers, and those below it.
func Menu(menu *fyne.Menu) string {
	var all strings.Builder
	var say func(menu *fyne.Menu, indent string)
	say = func(menu *fyne.Menu, indent string) {
		for _, item := range menu.Items {
			line := item.Label
			if item.IsSeparator {
				line = "---"
			}
			if s, ok := item.Shortcut.(fyne.KeyboardShortcut); ok {
				line += "  " + held(s.Mod()) + string(s.Key())
			}
			fmt.Fprintln(&all, indent+strings.TrimSpace(line)+states(map[string]bool{"chosen": item.Checked, "disabled": item.Disabled}))
			if item.ChildMenu != nil {
				say(item.ChildMenu, indent+"    ")
			}
		}
	}
	say(menu, "")
	return all.String()
}

func held(modifier fyne.KeyModifier) (all string) {
	for _, m := range []struct {
		modifier fyne.KeyModifier
		name     string
	}{{fyne.KeyModifierShortcutDefault, "Ctrl+"}, {fyne.KeyModifierAlt, "Alt+"}, {fyne.KeyModifierShift, "Shift+"}} {
		if modifier&m.modifier != 0 {
			all += m.name
		}
	}
	return all
}

// reader writes down what is on the screen.
type reader struct {
	focused fyne.Focusable
	stops   []fyne.Focusable
	lines   []string
}

func (r *reader) line(o fyne.CanvasObject, text string) {
	if c, ok := o.(controls.Control); ok {
		number, arrow := "-", " "
		if d, ok := o.(fyne.Disableable); !ok || !d.Disabled() {
			r.stops = append(r.stops, c)
			number = strconv.Itoa(len(r.stops))
		}
		if r.focused == fyne.Focusable(c) {
			arrow = ">"
		}
		r.lines = append(r.lines, fmt.Sprintf("%s%3s %s", arrow, number, text))
	} else if text != "" {
		r.lines = append(r.lines, "     "+text)
	}
}

func (r *reader) read(o fyne.CanvasObject) {
	if o == nil || !o.Visible() {
		return
	}
	if prose, ok := o.(interface {
		controls.Pages
		fmt.Stringer
	}); ok {
		for text := range strings.Lines(prose.String()) {
			r.line(o, oneLine(text))
		}
		return
	}
	if c, ok := o.(controls.Control); ok {
		r.line(o, Told(c))
		if has(c, "CreateItem") || has(c, "Rows") {
			arrange(o)
			r.readAll(test.WidgetRenderer(o.(fyne.Widget)).Objects())
		}
		return
	}
	arrange(o)
	switch o := o.(type) {
	case *fyne.Container:
		r.readAll(o.Objects)
	case *container.Scroll:
		r.read(o.Content)
	case *container.Split:
		r.readAll([]fyne.CanvasObject{o.Leading, o.Trailing})
	case *container.ThemeOverride:
		r.read(o.Content)
	default:
		r.leaf(o)
	}
}

// leaf reads what says something itself, or looks into a widget that is not known.
func (r *reader) leaf(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *widget.Label:
		r.line(o, label(o))
	case *controls.Wrapped:
		r.line(o, label(&o.Label))
	case *widget.RichText:
		r.line(o, rich(o))
	case *widget.ProgressBar:
		r.line(o, fmt.Sprintf("progress %.0f %%", 100*o.Value/o.Max))
	case *widget.Icon:
		r.line(o, icon(o.Resource))
	case *canvas.Text:
		r.line(o, oneLine(o.Text))
	case *canvas.Image:
		r.line(o, "picture")
	case fyne.Widget:
		r.readAll(test.WidgetRenderer(o).Objects())
	}
}

// Objects returns an object and all that it consists of, seen or not. Widgets keep the
// renderers that they are drawn with, which those of test.LaidOutObjects take the place of:
// a list would go on in rows that nobody sees.
func Objects(o fyne.CanvasObject) []fyne.CanvasObject {
	if o == nil {
		return nil
	}
	arrange(o)
	all := []fyne.CanvasObject{o}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, Objects(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			all = append(all, Objects(child)...)
		}
	}
	return all
}

// arrange gives what stands in an object the room that it needs by now, as Fyne's
// driver does before it draws; that of tests leaves it as it was.
func arrange(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
	case fyne.Widget:
		test.WidgetRenderer(o).Layout(o.Size())
	}
}

func (r *reader) readAll(objects []fyne.CanvasObject) {
	for _, o := range objects {
		r.read(o)
	}
}

// Label returns what is a label, Fyne's or ours.
func Label(o fyne.CanvasObject) (*widget.Label, bool) {
	if wrapped, ok := o.(*controls.Wrapped); ok {
		return &wrapped.Label, true
	}
	l, ok := o.(*widget.Label)
	return l, ok
}

// label is what a text says, and how.
func label(l *widget.Label) string {
	if l.Text == "" {
		return ""
	}
	text := l.Text
	needs := fyne.MeasureText(text, theme.Size(sizeName(l)), l.TextStyle).Width + 2*theme.InnerPadding()
	return oneLine(text) + states(map[string]bool{
		"bold": l.TextStyle.Bold, "faint": l.Importance == widget.LowImportance, "warning": l.Importance == widget.WarningImportance,
		"alarm": l.Importance == widget.DangerImportance, "cut": cut(l) || l.Wrapping == fyne.TextWrapOff && needs > l.Size().Width+1,
	})
}

// rich is a text of several styles, each part in bars, with the colour that it has.
func rich(t *widget.RichText) string {
	var all strings.Builder
	for i, s := range t.Segments {
		if i > 0 {
			all.WriteString("|")
		}
		all.WriteString(oneLine(s.Textual()))
		if s, ok := s.(*widget.TextSegment); ok && s.Style.ColorName != theme.ColorNameForeground && s.Style.ColorName != "" {
			all.WriteString("{" + string(s.Style.ColorName) + "}")
		}
	}
	return all.String()
}

func sizeName(l *widget.Label) fyne.ThemeSizeName {
	if l.SizeName != "" {
		return l.SizeName
	}
	return theme.SizeNameText
}

// Told is what a control is, what it is called, and what stands in it. The
// window's own kinds are built on these, so what they have is looked for by name.
func Told(c controls.Control) string {
	disabled := false
	if d, ok := c.(fyne.Disableable); ok {
		disabled = d.Disabled()
	}
	importance, _ := of[widget.Importance](c, "Importance")
	alarm, _ := of[bool](c, "Alarm")
	marks := map[string]bool{
		"disabled": disabled, "cut": cut(c), "main": importance == widget.HighImportance, "alarm": alarm || importance == widget.DangerImportance,
	}
	hint, _ := of[string](c, "PlaceHolder")
	text, _ := of[string](c, "Text")
	chosen, _ := of[string](c, "Selected")
	if hint != "" && text == "" && chosen == "" {
		hint = " {" + hint + "}"
	} else {
		hint = ""
	}
	said := oneLine(c.Name())
	if text != "" && text != said {
		said = text + " (" + said + ")"
	}
	_, tabs := c.(*controls.Tabs)
	switch {
	case tabs:
		said = "tabs " + said
	case has(c, "Options"):
		options, _ := of[[]string](c, "Options")
		said = fmt.Sprintf("choice %s = %s%s of %s", c.Name(), chosen, hint, strings.Join(options, " | "))
	case has(c, "Checked"):
		marks["ticked"], _ = of[bool](c, "Checked")
		said = "check " + said
	case has(c, "CreateItem"), has(c, "Rows"):
		said = "list " + c.Name()
	case has(c, "PlaceHolder"):
		said = fmt.Sprintf("entry %s = %s%s", c.Name(), oneLine(text), hint)
	case has(c, "Filled"):
		marks["filled"], _ = of[bool](c, "Filled")
		said = "pill " + said
	case has(c, "Icon"):
		resource, _ := of[fyne.Resource](c, "Icon")
		said = strings.TrimSpace("button " + said + " " + icon(resource))
	default:
		said = "link " + said
	}
	return said + states(marks)
}

// cut reports whether something has less room than it needs, or a choice than one of what
// may be chosen.
func cut(o fyne.CanvasObject) bool {
	has, needs := o.Size(), o.MinSize()
	if choice, is := o.(*controls.Select); is {
		beside := theme.IconInlineSize() + theme.Padding() + 3*theme.InnerPadding()
		for _, option := range choice.Options {
			needs.Width = max(needs.Width, beside+fyne.MeasureText(option, theme.TextSize(), fyne.TextStyle{}).Width)
		}
	}
	return has.Width < needs.Width-1 || has.Height < needs.Height-1
}

func has(c controls.Control, name string) bool {
	return reflect.ValueOf(c).Elem().FieldByName(name).IsValid()
}

// of is a field of the widget that a control is built on.
func of[T any](c controls.Control, name string) (value T, ok bool) {
	if has(c, name) {
		value, ok = reflect.ValueOf(c).Elem().FieldByName(name).Interface().(T)
	}
	return value, ok
}

func icon(resource fyne.Resource) string {
	if resource == nil {
		return ""
	}
	name := resource.Name()
	if _, plain, ok := strings.Cut(name, "_"); ok {
		name = plain
	}
	return "<" + strings.TrimSuffix(name, ".svg") + ">"
}

// oneLine is a text in one line. Of a long one, a whole template or licence, the
// beginning is enough.
func oneLine(text string) string {
	const enough = 500
	runes := []rune(strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", " / "))
	if len(runes) > enough {
		return string(runes[:enough]) + "…"
	}
	return string(runes)
}

// states are what holds of something, in brackets.
func states(holds map[string]bool) string {
	var all []string
	for _, state := range []string{"bold", "faint", "main", "warning", "alarm", "ticked", "filled", "chosen", "disabled", "cut"} {
		if holds[state] {
			all = append(all, state)
		}
	}
	if len(all) == 0 {
		return ""
	}
	return " [" + strings.Join(all, ", ") + "]"
}
