package snippet

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"communique/editor/tomltext"
	"communique/editor/words"
)

// Set is the office's snippets, in the order of their file.
type Set []Snippet

// setFile is snippets.toml.
type setFile struct {
	Snippets []Snippet `toml:"snippets,omitempty"`
}

// Encode writes snippets.toml. Its errors are those of tomltext.EncodeProven.
func (s Set) Encode() ([]byte, error) { return tomltext.EncodeProven(setFile{s}, check) }

// Decode reads snippets.toml: each snippet that can be read, and what cannot.
func Decode(data []byte) (Set, []tomltext.Fault) {
	var f setFile
	faults := tomltext.Salvage(data, &f, check)
	return f.Snippets, faults
}

// check turns down what no snippet can be.
func check(_ string, value any) *tomltext.Fault {
	s, ok := value.(Snippet)
	if !ok {
		return nil
	}
	if strings.TrimSpace(s.Title) == "" {
		return &tomltext.Fault{Why: tomltext.Unnamed}
	}
	var wrong *Error
	if errors.As(s.Check(), &wrong) {
		return &tomltext.Fault{Why: tomltext.Misfit, Fits: wrong.Fits, Within: wrong.Placeholder}
	}
	return nil
}

// key tells a snippet from the others.
func (s Snippet) key() string { return s.Title + "\x00" + s.Language }

// In returns the snippets for releases in a language, those for any among them.
func (s Set) In(language string) Set {
	return slices.DeleteFunc(slices.Clone(s), func(one Snippet) bool { return one.Language != "" && one.Language != language })
}

// Begin returns those of the snippets in whose titles a word begins with each word of
// what was typed, those first whose title begins so. Nothing typed returns all.
func (s Set) Begin(typed string) Set {
	var first, rest Set
	for _, one := range s {
		title := words.Fold(one.Title)
		fits := words.Begin(one.Title, typed)
		switch {
		case fits && strings.HasPrefix(title, words.Fold(strings.TrimSpace(typed))):
			first = append(first, one)
		case fits:
			rest = append(rest, one)
		}
	}
	return append(first, rest...)
}

// MissingError says that there is no snippet of that title.
type MissingError struct {
	Title string
	Known []string
}

func (e *MissingError) Error() string { return fmt.Sprintf("no snippet %s", e.Title) }

// Fact names the error for the translations.
func (e *MissingError) Fact() (string, map[string]any) {
	return "snippet-missing", map[string]any{"Title": e.Title, "Known": strings.Join(e.Known, "; ")}
}

// Titled returns the snippets of a title, or the one among them that is for a language;
// "" asks for each. Its error is a *MissingError.
func (s Set) Titled(title, language string) (Set, error) {
	found := slices.DeleteFunc(slices.Clone(s), func(one Snippet) bool {
		return one.Title != title || language != "" && one.Language != language
	})
	if len(found) > 0 {
		return found, nil
	}
	missing := &MissingError{Title: title}
	for _, one := range s {
		if !slices.Contains(missing.Known, one.Title) {
			missing.Known = append(missing.Known, one.Title)
		}
	}
	return nil, missing
}

// With returns the snippets with one more, in the place of that of its title and
// language.
func (s Set) With(more Snippet) Set {
	all := slices.Clone(s)
	if i := slices.IndexFunc(all, func(one Snippet) bool { return one.key() == more.key() }); i >= 0 {
		all[i] = more
		return all
	}
	return append(all, more)
}

// ExistsError says that there is a snippet of that title and language already.
type ExistsError struct{ Title string }

func (e *ExistsError) Error() string { return fmt.Sprintf("snippet %s exists", e.Title) }

// Fact names the error for the translations.
func (e *ExistsError) Fact() (string, map[string]any) {
	return "snippet-exists", map[string]any{"Title": e.Title}
}

// Add returns the snippets with more. Where one of a title and a language is there
// already, the error is an *ExistsError.
func (s Set) Add(more Set) (Set, error) {
	for _, one := range more {
		if slices.ContainsFunc(s, func(old Snippet) bool { return old.key() == one.key() }) {
			return nil, &ExistsError{one.Title}
		}
		s = s.With(one)
	}
	return s, nil
}

// Without returns the snippets without those of the titles and languages of others.
func (s Set) Without(others Set) Set {
	return slices.DeleteFunc(slices.Clone(s), func(one Snippet) bool {
		return slices.ContainsFunc(others, func(other Snippet) bool { return one.key() == other.key() })
	})
}

// ChangedError says that a snippet is no more as it was when somebody began to change it.
type ChangedError struct{ Title string }

func (e *ChangedError) Error() string {
	return fmt.Sprintf("snippet %s was changed meanwhile", e.Title)
}

// Fact names the error for the translations.
func (e *ChangedError) Fact() (string, map[string]any) {
	return "snippet-changed", map[string]any{"Title": e.Title}
}

// Exchange returns the snippets with now in the place of old, which has to be there as it
// was; a *ChangedError says that it is not, an *ExistsError that another has now's title.
func (s Set) Exchange(old, now Snippet) (Set, error) {
	at := slices.IndexFunc(s, func(one Snippet) bool { return one.key() == old.key() })
	switch {
	case at < 0 || !reflect.DeepEqual(s[at], old):
		return nil, &ChangedError{old.Title}
	case now.key() != old.key() && slices.ContainsFunc(s, func(one Snippet) bool { return one.key() == now.key() }):
		return nil, &ExistsError{now.Title}
	}
	all := slices.Clone(s)
	all[at] = now
	return all, nil
}
