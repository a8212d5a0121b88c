package export_test

import (
	"strings"
	"testing"
	"time"

	"communique/editor/release"
	"communique/export"
)

// TestNoTextGrowsOutOfProportion: what is four times as long takes about four times as long, in
// each form, and not sixteen times. It is the processor's time that is compared, and the best of some
// tries: how fast or how busy the machine is does not matter.
func TestNoTextGrowsOutOfProportion(t *testing.T) {
	const short, times, most, tries = 12_000, 4, 9, 5
	o := office(t)
	o.Mail = export.Mailing{WithoutPDF: true, WithHTML: true}
	texts := map[string]func(r *release.Release, n int){
		"paragraphs": func(r *release.Release, n int) {
			for i := range n / 10 {
				r.Blocks = append(r.Blocks, release.Block{ID: release.BlockID(i + 1), Kind: release.Paragraph, Text: "слово"})
			}
		},
		"items": func(r *release.Release, n int) {
			r.Blocks = []release.Block{{ID: 1, Kind: release.List, Text: strings.Repeat("пункт\n", n/11)}}
		},
		"rows": func(r *release.Release, n int) {
			r.Blocks = []release.Block{{ID: 1, Kind: release.Table, Text: strings.Repeat("а\tб\n", n/10)}}
		},
		"marked words": func(r *release.Release, n int) {
			b := release.Block{ID: 1, Kind: release.Paragraph, Text: strings.Repeat("слово ", n/11)}
			for i := range n / 11 {
				b.Marks = append(b.Marks, release.Mark{Start: 6 * i, End: 6*i + 5, Style: []release.Style{release.Bold, release.Italic}[i%2]})
			}
			r.Blocks = []release.Block{b}
		},
		"links": func(r *release.Release, n int) {
			b := release.Block{ID: 1, Kind: release.Paragraph, Text: strings.Repeat("слово ", n/11)}
			for i := range n / 11 {
				b.Marks = append(b.Marks, release.Mark{Start: 6 * i, End: 6*i + 5, Style: release.Link, Address: "https://a.example"})
			}
			r.Blocks = []release.Block{b}
		},
	}
	for name, unit := range map[string]string{
		"words": "слово ", "one word": "слово", "Hebrew": "שלום\u200e ", "brackets": "[", "stars": "*_", "tabs": "a\t", "lines": "a\n", "addresses": "https://a.example/b ", "mail": "a@b.example,",
		"numbers": "1 ", "marks": "e\u0301", "quotes": "«„\"", "hyphens": "а-б", "entities": "&<", "Chinese": "会见。", "emoji": "🎉", "blanks": "\u00a0\u2009",
	} {
		texts[name] = func(r *release.Release, n int) {
			r.Blocks = []release.Block{{ID: 1, Kind: release.Paragraph, Text: strings.Repeat(unit, n/len(unit))}}
		}
	}
	for name, write := range texts {
		for _, form := range export.Forms() {
			press := export.NewPress(o)
			spent := func(n int) time.Duration {
				r := release.Release{Language: "ru", Status: release.Draft, Headline: "Встреча", Lead: "Лид."}
				write(&r, n)
				before := cpu(t)
				if _, err := press.Print(form, r); err != nil {
					t.Fatal(name, form, err)
				}
				return cpu(t) - before
			}
			spent(100) // fonts and styles are read
			var ratios []float64
			for range tries {
				base := max(spent(short), time.Millisecond)
				ratio := float64(spent(short*times)) / float64(base)
				if ratios = append(ratios, ratio); ratio < most {
					break
				}
			}
			t.Logf("%s, %s: %.1f", name, form, ratios)
			if len(ratios) == tries && ratios[tries-1] >= most {
				t.Errorf("%s, %s: four times as long takes %.1f times as long", name, form, ratios)
			}
		}
	}
}
