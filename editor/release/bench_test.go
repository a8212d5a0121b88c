package release

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// BenchmarkTOML writes a release of 100 KB and reads it again. The baseline is
// comparing and copying its bytes a hundred times.
func BenchmarkTOML(b *testing.B) {
	r := full()
	for len(r.Blocks) < 220 {
		r.Blocks = append(r.Blocks, Block{Kind: Paragraph, Text: strings.Repeat("Стороны обсудили ход. ", 12), Marks: []Mark{{Start: 8, End: 16, Style: Bold}}})
	}
	r.Blocks = Numbered(r.Blocks)
	data, err := r.Encode()
	if err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	for range 100 {
		if !bytes.Equal(bytes.Clone(data), data) {
			b.Fatal("never")
		}
	}
	copying := float64(time.Since(start).Microseconds())
	var writing, reading time.Duration
	b.ResetTimer()
	for b.Loop() {
		start := time.Now()
		if _, err := r.Encode(); err != nil {
			b.Fatal(err)
		}
		writing += time.Since(start)
		start = time.Now()
		if _, err := Parse(data); err != nil {
			b.Fatal(err)
		}
		reading += time.Since(start)
	}
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 / float64(b.N) }
	b.ReportMetric(float64(len(data))/1000, "KB")
	b.ReportMetric(ms(writing), "ms/write")
	b.ReportMetric(ms(reading), "ms/read")
	b.ReportMetric(1000*(ms(writing)+ms(reading))/copying, "copies")
}
