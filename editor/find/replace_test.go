package find

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"communique/editor/document"
	"communique/editor/draft"
	"communique/editor/grammar"
	"communique/editor/release"
)

func TestLikeCase(t *testing.T) {
	for _, c := range [][3]string{
		{"МОСКВА", "Казань", "КАЗАНЬ"},
		{"Москва", "казань", "Казань"},
		{"москва", "Казань", "казань"},
		{"Москва", "Казань", "Казань"},
		{"министр", "МИД", "МИД"},
		{"Министр", "глава МИД", "Глава МИД"},
		{"МИНИСТР", "глава МИД", "ГЛАВА МИД"},
		{"Я", "мы", "Мы"},
		{"я", "Мы", "мы"},
		{"пресс-центр", "Зал Заседаний", "зал заседаний"},
		{"Новый Зал", "старый зал", "Старый зал"},
		{"iPhone", "телефон", "телефон"},
		{"«Москва»", "казань", "Казань"},
		{"5", "пять", "пять"},
		{"Москва", "", ""},
		{"Москва", "«казань»", "«Казань»"},
	} {
		if got := LikeCase(c[0], c[1]); got != c[2] {
			t.Errorf("%s for %s: %s, want %s", c[1], c[0], got, c[2])
		}
	}
}

func TestPlain(t *testing.T) {
	r := release.New("ru")
	r.Lead = "Москва, МОСКВА, москва"
	q := New("москва", Options{})
	for _, c := range []struct {
		with Replacement
		want string
	}{
		{Replacement{Words: "Казань"}, "Казань, Казань, Казань"},
		{Replacement{"Казань", true}, "Казань, КАЗАНЬ, казань"},
		{Replacement{}, ", , "},
	} {
		changes := q.Plain(r.Passages(), c.with)
		if got := made(t, r, changes).Lead; got != c.want {
			t.Errorf("%+v: %q", c.with, got)
		}
		if got := made(t, r, changes[1:2]).Lead; !strings.HasPrefix(got, "Москва, ") || !strings.HasSuffix(got, ", москва") {
			t.Errorf("one of them: %q", got)
		}
	}
}

// TestEveryTextIsReplaced puts words into each text that a release has, those without
// marks among them, and into one line.
func TestEveryTextIsReplaced(t *testing.T) {
	r := office("слово")
	after := made(t, r, New("слово", Options{}).Plain(r.Passages(), Replacement{Words: "де\u00adло\nи дело"}))
	want := office("дело и дело")
	for p := range want.Passages() {
		for q := range after.Passages() {
			if q.TextID == p.TextID && q.Text != p.Text {
				t.Errorf("%v: %q", p.TextID, q.Text)
			}
		}
	}
}

func TestMarksStay(t *testing.T) {
	bold := func(start, end int) release.Mark {
		return release.Mark{Start: start, End: end, Style: release.Bold}
	}
	link := release.Mark{Start: 0, End: 13, Style: release.Link, Address: "https://example.org"}
	for name, c := range map[string]struct {
		marks, want []release.Mark
		with        string
	}{
		"all of it":              {[]release.Mark{bold(0, 13)}, []release.Mark{bold(0, 12)}, "Анна Озерова"},
		"and more":               {[]release.Mark{bold(0, 20)}, []release.Mark{bold(0, 19)}, "Анна Озерова"},
		"the first word":         {[]release.Mark{bold(0, 4)}, []release.Mark{bold(0, 4)}, "Анна Озерова"},
		"the second word":        {[]release.Mark{bold(5, 13)}, []release.Mark{bold(5, 12)}, "Анна Озерова"},
		"other words in number":  {[]release.Mark{bold(0, 4)}, []release.Mark{bold(0, 6)}, "Секрет"},
		"beside it":              {[]release.Mark{bold(14, 20)}, []release.Mark{bold(13, 19)}, "Анна Озерова"},
		"two marks":              {[]release.Mark{link, bold(5, 13)}, []release.Mark{{Start: 0, End: 12, Style: release.Link, Address: link.Address}, bold(5, 12)}, "Анна Озерова"},
		"nothing in their place": {[]release.Mark{bold(0, 20)}, []release.Mark{bold(0, 7)}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := release.New("ru")
			r.Lead, r.LeadMarks = "Пётр Образцов заявил", c.marks
			after := made(t, r, New("пётр образцов", Options{}).Plain(r.Passages(), Replacement{Words: c.with}))
			if after.Lead != c.with+" заявил" || !slices.Equal(after.LeadMarks, c.want) {
				t.Errorf("%q %v, want %v", after.Lead, after.LeadMarks, c.want)
			}
		})
	}
}

func TestOverlappingChanges(t *testing.T) {
	r := release.New("ru")
	r.Lead = "абвг"
	id := release.TextID{Field: release.LeadField}
	after := made(t, r, []Change{{Hit: Hit{id, 1, 3}, Before: "бв", After: "x"}, {Hit: Hit{id, 0, 2}, Before: "аб", After: "y"}})
	if after.Lead != "yвг" {
		t.Error(after.Lead)
	}
	if after = made(t, r, []Change{{Hit: Hit{id, 2, 4}, Before: "вг", After: "x"}, {Hit: Hit{id, 0, 2}, Before: "аб", After: "y"}}); after.Lead != "yx" {
		t.Error("changes that touch:", after.Lead)
	}
	if err := document.New(r).Apply(Transaction(document.New(r), []Change{{Hit: Hit{id, 0, 1}, Before: "ё", After: "x"}})); err == nil {
		t.Error("other words were replaced")
	}
	if got := Transaction(document.New(r), []Change{{Hit: Hit{id, 0, 1}, Before: "а", After: "а"}}); len(got) > 0 {
		t.Error("a step that changes nothing:", got)
	}
}

