package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"communique/app/library"
	"communique/editor/release"
)

// Verify is as library.Keeper has it.
func (l *Library) Verify(ctx context.Context, progress func(done int)) ([]library.Problem, error) {
	problems, err := l.checkFile(ctx)
	if err != nil {
		return nil, err
	}
	problems = append(problems, l.checkColumns(ctx)...)
	ids, err := l.ids(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return append(problems, library.Problem{Detail: err.Error()}), nil
	}
	done := 0
	for some := range slices.Chunk(ids, readAtOnce) {
		found, err := l.checkReleases(ctx, some)
		if err != nil {
			return nil, err
		}
		problems = append(problems, found...)
		if done += len(some); progress != nil {
			progress(done)
		}
	}
	older, err := l.checkVersions(ctx)
	if err != nil {
		return nil, err
	}
	pictures, err := l.checkPictures(ctx)
	return slices.Concat(problems, older, pictures), err
}

// readAtOnce is how many releases are read by one query.
const readAtOnce = 100

// checkReleases compares releases, whose ids are in order, with their checksums, and what lists
// show of them with their texts. Where one of them cannot be read, the others are.
func (l *Library) checkReleases(ctx context.Context, ids []int64) (problems []library.Problem, err error) {
	problems, err = l.checkBetween(ctx, ids[0], ids[len(ids)-1])
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case err == nil:
		return problems, nil
	case len(ids) == 1:
		return []library.Problem{{ID: ids[0], Detail: err.Error()}}, nil
	}
	problems = nil
	for _, id := range ids {
		found, err := l.checkReleases(ctx, []int64{id})
		if err != nil {
			return nil, err
		}
		problems = append(problems, found...)
	}
	return problems, nil
}

// isWhole reports whether a text is what was saved, which its checksum tells: that it could be
// read again was proved when it was. What lists show of it has no checksum.
func (l *Library) isWhole(t kept) bool {
	if own := sha256.Sum256(t.text); !bytes.Equal(own[:], t.checksum) {
		return false
	}
	r, err := listedOf(t.text)
	return err == nil && (l.layout < layoutHistory || t.listing == l.listingOf(identified(r, t.uuid)))
}

// kept is a release's newest text as it lies in the file, whatever the
// layout's version, as long as its row is read.
type kept struct {
	id             int64
	headline, uuid string
	text, checksum sql.RawBytes
	// listing is what lists show of it; the text must say the same.
	listing string
}

// listing is joined as listingOf joins what a text says.
func (l *Library) listing() string {
	columns := []string{"headline", "place", "lead", "day", "status", "kind", "language"}
	if l.layout >= layoutHistory {
		columns = append(columns, "embargo")
	}
	if l.layout >= layoutPictures {
		columns = append(columns, l.uuidColumn(), shownBy("release.number"))
	}
	if l.layout >= layoutNumbers {
		columns = append(columns, "release_number")
	}
	return strings.Join(columns, ` || x'1f' || `)
}

// shownBy are the pictures of a version, as listingOf has them.
func shownBy(version string) string {
	return `(SELECT coalesce(group_concat(picture ORDER BY picture), '') FROM shown WHERE shown.release = release.id AND shown.version = ` + version + `)`
}

func (l *Library) listingOf(r release.Release) string {
	fields := []string{
		r.Headline, r.Place, library.EntryOf(r).Lead, r.Date.String(), string(r.Status), string(r.Kind), r.Language, r.Embargo.String(),
	}
	if l.layout >= layoutPictures {
		fields = append(fields, r.UUID, picturesOf(r))
	}
	if l.layout >= layoutNumbers {
		fields = append(fields, r.Number)
	}
	return strings.Join(fields, "\x1f")
}

func picturesOf(r release.Release) string {
	return strings.Join(slices.Sorted(slices.Values(r.Pictures())), ",")
}

// checkBetween compares the releases from one id to another, as far as it can read them.
func (l *Library) checkBetween(ctx context.Context, from, to int64) (problems []library.Problem, err error) {
	query := `SELECT id, headline, CAST(text AS BLOB), checksum, ` + l.uuidColumn() + `, ` + l.listing() + ` FROM release WHERE id BETWEEN ? AND ?` //nolint:gosec // both are this package's own
	rows, err := l.db.QueryContext(ctx, query, from, to)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }() // Err below tells of trouble
	for rows.Next() {
		var t kept
		if err := rows.Scan(&t.id, &t.headline, &t.text, &t.checksum, &t.uuid, &t.listing); err != nil {
			return problems, err
		}
		if !l.isWhole(t) {
			problems = append(problems, library.Problem{ID: t.id, Headline: t.headline})
		}
	}
	return problems, rows.Err()
}

