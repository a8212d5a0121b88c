package sqlite_test

import (
	"bufio"
	"context"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/app/library/librarytest"
	"communique/app/library/sqlite"
	"communique/editor/release"
)

// rounds is how often each torture is done: a few times among the tests, and
// hundreds of times by `make torture`.
var (
	rounds = flag.Int("rounds", 4, "how often each torture of the library is done")
	drawn  = flag.Uint64("seed", 7, "what the damage of each round is drawn from")
)

// What this program does when a test of its own starts it again.
const (
	typing   = "COMMUNIQUE_TYPE_INTO"  // saves until it is killed, and says what was acknowledged
	counting = "COMMUNIQUE_COUNT_INTO" // adds one to the counts of the first releases
	saving   = "COMMUNIQUE_SAVE_INTO"  // saves once, and says what came of it
	backing  = "COMMUNIQUE_BACK_UP"    // makes a backup, and says what came of it
	renewing = "COMMUNIQUE_RECOVER"    // makes the library anew, and says what came of it
)

func TestMain(m *testing.M) {
	flag.Parse()
	if path := os.Getenv(typing); path != "" {
		typeForEver(path)
	}
	if path := os.Getenv(counting); path != "" {
		count(path)
	}
	if path := os.Getenv(saving); path != "" {
		saveOnce(path)
	}
	if path := os.Getenv(backing); path != "" {
		backUp(path)
	}
	if path := os.Getenv(renewing); path != "" {
		makeAnew(path)
	}
	os.Exit(m.Run())
}

// saveOnce saves a release, and prints "saved" or why it could not.
func saveOnce(path string) {
	said := "saved"
	l, err := openLibrary(path)
	if err == nil {
		r := release.New("ru")
		r.Headline = "Сохранено"
		_, err = l.Save(ctx, 0, 0, r)
	}
	var trouble *library.StorageError
	if errors.As(err, &trouble) {
		said = trouble.Reason
	} else if err != nil {
		said = err.Error()
	}
	fmt.Println(said)
	os.Exit(0)
}

// backUp makes a backup of a library beside it, and prints "made" or why it could not.
func backUp(path string) {
	l, err := openLibrary(path)
	if err == nil {
		err = l.BackUp(ctx, filepath.Join(filepath.Dir(path), "copies", "backup.db"))
	}
	if err != nil {
		fmt.Println(err)
	} else {
		fmt.Println("made")
	}
	os.Exit(0)
}

// recovered is when makeAnew does: the file that was damaged is called after it.
var recovered = time.Date(2024, time.September, 11, 14, 2, 0, 0, time.UTC)

// makeAnew makes a library of what is whole, and prints "made" or why it could not.
func makeAnew(path string) {
	l, err := sqlite.Open(sqlite.Params{Path: path, Now: func() time.Time { return recovered }})
	if err == nil {
		_, err = l.Recover(ctx)
	}
	if err != nil {
		fmt.Println(err)
	} else {
		fmt.Println("made")
	}
	os.Exit(0)
}

var ctx = context.Background()

func openLibrary(path string) (*sqlite.Library, error) {
	return sqlite.Open(sqlite.Params{Path: path, Now: time.Now})
}

func mustOpen(t testing.TB, path string) *sqlite.Library {
	t.Helper()
	l, err := openLibrary(path)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// again is this program, told to do something else than test.
func again(role, path string) *exec.Cmd {
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), role+"="+path)
	child.Stderr = os.Stderr
	return child
}

// sum is that of a release's text as the library keeps it.
func sum(r release.Release, e library.Entry) string {
	r.UUID = e.UUID
	text, err := r.Encode()
	if err != nil {
		panic(err)
	}
	return fmt.Sprintf("%x", sha256.Sum256(text))
}

// acknowledged is what a library has said to be saved: by id, the newest
// revision and its text; pictures by their hashes; and backups by their names.
type acknowledged struct {
	texts             map[int64]text
	pictures, backups map[string]bool
}

type text struct {
	revision int64
	sum      string
}

func newAcknowledged() acknowledged {
	return acknowledged{map[int64]text{}, map[string]bool{}, map[string]bool{}}
}

// note reads a line of typeForEver.
func (a acknowledged) note(t testing.TB, line string) {
	t.Helper()
	if hash, ok := strings.CutPrefix(line, "picture "); ok {
		a.pictures[strings.TrimSpace(hash)] = true
		return
	}
	if name, ok := strings.CutPrefix(line, "backup "); ok {
		a.backups[strings.TrimSpace(name)] = true
		return
	}
	var id, revision int64
	var sum string
	if _, err := fmt.Sscan(line, &id, &revision, &sum); err != nil {
		t.Fatalf("%q: %v", line, err)
	}
	a.texts[id] = text{revision, sum}
}

// verify looks for every acknowledged save in the library. A save that was
// under way may be there too.
func (a acknowledged) verify(t testing.TB, path string) {
	t.Helper()
	l := mustOpen(t, path)
	defer func() { _ = l.Close() }()
	for id, want := range a.texts {
		r, e, err := l.Get(ctx, id)
		switch {
		case err != nil:
			t.Fatalf("release %d: %v", id, err)
		case e.Revision < want.revision || e.Revision > want.revision+1:
			t.Fatalf("release %d has revision %d, acknowledged was %d", id, e.Revision, want.revision)
		case e.Revision == want.revision && sum(r, e) != want.sum:
			t.Fatalf("release %d is not what was saved", id)
		}
	}
	for hash := range a.pictures {
		if _, err := l.Picture(ctx, hash); err != nil {
			t.Fatal(err)
		}
	}
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	for name := range a.backups {
		verifyBackup(t, filepath.Join(l.BackupFolder(), name))
	}
}

