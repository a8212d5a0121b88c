package surface

import (
	"image"
	"image/color"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"communique/editor/document"
	"communique/editor/editing"
	"communique/editor/release"
)

func TestCaretIsDrawnWhereLettersAre(t *testing.T) {
	o := open(t, sample(), 640, 500)
	o.GoTo(body(1, 5))
	at, _ := o.caretSpot()
	if got := o.caret.shape.Position().X + 1; got != o.view.unit(o.view.left+at.x) {
		t.Errorf("the caret is drawn at %v, and stands at %v", got, at.x)
	}
	var line *lineView
	for l, shown := range o.view.lines {
		if l == at.box.text.Line(at.line) {
			line = shown
		}
	}
	if line == nil || line.raster.Position().X != o.view.unit(o.view.left+at.box.x+line.box.Min.X) {
		t.Error("the line is not drawn where its box is")
	}
}

// still is an app in which nothing moves.
type still struct{ fyne.App }

func (a still) Settings() fyne.Settings { return stillSettings{a.App.Settings()} }

type stillSettings struct{ fyne.Settings }

func (stillSettings) ShowAnimations() bool { return false }

func TestCaretStandsWhereNothingMoves(t *testing.T) {
	o := open(t, sample(), 640, 500)
	fyne.SetCurrentApp(still{fyne.CurrentApp()})
	o.typed("ы")
	for range 8 {
		o.pass(blink)
		if len(o.timers) > 0 || !slices.Contains(o.view.objects, fyne.CanvasObject(o.caret.shape)) || o.caret.shape.Hidden {
			t.Fatal("the caret blinks")
		}
	}
}

func TestCaretBlinks(t *testing.T) {
	o := open(t, sample(), 640, 500)
	shown := func(what string, want bool) {
		t.Helper()
		if slices.Contains(o.view.objects, fyne.CanvasObject(o.caret.shape)) && !o.caret.shape.Hidden != want {
			t.Errorf("%s: shown is %t", what, !want)
		}
	}
	shown("at first", true)
	o.pass(blink)
	shown("after half a second", false)
	o.pass(blink)
	shown("after a second", true)
	for range 10 {
		o.pass(300 * time.Millisecond)
		o.typed("ы")
		o.pass(300 * time.Millisecond)
		shown("while typing", true)
	}
	o.pass(time.Minute)
	shown("after a minute", true)
	if live := slices.ContainsFunc(o.timers, func(one *timer) bool { return !one.stopped }); live {
		t.Error("it blinks for ever")
	}
	o.typed("ы")
	o.pass(blink)
	shown("after another key", false)
	o.pass(2 * blink)
	shown("and it goes on", false)
	o.Canvas().Unfocus()
	if slices.Contains(o.view.objects, fyne.CanvasObject(o.caret.shape)) {
		t.Error("it is drawn without the focus")
	}
	o.pass(time.Minute)
	if len(o.timers) != 0 {
		t.Error("a timer runs on without the focus")
	}
}

func TestLayoutDoesNothingWithoutAnotherSize(t *testing.T) {
	o := open(t, sample(), 640, 500)
	frame, min := o.view.frame, o.MinSize()
	r := &renderer{o.Surface}
	r.Layout(o.Size())
	if o.view.frame != frame {
		t.Error("the same size is laid out again")
	}
	o.typed(strings.Repeat("длинноеслово", 100))
	if o.MinSize() != min {
		t.Error("what is written changes MinSize")
	}
}

// Whatever is scrolled through, only as many pictures are kept as were seen at once.
func TestNoPictureIsLeaked(t *testing.T) {
	r := release.New("ru")
	for range 3000 {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: "Стороны обсудили ход подготовки."})
	}
	r.Blocks = release.Numbered(r.Blocks)
	o := open(t, r, 640, 500)
	most := 0
	all := map[*lineView]bool{}
	count := func() {
		most = max(most, len(o.view.lines))
		for _, l := range o.view.lines {
			all[l] = true
		}
	}
	for range 500 {
		e := &fyne.ScrollEvent{}
		e.Scrolled.DY = -100
		o.Scrolled(e)
		count()
	}
	o.press(fyne.KeyEnd, fyne.KeyModifierShortcutDefault, 1)
	for range 500 {
		o.typed("слово ")
		count()
	}
	if len(all) > 2*most { // each has a texture for a while
		t.Errorf("%d pictures were made, %d were seen at once", len(all), most)
	}
}

