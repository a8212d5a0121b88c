package window

import (
	"strings"
	"testing"

	"communique/editor/release"
)

// The command has the release set on one page and ticks itself; pressed again, and taken
// back, it is as before. What does not fit is told over the pages.
func TestFitOnePage(t *testing.T) {
	s := newStage(t, settled)
	s.fitOnePage()
	if s.notice.Text() != s.text("nothing-open") {
		t.Errorf("without a release: %q", s.notice.Text())
	}
	r := headed("Итоги")
	long := func(paragraphs int) release.Release {
		r := r.Clone()
		for i := range paragraphs {
			r.Blocks = append(r.Blocks, release.Block{ID: release.BlockID(i + 1), Kind: release.Paragraph, Text: strings.Repeat("Стороны обсудили ход учений. ", 12)})
		}
		return r
	}
	pages := func(n int, ticked bool) {
		t.Helper()
		s.wait("the pages", func() bool { return len(s.preview.Last().Pages.Pages) == n && s.ticked("menu-one-page") == ticked })
	}
	s.start(long(10))
	pages(2, false)
	s.fitOnePage()
	if s.notice.Text() != s.text("one-page-on") {
		t.Errorf("told %q", s.notice.Text())
	}
	pages(1, true)
	s.fitOnePage()
	if s.notice.Text() != s.text("one-page-off") {
		t.Errorf("told %q", s.notice.Text())
	}
	pages(2, false)
	s.pane.Undo()
	pages(1, true)
	s.start(long(16))
	pages(2, false)
	s.fitOnePage()
	s.wait("what is over", func() bool { return strings.Contains(s.preview.Notice(), "лишнего") })
	pages(2, true)
}
