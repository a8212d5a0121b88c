package preview

import (
	"fmt"
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/assets/translations"
	"communique/editor/controls"
	"communique/export/page"
)

// Actions are what a person does on the pages.
type Actions struct {
	GoTo  func(page.Source) // a click on a letter
	Paint func()            // pictures are wanted of other pages, or in another size
	Print func()
}

// sheets shows pages one under another, as wide as the pane or in a size of
// their own.
type sheets struct {
	words  *translations.Words
	on     Actions
	doc    page.Document
	list   *fyne.Container
	scroll *container.Scroll
	zoom   float64 // 1 is the size on paper; 0 fits the pane

	bar    *fyne.Container
	number *widget.Label
	size   *controls.Button
}

const (
	sheetGap = 10
	// A point on paper in Fyne's units, of which 96 make an inch.
	unitsPerPoint = 96.0 / 72
	pageWidth     = 595.28 // A4's in points
	leastZoom     = 0.25
	mostZoom      = 4.0
	// ZoomStep is the factor of one step of zooming.
	ZoomStep = 1.25
)

func newSheets(keys *controls.Keyboard, words *translations.Words, on Actions) *sheets {
	s := &sheets{words: words, on: on}
	s.list = container.New(&sheetsLayout{s})
	s.scroll = container.NewScroll(s.list)
	s.scroll.OnScrolled = func(fyne.Position) { s.scrolled() }
	s.number = widget.NewLabel("")
	button := func(name string, icon fyne.Resource, do func()) *controls.Button {
		return keys.NewIconButton(words.Text(name), icon, do)
	}
	s.size = keys.NewButton("", nil, func() { s.setZoom(0) }).With(widget.LowImportance)
	s.bar = container.NewHBox(
		button("menu-page-back", theme.MoveUpIcon(), func() { s.turn(-1) }), s.number, button("menu-page-next", theme.MoveDownIcon(), func() { s.turn(1) }),
		layout.NewSpacer(),
		button("menu-zoom-out", theme.ZoomOutIcon(), func() { s.zoomBy(1 / ZoomStep) }), s.size, button("menu-zoom-in", theme.ZoomInIcon(), func() { s.zoomBy(ZoomStep) }),
		layout.NewSpacer(),
		button("menu-print", theme.DocumentPrintIcon(), on.Print),
	)
	s.showNumber()
	s.showSize()
	return s
}

// show puts pictures of the document's pages on the screen, nil for a page that is not
// painted; those that did not change stay as they are.
func (s *sheets) show(doc page.Document, pictures []image.Image) {
	s.doc = doc
	relaid := len(s.list.Objects) != len(pictures)
	for len(s.list.Objects) > len(pictures) {
		s.list.Remove(s.list.Objects[len(s.list.Objects)-1])
	}
	for i, picture := range pictures {
		if i == len(s.list.Objects) {
			s.list.Add(newSheet(i, s.clicked))
		}
		s.list.Objects[i].(*sheet).show(picture)
	}
	if relaid {
		s.list.Refresh()
		s.scroll.Refresh()
	}
	s.showNumber()
}

// clicked finds the letter at a point of page n, both as parts of the whole.
func (s *sheets) clicked(n int, across, down float64) {
	if n >= len(s.doc.Pages) {
		return
	}
	if at, there := s.doc.At(n, across*s.doc.Width, down*s.doc.Height); there {
		s.on.GoTo(at)
	}
}

// paper returns the size of a page in points: A4 until there is one.
func (s *sheets) paper() (width, height float64) {
	if s.doc.Width == 0 {
		return pageWidth, pageWidth * math.Sqrt2
	}
	return s.doc.Width, s.doc.Height
}

// width is how wide a page is shown, in Fyne's units.
func (s *sheets) width() float32 {
	paper, _ := s.paper()
	if s.zoom == 0 {
		return max(s.scroll.Size().Width, 200) - 2*sheetGap
	}
	return float32(paper * s.zoom * unitsPerPoint)
}

func (s *sheets) zoomBy(factor float64) {
	now := s.zoom
	if now == 0 {
		paper, _ := s.paper()
		now = float64(s.width()) / (paper * unitsPerPoint)
	}
	s.setZoom(min(max(now*factor, leastZoom), mostZoom))
}

// setZoom shows pages in a size; 0 fits them to the pane.
func (s *sheets) setZoom(zoom float64) {
	s.zoom = zoom
	s.showSize()
	s.list.Refresh()
	s.scroll.Refresh()
	s.on.Paint()
}

func (s *sheets) showSize() {
	if s.zoom == 0 {
		s.size.SetText(s.words.Text("preview-fit"))
		return
	}
	s.size.SetText(fmt.Sprintf("%.0f %%", s.zoom*100))
}

