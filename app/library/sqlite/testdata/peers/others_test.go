package peers

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/ru" // the analyzer of Russian
	"github.com/blevesearch/bleve/v2/search/query"
	_ "modernc.org/sqlite" // the driver

	"communique/editor/release"
	"communique/export/file"
)

func words(r release.Release) string {
	all := []string{r.Headline, r.Lead}
	for _, b := range r.Blocks {
		all = append(all, b.Text, b.Speaker)
	}
	return strings.Join(all, "\n")
}

// plainPeer is the usual table with FTS5 beside it: the words as they stand,
// sorted by the date of a joined table.
type plainPeer struct {
	path string
	db   *sql.DB
}

func (p *plainPeer) connect() (err error) {
	p.db, err = sql.Open("sqlite", "file:"+p.path+"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	return err
}

func (p *plainPeer) fill(releases []release.Release) error {
	if err := p.connect(); err != nil {
		return err
	}
	if _, err := p.db.Exec(`CREATE TABLE release (id INTEGER PRIMARY KEY, day TEXT, headline TEXT, toml TEXT); CREATE INDEX newest ON release (day);
		CREATE VIRTUAL TABLE word USING fts5 (text, content = '')`); err != nil {
		return err
	}
	for batch := range slices.Chunk(releases, 512) {
		tx, err := p.db.Begin()
		if err != nil {
			return err
		}
		for _, r := range batch {
			if err := insert(tx, r); err != nil {
				return err
			}
		}
		if err := tx.Commit(); err != nil {
			return err
		}
	}
	return nil
}

func insert(tx *sql.Tx, r release.Release) error {
	text, err := r.Encode()
	if err != nil {
		return err
	}
	result, err := tx.Exec(`INSERT INTO release (day, headline, toml) VALUES (?, ?, ?)`, r.Date.String(), r.Headline, string(text))
	if err != nil {
		return err
	}
	id, err := result.LastInsertId()
	if err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT INTO word (rowid, text) VALUES (?, ?)`, id, words(r))
	return err
}

func (p *plainPeer) list(where string, args ...any) (n int, err error) {
	rows, err := p.db.Query(`SELECT id, day, headline FROM release `+where, args...)
	if err != nil {
		return 0, err
	}
	defer func() { _ = rows.Close() }()
	for ; rows.Next(); n++ {
		var id int64
		var day, headline string
		if err := rows.Scan(&id, &day, &headline); err != nil {
			return 0, err
		}
	}
	return n, rows.Err()
}

func (p *plainPeer) open() (int, error) {
	if err := p.connect(); err != nil {
		return 0, err
	}
	return p.list(`ORDER BY day DESC LIMIT 50`)
}

func (p *plainPeer) close() error { return p.db.Close() }

func (p *plainPeer) find(s search) (int, error) {
	match := strings.Join(s.words, " ")
	switch {
	case s.phrase:
		match = `"` + match + `"`
	case s.prefix:
		match += "*"
	case s.without != "":
		match += " NOT " + s.without
	}
	where := `JOIN word ON word.rowid = release.id WHERE word MATCH ?`
	if s.year > 0 {
		where += fmt.Sprintf(` AND day BETWEEN '%d-01-01' AND '%[1]d-12-31'`, s.year)
	}
	return p.list(where+` ORDER BY day DESC LIMIT 50`, match)
}

func (p *plainPeer) page(from int) (int, error) {
	return p.list(`ORDER BY day DESC LIMIT 30 OFFSET ?`, from)
}

func (p *plainPeer) save(r release.Release) error {
	tx, err := p.db.Begin()
	if err != nil {
		return err
	}
	if err := insert(tx, r); err != nil {
		return err
	}
	return tx.Commit()
}

// blevePeer is a bleve index with the analyzer of Russian.
type blevePeer struct {
	path  string
	index bleve.Index
	saved int
}

type bleveDocument struct {
	Headline, Text string
	Day            time.Time
}

func document(r release.Release) bleveDocument {
	day, _ := time.Parse(time.DateOnly, r.Date.String())
	return bleveDocument{r.Headline, words(r), day}
}

func (p *blevePeer) fill(releases []release.Release) (err error) {
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = "ru"
	if p.index, err = bleve.New(p.path, mapping); err != nil {
		return err
	}
	for at := 0; at < len(releases); at += 512 {
		batch := p.index.NewBatch()
		for n, r := range releases[at:min(at+512, len(releases))] {
			if err := batch.Index(fmt.Sprint(at+n), document(r)); err != nil {
				return err
			}
		}
		if err := p.index.Batch(batch); err != nil {
			return err
		}
	}
	return nil
}

func (p *blevePeer) open() (n int, err error) {
	if p.index, err = bleve.Open(p.path); err != nil {
		return 0, err
	}
	return p.ask(bleve.NewMatchAllQuery(), 0, 50)
}

func (p *blevePeer) close() error { return p.index.Close() }

func (p *blevePeer) ask(q query.Query, from, size int) (int, error) {
	request := bleve.NewSearchRequestOptions(q, size, from, false)
	request.SortBy([]string{"-Day"})
	request.Fields = []string{"Headline", "Day"}
	result, err := p.index.Search(request)
	if err != nil {
		return 0, err
	}
	return len(result.Hits), nil
}

func (p *blevePeer) find(s search) (int, error) {
	all := bleve.NewBooleanQuery()
	switch {
	case s.phrase:
		all.AddMust(bleve.NewMatchPhraseQuery(strings.Join(s.words, " ")))
	case s.prefix:
		all.AddMust(bleve.NewPrefixQuery(s.words[0]))
	default:
		for _, w := range s.words {
			all.AddMust(bleve.NewMatchQuery(w))
		}
	}
	if s.without != "" {
		all.AddMustNot(bleve.NewMatchQuery(s.without))
	}
	if s.year > 0 {
		from, to := time.Date(s.year, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(s.year+1, 1, 1, 0, 0, 0, 0, time.UTC)
		all.AddMust(bleve.NewDateRangeQuery(from, to))
	}
	return p.ask(all, 0, 50)
}

func (p *blevePeer) page(from int) (int, error) { return p.ask(bleve.NewMatchAllQuery(), from, 30) }

func (p *blevePeer) save(r release.Release) error {
	p.saved++
	return p.index.Index(fmt.Sprint("saved-", p.saved), document(r))
}

// tomlPeer is a folder of TOML files, read through for every question.
type tomlPeer struct {
	dir   string
	saved int
}

func (p *tomlPeer) fill(releases []release.Release) error {
	if err := os.MkdirAll(p.dir, 0o700); err != nil {
		return err
	}
	for n, r := range releases {
		text, err := r.Encode()
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(p.dir, fmt.Sprintf("%06d.toml", n)), text, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// scan reads every file that wanted keeps, newest first.
func (p *tomlPeer) scan(wanted func(text string) bool) ([]release.Release, error) {
	files, err := os.ReadDir(p.dir)
	if err != nil {
		return nil, err
	}
	var found []release.Release
	for _, f := range files {
		data, err := os.ReadFile(filepath.Join(p.dir, f.Name()))
		if err != nil {
			return nil, err
		}
		if !wanted(string(data)) {
			continue
		}
		r, err := release.Decode(data)
		if err != nil {
			return nil, err
		}
		found = append(found, r)
	}
	slices.SortFunc(found, func(a, b release.Release) int { return strings.Compare(b.Date.String(), a.Date.String()) })
	return found, nil
}

func (p *tomlPeer) open() (int, error) {
	found, err := p.scan(func(string) bool { return true })
	return min(50, len(found)), err
}

func (p *tomlPeer) close() error { return nil }

func (p *tomlPeer) find(s search) (int, error) {
	found, err := p.scan(func(text string) bool {
		text = strings.ToLower(text)
		if s.phrase {
			return strings.Contains(text, strings.Join(s.words, " "))
		}
		for _, w := range s.words {
			if !begins(text, w) {
				return false
			}
		}
		return (s.without == "" || !begins(text, s.without)) && (s.year == 0 || strings.Contains(text, fmt.Sprintf("\ndate = \"%d-", s.year)))
	})
	return min(50, len(found)), err
}

// begins reports whether a word of text begins with w.
func begins(text, w string) bool {
	for at := 0; ; {
		n := strings.Index(text[at:], w)
		if n < 0 {
			return false
		}
		at += n
		before := []rune(text[max(0, at-2):at])
		if len(before) == 0 || !unicode.IsLetter(before[len(before)-1]) {
			return true
		}
		at += len(w)
	}
}

func (p *tomlPeer) page(from int) (int, error) {
	found, err := p.scan(func(string) bool { return true })
	return len(found[from : from+30]), err
}

func (p *tomlPeer) save(r release.Release) error {
	text, err := r.Encode()
	if err != nil {
		return err
	}
	p.saved++
	return file.Replace(filepath.Join(p.dir, fmt.Sprintf("saved-%06d.toml", p.saved)), text)
}
