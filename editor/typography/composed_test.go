package typography

import (
	"slices"
	"testing"
)

// TestComposed makes one list of edits of two that come one after the other.
func TestComposed(t *testing.T) {
	for name, tt := range map[string]struct {
		text          string
		first, second []Edit
		want          []Edit
	}{
		"apart":            {"\"a b\"", []Edit{{Quotes, 0, `"`, "«"}}, []Edit{{Quotes, 4, `"`, "»"}}, []Edit{{Quotes, 0, `"`, "«"}, {Quotes, 4, `"`, "»"}}},
		"behind one moved": {"a...b c", []Edit{{Ellipses, 1, "...", "…"}}, []Edit{{NoBreak, 3, " ", "\u00a0"}}, []Edit{{Ellipses, 1, "...", "…"}, {NoBreak, 5, " ", "\u00a0"}}},
		"the same place":   {`a"b`, []Edit{{Quotes, 1, `"`, "«"}}, []Edit{{Quotes, 1, "«", "„"}}, []Edit{{Quotes, 1, `"`, "„"}}},
		"taken back":       {`a"b`, []Edit{{Quotes, 1, `"`, "«"}}, []Edit{{Quotes, 1, "«", `"`}}, nil},
		"put where it was": {"a b", []Edit{{Spacing, 1, " ", ""}}, []Edit{{Spacing, 1, "", " "}}, nil},
		"side by side":     {"a  b", []Edit{{Spacing, 1, " ", ""}}, []Edit{{NoBreak, 1, " ", "\u00a0"}}, []Edit{{Spacing, 1, "  ", "\u00a0"}}},
	} {
		t.Run(name, func(t *testing.T) {
			between := Apply(tt.text, tt.first)
			got := composed(tt.text, tt.first, between, tt.second)
			if !slices.Equal(got, tt.want) || Apply(tt.text, got) != Apply(between, tt.second) {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
		})
	}
}
