package export

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"communique/editor/release"
	"communique/export/picture"
)

// Lost returns the hashes of the pictures of r whose files cannot be had or read, each
// once: while there are any, r leaves in no form that shows pictures.
func Lost(r release.Release, pictures func(hash string) ([]byte, error)) []string {
	return sourced(r.Pictures(), picture.Print, pictures, func(_ string, s *picture.Source) error { return s.Check(picture.Print) })
}

// Ready returns the pictures of r, their longest sides no longer than longest, made ready
// side by side but for those that are known. Lost are the hashes of those that cannot be.
func Ready(r release.Release, longest int, known picture.Set, pictures func(hash string) ([]byte, error)) (ready picture.Set, lost []string) {
	ready = picture.Set{}
	var unknown []string
	for _, hash := range r.Pictures() {
		if p, there := known[hash]; there {
			ready[hash] = p
		} else {
			unknown = append(unknown, hash)
		}
	}
	var mu sync.Mutex
	lost = sourced(unknown, longest, pictures, func(hash string, s *picture.Source) error {
		p, err := s.Prepare(longest)
		if err == nil {
			mu.Lock()
			defer mu.Unlock()
			ready[hash] = p
		}
		return err
	})
	return ready, lost
}

// sourced opens files side by side, for sizes down to longest, and returns the hashes of
// those that cannot be opened, or that do fails with.
func sourced(hashes []string, longest int, pictures func(hash string) ([]byte, error), do func(hash string, s *picture.Source) error) []string {
	p := NewPress(Office{Pictures: pictures})
	failed := make([]bool, len(hashes))
	var group sync.WaitGroup
	for i, hash := range hashes {
		group.Go(func() {
			s, finish, err := p.open(hash, longest)
			defer finish()
			failed[i] = err != nil || do(hash, s) != nil
		})
	}
	group.Wait()
	var lost []string
	for i, hash := range hashes {
		if failed[i] {
			lost = append(lost, hash)
		}
	}
	return lost
}

// PictureError says that a picture of a release cannot be had, and so the release
// not be written.
type PictureError struct {
	Called string // what is said of it; "" for nothing
	Cause  error
}

func (e *PictureError) Error() string { return fmt.Sprintf("picture %q: %v", e.Called, e.Cause) }

func (e *PictureError) Unwrap() error { return e.Cause }

// Fact names the error for the translations.
func (e *PictureError) Fact() (string, map[string]any) {
	if e.Called == "" {
		return "export-picture-unnamed", nil
	}
	return "export-picture", map[string]any{"Caption": e.Called}
}

var errNoPictures = errors.New("nobody has it")

// pictures returns the pictures of releases, made ready side by side.
func (p *Press) pictures(longest int, releases ...release.Release) (picture.Set, error) {
	all := shown(releases)
	wanted := make([]*ready, len(all))
	for i, b := range all {
		claimed, unmade := p.gallery.claim(b.Picture, longest)
		if wanted[i] = claimed; len(unmade) > 0 {
			go p.makeReady(b, unmade)
		}
	}
	set, failed := picture.Set{}, make([]error, len(all))
	for i, b := range all {
		<-wanted[i].done
		set[b.Picture], failed[i] = wanted[i].picture, wanted[i].err
	}
	return set, errors.Join(failed...)
}

// makeReady makes a picture ready in some sizes of one decoding, the largest first: it
// often needs none.
func (p *Press) makeReady(b release.Block, sizes map[int]*ready) {
	order := slices.Sorted(maps.Keys(sizes))
	s, finish, err := p.open(b.Picture, order[0])
	defer finish()
	for _, longest := range slices.Backward(order) {
		r := sizes[longest]
		if err == nil {
			r.picture, err = s.Prepare(longest)
		}
		if err != nil {
			r.err = &PictureError{b.Called(), err}
		}
		close(r.done)
	}
}

// open opens the file of a picture when there are a core and the memory to make sizes of
// it down to longest. What it took is given back by finish.
func (p *Press) open(hash string, longest int) (s *picture.Source, finish func(), err error) {
	always := context.Background()
	_ = p.limits.cores.Acquire(always, 1)
	finish = func() { p.limits.cores.Release(1) }
	file, err := p.file(hash)
	if err != nil {
		return nil, finish, err
	}
	if s, err = picture.Open(file); err != nil {
		return nil, finish, err
	}
	memory := min(s.Memory(longest), atOnce)
	_ = p.limits.memory.Acquire(always, memory)
	return s, func() { p.limits.memory.Release(memory); p.limits.cores.Release(1) }, nil
}

// file asks the office for one file at a time.
func (p *Press) file(hash string) ([]byte, error) {
	if p.office.Pictures == nil {
		return nil, errNoPictures
	}
	p.asking.Lock()
	defer p.asking.Unlock()
	return p.office.Pictures(hash)
}

// shown returns the pictures of releases, each once: where it stands first.
func shown(releases []release.Release) []release.Block {
	var all []release.Block
	for _, r := range releases {
		for _, b := range r.Blocks {
			known := slices.ContainsFunc(all, func(other release.Block) bool { return other.Picture == b.Picture })
			if b.Kind == release.Picture && !known {
				all = append(all, b)
			}
		}
	}
	return all
}
