package inspector

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/editor/proof"
)

// TestWhatWasCheckedDependsOnTheLanguage: of a language without a grammar and a dictionary
// no words are said to be checked.
func TestWhatWasCheckedDependsOnTheLanguage(t *testing.T) {
	for language, checked := range map[string]string{"ru": "findings-checked", "en": "findings-checked", "tg": "findings-checked-signs"} {
		r := written()
		r.Language = language
		s := newStand(t, "ru", r)
		s.Show(FindingsTab)
		s.ShowFindings(nil)
		if got := s.findings.checked.Text; got != s.params.Words.Text(checked) {
			t.Errorf("%s: %s", language, got)
		}
	}
}

// TestTheFootScrollsClearOfTheNotice: in a narrow window a notice floats over the foot of the tab.
func TestTheFootScrollsClearOfTheNotice(t *testing.T) {
	r := written()
	r.Lead = strings.Repeat("Стороны  обсудили  план  дорог. ", 20)
	s := newStand(t, "ru", r)
	s.Show(FindingsTab)
	s.ShowFindings(proof.Check(r, proof.Params{}))
	scroll, driver := s.findings.scroll, fyne.CurrentApp().Driver()
	scroll.ScrollToBottom()
	last := driver.AbsolutePositionForObject(s.findings.checked).Y + s.findings.checked.Size().Height
	foot := driver.AbsolutePositionForObject(scroll).Y + scroll.Size().Height
	if scroll.Offset.Y == 0 || foot-last < 80 {
		t.Errorf("scrolled by %v, the last line ends %v above the foot", scroll.Offset.Y, foot-last)
	}
}

// TestTheKeyboardStaysInTheList: who accepts one finding after the other presses the same key.
func TestTheKeyboardStaysInTheList(t *testing.T) {
	r := written()
	r.Lead = "Стороны  обсудили  план  дорог."
	s := newStand(t, "ru", r)
	s.Show(FindingsTab)
	show := func() { s.ShowFindings(proof.Check(s.session.Release(), proof.Params{})) }
	show()
	s.window.Canvas().Focus(s.findings.lines[0])
	rounds := 0
	for ; len(proof.Open(s.findings.found)) > 1; rounds++ {
		s.session.Accept(proof.Open(s.findings.found)[1].Acceptance())
		show()
		if focused := s.window.Canvas().Focused(); !inRows(s, focused) {
			t.Fatalf("after %d the keyboard is with %T", rounds+1, focused)
		}
	}
	if rounds == 0 {
		t.Error("nothing was accepted")
	}
}

func inRows(s *stand, o any) bool {
	for _, b := range buttonsIn(s.findings.rows) {
		if o == any(b) {
			return true
		}
	}
	return false
}
