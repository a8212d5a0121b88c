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
	for name, unit := range map[string]string{
		"words": "слово ", "one word": "слово", "Hebrew": "שלום\u200e ", "brackets": "[", "stars": "*_", "tabs": "a\t", "lines": "a\n", "addresses": "https://a.example/b ", "mail": "a@b.example,",
		"numbers": "1 ", "marks": "e\u0301", "quotes": "«„\"", "hyphens": "а-б", "entities": "&<", "Chinese": "会见。", "emoji": "🎉", "blanks": "\u00a0\u2009",
	} {
		for _, form := range export.Forms() {
			press := export.NewPress(o)
			spent := func(n int) time.Duration {
				r := release.Release{Language: "ru", Status: release.Draft, Headline: "Встреча", Lead: "Лид."}
				r.Blocks = []release.Block{{ID: 1, Kind: release.Paragraph, Text: strings.Repeat(unit, n/len(unit))}}
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
