//go:build linux

package app_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"communique/export/exporttest"
)

// fortyPages is how many characters a document of forty pages has.
const fortyPages = 100_000

// written writes some releases of about so many characters into a folder, in forms that import reads.
func (d *desktop) written(folder string, releases, characters int, forms string) {
	d.t.Helper()
	export := []string{"export", "--to", forms, "-o", folder, "--despite", "a measure"}
	for n := range releases {
		r := exporttest.Release(uint64(n), characters)
		r.Headline = fmt.Sprint(r.Headline, " № ", n) // their files are called by it
		data, err := r.Encode()
		if err != nil {
			d.t.Fatal(err)
		}
		source := filepath.Join(d.home, fmt.Sprint(n, ".toml"))
		if err := os.WriteFile(source, data, 0o600); err != nil {
			d.t.Fatal(err)
		}
		export = append(export, source)
	}
	d.cpu(export...)
}

// BenchmarkImportDocument reads a Word document of forty pages with a process of its own, and reports the median time of one; the
// baseline is the same process reading a document of one page.
func BenchmarkImportDocument(b *testing.B) {
	d := &desktop{t: b, home: b.TempDir()}
	written := func(characters int) string {
		folder := filepath.Join(d.home, fmt.Sprint(characters))
		d.written(folder, 1, characters, "docx")
		files, err := filepath.Glob(filepath.Join(folder, "*.docx"))
		if err != nil || len(files) != 1 {
			b.Fatal(files, err)
		}
		return files[0]
	}
	document, page := written(fortyPages), written(exporttest.OnePage)
	var documents, pages []time.Duration
	took := func(file string) time.Duration {
		begun := time.Now()
		d.cpu("import", "--json", file)
		return time.Since(begun)
	}
	for b.Loop() {
		documents, pages = append(documents, took(document)), append(pages, took(page))
	}
	slices.Sort(documents)
	slices.Sort(pages)
	median := len(documents) / 2
	b.ReportMetric(float64(documents[median].Microseconds())/1000, "ms/document")
	b.ReportMetric(float64(documents[median])/float64(pages[median]), "x-of-one-page")
}

// BenchmarkImportFolder brings a folder of ten thousand files, of seven forms that the program writes, into a new library, and reports what
// that takes of the processors and of memory; the baseline is a folder of a tenth of them.
func BenchmarkImportFolder(b *testing.B) {
	const forms = "pdf,docx,txt,html,md,eml,ninjs"
	releases := 10_000/len(strings.Split(forms, ",")) + 1
	d := &desktop{t: b, home: b.TempDir()}
	whole, tenth := filepath.Join(d.home, "whole"), filepath.Join(d.home, "tenth")
	d.written(whole, releases, exporttest.OnePage, forms)
	d.written(tenth, releases/10, exporttest.OnePage, forms)
	var ours, theirs time.Duration
	var most int64
	libraries := 0
	for b.Loop() {
		libraries++
		cpu, memory := d.broughtIn(whole, libraries)
		ours, most = ours+cpu, max(most, memory)
		cpu, _ = d.broughtIn(tenth, -libraries)
		theirs += cpu
	}
	b.ReportMetric(ours.Seconds()/float64(b.N), "cpu-s/folder")
	b.ReportMetric(float64(most)/1024, "MiB")
	b.ReportMetric(float64(ours)/float64(theirs), "x-of-a-tenth")
}

// broughtIn imports a folder into a library of its own, and returns what that took of the processors, and the most memory in KiB.
func (d *desktop) broughtIn(folder string, library int) (cpu time.Duration, memory int64) {
	d.t.Helper()
	cmd := exec.Command(binary, "import", folder, "--library", filepath.Join(d.home, fmt.Sprint(library, ".db")))
	cmd.Env = append(d.env, "HOME="+d.home)
	if out, err := cmd.CombinedOutput(); err != nil {
		d.t.Fatalf("%v\n%s", err, out[max(0, len(out)-2000):])
	}
	state := cmd.ProcessState
	return state.UserTime() + state.SystemTime(), state.SysUsage().(*syscall.Rusage).Maxrss
}
