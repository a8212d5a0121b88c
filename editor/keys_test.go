package editor

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

// reading is a release of some paragraphs, more than a field shows at once.
func reading() release.Release {
	r := lead(strings.Repeat("Слово за словом. ", 12))
	for range 30 {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: "Ещё абзац 🙂."})
	}
	return r
}

func TestEveryPlaceOfATextIsReached(t *testing.T) {
	for _, r := range []release.Release{reading(), lead("Лид"), lead(""), lead("Л"), {Language: "ru", Blocks: []release.Block{{Kind: release.Paragraph, Text: "А"}, {Kind: release.Paragraph, Text: "Б"}}}} {
		s := newStage(t, r)
		f := s.pane.fields[draft.Body]
		for offset := range len([]rune(f.Text)) + 1 {
			if f.setCaret(offset); f.CursorTextOffset() != offset {
				t.Fatalf("sent to %d of %q, the caret stands at %d", offset, f.Text, f.CursorTextOffset())
			}
		}
	}
}

// The keys that move the caret do it in what can only be read, too.
func TestTheKeysThatMoveTheCaret(t *testing.T) {
	const from = 230
	for name, key := range map[string]fyne.KeyName{
		"left": fyne.KeyLeft, "right": fyne.KeyRight, "up": fyne.KeyUp, "down": fyne.KeyDown,
		"home": fyne.KeyHome, "end": fyne.KeyEnd, "page up": fyne.KeyPageUp, "page down": fyne.KeyPageDown,
	} {
		s := newStage(t, reading())
		f := s.pane.fields[draft.Body]
		var to [2]int
		for i, readOnly := range []bool{false, true} {
			s.pane.SetReadOnly(readOnly)
			f.setCaret(from)
			f.TypedKey(&fyne.KeyEvent{Name: key})
			to[i] = f.CursorTextOffset()
		}
		if to[0] == from || to[0] != to[1] {
			t.Errorf("%s: from %d to %d, and where it can only be read, to %d", name, from, to[0], to[1])
		}
	}
}

func TestCaretToTheEnds(t *testing.T) {
	s := newStage(t, reading())
	f := s.pane.fields[draft.Body]
	for name, c := range map[string]struct {
		key  desktop.CustomShortcut
		want int
	}{
		"Ctrl+End":  {desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: fyne.KeyModifierShortcutDefault}, len([]rune(f.Text))},
		"Ctrl+Home": {desktop.CustomShortcut{KeyName: fyne.KeyHome, Modifier: fyne.KeyModifierShortcutDefault}, 0},
		"Alt+End":   {desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: fyne.KeyModifierAlt}, 7},
		"Ctrl+Up":   {desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierShortcutDefault}, 7},
	} {
		f.setCaret(7)
		f.TypedShortcut(&c.key)
		if got := f.CursorTextOffset(); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

func TestEnter(t *testing.T) {
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		for name, c := range map[string]struct {
			field    release.Field
			held     fyne.KeyModifier
			written  string
			readOnly bool
			to       release.Field
		}{
			"leads from the headline on":                {release.HeadlineField, 0, "Встреча", false, draft.Body},
			"ends a paragraph":                          {draft.Body, 0, "\nЛид.", false, draft.Body},
			"with Shift ends a line":                    {draft.Body, fyne.KeyModifierShift, draft.LineBreak + "Лид.", false, draft.Body},
			"leads on from what can only be read":       {release.HeadlineField, 0, "Встреча", true, release.HeadlineField},
			"writes nothing where all can only be read": {draft.Body, fyne.KeyModifierShift, "Лид.", true, draft.Body},
		} {
			s := newStage(t, lead("Лид."))
			s.pane.SetReadOnly(c.readOnly)
			f := s.pane.fields[c.field]
			s.window.Canvas().Focus(f)
			s.held = c.held
			f.TypedKey(&fyne.KeyEvent{Name: key})
			if f.Text != c.written || s.window.Canvas().Focused() != s.pane.fields[c.to] {
				t.Errorf("%s %s: %q, %v has the keyboard", key, name, f.Text, s.window.Canvas().Focused())
			}
		}
	}
}

func TestShiftAndAnotherKeyEndNoLine(t *testing.T) {
	s := newStage(t, lead("Лид."))
	f := s.pane.fields[draft.Body]
	s.held = fyne.KeyModifierShift
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if f.Text != "Лид." || f.SelectedText() != "Л" {
		t.Errorf("%q, %q selected", f.Text, f.SelectedText())
	}
}

