package preview

import (
	"image"
	"strings"

	"communique/editor/proof"
	"communique/editor/release"
	"communique/export"
	"communique/export/page"
	"communique/export/picture"
	"communique/export/raster"
	"communique/export/style"
	"communique/export/text"
)

// Question is what the window wants to know about a draft: how its pages look,
// and where checked is set, what the checks say as well.
type Question struct {
	Release release.Release
	Changes int // how often the draft has been changed; the answer says it again
	Office  export.Office
	Scale   float64 // of the pages' pictures, in pixels per point
	// First and Last are the pages in sight, from the first to before the last: they are
	// painted, and one on either side.
	First, Last int
	Checked     bool
	// Checks are what the checks know beside the release; the studio adds which pictures
	// are lost.
	Checks proof.Params
}

// Analysis is everything the window shows about a draft beside the draft
// itself. It is computed away from the UI goroutine, on a copy.
type Analysis struct {
	Pages   page.Document
	images  []image.Image // nil for a page that is out of sight
	pageErr error

	Checked           bool     // the following was asked for
	Changes           int      // what the question said of the draft that was checked
	plain             []string // the lines of the text
	Findings          []proof.Finding
	Lost              []string // the hashes of the pictures whose files cannot be had or read
	Words, Characters int
}

// studio sets and paints pages. It keeps what it made last: after a change only the
// paragraphs that changed are set, and only their pages painted, of those in sight.
type studio struct {
	compositor *page.Compositor
	style      style.Style // the compositor's
	painter    *raster.Painter
	scale      float64
	doc        page.Document
	pages      []image.Image
	pictures   picture.Set // of the release it set last
	checker    *proof.Checker
}

func (s *studio) analyse(q Question) Analysis {
	a := Analysis{Checked: q.Checked, Changes: q.Changes, Lost: s.makeReady(q)}
	if q.Checked {
		q.Checks.Lost = a.Lost
		a.Findings = s.checker.Check(q.Release, q.Checks)
		a.Words, a.Characters = q.Release.Count()
		plain, err := text.Render(q.Release, text.Options{})
		a.plain, a.pageErr = strings.Split(strings.TrimSuffix(string(plain), "\n"), "\n"), err
	}
	if err := s.paint(q); err != nil {
		a.pageErr = err
	}
	a.Pages, a.images = s.doc, append([]image.Image{}, s.pages...)
	return a
}

// makeReady makes the release's pictures ready for the screen, those that it has not
// yet, and returns the hashes of those that cannot be had or read: of these the page
// shows the words.
func (s *studio) makeReady(q Question) (lost []string) {
	s.pictures, lost = export.Ready(q.Release, picture.Screen, s.pictures, q.Office.Pictures)
	return lost
}

// paint lays the release out and paints the pages that differ from those of the
// last time.
func (s *studio) paint(q Question) error {
	if s.compositor == nil || !s.style.Same(q.Office.Style) {
		s.compositor, s.style = page.NewCompositor(q.Office.Style), q.Office.Style
	}
	if s.scale != q.Scale {
		s.painter, s.scale, s.pages = raster.NewPainter(), q.Scale, nil
	}
	doc, err := s.compositor.Layout(q.Office.Organisation, s.pictures, q.Release)
	if err != nil {
		return err
	}
	pages := make([]image.Image, len(doc.Pages))
	for i := max(q.First-1, 0); i < min(q.Last+1, len(doc.Pages)); i++ {
		p := doc.Pages[i]
		if i < len(s.pages) && s.pages[i] != nil && p.Same(s.doc.Pages[i]) {
			pages[i] = s.pages[i]
			continue
		}
		if pages[i], err = s.painter.Paint(p, doc, q.Scale); err != nil {
			return err
		}
	}
	s.doc, s.pages = doc, pages
	return nil
}
