package page

import (
	"testing"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/style"
)

// sizeOf is the size and the height of the lines of a document's first paragraph.
func sizeOf(doc Document) (size, height float64) {
	for _, line := range doc.Pages[0].Lines {
		if line.Part != Furniture && doc.Parts[line.Part].Role == Paragraph {
			return line.Runs[0].Size, line.Height
		}
	}
	return 0, 0
}

// A release that is to be one page is set no smaller than it has to be, evenly, and
// within the limits of the style; what cannot be is counted, and set as usual.
func TestOnePage(t *testing.T) {
	for _, name := range style.Names() {
		c := compositor(t, name)
		whole, smaller, over, last := 0, 0, 0, 0.0
		for length := 600; length < 8000; length += 100 {
			r := exporttest.Release(3, length)
			usual := layout(t, c, r)
			r.OnePage = true
			doc := layout(t, c, r)
			size, height := sizeOf(doc)
			usualSize, usualHeight := sizeOf(usual)
			switch {
			case doc.Over > 0:
				over++
				if len(doc.Pages) != len(usual.Pages) || size != usualSize {
					t.Errorf("%s, %d characters: over by %d, and %d pages of %.2f, not %d of %.2f", name, length, doc.Over, len(doc.Pages), size, len(usual.Pages), usualSize)
				}
			case len(doc.Pages) != 1:
				t.Errorf("%s, %d characters: %d pages, over by nothing", name, length, len(doc.Pages))
			case len(usual.Pages) == 1:
				whole++
				if size != usualSize || height != usualHeight {
					t.Errorf("%s, %d characters: fits, and is set smaller", name, length)
				}
			default:
				smaller++
				fit := c.style.Fit
				least, most := fit.Size*c.style.Text.Size, c.style.Text.Size
				if size < least-1e-9 || size >= most || height < least*max(c.style.Text.Leading*fit.Leading, 1.1)-1e-9 {
					t.Errorf("%s, %d characters: %.2f points on %.2f", name, length, size, height)
				}
				if fill := filled(doc); fill < 0.86 {
					t.Errorf("%s, %d characters: smaller than need be, full to %.2f", name, length, fill)
				}
				last = size
			}
		}
		if whole < 3 || smaller < 3 || over < 3 || last > 0.93*c.style.Text.Size {
			t.Errorf("%s: %d fit, %d smaller, the last of them %.2f, %d over", name, whole, smaller, last, over)
		}
		if got := layout(t, c, exporttest.Release(3, 3000)); c.style.Text.Size != sizeOfText(got) {
			t.Errorf("%s: the next release is set in %.2f", name, sizeOfText(got))
		}
	}
}

func sizeOfText(doc Document) float64 {
	size, _ := sizeOf(doc)
	return size
}

// How many lines a release runs over grows with it, line by line.
func TestLinesOver(t *testing.T) {
	c := compositor(t, "plain")
	before := 0
	for lines := 60; lines < 100; lines++ {
		r := release.Release{Language: "ru", OnePage: true, Status: release.Issued}
		for range lines {
			r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: "Строка."})
		}
		over := layout(t, c, r).Over
		if before > 0 && over != before+1 {
			t.Errorf("%d lines: over by %d, before by %d", lines, over, before)
		}
		before = over
	}
	if before < 10 {
		t.Errorf("over by %d", before)
	}
}

// Of two languages in one file each is a page of its own.
func TestOnePageEach(t *testing.T) {
	one, two := exporttest.Release(1, 2300), exporttest.Release(2, 3000)
	one.OnePage = true
	doc := layout(t, compositor(t, "plain"), one, two)
	if usual := layout(t, compositor(t, "plain"), exporttest.Release(1, 2300), two); len(doc.Pages) != len(usual.Pages)-1 {
		t.Errorf("%d pages, without fitting %d", len(doc.Pages), len(usual.Pages))
	}
	for i, part := range doc.Parts {
		if doc.text(i) == "" && part.Role != Logo {
			t.Errorf("part %d stands on no page", i)
		}
	}
}
