package library

import (
	"crypto/sha256"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"communique/editor/release"
)

// The columns a save writes, and those a list reads.
const (
	columns     = `headline, place, lead, day, status, kind, language, saved, folded, text, checksum`
	assignments = `headline = ?, place = ?, lead = ?, day = ?, status = ?, kind = ?, language = ?, saved = ?, folded = ?, text = ?, checksum = ?`
	listed      = `id, revision, headline, place, lead, day, status, kind, language, saved`
	newestFirst = `ORDER BY CASE day WHEN '' THEN date(created / 1000, 'unixepoch') ELSE day END DESC, id DESC`
)

// insertion makes a new row of newRow's values and the time of creation.
var insertion = `INSERT INTO release (` + columns + `, created, revision) VALUES (` + //nolint:gosec // constants of this package only
	strings.Repeat("?, ", strings.Count(columns, ",")+1) + `?, 1)`

// leadRunes is how much of a lead a list keeps: a headline's worth.
const leadRunes = 200

// row is a release as the table holds it: its whole text, and beside it what
// lists show and searches read.
type row struct {
	release  release.Release
	saved    time.Time
	text     []byte
	checksum [sha256.Size]byte
}

func newRow(r release.Release, now time.Time) (row, error) {
	text, err := r.Encode()
	if err != nil {
		return row{}, err
	}
	if _, err := release.Parse(text); err != nil {
		return row{}, err // what could not be read again is not stored
	}
	return row{release: r, saved: now.UTC().Truncate(time.Millisecond), text: text, checksum: sha256.Sum256(text)}, nil
}

func (r row) values() []any {
	return []any{
		r.release.Headline, r.release.Place, firstRunes(r.release.Lead, leadRunes), r.release.Date.String(),
		string(r.release.Status), string(r.release.Kind), r.release.Language, r.saved.UnixMilli(),
		foldRelease(r.release), string(r.text), r.checksum[:],
	}
}

func (r row) entry(id, revision int64) Entry {
	return Entry{
		ID: id, Revision: revision, Headline: r.release.Headline, Place: r.release.Place,
		Lead: firstRunes(r.release.Lead, leadRunes), Date: r.release.Date, Status: r.release.Status,
		Kind: r.release.Kind, Language: r.release.Language, Saved: r.saved,
	}
}

// scan reads the columns of listed, and those that follow into more.
func scan(from interface{ Scan(...any) error }, more ...any) (Entry, error) {
	var e Entry
	var day string
	var saved int64
	dest := []any{&e.ID, &e.Revision, &e.Headline, &e.Place, &e.Lead, &day, &e.Status, &e.Kind, &e.Language, &saved}
	if err := from.Scan(append(dest, more...)...); err != nil {
		return Entry{}, err
	}
	e.Saved = time.UnixMilli(saved).UTC()
	return e, e.Date.UnmarshalText([]byte(day))
}

func firstRunes(text string, n int) string {
	for i := range text {
		if n--; n < 0 {
			return text[:i]
		}
	}
	return text
}

// foldRelease returns the text that searches read: everything a person wrote.
func foldRelease(r release.Release) string {
	parts := append(r.Texts(), r.Place, r.Number, r.Notes)
	parts = append(parts, r.Tags...)
	for _, c := range r.Contacts {
		parts = append(parts, c.Name, c.Post, c.Organisation, c.Email)
	}
	return fold(strings.Join(parts, "\n"))
}

// fold makes letters compare alike: lower case, ё as е, one form of й.
func fold(text string) string {
	return strings.ReplaceAll(strings.ToLower(norm.NFC.String(text)), "ё", "е")
}
