package preview

import (
	"fmt"
	"image"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/release"
	"communique/export"
	"communique/export/exporttest"
	"communique/export/page"
	"communique/export/style"
)

// stand is a preview in a window of the test driver.
type stand struct {
	*Preview
	t       testing.TB
	win     fyne.Window
	words   *translations.Words
	office  export.Office
	analyst *analyst
	queue   chan func() // what waits for the UI goroutine, which is the test's own
	went    []page.Source
	painted int
}

func newStand(t testing.TB) *stand {
	t.Helper()
	test.NewTempApp(t)
	words, err := translations.New("ru")
	if err != nil {
		t.Fatal(err)
	}
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	win := test.NewTempWindow(t, nil)
	s := &stand{t: t, win: win, words: words, office: export.Office{Style: plain}, queue: make(chan func(), 10)}
	keys := controls.NewKeyboard(controls.Params{
		Canvas: win.Canvas(), Menu: win.MainMenu, Held: func() fyne.KeyModifier { return 0 },
		Physical: func(int) fyne.KeyName { return fyne.KeyUnknown },
	})
	s.Preview = New(keys, words, Actions{GoTo: func(at page.Source) { s.went = append(s.went, at) }, Paint: func() { s.painted++ }, Print: func() {}})
	s.analyst = newAnalyst(func(f func()) { go f() }, func(f func()) { s.queue <- f }, s.Show)
	win.SetContent(s.Pages())
	win.Resize(fyne.NewSize(368, 700))
	return s
}

func (s *stand) question(r release.Release) Question {
	q := Question{Release: r, Office: s.office, Checked: true, Scale: s.Scale(1)}
	q.First, q.Last = s.InSight()
	return q
}

// of shows a release, and waits until it is shown.
func (s *stand) of(r release.Release) {
	s.t.Helper()
	s.analyst.Ask(s.question(r))
	s.next()
}

func (s *stand) next() {
	s.t.Helper()
	select {
	case f := <-s.queue:
		f()
	case <-time.After(20 * time.Second):
		s.t.Fatal("no answer")
	}
}

func short(text string) release.Release {
	r := release.New("ru")
	r.Headline, r.Lead = "Встреча", text
	return r
}

// TestAClickLeadsToItsLetter clicks on every line of a page.
func TestAClickLeadsToItsLetter(t *testing.T) {
	s := newStand(t)
	s.of(exporttest.Release(1, exporttest.ThreePages))
	sheets := s.sheets
	if len(sheets.list.Objects) != len(sheets.doc.Pages) || len(sheets.doc.Pages) < 3 {
		t.Fatalf("%d sheets of %d pages", len(sheets.list.Objects), len(sheets.doc.Pages))
	}
	last := sheets.list.Objects[2].(*sheet)
	last.Resize(fyne.NewSize(100, 141))
	for _, line := range sheets.doc.Pages[2].Lines {
		if line.Part == page.Furniture {
			continue
		}
		last.Tapped(&fyne.PointEvent{Position: fyne.NewPos(50, float32((line.Top+line.Height/2)/sheets.doc.Height*141))})
		at := s.went[len(s.went)-1]
		at.Offset = 0
		if want := sheets.doc.Parts[line.Part].Source; at != want {
			t.Errorf("a click went to %+v, not %+v", at, want)
		}
	}
	before := len(s.went)
	if sheets.clicked(99, 0, 0); before == 0 || len(s.went) != before {
		t.Errorf("%d clicks led somewhere, one on a page that is not there too", before)
	}
}

func TestZoomAndTurn(t *testing.T) {
	s := newStand(t)
	s.of(exporttest.Release(1, exporttest.ThreePages))
	s.Turn(1)
	if s.sheets.current() != 1 || !strings.HasPrefix(s.sheets.number.Text, "2 ") {
		t.Errorf("page %d, told %q", s.sheets.current()+1, s.sheets.number.Text)
	}
	s.Turn(99)
	if last := len(s.sheets.doc.Pages) - 1; s.sheets.current() != last {
		t.Errorf("page %d of %d", s.sheets.current()+1, last+1)
	}
	before, scale := s.sheets.width(), s.Scale(1)
	s.ZoomBy(2)
	if s.sheets.width() < 1.9*before || s.sheets.size.Text == s.words.Text("preview-fit") || s.painted != 1 || s.Scale(1) < 1.9*scale {
		t.Errorf("%v wide after %v, %q, told %d times", s.sheets.width(), before, s.sheets.size.Text, s.painted)
	}
	s.of(exporttest.Release(1, exporttest.ThreePages))
	if picture := s.sheets.list.Objects[0].(*sheet).image.Image; float32(picture.Bounds().Dx()) < 1.8*before {
		t.Errorf("the picture is %d wide", picture.Bounds().Dx())
	}
	for range 20 {
		s.ZoomBy(2)
	}
	if s.Zoom() != mostZoom {
		t.Errorf("painted to %v", s.Zoom())
	}
	s.Fit()
	if s.sheets.width() != before || s.Zoom() != 0 {
		t.Errorf("%v wide, not %v", s.sheets.width(), before)
	}
}

