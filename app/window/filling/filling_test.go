package filling_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"communique/app/window/filling"
	"communique/app/window/screen"
	"communique/app/window/screen/screentest"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/grammar"
	"communique/editor/naming"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/template"
)

func clock() time.Time { return time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC) }

const control = fyne.KeyModifierShortcutDefault

// stage fills templates with registers that are kept in memory.
type stage struct {
	*screentest.Stage
	params  filling.Params
	office  template.Office
	cards   []string // the texts whose cards were opened
	created *release.Release
	sources []filling.Source
	way     func() // that was proposed last
}

func newStage(t *testing.T, people ...register.Person) *stage {
	t.Helper()
	s := &stage{Stage: screentest.New(t), office: template.Office{Registers: register.Registers{People: people}, Today: release.DateOf(clock())}}
	base := s.Base
	base.Go, base.Do = func(f func()) { f() }, func(f func()) { f() } // what values make is there when they are typed
	s.params = filling.Params{
		Base: base, Now: clock, Organisation: "Совет содружества", Office: func() template.Office { return s.office },
		Find: func(kind grammar.Kind, typed string, limit int) []register.Hit {
			return register.NewIndex(grammar.House{}, s.office.Registers, s.office.Today).Find(kind, typed, limit)
		},
		ShowCard: func(_ grammar.Kind, text string, done func(name string)) {
			s.cards = append(s.cards, text)
			done("Садыр Пробнов")
		},
		Named: func(take func([]filling.Source)) { take(s.sources) },
		Learn: func(cards register.Registers) { s.office.Registers = s.office.Registers.Add(cards) },
		Propose: func(text, _ translations.Sentence, way func()) screen.Told {
			s.way = way
			return s.Base.Tell(text, false)
		},
	}
	return s
}

func (s *stage) create(r release.Release) { s.created = &r }

func templates(t *testing.T) template.Set {
	t.Helper()
	set, err := template.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// entry is the field that has the keyboard.
func (s *stage) entry() *controls.Entry { return s.Base.Canvas.Focused().(*controls.Entry) }

func TestANewRelease(t *testing.T) {
	s := newStage(
		t,
		register.Person{First: "Иван", Last: "Пробный", Posts: []register.Post{{Title: "Генеральный секретарь Совета"}}},
		register.Person{First: "Садыр", Last: "Пробнов", Posts: []register.Post{{Title: "Президент Республики"}}},
	)
	filling.New(s.params, templates(t), s.create)
	if !strings.Contains(s.Texts(), "Встреча кто принимает с кем встреча") {
		t.Fatalf("no preview of the first template:\n%s", s.Texts())
	}
	for _, typed := range []string{"бишкеке", "иваном", "пробнову", "повестку"} {
		s.Type(typed)
		s.Press(fyne.KeyReturn, 0) // takes what is offered and goes on
	}
	if !strings.Contains(s.Texts(), "Ивана Пробного · Генеральному секретарю Совета Ивану Пробному") {
		t.Errorf("the forms are not shown:\n%s", s.Texts())
	}
	s.entry().TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: control})
	if s.created == nil || s.Open() {
		t.Fatalf("nothing was made; open %v", s.Open())
	}
	if want := "11 сентября 2024 года в Бишкеке состоялась встреча Генерального секретаря Совета Ивана Пробного с Президентом Республики Садыром Пробновым."; s.created.Lead != want {
		t.Errorf("got %s", s.created.Lead)
	}
}

