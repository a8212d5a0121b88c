package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"maps"
	"slices"
	"time"

	"github.com/google/uuid"

	"communique/app/library"
	"communique/app/library/sqlite/pages"
	"communique/editor/release"
)

// wreck is what can still be read of a damaged file. A text is known by its checksum, whatever
// has become of the tree it hung on, so none is taken for another.
type wreck struct {
	rows     []relic            // newest texts
	versions map[int64][]relic  // older ones, still as differences, by release
	pictures func([]byte) error // is given each picture
	census   census
	isLog    bool // there is a log only, and what it has not stands in a file that is elsewhere
}

// relic is a text read from a page.
type relic struct {
	id, revision   int64
	created, saved time.Time
	trashed        *int64
	brought        *int64 // into the trash
	uuid, author   string
	version        version
	text, checksum []byte
	whole          bool // a version's text needs no other
	loose          bool // it may be one of before
	release        release.Release
}

// Where the columns of release lie in a record: the first of all layouts, and from the text on
// those of the layouts since versions came. Layout 1 had one more before the text.
const (
	atRevision, atCreated, atSaved, atTrashed = 1, 9, 10, 11
	atText                                    = 12
	afterText                                 = 2
)

// readWreck reads all there is. Pictures are handed on as they are found: they may be many.
func readWreck(ctx context.Context, path string, pictures func([]byte) error) (*wreck, error) {
	f, err := pages.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // it was only read
	w := &wreck{versions: map[int64][]relic{}, pictures: pictures, census: newCensus()}
	visit := func(r pages.Record) error {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return w.take(r)
	}
	if err := f.Records(visit); err != nil {
		return nil, err
	}
	w.census.compareTrees(f)
	w.census.unlogged = !f.Logged
	w.isLog = f.IsLog()
	if !w.isLog && (len(w.missed()) > 0 || !w.census.whole) {
		if err := f.Scan(visit); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// take keeps what a record is known to be.
func (w *wreck) take(r pages.Record) error {
	if !r.Loose {
		w.census.note(r)
	}
	if row, ok := newestOf(r); ok {
		w.rows = append(w.rows, row)
		return nil
	}
	if older, ok := olderOf(r); ok {
		w.versions[older.id] = append(w.versions[older.id], older)
		return nil
	}
	if file, ok := pictureOf(r); ok {
		return w.pictures(file)
	}
	return nil
}

// missed are the releases that the file names, and whose text has not been found.
func (w *wreck) missed() map[int64]bool {
	found := map[int64]bool{}
	for _, row := range w.rows {
		found[w.census.idOf(row)] = true
	}
	missed := map[int64]bool{}
	for id := range w.census.named {
		if !found[id] {
			missed[id] = true
		}
	}
	return missed
}

// newestOf reads a row of release. Only one whose text fits its checksum is one.
func newestOf(r pages.Record) (row relic, ok bool) {
	for _, at := range []int{atText, atText + 1} {
		if r.Index || len(r.Values) < at+afterText {
			return row, false
		}
		text, isText := r.Values[at].(string)
		sum, isSum := r.Values[at+1].([]byte)
		if !isText || !isSum || len(sum) != sha256.Size {
			continue
		}
		parsed, err := verified([]byte(text), sum)
		if err != nil {
			return row, false
		}
		get := fields{r.Values, at + afterText}
		row = relic{
			id: r.Row, loose: r.Loose, release: parsed, text: []byte(text), checksum: sum, revision: max(1, get.number(atRevision)),
			created: get.time(atCreated), saved: get.time(atSaved),
			version: version{number: max(1, get.late(3)), begun: time.UnixMilli(get.late(4)).UTC(), name: get.lateText(5)},
			uuid:    get.lateText(6), author: get.lateText(8),
		}
		if at, ok := r.Values[atTrashed].(int64); ok {
			row.trashed = &at
		}
		if at := get.late(10); at != 0 {
			row.brought = &at
		}
		if row.uuid = uuidOf(parsed, row.uuid); row.uuid != "" {
			row.release.UUID = row.uuid
		}
		return row, true
	}
	return row, false
}

// uuidOf is the UUID that a text says, or the column, which no checksum covers.
func uuidOf(r release.Release, column string) string {
	if r.UUID != "" {
		return r.UUID
	}
	if _, err := uuid.Parse(column); err != nil || identified(r, column).Validate() != nil {
		return ""
	}
	return column
}

// fields reads values of a record that may be missing, or of another type than they should be.
type fields struct {
	values []any
	after  int // the first column behind the text's checksum
}

func (f fields) number(at int) int64 {
	if at >= len(f.values) {
		return 0
	}
	n, _ := f.values[at].(int64)
	return n
}

func (f fields) time(at int) time.Time { return time.UnixMilli(f.number(at)).UTC() }

func (f fields) late(n int) int64 { return f.number(f.after + n) }

func (f fields) lateText(n int) string {
	if f.after+n >= len(f.values) {
		return ""
	}
	text, _ := f.values[f.after+n].(string)
	return text
}

// olderOf reads a row of version, which is an entry as of an index.
func olderOf(r pages.Record) (older relic, ok bool) {
	const fewest = 7 // without an author
	if !r.Index || len(r.Values) < fewest {
		return older, false
	}
	body, isBody := r.Values[5].([]byte)
	sum, isSum := r.Values[6].([]byte)
	if !isBody || !isSum || len(sum) != sha256.Size {
		return older, false
	}
	get := fields{r.Values, fewest}
	name, _ := r.Values[3].(string)
	return relic{
		id: get.number(0), loose: r.Loose, version: version{number: get.number(1), name: name}, saved: get.time(2), author: get.lateText(0),
		whole: get.number(4) == 1, text: body, checksum: sum,
	}, true
}

// pictureOf reads a row of picture_file.
func pictureOf(r pages.Record) ([]byte, bool) {
	if r.Index || r.Loose || len(r.Values) != 2 {
		return nil, false
	}
	file, ok := r.Values[1].([]byte)
	return file, ok && library.CheckPicture(file) == nil
}

// salvaged is a release with the versions of it that can be had, oldest first.
type salvaged struct {
	relic
	was   int64 // its id in the file
	older []relic
	// earlier says that the newest text could not be read: what is there was said before.
	earlier bool
	missing int  // older versions that were there
	doubt   bool // whether there were more, nothing tells
}

// releases joins rows and versions to releases, each once.
func (w *wreck) releases() []salvaged {
	best := map[string]relic{}
	for _, row := range w.rows {
		row.id = w.census.idOf(row)
		if row.loose && !w.census.has(row) {
			continue // erased, as far as can be seen
		}
		key := row.uuid
		if key == "" {
			key = row.release.Headline + string(row.checksum)
		}
		if there, ok := best[key]; !ok || row.newerThan(there) {
			best[key] = row
		}
	}
	var all []salvaged
	found := map[int64]bool{}
	for _, row := range best {
		s := w.withVersions(row)
		s.earlier = row.loose
		all = append(all, s)
		found[row.id] = true
	}
	for id := range w.versions {
		if w.isLog {
			break // the file has a newer text
		}
		if row, ok := w.fromVersions(id); ok && !found[id] && w.census.named[id] != 0 {
			s := w.withVersions(row)
			s.earlier = true
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b salvaged) int { return int(a.id - b.id) })
	return all
}

func (a relic) newerThan(b relic) bool {
	if a.revision != b.revision {
		return a.revision > b.revision
	}
	return b.loose && !a.loose
}

// withVersions brings a release's older texts, as far as they can be made of what is there.
func (w *wreck) withVersions(newest relic) salvaged {
	s := salvaged{relic: newest, was: newest.id}
	texts := map[int64][]byte{newest.version.number: newest.text}
	candidates := w.versions[newest.id]
	slices.SortStableFunc(candidates, func(a, b relic) int { return int(b.version.number - a.version.number) })
	was := map[int64]relic{}
	there := map[int64]bool{}
	for _, older := range candidates {
		n := older.version.number
		if n < 1 || n >= newest.version.number {
			continue
		}
		there[n] = there[n] || !older.loose
		if made, ok := older.made(texts[n+1]); ok && was[n].text == nil {
			was[n], texts[n] = made, made.text
		}
	}
	s.older = slices.SortedFunc(maps.Values(was), func(a, b relic) int { return int(a.version.number - b.version.number) })
	last := int64(0)
	for n := range there {
		last = max(last, n)
		if was[n].text == nil {
			s.missing++
		}
	}
	if last+1 == newest.version.number { // two say how many there were
		s.missing = int(last) - len(was)
	} else {
		s.doubt = newest.version.number > 1
	}
	return s
}

// made is an older text made of its difference, if it fits its checksum then.
func (older relic) made(next []byte) (relic, bool) {
	if older.whole {
		next = nil
	} else if next == nil {
		return older, false
	}
	text, err := apply(older.text, next)
	if own := sha256.Sum256(text); err != nil || !bytes.Equal(own[:], older.checksum) {
		return older, false
	}
	older.text = text
	older.release, err = release.Parse(text)
	return older, err == nil
}

// fromVersions is the newest text of a release that any of its versions still gives.
func (w *wreck) fromVersions(id int64) (relic, bool) {
	best := relic{}
	for _, older := range w.versions[id] {
		if made, ok := older.made(nil); ok && made.version.number > best.version.number {
			best = made
		}
	}
	if best.text == nil {
		return best, false
	}
	best.created, best.version.begun = best.saved, best.saved
	best.uuid = uuidOf(best.release, w.census.uuidOf(id))
	best.release.UUID = best.uuid
	best.revision = best.version.number
	return best, true
}
