package sqlite

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"communique/editor/release"
)

// TestVerifyReadsTheWholeFile damages what no text tells of: an index that lists and looks up, a
// word of the index of words, the list of what is free. Each is told, as damage of the file, and
// no daily backup takes a good one's place.
func TestVerifyReadsTheWholeFile(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, path, uuid string){
		"an entry of an index": func(t *testing.T, path, uuid string) {
			file, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			const page, leafOfIndex = 4096, 10
			for at := 0; at < len(file); at += page {
				if i := bytes.Index(file[at:at+page], []byte(uuid)); file[at] == leafOfIndex && i >= 0 {
					file[at+i] ^= 1
				}
			}
			if err := os.WriteFile(path, file, 0o600); err != nil {
				t.Fatal(err)
			}
		},
		"a leaf of the index of words": func(t *testing.T, path, _ string) {
			run(t, path, `DELETE FROM words_data WHERE id = (SELECT max(id) FROM words_data)`)
		},
		"what is free": func(t *testing.T, path, _ string) {
			run(t, path, `CREATE TABLE spare (x); INSERT INTO spare SELECT zeroblob(10000); DROP TABLE spare; PRAGMA wal_checkpoint(TRUNCATE)`)
			file, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			file[39] ^= 1 // how many pages are free
			if err := os.WriteFile(path, file, 0o600); err != nil {
				t.Fatal(err)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			l := fresh(t)
			for n := range 20 {
				save(t, l, longRelease(n))
			}
			e := save(t, l, headed("Встреча", "2024-09-11"))
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			spoil(t, l.path, e.UUID)
			l = open(t, l.path)
			problems, err := l.Verify(ctx, nil)
			if err != nil || len(problems) == 0 {
				t.Fatalf("nothing is told: %v", err)
			}
			for _, p := range problems {
				if p.ID != 0 || p.Detail == "" {
					t.Errorf("%+v", p)
				}
			}
			care, err := l.Daily(ctx)
			if err != nil || !care.Partial || l.backedUpToday() {
				t.Errorf("%+v, %v", care, err)
			}
		})
	}
}

// Each column that lists show is compared with the text.
func TestVerifyComparesTheListWithTheText(t *testing.T) {
	l := fresh(t)
	r := headed("Встреча", "2024-09-11")
	r.Place, r.Embargo = "Бишкек", release.Embargo{At: now(), Zone: "Etc/UTC"}
	save(t, l, r)
	var heard []int
	if problems, err := l.Verify(ctx, func(done int) { heard = append(heard, done) }); err != nil || len(problems) != 0 || fmt.Sprint(heard) != "[1]" {
		t.Fatalf("%+v, %v, heard %v", problems, err, heard)
	}
	for column, value := range map[string]string{
		"headline": "x", "place": "x", "lead": "x", "day": "2024-09-12", "status": "issued", "kind": "meeting", "language": "en", "embargo": "", "text": "x", "checksum": "x", "release_number": "x",
	} {
		tx, err := l.db.BeginTx(ctx, nil)
		if err != nil {
			t.Fatal(err)
		}
		var was []byte
		if err := tx.QueryRowContext(ctx, `SELECT `+column+` FROM release`).Scan(&was); err != nil {
			t.Fatal(err)
		}
		set := `UPDATE release SET ` + column + ` = ?` //nolint:gosec // the columns are this test's own
		if column == "checksum" {
			set = `UPDATE release SET checksum = CAST(? AS BLOB)`
		}
		if _, err := tx.ExecContext(ctx, set, value); err != nil {
			t.Fatal(err)
		}
		if err := tx.Commit(); err != nil {
			t.Fatal(err)
		}
		if problems, err := l.Verify(ctx, nil); err != nil || len(problems) != 1 || problems[0].ID != 1 {
			t.Errorf("%s: %+v, %v", column, problems, err)
		}
		var back any = string(was)
		if column == "checksum" {
			back = was
		}
		if _, err := l.db.ExecContext(ctx, `UPDATE release SET `+column+` = ?`, back); err != nil { //nolint:gosec // the columns are this test's own
			t.Fatal(err)
		}
	}
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) != 0 {
		t.Errorf("put right: %+v, %v", problems, err)
	}
}