// TestGuessesAreTold: each form once, in the quotation marks of the window's language.
func TestGuessesAreTold(t *testing.T) {
	for language, want := range map[string]string{"ru": "Проверьте формы: «Жанель Пробн»", "en": "Look at these forms: “Жанель Пробн”"} {
		s := newStage(t)
		words, err := translations.New(language)
		if err != nil {
			t.Fatal(err)
		}
		s.params.Words = words
		s.params.Office = func() template.Office { return template.Office{Today: release.DateOf(clock()), Language: language} }
		meeting, err := templates(t).Find("meeting", "en")
		if err != nil {
			t.Fatal(err)
		}
		filling.New(s.params, template.Set{meeting}, s.create)
		for i, e := range s.Entries() {
			if i == 2 || i == 3 { // host and guest
				e.SetText("Жанель Пробн")
			}
		}
		if !strings.Contains(s.Texts(), want+"\n") {
			t.Errorf("%s: %q is not told in\n%s", language, want, s.Texts())
		}
	}
}

// Whom a template names for the first time the registers know from then on.
func TestRegistersLearn(t *testing.T) {
	s := newStage(t)
	filling.New(s.params, templates(t), s.create)
	fields := s.Entries()
	for field, text := range map[string]string{"Место": "Бишкек", "Кто принимает": "Президент Республики Пётр Образцов", "С кем": "посол Мария Тихая", "Что обсудили": "подготовка к сессии"} {
		found := false
		for _, e := range fields {
			if strings.HasPrefix(e.Name(), field) && !found {
				found = true
				e.SetText(text)
			}
		}
		if !found {
			t.Fatalf("no field %q", field)
		}
	}
	s.Press(fyne.KeyReturn, control)
	if kept := s.office.Registers.People; len(kept) != 2 || kept[0].Name() != "Пётр Образцов" || kept[1].Posts[0].Title != "посол" {
		t.Errorf("kept %+v", kept)
	}
	if !strings.HasPrefix(s.Told, "Запомнено в картотеке: Пётр Образцов, Мария Тихая") {
		t.Errorf("told %s", s.Told)
	}
	if lead := s.created.Blocks[0].Text; lead != "Стороны обсудили подготовку к сессии." {
		t.Errorf("got %s", lead)
	}
}

// Somebody who is known with another post is asked about; what is told has a way to the card.
func TestANewPostIsAskedAbout(t *testing.T) {
	s := newStage(t, register.Person{First: "Пётр", Last: "Образцов", Posts: []register.Post{{Title: "министр юстиции"}}})
	filling.New(s.params, templates(t), s.create)
	for field, text := range map[string]string{"Место": "Бишкек", "Кто принимает": "посол Пётр Образцов", "С кем": "министр юстиции Пётр Образцов", "Что обсудили": "подготовка к сессии"} {
		i := slices.IndexFunc(s.Entries(), func(e *controls.Entry) bool { return strings.HasPrefix(e.Name(), field) })
		s.Entries()[i].SetText(text)
	}
	s.Press(fyne.KeyReturn, control)
	if want := "«посол Пётр Образцов»: это имя в картотеке уже есть, но с другой должностью: министр юстиции."; !strings.HasPrefix(s.Told, want) || len(s.office.Registers.People) != 1 {
		t.Fatalf("told %q, kept %+v", s.Told, s.office.Registers.People)
	}
	s.way()
	if !slices.Equal(s.cards, []string{"посол Пётр Образцов"}) || s.Told != "" {
		t.Errorf("the cards of %q, told still %q", s.cards, s.Told)
	}
}

// TestADraftFollows changes the day of a draft whose headline is its own, and which
// is changed behind the dialog.
func TestADraftFollows(t *testing.T) {
	s := newStage(t)
	meeting, err := templates(t).Find("meeting", "ru")
	if err != nil {
		t.Fatal(err)
	}
	filled, err := meeting.Fill(s.office, map[string]template.Value{
		"date": {Text: "11.09.2024"}, "place": {Text: "Бишкек"}, "host": {Text: "Иван Пробный"}, "guest": {Text: "Анна Озерова"}, "topic": {Text: "план"},
	})
	if err != nil {
		t.Fatal(err)
	}
	now := filled.Release
	now.Headline = "Свой заголовок"
	filling.Change(s.params, meeting, filling.Draft{Release: func() release.Release { return now }, Replace: func(r release.Release) { now = r }})
	if texts := s.Texts(); !strings.Contains(texts, "не следует: заголовок.") {
		t.Errorf("what follows no more is not told:\n%s", texts)
	}
	now.Number = "14-с"
	s.entry().SetText("12.09.2024")
	s.Press(fyne.KeyReturn, control)
	if now.Headline != "Свой заголовок" || now.Number != "14-с" || now.Date.String() != "2024-09-12" || !strings.HasPrefix(now.Lead, "12 сентября 2024 года в Бишкеке") || s.Open() {
		t.Errorf("got %+v", now)
	}
}

