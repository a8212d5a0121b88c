package sqlite

import (
	"maps"
	"math/bits"
	"strings"

	"github.com/google/uuid"

	"communique/app/library/sqlite/pages"
)

// census counts the releases that a damaged file is known to have had. Each stands in several
// trees; what two of them name was there, what one names alone may be a flipped bit.
type census struct {
	named    map[int64]witness
	ids      map[string]int64 // by UUID
	uuids    map[int64]string
	highest  int64 // id that was ever given; -1 where that cannot be read
	whole    bool  // two whole trees agree on what there was
	unlogged bool  // there is no log: what was saved last may have been in one
}

// witness is a tree, or several, that names a release.
type witness uint8

const (
	byRow witness = 1 << iota
	byUUID
	byPosition
	byIndex // of fingerprints or of the trash
	byWords
	byVersion
)

// sure is how many name a release that was there.
const sure = 2

func newCensus() census {
	return census{named: map[int64]witness{}, ids: map[string]int64{}, uuids: map[int64]string{}, highest: -1}
}

// mostReleases bounds ids: a position has no room for more.
const mostReleases = 1<<idBits - 1

// note hears what a record says of which releases there are. What it is, its shape tells.
func (c *census) note(r pages.Record) {
	id, by, ok := testimony(r)
	switch {
	case !ok || id < 1 || id > mostReleases:
		return
	case by == 0:
		c.highest = max(c.highest, id)
		return
	case by == byUUID:
		text := r.Values[0].(string)
		c.ids[text], c.uuids[id] = id, text
	}
	c.named[id] |= by
}

// testimony is the release that a record names, and what kind of record it is; 0 for the highest
// id given.
func testimony(r pages.Record) (id int64, by witness, ok bool) {
	if r.Index {
		return ofIndex(shape(r.Values), r.Values)
	}
	return ofTable(shape(r.Values), r)
}

func ofIndex(shape string, values []any) (id int64, by witness, ok bool) {
	number := func(at int) int64 { n, _ := values[at].(int64); return n }
	switch {
	case shape == "ti":
		_, err := uuid.Parse(values[0].(string))
		return number(1), byUUID, err == nil
	case shape == "ii" && number(0) > mostReleases && number(0)&mostReleases == number(1):
		return number(1), byPosition, true
	case shape == "ii":
		return number(1), byIndex, true
	case strings.HasPrefix(shape, "iiitibb"):
		return number(0), byVersion, true
	}
	return 0, 0, false
}

func ofTable(shape string, r pages.Record) (id int64, by witness, ok bool) {
	switch {
	case shape == "ti" && r.Values[0] == "release": // of sqlite_sequence
		id, _ = r.Values[1].(int64)
		return id, 0, true
	case len(shape) == 3 && strings.HasPrefix(shape, "nb") && r.Row > mostReleases:
		return r.Row & mostReleases, byWords, true
	case strings.HasPrefix(shape, "nitttttttii"):
		return r.Row, byRow, true
	}
	return 0, 0, false
}

// shape is the types of values, a letter each.
func shape(values []any) string {
	var b strings.Builder
	for _, v := range values {
		kind := byte('f')
		switch v.(type) {
		case nil:
			kind = 'n'
		case int64:
			kind = 'i'
		case string:
			kind = 't'
		case []byte:
			kind = 'b'
		}
		b.WriteByte(kind)
	}
	return b.String()
}

// idOf is the id of a release: where its row and the index of UUIDs differ, the one that more
// others name.
func (c *census) idOf(row relic) int64 {
	id, ok := c.ids[row.uuid]
	if ok && bits.OnesCount8(uint8(c.named[id])) > bits.OnesCount8(uint8(c.named[row.id])) {
		return id
	}
	return row.id
}

func (c *census) uuidOf(id int64) string { return c.uuids[id] }

// has reports whether the file names a release anywhere.
func (c *census) has(row relic) bool {
	_, known := c.ids[row.uuid]
	return known || c.named[row.id] != 0
}

// compareTrees finds out whether two trees that name every release are whole and agree.
func (c *census) compareTrees(f *pages.File) {
	roots := map[string]int{}
	schema := f.Tree(1, func(r pages.Record) {
		if len(r.Values) >= 4 {
			name, _ := r.Values[1].(string)
			root, _ := r.Values[3].(int64)
			roots[name] = int(root)
		}
	})
	if !schema {
		return
	}
	var trees []map[int64]bool
	for name, by := range map[string]witness{"release": byRow, "release_uuid": byUUID, "release_fingerprint": byIndex | byPosition} {
		named := map[int64]bool{}
		whole := roots[name] > 0 && f.Tree(roots[name], func(r pages.Record) {
			if id, what, ok := testimony(r); ok && by&what != 0 {
				named[id] = true
			}
		})
		if !whole {
			continue
		}
		for _, other := range trees {
			if maps.Equal(other, named) {
				c.whole = true
				c.agree(named)
				return
			}
		}
		trees = append(trees, named)
	}
}

// agree makes the census what two trees agree on: whoever names another release is wrong.
func (c *census) agree(named map[int64]bool) {
	for id := range c.named {
		if !named[id] {
			delete(c.named, id)
		}
	}
	for id := range named {
		c.named[id] |= byRow | byUUID
	}
}

// lost counts what is not in got: what was surely there, and what may have been. uncounted says
// that there may have been more than anything tells of.
func (c *census) lost(got map[int64]bool) (known, perhaps int, uncounted bool) {
	highest, doubtful := max(c.highest, 0), 0
	for id, by := range c.named {
		switch sure := bits.OnesCount8(uint8(by)) >= sure; {
		case sure:
			highest = max(highest, id)
			if !got[id] {
				known++
			}
		case !got[id]:
			doubtful++
		}
	}
	if c.whole {
		return known, 0, c.unlogged
	}
	for id := range got {
		highest = max(highest, id)
	}
	unaccounted := int(highest) - len(got) - known
	if unaccounted < doubtful || c.highest < highest || unaccounted > 2*len(got)+1000 {
		return known, doubtful, true // the highest id is none to believe
	}
	return known, unaccounted, c.unlogged
}
