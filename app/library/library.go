// Package library keeps every release of the office in one SQLite file, with
// every version of it and an index of its words. A save is on the disk when
// Save returns; what is read back is checked against the checksum it was
// stored with.
package library

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"communique/editor/release"
)

// Params say where the library lies and what time it is.
type Params struct {
	Path string
	Now  func() time.Time
	// Existing says that the library was put where it is: where it is not there,
	// its disk is missing, and an empty one in its place would look like a loss.
	Existing bool
	// Progress, if there is one, hears how many releases of an older program's library
	// are brought up to date. The next Open goes on where one was interrupted.
	Progress func(done, of int)
}

// Library is an open library. It may be used by several goroutines, and its
// file by several copies of the program.
type Library struct {
	db       *sql.DB
	now      func() time.Time
	path     string
	progress func(done, of int)
	desk     desk
	// layout counts the migrations the file has seen.
	layout int
}

// Entry is a release as lists show it.
type Entry struct {
	ID   int64
	UUID string
	// Revision counts the saves; Save takes it to notice another's.
	Revision int64
	Headline string
	Place    string
	Lead     string
	Date     release.Date
	Status   release.Status
	Kind     release.Kind
	Language string
	Embargo  release.Embargo
	Number   string // that the office gave the release
	Saved    time.Time
	Trashed  time.Time // when it went to the trash; zero outside it
	Twin     bool      // another release has the same words
	// Findings counts what the checks had to say of this very text when it was checked
	// last; 0 where that was nothing, and where it was not checked.
	Findings int
}

// Save writes r as release id, or as a new one where id is 0, and returns
// when it is durable. A release that is there keeps its UUID; a new one keeps the
// one it brings, unless another has it, or gets one. What changed the text is a new version, but for saves
// within a minute of each other, which make one. A revision that is not the
// newest is a *ConflictError; an id that is not there a *MissingError.
func (l *Library) Save(ctx context.Context, id, revision int64, r release.Release) (Entry, error) {
	return l.save(ctx, id, revision, r, fold)
}

// SaveVersion is Save, but what it takes the place of stays a version of its own,
// however lately that was saved.
func (l *Library) SaveVersion(ctx context.Context, id, revision int64, r release.Release) (Entry, error) {
	return l.save(ctx, id, revision, r, keep)
}

func (l *Library) save(ctx context.Context, id, revision int64, r release.Release, fold folding) (Entry, error) {
	var e Entry
	err := l.write(ctx, func(tx *transaction) (err error) {
		if r.UUID, err = ownUUID(ctx, tx, id, r.UUID); err != nil {
			return err
		}
		row, err := newRow(r, l.now())
		if err != nil {
			return err
		}
		if id == 0 {
			e, err = l.insert(ctx, tx, row)
		} else {
			e, err = l.update(ctx, tx, id, revision, row, fold)
		}
		return err
	})
	if err != nil {
		return Entry{}, fmt.Errorf("save release %d: %w", id, l.explain(err))
	}
	return e, nil
}

// Brought is what became of a release that was brought in.
type Brought struct {
	Entry
	Known bool // the library had it: the same UUID, or the same words under the same date
	// Differs says that what was brought is known by the UUID it came with, but says
	// something that no version of the release has said. It was not written.
	Differs bool
}

