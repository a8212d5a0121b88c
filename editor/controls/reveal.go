package controls

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Reveal scrolls whatever scrolls below root, such that target is seen: Tab leads
// also to what lies outside the view. at tells where an object is in the window.
func Reveal(root, target fyne.CanvasObject, at func(fyne.CanvasObject) fyne.Position) {
	for _, s := range scrollsAbove(root, target) {
		inside := at(target).Subtract(at(s.Content))
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
	var found *container.Scroll
	var find func(o fyne.CanvasObject)
	find = func(o fyne.CanvasObject) {
		if s, ok := o.(*container.Scroll); ok && s.Content.Size().Height > s.Size().Height {
			found = s
		}
		for _, child := range children(o) {
			if child != nil && child.Visible() {
				find(child)
			}
		}
	}
	find(root)
	if found != nil {
		found.ScrollToOffset(found.Offset.AddXY(0, by*found.Size().Height))
	}
}

// scrollsAbove finds the scrolls that an object lies in, the outermost first.
func scrollsAbove(root, target fyne.CanvasObject) []*container.Scroll {
	var path []*container.Scroll
	var find func(o fyne.CanvasObject) bool
	find = func(o fyne.CanvasObject) bool {
		if o == target {
			return true
		}
		scroll, scrolls := o.(*container.Scroll)
		if scrolls {
			path = append(path, scroll)
		}
		for _, child := range children(o) {
			if child != nil && child.Visible() && find(child) {
				return true
			}
		}
		if scrolls {
			path = path[:len(path)-1]
		}
		return false
	}
	find(root)
	return path
}

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
	case *container.AppTabs:
		if o.Selected() != nil {
			return []fyne.CanvasObject{o.Selected().Content}
		}
	}
	return nil
}
