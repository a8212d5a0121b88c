package command

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"communique/app/settings"
	"communique/editor/spelling"
)

// WordError says that a text is no word to be added.
type WordError struct{ Text string }

func (e *WordError) Error() string { return fmt.Sprintf("%q is no word", e.Text) }

// Fact names the error for the translations.
func (e *WordError) Fact() (string, map[string]any) {
	return "command-word", map[string]any{"Text": e.Text}
}

// NoSuchWordError says that a word is none of the office's, so that it cannot be removed.
type NoSuchWordError struct{ Text string }

func (e *NoSuchWordError) Error() string { return fmt.Sprintf("%q is none of the words", e.Text) }

// Fact names the error for the translations.
func (e *NoSuchWordError) Fact() (string, map[string]any) {
	return "command-word-absent", map[string]any{"Text": e.Text}
}

func (c *cli) wordsCommand() *cobra.Command {
	return c.group("words", "command-words", c.wordsList(), c.wordsAdd(), c.wordsRemove())
}

func (c *cli) wordsList() *cobra.Command {
	var asJSON bool
	cmd := c.command("list", "command-words-list", cobra.NoArgs, func([]string) error {
		all, err := c.officeWords()
		if err != nil {
			return err
		}
		if asJSON {
			return c.writeJSON(append(spelling.Words{}, all...))
		}
		if len(all) == 0 {
			c.tell("command-list-empty", map[string]any{"Add": "communique words add"})
		}
		for _, word := range all {
			if err := c.say("%s\n", word); err != nil {
				return err
			}
		}
		return nil
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

func (c *cli) wordsAdd() *cobra.Command {
	return c.command("add WORD…", "command-words-add", cobra.MinimumNArgs(1), func(added []string) error {
		for _, word := range added {
			if !spelling.IsWord(word) {
				return &WordError{word}
			}
		}
		return c.changeWords(func(all spelling.Words) (spelling.Words, error) { return all.With(added...), nil })
	})
}

func (c *cli) wordsRemove() *cobra.Command {
	return c.command("remove WORD…", "command-words-remove", cobra.MinimumNArgs(1), func(gone []string) error {
		return c.changeWords(func(all spelling.Words) (spelling.Words, error) {
			for _, word := range gone {
				if !all.Has(word) {
					return nil, &NoSuchWordError{word}
				}
			}
			return all.Without(gone...), nil
		})
	})
}

// officeWords are the office's own words. What of them cannot be read is told.
func (c *cli) officeWords() (spelling.Words, error) {
	dir, err := c.folder()
	if err != nil {
		return nil, err
	}
	all, err := settings.LoadWords(dir)
	var unread *settings.UnreadError
	if errors.As(err, &unread) {
		c.complain(err)
		err = nil
	}
	return all, err
}

// changeWords changes the office's words as they are on the disk by then. What of them
// cannot be read is told first; it stays where it is.
func (c *cli) changeWords(change func(spelling.Words) (spelling.Words, error)) error {
	if _, err := c.officeWords(); err != nil {
		return err
	}
	dir, err := c.folder()
	if err != nil {
		return err
	}
	_, err = settings.UpdateWords(dir, change)
	return err
}
