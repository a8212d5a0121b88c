package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/inspector"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/editing"
	"communique/editor/release"
	"communique/editor/surface"
)

// about is a release on the screen whose text names somebody three times.
func about(t *testing.T) *stage {
	s := newStage(t, settled)
	r := headed("Визит Ивана Пробного")
	r.Lead = "Министр Иван Пробный посетил Минск."
	r.Blocks = []release.Block{{ID: 1, Kind: release.Paragraph, Text: "С Иваном Пробным встретились студенты."}}
	s.start(r)
	s.focusText()
	return s
}

func (s *stage) counted() string {
	for _, line := range strings.Split(s.texts(), "\n") {
		if strings.Contains(line, " из ") || strings.HasPrefix(line, "Не найдено") {
			return line
		}
	}
	return ""
}

// entry returns the entry of a name.
func (s *stage) entry(name string) *controls.Entry {
	s.t.Helper()
	for _, o := range controlstest.Objects(s.win.Content()) {
		if e, ok := o.(*controls.Entry); ok && e.Name() == s.text(name) && e.Visible() {
			return e
		}
	}
	s.t.Fatalf("no entry %s", name)
	return nil
}

func (s *stage) tick(name string) {
	s.t.Helper()
	for _, o := range controlstest.Objects(s.win.Content()) {
		if c, ok := o.(*controls.Check); ok && c.Text == s.text(name) {
			c.SetChecked(!c.Checked)
			return
		}
	}
	s.t.Fatalf("no box %s", name)
}

// TestFindingInTheText counts as it is typed, goes round, and leaves the caret at the hit.
func TestFindingInTheText(t *testing.T) {
	s := about(t)
	s.hands.Press(fyne.KeyHome, 0)
	s.search.Open(false)
	entry := s.entry("find-typed")
	test.Type(entry, "пробн")
	s.wait("the hits", func() bool { return s.counted() == "1 из 3" || s.counted() == "2 из 3" })
	first := s.counted()
	for range 3 {
		s.key(entry, fyne.KeyReturn)
	}
	if s.counted() != first {
		t.Errorf("after three more: %s, at first %s", s.counted(), first)
	}
	s.hands.Press(fyne.KeyReturn, fyne.KeyModifierShift)
	if s.counted() == first {
		t.Error("Shift+Enter does not go back")
	}
	if got := s.pane.Selected(); strings.ToLower(got) != "пробн" {
		t.Errorf("selected %q", got)
	}
	s.tick("find-word")
	s.wait("no whole word", func() bool { return s.counted() == "Не найдено" })
	s.tick("find-word")
	s.tick("find-case")
	entry.SetText("визит")
	s.wait("no capital", func() bool { return s.counted() == "Не найдено" })
	s.key(entry, fyne.KeyEscape)
	if s.search.Object().Visible() || !s.pane.Holds(s.win.Canvas().Focused()) {
		t.Error("Escape does not leave the bar for the text")
	}
}

// TestGoingBackFromTheCaret types where no hit is: from there the hit before is the one
// before the caret, as the next is the one behind.
func TestGoingBackFromTheCaret(t *testing.T) {
	for name, c := range map[string]struct {
		step func(*stage)
		want string
	}{"back": {func(s *stage) { s.search.Previous() }, "1 из 3"}, "on": {func(s *stage) { s.search.Next() }, "2 из 3"}} {
		s := about(t)
		s.search.Open(false)
		test.Type(s.entry("find-typed"), "пробн")
		s.wait("the hits", func() bool { return strings.HasSuffix(s.counted(), " из 3") })
		s.pane.GoTo(release.Position{TextID: release.TextID{Field: release.LeadField}})
		s.focusText()
		s.write("А")
		s.wait("no hit", func() bool { return !strings.HasSuffix(s.counted(), " из 3") })
		c.step(s)
		if got := s.counted(); got != c.want {
			t.Errorf("%s: %s, not %s", name, got, c.want)
		}
	}
}

// TestReplacingInTheText replaces one, and all, as one step each.
func TestReplacingInTheText(t *testing.T) {
	s := about(t)
	s.hands.Press(fyne.KeyHome, 0)
	s.search.Open(true)
	test.Type(s.entry("find-typed"), "иван")
	s.entry("find-with").SetText("пётр")
	s.wait("the hits", func() bool { return strings.HasSuffix(s.counted(), " из 3") })
	s.tap(t, "Заменить")
	s.wait("the first", func() bool {
		return strings.Contains(s.doc.session.Release().Headline+s.doc.session.Release().Lead, "Пётр")
	})
	s.wait("the rest", func() bool { return strings.HasSuffix(s.counted(), " из 2") })
	s.tap(t, "Заменить все")
	s.wait("all", func() bool { return s.counted() == "Не найдено" })
	r := s.doc.session.Release()
	if r.Headline != "Визит Пётра Пробного" || r.Lead != "Министр Пётр Пробный посетил Минск." || r.Blocks[0].Text != "С Пётром Пробным встретились студенты." {
		t.Errorf("got %q, %q, %q", r.Headline, r.Lead, r.Blocks[0].Text)
	}
	s.pane.Undo()
	if r := s.doc.session.Release(); strings.Count(r.Headline+r.Lead+r.Blocks[0].Text, "Иван") != 2 {
		t.Errorf("undo took back %q, %q, %q", r.Headline, r.Lead, r.Blocks[0].Text)
	}
}

