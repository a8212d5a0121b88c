package window

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/window/inspector"
	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/export"
)

// blankInLead is what an override keeps of «Прошла встреча с ХХХ.».
var blankInLead = []release.Accepted{{Code: proof.PlaceholderLeft, Text: "ХХХ", Field: release.LeadField}}

// TestIssuingInSpiteOfFindings: who issues a release that findings block says who and why,
// and both stay in it.
func TestIssuingInSpiteOfFindings(t *testing.T) {
	s := newStage(t, settled)
	r := release.New("ru")
	r.Headline, r.Lead = "Встреча", "Прошла встреча с ХХХ."
	s.start(r)
	issue := func() { s.inspector.Choose(release.StatusField, string(release.Issued)) }
	issue()
	s.wait("the question", s.dialogOpen)
	if s.inspector.Shown() != inspector.FindingsTab {
		t.Error("the findings are not shown")
	}
	s.tap(t, s.text("override-issue"))
	if got := s.doc.session.Release(); got.Status == release.Issued || !s.dialogOpen() {
		t.Fatalf("issued by nobody: %+v", got.Overrides)
	}
	fields := s.entries()
	fields[0].SetText("Анна Пробная")
	fields[1].SetText("Имя объявят на встрече")
	s.tap(t, s.text("override-issue"))
	got := s.doc.session.Release()
	if got.Status != release.Issued || len(got.Overrides) != 1 || s.dialogOpen() {
		t.Fatalf("status %s, overrides %+v", got.Status, got.Overrides)
	}
	if told := s.notice.Text(); told != s.text("override-issued") {
		t.Errorf("told %q", told)
	}
	if o := got.Overrides[0]; o.Who != "Анна Пробная" || o.Why != "Имя объявят на встрече" || !slices.Equal(o.Findings, blankInLead) || o.At.IsZero() {
		t.Errorf("got %+v", o)
	}
}

// TestAQuestionGoesWithItsRelease: what is asked about a release goes when another comes on
// the screen, and is not asked at all where that is there already.
func TestAQuestionGoesWithItsRelease(t *testing.T) {
	blank, issued := headed("Первый"), headed("Первый")
	blank.Lead = "Прошла встреча с ХХХ."
	issued.Lead, issued.Status = blank.Lead, release.Issued
	for name, tt := range map[string]struct {
		release release.Release
		ask     func(s *stage)
	}{
		"issuing":              {blank, func(s *stage) { s.inspector.Choose(release.StatusField, string(release.Issued)) }},
		"export":               {blank, func(s *stage) { s.exportAs(export.PDF)() }},
		"package":              {blank, func(s *stage) { s.packRelease() }},
		"print":                {blank, func(s *stage) { s.print() }},
		"copying":              {blank, func(s *stage) { s.withRelease(s.clipboard.CopyForWebsite)() }},
		"export of an issued":  {issued, func(s *stage) { s.exportAs(export.PDF)() }},
		"copying of an issued": {issued, func(s *stage) { s.withRelease(s.clipboard.CopyForWebsite)() }},
		"the trash":            {blank, func(s *stage) { s.trash() }},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, settled)
			s.start(tt.release)
			first := s.doc
			tt.ask(s)
			s.wait("the question", s.dialogOpen)
			s.start(headed("Второй"))
			if s.dialogOpen() {
				t.Errorf("it stays:\n%s", s.texts())
			}
			if s.askOf(first, func() *screen.Dialog { t.Error("asked of a release that is not there"); return nil }); s.doc == first {
				t.Error("the other one did not come")
			}
		})
	}
}

