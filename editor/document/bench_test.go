package document

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"communique/editor/release"
)

// BenchmarkOperation types a letter, takes it back, parts a paragraph and joins it
// again in the middle of documents of 3 KB, 300 KB and 3 MB, and carries a thousand
// positions through the typing. The baseline is the shortest document: a longer one
// should cost no more.
func BenchmarkOperation(b *testing.B) {
	var baseline float64
	for _, size := range []int{3_000, 300_000, 3_000_000} {
		b.Run(fmt.Sprintf("%dKB", size/1000), func(b *testing.B) {
			d, block, positions := long(size)
			at := release.Position{TextID: Body(block, release.Words), Offset: 40}
			var carry time.Duration
			const operations = 4
			for b.Loop() {
				typed := Transaction{Insert{At: at, Words: "ы"}}
				split := d.Splitting(at, release.Paragraph)
				for _, t := range []Transaction{typed, typed.Inverse(), {split}, {split.Inverse()}} {
					if err := d.Apply(t); err != nil {
						b.Fatal(err)
					}
				}
				b.StopTimer()
				start := time.Now()
				for _, p := range positions {
					typed.Map(p, true)
				}
				carry += time.Since(start)
				b.StartTimer()
			}
			each := float64(b.Elapsed().Nanoseconds()) / float64(b.N) / operations / 1000
			if baseline == 0 {
				baseline = each
			}
			b.ReportMetric(each, "µs/operation")
			b.ReportMetric(each/baseline, "x-of-3KB")
			b.ReportMetric(float64(carry.Microseconds())/float64(b.N), "µs/1000-positions")
		})
	}
}

// long is a document of so many bytes, a paragraph in its middle, and a thousand
// positions in it.
func long(size int) (*Document, release.BlockID, []release.Position) {
	r := release.New("ru")
	paragraph := strings.Repeat("Стороны обсудили ход подготовки. ", 8)
	for written := 0; written < size; written += len(paragraph) {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: paragraph, Marks: []release.Mark{{Start: 8, End: 16, Style: release.Bold}}})
	}
	r.Blocks = release.Numbered(r.Blocks)
	middle := r.Blocks[len(r.Blocks)/2].ID
	positions := make([]release.Position, 1000)
	for i := range positions {
		positions[i] = release.Position{TextID: Body(middle, release.Words), Offset: i % 200}
	}
	return New(r), middle, positions
}
