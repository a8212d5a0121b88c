package export_test

import (
	"context"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"communique/editor/release"
	"communique/export"
	"communique/export/exporttest"
	"communique/export/page"
	"communique/export/pdf"
	"communique/export/raster"
	"communique/export/style"
)

// two releases take turns, so that no page is remembered from the last time.
func two(characters int) [2]release.Release {
	return [2]release.Release{exporttest.Release(1, characters), exporttest.Release(2, characters)}
}

// BenchmarkPDF sets and writes releases as PDF, in CPU time, which a busy machine does not
// change. The baseline is setting alone.
func BenchmarkPDF(b *testing.B) {
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		b.Fatal(err)
	}
	for name, characters := range map[string]int{"one page": exporttest.OnePage, "three pages": exporttest.ThreePages} {
		b.Run(name, func(b *testing.B) {
			pair, org := two(characters), organisation(b)
			compositor := page.NewCompositor(plain)
			var setting, whole time.Duration
			pages, size := 0, 0
			for i := 0; b.Loop(); i++ {
				start := cpu(b)
				doc, err := compositor.Layout(org, nil, pair[i%2])
				if err != nil {
					b.Fatal(err)
				}
				setting += cpu(b) - start
				data, err := pdf.Render(doc)
				if err != nil {
					b.Fatal(err)
				}
				whole += cpu(b) - start
				pages, size = pages+len(doc.Pages), size+len(data)
			}
			b.ReportMetric(float64(whole.Microseconds())/1000/float64(b.N), "cpu-ms/release")
			b.ReportMetric(float64(setting.Microseconds())/float64(pages), "cpu-µs-layout/page")
			b.ReportMetric(float64(size)/float64(pages)/1024, "KB/page")
			b.ReportMetric(float64(pages)/float64(b.N), "pages")
			b.ReportMetric(float64(whole)/float64(setting), "x-of-layout")
		})
	}
}

// BenchmarkPDFsPerCPUSecond writes releases of one page as files, in CPU time. The
// baseline is setting them alone.
func BenchmarkPDFsPerCPUSecond(b *testing.B) {
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		b.Fatal(err)
	}
	releases := make([]release.Release, 200)
	for i := range releases {
		releases[i] = exporttest.Release(uint64(i), exporttest.OnePage)
	}
	office, dir := export.Office{Organisation: organisation(b), Style: plain}, b.TempDir()
	var whole, setting time.Duration
	for b.Loop() {
		start := cpu(b)
		err := export.Run(context.Background(), office, func(yield func(export.Job) bool) {
			for i, r := range releases {
				if !yield(export.Job{Release: r, Target: filepath.Join(dir, strconv.Itoa(i)), Forms: []export.Form{export.PDF}, Replace: true}) {
					return
				}
			}
		}, func(results []export.Result) {
			if results[0].Err != nil {
				b.Error(results[0].Err)
			}
		})
		if err != nil {
			b.Fatal(err)
		}
		whole += cpu(b) - start
		start = cpu(b)
		compositor := page.NewCompositor(plain)
		for _, r := range releases {
			if _, err := compositor.Layout(office.Organisation, nil, r); err != nil {
				b.Fatal(err)
			}
		}
		setting += cpu(b) - start
	}
	b.ReportMetric(float64(b.N*len(releases))/whole.Seconds(), "PDFs/CPU-s")
	b.ReportMetric(float64(whole)/float64(setting), "x-of-layout")
}

// BenchmarkPreview changes a letter in a release of three pages, and in one of 300 KB,
// and sets and paints what changed. The baseline is doing all of it anew.
func BenchmarkPreview(b *testing.B) {
	for name, characters := range map[string]int{"three pages": exporttest.ThreePages, "300 KB": 160_000} {
		b.Run(name, func(b *testing.B) { benchmarkPreview(b, characters) })
	}
}

func benchmarkPreview(b *testing.B, characters int) {
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		b.Fatal(err)
	}
	r, org := exporttest.Release(1, characters), organisation(b)
	compositor, painter := page.NewCompositor(plain), raster.NewPainter()
	var old page.Document
	show := func() time.Duration {
		start := time.Now()
		doc, err := compositor.Layout(org, nil, r)
		if err != nil {
			b.Fatal(err)
		}
		for i, p := range doc.Pages {
			if i < len(old.Pages) && p.Same(old.Pages[i]) {
				continue
			}
			if _, err := painter.Paint(p, doc, 1.5); err != nil {
				b.Fatal(err)
			}
		}
		old = doc
		return time.Since(start)
	}
	anew := show()
	var changed time.Duration
	for i := 0; b.Loop(); i++ {
		r.Blocks[1].Text += string(rune('а' + i%32))
		if i%60 == 59 {
			r.Blocks[1].Text = r.Blocks[1].Text[:len(r.Blocks[1].Text)-120]
		}
		changed += show()
	}
	b.ReportMetric(float64(changed.Microseconds())/float64(b.N), "µs/key")
	b.ReportMetric(float64(changed)/float64(b.N)/float64(anew), "x-of-anew")
}

// BenchmarkLibrary writes 1,000 releases as PDF, in parallel; the baseline is one
// after another.
func BenchmarkLibrary(b *testing.B) {
	plain, err := style.Shipped(style.Plain)
	if err != nil {
		b.Fatal(err)
	}
	const count = 1000
	releases := make([]release.Release, count)
	for i := range releases {
		releases[i] = exporttest.Release(uint64(i), exporttest.OnePage+i)
	}
	office := export.Office{Organisation: organisation(b), Style: plain}
	run := func(workers int) time.Duration {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(workers))
		dir := b.TempDir()
		start := time.Now()
		err := export.Run(context.Background(), office, func(yield func(export.Job) bool) {
			for i, r := range releases {
				job := export.Job{Release: r, Target: filepath.Join(dir, r.Number+"-"+string(rune('a'+i%26))), Forms: []export.Form{export.PDF}, Replace: true}
				if !yield(job) {
					return
				}
			}
		}, func(results []export.Result) {
			if results[0].Err != nil {
				b.Error(results[0].Err)
			}
		})
		if err != nil {
			b.Fatal(err)
		}
		return time.Since(start)
	}
	for b.Loop() {
		parallel, single := run(runtime.NumCPU()), run(1)
		b.ReportMetric(count/parallel.Seconds(), "PDFs/s")
		b.ReportMetric(float64(parallel)/float64(single), "x-of-one-by-one")
	}
}
