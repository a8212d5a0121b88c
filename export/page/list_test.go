package page

import (
	"fmt"
	"math"
	"testing"

	"communique/editor/release"
	"communique/export/style"
)

// The numbers of a list hang with their full stops one under another, and the text of
// all items begins at one place, however long the numbers are.
func TestNumbersHang(t *testing.T) {
	for _, name := range style.Names() {
		for _, first := range []int{1, 8, 99, 99999} {
			list := release.Block{ID: 1, Kind: release.List, First: first, Text: "первое\n\nвторое\nтретье"}
			doc := layout(t, compositor(t, name), release.Release{Language: "ru", Blocks: []release.Block{list}})
			at := places(doc)
			var marks []int
			for i, part := range doc.Parts {
				if part.Role == ItemMark {
					marks = append(marks, i)
				}
			}
			if len(marks) != 3 {
				t.Fatalf("%s: %d items", name, len(marks))
			}
			for n, i := range marks {
				if want := fmt.Sprintf("%d.", first+n); doc.Parts[i].Text != want || doc.text(i) != want {
					t.Errorf("%s: item %d is %q", name, n, doc.text(i))
				}
				mark, item, top, below := at[i], at[i+1], at[marks[0]], at[marks[0]+1]
				if math.Abs(mark.right-top.right) > 0.01 || math.Abs(item.left-below.left) > 0.01 || mark.right >= item.left {
					t.Errorf("%s: %q ends at %v, its text begins at %v", name, doc.text(i), mark.right, item.left)
				}
				if least := compositor(t, name).style.Page.Left * style.Point; mark.left < least-0.01 {
					t.Errorf("%s: %q begins at %v, left of the text at %v", name, doc.text(i), mark.left, least)
				}
			}
		}
	}
}
