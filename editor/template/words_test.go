package template

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// bureau has somebody with several posts at once, and entries in two languages.
func bureau() register.Registers {
	day := func(text string) (d release.Date) {
		if err := d.UnmarshalText([]byte(text)); err != nil {
			panic(err)
		}
		return d
	}
	return register.Registers{
		People: []register.Person{
			{
				First: "Иван", Last: "Пробный", English: "Ivan Probny", EnglishShort: "I. Probny", Forms: grammar.Forms{"ins": "Иваном-свет Пробным"},
				Posts: []register.Post{
					{Title: "министр юстиции", English: "Minister of Justice", From: day("2018-01-01"), Until: day("2020-10-15")},
					{Title: "член Совета", From: day("2020-10-16")},
					{Title: "президент Совета", English: "President of the Council", From: day("2022-01-01"), Forms: grammar.Forms{"ins": "Президентом-свет Совета"}},
					{Title: "гость Совета", From: day("2021-01-01")},
				},
			},
			{First: "Анна", Last: "Озерова", Gender: grammar.Feminine},
		},
		Organisations: []register.Organisation{
			{Name: "Совет пробных государств", Short: "Пробный совет", Abbreviation: "СПГ", English: "Council of Sample States"},
			{Name: "Объединённый штаб", Short: "Пробный штаб"},
		},
		Places: []register.Place{{Name: "Пробное", Preposition: "на", English: "Probnoye", Forms: grammar.Forms{"prep": "Пробном поле"}}},
	}
}

var blanks = []Field{
	{Name: "date", Kind: Date},
	{Name: "place", Kind: Place},
	{Name: "guest", Kind: Person},
	{Name: "present", Kind: People},
	{Name: "event", Kind: Text},
	{Name: "org", Kind: Organisation},
	{Name: "stage", Kind: Choice, Options: []string{"раз", "два"}},
	{Name: "empty", Kind: Text},
	{Name: "needed", Kind: Text, Required: true},
	{Name: "usual", Kind: Text, Default: "обычное"},
}

