package proof

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"communique/editor/release"
)

// sound is a release in which there is nothing to find.
func sound() release.Release {
	r := release.New("ru")
	r.Headline = "Встреча в Пробном"
	r.Lead, r.Place = "11 сентября 2024 года в Пробном состоялась встреча.", "Пробный"
	r.Date, _ = release.NewDate(2024, 9, 11)
	r.Blocks = []release.Block{{Kind: release.Paragraph, Text: "Стороны обсудили ход работ."}}
	r.Contacts = []release.Contact{{
		Name:   "Иван Пробный",
		Phones: []release.PhoneNumber{{Number: "+7-000-000-00-01", Kind: release.Phone}},
	}}
	return r
}

// body is a sound release with these paragraphs.
func body(texts ...string) release.Release {
	r := sound()
	r.Blocks = nil
	for _, text := range texts {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: text})
	}
	return r
}

// told writes findings one a line: code, level, field, block, start–end, text.
func told(found []Finding) []string {
	lines := []string{}
	for _, f := range found {
		lines = append(lines, fmt.Sprintf("%s %s %s %d %d–%d %s", f.Code, f.Level, where(f), f.Index, f.Start, f.End, f.Text))
	}
	return lines
}

func TestCheckOrder(t *testing.T) {
	r := body("Дата 26.10.2021В тексте и ХХХ.", "Речь: «без конца", "И [вставить имя] до конц")
	r.Headline, r.Lead, r.Contacts = " ", "", nil
	r.Blocks[1].Kind, r.Blocks[1].Speaker = release.Quotation, "{host}"
	r.Boilerplate = "О Совете: ___"
	r.Repairs = []release.Repair{{Code: DateGlued, Text: "26.10.202126 октября"}}
	want := []string{
		"date-glued hint repairs -1 0–0 26.10.202126 октября",
		"headline-missing block headline -1 0–0 ",
		"lead-missing block lead -1 0–0 ",
		"date-glued block blocks 0 5–16 26.10.2021В",
		"placeholder-left block blocks 0 26–29 ХХХ",
		"quotes-unbalanced warning blocks 1 6–7 «",
		"placeholder-left block speaker 1 0–6 {host}",
		"placeholder-left block blocks 2 2–16 [вставить имя]",
		"text-cut-off warning blocks 2 20–24 конц",
		"placeholder-left block boilerplate -1 10–13 ___",
		"contact-missing warning contacts -1 0–0 ",
	}
	if got := told(Check(r, Params{})); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestFact(t *testing.T) {
	for _, tt := range []struct {
		f    Finding
		name string
		args map[string]any
	}{
		{Finding{Code: DateGlued, TextID: release.TextID{Field: release.LeadField}, Text: "x"}, "finding-date-glued", map[string]any{"Text": "x", "Put": "", "Other": ""}},
		{OfRepair(release.Repair{Code: DateGlued, Text: "x", Line: 3}), "finding-date-glued-repaired", map[string]any{"Text": "x", "Put": "", "Count": 1, "Where": Origin{Line: 3}}},
		{OfRepair(release.Repair{Code: "lost-struck", Text: "4"}), "finding-lost-struck", map[string]any{"Text": "…", "Put": "", "Count": 4, "Where": Origin{}}}, // of an older file
		{OfRepair(release.Repair{Code: "lost-struck", Text: "4", Count: 2}), "finding-lost-struck", map[string]any{"Text": "4", "Put": "", "Count": 2, "Where": Origin{}}},
	} {
		name, args := tt.f.Fact()
		if name != tt.name || !reflect.DeepEqual(args, tt.args) {
			t.Errorf("got %s %v, want %s %v", name, args, tt.name, tt.args)
		}
	}
}

func TestUnreadFieldsBlock(t *testing.T) {
	r := sound()
	r.Unread = []release.Unread{{Field: release.DateField, Text: "31.06.2024"}, {Field: release.EmbargoField, Text: "11.09.2027 12:00"}}
	found := Blocking(Check(r, Params{}))
	want := []Finding{
		{Code: FieldUnread, Level: Blocks, TextID: release.TextID{Field: release.EmbargoField}, Index: -1, End: 16, Text: "11.09.2027 12:00"},
		{Code: FieldUnread, Level: Blocks, TextID: release.TextID{Field: release.DateField}, Index: -1, End: 10, Text: "31.06.2024"},
	}
	if !slices.Equal(found, want) {
		t.Fatalf("got %+v", found)
	}
	for i, name := range []string{"finding-unread-embargo-zone", "finding-unread-date"} {
		if got, args := found[i].Fact(); got != name || args["Text"] != found[i].Text {
			t.Errorf("got %s %v", got, args)
		}
	}
	r.Unread[1].Text = "11.09.2027 12:00 МСК" // it was written by a program that could not read it
	if got, _ := Check(r, Params{})[0].Fact(); got != "finding-field-unread" {
		t.Errorf("got %s", got)
	}
	if r = sound(); len(Blocking(Check(r, Params{}))) != 0 {
		t.Error("a sound release is blocked")
	}
}

func TestContact(t *testing.T) {
	phone := func(number string) []release.PhoneNumber { return []release.PhoneNumber{{Number: number}} }
	tests := map[string]struct {
		contacts []release.Contact
		missing  bool
	}{
		"none":              {nil, true},
		"only a name":       {[]release.Contact{{Name: "Иван Пробный", Site: "council.example"}}, true},
		"an empty number":   {[]release.Contact{{Phones: phone(" ")}}, true},
		"a phone":           {[]release.Contact{{Phones: phone("+7-000-000-00-01")}}, false},
		"an e-mail address": {[]release.Contact{{Email: "press@council.example"}}, false},
		"the second":        {[]release.Contact{{Name: "Иван Пробный"}, {Email: "press@council.example"}}, false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := sound()
			r.Contacts = tt.contacts
			if got := len(Check(r, Params{})) > 0; got != tt.missing {
				t.Errorf("got %v", told(Check(r, Params{})))
			}
		})
	}
}

