package drafting

import (
	"image/color"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen/screentest"
	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/editing"
	"communique/editor/find"
	"communique/editor/proof"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/typography"
)

// stand is a pane with a draft in a window of the test driver.
type stand struct {
	*screentest.Stage
	*Pane
	session   *draft.Session
	inspected []release.Field
	shows     bool // the inspector shows what it is asked for
	heard     []string
	leaves    int
	uncovered int
	menu      *fyne.Menu
	covered   float32 // of the pane's foot
	tabs      []bool  // that meant nothing, in a list or elsewhere
}

func newStand(t *testing.T, r release.Release) *stand {
	t.Helper()
	s := &stand{Stage: screentest.New(t)}
	s.Pane = New(Params{
		Base: s.Base, Search: widget.NewLabel(""),
		Paper:        func() color.Color { return color.White },
		ContactLines: func(c release.Contact, language string) []string { return []string{c.Name + " " + language} },
		Picture:      nil, Covered: func() float32 { return s.covered }, Copy: func(editing.Fragment) bool { return true }, Paste: func(bool) {}, MakeSnippet: func() {},
		Inspect: func(f release.Field) bool { s.inspected = append(s.inspected, f); return s.shows },
		PopUp:   func(menu *fyne.Menu, _ fyne.Position, _ fyne.CanvasObject) { s.menu = menu },
		OnChanged: func(c draft.Change, stepping bool) {
			s.heard = append(s.heard, string(c.Field)+map[bool]string{true: " again"}[stepping])
		},
		Choose: func(release.Field, string) {}, Places: func(string, int) []register.Hit { return nil }, Uncover: func() { s.uncovered++ },
		OnMoved: func() {}, OnLeave: func() { s.leaves++ }, OnTextSize: func(float32) {}, OnTab: func(inList bool) { s.tabs = append(s.tabs, inList) }, Typed: func(release.Release) func(before, after string) []typography.Edit { return nil },
		AcceptEverywhere: func(release.Accepted) {}, Proposals: func(string) []string { return nil }, AddWord: func(string) {},
	})
	s.Window.SetContent(s.Object())
	s.session = draft.NewSession(r, time.Now)
	s.Pane.Open(s.session)
	return s
}

func written() release.Release {
	r := release.New("ru")
	r.Headline, r.Lead, r.Place = "Встреча", "Первый абзац.", "Пробный"
	r.Date = release.Date{Year: 2024, Month: 9, Day: 11}
	r.Blocks = []release.Block{{ID: 1, Kind: release.Paragraph, Text: "Второй абзац."}, {ID: 2, Kind: release.Quotation, Text: "Мы рады", Speaker: "Анна"}}
	r.Contacts = []release.Contact{{Name: "Пётр"}, {Name: "Анна"}}
	return r
}

func lead(n int) release.Position {
	return release.Position{TextID: release.TextID{Field: release.LeadField}, Offset: n}
}

func body(block release.BlockID, n int) release.Position {
	return release.Position{TextID: document.Body(block, release.Words), Offset: n}
}

// TestWhereWritingBegins: in the headline while it is empty, else in the lead; the keyboard
// goes to the body from there, and stays elsewhere.
func TestWhereWritingBegins(t *testing.T) {
	s := newStand(t, release.New("ru"))
	if got := s.Caret(); got.Field != release.HeadlineField {
		t.Errorf("of an empty release at %v", got)
	}
	if s.FocusBody(); s.Caret() != lead(0) || !s.Holds(s.Base.Canvas.Focused()) {
		t.Errorf("the body is at %v", s.Caret())
	}
	s = newStand(t, written())
	if s.Caret() != lead(0) {
		t.Errorf("at %v", s.Caret())
	}
	s.GoTo(body(1, 3))
	if s.FocusBody(); s.Caret() != body(1, 3) {
		t.Errorf("went to %v", s.Caret())
	}
	if s.dateline() != "Пробный, 11 сентября 2024 года" || len(s.contactLines()) != 2 || s.contactLines()[1].Text != "Анна ru" {
		t.Errorf("beside the text: %q, %v", s.dateline(), s.contactLines())
	}
	s.session.Set(release.DateField, "вчера")
	if s.dateline() != "Пробный, вчера" {
		t.Errorf("a date that cannot be read: %q", s.dateline())
	}
	s.session.Set(release.PlaceField, "")
	s.session.Set(release.DateField, "")
	if s.dateline() != "" {
		t.Errorf("without both: %q", s.dateline())
	}
}

