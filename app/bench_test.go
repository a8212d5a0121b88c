package app_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/file"
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

// BenchmarkStart measures a command that does nothing, in CPU time: what every command
// pays first. The baseline is qpdf printing its version.
func BenchmarkStart(b *testing.B) {
	d := &desktop{t: b, home: b.TempDir()}
	var ours, theirs time.Duration
	for b.Loop() {
		ours += d.cpu("--version")
		theirs += d.cpuOf("qpdf", "--version")
	}
	b.ReportMetric(float64(ours.Microseconds())/1000/float64(b.N), "cpu-ms/start")
	b.ReportMetric(float64(ours)/float64(theirs), "x-of-qpdf")
}

// BenchmarkExportPage measures the whole process from a release of one page to its PDF,
// in CPU time; the baseline is the same process printing its version.
func BenchmarkExportPage(b *testing.B) {
	d := &desktop{t: b, home: b.TempDir()}
	data, err := exporttest.Release(1, exporttest.OnePage).Encode()
	if err != nil {
		b.Fatal(err)
	}
	source := filepath.Join(d.home, "release.toml")
	if err := os.WriteFile(source, data, 0o600); err != nil {
		b.Fatal(err)
	}
	var ours, theirs time.Duration
	for b.Loop() {
		ours += d.cpu("export", source, "--to", "pdf", "-o", d.home, "--force")
		theirs += d.cpu("--version")
	}
	b.ReportMetric(float64(ours.Microseconds())/1000/float64(b.N), "cpu-ms/page")
	b.ReportMetric(float64(ours)/float64(theirs), "x-of-version")
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

// BenchmarkExportBesideOthers sets the same release of three pages with this
// program, with LibreOffice, and with Typst where it is installed: whole
// processes, in CPU time. The baseline is LibreOffice.
func BenchmarkExportBesideOthers(b *testing.B) {
	d := &desktop{t: b, home: b.TempDir()}
	r := exporttest.Release(1, exporttest.ThreePages)
	data, err := r.Encode()
	if err != nil {
		b.Fatal(err)
	}
	source := filepath.Join(d.home, "release.toml")
	markup := filepath.Join(d.home, "release.typ")
	for path, content := range map[string][]byte{source: data, markup: []byte(typstSource(r))} {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	d.cpu("export", source, "--to", "docx", "-o", d.home)
	document := filepath.Join(d.home, file.Name(r)+".docx")
	office := []string{"soffice", "-env:UserInstallation=file://" + d.home + "/office", "--headless", "--convert-to", "pdf", "--outdir", d.home, document}
	d.cpuOf(office...) // its profile is made once
	typst, err := exec.LookPath("typst")
	hasTypst := err == nil
	var ours, theirs, typsts time.Duration
	for b.Loop() {
		ours += d.cpu("export", source, "--to", "pdf", "-o", d.home, "--force")
		theirs += d.cpuOf(office...)
		if hasTypst {
			typsts += d.cpuOf(typst, "compile", markup, filepath.Join(d.home, "typst.pdf"))
		}
	}
	b.ReportMetric(float64(ours.Milliseconds())/float64(b.N), "cpu-ms/ours")
	b.ReportMetric(float64(theirs.Milliseconds())/float64(b.N), "cpu-ms/LibreOffice")
	b.ReportMetric(float64(ours)/float64(theirs), "x-of-LibreOffice")
	if hasTypst {
		b.ReportMetric(float64(typsts.Milliseconds())/float64(b.N), "cpu-ms/Typst")
		b.ReportMetric(float64(ours)/float64(typsts), "x-of-Typst")
	}
}

// typstSource writes a release as Typst reads it.
func typstSource(r release.Release) string {
	var s strings.Builder
	s.WriteString("#set text(lang: \"ru\", size: 11.5pt)\n#set par(justify: true)\n= " + r.Headline + "\n\n" + r.Lead + "\n\n")
	for _, b := range r.Blocks {
		if b.Kind == release.Subheading {
			s.WriteString("== ")
		}
		s.WriteString(b.Text + "\n\n")
	}
	return s.String()
}

func (d *desktop) cpu(args ...string) time.Duration {
	d.t.Helper()
	return d.cpuOf(append([]string{binary}, args...)...)
}

// cpuOf runs a program and returns what it and its children took of the CPU.
func (d *desktop) cpuOf(args ...string) time.Duration {
	d.t.Helper()
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(d.env, "HOME="+d.home, "PATH="+os.Getenv("PATH"))
	if out, err := cmd.CombinedOutput(); err != nil {
		d.t.Fatalf("%v\n%s", err, out)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}
