package sqlite

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strconv"

	"communique/app/library"
)

// What was saved last is found in the order of saving. Within days it is found in runs of them, each
// in that order: in all of it, what was saved since is in the way.

// runBits are the bits of a position in which the releases of a run differ; a run is 256 days.
const runBits = idBits + 8

// addRuns keeps the releases of each run in the order of saving.
var addRuns = statements(fmt.Sprintf(`CREATE INDEX release_edited_within ON release (position >> %d, saved DESC, id DESC, position) WHERE trashed IS NULL`, runBits))

// edited finds what was saved last. Where many releases have the words, those saved last are
// asked whether they do, twice as many each time.
func (l *Library) edited(ctx context.Context, q library.Query, all finding, limit int) ([]library.Position, error) {
	const order = ` ORDER BY saved DESC, id DESC`
	_, _, bounded := within(q)
	if match(q) == "" && (limit == 0 || !bounded) {
		return l.positions(ctx, limit, all.query+order, all.args...)
	}
	few, err := l.areSortedSooner(ctx, all, limit)
	if err != nil {
		return nil, err
	}
	if few || limit == 0 {
		return l.positions(ctx, limit, `SELECT position FROM release WHERE trashed IS NULL AND position IN (`+all.query+`)`+order, all.args...)
	}
	last, err := l.bySaving(ctx, q)
	if err != nil {
		return nil, err
	}
	var found []library.Position
	for some := limit; len(found) < limit; some *= 2 {
		next, err := last.next(ctx, some)
		if err != nil || len(next) == 0 {
			return found, err
		}
		if match(q) != "" {
			if next, err = l.having(ctx, q, next); err != nil {
				return nil, err
			}
		}
		found = append(found, next...)
	}
	return found[:limit], nil
}

// areSortedSooner reports whether all that a query finds are sooner put in order than the first of
// them are found in it. To sort one costs about as much as to look at three, and of these it takes the
// more, the fewer of all releases the query finds.
func (l *Library) areSortedSooner(ctx context.Context, all finding, limit int) (bool, error) {
	var there int
	if err := l.db.QueryRowContext(ctx, `SELECT coalesce(max(id), 0) FROM release`).Scan(&there); err != nil {
		return false, err
	}
	return l.areAtMost(ctx, all, min(int(math.Sqrt(float64(limit*there)/3)), sortable))
}

// bySaving goes through releases, what was saved last first.
type bySaving struct {
	library *Library
	runs    []savedRun
}

// savedRun is some days, or all of them.
type savedRun struct {
	where string
	args  []any
	from  savedAt   // what was read last
	read  []savedAt // and not taken yet
	ended bool      // all of it was read
}

// savedAt is when a release was saved, in milliseconds since 1970, and where it stands.
type savedAt struct {
	time int64
	position
}

// beforeAll comes before all that was saved.
var beforeAll = savedAt{math.MaxInt64, math.MaxInt64}

// compare has what was saved later first, and of what was saved at once what was brought in later.
func (s savedAt) compare(other savedAt) int {
	return cmp.Or(cmp.Compare(other.time, s.time), cmp.Compare(other.id(), s.id()))
}

// bySaving returns what lies within the days of q.
func (l *Library) bySaving(ctx context.Context, q library.Query) (*bySaving, error) {
	from, end, bounded := within(q)
	if !bounded {
		return &bySaving{l, []savedRun{{from: beforeAll}}}, nil
	}
	var list []byte
	err := l.db.QueryRowContext(ctx, fmt.Sprintf(`WITH RECURSIVE next (run) AS (SELECT (?1 >> %[1]d) - 1 UNION ALL
		SELECT (SELECT position >> %[1]d FROM release WHERE trashed IS NULL AND position >= max(?1, (run + 1) << %[1]d) AND position < ?2 ORDER BY position LIMIT 1) FROM next WHERE run IS NOT NULL)
		SELECT json_group_array(run) FROM next WHERE run >= ?1 >> %[1]d`, runBits), int64(from), int64(end)).Scan(&list)
	if err != nil {
		return nil, err
	}
	var numbers []int64
	if err := json.Unmarshal(list, &numbers); err != nil {
		return nil, err
	}
	all := &bySaving{library: l}
	for _, n := range numbers {
		all.runs = append(all.runs, savedRun{
			where: fmt.Sprintf(` AND position >> %d = ? AND +position >= ? AND +position < ?`, runBits), args: []any{n, int64(from), int64(end)}, from: beforeAll,
		})
	}
	return all, nil
}

// next returns the next releases, at most some.
func (b *bySaving) next(ctx context.Context, some int) (all []library.Position, err error) {
	for len(all) < some {
		var newest *savedRun
		for i := range b.runs {
			r := &b.runs[i]
			if err := b.library.readOn(ctx, r, max(1, some/len(b.runs))); err != nil {
				return nil, err
			}
			if len(r.read) > 0 && (newest == nil || r.read[0].compare(newest.read[0]) < 0) {
				newest = r
			}
		}
		if newest == nil {
			break
		}
		all = append(all, newest.read[0].handle())
		newest.read = newest.read[1:]
	}
	return all, nil
}

// readOn reads on in a run, some of it, where all that was read is taken.
func (l *Library) readOn(ctx context.Context, r *savedRun, some int) error {
	if len(r.read) > 0 || r.ended {
		return nil
	}
	query := `SELECT saved, position FROM release WHERE trashed IS NULL AND (saved, id) < (?, ?)` + r.where + ` ORDER BY saved DESC, id DESC LIMIT ` + strconv.Itoa(some) //nolint:gosec // both are this package's own
	rows, err := l.db.QueryContext(ctx, query, append([]any{r.from.time, r.from.id()}, r.args...)...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }() // Err below tells of trouble
	for rows.Next() {
		if err := rows.Scan(&r.from.time, &r.from.position); err != nil {
			return err
		}
		r.read = append(r.read, r.from)
	}
	r.ended = len(r.read) < some
	return rows.Err()
}
