package app_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"communique/app/chooser/portaltest"
)

// binary is the real program, built once for all journeys.
var binary string

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	if parts := os.Getenv(walkEnv); parts != "" {
		return walkMain(parts)
	}
	dir, err := os.MkdirTemp("", "communique-journey")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }()
	binary = filepath.Join(dir, "communique")
	if exe := os.Getenv(windowsEnv); exe != "" {
		if err := underWine(binary, exe); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		return m.Run()
	}
	build := exec.Command("go", "build", "-o", binary, "communique")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		return 1
	}
	return m.Run()
}

// desktop is a screen in memory with folders of its own for one person.
type desktop struct {
	t      testing.TB
	home   string
	env    []string
	screen *screen
}

// patience is how long a journey waits for something to happen; it is long because it ends
// early wherever the program does its work. Before it gives up it has looked so many times, too:
// where the machine has much else to do, a look takes longer, and so does what is waited for.
const (
	patience = 60 * time.Second
	looks    = 100
)

// newDesktop starts a screen; options are further ones of its server. A server that
// does not answer, as one of some hundreds on a busy machine, gives way to another.
func newDesktop(t testing.TB, options ...string) *desktop {
	t.Helper()
	d := &desktop{t: t, home: t.TempDir()}
	if os.Getenv(windowsEnv) != "" {
		_ = exec.Command("wineserver", "-k").Run() // what is left of the screen before would serve this one, where no window can be made; it fails where nothing is
	}
	const tries = 3
	for range tries {
		if d.served(options) {
			return d
		}
	}
	t.Fatalf("none of %d screens answers", tries)
	return nil
}

// served starts an X server with a keyboard, and reports whether it answers.
func (d *desktop) served(options []string) bool {
	d.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = read.Close() }()
	xvfb := exec.Command("Xvfb", append(slices.Clone(options), "-displayfd", "3", "-screen", "0", "1280x800x24", "-noreset", "-nolisten", "tcp")...)
	xvfb.ExtraFiles = []*os.File{write}
	if err := xvfb.Start(); err != nil {
		d.t.Fatalf("start Xvfb (make test installs it): %v", err)
	}
	d.t.Cleanup(func() {
		_ = xvfb.Process.Kill()
		_ = xvfb.Wait()
	})
	_ = write.Close()
	number := make([]byte, 16)
	n, err := read.Read(number)
	if err != nil {
		return false
	}
	d.env = append(os.Environ(),
		"DISPLAY=:"+strings.TrimSpace(string(number[:n])), "WAYLAND_DISPLAY=", "HOME="+d.home,
		"XDG_CONFIG_HOME="+d.home+"/config", "XDG_DATA_HOME="+d.home+"/data", "XDG_RUNTIME_DIR="+d.home,
		"COMMUNIQUE_LIBRARY=", "COMMUNIQUE_CONFIG=", "LANG=ru_RU.UTF-8", "LC_CTYPE=C.UTF-8", "LC_ALL=", "LANGUAGE=ru", "LIBGL_ALWAYS_SOFTWARE=1",
		"DBUS_SESSION_BUS_ADDRESS="+portaltest.NoBus, // no journey depends on the machine's own desktop
	)
	// A second group of the keyboard holds the Russian letters: what is typed
	// then comes from keys that exist, as on a desk.
	for end := time.Now().Add(patience / 3); time.Now().Before(end); {
		if _, err := d.tool("setxkbmap", "-layout", "us,ru"); err != nil {
			continue
		}
		if d.screen, err = newScreen(d.display()); err == nil {
			d.t.Cleanup(d.screen.conn.Close)
			return true
		}
	}
	return false
}

// settle writes the settings of an office, so that the journey begins after the first run.
func (d *desktop) settle() { d.settleAs(office) }

// settleAs writes settings.
func (d *desktop) settleAs(text string) {
	d.t.Helper()
	dir := filepath.Join(d.home, "config", "communique")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "settings.toml"), []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// open starts the window, on files where there are any, and waits until it is drawn and
