package template

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"communique/assets/languages"
	"communique/assets/templates"
	"communique/editor/release"
)

// Ending is how the names of templates' files end.
const Ending = ".toml"

// Set is the templates to choose from.
type Set []Template

// Languages returns those that have templates: the ones that the program knows, in their order,
// then others by their tags.
func (s Set) Languages() []string {
	has := map[string]bool{}
	for _, t := range s {
		has[t.Language] = true
	}
	var all []string
	for _, language := range languages.All() {
		if has[language] {
			all = append(all, language)
			delete(has, language)
		}
	}
	return append(all, slices.Sorted(maps.Keys(has))...)
}

// In returns the templates of a language, in the order of their kinds.
func (s Set) In(language string) []Template {
	var found []Template
	for _, t := range s {
		if t.Language == language {
			found = append(found, t)
		}
	}
	kinds := release.Kinds()
	rank := func(t Template) int { // what has no kind of its own comes last
		return (slices.Index(kinds, t.Kind) + len(kinds) - 1) % len(kinds)
	}
	named := func(t Template) int { // the plainest of a kind comes first
		if t.Name == string(t.Kind) {
			return 0
		}
		return 1
	}
	slices.SortFunc(found, func(a, b Template) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(named(a), named(b)), compareTitles(a, b))
	})
	return found
}

// compareTitles orders by title; those of one event, «Учение: ход» and «Учение: завершение», by their names, which
// go with time.
func compareTitles(a, b Template) int {
	event, _, stages := strings.Cut(a.Title, ": ")
	if other, _, too := strings.Cut(b.Title, ": "); stages && too && event == other {
		return strings.Compare(a.Name, b.Name)
	}
	return strings.Compare(a.Title, b.Title)
}

// MissingError says that there is no template of that name and language.
type MissingError struct {
	Name, Language string
	Known          []string
}

func (e *MissingError) Error() string {
	return fmt.Sprintf("no template %s in %s; there are %s", e.Name, e.Language, strings.Join(e.Known, ", "))
}

// Fact names the error for the translations.
func (e *MissingError) Fact() (string, map[string]any) {
	return "template-missing", map[string]any{
		"Name": e.Name, "Language": e.Language, "Known": strings.Join(e.Known, ", "),
	}
}

// Find returns a template by its name, or a *MissingError.
func (s Set) Find(name, language string) (Template, error) {
	var known []string
	for _, t := range s {
		if t.Language != language {
			continue
		}
		if t.Name == name {
			return t, nil
		}
		known = append(known, t.Name)
	}
	slices.Sort(known)
	return Template{}, &MissingError{name, language, known}
}

// Embedded returns the templates the program ships with.
func Embedded() (Set, error) { return Load(templates.Files) }

// FileError names a file that is no template, and says why.
type FileError struct {
	Path  string
	Cause error
}

func (e *FileError) Error() string { return fmt.Sprintf("%s: %v", e.Path, e.Cause) }

// Unwrap returns the cause, to be told in a line of its own.
func (e *FileError) Unwrap() []error { return []error{e.Cause} }

// Fact names the error for the translations.
func (e *FileError) Fact() (string, map[string]any) {
	return "template-file", map[string]any{"Path": e.Path}
}

// Load reads every .toml file of a folder and of those in it. Files that are no
// templates are told beside the rest, a *FileError each.
func Load(fsys fs.FS) (Set, error) {
	var set Set
	var broken []error
	err := fs.WalkDir(fsys, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() || !strings.HasSuffix(path, Ending) {
			return nil
		}
		data, err := fs.ReadFile(fsys, path)
		if err != nil {
			return err
		}
		t, err := Parse(data)
		if err != nil {
			broken = append(broken, &FileError{path, err})
			return nil
		}
		set = append(set, t)
		return nil
	})
	return set, errors.Join(append(broken, err)...)
}

// With returns s and own together; where both have a template of one name and
// language, own's is taken.
func (s Set) With(own Set) Set {
	all := slices.Clone(own)
	for _, t := range s {
		if _, err := own.Find(t.Name, t.Language); err != nil {
			all = append(all, t)
		}
	}
	return all
}