// TestWhatIsHeard: each change, and whether it was taken back; that the keyboard left after
// one; nothing of a draft that was put away.
func TestWhatIsHeard(t *testing.T) {
	s := newStand(t, written())
	s.FocusText()
	s.Insert("А")
	s.Undo()
	s.Redo()
	text := string(draft.All)
	if got := strings.Join(s.heard, ", "); strings.Count(got, " again") != 2 || len(s.heard) != 3 {
		t.Errorf("heard %q of %q", got, text)
	}
	if s.leave(); s.leaves != 1 {
		t.Errorf("left %d times", s.leaves)
	}
	if s.leave(); s.leaves != 1 {
		t.Error("left again without a change")
	}
	s.SetReadOnly(true)
	if s.Insert("Б"); s.session.Release().Lead != "АПервый абзац." {
		t.Errorf("a release that is only read says %q", s.session.Release().Lead)
	}
	s.SetReadOnly(false)
	s.Insert("Б")
	before := s.leaves
	s.Close()
	if s.leaves != before+1 || s.Caret() != (release.Position{}) || s.SelectedBlocks() != nil || s.Pasting() != nil {
		t.Errorf("put away: left %d times, at %v", s.leaves, s.Caret())
	}
	heard := len(s.heard)
	s.session.Set(release.HeadlineField, "Иное")
	s.Insert("В")
	s.GoTo(lead(3))
	s.MarkHits([]find.Hit{{}}, 0)
	s.SetReadOnly(true)
	if s.Close(); len(s.heard) != heard || s.leaves != before+1 {
		t.Error("something of it is heard")
	}
}

// TestAPasteFindsItsPlace: it goes where it was asked for, whatever was typed since, and leaves
// the caret where the person is by now; it goes nowhere where its place is gone.
func TestAPasteFindsItsPlace(t *testing.T) {
	paste := func(e *editing.Editor) { e.PasteText("✂") }
	for name, c := range map[string]struct {
		meanwhile func(s *stand)
		put       bool
		lead      string
		caret     release.Position
	}{
		"at once":               {func(*stand) {}, true, "Пе✂рвый абзац.", lead(3)},
		"typed before":          {func(s *stand) { s.GoTo(lead(0)); s.Insert("Ой ") }, true, "Ой Пе✂рвый абзац.", lead(3)},
		"typed behind":          {func(s *stand) { s.GoTo(lead(13)); s.Insert(" Да") }, true, "Пе✂рвый абзац. Да", lead(17)},
		"elsewhere":             {func(s *stand) { s.GoTo(body(1, 2)) }, true, "Пе✂рвый абзац.", body(1, 2)},
		"another release":       {func(s *stand) { s.Pane.Open(draft.NewSession(written(), time.Now)) }, false, "Первый абзац.", lead(0)},
		"replaced by a version": {func(s *stand) { s.session.Replace(release.New("ru")) }, false, "", release.Position{}},
		"twice":                 {func(s *stand) { s.pastes[0].Put(paste) }, false, "Пе✂рвый абзац.", lead(3)},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStand(t, written())
			s.GoTo(lead(2))
			p := s.Pasting()
			c.meanwhile(s)
			if got := p.Put(paste); got != c.put || s.session.Release().Lead != c.lead {
				t.Errorf("put %v, the lead is %q", got, s.session.Release().Lead)
			}
			if c.caret != (release.Position{}) && s.Caret() != c.caret {
				t.Errorf("the caret is at %v", s.Caret())
			}
			if len(s.pastes) != 0 {
				t.Errorf("%d are waited for", len(s.pastes))
			}
		})
	}
}

// TestHitsInTheText: the one that the search is at is selected; of what the library found the
// first has the caret.
func TestHitsInTheText(t *testing.T) {
	s := newStand(t, written())
	hits := find.New("абзац", find.Options{}).Hits(s.session.Release().Passages())
	if s.MarkHits(hits, 1); s.Selected() != "абзац" || s.Caret() != body(1, 12) {
		t.Errorf("selected %q, at %v", s.Selected(), s.Caret())
	}
	s.GoTo(lead(0))
	if s.MarkHits(hits, -1); s.Selected() != "" || s.Caret() != lead(0) {
		t.Errorf("selected %q, at %v", s.Selected(), s.Caret())
	}
	s.ShowHits(func(text string) [][2]int {
		if at := strings.Index(text, "рады"); at >= 0 {
			return [][2]int{{at, at + len("рады")}}
		}
		return nil
	})
	if s.Caret() != body(2, 3) {
		t.Errorf("what was found is at %v", s.Caret())
	}
	s.ShowHits(func(string) [][2]int { return nil })
	if s.Caret() != body(2, 3) {
		t.Errorf("nothing leads to %v", s.Caret())
	}
}

