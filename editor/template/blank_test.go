package template

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"communique/editor/proof"
	"communique/editor/release"
)

// texts are all that a release shows of what a template made, its tags too.
func textsOf(r release.Release) []string {
	all := append([]string{r.Place}, r.Tags...)
	for p := range r.Passages() {
		all = append(all, p.Text)
	}
	return all
}

// partial calls try with each shipped template and with values of which each one, or all,
// or all but one are missing.
func partial(t *testing.T, try func(tmpl Template, missing string, values map[string]Value)) {
	t.Helper()
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"ru", "en"} {
		for _, tmpl := range set.In(language) {
			all := tmpl.Sample()
			for i := range tmpl.Fields {
				tmpl.Fields[i].Default = "" // a choice, which has one, can be emptied on the command line
			}
			try(tmpl, "all", map[string]Value{})
			for _, f := range tmpl.Fields {
				without := maps.Clone(all)
				delete(without, f.Name)
				try(tmpl, f.Name, without)
				try(tmpl, "all but "+f.Name, map[string]Value{f.Name: all[f.Name]})
			}
		}
	}
}

// TestNobodyReadsAPlaceholder leaves fields of all templates empty: what is missing is
// said in words, and the checks find each of them whole.
func TestNobodyReadsAPlaceholder(t *testing.T) {
	partial(t, func(tmpl Template, missing string, values map[string]Value) {
		filled, err := tmpl.Fill(Office{}, values)
		if err != nil {
			t.Fatal(err)
		}
		stopped := map[string]bool{}
		for _, f := range proof.Blocking(proof.Check(filled.Release, proof.Params{})) {
			if f.Code == proof.PlaceholderLeft {
				stopped[f.Text] = true
			}
		}
		for _, text := range textsOf(filled.Release) {
			if strings.ContainsAny(text, "{}") {
				t.Errorf("%s %s without %s: %s", tmpl.Language, tmpl.Name, missing, text)
			}
			for _, b := range Blanks(text) {
				if !stopped[text[b.Start:b.End]] {
					t.Errorf("%s %s without %s: the checks pass %s", tmpl.Language, tmpl.Name, missing, text[b.Start:b.End])
				}
			}
			if strings.Count(text, "[") != len(Blanks(text)) {
				t.Errorf("%s %s without %s: a blank is not read in %s", tmpl.Language, tmpl.Name, missing, text)
			}
		}
		for _, f := range tmpl.Fields {
			if values[f.Name].Text == "" && f.Required && !slices.ContainsFunc(textsOf(filled.Release), func(text string) bool {
				return slices.ContainsFunc(Blanks(text), func(b Blank) bool { return b.Words == f.Ask() })
			}) && tmpl.DateField() != f.Name {
				t.Errorf("%s %s does not ask for %s", tmpl.Language, tmpl.Name, f.Ask())
			}
		}
	})
}

// TestWhatIsFilledLater begins drafts with fields empty, by this program and by one that
// left placeholders, and fills them then.
func TestWhatIsFilledLater(t *testing.T) {
	partial(t, func(tmpl Template, missing string, values map[string]Value) {
		sample := tmpl.Sample()
		want, err := tmpl.Fill(Office{}, sample)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(missing, "all but") {
			return // what each of them lacks is tried by itself
		}
		for _, sources := range []bool{false, true} {
			begun, err := tmpl.fill(Office{}, values, map[string]somebody{}, sources)
			if err != nil {
				t.Fatal(err)
			}
			got, edited, err := tmpl.Follow(Office{}, begun.Release, sample)
			if err != nil || len(edited) > 0 || !reflect.DeepEqual(textsOf(got.Release), textsOf(want.Release)) {
				t.Errorf("%s %s without %s, placeholders %v: edited %+v, %v\n%q\n%q", tmpl.Language, tmpl.Name, missing, sources, edited, err, textsOf(got.Release), textsOf(want.Release))
			}
		}
	})
}

