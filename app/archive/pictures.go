package archive

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"

	"communique/app/library"
	"communique/editor/regexp"
	"communique/editor/release"
	"communique/export/file"
)

// A picture lies beside the text that shows it, under its hash.
var pictureName = regexp.MustCompile(`^[0-9a-f]{64}\.(jpg|jpeg|png)$`)

// isPicture reports whether a file is the picture of a release, and comes with that.
func isPicture(name string) bool { return pictureName.MatchString(name) }

// shown returns the hashes of all pictures that a content's releases show, in their
// older versions too.
func (c content) shown() []string {
	var all []string
	for _, r := range c.releases {
		all = append(all, r.Pictures()...)
	}
	all = append(all, c.older...)
	slices.Sort(all)
	return slices.Compact(all)
}

func shownIn(past []library.Past) ([]string, error) {
	var all []string
	for _, p := range past {
		r, err := release.Parse(p.Text)
		if err != nil {
			return nil, err
		}
		all = append(all, r.Pictures()...)
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}

// keepPictures adds the pictures that came within a source to the library, and lets go of
// them: a folder may hold more than fits into memory.
func (im *importer) keepPictures(ctx context.Context, c *content) error {
	im.adding.Lock()
	defer im.adding.Unlock()
	for _, hash := range slices.Sorted(maps.Keys(c.pictures)) {
		if _, err := im.store.AddPicture(ctx, c.pictures[hash]); err != nil {
			return err
		}
	}
	c.pictures = nil
	return nil
}

// bringPictures adds the pictures of a source to the library before its releases come:
// one after the other, since each may be large. unseen tells those that are neither
// beside the source nor there; err is the library's own.
func (im *importer) bringPictures(ctx context.Context, s source, c content) (unseen, err error) {
	hashes := c.shown()
	if len(hashes) == 0 {
		return nil, nil
	}
	files, done, err := s.folder()
	if err != nil {
		return err, nil
	}
	defer done()
	for _, hash := range hashes {
		trouble := im.bringPicture(ctx, files, hash)
		var missing *library.MissingPictureError
		var damaged *library.DamagedPictureError
		var refused *library.PictureError
		var unread *fs.PathError
		if errors.As(trouble, &missing) || errors.As(trouble, &damaged) || errors.As(trouble, &refused) || errors.As(trouble, &unread) {
			unseen = errors.Join(unseen, trouble)
		} else if trouble != nil {
			return nil, trouble
		}
	}
	return unseen, nil
}

func (im *importer) bringPicture(ctx context.Context, files fs.FS, hash string) error {
	data, err := readPicture(files, hash)
	var missing *library.MissingPictureError
	if errors.As(err, &missing) {
		_, err = im.store.Picture(ctx, hash) // it may be there already
		return err
	}
	if err == nil {
		_, err = im.store.AddPicture(ctx, data)
	}
	return err
}

// readPicture reads a picture in a folder and compares it with its hash. One that is
// larger than a library takes is not read to its end.
func readPicture(files fs.FS, hash string) ([]byte, error) {
	name := pictureIn(files, hash)
	if name == "" {
		return nil, &library.MissingPictureError{Hash: hash}
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, library.MaxPicture+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	switch {
	case len(data) > library.MaxPicture:
		return nil, &library.PictureError{Reason: "large"}
	case fmt.Sprintf("%x", sha256.Sum256(data)) != hash:
		return nil, &library.DamagedPictureError{Hash: hash}
	}
	return data, nil
}

// Beside returns the picture that lies beside a file. Where there is none it is a
// *library.MissingPictureError.
func Beside(path, hash string) ([]byte, error) {
	files, done, err := source{path: path}.folder()
	if err != nil {
		return nil, err
	}
	defer done()
	return readPicture(files, hash)
}

// BringPictures adds the pictures of releases that were read from the file at path to the
// library: those that came within it, by their hashes, and those that lie beside it.
// unseen tells those that are neither there nor here; err is the library's own.
func BringPictures(ctx context.Context, store Store, path string, releases []release.Release, within map[string][]byte) (unseen, err error) {
	im := importer{store: store}
	c := content{releases: releases, pictures: within}
	if err := im.keepPictures(ctx, &c); err != nil {
		return nil, err
	}
	return im.bringPictures(ctx, source{path: path}, c)
}

// pictureIn finds a picture in a folder; "" where it is not.
func pictureIn(files fs.FS, hash string) string {
	for _, ending := range []string{".jpg", ".png", ".jpeg"} {
		if info, err := fs.Stat(files, hash+ending); err == nil && info.Mode().IsRegular() { // a pipe keeps one waiting
			return hash + ending
		}
	}
	return ""
}

// WritePictures writes pictures that releases show, by their hashes, into the folder of
// the releases' files. unseen tells those that the library does not have, or not as they
// were added: the words leave without them. err is any other trouble.
func WritePictures(ctx context.Context, store Store, folder string, hashes []string) (unseen, err error) {
	for _, hash := range hashes {
		picture, err := store.Picture(ctx, hash)
		var missing *library.MissingPictureError
		var damaged *library.DamagedPictureError
		if errors.As(err, &missing) || errors.As(err, &damaged) {
			unseen = errors.Join(unseen, err)
			continue
		}
		if err != nil {
			return unseen, err
		}
		err = file.Create(filepath.Join(folder, hash+library.PictureEnding(picture)), picture)
		if err != nil && !errors.Is(err, fs.ErrExist) { // another release shows it
			return unseen, err
		}
	}
	return unseen, nil
}

// IncompleteError says that a release was written without some of its pictures.
type IncompleteError struct {
	Headline string
	Pictures error // what is wrong with each
}

func (e *IncompleteError) Error() string { return fmt.Sprintf("%q: %v", e.Headline, e.Pictures) }

// Unwrap returns what is wrong with the pictures.
func (e *IncompleteError) Unwrap() []error { return []error{e.Pictures} }

// Fact names the error for the translations.
func (e *IncompleteError) Fact() (string, map[string]any) {
	return "archive-incomplete", map[string]any{"Headline": e.Headline}
}
