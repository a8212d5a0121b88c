//go:build torture && linux

package app_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"image/png"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

var (
	befalls = flag.String("fault", "", "try the faults whose name contains this")
	drawn   = flag.Uint64("seed", 0, "what the moments of the rounds are drawn from: by the clock where it is 0")
	first   = flag.Int("from", 0, "the number of the first round: with the same seed a round is the same in any run")
)

// A fault is what befalls a library's file while somebody types. It returns how it ends, where it
// does: nil for one that does not.
type fault struct {
	name string
	do   func(r *round) (undo func() error, err error)
}

// faults are those that an office's computers know.
var faults = []fault{
	{"replaced", func(r *round) (func() error, error) { return nil, os.Rename(r.other, r.path) }},
	{"renamed and replaced", func(r *round) (func() error, error) {
		return nil, errors.Join(os.Rename(r.path, r.path+"-old"), os.Rename(r.other, r.path))
	}},
	{"removed", func(r *round) (func() error, error) { return nil, os.Remove(r.path) }},
	{"renamed", func(r *round) (func() error, error) { return nil, os.Rename(r.path, r.path+"-old") }},
	{"renamed and back", func(r *round) (func() error, error) {
		return func() error { return os.Rename(r.path+"-old", r.path) }, os.Rename(r.path, r.path+"-old")
	}},
	{"a copy of before written over it", func(r *round) (func() error, error) { return nil, writeOver(r.before, r.path) }},
	{"a copy of before in its place", func(r *round) (func() error, error) { return nil, os.Rename(r.before, r.path) }},
	{"another written over it", func(r *round) (func() error, error) { return nil, writeOver(r.other, r.path) }},
	{"its own copy in its place", func(r *round) (func() error, error) {
		now := r.path + "-now"
		return nil, errors.Join(writeOver(r.path, now), os.Rename(now, r.path))
	}},
	{"its log removed", func(r *round) (func() error, error) { return nil, os.Remove(r.path + "-wal") }},
	{"its index removed", func(r *round) (func() error, error) { return nil, os.Remove(r.path + "-shm") }},
	{"log and index removed", func(r *round) (func() error, error) {
		return nil, errors.Join(os.Remove(r.path+"-wal"), os.Remove(r.path+"-shm"))
	}},
	{"its log cut off", func(r *round) (func() error, error) { return nil, os.Truncate(r.path+"-wal", 0) }},
	{"its log cut within", func(r *round) (func() error, error) { return nil, os.Truncate(r.path+"-wal", 6000) }},
	{"its index cut off", func(r *round) (func() error, error) { return nil, os.Truncate(r.path+"-shm", 0) }},
	{"the library cut off", func(r *round) (func() error, error) { return nil, os.Truncate(r.path, 8192) }},
	{"all removed", func(r *round) (func() error, error) {
		return nil, errors.Join(os.Remove(r.path), os.Remove(r.path+"-wal"), os.Remove(r.path+"-shm"))
	}},
	{"its folder moved away", func(r *round) (func() error, error) {
		return nil, os.Rename(r.dir, r.dir+"-away")
	}},
	{"its folder moved away and back", func(r *round) (func() error, error) {
		return func() error { return os.Rename(r.dir+"-away", r.dir) }, os.Rename(r.dir, r.dir+"-away")
	}},
	{"its folder removed", func(r *round) (func() error, error) { return nil, os.RemoveAll(r.dir) }},
	{"its claims removed", func(r *round) (func() error, error) { return nil, os.RemoveAll(r.path + "-desk") }},
	{"made read-only", func(r *round) (func() error, error) {
		names := []string{r.dir, r.path, r.path + "-wal", r.path + "-shm"}
		return func() error { return immutable(false, names...) }, immutable(true, names...)
	}},
	{"no room", func(r *round) (func() error, error) {
		full := filepath.Join(r.dir, "full")
		return func() error { return os.Remove(full) }, fill(full)
	}},
	{"its disk gone", func(r *round) (func() error, error) { return nil, syscall.Unmount(r.dir, syscall.MNT_DETACH) }},
	{"its overlay forgets", func(r *round) (func() error, error) {
		return nil, errors.Join(syscall.Unmount(r.dir, syscall.MNT_DETACH), overlay(r))
	}},
	{"its overlay forgets and remembers", func(r *round) (func() error, error) {
		kept := r.upper
		return func() error {
			r.upper = kept
			return errors.Join(syscall.Unmount(r.dir, syscall.MNT_DETACH), r.lay())
		}, errors.Join(syscall.Unmount(r.dir, syscall.MNT_DETACH), overlay(r))
	}},
}

// disks are the faults that need a disk of their own for the library, and what lays it there.
var disks = map[string]func(r *round) error{
	"no room": small, "its disk gone": small, "its overlay forgets": overlay, "its overlay forgets and remembers": overlay,
}

func small(r *round) error { return syscall.Mount("tmpfs", r.dir, "tmpfs", 0, "size=6m") }

