package surface

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/editor/document"
	"communique/editor/release"
)

// TestNoWaveUnderTheEndOfALine: what is underlined over several lines ends with the words of each, and
// the space behind them that is found alone has no wave.
func TestNoWaveUnderTheEndOfALine(t *testing.T) {
	r := release.New("ru")
	r.Lead = strings.Repeat("слово ", 40) + "слово"
	o := open(t, r, 400, 400)
	lead := release.TextID{Field: release.LeadField}
	at := func(n int) release.Position { return release.Position{TextID: lead, Offset: n} }
	o.SetFindings([]Finding{{Start: at(0), End: at(len([]rune(r.Lead)))}})
	box := o.column.block(lead).boxes[0]
	for i := range box.text.Lines() {
		line := box.text.Line(i)
		waves := o.waves(box, i)
		if len(waves) != 1 || waves[0].from != 0 || waves[0].to != line.Width.Round() {
			t.Errorf("line %d, %d wide, has %+v", i, line.Width.Round(), waves)
		}
	}
	_, end := box.text.Span(0)
	o.SetFindings([]Finding{{Start: at(end - 1), End: at(end)}})
	for _, w := range o.waves(box, 0) {
		if w.to > w.from {
			t.Errorf("the space has %+v", w)
		}
	}
}

func TestFindingsGoAlong(t *testing.T) {
	o := open(t, sample(), 640, 700)
	o.SetFindings([]Finding{
		{body(1, 8), body(1, 16), Warns, 1}, {field(release.LeadField, 0), field(release.LeadField, 2), Blocks, 2}, {body(4, 1), body(4, 3), Notes, 3},
	})
	var told *Finding
	o.OnFinding = func(f *Finding, _ Area, _ bool) { told = f }
	o.GoTo(body(1, 0))
	o.typed("Эти ")
	for i, want := range []struct {
		key  fyne.KeyModifier
		tag  int
		text string
	}{{0, 1, "обсудили"}, {0, 3, "Мы"}, {0, 2, "11"}, {fyne.KeyModifierShift, 3, "Мы"}, {fyne.KeyModifierShift, 1, "обсудили"}} {
		if want.key != 0 {
			o.PreviousFinding()
		} else {
			o.NextFinding()
		}
		if told == nil || told.Tag != want.tag || o.Selected() != want.text {
			t.Errorf("step %d: %v, %q; want %v", i, told, o.Selected(), want)
		}
	}
	if f := o.FindingAt(o.point(body(1, 15))); f == nil || f.Tag != 1 {
		t.Error("under the pointer is", f)
	}
	if f := o.FindingAt(o.point(body(1, 25))); f != nil {
		t.Error("beside its words is", f)
	}
	o.Select(body(1, 12), body(1, 20))
	o.press(fyne.KeyDelete, 0, 1)
	if n := len(slices.Collect(o.findings.all())); n != 2 {
		t.Errorf("%d findings are left of words that are gone", n)
	}
}

// TestHitsGoAlong carries what was found through changes: what is put at its ends is no part
// of it, and what is parted or gone covers nothing.
func TestHitsGoAlong(t *testing.T) {
	hit := Range{body(1, 1), body(1, 4)}
	rest := release.Block{ID: 9, Kind: release.Paragraph}
	for name, c := range map[string]struct {
		op   document.Op
		want Range
	}{
		"words before":      {document.Insert{At: body(1, 0), Words: "а"}, Range{body(1, 2), body(1, 5)}},
		"words at its ends": {document.Insert{At: body(1, 1), Words: "а"}, Range{body(1, 2), body(1, 5)}},
		"words behind":      {document.Insert{At: body(1, 4), Words: "а"}, hit},
		"words within":      {document.Insert{At: body(1, 3), Words: "а"}, Range{body(1, 1), body(1, 5)}},
		"some are gone":     {document.Delete{At: body(1, 0), Words: "аб"}, Range{body(1, 0), body(1, 2)}},
		"all are gone":      {document.Delete{At: body(1, 0), Words: "абвг"}, Range{body(1, 0), body(1, 0)}},
		"parted":            {document.Split{At: body(1, 2), Rest: rest}, Range{body(1, 1), body(1, 1)}},
		"in another block":  {document.Split{At: body(1, 1), Rest: rest}, Range{body(9, 0), body(9, 3)}},
	} {
		h := hits{all: []Range{hit}}
		h.carry(document.Transaction{c.op})
		if h.all[0] != c.want {
			t.Errorf("%s: %v, want %v", name, h.all[0], c.want)
		}
	}
}

