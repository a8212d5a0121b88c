package app_test

import (
	"reflect"
	"strings"
	"testing"

	"communique/editor/release"
)

// TestJourneyWriteAsItReads writes a release with every kind of paragraph that keys make,
// takes it back and makes it again, finds and replaces in it, folds the sides away, and
// kills the program: what is on the disk is what was written.
func TestJourneyWriteAsItReads(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	window := d.open()
	d.keys("ctrl+shift+n")
	d.write("Встреча в Пробном")
	d.keys("ctrl+t")
	for _, line := range []string{"Стороны обсудили план.", "# О сроках", "* первый этап", "второй этап", "", "> Мы готовы", "Иван Пробный", "Смотрите "} {
		d.write(line)
		if line != "Смотрите " {
			d.keys("Return")
		}
	}
	d.keys("ctrl+b")
	d.write("важное")
	d.keys("ctrl+b")
	d.write(" в плане.")
	want := []release.Block{
		{Kind: release.Subheading, Text: "О сроках"},
		{Kind: release.List, Text: "первый этап\nвторой этап"},
		{Kind: release.Quotation, Text: "Мы готовы", Speaker: "Иван Пробный"},
		{Kind: release.Paragraph, Text: "Смотрите важное в плане.", Marks: []release.Mark{{Start: 9, End: 15, Style: release.Bold}}},
	}
	written := func(want []release.Block) func() bool {
		return func() bool {
			if len(d.list()) != 1 {
				return false
			}
			got := d.stored().Blocks
			for i := range got {
				got[i].ID = 0
			}
			return reflect.DeepEqual(got, want)
		}
	}
	d.wait("what was written", written(want))
	d.look("written")

	for range 4 {
		d.keys("ctrl+z")
	}
	d.wait("less of it", func() bool { return !written(want)() })
	for range 4 {
		d.keys("ctrl+y")
	}
	d.wait("all of it again", written(want))

	d.keys("ctrl+h")
	d.write("план")
	d.keys("Tab", "Tab", "Tab", "Tab") // over the buttons beside it
	d.write("проект")
	d.look("replacing")
	d.keys("Tab", "Tab", "space") // over the one to all
	d.wait("the replacement", func() bool {
		return strings.Contains(d.stored().Lead, "проект")
	})
	d.keys("Escape", "ctrl+z")
	d.wait("what stood there", func() bool { return strings.Contains(d.stored().Lead, "план") })

	list := d.dot(20, 600)
	d.keys("F11")
	d.wait("the text alone", func() bool { return d.dot(20, 600) != list })
	d.write("Ещё. ")
	d.look("only-text")
	d.keys("F11")
	d.wait("the list again", func() bool { return d.dot(20, 600) == list })
	d.wait("what was typed into the text alone", func() bool { return strings.Contains(d.shown(), "Ещё. ") })
	d.kill(window)
	if r := d.stored(); len(r.Blocks) != 4 || r.Blocks[3].Marks[0].Style != release.Bold {
		t.Errorf("after the kill: %+v", r.Blocks)
	}
}