// overlay lays what is written from now on over the library as it was before it was opened.
func overlay(r *round) error {
	lower := r.dir + "-lower"
	if err := os.Mkdir(lower, 0o700); err == nil {
		r.communique("import", r.text(), "--save", "--library", filepath.Join(lower, "library.db"))
	}
	upper, err := os.MkdirTemp(r.home, "upper")
	r.upper = upper
	return errors.Join(err, r.lay())
}

// lay mounts the round's overlay.
func (r *round) lay() error {
	changes, work := filepath.Join(r.upper, "changes"), filepath.Join(r.upper, "work")
	if err := errors.Join(os.MkdirAll(changes, 0o700), os.RemoveAll(work), os.Mkdir(work, 0o700)); err != nil {
		return err
	}
	return syscall.Mount("overlay", r.dir, "overlay", 0, fmt.Sprintf("lowerdir=%s-lower,upperdir=%s,workdir=%s", r.dir, changes, work))
}

// theirs are the faults after which another computer's file lies at the path, which nothing of
// ours may be written to.
var theirs = []string{"replaced", "renamed and replaced", "another written over it"}

// writeOver writes the bytes of a file over another's, which stays the same file.
func writeOver(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Close())
}

// immutable forbids to write to files, or allows it, to everybody: the tests may be run by root.
func immutable(set bool, names ...string) error {
	flag := "-i"
	if set {
		flag = "+i"
	}
	out, err := exec.Command("chattr", append([]string{flag}, names...)...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("chattr %s: %w: %s", flag, err, out)
	}
	return nil
}

// round is one library that something befalls.
type round struct {
	*desktop
	n         int
	dir, path string
	other     string // another computer's library
	before    string // the library as it was before it was opened
	upper     string // what an overlay has been written to
	typed     []string
	window    *exec.Cmd
}

// newRound lays a library with one release into a folder of its own, on a disk of its own where
// that is wanted.
func newRound(d *desktop, n int, disk func(*round) error) *round {
	dir := filepath.Join(d.home, fmt.Sprint("round-", n))
	r := &round{desktop: d, n: n, dir: dir, path: filepath.Join(dir, "library.db"), other: filepath.Join(d.home, fmt.Sprint("other-", n, ".db")), before: filepath.Join(d.home, fmt.Sprint("before-", n, ".db"))}
	if err := os.Mkdir(dir, 0o700); err != nil {
		d.t.Fatal(err)
	}
	text := r.text()
	if err := os.WriteFile(text, []byte(drillText), 0o600); err != nil {
		d.t.Fatal(err)
	}
	if disk != nil {
		if err := disk(r); err != nil {
			d.t.Fatal(err)
		}
	}
	d.t.Cleanup(func() {
		_ = immutable(false, r.dir, r.path, r.path+"-wal", r.path+"-shm") // most are not
		_ = syscall.Unmount(dir, syscall.MNT_DETACH)
	})
	d.communique("import", text, "--save", "--library", r.other)
	d.communique("import", text, "--save", "--library", r.path)
	if err := writeOver(r.path, r.before); err != nil {
		d.t.Fatal(err)
	}
	return r
}

// text is the file of the release that is opened.
func (r *round) text() string { return filepath.Join(r.home, "drill.txt") }

// at is the environment with the round's library.
func (r *round) at() []string { return append(slices.Clone(r.env), "COMMUNIQUE_LIBRARY="+r.path) }

// open opens the window on the release, with the caret behind its text.
func (r *round) open() {
	r.t.Helper()
	env := r.env
	r.env = r.at()
	// Or the release of the round before is on the screen while the file is still being imported.
	_ = os.Remove(filepath.Join(r.home, "config", "communique", "places.json"))
	r.window = r.begin(binary, r.text())
	r.titled(r.window, "^"+drillHeadline+" — Communique$")
	r.env = env
	r.keys("ctrl+t", "ctrl+End")
	r.word()
	r.wait("the first word in the library", func() bool { return len(r.missing()) == 0 })
}

// word types a word that stands nowhere else.
func (r *round) word() {
	w := fmt.Sprintf("r%dw%dz", r.n, len(r.typed))
	r.typed = append(r.typed, w)
	r.write(" " + w)
}

// missing are the words that lie nowhere a person is told of: in the library, wherever its file
// is by now, or in the folder beside the settings.
func (r *round) missing() []string {
	var found strings.Builder
	beside := filepath.Join(r.home, "config", "communique", "beside")
	for _, dir := range []string{r.dir, r.dir + "-away", beside} {
		files := os.DirFS(dir)
		_ = fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil // it is being moved
			case entry.IsDir() && (entry.Name() == "backups" || entry.Name() == "communique-read"):
				return fs.SkipDir
			case strings.HasSuffix(path, ".release.toml"):
				data, _ := fs.ReadFile(files, path)
				found.Write(data)
			case strings.Contains(entry.Name(), ".db") && !strings.HasSuffix(path, "-wal") && !strings.HasSuffix(path, "-shm") && entry.Type().IsRegular():
				found.WriteString(r.read(filepath.Join(dir, path)))
			}
			return nil
		})
	}
	return slices.DeleteFunc(slices.Clone(r.typed), func(w string) bool { return strings.Contains(found.String(), w) })
}

