package app_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export"
)

// TestWindowsCommandLine has the program for Windows do what the one for Linux does: the
// library finds the same, and each form has the same bytes, in a folder of a person with a
// Russian name, deeper than Windows once allowed, and of a release that is called as a device.
func TestWindowsCommandLine(t *testing.T) {
	asWindows(t)
	linux := filepath.Join(t.TempDir(), "communique")
	if out, err := exec.Command("go", "build", "-o", linux, "communique").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	d := &desktop{t: t, home: t.TempDir()}
	d.settle()
	folder := d.oldReleases()
	device := filepath.Join(folder, "устройство.txt")
	if err := os.WriteFile(device, []byte("CON\n\nВ Пробном состоялась встреча.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	forms := make([]string, len(export.Forms()))
	for i, form := range export.Forms() {
		forms[i] = string(form)
	}
	ran := func(program string) map[string]string {
		home := filepath.Join(t.TempDir(), "Пётр Образцов")
		out := filepath.Join(home, strings.Repeat("Папка в папке/", 18))
		if err := os.MkdirAll(out, 0o700); err != nil {
			t.Fatal(err)
		}
		run := func(args ...string) string {
			cmd := exec.Command(program, args...)
			cmd.Env = append(os.Environ(), "COMMUNIQUE_CONFIG="+filepath.Join(d.home, "config", "communique"), "COMMUNIQUE_LIBRARY="+filepath.Join(home, "library.db"))
			var trouble bytes.Buffer
			cmd.Stderr = &trouble
			said, err := cmd.Output()
			if err != nil {
				t.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, trouble.String())
			}
			return string(said)
		}
		run("import", folder)
		said := map[string]string{"search": run("search", "встречи президентов"), "list": run("list")}
		run("export", "--to", strings.Join(forms, ","), "-o", out, filepath.Join(folder, "встреча.txt"), device)
		for _, path := range files(t, out) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			said[filepath.Base(path)] = string(data)
		}
		return said
	}
	want, got := ran(linux), ran(binary)
	if len(want) != 2+2*len(forms) || len(got) != len(want) {
		t.Errorf("%d results as Windows, %d as Linux", len(got), len(want))
	}
	for what := range want {
		if got[what] != want[what] {
			t.Errorf("%s has %d bytes as Windows and %d as Linux", what, len(got[what]), len(want[what]))
		}
	}
}

// TestWindowsKilledAndReopened opens a file as a double click does and types; a second window
// leaves the release alone, until the first is killed: what was typed is there.
func TestWindowsKilledAndReopened(t *testing.T) {
	asWindows(t)
	d := newDesktop(t)
	d.settle()
	path := filepath.Join(d.oldReleases(), "учение.txt")
	edit := func() *exec.Cmd {
		window := d.open(path)
		d.opened(drillHeadline)
		d.keys("ctrl+t", "ctrl+End")
		return window
	}
	text := func() string { return string(d.communique("show", "1")) }
	first := edit()
	d.write(" first")
	d.wait("the first window's text", func() bool { return strings.Contains(text(), "first") })
	edit()
	d.write(" second")
	d.keys("ctrl+s")
	d.opened(drillHeadline) // it has heard the keys
	if strings.Contains(text(), "second") {
		t.Fatal("two windows edited one release")
	}
	d.kill(first)
	d.wait("the second window to take over", func() bool {
		d.keys("ctrl+t", "ctrl+End")
		d.write("x")
		return strings.Contains(text(), "first") && strings.Contains(text(), "x")
	})
}

// inRussian types words by a keyboard whose first letters are Russian, and waits until they are
// in the library: wine asks for the layout when it comes to a key, which may be after
// another was chosen. So no sign is among them that the hands would look for in the other.
func (d *desktop) inRussian(words string) {
	d.t.Helper()
	layout := func(names string) {
		if _, err := d.tool("setxkbmap", "-layout", names); err != nil {
			d.t.Fatal(err)
		}
	}
	layout("ru,us")
	d.write(words)
	d.wait("«"+words+"»", func() bool { return strings.Contains(d.shown(), words) })
	layout("us,ru")
}

