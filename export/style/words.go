package style

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"communique/assets/languages"
	"communique/assets/translations"
	"communique/editor/regexp"
)

// Wording returns the words that a page bears beside those of its release, in a language
// (BCP 47): the style's own, and the program's where it has none.
func (s *Style) Wording(lang string) translations.Wording {
	return translations.Printed(lang).With(s.ownWords(lang))
}

// ownWords are the style's for a tag itself, or for the language that it means.
func (s *Style) ownWords(lang string) map[string]string {
	if own, stated := s.Words[lang]; stated {
		return own
	}
	return s.Words[languages.Script(lang)]
}

var argument = regexp.MustCompile(`\{[^{}]*\}?`)

// validateWords reports words that nothing says, and what they cannot show.
func (s *Style) validateWords() error {
	known := translations.OwnWords()
	for _, lang := range slices.Sorted(maps.Keys(s.Words)) {
		if _, err := language.Parse(lang); err != nil {
			return &ValueError{Key: "words", Value: lang, Known: strings.Join(languages.All(), ", ")}
		}
		for _, key := range slices.Sorted(maps.Keys(s.Words[lang])) {
			at, text := "words."+lang+"."+key, s.Words[lang][key]
			args, listed := known[key]
			if !listed {
				return &ValueError{Key: "words." + lang, Value: key, Known: strings.Join(slices.Sorted(maps.Keys(known)), ", ")}
			}
			if err := validateOwn(at, text, args); err != nil {
				return err
			}
		}
	}
	return nil
}

// longestOwn is how long words of a style's own are at most, in code points.
const longestOwn = 120

// validateOwn reports words that are no line, and an argument that they cannot show.
func validateOwn(key, text string, args []string) error {
	if n := utf8.RuneCountInString(text); strings.ContainsFunc(text, unicode.IsControl) {
		return &ValueError{Key: key, Value: fmt.Sprintf("%q", text), Known: fmt.Sprintf("1–%d", longestOwn)}
	} else if strings.TrimSpace(text) == "" || n > longestOwn {
		return &ValueError{key, n, fmt.Sprintf("1–%d", longestOwn), true}
	}
	for _, arg := range argument.FindAllString(text, -1) {
		if !slices.Contains(args, arg) {
			return &ValueError{Key: key, Value: arg, Known: cmp.Or(strings.Join(args, ", "), "—")}
		}
	}
	for _, arg := range needed {
		if slices.Contains(args, arg) && !strings.Contains(text, arg) {
			return &LacksError{key, arg}
		}
	}
	return nil
}

// needed are the arguments that words of a style's own must show: without them they would
// be wrong. A house may name its kinds, pages in all or the zone in words, or not at all.
var needed = []string{"{time}", "{number}", "{page}", "{author}", "{text}"}

// LacksError names words of a style's own that do not show what they are there for.
type LacksError struct{ Key, Argument string }

func (e *LacksError) Error() string { return fmt.Sprintf("%s: no %s", e.Key, e.Argument) }

// Fact names the error for the translations.
func (e *LacksError) Fact() (string, map[string]any) {
	return "style-lacks", map[string]any{"Key": e.Key, "Argument": e.Argument}
}
