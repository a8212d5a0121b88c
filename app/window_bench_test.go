package app_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb/xproto"

	"communique/editor/release"
	"communique/export/exporttest"
)

// These benchmarks press keys in the real window and count what the whole process takes
// of the processors for it: pages that follow, checks and saving included. Drawing is done
// by the processors too, without a graphics card. The baselines are Fyne's empty window,
// and its own entry with the same text.

// typingPace is the time from key to key of a quick typist.
const typingPace = 100 * time.Millisecond

// sized is a release of about so many bytes.
func sized(bytes int) release.Release {
	const perCharacter = 1.85 // of Russian in UTF-8
	return exporttest.Release(1, int(float64(bytes)/perCharacter))
}

// words are all that a release says, a paragraph a line.
func words(r release.Release) string {
	var lines []string
	for p := range r.Passages() {
		lines = append(lines, p.Text)
	}
	return strings.Join(lines, "\n")
}

// bench is a screen with hands.
type bench struct {
	*desktop
	hands *hands
}

func newBench(b *testing.B) *bench {
	b.Helper()
	d := newDesktop(b)
	d.settle()
	h, err := newHands(d.display())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(h.conn.Close)
	return &bench{d, h}
}

// display is the name of the screen.
func (d *desktop) display() string {
	at := slices.IndexFunc(d.env, func(s string) bool { return strings.HasPrefix(s, "DISPLAY=:") })
	return strings.TrimPrefix(d.env[at], "DISPLAY=")
}

// has puts releases into the library.
func (w *bench) has(releases ...release.Release) {
	w.t.Helper()
	for i, r := range releases {
		data, err := r.Encode()
		if err != nil {
			w.t.Fatal(err)
		}
		path := filepath.Join(w.home, fmt.Sprint(i, ".release.toml"))
		if err := os.WriteFile(path, data, 0o600); err != nil {
			w.t.Fatal(err)
		}
		w.communique("import", path, "--save")
	}
}

// running opens the window on a release, the only one in the library, at its text.
func (w *bench) running(r release.Release) process {
	w.t.Helper()
	w.has(r)
	p := process{w.t, w.open().Process.Pid}
	w.openFound(strings.Fields(r.Headline)[0], r.Headline)
	w.keys("ctrl+t")
	p.rest()
	return p
}

// beside starts a program of testdata, and waits until its window takes keys.
func (w *bench) beside(name string, args ...string) process {
	w.t.Helper()
	program := filepath.Join(w.t.TempDir(), name)
	if out, err := exec.Command("go", "build", "-o", program, "communique/app/testdata/"+name).CombinedOutput(); err != nil {
		w.t.Fatalf("%v\n%s", err, out)
	}
	cmd := exec.Command(program, args...)
	cmd.Env = w.env
	if err := cmd.Start(); err != nil {
		w.t.Fatal(err)
	}
	w.t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	w.titled(cmd, "^Communique$")
	p := process{w.t, cmd.Process.Pid}
	p.rest()
	return p
}

// end ends a program, so that the next has the screen alone.
func (p process) end() {
	if running, err := os.FindProcess(p.pid); err == nil {
		_ = running.Kill()
		_, _ = running.Wait()
	}
}

// strike presses keys at a typist's pace, one chord a time.
func (w *bench) strike(times int, pace time.Duration, chord ...string) {
	w.t.Helper()
	beat := time.NewTicker(pace)
	defer beat.Stop()
	for range times {
		<-beat.C
		if err := w.hands.press(chord...); err != nil {
			w.t.Fatal(err)
		}
	}
}

// perKey is what a process takes for each of some keys, until it rests again.
func (w *bench) perKey(p process, times int, chord ...string) time.Duration {
	w.t.Helper()
	before := p.rest()
	w.strike(times, typingPace, chord...)
	return (p.rest() - before) / time.Duration(times)
}