// step is the way from one page to the next.
func (s *sheets) step() float32 {
	width, height := s.paper()
	return s.width()*float32(height/width) + sheetGap
}

// inSight are the pages that can be seen, from the first to before the last.
func (s *sheets) inSight() (first, last int) {
	top := max(s.scroll.Offset.Y-sheetGap, 0)
	return int(top / s.step()), int((s.scroll.Offset.Y+s.scroll.Size().Height)/s.step()) + 1
}

// wantPictures asks for the pictures of pages that came into sight.
func (s *sheets) wantPictures() {
	first, last := s.inSight()
	for i := first; i < min(last, len(s.list.Objects)); i++ {
		if s.list.Objects[i].(*sheet).image.Image == nil {
			s.on.Paint()
			return
		}
	}
}

// current is the page at the middle of the pane.
func (s *sheets) current() int {
	middle := s.scroll.Offset.Y + s.scroll.Size().Height/2
	return min(max(int(middle/s.step()), 0), max(len(s.doc.Pages)-1, 0))
}

// turn goes some pages on, or back.
func (s *sheets) turn(by int) {
	to := min(max(s.current()+by, 0), max(len(s.doc.Pages)-1, 0))
	s.scroll.ScrollToOffset(fyne.NewPos(s.scroll.Offset.X, float32(to)*s.step()))
	s.scrolled()
}

// scrolled follows to other pages.
func (s *sheets) scrolled() {
	s.showNumber()
	s.wantPictures()
}

func (s *sheets) showNumber() {
	s.number.SetText(s.words.Text("preview-number", map[string]any{"Page": s.current() + 1, "Of": max(len(s.doc.Pages), 1)}))
}

// sheetsLayout sets pages one under another.
type sheetsLayout struct{ sheets *sheets }

func (l *sheetsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := l.sheets.width() + 2*sheetGap
	if l.sheets.zoom == 0 {
		width = 200
	}
	return fyne.NewSize(width, float32(len(objects))*l.sheets.step()+sheetGap)
}

func (l *sheetsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width, step := l.sheets.width(), l.sheets.step()
	left := max((size.Width-width)/2, sheetGap)
	for i, o := range objects {
		o.Move(fyne.NewPos(left, float32(i)*step+sheetGap))
		o.Resize(fyne.NewSize(width, step-sheetGap))
	}
}

// sheet is one page on the screen: its picture, or blank paper until there is one.
type sheet struct {
	widget.BaseWidget
	index   int
	image   *canvas.Image
	blank   *canvas.Rectangle
	edges   [4]fyne.CanvasObject
	clicked func(page int, across, down float64)
}

func newSheet(index int, clicked func(int, float64, float64)) *sheet {
	s := &sheet{index: index, image: canvas.NewImageFromImage(nil), clicked: clicked}
	s.image.FillMode = canvas.ImageFillStretch
	s.image.ScaleMode = canvas.ImageScaleFastest // Smooth scales each picture with care, were it by a pixel
	s.image.Hide()
	s.blank = canvas.NewRectangle(color.White)
	for i := range s.edges {
		s.edges[i] = widget.NewSeparator()
	}
	s.ExtendBaseWidget(s)
	return s
}

func (s *sheet) show(picture image.Image) {
	if s.image.Image != picture {
		s.image.Image = picture
		s.image.Hidden, s.blank.Hidden = picture == nil, picture != nil
		s.image.Refresh()
	}
}

// CreateRenderer draws the page, and a line around it: its paper is as light as what it
// lies on. A rectangle with an outline would be drawn over all of the page.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(sheetLayout{}, s.blank, s.image, s.edges[0], s.edges[1], s.edges[2], s.edges[3]))
}

// sheetLayout puts the edges around the paper: above, below, left, right.
type sheetLayout struct{}

func (sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (sheetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	paper, edges := objects[:len(objects)-4], objects[len(objects)-4:]
	for _, o := range paper {
		o.Resize(size)
	}
	for i, o := range edges {
		if i < 2 {
			o.Move(fyne.NewPos(-1, float32(i)*(size.Height+1)-1))
			o.Resize(fyne.NewSize(size.Width+2, 1))
			continue
		}
		o.Move(fyne.NewPos(float32(i-2)*(size.Width+1)-1, 0))
		o.Resize(fyne.NewSize(1, size.Height))
	}
}

// Tapped goes to the letter under the pointer.
func (s *sheet) Tapped(e *fyne.PointEvent) {
	s.clicked(s.index, float64(e.Position.X/s.Size().Width), float64(e.Position.Y/s.Size().Height))
}

// Cursor tells that a click leads somewhere.
func (s *sheet) Cursor() desktop.Cursor { return desktop.PointerCursor }
