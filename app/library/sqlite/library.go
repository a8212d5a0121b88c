// Package sqlite keeps releases in one SQLite file on this computer, with
// every version of each and an index of its words. A save is on the disk when
// Save returns; what is read back is checked against the checksum it was
// stored with.
package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"communique/app/library"
	"communique/app/temporary"
	"communique/editor/release"
)

// Params say where the library lies and what time it is.
type Params struct {
	Path string
	Now  func() time.Time
	// Author is who saves; may be empty.
	Author string
	// Beside is the folder for texts that the file cannot take, because it is not the one
	// that was opened, or its disk takes nothing; where it is empty, one beside the library.
	Beside string
	// Existing says that the library was put where it is: where it is not there,
	// its disk is missing, and an empty one in its place would look like a loss.
	Existing bool
	// Progress, if there is one, hears how much of what an older program's library lacks is
	// done: each release counts once for each thing it lacks. The next Open goes on where one
	// was interrupted.
	Progress func(done, of int)

	anew bool // it is made in the place of one that was put aside
}

// Library is a library.Store in a file, and its library.Keeper.
type Library struct {
	db       *sql.DB
	now      func() time.Time
	path     string
	progress func(done, of int)
	desk     desk
	author   string            // of what is saved here
	writer   int64             // tells this Library's changes from those of others
	beside   string            // the folder for what the file cannot take
	besides  besides           // what lies there; at.Mutex guards it
	aside    string            // the log of another file that was put aside
	readFrom string            // the file that is only read; empty where it can be written
	refusal  string            // why it cannot
	folder   *temporary.Folder // of the copy that is read in its stead, which goes with it; nil for none
	disk     disk
	at       struct {
		sync.Mutex
		known place
		past  past
		logged
		held *sql.Conn // keeps the log where it is
		// mending is one at a time; gate is closed to new connections meanwhile, before which
		// waiting of them stand.
		mending sync.Mutex
		gate    sync.RWMutex
		waiting atomic.Int32
		taking  bool // another file's pages are being put in the place of ours
		// lost is why the file is not ours any more, and copied where a copy of it lies.
		lost, copied string
	}
	heard struct {
		sync.Mutex
		change int64 // the newest that Changes has told
	}
	recollections recollections
	statements    keptStatements
	encoder       struct {
		sync.Mutex
		library.Encoder // of what is saved one by one
	}
	// layout counts the migrations the file has seen.
	layout int
}

var (
	_ library.Store  = (*Library)(nil)
	_ library.Keeper = (*Library)(nil)
)

// Save is as library.Releases has it.
func (l *Library) Save(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error) {
	return l.save(ctx, id, revision, r, fold)
}

// SaveVersion is as library.Releases has it.
func (l *Library) SaveVersion(ctx context.Context, id, revision int64, r release.Release) (library.Entry, error) {
	return l.save(ctx, id, revision, r, keep)
}

func (l *Library) save(ctx context.Context, id, revision int64, r release.Release, fold folding) (library.Entry, error) {
	var e library.Entry
	beside := besideKey(r, library.Request(ctx))
	err := l.write(ctx, func(tx *transaction) (err error) {
		before, err := answered(ctx, tx)
		if err != nil {
			return err
		}
		if id == 0 && before.id != 0 { // it is there, and has been written on since
			id, revision = before.id, before.revision
		}
		if r.UUID, err = ownUUID(ctx, tx, id, r.UUID); err != nil {
			return err
		}
		row, err := l.newRow(r)
		if err != nil {
			return err
		}
		switch {
		case before.isOf(row):
			if e, err = entry(ctx, tx, before.id); err == nil {
				e.Revision = before.revision // what others have saved since is a conflict with the next save
			}
			return err
		case id == 0:
			e, err = l.insert(ctx, tx, row)
		default:
			e, err = l.update(ctx, tx, id, revision, row, fold)
		}
		if err != nil {
			return err
		}
		return l.answer(ctx, tx, e, row)
	})
	if err != nil {
		return library.Entry{}, fmt.Errorf("save release %d: %w", id, l.putBeside(r, beside, l.explain(err)))
	}
	l.hasTaken(beside)
	return e, nil
}

