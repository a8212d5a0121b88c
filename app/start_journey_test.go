package app_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/BurntSushi/toml"
)

// begin starts a program and keeps what it says; nobody waits for its window.
func (d *desktop) begin(program string, args ...string) *exec.Cmd {
	d.t.Helper()
	log, err := os.Create(filepath.Join(d.home, "window.log"))
	if err != nil {
		d.t.Fatal(err)
	}
	cmd := exec.Command(program, args...)
	cmd.Env, cmd.Stdout, cmd.Stderr = d.env, log, log
	if err := cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	return cmd
}

// titled waits for a window of a program by its title, and gives it the keyboard.
func (d *desktop) titled(cmd *exec.Cmd, title string) {
	d.t.Helper()
	d.wait("the window "+title, func() bool {
		id, err := d.tool("xdotool", "search", "--all", "--onlyvisible", "--pid", strconv.Itoa(cmd.Process.Pid), "--name", title)
		if err != nil || strings.TrimSpace(id) == "" {
			return false
		}
		_, err = d.tool("xdotool", "windowfocus", "--sync", strings.Fields(id)[0])
		return err == nil
	})
}

// ends waits until a program has ended, and returns its exit status. One that does not end says
// where each of its goroutines stands.
func (d *desktop) ends(cmd *exec.Cmd) int {
	d.t.Helper()
	over := make(chan struct{})
	go func() { _ = cmd.Wait(); close(over) }()
	if !comes(func() bool {
		select {
		case <-over:
			return true
		default:
			return false
		}
	}) {
		_ = cmd.Process.Signal(syscall.SIGQUIT)
		<-over
		d.giveUp("the end of the program")
	}
	return cmd.ProcessState.ExitCode()
}

func (d *desktop) log() string {
	text, _ := os.ReadFile(filepath.Join(d.home, "window.log"))
	return string(text)
}

// settings writes the settings' file.
func (d *desktop) settings(text string) {
	d.t.Helper()
	dir := filepath.Join(d.home, "config", "communique")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "settings.toml"), []byte(text), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// TestJourneyLibraryOnAMissingDisk: what is in the way is told in a window, left
// with status 1; when the disk is there again, the same window goes on.
func TestJourneyLibraryOnAMissingDisk(t *testing.T) {
	for language, title := range map[string]string{"ru": "^Communique не может начать работу$", "en": "^Communique cannot start$"} {
		t.Run(language, func(t *testing.T) {
			d := newDesktop(t)
			disk := filepath.Join(d.home, "usb")
			d.settings("language = '" + language + "'\nwelcomed = true\nlibrary = '" + filepath.Join(disk, "library.db") + "'\n")

			window := d.begin(binary)
			d.titled(window, title)
			d.keys("Escape")
			if status := d.ends(window); status != 1 {
				t.Errorf("left with status %d:\n%s", status, d.log())
			}
			if _, err := os.Stat(disk); !errors.Is(err, os.ErrNotExist) {
				t.Error("an empty library was made where the disk should be")
			}

			window = d.begin(binary)
			d.titled(window, title)
			d.communique("--library", filepath.Join(disk, "library.db"), "import", "--save", d.releaseFile(0))
			d.keys("Return")
			d.titled(window, "^Communique$")
			if status := d.leaves(window); status != 0 {
				t.Errorf("after a good end, status %d:\n%s", status, d.log())
			}
		})
	}
}

