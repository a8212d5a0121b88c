package app_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkFirstFrame measures from the start of the process until its window
// is on the screen; the baseline is the smallest Fyne window, on the same
// screen in the same run.
func BenchmarkFirstFrame(b *testing.B) {
	d := newDesktop(b)
	d.settle()
	empty := filepath.Join(b.TempDir(), "empty")
	if out, err := exec.Command("go", "build", "-o", empty, "communique/app/testdata/emptywindow").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	d.untilShown(empty) // both are read from the disk once before it counts
	d.untilShown(binary)
	ours, theirs := time.Duration(0), time.Duration(0)
	b.ResetTimer()
	for range b.N {
		theirs += d.untilShown(empty)
		ours += d.untilShown(binary)
	}
	b.ReportMetric(float64(ours)/float64(theirs), "x-of-empty-window")
	b.ReportMetric(float64(ours.Milliseconds())/float64(b.N), "ms/first-frame")
}

// untilShown starts a program, waits for its window, and ends it.
func (d *desktop) untilShown(program string) time.Duration {
	d.t.Helper()
	cmd := exec.Command(program)
	cmd.Env = d.env
	start := time.Now()
	if err := cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	_, err := d.tool("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Communique$")
	took := time.Since(start)
	if err != nil {
		d.t.Fatal(err)
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	d.wait("the window to go", func() bool {
		id, _ := d.tool("xdotool", "search", "--onlyvisible", "--name", "^Communique$")
		return strings.TrimSpace(id) == ""
	})
	return took
}

// BenchmarkExportPDF measures the whole process from raw text to PDF, in CPU
// time; the baseline is the same process printing its version.
func BenchmarkExportPDF(b *testing.B) {
	d := &desktop{t: b, home: b.TempDir()}
	source := filepath.Join("..", "editor", "intake", "testdata", "mixed.txt")
	ours, theirs := time.Duration(0), time.Duration(0)
	for range b.N {
		theirs += d.cpu("--version")
		ours += d.cpu("export", source, "--to", "pdf", "-o", d.home, "--force")
	}
	b.ReportMetric(float64(ours)/float64(theirs), "x-of-version")
	b.ReportMetric(float64(ours.Milliseconds())/float64(b.N), "cpu-ms/export-of-4")
}

func (d *desktop) cpu(args ...string) time.Duration {
	d.t.Helper()
	cmd := exec.Command(binary, args...)
	cmd.Env = append(d.env, "HOME="+d.home)
	if out, err := cmd.CombinedOutput(); err != nil {
		d.t.Fatalf("%v\n%s", err, out)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}
