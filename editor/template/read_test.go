package template

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"communique/editor/grammar"
	"communique/editor/proof"
	"communique/editor/release"
)

// TestReadAsAnEditorWould fills every shipped template with values as different
// as people's are: the texts are golden files, to be read before they are taken.
func TestReadAsAnEditorWould(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"ru", "en"} {
		sets := values(t, language)
		if len(sets) < 10 {
			t.Errorf("%d sets of values in %s", len(sets), language)
		}
		for i, given := range sets {
			var all strings.Builder
			house := grammar.House{}
			if i%2 == 1 {
				house.English = release.EnglishAP
			}
			for _, name := range shipped {
				tmpl, err := set.Find(name, language)
				if err != nil {
					t.Fatal(err)
				}
				filled, err := tmpl.Fill(Office{House: house, Registers: office}, chosen(tmpl, given, i))
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range proof.Check(filled.Release, proof.Params{}) {
					if f.Code != proof.ContactMissing && f.Code != release.FormGuessed {
						t.Errorf("%s %d, %s: %s: %s", language, i+1, name, f.Code, f.Text)
					}
				}
				write(&all, filled.Release)
				for _, g := range filled.Guesses {
					fmt.Fprintf(&all, "? %s\n", g.Form)
				}
			}
			golden(t, filepath.Join("testdata", "read", fmt.Sprintf("%s-%02d.txt", language, i+1)), all.String())
		}
	}
}

// values are the sets of values in a language: "# name", then "field: value",
// lines of a value parted by " | ".
func values(t *testing.T, language string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "read", language+"-values.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var sets []map[string]string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "# ") {
			sets = append(sets, map[string]string{})
		} else if field, text, ok := strings.Cut(line, ": "); ok {
			sets[len(sets)-1][field] = strings.ReplaceAll(text, " | ", "\n")
		}
	}
	return sets
}

// chosen gives each field of a template its value out of a set, and what the
// set does not have out of its hint. Of a choice one set takes the first option, the next the second.
func chosen(tmpl Template, given map[string]string, turn int) map[string]Value {
	all := example(tmpl, false)
	for _, f := range tmpl.Fields {
		if f.Kind == Choice {
			all[f.Name] = Value{Text: f.Options[turn%len(f.Options)]}
		} else if text, ok := given[f.Name]; ok {
			all[f.Name] = Value{Text: text}
		}
	}
	return all
}

// faults are what no text may have, whatever is filled in.
var faults = regexp.MustCompile(`  | [,.;:!?»”]|[«“] |\.\.|,,|,\.|;\.|!\.|\?\.|\.,$|««|»»|""|\{|\}|(?:^|[\s(])(?:о|в|с|к) (?:о|об|в|во|с|со|к|по|на|за) |\bat (?:at|in|on) |\bon (?:on|at|in) |\bthe the\b`)

// TestNoFaultOfPunctuation fills every shipped template with people, places and
// topics that end, begin and quote in every way.
func TestNoFaultOfPunctuation(t *testing.T) {
	set, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string][]string{
		"ru": {"развитие торговли", "Развитие торговли.", "о развитии торговли", "«Путь»", "проект «Путь»", "проект \"Путь\".", "форум «Мир и «Диалог»", "в Минске", "по итогам 2024 г.", "СМИ", "три вопроса,", "переговоры; консультации", "Что дальше?", "Вперёд!", "торговля и транспорт…", "100-летие университета", "аэропорт", "на полигоне «Пробный»", "в связи с юбилеем", "с Новым годом"},
		"en": {"trade", "The development of trade.", "on trade", "“Path”", "the \"Path\" project", "at the base", "the results of 2024,", "What next?", "Forward!", "three items", "a.m.", "in Minsk", "a plan; a programme"},
	}
	people := []string{"Иван Пробный", "Министр Анна Озерова", "И. Н. Пробный", "Пробный И.Н.", "Генеральный секретарь", "Анна Озерова и Иван Пробный", "Анна Озерова;\nИван Пробный.", "посол Мария Тихая,", "Ivan Probny, Minister of Defence", "Секретариат Совета"}
	places := []string{"Бишкек", "Куба", "Вьетнам", "Алматы", "село Пробное", "Санкт-Петербург", "Объединённые Арабские Эмираты", "г. Минск"}
	for _, tmpl := range set {
		for i, text := range texts[tmpl.Language] {
			given := map[string]Value{}
			for k, f := range tmpl.Fields {
				value := text
				switch f.Kind {
				case Date:
					value = "11.09.2024"
				case Choice:
					value = f.Options[i%len(f.Options)]
				case Person, People:
					value = people[(i+k)%len(people)]
				case Place:
					value = places[(i+k)%len(places)]
				}
				given[f.Name] = Value{Text: value}
			}
			filled, err := tmpl.Fill(Office{Registers: office}, given)
			if err != nil {
				t.Fatal(err)
			}
			r := filled.Release
			all := []string{r.Headline, r.Lead}
			for _, b := range r.Blocks {
				all = append(all, b.Text, b.Speaker)
			}
			for _, line := range all {
				if found := faults.FindString(line); found != "" {
					t.Errorf("%s/%s: %q in %s", tmpl.Language, tmpl.Name, found, line)
				}
			}
		}
	}
}
