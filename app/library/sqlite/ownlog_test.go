package sqlite

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

// TestOurOwnLogIsNeverAnothers looks at a library with its log as a kill leaves both: two programs save,
// throw away, restore and erase, old changes are forgotten, the log is brought into the file, all of it or as
// far as a kill in between lets it be.
func TestOurOwnLogIsNeverAnothers(t *testing.T) {
	rounds, err := strconv.Atoi(flag.Lookup("rounds").Value.String()) // of torture
	if err != nil {
		t.Fatal(err)
	}
	for seed := range uint64(2) {
		w := newTwoWriters(t, seed)
		for step := range 15 * rounds {
			w.step(step)
			w.kill(fmt.Sprint("seed ", seed, ", step ", step))
		}
	}
}

// twoWriters are two programs that have a library open.
type twoWriters struct {
	*testing.T
	*rand.Rand
	dir, path string
	all       [2]*Library
	backup    string
	opened    []*os.File // to close them would let SQLite's locks go
}

func newTwoWriters(t *testing.T, seed uint64) *twoWriters {
	dir := t.TempDir()
	w := &twoWriters{T: t, Rand: rand.New(rand.NewPCG(seed, 27)), dir: dir, path: filepath.Join(dir, "library.db"), backup: filepath.Join(dir, "backup.db")}
	t.Cleanup(func() {
		for _, in := range w.opened {
			_ = in.Close()
		}
	})
	w.all = [2]*Library{open(t, w.path), open(t, w.path)}
	saveMany(t, w.all[0], "Первый", 3)
	if seed%2 == 1 { // as many changes as are remembered
		w.grow(keptChanges)
	}
	if err := w.all[0].BackUp(ctx, w.backup); err != nil {
		t.Fatal(err)
	}
	return w
}

// grow writes so many changes, as programs do.
func (w *twoWriters) grow(n int) {
	do(w.T, w.all[0], `WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?) INSERT INTO change (release, uuid, writer) SELECT 1, '00000000-0000-0000-0000-000000000000', 7 FROM n`, n)
	saveMany(w.T, w.all[0], "Ещё", 1)
}

// step does what programs do to a library.
func (w *twoWriters) step(step int) {
	at := w.IntN(2)
	l := w.all[at]
	err := errors.Join(w.all[0].ensure(ctx), w.all[1].ensure(ctx)) // as windows do every two seconds
	if err != nil {
		w.Fatal(err)
	}
	switch n := w.IntN(42); {
	case n < 22:
		saveMany(w.T, l, "Релиз", 1+w.IntN(2))
	case n < 26:
		saveMany(w.T, l, "Много", 5+w.IntN(10))
	case n < 28:
		e := save(w.T, l, headed("Выброшен", "2024-09-12"))
		if err = l.Trash(ctx, e.ID); err == nil && n == 27 {
			err = l.Erase(ctx, e.ID)
		}
	case n < 32:
		modes := []string{"PASSIVE", "FULL", "RESTART", "TRUNCATE"}
		_, err = l.db.Exec(`PRAGMA wal_checkpoint(` + modes[w.IntN(len(modes))] + `)`)
	case n < 34:
		err = l.Close()
		w.all[at] = open(w.T, w.path)
	case n < 35:
		err = l.Close()
		if err == nil {
			err = w.all[1-at].Close()
		}
		w.all = [2]*Library{open(w.T, w.path), open(w.T, w.path)}
	case n < 36:
		_, err = l.RestoreBackup(ctx, w.backup)
	case n < 37:
		_ = os.Remove(w.backup)
		err = l.BackUp(ctx, w.backup)
	case n < 38: // an older program says nothing of what was before
		for range 1 + w.IntN(90) {
			if err == nil {
				_, err = l.db.Exec(`INSERT INTO change (release, uuid, writer) VALUES (1, '', 8)`)
			}
		}
	case n < 40:
		w.restore(l, fmt.Sprint("step ", step))
	default:
		resave(w.T, l, save(w.T, l, longRelease(w.IntN(9))), "новый лид")
	}
	if err != nil {
		w.Fatal(err)
	}
}

// restore restores a backup, and is killed in between; nothing is brought into the file meanwhile.
func (w *twoWriters) restore(l *Library, when string) {
	given, err := l.given(ctx)
	if err == nil {
		err = l.tellOfRestore(ctx)
	}
	if err == nil && w.IntN(2) == 0 { // the log is begun anew behind it
		_, err = l.db.Exec(`PRAGMA wal_checkpoint(RESTART)`)
		err = errors.Join(err, l.ensure(ctx))
	}
	if err == nil {
		err = l.copyOver(ctx, w.backup)
	}
	if err != nil {
		w.Fatal(err)
	}
	w.ask(when+", in a restore", w.read(""), w.read("-wal"))
	given.change++ // that it is about to be restored
	if err := errors.Join(l.begin(ctx), l.goOn(ctx, given)); err != nil {
		w.Fatal(err)
	}
}

