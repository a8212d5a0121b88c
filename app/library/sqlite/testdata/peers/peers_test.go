// Package peers measures the library beside other ways to keep releases: TOML
// files that are scanned, bleve, and FTS5 without word forms. It is a module
// of its own, so that what it needs is no dependency of the program.
package peers

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"communique/app/library"
	"communique/app/library/librarytest"
	"communique/app/library/sqlite"
	"communique/editor/release"
)

var sizes = []int{1_000, 10_000, 100_000}

// peer is one way to keep releases.
type peer interface {
	// fill takes in releases as fast as it can.
	fill(releases []release.Release) error
	// open opens what lies on the disk and returns the newest 50.
	open() (int, error)
	close() error
	// find returns the newest 50 of those that a search asks for.
	find(s search) (int, error)
	// page returns 30 releases from a place in the list.
	page(from int) (int, error)
	// save saves one release durably.
	save(r release.Release) error
}

// search is what is looked for; the words stand in the texts as they are here.
type search struct {
	name           string
	words          []string
	phrase, prefix bool
	without        string
	year           int
	query          string // in the library's own language
}

var searches = []search{
	{name: "one-word", words: []string{"протокол"}, query: "протокол"},
	{name: "rare-word", words: []string{"курсанты"}, query: "курсанты"},
	{name: "two-words", words: []string{"делегации", "государств"}, query: "делегации государств"},
	{name: "phrase", words: []string{"на", "очередном", "заседании"}, phrase: true, query: `"на очередном заседании"`},
	{name: "prefix", words: []string{"консульт"}, prefix: true, query: "консульт"},
	{name: "short-prefix", words: []string{"пр"}, prefix: true, query: "пр"},
	{name: "without", words: []string{"протокол"}, without: "доклад", query: "протокол -доклад"},
	{name: "in-a-year", words: []string{"протокол"}, year: 2015, query: "протокол год:2015"},
}

// corpus is every peer, filled with the same releases.
type corpus struct {
	size  int
	names []string
	peers map[string]peer
	took  map[string]time.Duration
}

const ours = "library"

var (
	corpora sync.Map // int → *corpus
	root    string
)

func TestMain(m *testing.M) {
	var err error
	if root, err = os.MkdirTemp("", "peers"); err != nil {
		panic(err)
	}
	code := m.Run()
	_ = os.RemoveAll(root)
	os.Exit(code)
}

func filled(b *testing.B, size int) *corpus {
	b.Helper()
	if c, ok := corpora.Load(size); ok {
		return c.(*corpus)
	}
	dir := filepath.Join(root, fmt.Sprint(size))
	c := &corpus{
		size: size, names: []string{ours, "plain-fts5", "bleve", "toml-scan"}, took: map[string]time.Duration{},
		peers: map[string]peer{
			ours: &libraryPeer{path: filepath.Join(dir, "library.db")}, "plain-fts5": &plainPeer{path: filepath.Join(dir, "plain.db")},
			"bleve": &blevePeer{path: filepath.Join(dir, "bleve")}, "toml-scan": &tomlPeer{dir: filepath.Join(dir, "toml")},
		},
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		b.Fatal(err)
	}
	releases := slices.Collect(librarytest.Releases(size))
	for _, name := range c.names {
		start := time.Now()
		if err := c.peers[name].fill(releases); err != nil {
			b.Fatal(name, err)
		}
		c.took[name] = time.Since(start)
	}
	corpora.Store(size, c)
	return c
}