// What was seen is not kept: only the lines on the screen are set.
func TestLinesOutOfViewAreDropped(t *testing.T) {
	for name, r := range map[string]release.Release{"paragraphs": long(200_000, false), "one block": long(200_000, true)} {
		o := open(t, r, 640, 500)
		for o.view.top() < o.view.total()-1000 {
			o.view.above += 450
			o.show()
		}
		kept := 0
		for _, b := range o.column.blocks {
			for _, box := range b.boxes {
				kept += box.text.Built()
			}
		}
		if kept > 500 {
			t.Errorf("%s: %d lines are kept", name, kept)
		}
	}
}

func TestAKeyLaysOneBlockOut(t *testing.T) {
	o := open(t, sample(), 640, 700)
	before := map[*block]*box{}
	for _, b := range o.view.seen {
		if len(b.boxes) > 0 {
			before[b.block] = b.boxes[0]
			b.boxes[0].x += 0
		}
	}
	frame := o.view.frame
	o.GoTo(body(1, 3))
	marked := map[*lineView]bool{}
	for _, l := range o.view.lines {
		marked[l] = true
	}
	o.typed("ы")
	if o.view.frame != frame+2 {
		t.Errorf("a key draws %d frames", o.view.frame-frame-1)
	}
	made := 0
	for _, l := range o.view.lines {
		if !marked[l] {
			made++
		}
	}
	if made > 3 {
		t.Errorf("a key paints %d of %d lines anew", made, len(o.view.lines))
	}
}

func TestScale(t *testing.T) {
	o := open(t, sample(), 640, 500)
	wide := o.column.measures.column
	o.Canvas().(software.WindowlessCanvas).SetScale(2)
	o.Refresh()
	if o.column.measures.column != 2*wide {
		t.Error("at twice the scale the column is", o.column.measures.column, "pixels wide, was", wide)
	}
	for _, l := range o.view.lines {
		picture := l.paint(l.box.Dx(), l.box.Dy())
		if size := l.raster.Size(); float32(picture.Bounds().Dx()) != size.Width*2 || float32(picture.Bounds().Dy()) != size.Height*2 {
			t.Error("a picture of", picture.Bounds().Size(), "is drawn as", size)
		}
		if at := l.raster.Position(); at.X*2 != float32(int(at.X*2)) || at.Y*2 != float32(int(at.Y*2)) {
			t.Error("a picture stands at", at)
		}
	}
}

func TestTextSize(t *testing.T) {
	o := open(t, sample(), 1000, 500)
	o.GoTo(body(5, 0))
	block, wide := o.view.block, o.column.measures.column
	var told float32
	o.OnTextSize = func(size float32) { told = size }
	o.hands.Held = fyne.KeyModifierShortcutDefault
	e := &fyne.ScrollEvent{}
	e.Scrolled.DY = 25
	for range 40 {
		o.Scrolled(e)
	}
	if told != 28 || o.column.measures.column <= wide || o.view.block != block {
		t.Error(told, o.column.measures.column, o.view.block, block)
	}
	for e.Scrolled.DY = -25; told > SmallestText; {
		o.Scrolled(e)
	}
	if o.Scrolled(e); told != 13 || o.column.measures.column >= wide || o.view.block != block {
		t.Error(told, o.column.measures.column, o.view.block, block)
	}
	o.hands.Held = 0
}

func TestPicturesAreLoaded(t *testing.T) {
	o := open(t, sample(), 640, 700)
	var load func(image.Image)
	o.params.Picture = func(_ string, _, _ int, done func(image.Image)) { load = done }
	o.GoTo(body(8, 0))
	if load == nil {
		t.Fatal("the picture is not asked for")
	}
	load(image.NewRGBA(image.Rect(0, 0, 200, 100)))
	b := o.column.byID[document.Body(8, release.Words)]
	if b.photo.width != 200 || b.photo.height != 100 {
		t.Error(b.photo)
	}
	load(nil)
	load = nil
	o.typed("ы")
	if load != nil {
		t.Error("it is loaded twice")
	}
}