// TestWindowsTheWholeRelease goes the whole way of a release by the keyboard alone: a template,
// a text with a subheading, a quotation and a table, the checks, an end without a word, and a
// page where a person says.
func TestWindowsTheWholeRelease(t *testing.T) {
	asWindows(t)
	d := newDesktop(t)
	d.settle()
	window := d.open()
	d.dialog("ctrl+n")
	d.keys("ctrl+Return") // the first template as it is
	d.wait("a draft in the library", func() bool { return len(d.list()) == 1 })
	was := len(d.stored().Blocks)
	d.keys("ctrl+t", "ctrl+End", "Return", "Return")
	d.inRussian("Стороны условились о новой встрече в Пробном")
	d.keys("Return", "ctrl+alt+1")
	d.inRussian("О повестке")
	d.keys("Return")
	d.inRussian("Обсуждён план работы содружества")
	d.keys("Return", "ctrl+alt+2")
	d.inRussian("Мы довольны ходом работы")
	d.keys("Return")
	d.inRussian("Иван Пробный")
	d.keys("Return", "ctrl+alt+5")
	for _, cell := range []string{"Этап", "Срок", "Первый"} {
		d.inRussian(cell)
		d.keys("Tab")
	}
	d.inRussian("к октябрю")
	d.keys("Return") // out of the table
	d.inRussian("Встреча завершена")
	want := []release.Block{
		{Kind: release.Paragraph, Text: "Стороны условились о новой встрече в Пробном"},
		{Kind: release.Subheading, Text: "О повестке"},
		{Kind: release.Paragraph, Text: "Обсуждён план работы содружества"},
		{Kind: release.Quotation, Text: "Мы довольны ходом работы", Speaker: "Иван Пробный"},
		{Kind: release.Table, Text: "Этап\tСрок\nПервый\tк октябрю"},
		{Kind: release.Paragraph, Text: "Встреча завершена"},
	}
	written := func() bool {
		blocks := d.stored().Blocks
		if len(blocks) < len(want) {
			return false
		}
		blocks = blocks[len(blocks)-len(want):]
		for i := range blocks {
			blocks[i].ID = 0
		}
		return reflect.DeepEqual(blocks, want)
	}
	d.wait("all that was written", written)
	if n := len(d.stored().Blocks); n < was+len(want)-1 {
		t.Errorf("of the template's %d blocks and %d, there are %d", was, len(want), n)
	}
	d.keys("ctrl+3", "F8")
	d.look("whole-written")
	d.kill(window)
	if !written() {
		t.Fatal("something is lost")
	}

	window = d.open()
	d.give("условились")
	d.keys("F4", "ctrl+a", "ctrl+v", "Return")
	d.holds("Стороны условились", "ctrl+t")
	d.dialog("ctrl+e")
	d.look("whole-warned")
	d.keys("ctrl+Return") // past what is not filled in
	d.holds(".pdf")       // the name that is offered
	d.give("Z:" + strings.ReplaceAll(d.home, "/", "\\"))
	d.keys("shift+Tab", "shift+Tab", "ctrl+a", "ctrl+v")
	d.look("whole-chosen")
	d.keys("Return")
	d.wait("the page", func() bool {
		pages, _ := filepath.Glob(filepath.Join(d.home, "*.pdf"))
		if len(pages) != 1 {
			return false
		}
		text, err := d.tool("pdftotext", pages[0], "-")
		return err == nil && strings.Contains(strings.Join(strings.Fields(text), " "), "Стороны условились о новой встрече в Пробном") &&
			strings.Contains(text, "О повестке") && strings.Contains(text, "к октябрю") && strings.Contains(text, "Иван Пробный")
	})
	if status := d.leaves(window); status != 0 {
		t.Errorf("it ended with %d", status)
	}
}

// TestWindowsWithinTheScreen opens a window that is larger than the screen with its frame, as
// on a small notebook: it lies within the screen, and its menu is drawn whole.
func TestWindowsWithinTheScreen(t *testing.T) {
	asWindows(t)
	d := newDesktop(t)
	d.settleAs(office + "[window]\nwidth = 1400\nheight = 900\n")
	d.open()
	var x, y, width, height int
	d.wait("a window within the screen", func() bool {
		told, err := d.tool("xdotool", "getwindowfocus", "getwindowgeometry", "--shell")
		if err != nil {
			return false
		}
		_, err = fmt.Sscanf(told, "WINDOW=%d\nX=%d\nY=%d\nWIDTH=%d\nHEIGHT=%d", new(int), &x, &y, &width, &height)
		return err == nil && x >= 0 && y > 0 && x+width <= 1280 && y+height <= 800
	})
	d.wait("the menu, whole", func() bool { // no line of letters is cut by its upper edge, and there are some below
		colours := func(height, below int) int {
			different := map[string]bool{}
			for _, colour := range d.dots(x+10, y+below, 360, height) {
				different[colour] = true
			}
			return len(different)
		}
		return colours(2, 1) == 1 && colours(20, 1) > 1
	})
	d.look("within-the-screen")
}

