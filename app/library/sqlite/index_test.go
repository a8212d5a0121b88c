package sqlite

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"communique/app/library"
	"communique/app/library/librarytest"
	"communique/editor/release"
)

// instances are the words of an index as it stands: each with its row, its column and its place
// there.
func instances(t testing.TB, conn *sql.Conn, table string) []string {
	t.Helper()
	schema := "main"
	if table == fresh5 {
		schema = "temp"
	}
	if _, err := conn.ExecContext(ctx, `CREATE VIRTUAL TABLE temp.instances USING fts5vocab (`+schema+`, `+table+`, instance)`); err != nil {
		t.Fatal(err)
	}
	rows, err := conn.QueryContext(ctx, `SELECT term || ' ' || doc || ' ' || col || ' ' || offset FROM temp.instances`)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for rows.Next() {
		var one string
		if err := rows.Scan(&one); err != nil {
			t.Fatal(err)
		}
		all = append(all, one)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	if _, err := conn.ExecContext(ctx, `DROP TABLE temp.instances`); err != nil {
		t.Fatal(err)
	}
	slices.Sort(all)
	return all
}

// fresh5 is an index that is made of the texts, to compare the library's with.
const fresh5 = "fresh"

// checkIndex compares the index with what the texts of the library say.
func checkIndex(t testing.TB, l *Library) {
	t.Helper()
	entries := list(t, l, "")
	texts := make([]release.Release, len(entries))
	for i, e := range entries {
		var err error
		if texts[i], _, err = l.Get(ctx, e.ID); err != nil {
			t.Fatal(err)
		}
	}
	conn, err := l.db.Conn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if _, err := conn.ExecContext(ctx, `CREATE VIRTUAL TABLE temp.`+fresh5+` `+indexForm); err != nil {
		t.Fatal(err)
	}
	for i, e := range entries {
		in, _ := library.WordsOf(texts[i])
		if _, err := conn.ExecContext(ctx, `INSERT INTO temp.fresh (rowid, headline, text, speakers, place, tags, facets) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			int64(positionOf(e.Date, e.ID)), in.Headline, in.Text, in.Speakers, in.Place, in.Tags, facets(texts[i], in, e.Twin)); err != nil {
			t.Fatal(err)
		}
	}
	want, got := instances(t, conn, fresh5), instances(t, conn, words)
	if !slices.Equal(got, want) {
		t.Errorf("%d words, not %d; missing %s; too many %s", len(got), len(want), some(want, got), some(got, want))
	}
	if _, err := conn.ExecContext(ctx, `DROP TABLE temp.`+fresh5); err != nil {
		t.Fatal(err)
	}
}

// some are the first that are in all and not in others.
func some(all, others []string) string {
	const most = 5
	var only []string
	for _, one := range all {
		if _, there := slices.BinarySearch(others, one); !there && len(only) < most {
			only = append(only, one)
		}
	}
	return strings.Join(only, "; ")
}

// crowd does anything to a library's releases, one or many at a time.
type crowd struct {
	testing.TB
	l      *Library
	random *rand.Rand
	stock  []release.Release
}

func newCrowd(t testing.TB, l *Library, seed uint64) *crowd {
	return &crowd{t, l, rand.New(rand.NewPCG(seed, 1)), slices.Collect(librarytest.Releases(40))}
}

// one is a release out of few, so that many say the same; on some day, or none.
func (c *crowd) one() release.Release {
	r := c.stock[c.random.IntN(len(c.stock))]
	r.Number, r.Date = "", release.Date{}
	if day := c.random.IntN(4); day > 0 {
		r.Date = release.Date{Year: 2024, Month: 9, Day: day}
	}
	r.Status = release.Statuses()[c.random.IntN(len(release.Statuses()))]
	return r
}

// ids are some of the releases in the trash, or of the others.
func (c *crowd) ids(trashed bool, most int) []int64 {
	all, err := c.l.Trashed(ctx)
	if !trashed {
		all = list(c, c.l, "")
	}
	if err != nil {
		c.Fatal(err)
	}
	var ids []int64
	for _, i := range c.random.Perm(len(all))[:min(len(all), c.random.IntN(most+1))] {
		ids = append(ids, all[i].ID)
	}
	return ids
}

func (c *crowd) act() {
	var err error
	switch c.random.IntN(6) {
	case 0:
		var many []release.Release
		for range c.random.IntN(2 * 10) {
			many = append(many, c.one())
		}
		_, err = c.l.SaveNew(ctx, library.IncomingOf(many...))
	case 1:
		_, err = c.l.Save(ctx, 0, 0, c.one())
	case 2:
		err = c.l.Trash(ctx, c.ids(false, 5)...)
	case 3:
		err = c.l.Restore(ctx, c.ids(true, 5)...)
	case 4:
		err = c.l.Erase(ctx, c.ids(true, 2)...)
	default:
		for _, id := range c.ids(false, 1) {
			_, e, got := c.l.Get(ctx, id)
			if err = got; err == nil {
				_, err = c.l.Save(ctx, id, e.Revision, c.one())
			}
		}
	}
	if err != nil {
		c.Fatal(err)
	}
}

// TestTheIndexIsWhatTheTextsSay does anything, many things in one transaction too, and compares
// the index word by word with one made of the texts.
func TestTheIndexIsWhatTheTextsSay(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			c := newCrowd(t, fresh(t), seed)
			for n := range 80 {
				if c.act(); n%20 == 19 {
					checkIndex(t, c.l)
				}
			}
			checkVocabulary(t, c.l)
		})
	}
}

// A transaction that changes one release more than once leaves what it said last.
func TestManyChangesInOneTransaction(t *testing.T) {
	l := fresh(t)
	first := save(t, l, headed("Первая", "2024-09-11"))
	err := l.write(ctx, func(tx *transaction) error {
		for n := range 2*indexedAtOnce + 10 {
			r := headed(fmt.Sprint("Редакция ", n), fmt.Sprintf("2024-09-%02d", 1+n%3))
			r.UUID = first.UUID
			row, err := l.newRow(r)
			if err != nil {
				return err
			}
			if _, err := l.update(ctx, tx, first.ID, first.Revision+int64(n), row, fold); err != nil {
				return err
			}
			if r.UUID = ""; n%2 == 0 {
				continue
			}
			if row, err = l.newRow(r); err != nil {
				return err
			}
			if _, err := l.insert(ctx, tx, row); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	checkIndex(t, l)
}

// checkVocabulary looks for each word of the index in the vocabulary.
func checkVocabulary(t testing.TB, l *Library) {
	t.Helper()
	known, err := l.words(ctx, `SELECT word FROM vocabulary ORDER BY word`)
	if err != nil {
		t.Fatal(err)
	}
	conn, err := l.db.Conn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	for _, one := range instances(t, conn, words) {
		parts := strings.Fields(one)
		if _, there := slices.BinarySearch(known, parts[0]); !there && parts[2] != "facets" {
			t.Errorf("%s is not in the vocabulary", parts[0])
		}
	}
}
