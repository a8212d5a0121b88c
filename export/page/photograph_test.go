package page

import (
	"math"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/picture"
	"communique/export/style"
)

// shown is a release with so many paragraphs above a picture.
func shown(above int, b release.Block) release.Release {
	r := release.Release{Language: "ru", Status: release.Issued}
	for range above {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: "Выше."})
	}
	b.Kind, b.Picture = release.Picture, "a"
	r.Blocks = release.Numbered(append(r.Blocks, b, release.Block{Kind: release.Paragraph, Text: "Ниже."}))
	return r
}

// TestPictures: a picture is as wide as the text, if it has the dots, no higher than
// most of the page, and goes overleaf with its caption.
func TestPictures(t *testing.T) {
	width := (210 - 25 - 20) * style.Point
	highest := 0.6 * (297 - 18 - 24) * style.Point
	for _, c := range []struct {
		name         string
		across, down int
		want         [2]float64
	}{
		{"large", 2000, 1000, [2]float64{width, width / 2}},
		{"as many dots as wanted", 975, 500, [2]float64{width, width * 500 / 975}},
		{"few dots", 300, 150, [2]float64{144, 72}},
		{"a portrait", 1000, 2000, [2]float64{highest / 2, highest}},
		{"a line", 2000, 1, [2]float64{width, width / 2000}},
	} {
		set := picture.Set{"a": {Data: []byte("a"), Type: "image/jpeg", Width: c.across, Height: c.down}}
		for above := range 45 {
			doc := layoutWith(t, "plain", set, shown(above, release.Block{Text: strings.TrimSpace(strings.Repeat("Подпись под фото. ", 40)), Author: "Анна Примерова"}))
			for n, p := range doc.Pages {
				for _, pic := range p.Pictures {
					if math.Abs(pic.Width-c.want[0]) > 0.5 || math.Abs(pic.Height-c.want[1]) > 0.5 || pic.Type != "image/jpeg" || string(pic.Data) != "a" {
						t.Errorf("%s: got %+v, want %v", c.name, pic, c.want)
					}
					if foot := (297 - 24) * style.Point; pic.Y+pic.Height > foot {
						t.Errorf("%s: it reaches to %v, the page to %v", c.name, pic.Y+pic.Height, foot)
					}
					caption := pic.Part + 1
					if at := places(doc)[caption].pages; doc.Parts[caption].Role != Caption || len(at) != 1 || at[0] != n {
						t.Errorf("%s, %d above: the picture is on page %d, its caption on %v", c.name, above, n, at)
					}
				}
			}
		}
	}
}

func TestCaptions(t *testing.T) {
	set := picture.Set{"a": {Data: []byte("a"), Type: "image/png", Width: 100, Height: 100}}
	for _, c := range []struct {
		name           string
		block          release.Block
		english        bool
		caption, shows string
		missing        string // what stands in the picture's place where its file is not there
	}{
		{"everything", release.Block{Text: "Встреча", Author: "Анна\nПримерова", Alternative: "Двое за столом"}, false, "Встреча. Фото: Анна Примерова", "Двое за столом", "[Фото: Двое за столом]"},
		{"no alternative", release.Block{Text: "Встреча"}, false, "Встреча", "Встреча", "[Фото]"},
		{"a question", release.Block{Text: "Кто там? \n", Author: "Анна Примерова"}, false, "Кто там? Фото: Анна Примерова", "Кто там?", "[Фото]"},
		{"an author alone", release.Block{Author: "Анна Примерова"}, false, "Фото: Анна Примерова", "Фото", "[Фото]"},
		{"nothing", release.Block{}, false, "", "Фото", "[Фото]"},
		{"nothing in English", release.Block{}, true, "", "Photo", "[Photo]"},
	} {
		r := shown(0, c.block)
		if c.english {
			r.Language = "en"
		}
		doc := layoutWith(t, "plain", set, r)
		got := map[Role]string{}
		groups := map[Role]int{}
		for _, part := range doc.Parts {
			got[part.Role], groups[part.Role] = part.Text, part.Group
		}
		if got[Caption] != c.caption || got[Photograph] != c.shows || c.caption != "" && groups[Caption] != groups[Photograph] {
			t.Errorf("%s: got %q and %q in groups %v", c.name, got[Caption], got[Photograph], groups)
		}
		missing := bare(t, compositor(t, "plain"), r)
		if len(missing.Pages[0].Pictures) != 0 || missing.text(0) != c.missing || c.caption != "" && missing.text(1) != c.caption {
			t.Errorf("%s: without its file, got %q and %q", c.name, missing.text(0), missing.text(1))
		}
	}
}
