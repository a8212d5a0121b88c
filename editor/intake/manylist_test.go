package intake

import (
	"os"
	"strings"
	"testing"
)

// TestReleasesInManyManners reads the releases of testdata/releases.tsv: in the manners of wires, of the United Nations and of
// companies, in languages of Central Asia, of Belarus and of Armenia, and as one line with a website's foot. A line is a text, ⏎
// its lines' ends, and behind tabs its headline, day, place, the beginning of its lead, a dateline left aside, and its subheadline where it has one.
func TestReleasesInManyManners(t *testing.T) {
	data, err := os.ReadFile("testdata/releases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		found, err := Read(Source{Data: []byte(strings.ReplaceAll(f[0], "⏎", "\n"))})
		if err != nil || len(found.Releases) != 1 {
			t.Errorf("%s: %d releases, %v", f[0], len(found.Releases), err)
			continue
		}
		r := found.Releases[0]
		subheadline := strings.Join(f[5:], "")
		if at := strings.Index(r.Lead, f[4]); r.Subheadline != subheadline || r.Headline != f[1] || r.Date.String() != f[2] || !strings.EqualFold(r.Place, f[3]) || at < 0 || at > 80 {
			t.Errorf("%s\n got %q, %q, %s, %q, %q", f[0], r.Headline, r.Subheadline, r.Date, r.Place, r.Lead)
		}
	}
}
