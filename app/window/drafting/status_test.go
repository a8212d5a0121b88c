package drafting

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"communique/editor/release"
)

// heights are where the words in an object stand, from its upper edge to their middle.
func heights(o fyne.CanvasObject, above float32) (all []float32) {
	if t, ok := o.(*canvas.Text); ok && t.Text != "" {
		return []float32{above + t.Size().Height/2}
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	for _, part := range parts {
		all = append(all, heights(part, above+part.Position().Y)...)
	}
	return all
}

func TestTheStatusStandsOnOneLine(t *testing.T) {
	s := newStand(t, release.Release{Headline: "Встреча"})
	s.ShowCounts(10, 100)
	s.status.showFindings(2, 0)
	s.ShowSaved("сохранено в 14:02", false)
	s.Window.SetContent(s.Status())
	s.Window.Resize(fyne.NewSize(1280, 80))
	told := s.Status().(*fyne.Container)
	told.Resize(told.MinSize().Max(fyne.NewSize(1200, 0)))
	all := heights(told, 0)
	if len(all) != 3 {
		t.Fatalf("words stand at %v", all)
	}
	for _, height := range all {
		if height != all[0] {
			t.Errorf("words stand at %v", all)
		}
	}
}
