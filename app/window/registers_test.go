package window

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/template"
)

func (s *stage) emptyList() *controls.List {
	return s.keys.NewList(func() int { return 0 }, func() fyne.CanvasObject { return widget.NewLabel("") }, func(widget.ListItemID, fyne.CanvasObject) {})
}

func TestRegistersDialog(t *testing.T) {
	s := newStage(t, settled)
	s.registers = register.Registers{People: []register.Person{{First: "Иван", Last: "Пробный"}, {First: "Анна", Last: "Озерова"}}}
	s.reindex(func() {})
	s.wait("the index", func() bool { return s.index != nil && len(s.index.Find(grammar.Person, "", 5)) == 2 })
	s.showRegisters()
	search := s.win.Canvas().Focused().(*controls.Entry)
	test.Type(search, "анной")
	search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	first := s.focused()
	if first.Text != "Анна" {
		t.Fatalf("the card of %q", first.Text)
	}
	s.key(s.win.Canvas().Focused(), fyne.KeyEscape)
	r := registersDialog{window: s.Window, kind: grammar.Person, search: s.keys.NewEntry(), list: s.emptyList()}
	r.look()
	r.chosen = 0
	r.remove()
	s.win.Canvas().Focused().(*controls.Button).OnTapped()
	<-s.whenWritten()
	if len(s.keptRegisters.People) != 1 {
		t.Errorf("kept %+v", s.keptRegisters)
	}
}

func TestRegisterFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "people.csv")
	if err := os.WriteFile(path, []byte("first,last\nИван,Пробный\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	r, skipped, err := readRegister(register.People, path)
	if err != nil || len(skipped) > 0 || len(r.People) != 1 || r.People[0].Last != "Пробный" {
		t.Errorf("got %+v, %v", r, err)
	}
	if _, _, err := readRegister(register.People, path+"x"); err == nil {
		t.Error("a file that is not there was read")
	}
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

// Of a register that is read from a file the forms are shown first, guesses
// before the others; nothing is kept until a person has looked.
func TestWhatIsReadIsLookedAtFirst(t *testing.T) {
	s := newStage(t, settled)
	r := registersDialog{window: s.Window, kind: grammar.Person, search: s.keys.NewEntry(), list: s.emptyList()}
	r.broughtIn(register.Registers{People: []register.Person{{First: "Анна", Last: "Озерова"}, {First: "Юрий", Last: "Кравец"}}}, nil)
	texts := s.texts()
	if guess, sure := strings.Index(texts, "Юрий Кравец: Юрия Кравца"), strings.Index(texts, "Анна Озерова: Анны Озеровой"); guess < 0 || sure < guess || !strings.Contains(texts, "Карточек: 2, из них с догадками: 1") {
		t.Fatalf("got %s", texts)
	}
	if len(s.registers.People) > 0 {
		t.Error("kept before anybody looked")
	}
	s.tap(t, "Загрузить")
	<-s.whenWritten()
	if len(s.keptRegisters.People) != 2 {
		t.Errorf("kept %+v", s.keptRegisters)
	}
}

// The card has every post of a person, and what they are called in other languages.
func TestTheCardHasSeveralPosts(t *testing.T) {
	s := newStage(t, settled)
	s.registers = register.Registers{People: []register.Person{
		{First: "Иван", Last: "Пробный", Posts: []register.Post{{Title: "директор завода"}}},
		{First: "Иван", Last: "Пробный", Posts: []register.Post{{Title: "Президент Республики"}}},
	}}
	s.sharedRegisters.known = s.registers
	s.showCard(grammar.Person, "Президент Республики Иван Пробный", func(string) {})
	entries := s.entries()
	if entries[3].Text != "Президент Республики" {
		t.Fatalf("the card of %s", entries[3].Text)
	}
	var posts *controls.Select
	for _, o := range test.LaidOutObjects(s.win.Canvas().Overlays().Top()) {
		if choice, ok := o.(*controls.Select); ok {
			posts = choice
		}
	}
	posts.SetSelectedIndex(1)
	entries[3].SetText("Председатель Совета")
	for _, e := range entries {
		switch e.Name() {
		case "Должность на других языках":
			e.SetText("kk: Кеңес төрағасы")
		case "Имя на других языках":
			e.SetText("ky: Иван Пробный")
		}
	}
	s.key(entries[0], fyne.KeyReturn)
	<-s.whenWritten()
	kept := s.keptRegisters.People
	if len(kept) != 2 || len(kept[0].Posts) != 1 || len(kept[1].Posts) != 2 || kept[1].Posts[1].In("kk") != "Кеңес төрағасы" || kept[1].In("ky") != "Иван Пробный" {
		t.Errorf("kept %+v", kept)
	}
}

// Whom a template names for the first time the registers know from then on.
func TestRegistersLearn(t *testing.T) {
	s := newStage(t, settled)
	tmpl, _ := madeMeeting(t, "ru")
	n := newForm(s.Window)
	n.fill(tmpl)
	n.open("", "", nil)
	for field, text := range map[string]string{"date": "11.09.2024", "place": "Бишкек", "host": "Президент Республики Пётр Образцов", "guest": "посол Мария Тихая", "topic": "подготовка к сессии"} {
		n.values[field] = template.Value{Text: text}
	}
	n.start()
	<-s.whenWritten()
	if kept := s.keptRegisters.People; len(kept) != 2 || kept[0].Name() != "Пётр Образцов" || kept[1].Posts[0].Title != "посол" {
		t.Errorf("kept %+v", kept)
	}
	if texts := s.texts(); !strings.Contains(texts, "Запомнено в картотеке: Пётр Образцов, Мария Тихая") {
		t.Errorf("got %s", texts)
	}
	if lead := s.doc.session.Release().Blocks[0].Text; lead != "Стороны обсудили подготовку к сессии." {
		t.Errorf("got %s", lead)
	}
}