// TestOnlyWhatChangedIsPainted keeps the pictures of pages that stayed as they were.
func TestOnlyWhatChangedIsPainted(t *testing.T) {
	s := newStand(t)
	r := exporttest.Release(1, exporttest.ThreePages)
	s.of(r)
	s.of(r) // in the size that the first pages have on the screen
	pictures := func() (all []image.Image) {
		for _, o := range s.sheets.list.Objects {
			all = append(all, o.(*sheet).image.Image)
		}
		return all
	}
	before := pictures()
	r = r.Clone()
	r.Blocks[len(r.Blocks)-1].Text += " Ещё слово."
	s.of(r)
	after := pictures()
	if after[0] != before[0] || after[len(after)-1] == before[len(before)-1] {
		t.Errorf("the first page is painted anew: %v; the last is not: %v", after[0] != before[0], after[len(after)-1] == before[len(before)-1])
	}
}

// TestPagesOutOfSightAreNotPainted goes through a release of many pages: those in sight
// have pictures, and are asked for where they have none; the others have blank paper.
func TestPagesOutOfSightAreNotPainted(t *testing.T) {
	s := newStand(t)
	long := exporttest.Release(1, 40_000)
	s.of(long)
	for _, turn := range []int{0, 8, 1, 1, -5, 1000, -1000} {
		asked := s.painted
		s.Turn(turn)
		first, last := s.InSight()
		last = min(last, len(s.sheets.doc.Pages))
		missing := 0
		for _, o := range s.sheets.list.Objects[first:last] {
			if o.(*sheet).image.Image == nil {
				missing++
			}
		}
		if (s.painted > asked) != (missing > 0) {
			t.Errorf("after a turn by %d: %d pages in sight are missing, asked for: %v", turn, missing, s.painted > asked)
		}
		s.of(long)
		pictures := 0
		for i, o := range s.sheets.list.Objects {
			o := o.(*sheet)
			if o.image.Image != nil {
				pictures++
			} else if i >= first && i < last {
				t.Errorf("after a turn by %d: page %d is in sight and not painted", turn, i)
			}
			if o.image.Visible() == o.blank.Visible() {
				t.Errorf("page %d: a picture and blank paper at once", i)
			}
		}
		if pictures > last-first+2 {
			t.Errorf("after a turn by %d: %d pages are painted, %d are in sight", turn, pictures, last-first)
		}
	}
}

func TestTheNotice(t *testing.T) {
	s := newStand(t)
	s.of(short("Лид 漢."))
	if !strings.Contains(s.Notice(), "漢") {
		t.Errorf("a letter that no face has: %q", s.Notice())
	}
	s.Trouble("Бланк не читается.")
	s.of(short("Лид."))
	if s.Notice() != "Бланк не читается." {
		t.Errorf("trouble: %q", s.Notice())
	}
	s.Trouble("")
	s.of(short("Лид."))
	if s.Notice() != "" {
		t.Errorf("told %q", s.Notice())
	}
}

// TestThePlainText follows the release; lines that stay are the same objects.
func TestThePlainText(t *testing.T) {
	s := newStand(t)
	s.win.SetContent(s.Text())
	s.of(short("Первый."))
	s.Highlight(func(text string) [][2]int {
		if at := strings.Index(text, "Второй"); at >= 0 {
			return [][2]int{{at, at + len("Второй")}}
		}
		return nil
	})
	s.of(short("Раз. Второй."))
	var marked []string
	for _, o := range s.plain.column.Objects {
		if rich, ok := o.(*widget.RichText); ok {
			for _, segment := range rich.Segments {
				if segment.(*widget.TextSegment).Style == screen.HitStyle() {
					marked = append(marked, segment.Textual())
				}
			}
		}
	}
	if strings.Join(marked, "|") != "Второй" {
		t.Errorf("marked %q in %q", marked, s.Lines())
	}
	s.Highlight(nil)
	s.of(short("Раз. Второй."))
	head := s.plain.column.Objects[0]
	s.of(short("Третий."))
	if s.plain.column.Objects[0] != head || !strings.Contains(strings.Join(s.Lines(), "\n"), "Третий.") {
		t.Errorf("the headline was made anew, or the text stayed: %q", s.Lines())
	}
}

