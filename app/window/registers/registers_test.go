package registers

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"communique/app/settings"
	"communique/app/window/files"
	"communique/app/window/screen"
	"communique/app/window/screen/screentest"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

func clock() time.Time { return time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC) }

// stage shows the dialogs of registers that are kept in memory.
type stage struct {
	*screentest.Stage
	params    Params
	kept      register.Registers
	conflicts []register.Conflict
	files     chosen
	way       func() // that was proposed last
}

// chosen stands for the files that a person chooses.
type chosen struct {
	path  string
	asked files.Request
}

func (c *chosen) ChooseFile(r files.Request, chosen func(path string)) {
	c.asked = r
	chosen(c.path)
}

func (c *chosen) Save(_, name string, write files.Write, _ ...files.Option) *screen.Dialog {
	if err := write(filepath.Join(c.path, name), false); err != nil {
		panic(err)
	}
	return nil
}

func newStage(t *testing.T, kept register.Registers) *stage {
	t.Helper()
	s := &stage{Stage: screentest.New(t), kept: kept}
	s.params = Params{
		Base: s.Base, Files: &s.files, Now: clock, House: func() grammar.House { return grammar.House{} }, Registers: func() register.Registers { return s.kept },
		Find: func(kind grammar.Kind, typed string, limit int) []register.Hit {
			return register.NewIndex(grammar.House{}, s.kept, release.DateOf(clock())).Find(kind, typed, limit)
		},
		Change: func(change Changing, then func()) {
			s.kept, s.conflicts = change(s.kept)
			then()
		},
		Propose: func(text, _ translations.Sentence, way func()) screen.Told {
			s.way = way
			return s.Base.Tell(text, false)
		},
	}
	return s
}

func people(all ...register.Person) register.Registers { return register.Registers{People: all} }

// take compares what was read with what is kept.
func (s *stage) take(more register.Registers, skipped []error) Taken {
	return Take(s.kept, more, skipped, grammar.House{}, release.DateOf(clock()))
}

// card opens a card, and returns the name under which it is kept.
func (s *stage) card(kind grammar.Kind, text string) (name *string) {
	name = new(string)
	ShowCard(s.params, kind, text, func(as string) { *name = as })
	return name
}

// TestWhatTheProgramKnowsStays: a place of the program's own is no card, which is said at once; one of the office's goes, by
// whichever of its names it was found.
func TestWhatTheProgramKnowsStays(t *testing.T) {
	for _, c := range []struct {
		typed string
		asked bool
	}{{"австрия", false}, {"королевство проб", true}, {"пробная", true}} {
		s := newStage(t, register.Registers{Places: []register.Place{{Name: "Пробная", Official: "Королевство Пробных"}}})
		Show(s.params)
		for _, o := range controlstest.Objects(s.Base.Canvas.Overlays().List()[0]) {
			if kinds, ok := o.(*controls.Select); ok {
				kinds.SetSelectedIndex(1)
			}
		}
		s.Entries()[0].SetText(c.typed)
		s.Tap(s.Base.Text("registers-remove"))
		if said := strings.Contains(s.Texts(), "есть в самой программе"); said == c.asked {
			t.Errorf("%s: said %v in\n%s", c.typed, said, s.Texts())
		}
		if !c.asked {
			continue
		}
		s.Press(fyne.KeyReturn, fyne.KeyModifierShortcutDefault)
		if len(s.kept.Places) != 0 {
			t.Errorf("%s: kept %+v", c.typed, s.kept.Places)
		}
	}
}

// TestTheChosenRowStays: after a card is kept the list has it chosen, after one is removed the next.
func TestTheChosenRowStays(t *testing.T) {
	s := newStage(t, people(register.Person{First: "Иван", Last: "Пробный"}, register.Person{First: "Анна", Last: "Озерова"}, register.Person{First: "Пётр", Last: "Образцов"}))
	Show(s.params)
	list := func() *controls.List {
		for _, o := range controlstest.Objects(s.Base.Canvas.Overlays().List()[0]) {
			if rows, ok := o.(*controls.List); ok {
				return rows
			}
		}
		return nil
	}()
	chosen := func() string {
		s.Press(fyne.KeyReturn, fyne.KeyModifierShortcutDefault)
		name := s.Entries()[0].Text
		s.Press(fyne.KeyEscape, 0)
		return name
	}
	list.Select(1)
	s.Press(fyne.KeyReturn, fyne.KeyModifierShortcutDefault)
	s.Entries()[2].SetText("Озёрова")
	s.Press(fyne.KeyReturn, fyne.KeyModifierShortcutDefault)
	if got := chosen(); got != "Анна" {
		t.Errorf("chosen after a card was kept: %s", got)
	}
	s.Tap(s.Base.Text("registers-remove"))
	s.Press(fyne.KeyReturn, fyne.KeyModifierShortcutDefault)
	if got := chosen(); got != "Пётр" {
		t.Errorf("chosen after one was removed: %s", got)
	}
}

