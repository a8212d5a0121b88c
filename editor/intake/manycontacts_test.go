package intake

import (
	"slices"
	"testing"

	"communique/editor/intake/layout"
)

// A release ends with its contacts where another begins behind them; not behind more lines of
// contacts than a release has, whether a rule stands above them all or above each.
func TestAReleaseEndsWithItsContacts(t *testing.T) {
	paragraph := func(text string) layout.Paragraph { return layout.Paragraph{Kind: layout.Text, Text: text} }
	rule := []layout.Paragraph{{Kind: layout.Rule}, paragraph("тел. +7 495 000-00-01")}
	for rules, ends := range map[int]bool{3: true, manyContacts: false} {
		all := slices.Concat([]layout.Paragraph{paragraph("Совет принял план"), paragraph("Совет рад, что план принят.")}, slices.Repeat(rule, rules),
			[]layout.Paragraph{paragraph("Министр посетил завод"), paragraph("Министр посетил завод в Пробном 3 мая 2025 года.")})
		if got := releaseEnd(all); (got < len(all)) != ends {
			t.Errorf("%d rules: ends at %d of %d", rules, got, len(all))
		}
	}
	for lines, ends := range map[int]bool{3: true, 2 * manyContacts: false} {
		contact := layout.Paragraph{Kind: layout.Text, Text: "тел. +7 495 000-00-01"}
		all := slices.Concat(
			[]layout.Paragraph{{Kind: layout.Text, Text: "Совет принял план"}, {Kind: layout.Text, Text: "Совет рад, что план принят."}, {Kind: layout.Rule}},
			slices.Repeat([]layout.Paragraph{contact}, lines),
			[]layout.Paragraph{{Kind: layout.Text, Text: "Министр посетил завод"}, {Kind: layout.Text, Text: "Министр посетил завод в Пробном 3 мая 2025 года."}},
		)
		want := len(all)
		if ends {
			want -= 2
		}
		if got := releaseEnd(all); got != want {
			t.Errorf("%d lines: ends at %d, not %d", lines, got, want)
		}
	}
}
