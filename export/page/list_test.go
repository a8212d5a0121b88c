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

// TestLevelsStandUnderEachOther: a level's marks begin where the text of the one above does or
// right of it, its text right of that; items of one level stand under each other.
func TestLevelsStandUnderEachOther(t *testing.T) {
	for _, name := range style.Names() {
		for _, list := range []release.Block{
			{First: 1, Text: "один\n\tдва\n\t\tтри\n\t\t\tчетыре\nпять\n\tшесть"},
			{Text: "один\n\tдва\n\t\tтри\n\t\t\tчетыре\nпять\n\tшесть"},
			{First: 98, Mixed: true, Text: "один\n\tдва\n\t\tтри\n\t\t\tчетыре\nпять\n\tшесть"},
		} {
			list.ID, list.Kind = 1, release.List
			doc := layout(t, compositor(t, name), release.Release{Language: "ru", Blocks: []release.Block{list}})
			at := places(doc)
			var lefts [4]float64
			items := list.Items()
			for i, part := range doc.Parts {
				if part.Role != ItemMark {
					continue
				}
				own := items[0]
				items = items[1:]
				text := doc.Parts[i+1]
				if part.Text != own.Sign("ru") || part.Level != own.Level || text.Level != own.Level || text.Text != own.Text || text.Source.Offset != own.Start {
					t.Errorf("%s: %+v, %+v for %+v", name, part, text, own)
				}
				left := at[i+1].left
				if lefts[own.Level] != 0 && math.Abs(left-lefts[own.Level]) > 0.01 {
					t.Errorf("%s: %q begins at %v, others of its level at %v", name, own.Text, left, lefts[own.Level])
				}
				lefts[own.Level] = left
				if above := max(own.Level-1, 0); own.Level > 0 && (at[i].left < lefts[above]-0.01 || left < lefts[above]+8) {
					t.Errorf("%s: %q with its mark at %v begins at %v, the level above at %v", name, own.Text, at[i].left, left, lefts[above])
				}
			}
			if len(items) > 0 {
				t.Errorf("%s: no %+v", name, items)
			}
		}
	}
}

// TestLevelsStayOnNarrowPages: in the narrowest text with the widest lists that a style can have,
// each level has room for words right of the one above.
func TestLevelsStayOnNarrowPages(t *testing.T) {
	narrow, err := style.Shipped("plain")
	if err != nil {
		t.Fatal(err)
	}
	narrow.Page.Left, narrow.Page.Right, narrow.Parts.List.Left = 75, 75, 40
	for _, first := range []int{0, 1} {
		list := release.Block{ID: 1, Kind: release.List, First: first, Text: "раз\n\tдва\n\t\tтри\n\t\t\tсто"}
		doc := layout(t, NewCompositor(narrow), release.Release{Language: "ru", Blocks: []release.Block{list}})
		at, lines := places(doc), map[int]int{}
		for _, page := range doc.Pages {
			for _, line := range page.Lines {
				lines[line.Part]++
			}
		}
		left, items := 0.0, 0
		for i, part := range doc.Parts {
			if part.Role != Item {
				continue
			}
			if items++; lines[i] != 1 || at[i].left <= left || at[i].right <= at[i].left || at[i].right > doc.Width-narrow.Page.Right*style.Point {
				t.Errorf("%q from %v to %v in %d lines, the level above at %v", part.Text, at[i].left, at[i].right, lines[i], left)
			}
			left = at[i].left
		}
		if items != 4 {
			t.Errorf("%d items", items)
		}
	}
}
