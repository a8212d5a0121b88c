package export

import (
	"errors"
	"fmt"
	"slices"

	"golang.org/x/sync/errgroup"

	"communique/editor/release"
	"communique/export/picture"
)

// Lost returns the hashes of the pictures of r whose files cannot be had or read, each
// once: while there are any, r leaves in no form that shows pictures.
func Lost(r release.Release, pictures func(hash string) ([]byte, error)) []string {
	var lost []string
	for _, hash := range r.Pictures() {
		if pictures == nil {
			lost = append(lost, hash)
			continue
		}
		file, err := pictures(hash)
		if err == nil {
			_, err = picture.Prepare(file, picture.Print)
		}
		if err != nil {
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

// decoders is how many pictures are made ready at a time: each may take much memory.
const decoders = 2

// pictures makes the pictures of releases ready, those that it has not yet, and lets go
// those that they do not show.
func (p *Press) pictures(longest int, releases ...release.Release) (picture.Set, error) {
	all := shown(releases)
	set, made := picture.Set{}, make([]picture.Picture, len(all))
	failed := make([]error, len(all))
	var group errgroup.Group
	group.SetLimit(decoders)
	for i, b := range all {
		ready, known := p.prepared[longest][b.Picture]
		if made[i] = ready; known {
			continue
		}
		file, err := p.file(b.Picture)
		group.Go(func() error {
			if err == nil {
				made[i], err = picture.Prepare(file, longest)
			}
			if err != nil {
				failed[i] = &PictureError{b.Called(), err}
			}
			return nil
		})
	}
	_ = group.Wait() // each picture that fails is named
	if err := errors.Join(failed...); err != nil {
		return nil, err
	}
	for i, b := range all {
		set[b.Picture] = made[i]
	}
	p.prepared[longest] = set
	return set, nil
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

func (p *Press) file(hash string) ([]byte, error) {
	if p.office.Pictures == nil {
		return nil, errNoPictures
	}
	return p.office.Pictures(hash)
}
