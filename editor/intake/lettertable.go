package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/calendar"
	"communique/editor/intake/contact"
	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/officename"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// longestLetterhead is how many lines a letterhead has at most.
const longestLetterhead = 40

// letterTable takes out the tables above the headline that are a letterhead: an emblem, whose paper it is, perhaps in two languages, where
// the office is and how it is called, the number and the day. It returns the lines of their cells.
func (r *reader) letterTable() (cells []layout.Paragraph) {
	end, above := 0, 0 // of the last table, and the pictures above its end
	var pictures []layout.Paragraph
	for i, l := range r.Lines {
		switch {
		case len(cells) > longestLetterhead:
			return nil
		case l.Kind == layout.Table && len(l.Inside) > 0:
			inside := slices.Clone(l.Inside)
			for n := range inside {
				inside[n].At = l.At
			}
			cells = append(cells, cellLines(inside)...)
			end, above = i+1, len(pictures)
		case l.Kind == layout.Picture:
			pictures = append(pictures, l)
		case l.Kind == layout.Rule:
		case l.Kind == layout.Text && l.Cell > 0:
			cells = append(cells, wording.Exploded(r.Lines[i:i+1])...)
			end, above = i+1, len(pictures)
		default:
			return r.takeTable(cells, pictures[:above], end)
		}
	}
	return nil
}

// cellLines are the lines of what stands in cells, and in the cells of a table within one.
func cellLines(inside []layout.Paragraph) (lines []layout.Paragraph) {
	for _, p := range wording.Exploded(inside) {
		if p.Kind == layout.Table {
			lines = append(lines, cellLines(p.Inside)...)
			continue
		}
		lines = append(lines, p)
	}
	return lines
}

// takeTable takes the lines up to end out, where the cells in them are a letterhead and a headline is left below them. Pictures stay.
func (r *reader) takeTable(cells, pictures []layout.Paragraph, end int) []layout.Paragraph {
	below := slices.DeleteFunc(slices.Clone(r.Lines[end:]), func(l layout.Paragraph) bool { return l.Kind == layout.Picture || l.Kind == layout.Rule })
	if cells = formed(cells, true); !isLetterhead(cells) || !titledBelow(below) {
		return nil
	}
	r.Lines = slices.Concat(pictures, r.Lines[end:])
	return cells
}

// isLetterhead reports whether the lines of cells are one: no sentence, and something of what only letterheads have.
func isLetterhead(cells []layout.Paragraph) bool {
	if slices.ContainsFunc(cells, func(l layout.Paragraph) bool {
		return l.Kind != layout.Text || utf8.RuneCountInString(l.Text) > dateline.MaxLength || wording.SentenceEnd(l.Text) && wording.HasVerb(l.Text)
	}) {
		return false
	}
	return slices.ContainsFunc(cells, func(l layout.Paragraph) bool {
		found := contact.LinesIn(l.Text)[0]
		return letterhead.OnlyAbove(l.Text) || saysOfPaper(l.Text) || holds(l.Text) || approval.MatchString(l.Text) || officename.IsOffice(l.Text) || contact.Address.MatchString(l.Text) || found.Reachable() && found.Who == nil || officename.IsEnglishOffice(l.Text)
	})
}

// ofTable reads the cells of a letterhead: when the paper left, under which number and where, and whom a cell says to ask; the rest is the office's
// own and goes to the notes.
func (r *reader) ofTable(cells []layout.Paragraph) {
	for from := 0; from < len(cells); {
		to := from + 1
		for to < len(cells) && cells[to].Cell == cells[from].Cell {
			to++
		}
		if asksAbove(cells[from:to]) {
			r.Aside(repair.AsideLetterhead, r.Block(cells[from:to])...)
		} else {
			for i := from; i < to; i++ {
				r.ofCell(cells, i)
			}
		}
		from = to
	}
}

// asksAbove reports whether the lines of a cell say whom to ask, or name a press service, and how that is reached.
func asksAbove(cell []layout.Paragraph) bool {
	return contact.AnyReachable(cell) && slices.ContainsFunc(cell, func(l layout.Paragraph) bool {
		c := contact.LinesIn(l.Text)[0]
		return c.Opens() && c.Who == nil || len(c.Who) == 1 && c.Who[0].IsPart()
	})
}

// dayOfPaper takes a line that is the day of the paper, and nothing else.
func (r *reader) dayOfPaper(l layout.Paragraph) bool {
	text := letterhead.UnderDay.ReplaceAllString(l.Text, "")
	day := calendar.DayAt(text)
	if day.Length == 0 || strings.TrimSpace(text[day.Length:]) != "" {
		return false
	}
	r.dates(dateline.Dateline{Date: day.From})
	return true
}

// ofCell reads one line of a letterhead.
func (r *reader) ofCell(cells []layout.Paragraph, i int) {
	l := cells[i]
	if r.dayOfPaper(l) {
		return
	}
	var beside layout.Paragraph
	for _, n := range []int{i + 1, i - 1} {
		if n >= 0 && n < len(cells) {
			if d, ok := dateline.Of(cells[n].Text, false); ok && d.Dated {
				beside = cells[n]
			}
		}
	}
	switch {
	case isDraftMark(l.Text):
		r.Tell(repair.DraftMarked, "", l)
	case r.ofForm(l), r.numbered(l), r.held(l), r.dateline(l, beside), r.numberAlone(l), r.contactInCell(l):
	default:
		r.Aside(repair.AsideLetterhead, l)
	}
}

// cellNumber is the number of a paper in a cell, or a line, of its own: "No. 12", «Nr. 31/2025», "Ref. 2025/14".
var cellNumber = regexp.MustCompile(`^(?i:no|nr|num|n[°º]|№|ref(?:erence)?)\.?:?\s*([\p{L}\d./_-]*\d[\p{L}\d./_-]*)$`)

// numberAlone takes such a number.
func (r *reader) numberAlone(l layout.Paragraph) bool {
	m := cellNumber.FindStringSubmatch(l.Text)
	if m == nil {
		return false
	}
	r.number(m[1])
	r.Aside(repair.AsideLetterhead, l)
	return true
}

// contactInCell takes a line that says whom to ask, and how that is reached: «Контакт: Анна Пробная, +7 …».
func (r *reader) contactInCell(l layout.Paragraph) bool {
	c := contact.LinesIn(l.Text)[0]
	if !c.Opens() || !c.Reachable() || !c.Certain {
		return false
	}
	r.ReadLine(l)
	return true
}