// TestFindingsInTheText: how many there are and how many block is told; the next one is led
// to, in the text or in the inspector.
func TestFindingsInTheText(t *testing.T) {
	r := written()
	r.Lead = "Он сказал {что} и {кто}."
	s := newStand(t, r)
	found := proof.Check(r, proof.Params{})
	s.ShowFindings(found)
	blocking := len(proof.Blocking(found))
	want := s.Base.Words.Plural("pane-findings", len(found)) + ", " + s.Base.Words.Plural("status-blocking", blocking)
	if blocking == 0 || s.status.findings.Text != want || !s.status.findings.Visible() || s.status.findings.Icon == nil {
		t.Errorf("told %q, not %q", s.status.findings.Text, want)
	}
	s.GoTo(lead(0))
	var places []int
	for range 3 {
		s.NextFinding()
		places = append(places, s.Caret().Offset)
	}
	if slices.Max(places) == 0 || !s.Holds(s.Base.Canvas.Focused()) {
		t.Errorf("led to %v", places)
	}
	s.ShowFindings(nil)
	if s.status.findings.Text != s.Base.Text("pane-no-findings") || s.status.findings.Icon != nil {
		t.Errorf("of none it says %q", s.status.findings.Text)
	}
	at := s.Caret()
	if s.NextFinding(); s.Caret() != at || len(s.inspected) > 0 {
		t.Error("nothing leads away")
	}
	empty := newStand(t, release.New("ru"))
	empty.shows = true
	missing := slices.DeleteFunc(proof.Check(release.New("ru"), proof.Params{}), func(f proof.Finding) bool { return f.End > f.Start })
	empty.ShowFindings(missing)
	if empty.PreviousFinding(); !slices.Equal(empty.inspected, []release.Field{missing[0].Field}) {
		t.Errorf("inspected %v of %v", empty.inspected, missing)
	}
}

// TestTheLineAtTheFoot: how long the text is, and how long it takes to read, from a minute on, where there is any;
// whether it is saved, loudly where it is not.
func TestTheLineAtTheFoot(t *testing.T) {
	s := newStand(t, written())
	for words, minutes := range map[int]int{0: 0, 1: 1, 299: 1, 300: 2, 499: 2, 500: 3, 2000: 10} {
		s.ShowCounts(words, 7*words)
		w := s.Base.Words
		reading := ""
		if minutes > 0 {
			reading = " · " + w.Plural("status-minutes", minutes)
		}
		if want := w.Plural("pane-words", words) + " · " + w.Plural("pane-characters", 7*words) + reading + " · Русский"; s.status.counts.Text != want {
			t.Errorf("%d words: %q", words, s.status.counts.Text)
		}
	}
	s.session.Set(release.LanguageField, "pl") // of which we know nothing
	if s.ShowCounts(1, 7); !strings.HasSuffix(s.status.counts.Text, " · pl") {
		t.Errorf("of another language: %q", s.status.counts.Text)
	}
	for _, trouble := range []bool{true, false} {
		s.ShowSaved("Сохранено", trouble)
		if s.status.saved.Text != "Сохранено" || (s.status.saved.Importance == widget.DangerImportance) != trouble {
			t.Errorf("trouble %v: %q looks like %v", trouble, s.status.saved.Text, s.status.saved.Importance)
		}
	}
	if s.Pane.Open(s.session); s.status.counts.Text != "" || s.status.saved.Text != "" || s.status.findings.Visible() {
		t.Error("another release begins with what was told of the last")
	}
}

// TestTheMenuOfThePlace: what needs a selection is not offered without one.
func TestTheMenuOfThePlace(t *testing.T) {
	s := newStand(t, written())
	disabled := func() map[string]bool {
		s.context(fyne.NewPos(5, 5))
		all := map[string]bool{}
		for _, item := range s.menu.Items {
			if !item.IsSeparator {
				all[item.Label] = item.Disabled
			}
		}
		return all
	}
	names := []string{"context-cut", "context-copy", "menu-snippet-make"}
	for _, selected := range []bool{false, true} {
		if selected {
			s.Act((*editing.Editor).SelectAll)
		}
		now := disabled()
		for _, name := range names {
			off, there := now[s.Base.Text(name)]
			if !there || off == selected {
				t.Errorf("selected %v: %s is off %v", selected, name, off)
			}
		}
		if now[s.Base.Text("context-paste")] {
			t.Error("nothing can be pasted")
		}
	}
}