// TestAnIssuedReleaseLeavesForAReason: one with a blank leaves when somebody says who and why,
// which stays in it, and is not asked about a second time.
func TestAnIssuedReleaseLeavesForAReason(t *testing.T) {
	s := newStage(t, settled)
	r := release.New("ru")
	r.Headline, r.Lead, r.Status = "Встреча", "Прошла встреча с ХХХ.", release.Issued
	s.start(r)
	s.exportAs(export.PDF)()
	s.wait("the question", s.dialogOpen)
	s.tap(t, s.text("export-anyway"))
	if !s.dialogOpen() || len(s.doc.session.Release().Overrides) > 0 {
		t.Fatal("it left for no reason")
	}
	fields := s.entries()
	fields[0].SetText("Анна Пробная")
	fields[1].SetText("Имя объявят на встрече")
	s.tap(t, s.text("export-anyway"))
	if o := s.doc.session.Release().Overrides; len(o) != 1 || o[0].Why != "Имя объявят на встрече" || !slices.Equal(o[0].Findings, blankInLead) {
		t.Fatalf("overrides %+v", o)
	}
	s.wait("where to write", s.dialogOpen)
	s.hands.Press(fyne.KeyEscape, 0)
	s.exportAs(export.PDF)()
	s.wait("the question again", s.dialogOpen)
	if len(s.entries()) > 0 {
		t.Errorf("asked for a reason again: %s", s.texts())
	}
	s.hands.Press(fyne.KeyEscape, 0)
	s.doc.session.Set(release.HeadlineField, "Встреча с ХХХ")
	s.wait("the findings", func() bool { return len(proof.Blocking(s.preview.Last().Findings)) == 2 })
	s.exportAs(export.PDF)()
	s.wait("the question of another blank", s.dialogOpen)
	if len(s.entries()) != 2 {
		t.Errorf("another blank leaves unasked: %s", s.texts())
	}
	s.tap(t, s.text("to-findings"))
	s.wait("the findings", func() bool {
		focused, ok := s.win.Canvas().Focused().(fyne.CanvasObject)
		return ok && !s.dialogOpen() && s.inspector.Shown() == inspector.FindingsTab && controls.Seen(s.inspector.Object(), focused)
	})
}

// TestTheFindingsOfAReleaseOfTheLibrary are shown with it, whatever was on the screen before.
func TestTheFindingsOfAReleaseOfTheLibrary(t *testing.T) {
	for _, before := range []int64{0, 1, 2} {
		s := stocked(t)
		if before != 0 {
			s.show(before)
		}
		s.showInspector(false)
		s.exportingParams().ToFindingsOf(2)
		s.wait("the release", func() bool { return s.shown() == 2 })
		if s.inspector.Shown() != inspector.FindingsTab || s.panes.State().InspectorFolded {
			t.Errorf("from %d: the findings are not shown", before)
		}
		s.wait("the keyboard at the gravest finding", func() bool {
			focused, ok := s.win.Canvas().Focused().(*controls.Button)
			return ok && controls.Seen(s.inspector.Object(), focused)
		})
	}
}

// TestSoughtFindingsAreThoseOfTheText: what was found before the last change is not led to.
func TestSoughtFindingsAreThoseOfTheText(t *testing.T) {
	s := stocked(t)
	s.show(2)
	s.wait("the findings", func() bool { return s.doc.checked.findings != nil })
	s.doc.changes++
	s.exportingParams().ToFindingsOf(2)
	if s.sought.id != 2 {
		t.Error("led to what was found before")
	}
}

// TestFindingsAreLedToAsSoonAsTheyAre: who asks for them before the text is checked is led to them then.
func TestFindingsAreLedToAsSoonAsTheyAre(t *testing.T) {
	s := stocked(t)
	s.show(2)
	s.hands.Press(fyne.Key3, fyne.KeyModifierControl)
	s.wait("the keyboard at the gravest finding", func() bool {
		focused, ok := s.win.Canvas().Focused().(*controls.Button)
		return ok && controls.Seen(s.inspector.Object(), focused)
	})
}

// TestSoughtFindingsLeaveAWriterAlone: who has pressed a key since keeps the keyboard.
func TestSoughtFindingsLeaveAWriterAlone(t *testing.T) {
	s := stocked(t)
	s.exportingParams().ToFindingsOf(2)
	s.hands.Press(fyne.KeyEnd, 0)
	s.wait("the findings", func() bool { return s.shown() == 2 && s.sought.id == 0 })
	if focused, ok := s.win.Canvas().Focused().(fyne.CanvasObject); ok && controls.Seen(s.inspector.Object(), focused) {
		t.Error("the findings took the keyboard")
	}
}
