package surface

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"communique/editor/document"
	"communique/editor/editing"
	"communique/editor/release"
)

// long is a release of so many bytes, in paragraphs or in one block.
func long(size int, one bool) release.Release {
	r := release.New("ru")
	r.Headline = "В Пробном прошла встреча представителей Совета содружества"
	paragraph := strings.Repeat("Стороны обсудили ход подготовки к осенней сессии и план работы на год. ", 4)
	if one {
		r.Blocks = []release.Block{{Kind: release.Paragraph, Text: strings.Repeat(paragraph, 1+size/len(paragraph))}}
	} else {
		for written := 0; written < size; written += len(paragraph) {
			r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: paragraph})
		}
	}
	r.Blocks = release.Numbered(r.Blocks)
	return r
}

// times are how long each of many turns took.
type times []time.Duration

func (t times) report(b *testing.B, name string) (median time.Duration) {
	slices.Sort(t)
	median = t[len(t)/2]
	b.ReportMetric(float64(median.Microseconds()), name+"-median-µs")
	b.ReportMetric(float64(t[len(t)*99/100].Microseconds()), name+"-p99-µs")
	return median
}

// BenchmarkKey types a letter and takes it back at the start, in the middle and at the
// end of texts of several lengths, with the pictures of the lines that change. Beside it
// stands widget.Entry with the same text, as far as it can be waited for.
func BenchmarkKey(b *testing.B) {
	var baseline time.Duration
	for _, size := range []int{3_000, 30_000, 300_000, 3_000_000, -300_000} {
		name := fmt.Sprintf("%dKB", max(size, -size)/1000)
		if size < 0 {
			name += "-one-block"
		}
		b.Run(name, func(b *testing.B) {
			r := long(max(size, -size), size < 0)
			o := open(b, r, 800, 750)
			last := r.Blocks[len(r.Blocks)-1]
			end := len([]rune(last.Text))
			places := map[string]release.Position{"start": body(1, 3), "middle": body(r.Blocks[len(r.Blocks)/2].ID, 40), "end": body(last.ID, end)}
			if size < 0 {
				places["middle"] = body(1, end/2)
			}
			var all times
			each := map[string]times{}
			for b.Loop() {
				for name, at := range places {
					o.GoTo(at)
					for range 10 {
						each[name] = append(each[name], o.key())
					}
					o.press(fyne.KeyBackspace, 0, 10)
				}
			}
			for name, some := range each {
				some.report(b, name)
				all = append(all, some...)
			}
			median := all.report(b, "key")
			if baseline == 0 {
				baseline = median
			}
			b.ReportMetric(float64(median)/float64(baseline), "x-of-3KB")
			if size > 0 && size <= 30_000 {
				b.ReportMetric(float64(entryKey(r))/float64(median), "x-faster-than-Entry")
			}
		})
	}
}

// key types a letter and returns how long that took, the pictures included.
func (o *office) key() time.Duration {
	before := map[*lineView]string{}
	for l, v := range o.view.lines {
		before[v] = fmt.Sprintf("%p %v", l, v.waves)
	}
	start := time.Now()
	o.TypedRune('ы')
	took := time.Since(start)
	for l, v := range o.view.lines {
		if before[v] != fmt.Sprintf("%p %v", l, v.waves) {
			start := time.Now()
			v.paint(v.box.Dx(), v.box.Dy())
			took += time.Since(start)
		}
	}
	return took
}

