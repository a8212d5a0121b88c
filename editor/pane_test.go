package editor

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

// stage is a pane in a window of the test driver, with a clock that tests move.
type stage struct {
	pane            *Pane
	window          fyne.Window
	session         *draft.Session
	now             time.Time
	changes         []draft.Change
	leaves, blocked int
	lost            []string         // pictures
	held            fyne.KeyModifier // while a key is pressed
}

func newStage(t testing.TB, r release.Release) *stage {
	t.Helper()
	return newStageIn(t, "ru", r)
}

func newStageIn(t testing.TB, language string, r release.Release) *stage {
	t.Helper()
	test.NewTempApp(t)
	words, err := translations.New(language)
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{now: time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC)}
	s.window = test.NewTempWindow(t, nil)
	s.pane = NewPane(Params{
		Words: words,
		Contacts: func() []Contact {
			return []Contact{
				{Title: "Пресс-служба", Contact: release.Contact{Name: "Пётр Образцов", Post: "Пресс-секретарь"}},
				{Title: "Пресс-служба", Contact: release.Contact{Name: "Анна Озерова", Email: "a@council.example"}},
			}
		},
		OnChanged: func(c draft.Change) { s.changes = append(s.changes, c) },
		Lost:      func() []string { return s.lost },
		OnLeave:   func() { s.leaves++ },
		OnBlocked: func(found []proof.Finding) { s.blocked += len(found) },
		Focus:     s.window.Canvas().Focus,
		Keys:      s.keys(),
	})
	s.window.SetContent(s.pane.Object())
	s.window.Resize(fyne.NewSize(620, 700))
	s.session = draft.NewSession(r, func() time.Time { return s.now })
	s.pane.Open(s.session)
	s.pane.FocusStart()
	return s
}

// keys is a keyboard on which the test holds keys.
func (s *stage) keys() *controls.Keyboard {
	return controls.NewKeyboard(controls.Params{
		Canvas: s.window.Canvas(), Menu: s.window.MainMenu,
		Held:     func() fyne.KeyModifier { return s.held },
		Physical: func(int) fyne.KeyName { return fyne.KeyUnknown },
	})
}

func TestPaneShowsARelease(t *testing.T) {
	r := release.New("ru")
	r.Headline, r.Place, r.Lead = "Встреча", "Бишкек", "Лид."
	r.Date = release.Date{Year: 2024, Month: 9, Day: 11}
	r.Status = release.InReview
	r.Contacts = []release.Contact{{Name: "Пётр Образцов", Post: "Пресс-секретарь"}}
	s := newStage(t, r)
	for field, want := range map[release.Field]string{
		release.HeadlineField: "Встреча", release.PlaceField: "Бишкек", release.DateField: "11.09.2024", draft.Body: "Лид.",
	} {
		if got := s.pane.fields[field].Text; got != want {
			t.Errorf("%s: got %q, want %q", field, got, want)
		}
	}
	if got := s.pane.choices[release.StatusField].Selected; got != "На согласовании" {
		t.Errorf("status: got %q", got)
	}
	if got := s.footer(); len(got) != 1 || got[0] != "Пресс-служба" {
		t.Errorf("contacts: got %q", got)
	}
	if len(s.changes) != 0 {
		t.Errorf("showing is no change: %v", s.changes)
	}
}

func TestTypingReachesTheDraftAndUndoReachesTheField(t *testing.T) {
	s := newStage(t, release.New("ru"))
	headline := s.pane.fields[release.HeadlineField]
	if s.window.Canvas().Focused() != headline {
		t.Fatal("an empty release begins with its headline")
	}
	test.Type(headline, "Встреча")
	s.now = s.now.Add(time.Minute)
	text := s.pane.fields[draft.Body]
	s.window.Canvas().Focus(text)
	test.Type(text, "Лид.")
	if r := s.session.Release(); r.Headline != "Встреча" || r.Lead != "Лид." {
		t.Fatalf("got %+v", r)
	}
	text.TypedShortcut(&fyne.ShortcutUndo{})
	text.TypedShortcut(&fyne.ShortcutUndo{})
	if headline.Text != "" || text.Text != "" || s.window.Canvas().Focused() != headline {
		t.Errorf("after undo: %q, %q, focus %v", headline.Text, text.Text, s.window.Canvas().Focused())
	}
	headline.TypedShortcut(&fyne.ShortcutRedo{})
	if headline.Text != "Встреча" {
		t.Errorf("after redo: %q", headline.Text)
	}
}

