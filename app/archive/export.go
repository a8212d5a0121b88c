package archive

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"time"

	"github.com/BurntSushi/toml"

	"communique/app/library"
	"communique/editor/release"
	"communique/export/file"
	"communique/export/text"
)

// Export writes every release of the library, those in the trash too, into a
// folder: below a folder for each year one for each release, with its newest
// text as TOML and as plain text, the pictures it shows, its older versions and their
// times. It returns how many it wrote; progress hears the same while it goes on. unseen are those
// that were written without some of their pictures, an *IncompleteError each, and what is damaged: a
// *library.DamagedError or a *library.DamagedVersionError each.
func Export(ctx context.Context, store Store, dir string, progress func(done int)) (done int, unseen, err error) {
	err = store.All(ctx, func(e library.Entry, past []library.Past) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		lacking, err := writeRelease(ctx, store, dir, e, past)
		if err != nil {
			return err
		}
		if lacking != nil {
			unseen = errors.Join(unseen, &IncompleteError{e.Headline, lacking})
		}
		done++
		if progress != nil {
			progress(done)
		}
		return nil
	})
	var partly *library.PartlyError
	if errors.As(err, &partly) {
		return done, errors.Join(append([]error{unseen}, partly.Damaged...)...), nil
	}
	return done, unseen, err
}

// telling is how many letters of a UUID a folder's name has: the last group.
const telling = 12

func writeRelease(ctx context.Context, store Store, dir string, e library.Entry, past []library.Past) (unseen, err error) {
	newest, err := release.Parse(past[len(past)-1].Text)
	if err != nil {
		return unseen, err
	}
	year := "undated"
	if !e.Date.IsZero() {
		year = fmt.Sprintf("%04d", e.Date.Year)
	}
	// The end of its UUID tells it from others of that name, the same in every library.
	folder := filepath.Join(dir, year, file.Name(newest)+"-"+e.UUID[max(0, len(e.UUID)-telling):])
	if err := os.MkdirAll(filepath.Join(folder, versionsName), 0o750); err != nil {
		return unseen, err
	}
	h := history{Format: historyFormat, Trashed: !e.Trashed.IsZero()}
	if h.Trashed {
		h.Since = e.Trashed.UTC().Format(time.RFC3339Nano)
	}
	for i, p := range past {
		name := path.Join(versionsName, fmt.Sprintf("%04d.toml", p.Number))
		if i == len(past)-1 {
			name = newestName
		}
		h.Versions = append(h.Versions, version{Saved: p.Saved.UTC().Format(time.RFC3339Nano), Name: p.Name, Author: p.Author, File: name})
		if err := file.Create(filepath.Join(folder, filepath.FromSlash(name)), p.Text); err != nil {
			return unseen, err
		}
	}
	if len(past) == 1 {
		if err := os.Remove(filepath.Join(folder, versionsName)); err != nil {
			return unseen, err
		}
	}
	shown, err := shownIn(past)
	if err != nil {
		return unseen, err
	}
	if unseen, err = WritePictures(ctx, store, folder, shown); err != nil {
		return unseen, err
	}
	plain, err := text.Render(newest, text.Options{})
	if err != nil {
		return unseen, err
	}
	if err := file.Create(filepath.Join(folder, textName), plain); err != nil {
		return unseen, err
	}
	// The history comes last: a folder with it is whole.
	var list bytes.Buffer
	if err := toml.NewEncoder(&list).Encode(h); err != nil {
		return unseen, err
	}
	return unseen, file.Create(filepath.Join(folder, historyName), list.Bytes())
}
