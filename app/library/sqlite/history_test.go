package sqlite

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"communique/app/library"
)

// clock is a time that a test sets.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func clocked(t testing.TB) (*Library, *clock) {
	t.Helper()
	l, c := fresh(t), &clock{now()}
	l.now = c.now
	return l, c
}

// resave saves the release with another lead.
func resave(t testing.TB, l *Library, e library.Entry, lead string) library.Entry {
	t.Helper()
	r, _, err := l.Get(ctx, e.ID)
	if err != nil {
		t.Fatal(err)
	}
	r.Lead = lead
	if e, err = l.Save(ctx, e.ID, e.Revision, r); err != nil {
		t.Fatal(err)
	}
	return e
}

// leads returns what the versions say, newest first.
func leads(t testing.TB, l *Library, id int64) string {
	t.Helper()
	versions, err := l.History(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, v := range versions {
		r, err := l.Version(ctx, id, v.Number)
		if err != nil {
			t.Fatal(v.Number, err)
		}
		all = append(all, r.Lead)
	}
	return strings.Join(all, " ")
}

func TestHistory(t *testing.T) {
	type step struct {
		after time.Duration
		lead  string
	}
	for name, tt := range map[string]struct {
		steps []step
		want  string
	}{
		"the first is kept":            {[]step{{time.Second, "б"}}, "б а"},
		"saves of a minute fold":       {[]step{{time.Second, "б"}, {time.Second, "в"}, {time.Second, "г"}}, "г а"},
		"a later save is a new one":    {[]step{{time.Second, "б"}, {2 * time.Minute, "в"}}, "в б а"},
		"an hour of typing":            {[]step{{time.Second, "б"}, {40 * time.Second, "в"}, {40 * time.Second, "г"}, {40 * time.Second, "д"}}, "д в а"},
		"the same text is none":        {[]step{{time.Hour, "а"}, {time.Hour, "а"}}, "а"},
		"there and back":               {[]step{{time.Hour, "б"}, {time.Hour, "а"}}, "а б а"},
		"the clock goes back":          {[]step{{time.Second, "б"}, {-time.Hour, "в"}, {time.Second, "г"}}, "г б а"},
		"a clock that goes ahead much": {[]step{{1000 * time.Hour, "б"}, {time.Second, "в"}}, "в а"},
	} {
		t.Run(name, func(t *testing.T) {
			l, c := clocked(t)
			r := headed("Встреча", "2024-09-11")
			r.Lead = "а"
			e := save(t, l, r)
			for _, s := range tt.steps {
				c.at = c.at.Add(s.after)
				e = resave(t, l, e, s.lead)
			}
			if got := leads(t, l, e.ID); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestNamedVersionsStay(t *testing.T) {
	l, c := clocked(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	e = resave(t, l, e, "б")
	if err := l.NameVersion(ctx, e.ID, 2, "отправлено на согласование"); err != nil {
		t.Fatal(err)
	}
	c.at = c.at.Add(time.Second)
	e = resave(t, l, e, "в")
	versions, err := l.History(ctx, e.ID)
	if err != nil || len(versions) != 3 || versions[1].Name != "отправлено на согласование" {
		t.Fatalf("got %+v, %v", versions, err)
	}
	if err := l.NameVersion(ctx, e.ID, 1, "первая"); err != nil {
		t.Fatal(err)
	}
	var missing *library.MissingVersionError
	if err := l.NameVersion(ctx, e.ID, 9, "нет"); !errors.As(err, &missing) {
		t.Errorf("got %v", err)
	}
}

func TestRestoreAddsAVersion(t *testing.T) {
	l, _ := clocked(t)
	r := headed("Встреча", "2024-09-11")
	r.Lead = "а"
	e := save(t, l, r)
	e = resave(t, l, e, "б")
	e, err := l.RestoreVersion(ctx, e.ID, e.Revision, 1)
	if err != nil {
		t.Fatal(err)
	}
	if got := leads(t, l, e.ID); got != "а б а" {
		t.Errorf("got %s", got)
	}
	if _, err := l.RestoreVersion(ctx, e.ID, e.Revision-1, 2); err == nil {
		t.Error("an old revision was taken")
	}
}

// TestManyVersions goes over several whole versions.
func TestManyVersions(t *testing.T) {
	l, c := clocked(t)
	e := save(t, l, longRelease(1))
	want := []string{"Лид: Встреча 1 в Пробном"}
	for n := range 60 {
		c.at = c.at.Add(2 * time.Minute)
		lead := fmt.Sprintf("лид-%d", n)
		e = resave(t, l, e, lead)
		want = append([]string{lead}, want...)
	}
	if got := leads(t, l, e.ID); got != strings.Join(want, " ") {
		t.Errorf("got %s", got)
	}
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Errorf("got %v, %v", problems, err)
	}
}

// TestStorageGrowsWithWhatChanged writes 100 versions of a 6 KB release.
func TestStorageGrowsWithWhatChanged(t *testing.T) {
	l, c := clocked(t)
	r := longRelease(1)
	for len(r.Notes) < 2500 {
		r.Notes += fmt.Sprintf("Слово номер %d. ", len(r.Notes))
	}
	e := save(t, l, r)
	for n := range 100 {
		c.at = c.at.Add(2 * time.Minute)
		e = resave(t, l, e, fmt.Sprintf("Стороны обсудили вопрос № %d и условились о новой встрече.", n))
	}
	var bytes int
	if err := l.db.QueryRowContext(ctx, `SELECT sum(length(body)) FROM version`).Scan(&bytes); err != nil {
		t.Fatal(err)
	}
	text, err := r.Encode()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("100 versions of a text of %d bytes take %d bytes, %d each", len(text), bytes, bytes/100)
	if bytes > 100*300 {
		t.Errorf("%d bytes for 100 small changes", bytes)
	}
}

func TestADamagedVersionIsTold(t *testing.T) {
	l, _ := clocked(t)
	e := save(t, l, headed("Встреча", "2024-09-11"))
	resave(t, l, e, "б")
	if _, err := l.db.ExecContext(ctx, `UPDATE version SET body = zeroblob(5)`); err != nil {
		t.Fatal(err)
	}
	_, err := l.Version(ctx, e.ID, 1)
	var damaged *library.DamagedError
	if !errors.As(err, &damaged) {
		t.Errorf("got %v", err)
	}
	problems, err := l.Verify(ctx, nil)
	if err != nil || len(problems) != 1 || problems[0].ID != e.ID || problems[0].Version != 1 {
		t.Errorf("got %+v, %v", problems, err)
	}
}

func TestVersionsOfNothing(t *testing.T) {
	l := fresh(t)
	var missing *library.MissingError
	if _, err := l.History(ctx, 7); !errors.As(err, &missing) {
		t.Errorf("got %v", err)
	}
	if _, err := l.Version(ctx, 7, 1); !errors.As(err, &missing) {
		t.Errorf("got %v", err)
	}
	e := save(t, l, headed("Встреча", ""))
	var none *library.MissingVersionError
	if _, err := l.Version(ctx, e.ID, 5); !errors.As(err, &none) {
		t.Errorf("got %v", err)
	}
}

func TestTheHistoryComesBackFromAnArchive(t *testing.T) {
	l, c := clocked(t)
	var past []library.Past
	for n, lead := range []string{"а", "б", "в"} {
		r := headed("Встреча", "2024-09-11")
		r.UUID, r.Lead = "3f2b1c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d", lead
		text, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		past = append(past, library.Past{Version: library.Version{Saved: c.at.Add(time.Duration(n) * time.Second), Name: "имя " + lead}, Text: text})
	}
	archived := []library.Archived{{Past: past, Trashed: now()}}
	brought, err := l.SaveWithHistory(ctx, archived)
	if err != nil {
		t.Fatal(err)
	}
	e := brought[0]
	versions, err := l.History(ctx, e.ID)
	if err != nil || len(versions) != 3 || versions[0].Name != "имя в" || versions[2].Name != "имя а" || !versions[1].Saved.Equal(past[1].Saved) {
		t.Errorf("got %+v, %v", versions, err)
	}
	if trashed, err := l.Trashed(ctx); err != nil || len(trashed) != 1 || leads(t, l, e.ID) != "в б а" {
		t.Errorf("got %v, %v", trashed, err)
	}
	if again, err := l.SaveWithHistory(ctx, archived); err != nil || !again[0].Known || again[0].ID != e.ID {
		t.Errorf("it is not known: %+v, %v", again, err)
	}
	visited := 0
	err = l.All(ctx, func(all library.Entry, got []library.Past) error {
		visited++
		if all.ID != e.ID || all.Trashed.IsZero() || len(got) != 3 || string(got[1].Text) != string(past[1].Text) || got[1].Name != "имя б" {
			t.Errorf("got %+v %+v", all, got)
		}
		return nil
	})
	if err != nil || visited != 1 {
		t.Errorf("%d, %v", visited, err)
	}
}

// TestDifferenceOfWhatCannotBeCompressed has middles for which a compressor
// that knows a dictionary stores more than it was given.
func TestDifferenceOfWhatCannotBeCompressed(t *testing.T) {
	noise := make([]byte, 300)
	for i := range noise {
		noise[i] = byte((i*i*31 + i*7) % 256)
	}
	for length := range noise {
		for _, dictionary := range []string{"", "0", "о", "стороны", "стороны обсудили план дорог"} {
			text, base := []byte("начало "+string(noise[:length])+" конец"), []byte("начало "+dictionary+" конец")
			got, err := apply(difference(text, base), base)
			if err != nil || !bytes.Equal(got, text) {
				t.Fatalf("%d bytes beside %q: %v", length, dictionary, err)
			}
		}
	}
}

func FuzzDifference(f *testing.F) {
	f.Add([]byte("стороны обсудили план"), []byte("стороны приняли план"))
	f.Add([]byte(""), []byte("а"))
	f.Add([]byte("аа"), []byte("а"))
	f.Add([]byte("000001000001001\xf6\xe1\xf0\xa9\xb2\xbf\xf9\xb7\xea\xcc\xc0\xd2\xa4\xb9\xcd\xda\x9f\xbf\xa6\x91\xfd\xa6\xb4\xb3\xf0\xc5\xd3"), []byte("000000"))
	f.Fuzz(func(t *testing.T, text, base []byte) {
		delta := difference(text, base)
		got, err := apply(delta, base)
		if err != nil || !bytes.Equal(got, text) {
			t.Fatalf("got %q, %v, want %q", got, err, text)
		}
		if got, err := apply(text, base); err == nil && len(got) > longestText {
			t.Error("no bound")
		}
	})
}

func BenchmarkHistory(b *testing.B) {
	l, c := clocked(b)
	e := save(b, l, longRelease(1))
	for n := range 100 {
		c.at = c.at.Add(2 * time.Minute)
		e = resave(b, l, e, fmt.Sprintf("лид-%d", n))
	}
	b.ResetTimer()
	for range b.N {
		if _, err := l.Version(ctx, e.ID, 1); err != nil {
			b.Fatal(err)
		}
	}
}