// SaveNew is as library.Releases has it.
func (l *Library) SaveNew(ctx context.Context, all []library.Incoming) ([]library.Brought, error) {
	brought := make([]library.Brought, 0, len(all))
	now := l.now()
	makeRow := func(in library.Incoming) (row, error) { return newRowRead(in.Release, in.Text, now, l.author) }
	err := l.writeMany(ctx, func(tx *transaction) error {
		for row, err := range made(all, makeRow) {
			if err != nil {
				return err
			}
			b, err := l.bring(ctx, tx, row)
			if err != nil {
				return err
			}
			brought = append(brought, b)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("save %d new releases: %w", len(all), l.explain(err))
	}
	return brought, nil
}

// bring inserts a release unless the library has it.
func (l *Library) bring(ctx context.Context, tx *transaction, row row) (library.Brought, error) {
	b, err := l.had(ctx, tx, row)
	if err == nil && !b.Known {
		b.Entry, err = l.insert(ctx, tx, row)
	}
	return b, err
}

// had returns the release that row would bring a second time; one that is not Known
// where there is none.
func (l *Library) had(ctx context.Context, tx *transaction, row row) (library.Brought, error) {
	id, err := l.known(ctx, tx, row)
	if err != nil || id == 0 {
		return library.Brought{}, err
	}
	e, err := entry(ctx, tx, id)
	b := library.Brought{Entry: e, Known: true}
	if err == nil && row.named && e.UUID == row.release.UUID {
		var said bool
		said, err = l.everSaid(ctx, tx, id, row)
		b.Differs = !said
	}
	return b, err
}

// known returns the id of a release with the same UUID, or of what came without one with
// the same words and date; 0 if there is none.
func (l *Library) known(ctx context.Context, tx *transaction, row row) (int64, error) {
	var id int64
	err := tx.scan(ctx, `SELECT id FROM release WHERE uuid = ?1
		UNION ALL SELECT id FROM release WHERE fingerprint = ?2 AND ?2 <> 0 AND day = ?3 AND NOT ?4 LIMIT 1`,
		[]any{row.release.UUID, row.fingerprint, row.release.Date.String(), row.named}, &id)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	return id, err
}

// insert makes a release of its first version.
func (l *Library) insert(ctx context.Context, tx *transaction, row row) (library.Entry, error) {
	row.version = version{number: 1, begun: row.saved}
	return l.add(ctx, tx, row, row.saved, time.Time{})
}

// add makes a release that was created some time ago, of the newest of its versions; one
// that lies in the trash since trashed is noted as brought there now.
func (l *Library) add(ctx context.Context, tx *transaction, row row, created, trashed time.Time) (library.Entry, error) {
	var since, brought *int64
	if !trashed.IsZero() {
		then, now := trashed.UnixMilli(), l.now().UnixMilli()
		since, brought = &then, &now
	}
	revision := row.version.number
	result, err := tx.exec(ctx, `INSERT INTO release (`+columns+`, created, revision, trashed, brought) VALUES (`+marks+`, ?, ?, ?, ?)`,
		append(row.values(), created.UnixMilli(), revision, since, brought)...)
	if err != nil {
		return library.Entry{}, err
	}
	id, err := result.LastInsertId()
	if err != nil {
		return library.Entry{}, err
	}
	row.position = positionOf(row.release.Date, id)
	if _, err := tx.exec(ctx, `UPDATE release SET position = ? WHERE id = ?`, int64(row.position), id); err != nil {
		return library.Entry{}, err
	}
	if err := show(ctx, tx, id, row); err != nil {
		return library.Entry{}, err
	}
	tx.changed(id, row.release.UUID)
	e := row.entry(id, revision)
	if since != nil {
		e.Trashed = time.UnixMilli(*since).UTC()
		return e, nil // what lies in the trash is not found
	}
	return e, reindex(ctx, tx, 0, row.position, row.words, row.release)
}

// stored is what a save must know of the row it takes the place of.
type stored struct {
	revision, created int64
	uuid              string
	position          position
	trashed           *int64
	text, checksum    []byte
	version           version
	saved             time.Time
	author            string
}

func (l *Library) stored(ctx context.Context, tx *transaction, id int64) (stored, error) {
	var s stored
	var begun, saved int64
	err := tx.scan(ctx, `SELECT `+l.uuidColumn()+`, revision, created, position, trashed, text, checksum, number, begun, name, saved, `+l.authorColumn()+` FROM release WHERE id = ?`, []any{id},
		&s.uuid, &s.revision, &s.created, &s.position, &s.trashed, &s.text, &s.checksum, &s.version.number, &begun, &s.version.name, &saved, &s.author)
	if errors.Is(err, sql.ErrNoRows) {
		return stored{}, &library.MissingError{ID: id}
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

func (l *Library) update(ctx context.Context, tx *transaction, id, revision int64, row row, fold folding) (library.Entry, error) {
	old, err := l.stored(ctx, tx, id)
	if err != nil {
		return library.Entry{}, err
	}
	if old.says(row) {
		return entry(ctx, tx, id)
	}
	if old.revision != revision {
		return library.Entry{}, &library.ConflictError{ID: id}
	}
	if row.version, err = l.advance(ctx, tx, id, old, row, fold); err != nil {
		return library.Entry{}, err
	}
	row.position = positionOf(row.release.Date, id)
	if _, err := tx.exec(ctx, `UPDATE release SET revision = revision + 1, `+assignments+` WHERE id = ?`, append(row.values(), id)...); err != nil {
		return library.Entry{}, err
	}
	if row.version.number == old.version.number {
		if err := letGo(ctx, tx, id, row); err != nil {
			return library.Entry{}, err
		}
	}
	if err := show(ctx, tx, id, row); err != nil {
		return library.Entry{}, err
	}
	tx.changed(id, row.release.UUID)
	if old.trashed != nil {
		return row.entry(id, revision+1), nil
	}
	return row.entry(id, revision+1), reindex(ctx, tx, old.position, row.position, row.words, row.release)
}

// Get is as library.Releases has it.
func (l *Library) Get(ctx context.Context, id int64) (release.Release, library.Entry, error) {
	var text, sum []byte
	var at position
	e, err := scan(l.db.QueryRowContext(ctx, `SELECT `+listed+`, text, checksum, position FROM release WHERE id = ?`, id), &text, &sum, &at)
	if isCorrupt(err) { // it may be another row, or an index: the release itself is whole then
		e, err = scan(l.db.QueryRowContext(ctx, `SELECT `+alone+`0, 0, text, checksum, position FROM release WHERE id = ?`, id), &text, &sum, &at)
	}
	if errors.Is(err, sql.ErrNoRows) {
		return release.Release{}, library.Entry{}, &library.MissingError{ID: id}
	}
	if err != nil {
		return release.Release{}, library.Entry{}, fmt.Errorf("read release %d: %w", id, l.explain(err))
	}
	r, err := verified(text, sum)
	if err != nil || at.id() != id && l.isAnothers(ctx, id, e.UUID) {
		return release.Release{}, library.Entry{}, &library.DamagedError{ID: id, Headline: e.Headline}
	}
	return identified(r, e.UUID), e, nil
}

// isAnothers reports whether the row that stands under an id is the one of another release: the
// id of a row is in no checksum, and a bit of it may have flipped. Its position has the id too,
// and so has the index of UUIDs.
func (l *Library) isAnothers(ctx context.Context, id int64, uuid string) bool {
	var own int64
	err := l.db.QueryRowContext(ctx, `SELECT id FROM release INDEXED BY release_uuid WHERE uuid = ?`, uuid).Scan(&own)
	return err == nil && own != id
}

// errChecksum says that a text is not what was stored.
var errChecksum = errors.New("the text does not fit its checksum")

// verified reads a stored text. What fits its checksum is laid out as it was written: to write
// it again and compare, as Parse does, would take a third of the time of opening a long release.
func verified(text, checksum []byte) (release.Release, error) {
	if own := sha256.Sum256(text); !bytes.Equal(own[:], checksum) {
		return release.Release{}, errChecksum
	}
	return release.DecodeOwn(text)
}

// Duplicate is as library.Releases has it.
func (l *Library) Duplicate(ctx context.Context, id int64) (library.Entry, error) {
	r, _, err := l.Get(ctx, id)
	if err != nil {
		return library.Entry{}, err
	}
	return l.Save(ctx, 0, 0, r.Copy())
}

// Close closes the library; everything saved was durable before.
func (l *Library) Close() error {
	l.leaveAll()
	l.at.Lock()
	defer l.at.Unlock()
	if l.at.lost != "" {
		return nil // to close it would write our log into what is not ours
	}
	if l.at.held != nil {
		_ = l.at.held.Close() // it goes back to the pool
		l.at.held = nil
	}
	err := errors.Join(l.db.Close(), l.disk.close())
	if l.folder != nil {
		err = errors.Join(err, l.folder.Remove())
	}
	return err
}
