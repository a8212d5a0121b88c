package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
	"communique/editor/release"
	"communique/editor/template"
)

func (s *stage) emptyList() *controls.List {
	return s.keys.NewList(func() int { return 0 }, func() fyne.CanvasObject { return widget.NewLabel("") }, func(widget.ListItemID, fyne.CanvasObject) {})
}

func TestTemplatesDialog(t *testing.T) {
	s := newStage(t, settled)
	s.showTemplates()
	if texts := s.texts(); !strings.Contains(texts, "Телефонный разговор · Русский") || !strings.Contains(texts, "Править…") {
		t.Fatalf("got %s", texts)
	}
	d := &templatesDialog{window: s.Window, list: s.emptyList()}
	if !d.load() {
		t.Fatal("not loaded")
	}
	shipped := len(d.templates)
	d.edit(d.copied(d.current()))
	source := s.focused()
	if !strings.Contains(source.Text, `name = "meeting-2"`) || !strings.Contains(s.texts(), "состоялась встреча Генерального секретаря Совета Ивана Пробного") {
		t.Fatalf("no preview: %s\n%s", source.Text, s.texts())
	}
	source.SetText(strings.Replace(source.Text, "{host.gen.full}", "{host.weekday}", 1))
	if texts := s.texts(); !strings.Contains(texts, "{host.short}") || !strings.Contains(texts, "строка 5") {
		t.Errorf("the fault is not told: %s", texts)
	}
	source.SetText(strings.Replace(source.Text, "{host.weekday}", "{host.gen.short}", 1))
	parsed, err := template.Parse([]byte(source.Text))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.params.SaveTemplate(parsed); err != nil {
		t.Fatal(err)
	}
	if d.load(); len(d.templates) != shipped+1 {
		t.Errorf("%d templates", len(d.templates))
	}
	if err := s.params.DropTemplate(parsed); err != nil {
		t.Fatal(err)
	}
	if d.load(); len(d.templates) != shipped {
		t.Errorf("%d templates after restoring", len(d.templates))
	}
}

func TestNewFromThis(t *testing.T) {
	s := newStage(t, settled)
	r := headed("Встреча в Минске")
	r.Lead, r.Number, r.Status = "Иван Пробный посетил Минск.", "5", release.Issued
	s.start(r)
	s.newFromThis()
	s.wait("the leftovers", func() bool {
		return strings.Contains(s.texts(), "Осталось от прежнего релиза: Иван Пробный")
	})
	if got := s.doc.session.Release(); got.Status != release.Draft || got.Number != "" {
		t.Errorf("got %+v", got)
	}
	s.doc.session.ConfirmLeftover("Иван Пробный")
	s.wait("the confirmation", func() bool {
		return !strings.Contains(s.texts(), "Осталось от прежнего релиза: Иван Пробный")
	})
}

func TestOneDateEverywhere(t *testing.T) {
	s := newStage(t, settled)
	for language, want := range map[string]string{
		"ru": "12 сентября 2024 года в Астане состоялась встреча Ивана Пробного с Анной Озеровой.",
		"en": "Иван Пробный met Анна Озерова in Astana on 12 September 2024.",
	} {
		_, made := madeMeeting(t, language)
		s.start(made)
		s.left()
		if got := s.doc.session.Release(); got.Lead != made.Lead {
			t.Fatalf("leaving a field changed something: %+v", got)
		}
		s.doc.session.Set("date", "12.09.2024")
		s.doc.session.Set("place", "Астана")
		s.left()
		if got := s.doc.session.Release(); got.Lead != want {
			t.Errorf("got %s", got.Lead)
		}
	}
}
