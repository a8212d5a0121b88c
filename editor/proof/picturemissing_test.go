package proof

import (
	"strings"
	"testing"

	"communique/editor/release"
)

// A picture whose file is lost is told wherever it is shown, by what is said of it.
func TestLostPictures(t *testing.T) {
	lost, there := strings.Repeat("a", 64), strings.Repeat("b", 64)
	r := sound()
	r.Blocks = append(
		r.Blocks,
		release.Block{ID: 101, Kind: release.Picture, Picture: lost, Text: "Зал\nзаседаний", Author: "Анна Примерова"},
		release.Block{ID: 102, Kind: release.Picture, Picture: there, Text: "Президиум"},
		release.Block{ID: 103, Kind: release.Picture, Picture: lost, Alternative: "Двое за столом"},
		release.Block{ID: 104, Kind: release.Picture, Picture: lost},
	)
	if found := Check(r, Params{}); len(found) > 0 {
		t.Errorf("nobody has said that one is lost: %+v", found)
	}
	want := []struct {
		block      release.BlockID
		text, fact string
		end        int
	}{
		{101, "Зал заседаний", "finding-picture-missing", 13},
		{103, "Двое за столом", "finding-picture-missing", 0},
		{104, "", "finding-picture-missing-unnamed", 0},
	}
	found := Check(r, Params{Lost: []string{lost}})
	if len(found) != len(want) || len(Blocking(found)) != len(want) {
		t.Fatalf("got %+v", found)
	}
	for i, f := range found {
		fact, args := f.Fact()
		at := release.Position{TextID: release.TextID{Field: release.BlocksField, Block: want[i].block}}
		if f.Code != PictureMissing || f.Position() != at || r.Blocks[f.Index].ID != want[i].block || f.End != want[i].end || fact != want[i].fact || args["Text"] != want[i].text {
			t.Errorf("%+v, %s, %v; want %+v", f, fact, args, want[i])
		}
	}
}
