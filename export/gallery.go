package export

import (
	"maps"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/semaphore"

	"communique/editor/release"
	"communique/export/picture"
)

// atOnce is how much memory all pictures may take that are decoded at a time, in bytes.
// One that takes more is decoded alone.
const atOnce = 300_000_000

// limits bound what all presses of a run do to pictures at a time.
type limits struct {
	cores  *semaphore.Weighted // one for each picture
	memory *semaphore.Weighted // bytes
}

func newLimits() limits {
	return limits{semaphore.NewWeighted(int64(runtime.GOMAXPROCS(0))), semaphore.NewWeighted(atOnce)}
}

// ready is a picture that is made ready, or will be when done is closed.
type ready struct {
	done    chan struct{}
	picture picture.Picture
	err     error
}

// failed reports whether it is known that nothing comes of the picture.
func (r *ready) failed() bool {
	select {
	case <-r.done:
		return r.err != nil
	default:
		return false
	}
}

// gallery holds the pictures of the releases that were written last.
type gallery struct {
	mu    sync.Mutex
	sizes []int                     // the longest sides that the forms under way show
	ready map[int]map[string]*ready // by longest side and hash
}

// begin notes in which sizes the pictures of releases will be shown, and lets go all
// other pictures.
func (g *gallery) begin(sizes []int, releases []release.Release) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.sizes = sizes
	kept := shown(releases)
	for _, ofSize := range g.ready {
		maps.DeleteFunc(ofSize, func(hash string, r *ready) bool {
			return r.failed() || !slices.ContainsFunc(kept, func(b release.Block) bool { return b.Picture == hash })
		})
	}
}

// claim returns a picture in one size, and those of it, by their sizes, that nobody makes
// ready yet: the caller has to.
func (g *gallery) claim(hash string, longest int) (wanted *ready, unmade map[int]*ready) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if known := g.ready[longest][hash]; known != nil {
		return known, nil
	}
	unmade = map[int]*ready{}
	for _, size := range append(slices.Clone(g.sizes), longest) {
		if g.ready[size] == nil {
			g.ready[size] = map[string]*ready{}
		}
		if g.ready[size][hash] == nil {
			unmade[size] = &ready{done: make(chan struct{})}
			g.ready[size][hash] = unmade[size]
		}
	}
	return unmade[longest], unmade
}
