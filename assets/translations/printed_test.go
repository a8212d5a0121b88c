package translations

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"communique/assets/languages"
)

// letters are the scripts that languages are written in, and the letters in which one of
// them differs from others.
var letters = map[string]*regexp.Regexp{
	"hy": regexp.MustCompile(`\p{Armenian}`), "ka": regexp.MustCompile(`\p{Georgian}`), "ar": regexp.MustCompile(`\p{Arabic}`), "zh": regexp.MustCompile(`\p{Han}`),
	"en": regexp.MustCompile(`[A-Za-z]`), "de": regexp.MustCompile(`[A-Za-z]`), "fr": regexp.MustCompile(`[A-Za-z]`),
	"az": regexp.MustCompile(`[A-Za-z]`), "ro": regexp.MustCompile(`[A-Za-z]`), "uz": regexp.MustCompile(`[A-Za-z]`),
}

// TestEveryLanguageIsComplete: each language has the words that English has, with the same
// arguments, in its own letters.
func TestEveryLanguageIsComplete(t *testing.T) {
	found, err := files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range found {
		if lang, ok := strings.CutPrefix(file.Name(), "printed."); ok && !slices.Contains(languages.All(), strings.TrimSuffix(lang, ".toml")) {
			t.Errorf("%s is of no language", file.Name())
		}
	}
	english := wordsOf(t, "en")
	for _, lang := range languages.All() {
		words := wordsOf(t, lang)
		for name, text := range english {
			if strings.TrimSpace(words[name]) == "" {
				t.Errorf("%s: %s is missing", lang, name)
			}
			if got, want := arguments(words[name]), arguments(text); !slices.Equal(got, want) {
				t.Errorf("%s: %s takes %v, not %v", lang, name, got, want)
			}
		}
		own, listed := letters[lang]
		if !listed {
			own = regexp.MustCompile(`\p{Cyrillic}`)
		}
		for name, text := range words {
			if _, known := english[name]; !known {
				t.Errorf("%s: nothing says %s", lang, name)
			}
			for _, word := range regexp.MustCompile(`[\p{L}\p{M}]+`).FindAllString(argument.ReplaceAllString(text, ""), -1) {
				if !own.MatchString(word) && word != "N" {
					t.Errorf("%s: %s has %q", lang, name, word)
				}
			}
		}
	}
}

func wordsOf(t *testing.T, lang string) map[string]string {
	t.Helper()
	words := map[string]string{}
	if _, err := toml.DecodeFS(files, "printed."+lang+".toml", &words); err != nil {
		t.Fatal(err)
	}
	return words
}

func TestPrinted(t *testing.T) {
	page := map[string]any{"Page": 1, "Pages": 3}
	for lang, want := range map[string]string{
		"ru": "стр. 1 из 3", "ru-BY": "стр. 1 из 3", "kk": "3 беттің 1-беті", "kk-KZ": "3 беттің 1-беті", "uz": "3 sahifadan 1-sahifa",
		"uz-Cyrl": "3 саҳифадан 1-саҳифа", "en-GB": "page 1 of 3", "": "page 1 of 3", "pl": "page 1 of 3", "zh": "第1页，共3页",
	} {
		if got := Printed(lang).Text("printed-page", page); got != want {
			t.Errorf("%q: %q", lang, got)
		}
	}
	if got := Printed("ru").Text("printed-nothing"); got != "⟦printed-nothing⟧" {
		t.Errorf("got %q", got)
	}
}

// A house's own words stand in the place of some, and change no others'.
func TestOwnWords(t *testing.T) {
	house := Printed("ru").With(map[string]string{"page": "{pages}/{page}", "press_release": "СООБЩЕНИЕ", "draft": "{nothing}"})
	for name, want := range map[string]string{
		"printed-page": "3/1", "printed-press-release": "СООБЩЕНИЕ", "printed-draft": "{{.Nothing}}", "printed-statement": "ЗАЯВЛЕНИЕ",
	} {
		if got := house.Text(name, map[string]any{"Page": 1, "Pages": 3}); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	if got := Printed("ru").Text("printed-press-release"); got != "ПРЕСС-РЕЛИЗ" {
		t.Errorf("everybody says %q now", got)
	}
	keys := OwnWords()
	if !slices.Equal(keys["page"], []string{"{page}", "{pages}"}) || len(keys["draft"]) != 0 || !slices.Contains(slices.Collect(maps.Keys(keys)), "press_release") {
		t.Errorf("keys %v", keys)
	}
	if _, blank := keys["blank_date"]; blank {
		t.Error("a blank is no word of a style")
	}
}
