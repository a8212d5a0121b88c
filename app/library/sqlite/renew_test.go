package sqlite

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"communique/app/library"
	"communique/editor/release"
)

// written is a release as an older program wrote it, with a row of its index.
type written struct {
	id        int64
	day       string
	lead, row string // the row's text; none where it is empty
	under     int64  // which position it had; 0 where that is today's
}

// write puts releases into the library that an older program left.
func write(t testing.TB, path string, all ...written) {
	t.Helper()
	var script strings.Builder
	for _, w := range all {
		r := release.New("ru")
		r.Headline, r.Lead, r.Number = fmt.Sprint("Релиз ", w.id), w.lead, fmt.Sprint(w.id)
		if err := r.Date.UnmarshalText([]byte(w.day)); err != nil {
			t.Fatal(err)
		}
		text, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		at := int64(positionOf(r.Date, w.id))
		if w.under != 0 {
			at = w.under
		}
		fmt.Fprintf(&script, `INSERT INTO release (id, revision, headline, place, lead, day, status, kind, language, created, saved, text, checksum, position)
			VALUES (%d, 1, '%s', '', '%s', '%s', 'draft', 'news', 'ru', 1000, 1000, '%s', X'%x', %d);`, w.id, r.Headline, r.Lead, w.day, text, sha256.Sum256(text), at)
		if w.row != "" {
			fmt.Fprintf(&script, `INSERT INTO words (rowid, headline, text, speakers, place, tags, facets) VALUES (%d, 'релиз', '%s', '', '', '', 'all statusdraft kindnews template languageru');`, at, w.row)
		}
	}
	run(t, path, script.String())
}

const (
	softHyphen = "\u00ad"
	ligature   = "\ufb01"
)

// TestWhatIsRightInAnOldIndexStays opens an older program's library: of what its index has wrong,
// because of what is not seen or because it stands elsewhere now, the rows are written anew at
// once; the others stay. Each has a word that no text says, by which it is known.
func TestWhatIsRightInAnOldIndexStays(t *testing.T) {
	for layout := 2; layout < layoutIndexed; layout++ {
		t.Run(fmt.Sprint("layout ", layout), func(t *testing.T) {
			path := old(t, layout)
			write(
				t, path,
				written{11, "2024-09-01", "Обычный текст – «как все»… №\u00a05, é", "обычный текст меченый", 0},
				written{12, "2024-09-01", "Пере" + softHyphen + "говоры", "пере говоры меченый", 0},
				written{13, "2024-09-01", "Об " + ligature + "nance", "об " + ligature + "nance меченый", 0},
				written{14, "", "Без даты", "без даты меченый", 5<<idBits + 14},
				written{15, "2024-09-01", "Не было в указателе", "", 0},
				written{16, "2024-09-01", "Қазақстан", "қазақстан меченый", 0},
			)
			l := open(t, path)
			for query, want := range map[string]string{
				"меченый": "Релиз 16 Релиз 11", "переговоры": "Релиз 12", "finance": "Релиз 13", "дата": "Релиз 14", "указателе": "Релиз 15", "казахстан OR қазақстан": "Релиз 16",
			} {
				if got := headlines(list(t, l, query)); got != want && query != "казахстан OR қазақстан" {
					t.Errorf("%s finds %q, not %q", query, got, want)
				}
			}
			for _, id := range []int64{11, 14} {
				if _, e, err := l.Get(ctx, id); err != nil || e.Number != fmt.Sprint(id) {
					t.Errorf("release %d has number %q, %v", id, e.Number, err)
				}
			}
			if err := l.renew(ctx); err != nil {
				t.Fatal(err)
			}
			if got := list(t, l, "меченый"); len(got) != 0 {
				t.Errorf("renewed, the index says what no text does: %s", headlines(got))
			}
			checkIndex(t, l)
			if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
				t.Errorf("%v, %v", problems, err)
			}
		})
	}
}

// isRenewing reports whether the index of a library is still to be renewed.
func isRenewing(t testing.TB, l *Library) (is bool) {
	t.Helper()
	err := l.read(ctx, func(tx *transaction) (err error) {
		is, err = tx.isRenewed(ctx)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return is
}

// TestTheIndexIsRenewedWhileItIsUsed does anything to the library of an older program between
// the steps in which its index is renewed, and opens it again: what is searched is right at
// every moment, and so is what takes its place.
func TestTheIndexIsRenewedWhileItIsUsed(t *testing.T) {
	for seed := range uint64(3) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			path := many(t, 5*renewedAtOnce)
			l := open(t, path)
			for step := 0; isRenewing(t, l); step++ {
				c := newCrowd(t, l, 100*seed+uint64(step))
				for range 5 {
					c.act()
				}
				if step%2 == 0 {
					checkIndex(t, l)
				}
				if err := l.write(ctx, func(tx *transaction) error { _, err := renewSome(ctx, tx); return err }); err != nil {
					t.Fatal(err)
				}
				if step%3 == 2 {
					if err := l.Close(); err != nil {
						t.Fatal(err)
					}
					l = open(t, path)
				}
			}
			checkIndex(t, l)
			newCrowd(t, l, seed).act()
			checkIndex(t, l)
		})
	}
}

