package sqlite

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/editor/release"
	"communique/export/file"
)

func longRelease(n int) release.Release {
	r := headed(fmt.Sprintf("Встреча %d в Пробном", n), fmt.Sprintf("2024-%02d-%02d", 1+n%12, 1+n%28))
	for range 5 {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: strings.Repeat("Стороны обсудили план работы. ", 12)})
	}
	return r
}

// BenchmarkSave measures a durable save; the baseline is the same TOML form
// written durably into a file of its own.
func BenchmarkSave(b *testing.B) {
	l, r, dir := fresh(b), longRelease(1), b.TempDir()
	data, err := r.Encode()
	if err != nil {
		b.Fatal(err)
	}
	e := save(b, l, r)
	saving, writing := time.Duration(0), time.Duration(0)
	for range b.N {
		start := time.Now()
		if e, err = l.Save(ctx, e.ID, e.Revision, r); err != nil {
			b.Fatal(err)
		}
		saving += time.Since(start)
		start = time.Now()
		if err := file.Replace(filepath.Join(dir, "release.toml"), data); err != nil {
			b.Fatal(err)
		}
		writing += time.Since(start)
	}
	b.ReportMetric(float64(saving)/float64(writing), "x-of-durable-file")
	b.ReportMetric(float64(saving.Microseconds())/float64(b.N), "µs/save")
}
