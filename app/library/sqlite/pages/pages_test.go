package pages

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	_ "modernc.org/sqlite" // writes the databases
)

// database makes a database by statements, and returns its path and what closes it.
func database(t testing.TB, statements ...string) (path string, closed func()) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "a.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(s, err)
		}
	}
	return path, func() {
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// read returns the records of a file that are no schema, as lines.
func read(t testing.TB, path string, scanned bool) []string {
	t.Helper()
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var all []string
	visit := func(r Record) error {
		if len(r.Values) == 5 {
			return nil // the schema
		}
		var values []string
		for _, v := range r.Values {
			if long, ok := v.(string); ok && len(long) > 20 {
				v = fmt.Sprintf("%.5s… %d", long, len(long))
			}
			values = append(values, fmt.Sprintf("%v", v))
		}
		line := fmt.Sprintf("%d %s", r.Row, strings.Join(values, ", "))
		if r.Loose {
			line += " loose"
		}
		all = append(all, line)
		return nil
	}
	if err := f.Records(visit); err != nil {
		t.Fatal(err)
	}
	if scanned {
		if err := f.Scan(visit); err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(all)
	return all
}

func TestRecords(t *testing.T) {
	for name, tt := range map[string]struct {
		statements []string
		want       string
	}{
		"every type of value": {
			[]string{`CREATE TABLE a (b)`, `INSERT INTO a VALUES (NULL), (0), (1), (-1), (300), (-70000), (20000000), (5000000000), (-9000000000000000000), (1.5), ('слово'), (x'0102')`},
			"1 <nil>|2 0|3 1|4 -1|5 300|6 -70000|7 20000000|8 5000000000|9 -9000000000000000000|10 1.5|11 слово|12 [1 2]",
		},
		"no row ids":   {[]string{`CREATE TABLE a (b INTEGER, c TEXT, PRIMARY KEY (b)) WITHOUT ROWID`, `INSERT INTO a VALUES (7, 'x'), (9, 'y')`}, "0 7, x|0 9, y"},
		"overflow":     {[]string{`CREATE TABLE a (b)`, `INSERT INTO a VALUES (printf('%.*c', 100000, 'x')), (printf('%.*c', 4060, 'y')), (printf('%.*c', 4061, 'z'))`}, "1 xxxxx… 100000|2 yyyyy… 4060|3 zzzzz… 4061"},
		"small pages":  {[]string{`PRAGMA page_size = 512`, `CREATE TABLE a (b)`, `INSERT INTO a VALUES (printf('%.*c', 3000, 'x')), ('y')`}, "1 xxxxx… 3000|2 y"},
		"large pages":  {[]string{`PRAGMA page_size = 65536`, `CREATE TABLE a (b)`, `INSERT INTO a VALUES (printf('%.*c', 3000, 'x')), ('y')`}, "1 xxxxx… 3000|2 y"},
		"what is gone": {[]string{`CREATE TABLE a (b)`, `INSERT INTO a VALUES (printf('%.*c', 3000, 'x')), (printf('%.*c', 3000, 'y')), (printf('%.*c', 3000, 'z'))`, `DELETE FROM a WHERE rowid < 3`}, "3 zzzzz… 3000"},
	} {
		t.Run(name, func(t *testing.T) {
			path, closed := database(t, tt.statements...)
			closed()
			want := strings.Split(tt.want, "|")
			slices.Sort(want)
			if got := read(t, path, false); !slices.Equal(got, want) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}

// TestTheLog: what is in the log takes the place of what is in the file, and a damaged frame
// ends nothing.
func TestTheLog(t *testing.T) {
	path, closed := database(t, `PRAGMA journal_mode = WAL`, `PRAGMA wal_autocheckpoint = 0`, `CREATE TABLE a (b)`, `INSERT INTO a VALUES ('alt')`,
		`PRAGMA wal_checkpoint(TRUNCATE)`, `UPDATE a SET b = 'neu'`, `CREATE TABLE c (d)`, `INSERT INTO c VALUES ('später')`)
	file, log := contents(t, path), contents(t, path+"-wal")
	closed()
	for name, tt := range map[string]struct {
		log    func() []byte
		want   string
		logged bool
	}{
		"whole":         {func() []byte { return log }, "1 neu|1 später", true},
		"lost":          {func() []byte { return nil }, "1 alt", false},
		"cut off":       {func() []byte { return log[:len(log)-100] }, "1 neu", false},
		"cut between":   {func() []byte { return log[:len(log)-2*(frameHeader+defaultSize)] }, "1 neu", false}, // two pages, and that it ends
		"a flipped bit": {func() []byte { l := bytes.Clone(log); l[logHeader+16] ^= 1; return l }, "1 alt loose|1 neu|1 später", false},
		"another's":     {func() []byte { return []byte(strings.Repeat("rubbish ", 2000)) }, "1 alt", false},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.db")
			write(t, path, file)
			if log := tt.log(); log != nil {
				write(t, path+"-wal", log)
			}
			if got := strings.Join(read(t, path, false), "|"); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			f, err := Open(path)
			if err != nil || f.Logged != tt.logged {
				t.Errorf("logged %v, %v", f.Logged, err)
			}
			_ = f.Close()
		})
	}
}

// TestLongEntries: an entry of an index goes on upon another page from a length on, which is not that of a row.
func TestLongEntries(t *testing.T) {
	path, closed := database(t, `CREATE TABLE a (b TEXT PRIMARY KEY) WITHOUT ROWID`,
		`WITH RECURSIVE n (i) AS (SELECT 980 UNION ALL SELECT i + 1 FROM n WHERE i < 1020) INSERT INTO a SELECT printf('%.*c', i, 'x') FROM n`)
	closed()
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	there := map[string]bool{}
	err = f.Records(func(r Record) error {
		if text, ok := r.Values[0].(string); ok && r.Index {
			there[text] = true
		}
		return nil
	})
	for i := 980; i <= 1020; i++ {
		if !there[strings.Repeat("x", i)] {
			t.Errorf("%d letters: not there, %v", i, err)
		}
	}
}

// TestReserved: another program may have kept some bytes of each page for itself.
func TestReserved(t *testing.T) {
	path, closed := database(t, `PRAGMA user_version = 1`)
	closed()
	data := contents(t, path)
	data[20] = 8
	binary.BigEndian.PutUint16(data[headerSize+5:], defaultSize-8) // where the cells of an empty page begin
	write(t, path, data)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`CREATE TABLE a (b); INSERT INTO a VALUES (printf('%.*c', 4050, 'x')), (printf('%.*c', 4055, 'y')), (printf('%.*c', 100000, 'z'))`); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(read(t, path, false), "|"); got != "1 xxxxx… 4050|2 yyyyy… 4055|3 zzzzz… 100000" {
		t.Error(got)
	}
}

// TestADamagedListOfFreePages is believed as far as it can be right.
func TestADamagedListOfFreePages(t *testing.T) {
	path, closed := database(t, `CREATE TABLE a (b)`, `INSERT INTO a VALUES ('hier'), (printf('%.*c', 20000, 'x'))`, `DELETE FROM a WHERE rowid = 2`)
	closed()
	data := contents(t, path)
	trunk := int(binary.BigEndian.Uint32(data[32:]))
	if trunk == 0 {
		t.Fatal("nothing is free")
	}
	binary.BigEndian.PutUint32(data[(trunk-1)*defaultSize+4:], 5000) // more than a page has room for
	write(t, path, data)
	if got := strings.Join(read(t, path, false), "|"); got != "1 hier" {
		t.Error(got)
	}
}

// TestWhatTheLogHasCutOff: pages behind the end that the log tells are in the file until that is written to it. What
// stands on them was deleted.
func TestWhatTheLogHasCutOff(t *testing.T) {
	path, closed := database(t, `PRAGMA journal_mode = WAL`, `PRAGMA wal_autocheckpoint = 0`, `CREATE TABLE a (b)`,
		`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20) INSERT INTO a SELECT printf('%.*c', 1500, 'x') FROM n`,
		`PRAGMA wal_checkpoint(TRUNCATE)`, `DELETE FROM a WHERE rowid > 1`, `VACUUM`)
	file, log := contents(t, path), contents(t, path+"-wal")
	closed()
	path = filepath.Join(t.TempDir(), "a.db")
	write(t, path, file)
	write(t, path+"-wal", log)
	got := read(t, path, false)
	if now := slices.DeleteFunc(slices.Clone(got), func(line string) bool { return strings.HasSuffix(line, " loose") }); !slices.Equal(now, []string{"1 xxxxx… 1500"}) || len(got) == 1 {
		t.Errorf("%q", got)
	}
}

// TestTree visits all of a tree, and knows when some of it is gone.
func TestTree(t *testing.T) {
	path, closed := database(t, `CREATE TABLE a (b)`, `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO a SELECT 'слово ' || i FROM n`)
	closed()
	count := func() (n int, whole bool) {
		f, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = f.Close() }()
		return n, f.Tree(2, func(Record) { n++ })
	}
	if n, whole := count(); n != 5000 || !whole {
		t.Errorf("%d, %v", n, whole)
	}
	data := contents(t, path)
	clear(data[9*4096 : 10*4096])
	write(t, path, data)
	if _, whole := count(); whole {
		t.Error("a page is gone, and the tree is called whole")
	}
}

// TestScan finds what no page points to.
func TestScan(t *testing.T) {
	path, closed := database(t, `CREATE TABLE a (b, c, d, e, f, g, h)`, `INSERT INTO a VALUES (1, 2, 3, 4, 5, 6, 'здесь')`)
	closed()
	data := contents(t, path)
	clear(data[4096+3 : 4096+5]) // how many cells there are
	write(t, path, data)
	if got := read(t, path, false); len(got) != 0 {
		t.Errorf("got %q", got)
	}
	if got := read(t, path, true); !slices.Contains(got, "1 1, 2, 3, 4, 5, 6, здесь loose") {
		t.Errorf("got %q", got)
	}
}

func contents(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// FuzzOpen: whatever stands in a file and its log, reading it ends.
func FuzzOpen(f *testing.F) {
	path, closed := database(f, `PRAGMA page_size = 512`, `PRAGMA journal_mode = WAL`, `CREATE TABLE a (b)`, `INSERT INTO a VALUES (printf('%.*c', 3000, 'x')), ('y')`,
		`PRAGMA wal_checkpoint(TRUNCATE)`, `UPDATE a SET b = 'z' WHERE rowid = 2`)
	f.Add(contents(f, path), contents(f, path+"-wal"))
	closed()
	f.Fuzz(func(t *testing.T, file, log []byte) {
		path := filepath.Join(t.TempDir(), "a.db")
		write(t, path, file)
		write(t, path+"-wal", log)
		in, err := Open(path)
		if err != nil {
			return
		}
		defer func() { _ = in.Close() }()
		nothing := func(Record) error { return nil }
		if err := in.Records(nothing); err != nil {
			t.Error(err)
		}
		if err := in.Scan(nothing); err != nil {
			t.Error(err)
		}
		in.Tree(1, func(Record) {})
	})
}
