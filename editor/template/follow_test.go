package template

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
)

func TestFollow(t *testing.T) {
	before := map[string]Value{"date": {Text: "11.09.2024"}, "place": {Text: "Бишкек"}, "guest": {Text: "Иван Пробный"}}
	after := map[string]Value{"date": {Text: "12.09.2024"}, "place": {Text: "Астана"}, "guest": {Text: "Анна Озерова"}, "topic": {Text: "Сроки."}}
	const (
		headline = "Встреча с Анной Озеровой"
		lead     = "12 сентября 2024 года в Астане состоялась встреча с Анной Озеровой {не поле}."
	)
	stage, quote := release.Block{Kind: release.Paragraph, Text: "Этап: начало."}, release.Block{Kind: release.Quotation, Text: "Сроки.", Speaker: "Анна Озерова"}
	own := release.Block{ID: 9, Kind: release.Paragraph, Text: "Своё."}
	for name, tt := range map[string]struct {
		edit           func(r *release.Release)
		headline, lead string
		blocks         []release.Block
		edited         []Part
	}{
		"untouched":         {func(*release.Release) {}, headline, lead, []release.Block{stage, quote}, nil},
		"another headline":  {func(r *release.Release) { r.Headline = "Свой" }, "Свой", lead, []release.Block{stage, quote}, []Part{{Name: "headline"}}},
		"another lead":      {func(r *release.Release) { r.Lead = "Свой." }, headline, "Свой.", []release.Block{stage, quote}, []Part{{Name: "lead"}}},
		"another paragraph": {func(r *release.Release) { r.Blocks[0] = own }, headline, lead, []release.Block{own, quote}, []Part{{Name: "block", Block: 1}}},
		"one more":          {func(r *release.Release) { r.Blocks = append(r.Blocks, own) }, headline, lead, []release.Block{stage, quote, own}, nil},
		"one before":        {func(r *release.Release) { r.Blocks = []release.Block{own, r.Blocks[0]} }, headline, lead, []release.Block{own, stage, quote}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			tmpl := parse(t)
			made, err := tmpl.Fill(Office{}, before)
			if err != nil {
				t.Fatal(err)
			}
			tt.edit(&made.Release)
			got, edited, err := tmpl.Follow(Office{}, made.Release, after)
			if err != nil {
				t.Fatal(err)
			}
			r := got.Release
			if r.Headline != tt.headline || r.Lead != tt.lead || !slices.EqualFunc(r.Blocks, tt.blocks, sameWords) || r.Validate() != nil || !reflect.DeepEqual(edited, tt.edited) {
				t.Errorf("got %+v, %+v", r, edited)
			}
			if r.Date.String() != "2024-09-12" || r.Place != "Астана" || !reflect.DeepEqual(Values(r), after) {
				t.Errorf("got %v, %s, %v", r.Date, r.Place, r.Values)
			}
			back, edited, err := tmpl.Follow(Office{}, r, before)
			if err != nil || back.Release.Date.String() != "2024-09-11" || !reflect.DeepEqual(edited, tt.edited) {
				t.Errorf("and back: %+v, %+v, %v", back.Release, edited, err)
			}
		})
	}
}

