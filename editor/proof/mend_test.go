package proof

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/editor/document"
	"communique/editor/release"
)

// TestAllRepairsTogether makes all repairs of each case at once: they fit, and a few
// rounds leave nothing to mend.
func TestAllRepairsTogether(t *testing.T) {
	for _, rule := range Rules() {
		cases, err := os.ReadFile(filepath.Join("testdata", rule.Code+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(cases)) {
			if line = strings.TrimSuffix(line, "\n"); line == "" {
				continue
			}
			r, p := read(t, line)
			before := len(Check(r, p))
			for round := 0; ; round++ {
				d := document.New(r)
				ops, mended := Repairs(Check(r, p), d)
				if len(mended) == 0 {
					break
				}
				if round > 5 {
					t.Fatalf("%s: %q is mended for ever: %q", rule.Code, line, told(mended))
				}
				if err := d.Apply(ops); err != nil {
					t.Fatalf("%s: %q: %v", rule.Code, line, err)
				}
				d.Write(&r)
			}
			if after := len(Check(r, p)); after > before {
				t.Errorf("%s: %q had %d findings, mended it has %d", rule.Code, line, before, after)
			}
		}
	}
}

// TestRepairsKeepAway: what was accepted, and what has no one right repair, stays.
func TestRepairsKeepAway(t *testing.T) {
	r := body("Стороны  обсудили  ход работ ХХХ.")
	r.Blocks = release.Numbered(r.Blocks)
	found := Check(r, Params{})
	found[0].Accepted = true
	d := document.New(r)
	ops, mended := Repairs(found, d)
	if len(mended) != 1 || mended[0].Start != 17 {
		t.Fatalf("%q", told(mended))
	}
	if err := d.Apply(ops); err != nil {
		t.Fatal(err)
	}
	if text, _, _ := d.Text(document.Body(1, release.Words)); text != "Стороны  обсудили ход работ ХХХ." {
		t.Errorf("%q", text)
	}
}

// TestRepairsThatTouch: of two repairs of the same letters the first is made.
func TestRepairsThatTouch(t *testing.T) {
	r := body("Стороны обсудили ход.")
	r.Blocks = release.Numbered(r.Blocks)
	id := document.Body(1, release.Words)
	found := []Finding{
		{TextID: id, Start: 4, End: 10, Text: "оны об", Put: "x", Mends: true},
		{TextID: id, Start: 0, End: 7, Text: "Стороны", Put: "Гости", Mends: true},
	}
	d := document.New(r)
	ops, mended := Repairs(found, d)
	if err := d.Apply(ops); err != nil || len(mended) != 1 {
		t.Fatalf("%v, %q", err, told(mended))
	}
	if text, _, _ := d.Text(id); text != "Гости обсудили ход." {
		t.Errorf("%q", text)
	}
}
