package releases

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"communique/app/library"
)

// BenchmarkResults makes the rows of 100,000 releases.
func BenchmarkResults(b *testing.B) {
	positions := make([]library.Position, 100_000)
	for i := range positions {
		positions[i] = library.At(739000-int32(i)/14, int64(i))
	}
	for range b.N {
		newResults(library.ParseQuery("", false, nil), "", positions)
	}
}

// BenchmarkList moves in and scrolls through lists of a hundred and of 100,000 releases.
// Keys and frames cost the same in both; the ratio tells.
func BenchmarkList(b *testing.B) {
	each := map[int]map[string]time.Duration{}
	for _, count := range []int{100, 100_000} {
		l, s := many(b, count)
		each[count] = map[string]time.Duration{}
		for name, do := range map[string]func(i int){
			"key":   func(i int) { s.Press([]fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyUp}[i%4], 0) },
			"frame": func(i int) { l.scrollTo(float32(l.Rows.height()) * float32(i%97) / 97) },
		} {
			b.Run(fmt.Sprint(count, " ", name), func(b *testing.B) {
				for i := range b.N {
					do(i)
				}
				each[count][name] = b.Elapsed() / time.Duration(b.N)
				if small := each[100][name]; count > 100 && small > 0 {
					b.ReportMetric(float64(each[count][name])/float64(small), "ratio")
				}
			})
		}
	}
}