// Every part that somebody has edited stays as it was edited, and is named;
// the others follow.
func TestWhatWasEditedStays(t *testing.T) {
	tmpl := parse(t)
	tmpl.Subheadline = "О теме: {topic}"
	before := map[string]Value{"date": {Text: "11.09.2024"}, "place": {Text: "Бишкек"}, "guest": {Text: "Иван Пробный"}, "topic": {Text: "дороги"}}
	after := map[string]Value{"date": {Text: "12.09.2024"}, "place": {Text: "Астана"}, "guest": {Text: "Анна Озерова"}, "topic": {Text: "мосты"}}
	own, _ := release.NewDate(2030, 1, 1)
	for _, tt := range []struct {
		part Part
		edit func(r *release.Release)
		kept func(r release.Release) bool
	}{
		{Part{Name: "headline"}, func(r *release.Release) { r.Headline = "Свой" }, func(r release.Release) bool { return r.Headline == "Свой" }},
		{Part{Name: "headline"}, func(r *release.Release) { r.Headline = "" }, func(r release.Release) bool { return r.Headline == "" }},
		{Part{Name: "subheadline"}, func(r *release.Release) { r.Subheadline = "Свой" }, func(r release.Release) bool { return r.Subheadline == "Свой" }},
		{Part{Name: "date"}, func(r *release.Release) { r.Date = own }, func(r release.Release) bool { return r.Date == own }},
		{Part{Name: "date"}, func(r *release.Release) { r.Date = release.Date{} }, func(r release.Release) bool { return r.Date.IsZero() }},
		{Part{Name: "place"}, func(r *release.Release) { r.Place = "Ош" }, func(r release.Release) bool { return r.Place == "Ош" }},
		{Part{Name: "lead"}, func(r *release.Release) { r.Lead += "!" }, func(r release.Release) bool {
			return strings.HasPrefix(r.Lead, "11 сентября") && strings.HasSuffix(r.Lead, "!")
		}},
		{Part{Name: "block", Block: 2}, func(r *release.Release) { r.Blocks[1].Speaker = "Кто-то" }, func(r release.Release) bool {
			return r.Blocks[1].Speaker == "Кто-то" && r.Blocks[1].Text == "Дороги."
		}},
		{Part{Name: "block", Block: 2}, func(r *release.Release) { r.Blocks[1].Kind = release.Paragraph }, func(r release.Release) bool { return r.Blocks[1].Text == "Дороги." }},
		{Part{Name: "block", Block: 1}, func(r *release.Release) { r.Blocks = r.Blocks[1:] }, func(r release.Release) bool { return len(r.Blocks) == 1 && r.Blocks[0].Text == "Мосты." }},
	} {
		made, err := tmpl.Fill(Office{}, before)
		if err != nil {
			t.Fatal(err)
		}
		tt.edit(&made.Release)
		was := made.Release.Clone()
		got, edited, err := tmpl.Follow(Office{}, made.Release, after)
		if err != nil || !tt.kept(got.Release) || !reflect.DeepEqual(edited, []Part{tt.part}) {
			t.Errorf("%v: %+v, edited %+v, %v", tt.part, got.Release, edited, err)
		}
		if !reflect.DeepEqual(made.Release, was) {
			t.Errorf("%v: the release that was asked about is changed", tt.part)
		}
		want, err := tmpl.Fill(Office{}, after)
		if err != nil {
			t.Fatal(err)
		}
		follows := 0
		for name, same := range map[string]bool{
			"headline": got.Release.Headline == want.Release.Headline, "subheadline": got.Release.Subheadline == want.Release.Subheadline, "date": got.Release.Date == want.Release.Date,
			"place": got.Release.Place == want.Release.Place, "lead": got.Release.Lead == want.Release.Lead,
		} {
			if same == (name == tt.part.Name) {
				t.Errorf("%v: %s follows: %t", tt.part, name, same)
			}
			if same {
				follows++
			}
		}
		if follows < 4 || !reflect.DeepEqual(Values(got.Release), after) {
			t.Errorf("%v: %d parts follow, values %v", tt.part, follows, got.Release.Values)
		}
	}
}

