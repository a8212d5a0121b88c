package template

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"communique/editor/release"
	"communique/editor/tomltext"
)

// Templates stand in the order of their kinds, the plainest of a kind first,
// then by what people call them.
func TestTheOrderOfTemplates(t *testing.T) {
	named := func(name, title, language string, kind release.Kind) Template {
		return Template{Name: name, Title: title, Language: language, Kind: kind}
	}
	set := Set{
		named("digest", "А", "ru", release.News), named("comment", "Б", "ru", release.Comment), named("visit", "В", "ru", release.Meeting), named("call", "Б", "ru", release.Meeting),
		named("meeting", "Я", "ru", release.Meeting), named("exercise", "А", "ru", release.Exercise), named("meeting", "A", "en", release.Meeting), named("news", "Я", "ru", release.News),
	}
	var got []string
	for _, tmpl := range set.In("ru") {
		got = append(got, tmpl.Name)
	}
	if strings.Join(got, " ") != "meeting call visit exercise comment news digest" {
		t.Errorf("got %v", got)
	}
	stages := Set{named("exercise-end", "Учение: завершение", "ru", release.Exercise), named("exercise-course", "Учение: ход", "ru", release.Exercise), named("exercise", "Учение: открытие", "ru", release.Exercise), named("a", "Ярмарка: итоги", "ru", release.Exercise)}.In("ru")
	if stages[0].Name != "exercise" || stages[1].Name != "exercise-course" || stages[2].Name != "exercise-end" || stages[3].Name != "a" {
		t.Errorf("the stages are %v", stages)
	}
	if in := set.In("en"); len(in) != 1 || in[0].Title != "A" || len(set.In("kk")) != 0 {
		t.Errorf("in English: %+v", in)
	}
	some := Set{named("a", "A", "zz", ""), named("b", "B", "ky", ""), named("c", "C", "en", ""), named("d", "D", "aa", ""), named("e", "E", "ru", ""), named("f", "F", "ky", "")}
	if got := strings.Join(some.Languages(), " "); got != "ru en ky aa zz" {
		t.Errorf("the languages: %s", got)
	}
	own := Set{named("visit", "Свой", "ru", release.Meeting), named("meeting", "Own", "kk", release.Meeting)}
	all := set.With(own)
	if len(all) != len(set)+1 {
		t.Errorf("%d templates", len(all))
	}
	for _, want := range []Template{own[0], own[1], set[6], set[4]} {
		if tmpl, err := all.Find(want.Name, want.Language); err != nil || tmpl.Title != want.Title {
			t.Errorf("%s in %s is %q, %v", want.Name, want.Language, tmpl.Title, err)
		}
	}
	if len(own) != 2 || own[0].Title != "Свой" {
		t.Error("the office's own are changed")
	}
	var missing *MissingError
	if _, err := set.Find("visit", "en"); !errors.As(err, &missing) || missing.Name != "visit" || missing.Language != "en" || strings.Join(missing.Known, " ") != "meeting" {
		t.Errorf("got %v", err)
	}
	if _, err := set.Find("none", "ru"); !errors.As(err, &missing) || strings.Join(missing.Known, " ") != "call comment digest exercise meeting news visit" {
		t.Errorf("got %v", err)
	}
}

func TestLoad(t *testing.T) {
	good := fstest.MapFS{"a/try.toml": {Data: []byte(head)}, "b.TOML": {Data: []byte("?")}, "a/readme.md": {Data: []byte("?")}, "c.toml/x": {Data: []byte("?")}}
	if set, err := Load(good); err != nil || len(set) != 1 || set[0].Name != "try" {
		t.Errorf("%+v, %v", set, err)
	}
	var unknown tomltext.Fault
	_, err := Load(fstest.MapFS{"ru/try.toml": {Data: []byte(strings.Replace(head, "title", "titel", 1))}})
	if !errors.As(err, &unknown) || unknown.Why != tomltext.Unknown || !strings.HasPrefix(err.Error(), "ru/try.toml: ") {
		t.Errorf("got %v", err)
	}
}

func TestFactsOfTemplates(t *testing.T) {
	for _, tt := range []struct {
		err interface {
			error
			Fact() (string, map[string]any)
		}
		name, text string
		args       map[string]any
	}{
		{&Error{"a", 3, "{x}", "{y}"}, "template-placeholder", "template a, line 3: {x} (fits: {y})", map[string]any{"Template": "a", "Line": 3, "Placeholder": "{x}", "Fits": "{y}"}},
		{&FieldError{"a", "b", "c", "d"}, "template-field", `template a: field b: "c" (fits: d)`, map[string]any{"Template": "a", "Field": "b", "Value": "c", "Fits": "d"}},
		{&MissingError{"a", "ru", []string{"b", "c"}}, "template-missing", "no template a in ru; there are b, c", map[string]any{"Name": "a", "Language": "ru", "Known": "b, c"}},
	} {
		if name, args := tt.err.Fact(); name != tt.name || !reflect.DeepEqual(args, tt.args) || tt.err.Error() != tt.text {
			t.Errorf("got %s %v, %s", name, args, tt.err)
		}
	}
}