// TestWhatADraftLeftOpenStaysOpen: what a new release is begun with is not put into one that was
// made without it.
func TestWhatADraftLeftOpenStaysOpen(t *testing.T) {
	s := newStage(t)
	meeting, err := templates(t).Find("meeting", "ru")
	if err != nil {
		t.Fatal(err)
	}
	filled, err := meeting.Fill(s.office, map[string]template.Value{"place": {Text: "Бишкек"}})
	if err != nil {
		t.Fatal(err)
	}
	now := filled.Release
	filling.Change(s.params, meeting, filling.Draft{Release: func() release.Release { return now }, Replace: func(r release.Release) { now = r }})
	if got := s.entry(); got.Name() != "Дата" || got.Text != "" {
		t.Errorf("%s is %q", got.Name(), got.Text)
	}
	s.Press(fyne.KeyReturn, control)
	if !now.Date.IsZero() {
		t.Errorf("the draft has the date %s", now.Date)
	}
}

// TestACardNamesTheField opens the card of a name that nobody knows, and takes the
// name under which it is kept.
func TestACardNamesTheField(t *testing.T) {
	s := newStage(t)
	filling.New(s.params, templates(t), s.create)
	s.Press(fyne.KeyReturn, 0) // past the place
	s.Type("Садыру Пробнову")
	host := s.entry()
	s.toCard()
	s.Press(fyne.KeyReturn, 0)
	if len(s.cards) != 1 || s.cards[0] != "Садыру Пробнову" || host.Text != "Садыр Пробнов" {
		t.Errorf("opened %q, the field has %q", s.cards, host.Text)
	}
	if asked := s.Abandon(); !asked || s.Open() || s.created != nil {
		t.Errorf("asked %v, open %v, made %v", asked, s.Open(), s.created)
	}
}

// TestTabLeadsFromNameToName types as one does who looks at the paper and not at the screen:
// no word goes to a button, and what was offered meanwhile leaves the forms to be seen.
func TestTabLeadsFromNameToName(t *testing.T) {
	s := newStage(t, register.Person{First: "Пётр", Last: "Карточкин"}, register.Person{First: "Пётр", Last: "Карточкин", Posts: []register.Post{{Title: "посол"}}})
	filling.New(s.params, templates(t), s.create)
	for _, typed := range []string{"Пробный", "Пётр Карточкин", "министр Садыр Пробнов", "повестка дня"} {
		s.Type(typed)
		s.Press(fyne.KeyTab, 0)
	}
	cards := 0
	for _, o := range controlstest.Objects(s.Base.Canvas.Overlays().Top()) {
		if b, ok := o.(*controls.Button); ok && strings.HasPrefix(b.Name(), s.params.Text("new-card")) && b.Visible() {
			cards++
		}
	}
	if cards != 3 {
		t.Errorf("the cards of %d of 3 names can be opened:\n%s", cards, s.Texts())
	}
	s.Press(fyne.KeyReturn, control)
	if want := "11 сентября 2024 года в Пробном состоялась встреча Петра Карточкина с министром Садыром Пробновым."; s.created == nil || s.created.Lead != want {
		t.Errorf("made %+v", s.created)
	}
}

