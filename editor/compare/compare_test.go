package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"communique/editor/document"
	"communique/editor/release"
)

// show writes pieces with [-old-] and {+new+}.
func show(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		switch p.Kind {
		case Removed:
			b.WriteString("[-" + p.Text + "-]")
		case Added:
			b.WriteString("{+" + p.Text + "+}")
		default:
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestUnreadFieldsAreCompared(t *testing.T) {
	old, now := release.New("ru"), release.New("ru")
	old.Embargo, _ = release.NewEmbargo(release.Date{Year: 2027, Month: 9, Day: 11}, 12, 0, "Asia/Bishkek")
	now.Unread = []release.Unread{{Field: release.EmbargoField, Text: "завтра"}, {Field: release.DateField, Text: "31.06.2024"}}
	parts, _ := Releases(old, now)
	changed := map[string]string{}
	for _, p := range parts {
		if p.Changed() {
			changed[string(p.Field)] = show(p.Pieces)
		}
	}
	if len(changed) != 2 || changed["date"] != "{+31.06.2024+}" || !strings.HasSuffix(changed["embargo"], "{+завтра+}") {
		t.Errorf("got %q", changed)
	}
}

func TestTexts(t *testing.T) {
	for name, tt := range map[string]struct {
		old, now, want string
		counts         Counts
	}{
		"nothing":                       {"Стороны обсудили план.", "Стороны обсудили план.", "Стороны обсудили план.", Counts{}},
		"a word":                        {"Стороны обсудили план.", "Стороны приняли план.", "Стороны [-обсудили-]{+приняли+} план.", Counts{Words: 1}},
		"a name":                        {"Принял Ивана Пробного в Пробном.", "Принял Петра Образцова в Пробном.", "Принял [-Ивана Пробного-]{+Петра Образцова+} в Пробном.", Counts{Names: 1}},
		"a date":                        {"Встреча 11 сентября прошла.", "Встреча 12 октября прошла.", "Встреча [-11 сентября-]{+12 октября+} прошла.", Counts{Dates: 1}},
		"a number":                      {"Подписали 3 соглашения.", "Подписали 5 соглашений.", "Подписали [-3 соглашения-]{+5 соглашений+}.", Counts{Words: 1, Numbers: 1}},
		"a paragraph":                   {"Один.\n\nДва.", "Один.\n\nПолтора.\n\nДва.", "Один.\n\n{+Полтора.\n\n+}Два.", Counts{Words: 1}},
		"two names":                     {"Были Иван, Пётр и Олег.", "Были Анна, Вера и Олег.", "Были [-Иван-]{+Анна+}, [-Пётр-]{+Вера+} и Олег.", Counts{Names: 2}},
		"an initial and a name":         {"Принял А. Пробного вчера.", "Принял вчера.", "Принял [-А. Пробного -]вчера.", Counts{Names: 1}},
		"more came than went":           {"Был план.", "Был большой и трудный план.", "Был {+большой и трудный +}план.", Counts{Words: 3}},
		"more went than came":           {"Был большой и трудный план.", "Был план.", "Был [-большой и трудный -]план.", Counts{Words: 3}},
		"two names in one piece":        {"Был тут.", "Был Иван, Пётр и Анна тут.", "Был{+ Иван, Пётр и Анна+} тут.", Counts{Words: 1, Names: 3}},
		"a date that came":              {"Был тут.", "Был 5 мая тут.", "Был {+5 мая +}тут.", Counts{Dates: 1}},
		"numbers that came":             {"Был тут.", "Был 5, 6 тут.", "Был {+5, 6 +}тут.", Counts{Numbers: 2}},
		"a letter and a question":       {"Был тут.", "Был Я? Он тут.", "Был {+Я? Он +}тут.", Counts{Words: 1, Names: 1}},
		"a letter that ends a sentence": {"Был тут.", "Был и я. Он тут.", "Был {+и я. Он +}тут.", Counts{Words: 3}},
		"two initials":                  {"Был тут.", "Был И. О. Пробный тут.", "Был {+И. О. Пробный +}тут.", Counts{Names: 1}},
		"a sentence after a name":       {"Был тут.", "Был Иван. Он тут.", "Был {+Иван. Он +}тут.", Counts{Words: 1, Names: 1}},
		"a date with its year":          {"Встреча 11 сентября 2024 прошла.", "Встреча прошла.", "Встреча [-11 сентября 2024 -]прошла.", Counts{Dates: 1}},
		"a month alone":                 {"Встреча в октябре прошла.", "Встреча в июне прошла.", "Встреча в [-октябре-]{+июне+} прошла.", Counts{Dates: 1}},
		"a month with its year":         {"Встреча: сентябрь 2024 года.", "Встреча: октябрь 2025 года.", "Встреча: [-сентябрь 2024-]{+октябрь 2025+} года.", Counts{Dates: 1}},
		"two dates":                     {"С 1 мая, 2 июня и далее.", "С и далее.", "С [-1 мая, 2 июня -]и далее.", Counts{Dates: 2}},
		"two numbers":                   {"Всего 3, 5 мест.", "Всего мест.", "Всего [-3, 5 -]мест.", Counts{Numbers: 2}},
		"a number before a name":        {"Всего 3 Совета тут.", "Всего тут.", "Всего [-3 Совета -]тут.", Counts{Numbers: 1, Names: 1}},
		"the first word":                {"Стороны обсудили план.", "Участники обсудили план.", "[-Стороны-]{+Участники+} обсудили план.", Counts{Words: 1}},
		"after a full stop":             {"План есть. Стороны рады.", "План есть. Участники рады.", "План есть. [-Стороны-]{+Участники+} рады.", Counts{Words: 1}},
		"after an ellipsis":             {"План есть… Стороны рады.", "План есть… Участники рады.", "План есть… [-Стороны-]{+Участники+} рады.", Counts{Words: 1}},
		"after an exclamation":          {"План есть!\u00a0Стороны рады.", "План есть!\u00a0Участники рады.", "План есть!\u00a0[-Стороны-]{+Участники+} рады.", Counts{Words: 1}},
		"after a quotation":             {"«План есть?» Стороны рады.", "«План есть?» Участники рады.", "«План есть?» [-Стороны-]{+Участники+} рады.", Counts{Words: 1}},
		"after a line":                  {"План\nСтороны рады.", "План\nУчастники рады.", "План\n[-Стороны-]{+Участники+} рады.", Counts{Words: 1}},
		"after a comma":                 {"План есть, Иван рад.", "План есть, Олег рад.", "План есть, [-Иван-]{+Олег+} рад.", Counts{Names: 1}},
		"in a new sentence":             {"План. И всё.", "План. Вот Иван. Он рад. И всё.", "План{+. Вот Иван. Он рад+}. И всё.", Counts{Words: 3, Names: 1}},
		"a question within":             {"А. И всё.", "А. Кто? Он! И всё.", "А.{+ Кто? Он!+} И всё.", Counts{Words: 2}},
		"a name in quotation marks":     {"Завод «Рассвет» открыт.", "Завод «Закат» открыт.", "Завод «[-Рассвет-]{+Закат+}» открыт.", Counts{Names: 1}},
		"a mark":                        {"План есть.", "План есть!", "План есть[-.-]{+!+}", Counts{Signs: 1}},
		"a hyphenated word":             {"Был вице-премьер там.", "Был вице-президент там.", "Был [-вице-премьер-]{+вице-президент+} там.", Counts{Words: 1}},
		"a stress mark":                 {"Был за\u0301мок там.", "Был замо\u0301к там.", "Был [-за\u0301мок-]{+замо\u0301к+} там.", Counts{Words: 1}},
		"a space":                       {"План есть.", "План\u00a0есть.", "План[- -]{+\u00a0+}есть.", Counts{Signs: 1}},
		"two places, one left between":  {"Раз два три четыре.", "Раз пять три шесть.", "Раз [-два-]{+пять+} три [-четыре-]{+шесть+}.", Counts{Words: 2}},
		"a word after a number":         {"Есть 5 мест тут.", "Есть тут.", "Есть [-5 мест -]тут.", Counts{Words: 1, Numbers: 1}},
		"a name after a date":           {"Был 5 мая Иван тут.", "Был тут.", "Был [-5 мая Иван -]тут.", Counts{Dates: 1, Names: 1}},
		"a mark and a word":             {"Так, план есть.", "Так план был.", "Так[-,-] план [-есть-]{+был+}.", Counts{Words: 1, Signs: 1}},
		"from nothing":                  {"", "Два слова", "{+Два слова+}", Counts{Words: 2}},
		"to nothing":                    {"Два слова", "", "[-Два слова-]", Counts{Words: 2}},
	} {
		t.Run(name, func(t *testing.T) {
			pieces := Texts(tt.old, tt.now)
			if got := show(pieces); got != tt.want {
				t.Errorf("got %s", got)
			}
			var c Counts
			c.add(pieces)
			if c != tt.counts {
				t.Errorf("counted %+v", c)
			}
		})
	}
}

func TestReleases(t *testing.T) {
	old := release.New("ru")
	old.Headline, old.Lead = "Встреча в Пробном", "Состоялась встреча."
	now := old.Clone()
	now.Place, now.Status = "Бишкек", release.Approved
	now.Blocks = []release.Block{{Kind: release.Quotation, Text: "Слова", Speaker: "Иван Пробный"}}
	parts, counts := Releases(old, now)
	var changed []string
	for _, p := range parts {
		if p.Changed() {
			changed = append(changed, string(p.Field))
		}
	}
	if strings.Join(changed, " ") != "status place text" || counts.IsZero() {
		t.Errorf("changed %v, %+v", changed, counts)
	}
	if _, counts := Releases(now, now); !counts.IsZero() {
		t.Errorf("the same differs: %+v", counts)
	}
}

// TestLevelsAreCompared: an item of a list that goes a level deeper is a change, and said to be one.
func TestLevelsAreCompared(t *testing.T) {
	old := release.New("ru")
	old.Blocks = []release.Block{{Kind: release.List, Text: "раз\nдва\nтри"}}
	now := old.Clone()
	now.Blocks[0].Text = "раз\n\tдва\nтри"
	if _, counts := Releases(old, now); counts.IsZero() {
		t.Error("nothing changed")
	}
}

// A space that both have between two changes is within one of them.
func TestASpaceBetweenChangesPartsNoName(t *testing.T) {
	for name, tt := range map[string]struct {
		pieces []Piece
		want   Counts
	}{
		"a name for a name":     {[]Piece{{Same, "Был "}, {Removed, "Иван"}, {Added, "Пётр"}, {Same, " "}, {Removed, "Пробный"}, {Added, "Образцов"}, {Same, " тут."}}, Counts{Names: 1}},
		"a name that came":      {[]Piece{{Same, "Был "}, {Added, "Пётр"}, {Same, "\u00a0"}, {Added, "Образцов"}, {Same, " тут."}}, Counts{Names: 1}},
		"a name that went":      {[]Piece{{Same, "Был "}, {Removed, "Пётр"}, {Same, " "}, {Removed, "Образцов"}, {Same, " тут."}}, Counts{Names: 1}},
		"words glued by none":   {[]Piece{{Same, "был "}, {Removed, "раз"}, {Added, "два"}, {Same, " "}, {Removed, "три"}, {Added, "пять"}}, Counts{Words: 2}},
		"a word between them":   {[]Piece{{Same, "Был "}, {Added, "Пётр"}, {Same, " и "}, {Added, "Образцов"}}, Counts{Names: 2}},
		"a space before all":    {[]Piece{{Same, " "}, {Added, "Пётр"}, {Same, " тут."}}, Counts{Words: 1}},
		"nothing after a space": {[]Piece{{Same, "Был "}, {Added, "Пётр"}, {Same, " "}}, Counts{Names: 1}},
	} {
		var c Counts
		if c.add(tt.pieces); c != tt.want {
			t.Errorf("%s: counted %+v", name, c)
		}
	}
}

// Every part is told by the name of its field, in the order of the page; what
// is empty in both is left out.
func TestEveryPartIsCompared(t *testing.T) {
	full := release.Release{
		Status: release.Draft, Kind: release.News, Number: "1", Headline: "Заголовок", Subheadline: "Подзаголовок", Place: "Бишкек",
		Lead: "Лид.", Boilerplate: "Справка", Notes: "Заметка", Tags: []string{"раз", "два"},
		Blocks: []release.Block{{Kind: release.Paragraph, Text: "Абзац."}},
		Contacts: []release.Contact{
			{Name: "Иван Пробный", Post: "секретарь", Organisation: "Совет", Phones: []release.PhoneNumber{{Number: "1"}, {Number: "2"}}, Email: "a@council.example", Site: "council.example"},
			{Email: "b@council.example"},
		},
	}
	full.Date, _ = release.NewDate(2024, 9, 11)
	full.Embargo, _ = release.NewEmbargo(full.Date, 12, 0, "Asia/Bishkek")
	all := "status kind number embargo headline subheadline date place text boilerplate contacts tags notes"
	names := func(parts []Part) string {
		var names []string
		for _, p := range parts {
			names = append(names, string(p.Field))
		}
		return strings.Join(names, " ")
	}
	parts, counts := Releases(full, full)
	if got := names(parts); got != all || !counts.IsZero() {
		t.Errorf("parts %s, %+v", got, counts)
	}
	texts := map[string]string{}
	for _, p := range parts {
		if p.Changed() {
			t.Errorf("%s is changed by nothing", p.Field)
		}
		texts[string(p.Field)] = show(p.Pieces)
	}
	for field, want := range map[string]string{
		"contacts": "секретарь, Совет, Иван Пробный, 1, 2, a@council.example, council.example\nb@council.example", "tags": "раз, два",
		"text": "Лид.\n\nАбзац.", "embargo": "2024-09-11T12:00:00+06:00[Asia/Bishkek]",
	} {
		if texts[field] != want {
			t.Errorf("%s: %q", field, texts[field])
		}
	}
	if parts, _ := Releases(release.Release{}, release.Release{}); len(parts) > 0 {
		t.Errorf("nothing has parts: %s", names(parts))
	}
	for _, pair := range [][2]release.Release{{full, {}}, {{}, full}} {
		parts, counts := Releases(pair[0], pair[1])
		if got := names(parts); got != all || counts.IsZero() {
			t.Errorf("parts %s, %+v", got, counts)
		}
		for _, p := range parts {
			if !p.Changed() {
				t.Errorf("%s is not changed", p.Field)
			}
		}
	}
}

func TestFacts(t *testing.T) {
	var got []string
	for _, f := range (Counts{Words: 1, Names: 2, Dates: 3, Numbers: 4, Signs: 5, Unshown: 6}).Facts() {
		got = append(got, fmt.Sprint(f.Name, " ", f.Count))
	}
	if strings.Join(got, ", ") != "changed-words 1, changed-names 2, changed-dates 3, changed-numbers 4, changed-signs 5, changed-unshown 6" {
		t.Errorf("got %v", got)
	}
}

// TestUnshown: two releases that differ in nothing a comparison shows are not said to be the same.
func TestUnshown(t *testing.T) {
	full := release.New("ru")
	full.Headline = "Проба"
	full.Blocks = []release.Block{{Kind: release.Paragraph, Text: "Слово о деле", Marks: []release.Mark{{Start: 0, End: 5, Style: release.Link, Address: "https://example.org/a"}}}}
	full.Contacts = []release.Contact{{Name: "Анна Пробная", Phones: []release.PhoneNumber{{Number: "+996 312 00-00-00"}}}}
	for name, change := range map[string]func(*release.Release){
		"bold": func(r *release.Release) {
			r.Blocks[0].Marks = append(r.Blocks[0].Marks, release.Mark{Start: 6, End: 7, Style: release.Bold})
		},
		"an address":  func(r *release.Release) { r.Blocks[0].Marks[0].Address = "https://example.org/b" },
		"language":    func(r *release.Release) { r.Language = "en" },
		"phone's use": func(r *release.Release) { r.Contacts[0].Phones[0].Kind = release.Fax },
	} {
		now := full.Clone()
		change(&now)
		if _, counts := Releases(full, now); (counts != Counts{Unshown: 1}) {
			t.Errorf("%s: %+v", name, counts)
		}
		now.Headline = "Другая"
		if _, counts := Releases(full, now); counts.Unshown != 0 || counts.IsZero() {
			t.Errorf("%s and the headline: %+v", name, counts)
		}
	}
	if _, counts := Releases(full, full.Clone()); !counts.IsZero() {
		t.Errorf("the same: %+v", counts)
	}
}

// A text may have more words than there are runes before the surrogates.
func TestEveryWordHasItsRune(t *testing.T) {
	last := rune(0)
	for n := range 70_000 {
		r := nthRune(n)
		if r <= last || !utf8.ValidRune(r) || ordinal(r) != n {
			t.Fatalf("word %d has %U, after %U, which is of word %d", n, r, last, ordinal(r))
		}
		last = r
	}
}

func FuzzTexts(f *testing.F) {
	f.Add("Стороны обсудили план.", "Стороны приняли план!")
	f.Add("\xff\x00", "а\u0301")
	f.Fuzz(func(t *testing.T, old, now string) {
		var before, after strings.Builder
		pieces := Texts(old, now)
		for _, p := range pieces {
			if p.Kind != Added {
				before.WriteString(p.Text)
			}
			if p.Kind != Removed {
				after.WriteString(p.Text)
			}
		}
		if before.String() != old || after.String() != now {
			t.Errorf("%q, %q make %q, %q", old, now, before.String(), after.String())
		}
		var c Counts
		c.add(pieces)
		if c.Words < 0 || c.Names < 0 || c.Dates < 0 || c.Numbers < 0 {
			t.Errorf("%q, %q: %+v", old, now, c)
		}
	})
}

func BenchmarkTexts(b *testing.B) {
	old := strings.Repeat("Стороны обсудили план работы на следующий год и условились о встрече. ", 80)
	now := strings.Replace(old, "обсудили", "приняли", 5)
	for range b.N {
		Texts(old, now)
	}
}

// TestEveryPassageIsCompared changes each text of a release in turn: a field or a part
// that somebody forgot would change unseen.
func TestEveryPassageIsCompared(t *testing.T) {
	old := release.New("ru")
	old.Headline, old.Subheadline, old.Lead, old.Boilerplate, old.Notes = "а", "б", "в", "г", "д"
	for _, kind := range release.BlockKinds() {
		b := release.Block{Kind: kind}
		for _, part := range release.Parts() {
			if text := b.PartText(part); text != nil {
				*text = string(kind) + string(part)
			}
		}
		if kind == release.Picture {
			b.Picture = strings.Repeat("0a", 32)
		}
		old.Blocks = append(old.Blocks, b)
	}
	old.Blocks = release.Numbered(old.Blocks)
	for p := range old.Passages() {
		now := old.Clone()
		d := document.New(now)
		if err := d.Apply(document.Transaction{document.Insert{At: release.Position{TextID: p.TextID}, Words: "новое"}}); err != nil {
			t.Fatal(err)
		}
		d.Write(&now)
		if _, counts := Releases(old, now); counts.IsZero() {
			t.Errorf("%+v changes unseen", p.TextID)
		}
	}
	other := old.Clone()
	other.Blocks[5].Picture = old.Blocks[5].Picture[:7] + strings.Repeat("b", 57) // the last digit that is shown
	parts, _ := Releases(old, other)
	for _, p := range parts {
		for _, piece := range p.Pieces {
			if strings.Contains(piece.Text, other.Blocks[5].Picture) {
				t.Errorf("a person has to read %q", piece.Text)
			}
		}
	}
	if !slices.ContainsFunc(parts, Part.Changed) {
		t.Error("another picture is not seen")
	}
}
