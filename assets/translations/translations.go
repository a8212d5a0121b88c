// Package translations holds the words the program says to people, in Russian
// and in English. Everything below the window and the command line returns
// facts; here a fact's name becomes a sentence.
package translations

import (
	"archive/zip"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"communique/assets/languages"

	"communique/assets/paths"
)

//go:embed *.toml
var files embed.FS

// Fact is an error or a finding that says what happened by a name and its
// arguments; the sentence stands in the translations under that name.
type Fact interface {
	Fact() (name string, args map[string]any)
}

// Words speaks one language. It is for any number of goroutines.
type Words struct {
	// Language is "ru" or "en".
	Language string

	tag   language.Tag
	files []func() map[string]entry // each is parted when a sentence is looked for in it

	lock      sync.Mutex
	bundle    *i18n.Bundle // the sentences that were asked for and are not plain
	known     map[string]bool
	localizer *i18n.Localizer
}

// Languages lists the languages of the interface.
func Languages() []string { return []string{"ru", "en"} }

// Match returns the interface language that suits a list of BCP 47 tags, such
// as the system's locales, best first; English where none suits.
func Match(tags ...string) string {
	if len(tags) > 0 { // to weigh languages takes longer than what most commands do
		if first, _, _ := strings.Cut(tags[0], "-"); slices.Contains(Languages(), first) {
			return first
		}
	}
	matcher := language.NewMatcher([]language.Tag{language.English, language.Russian})
	tag, _ := language.MatchStrings(matcher, tags...)
	base, _ := tag.Base()
	return base.String()
}

// New returns the words of a language that Languages lists.
func New(lang string) (*Words, error) {
	tag, err := language.Parse(lang)
	if err != nil {
		return nil, fmt.Errorf("language %q: %w", lang, err)
	}
	names, err := fs.Glob(files, "*."+lang+".toml")
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("no words for language %q", lang)
	}
	w := &Words{Language: lang, tag: tag, known: map[string]bool{}}
	for _, name := range names {
		w.files = append(w.files, sync.OnceValue(func() map[string]entry { return entriesOf(name) }))
	}
	return w, nil
}

// entry looks a sentence up, file by file: the command line's are in the first.
func (w *Words) entry(name string) (entry, bool) {
	for _, entries := range w.files {
		if e, there := entries()[name]; there {
			return e, true
		}
	}
	return entry{}, false
}

// Text returns the sentence named name. A name that is missing comes back
// between marks, so that it is seen; a test keeps the languages in step.
func (w *Words) Text(name string, args ...map[string]any) string {
	var values map[string]any
	if len(args) > 0 {
		values = w.said(args[0])
	}
	e, _ := w.entry(name)
	if text, plain := e.plain(); plain {
		return filled(text, values)
	}
	return w.localize(&i18n.LocalizeConfig{MessageID: name, TemplateData: values})
}

// said returns arguments with those that are facts or sentences in words, a Count as Number writes it, and
// the comma of Russian in decimals; a fact without a name says nothing.
func (w *Words) said(args map[string]any) map[string]any {
	for name, arg := range args {
		if n, is := arg.(int); is && name == "Count" {
			args = maps.Clone(args)
			args[name] = w.Number(n)
			continue
		}
		if n, is := arg.(float64); is && w.Language == "ru" {
			args = maps.Clone(args)
			args[name] = strings.Replace(fmt.Sprint(n), ".", ",", 1)
			continue
		}
		if sentence, is := arg.(Sentence); is {
			args = maps.Clone(args)
			args[name] = sentence(w)
			continue
		}
		fact, is := arg.(Fact)
		if !is {
			continue
		}
		args = maps.Clone(args)
		inner, its := fact.Fact()
		if args[name] = ""; inner != "" {
			args[name] = w.Text(inner, its)
		}
	}
	return args
}

// Plural returns the sentence named name in the form that n things take; the
// sentence shows the number as {{.Count}}, as Number writes it.
func (w *Words) Plural(name string, n int) string {
	return w.localize(&i18n.LocalizeConfig{MessageID: name, PluralCount: n, TemplateData: map[string]any{"Count": w.Number(n)}})
}