// A block that comes stands where the template has it among those that are
// there; one that falls away takes only itself along.
func TestBlocksComeAndGo(t *testing.T) {
	tmpl := Template{Name: "try", Title: "Проба", Language: "ru", Kind: release.News}
	for _, name := range []string{"a", "b", "c"} {
		tmpl.Fields = append(tmpl.Fields, Field{Name: name, Kind: Text})
		tmpl.Blocks = append(tmpl.Blocks, release.Block{Kind: release.Paragraph, Text: "{" + name + "}"})
	}
	values := func(given string) map[string]Value {
		all := map[string]Value{}
		for _, name := range strings.Fields(given) {
			all[name[:1]] = Value{Text: name}
		}
		return all
	}
	for name, tt := range map[string]struct {
		before, after string
		edit          func(blocks []release.Block) []release.Block
		want          string
		edited        int
	}{
		"one comes first":      {"b1 c1", "a2 b1 c1", nil, "A2 B1 C1", 0},
		"one comes between":    {"a1 c1", "a1 b2 c1", nil, "A1 B2 C1", 0},
		"one comes last":       {"a1 b1", "a1 b1 c2", nil, "A1 B1 C2", 0},
		"two come":             {"b1", "a2 b1 c2", nil, "A2 B1 C2", 0},
		"two come one by one":  {"c1", "a2 b2 c2", nil, "A2 B2 C2", 0},
		"all come":             {"", "a2 b2 c2", nil, "A2 B2 C2", 0},
		"one goes":             {"a1 b1 c1", "a1 c1", nil, "A1 C1", 0},
		"all go":               {"a1 b1 c1", "", nil, "", 0},
		"one goes, one comes":  {"a1 b1", "b1 c2", nil, "B1 C2", 0},
		"one comes, one goes":  {"b1 c1", "a2 c1", nil, "A2 C1", 0},
		"one of one's own":     {"a1 c1", "a1 b2 c2", func(b []release.Block) []release.Block { return slices.Insert(b, 1, release.Block{Text: "Своё"}) }, "A1 B2 Своё C2", 0},
		"edited, one comes":    {"a1 c1", "a2 b2 c2", func(b []release.Block) []release.Block { b[0].Text = "Своё"; return b }, "Своё B2 C2", 1},
		"edited, it goes":      {"a1 c1", "c2", func(b []release.Block) []release.Block { b[0].Text = "Своё"; return b }, "Своё C2", 1},
		"removed, one comes":   {"a1 b1", "a2 b2 c2", func([]release.Block) []release.Block { return nil }, "C2", 2},
		"turned round":         {"a1 b1", "a2 b2 c2", func(b []release.Block) []release.Block { return []release.Block{b[1], b[0]} }, "B2 C2 A2", 0},
		"nothing changes":      {"a1 b1 c1", "a1 b1 c1", nil, "A1 B1 C1", 0},
		"the last two go":      {"a1 b1 c1", "a2", nil, "A2", 0},
		"the first goes first": {"a1 b1 c1", "b2 c2", nil, "B2 C2", 0},
	} {
		t.Run(name, func(t *testing.T) {
			made, err := tmpl.Fill(Office{}, values(tt.before))
			if err != nil {
				t.Fatal(err)
			}
			if tt.edit != nil {
				made.Release.Blocks = tt.edit(made.Release.Blocks)
			}
			got, edited, err := tmpl.Follow(Office{}, made.Release, values(tt.after))
			var texts []string
			for _, b := range got.Release.Blocks {
				texts = append(texts, b.Text)
			}
			if err != nil || strings.Join(texts, " ") != tt.want || len(edited) != tt.edited {
				t.Errorf("%q, edited %+v, %v", texts, edited, err)
			}
		})
	}
}

