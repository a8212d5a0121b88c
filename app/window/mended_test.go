package window

import (
	"testing"

	"communique/app/window/background"
	"communique/editor/proof"
	"communique/editor/release"
)

// TestRepairsOfTheDraftAsItStands asks for all repairs and writes on before they are made: they are those of the text
// as it is by then. Of a draft that is left meanwhile there are none.
func TestRepairsOfTheDraftAsItStands(t *testing.T) {
	s := newStage(t, settled, "Встреча", "Учение")
	s.show(1)
	s.focusText()
	s.write("Она прошла с с успехом")
	var told []proof.Mended
	s.mend(func(m proof.Mended) { told = append(told, m) })
	s.write(" и и завершена.")
	s.wait("the repairs", func() bool { return len(told) > 0 })
	if err := s.doc.session.Apply(told[0].Ops); err != nil || len(told[0].Done) != 2 {
		t.Fatalf("%v, %+v", err, told[0].Done)
	}
	if got := s.doc.session.Text(release.LeadField); got != "Она прошла с успехом и завершена." {
		t.Errorf("%q", got)
	}
	left := s.doc
	s.show(2)
	another := s.doc
	var answer func()
	s.repairs = background.New(func(work func()) { work() }, func(f func()) { answer = f })
	told, s.doc = nil, left
	s.mend(func(m proof.Mended) { told = append(told, m) })
	s.doc = another
	answer()
	if len(told) > 0 {
		t.Errorf("of a draft that was left: %+v", told)
	}
}
