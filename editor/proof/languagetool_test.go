package proof

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
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
// so they tell what LanguageTool looks for and not how good it is at the rest. Its time is
// that of 4 KB in a warm process; the baseline is ours for the same text.
func BenchmarkBesideLanguageTool(b *testing.B) {
	const home = "../../bin/languagetool"
	if _, err := os.Stat(filepath.Join(home, "Beside.class")); err != nil {
		b.Skip("make bench sets LanguageTool up where there is a JDK and Maven")
	}
	texts := besideTexts(b)
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
	var planted, found, right, alarms int
	for i, text := range texts {
		places := besidePlaces(b, lines[i])
		if len(text.places) == 0 {
			right++
			alarms += len(places)
		}
		for _, ours := range text.places {
			planted++
			for _, theirs := range places {
				if theirs[0] < ours[1] && ours[0] < theirs[1] {
					found++
					break
				}
			}
		}
	}
	micros, err := strconv.Atoi(lines[len(lines)-1])
	if err != nil {
		b.Fatal(err)
	}
	ours := time.Duration(1 << 62)
	for b.Loop() {
		start := time.Now()
		Check(long, Params{})
		ours = min(ours, time.Since(start))
	}
	b.ReportMetric(float64(planted), "planted")
	b.ReportMetric(float64(found), "found-by-it")
	b.ReportMetric(float64(right), "right-texts")
	b.ReportMetric(float64(alarms), "alarms-by-it")
	b.ReportMetric(float64(micros)/1000, "its-ms")
	b.ReportMetric(float64(micros)*float64(time.Microsecond)/float64(ours), "x-of-ours")
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
