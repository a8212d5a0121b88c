package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Seen reports whether an object is on the screen below root, or would be if it
// were scrolled to.
func Seen(root, object fyne.CanvasObject) bool { return path(root, object) != nil }

// First returns the first control below root, or root itself, that is seen and can have the
// keyboard; nil for none.
func First(root fyne.CanvasObject) fyne.Focusable {
	if root == nil || !root.Visible() {
		return nil
	}
	if f, ok := root.(fyne.Focusable); ok {
		if d, can := root.(fyne.Disableable); !can || !d.Disabled() {
			return f
		}
	}
	for _, child := range children(root) {
		if first := First(child); first != nil {
			return first
		}
	}
	return nil
}

// Reveal scrolls whatever scrolls below root, such that target is seen: Tab leads
// also to what lies outside the view.
func Reveal(root, target fyne.CanvasObject) {
	way := path(root, target)
	for i, o := range way {
		s, ok := o.(*container.Scroll)
		if !ok || i+2 > len(way) {
			continue
		}
		var inside fyne.Position // of the target in what is scrolled
		for _, step := range way[i+2:] {
			inside = inside.Add(step.Position())
		}
		offset := s.Offset
		offset.Y = within(offset.Y, inside.Y, target.Size().Height, s.Size().Height)
		offset.X = within(offset.X, inside.X, target.Size().Width, s.Size().Width)
		if offset != s.Offset {
			s.ScrollToOffset(offset)
		}
	}
}

// within is the offset nearest to the present one at which a span is in view; its
// beginning where it is larger than the view.
func within(offset, from, length, view float32) float32 {
	if from+length > offset+view {
		offset = from + length - view
	}
	return max(0, min(offset, from))
}

// Page scrolls by so many views what is higher than its view below root: the
// innermost where there are several, for it holds the text.
func Page(root fyne.CanvasObject, by float32) {
	scroll := func() {}
	var find func(o fyne.CanvasObject)
	find = func(o fyne.CanvasObject) {
		switch s := o.(type) {
		case *container.Scroll:
			if s.Content.Size().Height > s.Size().Height {
				scroll = func() { s.ScrollToOffset(s.Offset.AddXY(0, by*s.Size().Height)) }
			}
		case Pages:
			scroll = func() { s.ScrollPages(by) }
		}
		for _, child := range children(o) {
			if child != nil && child.Visible() {
				find(child)
			}
		}
	}
	find(root)
	scroll()
}

// Pages is what scrolls itself.
type Pages interface{ ScrollPages(by float32) }

// path leads from root to an object, both included, through what is not hidden;
// nil where it does not get there.
func path(root, object fyne.CanvasObject) []fyne.CanvasObject {
	if !root.Visible() {
		return nil
	}
	if root == object {
		return []fyne.CanvasObject{object}
	}
	for _, child := range children(root) {
		if child == nil {
			continue
		}
		if rest := path(child, object); rest != nil {
			return append([]fyne.CanvasObject{root}, rest...)
		}
	}
	return nil
}

// children are what stands in an object, of the kinds that the window is built of;
// controls have none.
func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.Split:
		return []fyne.CanvasObject{o.Leading, o.Trailing}
	case *container.ThemeOverride:
		return []fyne.CanvasObject{o.Content}
	}
	return nil
}
