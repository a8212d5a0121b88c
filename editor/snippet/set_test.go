package snippet

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"communique/editor/release"
	"communique/editor/tomltext"
)

func titles(s Set) []string {
	var all []string
	for _, one := range s {
		all = append(all, one.Title+"/"+one.Language)
	}
	return all
}

func titled(title, language, text string) Snippet {
	return Snippet{Title: title, Language: language, Blocks: []release.Block{{Kind: release.Paragraph, Text: text}}}
}

// TestSetsOfSnippets: one takes the place of that of its title and language, and no other;
// found by the words of their titles, those first that begin so; one that is not there says
// which there are, each once.
func TestSetsOfSnippets(t *testing.T) {
	set := Set{titled("О Совете", "ru", "а"), titled("О Совете", "en", "b"), titled("Слова о Совете", "", "в")}
	with := set.With(titled("О Совете", "en", "c"))
	if len(with) != 3 || with[1].Blocks[0].Text != "c" || set[1].Blocks[0].Text != "b" {
		t.Errorf("in its place: %+v", with)
	}
	if got := titles(set.With(titled("О Совете", "", "г"))); !slices.Equal(got, []string{"О Совете/ru", "О Совете/en", "Слова о Совете/", "О Совете/"}) {
		t.Errorf("behind the others: %q", got)
	}
	for typed, want := range map[string][]string{
		"": {"О Совете/ru", "О Совете/en", "Слова о Совете/"}, "сов": {"О Совете/ru", "О Совете/en", "Слова о Совете/"}, "сл": {"Слова о Совете/"},
		"о": {"О Совете/ru", "О Совете/en", "Слова о Совете/"}, " сло сов": {"Слова о Совете/"}, "ете": nil,
	} {
		if got := titles(set.Begin(typed)); !slices.Equal(got, want) {
			t.Errorf("%q: %q", typed, got)
		}
	}
	if got := titles(Set{titled("Слова о Совете", "", ""), titled("О Совете", "", "")}.Begin("о")); !slices.Equal(got, []string{"О Совете/", "Слова о Совете/"}) {
		t.Errorf("those first that begin so: %q", got)
	}
	for language, want := range map[string][]string{"ru": {"О Совете/ru", "Слова о Совете/"}, "en": {"О Совете/en", "Слова о Совете/"}, "ky": {"Слова о Совете/"}} {
		if got := titles(set.In(language)); !slices.Equal(got, want) {
			t.Errorf("in %s: %q", language, got)
		}
	}
	if got, err := set.Titled("О Совете", "en"); err != nil || len(got) != 1 || got[0].Language != "en" {
		t.Errorf("got %v, %v", titles(got), err)
	}
	if got, err := set.Titled("О Совете", ""); err != nil || len(got) != 2 {
		t.Errorf("got %v, %v", titles(got), err)
	}
	var missing *MissingError
	if _, err := set.Titled("О Совете", "ky"); !errors.As(err, &missing) || !slices.Equal(missing.Known, []string{"О Совете", "Слова о Совете"}) {
		t.Errorf("told %v", err)
	}
	var exists *ExistsError
	if got, err := set.Add(Set{titled("Новое", "", "д"), titled("О Совете", "ru", "е")}); !errors.As(err, &exists) || exists.Title != "О Совете" || got != nil {
		t.Errorf("added %v, %v", titles(got), err)
	}
}

func TestFactsOfSnippets(t *testing.T) {
	for _, c := range []struct {
		err interface {
			error
			Fact() (string, map[string]any)
		}
		name, text string
		args       map[string]any
	}{
		{&MissingError{"а", []string{"б", "в"}}, "snippet-missing", "no snippet а", map[string]any{"Title": "а", "Known": "б; в"}},
		{&ExistsError{"а"}, "snippet-exists", "snippet а exists", map[string]any{"Title": "а"}},
		{&Error{"а", "{б}", "в"}, "snippet-placeholder", "snippet а: {б} (fits: в)", map[string]any{"Title": "а", "Placeholder": "{б}", "Fits": "в"}},
		{&Error{}, "snippet-untitled", "snippet :  (fits: )", nil},
	} {
		if name, args := c.err.Fact(); name != c.name || !reflect.DeepEqual(args, c.args) || c.err.Error() != c.text {
			t.Errorf("%s %v, %s", name, args, c.err)
		}
	}
}

// TestSnippetsThatCanBeReadStay, and what is wrong with the others is told.
func TestSnippetsThatCanBeReadStay(t *testing.T) {
	set, faults := Decode([]byte("[[snippets]]\ntitle = \"А\"\n[[snippets.blocks]]\nkind = \"paragraph\"\ntext = \"слова\"\n[[snippets]]\ntitle = \" \"\n[[snippets.blocks]]\nkind = \"paragraph\"\ntext = \"б\"\n[[snippets]]\ntitle = \"В\"\n[[snippets.blocks]]\nkind = \"paragraph\"\ntext = \"{нет\"\n"))
	if len(set) == 0 || set[0].Title != "А" || len(faults) == 0 || faults[0].Why != tomltext.Unnamed || faults[0].Line != 6 {
		t.Errorf("read %q, told %+v", titles(set), faults)
	}
}