// TestJourneyStartTrouble opens the window of the trouble for each thing that
// may be in the way.
func TestJourneyStartTrouble(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	damaged := filepath.Join(d.home, "damaged.db")
	if err := os.WriteFile(damaged, []byte("no library and no backup"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, args := range map[string][]string{
		"damaged, no backup": {"--library", damaged},
		"nothing there":      {"--library", filepath.Join(d.home, "mistyped.db")},
		"no folder":          {"--library", filepath.Join(d.home, "usb", "library.db")},
		"a folder":           {"--library", d.home},
		"below a file":       {"--library=" + filepath.Join(damaged, "library.db")},
		"no settings":        {"--config", damaged},
	} {
		t.Run(name, func(t *testing.T) {
			window := d.begin(binary, args...)
			d.titled(window, "^Communique не может начать работу$")
			d.keys("Escape")
			if status := d.ends(window); status != 1 {
				t.Errorf("status %d:\n%s", status, d.log())
			}
		})
	}
	if data, err := os.ReadFile(damaged); err != nil || string(data) != "no library and no backup" {
		t.Errorf("the file was changed: %q, %v", data, err)
	}
	for _, none := range []string{"mistyped.db", "usb"} {
		if _, err := os.Stat(filepath.Join(d.home, none)); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s was made", none)
		}
	}
}

// TestJourneyLibraryFlag opens the window on the library of the command line.
func TestJourneyLibraryFlag(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	path := filepath.Join(d.home, "другая", "library.db")
	d.communique("--library", path, "import", "--save", d.releaseFile(0))
	window := d.begin(binary, "--library", path)
	d.titled(window, "^Communique$")
	d.keys("ctrl+shift+n")
	d.write("Elsewhere")
	d.wait("the release in that library", func() bool {
		return strings.Contains(string(d.communique("--library", path, "list")), "Elsewhere")
	})
	if len(d.list()) != 0 {
		t.Error("the usual library has it too")
	}
	for _, args := range [][]string{{"draft.release.toml"}, {"--library", path, "fly"}, {"--colour"}} {
		cmd := exec.Command(binary, args...)
		cmd.Env = d.env
		if out, _ := cmd.CombinedOutput(); cmd.ProcessState.ExitCode() != 2 || len(out) == 0 {
			t.Errorf("%v: status %d, %q", args, cmd.ProcessState.ExitCode(), out)
		}
	}
}

// TestJourneyNoOpenGL: a screen that cannot draw the window is told in words, on
// standard error and on that screen, and the program ends.
func TestJourneyNoOpenGL(t *testing.T) {
	for language, word := range map[string]string{"ru": "Окно открыть нельзя", "en": "The window cannot be opened"} {
		t.Run(language, func(t *testing.T) {
			d := newDesktop(t, "-extension", "GLX")
			d.settings("language = '" + language + "'\nwelcomed = true\n")
			window := d.begin(binary)
			if status := d.ends(window); status != 1 || !strings.Contains(d.log(), word) {
				t.Errorf("status %d:\n%s", status, d.log())
			}
			d.boxTold()
		})
	}
}

// boxTold waits for a message in a box, and closes it as a person does who has read it.
func (d *desktop) boxTold() {
	d.t.Helper()
	box := func(then ...string) bool {
		id, err := d.tool("xdotool", append([]string{"search", "--onlyvisible", "--name", "^Communique$"}, then...)...)
		return err == nil && (len(then) > 0 || strings.TrimSpace(id) != "")
	}
	d.wait("the message on the screen", func() bool { return box("windowfocus", "--sync") })
	d.look("message")
	d.keys("Return")
	d.wait("the message to go", func() bool { return !box() })
}

// TestJourneyNoScreen says so on standard error, where a screen is not there or
// does not answer.
func TestJourneyNoScreen(t *testing.T) {
	for name, display := range map[string]string{"none": "", "unreachable": ":4711"} {
		t.Run(name, func(t *testing.T) {
			cmd := exec.Command(binary)
			home := t.TempDir()
			cmd.Env = append(os.Environ(), "DISPLAY="+display, "WAYLAND_DISPLAY=", "HOME="+home, "XDG_RUNTIME_DIR="+home,
				"XDG_CONFIG_HOME="+home, "XDG_DATA_HOME="+home, "LANG=ru_RU.UTF-8", "LANGUAGE=ru", "LC_ALL=")
			out, _ := cmd.CombinedOutput()
			if cmd.ProcessState.ExitCode() != 1 || !strings.Contains(string(out), "DISPLAY") || strings.Contains(string(out), "goroutine") {
				t.Errorf("status %d:\n%s", cmd.ProcessState.ExitCode(), out)
			}
		})
	}
}

// kept checks that the library has a headline that was typed before the program
// ended.
func (d *desktop) kept(typed string) {
	d.t.Helper()
	if entries := d.list(); len(entries) != 1 || entries[0].Headline != typed {
		d.t.Errorf("the draft is lost: %v", entries)
	}
}

// TestJourneyFault ends the program by a fault while a text is being typed: the
// text is kept, the report says nothing of it, and the next start tells, once.
func TestJourneyFault(t *testing.T) {
	faulty := filepath.Join(t.TempDir(), "faulty")
	if out, err := exec.Command("go", "build", "-tags", "crashtest", "-o", faulty, "communique").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for name, test := range map[string]struct {
		signal syscall.Signal
		status int
		says   string
	}{
		"where the window is drawn":    {syscall.SIGUSR1, 1, "panic: string (its words are left out)"},
		"on a goroutine of others":     {syscall.SIGUSR2, 2, "panic: (its words are left out)"},
		"where Go itself cannot go on": {syscall.SIGSEGV, 2, "SIGSEGV: segmentation violation"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesktop(t)
			d.settle()
			window := d.begin(faulty)
			d.titled(window, "^Communique$")
			d.keys("ctrl+shift+n")
			d.write("Zagolovok")
			d.holds("Zagolovok")
			if test.status == 2 { // nothing of ours runs any more: what is kept was kept before
				d.wait("the draft in the library", func() bool {
					entries := d.list()
					return len(entries) == 1 && entries[0].Headline == "Zagolovok"
				})
			}
			if err := window.Process.Signal(test.signal); err != nil {
				t.Fatal(err)
			}
			if status := d.ends(window); status != test.status {
				t.Errorf("status %d:\n%s", status, d.log())
			}
			d.kept("Zagolovok")

			window = d.begin(binary)
			d.titled(window, "^Communique$")
			crashes := filepath.Join(d.home, "data", "communique", "crashes")
			var reports []string
			d.wait("the report", func() bool {
				reports, _ = filepath.Glob(filepath.Join(crashes, "*.txt"))
				return len(reports) == 1
			})
			report, err := os.ReadFile(reports[0])
			if err != nil || !strings.Contains(string(report), test.says) || !regexp.MustCompile(`^Communique \d+\.\d+\.\d+\n`).Match(report) {
				t.Errorf("%v:\n%s", err, report)
			}
			for _, word := range []string{"Zagolovok", "Секретный"} {
				if strings.Contains(string(report), word) {
					t.Errorf("the report says %q:\n%s", word, report)
				}
			}
			told := func() bool {
				name, err := os.ReadFile(filepath.Join(crashes, "told"))
				return err == nil && strings.TrimSpace(string(name)) == filepath.Base(reports[0])
			}
			if told() {
				t.Error("it counts as told before it was")
			}
			d.wait("the notice to be read and closed", func() bool {
				d.keys("Escape")
				return told()
			})
			d.leaves(window)
		})
	}
}

