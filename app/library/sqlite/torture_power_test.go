//go:build torture && linux

package sqlite_test

import (
	"bufio"
	"bytes"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"communique/app/library/librarytest"
)

// TestTorturePower cuts the power: what a program that saves asked of the
// system is recorded, and up to any moment played back into a disk that may
// have forgotten whatever was not synced by then.
func TestTorturePower(t *testing.T) {
	dir := t.TempDir()
	calls := record(t, filepath.Join(dir, "library.db"), 120)
	for n := range *rounds {
		cut := 1 + rand.IntN(len(calls))
		disk, all := newDisk(), newAcknowledged()
		for _, c := range calls[:cut] {
			disk.take(c)
			if c.name == "write" && c.fd == 1 {
				all.note(t, string(c.data))
			}
		}
		after := filepath.Join(dir, fmt.Sprint("after-", n))
		disk.cut(t, dir, after)
		all.verify(t, filepath.Join(after, "library.db"))
		if err := os.RemoveAll(after); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d power cuts, none lost an acknowledged save", *rounds)
}

// call is what a program asked of the system.
type call struct {
	name string
	fd   int
	path string // of the file, or of fd
	to   string // what the file is called then, or which one it is copied to
	data []byte // written
	at   int64  // where, or how long the file is to be
	made bool   // opened to be made where it is missing
}

// record lets a program of its own save so often, and returns its calls.
func record(t *testing.T, path string, saves int) []call {
	t.Helper()
	log := filepath.Join(t.TempDir(), "calls")
	child := again(typing, path)
	child.Args = append([]string{
		"strace", "-f", "-y", "-xx", "-s", "9999999", "-o", log,
		"-e", "trace=open,openat,write,pwrite64,ftruncate,fsync,fdatasync,unlink,unlinkat,link,linkat,rename,renameat,renameat2,copy_file_range", os.Args[0],
	}, child.Args[1:]...)
	var err error
	if child.Path, err = exec.LookPath("strace"); err != nil {
		t.Fatal(err)
	}
	child.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for range saves {
		if !lines.Scan() {
			t.Fatal("it ended early")
		}
	}
	if err := syscall.Kill(-child.Process.Pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	_ = child.Wait()
	return readCalls(t, log)
}

var (
	lineShape = regexp.MustCompile(`^(\d+) +(?:<\.\.\. )?(\w+)(?:\((.*)| resumed>.*)$`)
	fdShape   = regexp.MustCompile(`^(\d+)<([^>]*)>(?:, )?(.*)$`)
	argShape  = regexp.MustCompile(`^"([^"]*)"(?:, )?(.*)$`)
	opened    = regexp.MustCompile(`\d+<([^>]*)>`)
	named     = regexp.MustCompile(`"([^"]*)"`)
	numbers   = regexp.MustCompile(`^(?:\d+, )?(\d+)[ )<]`)
)

// readCalls reads strace's log. A call that another thread interrupted counts
// from its beginning, but a sync, which has done nothing before its end.
func readCalls(t *testing.T, log string) []call {
	t.Helper()
	f, err := os.Open(log)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	var calls []call
	syncing := map[string]call{}
	for lines.Scan() {
		m := lineShape.FindStringSubmatch(lines.Text())
		if m == nil || strings.Contains(lines.Text(), "= -1 ") {
			continue
		}
		if m[3] == "" { // resumed
			if c, ok := syncing[m[1]]; ok {
				calls = append(calls, c)
				delete(syncing, m[1])
			}
			continue
		}
		c, ok := readCall(m[2], m[3])
		switch {
		case !ok:
		case strings.HasSuffix(c.name, "sync") && strings.HasSuffix(lines.Text(), "<unfinished ...>"):
			syncing[m[1]] = c
		default:
			calls = append(calls, c)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return calls
}

func readCall(name, args string) (call, bool) {
	c := call{name: name}
	switch name {
	case "open", "openat", "unlink", "unlinkat":
		at := strings.IndexByte(args, '"')
		if at < 0 {
			return c, false
		}
		m := argShape.FindStringSubmatch(args[at:])
		if m == nil {
			return c, false
		}
		c.path, c.made = unhex(m[1]), strings.Contains(m[2], "O_CREAT")
		return c, true
	case "link", "linkat", "rename", "renameat", "renameat2":
		m := named.FindAllStringSubmatch(args, -1)
		if len(m) != 2 {
			return c, false
		}
		c.path, c.to = unhex(m[0][1]), unhex(m[1][1])
		return c, true
	}
	if name == "copy_file_range" {
		m := opened.FindAllStringSubmatch(args, -1)
		if len(m) != 2 {
			return c, false
		}
		c.path, c.to = unhex(m[0][1]), unhex(m[1][1])
		return c, true
	}
	m := fdShape.FindStringSubmatch(args)
	if m == nil {
		return c, false
	}
	c.fd, _ = strconv.Atoi(m[1])
	c.path = unhex(m[2])
	rest := m[3]
	if s := argShape.FindStringSubmatch(rest); s != nil {
		c.data, rest = []byte(unhex(s[1])), s[2]
	}
	if n := numbers.FindStringSubmatch(rest); n != nil {
		c.at, _ = strconv.ParseInt(n[1], 10, 64)
	}
	return c, true
}

func unhex(text string) string {
	data, err := hex.DecodeString(strings.ReplaceAll(text, `\x`, ""))
	if err != nil {
		return text
	}
	return string(data)
}

// content is a file without a name: what is safe, and what was written since
// the last sync.
type content struct {
	safe    []byte
	pending []call
}

// all is what a reader finds while the power is on.
func (c *content) all() []byte {
	now := content{safe: bytes.Clone(c.safe)}
	for _, w := range c.pending {
		now.apply(w)
	}
	return now.safe
}

func (c *content) apply(w call) {
	if w.name == "ftruncate" {
		c.safe = append(c.safe, make([]byte, max(0, int(w.at)-len(c.safe)))...)[:w.at]
		return
	}
	end := int(w.at) + len(w.data)
	c.safe = append(c.safe, make([]byte, max(0, end-len(c.safe)))...)
	copy(c.safe[w.at:], w.data)
}

// disk is a file system that may forget what was not synced: the bytes of a
// file until the file is, the name of a file until its folder is.
type disk struct {
	names, safe map[string]*content
	pending     []func(names map[string]*content)
}

func newDisk() *disk {
	return &disk{names: map[string]*content{}, safe: map[string]*content{}}
}

func (d *disk) rename(change func(names map[string]*content)) {
	change(d.names)
	d.pending = append(d.pending, change)
}

func (d *disk) take(c call) {
	switch file := d.names[c.path]; c.name {
	case "open", "openat":
		if c.made && file == nil {
			fresh := &content{}
			d.rename(func(names map[string]*content) { names[c.path] = fresh })
		}
	case "unlink", "unlinkat":
		d.rename(func(names map[string]*content) { delete(names, c.path) })
	case "link", "linkat":
		d.rename(func(names map[string]*content) {
			if file := names[c.path]; file != nil {
				names[c.to] = file
			}
		})
	case "rename", "renameat", "renameat2":
		d.rename(func(names map[string]*content) {
			if file := names[c.path]; file != nil {
				names[c.to] = file
				delete(names, c.path)
			}
		})
	case "copy_file_range": // all that is not there yet: what the source says, be it safe or not
		if to := d.names[c.to]; file != nil && to != nil {
			there := len(to.all())
			to.pending = append(to.pending, call{name: "write", data: file.all()[there:], at: int64(there)})
		}
	case "fsync", "fdatasync":
		if file == nil { // a folder
			for _, change := range d.pending {
				change(d.safe)
			}
			d.pending = nil
			return
		}
		for _, w := range file.pending {
			file.apply(w)
		}
		file.pending = nil
	default:
		if file != nil {
			file.pending = append(file.pending, c)
		}
	}
}

// cut writes what the disk still knows after the power came back: what is
// safe, and by chance some of the rest, torn at a sector.
func (d *disk) cut(t *testing.T, from, to string) {
	t.Helper()
	for _, change := range d.pending[:rand.IntN(len(d.pending)+1)] {
		change(d.safe)
	}
	for path, file := range d.safe {
		name, err := filepath.Rel(from, path)
		if err != nil || strings.HasPrefix(name, "..") || strings.HasSuffix(name, "-shm") { // shared memory is in no file
			continue
		}
		for _, w := range file.pending {
			switch rand.IntN(3) {
			case 0:
				file.apply(w)
			case 1:
				w.data = w.data[:rand.IntN(len(w.data)/512+1)*512]
				if w.name != "ftruncate" {
					file.apply(w)
				}
			}
		}
		if err := os.MkdirAll(filepath.Dir(filepath.Join(to, name)), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(to, name), file.safe, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestTortureFullDisk saves onto a disk of a few megabytes until nothing more
// fits: everything acknowledged is there, and saving goes on when there is
// room again.
func TestTortureFullDisk(t *testing.T) {
	if os.Getenv("COMMUNIQUE_SMALL_DISK") == "" {
		child := exec.Command("unshare", "--user", "--map-root-user", "--mount", os.Args[0], "-test.run", "^TestTortureFullDisk$", "-rounds", fmt.Sprint(*rounds))
		child.Env = append(os.Environ(), "COMMUNIQUE_SMALL_DISK="+t.TempDir())
		if out, err := child.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	for range 1 + *rounds/20 {
		dir := t.TempDir()
		if err := syscall.Mount("none", dir, "tmpfs", 0, "size=4m"); err != nil {
			t.Fatal(err)
		}
		fillUp(t, dir)
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Fatal(err)
		}
	}
}

func fillUp(t *testing.T, dir string) {
	t.Helper()
	ballast := filepath.Join(dir, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 3<<19), 0o600); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "library.db")
	l := mustOpen(t, path)
	all, full, n := newAcknowledged(), false, 0
	for r := range librarytest.Releases(5000) {
		var err error
		if n++; n%4 == 0 {
			if r, err = pictured(l, r, n); err != nil {
				full = true
				break
			}
			all.note(t, "picture "+r.Pictures()[0])
		}
		e, err := l.Save(ctx, 0, 0, r)
		if err != nil {
			full = true
			break
		}
		all.note(t, fmt.Sprintln(e.ID, e.Revision, sum(r, e)))
	}
	if !full {
		t.Fatal("the disk took everything")
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	for r := range librarytest.Releases(10) {
		n++
		r, err := pictured(l, r, n)
		if err != nil {
			t.Fatalf("there is room again: %v", err)
		}
		all.note(t, "picture "+r.Pictures()[0])
		e, err := l.Save(ctx, 0, 0, r)
		if err != nil {
			t.Fatalf("there is room again: %v", err)
		}
		all.note(t, fmt.Sprintln(e.ID, e.Revision, sum(r, e)))
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	all.verify(t, path)
}
