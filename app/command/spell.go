package command

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"communique/app/settings"
	"communique/editor/intake"
	"communique/editor/release"
	"communique/editor/spelling"
)

// spelt is what spell says of a source in JSON; scripts rely on it.
type spelt struct {
	Source    string                  `json:"source"`
	Misspelt  []misspelt              `json:"misspelt"`
	Checked   int                     `json:"checked"`   // words that were looked up
	Unchecked map[spelling.Reason]int `json:"unchecked"` // words that were not, by why
}

// misspelt is a word that is, or may be, misspelt.
type misspelt struct {
	Release int    `json:"release"`         // which of the source's releases, from 0
	Field   string `json:"field,omitempty"` // none in a plain text
	Block   int    `json:"block"`           // index in blocks, -1 elsewhere
	Line    int    `json:"line"`            // of the text, from 1
	Start   int    `json:"start"`           // code points in the text
	End     int    `json:"end"`
	Text    string `json:"text"`
	// Name says that the word has a capital and may be a name that nobody knows.
	Name        bool     `json:"name"`
	Suggestions []string `json:"suggestions"`
}

func (c *cli) spellCommand() *cobra.Command {
	var asJSON bool
	cmd := c.command("spell FILE|-…", "command-spell", cobra.MinimumNArgs(1), func(sources []string) error {
		checker, err := c.speller()
		if err != nil {
			return err
		}
		all := []spelt{}
		var failed error
		for _, source := range sources {
			texts, err := c.texts(source)
			if err != nil {
				c.complainOf(source, err)
				failed = errTold
				continue
			}
			all = append(all, spell(checker, source, texts))
		}
		print := c.saySpelt
		if asJSON {
			print = func(all []spelt) error { return c.writeJSON(all) }
		}
		if err := print(all); err != nil {
			return err
		}
		return failed
	})
	cmd.Long = c.text("command-spell-long")
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

// speller knows the office's registers, its words and its dictionaries. What of them cannot
// be read is told, and the command goes on with the rest.
func (c *cli) speller() (*spelling.Checker, error) {
	house, known, err := c.usage()
	if err != nil {
		return nil, err
	}
	dir, err := c.folder()
	if err != nil {
		return nil, err
	}
	words, err := c.officeWords()
	if err != nil {
		return nil, err
	}
	more, err := settings.LoadDictionaries(dir)
	if err != nil {
		c.complain(err)
	}
	return spelling.New(spelling.Params{Registers: known, Words: words, House: house, More: more}), nil
}

// placed is a text of a source, with its place.
type placed struct {
	release  int
	language string // of its release
	field    string
	block    int
	words    string
}

// texts are those of the releases in a source; a plain text is one as it stands, so that
// the places are those of the file.
func (c *cli) texts(source string) ([]placed, error) {
	if isPlain(source) {
		data, err := c.bytes(source)
		if err != nil {
			return nil, err
		}
		if !looksTOML(source, data) {
			words, _, err := intake.Decode(data)
			return []placed{{block: -1, words: words}}, err
		}
		r, err := release.Decode(data)
		return passages(0, r), err
	}
	read, err := c.read(source)
	if err != nil {
		return nil, err
	}
	var all []placed
	for i, r := range read.Releases {
		all = append(all, passages(i, r)...)
	}
	return all, nil
}

// isPlain reports whether a source is a text rather than a document or a release of the
// library.
func isPlain(source string) bool {
	return source == "-" || exists(source) && slices.Contains([]string{"", ".txt", ".md", ".text"}, strings.ToLower(filepath.Ext(source)))
}

// passages are the texts of a release that leave with it.
func passages(number int, r release.Release) []placed {
	var all []placed
	for p := range r.Passages() {
		if p.Published() {
			field := p.Field
			if p.Part != release.Words {
				field = release.Field(p.Part)
			}
			all = append(all, placed{number, r.Language, string(field), p.Index, p.Text})
		}
	}
	return all
}

func spell(checker *spelling.Checker, source string, texts []placed) spelt {
	s := spelt{Source: source, Misspelt: []misspelt{}, Unchecked: map[spelling.Reason]int{}}
	for _, t := range texts {
		report := checker.CheckIn(t.language, t.words)
		s.Checked += report.Checked
		for reason, n := range report.Skipped {
			s.Unchecked[reason] += n
		}
		for _, m := range report.Misspelt {
			s.Misspelt = append(s.Misspelt, misspelt{
				Release: t.release, Field: t.field, Block: t.block, Line: 1 + strings.Count(t.words[:m.Start], "\n"),
				Start: m.At, End: m.At + utf8.RuneCountInString(m.Text), Text: m.Text, Name: m.Name,
				Suggestions: append([]string{}, checker.Suggest(m)...),
			})
		}
	}
	return s
}

// saySpelt writes a line for each word, and tells on standard error what was looked up.
func (c *cli) saySpelt(all []spelt) error {
	for _, s := range all {
		for _, m := range s.Misspelt {
			what := "spell-misspelt"
			if m.Name {
				what = "spell-name"
			}
			if err := c.say("%s:%d\t%s\t%s\t%s\n", s.Source, m.Line, c.text(what), m.Text, strings.Join(m.Suggestions, ", ")); err != nil {
				return err
			}
		}
		var unchecked []string
		for _, reason := range spelling.Reasons() {
			if n := s.Unchecked[reason]; n > 0 {
				unchecked = append(unchecked, c.text("spell-"+string(reason), map[string]any{"N": n}))
			}
		}
		c.tell("command-spelt", map[string]any{"Source": s.Source, "Checked": s.Checked, "Unchecked": strings.Join(unchecked, ", ")})
	}
	return nil
}