func TestWhatCanOnlyBeReadIsCopied(t *testing.T) {
	s := newStage(t, lead("Лид."))
	s.pane.SetReadOnly(true)
	f := s.pane.fields[draft.Body]
	clipboard := test.NewClipboard()
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	f.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	if clipboard.Content() != "Лид." || s.pane.Selected() != "Лид." {
		t.Errorf("copied %q, selected %q", clipboard.Content(), s.pane.Selected())
	}
	left := 0
	s.pane.params.Keys.OnAnswer = func(yes bool) bool { left++; return !yes }
	if f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}); left != 1 {
		t.Error("Escape is not heard")
	}
}

// TestWhereAFindingLeads tries a finding in every part of a release.
func TestWhereAFindingLeads(t *testing.T) {
	r := written()
	r.Unread = []release.Unread{{Field: release.EmbargoField, Text: "завтра"}}
	for name, c := range map[string]struct {
		block release.BlockID
		part  release.Part
		start int
		to    release.Field
		caret int
	}{
		"headline": {0, "", 3, release.HeadlineField, 3}, "subheadline": {0, "", 2, release.SubheadlineField, 2}, "date": {0, "", 4, release.DateField, 4},
		"place": {0, "", 5, release.PlaceField, 5}, "embargo": {0, "", 2, release.EmbargoField, 2}, "boilerplate": {0, "", 3, release.BoilerplateField, 3},
		"tags": {0, "", 9, release.TagsField, 0}, "lead": {0, "", 2, draft.Body, 2}, "blocks": {1, "", 3, draft.Body, 9}, "speaker": {2, release.SpeakerPart, 0, draft.Body, 32}, "repairs": {0, "", 0, draft.Body, 0},
	} {
		s := newStage(t, r)
		s.pane.unfold(false)
		s.window.Canvas().Focus(s.pane.choices[release.KindField])
		field := release.Field(name)
		if c.part != "" {
			field = release.BlocksField
		}
		s.pane.goTo(proof.Finding{TextID: release.TextID{Field: field, Block: c.block, Part: c.part}, Start: c.start})
		f := s.pane.fields[c.to]
		if s.window.Canvas().Focused() != f || f.CursorTextOffset() != c.caret {
			t.Errorf("%s: to %v, %d", name, s.window.Canvas().Focused(), f.CursorTextOffset())
		}
		if s.pane.folded.Hidden == folded[c.to] {
			t.Errorf("%s: the seldom needed fields are shown: %v", name, !s.pane.folded.Hidden)
		}
	}
}

func TestAMissingContactLeadsToTheContacts(t *testing.T) {
	s := newStage(t, lead("Лид."))
	s.pane.goTo(proof.Finding{TextID: release.TextID{Field: release.ContactsField}})
	if s.window.Canvas().Focused() != s.pane.contacts.adder {
		t.Errorf("to %v", s.window.Canvas().Focused())
	}
	s.pane.Close()
	s.pane.FocusText()
	s.pane.GoTo(release.Position{TextID: release.TextID{Field: release.HeadlineField}})
	if s.window.Canvas().Focused() != s.pane.fields[draft.Body] {
		t.Error("a pane without a release leads nowhere")
	}
}

func TestTheSeldomNeededFieldsAreShownAndHidden(t *testing.T) {
	s := newStage(t, lead("Лид."))
	before := s.pane.fields[draft.Body].Size().Height
	for range 2 {
		if test.Tap(s.pane.fold); s.pane.folded.Hidden || s.pane.fold.Icon.Name() != theme.MenuDropDownIcon().Name() || s.pane.fields[draft.Body].Size().Height >= before {
			t.Error("not shown")
		}
		if test.Tap(s.pane.fold); !s.pane.folded.Hidden || s.pane.fold.Icon.Name() != theme.MenuExpandIcon().Name() || s.pane.fields[draft.Body].Size().Height != before {
			t.Error("not hidden")
		}
	}
}