// read returns all that a library's file says, with its log, and leaves it alone.
func (r *round) read(path string) string {
	dir, err := os.MkdirTemp("", "communique-read")
	if err != nil {
		r.t.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	for _, end := range []string{"", "-wal"} {
		if data, err := os.ReadFile(path + end); err == nil {
			if err := os.WriteFile(filepath.Join(dir, "library.db"+end), data, 0o600); err != nil {
				r.t.Fatal(err)
			}
		}
	}
	show := exec.Command(binary, "export", "--all", "--to", "toml", "-o", filepath.Join(dir, "out"), "--library", filepath.Join(dir, "library.db"), "--config", filepath.Join(dir, "config"))
	show.Env = r.env
	_ = show.Run() // what cannot be read has no words
	var all bytes.Buffer
	written := os.DirFS(filepath.Join(dir, "out"))
	_ = fs.WalkDir(written, ".", func(path string, _ fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".toml" {
			data, _ := fs.ReadFile(written, path)
			all.Write(data)
		}
		return nil
	})
	return all.String()
}

// tells reports whether the window says that something is wrong: in the colour of trouble, at its
// foot.
func (r *round) tells() bool {
	shot := exec.Command("import", "-window", "root", "-crop", "1280x260+0+540", "png:-")
	shot.Env = r.env
	data, err := shot.Output()
	if err != nil {
		r.t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		r.t.Fatal(err)
	}
	red := 0
	for y := picture.Bounds().Min.Y; y < picture.Bounds().Max.Y; y++ {
		for x := picture.Bounds().Min.X; x < picture.Bounds().Max.X; x++ {
			if r, g, b, _ := picture.At(x, y).RGBA(); r>>8 > 130 && g>>8 < 70 && b>>8 < 90 {
				red++
			}
		}
	}
	const letters = 60 // dots of a word or more
	return red > letters
}

// TestTortureFaults types in the real window while something befalls the library's file, at any
// moment, and goes on. Every word has to be in the library, wherever its file is then, or in the
// folder beside the settings; what is not, the window says as long as it is not, and keeps until
// the trouble is over.
func TestTortureFaults(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	lost := 0
	seed := *drawn
	if seed == 0 {
		seed = uint64(time.Now().UnixNano())
	}
	t.Logf("seed %d", seed)
	chosen := slices.DeleteFunc(slices.Clone(faults), func(f fault) bool { return !strings.Contains(f.name, *befalls) })
	for n := *first; n < *first+*rounds; n++ {
		random := rand.New(rand.NewPCG(seed, uint64(n))) // #nosec G115 -- rounds are counted from none up
		f := chosen[n%len(chosen)]
		r := newRound(d, n, disks[f.name])
		r.open()
		words, after := 3+random.IntN(4), time.Duration(random.IntN(1500))*time.Millisecond
		type ended struct {
			undo func() error
			err  error
		}
		befallen := make(chan ended, 1)
		// Here the moment itself is what is tried.
		time.AfterFunc(after, func() {
			undo, err := f.do(r)
			befallen <- ended{undo, err}
		})
		for range words {
			r.word()
		}
		fault := <-befallen
		if fault.err != nil {
			t.Fatalf("round %d, %s: %v", n, f.name, fault.err)
		}
		for range 2 + random.IntN(3) {
			r.word()
		}
		told := r.within(8*time.Second, func() bool { return len(r.missing()) == 0 })
		if !told && !r.tells() {
			lost++
			picture := filepath.Join(os.TempDir(), fmt.Sprintf("communique-silent-%d.png", n))
			_, _ = d.tool("import", "-window", "root", picture)
			t.Errorf("round %d, %s after %v: %q are missing, and the window says nothing", n, f.name, after, r.missing())
		}
		if fault.undo != nil {
			if err := fault.undo(); err != nil {
				t.Fatalf("round %d, %s: %v", n, f.name, err)
			}
		}
		if !r.within(20*time.Second, func() bool { return len(r.missing()) == 0 }) {
			lost++
			picture := filepath.Join(os.TempDir(), fmt.Sprintf("communique-fault-%d.png", n))
			_, _ = d.tool("import", "-window", "root", picture)
			t.Errorf("round %d, %s after %v: %q are lost (told: %v); the screen is in %s", n, f.name, after, r.missing(), r.tells(), picture)
		}
		if slices.Contains(theirs, f.name) && slices.ContainsFunc(r.typed, func(w string) bool { return strings.Contains(r.read(r.path), w) }) {
			lost++
			t.Errorf("round %d, %s after %v: what was typed is in the file that came in its place", n, f.name, after)
		}
		t.Logf("round %d, %s after %v: %d words, at once: %v", n, f.name, after, len(r.typed), told)
		d.kill(r.window)
	}
	t.Logf("%d rounds, %d losses", *rounds, lost)
}

// within waits a while until something is so, and reports whether it is.
func (r *round) within(long time.Duration, ready func() bool) bool {
	for end := time.Now().Add(long); time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
		if ready() {
			return true
		}
	}
	return ready()
}