func TestAsk(t *testing.T) {
	for _, c := range [][2]string{
		{"Кто принимает", "кто принимает"},
		{"Кто участвовал (по одному в строке)", "кто участвовал"},
		{"СМИ", "СМИ"},
		{"Whom?", "whom"},
		{"Дата:", "дата"},
		{"", "the field"},
		{" Место ", "место"},
		{"(все) места", "(все) места"},
		{"С кем (и где) встреча", "с кем (и где) встреча"},
		{"N", "n"},
		{"3-я сторона", "3-я сторона"},
	} {
		if got := (Field{Name: "the_field", Label: c[0]}).Ask(); got != c[1] {
			t.Errorf("%q asks for %q, not %q", c[0], got, c[1])
		}
	}
}

// TestLabelsOfAnyKind has an office's own labels: whatever stands in them, the blank is one
// and the checks see its end.
func TestLabelsOfAnyKind(t *testing.T) {
	for _, label := range []string{
		"Кто [и где]", "{host}", "две\nстроки", strings.Repeat("очень длинное имя ", 40), strings.Repeat("ვინ იღებს ", 60), "a]b", "«Кто»", "_", "🙂",
	} {
		for _, language := range []string{"ru", "en", "kk"} {
			tmpl := Template{Name: "try", Language: language, Lead: "Это {x}, да.", Fields: []Field{{Name: "x", Kind: Text, Label: label, Required: true}}}
			for _, value := range []string{"", "о дорогах the roads"} {
				filled, err := tmpl.Fill(Office{}, map[string]Value{"x": {Text: value}})
				if err != nil {
					t.Fatal(err)
				}
				text := filled.Release.Lead
				blanks := Blanks(text)
				if value != "" && len(blanks) == 0 {
					continue // it is taken for the text's own language
				}
				if len(blanks) != 1 || !utf8.ValidString(text) || strings.ContainsAny(text, "{}") {
					t.Fatalf("%q: %q", label, text)
				}
				found := slices.ContainsFunc(proof.Check(filled.Release, proof.Params{}), func(f proof.Finding) bool {
					return f.Code == proof.PlaceholderLeft && f.Text == text[blanks[0].Start:blanks[0].End]
				})
				if !found {
					t.Errorf("%q: the checks pass %q", label, text)
				}
			}
		}
	}
}

// TestPrepositionsAreAskedForOnce puts blanks behind the prepositions with which they begin.
func TestPrepositionsAreAskedForOnce(t *testing.T) {
	for _, c := range [][4]string{
		{"ru", "Заявление о {x.prep}", "О чём", "Заявление [укажите: о чём]"},
		{"ru", "поздравил с {x.ins}", "С чем", "поздравил [укажите: с чем]"},
		{"ru", "соболезнует в связи с {x.ins}", "В связи с чем", "соболезнует [укажите: в связи с чем]"},
		{"ru", "Встреча с {x.ins}, с {x.ins}", "С кем встреча", "Встреча [укажите: с кем встреча], [укажите: с кем встреча]"},
		{"ru", "С {x.ins} встреча", "С кем", "[укажите: с кем] встреча"},
		{"ru", "о {x.prep}", "Кто", "о [укажите: кто]"},
		{"ru", "когда {x}", "Когда это", "когда [укажите: когда это]"},
		{"ru", "кино {x}", "О чём", "кино [укажите: о чём]"},
		{"en", "sent to {x} on {x}", "To whom", "sent [fill in: to whom] on [fill in: to whom]"},
		{"en", "Talks on {x}", "On", "Talks on [fill in: on]"},
	} {
		tmpl := Template{Name: "try", Language: c[0], Fields: []Field{{Name: "x", Kind: Text, Label: c[2], Required: true}}}
		if got := newFilling(Office{}, tmpl, nil).text(c[1]); got != c[3] {
			t.Errorf("%s, %s: %s", c[1], c[2], got)
		}
	}
	empty := Template{Name: "try", Language: "ru", Fields: []Field{{Name: "x", Kind: Text, Label: "До чего"}, {Name: "y", Kind: Text, Label: "Кто"}}}
	if got := newFilling(Office{}, empty, map[string]Value{"y": {Text: "мы"}}).text("{y} до {x}"); got != "мы [укажите: до чего]" {
		t.Errorf("one of two optional ones is missing: %q", got)
	}
	if got := newFilling(Office{}, empty, nil).text("{y} до {x}"); got != "" {
		t.Errorf("both are missing: %q", got)
	}
	many := Template{Name: "try", Language: "ru", Fields: []Field{{Name: "x", Kind: People, Label: "Кто", Required: true}}}
	if got := newFilling(Office{}, many, nil).text("{x:принял/приняла/приняло/приняли} участие {x}"); got != "приняли участие [укажите: кто]" {
		t.Error(got)
	}
}

