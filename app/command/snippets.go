package command

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"communique/app/settings"
	"communique/editor/draft"
	"communique/editor/intake"
	"communique/editor/plain"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/snippet"
)

func (c *cli) snippetsCommand() *cobra.Command {
	return c.group("snippets", "command-snippets", c.snippetsList(), c.snippetsShow(), c.snippetsAdd(), c.snippetsRemove())
}

func (c *cli) snippetsList() *cobra.Command {
	var language string
	var asJSON bool
	cmd := c.command("list", "command-snippets-list", cobra.NoArgs, func([]string) error {
		set, err := c.snippets()
		if err != nil {
			return err
		}
		if language != "" {
			set = set.In(language)
		}
		if asJSON {
			return c.writeJSON(listedSnippets(set))
		}
		if len(set) == 0 {
			c.tell("command-list-empty", map[string]any{"Add": "communique snippets add"})
		}
		for _, s := range set {
			var asked []string
			for _, f := range s.Asked() {
				asked = append(asked, f.Name)
			}
			if err := c.say("%s\t%s\t%s\n", s.Title, s.Language, strings.Join(asked, ", ")); err != nil {
				return err
			}
		}
		return nil
	})
	cmd.Flags().StringVar(&language, "language", "", c.text("flag-snippet-which"))
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

// listedSnippet is a snippet in JSON.
type listedSnippet struct {
	Title    string          `json:"title"`
	Language string          `json:"language"`
	Text     string          `json:"text"`
	Blocks   []release.Block `json:"blocks"`
	Asked    []listedBlank   `json:"asked"`
}

// listedBlank is what a snippet asks for.
type listedBlank struct {
	Name     string `json:"name"`
	Kind     string `json:"kind"`
	Label    string `json:"label"`
	Required bool   `json:"required"`
}

func listedSnippets(set snippet.Set) []listedSnippet {
	rows := make([]listedSnippet, len(set))
	for i, s := range set {
		rows[i] = listedSnippet{s.Title, s.Language, s.Text, append([]release.Block{}, s.Blocks...), []listedBlank{}}
		for _, f := range s.Asked() {
			rows[i].Asked = append(rows[i].Asked, listedBlank{f.Name, string(f.Kind), f.Label, f.Required})
		}
	}
	return rows
}

func (c *cli) snippetsShow() *cobra.Command {
	var language string
	cmd := c.command("show TITLE", "command-snippets-show", cobra.ExactArgs(1), func(args []string) error {
		set, err := c.snippets()
		if err != nil {
			return err
		}
		found, err := set.Titled(args[0], language)
		if err != nil {
			return err
		}
		data, err := found.Encode()
		if err != nil {
			return err
		}
		return c.say("%s", data)
	})
	cmd.Flags().StringVar(&language, "language", "", c.text("flag-snippet-which"))
	return cmd
}

func (c *cli) snippetsAdd() *cobra.Command {
	var language string
	var force bool
	cmd := c.command("add TITLE FILE | add FILE.toml", "command-snippets-add", cobra.RangeArgs(1, 2), func(args []string) error {
		more, faulty, err := c.newSnippets(args, language)
		if err != nil {
			return err
		}
		if err := c.changeSnippets(func(stored snippet.Set) (snippet.Set, error) {
			if force {
				stored = stored.Without(more)
			}
			return stored.Add(more)
		}); err != nil {
			return err
		}
		if faulty {
			return errTold
		}
		return nil
	})
	cmd.Flags().StringVar(&language, "language", "", c.text("flag-snippet-language"))
	cmd.Flags().BoolVar(&force, "force", false, c.text("flag-snippet-force"))
	return cmd
}

// newSnippets reads the snippet of a title from a file of text, or several from a file of
// snippets, of which it tells what cannot be read.
func (c *cli) newSnippets(args []string, language string) (more snippet.Set, faulty bool, err error) {
	source := args[len(args)-1]
	data, err := c.bytes(source)
	if err != nil {
		return nil, false, err
	}
	if len(args) == 1 {
		set, faults := snippet.Decode(data)
		for _, fault := range faults {
			c.complainOf(filepath.Base(source), fault)
		}
		return set, len(faults) > 0, nil
	}
	text, _, err := intake.Decode(data)
	if err != nil {
		return nil, false, err
	}
	lead, blocks := draft.ParseText(strings.TrimRight(plain.Lines(text), "\n"))
	if lead != "" {
		blocks = append([]release.Block{{Kind: release.Paragraph, Text: lead}}, blocks...)
	}
	s := snippet.Of(register.Line(args[0]), language, blocks)
	return snippet.Set{s}, false, s.Check()
}

func (c *cli) snippetsRemove() *cobra.Command {
	var language string
	cmd := c.command("remove TITLE", "command-snippets-remove", cobra.ExactArgs(1), func(args []string) error {
		return c.changeSnippets(func(stored snippet.Set) (snippet.Set, error) {
			gone, err := stored.Titled(args[0], language)
			if err != nil {
				return nil, err
			}
			return stored.Without(gone), nil
		})
	})
	cmd.Flags().StringVar(&language, "language", "", c.text("flag-snippet-which"))
	return cmd
}

// snippets are the office's. What of them cannot be read is told, and the command goes
// on with the rest.
func (c *cli) snippets() (snippet.Set, error) {
	dir, err := c.folder()
	if err != nil {
		return nil, err
	}
	set, err := settings.LoadSnippets(dir)
	var unread *settings.UnreadError
	if errors.As(err, &unread) {
		c.complain(err)
		err = nil
	}
	return set, err
}

// changeSnippets changes the office's snippets as they are on the disk by then. What of
// them cannot be read is told first; it stays where it is.
func (c *cli) changeSnippets(change func(snippet.Set) (snippet.Set, error)) error {
	if _, err := c.snippets(); err != nil {
		return err
	}
	dir, err := c.folder()
	if err != nil {
		return err
	}
	_, err = settings.UpdateSnippets(dir, change)
	return err
}