func TestCaretFollowsAFinding(t *testing.T) {
	r := release.New("ru")
	r.Headline, r.Lead = "Встреча", strings.Repeat("Слово за словом. ", 20)+"Конец."
	r.Blocks = []release.Block{{ID: 1, Kind: release.Paragraph, Text: "Он сказал: «Да."}}
	s := newStage(t, r)
	s.pane.goTo(proof.Finding{TextID: release.TextID{Field: release.BlocksField, Block: 1}, Start: 11})
	text := s.pane.fields[draft.Body]
	at := text.CursorTextOffset()
	if got := string([]rune(text.Text)[at:]); got != "«Да." {
		t.Errorf("the caret stands before %q", got)
	}
	s.pane.GoTo(release.Position{TextID: release.TextID{Field: release.BlocksField, Block: 1, Part: release.SpeakerPart}})
	if got := string([]rune(text.Text)[text.CursorTextOffset():]); got != r.Blocks[0].Text {
		t.Errorf("a click on the speaker leads to %q", got)
	}
}

// BenchmarkKey types one letter into a release of 3 KB, all that the UI
// goroutine does for it included; the baseline is the same letter in a bare
// Fyne entry of the same width.
func BenchmarkKey(b *testing.B) {
	r := release.New("ru")
	r.Headline, r.Lead = "Встреча", "Лид."
	for range 3 {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: strings.Repeat("Слово за словом. ", 30)})
	}
	s := newStage(b, r)
	field := s.pane.fields[draft.Body]
	perKey := func(typed func(rune)) float64 {
		start := time.Now()
		for range b.N {
			typed('а')
		}
		return float64(time.Since(start).Microseconds()) / float64(b.N)
	}
	bare := newField(s.keys(), true)
	bare.onUndo, bare.onRedo = func() {}, func() {}
	bare.Resize(field.Size())
	bare.SetText(field.Text)
	b.ResetTimer()
	whole := perKey(field.TypedRune)
	baseline := perKey(bare.TypedRune)
	b.ReportMetric(whole, "µs/key")
	b.ReportMetric(whole/baseline, "x-of-bare-entry")
}

func TestWhatIsBlockedIsNotIssued(t *testing.T) {
	r := release.New("ru")
	r.Headline, r.Lead, r.Leftovers = "Поездка в Минск", "Состоялась поездка.", []string{"Минск"}
	s := newStage(t, r)
	status := s.pane.choices[release.StatusField]
	status.SetSelected("Выпущен")
	if s.session.Release().Status == release.Issued || s.blocked != 1 || status.Selected == "Выпущен" {
		t.Errorf("status %s, told %d times", s.session.Release().Status, s.blocked)
	}
	s.session.ConfirmLeftover("Минск")
	hash := strings.Repeat("a", 64)
	if err := s.session.AddBlock(0, release.Block{Kind: release.Picture, Picture: hash}); err != nil {
		t.Fatal(err)
	}
	s.lost = []string{hash}
	status.SetSelected("Выпущен")
	if s.session.Release().Status == release.Issued || s.blocked != 2 {
		t.Errorf("with a lost picture: status %s, told %d times", s.session.Release().Status, s.blocked)
	}
	s.lost = nil
	status.SetSelected("Выпущен")
	if s.session.Release().Status != release.Issued {
		t.Errorf("status %s", s.session.Release().Status)
	}
}
