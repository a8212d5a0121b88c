package app_test

import (
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/godbus/dbus/v5"

	"communique/app/chooser/portaltest"
)

// portal gives the desktop a session bus with a file chooser.
func (d *desktop) portal(manner portaltest.Manner) *portaltest.Portal {
	d.t.Helper()
	address := portaltest.Bus(d.t)
	d.env = append(d.env, "DBUS_SESSION_BUS_ADDRESS="+address)
	return portaltest.New(d.t, address, manner)
}

// documents makes the person's documents folder, called as on a Russian desktop.
func (d *desktop) documents() string {
	d.t.Helper()
	dir := filepath.Join(d.home, "Документы")
	for _, err := range []error{
		os.MkdirAll(dir, 0o700), os.MkdirAll(filepath.Join(d.home, "config"), 0o700),
		os.WriteFile(filepath.Join(d.home, "config", "user-dirs.dirs"), []byte("XDG_DOCUMENTS_DIR=\"$HOME/Документы\"\n"), 0o600),
	} {
		if err != nil {
			d.t.Fatal(err)
		}
	}
	return dir
}

// put writes a file and returns its path and the URI that a portal gives for it.
func (d *desktop) put(path, text string) (string, string) {
	d.t.Helper()
	path = filepath.Join(d.home, path)
	for _, err := range []error{os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)} {
		if err != nil {
			d.t.Fatal(err)
		}
	}
	return path, (&url.URL{Scheme: "file", Path: path}).String()
}

// asks presses a key until the portal is asked: on a busy machine xdotool's keys
// get lost. One that came late is told that the chooser is open.
func (d *desktop) asks(p *portaltest.Portal, key string) *portaltest.Call {
	d.t.Helper()
	const patient = 100 // looks, a few seconds
	looks := 0
	d.wait("the portal to be asked at "+key, func() bool {
		if looks%patient == 0 {
			d.keys(key)
		}
		looks++
		return p.Asked()
	})
	d.leaveAll()
	return p.Next()
}

// lives fails where the program has ended.
func (d *desktop) lives(window *exec.Cmd, after string) {
	d.t.Helper()
	if err := window.Process.Signal(syscall.Signal(0)); err != nil {
		d.giveUp("the program, which is gone after " + after)
	}
}

// leaveAll presses Escape until no dialog is open.
func (d *desktop) leaveAll() {
	d.t.Helper()
	d.wait("the dialog to be left", func() bool {
		if d.darkened() {
			d.keys("Escape")
		}
		return !d.darkened()
	})
}

func folderOf(c *portaltest.Call) string {
	dir, _ := c.Options["current_folder"].Value().([]byte)
	return strings.TrimSuffix(string(dir), "\x00")
}

func is(c *portaltest.Call, option string) bool { return c.Options[option] == dbus.MakeVariant(true) }

