package page

import (
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest"
)

// filledTo returns the breakpoints of a ragged text of words, each ten letters of 10
// points, by their places, on lines of a width.
func filledTo(width float64, words int, costs map[int]float64) []int {
	f := fitOf(words, measureOf{first: width, rest: width, ragged: true})
	for at, cost := range costs {
		f.points[at].cost = cost
	}
	var list []int
	for _, p := range f.fill(f.points) {
		list = append(list, slices.Index(f.points, p))
	}
	return list
}

func TestFill(t *testing.T) {
	for _, c := range []struct {
		name  string
		width float64
		words int
		costs map[int]float64
		want  []int
	}{
		{"two words a line", 250, 6, nil, []int{1, 3, 5}},
		{"as many as there is room for", 320, 6, nil, []int{2, 5}},
		{"no number is parted from its noun", 430, 6, map[int]float64{3: lostCost}, []int{2, 5}},
		{"unless the line were too empty", 250, 6, map[int]float64{1: lostCost}, []int{1, 3, 5}},
		{"a cost further on tells nothing", 320, 6, map[int]float64{3: lostCost}, []int{2, 5}},
		{"a word too wide", 90, 6, nil, nil},
		{"one word", 250, 1, nil, []int{0}},
		{"a last line that is hardly there gets a word", 1209, 12, nil, []int{9, 11}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := filledTo(c.width, c.words, c.costs); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

// Lines of text that is not justified take every word they have room for; those of a
// headline are about as long as each other.
func TestTextIsFilledAndHeadlinesAreBalanced(t *testing.T) {
	kazakh := strings.Repeat("Бүгін Астанада ынтымақтастық мәселелері талқыланды және бірқатар құжатқа қол қойылды. ", 5)
	for name, r := range map[string]release.Release{
		"a language whose words are not broken": {Language: "kk-x", Blocks: []release.Block{{Kind: release.Paragraph, Text: kazakh}, {Kind: release.List, Text: kazakh + "\n" + kazakh}}},
		"Russian in a ragged style":             exporttest.Release(7, 3000),
	} {
		c := own(t, "text = { align = \"left\" }")
		right := (210 - c.style.Page.Right) * 72 / 25.4
		lines := 0
		doc := layout(t, c, r)
		for _, p := range doc.Pages {
			for i := 1; i < len(p.Lines); i++ {
				line, next := p.Lines[i-1], p.Lines[i]
				if line.Part == Furniture || line.Part != next.Part || doc.Parts[line.Part].Role == Headline {
					continue
				}
				lines++
				last := line.Runs[len(line.Runs)-1]
				word, _, _ := strings.Cut(words(next), " ")
				before := []rune(strings.TrimSpace(words(line)))
				needed := width(c.shaper.shape(" "+word, next.Runs[0].Face, last.Size))
				free := right - last.X - last.Width()
				if excused := len(before) > 1 && before[len(before)-2] == ' ' || strings.ContainsAny(word, "0123456789—"); !excused && needed < free-1 && len([]rune(word)) > 1 {
					t.Errorf("%s: %q leaves %.0f for %q", name, words(line), free, word)
				}
			}
		}
		if lines < 10 {
			t.Errorf("%s: only %d lines", name, lines)
		}
	}
	c := compositor(t, "plain")
	doc := layout(t, c, release.Release{Headline: "Совет содружества объявил о начале совместных учений на трёх полигонах"})
	var ends []float64
	for _, line := range doc.Pages[0].Lines {
		if line.Part != Furniture && doc.Parts[line.Part].Role == Headline {
			last := line.Runs[len(line.Runs)-1]
			ends = append(ends, last.X+last.Width())
		}
	}
	if len(ends) != 2 || ends[1] < 0.7*ends[0] {
		t.Errorf("the lines of a headline end at %v", ends)
	}
}

// TestHeadlinesKeepTheirPrepositions with what they belong to, and numbers with what they count.
func TestHeadlinesKeepTheirPrepositions(t *testing.T) {
	for headline, end := range map[string]string{
		"Генеральний секретар узяв участь у засіданні Ради колективної безпеки":    "участь",
		"Генеральны сакратар прыняў удзел у пасяджэнні Савета калектыўнай бяспекі": "удзел",
		"Генеральный секретарь принял участие в заседании Совета содружества":      "участие",
		"На открытии полигона в Пробном собрались 250 участников из шести стран":   "Пробном",
	} {
		doc := layout(t, compositor(t, "plain"), release.Release{Headline: headline})
		for _, line := range doc.Pages[0].Lines {
			if line.Part != Furniture && doc.Parts[line.Part].Role == Headline {
				if got := strings.TrimSpace(words(line)); !strings.HasSuffix(got, end) {
					t.Errorf("%s: the first line is %q", headline, got)
				}
				break
			}
		}
	}
}
