package docx

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"communique/assets/languages"
	"communique/editor/release"
	"communique/export/style"
)

// The numberings in parts/numbering.xml: those of the styles, and the first of those that
// count by themselves.
const (
	dashes    = 1
	numbers   = 2
	firstList = 3
)

// marks are the indents of items with dashes and with numbers. The marks stand where the
// page has them: a dash at the style's indent, a number before the text.
func (h house) marks() (dash, number string) {
	list := h.Parts.List
	left := margin(max(list.Left, -list.Indent))
	return indents(left, 0, min(margin(list.Indent), -1)), indents(left, 0, -twips(numberGap*list.Size*h.Text.Size))
}

// numberGap is the way between a number and the text, as a multiple of the size.
const numberGap = 0.35

// ofItems are the indents of each level of a list: its style's alone where it is flat and that
// leaves room for the numbers, which is "". A level begins where the text of the one above does.
func (h house) ofItems(items []release.Item) [release.MaxLevel + 1]string {
	list := h.Parts.List
	size := list.Size * h.Text.Size
	own, gap := margin(max(list.Left, -list.Indent)), twips(numberGap*size)
	var rooms, hangs [release.MaxLevel + 1]int
	for _, item := range items {
		rooms[item.Level] = max(rooms[item.Level], own)
		hangs[item.Level] = min(margin(list.Indent), -1)
		if item.Number > 0 {
			rooms[item.Level] = max(rooms[item.Level], twips((widthOf(item.Sign(h.language))+numberGap)*size))
			hangs[item.Level] = -gap
		}
	}
	var all [release.MaxLevel + 1]string
	if rooms[0] == own && rooms[1] == 0 {
		return all
	}
	left := 0
	for level, room := range rooms {
		if level > 0 {
			room = margin(h.Page.Below(float64(rooms[0])/20/style.Point, float64(room)/20/style.Point, release.MaxLevel))
		}
		left += room
		all[level] = indents(left, 0, hangs[level])
	}
	return all
}

// widthOf is how much room a number takes at most, as a multiple of the size: digits no more
// than 0.6, letters 0.9, and what stands behind them 0.3, or 0.4 where it is a bracket.
func widthOf(sign string) float64 {
	width := 0.0
	for _, r := range sign {
		switch {
		case r >= '0' && r <= '9':
			width += 0.6
		case r == '.':
			width += 0.3
		case r == ')':
			width += 0.4
		default:
			width += 0.9
		}
	}
	return width
}

// counting is how one list counts.
type counting struct {
	first         int // 0 is a list with bullets
	mixed, levels bool
}

func countingOf(b release.Block, items []release.Item) counting {
	n := counting{first: b.First}
	for _, item := range items {
		if item.Level > 0 {
			n.levels, n.mixed = true, b.Mixed
		}
	}
	return n
}

// counts reports whether the list cannot count in the numbering of its style.
func (n counting) counts() bool { return n.first > 0 || n.levels }

// The definitions in parts/numbering.xml are those of flat lists, with dashes and with
// numbers; behind them come those with levels, which are there where they are needed.
const (
	flatNumbers = 1
	firstLevels = 2
)

// definition is the number of the definition that a list follows.
func (n counting) definition() int {
	if !n.levels {
		return flatNumbers
	}
	d := firstLevels
	if n.first > 0 {
		d++
	}
	if n.mixed {
		d += 2
	}
	return d
}

// define writes the definition of a list with levels.
func (n counting) define(h house) string {
	deep := release.Block{Kind: release.List, First: min(n.first, 1), Mixed: n.mixed}
	for level := range release.MaxLevel + 1 {
		deep.Text += strings.Repeat("\t", level) + "1\n"
	}
	items := deep.Items()[:release.MaxLevel+1]
	indents := h.ofItems(items)
	var b strings.Builder
	fmt.Fprintf(&b, "\n  "+`<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="multilevel"/>`, n.definition())
	for level, item := range items {
		kind, sign, side := "bullet", item.Sign(h.language), "left"
		if item.Number > 0 {
			_, size := utf8.DecodeRuneInString(sign)
			kind, sign, side = "decimal", "%"+strconv.Itoa(level+1)+sign[size:], "right"
		}
		if item.Lettered() {
			kind = "lowerLetter"
			if languages.Cyrillic(h.language) {
				kind = "russianLower"
			}
		}
		fmt.Fprintf(&b, "\n    "+`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:lvlText w:val="%s"/><w:lvlJc w:val="%s"/><w:pPr>%s</w:pPr></w:lvl>`,
			level, kind, sign, side, indents[level])
	}
	return b.String() + "\n  </w:abstractNum>"
}

// lists returns the part that says how lists count.
func (d document) lists() string {
	dash, number := d.house.marks()
	var levels, b strings.Builder
	defined := map[int]bool{}
	for i, list := range d.content.lists {
		definition := list.definition()
		if list.levels && !defined[definition] {
			defined[definition] = true
			levels.WriteString(list.define(d.house))
		}
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="%d"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="%d"/></w:lvlOverride></w:num>`, firstList+i, definition, max(1, list.first))
	}
	return strings.NewReplacer(
		"{levels}", levels.String(), "{lists}", b.String(), "{dash}", dash, "{number}", number,
	).Replace(numbering)
}