func TestTheListOpensAndRemoves(t *testing.T) {
	s := newStage(t, people(register.Person{First: "Иван", Last: "Пробный"}, register.Person{First: "Анна", Last: "Озерова"}))
	Show(s.params)
	s.Type("анной")
	s.Press(fyne.KeyReturn, 0)
	if first := s.Entries()[0]; first.Text != "Анна" || s.Base.Canvas.Focused() != fyne.Focusable(first) {
		t.Fatalf("the card of %q", first.Text)
	}
	s.Type("!")
	if !s.Abandon() {
		t.Error("what was typed on the card is lost without a question")
	}
	s.Tap(s.Base.Text("registers-remove"))
	s.Press(fyne.KeyReturn, 0)
	if len(s.kept.People) != 1 || s.kept.People[0].First != "Иван" {
		t.Errorf("kept %+v", s.kept)
	}
	s.Press(fyne.KeyEscape, 0)
	if s.Open() {
		t.Error("Escape does not leave the registers")
	}
}

// TestAnEmptyListSaysWhy: it is empty, or what was typed is in no card, or it does not show all.
func TestAnEmptyListSaysWhy(t *testing.T) {
	var many []register.Person
	for i := range mostEntries + 1 {
		many = append(many, register.Person{First: "Иван", Last: "Пробный", Short: strconv.Itoa(i), Posts: []register.Post{{Title: strconv.Itoa(i)}}})
	}
	for name, tt := range map[string]struct {
		kept        register.Registers
		typed, want string
	}{
		"no card": {register.Registers{}, "", "registers-empty"}, "no card for it": {people(register.Person{First: "Иван", Last: "Пробный"}), "щ", "registers-none-found"},
		"a card": {people(register.Person{First: "Иван", Last: "Пробный"}), "", ""}, "too many": {people(many...), "", "registers-first"},
		"not searched yet": {people(register.Person{First: "Иван", Last: "Пробный"}), "щ", ""}, "none, and not searched yet": {register.Registers{}, "щ", "registers-empty"},
	} {
		s := newStage(t, tt.kept)
		if strings.HasSuffix(name, "yet") {
			s.params.Find = func(grammar.Kind, string, int) []register.Hit { return nil }
		}
		Show(s.params)
		s.Type(tt.typed)
		for _, key := range []string{"registers-empty", "registers-none-found", "registers-first"} {
			text := s.Base.Text(key, map[string]any{"Count": mostEntries})
			if shown := strings.Contains(s.Texts(), text); shown != (key == tt.want) {
				t.Errorf("%s: %q is shown: %t", name, text, shown)
			}
		}
	}
}

// TestThePreviewTellsWhatWasNotRead: before the rest is taken in, a few of it and how much more there is.
func TestThePreviewTellsWhatWasNotRead(t *testing.T) {
	s := newStage(t, register.Registers{})
	more, skipped, err := register.ReadPeopleCSV([]byte("ФИО;Должность\nАнна Озерова;посол\nАнна Озерова;министр\n;врач\n;врач\n;врач\n"))
	if err != nil {
		t.Fatal(err)
	}
	s.kept = people(register.Person{First: "Анна", Last: "Озерова", Posts: []register.Post{{Title: "врач"}}})
	Preview(s.params, s.take(people(more[0]), nil), func() {})
	if !strings.Contains(s.Texts(), "в картотеке — «врач», в таблице — «посол, министр»") {
		t.Errorf("a post that is replaced is not told: %s", s.Texts())
	}
	s.Press(fyne.KeyEscape, 0)
	s.kept = register.Registers{}
	Preview(s.params, s.take(people(more...), skipped), func() {})
	for _, want := range []string{"Карточек: 1", "«министр» стоит в той же карточке", "Строка 4", "Строка 5", "Ещё замечаний: 1"} {
		if !strings.Contains(s.Texts(), want) {
			t.Errorf("%q is not told: %s", want, s.Texts())
		}
	}
	if strings.Contains(s.Texts(), "Строка 6") {
		t.Error("all is told")
	}
}

