package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

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
	s.registers = register.Registers{People: []register.Person{
		{First: "Иван", Last: "Пробный", Posts: []register.Post{{Title: "Генеральный секретарь Совета"}}},
		{First: "Садыр", Last: "Пробнов", Posts: []register.Post{{Title: "Президент Республики"}}},
	}}
	s.reindex(func() {})
	s.wait("the index", func() bool { return s.index != nil && len(s.index.Find("person", "", 5)) == 2 })
	s.newFromTemplate()
	if !strings.Contains(s.texts(), "Встреча {host.gen.full} с {guest.ins.full}") {
		t.Fatalf("no preview of the first template:\n%s", s.texts())
	}
	for _, typed := range []string{"бишкеке", "иваном", "пробнову", "повестку"} {
		entry := s.focused()
		test.Type(entry, typed)
		s.key(entry, fyne.KeyReturn) // takes what is offered and goes on
	}
	if !strings.Contains(s.texts(), "Пробного · Ивану") {
		t.Errorf("the forms are not shown:\n%s", s.texts())
	}
	s.focused().TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: control})
	s.wait("the release", func() bool { return s.doc != nil })
	r := s.doc.session.Release()
	if want := "11 сентября 2024 года в Бишкеке состоялась встреча Генерального секретаря Совета Ивана Пробного с Президентом Республики Садыром Пробновым."; r.Lead != want {
		t.Errorf("got %s", r.Lead)
	}
}

func TestInsertByCase(t *testing.T) {
	s := newStage(t, settled)
	s.registers = register.Registers{People: []register.Person{{First: "Садыр", Last: "Пробнов", Posts: []register.Post{{Title: "Президент Республики"}}}}}
	s.reindex(func() {})
	s.wait("the index", func() bool { return s.index != nil && len(s.index.Find("person", "", 5)) == 1 })
	r := headed("Встреча")
	r.Lead = "Встреча с "
	s.start(r)
	s.pane.FocusText()
	caret := s.win.Canvas().Focused()
	for range 20 {
		s.key(caret, fyne.KeyRight)
	}
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

// madeMeeting is the shipped template of a meeting, and what it makes.
func madeMeeting(t *testing.T, language string) (template.Template, release.Release) {
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
	return meeting, filled.Release
}

func TestTheDraftFollowsItsFields(t *testing.T) {
	s := newStage(t, settled)
	meeting, made := madeMeeting(t, "ru")
	s.start(made)
	s.doc.session.Set("headline", "Свой заголовок")
	s.showFields()
	if texts := s.texts(); !strings.Contains(texts, "не следует: заголовок.") {
		t.Errorf("what follows no more is not told:\n%s", texts)
	}
	n := newForm(s.Window)
	r := s.doc.session.Release()
	n.follows, n.values = &r, template.Values(r)
	n.open("", "", nil)
	n.fill(meeting)
	n.put(meeting.Fields[0], "12.09.2024")
	n.start()
	got := s.doc.session.Release()
	if got.Headline != "Свой заголовок" || got.Date.String() != "2024-09-12" || !strings.HasPrefix(got.Lead, "12 сентября 2024 года в Бишкеке") {
		t.Errorf("got %+v", got)
	}
	s.pane.Undo()
	if got := s.doc.session.Release(); got.Date.String() != "2024-09-11" {
		t.Errorf("after undo %v", got.Date)
	}
}

func TestSuggestionsByKeyboard(t *testing.T) {
	hits := []register.Hit{{Name: "Первый"}, {Name: "Второй", Post: "посол"}}
	next := 0
	keys := newStage(t, settled).keys
	s := newSuggester(keys, false, func(string, int) []register.Hit { return hits })
	s.onNext = func() { next++ }
	key := func(name fyne.KeyName) { s.entry.TypedKey(&fyne.KeyEvent{Name: name}) }
	test.Type(s.entry, "в")
	key(fyne.KeyDown)
	key(fyne.KeyReturn)
	if s.entry.Text != "Второй" || next != 1 || s.rows.Visible() {
		t.Errorf("%q, %d", s.entry.Text, next)
	}
	test.Type(s.entry, "!")
	key(fyne.KeyEscape)
	key(fyne.KeyReturn)
	if s.entry.Text != "Второй!" || next != 2 {
		t.Errorf("after Escape %q, %d", s.entry.Text, next)
	}
	list := newSuggester(keys, true, func(string, int) []register.Hit { return hits })
	test.Type(list.entry, "п")
	list.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Type(list.entry, "в")
	list.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	list.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if list.entry.Text != "Первый\nВторой\n" {
		t.Errorf("a list: %q", list.entry.Text)
	}
}
