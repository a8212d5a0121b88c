package command

import (
	"fmt"

	"github.com/spf13/cobra"

	"communique/assets/licences"
)

// licencesCommand lists what the program is made of, and prints the terms.
func (c *cli) licencesCommand() *cobra.Command {
	var all bool
	cmd := c.command("licences [NAME]", "command-licences", cobra.MaximumNArgs(1), func(args []string) error {
		if len(args) == 1 {
			part, ok := licences.Find(args[0])
			if !ok {
				return &partError{args[0]}
			}
			return c.say("%s", part.Text())
		}
		for _, part := range licences.All() {
			if err := c.say("%s\n", part.Name); err != nil {
				return err
			}
			if !all {
				continue
			}
			if err := c.say("\n%s\n", part.Text()); err != nil {
				return err
			}
		}
		return nil
	})
	cmd.Flags().BoolVar(&all, "all", false, c.text("flag-licences-all"))
	return cmd
}

// partError says that the program has no such part.
type partError struct{ Name string }

func (e *partError) Error() string { return fmt.Sprintf("no part %q", e.Name) }

// Fact names the error for the translations.
func (e *partError) Fact() (string, map[string]any) {
	return "licence-unknown", map[string]any{"Name": e.Name}
}
