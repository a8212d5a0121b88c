package drafting

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/editor/spelling"
	"communique/editor/surface"
)

// told shows the card of the first finding of a code, and returns what it offers.
func (s *stand) toldOf(t *testing.T, code string) []*controls.Pill {
	t.Helper()
	r := s.session.Release()
	speller := spelling.New(spelling.Params{})
	found := proof.Check(r, proof.Params{More: speller.Sources()})
	s.ShowFindings(found)
	at := slices.IndexFunc(found, func(f proof.Finding) bool { return f.Code == code })
	if at < 0 {
		t.Fatalf("no %s among %v", code, found)
	}
	s.lookAt(&surface.Finding{Tag: at}, surface.Area{At: fyne.NewPos(100, 100), Size: fyne.NewSize(80, 20)}, false)
	var pills []*controls.Pill
	for _, o := range s.card.actions.Objects {
		pills = append(pills, o.(*controls.Pill))
	}
	return pills
}

func namesOf(pills []*controls.Pill) (names []string) {
	for _, p := range pills {
		names = append(names, p.Text)
	}
	return names
}

// TestWhatACardOffers: a misspelt word is mended by what was meant or kept as the office's own, a doubled one is
// mended by its one repair, and whatever may be right is accepted; the keyboard is in the text afterwards.
func TestWhatACardOffers(t *testing.T) {
	r := written()
	r.Lead = "Сотрудничиство идёт с с успехом."
	s := newStand(t, r)
	s.params.Proposals = func(string) []string {
		return []string{"Сотрудничество", "второе", "третье", "четвёртое"}
	}
	pills := s.toldOf(t, spelling.MisspeltCode)
	if got := namesOf(pills); len(got) != offered+2 || got[offered] != s.Base.Text("finding-add-word-short") || got[offered+1] != s.Base.Text("finding-accept") || slices.Contains(got, "четвёртое") {
		t.Fatalf("offered %q", got)
	}
	for i, p := range pills {
		if p.Main != (i == 0) || !p.Framed {
			t.Errorf("%s is the main one: %v, framed: %v", p.Text, p.Main, p.Framed)
		}
	}
	if s.card.head.Importance != widget.DangerImportance && s.card.head.Importance != widget.WarningImportance || !strings.Contains(s.card.head.Text, "Сотрудничиство") || s.card.words.Visible() != (s.card.words.Text != "") {
		t.Errorf("the heading is %q, the words %q", s.card.head.Text, s.card.words.Text)
	}
	test.Tap(pills[0])
	if got := s.session.Text(release.LeadField); got == r.Lead || s.card.Visible() || !s.Holds(s.Base.Canvas.Focused()) {
		t.Errorf("the lead is %q, the card is there: %v", got, s.card.Visible())
	}
	pills = s.toldOf(t, proof.WordTwice)
	test.Tap(pills[0])
	if got := s.session.Text(release.LeadField); got != "Сотрудничество идёт с успехом." {
		t.Errorf("the lead is %q", got)
	}
}

// TestAWordIsAddedOnTheCard: a word that is right becomes the office's own, and the text stays.
func TestAWordIsAddedOnTheCard(t *testing.T) {
	r := written()
	r.Lead = "Сотрудничиство идёт."
	s := newStand(t, r)
	var added []string
	s.params.AddWord = func(word string) { added = append(added, word) }
	pills := s.toldOf(t, spelling.MisspeltCode)
	test.Tap(pills[len(pills)-2])
	if !slices.Equal(added, []string{"Сотрудничиство"}) || s.session.Text(release.LeadField) != r.Lead || s.card.Visible() || !s.Holds(s.Base.Canvas.Focused()) {
		t.Errorf("added %q, the card is there: %v", added, s.card.Visible())
	}
}

// TestAcceptedOnTheCard accepts a finding where it stands.
func TestAcceptedOnTheCard(t *testing.T) {
	r := written()
	r.Lead = "Сотрудничиство идёт."
	s := newStand(t, r)
	pills := s.toldOf(t, spelling.MisspeltCode)
	test.Tap(pills[len(pills)-1])
	if got := s.session.Release().Accepted; len(got) != 1 || got[0].Text != "Сотрудничиство" {
		t.Errorf("accepted %+v", got)
	}
}

// TestACardStandsClearOfWhatFloats: above its words where the notice lies over the room below them.
func TestACardStandsClearOfWhatFloats(t *testing.T) {
	r := written()
	r.Lead = "Сотрудничиство идёт."
	s := newStand(t, r)
	s.Window.Resize(fyne.NewSize(700, 560))
	at := surface.Area{At: fyne.NewPos(100, 170), Size: fyne.NewSize(80, 20)}
	s.toldOf(t, spelling.MisspeltCode)
	s.lookAt(&surface.Finding{Tag: 0}, at, false)
	if y := s.card.Position().Y; y != at.At.Y+at.Size.Height {
		t.Errorf("the card stands at %.0f", y)
	}
	s.covered = s.surface.Size().Height - 210
	s.lookAt(&surface.Finding{Tag: 0}, at, false)
	if below := s.card.Position().Y + s.card.Size().Height; below != at.At.Y {
		t.Errorf("the card ends at %.0f", below)
	}
}