// SaveNew writes new releases all at once: all of them or none. What the
// library has already, be it in the trash, is not written again. What comes without
// a UUID gets the one that follows from its words and date.
func (l *Library) SaveNew(ctx context.Context, releases []release.Release) ([]Brought, error) {
	all := make([]Brought, 0, len(releases))
	err := l.write(ctx, func(tx *transaction) error {
		for row, err := range newRows(releases, l.now()) {
			if err != nil {
				return err
			}
			b, err := l.bring(ctx, tx, row)
			if err != nil {
				return err
			}
			all = append(all, b)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("save %d new releases: %w", len(releases), l.explain(err))
	}
	return all, nil
}

// bring inserts a release unless the library has it.
func (l *Library) bring(ctx context.Context, tx *transaction, row row) (Brought, error) {
	b, err := l.had(ctx, tx, row)
	if err == nil && !b.Known {
		b.Entry, err = l.insert(ctx, tx, row)
	}
	return b, err
}

// had returns the release that row would bring a second time; one that is not Known
// where there is none.
func (l *Library) had(ctx context.Context, tx *transaction, row row) (Brought, error) {
	id, err := l.known(ctx, tx, row)
	if err != nil || id == 0 {
		return Brought{}, err
	}
	e, err := scan(tx.QueryRowContext(ctx, `SELECT `+listed+` FROM release WHERE id = ?`, id))
	b := Brought{Entry: e, Known: true}
	if err == nil && row.named && e.UUID == row.release.UUID {
		var said bool
		said, err = l.everSaid(ctx, tx, id, row)
		b.Differs = !said
	}
	return b, err
}

// known returns the id of a release with the same UUID, or the same words and date;
// 0 if there is none.
func (l *Library) known(ctx context.Context, tx *transaction, row row) (int64, error) {
	var id int64
	err := tx.QueryRowContext(ctx, `SELECT id FROM release WHERE uuid = ?1
		UNION ALL SELECT id FROM release WHERE fingerprint = ?2 AND ?2 <> 0 AND day = ?3 LIMIT 1`,
		row.release.UUID, row.fingerprint, row.release.Date.String()).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return id, err
}

// transaction is a change of the library under way.
type transaction struct {
	*sql.Tx
	said     map[string]struct{} // folded words that the vocabulary may lack
	prepared map[string]*sql.Stmt
}

// exec runs a statement that a transaction runs often.
func (tx *transaction) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	statement, ok := tx.prepared[query]
	if !ok {
		var err error
		if statement, err = tx.PrepareContext(ctx, query); err != nil {
			return nil, err
		}
		if tx.prepared == nil {
			tx.prepared = map[string]*sql.Stmt{}
		}
		tx.prepared[query] = statement // closed with the transaction
	}
	return statement.ExecContext(ctx, args...)
}

// write runs f in a transaction that is durable when write returns nil.
func (l *Library) write(ctx context.Context, f func(tx *transaction) error) error {
	begun, err := l.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	tx := &transaction{Tx: begun}
	defer func() { _ = tx.Rollback() }() // after Commit it does nothing
	if err := f(tx); err != nil {
		return err
	}
	if err := learn(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}

func (l *Library) insert(ctx context.Context, tx *transaction, row row) (Entry, error) {
	row.version = version{number: 1, begun: row.saved}
	result, err := tx.exec(ctx, `INSERT INTO release (`+columns+`, created, revision) VALUES (`+marks+`, ?, 1)`,
		append(row.values(), row.saved.UnixMilli())...)
	if err != nil {
		return Entry{}, err
	}
	id, err := result.LastInsertId()
	if err != nil {
		return Entry{}, err
	}
	row.position = positionOf(row.release.Date, row.saved, id)
	if _, err := tx.exec(ctx, `UPDATE release SET position = ? WHERE id = ?`, int64(row.position), id); err != nil {
		return Entry{}, err
	}
	if err := show(ctx, tx, id, row); err != nil {
		return Entry{}, err
	}
	return row.entry(id, 1), reindex(ctx, tx, 0, row.position, row.indexed)
}

// stored is what a save must know of the row it takes the place of.
type stored struct {
	revision, created int64
	uuid              string
	position          Position
	trashed           *int64
	text, checksum    []byte
	version           version
	saved             time.Time
}

func (l *Library) stored(ctx context.Context, tx *transaction, id int64) (stored, error) {
	var s stored
	var begun, saved int64
	err := tx.QueryRowContext(ctx, `SELECT `+l.uuidColumn()+`, revision, created, position, trashed, text, checksum, number, begun, name, saved FROM release WHERE id = ?`, id).
		Scan(&s.uuid, &s.revision, &s.created, &s.position, &s.trashed, &s.text, &s.checksum, &s.version.number, &begun, &s.version.name, &saved)
	if errors.Is(err, sql.ErrNoRows) {
		return stored{}, &MissingError{id}
	}
	s.version.begun, s.saved = time.UnixMilli(begun).UTC(), time.UnixMilli(saved).UTC()
	return s, err
}

// says reports whether row is nothing new. What a program of an older format wrote is
// compared by what it says.
func (s stored) says(row row) bool {
	format := row.text[:bytes.IndexByte(row.text, '\n')+1]
	if bytes.Equal(s.text, row.text) || bytes.HasPrefix(s.text, format) {
		return bytes.Equal(s.text, row.text)
	}
	r, err := release.Parse(s.text)
	if err != nil {
		return false
	}
	r.UUID = row.release.UUID
	text, err := r.Encode()
	return err == nil && bytes.Equal(text, row.text)
}

func (l *Library) update(ctx context.Context, tx *transaction, id, revision int64, row row, fold folding) (Entry, error) {
	old, err := l.stored(ctx, tx, id)
	if err != nil {
		return Entry{}, err
	}
	if old.revision != revision {
		return Entry{}, &ConflictError{id}
	}
	if old.says(row) {
		return scan(tx.QueryRowContext(ctx, `SELECT `+listed+` FROM release WHERE id = ?`, id))
	}
	if row.version, err = l.advance(ctx, tx, id, old, row, fold); err != nil {
		return Entry{}, err
	}
	row.position = positionOf(row.release.Date, time.UnixMilli(old.created), id)
	if _, err := tx.ExecContext(ctx, `UPDATE release SET revision = revision + 1, `+assignments+` WHERE id = ?`, append(row.values(), id)...); err != nil {
		return Entry{}, err
	}
	if row.version.number == old.version.number {
		if err := letGo(ctx, tx, id, row); err != nil {
			return Entry{}, err
		}
	}
	if err := show(ctx, tx, id, row); err != nil {
		return Entry{}, err
	}
	if old.trashed != nil {
		return row.entry(id, revision+1), nil
	}
	return row.entry(id, revision+1), reindex(ctx, tx, old.position, row.position, row.indexed)
}

// Get returns release id as it was saved last. A text that does not fit its
// checksum is a *DamagedError.
func (l *Library) Get(ctx context.Context, id int64) (release.Release, Entry, error) {
	var text, sum []byte
	e, err := scan(l.db.QueryRowContext(ctx, `SELECT `+listed+`, text, checksum FROM release WHERE id = ?`, id), &text, &sum)
	if errors.Is(err, sql.ErrNoRows) {
		return release.Release{}, Entry{}, &MissingError{id}
	}
	if err != nil {
		return release.Release{}, Entry{}, fmt.Errorf("read release %d: %w", id, l.explain(err))
	}
	r, err := verified(text, sum)
	if err != nil {
		return release.Release{}, Entry{}, &DamagedError{ID: id, Headline: e.Headline}
	}
	return identified(r, e.UUID), e, nil
}

// errChecksum says that a text is not what was stored.
var errChecksum = errors.New("the text does not fit its checksum")

// verified reads a stored text.
func verified(text, checksum []byte) (release.Release, error) {
	if own := sha256.Sum256(text); !bytes.Equal(own[:], checksum) {
		return release.Release{}, errChecksum
	}
	return release.Parse(text)
}

// Duplicate saves a copy of release id as a new draft: what a release's Copy takes along.
func (l *Library) Duplicate(ctx context.Context, id int64) (Entry, error) {
	r, _, err := l.Get(ctx, id)
	if err != nil {
		return Entry{}, err
	}
	return l.Save(ctx, 0, 0, r.Copy())
}

// Close closes the library; everything saved was durable before.
func (l *Library) Close() error {
	l.leaveAll()
	return l.db.Close()
}
