package surface

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"communique/editor/document"
	"communique/editor/editing"
	"communique/editor/release"
	"communique/editor/surface/typeset"
)

var (
	rounds = flag.Int("rounds", 1500, "how many random keys and clicks are tried")
	seed   = flag.Uint64("seed", 12, "of what is random")
)

// screen is what is drawn, but for the caret's blinking.
func (o *office) screen() string {
	var lines []string
	for l, v := range o.view.lines {
		lines = append(lines, fmt.Sprintf("line at %v, %v in %v, %v", v.raster.Position(), v.raster.Size(), v.inks, v.waves), fmt.Sprint(l.Length(), l.Width))
	}
	for _, r := range o.view.rects.all[:o.view.rects.used] {
		lines = append(lines, fmt.Sprintf("rectangle at %v, %v in %v", r.Position(), r.Size(), r.FillColor))
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// After whatever hands do, the screen shows what a surface shows that was opened there,
// blocks follow each other without a gap, and after a key the caret is seen.
func TestRandomHands(t *testing.T) {
	random := rand.New(rand.NewPCG(11, *seed))
	o := open(t, sample(), 520, 360)
	for i := range *rounds {
		what, seen := o.randomDeed(random)
		o.consistent(i, what)
		if at, ok := o.caretSpot(); seen && ok && o.caret.form == nil {
			if y := o.blockTop(at.block) + at.y(); !o.view.sees(at.block) || y < 0 || y+at.box.look.lineHeight > o.view.size.Y {
				t.Fatalf("step %d: after %s the caret is at %d", i, what, y)
			}
		}
		if i%7 == 0 {
			o.sameAsFresh(i, what)
		}
	}
}

// consistent checks what is seen.
func (o *office) consistent(step int, what string) {
	o.Helper()
	v := &o.view
	y := -v.above
	for _, b := range v.seen {
		if b.y != y || !b.laid || o.column.blocks[b.index] != b.block {
			o.Fatalf("step %d: after %s block %d stands at %d, want %d", step, what, b.index, b.y, y)
		}
		y += b.height
	}
	if first := v.seen[0]; v.block != first.index || v.above < -v.px(topMargin) || v.above >= first.height && len(v.seen) > 1 {
		o.Fatalf("step %d: after %s the place is %d in block %d", step, what, v.above, v.block)
	}
	if last := v.seen[len(v.seen)-1]; y < v.size.Y-v.px(bottomMargin) && last.index != len(o.column.blocks)-1 {
		o.Fatalf("step %d: after %s only %d pixels are filled", step, what, y)
	}
	if n := len(v.lines) + len(v.spare); n > 120 {
		o.Fatalf("step %d: %d pictures", step, n)
	}
}

// sameAsFresh compares the screen with that of a column laid out anew.
func (o *office) sameAsFresh(step int, what string) {
	o.Helper()
	got := o.screen()
	c, place, above := o.column, o.column.blocks[o.view.block].id, o.view.above
	o.column.fill(o.editor.Session().Document())
	for _, b := range o.column.blocks {
		o.column.lay(b)
	}
	o.view.block, o.view.above = o.column.byID[place].index, above
	kept := o.view.lines
	o.view.lines = map[*typeset.Line]*lineView{}
	o.show()
	want := o.screen()
	o.view.lines = kept
	o.column = c
	o.column.layout.measures = &o.column.measures
	o.view.block, o.view.above = c.byID[place].index, above
	o.show()
	if got != want {
		o.Fatalf("step %d: after %s the screen shows\n%s\nwant\n%s", step, what, got, want)
	}
}

// randomDeed does something; seen says that it leads to the caret.
func (o *office) randomDeed(random *rand.Rand) (what string, seen bool) {
	o.now = o.now.Add(time.Duration(random.IntN(900)) * time.Millisecond)
	point := fyne.NewPos(float32(random.IntN(520)), float32(random.IntN(360)))
	held := []fyne.KeyModifier{0, 0, fyne.KeyModifierShift}[random.IntN(3)]
	keys := []fyne.KeyName{
		fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyReturn,
		fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyTab, fyne.KeyF8,
	}
	switch random.IntN(12) {
	case 0, 1, 2:
		key := keys[random.IntN(len(keys))]
		o.press(key, held, 1+random.IntN(3))
		return fmt.Sprint("key ", key, " with ", held), key != fyne.KeyF8
	case 3, 4:
		words := []string{"ы", " слово", "😀", "\u0301", "של", "# ", "- ", "1. ", "> ", "ж. Ж"}[random.IntN(10)]
		o.typed(words)
		return "typing " + words, true
	case 5:
		o.click(point)
		return "a click", false
	case 6:
		o.down(point, held)
		for range random.IntN(4) {
			o.drag(fyne.NewPos(float32(random.IntN(520)), float32(random.IntN(440)-40)))
			o.pass(time.Duration(random.IntN(100)) * time.Millisecond)
		}
		o.DragEnd()
		return "a drag", false
	case 7:
		e := &fyne.ScrollEvent{}
		e.Scrolled.DY = float32(random.IntN(400) - 200)
		o.Scrolled(e)
		return "the wheel", false
	case 8:
		undo := random.IntN(2) == 0
		o.Act(func(e *editing.Editor) {
			if undo {
				e.Undo()
			} else {
				e.Redo()
			}
		})
		return "undo", true
	case 9:
		k := KindChoices()[random.IntN(7)]
		o.SetKind(k)
		return fmt.Sprint("kind ", k), true
	case 10:
		o.cutAndPaste(random)
		return "cut and paste", true
	default:
		return o.fromOutside(random), false
	}
}

func (o *office) cutAndPaste(random *rand.Rand) {
	if random.IntN(2) == 0 {
		o.Cut()
	} else {
		o.Copy()
	}
	o.press(fyne.KeyDown, 0, random.IntN(3))
	o.params.Paste(random.IntN(2) == 0)
}

// fromOutside changes the draft behind the surface's back, or what it is shown with.
func (o *office) fromOutside(random *rand.Rand) string {
	d := o.editor.Session().Document()
	switch random.IntN(8) {
	case 0:
		o.editor.Session().Replace(sample())
		return "another release"
	case 1, 4, 5:
		if ops := randomOps(random, d); len(ops) > 0 {
			_ = o.editor.Session().Apply(ops)
		}
		return "a change from outside"
	case 2:
		var all []Finding
		for id := range o.texts() {
			if n := d.Length(id); n > 3 && random.IntN(3) == 0 {
				from := random.IntN(n)
				all = append(all, Finding{release.Position{TextID: id, Offset: from}, release.Position{TextID: id, Offset: min(n, from+9)}, Level(random.IntN(3)), from})
			}
		}
		o.SetFindings(all)
		return "findings"
	case 3:
		o.SetType(float32(SmallestText+random.IntN(10)), random.IntN(2) == 0)
		return "another type"
	default:
		o.scrollTo(random.IntN(max(1, o.view.total())))
		return "the scroll bar"
	}
}

func (o *office) scrollTo(y int) {
	o.view.scrollTo(y)
	o.show()
}

// texts are those of the draft.
func (o *office) texts() map[release.TextID]bool {
	all := map[release.TextID]bool{{Field: release.HeadlineField}: true, {Field: release.LeadField}: true}
	for _, b := range o.editor.Session().Document().Blocks() {
		if b.Kind != release.Rule {
			all[document.Body(b.ID, release.Words)] = true
		}
	}
	return all
}
