package window

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"communique/app/library"
	"communique/app/library/sqlite"
	"communique/editor/release"
)

// gates hold back what a library answers until the test lets it go. A call is
// named by its method and its release: "get 1".
type gates struct {
	mu      sync.Mutex
	shut    map[string]bool
	waiting map[string][]chan struct{}
	passed  []string // the calls that were let through, in their order
	knock   func()   // tells the stage that a call waits
}

// close holds back calls of these names from now on.
func (g *gates) close(names ...string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.shut == nil {
		g.shut, g.waiting = map[string]bool{}, map[string][]chan struct{}{}
	}
	for _, name := range names {
		g.shut[name] = true
	}
}

// open lets calls of these names through, those that wait and those to come.
func (g *gates) open(names ...string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, name := range names {
		delete(g.shut, name)
		for _, c := range g.waiting[name] {
			close(c)
		}
		delete(g.waiting, name)
	}
}

func (g *gates) openAll() {
	g.mu.Lock()
	var names []string
	for name := range g.shut {
		names = append(names, name)
	}
	for name := range g.waiting {
		names = append(names, name)
	}
	g.mu.Unlock()
	g.open(names...)
}

// letOne lets the call through that has waited longest.
func (g *gates) letOne(name string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	close(g.waiting[name][0])
	g.waiting[name] = g.waiting[name][1:]
}

// waits reports how many calls of a name are held back.
func (g *gates) waits(name string) int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return len(g.waiting[name])
}

// count is how many calls of a name were let through.
func (g *gates) count(name string) int {
	g.mu.Lock()
	defer g.mu.Unlock()
	n := 0
	for _, p := range g.passed {
		if p == name {
			n++
		}
	}
	return n
}

func (g *gates) pass(method string, id int64) {
	name := fmt.Sprintf("%s %d", method, id)
	g.mu.Lock()
	var held chan struct{}
	if g.shut[name] {
		held = make(chan struct{})
		g.waiting[name] = append(g.waiting[name], held)
	}
	g.mu.Unlock()
	if held != nil {
		g.knock()
		<-held
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.passed = append(g.passed, name)
}

func (s *shelf) trouble() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.fail
}

func (s *shelf) breakWith(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fail = err
}

func (s *shelf) Unwritable() error { return s.unwritable }

func (s *shelf) Save(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error) {
	s.gates.pass("save", id)
	if err := s.trouble(); err != nil {
		return library.Entry{}, err
	}
	return s.Library.Save(ctx, id, revision, r)
}

func (s *shelf) SaveVersion(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error) {
	s.gates.pass("save", id)
	if err := s.trouble(); err != nil {
		return library.Entry{}, err
	}
	return s.Library.SaveVersion(ctx, id, revision, r)
}

func (s *shelf) Get(ctx context.Context, id int64) (release.Release, library.Entry, error) {
	s.gates.pass("get", id)
	return s.Library.Get(ctx, id)
}

func (s *shelf) Claim(ctx context.Context, id int64) (library.Holder, bool, error) {
	s.gates.pass("claim", id)
	s.mu.Lock()
	refused := s.refused
	s.mu.Unlock()
	if refused != nil {
		return library.Holder{}, false, refused
	}
	return s.Library.Claim(ctx, id)
}

// refuseClaims has no release taken from now on, but for none.
func (s *shelf) refuseClaims(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refused = err
}

func (s *shelf) Leave(id int64) {
	s.gates.pass("leave", id)
	s.Library.Leave(id)
	s.gates.knock()
}

func (s *shelf) Trash(ctx context.Context, ids ...int64) error {
	s.gates.pass("trash", ids[0])
	return s.Library.Trash(ctx, ids...)
}

func (s *shelf) Trashed(ctx context.Context) ([]library.Entry, error) {
	s.gates.pass("trashed", 0)
	return s.Library.Trashed(ctx)
}

func (s *shelf) Duplicate(ctx context.Context, id int64) (library.Entry, error) {
	s.gates.pass("duplicate", id)
	return s.Library.Duplicate(ctx, id)
}

func (s *shelf) Version(ctx context.Context, id, number int64) (release.Release, error) {
	s.gates.pass("version", number)
	return s.Library.Version(ctx, id, number)
}

func (s *shelf) Quotes(ctx context.Context, q library.Query) ([]library.Quote, error) {
	s.gates.pass("quotes", 0)
	return s.Library.Quotes(ctx, q)
}

// Entries has its answer held back, not its question.
func (s *shelf) Entries(ctx context.Context, positions []library.Position) ([]library.Entry, error) {
	entries, err := s.Library.Entries(ctx, positions)
	s.gates.pass("entries", int64(len(positions)))
	return entries, err
}

// Find is named by how many of three words are asked for.
func (s *shelf) Find(ctx context.Context, q library.Query, limit int) ([]library.Position, error) {
	s.gates.pass("find", int64(len(q.Spans("Встреча Учение Заседание"))))
	return s.Library.Find(ctx, q, limit)
}

func (s *shelf) RestoreBackup(ctx context.Context, path string) (string, error) {
	s.gates.pass("restore", 0)
	return s.Library.RestoreBackup(ctx, path)
}

// stored returns what the library has of a release.
func (s *stage) stored(id int64) release.Release {
	s.t.Helper()
	r, _, err := s.shelf.Library.Get(ctx, id)
	if err != nil {
		s.t.Fatal(err)
	}
	return r
}

// waitFor does the UI goroutine's work until a call is held back.
func (s *stage) waitFor(call string) {
	s.t.Helper()
	s.wait("the call "+call, func() bool { return s.shelf.gates.waits(call) > 0 })
}

// settle does the UI goroutine's work until nothing is left to save.
func (s *stage) settle() {
	s.t.Helper()
	s.save()
	s.wait("every text on the disk", func() bool { return len(s.saver.Unsaved()) == 0 && len(s.away) == 0 })
}

// freeFor reports whether another copy of the program may edit a release.
func (s *stage) freeFor(other *sqlite.Library, id int64) bool {
	s.t.Helper()
	_, ok, err := other.Claim(context.Background(), id)
	if err != nil {
		s.t.Fatal(err)
	}
	if ok {
		other.Leave(id)
	}
	return ok
}

// neighbour is another copy of the program on the same library.
func (s *stage) neighbour() *sqlite.Library {
	s.t.Helper()
	other, err := sqlite.Open(sqlite.Params{Path: s.params.LibraryPath, Now: clockTime})
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = other.Close() })
	return other
}

// show opens a release and waits until it is on the screen.
func (s *stage) show(id int64) *document {
	s.t.Helper()
	s.open(id)
	s.wait(fmt.Sprint("release ", id), func() bool { return s.shown() == id })
	return s.doc
}

// write types where the keyboard is.
func (s *stage) write(text string) {
	s.t.Helper()
	focused := s.win.Canvas().Focused()
	if focused == nil {
		s.t.Fatal("the keyboard is nowhere")
	}
	for _, r := range text {
		focused.TypedRune(r)
	}
}

func (s *stage) isAway(doc *document) bool { return slices.Contains(s.away, doc) }