// checkVersions makes every older version of what came after it, and compares it with its checksum.
func (l *Library) checkVersions(ctx context.Context) (problems []library.Problem, err error) {
	if l.layout < layoutHistory {
		return nil, nil // it was made before there were versions
	}
	shown := `''`
	if l.layout >= layoutPictures {
		shown = shownBy("version.number")
	}
	rows, err := l.db.QueryContext(ctx, `SELECT release, version.number, headline, whole, body, version.checksum, `+shown+`,
		CASE WHEN version.number = (SELECT max(number) FROM version newest WHERE newest.release = version.release) THEN text END
		FROM version JOIN release ON release.id = version.release ORDER BY release, version.number DESC`)
	if err != nil {
		return []library.Problem{{Detail: err.Error()}}, nil
	}
	defer func() { _ = rows.Close() }() // Err below tells of trouble
	var next []byte                     // the text that came after, nil where there is none to be had
	for rows.Next() {
		var p library.Problem
		var whole bool
		var body, sum, newest []byte
		var shown string
		if err := rows.Scan(&p.ID, &p.Version, &p.Headline, &whole, &body, &sum, &shown, &newest); err != nil {
			return append(problems, library.Problem{Detail: err.Error()}), nil
		}
		if newest != nil {
			next = newest
		}
		if whole {
			next = nil
		}
		text, err := apply(body, next)
		if own := sha256.Sum256(text); err != nil || !bytes.Equal(own[:], sum) || !showsOnly(text, shown) {
			problems = append(problems, p)
		}
		next = text
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err := rows.Err(); err != nil {
		problems = append(problems, library.Problem{Detail: err.Error()})
	}
	return problems, nil
}

// showsOnly reports whether a text shows those pictures.
func showsOnly(text []byte, shown string) bool {
	r, err := listedOf(text)
	return err == nil && picturesOf(r) == shown
}

// remember has SQLite keep more of the file in memory until its answer is called: above all the indexes,
// in which each release is looked for.
func remember(ctx context.Context, conn *sql.Conn) (forget func()) {
	const remembered, usual = 16 << 10, 2000 // KB; SQLite's own
	size := func(ctx context.Context, size int) {
		_, _ = conn.ExecContext(ctx, fmt.Sprintf(`PRAGMA cache_size = -%d`, size)) // without, it takes longer
	}
	size(ctx, remembered)
	return func() { size(context.WithoutCancel(ctx), usual) }
}

// checkFile asks SQLite whether the file is whole.
func (l *Library) checkFile(ctx context.Context) (problems []library.Problem, err error) {
	conn, err := l.db.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("verify the library: %w", l.explain(err))
	}
	defer func() { _ = conn.Close() }() // it goes back to the pool
	defer remember(ctx, conn)()
	rows, err := conn.QueryContext(ctx, `PRAGMA integrity_check(20)`)
	for err == nil && rows.Next() {
		var line string
		if err = rows.Scan(&line); err == nil && line != "ok" {
			problems = append(problems, library.Problem{Detail: line})
		}
	}
	if rows != nil {
		err = errors.Join(err, rows.Err(), rows.Close())
	}
	if ctx.Err() != nil || err != nil && !isCorrupt(err) {
		return nil, fmt.Errorf("verify the library: %w", l.explain(errors.Join(err, ctx.Err())))
	}
	if err != nil {
		problems = append(problems, library.Problem{Detail: err.Error()})
	}
	return problems, nil
}

// used are the columns that are read and written. A table may be whole for SQLite, and lack one:
// where a letter of its name has changed.
var used = []string{
	`SELECT created, ` + columns + `, ` + listed + ` FROM release`,
	`SELECT release, number, saved, name, whole, body, checksum, author FROM version`,
	`SELECT release, revision, findings FROM checked`,
	`SELECT word FROM vocabulary`,
	`SELECT id, release, revision, checksum, answered FROM request`,
	`SELECT number, release, uuid, writer FROM change`,
	`SELECT id FROM unrenewed`,
}

// checkColumns looks for each of them. An older program's library has others.
func (l *Library) checkColumns(ctx context.Context) (problems []library.Problem) {
	if l.layout != len(migrations) {
		return nil
	}
	for _, query := range used {
		asked, err := l.db.PrepareContext(ctx, query)
		if err != nil {
			problems = append(problems, library.Problem{Detail: err.Error()})
			continue
		}
		_ = asked.Close() // it was never run
	}
	return problems
}

// openReadOnly opens a library that must not be changed: a backup, or a
// damaged file. It must be of this program's version or an older one.
func openReadOnly(path string) (*Library, error) {
	db, err := sql.Open("sqlite", fileURI(path)+"?mode=ro"+byItself)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	l := &Library{db: db, path: path}
	if err := db.QueryRow("PRAGMA user_version").Scan(&l.layout); err != nil {
		return nil, errors.Join(l.explain(err), db.Close())
	}
	return l, nil
}

func fileURI(path string) string {
	return (&url.URL{Scheme: "file", Opaque: url.PathEscape(filepath.ToSlash(path))}).String()
}
