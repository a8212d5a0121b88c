//go:build unix

package sqlite_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"communique/app/library"
	"communique/app/library/librarytest"
	"communique/app/library/sqlite"
	"communique/editor/release"
)

// spent is what this process has had of the processors, whatever else runs on them.
func spent(t testing.TB) time.Duration {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// fill brings releases into a library as an import of their files does, and returns what that cost.
func fill(t testing.TB, l *sqlite.Library, releases int) (cost time.Duration) {
	t.Helper()
	const atOnce = 500 // as app/archive does
	var texts [][]byte
	n := 0
	for r := range librarytest.Releases(releases) {
		text, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, text)
		if n++; len(texts) < atOnce && n < releases {
			continue
		}
		begun := spent(t)
		some := make([]library.Incoming, len(texts))
		for i, text := range texts {
			some[i].Text = text
			if some[i].Release, err = release.Decode(text); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := l.SaveNew(ctx, some); err != nil {
			t.Fatal(err)
		}
		cost += spent(t) - begun
		texts = texts[:0]
	}
	return cost
}

// BenchmarkBringIn brings releases in, and reports how many a second of the processors.
func BenchmarkBringIn(b *testing.B) {
	const releases = 20_000
	var cost time.Duration
	for n := range b.N {
		l := mustOpen(b, filepath.Join(b.TempDir(), fmt.Sprint(n, ".db")))
		cost += fill(b, l, releases)
		if err := l.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*releases/cost.Seconds(), "releases/CPU-s")
}

// BenchmarkVerify reads a whole library, and reports what a hundred thousand releases would cost.
// The baseline is what SQLite itself has to say of the file.
func BenchmarkVerify(b *testing.B) {
	const releases = 20_000
	l := mustOpen(b, filepath.Join(b.TempDir(), "library.db"))
	fill(b, l, releases)
	begun := spent(b)
	for b.Loop() {
		if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
			b.Fatal(problems, err)
		}
	}
	b.ReportMetric(100_000/releases*(spent(b)-begun).Seconds()/float64(b.N), "CPU-s/100000")
	if err := l.Close(); err != nil {
		b.Fatal(err)
	}
}

// questions are what is asked most, and what costs most.
var questions = map[string]library.Query{
	"newest":          {},
	"one word":        library.ParseQuery("протокол", false, nil),
	"rare word":       library.ParseQuery("курсанты", false, nil),
	"two words":       library.ParseQuery("делегации государств", false, nil),
	"phrase":          library.ParseQuery(`"на очередном заседании"`, false, nil),
	"a beginning":     library.ParseQuery("консульт", true, nil),
	"two letters":     library.ParseQuery("пр", true, nil),
	"four letters":    library.ParseQuery("прот", true, nil),
	"without":         library.ParseQuery("протокол -доклад", false, nil),
	"all but three":   library.ParseQuery("протокол -доклад -встреча -стороны", false, nil),
	"only without":    library.ParseQuery("-доклад -встреча -стороны", false, nil),
	"without, a year": library.ParseQuery("год:2015 протокол -доклад", false, nil),
	"without, best":   sorted(`"стороны обсудили" -доклад`, library.Best),
	"phrase without":  library.ParseQuery(`"стороны обсудили" -доклад`, false, nil),
	"many words":      library.ParseQuery("протокол стороны делегации государств заседание доклад", false, nil),
	"no such status":  library.ParseQuery("протокол статус:draft", false, nil),
	"words apart":     library.ParseQuery(`"и в"`, false, nil),
	"a year, edited":  sorted("год:2015 стороны", library.Edited),
	"years, edited":   sorted("с:2010-01-01 до:2012-12-31 делегации", library.Edited),
	"with a hyphen":   library.ParseQuery("очередном-за", true, nil),
	"common begins":   library.ParseQuery("очередном-пр", true, nil),
	"all of a kind":   library.ParseQuery("-статус:issued", false, nil),
	"a first letter":  library.ParseQuery("очередном-п", true, nil),
	"in a year":       library.ParseQuery("протокол год:2015", false, nil),
	"twins":           {Twins: true},
	"edited":          {Sort: library.Edited},
	"word, edited":    sorted("протокол", library.Edited),
	"word, best":      sorted("протокол", library.Best),
	"phrase, best":    sorted(`"на очередном заседании"`, library.Best),
	"word, oldest":    sorted("протокол", library.Oldest),
	"both, best":      sorted(`год:2015 протокол "стороны обсудили"`, library.Best),
	"what is nowhere": library.ParseQuery("протакол несуществующее", false, nil),
}

func sorted(typed string, by library.Order) library.Query {
	q := library.ParseQuery(typed, false, nil)
	q.Sort = by
	return q
}

// apart are the questions to which nearly all releases are no answer, three or one excepted: they are asked after saves, too.
var apart = []string{"all but three", "only without", "common begins"}

// setApart saves what answers them.
func setApart(b *testing.B, l *sqlite.Library) (last library.Entry) {
	b.Helper()
	for _, year := range []int{2005, 2014, 2023} {
		r := release.New("ru")
		r.Headline, r.Lead, r.Date = "Подписан протокол", fmt.Sprint("Об этом сообщили в ", year, " году."), release.Date{Year: year, Month: time.May, Day: 5}
		if year == 2014 {
			r.Lead = "Это решено на очередном приёме."
		}
		var err error
		if last, err = l.Save(ctx, 0, 0, r); err != nil {
			b.Fatal(err)
		}
	}
	return last
}

// BenchmarkFirstFifty asks for the first fifty of each, and reports milliseconds of the processors
// at the median and the 95th percentile, and those of the first time, when nothing is remembered of it; what
// nearly all releases are no answer to is asked after saves, too.
func BenchmarkFirstFifty(b *testing.B) {
	for _, size := range []int{10_000, 100_000, 300_000} {
		l := mustOpen(b, filepath.Join(b.TempDir(), "library.db"))
		fill(b, l, size)
		last := setApart(b, l)
		names := slices.Sorted(maps.Keys(questions))
		for _, name := range apart {
			names = append(names, name+", after a save")
		}
		for _, name := range names {
			name, saving := strings.CutSuffix(name, ", after a save")
			q := questions[name]
			b.Run(fmt.Sprint(size, "/", name, map[bool]string{true: ", after a save"}[saving]), func(b *testing.B) {
				var costs []time.Duration
				for b.Loop() {
					if saving {
						r, _, err := l.Get(ctx, last.ID)
						if err == nil {
							r.Subheadline = fmt.Sprint("Дополнено: ", len(costs))
							last, err = l.Save(ctx, last.ID, last.Revision, r)
						}
						if err != nil {
							b.Fatal(err)
						}
					}
					begun := spent(b)
					found, err := l.Find(ctx, q, 50)
					if err == nil {
						_, err = l.Entries(ctx, found)
					}
					if err != nil {
						b.Fatal(err)
					}
					costs = append(costs, spent(b)-begun)
				}
				b.ReportMetric(float64(costs[0].Microseconds())/1000, "first-CPU-ms")
				slices.Sort(costs)
				b.ReportMetric(float64(costs[len(costs)/2].Microseconds())/1000, "CPU-ms")
				b.ReportMetric(float64(costs[len(costs)*95/100].Microseconds())/1000, "p95-CPU-ms")
				b.ReportMetric(0, "ns/op")
			})
		}
		if err := l.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
