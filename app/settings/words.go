package settings

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"communique/editor/spelling"
	"communique/editor/spelling/hunspell"
	"communique/export/file"
)

// words is the file of the office's own words.
var words = list[spelling.Words]{"words.toml", spelling.DecodeWords, spelling.Words.Encode}

// LoadWords reads words.toml in dir; where it is not there, there are none. What is no
// word is left out, and told by an *UnreadError beside the rest; other errors are the file
// system's. Nothing is written.
func LoadWords(dir string) (spelling.Words, error) { return words.load(dir) }

// UpdateWords changes the office's words as they are on the disk, while nobody else does.
// What could not be read stays. The file is written whole or not at all.
func UpdateWords(dir string, change func(spelling.Words) (spelling.Words, error)) (spelling.Words, error) {
	return words.update(dir, change)
}

// dictionaries is the folder of dictionaries for hunspell, beside the settings.
const dictionaries = "dictionaries"

// DictionaryError says why a dictionary of the folder is not used.
type DictionaryError struct {
	Path  string
	Cause error
}

func (e *DictionaryError) Error() string { return fmt.Sprintf("dictionary %s: %v", e.Path, e.Cause) }

// Unwrap returns the cause, to be told in a line of its own.
func (e *DictionaryError) Unwrap() []error { return []error{e.Cause} }

// Fact names the error for the translations.
func (e *DictionaryError) Fact() (string, map[string]any) {
	return "settings-dictionary", map[string]any{"Path": e.Path}
}

// mostDictionaries is how many dictionaries of the folder are read.
const mostDictionaries = 20

// TooManyError says that a folder has more dictionaries than are read.
type TooManyError struct{}

func (*TooManyError) Error() string {
	return fmt.Sprintf("more than %d dictionaries", mostDictionaries)
}

// Fact names the error for the translations.
func (*TooManyError) Fact() (string, map[string]any) {
	return "settings-dictionaries", map[string]any{"N": mostDictionaries}
}

// LoadDictionaries reads the dictionaries that lie in the folder dictionaries of dir: each an
// affix file (kk_KZ.aff) with its list of words beside it (kk_KZ.dic), in the order of
// their names, twenty at most. Those that cannot be read, that lack one of the two files,
// and those beyond the twentieth are left out, and told by a *DictionaryError each beside
// the rest. It may take a second for each.
func LoadDictionaries(dir string) ([]*hunspell.Dictionary, error) {
	var names []string
	for _, extension := range []string{".aff", ".dic"} {
		paths, err := filepath.Glob(filepath.Join(escaped(dir), dictionaries, "*"+extension))
		if err != nil {
			return nil, err
		}
		for _, path := range paths {
			names = append(names, strings.TrimSuffix(path, extension))
		}
	}
	slices.Sort(names)
	var all []*hunspell.Dictionary
	var troubles []error
	for i, name := range slices.Compact(names) {
		var d *hunspell.Dictionary
		var err error = &TooManyError{}
		if i < mostDictionaries {
			err = file.Retry(func() (err error) { d, err = loadDictionary(name); return err })
		}
		if err != nil {
			troubles = append(troubles, &DictionaryError{name, err})
			continue
		}
		all = append(all, d)
	}
	return all, errors.Join(troubles...)
}

// escaped is a path as filepath.Glob takes it for itself.
func escaped(dir string) string {
	return strings.NewReplacer(`*`, `[*]`, `?`, `[?]`, `[`, `[[]`).Replace(dir)
}

// loadDictionary reads the two files that a name is of.
func loadDictionary(name string) (*hunspell.Dictionary, error) {
	aff, err := os.Open(name + ".aff") //nolint:gosec // the settings' own folder
	if err != nil {
		return nil, err
	}
	defer func() { _ = aff.Close() }() // only read
	dic, err := os.Open(name + ".dic") //nolint:gosec // as above
	if err != nil {
		return nil, err
	}
	defer func() { _ = dic.Close() }() // only read
	return hunspell.Read(aff, dic)
}