// TestANameIsReplacedInEveryCase accepts what is certain, and leaves a guess alone.
func TestANameIsReplacedInEveryCase(t *testing.T) {
	s := about(t)
	s.substitute()
	entries := s.entries()
	entries[0].SetText("Иван Пробный")
	entries[1].SetText("Анна Примерная")
	s.hands.Press(fyne.KeyReturn, control)
	s.wait("the proposals", func() bool { return strings.Contains(s.texts(), s.text("find-replace-chosen")) })
	if !strings.Contains(s.texts(), "посетил") {
		t.Errorf("what agrees is not told:\n%s", s.texts())
	}
	s.hands.Press(fyne.KeyReturn, control)
	s.wait("the change", func() bool { return strings.Contains(s.doc.session.Release().Lead, "Анна") })
	r := s.doc.session.Release()
	if r.Lead != "Министр Анна Примерная посетил Минск." || r.Blocks[0].Text != "С Анной Примерной встретились студенты." {
		t.Errorf("got %q, %q", r.Lead, r.Blocks[0].Text)
	}
}

// TestTheBarGoesWithItsRelease opens another release while the bar is shown.
func TestTheBarGoesWithItsRelease(t *testing.T) {
	s := about(t)
	s.search.Open(true)
	s.start(headed("Другой"))
	if s.search.Object().Visible() {
		t.Error("the bar is still there")
	}
	s.close()
	s.search.Open(false)
	if s.search.Object().Visible() || s.notice.Text() == "" {
		t.Error("there is nothing to search in")
	}
}

// TestRoomForTheText folds the sides away and brings them back, the keyboard stays.
func TestRoomForTheText(t *testing.T) {
	s := about(t)
	sides := func() string {
		return map[bool]string{true: "L", false: "-"}[s.library.Object().Visible()] + map[bool]string{true: "I", false: "-"}[s.inspectorColumn()]
	}
	steps := []struct {
		name string
		do   func()
		want string
	}{
		{"F10", func() { s.showInspector(!s.inspectorColumn()) }, "L-"},
		{"F9", func() { s.showLibrary(!s.library.Object().Visible()) }, "--"},
		{"F11", s.onlyText, "LI"},
		{"F11 again", s.onlyText, "--"},
		{"Ctrl+4", func() { s.showTab(inspector.DetailsTab) }, "-I"},
	}
	for _, step := range steps {
		step.do()
		if sides() != step.want || s.win.Canvas().Focused() == nil {
			t.Errorf("%s: %s, %T has the keyboard", step.name, sides(), s.win.Canvas().Focused())
		}
	}
	s.showInspector(false)
	s.start(headed("Другой"))
	if sides() != "--" {
		t.Errorf("another release: %s", sides())
	}
	if field, ok := s.inspector.FieldOf(s.win.Canvas().Focused()); ok {
		t.Errorf("the keyboard is in %s, which is not seen", field)
	}
}

// TestTheTextIsSetAsItWasChosen from the menu, within its bounds, and kept.
func TestTheTextIsSetAsItWasChosen(t *testing.T) {
	s := about(t)
	for range 30 {
		s.setTextSize(s.textSize() + 1)
	}
	if s.textSize() != surface.LargestText {
		t.Errorf("the text is %v", s.textSize())
	}
	for range 30 {
		s.setTextSize(s.textSize() - 1)
	}
	s.switchSerifs()
	s.wait("the settings", func() bool { return s.kept.get().Window.Sans && s.kept.get().Window.TextSize == surface.SmallestText })
	s.switchSerifs()
	if s.settings.Window.Sans {
		t.Error("the serifs do not come back")
	}
}

