package spelling

import (
	"slices"
	"strings"

	"communique/editor/tomltext"
)

// Words are the office's own words, sorted, each as it is written: with a capital it
// stands for names, without one for both. Russian words stand for their forms too.
type Words []string

// wordsFile is words.toml.
type wordsFile struct {
	Words []string `toml:"words"`
}

// Encode writes words.toml. Its errors are those of tomltext.EncodeProven.
func (w Words) Encode() ([]byte, error) { return tomltext.EncodeProven(wordsFile{w}, checkWords) }

// DecodeWords reads words.toml: what can be read, and what cannot.
func DecodeWords(data []byte) (Words, []tomltext.Fault) {
	var f wordsFile
	faults := tomltext.Salvage(data, &f, checkWords)
	return Words(nil).With(f.Words...), faults
}

func checkWords(key string, value any) *tomltext.Fault {
	if word, ok := value.(string); ok && key == "words" && !IsWord(word) {
		return &tomltext.Fault{Why: tomltext.Misfit}
	}
	return nil
}

// IsWord reports whether a text is one word that can be added.
func IsWord(text string) bool {
	all := tokens(text)
	return len(all) == 1 && all[0].start == 0 && all[0].end == len(text) && (all[0].skipped == "" || all[0].skipped == Mixed)
}

// With returns the words with more.
func (w Words) With(more ...string) Words {
	all := append(slices.Clone(w), more...)
	for i := range all {
		all[i] = bare(all[i])
	}
	slices.SortFunc(all, func(a, b string) int {
		if n := strings.Compare(folded(a), folded(b)); n != 0 {
			return n
		}
		return strings.Compare(a, b)
	})
	return slices.Compact(all)
}

// Without returns the words without some.
func (w Words) Without(gone ...string) Words {
	left := slices.Clone(w)
	for _, word := range gone {
		left = slices.DeleteFunc(left, func(other string) bool { return other == bare(word) })
	}
	return left
}

// Has reports whether a word is in the list as it is written.
func (w Words) Has(word string) bool { return slices.Contains(w, bare(word)) }