// TestAPictureForAnotherColumnIsLate loads a picture after the column has become narrower:
// the one that was asked for since is shown.
func TestAPictureForAnotherColumnIsLate(t *testing.T) {
	o := open(t, sample(), 640, 700)
	var loads []func(image.Image)
	o.params.Picture = func(_ string, _, _ int, done func(image.Image)) { loads = append(loads, done) }
	o.GoTo(body(8, 0))
	o.Resize(fyne.NewSize(400, 700))
	o.GoTo(body(8, 0))
	if len(loads) != 2 {
		t.Fatalf("it is asked for %d times", len(loads))
	}
	loads[1](image.NewRGBA(image.Rect(0, 0, 200, 100)))
	loads[0](image.NewRGBA(image.Rect(0, 0, 300, 100)))
	if b := o.column.byID[document.Body(8, release.Words)]; b.photo.width != 200 {
		t.Error(b.photo)
	}
}

func TestSelectingAllDoesNotScroll(t *testing.T) {
	o := open(t, long(20_000, false), 640, 500)
	o.GoTo(body(30, 5))
	top := o.view.top()
	o.TypedShortcut(&fyne.ShortcutSelectAll{})
	if o.view.top() != top || len(o.Selected()) < 20_000 {
		t.Error("it scrolls from", top, "to", o.view.top(), "and selects", len(o.Selected()))
	}
}

// A draft may be opened, and a place in it be gone to, before the surface has a size.
func TestBeforeTheFirstLayout(t *testing.T) {
	o := open(t, release.New("ru"), 640, 500)
	s := New(o.params)
	s.Edit(o.drafted(long(20_000, false)))
	s.SetFindings([]Finding{{body(1, 0), body(1, 5), Blocks, 1}})
	s.SetDateline("Пробный")
	s.GoTo(body(30, 5))
	s.Resize(fyne.NewSize(640, 500))
	(&renderer{s}).Layout(fyne.NewSize(640, 500))
	if at, ok := s.caretSpot(); !ok || !s.view.sees(at.block) || s.blockTop(at.block) < 0 {
		t.Error("the caret is not seen")
	}
}

func TestColoursFollowTheTheme(t *testing.T) {
	o := open(t, sample(), 640, 500)
	o.params.Colours = func() Colours {
		c := light()
		c.Ink = color.NRGBA{200, 10, 10, 255}
		return c
	}
	o.Refresh()
	for _, l := range o.view.lines {
		if l.inks.Text != (color.RGBA{200, 10, 10, 255}) && l.inks.Text != o.colours.soft {
			t.Error("a line is painted in", l.inks.Text)
		}
	}
}

// What changes above the view does not move it.
func TestChangesAboveLeaveTheViewAlone(t *testing.T) {
	o := open(t, long(20_000, false), 640, 500)
	o.GoTo(body(30, 5))
	at, _ := o.caretSpot()
	y := o.blockTop(at.block)
	d := o.editor.Session().Document()
	for range 3 {
		add := document.Add{After: 1, Block: release.Block{ID: d.NewID(), Kind: release.Paragraph, Text: "новое"}}
		if err := o.editor.Session().Apply(document.Transaction{add, d.Deletion(body(2, 0), 40)}); err != nil {
			t.Fatal(err)
		}
	}
	if now := o.blockTop(at.block); now != y {
		t.Errorf("it stands at %d, and stood at %d", now, y)
	}
	o.Act((*editing.Editor).SelectAll)
	o.press(fyne.KeyDelete, 0, 1)
	if o.view.block != 0 || len(o.view.seen) == 0 {
		t.Error("after all was deleted the view is at block", o.view.block)
	}
}