// Each placeholder in both languages, with what the registers know.
func TestEveryPlaceholder(t *testing.T) {
	given := func(pairs ...string) map[string]Value {
		values := map[string]Value{}
		for i := 0; i < len(pairs); i += 2 {
			values[pairs[i]] = Value{Text: pairs[i+1]} //nolint:gosec // pairs come in twos
		}
		return values
	}
	ivan := given("guest", "Иван Пробный", "date", "05.05.2024")
	for _, tt := range []struct {
		language, pattern, want string
		values                  map[string]Value
	}{
		{"ru", "{event.ins}", "уходом из жизни депутата Пробина А. А.", given("event", "уход из жизни депутата Пробина А. А.")},
		{"ru", "{event.ins}", "пчеловодом Пробиным А. А.", given("event", "пчеловод Пробин А. А.")},
		{"ru", "в {event.prep}; на {event.prep}; о {event.prep}; {event.in}", "в 2026 году; на 2026 году; о 2026 годе; в 2026 году", given("event", "2026 год")},
		{"ru", "{event:Документ предусматривает/Документы предусматривают}", "Документы предусматривают", given("event", "21 соглашение")},
		{"ru", "{event:Документ предусматривает/Документы предусматривают}", "Документ предусматривает", given("event", "1 соглашение")},
		{"ru", "{event:подписан/подписана/подписано/подписаны} {event}", "подписано 21 соглашение", given("event", "21 соглашение")},
		{"ru", "{date}; {date.short}; {date.day}; {date.weekday}; {date.on}", "11 сентября 2024 года; 11.09.2024; 11 сентября; среда; в среду", given("date", "11.09.2024")},
		{"en", "{date}; {date.short}; {date.day}; {date.weekday}; {date.on}", "11 September 2024; 11.09.2024; 11 September; Wednesday; on Wednesday", given("date", "11.09.2024")},
		{"ru", "{date}; {date.short}; {date.day}; {date.span}; {date.weekday}; {date.on}", "11–12 сентября 2024 года; 11.09.2024 – 12.09.2024; 11–12 сентября; с 11 по 12 сентября 2024 года; среда – четверг; в среду", given("date", "11–12 сентября 2024 года")},
		{"ru", "{date}; {date.day}; {date.span}", "30 сентября – 2 октября 2024 года; 30 сентября – 2 октября; с 30 сентября по 2 октября 2024 года", given("date", "30.09.2024 - 02.10.2024")},
		{"ru", "{date}; {date.day}; {date.span}", "31 декабря 2024 года – 1 января 2025 года; 31 декабря – 1 января; с 31 декабря 2024 года по 1 января 2025 года", given("date", "31.12.2024–01.01.2025")},
		{"ru", "к {date.day}; {date.span}", "ко 2–5 сентября; со 2 по 5 сентября 2024 года", given("date", "со 2 по 5 сентября 2024 года")},
		{"ru", "{date.span}", "11 сентября 2024 года", given("date", "11.09.2024")},
		{"en", "{date}; {date.day}; {date.span}; {date.on}", "11–12 September 2024; 11–12 September; from 11 to 12 September 2024; on Wednesday", given("date", "11–12.09.2024")},
		{"ru", "{place}; {place.in}; {place.gen}", "Пробное; на Пробном поле; Пробного", given("place", "Пробное")},
		{"en", "{place}; {place.in}; {place.gen}", "Probnoye; in Probnoye; Probnoye", given("place", "Пробное")},
		{"en", "{place}; {place.in}", "Неведомск; in Неведомск", given("place", "Неведомск")},
		{"ru", "{place.in}", "в Бишкеке", given("place", "Бишкек")},
		{"ru", "{place.in}; {place.prep}", "в Крыму; Крыме", given("place", "Крым")},
		{"ru", "{place.in}; {place.gen}", "в Москве, в Кремле; Москвы, Кремля", given("place", "Москва, Кремль")},
		{"ru", "{place.in} началось", "в Минске, Республика Беларусь, началось", given("place", "Минск, Республика Беларусь")},
		{"ru", "{date} {place.in} началось; началось {place.in}.", "11 сентября 2024 года в Москве, в Кремле, началось; началось в Москве, в Кремле.", given("place", "Москва, Кремль", "date", "11.09.2024")},
		{"ru", "{place.in}", "в Секретариате ОДКБ", given("place", "Секретариат ОДКБ")},
		{"ru", "{org}; {org.gen}; {org.short}; {org.short.gen}", "Совет пробных государств; Совета пробных государств; СПГ; СПГ", given("org", "Совет пробных государств")},
		{"ru", "{org}; {org.short}; {org.short.gen}", "Объединённый штаб; Пробный штаб; Пробного штаба", given("org", "Объединённый штаб")},
		{"ru", "{org}", "Совет пробных государств", given("org", "СПГ")},
		{"ru", "{org.gen}; {org.short.gen}", "Министерства обороны; Министерства обороны", given("org", "Министерство обороны")},
		{"en", "{org}; {org.short}", "Council of Sample States; Council of Sample States", given("org", "СПГ")},
		{"en", "{org}; {org.short}", "Объединённый штаб; Пробный штаб", given("org", "Объединённый штаб")},
		{"ru", "с {guest.ins} и о {guest.prep}", "со Станиславом Пробным и о Станиславе Пробном", given("guest", "Станислав Пробный")},
		{"ru", "С {guest.ins}, (с {guest.ins}), со {guest.ins}", "Со Светланой Тихой, (со Светланой Тихой), со Светланой Тихой", given("guest", "Светлана Тихая")},
		{"ru", "со {guest.ins}, об {guest.prep}, ко {guest.dat}", "с Петром Образцовым, о Петре Образцове, к Петру Образцову", given("guest", "Пётр Образцов")},
		{"ru", "о {event.prep}; к {event.dat}; в {event.prep}", "об объединённом штабе; к объединённому штабу; в объединённом штабе", given("event", "объединённый штаб")},
		{"ru", "к {date.day}\u00a0с\u00a0{date}", "ко 2 сентября\u00a0со\u00a02 сентября 2024 года", given("date", "02.09.2024")},
		{"ru", "в {place.prep}, с {place.ins}", "во Вьетнаме, с Вьетнамом", given("place", "Вьетнам")},
		{"ru", "с[ {guest.ins}] {place.ins}", "со Швецией", given("place", "Швеция")},
		{"en", "с {guest}", "с Станислав Пробный", given("guest", "Станислав Пробный")},
		{"ru", "{stage}", "два", given("stage", "два")},
		{"ru", "{event.gen}", "рабочей встречи", given("event", "рабочая встреча")},
		{"en", "{event.gen}", "meeting", given("event", "meeting")},

		{"ru", "{guest}; {guest.ins}; {guest.name.ins}; {guest.short.ins}", "Иван Пробный; Иваном-свет Пробным; Иваном-свет Пробным; И. Пробным", ivan},
		{"ru", "{guest.full}; {guest.full.ins}; {guest.post}; {guest.post.ins}", "президент Совета Иван Пробный; Президентом-свет Совета Иваном-свет Пробным; президент Совета; Президентом-свет Совета", ivan},
		{"en", "{guest}; {guest.short}; {guest.full}; {guest.post}; {guest.name}", "Ivan Probny; I. Probny; Ivan Probny, President of the Council; President of the Council; Ivan Probny", ivan},
		{"en", "{guest.full}", "член Совета Ivan Probny", given("guest", "Иван Пробный", "date", "01.12.2020")},
		{"ru", "{guest.full.dat}", "министру юстиции Ивану Пробному", given("guest", "Иван Пробный", "date", "15.10.2020")},
		{"ru", "{guest.full.dat}", "члену Совета Ивану Пробному", given("guest", "Иван Пробный", "date", "16.10.2020")},
		{"ru", "{guest.full.dat}", "гостю Совета Ивану Пробному", given("guest", "Иван Пробный", "date", "01.01.2021")},
		{"ru", "{guest.full.dat}", "Ивану Пробному", given("guest", "Иван Пробный", "date", "01.01.2017")},
		{"ru", "{guest.full}", "президент Совета Иван Пробный", given("guest", "Иван Пробный")}, // without a date: what holds still
		{"ru", "{guest}; {guest.ins}; {guest.name}", "министр юстиции Иван Пробный; министром юстиции Иваном-свет Пробным; Иван Пробный", given("guest", "министр юстиции Иван Пробный", "date", "05.05.2024")},
		{"ru", "{guest.name}; {guest.name.dat}", "епископ Пробский Матфей; епископу Пробскому Матфею", given("guest", "епископ Пробский Матфей")},
		{"ru", "{guest.name}; {guest.name.gen}", "королева Дании Мэри; королевы Дании Мэри", given("guest", "королева Дании Мэри")},
		{"ru", "{guest.name}", "Назгуль", given("guest", "тренер Назгуль")},
		{"ru", "{guest.ins}", "Президентом-свет Совета Иваном-свет Пробным", given("guest", "президент Совета Иван Пробный")},
		{"en", "{guest}", "Ivan Probny, Minister of Justice", given("guest", "министр юстиции Иван Пробный")},
		{"ru", "{guest.short.gen}; {guest.full.gen}; {guest.post}", "С. Тихой; Светланы Тихой;", given("guest", "Светлана Тихая")},
		{"en", "{guest.short}; {guest.full}", "С. Тихая; Светлана Тихая", given("guest", "Светлана Тихая")},
		{"ru", "{present.ins}; {present.short}", "Иваном-свет Пробным, Анной Озеровой и секретарём Петром Образцовым; И. Пробный, А. Озерова и П. Образцов", given("present", "Иван Пробный;Анна Озерова\n\n секретарь Пётр Образцов ;")},
		{"en", "{present}", "Ivan Probny and Анна Озерова", given("present", "Иван Пробный\nАнна Озерова")},
		{"ru", "{present.full}", "президент Совета Иван Пробный", given("present", "Иван Пробный")},

		{"ru", "{guest:был/была/было/были}", "была", given("guest", "министр Анна Озерова")},
		{"ru", "{guest:был/была/было/были}", "был", given("guest", "Иван Пробный")},
		{"ru", "{present:был/была/было/были}", "была", given("present", "Анна Озерова")},
		{"ru", "{present:был/была/было/были}", "были", given("present", "Анна Озерова; Иван Пробный")},
		{"ru", "{event:был/была/было/были}", "было", given("event", "заседание")},
		{"ru", "{event:был/была/было/были}", "были", given("event", "переговоры")},
		{"ru", "{event:был/была/было/были}", "был", given("event", "брифинг")},
		{"ru", "{empty:был/была/было/были}", "", nil},
		{"ru", "{needed:был/была/было/были}", "[укажите: был/была/было/были]", nil},
		{"ru", "{needed:был/была/было/были} {needed}", "был [укажите: needed]", nil},
		{"ru", "{needed:подъём/подъём/подъём/подъёмы}", "[укажите: подъём/подъёмы]", nil},

		{"ru", "{needed}, {needed.gen}", "[укажите: needed], [укажите: needed]", nil},
		{"ru", "{usual}; {event}", "обычное; [укажите: event]", nil},
		{"ru", "{usual}[; {event}]", "обычное", nil},
		{"ru", "{usual}", "иное", given("usual", "  иное\t")},
		{"ru", "{usual}", "обычное", given("usual", "   ")},
		{"ru", "Раз[ и {event}][, {empty}], {event}", "Раз и мир, мир", given("event", "мир")},
		{"ru", "Раз[ и {event}][, {empty}]!", "", nil}, // nothing but empty blanks
		{"ru", "[Раз]", "Раз", nil},
		{"ru", "Раз[ и {needed}]", "Раз и [укажите: needed]", nil},
		{"ru", "[[{event}]] }}{{ {{нет}}", "[мир] }{ {нет}", given("event", "мир")},
		{"ru", " {event} ", "мир", given("event", "мир")},
		{"ru", "{unknown}", "{unknown}", nil},
	} {
		f := newFilling(Office{Registers: bureau()}, Template{Name: "try", Language: tt.language, Fields: blanks, Date: "{date}"}, tt.values)
		if got := f.text(tt.pattern); got != tt.want {
			t.Errorf("%s %s of %v:\ngot  %s\nwant %s", tt.language, tt.pattern, tt.values, got, tt.want)
		}
	}
}

