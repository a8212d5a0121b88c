package export_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"math"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/editor/release"
	"communique/export"
	"communique/export/exporttest"
)

// BenchmarkIllustrated writes a release with ten tables and five photographs of a megabyte
// in every form: made by a fresh press, by one that made the pictures ready before, and
// put on the disk as files and as a package. The baseline is decoding the photographs one
// after another. Figures are of the quickest round, which other programs disturbed least.
func BenchmarkIllustrated(b *testing.B) {
	r, files := illustratedRelease(b)
	o := office(b)
	o.Pictures = func(hash string) ([]byte, error) { return files[hash], nil }
	each := func(b *testing.B, press *export.Press) {
		press.Each(export.Forms(), func(_ int, _ export.Copy, err error) {
			if err != nil {
				b.Error(err)
			}
		}, r)
	}
	written := func(asPackage bool) func(b *testing.B) {
		return func(b *testing.B) {
			dir := b.TempDir()
			againstDecoding(b, files, func(round int) {
				job := export.Job{Release: r, Forms: export.Forms(), Package: asPackage, Target: filepath.Join(dir, fmt.Sprint(round))}
				err := export.Run(context.Background(), o, func(yield func(export.Job) bool) { yield(job) }, func(results []export.Result) {
					for _, result := range results {
						if result.Err != nil {
							b.Error(result.Err)
						}
					}
				})
				if err != nil {
					b.Error(err)
				}
			})
		}
	}
	b.Run("fresh", func(b *testing.B) {
		againstDecoding(b, files, func(int) { each(b, export.NewPress(o)) })
	})
	b.Run("again", func(b *testing.B) {
		press := export.NewPress(o)
		each(b, press)
		againstDecoding(b, files, func(int) { each(b, press) })
	})
	b.Run("files", written(false))
	b.Run("package", written(true))
}

func illustratedRelease(b *testing.B) (release.Release, map[string][]byte) {
	r := exporttest.Release(1, exporttest.ThreePages)
	files := map[string][]byte{}
	for i := range 10 {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Table, Text: "Страна\tЧеловек\tГод" + strings.Repeat("\nАрмения\t1\u00a0200\t2024", 12)})
		if i%2 == 0 {
			hash := fmt.Sprintf("%064x", i)
			files[hash] = grain(b, i)
			r.Blocks = append(r.Blocks, release.Block{Kind: release.Picture, Picture: hash, Text: "Снимок", Author: "Иван Пробный"})
		}
	}
	r.Blocks = release.Numbered(r.Blocks)
	return r, files
}

// grain returns a photograph of a megabyte: waves with a grain, as long to decode as what
// cameras see.
func grain(b *testing.B, seed int) []byte {
	img := image.NewYCbCr(image.Rect(0, 0, 1990, 1330+seed), image.YCbCrSubsampleRatio420)
	noise := uint32(seed + 1) //nolint:gosec // it is small
	for i := range img.Y {
		noise = noise*1664525 + 1013904223
		x, y := float64(i%img.YStride), float64(i/img.YStride)
		shade := 128 + 60*math.Sin(x/37+3*math.Sin(y/53)) + 30*math.Sin(x*y/9000) + float64(noise>>24)/16 - 8
		img.Y[i] = byte(max(0, min(shade, 255)))
	}
	for i := range img.Cb {
		img.Cb[i], img.Cr[i] = byte(100+i%img.CStride/20), byte(140-i/img.CStride/20) //nolint:gosec // below 256
	}
	var file bytes.Buffer
	if err := jpeg.Encode(&file, img, &jpeg.Options{Quality: 95}); err != nil {
		b.Fatal(err)
	}
	if size := file.Len(); size < 900_000 || size > 1_150_000 {
		b.Fatalf("a photograph of %d bytes", size)
	}
	return file.Bytes()
}

// againstDecoding times do beside decoding files.
func againstDecoding(b *testing.B, files map[string][]byte, do func(round int)) {
	ours, baseline := quickest(), quickest()
	round := 0
	for b.Loop() {
		ours.time(b, func() { do(round) })
		b.StopTimer()
		baseline.time(b, func() {
			for _, file := range files {
				if _, err := jpeg.Decode(bytes.NewReader(file)); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.StartTimer()
		round++
	}
	b.ReportMetric(float64(ours.clock.Microseconds())/1000, "ms")
	b.ReportMetric(float64(ours.cpu.Microseconds())/1000, "cpu-ms")
	b.ReportMetric(float64(ours.clock)/float64(baseline.clock), "x-of-decoding")
	b.ReportMetric(float64(ours.cpu)/float64(baseline.cpu), "cpu-x-of-decoding")
}

// took is the shortest time that something took.
type took struct{ clock, cpu time.Duration }

func quickest() took { return took{math.MaxInt64, math.MaxInt64} }

func (t *took) time(b *testing.B, do func()) {
	start, used := time.Now(), cpu(b)
	do()
	t.clock, t.cpu = min(t.clock, time.Since(start)), min(t.cpu, cpu(b)-used)
}
