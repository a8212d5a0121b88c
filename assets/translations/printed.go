package translations

import (
	"maps"
	"regexp"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"communique/assets/languages"
)

// Wording is the words that a release bears beside its own, in its language: what it is
// called, its pages, its marks.
type Wording struct{ words map[string]string }

// Printed returns the wording of a language (BCP 47); of one that the program has no words
// in, the English one. It is read when first asked for.
func Printed(language string) Wording {
	name := languages.Of(language)
	if name == "" {
		name = "en"
	}
	return Wording{printed[name]()}
}

// Or returns the wording, and that of a language, as Printed has it, in the place of the zero one.
func (w Wording) Or(language string) Wording {
	if w.words == nil {
		return Printed(language)
	}
	return w
}

var printed = func() map[string]func() map[string]string {
	all := map[string]func() map[string]string{}
	for _, language := range languages.All() {
		all[language] = sync.OnceValue(func() map[string]string {
			words := map[string]string{}
			if _, err := toml.DecodeFS(files, "printed."+language+".toml", &words); err != nil {
				panic(err) // they are part of the program
			}
			return words
		})
	}
	return all
}()

// Text returns the words named name, with their arguments. A name that is missing comes
// back between marks, so that it is seen.
func (w Wording) Text(name string, args ...map[string]any) string {
	text, known := w.words[name]
	if !known {
		return "⟦" + name + "⟧"
	}
	if len(args) == 0 {
		return text
	}
	return filled(text, args[0])
}

// own marks an argument in a house's own words: {page}.
var own = regexp.MustCompile(`\{(\w+)\}`)

// With returns the wording with a house's own words in the place of some, by the keys that
// OwnWords lists, with arguments as these are listed.
func (w Wording) With(words map[string]string) Wording {
	if len(words) == 0 {
		return w
	}
	all := maps.Clone(w.words)
	for key, text := range words {
		all[printedName(key)] = own.ReplaceAllStringFunc(text, func(arg string) string {
			return "{{." + strings.ToUpper(arg[1:2]) + arg[2:len(arg)-1] + "}}"
		})
	}
	return Wording{all}
}

// printedName is the name of words by their key in a house style: "press_release".
func printedName(key string) string {
	return strings.Join([]string{"printed", strings.ReplaceAll(key, "_", "-")}, "-")
}

// OwnWords lists the words of which a house may have its own, each with the arguments that
// it can show: "page" with "{page}" and "{pages}".
func OwnWords() map[string][]string {
	keys := map[string][]string{}
	for name, text := range printed["en"]() {
		_, key, _ := strings.Cut(name, "-")
		if strings.HasPrefix(key, "blank-") { // they are to be filled in, and leave with no release
			continue
		}
		args := []string{}
		for _, arg := range own.FindAllString(strings.ReplaceAll(text, ".", ""), -1) {
			args = append(args, strings.ToLower(arg))
		}
		keys[strings.ReplaceAll(key, "-", "_")] = args
	}
	return keys
}
