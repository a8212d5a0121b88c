package releases

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// How long after a click another one belongs to it, how fast the wheel scrolls against
// what Fyne tells (three releases a notch of 25 units), and how wide the scroll bar is to
// the mouse.
const (
	doubleClick = 500 * time.Millisecond
	wheelFactor = 9
	barReach    = 14
)

// pointer is the mouse.
type pointer struct {
	now      func() time.Time
	last     time.Time // of the last click
	on       int64     // the release that was clicked on
	edits    int64     // the release that a second click is on; 0 for none
	over     int       // the row below the pointer; -1 for none
	scrolls  bool      // it has hold of the scroll bar
	distance float32   // of it from the thumb's top
}

// at returns the release at a height of the list.
func (l *list) at(y float32) (id int64, ok bool) {
	return l.Rows.at(l.Rows.rowAt(int(y + l.top)))
}

// MouseDown opens the release below the pointer, or selects it where a key says so; the
// second of two clicks goes to its text. The other button opens its menu. It hears the
// press itself: a widget that knows double clicks would wait for the second of each.
func (l *list) MouseDown(e *desktop.MouseEvent) {
	l.Canvas().Focus(l)
	if e.Button == desktop.MouseButtonPrimary && l.overBar(e.Position) {
		l.takeThumb(e.Position.Y)
		return
	}
	id, ok := l.at(e.Position.Y)
	if !ok {
		return
	}
	switch e.Button {
	case desktop.MouseButtonPrimary:
		p, now := &l.pointer, l.pointer.now()
		second := p.on == id && now.Sub(p.last) <= doubleClick && e.Modifier == 0
		p.on, p.last = id, now
		if second {
			p.on, p.edits = 0, id
			l.cursor, l.anchor = id, id
			return
		}
		l.pressed(id, e.Modifier)
	case desktop.MouseButtonSecondary:
		l.cursor = id
		l.Refresh()
		l.onMenu(l.meant(id), e.Position)
	}
}

// MouseUp lets go of the scroll bar, or ends a double click.
func (l *list) MouseUp(*desktop.MouseEvent) {
	p := &l.pointer
	p.scrolls = false
	if id := p.edits; id != 0 {
		p.edits = 0
		l.afterClick(func() { l.onEdit(id) })
	}
}

// MouseIn shows what a click would mean.
func (l *list) MouseIn(e *desktop.MouseEvent) { l.MouseMoved(e) }

// MouseMoved shows what a click would mean.
func (l *list) MouseMoved(e *desktop.MouseEvent) {
	over := l.Rows.rowAt(int(e.Position.Y + l.top))
	if _, ok := l.Rows.at(over); !ok || l.overBar(e.Position) {
		over = -1
	}
	if over != l.pointer.over {
		l.pointer.over = over
		l.Refresh()
	}
}

// MouseOut hears that the pointer went elsewhere.
func (l *list) MouseOut() {
	l.pointer.over = -1
	l.Refresh()
}

// Scrolled scrolls.
func (l *list) Scrolled(e *fyne.ScrollEvent) { l.scrollTo(l.top - e.Scrolled.DY*wheelFactor) }

func (l *list) scrollTo(top float32) {
	l.top, l.wanted = top, 0
	l.pointer.over = -1
	l.Refresh()
}

// thumb is where the scroll bar's thumb stands and how high it is; false where all is
// seen.
func (l *list) thumb() (y, height float32, ok bool) {
	all, seen := float32(l.Rows.height()), l.Size().Height
	if all <= seen || seen <= 0 {
		return 0, 0, false
	}
	height = min(max(seen*seen/all, 28), seen)
	return (seen - height) * l.top / (all - seen), height, true
}

// overBar reports whether a point is on the scroll bar.
func (l *list) overBar(at fyne.Position) bool {
	_, _, ok := l.thumb()
	return ok && at.X >= l.Size().Width-barReach
}

// takeThumb takes hold of the thumb; beside it the view goes there.
func (l *list) takeThumb(y float32) {
	top, height, _ := l.thumb()
	l.pointer.scrolls, l.pointer.distance = true, y-top
	if y < top || y >= top+height {
		l.pointer.distance = height / 2
		l.dragThumb(y - height/2)
	}
}

func (l *list) dragThumb(y float32) {
	_, height, ok := l.thumb()
	if !ok || l.Size().Height <= height {
		return
	}
	l.scrollTo((float32(l.Rows.height()) - l.Size().Height) * y / (l.Size().Height - height))
}

// Dragged draws the thumb along.
func (l *list) Dragged(e *fyne.DragEvent) {
	if l.pointer.scrolls {
		l.dragThumb(e.Position.Y - l.pointer.distance)
	}
}

// DragEnd lets go of the thumb.
func (l *list) DragEnd() { l.pointer.scrolls = false }