// TestTheGravestMarkIsOnTop marks two findings at one place.
func TestTheGravestMarkIsOnTop(t *testing.T) {
	o := open(t, sample(), 640, 500)
	for _, all := range [][]Finding{{{body(1, 0), body(1, 1), Blocks, 1}, {body(1, 0), body(1, 1), Notes, 2}}, {{body(1, 0), body(1, 1), Notes, 1}, {body(1, 0), body(1, 1), Blocks, 2}}} {
		o.SetFindings(all)
		if marks := o.barMarks(); len(marks) != 2 || marks[1].level != Blocks {
			t.Error(marks)
		}
	}
}

// TestAFindingIsWhereItsWordsAre: from the edge of its first letter to that of its last.
func TestAFindingIsWhereItsWordsAre(t *testing.T) {
	r := release.New("ru")
	r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: "Стороны обсудили ход"}})
	o := open(t, r, 640, 500)
	o.SetFindings([]Finding{{body(1, 8), body(1, 16), Warns, 1}})
	from, to := o.point(body(1, 8)), o.point(body(1, 16))
	for x := from.X - 20; x < to.X+20; x++ {
		found := o.FindingAt(fyne.NewPos(x, from.Y)) != nil
		if want := x >= from.X && x < to.X-0.5; found != want && (x < to.X-0.5 || x > to.X+0.5) {
			t.Errorf("at %v of %v to %v: %t", x, from.X, to.X, found)
		}
	}
}

// TestEveryFindingIsComeTo: several that begin at one place, at the very ends of texts, in a cell, in
// what is empty, and one at the caret itself.
func TestEveryFindingIsComeTo(t *testing.T) {
	r := release.New("ru")
	r.Headline, r.Lead = "Заголовок", "Лид"
	r.Blocks = release.Numbered([]release.Block{{Kind: release.Paragraph, Text: "Стороны обсудили"}, {Kind: release.Table, Text: "а\tбв\n\tг"}, {Kind: release.Paragraph}})
	o := open(t, r, 600, 400)
	o.SetFindings([]Finding{
		{field(release.HeadlineField, 0), field(release.HeadlineField, 3), Warns, 1},
		{field(release.HeadlineField, 6), field(release.HeadlineField, 9), Warns, 2},
		{body(1, 0), body(1, 7), Warns, 3},
		{body(1, 0), body(1, 7), Notes, 4},
		{body(1, 0), body(1, 16), Notes, 5},
		{body(1, 16), body(1, 16), Notes, 6},
		{body(2, 2), body(2, 4), Warns, 7},
		{body(2, 5), body(2, 5), Warns, 8},
		{body(3, 0), body(3, 0), Blocks, 9},
	})
	var told []int
	o.OnFinding = func(f *Finding, _ Area, _ bool) {
		if f != nil {
			told = append(told, f.Tag)
		}
	}
	o.GoTo(field(release.HeadlineField, 0))
	for range 10 {
		o.NextFinding()
	}
	if want := []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 1}; !slices.Equal(told, want) {
		t.Errorf("forwards %v, want %v", told, want)
	}
	told = nil
	for range 10 {
		o.PreviousFinding()
	}
	if want := []int{9, 8, 7, 6, 5, 4, 3, 2, 1, 9}; !slices.Equal(told, want) {
		t.Errorf("backwards %v, want %v", told, want)
	}
	o.Select(field(release.HeadlineField, 0), field(release.HeadlineField, 3)) // as a double click does
	told = nil
	o.NextFinding()
	if !slices.Equal(told, []int{2}) {
		t.Errorf("from a word that is selected: %v", told)
	}
}

// TestTheGravestFindingIsTold of several at a place, and none of the place beside.
func TestTheGravestFindingIsTold(t *testing.T) {
	var f findings
	f.set([]Finding{{body(1, 2), body(1, 6), Notes, 1}, {body(1, 2), body(1, 4), Blocks, 2}, {body(1, 2), body(1, 5), Warns, 3}})
	for offset, want := range map[int]int{2: 2, 3: 2, 4: 3, 5: 1} {
		if found := f.at(body(1, offset)); found == nil || found.Tag != want {
			t.Errorf("at %d: %v, want %d", offset, found, want)
		}
	}
	for _, offset := range []int{1, 6} {
		if found := f.at(body(1, offset)); found != nil {
			t.Errorf("at %d: %v", offset, found)
		}
	}
}
