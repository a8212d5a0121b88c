package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"communique/app/library"
)

// salvagedAtOnce is how many releases are written in one transaction.
const salvagedAtOnce = 200

// salvage brings in what can be read of a damaged file and is newer than what the library has,
// and counts what cannot.
func (l *Library) salvage(ctx context.Context, damaged string, r *library.Recovery) error {
	w, err := readWreck(ctx, damaged, func(file []byte) error {
		_, err := l.AddPicture(ctx, file)
		return err
	})
	if err != nil {
		return err
	}
	found := w.releases()
	for some := range slices.Chunk(found, salvagedAtOnce) {
		err := l.write(ctx, func(tx *transaction) error {
			for i := range some {
				if err := l.takeIn(ctx, tx, &some[i], r); err != nil {
					return fmt.Errorf("salvage release %d: %w", some[i].id, err)
				}
			}
			return nil
		})
		if err != nil {
			return l.explain(err)
		}
	}
	return l.countLost(ctx, w, found, r)
}

// takeIn writes a salvaged release with its versions, unless the library has it as new.
func (l *Library) takeIn(ctx context.Context, tx *transaction, s *salvaged, r *library.Recovery) error {
	here, err := l.ownedBy(ctx, tx, s.relic)
	if err != nil {
		return err
	}
	if here != 0 {
		s.id = here
		there, err := l.stored(ctx, tx, here)
		if err != nil {
			return err
		}
		same := string(there.text) == string(s.text)
		if same && (s.loose || (there.trashed == nil) == (s.trashed == nil)) || there.saved.After(s.saved) {
			s.missing, s.doubt = 0, false // the backup has them
			s.earlier = s.earlier && !there.saved.After(s.saved)
			return nil
		}
		if err := l.addOlder(ctx, tx, s, there); err != nil {
			return err
		}
		if _, err := tx.exec(ctx, `DELETE FROM release WHERE id = ?`, here); err != nil {
			return err
		}
		if err := unindex(ctx, tx, there.position); err != nil {
			return err
		}
		if same {
			r.Salvaged-- // only whether it lies in the trash is new
		}
	}
	r.Salvaged++
	return l.insertSalvaged(ctx, tx, s)
}

// ownedBy returns the id under which the library has a release; 0 where it has not, and then
// makes sure that nobody has the id.
func (l *Library) ownedBy(ctx context.Context, tx *transaction, found relic) (int64, error) {
	var id int64
	err := tx.QueryRowContext(ctx, `SELECT id FROM release WHERE uuid = ?1 AND ?1 <> ''`, found.uuid).Scan(&id)
	if err == nil || !errors.Is(err, sql.ErrNoRows) {
		return id, err
	}
	if found.uuid == "" { // an older program's, which knows its releases by their ids
		err = tx.QueryRowContext(ctx, `SELECT id FROM release WHERE id = ?`, found.id).Scan(&id)
	}
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return id, err
}

// addOlder adds the versions that only the library has: a backup from before the damage.
func (l *Library) addOlder(ctx context.Context, tx *transaction, s *salvaged, there stored) error {
	have := map[int64]bool{s.version.number: true}
	for _, older := range s.older {
		have[older.version.number] = true
	}
	before := s.missing
	for number := int64(1); number <= there.version.number && number < s.version.number; number++ {
		if have[number] {
			continue
		}
		text, sum, err := l.versionText(ctx, tx, s.id, number, there)
		var missing *library.MissingVersionError
		if errors.As(err, &missing) || err == nil && len(text) == 0 {
			continue
		}
		if err != nil {
			return err
		}
		parsed, err := verified(text, sum)
		if err != nil {
			continue
		}
		older := relic{version: version{number: number}, text: text, checksum: sum, release: parsed, saved: there.saved, author: there.author}
		if number == there.version.number {
			older.version.name = there.version.name
		} else {
			var saved int64
			if err := tx.QueryRowContext(ctx, `SELECT saved, name, author FROM version WHERE release = ? AND number = ?`, s.id, number).
				Scan(&saved, &older.version.name, &older.author); err != nil {
				return err
			}
			older.saved = time.UnixMilli(saved).UTC()
		}
		s.older = append(s.older, older)
		s.missing = max(0, s.missing-1)
	}
	if s.missing < before {
		slices.SortFunc(s.older, func(a, b relic) int { return int(a.version.number - b.version.number) })
	}
	return nil
}

