package sqlite

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"communique/app/library"
	"communique/editor/release"
	"communique/export/file"
)

// besides are the texts that lie beside the library until it takes them.
type besides struct {
	texts map[string]string // the files, by what tells their releases apart
	spare string            // the folder made where the usual one cannot be written; empty for none
}

// putBeside writes a text that the library could not take as a file of its own, and says so
// in its trouble. The next text of the same release, which is saved under the same key, takes its place.
func (l *Library) putBeside(r release.Release, key string, trouble error) error {
	var lost *library.LostFileError
	var storage *library.StorageError
	isLost := errors.As(trouble, &lost)
	if !isLost && (!errors.As(trouble, &storage) || storage.Reason == "busy") || l.beside == "" {
		return trouble // what is busy is tried again
	}
	text, err := r.Encode()
	if err != nil {
		return errors.Join(trouble, err)
	}
	key = cmp.Or(key, library.Following(string(text)))
	path, err := l.layBeside(file.Name(r)+"-"+key[:8]+release.Extension, text)
	if err != nil {
		return errors.Join(trouble, err)
	}
	l.at.Lock()
	before := l.besides.texts[key]
	if l.besides.texts == nil {
		l.besides.texts = map[string]string{}
	}
	l.besides.texts[key] = path
	l.at.Unlock()
	if before != "" && before != path { // its headline was another
		_ = os.Remove(before) // where it stays, it says less than the one that lies beside it
	}
	if isLost {
		lost.Text = path
		return trouble
	}
	return errors.Join(trouble, &library.BesideError{What: "text", Path: path})
}

// besideKey tells releases apart whose texts lie beside: by their UUIDs, or what is new by the
// request that names it. It is empty where there is neither.
func besideKey(r release.Release, request string) string {
	if r.UUID != "" || request == "" {
		return r.UUID
	}
	return library.Following(request)
}

// layBeside writes a text into the folder of those that lie beside; where that takes nothing, being
// on the same disk perhaps, into one in the system's temporary folder.
func (l *Library) layBeside(name string, text []byte) (path string, err error) {
	path = filepath.Join(l.beside, name)
	if err = errors.Join(os.MkdirAll(l.beside, 0o700), file.Replace(path, text)); err == nil {
		return path, nil
	}
	l.at.Lock()
	defer l.at.Unlock()
	if l.besides.spare == "" {
		spare, failed := os.MkdirTemp("", "communique-beside-")
		if failed != nil {
			return "", errors.Join(err, failed)
		}
		l.besides.spare = spare
	}
	path = filepath.Join(l.besides.spare, name)
	return path, file.Replace(path, text)
}

// hasTaken removes the text of a release that lay beside until the library took it.
func (l *Library) hasTaken(key string) {
	l.at.Lock()
	defer l.at.Unlock()
	path := l.besides.texts[key]
	delete(l.besides.texts, key)
	if path == "" {
		return
	}
	_ = os.Remove(path) // where it stays, it says what the library says
	if l.besides.spare != filepath.Dir(path) {
		return
	}
	if os.Remove(l.besides.spare) == nil { // it stays while texts are in it
		l.besides.spare = ""
	}
}

// longestBeside is how long a text that lies beside may be to be looked for in the library, in bytes.
const longestBeside = 64 << 20

// LeftBeside is as library.Keeper has it.
func (l *Library) LeftBeside(ctx context.Context) (left library.Left, err error) {
	entries, err := os.ReadDir(l.beside)
	if errors.Is(err, fs.ErrNotExist) {
		return left, nil
	}
	for _, entry := range entries {
		path, name := filepath.Join(l.beside, entry.Name()), entry.Name()
		switch {
		case !entry.Type().IsRegular() || l.isOfThisRun(path):
		case strings.HasPrefix(name, dailyPrefix) && strings.HasSuffix(name, backupEnd) && isMarked(path):
			left.Copies = append(left.Copies, path)
		case strings.HasSuffix(name, release.Extension) && !l.hasBeside(ctx, path):
			left.Texts = append(left.Texts, path)
		}
	}
	return left, err
}

// isOfThisRun reports whether this run has laid a file beside.
func (l *Library) isOfThisRun(path string) bool {
	l.at.Lock()
	defer l.at.Unlock()
	return path == l.at.copied || slices.Contains(slices.Collect(maps.Values(l.besides.texts)), path)
}

// hasBeside reports whether the library has the words of a text that lies beside, and removes the file then.
func (l *Library) hasBeside(ctx context.Context, path string) bool {
	if info, err := os.Stat(path); err != nil || info.Size() > longestBeside {
		return false
	}
	text, err := os.ReadFile(path) //nolint:gosec // in our own folder
	if err != nil {
		return false
	}
	r, err := release.Decode(text)
	if err != nil {
		return false
	}
	own, err := newRow(r, l.now(), "")
	if err != nil {
		return false
	}
	said := false
	err = l.read(ctx, func(tx *transaction) error {
		id, err := l.known(ctx, tx, own)
		if err != nil || id == 0 {
			return err
		}
		if !own.named { // it is another's words, or the same of the release that has got a UUID since
			e, err := entry(ctx, tx, id)
			if err != nil {
				return err
			}
			if own, err = newRow(identified(r, e.UUID), l.now(), ""); err != nil {
				return err
			}
		}
		said, err = l.everSaid(ctx, tx, id, own)
		return err
	})
	return err == nil && said && os.Remove(path) == nil
}
