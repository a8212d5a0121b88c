package export

import (
	"errors"
	"fmt"
	"slices"

	"golang.org/x/sync/errgroup"

	"communique/editor/release"
	"communique/export/picture"
)

// PictureError says that a picture of a release cannot be had, and so the release
// not be written.
type PictureError struct {
	Caption string
	Cause   error
}

func (e *PictureError) Error() string { return fmt.Sprintf("picture %q: %v", e.Caption, e.Cause) }

func (e *PictureError) Unwrap() error { return e.Cause }

// Fact names the error for the translations.
func (e *PictureError) Fact() (string, map[string]any) {
	return "export-picture", map[string]any{"Caption": e.Caption}
}

var errNoPictures = errors.New("nobody has it")

// decoders is how many pictures are made ready at a time: each may take much memory.
const decoders = 2

// pictures makes the pictures of releases ready, those that it has not yet, and lets go
// those that they do not show.
func (p *Press) pictures(longest int, releases ...release.Release) (picture.Set, error) {
	all := shown(releases)
	set, made := picture.Set{}, make([]picture.Picture, len(all))
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
				return &PictureError{b.Text, err}
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
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