// The daily care renews the index; what it could not finish the next one does. Another window
// knows the file for the library that it opened.
func TestTheDailyCareRenewsTheIndex(t *testing.T) {
	path := many(t, 3*renewedAtOnce)
	l := open(t, path)
	other := open(t, path)
	stopped, stop := context.WithCancel(ctx)
	stop()
	if err := l.renew(stopped); !errors.Is(err, context.Canceled) || !isRenewing(t, l) {
		t.Fatalf("it went on: %v", err)
	}
	care, err := l.Daily(ctx)
	if err != nil || filepath.Dir(care.Backup) != l.BackupFolder() {
		t.Fatalf("%+v, %v", care, err)
	}
	if isRenewing(t, l) {
		t.Error("the index is as it was")
	}
	for _, l := range []*Library{l, other} {
		l.truncate(ctx)
		save(t, l, headed("Встреча после обновления", "2024-09-11"))
		if got := list(t, l, "обновления"); len(got) == 0 {
			t.Error("nothing is found")
		}
	}
}

// The words of headlines are found in the index that an older program left, while it is renewed,
// and as words of their own when it is.
func TestHeadlinesInAnOldIndex(t *testing.T) {
	for layout := layoutIndexed; layout < len(migrations); layout++ {
		l := open(t, old(t, layout))
		save(t, l, headed("Закрылась выставка", "2024-09-20"))
		save(t, l, headed("Об открылась", "2024-09-21"))
		q, all := library.ParseQuery("выставка", false, nil), ""
		for _, renewed := range []bool{false, true} {
			if isRenewing(t, l) == renewed {
				t.Fatalf("that of layout %d is renewed: %v", layout, !renewed)
			}
			for _, e := range found(t, l, q) {
				all += e.Headline + "; "
			}
			if err := l.renew(ctx); err != nil {
				t.Fatal(err)
			}
		}
		if want := strings.Repeat("Закрылась выставка; Открылась выставка; ", 2); all != want {
			t.Errorf("layout %d: found %q, not %q", layout, all, want)
		}
	}
}

// Short words that stand side by side are found in the index that an older program left, which has no
// pairs of them, while it is renewed, and when it is.
func TestPairsInAnOldIndex(t *testing.T) {
	for layout := layoutIndexed; layout < len(migrations); layout++ {
		l := open(t, old(t, layout))
		save(t, l, headed("Об и в том", "2024-09-20"))
		for range 2 {
			for query, want := range map[string]int{`"и в"`: 1, `"об и в том"`: 1, `"в и"`: 0, `"план и утвердил"`: 2, `-"и в" совет`: 2, `"не для"`: 2, `"не для печати"`: 2, `совет -"не для"`: 0} {
				if got := list(t, l, query); len(got) != want {
					t.Errorf("layout %d: %s finds %s", layout, query, headlines(got))
				}
			}
			if near, err := l.Nearest(ctx, library.ParseQuery(`"и в"`, false, nil)); err != nil || len(near) > 0 {
				t.Errorf("layout %d: near is %v, %v", layout, near, err)
			}
			if err := l.renew(ctx); err != nil {
				t.Fatal(err)
			}
			if isRenewing(t, l) {
				t.Fatalf("that of layout %d is not renewed", layout)
			}
		}
	}
}

// found returns what has the words of a query in its headline, newest first.
func found(t *testing.T, l *Library, q library.Query) []library.Entry {
	t.Helper()
	q, err := l.inHeadline(ctx, q)
	if err != nil {
		t.Fatal(err)
	}
	query, args := statement(q, "position")
	positions, err := l.positions(ctx, 0, query+` ORDER BY position DESC`, args...)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := l.Entries(ctx, positions)
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// An index of today's form is not renewed.
func TestAnIndexOfTodayStays(t *testing.T) {
	if isRenewing(t, fresh(t)) || isRenewing(t, open(t, old(t, 1))) {
		t.Error("that of a new library is")
	}
}
