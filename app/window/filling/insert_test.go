package filling_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/window/filling"
	"communique/editor/release"
	"communique/editor/snippet"
)

// TestASnippetThatAsksNothing goes in at once, without a dialog.
func TestASnippetThatAsksNothing(t *testing.T) {
	s := newStage(t)
	var put []release.Block
	filling.Insert(s.params, filling.Piece{Snippet: snippet.Snippet{Title: "Аккредитация", Text: "Аккредитация открыта."}, Language: "ru", Day: s.office.Today, Put: func(blocks []release.Block) { put = blocks }})
	if s.Open() || len(put) != 1 || put[0].Text != "Аккредитация открыта." {
		t.Errorf("open %v, put %+v", s.Open(), put)
	}
}

// TestASnippetThatAsks shows what it puts in as it is filled, and puts nothing in before.
func TestASnippetThatAsks(t *testing.T) {
	s := newStage(t)
	var put []release.Block
	filling.Insert(s.params, filling.Piece{Snippet: snippet.Snippet{Title: "Аккредитация", Text: "Аккредитация до {deadline}."}, Language: "ru", Day: s.office.Today, Put: func(blocks []release.Block) { put = blocks }})
	if !s.Open() || put != nil || !strings.Contains(s.Texts(), "Аккредитация до deadline.") {
		t.Fatalf("open %v, put %+v\n%s", s.Open(), put, s.Texts())
	}
	s.Type("пятницы")
	if !strings.Contains(s.Texts(), "Аккредитация до пятницы.") {
		t.Errorf("the preview does not follow:\n%s", s.Texts())
	}
	s.Press(fyne.KeyReturn, control)
	if s.Open() || len(put) != 1 || put[0].Text != "Аккредитация до пятницы." {
		t.Errorf("open %v, put %+v", s.Open(), put)
	}
}
