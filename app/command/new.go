package command

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/template"
	"communique/export/file"
)

func (c *cli) newCommand() *cobra.Command {
	var name, language, out string
	var sets []string
	var save, force bool
	cmd := c.command("new --template NAME [--set KEY=VALUE]…", "command-new", cobra.NoArgs, func([]string) error {
		r, learned, err := c.fill(name, language, sets)
		if err != nil {
			return err
		}
		if save {
			if err := c.saveAll([]release.Release{r}); err != nil {
				return err
			}
			if err := c.learn(learned); err != nil {
				return err
			}
		}
		if out == "" && save {
			return nil
		}
		return c.writeRelease(out, r, force)
	})
	flags := cmd.Flags()
	flags.StringVar(&name, "template", "", c.text("flag-template"))
	flags.StringVar(&language, "language", "", c.text("flag-template-language"))
	flags.StringArrayVar(&sets, "set", nil, c.text("flag-set"))
	flags.StringVarP(&out, "output", "o", "", c.text("flag-output"))
	flags.BoolVar(&save, "save", false, c.text("flag-save"))
	flags.BoolVar(&force, "force", false, c.text("flag-force"))
	_ = cmd.MarkFlagRequired("template") // the flag is there
	return cmd
}

// writeRelease writes the TOML form to a file, or to standard output.
func (c *cli) writeRelease(path string, r release.Release, force bool) error {
	data, err := r.Encode()
	if err != nil {
		return err
	}
	if path == "" || path == "-" {
		return c.say("%s", data)
	}
	write := file.Create
	if force {
		write = file.Replace
	}
	return write(path, data)
}

// fill makes a release of a template, and what it tells the registers.
func (c *cli) fill(name, language string, sets []string) (r release.Release, learned template.Learned, err error) {
	office, err := c.office()
	if err != nil {
		return r, learned, err
	}
	known, err := c.registers()
	if err != nil {
		return r, learned, err
	}
	all, err := c.templates()
	if err != nil {
		return r, learned, err
	}
	if language == "" {
		language = c.words.Language
	}
	t, err := all.Find(name, language)
	if err != nil {
		return r, learned, err
	}
	values, err := parseSets(sets)
	if err != nil {
		return r, learned, err
	}
	filled, err := t.Fill(template.Office{House: office.House, Registers: known, Today: release.DateOf(c.params.Now()), Language: c.words.Language}, values)
	for _, g := range filled.Guesses {
		_, _ = fmt.Fprintln(c.params.Stderr, c.text("command-guess", map[string]any{"Field": g.Field, "Text": g.Text, "Form": g.Form}))
	}
	return office.WithDefaults(filled.Release), t.Learn(values, known), err
}

// learn keeps cards of whom a saved release names for the first time, so that
// they are known with their forms the next time.
func (c *cli) learn(learned template.Learned) error {
	for _, text := range learned.Doubtful {
		_, _ = fmt.Fprintln(c.params.Stderr, c.text("command-other-post", map[string]any{"Text": text}))
	}
	if learned.Registers.Count() == 0 {
		return nil
	}
	if err := c.change(func(r register.Registers) register.Registers { return r.Add(learned.Registers) }); err != nil {
		return err
	}
	var names []string
	for _, hit := range learned.Registers.Preview(grammar.House{}, release.Date{}) {
		names = append(names, hit.Text())
	}
	_, _ = fmt.Fprintln(c.params.Stderr, c.text("command-learned", map[string]any{"Names": strings.Join(names, ", ")}))
	return nil
}

// setError says that a --set is not of the form key=value or key.case=value.
type setError struct{ text string }

func (e *setError) Error() string { return "--set " + e.text }

// Fact names the error for the translations.
func (e *setError) Fact() (string, map[string]any) {
	return "command-set", map[string]any{"Text": e.text}
}

func parseSets(sets []string) (map[string]template.Value, error) {
	values := map[string]template.Value{}
	for _, set := range sets {
		key, text, ok := strings.Cut(set, "=")
		field, form, declined := strings.Cut(strings.TrimSpace(key), ".")
		if !ok || field == "" {
			return nil, &setError{set}
		}
		value := values[field]
		if !declined {
			value.Text = text
			values[field] = value
			continue
		}
		which, known := grammar.ParseCase(form)
		if !known {
			return nil, &setError{set}
		}
		if value.Forms == nil {
			value.Forms = grammar.Forms{}
		}
		value.Forms[which] = text
		values[field] = value
	}
	return values, nil
}

// saveAll puts releases into the library and tells their numbers on standard
// error, so that standard output stays what the command was asked for.
func (c *cli) saveAll(releases []release.Release) error {
	store, err := c.openOrMake()
	if err != nil {
		return err
	}
	for _, r := range releases {
		entry, err := store.Save(context.Background(), 0, 0, r)
		if err != nil {
			return err
		}
		_, _ = fmt.Fprintln(c.params.Stderr, c.text("command-saved", map[string]any{"ID": entry.ID}))
	}
	return nil
}