// A release that can only be read offers nothing.
func TestNothingIsOfferedToReaders(t *testing.T) {
	r := written()
	r.Lead = "Сотрудничиство идёт."
	s := newStand(t, r)
	s.SetReadOnly(true)
	if pills := s.toldOf(t, spelling.MisspeltCode); len(pills) > 0 {
		t.Errorf("offered %q", namesOf(pills))
	}
	if s.NextFinding(); !s.card.Visible() || strings.Contains(s.card.words.Text, "F10") {
		t.Errorf("promised: %q", s.card.words.Text)
	}
}

// TestACardNamesItsKeyToTheKeyboard alone: who came with the mouse has the buttons below the words.
func TestACardNamesItsKeyToTheKeyboard(t *testing.T) {
	r := written()
	r.Lead = "Сотрудничиство идёт."
	s := newStand(t, r)
	key := s.Base.Text("finding-by-key")
	if s.toldOf(t, spelling.MisspeltCode); strings.Contains(s.card.words.Text, key) {
		t.Errorf("to the mouse it says %q", s.card.words.Text)
	}
	if s.NextFinding(); !strings.Contains(s.card.words.Text, key) {
		t.Errorf("to the keyboard it says %q", s.card.words.Text)
	}
}

// TestACardStaysUnderThePointer: it waits for the pointer that leaves the word, stays as
// long as that is on the card or on what it offers, and goes a moment after.
func TestACardStaysUnderThePointer(t *testing.T) {
	r := written()
	r.Lead = "Сотрудничиство идёт."
	s := newStand(t, r)
	var due []func()
	s.card.after = func(_ time.Duration, f func()) { due = append(due, f) }
	pill := s.toldOf(t, spelling.MisspeltCode)[0]
	later := func() {
		for _, f := range due {
			f()
		}
		due = nil
	}
	card := s.card
	steps := []struct {
		name  string
		do    func()
		stays bool
	}{
		{"onto the card", func() { s.lookAt(nil, surface.Area{}, false); card.MouseIn(nil) }, true},
		{"onto a pill", func() { card.MouseOut(); pill.MouseIn(nil) }, true},
		{"back to the word", func() { pill.MouseOut(); s.toldOf(t, spelling.MisspeltCode) }, true},
		{"away", func() { s.lookAt(nil, surface.Area{}, false) }, false},
	}
	for _, step := range steps {
		step.do()
		if !card.Visible() {
			t.Errorf("%s: it does not wait", step.name)
		}
		if later(); card.Visible() != step.stays {
			t.Errorf("%s: it stays: %v", step.name, card.Visible())
		}
	}
	s.toldOf(t, spelling.MisspeltCode)
	s.GoTo(lead(3))
	if card.Visible() {
		t.Error("it stands in the way of the caret")
	}
}

// TestACardFollowsItsFinding: it stays where the finding has another place among them, and
// goes with it when it was accepted in the menu.
func TestACardFollowsItsFinding(t *testing.T) {
	r := written()
	r.Lead = "Стороны встретились с с успехом и и разошлись."
	s := newStand(t, r)
	s.toldOf(t, proof.WordTwice)
	told := s.found[s.told]
	found := slices.Clone(s.found)
	slices.Reverse(found)
	s.ShowFindings(found)
	if !s.card.Visible() || s.found[s.told] != told {
		t.Fatalf("the card is there: %v, and tells of %v", s.card.Visible(), s.found[s.told])
	}
	found = slices.Clone(found)
	found[s.told].Accepted = true
	s.ShowFindings(found)
	if s.card.Visible() {
		t.Error("the card of what was accepted stays")
	}
}

// TestTheMenuTakesTheCardsPlace: both say the same of a finding, and one would lie over the other.
// The menu at the caret says it of the finding that the keyboard has come to.
func TestTheMenuTakesTheCardsPlace(t *testing.T) {
	r := written()
	r.Lead = "Встреча идёт с с успехом."
	s := newStand(t, r)
	if s.toldOf(t, proof.WordTwice); !s.card.Visible() {
		t.Fatal("there is no card")
	}
	s.context(fyne.NewPos(100, 100))
	if s.card.Visible() {
		t.Error("the card is there beside the menu")
	}
	if want := s.findingItems(s.found[s.told]); len(want) == 0 || s.menu.Items[0].Label != want[0].Label {
		t.Errorf("the menu begins with %s", s.menu.Items[0].Label)
	}
}

// TestTheCardGoesWithTheKeyboard: one that F8 shows does not stay over the text while a dialog or
// the search has the keyboard; one on which the pointer is stays for the press.
func TestTheCardGoesWithTheKeyboard(t *testing.T) {
	r := written()
	r.Lead = "Встреча идёт с с успехом."
	s := newStand(t, r)
	s.FocusText()
	s.toldOf(t, proof.WordTwice)
	s.card.MouseIn(nil)
	s.Base.Canvas.Unfocus()
	if !s.card.Visible() {
		t.Error("the card went from under the pointer")
	}
	s.FocusText()
	s.toldOf(t, proof.WordTwice)
	s.card.MouseIn(nil)
	s.card.MouseOut()
	s.Base.Canvas.Unfocus()
	if s.card.Visible() {
		t.Error("the card stays without the keyboard")
	}
}