// A form that the person corrected stands where that form is asked for, in
// full; an empty one corrects nothing.
func TestCorrectedForms(t *testing.T) {
	for _, tt := range []struct{ pattern, form, want string }{
		{"{guest.ins}", "Анною Озеровою", "Анною Озеровою"},
		{"{guest.full.ins}", "Анною Озеровою", "Анною Озеровою"},
		{"{guest.gen}", "Анною Озеровою", "Анны Озеровой"},
		{"{guest.short.ins}", "Анною Озеровою", "А. Озеровой"},
		{"{guest.name.ins}", "Анною Озеровою", "Анной Озеровой"},
		{"{guest.ins}", "", "Анной Озеровой"},
	} {
		f := filling{template: Template{Name: "try", Language: "ru", Fields: blanks}, values: map[string]Value{"guest": {Text: "Анна Озерова", Forms: grammar.Forms{grammar.Instrumental: tt.form}}}}
		if got := f.text(tt.pattern); got != tt.want {
			t.Errorf("%s with %q: %s, not %s", tt.pattern, tt.form, got, tt.want)
		}
	}
}

// A text that begins with a placeholder begins with a capital all the same;
// one that is still to be filled stays as it must be found.
func TestSentencesBeginWithACapital(t *testing.T) {
	f := filling{template: Template{Name: "try", Language: "ru", Fields: blanks}, values: map[string]Value{"event": {Text: "мир дому"}}}
	for pattern, want := range map[string]string{
		"{event} тут": "Мир дому тут", "[{event}] тут": "Мир дому тут", "вот {event}": "вот мир дому", "{needed} тут": "[укажите: needed] тут", "{empty}": "", "[{empty}]да {event}": "Да мир дому", "": "", "{{x}} тут": "{x} тут",
	} {
		if got := f.sentence(pattern); got != want {
			t.Errorf("%s: %q, not %q", pattern, got, want)
		}
	}
}