// TestJourneySystemChooser presses every command that asks for a file or a folder,
// on a desktop with a portal.
func TestJourneySystemChooser(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	p := d.portal(portaltest.Manner{})
	documents := d.documents()
	_, first := d.put("Мои тексты/план 100% #1 + ещё.txt", meetingText)
	_, second := d.put("Мои тексты/учение.txt", drillText)
	old, oldURI := d.put("Мои тексты/старые/встреча.txt", meetingText)
	_, broken := d.put("Мои тексты/сломан.toml", "format =")
	window := d.open()

	call := d.asks(p, "ctrl+o")
	if !strings.HasPrefix(call.Parent, "x11:") || folderOf(call) != documents || !is(call, "multiple") || is(call, "directory") ||
		!strings.Contains(call.Options["filters"].String(), "*.docx") || !strings.Contains(call.Options["filters"].String(), "Все файлы") {
		t.Errorf("asked for files: %q, %v", call.Parent, call.Options)
	}
	d.dialog("ctrl+o") // the second says that the first is open
	if p.Asked() {
		t.Error("a second chooser was opened")
	}
	d.leaveAll()
	d.keys("ctrl+shift+n") // the window goes on meanwhile
	d.write("Пишу дальше")
	d.wait("what was typed", func() bool { return len(d.list()) == 1 })
	call.Choose(first, second)
	d.wait("both files", func() bool { return len(d.list()) == 3 })
	d.wait("the report", d.darkened)
	d.leaveAll()

	call = d.asks(p, "ctrl+o")
	if want := filepath.Join(d.home, "Мои тексты"); folderOf(call) != want {
		t.Errorf("began in %s, not where the last was", folderOf(call))
	}
	call.Cancel()
	d.lives(window, "a cancelled choice")
	d.asks(p, "ctrl+o").Choose(oldURI, broken) // one is known, one broken
	d.wait("the report", d.darkened)
	d.leaveAll()
	if n := len(d.list()); n != 3 {
		t.Errorf("%d releases after a known one and a broken file", n)
	}

	call = d.asks(p, "ctrl+shift+o")
	if folderOf(call) != documents || is(call, "multiple") || !is(call, "directory") {
		t.Errorf("asked for a folder: %v", call.Options)
	}
	call.Choose((&url.URL{Scheme: "file", Path: filepath.Dir(old)}).String())
	d.wait("the known one", func() bool { // a folder of one file that is known: it is opened
		d.keys("ctrl+t", "ctrl+End")
		d.write("!")
		return strings.Contains(string(d.communique("show", d.found("встреча президентом"))), "хорошо.!")
	})

	call = d.asks(p, "ctrl+shift+m") // export what is on the screen, or marked
	if folderOf(call) != documents || !is(call, "directory") {
		t.Errorf("asked where to export: %v", call.Options)
	}
	target := filepath.Join(d.home, "Экспорт")
	if err := os.Mkdir(target, 0o700); err != nil {
		t.Fatal(err)
	}
	call.Choose((&url.URL{Scheme: "file", Path: target}).String())
	d.wait("the package", func() bool {
		found, _ := filepath.Glob(filepath.Join(target, "*", "*.pdf"))
		return len(found) == 1 && !d.darkened()
	})
	d.lives(window, "all of it")
}

// TestJourneyOwnChooser does the same on a desktop that has none: the window asks itself.
func TestJourneyOwnChooser(t *testing.T) {
	for name, prepare := range map[string]func(d *desktop){
		"no bus":    func(*desktop) {},
		"no portal": func(d *desktop) { d.env = append(d.env, "DBUS_SESSION_BUS_ADDRESS="+portaltest.Bus(d.t)) },
		"no chooser in the portal": func(d *desktop) {
			d.portal(portaltest.Manner{Refused: &dbus.ErrMsgUnknownInterface})
		},
		"a portal that does not answer": func(d *desktop) { d.portal(portaltest.Manner{Mute: true}) },
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesktop(t)
			d.settle()
			prepare(d)
			documents := d.documents()
			path, _ := d.put("Документы/встреча.txt", meetingText)
			window := d.open()
			for _, key := range []string{"ctrl+o", "ctrl+shift+o"} {
				d.dialog(key)
				d.leaveAll()
				d.dialog(key)
				d.keys("Tab", "Tab") // from wherever the keyboard is
				d.leaveAll()
				d.lives(window, key)
			}
			d.dialog("ctrl+o")
			d.holds(documents) // the folder is looked at while the dialog is open already
			d.write(path)
			d.keys("Return")
			d.wait("the file", func() bool { return len(d.list()) == 1 && !d.darkened() })
			d.dialog("ctrl+shift+o")
			d.holds(documents)
			d.write(documents)
			d.keys("Return")
			d.wait("the known one, opened", func() bool {
				d.keys("ctrl+t", "ctrl+End")
				d.write("!")
				return strings.Contains(string(d.communique("show", "1")), "хорошо.!")
			})
		})
	}
}