// TestWhereInsertWrites inserts where the caret was last, whatever has the keyboard.
func TestWhereInsertWrites(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(s *stage)
		to   release.Field
		want string
	}{
		"into the text, where no field had the keyboard": {func(s *stage) { s.pane.last = nil }, draft.Body, "новоЛид."},
		"into the place": {func(s *stage) { s.window.Canvas().Focus(s.pane.fields[release.PlaceField]) }, release.PlaceField, "ново"},
		"where the caret was": {func(s *stage) {
			s.pane.fields[draft.Body].setCaret(2)
			s.window.Canvas().Focus(s.pane.choices[release.KindField])
		}, draft.Body, "Линовод."},
		"for what is selected": {func(s *stage) { s.pane.fields[draft.Body].TypedShortcut(&fyne.ShortcutSelectAll{}) }, draft.Body, "ново"},
	} {
		s := newStage(t, lead("Лид."))
		c.do(s)
		f := s.pane.fields[c.to]
		before := f.Text
		s.now = s.now.Add(time.Minute)
		s.pane.Insert("ново")
		if f.Text != c.want || s.session.Text(c.to) != c.want || s.window.Canvas().Focused() != f {
			t.Errorf("%s: %q, %v has the keyboard", name, f.Text, s.window.Canvas().Focused())
		}
		if s.pane.Undo(); f.Text != before {
			t.Errorf("%s: %q after undo", name, f.Text)
		}
	}
}

func TestWhereHitsAreShown(t *testing.T) {
	for word, c := range map[string]struct {
		field release.Field
		caret int
	}{
		"Лид":     {draft.Body, 0},
		"мост":    {draft.Body, 7},
		"Встреча": {release.HeadlineField, 2},
		"нет":     {draft.Body, 0},
	} {
		r := lead("Лид о: мост.")
		r.Headline = "О Встреча мост"
		s := newStage(t, r)
		s.pane.fields[release.HeadlineField].setCaret(5)
		s.pane.ShowHits(func(text string) [][2]int {
			if at := strings.Index(text, word); at >= 0 {
				return [][2]int{{at, at + len(word)}}
			}
			return nil
		})
		s.pane.FocusStart()
		f := s.pane.fields[c.field]
		if s.window.Canvas().Focused() != f || f.CursorTextOffset() != c.caret {
			t.Errorf("%s: %v, %d", word, s.window.Canvas().Focused(), f.CursorTextOffset())
		}
	}
}

func TestWhatIsChosenIsShownAndTakenBack(t *testing.T) {
	for field, c := range map[release.Field]struct{ chosen, value, before string }{
		release.KindField:     {"Учение", string(release.Kinds()[2]), "Новость"},
		release.StatusField:   {"На согласовании", string(release.InReview), "Черновик"},
		release.LanguageField: {"English", "en", "Русский"},
	} {
		s := newStage(t, lead("Лид."))
		choice := s.pane.choices[field]
		choice.SetSelected(c.chosen)
		if got := s.session.Text(field); got != c.value {
			t.Errorf("%s: the draft has %q", field, got)
		}
		s.pane.Undo()
		if choice.Selected != c.before || s.session.Text(field) == c.value {
			t.Errorf("%s: %q is shown after undo", field, choice.Selected)
		}
		s.session.Set(field, c.value)
		if choice.Selected != c.chosen {
			t.Errorf("%s: %q is shown of what the program chose", field, choice.Selected)
		}
	}
}

func TestTakingBackLeadsToThePlace(t *testing.T) {
	s := newStage(t, lead("Лид релиза."))
	f := s.pane.fields[draft.Body]
	f.setCaret(3)
	test.Type(f, "ер")
	f.setCaret(0)
	s.window.Canvas().Focus(s.pane.fields[release.PlaceField])
	if s.pane.Undo(); f.CursorTextOffset() != 3 || s.window.Canvas().Focused() != f {
		t.Errorf("undo leads to %d", f.CursorTextOffset())
	}
	f.setCaret(0)
	if s.pane.Redo(); f.CursorTextOffset() != 5 || f.Text != "Лидер релиза." {
		t.Errorf("redo leads to %d of %q", f.CursorTextOffset(), f.Text)
	}
}

