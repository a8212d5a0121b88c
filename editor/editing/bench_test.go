package editing

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/release"
)

// BenchmarkKey presses keys at the beginning, in the middle and at the end of documents of
// 3 KB to 3 MB, and in one block of 300 KB: a letter, Backspace, Enter and Backspace, arrows
// by letter and word with a selection, bold on and off, and undoes it all. The baseline is the
// shortest document: a longer one should cost no more.
func BenchmarkKey(b *testing.B) {
	const paragraph = 500
	baseline := map[string]float64{} // by place
	for _, size := range []struct {
		name         string
		bytes, block int
	}{{"3KB", 3_000, paragraph}, {"30KB", 30_000, paragraph}, {"300KB", 300_000, paragraph}, {"3MB", 3_000_000, 280}, {"one-block-of-300KB", 300_000, 300_000}} {
		for _, place := range []string{"start", "middle", "end"} {
			b.Run(size.name+"/"+place, func(b *testing.B) {
				e, at := long(size.bytes, size.block, place)
				var took []time.Duration
				for b.Loop() {
					e.Select(at, at)
					took = append(took, pressKeys(e)...)
				}
				slices.Sort(took)
				median, worst := float64(took[len(took)/2].Nanoseconds())/1000, took[len(took)*99/100]
				if baseline[place] == 0 {
					baseline[place] = median
				}
				b.ReportMetric(median, "µs-median")
				b.ReportMetric(float64(worst.Nanoseconds())/1000, "µs-p99")
				b.ReportMetric(median/baseline[place], "x-of-3KB")
			})
		}
	}
}

// pressKeys presses one key after another and says how long each took.
func pressKeys(e *Editor) []time.Duration {
	all := []func(){
		func() { e.Type("ы") }, func() { e.Type(" ") }, e.Backspace, e.NewParagraph, func() { e.Type("ё") }, e.Backspace, e.Backspace,
		func() { e.Move(Left, false) }, func() { e.Move(WordRight, true) }, func() { e.Active(release.Bold) }, func() { e.Toggle(release.Bold) },
		func() { e.Move(WordLeft, false) }, e.DeleteWordForward,
	}
	for range 8 {
		all = append(all, func() { e.Undo() })
	}
	took := make([]time.Duration, len(all))
	for i, key := range all {
		begun := time.Now()
		key()
		took[i] = time.Since(begun)
	}
	return took
}

// long is an editor of a document of so many bytes in paragraphs of a length, each with
// something bold, and a place in it.
func long(size, block int, place string) (*Editor, release.Position) {
	r := release.New("ru")
	text := strings.Repeat("Стороны обсудили ход подготовки. ", block/60+1)
	for written := 0; written < size; written += len(text) {
		b := release.Block{Kind: release.Paragraph, Text: text}
		for at := 8; at+8 < len([]rune(text)); at += 1000 {
			b.Marks = append(b.Marks, release.Mark{Start: at, End: at + 8, Style: release.Bold})
		}
		r.Blocks = append(r.Blocks, b)
	}
	r.Blocks = release.Numbered(r.Blocks)
	e := New(draft.NewSession(r, time.Now))
	e.Listen(func(Change) {})
	in := map[string]int{"start": 0, "middle": len(r.Blocks) / 2, "end": len(r.Blocks) - 1}[place]
	words := document.Body(r.Blocks[in].ID, release.Words)
	n := e.Length(words)
	return e, release.Position{TextID: words, Offset: map[string]int{"start": 20, "middle": n / 2, "end": n - 5}[place]}
}

// BenchmarkOrder compares two places and goes from text to text in documents of 3 KB and
// 3 MB.
func BenchmarkOrder(b *testing.B) {
	var baseline float64
	for _, size := range []int{3_000, 3_000_000} {
		b.Run(fmt.Sprintf("%dKB", size/1000), func(b *testing.B) {
			e, at := long(size, 280, "middle")
			other := end(e.document(), e.Last())
			for b.Loop() {
				e.Compare(at, other)
				next, _ := e.Next(at.TextID)
				e.Previous(next)
			}
			each := float64(b.Elapsed().Nanoseconds()) / float64(b.N)
			if baseline == 0 {
				baseline = each
			}
			b.ReportMetric(each/baseline, "x-of-3KB")
		})
	}
}

// BenchmarkWhole makes a list of all of a document and paragraphs of it again, sets it bold,
// copies it, deletes it, puts it back and undoes it all: nothing may take time by the square
// of the length.
func BenchmarkWhole(b *testing.B) {
	var baseline float64
	for _, size := range []int{30_000, 3_000_000} {
		b.Run(fmt.Sprintf("%dKB", size/1000), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				e, _ := long(size, 280, "start")
				e.SelectAll()
				b.StartTimer()
				e.SetKind(release.List, false)
				e.SetKind(release.Paragraph, false)
				e.Toggle(release.Bold)
				e.Paste(e.Cut())
				for e.Undo() {
				}
			}
			each := b.Elapsed().Seconds() * 1e9 / float64(b.N) / float64(size)
			if baseline == 0 {
				baseline = each
			}
			b.ReportMetric(each, "ns/byte")
			b.ReportMetric(each/baseline, "x-of-30KB")
		})
	}
}
