package sqlite

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// jpeg is a file that begins as a JPEG does.
func jpeg(n int) []byte {
	return fmt.Appendf([]byte("\xff\xd8\xff\xe0"), "%06d%s", n, bytes.Repeat([]byte{byte(n), 0, '\''}, 5000)) //nolint:gosec // any byte will do
}

func add(t testing.TB, l *Library, n int) string {
	t.Helper()
	hash, err := l.AddPicture(ctx, jpeg(n))
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

func showing(headline string, hashes ...string) release.Release {
	r := headed(headline, "2024-09-11")
	for _, hash := range hashes {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Picture, Picture: hash})
	}
	r.Blocks = release.Numbered(r.Blocks)
	return r
}

func do(t testing.TB, l *Library, statement string, args ...any) {
	t.Helper()
	if _, err := l.db.ExecContext(ctx, statement, args...); err != nil {
		t.Fatal(err)
	}
	if err := l.settle(ctx); err != nil { // the layout is another's now
		t.Fatal(err)
	}
}

// A picture of exactly the limit is taken, one byte more is not.
func TestTheLargestPicture(t *testing.T) {
	l := fresh(t)
	file := append(jpeg(1), make([]byte, library.MaxPicture)...)
	if _, err := l.AddPicture(ctx, file[:library.MaxPicture]); err != nil {
		t.Error(err)
	}
	var large *library.PictureError
	if _, err := l.AddPicture(ctx, file[:library.MaxPicture+1]); !errors.As(err, &large) {
		t.Errorf("got %v", err)
	}
}

// Verify tells which release shows a picture that is not what was added, whichever of
// the two has changed; adding it once more heals it.
func TestADamagedPictureIsToldAndHealed(t *testing.T) {
	for name, tt := range map[string]struct{ spoil, mend string }{
		"the file":      {`UPDATE picture_file SET data = CAST(replace(data, '000001', '000002') AS BLOB) WHERE picture = 1`, ""},
		"the file lost": {`DELETE FROM picture_file WHERE picture = 1`, ""},
		"the hash":      {`UPDATE picture SET hash = 'ab' || substr(hash, 3) WHERE id = 1`, `DELETE FROM picture WHERE substr(hash, 1, 2) = 'ab'`},
	} {
		t.Run(name, func(t *testing.T) {
			l := fresh(t)
			hash := add(t, l, 1)
			e := save(t, l, showing("Встреча", hash, add(t, l, 2)))
			do(t, l, tt.spoil)
			if file, err := l.Picture(ctx, hash); err == nil {
				t.Errorf("%d bytes were read", len(file))
			}
			problems, err := l.Verify(ctx, nil)
			if err != nil || len(problems) != 1 || problems[0].ID != e.ID || problems[0].Headline != "Встреча" || problems[0].Picture == "" {
				t.Errorf("%+v, %v", problems, err)
			}
			if tt.mend != "" {
				do(t, l, tt.mend)
			}
			add(t, l, 1)
			if file, err := l.Picture(ctx, hash); err != nil || !bytes.Equal(file, jpeg(1)) {
				t.Errorf("not healed: %v", err)
			}
			if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
				t.Errorf("%+v, %v", problems, err)
			}
		})
	}
}