// Long lists scroll; what the text needs is not taken from it.
func TestListsAreAsHighAsTheyNeedAndNoHigher(t *testing.T) {
	for _, n := range []int{0, 1, 2, 40} {
		r := lead("Лид.")
		var found []proof.Finding
		for i := range n {
			r.Contacts = append(r.Contacts, release.Contact{Name: fmt.Sprint("Иван ", i)})
			found = append(found, proof.Finding{Code: proof.Leftover, Level: proof.Blocks, TextID: release.TextID{Field: "lead"}, Text: strings.Repeat("слово ", 30)})
		}
		s := newStage(t, r)
		s.pane.ShowFindings(found, nil)
		list, contacts := s.pane.findings, s.pane.contacts
		if list.scroll.Visible() != (n > 0) || list.scroll.MinSize().Height != min(list.rows.MinSize().Height, findingsHeight) && n > 0 {
			t.Errorf("%d findings: visible %v, %v high", n, list.scroll.Visible(), list.scroll.MinSize().Height)
		}
		if got := contacts.scroll.MinSize().Height; got != min(contacts.rows.MinSize().Height, contactsHeight) || got < 30 {
			t.Errorf("%d contacts: %v high", n, got)
		}
		at := float32(0)
		for i, row := range list.rows.Objects {
			if row.Position().Y != at || row.Size().Height < row.MinSize().Height || row.MinSize().Height < 40 || row.Size().Width < 500 {
				t.Errorf("row %d of %d stands at %v, %v large", i, n, row.Position(), row.Size())
			}
			at += row.Size().Height
		}
	}
}

func TestAFindingIsPressed(t *testing.T) {
	r := lead("Лид Пробный.")
	r.Leftovers, r.Repairs = []string{"Пробный"}, []release.Repair{{Code: "date-glued"}}
	s := newStage(t, r)
	s.pane.ShowFindings(proof.Check(s.session.Release(), nil), r.Repairs)
	press := func(name string) {
		t.Helper()
		for _, o := range test.LaidOutObjects(s.pane.findings.object) {
			if b, ok := o.(interface {
				fyne.Tappable
				Name() string
			}); ok && strings.Contains(b.Name(), name) {
				b.Tapped(nil)
				return
			}
		}
		t.Fatalf("no %s", name)
	}
	press("Осталось от прежнего релиза: Пробный")
	if f := s.pane.fields[draft.Body]; s.window.Canvas().Focused() != f || f.CursorTextOffset() != 4 {
		t.Errorf("to %v, %d", s.window.Canvas().Focused(), f.CursorTextOffset())
	}
	press("верно")
	press("Исправления проверены")
	if got := s.session.Release(); len(got.Leftovers) != 0 || len(got.Repairs) != 0 {
		t.Errorf("still %v, %v", got.Leftovers, got.Repairs)
	}
}

func TestContactsWithoutANameAreToldApart(t *testing.T) {
	offered := []Contact{{Title: "Дежурный совета", Contact: release.Contact{Organisation: "Совет"}}, {Title: "Образцов", Contact: release.Contact{Name: "Пётр Образцов", Email: "a@council.example"}}}
	for want, c := range map[string]release.Contact{
		"Дежурный совета":   {Organisation: "Совет", Phones: []release.PhoneNumber{}},
		"Другой совет":      {Organisation: "Другой совет"},
		"Образцов":          {Name: "Пётр Образцов"},
		"Пётр Образцов":     {Name: "Пётр Образцов", Post: "Посол", Organisation: "Совет"},
		"Посол":             {Post: "Посол", Organisation: "Совет"},
		"x@council.example": {Email: "x@council.example", Site: "council.example"},
		"council.example":   {Site: "council.example", Phones: []release.PhoneNumber{{Number: "+7-000"}}},
		"+7-000":            {Phones: []release.PhoneNumber{{Number: "+7-000"}, {Number: "+7-001"}}},
		"…":                 {},
	} {
		if got := titleOf(c, offered); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestTheHeadlineStandsOut(t *testing.T) {
	usual := theme.Current()
	large := headlineTheme{usual}
	if large.Size(theme.SizeNameText) < 1.2*usual.Size(theme.SizeNameText) || large.Size(theme.SizeNamePadding) != usual.Size(theme.SizeNamePadding) {
		t.Errorf("%v", large.Size(theme.SizeNameText))
	}
}

func TestACaptionStandsCloseOverItsField(t *testing.T) {
	s := newStage(t, lead("Лид."))
	s.pane.unfold(true)
	for name, caption := range s.pane.captions {
		f := s.pane.fields[name]
		if f == nil || name == release.HeadlineField { // which stands in a theme of its own
			continue
		}
		text := caption.Position().AddXY(theme.InnerPadding(), theme.InnerPadding())
		if text.X < 0 || text.X > 4 || text.Y < 0 || text.Y+theme.CaptionTextSize() > f.Position().Y || f.Position().Y > 20 || f.Position().X != 0 {
			t.Errorf("%s: the caption begins at %v, the field at %v", name, text, f.Position())
		}
	}
}