func TestInForm(t *testing.T) {
	for name, c := range map[string]struct{ old, with, text, want string }{
		"each case":                 {"министр", "глава ведомства", "Министр, министра, к министру, с министром, о министре", "⟨Министр→Глава ведомства⟩, ⟨министра→главы ведомства|главу ведомства?case⟩, к ⟨министру→главе ведомства⟩, с ⟨министром→главой ведомства⟩, о ⟨министре→главе ведомства⟩"},
		"the plural":                {"министр", "секретарь", "министры, для министров, с министрами", "⟨министры→секретари⟩, для ⟨министров→секретарей⟩, с ⟨министрами→секретарями⟩"},
		"one form for two cases":    {"министр", "секретарь", "министра", "⟨министра→секретаря⟩"},
		"adjectives":                {"новый", "последний", "новый, новая, новое, новые, новой школы, новых, новую", "⟨новый→последний⟩, ⟨новая→последняя⟩, ⟨новое→последнее⟩, ⟨новые→последние⟩, ⟨новой→последней⟩ школы, ⟨новых→последних⟩, ⟨новую→последнюю⟩"},
		"an adjective and its noun": {"новая школа", "старый завод", "в новой школе, новые школы", "в ⟨новой школе→старом заводе⟩, ⟨новые школы→старые заводы⟩"},
		"a place":                   {"Москва", "Казань", "в Москве, из Москвы, МОСКВОЙ", "в ⟨Москве→Казани⟩, из ⟨Москвы→Казани⟩, ⟨МОСКВОЙ→КАЗАНЬЮ⟩"},
		"a person":                  {"Пётр Образцов", "Анна Озерова", "с Петром Образцовым", "с ⟨Петром Образцовым→Анной Озеровой⟩"},
		"a form that no rule has":   {"год", "месяц", "в году", "в ⟨году→месяцу?case⟩"},
		"what is counted":           {"человек", "гражданин", "5 человек, 21 человек", "5 ⟨человек→гражданин?case⟩, 21 ⟨человек→гражданин⟩"},
		"a verb":                    {"заявить", "сообщить", "заявил", "⟨заявил→сообщить?none⟩"},
		"the preposition before":    {"министр", "отец", "о министре", "⟨о министре→об отце⟩"},
	} {
		t.Run(name, func(t *testing.T) {
			r := release.New("ru")
			r.Lead = c.text
			changes := New(c.old, Options{Forms: true}).InForm(r.Passages(), grammar.House{}, Replacement{Words: c.with})
			if got := shownChanges(c.text, changes); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

// BenchmarkReplaceAll replaces 1,000 hits in one block of 300 KB and in 3 MB of them,
// as one step of a Session, and takes that back. The baseline is strings.ReplaceAll.
func BenchmarkReplaceAll(b *testing.B) {
	sentence := "Министр иностранных дел Пётр Образцов принял участие в заседании, которое прошло в Москве. "
	for name, texts := range map[string][]string{
		"one block of 300KB": {strings.Repeat(strings.Repeat("Стороны обсудили ход подготовки. ", 2)+sentence, 1000)},
		"3MB in blocks":      slices.Repeat([]string{sentence + strings.Repeat("Стороны обсудили ход подготовки. ", 45)}, 1000),
	} {
		b.Run(name, func(b *testing.B) {
			r := release.New("ru")
			for _, text := range texts {
				r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: text, Marks: []release.Mark{{Start: 3, End: 40, Style: release.Bold}}})
			}
			r.Blocks = release.Numbered(r.Blocks)
			var plain, found, replaced, undone time.Duration
			changes := []Change{}
			for b.Loop() {
				start := time.Now()
				for _, text := range texts {
					_ = strings.ReplaceAll(text, "Москве", "Нур-Султане")
				}
				plain += time.Since(start)
				s := draft.NewSession(r, time.Now)
				start = time.Now()
				changes = New("Москве", Options{}).Plain(r.Passages(), Replacement{Words: "Нур-Султане"})
				found += time.Since(start)
				start = time.Now()
				if err := s.Apply(Transaction(s.Document(), changes)); err != nil {
					b.Fatal(err)
				}
				replaced += time.Since(start)
				start = time.Now()
				s.Undo()
				undone += time.Since(start)
			}
			for unit, d := range map[string]time.Duration{"ms/find": found, "ms/replace": replaced, "ms/undo": undone} {
				b.ReportMetric(float64(d.Microseconds())/1000/float64(b.N), unit)
			}
			b.ReportMetric(float64(undone)/float64(plain), "undo-x-of-strings.ReplaceAll")
			if len(changes) != 1000 {
				b.Fatal(fmt.Sprint(len(changes), " hits"))
			}
		})
	}
}