func TestLeftovers(t *testing.T) {
	tests := map[string]struct {
		text string
		want []string // the pieces found
	}{
		"Latin letters":        {"Встреча с XXX прошла.", []string{"XXX"}},
		"Cyrillic letters":     {"Встреча с ХХХХ прошла.", []string{"ХХХХ"}},
		"both scripts":         {"Встреча с XХX прошла.", []string{"XХX"}},
		"small letters":        {"Встреча с ххх прошла.", []string{"ххх"}},
		"in a phone number":    {"Телефон +7-XXX-XXX-00-01.", []string{"XXX", "XXX"}},
		"a Roman number":       {"Глава XXXIV открыта.", nil},
		"a Roman jubilee":      {"Отметили ХХХ-летие Совета.", nil},
		"a Roman session":      {"Открылась XXX сессия Совета.", nil},
		"a size":               {"Размер XXXL остался.", nil},
		"a blank":              {"Подпись «___» сентября.", []string{"___"}},
		"a rule":               {strings.Repeat("_", 57), nil},
		"a rule between lines": {"Раз.\n" + strings.Repeat("_", 57) + "\nДва.", nil},
		"a signature's line":   {strings.Repeat("_", 30) + " Иван Пробный.", []string{strings.Repeat("_", 30)}},
		"a template's field":   {"Встреча с {guest} и {host.ins}.", []string{"{guest}", "{host.ins}"}},
		"a field in Russian":   {"Встреча с {гость.тв}.", []string{"{гость.тв}"}},
		"braces":               {"Множество { раз, два }.", nil},
		"a note":               {"Сказал [вставить цитату].", []string{"[вставить цитату]"}},
		"a note in English":    {"He said [insert quote here].", []string{"[insert quote here]"}},
		"a name of a blank":    {"Сказал [Имя, фамилия].", []string{"[Имя, фамилия]"}},
		"a remark":             {"On [date of birth withheld] and [placed later].", nil},
		"to come":              {"The figure is TK and TKTK.", []string{"TK", "TKTK"}},
		"a company":            {"TK Sample and TK-12 and ATK.", nil},
		"Cyrillic TK":          {"Статья 5 ТК изменена.", nil},
		"question marks":       {"Сумма ??? сомони. Что???", []string{"???"}},

		"date and date":            {"Пробный 26.10.202126 октября прошло.", []string{"26.10.202126 октября"}},
		"date and word":            {"26.10.2021В Пробном.", []string{"26.10.2021В"}},
		"date and no-break space":  {"26.10.20215\u00a0ноября.", []string{"26.10.20215\u00a0ноября"}},
		"date and time":            {"26.10.202110:30 начало.", []string{"26.10.202110:30"}},
		"date and year sign":       {"С 26.10.2021г. и 27.10.2021года.", nil},
		"date and Гости":           {"26.10.2021Гости прибыли.", []string{"26.10.2021Гости"}},
		"date by itself":           {"26.10.2021, 1.11.2021 и 2021-10-26.", nil},
		"date and full stop":       {"Прошло 26.10.2021.", nil},
		"no date":                  {"Код 45.13.2021А и 1.26.10.2021В.", nil},
		"document number and date": {"№ 12326.10.2021А.", nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, f := range Blocking(Check(body(tt.text, "Конец."), Params{})) {
				if f.Level != Blocks {
					t.Errorf("%s does not block issue", f.Code)
				}
				piece := string([]rune(tt.text)[f.Start:f.End])
				if piece != f.Text {
					t.Errorf("at %d–%d stands %q, told %q", f.Start, f.End, piece, f.Text)
				}
				got = append(got, piece)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestPlaceholderInEveryField(t *testing.T) {
	r := release.Release{
		Headline: "XXX", Subheadline: "XXX", Place: "XXX", Lead: "XXX.", Boilerplate: "XXX", Tags: []string{"XXX"},
		Blocks: []release.Block{{Kind: release.Quotation, Text: "XXX.", Speaker: "XXX"}},
		Contacts: []release.Contact{{
			Name: "XXX", Post: "XXX", Organisation: "XXX", Email: "XXX", Site: "XXX", Phones: []release.PhoneNumber{{Number: "XXX"}},
		}},
	}
	var fields []string
	for _, f := range Check(r, Params{}) {
		if f.Code == PlaceholderLeft {
			fields = append(fields, where(f))
		}
	}
	want := strings.Fields("headline subheadline place lead blocks speaker boilerplate tags " + strings.Repeat("contacts ", 6))
	if !slices.Equal(fields, want) {
		t.Errorf("got %v, want %v", fields, want)
	}
	r = sound()
	r.Notes = "XXX" // never leaves the office
	if found := Check(r, Params{}); len(found) > 0 {
		t.Errorf("notes: %v", told(found))
	}
}

func TestQuotes(t *testing.T) {
	tests := map[string]struct {
		texts []string
		want  []string // block:code point of each mark alone
	}{
		"pairs":                       {[]string{"«А» и „Б“ и “C” и \"D\"."}, nil},
		"nested":                      {[]string{"«А „Б“ В»."}, nil},
		"nested alike":                {[]string{"«А «Б» и «В» Г»."}, nil},
		"not closed":                  {[]string{"Он сказал: «Мы идём дальше.", "Так и было."}, []string{"0:11"}},
		"not opened":                  {[]string{"Мы идём дальше», – сказал он."}, []string{"0:14"}},
		"straight, not closed":        {[]string{`Он сказал: "Мы идём.`}, []string{"0:11"}},
		"straight, glued":             {[]string{`Он сказал:"Да", и ушёл.`}, nil},
		"straight, nested":            {[]string{`"Завод "Рассвет".`}, nil},
		"straight, two in a row":      {[]string{`Суда "Раз" и "Два" и "Три.`}, []string{"0:21"}},
		"inches":                      {[]string{`Экран 5" и «экран 6" рядом».`}, nil},
		"number in quotes":            {[]string{`Дом "на 15" открыт.`}, nil},
		"curly the wrong way":         {[]string{"Судно “Пробное“ и ”Второе” вышли."}, nil},
		"dash before":                 {[]string{`Совет–"Рассвет" и ("Заря").`}, nil},
		"name in a name":              {[]string{"Компания «ГМК «Пробная» выросла."}, nil},
		"name after and":              {[]string{"Заводы «Раз и «Два» выросли вдвое за год."}, []string{"0:7"}},
		"speech that ends in a name":  {[]string{"«Мы посетили большой и очень важный для отрасли завод «Рассвет», – сказал он."}, nil},
		"speech around a name":        {[]string{"«Мы посетили большой и очень важный для отрасли завод «Рассвет» и остались довольны."}, []string{"0:0"}},
		"closed over another":         {[]string{"«А „Б В» и далее."}, []string{"0:3"}},
		"wrong partner":               {[]string{"«А” и далее."}, []string{"0:0", "0:2"}},
		"over paragraphs":             {[]string{"Он сказал: «Раз.", "Два с «именем».", "Три», – и ушёл."}, nil},
		"reopened":                    {[]string{"«Раз.", "«Два.", "«Три», – сказал он."}, nil},
		"reopened in English":         {[]string{"“One.", "“Two.", "“Three,” she said."}, nil},
		"reopened, straight":          {[]string{`He said, "One.`, `"Two."`}, nil},
		"reopened, never closed":      {[]string{"«Раз.", "«Два.", "Три."}, []string{"0:0"}},
		"not reopened":                {[]string{"Он сказал: «Раз.", "Он добавил.", "«Два», – сказал он."}, []string{"0:11"}},
		"two of which one is closed":  {[]string{"«Раз.", "Он: «Два.", "Три»."}, []string{"0:0"}},
		"other mark does not close":   {[]string{"Он: «Раз.", "Два”."}, []string{"0:4", "1:3"}},
		"closing only, empty between": {[]string{"«Раз.", "", "Два»."}, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, f := range Check(body(tt.texts...), Params{}) {
				if f.Code != QuotesUnbalanced {
					continue
				}
				got = append(got, fmt.Sprintf("%d:%d", f.Index, f.Start))
				mark := string([]rune(tt.texts[f.Index])[f.Start:f.End])
				if !strings.HasPrefix(f.Text, mark) {
					t.Errorf("at %d stands %q, told %q", f.Start, mark, f.Text)
				}
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestQuotesOfOtherFields(t *testing.T) {
	r := body("Завершение», – сказал он.")
	r.Headline = "Учение «Рубеж"
	r.Blocks = append([]release.Block{{Kind: release.Subheading, Text: "О «Рубеже"}}, r.Blocks...)
	got := told(Check(r, Params{}))
	want := []string{
		"quotes-unbalanced warning headline -1 7–8 «",
		"quotes-unbalanced warning blocks 0 2–3 «",
		"quotes-unbalanced warning blocks 1 10–11 »",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestCutOff(t *testing.T) {
	paragraph := func(texts ...string) (blocks []release.Block) { return body(texts...).Blocks }
	tests := map[string]struct {
		lead   string
		blocks []release.Block
		want   string // the word at the end, empty where the text is whole
	}{
		"in a word":           {"Лид.", paragraph("Раз.", "Подготовка юбилейной сессии Пробн"), "Пробн"},
		"after a comma":       {"Лид.", paragraph("Раз, два,"), "два,"},
		"after a colon":       {"Лид.", paragraph("В телеграмме говорится:"), "говорится:"},
		"trailing space":      {"Лид.", paragraph("Раз два \u00a0\n"), "два"},
		"no-break space":      {"Лид.", paragraph("в\u00a0Пробно"), "Пробно"},
		"one short line":      {"Лид.", paragraph("Раз.", "В ходе встречи"), "встречи"},
		"the lead itself":     {"Стороны обсуд", nil, "обсуд"},
		"empty last":          {"Лид.", paragraph("Стороны обсуд", " "), "обсуд"},
		"bracket":             {"Лид.", paragraph("Встреча прошла (Пробный)"), "(Пробный)"},
		"full stop":           {"Лид.", paragraph("Раз."), ""},
		"ellipsis":            {"Лид.", paragraph("Раз…"), ""},
		"closing quote":       {"Лид.", paragraph("Он сказал: «Раз»"), ""},
		"end in a bracket":    {"Лид.", paragraph("Раз (и два.)"), ""},
		"all in brackets":     {"Лид.", paragraph("(Продолжение следует)"), ""},
		"a list":              {"Лид.", []release.Block{{Kind: release.List, Text: "раз\nдва"}}, ""},
		"a subheading":        {"Лид.", []release.Block{{Kind: release.Subheading, Text: "Далее"}}, ""},
		"end sign":            {"Лид.", paragraph("Раз.", "###"), ""},
		"a date below":        {"Лид.", paragraph("Раз.", "11 сентября 2024 года"), ""},
		"a link below":        {"Лид.", paragraph("Раз.", "Подробнее: https://council.example/1"), ""},
		"an address below":    {"Лид.", paragraph("Раз.", "Запросы: press@council.example"), ""},
		"a signature":         {"Лид.", paragraph("Раз.", "Пресс-служба Совета"), ""},
		"a credit":            {"Лид.", paragraph("Раз.", "Photo Credit: Ministry of the Sample"), ""},
		"cut above signature": {"Лид.", paragraph("Раз дв", "Пресс-служба Совета"), "дв"},
		"no text at all":      {"", nil, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := sound()
			r.Lead, r.Blocks = tt.lead, tt.blocks
			got := ""
			for _, f := range Check(r, Params{}) {
				if f.Code != TextCutOff {
					continue
				}
				got = f.Text
				text := r.Lead
				if f.Index >= 0 {
					text = r.Blocks[f.Index].Text
				}
				if piece := string([]rune(text)[f.Start:f.End]); piece != got {
					t.Errorf("at %d–%d stands %q, told %q", f.Start, f.End, piece, got)
				}
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// FuzzCheck holds every finding to its place: Text begins there.
func FuzzCheck(f *testing.F) {
	f.Add("Он: «Раз.", "«Два\" ХХХ 26.10.2021В {a.b} [дата", true)
	f.Add("___\xff“”", "\"\"”TK", false)
	f.Fuzz(func(t *testing.T, lead, text string, heading bool) {
		r := release.Release{Lead: lead, Blocks: []release.Block{{Kind: release.Paragraph, Text: text}}}
		if heading {
			r.Headline = text
		}
		fields := map[string]string{"headline": r.Headline, "lead": lead, "blocks": text}
		for _, f := range Check(r, Params{}) {
			if f.Text == "" {
				continue
			}
			runes := []rune(fields[where(f)])
			if f.Start < 0 || f.End < f.Start || f.End > len(runes) {
				t.Fatalf("%v is not in %q", f, fields[where(f)])
			}
			if piece := string(runes[f.Start:f.End]); utf8.ValidString(f.Text) && !strings.HasPrefix(f.Text, piece) {
				t.Errorf("at %d–%d of %q stands %q, told %q", f.Start, f.End, fields[where(f)], piece, f.Text)
			}
		}
	})
}

// BenchmarkCheck takes 1 MB of text: of an ordinary release, and of marks made
// to be as slow as can be.
func BenchmarkCheck(b *testing.B) {
	const size = 1 << 20
	for name, text := range map[string]string{
		"ordinary":      "Стороны обсудили ход подготовки к сессии Совета, сообщает «Вестник» 26.10.2021 года. ",
		"opening marks": "«", "closing marks": "»", "mixed marks": "«“»", "straight marks": `" `,
		"brackets": "[вставить ", "opening brackets": "(а", "closing brackets": "а)", "braces": "{a.", "letters": "ХХ ", "dates": "26.10.2021 ",
	} {
		b.Run(name, func(b *testing.B) {
			r := body(strings.Repeat(text, size/len(text)))
			b.SetBytes(size)
			for b.Loop() {
				Check(r, Params{})
			}
		})
	}
}

// where names the text of a finding: a block's part, or the field.
func where(f Finding) string { return cmp.Or(string(f.Part), string(f.Field)) }
