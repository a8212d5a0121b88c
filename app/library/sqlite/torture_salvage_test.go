//go:build torture

package sqlite_test

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"communique/app/library"
	"communique/app/library/librarytest"
	"communique/app/library/sqlite"
	"communique/editor/release"
)

// known is what a library is known to hold: by UUID, all texts of each release, oldest first.
type known struct {
	texts  map[string][]string
	erased map[string]bool
	// file and log are the library while it was open, closed when it had been closed.
	file, log, closed []byte
}

const page = 4096

// encoded is a release's text as it is compared.
func encoded(t testing.TB, r release.Release) string {
	t.Helper()
	text, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// aLibrary makes a library with versions, twins, trash, erased releases, and a log with what was saved last.
func aLibrary(t testing.TB) (k known) {
	t.Helper()
	k = known{texts: map[string][]string{}, erased: map[string]bool{}}
	path := filepath.Join(t.TempDir(), "library.db")
	at := time.Date(2024, 9, 11, 9, 0, 0, 0, time.UTC)
	l, err := sqlite.Open(sqlite.Params{Path: path, Now: func() time.Time { return at }})
	if err != nil {
		t.Fatal(err)
	}
	save := func(e library.Entry, r release.Release) library.Entry {
		at = at.Add(2 * time.Minute)
		e, err := l.Save(ctx, e.ID, e.Revision, r)
		if err != nil {
			t.Fatal(err)
		}
		r.UUID = e.UUID
		k.texts[e.UUID] = append(k.texts[e.UUID], encoded(t, r))
		return e
	}
	read := func(path string) []byte {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	n := 0
	var entries []library.Entry
	for r := range librarytest.Releases(150) {
		r.UUID = ""
		e := save(library.Entry{}, r)
		for range n % 4 {
			r, _, _ = l.Get(ctx, e.ID)
			r.Lead += fmt.Sprint(" И ещё раз ", n)
			e = save(e, r)
		}
		if entries = append(entries, e); n%15 == 7 {
			if err := l.Trash(ctx, e.ID); err != nil {
				t.Fatal(err)
			}
		}
		if n%30 == 22 {
			if err := l.Erase(ctx, e.ID); err != nil {
				t.Fatal(err)
			}
			delete(k.texts, e.UUID)
			k.erased[e.UUID] = true
		}
		n++
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if l, err = sqlite.Open(sqlite.Params{Path: path, Now: func() time.Time { return at }}); err != nil {
		t.Fatal(err)
	}
	for i, e := range entries[:20] {
		if r, e, err := l.Get(ctx, e.ID); err == nil {
			r.Lead = fmt.Sprint("Поправлено последним ", i)
			save(e, r)
		}
	}
	late := release.New("ru")
	late.Headline = "Последний"
	save(library.Entry{}, late)
	k.file, k.log = read(path), read(path+"-wal")
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	k.closed = read(path)
	return k
}

// harm are the ways in which a file is damaged.
var harm = map[string]func(rng *rand.Rand, k known) (file, log []byte){
	"flipped bytes": func(rng *rand.Rand, k known) ([]byte, []byte) {
		file, log := bytes.Clone(k.file), bytes.Clone(k.log)
		for range 1 + rng.IntN(30) {
			of := file
			if rng.IntN(4) == 0 {
				of = log
			}
			of[rng.IntN(len(of))] ^= byte(1 << rng.IntN(8))
		}
		return file, log
	},
	"zeroed pages": func(rng *rand.Rand, k known) ([]byte, []byte) {
		file := bytes.Clone(k.closed)
		for range 1 + rng.IntN(12) {
			clear(file[rng.IntN(len(file)/page)*page:][:page])
		}
		return file, nil
	},
	"cut off": func(rng *rand.Rand, k known) ([]byte, []byte) {
		return bytes.Clone(k.closed[:rng.IntN(len(k.closed))]), nil
	},
	"the log lost": func(_ *rand.Rand, k known) ([]byte, []byte) { return k.file, nil },
	"the beginning lost": func(rng *rand.Rand, k known) ([]byte, []byte) {
		file := bytes.Clone(k.closed)
		clear(file[:page*(1+rng.IntN(3))])
		return file, nil
	},
	"the log cut off": func(rng *rand.Rand, k known) ([]byte, []byte) {
		return k.file, bytes.Clone(k.log[:rng.IntN(len(k.log))])
	},
	"pages in each other's place": func(rng *rand.Rand, k known) ([]byte, []byte) {
		file := bytes.Clone(k.closed)
		for range 1 + rng.IntN(6) {
			a, b := rng.IntN(len(file)/page), rng.IntN(len(file)/page)
			copy(file[a*page:][:page], k.closed[b*page:][:page])
			copy(file[b*page:][:page], k.closed[a*page:][:page])
		}
		return file, nil
	},
	"torn sectors": func(rng *rand.Rand, k known) ([]byte, []byte) {
		const sector = 512
		file := bytes.Clone(k.closed)
		for range 1 + rng.IntN(24) {
			a := file[rng.IntN(len(file)/sector)*sector:][:sector]
			for i := range a {
				a[i] = byte(rng.Uint32())
			}
		}
		return file, nil
	},
	"an older beginning": func(rng *rand.Rand, k known) ([]byte, []byte) {
		at := rng.IntN(len(k.file)/page) * page
		return slices.Concat(k.file[:at], k.closed[at:]), nil
	},
	"an older end": func(rng *rand.Rand, k known) ([]byte, []byte) {
		at := rng.IntN(len(k.file)/page) * page
		return slices.Concat(k.closed[:at], k.file[at:]), nil
	},
	"rubbish between": func(rng *rand.Rand, k known) ([]byte, []byte) {
		at := rng.IntN(len(k.closed))
		rubbish := make([]byte, 1+rng.IntN(2*page))
		for i := range rubbish {
			rubbish[i] = byte(rng.Uint32())
		}
		return slices.Concat(k.closed[:at], rubbish, k.closed[at:]), nil
	},
	"bytes left out": func(rng *rand.Rand, k known) ([]byte, []byte) {
		at := rng.IntN(len(k.closed) - 2*page)
		return slices.Concat(k.closed[:at], k.closed[at+1+rng.IntN(2*page):]), nil
	},
}

// TestTortureSalvage damages files in every way and counts what comes back against what the
// recovery says: no count may be untrue.
func TestTortureSalvage(t *testing.T) {
	k := aLibrary(t)
	for _, name := range slices.Sorted(maps.Keys(harm)) {
		t.Run(name, func(t *testing.T) {
			var sum tally
			for round := range *rounds {
				file, log := harm[name](rand.New(rand.NewPCG(uint64(round), *drawn)), k)
				path := filepath.Join(t.TempDir(), "library.db")
				if err := os.WriteFile(path, file, 0o600); err != nil {
					t.Fatal(err)
				}
				if log != nil {
					if err := os.WriteFile(path+"-wal", log, 0o600); err != nil {
						t.Fatal(err)
					}
				}
				made, r, err := sqlite.Recover(ctx, sqlite.Params{Path: path, Now: time.Now})
				var nothing *library.NothingReadError
				if errors.As(err, &nothing) { // nothing is said to be brought back, and the file stays
					sum.Releases, sum.Missing, sum.Nothing = sum.Releases+len(k.texts), sum.Missing+len(k.texts), sum.Nothing+1
					continue
				}
				if err != nil {
					t.Fatalf("round %d: %v", round, err)
				}
				sum.add(t, round, k, made, r)
				if err := made.Close(); err != nil {
					t.Fatal(err)
				}
			}
			t.Logf("%d files: %+v", *rounds, sum)
		})
	}
}

// tally adds up what became of releases.
type tally struct{ Releases, Back, Earlier, Missing, ToldLost, ToldPerhaps, Uncounted, Nothing, Versions, VersionsMissing, Erased int }

func (s *tally) add(t *testing.T, round int, k known, made *sqlite.Library, r library.Recovery) {
	t.Helper()
	back, earlier, versions := 0, 0, 0
	err := made.All(ctx, func(e library.Entry, past []library.Past) error {
		want, ok := k.texts[e.UUID]
		if !ok {
			if s.Erased++; !k.erased[e.UUID] {
				t.Errorf("round %d: nobody wrote %s %q", round, e.UUID, e.Headline)
			}
			return nil
		}
		if string(past[len(past)-1].Text) == want[len(want)-1] {
			back++
		} else {
			earlier++
		}
		for i, text := range want {
			if !slices.ContainsFunc(past, func(p library.Past) bool { return string(p.Text) == text }) && i < len(want)-1 {
				versions++
			}
		}
		for _, p := range past {
			if !slices.Contains(want, string(p.Text)) {
				t.Errorf("round %d: nobody wrote a version of %s", round, e.UUID)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	missing := len(k.texts) - back - earlier
	if r.Lost > missing || !r.Uncounted && missing > r.Lost+r.Perhaps {
		t.Errorf("round %d: %d are missing; told %+v", round, missing, r)
	}
	if !r.Uncounted && earlier > r.Earlier {
		t.Errorf("round %d: %d are as they were before; told %+v", round, earlier, r)
	}
	if r.Versions > versions || !r.Uncounted && r.Earlier == 0 && versions > r.Versions {
		t.Errorf("round %d: %d versions are missing; told %+v", round, versions, r)
	}
	if problems, err := made.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("round %d: what was made has %v, %v", round, problems, err)
	}
	for _, v := range k.texts {
		s.Versions += len(v) - 1
	}
	s.Releases += len(k.texts)
	s.Back += back
	s.Earlier += earlier
	s.Missing += missing
	s.ToldLost += r.Lost
	s.ToldPerhaps += r.Perhaps
	s.VersionsMissing += versions
	if r.Uncounted {
		s.Uncounted++
	}
}
