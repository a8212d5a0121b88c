package page

import (
	"math"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
)

// begins returns where the words behind the tabs of a paragraph's lines begin, from the
// text's left edge, in stops.
func begins(t *testing.T, c *Compositor, block release.Block) [][]float64 {
	t.Helper()
	doc := layout(t, c, release.Release{Language: "ru", Blocks: []release.Block{block}})
	left := c.style.Page.Left * 72 / 25.4
	var all [][]float64
	for _, line := range doc.Pages[0].Lines {
		if line.Part == Furniture || doc.Parts[line.Part].Role != Paragraph {
			continue
		}
		var stops []float64
		for _, r := range line.Runs {
			x := r.X
			for _, g := range r.Glyphs {
				x += g.Advance
				if g.Rune == tab {
					stops = append(stops, math.Round((x-left)/tabStop*1000)/1000)
				}
			}
		}
		all = append(all, stops)
	}
	return all
}

func TestTabs(t *testing.T) {
	c := own(t, "text = { size = 10 }")
	long := strings.Repeat("слово ", 40)
	for _, tt := range []struct {
		name, text string
		want       [][]float64
	}{
		{"at a stop", "Да\tнет", [][]float64{{1}}},
		{"the stop behind a longer word", "Длинное слово\tнет", [][]float64{{3}}},
		{"one stop for all lines", "Да\t1\nДлинное слово\t2\nИ\t3", [][]float64{{3}, {3}, {3}}},
		{"lines without one", "Список:\nДа\t1\nИ нет", [][]float64{nil, {1}, nil}},
		{"several columns", "Да\t1\t2\nДлинное слово\t1 000 000 000 000\t2", [][]float64{{3, 6}, {3, 6}}},
		{"tabs in a row", "Да\t\tнет", [][]float64{{1, 2}}},
		{"none at the edges", "\tДа\t", [][]float64{nil}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := begins(t, c, release.Block{Kind: release.Paragraph, Text: tt.text}); !slices.EqualFunc(got, tt.want, slices.Equal) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
	doc := layout(t, c, release.Release{Language: "ru", Lead: "Да\t" + long + "\tнет"})
	for _, line := range doc.Pages[0].Lines {
		for _, r := range line.Runs {
			for _, g := range r.Glyphs {
				if g.Rune == tab && g.Advance > r.Size*1.05 {
					t.Errorf("a tab in running text is %.1f wide", g.Advance)
				}
			}
		}
	}
}

// A quotation stands off what follows as it does what comes before, in every style.
func TestSpaceAroundQuotations(t *testing.T) {
	for _, name := range []string{"plain", "gost"} {
		c := compositor(t, name)
		for _, next := range []release.Block{{ID: 3, Kind: release.Paragraph, Text: "Дальше."}, {ID: 3, Kind: release.List, Text: "один"}} {
			for _, speaker := range []string{"", "А. Пробный"} {
				doc := layout(t, c, release.Release{Language: "ru", Blocks: []release.Block{
					{ID: 1, Kind: release.Paragraph, Text: "До."}, {ID: 2, Kind: release.Quotation, Text: "Слова.", Speaker: speaker}, next,
				}})
				tops, ends := map[release.BlockID]float64{}, map[release.BlockID]float64{}
				for _, line := range slices.Backward(doc.Pages[0].Lines) {
					if line.Part != Furniture {
						block := doc.Parts[line.Part].Source.Block
						tops[block], ends[block] = line.Top, max(ends[block], line.Top+line.Height)
					}
				}
				if before, after := tops[2]-ends[1], tops[3]-ends[2]; before <= 0 || after < before-1e-9 {
					t.Errorf("%s, %s, %q: %.1f before, %.1f after", name, next.Kind, speaker, before, after)
				}
			}
		}
	}
}