// Initials at the end of a name end no sentence, unless the template ends it there.
func TestNoSentenceEndsInInitials(t *testing.T) {
	f := filling{template: Template{Name: "try", Language: "ru", Fields: blanks}, values: map[string]Value{"event": {Text: "мир дому"}, "guest": {Text: "Пробный И.П."}}}
	for pattern, want := range map[string]string{
		"И {guest.ins} {event}": "И Пробным И.П. мир дому", "И {guest}. {event}": "И Пробный И.П. Мир дому", "И {guest}, {event}.": "И Пробный И.П., мир дому.",
	} {
		if got := f.text(pattern); got != want {
			t.Errorf("%s: %q, not %q", pattern, got, want)
		}
	}
	for text, want := range map[string]bool{"": false, "И": false, ".": false, "И.": true, "И.П.": true, "США.": false, "дому.": false, "в.": false, "Пробный-Н.": true} {
		if got := endsInInitial(text); got != want {
			t.Errorf("%q: %t", text, got)
		}
	}
}

func TestGuessesAreToldOnce(t *testing.T) {
	tmpl := Template{Name: "try", Language: "ru", Headline: "С {guest.ins} и {guest.ins}, о {guest.prep}", Lead: "{guest}", Fields: blanks}
	filled, err := tmpl.Fill(Office{}, map[string]Value{"guest": {Text: "Юрий Кравец"}})
	want := []Guess{{"guest", "Юрий Кравец", "Юрием Кравцом"}, {"guest", "Юрий Кравец", "Юрии Кравце"}}
	if err != nil || !reflect.DeepEqual(filled.Guesses, want) {
		t.Errorf("got %+v, %v", filled.Guesses, err)
	}
	tmpl.Language = "en"
	want = []Guess{{"guest", "Юрий Кравец", "Юрий Кравец"}} // nobody has told how he is written
	if filled, err = tmpl.Fill(Office{}, map[string]Value{"guest": {Text: "Юрий Кравец"}}); err != nil || !reflect.DeepEqual(filled.Guesses, want) {
		t.Errorf("in English: %+v, %v", filled.Guesses, err)
	}
}