// takes keys.
func (d *desktop) open(files ...string) *exec.Cmd {
	d.t.Helper()
	window := exec.Command(binary, files...)
	window.Env = d.env
	log, err := os.Create(filepath.Join(d.home, "window.log"))
	if err != nil {
		d.t.Fatal(err)
	}
	window.Stdout, window.Stderr = log, log
	if err := window.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() {
		_ = window.Process.Kill()
		_ = window.Wait()
	})
	d.wait("the window", func() bool {
		id, err := d.tool("xdotool", "search", "--all", "--onlyvisible", "--pid", strconv.Itoa(window.Process.Pid), "--name", "^(.* — )?Communique$")
		if err != nil || strings.TrimSpace(id) == "" {
			return false
		}
		_, err = d.tool("xdotool", "windowfocus", "--sync", strings.Fields(id)[0])
		return err == nil
	})
	d.wait("what the window shows", func() bool { return d.corner() != "#000000" }) // as an empty screen
	return window
}

// kill ends the program as a power cut of its own would: without a word.
func (d *desktop) kill(window *exec.Cmd) {
	d.t.Helper()
	if err := window.Process.Signal(syscall.SIGKILL); err != nil {
		d.t.Fatal(err)
	}
	_ = window.Wait()
}

func (d *desktop) tool(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = d.env
	out, err := cmd.Output()
	return string(out), err
}

func (d *desktop) keys(names ...string) {
	d.t.Helper()
	if _, err := d.tool("xdotool", append([]string{"key", "--delay", "30"}, names...)...); err != nil {
		d.t.Fatal(err)
	}
}

// point moves the pointer to a dot of the screen, and does more of xdotool's there: "click", "1".
func (d *desktop) point(x, y int, more ...string) {
	d.t.Helper()
	if _, err := d.tool("xdotool", append([]string{"mousemove", strconv.Itoa(x), strconv.Itoa(y)}, more...)...); err != nil {
		d.t.Fatal(err)
	}
}

// notice reports whether a notice stands at the window's foot, its cross at about y.
func (d *desktop) notice(y int) bool {
	d.t.Helper()
	return d.cross(y) > 0
}

// cross is where the cross of a notice at the window's foot stands, at about y: in the middle of the
// window, or beside the inspector; 0 where there is none.
func (d *desktop) cross(y int) int {
	d.t.Helper()
	for _, x := range []int{940, 876} {
		for _, colour := range d.dots(x, y-5, 1, 10) {
			if colour == "#1B1D21" {
				return x
			}
		}
	}
	return 0
}

// follow waits for a notice with a button, presses that, and waits for what it leads to.
func (d *desktop) follow(y int) {
	d.t.Helper()
	d.wait("the notice", func() bool { return d.notice(y) })
	d.point(d.cross(y)-70, y, "click", "1")
	d.wait("what the notice leads to", d.darkened)
}

// command opens a menu, x its place in the bar, presses the command at y, and waits for the dialog.
func (d *desktop) command(x, y int) {
	d.t.Helper()
	bar := d.dot(x+8, y)
	d.point(x, 14, "click", "1")
	d.wait("the menu", func() bool { return d.dot(x+8, y) != bar })
	d.point(x+8, y, "click", "1")
	d.wait("what the command leads to", d.darkened)
}

// dialog presses a key and waits until the window behind is darkened.
func (d *desktop) dialog(key string) {
	d.t.Helper()
	before := d.corner()
	d.keys(key)
	d.wait("the dialog of "+key, func() bool { return d.corner() != before })
}

// give puts a text on the clipboard.
func (d *desktop) give(text string) {
	d.t.Helper()
	give := exec.Command("xclip", "-selection", "clipboard", "-in")
	give.Env, give.Stdin = d.env, strings.NewReader(text)
	if err := give.Run(); err != nil {
		d.t.Fatal(err)
	}
}

