package editor

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

// footer lists the contacts as the pane shows them.
func (s *stage) footer() []string {
	var titles []string
	for _, row := range s.pane.contacts.rows.Objects {
		if row, ok := row.(*fyne.Container); ok {
			titles = append(titles, row.Objects[0].(*widget.Label).Text)
		}
	}
	return titles
}

func TestWhatCannotBeReadIsMarkedAtOnce(t *testing.T) {
	s := newStage(t, release.New("ru"))
	for name, text := range map[release.Field]string{release.DateField: "31.06.2024", release.EmbargoField: "11.09.2027 12:00"} {
		f, caption := s.pane.fields[name], s.pane.captions[name]
		s.pane.unfold(true)
		s.window.Canvas().Focus(f)
		test.Type(f, text)
		if caption.Importance != widget.DangerImportance {
			t.Errorf("%s: the caption is not red while %q is typed", name, text)
		}
		if got := s.session.Release().UnreadText(name); got != text {
			t.Errorf("%s: the release has %q", name, got)
		}
		for range text {
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		}
		if caption.Importance == widget.DangerImportance {
			t.Errorf("%s: an empty field is red", name)
		}
	}
	s.window.Canvas().Focus(s.pane.fields[release.PlaceField])
	if s.leaves == 0 {
		t.Error("leaving a field is a moment to save")
	}
}

func TestAnUnreadEmbargoIsOpenedWithItsRelease(t *testing.T) {
	r := release.New("ru")
	r.Unread = []release.Unread{{Field: release.EmbargoField, Text: "завтра в полдень"}}
	s := newStage(t, r)
	if s.pane.fields[release.EmbargoField].Text != "завтра в полдень" || s.pane.folded.Hidden {
		t.Errorf("shown: %q, unfolded: %v", s.pane.fields[release.EmbargoField].Text, !s.pane.folded.Hidden)
	}
	s.pane.unfold(false)
	found := proof.Check(s.session.Release(), nil)
	s.pane.goTo(found[slices.IndexFunc(found, func(f proof.Finding) bool { return f.Code == proof.FieldUnread })])
	if s.window.Canvas().Focused() != s.pane.fields[release.EmbargoField] || s.pane.folded.Hidden {
		t.Error("the finding does not lead to the field")
	}
}

// TestContacts adds and takes out one contact after another: the others stay.
func TestContacts(t *testing.T) {
	r := release.New("ru")
	for _, name := range []string{"Иван Первый", "Мария Вторая", "Семён Третий"} {
		r.Contacts = append(r.Contacts, release.Contact{Name: name, Phones: []release.PhoneNumber{{Number: "+7-000", Kind: release.Phone}}})
	}
	s := newStage(t, r)
	names := func() string {
		var all []string
		for _, c := range s.session.Contacts() {
			all = append(all, c.Name)
		}
		return strings.Join(all, ", ")
	}
	c := s.pane.contacts
	c.adder.SetSelected("Пресс-служба")
	if got := names(); got != "Иван Первый, Мария Вторая, Семён Третий, Пётр Образцов" || c.adder.Selected != "" {
		t.Fatalf("added: %s, chosen %q", got, c.adder.Selected)
	}
	c.adder.SetSelected("Пресс-служба") // the other of that title is left
	if got := names(); got != "Иван Первый, Мария Вторая, Семён Третий, Пётр Образцов, Анна Озерова" || c.adder.Visible() {
		t.Errorf("added both: %s", got)
	}
	if s.window.Canvas().Focused() != c.removes[4] {
		t.Errorf("the keyboard is left at %v", s.window.Canvas().Focused())
	}
	test.Tap(c.removes[1])
	if got := names(); got != "Иван Первый, Семён Третий, Пётр Образцов, Анна Озерова" || s.window.Canvas().Focused() != c.removes[1] {
		t.Errorf("taken out: %s, focus %v", got, s.window.Canvas().Focused())
	}
	for _, want := range []string{"Мария Вторая, Семён Третий, Пётр Образцов, Анна", "Вторая, Семён Третий, Пётр Образцов", "Иван Первый, Мария Вторая, Семён Третий"} {
		s.pane.Undo()
		if got := names(); !strings.Contains(got, want) {
			t.Errorf("after undo: %s", got)
		}
	}
	if got := strings.Join(s.footer(), ", "); got != names() {
		t.Errorf("shown: %s", got)
	}
	for range 3 {
		c.removes[len(c.removes)-1].TypedRune(' ')
	}
	if names() != "" || len(s.footer()) != 0 || s.window.Canvas().Focused() != c.adder {
		t.Errorf("all out: %q, focus %v", names(), s.window.Canvas().Focused())
	}
}

func TestChoosingAContactAgainBringsItsNewNumber(t *testing.T) {
	r := release.New("ru")
	r.Contacts = []release.Contact{{Name: "Пётр Образцов", Post: "Пресс-секретарь", Email: "old@council.example"}, {Name: "Мария Вторая"}}
	s := newStage(t, r)
	s.pane.contacts.adder.SetSelected("Пресс-служба")
	if got := s.session.Contacts(); len(got) != 2 || got[0].Email != "" || got[1].Name != "Мария Вторая" {
		t.Errorf("got %+v", got)
	}
}