// Number writes a count with its thousands apart: by commas in English, and in Russian by
// no-break spaces, where four digits stay together.
func (w *Words) Number(n int) string {
	digits, sign := strconv.Itoa(n), ""
	if n < 0 {
		digits, sign = digits[1:], "-"
	}
	mark := ","
	if w.Language == "ru" {
		mark = "\u00a0"
	}
	if len(digits) < 4 || len(digits) == 4 && w.Language == "ru" {
		return sign + digits
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + mark + digits[i:]
	}
	return sign + digits
}

// LanguageName is what a language of releases is called; the tag of one that the program has
// no words for.
func (w *Words) LanguageName(tag string) string {
	if known := languages.Of(tag); known != "" {
		return w.Text("language-" + known)
	}
	return tag
}

func (w *Words) localize(config *i18n.LocalizeConfig) string {
	if e, there := w.entry(config.MessageID); there {
		w.lock.Lock()
		defer w.lock.Unlock()
		w.read(config.MessageID, e)
		if text, err := w.localizer.Localize(config); err == nil {
			return text
		}
	}
	return "⟦" + config.MessageID + "⟧"
}

// Error says in words what err is: the facts of our own errors, and the plain
// troubles of files (missing, forbidden, full disk). Anything else is quoted
// as the system said it. Where several errors came together each has a line,
// under that of the one that holds them.
func (w *Words) Error(err error) string {
	for e := err; e != nil; e = errors.Unwrap(e) {
		fact, isFact := e.(Fact)
		var lines []string
		if isFact {
			name, args := fact.Fact()
			lines = append(lines, w.Text("error-"+name, args))
		}
		if several, ok := e.(interface{ Unwrap() []error }); ok {
			for _, one := range several.Unwrap() {
				lines = append(lines, w.Error(one))
			}
		}
		if len(lines) > 0 {
			return strings.Join(lines, "\n")
		}
	}
	args, sentence := map[string]any{"Path": "", "Detail": err.Error()}, sentenceOf(err)
	var path *fs.PathError
	if errors.As(err, &path) {
		args["Path"] = path.Path
		if in := inTheWay(path, sentence); in != nil {
			return w.Error(in)
		}
	}
	return w.Text(sentence, args)
}

// sentenceOf names the sentence of a trouble of files.
func sentenceOf(err error) string {
	for _, known := range slices.Concat(ownErrors, systemErrors) {
		if errors.Is(err, known.err) {
			return known.name
		}
	}
	return "error-other"
}

// inTheWay returns what is wrong with a path where the system's own word for it may stand for
// several troubles; nil where it is what the sentence says. It does not look at a share that is
// known to be away, and so waits for none.
func inTheWay(err *fs.PathError, sentence string) *paths.Error {
	var (
		in     *paths.Error
		number syscall.Errno
		path   = err.Path
	)
	if !errors.As(err, &number) {
		return nil // a path within an archive
	}
	if errors.As(paths.Device(path), &in) {
		return in
	}
	switch sentence {
	case "error-file-missing", "error-no-folder": // what is there after all was wanted as a folder
		errors.As(paths.Folder(path), &in)
	case "error-other":
		errors.As(paths.File(path), &in)
	}
	return in
}

// systemError is a trouble of files that has a sentence.
type systemError struct {
	err  error
	name string
}

// systemErrors are those that every system has.
var systemErrors = []systemError{
	{fs.ErrNotExist, "error-file-missing"},
	{fs.ErrExist, "error-file-exists"},
	{fs.ErrPermission, "error-file-forbidden"},
	{syscall.ENOSPC, "error-disk-full"},
	{syscall.EROFS, "error-read-only"},
	{syscall.EISDIR, "error-is-folder"},
	{syscall.ENOTDIR, "error-no-folder"},
	{zip.ErrFormat, "error-zip"},
}

// Counted is how many there are of something, by the name of its plural.
type Counted struct {
	Name  string
	Count int
}

// Plurals says how many there are of each, leaving out what there is none of:
// «2 слова, 1 имя». Where there is nothing at all it says none's words.
func (w *Words) Plurals(none string, counts ...Counted) string {
	var said []string
	for _, c := range counts {
		if c.Count > 0 {
			said = append(said, w.Plural(c.Name, c.Count))
		}
	}
	if len(said) == 0 {
		return w.Text(none)
	}
	return strings.Join(said, ", ")
}
