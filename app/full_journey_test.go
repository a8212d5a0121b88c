//go:build linux

package app_test

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// smallDisk is a disk of a few megabytes that only the window has, with its library and settings.
// Where the system lets nobody lay one, it is a folder whose files may not grow.
type smallDisk struct {
	*desktop
	window   *exec.Cmd
	inside   []string // what a command begins with that is to see the disk
	fill     func() error
	makeRoom func() error
}

// onSmallDisk starts the window on such a disk.
func (d *desktop) onSmallDisk() smallDisk {
	d.t.Helper()
	at, settings := filepath.Join(d.home, "disk"), filepath.Join(d.home, "config", "communique")
	if err := os.Mkdir(at, 0o700); err != nil {
		d.t.Fatal(err)
	}
	lay, begun := "mount -t tmpfs -o size=6m none", []string{"unshare", "--user", "--map-root-user", "--mount"}
	_, err := d.tool(begun[0], append(begun[1:], "true")...)
	if err != nil {
		lay, begun = "test -d", []string{"env"}
	}
	d.env = append(d.env, "COMMUNIQUE_LIBRARY="+filepath.Join(at, "library.db"), "COMMUNIQUE_CONFIG="+filepath.Join(at, "settings"), "TMPDIR="+d.home) // a text that finds no room beside the library goes there
	window := d.begin(begun[0], append(begun[1:], "sh", "-c", lay+` "$1" && cp -r "$2" "$1/settings" && exec "$3"`, "sh", at, settings, binary)...)
	d.titled(window, "^(.* — )?Communique$")
	d.wait("what the window shows", func() bool { return d.corner() != "#000000" })
	id := strconv.Itoa(window.Process.Pid)
	if err != nil {
		limit := func(size string) func() error {
			return func() error {
				_, err := d.tool("prlimit", "--pid", id, "--fsize="+size+":unlimited")
				return err
			}
		}
		return smallDisk{d, window, []string{"env"}, limit("4096"), limit("unlimited")}
	}
	ballast := filepath.Join("/proc", id, "root", at, "ballast")
	return smallDisk{d, window, []string{"nsenter", "--target", id, "--user", "--mount"}, func() error { return fill(ballast) }, func() error { return os.Remove(ballast) }}
}

// fill takes all the room of a disk.
func fill(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	for block := make([]byte, 4096); err == nil; {
		_, err = f.Write(block)
	}
	if errors.Is(err, syscall.ENOSPC) {
		err = nil
	}
	return errors.Join(err, f.Close())
}

// headlines are those of the library on the disk.
func (d smallDisk) headlines() string {
	d.t.Helper()
	out, err := d.tool(d.inside[0], append(slices.Clone(d.inside[1:]), binary, "list", "--json")...)
	var entries []listed
	if err := errors.Join(err, json.Unmarshal([]byte(out), &entries)); err != nil {
		d.t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Headline)
	}
	return strings.Join(all, ", ")
}

// noticed is where the cross of a notice stands, however many lines it has; 0 where there is none.
func (d smallDisk) noticed() int {
	d.t.Helper()
	const x, top, foot = 876, 540, 780
	column := d.dots(x, top, 1, foot-top)
	if at := slices.Index(column, "#1B1D21"); at >= 0 {
		return top + at
	}
	return 0
}

// followNotice presses what the notice leads to, once where that stands. The notice may grow meanwhile: where the
// text lies is said when it lies there.
func (d smallDisk) followNotice() {
	d.t.Helper()
	pressed := 0
	d.wait("what the notice leads to", func() bool {
		if d.darkened() {
			return true
		}
		if at := d.noticed(); at > 0 && at != pressed && d.notice(at) {
			d.point(d.cross(at)-70, at, "click", "1")
			pressed = at
		}
		return false
	})
}

// TestJourneyFullDisk types until the disk with the library and the settings has no room: the window
// says that, a text goes into a file elsewhere, and all is in the library when there is room again.
func TestJourneyFullDisk(t *testing.T) {
	desk := newDesktop(t)
	desk.settle()
	d := desk.onSmallDisk()
	d.keys("ctrl+shift+n")
	d.write("Первый")
	d.wait("the release", func() bool { return d.headlines() == "Первый" })
	if err := d.fill(); err != nil {
		t.Fatal(err)
	}
	d.write(" визит")
	d.wait("the notice", func() bool { return d.noticed() > 0 })
	d.look("full-disk")
	d.followNotice()
	d.rescue("Первый визит", "full-disk-elsewhere")
	d.keys("ctrl+Home", "End") // wherever the notice was missed
	d.write(" гостей")
	d.holds("Первый визит гостей")
	if err := d.makeRoom(); err != nil {
		t.Fatal(err)
	}
	d.wait("the text", func() bool { return d.headlines() == "Первый визит гостей" })
	d.look("full-disk-room")
	if status := d.leaves(d.window); status != 0 {
		t.Errorf("status %d", status)
	}
}