// clipboard is the text on the clipboard; whose it is may be busy and not answer.
func (d *desktop) clipboard() string {
	text, err := d.tool("timeout", "10", "xclip", "-selection", "clipboard", "-out")
	if err != nil {
		return ""
	}
	return text
}

// copied presses keys that copy a text, until the one that is wanted is copied: not one
// that was on the clipboard before.
func (d *desktop) copied(what string, wanted func(text string) bool, keys ...string) {
	d.t.Helper()
	d.wait(what, func() bool {
		const nothing = "nothing yet"
		d.give(nothing)
		d.keys(keys...)
		text := d.clipboard()
		return text != nothing && wanted(text)
	})
}

// holds waits until the field that has the keyboard after some keys holds a text. The
// window has then heard whatever was pressed before; all of the field is selected.
func (d *desktop) holds(text string, keys ...string) {
	d.t.Helper()
	d.copied(fmt.Sprintf("a field that holds %q", text), func(copied string) bool { return strings.Contains(copied, text) },
		append(keys, "ctrl+a", "ctrl+c")...)
}

// opened waits until the release on the screen is the one with a headline.
func (d *desktop) opened(headline string) {
	d.t.Helper()
	d.copied("the release "+headline, func(copied string) bool { return strings.TrimSpace(copied) == headline }, "ctrl+shift+1")
}

// openFound asks for a release by words that find it, and waits until it is there.
func (d *desktop) openFound(words, headline string) {
	d.t.Helper()
	d.keys("F4", "ctrl+a")
	d.write(words)
	d.keys("Return")
	d.opened(headline)
}

// leaves ends the program by its own command, and returns its exit status.
func (d *desktop) leaves(window *exec.Cmd) int {
	d.t.Helper()
	d.keys("ctrl+q")
	return d.ends(window)
}

func (d *desktop) write(text string) {
	d.t.Helper()
	if _, err := d.tool("xdotool", "type", "--delay", "25", text); err != nil {
		d.t.Fatal(err)
	}
}

// pour types faster than anybody does, for long texts.
func (d *desktop) pour(text string) {
	d.t.Helper()
	if _, err := d.tool("xdotool", "type", "--delay", "4", text); err != nil {
		d.t.Fatal(err)
	}
}

// communique runs a command of the program and returns its standard output.
func (d *desktop) communique(args ...string) []byte {
	d.t.Helper()
	cmd := exec.Command(binary, args...)
	cmd.Env = d.env
	var trouble bytes.Buffer
	cmd.Stderr = &trouble
	out, err := cmd.Output()
	if err != nil {
		d.t.Fatalf("communique %s: %v\n%s", strings.Join(args, " "), err, trouble.String())
	}
	return out
}

type listed struct {
	ID       int64  `json:"id"`
	Headline string `json:"headline"`
	Date     string `json:"date"`
}

func (d *desktop) list() []listed {
	d.t.Helper()
	var entries []listed
	if err := json.Unmarshal(d.communique("list", "--json"), &entries); err != nil {
		d.t.Fatal(err)
	}
	return entries
}

// wait polls until ready; on giving up it keeps a picture of the screen.
func (d *desktop) wait(what string, ready func() bool) {
	d.t.Helper()
	if !comes(ready) {
		d.giveUp(what)
	}
}

// comes reports whether a condition came to be before patience was lost.
func comes(ready func() bool) bool {
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	end := time.Now().Add(patience)
	for looked := 1; !ready(); looked++ {
		if looked >= looks && time.Now().After(end) {
			return false
		}
		<-tick.C
	}
	return true
}

func (d *desktop) giveUp(what string) {
	d.t.Helper()
	picture := filepath.Join(os.TempDir(), "communique-"+strings.ReplaceAll(d.t.Name(), "/", "-")+".png")
	_, _ = d.tool("import", "-window", "root", picture)
	log, _ := os.ReadFile(filepath.Join(d.home, "window.log"))
	d.t.Fatalf("waited in vain for %s; the screen is in %s; the window said:\n%s", what, picture, log)
}