// insertSalvaged writes a release under the id it had, where that is free. Its versions are
// numbered anew, so that none seems to be missing that was told as lost.
func (l *Library) insertSalvaged(ctx context.Context, tx *transaction, s *salvaged) error {
	if err := freeID(ctx, tx, s); err != nil {
		return err
	}
	row, err := spareRow(ctx, tx, s, l.now())
	if err != nil {
		return err
	}
	created := believed(s.created, row.saved)
	row.version = version{number: int64(len(s.older)) + 1, begun: believed(s.version.begun, row.saved), name: s.version.name}
	row.position = positionOf(row.release.Date, s.id)
	if _, err := tx.exec(ctx, `INSERT INTO release (`+columns+`, id, created, revision, trashed, brought) VALUES (`+marks+`, ?, ?, ?, ?, ?)`,
		append(row.values(), s.id, created.UnixMilli(), max(s.revision, row.version.number), s.trashed, s.brought)...); err != nil {
		return err
	}
	if err := show(ctx, tx, s.id, row); err != nil {
		return err
	}
	if err := l.insertOlder(ctx, tx, s, row); err != nil {
		return err
	}
	tx.changed(s.id, row.release.UUID)
	if s.trashed != nil {
		return nil
	}
	return reindex(ctx, tx, 0, row.position, row.words, row.release)
}

// spareRow makes a row of what was salvaged, with a UUID that no other release has.
func spareRow(ctx context.Context, tx *transaction, s *salvaged, now time.Time) (row, error) {
	saved := believed(s.saved, now)
	made, err := newRow(s.release, saved, s.author)
	if err != nil {
		return row{}, err
	}
	own := made.release.UUID
	if s.release.UUID, err = freeUUID(ctx, tx, s.id, own); err != nil || s.release.UUID == own {
		return made, err
	}
	return newRow(s.release, saved, s.author)
}

// insertOlder writes the versions before the newest, which is row.
func (l *Library) insertOlder(ctx context.Context, tx *transaction, s *salvaged, newest row) error {
	next := newest.text
	for i, older := range slices.Backward(s.older) {
		number := int64(i) + 1
		base, whole := next, number%wholeEvery == 0
		if whole {
			base = nil
		}
		if _, err := tx.exec(ctx, `INSERT INTO version (release, number, saved, name, whole, body, checksum, author) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
			s.id, number, believed(older.saved, newest.saved).UnixMilli(), older.version.name, whole, difference(older.text, base), older.checksum, older.author); err != nil {
			return err
		}
		if err := show(ctx, tx, s.id, row{release: older.release, version: version{number: number}}); err != nil {
			return err
		}
		next = older.text
	}
	return nil
}

// freeID gives a release another id where its own is another's, or none.
func freeID(ctx context.Context, tx *transaction, s *salvaged) error {
	var taken bool
	if err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM release WHERE id = ?)`, s.id).Scan(&taken); err != nil {
		return err
	}
	if !taken && s.id > 0 && s.id <= mostReleases {
		return nil
	}
	return tx.QueryRowContext(ctx, `SELECT 1 + max(coalesce((SELECT max(id) FROM release), 0), coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'release'), 0))`).Scan(&s.id)
}

// believed is a time that no checksum covers, unless it is none that a clock shows.
func believed(at, otherwise time.Time) time.Time {
	if at.Year() < 1990 || at.Year() > 2199 {
		return otherwise
	}
	return at
}

// countLost counts the releases and versions that are neither in the damaged file nor in the
// backup, and has no id given again that was in it.
func (l *Library) countLost(ctx context.Context, w *wreck, found []salvaged, r *library.Recovery) error {
	read, got := map[int64]bool{}, map[int64]bool{}
	for _, s := range found {
		read[s.id], read[s.was] = !s.earlier, !s.earlier
		got[s.was] = true // under whichever id
		r.Versions += s.missing
		r.Uncounted = r.Uncounted || s.doubt
	}
	err := l.write(ctx, func(tx *transaction) error {
		rows, err := tx.QueryContext(ctx, `SELECT id FROM release`)
		if err != nil {
			return err
		}
		defer func() { _ = rows.Close() }() // Err below tells of trouble
		for rows.Next() {
			var id int64
			if err := rows.Scan(&id); err != nil {
				return err
			}
			got[id] = true
			if w.census.named[id] != 0 && !read[id] {
				r.Earlier++
			}
		}
		if err := rows.Err(); err != nil || w.census.highest > mostReleases/2 {
			return err
		}
		return giveNoneAgain(ctx, tx, "release", w.census.highest)
	})
	if err != nil {
		return l.explain(err)
	}
	var uncounted bool
	r.Lost, r.Perhaps, uncounted = w.census.lost(got)
	r.Uncounted = r.Uncounted || uncounted
	return nil
}
