package export_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export"
	"communique/export/exporttest"
)

// TestAPictureMoreIsMadeReady: of a release that shows what the one before showed, and
// more, whatever comes first.
func TestAPictureMoreIsMadeReady(t *testing.T) {
	hash := func(sign string) string { return strings.Repeat(sign, 64) }
	var asked []string
	o := office(t)
	o.Pictures = func(wanted string) ([]byte, error) {
		asked = append(asked, wanted[:1])
		return exporttest.Photograph(60, 40, 1), nil
	}
	press := export.NewPress(o)
	for _, tt := range []struct{ shown, asked string }{{"a", "a"}, {"ab", "b"}, {"cab", "c"}, {"a", ""}, {"ba", "b"}, {"aa", ""}} {
		r := exporttest.Release(1, 100)
		for _, sign := range strings.Split(tt.shown, "") {
			r.Blocks = append(r.Blocks, release.Block{Kind: release.Picture, Picture: hash(sign), Text: "Снимок " + sign})
		}
		asked = nil
		printed, err := press.Print(export.HTML, r)
		if err != nil {
			t.Fatal(err)
		}
		slices.Sort(asked)
		if got := strings.Join(asked, ""); got != tt.asked {
			t.Errorf("showing %s, asked for %q, want %q", tt.shown, got, tt.asked)
		}
		if n := bytes.Count(printed.Data, []byte("<img ")); n != len(tt.shown) {
			t.Errorf("showing %s, %d pictures are in it", tt.shown, n)
		}
	}
}

// TestWhoseAFormIs: all forms but the bare texts say whose the release is.
func TestWhoseAFormIs(t *testing.T) {
	for _, f := range export.Forms() {
		if bare := f == export.Text || f == export.Markdown; f.Letterhead() == bare {
			t.Errorf("%s: %v", f, f.Letterhead())
		}
	}
}
