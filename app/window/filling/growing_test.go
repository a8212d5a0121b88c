package filling_test

import (
	"slices"
	"strings"
	"testing"

	"communique/app/window/filling"
	"communique/editor/release"
	"communique/editor/snippet"
)

// TestWhatValuesMakeIsMadeElsewhere: what a key asks for is made away from the UI goroutine, in whatever order, and the newest is shown.
func TestWhatValuesMakeIsMadeElsewhere(t *testing.T) {
	s := newStage(t)
	var waiting []func()
	s.params.Go = func(work func()) { waiting = append(waiting, work) }
	filling.Insert(s.params, filling.Piece{Snippet: snippet.Snippet{Title: "Аккредитация", Text: "Аккредитация до {deadline}."}, Language: "ru", Day: s.office.Today, Put: func([]release.Block) {}})
	s.Type("пятницы")
	if strings.Contains(s.Texts(), "до п") {
		t.Errorf("made on the goroutine that draws:\n%s", s.Texts())
	}
	slices.Reverse(waiting)
	for _, work := range waiting {
		work()
	}
	if len(waiting) < 2 || !strings.Contains(s.Texts(), "Аккредитация до пятницы.") {
		t.Errorf("%d were asked for:\n%s", len(waiting), s.Texts())
	}
}
