package export_test

import (
	"bytes"
	"regexp"
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

// TestAWordDocumentOfOnePage: a release that is to be one page is set in the size of its
// page, and told to run over as the page does.
func TestAWordDocumentOfOnePage(t *testing.T) {
	size := func(paragraphs int, onePage bool) (string, int) {
		r := release.Release{Language: "ru", Headline: "Итоги", OnePage: onePage}
		for range paragraphs {
			r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: strings.Repeat("Стороны обсудили ход учений. ", 12)})
		}
		c, err := export.NewPress(office(t)).Print(export.DOCX, r)
		if err != nil {
			t.Fatal(err)
		}
		styles := unzipped(t, c.Data)
		found := regexp.MustCompile(`(?s)<w:docDefaults>.*?<w:sz w:val="(\d+)"`).FindStringSubmatch(styles)
		if found == nil {
			t.Fatal(styles)
		}
		return found[1], c.Over
	}
	usual, _ := size(10, false)
	if fitted, over := size(10, true); fitted >= usual || over != 0 {
		t.Errorf("set in %s half points, usually in %s, %d lines over", fitted, usual, over)
	}
	if short, over := size(2, true); short != usual || over != 0 {
		t.Errorf("what fits is set in %s half points, usually in %s, %d lines over", short, usual, over)
	}
	if long, over := size(30, true); long != usual || over == 0 {
		t.Errorf("what cannot fit is set in %s half points, usually in %s, %d lines over", long, usual, over)
	}
}
