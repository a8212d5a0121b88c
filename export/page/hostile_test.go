package page

import (
	"fmt"
	"strings"
	"testing"

	"communique/editor/release"
)

// BenchmarkHostile sets a single paragraph of one thing over and over, at a quarter and whole:
// what takes longer a letter where there are more letters is not linear.
func BenchmarkHostile(b *testing.B) {
	c := compositor(b, "plain")
	for name, unit := range map[string]string{
		"words": "слово ", "Hebrew": "שלום\u200e ", "brackets": "[", "tabs": "a\t", "lines": "a\n", "addresses": "https://a.example/b ", "numbers": "1 ", "marks": "e\u0301",
	} {
		for _, length := range []int{60_000, 240_000} {
			text := strings.Repeat(unit, length/len(unit))
			b.Run(fmt.Sprint(name, "/", length/1000), func(b *testing.B) {
				r := release.Release{Language: "ru", Status: release.Issued, Blocks: []release.Block{{Kind: release.Paragraph, Text: text}}}
				for b.Loop() {
					c.set.turn() // nothing is remembered
					c.set.turn()
					layout(b, c, r)
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(length), "ns/byte")
			})
		}
	}
}
