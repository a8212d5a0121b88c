package template

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// TestFillTexts: texts that are no parts of a release are filled each by itself, in the
// house's spelling and with the posts of the day that is asked for, and begin as they are.
func TestFillTexts(t *testing.T) {
	tmpl := Template{Name: "try", Language: "ru", Fields: blanks}
	day := func(text string) (d release.Date) {
		if err := d.UnmarshalText([]byte(text)); err != nil {
			t.Fatal(err)
		}
		return d
	}
	texts := []string{"{event.gen} и {guest.full.ins}", "", "{usual}", "с {guest.short.ins}"}
	values := map[string]Value{"guest": {Text: "Иван Пробный"}, "event": {Text: "  рабочая встреча "}}
	for on, want := range map[string][]string{
		"2024-05-05": {"рабочей встречи и Президентом-свет Совета Иваном-свет Пробным", "", "обычное", "с И. Пробным"},
		"2019-05-05": {"рабочей встречи и министром юстиции Иваном-свет Пробным", "", "обычное", "с И. Пробным"},
	} {
		got, guesses, err := tmpl.FillTexts(grammar.House{}, values, bureau(), day(on), texts)
		if err != nil || !slices.Equal(got, want) || len(guesses) > 0 {
			t.Errorf("%s: %q, %v, %v", on, got, guesses, err)
		}
	}
	_, guesses, err := tmpl.FillTexts(grammar.House{}, map[string]Value{"event": {Text: "пробняк"}}, register.Registers{}, day("2024-05-05"), []string{"{event.ins}"})
	if err != nil || len(guesses) != 1 || guesses[0].Field != "event" {
		t.Errorf("a guess: %v, %v", guesses, err)
	}
	var field *FieldError
	if got, _, err := tmpl.FillTexts(grammar.House{}, map[string]Value{"stage": {Text: "три"}}, bureau(), day("2024-05-05"), texts); !errors.As(err, &field) || field.Field != "stage" || got != nil {
		t.Errorf("a value that cannot be: %q, %v", got, err)
	}
}

func TestFaultOfTexts(t *testing.T) {
	good := Template{Fields: blanks}
	for name, c := range map[string]struct {
		template   Template
		texts      []string
		what, fits string
	}{
		"none":                    {good, []string{"{guest.ins}", "{{"}, "", ""},
		"no text at all":          {good, nil, "", ""},
		"a field of no kind":      {Template{Fields: []Field{{Name: "a", Kind: Text}, {Name: "b", Kind: "thing"}}}, []string{"{c}"}, "thing", "text, date, "},
		"a choice of nothing":     {Template{Fields: []Field{{Name: "b", Kind: Choice}}}, nil, "b", `options = ["…"]`},
		"in the second text":      {good, []string{"{guest}", "{gast}", "{more}"}, "{gast}", "{date}, {place}, {guest}, {present}, {event}, {org}, {stage}, {empty}, {needed}, {usual}"},
		"a word of another field": {good, []string{"{place.short}"}, "{place.short}", ""},
	} {
		what, fits := c.template.Fault(c.texts)
		if what != c.what || !strings.HasPrefix(fits, c.fits) || (fits == "") != (c.what == "") {
			t.Errorf("%s: %q, %q", name, what, fits)
		}
	}
}

// TestFieldNames: each once, in the order of the texts, within brackets too; what only looks
// like a placeholder names no field.
func TestFieldNames(t *testing.T) {
	got := FieldNames([]string{"{guest.ins}[ и {place.in}]", "{{date}} {guest} {event:был/была/было/были}", "{Не имя} {date}"})
	if !slices.Equal(got, []string{"guest", "place", "event", "date"}) {
		t.Errorf("got %q", got)
	}
	if got := FieldNames(nil); got != nil {
		t.Errorf("of nothing: %q", got)
	}
	for pattern, want := range map[string]string{"{until} {from}": "until", "от {from.day}": "from", "": "", "11.09.2024": ""} {
		if got := (Template{Date: pattern}).DateField(); got != want {
			t.Errorf("the date %q is of %q", pattern, got)
		}
	}
}

// TestTheFileThatIsNoTemplate is named, with what is wrong in a line of its own, and the
// others are read.
func TestTheFileThatIsNoTemplate(t *testing.T) {
	set, err := Load(fstest.MapFS{"a.toml": {Data: []byte("?")}, "b/try.toml": {Data: []byte(head)}, "c.toml": {Data: []byte("?")}})
	if len(set) != 1 || set[0].Name != "try" {
		t.Errorf("read %+v", set)
	}
	var one *FileError
	if !errors.As(err, &one) || one.Path != "a.toml" || one.Cause == nil || !reflect.DeepEqual(one.Unwrap(), []error{one.Cause}) {
		t.Fatalf("told %v", err)
	}
	if name, args := one.Fact(); name != "template-file" || !reflect.DeepEqual(args, map[string]any{"Path": "a.toml"}) {
		t.Errorf("%s %v", name, args)
	}
}