// kill lays what lies there elsewhere, and asks whose log it is: as it is, and as where a checkpoint has
// written some of the pages.
func (w *twoWriters) kill(when string) {
	file, log := w.read(""), w.read("-wal")
	w.ask(when, file, log)
	if w.IntN(4) != 0 {
		return
	}
	for pages, mixed := range w.brought(file, log) {
		if w.IntN(5) == 0 {
			w.ask(fmt.Sprint(when, ", ", pages, " pages were brought into the file"), mixed, log)
		}
	}
}

// brought are the states of a file while its log is brought into it, a page more each.
func (w *twoWriters) brought(file, log []byte) iter.Seq2[int, []byte] {
	copied := filepath.Join(w.dir, "copied.db")
	w.lay(copied, file, log)
	l := open(w.T, copied)
	if !l.checkpoint(ctx) {
		w.Fatal("it was not brought into it")
	}
	after, unread := os.ReadFile(copied)
	if err := errors.Join(unread, l.Close()); err != nil {
		w.Fatal(err)
	}
	const page = 4096
	return func(yield func(int, []byte) bool) {
		pages, mixed := 0, slices.Clone(file)
		for at := 0; at < len(after); at += page {
			if at < len(file) && string(after[at:at+page]) == string(file[at:at+page]) {
				continue
			}
			mixed = append(mixed, make([]byte, max(0, at+page-len(mixed)))...)
			copy(mixed[at:], after[at:at+page])
			if pages++; !yield(pages, mixed) {
				return
			}
		}
	}
}

func (w *twoWriters) lay(path string, file, log []byte) {
	w.Helper()
	for end, data := range map[string][]byte{"": file, "-wal": log} {
		if err := os.WriteFile(path+end, data, 0o600); err != nil {
			w.Fatal(err)
		}
	}
	_ = os.Remove(path + "-shm")
}

func (w *twoWriters) read(end string) []byte {
	in, err := os.Open(w.path + end)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		w.Fatal(err)
	}
	w.opened = append(w.opened, in)
	data, err := io.ReadAll(in)
	if err != nil {
		w.Fatal(err)
	}
	return data
}

// ask fails where a log is taken for another's.
func (w *twoWriters) ask(when string, file, log []byte) {
	w.Helper()
	path := filepath.Join(w.dir, "killed.db")
	w.lay(path, file, log)
	if isOthersLog(ctx, path) {
		said, err := readPast(ctx, path)
		read := readLog(path+"-wal", said)
		both, unread := readBoth(ctx, path, said)
		w.Errorf("%s: ours is called another's: file %+v %v, log %+v, both %+v %v", when, said, err, read, both, unread)
	}
}

// TestALogBegunAnewMeanwhileIsItsFiles: the file was read, another program has brought the log into it and begun
// it anew, and then the log is read.
func TestALogBegunAnewMeanwhileIsItsFiles(t *testing.T) {
	l := fresh(t)
	saveMany(t, l, "Первый", 3)
	checkpointed := func() {
		if !l.checkpoint(ctx) {
			t.Fatal("it was not brought into the file")
		}
	}
	checkpointed()
	file, err := readPast(ctx, l.path)
	if err != nil {
		t.Fatal(err)
	}
	saveMany(t, l, "Второй", 3)
	checkpointed()
	saveMany(t, l, "Третий", 1)
	if isOthersThan(ctx, l.path, file) {
		t.Error("it is called another's")
	}
}

// TestALogThatAnOlderProgramBeganIsItsFiles: it does not say what was the newest change before, wherever that lies.
func TestALogThatAnOlderProgramBeganIsItsFiles(t *testing.T) {
	l := fresh(t)
	saveMany(t, l, "Первый", 2)
	for n := range 300 { // which take several pages
		if !l.checkpoint(ctx) {
			t.Fatal("it was not brought into the file")
		}
		if _, err := l.db.Exec(`INSERT INTO change (release, uuid, writer) VALUES (1, '00000000-0000-0000-0000-000000000000', ?)`, l.writer); err != nil {
			t.Fatal(err)
		}
		if isOthersLog(ctx, l.path) {
			t.Fatalf("the log of older change %d is called another's", n)
		}
	}
}

// TestALogThatIsBeingWrittenIsItsFiles asks while another program saves, and begins the log anew again and again.
func TestALogThatIsBeingWrittenIsItsFiles(t *testing.T) {
	l := fresh(t)
	saveMany(t, l, "Первый", 3)
	done := make(chan error)
	go func() {
		var err error
		for i := 0; i < 250 && err == nil; i++ {
			_, err = l.Save(ctx, 0, 0, headed(fmt.Sprint("Релиз ", i), "2024-09-11"))
			if i%2 == 1 && err == nil {
				_, err = l.db.Exec(`PRAGMA wal_checkpoint(RESTART)`)
			}
		}
		done <- err
	}()
	for {
		select {
		case err := <-done:
			if err != nil {
				t.Error(err)
			}
			return
		default:
		}
		if isOthersLog(ctx, l.path) {
			t.Fatal("it is called another's")
		}
	}
}