// TestTabLeadsFromValueToValue: in a form that is filled again, too, where every name has its card.
// The cards come behind the values.
func TestTabLeadsFromValueToValue(t *testing.T) {
	s := newStage(t)
	meeting, err := templates(t).Find("meeting", "ru")
	if err != nil {
		t.Fatal(err)
	}
	filled, err := meeting.Fill(s.office, map[string]template.Value{
		"date": {Text: "11.09.2024"}, "place": {Text: "Пробный"}, "host": {Text: "Иван Пробный"}, "guest": {Text: "Анна Озерова"}, "topic": {Text: "план"},
	})
	if err != nil {
		t.Fatal(err)
	}
	filling.Change(s.params, meeting, filling.Draft{Release: func() release.Release { return filled.Release }, Replace: func(release.Release) {}})
	for _, want := range []string{"11.09.2024", "Пробный", "Иван Пробный", "Анна Озерова"} {
		if entry, ok := s.Base.Canvas.Focused().(*controls.Entry); !ok || entry.Text != want {
			t.Fatalf("%T has the keyboard, not the field of %s", s.Base.Canvas.Focused(), want)
		}
		s.Press(fyne.KeyTab, 0)
	}
	s.toCard()
	s.Press(fyne.KeyReturn, 0)
	if len(s.cards) != 1 || s.cards[0] != "Пробный" {
		t.Errorf("opened %q", s.cards)
	}
}

// toCard goes on to the next button; behind the fields that of the first card comes first.
func (s *stage) toCard() {
	for {
		s.Press(fyne.KeyTab, 0)
		if _, ok := s.Base.Canvas.Focused().(*controls.Button); ok {
			return
		}
	}
}

// TestWhatTextsNameIsOffered fills fields with what the open release names, the registers
// first; a guess says that it is one, and Enter alone takes nothing.
func TestWhatTextsNameIsOffered(t *testing.T) {
	s := newStage(t, register.Person{First: "Пётр", Last: "Карточкин"})
	s.sources = []filling.Source{{Told: "в открытом релизе", Found: []naming.Found{
		{Kind: template.Place, Text: "Бишкек"}, {Kind: template.Person, Text: "Пётр Образцов", Guess: true}, {Kind: template.Person, Text: "Анна Озерова"}, {Kind: template.Date, Text: "12.09.2024"},
	}}}
	filling.New(s.params, templates(t), s.create)
	if texts := s.Texts(); !strings.Contains(texts, "Бишкек — в открытом релизе") || strings.Contains(texts, "Озерова") {
		t.Fatalf("the field of the place offers:\n%s", texts)
	}
	s.Press(fyne.KeyDown, 0)
	s.Press(fyne.KeyReturn, 0)
	if texts := s.Texts(); !strings.Contains(texts, "Пётр Образцов — в открытом релизе, догадка – проверьте") || strings.Index(texts, "Анна Озерова") > strings.Index(texts, "Пётр Образцов") {
		t.Fatalf("the field of the host offers:\n%s", texts)
	}
	s.Press(fyne.KeyReturn, 0) // past the host, who stays empty
	s.Type("пёт")
	if texts := s.Texts(); strings.Index(texts, "Пётр Карточкин") > strings.Index(texts, "Пётр Образцов —") || strings.Contains(texts, "Анна") {
		t.Fatalf("the field of the guest offers:\n%s", texts)
	}
	s.Press(fyne.KeyDown, 0)
	s.Press(fyne.KeyReturn, 0)
	s.Press(fyne.KeyReturn, control)
	if want := "11 сентября 2024 года в Бишкеке состоялась встреча [укажите: кто принимает] с Петром Образцовым."; s.created == nil || s.created.Lead != want {
		t.Errorf("made %+v", s.created)
	}
}

// TestEscapeLeavesAFormThatOffers closes it with one key where nothing was asked for.
func TestEscapeLeavesAFormThatOffers(t *testing.T) {
	s := newStage(t)
	s.sources = []filling.Source{{Told: "там", Found: []naming.Found{{Kind: template.Place, Text: "Бишкек"}}}}
	filling.New(s.params, templates(t), s.create)
	if s.Press(fyne.KeyEscape, 0); s.Open() {
		t.Error("the form is open still")
	}
}