func TestTheContactChooserIsOpenedByKeys(t *testing.T) {
	s := newStage(t, release.New("ru"))
	a := s.pane.contacts.adder
	s.window.Canvas().Focus(a)
	for _, key := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight} {
		a.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if len(s.session.Contacts()) != 0 {
		t.Error("an arrow has added a contact")
	}
	a.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if s.window.Canvas().Overlays().Top() == nil {
		t.Error("Down opens no list")
	}
}

func TestReadOnlyContactsStay(t *testing.T) {
	r := release.New("ru")
	r.Contacts = []release.Contact{{Name: "Мария Вторая"}}
	s := newStage(t, r)
	s.pane.SetReadOnly(true)
	test.Tap(s.pane.contacts.removes[0])
	s.pane.ShowContacts()
	test.Tap(s.pane.contacts.removes[0])
	if len(s.session.Contacts()) != 1 || !s.pane.contacts.adder.Disabled() {
		t.Error("a contact was taken out of what can only be read")
	}
	s.pane.SetReadOnly(false)
	test.Tap(s.pane.contacts.removes[0])
	if len(s.session.Contacts()) != 0 {
		t.Error("and cannot be taken out afterwards")
	}
}

// TestPasting pastes as people do, and takes it back.
func TestPasting(t *testing.T) {
	for name, tt := range map[string]struct {
		field         release.Field
		before, paste string
		want          string
		caret         int
	}{
		"Word's paragraphs":      {draft.Body, "", "Первый.\r\nВторой.\r\n", "Первый.\nВторой.\n", 16},
		"lines into a headline":  {release.HeadlineField, "", "Встреча\r\nв Бишкеке", "Встреча в Бишкеке", 17},
		"spaces into a headline": {release.HeadlineField, "", "Встреча  в\nБишкеке", "Встреча  в Бишкеке", 18},
		"lines into a place":     {release.PlaceField, "", "Нур\nСултан", "Нур Султан", 10},
		"nothing that is text":   {draft.Body, "Лид.", "\x00\ufeff", "Лид.", 4},
		"soft return, form feed": {draft.Body, "", "а\vб\fв", "а\\\nб\nв", 6},
	} {
		t.Run(name, func(t *testing.T) {
			r := release.New("ru")
			r.Lead = tt.before
			s := newStage(t, r)
			f := s.pane.fields[tt.field]
			s.window.Canvas().Focus(f)
			f.setCaret(len([]rune(tt.before)))
			clipboard := test.NewClipboard()
			clipboard.SetContent(tt.paste)
			f.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
			if f.Text != tt.want || s.session.Text(tt.field) != tt.want || f.CursorTextOffset() != tt.caret {
				t.Errorf("the field shows %q, caret %d; the draft has %q", f.Text, f.CursorTextOffset(), s.session.Text(tt.field))
			}
			s.pane.Undo()
			if f.Text != tt.before {
				t.Errorf("after undo %q", f.Text)
			}
		})
	}
}

func TestEnterEndsAParagraphAndShiftEnterALine(t *testing.T) {
	s := newStage(t, release.New("ru"))
	f := s.pane.fields[draft.Body]
	s.window.Canvas().Focus(f)
	enter := func(held fyne.KeyModifier) {
		s.held = held
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		s.held = 0
	}
	test.Type(f, "Первый.")
	enter(0)
	test.Type(f, "Второй,")
	enter(fyne.KeyModifierShift)
	test.Type(f, "вторая строка.")
	r := s.session.Release()
	if r.Lead != "Первый." || len(r.Blocks) != 1 || r.Blocks[0].Text != "Второй,\nвторая строка." {
		t.Errorf("got %+v %+v", r.Lead, r.Blocks)
	}
}

func TestALoneSpaceStays(t *testing.T) {
	s := newStage(t, release.New("ru"))
	f := s.pane.fields[release.HeadlineField]
	test.Type(f, " ")
	if s.session.Release().Headline != " " || f.Text != " " {
		t.Errorf("the draft has %q, the field %q", s.session.Release().Headline, f.Text)
	}
}

// TestEveryFindingLeadsToItsPlace puts the caret at findings in every kind of block.
func TestEveryFindingLeadsToItsPlace(t *testing.T) {
	r := release.New("ru")
	r.Lead = "- XXX1"
	r.Blocks = []release.Block{
		{Kind: release.Subheading, Text: "О {a}"},
		{Kind: release.List, Text: "раз\nдва {b}"},
		{Kind: release.Quotation, Text: "Слова\nи {c}", Speaker: "Иван {d}"},
		{Kind: release.Paragraph, Text: "строка\nи {e}"},
	}
	r.Blocks = release.Numbered(r.Blocks)
	s := newStage(t, r)
	text := s.pane.fields[draft.Body]
	seen := 0
	for _, f := range proof.Check(s.session.Release(), nil) {
		if f.Code != proof.PlaceholderLeft {
			continue
		}
		seen++
		s.pane.goTo(f)
		if rest := string([]rune(text.Text)[text.CursorTextOffset():]); !strings.HasPrefix(rest, f.Text) {
			t.Errorf("%s leads to %q", f.Text, rest)
		}
	}
	if seen != 6 {
		t.Errorf("%d findings", seen)
	}
}
