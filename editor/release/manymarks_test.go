package release_test

import (
	"strings"
	"testing"
	"time"

	"communique/editor/intake/layout/layouttest"
	"communique/editor/release"
)

// TestAsManyMarksAsWords: a page may have them, and its text is gone through once. The time is ten times
// what it may take without the race detector; to go through the text for each took minutes.
func TestAsManyMarksAsWords(t *testing.T) {
	const words, most = 200_000, 10 * time.Second
	r := release.New("ru")
	b := release.Block{Kind: release.Paragraph, Text: strings.Repeat("а ", words)}
	for i := range words {
		b.Marks = append(b.Marks, release.Mark{Start: 2 * i, End: 2*i + 1, Style: release.Bold})
	}
	r.Blocks = release.Numbered([]release.Block{b})
	began := layouttest.Used()
	err := r.Validate()
	if took := layouttest.Used() - began; err != nil || took > most {
		t.Errorf("%v, after %v of CPU", err, took)
	}
}