// What a field cannot take changes nothing.
func TestFollowRefuses(t *testing.T) {
	tmpl := parse(t)
	made, err := tmpl.Fill(Office{}, map[string]Value{"date": {Text: "11.09.2024"}})
	if err != nil {
		t.Fatal(err)
	}
	var field *FieldError
	if got, _, err := tmpl.Follow(Office{}, made.Release, map[string]Value{"date": {Text: "вчера"}}); !errors.As(err, &field) || !reflect.DeepEqual(got, Filled{}) {
		t.Errorf("%+v, %v", got, err)
	}
	made.Release.Values = []release.Value{{Field: "gone", Text: "x"}} // the template was changed since
	if got, _, err := tmpl.Follow(Office{}, made.Release, map[string]Value{"date": {Text: "12.09.2024"}}); !errors.As(err, &field) || !reflect.DeepEqual(got, Filled{}) {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestAnUnreadDateIsNotOverwritten types a day that the calendar does not have: it is
// the person's, and stays.
func TestAnUnreadDateIsNotOverwritten(t *testing.T) {
	tmpl := parse(t)
	made, err := tmpl.Fill(Office{}, map[string]Value{"place": {Text: "Бишкек"}})
	if err != nil {
		t.Fatal(err)
	}
	made.Release.Unread = []release.Unread{{Field: release.DateField, Text: "31.06.2024"}}
	got, edited, err := tmpl.Follow(Office{}, made.Release, map[string]Value{"place": {Text: "Бишкек"}, "date": {Text: "12.09.2024"}})
	if err != nil || !got.Release.Date.IsZero() || got.Release.UnreadText(release.DateField) == "" || !reflect.DeepEqual(edited, []Part{{Name: "date"}}) {
		t.Errorf("%v, %+v, %v", got.Release.Date, edited, err)
	}
}

// Tags and boilerplate follow as texts do: those somebody has changed stay.
func TestTagsAndBoilerplateFollow(t *testing.T) {
	tmpl := parse(t)
	tmpl.Boilerplate = "Гость: {guest}."
	before := map[string]Value{"guest": {Text: "Иван Пробный"}, "topic": {Text: "дороги"}}
	after := map[string]Value{"guest": {Text: "Анна Озерова"}, "topic": {Text: "мосты"}}
	made, err := tmpl.Fill(Office{}, before)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		tags              []string
		boilerplate, want string
		edited            []Part
	}{
		{made.Release.Tags, made.Release.Boilerplate, "[встреча мосты] Гость: Анна Озерова.", nil},
		{[]string{"встреча", "своё", "дороги"}, made.Release.Boilerplate, "[встреча своё мосты] Гость: Анна Озерова.", nil},
		{[]string{"встреча"}, "Своё.", "[встреча] Своё.", []Part{{Name: "boilerplate"}}},
	} {
		r := made.Release.Clone()
		r.Tags, r.Boilerplate = tt.tags, tt.boilerplate
		got, edited, err := tmpl.Follow(Office{}, r, after)
		if said := fmt.Sprint(got.Release.Tags, " ", got.Release.Boilerplate); err != nil || said != tt.want || !reflect.DeepEqual(edited, tt.edited) {
			t.Errorf("%v: %s, %v, %v", tt.tags, said, edited, err)
		}
	}
}

// TestATextThatWasEmpty: what a person wrote where the template had nothing stays, and is told only where the template
// has something by now.
func TestATextThatWasEmpty(t *testing.T) {
	tmpl := parse(t)
	tmpl.Boilerplate = "{topic}"
	guest := Value{Text: "Иван Пробный"}
	for name, tt := range map[string]struct {
		before, own, topic, want string
		edited                   bool
	}{
		"nothing before and behind": {"", "", "", "", false},
		"something now":             {"", "", "мосты", "мосты", false},
		"nothing now":               {"дороги", "дороги", "", "", false},
		"written by hand":           {"", "Своё.", "", "Своё.", false},
		"written, and something":    {"", "Своё.", "мосты", "Своё.", true},
		"rewritten":                 {"дороги", "Своё.", "мосты", "Своё.", true},
		"rewritten, and nothing":    {"дороги", "Своё.", "", "Своё.", true},
		"emptied":                   {"дороги", "", "мосты", "", true},
	} {
		made, err := tmpl.Fill(Office{}, map[string]Value{"guest": guest, "topic": {Text: tt.before}})
		if err != nil {
			t.Fatal(err)
		}
		r := made.Release.Clone()
		r.Boilerplate = tt.own
		got, edited, err := tmpl.Follow(Office{}, r, map[string]Value{"guest": guest, "topic": {Text: tt.topic}})
		if err != nil || got.Release.Boilerplate != tt.want || slices.Contains(edited, Part{Name: "boilerplate"}) != tt.edited {
			t.Errorf("%s: %q, %v, %v", name, got.Release.Boilerplate, edited, err)
		}
	}
}

func TestValuesAreMadePlain(t *testing.T) {
	tmpl := parse(t)
	filled, err := tmpl.Fill(Office{}, map[string]Value{
		"guest": {Text: "Иван\u00ad Пробный\r\n"}, "topic": {Text: "Сроки\vи планы.\x07"}, "place": {Text: "Бишкек\t"},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]Value{"guest": {Text: "Иван Пробный\n"}, "topic": {Text: "Сроки\nи планы."}, "place": {Text: "Бишкек "}}
	if got := Values(filled.Release); !reflect.DeepEqual(got, want) {
		t.Errorf("got %q", got)
	}
}