// TestLongBlanks asks in many words: what is cut off is cut between letters.
func TestLongBlanks(t *testing.T) {
	for _, words := range []string{strings.Repeat("щ", longestBlank), "a" + strings.Repeat("щ", longestBlank), strings.Repeat("a ", longestBlank)} {
		blank := (&filling{}).blankOf(words, "")
		all := Blanks(blank)
		if len(all) != 1 || len(all[0].Words) > longestBlank || !strings.HasSuffix(all[0].Words, "…") || !utf8.ValidString(blank) {
			t.Errorf("%q: %+v", blank, all)
		}
	}
}

// A template in neither Russian nor English asks in the language of whoever fills it in.
func TestAsksInTheLanguageOfThePerson(t *testing.T) {
	for _, c := range [][4]string{
		{"kk", "ru", "Уақыты", "[укажите: уақыты]"},
		{"kk", "en", "Уақыты", "[fill in: уақыты]"},
		{"uz", "ru", "Vaqti", "[укажите: vaqti]"},
		{"hy", "en", "Ժամը", "[fill in: ժամը]"},
		{"en", "ru", "Time", "[fill in: time]"},
		{"ru", "en", "Время", "[укажите: время]"},
	} {
		tmpl := Template{Name: "try", Language: c[0], Lead: "{x}", Fields: []Field{{Name: "x", Kind: Text, Label: c[2], Required: true}}}
		filled, err := tmpl.Fill(Office{Language: c[1]}, nil)
		if got := filled.Release.Lead; err != nil || strings.TrimSuffix(got, ".") != c[3] {
			t.Errorf("%s in %s asks %q: %v", c[0], c[1], got, err)
		}
	}
}

// A draft whose blanks were asked for in one language is followed in a window of another.
func TestFollowedInAnotherLanguage(t *testing.T) {
	tmpl := Template{
		Name: "try", Language: "ky", Kind: "news", Headline: "{event}", Lead: "{place}: {event}, {guest}.",
		Blocks: []release.Block{{Kind: release.Paragraph, Text: "{guest}, {event}."}},
		Fields: []Field{{Name: "event", Label: "Event", Kind: Text, Required: true}, {Name: "place", Label: "Place", Kind: Text, Required: true}, {Name: "guest", Label: "Guest", Kind: Text, Required: true}},
	}
	given := map[string]Value{"event": {Text: "кеңеш"}}
	draft, err := tmpl.Fill(Office{Language: "ru"}, given)
	if err != nil {
		t.Fatal(err)
	}
	given["place"] = Value{Text: "Ош"}
	followed, edited, err := tmpl.Follow(Office{Language: "en"}, draft.Release, given)
	want, _ := tmpl.Fill(Office{Language: "en"}, given)
	if err != nil || len(edited) > 0 || followed.Release.Lead != want.Release.Lead || followed.Release.Blocks[0].Text != want.Release.Blocks[0].Text {
		t.Errorf("%v, %v: %q and %q", err, edited, followed.Release.Lead, followed.Release.Blocks[0].Text)
	}
}
