package history

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/compare"
	"communique/editor/controls"
	"communique/editor/release"
)

// longestRow is about how many bytes of a paragraph stand in a row of a comparison: a row is laid out whole, as soon as any of it is
// in sight.
const longestRow = 2000

// comparison shows what changed, a paragraph in a row: only those in sight are laid out, for a text of three hundred kilobytes takes
// seconds.
type comparison struct {
	*controls.List
	rows    [][]widget.RichTextSegment
	heights map[int]float32 // of the rows that were in sight
	late    map[int]bool    // the rows whose heights the list is still to be told
	do      func(func())
}

func newComparison(base screen.Base) *comparison {
	c := &comparison{do: base.Do, late: map[int]bool{}}
	c.List = base.Keys.NewList(func() int { return len(c.rows) }, newPassage, c.fill)
	c.HideSeparators = true
	c.SetName(base.Text("history-changes"))
	return c
}

func newPassage() fyne.CanvasObject {
	passage := widget.NewRichText(&widget.TextSegment{})
	passage.Wrapping = fyne.TextWrapWord
	return passage
}

// show puts a comparison in the place of the one before.
func (c *comparison) show(rows [][]widget.RichTextSegment) {
	c.rows, c.heights = rows, map[int]float32{}
	c.UnselectAll()
	c.ScrollToTop()
	c.Refresh()
}

// fill writes a row, and tells the list how high it is where that is news: the list asks for rows while it lays itself out.
func (c *comparison) fill(row widget.ListItemID, o fyne.CanvasObject) {
	passage := o.(*widget.RichText)
	passage.Segments = c.rows[row]
	passage.Refresh()
	height := passage.MinSize().Height
	if c.heights[row] == height {
		return
	}
	c.heights[row] = height
	if c.late[row] = true; len(c.late) == 1 {
		c.do(c.settle)
	}
}

// settle tells the list the heights of rows that came in sight.
func (c *comparison) settle() {
	for row := range c.late {
		c.SetItemHeight(row, c.heights[row])
	}
	clear(c.late)
	c.Refresh()
}

// rowsOf writes a comparison: what is gone in red in brackets, what came in green, so that the colours are not the only sign.
func rowsOf(base screen.Base, parts []compare.Part) (rows [][]widget.RichTextSegment) {
	caption := widget.RichTextStyle{ColorName: theme.ColorNamePlaceHolder, SizeName: theme.SizeNameCaptionText}
	for _, p := range parts {
		if !p.Changed() && p.Field != release.HeadlineField && p.Field != compare.Body {
			continue
		}
		rows = append(rows, []widget.RichTextSegment{&widget.TextSegment{Text: base.Text("part-" + string(p.Field)), Style: caption}})
		rows = append(rows, passagesOf(p.Pieces)...)
	}
	return rows
}

// passagesOf parts the pieces of a text into its paragraphs, and long ones of these.
func passagesOf(pieces []compare.Piece) (rows [][]widget.RichTextSegment) {
	var row []widget.RichTextSegment
	length := 0
	end := func() {
		if row != nil {
			rows, row, length = append(rows, row), nil, 0
		}
	}
	for _, piece := range pieces {
		for line := range strings.Lines(piece.Text) {
			text, ended := strings.CutSuffix(line, "\n")
			for text != "" {
				part := upTo(text, longestRow-length)
				row = append(row, segment(piece.Kind, part))
				text, length = text[len(part):], length+len(part)
				if length >= longestRow {
					end()
				}
			}
			if ended {
				end()
			}
		}
	}
	end()
	return rows
}

// upTo is the beginning of a text up to the first space behind a number of bytes.
func upTo(text string, size int) string {
	if size < len(text) {
		if at := strings.IndexByte(text[max(size, 0):], ' '); at >= 0 {
			return text[:max(size, 0)+at+1]
		}
	}
	return text
}

func segment(kind compare.Kind, text string) widget.RichTextSegment {
	switch kind {
	case compare.Removed:
		return &widget.TextSegment{Text: "[" + text + "]", Style: widget.RichTextStyle{Inline: true, ColorName: theme.ColorNameError}}
	case compare.Added:
		return &widget.TextSegment{Text: text, Style: widget.RichTextStyle{Inline: true, ColorName: theme.ColorNameSuccess, TextStyle: fyne.TextStyle{Bold: true}}}
	}
	return &widget.TextSegment{Text: text, Style: widget.RichTextStyleInline}
}