// TestJourneyEndOfSession is SIGTERM, as at a log-out: what was typed is kept,
// also when it was typed too lately to have been saved by itself.
func TestJourneyEndOfSession(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	d.keys("ctrl+shift+n")
	d.write("Zagolovok")
	d.holds("Zagolovok")
	if err := window.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if status := d.ends(window); status != 0 {
		t.Errorf("status %d:\n%s", status, d.log())
	}
	d.kept("Zagolovok")
}

// TestJourneyPrint kills the program after printing: the copy is there until the
// next start, which takes it away, and it says what is known of the viewer.
func TestJourneyPrint(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	temp, bin := filepath.Join(d.home, "tmp"), filepath.Join(d.home, "bin")
	for _, dir := range []string{temp, bin} {
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(bin, "xdg-open"), []byte("#!/bin/sh\ncp \"$1\" "+d.home+"/viewed.pdf\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	d.env = append(d.env, "TMPDIR="+temp, "PATH="+bin+":"+os.Getenv("PATH"))
	d.communique("import", d.oldReleases())
	copies := func() []string {
		found, _ := filepath.Glob(filepath.Join(temp, "communique-print-*"))
		return found
	}
	window := d.open()
	d.openFound("учения", drillHeadline)
	d.keys("ctrl+p")
	d.wait("the PDF in the viewer", func() bool {
		if d.darkened() {
			d.keys("ctrl+Return") // to the warning of what a check found
		}
		data, err := os.ReadFile(filepath.Join(d.home, "viewed.pdf"))
		return err == nil && strings.HasPrefix(string(data), "%PDF-")
	})
	if len(copies()) != 1 {
		t.Fatalf("copies: %v", copies())
	}
	d.kill(window)
	if len(copies()) != 1 {
		t.Fatal("the copy went with the program: there is nothing to sweep")
	}
	d.open()
	d.wait("the copy to be swept", func() bool { return len(copies()) == 0 })
}

// TestVersionIsOne: FyneApp.toml says it, and the built program says the same.
func TestVersionIsOne(t *testing.T) {
	var manifest struct{ Details struct{ Version string } }
	if _, err := toml.DecodeFile("../FyneApp.toml", &manifest); err != nil {
		t.Fatal(err)
	}
	version := exec.Command(binary, "--version")
	version.Env = append(os.Environ(), "LC_ALL=en_US.UTF-8", "COMMUNIQUE_CONFIG="+t.TempDir())
	out, err := version.Output()
	if want := "communique version " + manifest.Details.Version + "\n"; err != nil || string(out) != want {
		t.Errorf("%q, %v, want %q", out, err, want)
	}
}

// TestLicencesCommand lists and prints the terms with the real program.
func TestLicencesCommand(t *testing.T) {
	run := func(args ...string) string {
		out, err := exec.Command(binary, append([]string{"licences"}, args...)...).Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	names := strings.Split(strings.TrimSpace(run()), "\n")
	if len(names) < 40 || names[0] != "Communique" {
		t.Errorf("%d parts, %s first", len(names), names[0])
	}
	all := run("--all")
	for _, name := range names {
		if text := run(name); len(text) < 100 || !strings.Contains(all, text) {
			t.Errorf("%s: %q", name, text)
		}
	}
	if err := exec.Command(binary, "licences", "nobody").Run(); err == nil {
		t.Error("a part that is not there")
	}
}
