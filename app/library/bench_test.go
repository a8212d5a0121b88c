package library

import (
	"fmt"
	"os"
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

// BenchmarkList measures listing 1,000 releases and searching them; the
// baseline is reading the TOML files of the same releases.
func BenchmarkList(b *testing.B) {
	const count = 1000
	l, dir := fresh(b), b.TempDir()
	for n := range count {
		r := longRelease(n)
		save(b, l, r)
		data, err := r.Encode()
		if err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.toml", n)), data, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	listing, searching, scanning := time.Duration(0), time.Duration(0), time.Duration(0)
	b.ResetTimer()
	for range b.N {
		listing += timed(b, func() error { _, err := l.List(ctx); return err })
		searching += timed(b, func() error { _, err := l.Search(ctx, "встреча 77"); return err })
		scanning += timed(b, func() error { return scanFiles(dir) })
	}
	b.ReportMetric(float64(listing)/float64(scanning), "list-x-of-TOML-scan")
	b.ReportMetric(float64(searching)/float64(scanning), "search-x-of-TOML-scan")
	b.ReportMetric(float64(listing.Microseconds())/float64(b.N), "µs/list")
}

func timed(b *testing.B, f func() error) time.Duration {
	start := time.Now()
	if err := f(); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

func scanFiles(dir string) error {
	names, err := filepath.Glob(filepath.Join(dir, "*.toml"))
	if err != nil {
		return err
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if _, err := release.Decode(data); err != nil {
			return err
		}
	}
	return nil
}
