package sqlite

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/app/library/librarytest"
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

// BenchmarkSave measures a durable save of a text in which a sentence is typed; the baselines are the disk's own
// sync of as many bytes, and the same TOML form written durably into a file of its own.
func BenchmarkSave(b *testing.B) {
	l, dir := fresh(b), b.TempDir()
	r := slices.Collect(librarytest.Releases(1))[0]
	r.Blocks = release.Numbered(r.Blocks) // as whoever types has them
	e, begun := save(b, l, r), r.Blocks[0].Text
	log, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = log.Close() }() // it was synced
	var saving, syncing, writing []time.Duration
	took := func(all *[]time.Duration, do func() error) {
		start := time.Now()
		if err := do(); err != nil {
			b.Fatal(err)
		}
		*all = append(*all, time.Since(start))
	}
	for n := range b.N {
		r.Blocks[0].Text = fmt.Sprint(begun, strings.Repeat(" и другие", n%20), n)
		data, err := r.Encode()
		if err != nil {
			b.Fatal(err)
		}
		took(&saving, func() (err error) { e, err = l.Save(ctx, e.ID, e.Revision, r); return err })
		took(&syncing, func() error { _, err := log.Write(data); return errors.Join(err, log.Sync()) })
		took(&writing, func() error { return file.Replace(filepath.Join(dir, "release.toml"), data) })
	}
	median := func(all []time.Duration) float64 {
		slices.Sort(all)
		return float64(all[len(all)/2].Microseconds())
	}
	b.ReportMetric(median(saving)/median(writing), "x-of-durable-file")
	b.ReportMetric(median(saving), "µs/save")
	b.ReportMetric(median(syncing), "µs/sync")
}
