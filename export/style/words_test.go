package style

import (
	"errors"
	"strings"
	"testing"

	"communique/assets/translations"
)

// TestOwnWords: a style's own words stand in the pages of their language alone.
func TestOwnWords(t *testing.T) {
	s, err := Read("own", []byte(`[words]
kk = { draft = "ЖОБА НҰСҚА", page = "{page}/{pages}" }
uz-Cyrl = { draft = "ҚОРАЛАМА" }
[words.en-GB]
draft = "FOR COMMENT"
`), nil)
	if err != nil {
		t.Fatal(err)
	}
	page := map[string]any{"Page": 2, "Pages": 3}
	for lang, want := range map[string][2]string{
		"kk": {"ЖОБА НҰСҚА", "2/3"}, "kk-KZ": {"ЖОБА НҰСҚА", "2/3"}, "uz-Cyrl-UZ": {"ҚОРАЛАМА", "3 саҳифадан 2-саҳифа"},
		"uz": {"LOYIHA", "3 sahifadan 2-sahifa"}, "ru": {"ПРОЕКТ", "стр. 2 из 3"}, "en-GB": {"FOR COMMENT", "page 2 of 3"}, "en": {"DRAFT", "page 2 of 3"}, "": {"DRAFT", "page 2 of 3"},
	} {
		words := s.Wording(lang)
		if got := [2]string{words.Text("printed-draft"), words.Text("printed-page", page)}; got != want {
			t.Errorf("%q: %v", lang, got)
		}
	}
}

// TestOwnWordsAreChecked tries each key with what it can show, and with what it cannot.
func TestOwnWordsAreChecked(t *testing.T) {
	for key, args := range translations.OwnWords() {
		if _, err := Read("own", keyed("words.ky."+key, "бир "+strings.Join(args, " ")), nil); err != nil {
			t.Errorf("%s: %v", key, err)
		}
	}
	for line, want := range map[string]string{
		`words.ky.drafts = "x"`:                                        "words.ky",
		`words.ky.blank_date = "x"`:                                    "words.ky",
		`words.kyrgyz-language-of-ours.draft = "x"`:                    "words",
		`words.ky.draft = ""`:                                          "words.ky.draft",
		`words.ky.draft = "a\nb"`:                                      "words.ky.draft",
		`words.ky.draft = "{page}"`:                                    "words.ky.draft",
		`words.ky.page = "{page} {Pages}"`:                             "words.ky.page",
		`words.ky.page = "{page"`:                                      "words.ky.page",
		`words.ky.draft = "` + strings.Repeat("я", longestOwn+1) + `"`: "words.ky.draft",
		`words.ky.draft = "` + strings.Repeat("я", longestOwn) + `"`:   "",
		`words.pl.draft = "PROJEKT"`:                                   "",
	} {
		_, err := Read("own", []byte(line), nil)
		var wrong *ValueError
		if strings.Contains(line, "draft") && wrong != nil && wrong.Counted && wrong.Known != "1–120" {
			t.Errorf("%s: known are %s", line, wrong.Known)
		}
		if errors.As(err, &wrong) != (want != "") || wrong != nil && wrong.Key != want || want == "" && err != nil {
			t.Errorf("%.60s: got %v", line, err)
		}
	}
}

// TestOwnWordsSayWhatTheyAreFor: without the time an embargo is none.
func TestOwnWordsSayWhatTheyAreFor(t *testing.T) {
	for line, want := range map[string]string{
		`words.ky.embargo_until = "жарыялабагыла, {zone}"`: "{time}",
		`words.ky.embargo_until = "{time} чейин"`:          "",
		`words.ky.page = "барлыгы {pages}"`:                "{page}",
		`words.ky.page = "{page}"`:                         "",
		`words.ky.number = "{kind}"`:                       "{number}",
		`words.ky.number = "№ {number}"`:                   "",
		`words.ky.photo_credit = "сүрөт"`:                  "{author}",
		`words.ky.photo_shows = "сүрөттө"`:                 "{text}",
		`words.ky.draft = "долбоор"`:                       "",
	} {
		_, err := Read("own", []byte(line), nil)
		var lacks *LacksError
		if errors.As(err, &lacks) != (want != "") || want == "" && err != nil {
			t.Errorf("%s: %v", line, err)
			continue
		}
		if lacks == nil {
			continue
		}
		key, _, _ := strings.Cut(line, " = ")
		if name, args := lacks.Fact(); name != "style-lacks" || args["Key"] != key || args["Argument"] != want || lacks.Key != key {
			t.Errorf("%s: %s, %v", line, name, args)
		}
	}
}