// TestWindowsAnotherScale moves the window to a monitor of another scale and back: it lies where
// Windows says, and what is in it is drawn in that scale.
func TestWindowsAnotherScale(t *testing.T) {
	asWindows(t)
	scale := standIn(t, "scale")
	d := newDesktop(t)
	d.settleAs(office + "[window]\nwidth = 1150\nheight = 600\n")
	d.open()
	for _, c := range []struct{ percent, width, height int }{{150, 1200, 750}, {100, 900, 600}, {200, 1240, 760}, {125, 1100, 700}, {100, 1000, 500}} {
		const left, top = 20, 10
		if out, err := d.tool("wine", scale, fmt.Sprint(96*c.percent/100), fmt.Sprint(left), fmt.Sprint(top), fmt.Sprint(left+c.width), fmt.Sprint(top+c.height)); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		d.wait(fmt.Sprintf("%d %%, in its place", c.percent), func() bool {
			told, err := d.tool("xdotool", "getwindowfocus", "getwindowgeometry", "--shell")
			if err != nil {
				return false
			}
			var x, y, width, height int // without its frame
			if _, err := fmt.Sscanf(told, "WINDOW=%d\nX=%d\nY=%d\nWIDTH=%d\nHEIGHT=%d", new(int), &x, &y, &width, &height); err != nil {
				return false
			}
			button := 0 // the height of «Новый релиз», which is filled
			for _, colour := range d.dots(x+40*c.percent/100, y, 1, height) {
				if colour == "#1F4E79" {
					button++
				}
			}
			const frame, edge = 40, 3
			high := 32 * c.percent / 100
			return x >= left && x+width <= left+c.width && width > c.width-frame && y >= top && y+height <= top+c.height && height > c.height-frame &&
				button >= high-edge && button <= high+edge
		})
		d.look(fmt.Sprint("scale-", c.percent))
	}
}

// TestWindowsNoOpenGL: where neither the screen has OpenGL nor the one beside the program can be
// loaded, it is told in words, and the program ends: nothing of it is left but the message.
func TestWindowsNoOpenGL(t *testing.T) {
	asWindows(t)
	t.Setenv("WINEDLLOVERRIDES", os.Getenv("WINEDLLOVERRIDES")+";opengl32=n,b")
	d := newDesktop(t, "-extension", "GLX")
	d.settle()
	exe := filepath.Join(t.TempDir(), "Программы", "communique.exe")
	copyFile(t, os.Getenv(windowsEnv), exe)
	if err := os.MkdirAll(filepath.Join(filepath.Dir(exe), "opengl"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(filepath.Dir(exe), "opengl", "opengl32.dll"), []byte("no library"), 0o600); err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(filepath.Dir(exe), "communique")
	if err := underWine(program, exe); err != nil {
		t.Fatal(err)
	}
	if status := d.ends(d.begin(program)); status != 0 { // what it started again says the rest
		t.Fatalf("status %d:\n%s", status, d.log())
	}
	left := func() bool { // wine calls processes by the paths of Windows
		processes, err := exec.Command("pgrep", "-f", t.Name()+`.*\\Программы\\communique\.exe`).Output()
		return err == nil && len(processes) > 0
	}
	d.wait("a process with the message", left)
	d.boxTold()
	if !strings.Contains(d.log(), "Окно открыть нельзя") {
		t.Errorf("not told:\n%s", d.log())
	}
	d.wait("the processes to end", func() bool { return !left() })
}

// TestWindowsSoftwareOpenGL: where the screen has no OpenGL, the program starts itself again with
// the one beside it, once, and reads the file that it was started with.
func TestWindowsSoftwareOpenGL(t *testing.T) {
	asWindows(t)
	library := os.Getenv("COMMUNIQUE_OPENGL_LIBRARY")
	if library == "" {
		t.Skip("needs the software OpenGL of the packages: make test-windows")
	}
	t.Setenv("WINEDLLOVERRIDES", os.Getenv("WINEDLLOVERRIDES")+";opengl32=n,b") // else wine has its own library for any of that name
	d := newDesktop(t, "-extension", "GLX")
	d.settle()
	exe := filepath.Join(t.TempDir(), "Программы", "communique.exe")
	copyFile(t, os.Getenv(windowsEnv), exe)
	copyFile(t, library, filepath.Join(filepath.Dir(exe), "opengl", "opengl32.dll"))
	program := filepath.Join(filepath.Dir(exe), "communique")
	if err := underWine(program, exe); err != nil {
		t.Fatal(err)
	}
	first := d.begin(program, filepath.Join(d.oldReleases(), "учение.txt"))
	if status := d.ends(first); status != 0 {
		t.Fatalf("status %d:\n%s", status, d.log())
	}
	there := func(then ...string) bool {
		_, err := d.tool("xdotool", append([]string{"search", "--onlyvisible", "--name", "Communique"}, then...)...)
		return err == nil
	}
	d.wait("the window", func() bool { return there("windowfocus", "--sync") })
	d.opened(drillHeadline)
	d.keys("ctrl+t", "ctrl+End")
	d.write(" drawn")
	d.wait("the text", func() bool { return strings.Contains(string(d.communique("show", "1")), "drawn") })
	d.look("software-opengl")
	d.keys("ctrl+q")
	d.wait("the window to go", func() bool { return !there() })
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.MkdirAll(filepath.Dir(to), 0o700)
	}
	if err == nil {
		err = os.WriteFile(to, data, 0o700)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// files lists what lies below a folder.
func files(t *testing.T, dir string) (all []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			all = append(all, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
