package archive

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/app/library"
	"communique/editor/intake/layout"
	"communique/editor/release"
)

// photographs are how the names of pictures end that a release can show.
var photographs = []string{".jpg", ".jpeg", ".png"}

// isPhotograph reports whether a file may be a picture for a release.
func isPhotograph(name string) bool { return slices.Contains(photographs, ending(name)) }

// reading is a file that one release was read from.
type reading struct {
	stem string
	id   int64
}

// offer finds the release beside each picture of the import.
func (im *importer) offer() {
	read := map[string][]reading{} // by folder
	for i, f := range im.report {
		if s := im.sources[i]; !s.archived && f.New+f.Known == 1 && len(f.Differing) == 0 {
			read[folderOf(s)] = append(read[folderOf(s)], reading{stemOf(s), f.First})
		}
	}
	for i := range im.report {
		f, s := &im.report[i], im.sources[i]
		if f.Status != Skipped || !isPhotograph(s.path) || s.skip != "" {
			continue
		}
		data, err := s.bytes()
		if err != nil || !layout.IsPicture(data) || len(data) > library.MaxPicture {
			continue
		}
		if im.shown[fmt.Sprintf("%x", sha256.Sum256(data))] {
			f.Err = &SkippedError{Reason: "shown"}
		} else if id := besides(stemOf(s), read[folderOf(s)]); id != 0 {
			f.Status, f.Err, f.First, f.source = Offered, nil, id, s
		}
	}
}

// besides returns the release that a picture lies beside: that of the file of its name, or of the
// only one in its folder; 0 where there is none.
func besides(picture string, texts []reading) int64 {
	best, length, one := int64(0), -1, true
	for _, text := range texts {
		one = one && text.id == texts[0].id // it may lie there in two forms
		if belongsTo(picture, text.stem) && len(text.stem) > length {
			best, length = text.id, len(text.stem)
		}
	}
	if best == 0 && one && len(texts) > 0 {
		return texts[0].id
	}
	return best
}

// belongsTo reports whether a picture is called like a text, with a number or words behind that.
func belongsTo(picture, text string) bool {
	rest, ok := strings.CutPrefix(picture, text)
	next, _ := utf8.DecodeRuneInString(rest)
	goesOn := unicode.IsLetter(next) || unicode.IsDigit(next) && unicode.IsDigit(lastRune(text))
	return ok && (rest == "" || !goesOn)
}

func lastRune(text string) rune { r, _ := utf8.DecodeLastRuneInString(text); return r }

// folderOf is where a source lies.
func folderOf(s source) string {
	if s.zip != nil {
		return s.zip.path + "!" + path.Dir(s.inZip)
	}
	return filepath.Dir(s.path)
}

// stemOf is what a source is called, without its ending, in small letters.
func stemOf(s source) string {
	name := path.Base(filepath.ToSlash(s.path))
	return strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))
}

// Offered returns the pictures that lie beside releases.
func (r Report) Offered() []File { return r.Of(Offered) }

// WithPicture returns a release with a picture behind its text, and whether it did not show that yet.
func WithPicture(r release.Release, hash string) (release.Release, bool) {
	if slices.Contains(r.Pictures(), hash) {
		return r, false
	}
	r = r.Clone()
	r.Blocks = release.Numbered(append(r.Blocks, release.Block{Kind: release.Picture, Picture: hash}))
	return r, true
}

// Picture reads a picture that is offered and adds it to the library, and returns its hash.
func (f File) Picture(ctx context.Context, store Store) (hash string, err error) {
	s := f.source
	if s.zip != nil { // the archive was closed with the import
		defer s.zip.close()
	}
	data, err := s.bytes()
	if err != nil {
		return "", err
	}
	return store.AddPicture(ctx, data)
}

// Illustrate adds the pictures that are offered to the releases beside them and returns how many;
// trouble is what went wrong, which keeps no other from coming.
func Illustrate(ctx context.Context, store Store, k Keeper, offered []File) (added int, trouble error) {
	for _, f := range offered {
		hash, err := f.Picture(ctx, store)
		var r release.Release
		var e library.Entry
		if err == nil {
			r, e, err = k.Get(ctx, f.First)
		}
		if err != nil {
			trouble = errors.Join(trouble, err)
			continue
		}
		r, missing := WithPicture(r, hash)
		if missing {
			if _, err = k.Save(ctx, e.ID, e.Revision, r); err != nil {
				trouble = errors.Join(trouble, err)
				continue
			}
			added++
		}
	}
	return added, trouble
}
