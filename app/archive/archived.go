package archive

import (
	"errors"
	"io/fs"
	"time"

	"communique/app/library"
	"communique/editor/intake"
	"communique/editor/release"
	"communique/editor/tomltext"
)

// readArchived reads a release that Export wrote, with its versions, from its folder. A
// name in its history that leads out of that is refused.
func readArchived(files fs.FS) content {
	data, err := readFile(files, historyName)
	if err != nil {
		return content{err: err}
	}
	var h history
	if err := tomltext.Decode(data, &h); err != nil {
		return content{err: err}
	}
	if h.Format != historyFormat {
		return content{err: &release.FormatError{Format: h.Format}}
	}
	var past []library.Past
	var older []string
	var newest release.Release
	size := len(data)
	for i, v := range h.Versions {
		p, r, err := readVersion(files, v)
		if err != nil {
			return content{err: err}
		}
		p.Number = int64(i + 1)
		size += len(p.Text)
		past, older, newest = append(past, p), append(older, newest.Pictures()...), r
	}
	if len(past) == 0 {
		return content{err: &fs.PathError{Op: "read", Path: historyName, Err: errors.New("no versions")}}
	}
	trashed, err := h.since(past[len(past)-1].Saved)
	if err != nil {
		return content{err: err}
	}
	return content{archived: library.Archived{Past: past, Trashed: trashed}, releases: []release.Release{newest}, older: older, size: size}
}

// since is when the release went to the trash: where that is not said, when it was saved last;
// zero where it does not lie there.
func (h history) since(saved time.Time) (time.Time, error) {
	switch {
	case !h.Trashed:
		return time.Time{}, nil
	case h.Since == "":
		return saved, nil
	}
	return time.Parse(time.RFC3339Nano, h.Since)
}

// readFile reads a file of a folder; one that is larger than any text is an *intake.Error.
func readFile(files fs.FS, name string) ([]byte, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	data, err := intake.ReadAll(f)
	return data, errors.Join(err, f.Close())
}

func readVersion(files fs.FS, v version) (library.Past, release.Release, error) {
	saved, err := time.Parse(time.RFC3339Nano, v.Saved)
	if err != nil {
		return library.Past{}, release.Release{}, err
	}
	text, err := readFile(files, v.File)
	if err != nil {
		return library.Past{}, release.Release{}, err
	}
	r, err := decode(text) // people may have edited it
	if err != nil {
		return library.Past{}, release.Release{}, err
	}
	if text, err = r.Encode(); err != nil {
		return library.Past{}, release.Release{}, err
	}
	return library.Past{Version: library.Version{Saved: saved, Name: v.Name, Author: v.Author}, Text: text}, r, nil
}