// TestFindingsAreGoneThrough leads from one to the next with F8, and tells each.
func TestFindingsAreGoneThrough(t *testing.T) {
	s := newStage(t, settled)
	r := headed("Встреча {кого}")
	r.Lead = "Лид {кто} и {что}."
	s.start(r)
	s.wait("the findings", func() bool { return strings.Contains(s.texts(), "не дают выпустить") })
	s.focusText()
	var seen []string
	for range 3 {
		s.pane.NextFinding()
		seen = append(seen, s.pane.Selected())
	}
	s.pane.PreviousFinding()
	if got := strings.Join(append(seen, s.pane.Selected()), " "); got != "{кто} {что} {кого} {что}" {
		t.Errorf("went through %s", got)
	}
	seenNow := func() string { return controlstest.Screen(s.win.Canvas()) }
	if !strings.Contains(seenNow(), "Не заполнено: {что}") {
		t.Errorf("what is found there is not told:\n%s", seenNow())
	}
	s.hands.Press(fyne.KeyHome, 0)
	if strings.Contains(seenNow(), "Не заполнено: {что}") {
		t.Error("it is told still, of another place")
	}
	s.pane.NextFinding()
	if !strings.Contains(seenNow(), "Не заполнено: {") {
		t.Fatal("the next one is not told")
	}
	s.hands.Press(fyne.KeyEscape, 0)
	if strings.Contains(seenNow(), "Не заполнено: {") {
		t.Error("Escape does not leave what is told")
	}
	s.pane.NextFinding()
	s.start(headed("Другой"))
	if strings.Contains(seenNow(), "Не заполнено: {") {
		t.Error("it is told of another release")
	}
}

// TestWhereNoLinkIs asks for no address where none can be set, and says in full view
// what is no address.
func TestWhereNoLinkIs(t *testing.T) {
	s := about(t)
	s.pane.GoTo(release.Position{TextID: release.TextID{Field: release.HeadlineField}})
	s.hands.Press(fyne.KeyEnd, fyne.KeyModifierShift)
	s.pane.Link()
	if s.dialogOpen() || s.notice.Text() != s.text("link-nowhere") {
		t.Errorf("in the headline: a dialog %v, told %q", s.dialogOpen(), s.notice.Text())
	}
	s.focusText()
	s.hands.Press(fyne.KeyEnd, fyne.KeyModifierShift)
	s.pane.Link()
	test.Type(s.focused(), "/page")
	s.hands.Press(fyne.KeyReturn, control)
	said := s.text("link-unread", map[string]any{"Address": "/page"})
	label := s.label(said)
	if label == nil {
		t.Fatal("what is wrong is not said")
	}
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(label).Y
	for _, o := range controlstest.Objects(s.win.Canvas().Overlays().Top()) {
		if b, ok := o.(*controls.Button); ok && b.Text == s.text("button-ok") {
			if below := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).Y; top+label.MinSize().Height > below {
				t.Errorf("what is wrong ends at %v, behind the buttons at %v", top+label.MinSize().Height, below)
			}
		}
	}
}

// label returns the label on top that says something; nil for none.
func (s *stage) label(said string) *widget.Label {
	for _, o := range controlstest.Objects(s.win.Canvas().Overlays().Top()) {
		if l, ok := controlstest.Label(o); ok && l.Text == said && l.Visible() {
			return l
		}
	}
	return nil
}

// TestEscapeInTheTextClosesTheSearch, which the keyboard has left for the text.
func TestEscapeInTheTextClosesTheSearch(t *testing.T) {
	s := newStage(t, settled, "Встреча")
	s.open(1)
	s.wait("the release", func() bool { return s.shown() == 1 })
	s.find(false)
	s.pane.FocusText()
	s.hands.Press(fyne.KeyEscape, 0)
	if s.search.Object().Visible() || !s.pane.Holds(s.win.Canvas().Focused()) {
		t.Errorf("the search is there: %v, %T has the keyboard", s.search.Object().Visible(), s.win.Canvas().Focused())
	}
}

// TestNoLetterLeadsPastAHit: while words are typed the search stays where it began, and a word that
// was selected is the first that is found.
func TestNoLetterLeadsPastAHit(t *testing.T) {
	s := about(t)
	s.find(false)
	for _, begun := range []string{"и", "ив", "ива", "иван"} {
		s.entry("find-typed").SetText(begun)
		s.wait("what begins with "+begun, func() bool { return strings.EqualFold(s.pane.Selected(), begun) })
	}
	if got := s.counted(); got != "2 из 3" { // in the lead, where the caret was
		t.Errorf("at %s", got)
	}
	s.search.Close()
	last := release.Position{TextID: release.TextID{Field: release.BlocksField, Block: 1, Part: release.Words}, Offset: 2}
	s.pane.Act(func(e *editing.Editor) { e.SelectWord(last) })
	s.find(false)
	s.wait("the word that was selected", func() bool { return s.counted() == "1 из 1" })
	if got := s.pane.SelectionStart(); got != last {
		t.Errorf("the search went on to %v", got)
	}
}
