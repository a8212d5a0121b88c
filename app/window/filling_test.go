package window

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/app/clipboard"
	"communique/editor/controls"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/template"
)

func (s *stage) focused() *controls.Entry {
	s.t.Helper()
	e, ok := s.win.Canvas().Focused().(*controls.Entry)
	if !ok {
		s.t.Fatalf("%T has the focus", s.win.Canvas().Focused())
	}
	return e
}

func TestNewFromTemplate(t *testing.T) {
	s := newStage(t, settled)
	s.newFromTemplate()
	for _, typed := range []string{"Бишкек", "Иван Пробный", "Садыр Пробнов", "повестку"} {
		test.Type(s.focused(), typed)
		s.hands.Press(fyne.KeyTab, 0)
		s.win.Canvas().FocusNext() // past the card
	}
	s.hands.Press(fyne.KeyReturn, control)
	s.wait("the release", func() bool { return s.doc != nil })
	if got := s.doc.session.Release(); got.Place != "Бишкек" || got.Template != "meeting" {
		t.Errorf("got %+v", got)
	}
	<-s.writes.Done()
	if len(s.keptRegisters.get().People) != 2 {
		t.Errorf("kept %+v", s.keptRegisters.get())
	}
}

func TestInsertByCase(t *testing.T) {
	s := newStage(t, settled)
	s.registers = register.Registers{People: []register.Person{{First: "Садыр", Last: "Пробнов", Posts: []register.Post{{Title: "Президент Республики"}}}}}
	s.lookup.Make(func() {})
	s.wait("the index", func() bool { return len(s.lookup.Find("person", "", 5)) == 1 })
	r := headed("Встреча")
	r.Lead = "Встреча с "
	s.start(r)
	s.pane.FocusText()
	caret := s.win.Canvas().Focused()
	s.key(caret, fyne.KeyEnd)
	insert := func(typed string, keys ...fyne.KeyName) {
		t.Helper()
		s.showInsert()
		entry := s.focused()
		test.Type(entry, typed)
		for _, key := range keys {
			s.key(entry, key)
		}
	}
	insert("пробн5") // the post and the name in the instrumental
	insert("пробн", fyne.KeyDown, fyne.KeyReturn)
	insert("12.09.2024", fyne.KeyReturn)
	insert("бишкеке6")
	if got, want := s.doc.session.Release().Lead, "Встреча с Президентом Республики Садыром ПробновымСадыр Пробнов12 сентября 2024 годаБишкеке"; got != want {
		t.Errorf("got %q", got)
	}
	insert("сего", fyne.KeyEscape)
}

// madeMeeting is what the shipped template of a meeting makes.
func madeMeeting(t *testing.T, language string) release.Release {
	t.Helper()
	set, err := template.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	meeting, err := set.Find("meeting", language)
	if err != nil {
		t.Fatal(err)
	}
	filled, err := meeting.Fill(template.Office{}, map[string]template.Value{
		"date": {Text: "11.09.2024"}, "place": {Text: "Бишкек"}, "host": {Text: "Иван Пробный"}, "guest": {Text: "Анна Озерова"}, "topic": {Text: "план"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return filled.Release
}

func TestTheDraftFollowsItsFields(t *testing.T) {
	s := newStage(t, settled)
	made := madeMeeting(t, "ru")
	s.start(made)
	s.doc.session.Set("headline", "Свой заголовок")
	s.showFields()
	day := s.focused()
	day.SetText("12.09.2024")
	s.hands.Press(fyne.KeyReturn, control)
	s.wait("the draft", func() bool { return !s.dialogOpen() })
	got := s.doc.session.Release()
	if got.Headline != "Свой заголовок" || got.Date.String() != "2024-09-12" || !strings.HasPrefix(got.Lead, "12 сентября 2024 года в Бишкеке") {
		t.Errorf("got %+v", got)
	}
	s.pane.Undo()
	if got := s.doc.session.Release(); got.Date.String() != "2024-09-11" {
		t.Errorf("after undo %v", got.Date)
	}
}

// TestValuesAreReadFromTheOpenRelease begins a release while another is open and a text lies
// on the clipboard: fields offer what both name.
func TestValuesAreReadFromTheOpenRelease(t *testing.T) {
	s := newStage(t, settled)
	s.clip = func(context.Context) (clipboard.Contents, error) {
		return clipboard.Contents{Text: "Вчера в Минске побывала Анна Озерова."}, nil
	}
	r := headed("Встреча с Петром Образцовым")
	r.Place = "Новопробное"
	s.start(r)
	s.newFromTemplate()
	s.wait("what the texts name", func() bool {
		return strings.Contains(s.texts(), "Новопробное — "+s.text("new-named-open"))
	})
	if texts := s.texts(); !strings.Contains(texts, "Минск — "+s.text("new-named-clipboard")) {
		t.Errorf("the clipboard is not read:\n%s", texts)
	}
	s.key(s.focused(), fyne.KeyReturn)
	guess := func(name, where string) string {
		return name + " — " + s.text("new-named-guess", map[string]any{"Told": s.text(where)})
	}
	for _, want := range []string{guess("Петр Образцов", "new-named-open"), guess("Анна Озерова", "new-named-clipboard")} {
		if texts := s.texts(); !strings.Contains(strings.ReplaceAll(texts, "ё", "е"), strings.ReplaceAll(want, "ё", "е")) {
			t.Errorf("%q is not offered:\n%s", want, texts)
		}
	}
}

// TestWhoWasNamedLately is offered before a letter: whom the release on the screen names, then whom
// those that were saved last do, if the registers have them.
func TestWhoWasNamedLately(t *testing.T) {
	s := newStage(t, settled)
	s.registers = register.Registers{People: []register.Person{{First: "Иван", Last: "Пробный"}, {First: "Анна", Last: "Озерова"}, {First: "Пётр", Last: "Образцов"}}}
	s.lookup.Make(func() {})
	s.wait("the registers", func() bool { return len(s.lookup.Find("", "Озерова", 1)) == 1 })
	kept := headed("Беседа с Иваном Пробным и Олегом Незнакомым")
	if _, err := s.shelf.Save(ctx, 0, 0, kept); err != nil {
		t.Fatal(err)
	}
	r := headed("Встреча Анны Озеровой")
	r.Lead = "Анна Озерова встретилась с Иваном Пробным."
	expect := func(want ...string) {
		t.Helper()
		var got []string
		s.recent(func(names []string) { got = names })
		s.wait("the names", func() bool { return got != nil })
		if !slices.Equal(got, want) {
			t.Errorf("%q, not %q", got, want)
		}
	}
	s.newBlank()
	expect("Иван Пробный")
	s.start(r)
	expect("Анна Озерова", "Иван Пробный")
}