// column is where the text stands on the screen, from its left edge to its right.
func (w *bench) column() []byte {
	w.t.Helper()
	image, err := xproto.GetImage(w.hands.conn, xproto.ImageFormatZPixmap, xproto.Drawable(w.hands.root), 290, 150, 600, 500, ^uint32(0)).Reply()
	if err != nil {
		w.t.Fatal(err)
	}
	return image.Data
}

// untilSeen does something, and returns how long it takes until more of the column than
// a caret is another.
func (w *bench) untilSeen(do func()) time.Duration {
	w.t.Helper()
	const caret = 100 // pixels
	before := w.column()
	start := time.Now()
	do()
	for time.Since(start) < patience {
		if now := w.column(); !bytes.Equal(before, now) && changed(before, now) > caret {
			return time.Since(start)
		}
	}
	w.giveUp("a change in the text")
	return 0
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// BenchmarkWindowKey types at the beginning of texts of several lengths. The baselines are
// a key that changes nothing but the caret, which is Fyne's frame, and widget.Entry.
func BenchmarkWindowKey(b *testing.B) {
	for _, size := range []int{3_000, 43_000, 300_000} {
		b.Run(fmt.Sprintf("%dKB", size/1000), func(b *testing.B) {
			const keys = 60
			r := sized(size)
			var ours, frame, theirs time.Duration
			for range b.N {
				w := newBench(b)
				p := w.running(r)
				ours += w.perKey(p, keys, "A")
				frame += w.perKey(p, keys, "Left")
				p.end()
				if size > 43_000 { // nobody waits for it
					continue
				}
				entry := w.entryWith(r)
				theirs += w.perKey(entry, keys/4, "A")
				entry.end()
			}
			n := time.Duration(b.N)
			b.ReportMetric(ms(ours/n), "cpu-ms/key")
			b.ReportMetric(float64(ours)/float64(frame), "x-of-a-frame")
			if theirs > 0 {
				b.ReportMetric(float64(theirs)/float64(ours), "x-less-than-Entry")
			}
		})
	}
}

// entryWith opens Fyne's own entry with the words of a release.
func (w *bench) entryWith(r release.Release) process {
	w.t.Helper()
	text := filepath.Join(w.home, "text")
	if err := os.WriteFile(text, []byte(words(r)), 0o600); err != nil {
		w.t.Fatal(err)
	}
	return w.beside("entrywindow", text)
}

// BenchmarkWindowIdle rests with the caret in a text, first while it blinks, then when that
// is over, then in the field of the search. The baseline is the entry, whose caret fades for ever; beside them stands the
// empty window.
func BenchmarkWindowIdle(b *testing.B) {
	const rest = 10 * time.Second
	share := func(p process) float64 {
		before := p.rest()
		time.Sleep(rest)
		return 100 * float64(p.cpu()-before) / float64(rest)
	}
	var blinking, ours, field, entry, empty float64
	for range b.N {
		w, r := newBench(b), sized(3_000)
		p := w.running(r)
		w.strike(1, time.Millisecond, "A")
		blinking += share(p)
		ours += share(p)
		w.strike(1, time.Millisecond, "F4") // to the search
		field += share(p)
		p.end()
		p = w.entryWith(r)
		entry += share(p)
		p.end()
		empty += share(w.beside("emptywindow"))
	}
	n := float64(b.N)
	b.ReportMetric(blinking/n, "%-after-a-key")
	b.ReportMetric(ours/n, "%-of-a-core")
	b.ReportMetric(field/n, "%-in-a-field")
	b.ReportMetric(entry/n, "%-Entry")
	b.ReportMetric(empty/n, "%-empty-window")
	b.ReportMetric(ours/entry, "x-of-Entry")
}

// BenchmarkWindowMemory opens releases, and types 2,000 keys and 20,000 into one. The
// baseline is the empty window.
func BenchmarkWindowMemory(b *testing.B) {
	w := newBench(b)
	empty := w.beside("emptywindow")
	baseline := empty.atRest()
	empty.end()
	for _, size := range []int{3_000, 300_000} {
		b.Run(fmt.Sprintf("%dKB", size/1000), func(b *testing.B) {
			for range b.N {
				w := newBench(b)
				p := w.running(sized(size))
				opened := p.atRest()
				b.ReportMetric(opened-baseline, "MB-over-empty")
				b.ReportMetric(opened/baseline, "x-of-empty")
				if size > 3_000 {
					continue
				}
				struck := 0
				for _, keys := range []int{2_000, 20_000} {
					w.typeAndTakeBack(keys - struck)
					struck = keys
					b.ReportMetric(p.atRest()-opened, fmt.Sprintf("MB-more-after-%d", keys))
				}
			}
		})
	}
}

// typeAndTakeBack strikes many keys, a few in each frame: words of a paragraph, and after
// each some that take back most of it, so that the text grows little.
func (w *bench) typeAndTakeBack(keys int) {
	const pace = 5 * time.Millisecond
	for struck := 0; struck < keys; struck += 200 {
		for i := range 100 {
			w.strike(1, pace, []string{"A", "B", "C", "Space", "D"}[i%5])
		}
		w.strike(100, pace, "BackSpace")
	}
}

// BenchmarkWindowLongText does what takes long in a text of 300 KB, until it is seen on
// the screen. The baseline is a key there.
func BenchmarkWindowLongText(b *testing.B) {
	took := map[string]time.Duration{}
	for range b.N {
		w := newBench(b)
		r := sized(300_000)
		blank := exporttest.Release(2, 300)
		blank.Headline = "Пустой"
		w.has(blank)
		p := w.running(r)
		seen := func(name string, chord ...string) {
			p.rest()
			took[name] += w.untilSeen(func() { w.strike(1, time.Millisecond, chord...) })
		}
		search := func(words string) { // each step from rest: of 300 KB much is under way
			p.rest()
			w.keys("F4", "ctrl+a")
			w.write(words)
			p.rest()
		}
		openBlank := func() {
			search("Пустой")
			w.keys("Return")
			p.rest()
			w.opened(blank.Headline)
		}
		seen("key", "Return")
		w.keys("ctrl+z") // a release without a lead is asked about before it is copied
		seen("page", "Next")
		openBlank()
		search("Состоялась")
		seen("open", "Return")
		openBlank()
		w.keys("ctrl+t", "ctrl+End")
		w.give(words(r))
		seen("paste", "Ctrl", "V")
		took["key-while-it-is-pasted"] += w.untilSeen(func() { w.strike(1, time.Millisecond, "Return") })
		w.keys("ctrl+h", "ctrl+a")
		w.write("ств") // some 1,300 of them
		w.keys("Tab", "Tab", "Tab", "Tab")
		w.write("участники")
		p.rest()
		w.keys("Tab", "Tab", "space", "Escape")
		seen("undo-of-all", "Ctrl", "Z")
	}
	for name, d := range took {
		b.ReportMetric(ms(d/time.Duration(b.N)), name+"-ms")
		b.ReportMetric(float64(d)/float64(took["key"]), name+"-x-of-key")
	}
}

// BenchmarkWindowScroll turns the wheel through 300 KB. The baseline is a key that changes
// nothing but the caret, which is Fyne's frame.
func BenchmarkWindowScroll(b *testing.B) {
	const notches = 60
	var scrolling, frame time.Duration
	for range b.N {
		w := newBench(b)
		p := w.running(sized(300_000))
		frame += w.perKey(p, notches, "Left")
		before := p.rest()
		beat := time.NewTicker(typingPace)
		for range notches {
			<-beat.C
			if err := w.hands.click(570, 400, 5); err != nil {
				b.Fatal(err)
			}
		}
		beat.Stop()
		scrolling += (p.rest() - before) / notches
	}
	b.ReportMetric(ms(scrolling/time.Duration(b.N)), "cpu-ms/notch")
	b.ReportMetric(float64(scrolling)/float64(frame), "x-of-a-frame")
}