// compare times f on every peer, and reports ours in milliseconds at the
// median and at the 95th percentile, and as ratios.
func (c *corpus) compare(b *testing.B, repeat int, f func(p peer, n int) error) {
	b.Helper()
	medians := map[string]time.Duration{}
	for _, name := range c.names {
		times := repeat
		if name == "toml-scan" && c.size > 1000 {
			times = 2 // seconds each
		}
		all := make([]time.Duration, 0, times)
		for n := range times {
			start := time.Now()
			if err := f(c.peers[name], n); err != nil {
				b.Fatal(name, err)
			}
			all = append(all, time.Since(start))
		}
		slices.Sort(all)
		medians[name] = all[len(all)/2]
		if name == ours {
			b.ReportMetric(milliseconds(all[len(all)/2]), "ms")
			b.ReportMetric(milliseconds(all[len(all)*95/100]), "p95-ms")
		}
	}
	for _, name := range c.names[1:] {
		b.ReportMetric(float64(medians[ours])/float64(medians[name]), "x-of-"+name)
	}
	b.ReportMetric(0, "ns/op") // the metrics above say it
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func each(b *testing.B, f func(b *testing.B, c *corpus)) {
	for _, size := range sizes {
		b.Run(fmt.Sprint(size), func(b *testing.B) { f(b, filled(b, size)) })
	}
}

func BenchmarkImport(b *testing.B) {
	each(b, func(b *testing.B, c *corpus) {
		b.ReportMetric(float64(c.size)/c.took[ours].Seconds(), "releases/s")
		for _, name := range c.names[1:] {
			b.ReportMetric(c.took[ours].Seconds()/c.took[name].Seconds(), "x-of-"+name)
		}
		b.ReportMetric(0, "ns/op")
	})
}

func BenchmarkOpenAndNewest50(b *testing.B) {
	each(b, func(b *testing.B, c *corpus) {
		c.compare(b, 20, func(p peer, _ int) error {
			if err := p.close(); err != nil {
				return err
			}
			n, err := p.open()
			if err == nil && n != 50 {
				err = fmt.Errorf("%d listed", n)
			}
			return err
		})
	})
}

// BenchmarkOpenCold opens a library that the system has none of in its memory;
// the baseline is an empty library, as cold.
func BenchmarkOpenCold(b *testing.B) {
	empty := &libraryPeer{path: filepath.Join(root, "empty.db")}
	if err := empty.fill(nil); err != nil {
		b.Fatal(err)
	}
	each(b, func(b *testing.B, c *corpus) {
		full := c.peers[ours].(*libraryPeer)
		var cold [2][]time.Duration
		for range 10 {
			for i, p := range []*libraryPeer{full, empty} {
				if err := p.close(); err != nil {
					b.Fatal(err)
				}
				forget(b, p.path)
				start := time.Now()
				if _, err := p.open(); err != nil {
					b.Fatal(err)
				}
				cold[i] = append(cold[i], time.Since(start))
			}
		}
		slices.Sort(cold[0])
		slices.Sort(cold[1])
		b.ReportMetric(milliseconds(cold[0][5]), "ms")
		b.ReportMetric(milliseconds(cold[0][5]-cold[1][5]), "ms-beyond-empty")
		b.ReportMetric(float64(cold[0][5])/float64(cold[1][5]), "x-of-empty")
		b.ReportMetric(0, "ns/op")
	})
}

// forget asks the system to drop what it holds of a file in memory.
func forget(b *testing.B, path string) {
	b.Helper()
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if err := unix.Fadvise(int(f.Fd()), 0, 0, unix.FADV_DONTNEED); err != nil {
		b.Fatal(err)
	}
}

func BenchmarkSearch(b *testing.B) {
	each(b, func(b *testing.B, c *corpus) {
		for _, s := range searches {
			b.Run(s.name, func(b *testing.B) {
				c.compare(b, 40, func(p peer, _ int) error {
					_, err := p.find(s)
					return err
				})
			})
		}
	})
}

// BenchmarkScroll shows pages all over the list.
func BenchmarkScroll(b *testing.B) {
	each(b, func(b *testing.B, c *corpus) {
		c.compare(b, 40, func(p peer, n int) error {
			_, err := p.page(n * 7919 % (c.size - 30))
			return err
		})
	})
}

func BenchmarkSave(b *testing.B) {
	each(b, func(b *testing.B, c *corpus) {
		fresh := slices.Collect(librarytest.Releases(60))
		c.compare(b, 60, func(p peer, n int) error {
			fresh[n].Notes += "ещё раз" // so that it is not one the library knows
			return p.save(fresh[n])
		})
	})
}

// libraryPeer is ours.
type libraryPeer struct {
	path string
	*sqlite.Library
	shown []library.Position
}

var ctx = context.Background()

func (p *libraryPeer) fill(releases []release.Release) (err error) {
	if p.Library, err = sqlite.Open(sqlite.Params{Path: p.path, Now: time.Now}); err != nil {
		return err
	}
	for batch := range slices.Chunk(releases, 512) {
		if _, err := p.SaveNew(ctx, library.IncomingOf(batch...)); err != nil {
			return err
		}
	}
	return nil
}

func (p *libraryPeer) open() (n int, err error) {
	if p.Library, err = sqlite.Open(sqlite.Params{Path: p.path, Now: time.Now}); err != nil {
		return 0, err
	}
	return p.list(library.Query{})
}

func (p *libraryPeer) list(q library.Query) (int, error) {
	found, err := p.Find(ctx, q, 50)
	if err != nil {
		return 0, err
	}
	entries, err := p.Entries(ctx, found)
	return len(entries), err
}

func (p *libraryPeer) close() error { return p.Close() }

func (p *libraryPeer) find(s search) (int, error) {
	return p.list(library.ParseQuery(s.query, s.prefix, nil))
}

func (p *libraryPeer) page(from int) (n int, err error) {
	if p.shown == nil { // the window asks once, and then for what comes into view
		if p.shown, err = p.Find(ctx, library.Query{}, 0); err != nil {
			return 0, err
		}
	}
	entries, err := p.Entries(ctx, p.shown[from:from+30])
	return len(entries), err
}

func (p *libraryPeer) save(r release.Release) error {
	_, err := p.Save(ctx, 0, 0, r)
	return err
}
