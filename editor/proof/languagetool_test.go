//go:build unix

package proof

import (
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

	"communique/editor/release"
)

// besideText is a text of the cases, and the places in it of what ours find there.
type besideText struct {
	text   string
	places [][2]int // in code points
}

// besideTexts are the Russian paragraphs of the cases, each with what is found in it and
// in nothing else of its release.
func besideTexts(b *testing.B) (texts []besideText) {
	b.Helper()
	for _, rule := range Rules() {
		cases, err := os.ReadFile(filepath.Join("testdata", rule.Code+".txt"))
		if err != nil {
			b.Fatal(err)
		}
		for line := range strings.Lines(string(cases)) {
			line = strings.TrimSuffix(line, "\n")
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			r, p := read(b, line)
			if len(r.Blocks) != 1 || r.Blocks[0].Kind != release.Paragraph || r.Language != "ru" {
				continue
			}
			text := besideText{text: r.Blocks[0].Text}
			for _, f := range Check(r, p) {
				if f.Field == release.BlocksField && f.End > f.Start {
					text.places = append(text.places, [2]int{f.Start, f.End})
				}
			}
			texts = append(texts, text)
		}
	}
	return texts
}

// BenchmarkBesideLanguageTool checks the same texts with LanguageTool's rules of Russian,
// those that are on by default and its speller. The texts are the cases of our own checks,
// so they tell what LanguageTool looks for and not how good it is at the rest; and the sentences of
// TestWrongForms with a word of each in another form, which tell that. Its time is the processor's
// for 4 KB in a warm process, all threads together; the baseline is ours for the same text.
func BenchmarkBesideLanguageTool(b *testing.B) {
	const home = "../../bin/languagetool"
	if _, err := os.Stat(filepath.Join(home, "Beside.class")); err != nil {
		b.Skip("make bench sets LanguageTool up where there is a JDK and Maven")
	}
	texts := besideTexts(b)
	cases := len(texts)
	texts = append(texts, besideWrongForms(b)...)
	long := page()
	var all strings.Builder
	for _, text := range texts {
		all.WriteString(text.text + "\x00")
	}
	for _, block := range long.Blocks {
		all.WriteString(block.Text + "\n\n")
	}
	run := exec.Command("java", "-cp", filepath.Join(home, "lib", "*")+string(os.PathListSeparator)+home, "Beside")
	run.Stdin = strings.NewReader(all.String() + "\x00")
	out, err := run.Output()
	if err != nil {
		b.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if len(lines) != len(texts)+2 {
		b.Fatalf("%d lines of %d texts", len(lines), len(texts))
	}
	var planted, found, right, alarms, forms, formsFound int
	for i, text := range texts {
		places := besidePlaces(b, lines[i])
		if len(text.places) == 0 {
			right++
			alarms += len(places)
		}
		for _, ours := range text.places {
			seen := 0
			if slices.ContainsFunc(places, func(theirs [2]int) bool { return theirs[0] < ours[1] && ours[0] < theirs[1] }) {
				seen = 1
			}
			if i < cases {
				planted, found = planted+1, found+seen
			} else {
				forms, formsFound = forms+1, formsFound+seen
			}
		}
	}
	micros, err := strconv.Atoi(lines[len(lines)-1])
	if err != nil {
		b.Fatal(err)
	}
	start := processorTime(b)
	for b.Loop() {
		Check(long, Params{})
	}
	ours := (processorTime(b) - start) / time.Duration(b.N)
	b.ReportMetric(float64(planted), "planted")
	b.ReportMetric(float64(found), "found-by-it")
	b.ReportMetric(float64(forms), "wrong-forms")
	b.ReportMetric(float64(formsFound), "forms-found-by-it")
	b.ReportMetric(float64(right), "right-texts")
	b.ReportMetric(float64(alarms), "alarms-by-it")
	b.ReportMetric(float64(micros)/1000, "its-ms")
	b.ReportMetric(float64(micros)*float64(time.Microsecond)/float64(ours), "x-of-ours")
}

// besideWrongForms are the right sentences, and a quarter of the wrong forms of TestWrongForms.
func besideWrongForms(b *testing.B) (texts []besideText) {
	b.Helper()
	sentences := rightSentences(b)
	for _, s := range sentences {
		texts = append(texts, besideText{text: s})
	}
	for _, kind := range wrongFormKinds {
		for _, one := range changed(sentences, kind.at, tried/4) {
			from, until := one.place()
			texts = append(texts, besideText{text: one.text(), places: [][2]int{{from, until}}})
		}
	}
	return texts
}

// processorTime is what this process has used of the processors.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// besidePlaces reads "0-4 7-12". Texts of the cases have no letters of two UTF-16 units
// before a finding.
func besidePlaces(b *testing.B, line string) (places [][2]int) {
	b.Helper()
	for place := range strings.FieldsSeq(line) {
		var from, to int
		if _, err := fmt.Sscanf(place, "%d-%d", &from, &to); err != nil {
			b.Fatal(err)
		}
		places = append(places, [2]int{from, to})
	}
	return places
}
