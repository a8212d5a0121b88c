package window

import (
	"context"
	"image"

	"communique/app/window/background"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/export"
	"communique/export/page"
	"communique/export/picture"
	"communique/export/raster"
	"communique/export/style"
	"communique/export/text"
)

// question is what the window wants to know about a draft: how its pages look,
// and where checked is set, what the checks say as well.
type question struct {
	release release.Release
	office  export.Office
	scale   float64 // of the pages' pictures, in pixels per point
	checked bool
}

// analysis is everything the window shows about a draft beside the draft
// itself. It is computed away from the UI goroutine, on a copy.
type analysis struct {
	doc     page.Document
	pages   []image.Image
	pageErr error

	checked           bool // the following was asked for
	plain             string
	findings          []proof.Finding
	repairs           []release.Repair
	words, characters int
}

// studio sets and paints pages. It keeps what it made last: after a change only
// the paragraphs that changed are set, and only their pages painted.
type studio struct {
	compositor *page.Compositor
	style      style.Style // the compositor's
	painter    *raster.Painter
	scale      float64
	doc        page.Document
	pages      []image.Image
	pictures   picture.Set // of the release it set last
}

func (s *studio) analyse(q question) analysis {
	a := analysis{checked: q.checked}
	if q.checked {
		a.findings, a.repairs = proof.Check(q.release), q.release.Repairs
		a.words, a.characters = q.release.Count()
		plain, err := text.Render(q.release, text.Options{})
		a.plain, a.pageErr = string(plain), err
	}
	if err := s.paint(q); err != nil {
		a.pageErr = err
	}
	a.doc, a.pages = s.doc, append([]image.Image{}, s.pages...)
	return a
}

// picturesOf makes the release's pictures ready for the screen, those that it has not
// yet. Of one that cannot be had the page shows the words.
func (s *studio) picturesOf(q question) picture.Set {
	shown := picture.Set{}
	for _, hash := range q.release.Pictures() {
		if ready, ok := s.pictures[hash]; ok {
			shown[hash] = ready
			continue
		}
		if q.office.Pictures == nil {
			continue
		}
		if file, err := q.office.Pictures(hash); err == nil {
			if ready, err := picture.Prepare(file, picture.Screen); err == nil {
				shown[hash] = ready
			}
		}
	}
	s.pictures = shown
	return shown
}

// paint lays the release out and paints the pages that differ from those of the
// last time.
func (s *studio) paint(q question) error {
	if s.compositor == nil || !s.style.Same(q.office.Style) {
		s.compositor, s.style = page.NewCompositor(q.office.Style), q.office.Style
	}
	if s.scale != q.scale {
		s.painter, s.scale, s.pages = raster.NewPainter(), q.scale, nil
	}
	doc, err := s.compositor.Layout(q.office.Organisation, s.picturesOf(q), q.release)
	if err != nil {
		return err
	}
	pages := make([]image.Image, len(doc.Pages))
	for i, p := range doc.Pages {
		if i < len(s.pages) && p.Same(s.doc.Pages[i]) {
			pages[i] = s.pages[i]
			continue
		}
		if pages[i], err = s.painter.Paint(p, doc, q.scale); err != nil {
			return err
		}
	}
	s.doc, s.pages = doc, pages
	return nil
}

// analyst runs one analysis at a time and lets only the newest be shown.
type analyst struct {
	questions *background.Questions
	slot      chan *studio
	show      func(analysis)
}

func newAnalyst(run, do func(func()), show func(analysis)) *analyst {
	a := &analyst{questions: background.New(run, do), slot: make(chan *studio, 1), show: show}
	a.slot <- &studio{}
	return a
}

// ask analyses in the background. It is called on the UI goroutine, and show
// answers there, unless a newer question came meanwhile.
func (a *analyst) ask(q question) {
	var result analysis
	a.questions.Ask(background.Question{
		Work: func(ctx context.Context) error {
			studio := <-a.slot
			defer func() { a.slot <- studio }()
			if ctx.Err() == nil {
				result = studio.analyse(q)
			}
			return nil
		},
		Answer: func(error) { a.show(result) },
	})
}

// analyse asks for the preview, the findings and the counts of the draft.
func (w *Window) analyse() { w.look(true) }

// look asks how the draft's pages look and, where checked is set, for all the
// rest that is shown beside it.
func (w *Window) look(checked bool) {
	if w.doc == nil || w.office == nil { // it is asked again when there is
		return
	}
	paper, _ := w.preview.sheets.paper()
	w.checking = w.checking || checked
	w.analyst.ask(question{
		release: w.doc.session.Release(), office: *w.office, checked: checked,
		scale: float64(w.win.Canvas().Scale()*w.preview.sheets.width()) / paper,
	})
}

// resized has the pages painted in their new size, once it stays. Checks that
// are under way are not lost over it.
func (w *Window) resized() {
	w.sizeTimer = w.after(w.sizeTimer, sizeDelay, func() { w.look(w.checking) })
}

// pageWidth is A4's in points.
const pageWidth = 595.28

func (w *Window) analysed(a analysis) {
	if w.doc == nil {
		return
	}
	w.preview.show(a)
	if a.checked {
		w.checking = false
		w.showChecked(a)
	}
}

func (w *Window) showChecked(a analysis) {
	w.pane.ShowFindings(a.findings, a.repairs)
	w.dialogs.Settle()
	w.pane.ShowCounts(a.words, a.characters)
}
