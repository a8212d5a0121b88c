//go:build !windows

package file

import (
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// holds reports what a folder holds: "name: content" for files, "name/" for folders.
func holds(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		if e.IsDir() {
			got = append(got, e.Name()+"/")
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, e.Name()+": "+string(data))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s holds %q, want %q", dir, got, want)
	}
}

// folder makes a folder with one file.
func folder(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(path, 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(path, "release.txt"), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// names asks that an error is of a kind, and of the path a person asked for.
func names(t *testing.T, what string, err error, kind error, path string) {
	t.Helper()
	var pathErr *fs.PathError
	if !errors.Is(err, kind) || !errors.As(err, &pathErr) || pathErr.Path != path || pathErr.Op != "write" {
		t.Errorf("%s: got %v, want %v of %s", what, err, kind, path)
	}
}

func TestFilesAreNeverLost(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "release.txt")
	if err := Create(path, []byte("первый")); err != nil {
		t.Fatal(err)
	}
	names(t, "taken", Create(path, []byte("второй")), fs.ErrExist, path)
	holds(t, dir, "release.txt: первый")
	if err := Replace(path, []byte("третий")); err != nil {
		t.Fatal(err)
	}
	names(t, "a folder", Replace(dir, []byte("x")), syscall.EISDIR, dir)
	names(t, "a folder", Create(dir, []byte("x")), syscall.EISDIR, dir)
	nowhere := filepath.Join(dir, "нет", "release.txt")
	names(t, "no folder", Create(nowhere, nil), fs.ErrNotExist, nowhere)
	names(t, "no folder", Replace(nowhere, nil), fs.ErrNotExist, nowhere)
	holds(t, dir, "release.txt: третий")
}

// TestSettle moves a file to a name that is free, and takes none from anything.
func TestSettle(t *testing.T) {
	dir := t.TempDir()
	from, path, folder := filepath.Join(dir, "part"), filepath.Join(dir, "backup"), filepath.Join(dir, "folder")
	names(t, "nothing to settle", Settle(from, path), fs.ErrNotExist, path)
	put := func(content string) {
		t.Helper()
		if err := os.WriteFile(from, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("первая")
	if err := Settle(from, path); err != nil {
		t.Fatal(err)
	}
	holds(t, dir, "backup: первая")
	put("вторая")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	names(t, "onto a file", Settle(from, path), fs.ErrExist, path)
	names(t, "onto a folder", Settle(from, folder), fs.ErrExist, folder)
	holds(t, dir, "backup: первая", "folder/", "part: вторая")
}

// Documents are everybody's to read, as far as the person's own mask lets them.
func TestPermissions(t *testing.T) {
	old := syscall.Umask(0o022)
	defer syscall.Umask(old)
	for name, write := range map[string]func(string, []byte) error{"create": Create, "replace": Replace, "claim": Claim} {
		path := filepath.Join(t.TempDir(), "release.txt")
		if err := write(path, []byte("x")); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode() != 0o644 {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
}

// On a file system without hard links the name is claimed first.
func TestClaim(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "release.txt")
	if err := Claim(path, []byte("первый")); err != nil {
		t.Fatal(err)
	}
	if err := Claim(path, []byte("второй")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v", err)
	}
	holds(t, dir, "release.txt: первый")
}

// TestFullDisk has the system refuse what is longer than ten bytes: nothing is left
// of it, and what was there stays.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	path, fresh := filepath.Join(dir, "release.txt"), filepath.Join(dir, "new.txt")
	if err := Create(path, []byte("старое")[:8]); err != nil {
		t.Fatal(err)
	}
	signal.Ignore(syscall.SIGXFSZ)
	defer signal.Reset(syscall.SIGXFSZ)
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	low := limit
	low.Cur = 10
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &low); err != nil {
		t.Fatal(err)
	}
	long := []byte(strings.Repeat("x", 100))
	replaced, created, slowly := Replace(path, long), Create(fresh, long), Claim(fresh, long)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	names(t, "replace", replaced, syscall.EFBIG, path)
	names(t, "create", created, syscall.EFBIG, fresh)
	names(t, "slowly", slowly, syscall.EFBIG, fresh)
	holds(t, dir, "release.txt: "+string([]byte("старое")[:8]))
}

// fake is a file that notes what is done to it and fails where it is told to.
type fake struct {
	done  []string
	fails map[string]error
}

func (f *fake) did(what string) error {
	f.done = append(f.done, what)
	return f.fails[what]
}

func (f *fake) Write(data []byte) (int, error) { return len(data), f.did("write " + string(data)) }
func (f *fake) Sync() error                    { return f.did("sync") }
func (f *fake) Close() error                   { return f.did("close") }

// A file is on the disk before it is closed, and closed whatever happens.
func TestFill(t *testing.T) {
	full, lost := errors.New("full"), errors.New("lost")
	for _, c := range []struct {
		name  string
		fails map[string]error
		done  []string
		want  []error
	}{
		{"well", nil, []string{"write x", "sync", "close"}, nil},
		{"not written", map[string]error{"write x": full, "close": lost}, []string{"write x", "close"}, []error{full, lost}},
		{"not on the disk", map[string]error{"sync": full}, []string{"write x", "sync", "close"}, []error{full}},
		{"not closed", map[string]error{"close": lost}, []string{"write x", "sync", "close"}, []error{lost}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := &fake{fails: c.fails}
			err := fill(f, []byte("x"))
			if !slices.Equal(f.done, c.done) || (err == nil) != (len(c.want) == 0) {
				t.Errorf("did %q, %v", f.done, err)
			}
			for _, want := range c.want {
				if !errors.Is(err, want) {
					t.Errorf("got %v, want %v in it", err, want)
				}
			}
		})
	}
}

func TestSyncFolder(t *testing.T) {
	dir := t.TempDir()
	if err := syncFolder(dir); err != nil {
		t.Error(err)
	}
	if err := syncFolder(filepath.Join(dir, "no")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat("/proc/self"); err != nil {
		return
	}
	if err := syncFolder("/proc"); err != nil { // a folder that cannot be synced
		t.Errorf("got %v", err)
	}
}

// Errors speak of the file a person asked for, not of ours.
func TestNamed(t *testing.T) {
	cause := errors.New("cause")
	names(t, "path", named(&fs.PathError{Op: "open", Path: "temp", Err: fs.ErrPermission}, "a"), fs.ErrPermission, "a")
	names(t, "link", named(&os.LinkError{Op: "rename", Old: "temp", New: "b", Err: fs.ErrExist}, "a"), fs.ErrExist, "a")
	if err := named(cause, "a"); !errors.Is(err, cause) || err.Error() != "write a: cause" {
		t.Errorf("got %v", err)
	}
}

func TestPlaceFolder(t *testing.T) {
	for _, c := range []struct {
		name    string
		target  func(t *testing.T, path string) // what is there already
		from    bool                            // whether there is a finished folder
		replace bool
		want    error
		content string // of the folder in the end; "" where it holds what it did
	}{
		{"new", func(*testing.T, string) {}, true, false, nil, "новый"},
		{"new, may replace", func(*testing.T, string) {}, true, true, nil, "новый"},
		{"taken", func(t *testing.T, path string) { folder(t, path, "старый") }, true, false, fs.ErrExist, "старый"},
		{"replaced", func(t *testing.T, path string) { folder(t, path, "старый") }, true, true, nil, "новый"},
		{"nothing to place", func(*testing.T, string) {}, false, false, fs.ErrNotExist, ""},
		{"the old one is back whole", func(t *testing.T, path string) { folder(t, path, "старый") }, false, true, fs.ErrNotExist, "старый"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			from, path := filepath.Join(dir, ".from"), filepath.Join(dir, "комплект")
			if c.from {
				folder(t, from, "новый")
			}
			c.target(t, path)
			err := placeFolder(from, path, path+".aside", c.replace)
			var want []string
			if c.want == nil && err != nil {
				t.Fatal(err)
			}
			if c.want != nil {
				names(t, c.name, err, c.want, path)
				if c.from { // it is the caller's still
					want = append(want, ".from/")
				}
			}
			if c.content != "" {
				want = append(want, "комплект/")
				holds(t, path, "release.txt: "+c.content)
			}
			holds(t, dir, want...)
		})
	}
}

// What stands in the way may be a link to nowhere, and a folder may be forbidden.
func TestPlaceFolderRefuses(t *testing.T) {
	dir := t.TempDir()
	from, link, plain := filepath.Join(dir, "from"), filepath.Join(dir, "link"), filepath.Join(dir, "plain")
	folder(t, from, "новый")
	if err := errors.Join(os.Symlink("nowhere", link), os.WriteFile(plain, []byte("x"), 0o600)); err != nil {
		t.Fatal(err)
	}
	names(t, "a link to nowhere", placeFolder(from, link, link+".aside", false), fs.ErrExist, link)
	below := filepath.Join(plain, "комплект")
	names(t, "below a file", placeFolder(from, below, below+".aside", true), syscall.ENOTDIR, below)
	old := filepath.Join(dir, "старый")
	folder(t, old, "старый")
	err := placeFolder(from, old+"/.", old+".aside", true) // it cannot be moved aside
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that cannot be moved: %v", err)
	}
	holds(t, old, "release.txt: старый")
	holds(t, from, "release.txt: новый")
}

func TestExists(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(dir, "link")
	if err := os.Symlink(filepath.Join(dir, "nowhere"), link); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{dir: true, link: true, filepath.Join(dir, "no"): false} {
		if got, err := Exists(path); got != want || err != nil {
			t.Errorf("%s: %v, %v", path, got, err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Exists(filepath.Join(dir, "file", "below")); err == nil {
		t.Error("a path below a file was looked at without an error")
	}
}