// TestALongPlainText makes only what is in sight, at every place and in every width, and
// what is in sight stands without gaps.
func TestALongPlainText(t *testing.T) {
	s := newStand(t)
	s.win.SetContent(s.Text())
	long := exporttest.Release(1, 40_000)
	s.of(long)
	check := func(where string) {
		t.Helper()
		p := s.plain
		bottom, end := p.scroll.Offset.Y, min(p.scroll.Offset.Y+p.scroll.Size().Height, p.height())
		if n := len(p.column.Objects); n == 0 || n > 60 || p.column.Objects[0].Position().Y > bottom {
			t.Fatalf("%s: %d lines of %d are made", where, n, len(p.lines))
		}
		for i, o := range p.column.Objects {
			if i > 0 && o.Position().Y != bottom {
				t.Errorf("%s: line %d stands at %v, not %v", where, i, o.Position().Y, bottom)
			}
			bottom = o.Position().Y + o.Size().Height
			if o.Size().Height != o.MinSize().Height {
				t.Errorf("%s: line %d is %v high, not %v", where, i, o.Size().Height, o.MinSize().Height)
			}
		}
		if bottom < end-1 {
			t.Errorf("%s: nothing is seen below %v of %v", where, bottom, end)
		}
	}
	check("the beginning")
	for _, by := range []float32{-300, -5000, 40, 700, 3000, -1e6, 200} {
		e := &fyne.ScrollEvent{}
		e.Scrolled.DY = by
		s.plain.scroll.Scrolled(e)
		check(fmt.Sprint("scrolled by ", by))
	}
	s.win.Resize(fyne.NewSize(260, 500))
	check("another width")
	offset := s.plain.scroll.Offset.Y
	changed := long.Clone()
	changed.Blocks[len(changed.Blocks)-1].Text = "Конец."
	s.of(changed)
	if s.plain.scroll.Offset.Y != offset && offset < s.plain.height()-500 {
		t.Errorf("a change below moved what is seen from %v to %v", offset, s.plain.scroll.Offset.Y)
	}
	check("a change below")
	s.of(short("Лид."))
	check("a short text")
}

// TestAStaleAnalysisIsNotShown asks about two releases; the first answer comes when the
// second is on the screen.
func TestAStaleAnalysisIsNotShown(t *testing.T) {
	s := newStand(t)
	resume := s.analyst.Pause()
	wanted := s.analyst.Wanted()
	s.analyst.Ask(s.question(short("Первый.")))
	s.analyst.Ask(s.question(short("Второй.")))
	if wanted() {
		t.Error("the first is still wanted")
	}
	resume()
	s.next()
	s.next()
	if text := strings.Join(s.Lines(), "\n"); !strings.Contains(text, "Второй.") {
		t.Errorf("shown %q", text)
	}
	s.analyst.Ask(s.question(short("Третий.")))
	answer := <-s.queue // it is there, and waits for the UI goroutine
	s.analyst.Ask(s.question(short("Четвёртый.")))
	answer()
	if text := strings.Join(s.Lines(), "\n"); !strings.Contains(text, "Второй.") {
		t.Errorf("shown %q", text)
	}
	s.next()
	if text := strings.Join(s.Lines(), "\n"); !strings.Contains(text, "Четвёртый.") {
		t.Errorf("shown %q", text)
	}
}

// TestRecall brings the view of one preview into another.
func TestRecall(t *testing.T) {
	s, other := newStand(t), newStand(t)
	s.of(exporttest.Release(1, exporttest.ThreePages))
	s.ZoomBy(2)
	s.Turn(1)
	other.Recall(s.Preview)
	if other.Zoom() != s.Zoom() || other.sheets.current() != s.sheets.current() || len(other.Lines()) != len(s.Lines()) || len(other.sheets.list.Objects) != len(s.sheets.list.Objects) {
		t.Errorf("zoom %v, page %d, %d lines, %d sheets", other.Zoom(), other.sheets.current(), len(other.Lines()), len(other.sheets.list.Objects))
	}
	s, other = newStand(t), newStand(t)
	other.Recall(s.Preview)
	if len(other.sheets.list.Objects) != 0 {
		t.Error("sheets of nothing")
	}
}