// The release's date is that of the field that the template names for it.
func TestTheDateOfARelease(t *testing.T) {
	tmpl := Template{Name: "try", Language: "ru", Date: "{until}", Fields: []Field{{Name: "from", Kind: Date}, {Name: "until", Kind: Date, Default: "2024-09-11"}}}
	for text, want := range map[string]string{"": "2024-09-11", "12.09.2024": "2024-09-12"} {
		filled, err := tmpl.Fill(Office{}, map[string]Value{"from": {Text: "01.01.2020"}, "until": {Text: text}})
		if err != nil || filled.Release.Date.String() != want {
			t.Errorf("%q: %v, %v", text, filled.Release.Date, err)
		}
	}
	tmpl.Date = ""
	if filled, err := tmpl.Fill(Office{}, map[string]Value{"from": {Text: "01.01.2020"}}); err != nil || !filled.Release.Date.IsZero() {
		t.Errorf("%v, %v", filled.Release.Date, err)
	}
}

func TestFieldErrors(t *testing.T) {
	tmpl := parse(t)
	for name, tt := range map[string]struct {
		values map[string]Value
		want   FieldError
	}{
		"no such field":        {map[string]Value{"gast": {Text: "x"}}, FieldError{"try", "gast", "x", "date, place, guest, topic, stage"}},
		"no such empty field":  {map[string]Value{"gast": {}}, FieldError{"try", "gast", "", "date, place, guest, topic, stage"}},
		"no such option":       {map[string]Value{"stage": {Text: "середина"}}, FieldError{"try", "stage", "середина", "начало, конец"}},
		"no date":              {map[string]Value{"date": {Text: "вчера"}}, FieldError{"try", "date", "вчера", "11.09.2024"}},
		"the first of the bad": {map[string]Value{"stage": {Text: "x"}, "date": {Text: "y"}}, FieldError{"try", "date", "y", "11.09.2024"}},
	} {
		got, err := tmpl.Fill(Office{}, tt.values)
		var field *FieldError
		if !errors.As(err, &field) || *field != tt.want || !reflect.DeepEqual(got, Filled{}) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := tmpl.Fill(Office{}, map[string]Value{"stage": {}, "date": {}}); err != nil {
		t.Errorf("empty ones are none: %v", err)
	}
}

// How a placeholder is written, and what it may ask of which field.
func TestReadingPlaceholders(t *testing.T) {
	for source, want := range map[string]string{
		"{guest}": "guest nom  true", "{guest.ins}": "guest ins  true", "{guest.тв}": "guest ins  true", "{guest.ins.full}": "guest ins full true", "{guest.full.ins}": "guest ins full true",
		"{guest.full}": "guest nom full true", "{guest.ins.gen}": "guest ins  false", "{guest.full.name}": "guest nom full false", "{guest.ins.full.name}": "guest ins full false",
		"{}": " nom  false", "{Guest}": "Guest nom  false", "{guest.}": "guest nom  true", "{a_1}": "a_1 nom  true", "{имя}": "имя nom  false",
		"{guest:а/б/в/г}": "guest nom  true а б в г", "{guest:а/б/в}": "guest nom  false а б в", "{guest:а/б/в/г/д}": "guest nom  false а б в г д", "{Гость:а/б/в/г}": "Гость nom  false а б в г", "{guest:///}": "guest nom  true    ",
	} {
		p := read(source)
		got := fmt.Sprintf("%s %s %s %t", p.field, p.form, p.word, p.ok)
		if p.agreeing != nil {
			got += " " + strings.Join(p.agreeing, " ")
		}
		if got != want || p.source != source {
			t.Errorf("%s: %q", source, got)
		}
	}
	fits := map[FieldKind]string{
		Text: "{x} {x.gen} {x.in}", Choice: "{x}", Date: "{x} {x.gen} {x.short} {x.day} {x.span} {x.weekday} {x.on} {x.weekday.gen}", Place: "{x} {x.gen} {x.in}", Person: "{x} {x.gen} {x.full} {x.name} {x.short} {x.post} {x.full.gen}",
		People: "{x} {x.gen} {x.full} {x.name} {x.short} {x.full.gen}", Organisation: "{x} {x.gen} {x.short}",
	}
	for kind, taken := range fits {
		for _, source := range strings.Fields("{x} {x.gen} {x.short} {x.day} {x.span} {x.weekday} {x.on} {x.weekday.gen} {x.in} {x.full} {x.name} {x.post} {x.full.gen} {x.word}") {
			want := strings.Contains(" "+taken+" ", " "+source+" ") || source == "{x.weekday.gen}" && kind == Date
			if got := read(source).fits(Field{Name: "x", Kind: kind}); got != want {
				t.Errorf("%s of a %s: %t", source, kind, got)
			}
		}
	}
	for kind, want := range map[FieldKind]string{
		Choice: "{x}", Place: "{x}, {x.in}, {x.gen}, {x.dat}, {x.acc}, {x.ins}, {x.prep}", Text: "{x}, {x.in}, {x.the}, {x.bare}, {x.clock}, {x.gen}, {x.dat}, {x.acc}, {x.ins}, {x.prep}",
	} {
		if got := (Field{Name: "x", Kind: kind}).placeholders(); got != want {
			t.Errorf("a %s takes %s", kind, got)
		}
	}
}

func TestScanAndPieces(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "а {b} в {c.gen}": "{b} {c.gen}", "{{b}} {c}": "{c}", "{{{b}}}": "{b}", "}} {b}": "{b}", "{b": "{b", "а {b {c}": "{b {c}", "{b}{c}": "{b} {c}",
	} {
		var got []string
		for _, p := range scan(text) {
			if text[p.start:p.end] != p.source {
				t.Errorf("%s: %s stands at %q", text, p.source, text[p.start:p.end])
			}
			got = append(got, p.source)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q", text, got)
		}
	}
	for text, want := range map[string]string{
		"": "|", "а": "а|", "а[б]в": "а|б?в|", "[б]": "|б?|", "[[б]]": "[б]|", "а[б][в]": "а|б?|в?|", "[а[[б]]в]": "|а[б]в?|",
	} {
		parts, ok := pieces(text)
		var got strings.Builder
		for _, p := range parts {
			got.WriteString(p.text + map[bool]string{true: "?", false: "|"}[p.conditional])
		}
		if got.String() != want || !ok {
			t.Errorf("%s: %s, %t", text, got.String(), ok)
		}
	}
	for _, text := range []string{"[", "]", "а[б", "а]б", "[а[б]в]", "[а]]", "[а]б]", "а][б"} {
		if _, ok := pieces(text); ok {
			t.Errorf("%s has its partners", text)
		}
	}
}