// TestOtherLanguagesStayPlain: what only Russian and English are known to do, a text in a
// third language goes without.
func TestOtherLanguagesStayPlain(t *testing.T) {
	for pattern, want := range map[string]string{"{event}": "кеңеш", "{event.in}": "кеңеш", "{event.gen}": "кеңеш", "{place}": "Пробное", "{place.in}": "[fill in: place (Пробное)]"} {
		f := newFilling(Office{Registers: bureau()}, Template{Name: "try", Language: "ky", Fields: blanks}, map[string]Value{"event": {Text: "кеңеш"}, "place": {Text: "Пробное"}})
		if got := f.text(pattern); got != want {
			t.Errorf("%s: %s, not %s", pattern, got, want)
		}
	}
}

// TestWhatTheRegistersKnowOfATextField: a place keeps its own forms wherever it is named,
// and of several people of one name it is not known who is meant.
func TestWhatTheRegistersKnowOfATextField(t *testing.T) {
	known := bureau()
	known.People = append(known.People, register.Person{First: "Анна", Last: "Озерова", Posts: []register.Post{{Title: "секретарь"}}})
	for _, c := range []struct {
		pattern, field, text, want string
		guesses                    int // -1: of no matter
	}{
		{"{event.prep}", "event", "Пробное", "Пробном поле", -1},
		{"{guest.name.ins}", "guest", "Анна Озерова", "Анной Озеровой", 1},
		{"{guest.name.ins}", "guest", "Иван Пробный", "Иваном-свет Пробным", 0},
		{"{guest.full.ins}", "guest", "секретарь Анна Озерова", "секретарём Анной Озеровой", 0},
		{"{event}", "event", `форум "Мир" и "Дом"`, `форум «Мир» и «Дом»`, 0},
		{"{event}", "event", `труба в 5" и "Дом"`, `труба в 5" и "Дом"`, 0},
		{"{event} {guest:был/была/было/были}", "event", "мир", "мир [укажите: был/была/было/были]", 0},
		{"{event}[ {guest:был/была/было/были}]", "event", "мир", "мир", 0},
	} {
		f := newFilling(Office{Registers: known}, Template{Name: "try", Language: "ru", Fields: blanks}, map[string]Value{c.field: {Text: c.text}})
		got := f.text(c.pattern)
		if got != c.want || c.guesses >= 0 && len(f.guesses) != c.guesses {
			t.Errorf("%s of %s: %s, %v", c.pattern, c.text, got, f.guesses)
		}
	}
}

// TestHowABlockEnds: whole sentences end with a mark, whether a person put it or not; a
// placeholder that is still open, the head of a list, and what is one word do not.
func TestHowABlockEnds(t *testing.T) {
	for _, c := range []struct {
		language, text, want string
		kind                 release.BlockKind
	}{
		{"ru", "{event}", "Стороны договорились о мире.", release.Paragraph},
		{"ru", "{event},", "Стороны договорились о мире.", release.Paragraph},
		{"ru", "{event}:", "Стороны договорились о мире:", release.Paragraph},
		{"ru", "{event};", "Стороны договорились о мире;", release.Paragraph},
		{"ru", "{event}…", "Стороны договорились о мире…", release.Paragraph},
		{"ru", "{event}?", "Стороны договорились о мире?", release.Paragraph},
		{"ru", "{event}!", "Стороны договорились о мире!", release.Paragraph},
		{"ru", "{event} и {needed}", "Стороны договорились о мире и [укажите: needed]", release.Paragraph},
		{"ru", "{event}", "Стороны договорились о мире", release.Subheading},
		{"ru", "{event}", "Стороны договорились о мире", release.List},
		{"ru", "«{event}»", "Стороны договорились о мире.", release.Quotation},
		{"ru", "{stage}", "Два", release.Paragraph},
		{"ky", "{event}", "Стороны договорились о мире", release.Paragraph},
	} {
		f := newFilling(Office{}, Template{Name: "try", Language: c.language, Fields: blanks}, map[string]Value{"event": {Text: "Стороны договорились о мире"}, "stage": {Text: "два"}})
		if got := f.block(release.Block{Kind: c.kind, Text: c.text}); got != c.want {
			t.Errorf("%s, %s as %s: %s", c.language, c.text, c.kind, got)
		}
	}
}

// TestWhereWithoutAPreposition: adverbs say where by themselves, others get a preposition.
func TestWhereWithoutAPreposition(t *testing.T) {
	for text, want := range map[string]string{
		"онлайн": "онлайн", "Дистанционно": "Дистанционно", "очно": "очно", "заочно": "заочно", "удалённо": "удалённо", "удаленно": "удаленно", "на полигоне": "на полигоне",
		"пресс-центр Секретариата": "в пресс-центре Секретариата", "вблизи Пробска": "вблизи Пробска", "неподалёку от Пробска": "неподалёку от Пробска", "рядом с портом": "рядом с портом",
		"ул. Мира, 21": "на ул. Мира, 21", "Дом прессы, ул. Мира, д. 21": "в Доме прессы, на ул. Мира, д. 21", "г. Пробск": "в г. Пробске", "пр. Чуй, 114": "на пр. Чуй, 114",
	} {
		f := newFilling(Office{}, Template{Name: "try", Language: "ru", Fields: blanks}, map[string]Value{"event": {Text: text}})
		if got := f.text("а {event.in}"); got != "а "+want {
			t.Errorf("%s: %s", text, got)
		}
	}
}
