package sqlite

import (
	"context"
	"crypto/sha256"
	"iter"
	"runtime"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"communique/app/library"
	"communique/editor/release"
)

// The columns a save writes, and those a list reads: alone are those that no other row is read for.
const (
	columns = `headline, place, lead, day, status, kind, language, embargo, fingerprint, position, saved, text, checksum, number, begun, name, uuid, release_number, author`
	alone   = `id, revision, headline, place, lead, day, status, kind, language, embargo, saved, trashed, coalesce(uuid, ''), release_number, author, `
	listed  = alone + `
		coalesce((SELECT findings FROM checked WHERE checked.release = release.id AND checked.revision = release.revision), 0),
		EXISTS (SELECT 1 FROM release twin WHERE twin.fingerprint = release.fingerprint AND twin.fingerprint <> 0 AND twin.id <> release.id AND twin.trashed IS NULL)`
)

var (
	marks       = strings.Repeat("?, ", strings.Count(columns, ",")) + "?"
	assignments = strings.ReplaceAll(columns, ",", " = ?,") + " = ?"
)

// row is a release as the table holds it: its whole text, and beside it what
// lists show.
type row struct {
	release     release.Release
	named       bool // it came with its UUID
	position    position
	saved       time.Time
	author      string
	text        []byte
	checksum    []byte
	fingerprint int64
	version     version
	words       library.Words
}

// version is the newest version of a release.
type version struct {
	number int64
	begun  time.Time // when its first save came; later ones may join it
	name   string
}

// newRow makes a row that is saved now, by whom the library is opened for. What was saved
// last is most often saved again, with a few letters more.
func (l *Library) newRow(r release.Release) (row, error) {
	l.encoder.Lock()
	defer l.encoder.Unlock()
	return newRowBy(l.encoder.Encode, r, l.now(), l.author)
}

// newRow makes everything of a row that does not depend on the library. A release
// without a UUID gets the one that follows from what it says.
func newRow(r release.Release, now time.Time, author string) (row, error) {
	return newRowBy(library.Encode, r, now, author)
}

// newRowRead is newRow of a release that was read from a text.
func newRowRead(r release.Release, from []byte, now time.Time, author string) (row, error) {
	return newRowBy(func(r release.Release) ([]byte, error) { return library.EncodeRead(r, from) }, r, now, author)
}

func newRowBy(encode func(release.Release) ([]byte, error), r release.Release, now time.Time, author string) (row, error) {
	in, mark := library.WordsOf(r)
	named := r.UUID != ""
	r, err := library.Identified(r, mark)
	if err != nil {
		return row{}, err
	}
	text, err := encode(r)
	if err != nil {
		return row{}, err
	}
	sum := sha256.Sum256(text)
	return row{
		release: r, named: named, saved: now.UTC().Truncate(time.Millisecond), author: author, text: text, checksum: sum[:], fingerprint: mark, words: in,
	}, nil
}

// handedOver is how many are made at a time by one core: to wait for another costs as much as
// a tenth of a row.
const handedOver = 16

// made makes something of each, on every core, and goes through it in its order as soon as it is there.
func made[T, R any](all []T, makeOne func(T) (R, error)) iter.Seq2[R, error] {
	type result struct {
		made R
		err  error
	}
	return func(yield func(R, error) bool) {
		parts := make([]chan []result, (len(all)+handedOver-1)/handedOver)
		for n := range parts {
			parts[n] = make(chan []result, 1)
		}
		var g errgroup.Group
		g.SetLimit(runtime.GOMAXPROCS(0))
		go func() {
			for n := range parts {
				g.Go(func() error {
					var part []result
					for _, one := range all[n*handedOver : min((n+1)*handedOver, len(all))] {
						made, err := makeOne(one)
						part = append(part, result{made, err})
					}
					parts[n] <- part
					return nil
				})
			}
		}()
		for _, part := range parts {
			for _, r := range <-part {
				if !yield(r.made, r.err) {
					return
				}
			}
		}
	}
}

func (r row) values() []any {
	return []any{
		r.release.Headline, r.release.Place, library.EntryOf(r.release).Lead, r.release.Date.String(),
		string(r.release.Status), string(r.release.Kind), r.release.Language, r.release.Embargo.String(), r.fingerprint, int64(r.position),
		r.saved.UnixMilli(), string(r.text), r.checksum, r.version.number, r.version.begun.UnixMilli(), r.version.name, r.release.UUID, r.release.Number, r.author,
	}
}

func (r row) entry(id, revision int64) library.Entry {
	e := library.EntryOf(r.release)
	e.ID, e.Revision, e.Saved, e.Author = id, revision, r.saved, r.author
	return e
}

// entry reads what lists show of a release.
func entry(ctx context.Context, tx *transaction, id int64) (library.Entry, error) {
	return scan(tx.QueryRowContext(ctx, `SELECT `+listed+` FROM release WHERE id = ?`, id))
}

// scan reads the columns of listed, and those that follow into more.
func scan(from interface{ Scan(...any) error }, more ...any) (library.Entry, error) {
	var e library.Entry
	var day, embargo string
	var saved int64
	var trashed *int64
	dest := []any{&e.ID, &e.Revision, &e.Headline, &e.Place, &e.Lead, &day, &e.Status, &e.Kind, &e.Language, &embargo, &saved, &trashed, &e.UUID, &e.Number, &e.Author, &e.Findings, &e.Twin}
	if err := from.Scan(append(dest, more...)...); err != nil {
		return library.Entry{}, err
	}
	e.Saved = time.UnixMilli(saved).UTC()
	if trashed != nil {
		e.Trashed = time.UnixMilli(*trashed).UTC()
	}
	if err := e.Embargo.UnmarshalText([]byte(embargo)); err != nil {
		return library.Entry{}, err
	}
	return e, e.Date.UnmarshalText([]byte(day))
}
