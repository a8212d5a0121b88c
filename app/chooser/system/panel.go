//go:build windows || darwin

package system

import (
	"context"
	"errors"

	"github.com/ncruces/zenity"
)

// Ask asks in the system's chooser and returns the absolute paths that were
// chosen, none where the person chose none. An error means that the person was
// not asked, or could not answer. The end of ctx takes the question back.
func Ask(ctx context.Context, q Question) ([]string, error) {
	options := append([]zenity.Option{zenity.Context(ctx), zenity.Title(q.Title), zenity.Filename(q.Dir)}, attached(q.Parent)...)
	if q.Folder {
		options = append(options, zenity.Directory())
	} else if len(q.Filters) > 0 {
		options = append(options, filters(q.Filters))
	}
	var paths []string
	var err error
	if q.Several && !q.Folder {
		paths, err = zenity.SelectFileMultiple(options...)
	} else {
		paths = make([]string, 1)
		paths[0], err = zenity.SelectFile(options...)
	}
	switch {
	case errors.Is(err, zenity.ErrCanceled):
		return nil, nil
	case err != nil:
		return nil, err
	}
	return paths, nil
}

func filters(all []Filter) zenity.FileFilters {
	var made zenity.FileFilters
	for _, f := range all {
		patterns := []string{"*.*"} // every file, also one without an ending
		if len(f.Endings) > 0 {
			patterns = nil
		}
		for _, e := range f.Endings {
			patterns = append(patterns, "*"+e)
		}
		made = append(made, zenity.FileFilter{Name: f.Name, Patterns: patterns, CaseFold: true})
	}
	return made
}
