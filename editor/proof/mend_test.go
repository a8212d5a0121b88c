package proof

import (
	"os"
	"path/filepath"
	"slices"
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
				ops, mended := mending(Check(r, p), d)
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
	ops, mended := mending(found, d)
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
	ops, mended := mending(found, d)
	if err := d.Apply(ops); err != nil || len(mended) != 1 {
		t.Fatalf("%v, %q", err, told(mended))
	}
	if text, _, _ := d.Text(id); text != "Гости обсудили ход." {
		t.Errorf("%q", text)
	}
}

// TestMendGoesOn: repairs that overlap are made one after the other, in one step that takes all back; what was done is
// listed down the page, each with what stands there in the end.
func TestMendGoesOn(t *testing.T) {
	for text, want := range map[string][]string{
		"Стороны обсудили ход ход  ход работ, в в  в течении года.": {"Стороны обсудили ход работ, в течение года.", "ход ход → ход", "   →  ", "ход ход → ход", "в в → в", "   →  ", "в течении → в течение", "в в → в"},
		"Гости  обсудили ход.": {"Гости обсудили ход.", "   →  "},
	} {
		r := body(text)
		r.Blocks = release.Numbered(r.Blocks)
		m := Mend(r, func(r release.Release) []Finding { return Check(r, Params{}) })
		got := []string{m.Release.Blocks[0].Text}
		for _, f := range m.Done {
			got = append(got, f.Text+" → "+f.Put)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q", text, got)
		}
		d := document.New(r)
		if err := d.Apply(m.Ops); err != nil {
			t.Fatal(err)
		}
		id := document.Body(r.Blocks[0].ID, release.Words)
		if now, _, _ := d.Text(id); now != want[0] {
			t.Errorf("%q: the step leads to %q", text, now)
		}
		if err := d.Apply(m.Ops.Inverse()); err != nil {
			t.Fatal(err)
		}
		if now, _, _ := d.Text(id); now != text {
			t.Errorf("%q: taken back it is %q", text, now)
		}
	}
}