func TestPlaces(t *testing.T) {
	o := open(t, sample(), 640, 300)
	o.Select(body(5, 2), body(5, 8))
	p, top := o.Place(), o.view.top()
	o.GoTo(field(release.HeadlineField, 0))
	o.Return(p)
	if o.view.top() != top || o.editor.Selection().Caret != body(5, 8) {
		t.Error(o.view.top(), top, o.at())
	}
	o.Return(Place{})
}

// TestAnotherTextSizeKeepsTheLines: of a block that is half above the edge, half stays above.
func TestAnotherTextSizeKeepsTheLines(t *testing.T) {
	r := release.New("ru")
	r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: strings.Repeat("слово за словом ", 300)}})
	o := open(t, r, 640, 300)
	b := o.column.byID[document.Body(1, release.Words)]
	o.scrollTo(o.view.total() / 2)
	part := float64(o.view.above) / float64(b.height)
	o.SetType(LargestText, false)
	if now := float64(o.view.above) / float64(b.height); o.view.block != b.index || part < 0.3 || now < part-0.02 || now > part+0.02 {
		t.Errorf("%v of block %d are above the edge, and were %v of %d", now, o.view.block, part, b.index)
	}
}

// TestEachSelectedLineIsMarked: also in the texts of a block that begin further down in it,
// such as the cells of a table, and while their block begins above the edge.
func TestEachSelectedLineIsMarked(t *testing.T) {
	r := release.New("ru")
	words := strings.TrimSpace(strings.Repeat("слово ", 80))
	r.Blocks = release.Numbered([]release.Block{{Kind: release.Table, Text: "Первый\tВторой\n" + words + "\t" + words + "\nи\t" + words}})
	o := open(t, r, 640, 300)
	b := o.column.byID[document.Body(1, release.Words)]
	o.Act((*editing.Editor).SelectAll)
	for range 30 {
		o.scrollTo(o.view.top() + 23)
		marked := map[fyne.Position]bool{}
		for _, rect := range o.view.rects.all[:o.view.rects.used] {
			marked[fyne.NewPos(0, rect.Position().Y)] = true
		}
		for _, box := range b.boxes {
			for i := range box.text.Lines() {
				if y := o.blockTop(b) + box.y + i*box.look.lineHeight; y >= 0 && y < o.view.size.Y && !marked[fyne.NewPos(0, o.view.unit(y))] {
					t.Fatalf("line %d of %v at %d is not marked, scrolled to %d", i, box.id, y, o.view.top())
				}
			}
		}
	}
}

// TestABlockIsRevealed: as much of it as the view holds, and the caret stays.
func TestABlockIsRevealed(t *testing.T) {
	o := open(t, long(20_000, false), 640, 500)
	o.GoTo(body(30, 5))
	for _, id := range []release.BlockID{33, 2, 34, 1} {
		o.Reveal(document.Body(id, release.Words))
		b := o.column.byID[document.Body(id, release.Words)]
		if !o.view.sees(b) || o.blockTop(b) < 0 || o.blockTop(b)+b.height > o.view.size.Y {
			t.Errorf("block %d, %d high, is shown from %d", id, b.height, o.blockTop(b))
		}
		o.caretIs("it is only looked at", body(30, 5))
	}
	o.Reveal(document.Body(9999, release.Words)) // it has gone
}

// TestNothingIsScrolledToBehindWhatFloats: what the keyboard comes to stands above what covers the
// foot of the view, and at the end of the column too.
func TestNothingIsScrolledToBehindWhatFloats(t *testing.T) {
	o := open(t, long(20_000, false), 640, 500)
	for _, covered := range []float32{0, 90, 490} {
		o.params.Covered = func() float32 { return covered }
		for _, p := range []release.Position{body(30, 5), body(31, 5), body(33, 0), body(5, 0), body(7, 2), body(34, 3)} {
			o.GoTo(p)
			at, ok := o.caretSpot()
			height := at.box.look.lineHeight
			bottom := o.blockTop(at.block) + at.y() + height
			if most := max(height, o.view.size.Y-o.view.px(covered)); !ok || bottom-height < 0 || bottom > most {
				t.Errorf("with %.0f covered %v ends at %d of %d", covered, p, bottom, most)
			}
		}
	}
}