// verifyBackup opens a backup, which must be there, and reads all of it.
func verifyBackup(t testing.TB, path string) {
	t.Helper()
	l, err := sqlite.Open(sqlite.Params{Path: path, Now: time.Now, Existing: true})
	if err != nil {
		t.Fatalf("backup %s: %v", filepath.Base(path), err)
	}
	defer func() { _ = l.Close() }()
	if problems, err := l.Verify(ctx, nil); err != nil || len(problems) > 0 {
		t.Fatalf("backup %s: %v, %v", filepath.Base(path), problems, err)
	}
}

// pictured is a release with a picture that the library is to have first.
func pictured(l *sqlite.Library, r release.Release, n int) (release.Release, error) {
	hash, err := l.AddPicture(ctx, librarytest.Picture(n))
	r.Blocks = append(r.Blocks, release.Block{ID: r.NextID(), Kind: release.Picture, Text: "Встреча", Picture: hash})
	return r, err
}

// typeForEver saves new releases and changes old ones, one in four with a picture, and
// backs the library up now and then, and copies the backup. It prints a line for each picture, save and backup after
// the library has acknowledged it.
func typeForEver(path string) {
	l, err := openLibrary(path)
	var written []library.Entry
	for n := os.Getpid() * 1000; err == nil; {
		for r := range librarytest.Releases(1000) {
			if n++; n%4 == 0 {
				if r, err = pictured(l, r, n); err != nil {
					break
				}
				fmt.Println("picture", r.Pictures()[0])
			}
			at := rand.IntN(1 + min(len(written), 20))
			var old library.Entry
			if at < len(written) {
				old = written[at]
			} else {
				written = append(written, old)
			}
			if written[at], err = l.Save(ctx, old.ID, old.Revision, r); err != nil {
				break
			}
			fmt.Println(written[at].ID, written[at].Revision, sum(r, written[at]))
			if n%30 == 0 {
				name := fmt.Sprint(n, ".db")
				if err = l.BackUp(ctx, filepath.Join(l.BackupFolder(), name)); err != nil {
					break
				}
				fmt.Println("backup", name)
				copied := "copy-" + name
				if err = sqlite.CopyFile(filepath.Join(l.BackupFolder(), name), filepath.Join(l.BackupFolder(), copied)); err != nil {
					break
				}
				fmt.Println("backup", copied)
			}
		}
	}
	fmt.Println("error", err)
	os.Exit(1)
}

// TestTortureKill kills a program that saves, at any moment, again and again.
func TestTortureKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	all, saves := newAcknowledged(), 0
	for range *rounds {
		child := again(typing, path)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		if !lines.Scan() { // only what has begun can be stopped in its middle
			t.Fatal("nothing was saved")
		}
		all.note(t, lines.Text())
		time.AfterFunc(time.Duration(rand.IntN(100_000))*time.Microsecond, func() { _ = child.Process.Kill() })
		for saves++; lines.Scan(); saves++ {
			all.note(t, lines.Text())
		}
		_ = child.Wait()
		all.verify(t, path)
	}
	t.Logf("%d kills, %d acknowledged saves, none lost", *rounds, saves)
}

// How far the writers of TestTortureTwoWriters count.
const (
	counters = 20
	addings  = 100
)

// count adds one to counters in the library, reading each anew until nobody
// else was faster.
func count(path string) {
	l, err := openLibrary(path)
	for n := 0; n < addings && err == nil; n++ {
		id := int64(1 + rand.IntN(counters))
		var conflict *library.ConflictError
		for {
			var r release.Release
			var e library.Entry
			if r, e, err = l.Get(ctx, id); err != nil {
				break
			}
			r.Notes += fmt.Sprintf("и%d ", os.Getpid()) // the same words of both would be one save
			if _, err = l.Save(ctx, id, e.Revision, r); !errors.As(err, &conflict) {
				break
			}
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// TestTortureTwoWriters has two copies of the program change the same
// releases: no change may go under in another.
func TestTortureTwoWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l := mustOpen(t, path)
	defer func() { _ = l.Close() }()
	for r := range librarytest.Releases(counters) {
		if _, err := l.Save(ctx, 0, 0, r); err != nil {
			t.Fatal(err)
		}
	}
	turns := 1 + *rounds/20
	for range turns {
		one, two := again(counting, path), again(counting, path)
		if err := errors.Join(one.Start(), two.Start()); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(one.Wait(), two.Wait()); err != nil {
			t.Fatal(err)
		}
	}
	counted := 0
	for id := range int64(counters) {
		r, _, err := l.Get(ctx, id+1)
		if err != nil {
			t.Fatal(err)
		}
		counted += strings.Count(r.Notes, "и")
	}
	if counted != 2*addings*turns {
		t.Errorf("%d of %d changes are there", counted, 2*addings*turns)
	}
}

const pageSize = 4096

// flippedOfID are the bits of an id that are tried: the next one, one far away, and one that no row has.
var flippedOfID = []int{0, 3, 6}