// entryKey is how long a key takes in the middle of a widget.Entry.
func entryKey(r release.Release) time.Duration {
	e := widget.NewMultiLineEntry()
	e.Wrapping = fyne.TextWrapWord
	w := test.NewWindow(e)
	defer w.Close()
	w.Resize(fyne.NewSize(800, 750))
	var words []string
	for _, block := range r.Blocks {
		words = append(words, block.Text)
	}
	e.SetText(strings.Join(words, "\n"))
	e.CursorRow = len(words) / 2
	var took times
	for range 15 {
		start := time.Now()
		e.TypedRune('ы')
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	return took[len(took)/2]
}

// BenchmarkOpen shows a release, its first pictures included.
func BenchmarkOpen(b *testing.B) {
	for _, size := range []int{3_000, 300_000, 3_000_000, -300_000} {
		name := fmt.Sprintf("%dKB", max(size, -size)/1000)
		if size < 0 {
			name += "-one-block"
		}
		b.Run(name, func(b *testing.B) {
			o := open(b, release.New("ru"), 800, 750)
			r := long(max(size, -size), size < 0)
			var took times
			for b.Loop() {
				o.setter.Forget()
				session := o.drafted(r)
				start := time.Now()
				o.Edit(session)
				o.paintAll()
				took = append(took, time.Since(start))
			}
			took.report(b, "open")
		})
	}
}

func (o *office) paintAll() {
	for _, v := range o.view.lines {
		v.paint(v.box.Dx(), v.box.Dy())
	}
}

// BenchmarkScroll scrolls through 3 MB by lines and by pages, and jumps about.
func BenchmarkScroll(b *testing.B) {
	for _, step := range []struct {
		name   string
		pixels float32
	}{{"line", 26}, {"page", 700}} {
		b.Run(step.name, func(b *testing.B) {
			o := open(b, long(3_000_000, false), 800, 750)
			before := heap()
			var took times
			for b.Loop() {
				seen := map[*lineView]bool{}
				for _, v := range o.view.lines {
					seen[v] = v.frame == o.view.frame
				}
				e := &fyne.ScrollEvent{}
				e.Scrolled.DY = -step.pixels / wheelFactor
				start := time.Now()
				o.Scrolled(e)
				for _, v := range o.view.lines {
					if !seen[v] {
						v.paint(v.box.Dx(), v.box.Dy())
					}
				}
				took = append(took, time.Since(start))
			}
			took.report(b, step.name)
			b.ReportMetric(heap()-before, "MB-kept")
		})
	}
}

// heap is what is in use, in MB.
func heap() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / 1e6
}

// BenchmarkFindings types a letter where a thousand findings go along.
func BenchmarkFindings(b *testing.B) {
	r := long(300_000, false)
	o := open(b, r, 800, 750)
	var all []Finding
	for i := range 1000 {
		id := r.Blocks[i%len(r.Blocks)].ID
		all = append(all, Finding{Start: body(id, i/len(r.Blocks)*10), End: body(id, i/len(r.Blocks)*10+7), Level: Level(i % 3), Tag: i})
	}
	o.SetFindings(all)
	o.GoTo(body(1, 3))
	var took times
	for b.Loop() {
		took = append(took, o.key())
		o.press(fyne.KeyBackspace, 0, 1)
	}
	took.report(b, "key")
}

// BenchmarkReplaceAll takes back, and makes again, a replacement of 1,000 hits, which are marked as
// hits and underlined: what the surface does of it, with the pictures of the lines in sight.
func BenchmarkReplaceAll(b *testing.B) {
	for name, one := range map[string]bool{"one-block-of-300KB": true, "3MB": false} {
		b.Run(name, func(b *testing.B) {
			size := 3_000_000
			if one {
				size = 300_000
			}
			r := long(size, one)
			o := open(b, r, 800, 750)
			var hits []Range
			var found []Finding
			d := o.editor.Session().Document()
			var t document.Transaction
			for _, block := range r.Blocks {
				words := "подготовки"
				var pieces []document.Piece
				letters := []rune(block.Text)
				for at := 0; at+len([]rune(words)) <= len(letters) && len(hits) < 1000; at++ {
					if letters[at] != 'п' || string(letters[at:at+len([]rune(words))]) != words || !one && len(pieces) > 0 {
						continue
					}
					pieces = append(pieces, document.Piece{At: at, Gone: words, Put: "хода"})
					hits = append(hits, Range{body(block.ID, at-5), body(block.ID, at)})
					found = append(found, Finding{Start: body(block.ID, at-5), End: body(block.ID, at), Level: Level(at % 3), Tag: len(found)})
				}
				if len(pieces) > 0 {
					t = append(t, d.Replacing(body(block.ID, 0).TextID, pieces))
				}
			}
			if len(hits) != 1000 {
				b.Fatal(len(hits), " hits")
			}
			if err := o.editor.Session().Apply(t); err != nil {
				b.Fatal(err)
			}
			o.SetHits(hits, 0)
			o.SetFindings(found)
			var undo, redo times
			for b.Loop() {
				start := time.Now()
				o.Act(func(e *editing.Editor) { e.Undo() })
				o.paintAll()
				undo = append(undo, time.Since(start))
				start = time.Now()
				o.Act(func(e *editing.Editor) { e.Redo() })
				o.paintAll()
				redo = append(redo, time.Since(start))
			}
			undo.report(b, "undo")
			redo.report(b, "redo")
		})
	}
}