// TestFiles writes a register to a file and reads it into an empty one.
func TestFiles(t *testing.T) {
	s := newStage(t, people(register.Person{First: "Иван", Last: "Пробный"}))
	dir := t.TempDir()
	Show(s.params)
	s.files.path = dir
	s.Tap(s.Base.Text("registers-export"))
	s.kept = register.Registers{}
	s.files.path = filepath.Join(dir, "people.csv")
	s.Tap(s.Base.Text("registers-import"))
	s.Wait("the forms", func() bool { return strings.Contains(s.Texts(), "Карточек: 1") })
	if s.files.asked.For != settings.ForRegisters || s.files.asked.Endings[0] != ".xlsx" || len(s.kept.People) > 0 {
		t.Errorf("asked %+v, kept %+v", s.files.asked, s.kept)
	}
	s.Tap("Загрузить")
	s.Wait("the cards", func() bool { return s.Told != "" })
	if len(s.kept.People) != 1 || s.kept.People[0].Last != "Пробный" || !strings.Contains(s.Told, "1") {
		t.Errorf("kept %+v, told %q", s.kept, s.Told)
	}
	if err := os.WriteFile(s.files.path, []byte("first,last\n,\nИван,Пробный\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	more, skipped, err := readRegister(register.People, s.files.path)
	if err != nil || len(more.People) != 1 {
		t.Errorf("got %+v, %v, %v", more, skipped, err)
	}
	for name, encode := range map[string]encoding.Encoding{
		"as Excel saves CSV":           charmap.Windows1251,
		"as Excel saves text, Unicode": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
		"as an old server has it":      charmap.KOI8R,
	} {
		table, err := encode.NewEncoder().String("Номер\tФИО\tДолжность\r\n1\tОзерова Анна Петровна\tпресс-секретарь Совета\r\n2\tПробный Иван\tпосол\r\n")
		if err != nil || os.WriteFile(s.files.path, []byte(table), 0o600) != nil {
			t.Fatal(err)
		}
		more, skipped, err := readRegister(register.People, s.files.path)
		if err != nil || len(more.People) != 2 || more.People[0].Patronymic != "Петровна" || len(skipped) != 1 || register.SkippedLines(skipped) != 0 {
			t.Errorf("%s: got %+v, %v, %v", name, more, skipped, err)
		}
	}
	if _, _, err := readRegister(register.People, s.files.path+"x"); err == nil {
		t.Error("a file that is not there was read")
	}
}

// Of a register that is read from a file the forms are shown first, guesses
// before the others; nothing is kept until a person has looked.
func TestWhatIsReadIsLookedAtFirst(t *testing.T) {
	s := newStage(t, register.Registers{})
	Preview(s.params, s.take(people(register.Person{First: "Анна", Last: "Озерова"}, register.Person{First: "Юрий", Last: "Кравец"}), nil), func() {})
	texts := s.Texts()
	if guess, sure := strings.Index(texts, "Юрий Кравец: Юрия Кравца"), strings.Index(texts, "Анна Озерова: Анны Озеровой"); guess < 0 || sure < guess || !strings.Contains(texts, "Карточек: 2, из них с догадками: 1") {
		t.Fatalf("got %s", texts)
	}
	if len(s.kept.People) > 0 {
		t.Error("kept before anybody looked")
	}
	s.Tap("Загрузить")
	s.Wait("the cards", func() bool { return s.Told != "" })
	if len(s.kept.People) != 2 {
		t.Errorf("kept %+v", s.kept)
	}
}

// A table leaves the forms that somebody corrected, in what is shown as in what is kept.
func TestATableLeavesCorrectedForms(t *testing.T) {
	known := people(register.Person{First: "Юрий", Last: "Кравец", Forms: grammar.Forms{"gen": "Юрия Кравеца"}})
	s := newStage(t, known)
	Preview(s.params, s.take(people(register.Person{First: "Юрий", Last: "Кравец", Country: "BY"}), nil), func() {})
	if texts := s.Texts(); !strings.Contains(texts, "Юрия Кравеца") {
		t.Errorf("shown: %s", texts)
	}
	s.Tap("Загрузить")
	s.Wait("the cards", func() bool { return s.Told != "" })
	if all := s.kept.People; len(all) != 1 || all[0].Country != "BY" || all[0].Forms["gen"] != "Юрия Кравеца" {
		t.Errorf("kept %+v", all)
	}
}

// Forms that are guessed are confirmed as they stand, and are no guess any more.
func TestAGuessIsConfirmedOnTheCard(t *testing.T) {
	s := newStage(t, people(register.Person{First: "Юрий", Last: "Кравец"}))
	s.card(grammar.Person, "Юрий Кравец")
	s.entry(t, "case-dat").SetText("Юрию Кравец") // what was typed stays
	s.Tap(s.Base.Text("card-forms-right"))
	s.Press(fyne.KeyReturn, 0)
	if p := s.kept.People[0]; p.Forms["gen"] != "Юрия Кравца" || p.Forms["dat"] != "Юрию Кравец" || p.Declined(grammar.House{}).Guess {
		t.Errorf("kept %+v", p)
	}
}

func TestANewPersonOnTheSpot(t *testing.T) {
	s := newStage(t, register.Registers{})
	name := s.card(grammar.Person, "Министр обороны Юрий Кравец")
	if texts := s.Texts(); !strings.Contains(texts, "Это догадка") {
		t.Errorf("a guess is not told:\n%s", texts)
	}
	for range 6 { // past the parts of the name, the choice of posts and the post to the first day in it
		s.Base.Canvas.FocusNext()
	}
	s.Type("1.02.2024")
	s.Press(fyne.KeyReturn, 0)
	if *name != "Юрий Кравец" || len(s.kept.People) != 1 || s.kept.People[0].Posts[0].Title != "Министр обороны" || s.kept.People[0].Posts[0].From.String() != "2024-02-01" {
		t.Errorf("kept %q, %+v", *name, s.kept)
	}
}

func TestACardWithoutANameSaysWhy(t *testing.T) {
	s := newStage(t, register.Registers{})
	s.card(grammar.Person, "Президент Ирана")
	first := s.Base.Canvas.Focused()
	s.Press(fyne.KeyReturn, 0)
	if !strings.Contains(s.Texts(), "У карточки нет имени") || s.Base.Canvas.Focused() != first {
		t.Errorf("got %s", s.Texts())
	}
	if len(s.kept.People) > 0 {
		t.Errorf("kept %+v", s.kept)
	}
}

func TestATermThatEndsEarlySaysWhy(t *testing.T) {
	for typed, why := range map[[2]string]string{{"01.02.2024", "01.01.2024"}: "кончается раньше", {"вчера", ""}: "«вчера» — не дата"} {
		s := newStage(t, register.Registers{})
		s.card(grammar.Person, "Министр Иван Пробный")
		entries := s.Entries()
		entries[4].SetText(typed[0])
		entries[5].SetText(typed[1])
		s.Press(fyne.KeyReturn, 0)
		if !strings.Contains(s.Texts(), why) || len(s.kept.People) > 0 {
			t.Errorf("%v: %s", typed, s.Texts())
		}
	}
}

// The card has every post of a person, and what they are called in other languages.
func TestTheCardHasSeveralPosts(t *testing.T) {
	s := newStage(t, people(
		register.Person{First: "Иван", Last: "Пробный", Posts: []register.Post{{Title: "директор завода"}}},
		register.Person{First: "Иван", Last: "Пробный", Posts: []register.Post{{Title: "Президент Республики"}}},
	))
	s.card(grammar.Person, "Президент Республики Иван Пробный")
	entries := s.Entries()
	if entries[3].Text != "Президент Республики" {
		t.Fatalf("the card of %s", entries[3].Text)
	}
	var posts *controls.Select
	for _, o := range controlstest.Objects(s.Base.Canvas.Overlays().Top()) {
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
	s.Press(fyne.KeyReturn, 0)
	kept := s.kept.People
	if len(kept) != 2 || len(kept[0].Posts) != 1 || len(kept[1].Posts) != 2 || kept[1].Posts[1].In("kk") != "Кеңес төрағасы" || kept[1].In("ky") != "Иван Пробный" {
		t.Errorf("kept %+v", kept)
	}
}

// TestCardsOfPlacesAndOrganisations keeps what is typed over a proposed form, and
// asks where the card was changed elsewhere.
func TestCardsOfPlacesAndOrganisations(t *testing.T) {
	s := newStage(t, register.Registers{Places: []register.Place{{Name: "Пробный"}}})
	s.card(grammar.Organisation, "Совет содружества")
	entries := s.Entries()
	entries[1].SetText("СС")
	entries[4].SetText("Совету содружеств") // the genitive
	s.Press(fyne.KeyReturn, 0)
	if o := s.kept.Organisations; len(o) != 1 || o[0].Abbreviation != "СС" || len(o[0].Forms) != 1 {
		t.Errorf("kept %+v", o)
	}
	s.card(grammar.Place, "Пробный")
	s.Entries()[2].SetText("mine")
	s.kept.Places = []register.Place{{Name: "Пробный", English: "theirs"}}
	s.Press(fyne.KeyReturn, 0)
	if s.kept.Places[0].English != "theirs" || len(s.conflicts) != 1 {
		t.Errorf("kept %+v, asked about %+v", s.kept.Places, s.conflicts)
	}
}