func TestPersonsOfAList(t *testing.T) {
	for text, want := range map[string]string{
		"": "", " ; \n": "", "а": "а", "а;б": "а|б", " а \nб;в ": "а|б|в", "а, б": "а, б", "Анна Озерова,\nПётр Образцов.": "Анна Озерова|Пётр Образцов",
		"Анна Озерова и Пётр Образцов": "Анна Озерова|Пётр Образцов", "Министр обороны Анна Озерова, начальник штаба Пётр Образцов и Иван Иванов": "Министр обороны Анна Озерова|начальник штаба Пётр Образцов|Иван Иванов",
		"Министр иностранных дел и торговли Анна Озерова": "Министр иностранных дел и торговли Анна Озерова", "Россия и Беларусь": "Россия и Беларусь",
		"Образцов П.": "Образцов П.", "Анна Озерова, Министр обороны": "Анна Озерова, Министр обороны",
	} {
		if got := strings.Join((&filling{template: Template{Language: "ru"}}).persons(text), "|"); got != want {
			t.Errorf("%q: %s", text, got)
		}
	}
}

// What is wrong with a template is told with its line and what would be right.
func TestTemplateErrors(t *testing.T) {
	for name, tt := range map[string]struct {
		from, to string
		want     Error
	}{
		"no name":              {`name = "try"`, `name = ""`, Error{"", 1, "name", `name = "…"`}},
		"no title":             {`title = "Проба"`, `title = ""`, Error{"try", 2, "title", `title = "…"`}},
		"no language":          {`language = "ru"`, `language = ""`, Error{"try", 3, "language", `language = "…"`}},
		"a name with a space":  {`name = "try"`, `name = "a b"`, Error{"a b", 1, "a b", "a–z, 0–9, _, -"}},
		"a path":               {`name = "try"`, `name = "a/b"`, Error{"a/b", 1, "a/b", "a–z, 0–9, _, -"}},
		"a kind":               {`kind = "meeting"`, `kind = "party"`, Error{"try", 4, "party", "news, meeting, exercise, statement, announcement, congratulation, condolence, comment"}},
		"a field's kind":       {`kind = "person"`, `kind = "animal"`, Error{"try", 25, "animal", "text, date, time, place, person, people, organisation, choice"}},
		"a field's name":       {`name = "topic"`, `name = "Topic"`, Error{"try", 30, "Topic", "a–z, 0–9, _"}},
		"no options":           {`options = ["начало", "конец"]`, "", Error{"try", 35, "stage", `options = ["…"]`}},
		"a block's kind":       {`kind = "quotation"`, `kind = "song"`, Error{"try", 46, "song", "paragraph, subheading, quotation, list, table, rule"}},
		"no title at all":      {`title = "Проба"`, "", Error{"try", 0, "title", `title = "…"`}},
		"no kind of a field":   {`kind = "person"`, "", Error{"try", 0, "", "text, date, time, place, person, people, organisation, choice"}},
		"an unknown field":     {`"{topic}"` + "\nspeaker", `"{tropic}"` + "\nspeaker", Error{"try", 47, "{tropic}", "{date}, {place}, {guest}, {topic}, {stage}"}},
		"a speaker's":          {`speaker = "{guest}"`, `speaker = "{guest.on}"`, Error{"try", 48, "{guest.on}", "{guest}, {guest.full}, {guest.name}, {guest.short}, {guest.post}, {guest.gen}, {guest.dat}, {guest.acc}, {guest.ins}, {guest.prep}"}},
		"a tag's":              {`"{topic}"]`, `"{tropic}"]`, Error{"try", 9, "{tropic}", "{date}, {place}, {guest}, {topic}, {stage}"}},
		"the date's":           {`date = "{date}"`, `date = "{day}"`, Error{"try", 6, "{day}", "{date}, {place}, {guest}, {topic}, {stage}"}},
		"the place's":          {`place = "{place}"`, `place = "{where}"`, Error{"try", 7, "{where}", "{date}, {place}, {guest}, {topic}, {stage}"}},
		"a bracket in a text":  {`"Этап: {stage}."`, `"Этап: [{stage}."`, Error{"try", 43, "Этап: [{stage}.", "[…], [[, ]]"}},
		"a choice in its case": {"{stage}.", "{stage.gen}.", Error{"try", 43, "{stage.gen}", "{stage}"}},
	} {
		t.Run(name, func(t *testing.T) {
			text := strings.Replace(head, tt.from, tt.to, 1)
			got, err := Parse([]byte(text))
			var own *Error
			if text == head || !errors.As(err, &own) || *own != tt.want || !reflect.DeepEqual(got, Template{}) {
				t.Errorf("got %#v", err)
			}
		})
	}
	for name, change := range map[string][2]string{"a hyphen and a figure": {`name = "try"`, `name = "try-2_a"`}, "capitals in a language": {`language = "ru"`, `language = "sr-Latn"`}} {
		if _, err := Parse([]byte(strings.Replace(head, change[0], change[1], 1))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSample(t *testing.T) {
	tmpl := Template{Fields: []Field{
		{Name: "date", Kind: Date},
		{Name: "place", Kind: Place},
		{Name: "person", Kind: Person},
		{Name: "people", Kind: People},
		{Name: "org", Kind: Organisation},
		{Name: "text", Kind: Text},
		{Name: "choice", Kind: Choice, Options: []string{"раз", "два"}, Hint: "какой"},
		{Name: "hint", Kind: Place, Hint: "Ош"},
		{Name: "usual", Kind: Choice, Default: "два", Options: []string{"раз", "два"}},
	}}
	for name, want := range map[string]string{
		"date": "11.09.2024", "place": "Бишкек", "person": "Иван Пробный", "people": "Иван Пробный\nАнна Озерова", "org": "Совет пробных государств", "text": "…", "choice": "раз", "hint": "Ош", "usual": "два",
	} {
		if got := tmpl.Sample()[name].Text; got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	if len(tmpl.Sample()) != 9 {
		t.Errorf("got %v", tmpl.Sample())
	}
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, tmpl := range set {
		if _, err := tmpl.Fill(Office{}, tmpl.Sample()); err != nil {
			t.Errorf("%s/%s: %v", tmpl.Language, tmpl.Name, err)
		}
	}
}

// TestSeveralOfTheEast: names whose bearers' gender nothing tells are people all the same.
func TestSeveralOfTheEast(t *testing.T) {
	f := newFilling(Office{}, Template{Language: "ru"}, nil)
	for text, want := range map[string]int{"Ким Ён Сун и Цой Анна": 2, "Ван И и Анна Озерова": 2, "Ли Вэй": 1, "мир и дружба": 1, "Мир и Дружба народов": 1} {
		if got := f.persons(text); len(got) != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// Names in a row are joined as each language joins them; what the registers do not tell in it is
// a guess, and whatever declines is left to the person.
func TestOtherLanguagesJoinNames(t *testing.T) {
	for language, want := range map[string]string{
		"kk": "А Б, В Г және Д Е", "ky": "А Б, В Г жана Д Е", "tg": "А Б, В Г ва Д Е", "hy": "А Б, В Г և Д Е",
		"be": "А Б, В Г і Д Е", "uz": "А Б, В Г va Д Е", "uz-Cyrl": "А Б, В Г ва Д Е", "ka": "А Б, В Г, Д Е",
	} {
		tmpl := Template{Language: language, Lead: "{present}", Fields: blanks}
		filled, err := tmpl.Fill(Office{}, map[string]Value{"present": {Text: "А Б\nВ Г\nД Е"}})
		if got := filled.Release.Lead; err != nil || got != want || len(filled.Guesses) != 3 {
			t.Errorf("%s: %q, %v, %v", language, got, filled.Guesses, err)
		}
	}
}

// A list of surnames is of several people; a list of words that are no names is not.
func TestListsOfSurnames(t *testing.T) {
	for text, want := range map[string]int{
		"Пробный, Озерова, Бидна": 3, "Пробный и Озерова": 2, "Озерова": 1, "Мир, Труд, Озерова": 1, "Армения, Казахстан": 1, "Вода, Газ": 1, "Скид, Бидна": 1,
	} {
		f := newFilling(Office{}, Template{Language: "ru"}, nil)
		if got := f.persons(text); len(got) != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// TestComplementTwice: what a value says already of what it is has no second one behind it unmarked.
func TestComplementTwice(t *testing.T) {
	tmpl, err := Parse([]byte("name = \"x\"\ntitle = \"X\"\nlanguage = \"ru\"\nkind = \"news\"\nheadline = \"{which} {of.gen}\"\n" +
		"[[fields]]\nname = \"which\"\nkind = \"text\"\nlabel = \"W\"\n[[fields]]\nname = \"of\"\nkind = \"text\"\nlabel = \"O\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		which, of, want string
		guesses         int
	}{
		{"35-летие", "подписание Договора", "35-летие подписания Договора", 0},
		{"полувековой юбилей", "университет", "Полувековой юбилей университета", 0},
		{"35-летие университета", "университет", "35-летие университета", 0},
		{"35-летие университета", "конференция", "35-летие университета конференции", 1},
	} {
		filled, err := tmpl.Fill(Office{}, map[string]Value{"which": {Text: tt.which}, "of": {Text: tt.of}})
		if err != nil {
			t.Fatal(err)
		}
		if filled.Release.Headline != tt.want || len(filled.Guesses) != tt.guesses {
			t.Errorf("%s: %q, %v", tt.which, filled.Release.Headline, filled.Guesses)
		}
	}
}