// What nothing shows keeps nobody from the daily backup.
func TestADamagedPictureThatNothingShows(t *testing.T) {
	l, c := clocked(t)
	add(t, l, 1)
	do(t, l, `UPDATE picture_file SET data = x'00'`)
	c.at = c.at.Add(25 * time.Hour)
	if care, err := l.Daily(ctx); err != nil || len(care.Problems) > 0 {
		t.Errorf("%+v, %v", care, err)
	}
	var left int
	if err := l.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM picture) + (SELECT count(*) FROM picture_file)`).Scan(&left); err != nil || left != 0 {
		t.Errorf("%d left, %v", left, err)
	}
}

// Which release shows what is compared with the texts: by it pictures are erased.
func TestVerifyComparesWhatIsShown(t *testing.T) {
	l, c := clocked(t)
	one, two := add(t, l, 1), add(t, l, 2)
	e := save(t, l, showing("Встреча", one))
	c.at = c.at.Add(time.Hour)
	if _, err := l.Save(ctx, e.ID, e.Revision, showing("Встреча", two, one, two)); err != nil {
		t.Fatal(err)
	}
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	for version, want := range map[int64]library.Problem{1: {ID: e.ID, Version: 1, Headline: "Встреча"}, 2: {ID: e.ID, Headline: "Встреча"}} {
		do(t, l, `UPDATE shown SET picture = 'x' || picture WHERE version = ? AND picture = ?`, version, one)
		if problems, err := l.Verify(ctx, nil); err != nil || len(problems) != 1 || problems[0] != want {
			t.Errorf("version %d: %+v, %v", version, problems, err)
		}
		do(t, l, `UPDATE shown SET picture = substr(picture, 2) WHERE substr(picture, 1, 1) = 'x'`)
	}
	do(t, l, `UPDATE release SET uuid = '11111111-1111-4111-8111-111111111111'`)
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) != 1 {
		t.Errorf("another UUID: %+v, %v", problems, err)
	}
}

// The pictures go with the library: into backups, and out of a damaged file.
func TestPicturesAreBackedUpAndSalvaged(t *testing.T) {
	l, c := clocked(t)
	path := l.path
	one := add(t, l, 1)
	first := save(t, l, showing("Первый", one))
	if err := l.BackUpDaily(ctx); err != nil {
		t.Fatal(err)
	}
	c.at = c.at.Add(time.Hour)
	gone := save(t, l, headed("Стёрт", "")) // so that the next one has to be given its number again
	if err := errors.Join(l.Trash(ctx, gone.ID), l.Erase(ctx, gone.ID)); err != nil {
		t.Fatal(err)
	}
	two, three := add(t, l, 2), add(t, l, 3)
	second := save(t, l, showing("Второй", two, three))
	do(t, l, `UPDATE picture_file SET data = CAST(data || 'x' AS BLOB) WHERE picture = 1`) // the backup has it
	do(t, l, `UPDATE picture SET hash = 'x' || hash WHERE id = 2`)                         // the file says what it is
	do(t, l, `UPDATE picture_file SET data = CAST(data || 'x' AS BLOB) WHERE picture = 3`) // lost
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	made, r, err := Recover(ctx, Params{Path: path, Now: c.now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = made.Close() })
	for n, hash := range []string{one, two} {
		if file, err := made.Picture(ctx, hash); err != nil || !bytes.Equal(file, jpeg(n+1)) {
			t.Errorf("picture %d: %v", n+1, err)
		}
	}
	var missing *library.MissingPictureError
	if _, err := made.Picture(ctx, three); !errors.As(err, &missing) || missing.Hash != three {
		t.Errorf("what was lost: %v", err)
	}
	for _, want := range []library.Entry{first, second} {
		if _, e, err := made.Get(ctx, want.ID); err != nil || e.UUID != want.UUID {
			t.Errorf("release %d: %+v, %v", want.ID, e, err)
		}
	}
	if problems, err := made.Verify(ctx, nil); err != nil || len(problems) > 0 || r.Lost != 0 {
		t.Errorf("%+v, %v, %+v", problems, err, r)
	}
	if r.Pictures != 1 || headlines(r.ShownBy) != "Второй" {
		t.Errorf("lost are %d, shown by %+v", r.Pictures, r.ShownBy)
	}
	var lost *library.LostPicturesError
	if !errors.As(&library.RecoveredError{Recovery: r}, &lost) || !strings.Contains(lost.Error(), fmt.Sprintf("Второй (%d)", second.ID)) {
		t.Errorf("told %v", lost)
	}
	if _, err := made.RestoreBackup(ctx, r.Backup.Path); err != nil {
		t.Fatal(err)
	}
	if file, err := made.Picture(ctx, one); err != nil || !bytes.Equal(file, jpeg(1)) {
		t.Errorf("from the backup: %v", err)
	}
}

// A picture is one row however many versions show it, and typing writes no file.
func TestTypingBesideAPicture(t *testing.T) {
	l, c := clocked(t)
	hash := add(t, l, 1)
	e := save(t, l, showing("Встреча", hash))
	for n := range 5 {
		c.at = c.at.Add(20 * time.Second)
		r := showing("Встреча", hash)
		r.Lead = fmt.Sprint("лид ", n)
		var err error
		if e, err = l.Save(ctx, e.ID, e.Revision, r); err != nil {
			t.Fatal(err)
		}
	}
	var got [3]int
	err := l.db.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM picture), (SELECT count(*) FROM shown), (SELECT count(DISTINCT version) FROM shown)`).Scan(&got[0], &got[1], &got[2])
	if versions, _ := l.History(ctx, e.ID); err != nil || !reflect.DeepEqual(got, [3]int{1, len(versions), len(versions)}) {
		t.Errorf("got %v, %v", got, err)
	}
}

// A salvaged release is known by its UUID, whatever id it has here.
func TestASalvagedUUIDThatAnotherHas(t *testing.T) {
	l, c := clocked(t)
	path := l.path
	one := save(t, l, headed("Первый", ""))
	two := save(t, l, headed("Второй", ""))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	damaged := filepath.Join(filepath.Dir(path), "damaged.db")
	if err := copyFile(path, damaged); err != nil {
		t.Fatal(err)
	}
	l = open(t, filepath.Join(t.TempDir(), "other.db"))
	l.now = c.now
	save(t, l, headed("Ещё один", ""))
	own := headed("Третий", "")
	own.UUID = one.UUID
	save(t, l, own) // as release 2
	r := library.Recovery{}
	c.at = c.at.Add(time.Hour)
	do(t, l, `UPDATE release SET saved = 0`)
	if err := l.salvage(ctx, damaged, &r); err != nil || r.Salvaged != 2 {
		t.Fatalf("%+v, %v", r, err)
	}
	got := uuids(t, l)
	if len(got) != 3 || got[2] != one.UUID || got[3] != two.UUID {
		t.Errorf("got %v of %s and %s", got, one.UUID, two.UUID)
	}
	if r, _, err := l.Get(ctx, 2); err != nil || r.Headline != "Первый" {
		t.Errorf("%q, %v", r.Headline, err)
	}
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("%+v, %v", problems, err)
	}
}
