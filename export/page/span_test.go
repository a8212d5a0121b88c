package page

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/style"
)

// one is a release of one paragraph.
func one(text string, marks ...release.Mark) release.Release {
	return release.Release{Language: "ru", Status: release.Issued, Blocks: []release.Block{{ID: 1, Kind: release.Paragraph, Text: text, Marks: marks}}}
}

// bare lays out without a letterhead.
func bare(t testing.TB, c *Compositor, r release.Release) Document {
	t.Helper()
	doc, err := c.Layout(release.Organisation{}, nil, r)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// pieces writes a document's text runs as they are set: the face's cut, a colour that is
// not the text's, a link.
func pieces(doc Document) string {
	var b strings.Builder
	for _, p := range doc.Pages {
		for _, line := range p.Lines {
			if line.Part == Furniture || doc.Parts[line.Part].Role != Paragraph {
				continue
			}
			for _, r := range line.Runs {
				cut := r.Face.Name[strings.LastIndex(r.Face.Name, "-")+1:]
				if strings.Contains(r.Face.Name, "Bold-Italic") {
					cut = "Bold-Italic"
				}
				fmt.Fprintf(&b, "[%s %q", cut, words(Line{Runs: []Run{r}}))
				if r.Link != "" {
					fmt.Fprintf(&b, " → %s", r.Link)
				}
				if r.Link != "" != (r.Colour.B == 0x8c) {
					b.WriteString(" in a strange colour")
				}
				b.WriteString("]")
			}
		}
	}
	return b.String()
}

func TestMarksAndAddresses(t *testing.T) {
	bold := func(from, to int) release.Mark { return release.Mark{Start: from, End: to, Style: release.Bold} }
	italic := func(from, to int) release.Mark { return release.Mark{Start: from, End: to, Style: release.Italic} }
	link := func(from, to int, address string) release.Mark {
		return release.Mark{Start: from, End: to, Style: release.Link, Address: address}
	}
	for _, c := range []struct {
		name, text string
		marks      []release.Mark
		want       string
	}{
		{"none", "Да и нет", nil, `[Regular "Да и нет"]`},
		{"bold", "Да и нет", []release.Mark{bold(0, 2)}, `[Bold "Да"][Regular " и нет"]`},
		{"bold and italic overlap", "Да и нет", []release.Mark{bold(0, 4), italic(3, 8)}, `[Bold "Да "][Bold-Italic "и"][Italic " нет"]`},
		{"a link", "Да и нет", []release.Mark{link(3, 4, "https://a.example/ы")}, `[Regular "Да "][Regular "и" → https://a.example/%D1%8B][Regular " нет"]`},
		{"a link that runs a script", "Да и нет", []release.Mark{link(3, 4, "javascript:alert(1)")}, `[Regular "Да и нет"]`},
		{"a bare address", "На a@b.example.", nil, `[Regular "На "][Regular "a@b.example" → mailto:a@b.example][Regular "."]`},
		{"a bare address in bold", "На a@b.example", []release.Mark{bold(0, 14)}, `[Bold "На "][Bold "a@b.example" → mailto:a@b.example]`},
		{"a bare address in a link of its author's", "На a@b.example", []release.Mark{link(0, 14, "https://b.example")}, `[Regular "На a@b.example" → https://b.example]`},
		{"a link that ends where a bare address begins", "На a@b.example", []release.Mark{link(0, 3, "https://b.example")}, `[Regular "На " → https://b.example][Regular "a@b.example" → mailto:a@b.example]`},
		{"a link that begins where a bare address ends", "a@b.example да", []release.Mark{link(11, 14, "https://b.example")}, `[Regular "a@b.example" → mailto:a@b.example][Regular " да" → https://b.example]`},
		{"letters that are left out", " Д\u00adа и\u0306\tнет", []release.Mark{bold(4, 8)}, `[Regular "Да"][Bold " й\u2003"][Regular "нет"]`},
		{"two lines", "Да\nнет", []release.Mark{bold(1, 4)}, `[Regular "Д"][Bold "а "][Bold "н"][Regular "ет"]`},
	} {
		doc := bare(t, compositor(t, "plain"), one(c.text, c.marks...))
		if got := pieces(doc); got != c.want {
			t.Errorf("%s: got  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// Marks on other words, or of another kind, are another paragraph for whoever remembers it.
func TestMarksAreToldApart(t *testing.T) {
	c := compositor(t, "plain")
	for _, marks := range [][]release.Mark{
		nil,
		{{Start: 0, End: 2, Style: release.Bold}},
		{{Start: 0, End: 2, Style: release.Italic}},
		{{Start: 0, End: 4, Style: release.Bold}},
		{{Start: 0, End: 2, Style: release.Link, Address: "https://a.example"}},
		{{Start: 0, End: 2, Style: release.Link, Address: "https://b.example"}},
	} {
		again, fresh := pieces(bare(t, c, one("Да и нет", marks...))), pieces(bare(t, compositor(t, "plain"), one("Да и нет", marks...)))
		if again != fresh {
			t.Errorf("got %s, want %s", again, fresh)
		}
	}
}

// A link is set in the same face, so that lines break where they would without it, and
// kerning goes on.
func TestALinkMovesNothing(t *testing.T) {
	text := paragraphOf(5)
	plain := bare(t, compositor(t, "plain"), one(text))
	marked := bare(t, compositor(t, "plain"), one(text, release.Mark{Start: 31, End: 290, Style: release.Link, Address: "https://a.example"}))
	var a, b []string
	for i, line := range plain.Pages[0].Lines {
		a, b = append(a, words(line)), append(b, words(marked.Pages[0].Lines[i]))
		last, other := line.Runs[len(line.Runs)-1], marked.Pages[0].Lines[i].Runs
		if end := other[len(other)-1]; math.Abs(last.X+last.Width()-end.X-end.Width()) > 1e-6 {
			t.Errorf("%q ends at %v, not at %v", words(line), end.X+end.Width(), last.X+last.Width())
		}
	}
	if !slices.Equal(a, b) {
		t.Errorf("got %q\nwant %q", b, a)
	}
	underlined := 0
	for _, box := range marked.Pages[0].Boxes {
		if box.Part != Furniture || box.Height != hairline {
			t.Errorf("got %+v", box)
		}
		underlined++
	}
	if underlined < 3 || len(plain.Pages[0].Boxes) != 0 {
		t.Errorf("%d lines, %d without a link", underlined, len(plain.Pages[0].Boxes))
	}
}

// TestOrigins: which letter of a text each letter of the prepared one is.
func TestOrigins(t *testing.T) {
	for name, tt := range map[string]struct {
		content, prepared string
		want              []int
	}{
		"the same":              {"абв", "абв", []int{0, 1, 2}},
		"hidden ones left out":  {"а\u00adб\u200bв", "абв", []int{0, 2, 4}},
		"composed":              {"и\u0306а", "йа", []int{0, 2}},
		"every line's end":      {"а\rб\vв\fг\u0085д\u2028е\u2029ж", "а\nб\nв\nг\nд\nе\nж", []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}},
		"a tab":                 {"а\tб", "а б", []int{0, 1, 2}},
		"more than there was":   {"аб", "абв", []int{0, 1, 1}},
		"of nothing":            {"", "а", []int{0}},
		"twice the same letter": {"аа", "аа", []int{0, 1}},
	} {
		if got := originsOf(tt.content, tt.prepared); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestAnyMarks sets text with marks anywhere: its words are all there, each in the face
// that its marks ask for, and justified lines end at the margin.
func TestAnyMarks(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	c := compositor(t, "plain")
	right := (210 - c.style.Page.Right) * style.Point
	for seed := range uint64(40) {
		text := paragraphOf(seed)
		length := utf8.RuneCountInString(text)
		var marks []release.Mark
		for range random.IntN(12) {
			at := random.IntN(length)
			m := release.Mark{Start: at, End: at + random.IntN(90), Style: release.Styles()[random.IntN(3)]}
			if m.Style == release.Link {
				m.Address = "https://council.example/" + fmt.Sprint(at)
			}
			marks = append(marks, m)
		}
		marks = release.Normalize(marks, length)
		doc := bare(t, c, one(text, marks...))
		if got := doc.text(0); got != text {
			t.Fatalf("got  %q\nwant %q", got, text)
		}
		var lines []Line
		for _, p := range doc.Pages {
			for _, l := range p.Lines {
				if l.Part == 0 {
					lines = append(lines, l)
				}
			}
		}
		for n, line := range lines {
			last := line.Runs[len(line.Runs)-1]
			if end := last.X + last.Width(); n < len(lines)-1 && math.Abs(end-right) > 0.01 {
				t.Errorf("release %d, %q ends at %v, not at %v", seed, words(line), end, right)
			}
			at := line.Offset
			for _, r := range line.Runs {
				want := runAt(text, marks, at)
				if face := c.style.Emphasised(c.style.Parts.Paragraph, want); r.Face != face || r.Link != want.Address {
					t.Errorf("release %d: %q at %d is in %s and leads to %q, want %+v", seed, words(Line{Runs: []Run{r}}), at, r.Face.Name, r.Link, want)
				}
				at += len(r.Glyphs)
			}
		}
	}
}

// runAt is how the marks set a letter.
func runAt(text string, marks []release.Mark, at int) release.Run {
	for _, run := range release.Runs(text, marks) {
		if at -= utf8.RuneCountInString(run.Text); at < 0 {
			return run
		}
	}
	return release.Run{}
}

// paragraphOf is a paragraph of several lines.
func paragraphOf(seed uint64) string {
	for _, b := range exporttest.Release(seed, 3000).Blocks {
		if b.Kind == release.Paragraph {
			return b.Text
		}
	}
	return ""
}