// TestPeopleAreOfferedOneAfterAnother takes two for a list, without typing.
func TestPeopleAreOfferedOneAfterAnother(t *testing.T) {
	s := newStage(t)
	s.sources = []filling.Source{{Told: "там", Found: []naming.Found{{Kind: template.Person, Text: "Анна Озерова"}, {Kind: template.Person, Text: "Пётр Образцов"}}}}
	filling.New(s.params, templates(t), s.create)
	for _, e := range s.Entries() {
		if strings.HasPrefix(e.Name(), "Кто ещё участвовал") {
			s.Base.Canvas.Focus(e)
		}
	}
	for range 2 {
		s.Press(fyne.KeyDown, 0)
		s.Press(fyne.KeyReturn, 0)
	}
	if got := s.entry().Text; got != "Анна Озерова\nПётр Образцов\n" {
		t.Errorf("got %q", got)
	}
}

// TestAnEmptyFieldSaysWhatBelongsThere: the template's own example, and where it gives none
// what a field of its kind is for.
func TestAnEmptyFieldSaysWhatBelongsThere(t *testing.T) {
	set := template.Set{{
		Name: "own", Title: "Своя", Language: "ru", Kind: release.Meeting, Headline: "{place}: {guest} и {topic}", Lead: "{topic}",
		Fields: []template.Field{{Name: "place", Label: "Место", Kind: template.Place, Hint: "Пробный"}, {Name: "guest", Label: "Гость", Kind: template.Person}, {Name: "topic", Label: "Тема", Kind: template.Text}, {Name: "rank", Label: "Вид", Kind: template.Choice, Options: []string{"рабочий"}}},
	}}
	set = append(set, set[0])
	set[1].Name, set[1].Title = "other", "Другая"
	s := newStage(t)
	filling.New(s.params, set, s.create)
	for range 2 { // also where another template's fields stood
		drawn := test.RenderToMarkup(s.Base.Canvas)
		if hint := s.params.Text("new-hint-choice"); !strings.Contains(drawn, ">"+hint+"<") {
			t.Errorf("the choice does not show %q", hint)
		}
		want := map[string]string{"Место": "Пробный", "Гость": s.params.Text("new-hint-person"), "Тема": ""}
		for _, e := range s.Entries() {
			if hint, asked := want[e.Name()]; asked && hint != "" && !strings.Contains(drawn, ">"+hint+"<") {
				t.Errorf("%s does not show %q", e.Name(), hint)
			}
			delete(want, e.Name())
		}
		if len(want) > 0 {
			t.Errorf("no fields %v", want)
		}
		for _, o := range controlstest.Objects(s.Base.Canvas.Overlays().Top()) {
			if choice, is := o.(*controls.Select); is && slices.Contains(choice.Options, "Другая") {
				choice.SetSelected("Другая")
			}
		}
	}
}

// TestTemplatesOfEveryLanguageAreOffered: an office's own too, for whose language the interface has no words.
func TestTemplatesOfEveryLanguageAreOffered(t *testing.T) {
	own := template.Template{Name: "own", Title: "Жолугушуу", Language: "ky", Kind: release.Meeting, Headline: "{topic}", Lead: "{topic}", Fields: []template.Field{{Name: "topic", Label: "Тема", Kind: template.Text}}}
	s := newStage(t)
	filling.New(s.params, append(templates(t), own), s.create)
	for _, o := range controlstest.Objects(s.Base.Canvas.Overlays().Top()) {
		if choice, is := o.(*controls.Select); is && choice.Name() == s.params.Text("field-language") {
			choice.SetSelected("Киргизский")
		}
	}
	s.Base.Canvas.Focus(s.Entries()[0])
	s.Type("кеңеш")
	s.Press(fyne.KeyReturn, control)
	if s.created == nil || s.created.Language != "ky" || s.created.Headline != "Кеңеш" {
		t.Errorf("created %+v", s.created)
	}
}
