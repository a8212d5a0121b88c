package command

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"communique/editor/grammar"
	"communique/editor/register"
)

// declension is what decline writes as JSON; scripts rely on it.
type declension struct {
	Phrase string         `json:"phrase"`
	Kind   grammar.Kind   `json:"kind"`
	Gender grammar.Gender `json:"gender"`
	Forms  grammar.Forms  `json:"forms"`
	Guess  bool           `json:"guess"`
	Where  string         `json:"where,omitempty"` // a place with its preposition: «в Крыму»
}

// optionError says that a flag's value is not one of those it takes.
type optionError struct{ flag, value, fits string }

func (e *optionError) Error() string {
	return fmt.Sprintf("--%s %s (fits: %s)", e.flag, e.value, e.fits)
}

// Fact names the error for the translations.
func (e *optionError) Fact() (string, map[string]any) {
	return "command-option", map[string]any{"Flag": e.flag, "Value": e.value, "Fits": e.fits}
}

func (c *cli) declineCommand() *cobra.Command {
	var kind, gender, which string
	var asJSON bool
	cmd := c.command("decline [WORD…]", "command-decline", cobra.ArbitraryArgs, func(args []string) error {
		ask, err := newAsk(kind, gender, which)
		if err != nil {
			return err
		}
		if ask.house, ask.known, err = c.usage(); err != nil {
			return err
		}
		phrases, err := c.phrases(args)
		if err != nil {
			return err
		}
		all := make([]declension, 0, len(phrases))
		for _, phrase := range phrases {
			all = append(all, ask.decline(phrase))
		}
		if asJSON {
			return c.writeJSON(all)
		}
		return c.sayForms(all, ask.form)
	})
	cmd.Long = c.text("command-decline-long")
	flags := cmd.Flags()
	flags.StringVar(&kind, "kind", "", c.text("flag-kind"))
	flags.StringVar(&gender, "gender", "", c.text("flag-gender"))
	flags.StringVar(&which, "case", "", c.text("flag-case"))
	flags.BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

// ask is what decline is asked for.
type ask struct {
	kind   grammar.Kind
	gender grammar.Gender
	form   grammar.Case // "" for all
	house  grammar.House
	known  register.Registers
}

func newAsk(kind, gender, which string) (ask, error) {
	a := ask{kind: grammar.Kind(kind), gender: grammar.Gender(gender)}
	switch a.kind {
	case "", grammar.Person, grammar.Post, grammar.Place, grammar.Organisation, grammar.Phrase:
	default:
		return a, &optionError{"kind", kind, "person, post, place, org, phrase"}
	}
	switch a.gender {
	case grammar.Unknown, grammar.Masculine, grammar.Feminine:
	default:
		return a, &optionError{"gender", gender, "m, f"}
	}
	if which != "" {
		known := false
		if a.form, known = grammar.ParseCase(which); !known {
			return a, &optionError{"case", which, "nom, gen, dat, acc, ins, prep; им, род, дат, вин, тв, пр"}
		}
	}
	return a, nil
}

// decline declines a phrase; a post before a name, as «Министр … Иван
// Пробный», is declined with it. Of people the registers know more.
func (a ask) decline(phrase string) declension {
	of := grammar.Holder{Name: phrase}
	if a.kind == "" || a.kind == grammar.Person {
		of = grammar.ReadHolder(phrase, a.known)
	}
	var d grammar.Declension
	switch {
	case of.Name == "" || of.Post == "" && a.kind == "" && grammar.GuessKind(phrase) != grammar.Person:
		d = a.house.Decline(a.kind, a.gender, phrase)
	case a.gender == grammar.Unknown && (a.kind == "" || a.kind == grammar.Person):
		d = a.known.Declined(a.house, phrase)
	case of.Post != "":
		d = a.house.DeclineHolder(a.gender, of)
	default:
		d = a.house.Decline(a.kind, a.gender, phrase)
	}
	w := declension{Phrase: phrase, Kind: d.Kind, Gender: d.Gender, Forms: d.Forms, Guess: d.Guess}
	if d.Kind == grammar.Place {
		w.Where = d.Where()
	}
	return w
}

// phrases are the arguments as one phrase, or the lines of standard input.
func (c *cli) phrases(args []string) ([]string, error) {
	if len(args) > 0 && (len(args) > 1 || args[0] != "-") {
		return []string{strings.Join(args, " ")}, nil
	}
	var all []string
	lines := bufio.NewScanner(c.params.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if line := strings.TrimSpace(lines.Text()); line != "" {
			all = append(all, line)
		}
	}
	return all, lines.Err()
}

// sayForms writes a line for each phrase: the form asked for, or all six
// parted by tabs; a guess is told on standard error.
func (c *cli) sayForms(all []declension, form grammar.Case) error {
	for _, d := range all {
		forms := []string{d.Forms[form]}
		if form == "" {
			forms = forms[:0]
			for _, one := range grammar.Cases() {
				forms = append(forms, d.Forms[one])
			}
		}
		if err := c.say("%s\n", strings.Join(forms, "\t")); err != nil {
			return err
		}
		if d.Guess {
			_, _ = fmt.Fprintln(c.params.Stderr, c.text("command-guessed", map[string]any{"Text": d.Phrase}))
		}
	}
	return nil
}
