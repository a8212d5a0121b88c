package command

import (
	"errors"
	"path/filepath"

	"github.com/spf13/cobra"

	"communique/app/settings"
	"communique/editor/template"
)

func (c *cli) templatesCommand() *cobra.Command {
	return c.group("templates", "command-templates", c.templatesList(), c.templatesShow(), c.templatesCheck())
}

func (c *cli) templatesList() *cobra.Command {
	var language string
	var asJSON bool
	cmd := c.command("list", "command-templates-list", cobra.NoArgs, func([]string) error {
		set, err := c.templates()
		if err != nil {
			return err
		}
		if language == "" {
			language = c.words.Language
		}
		found := set.In(language)
		if asJSON {
			names := []map[string]string{}
			for _, t := range found {
				names = append(names, map[string]string{"name": t.Name, "title": t.Title, "language": t.Language, "kind": string(t.Kind)})
			}
			return c.writeJSON(names)
		}
		for _, t := range found {
			if err := c.say("%s\t%s\n", t.Name, t.Title); err != nil {
				return err
			}
		}
		return nil
	})
	cmd.Flags().StringVar(&language, "language", "", c.text("flag-template-language"))
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

func (c *cli) templatesShow() *cobra.Command {
	var language string
	cmd := c.command("show NAME", "command-templates-show", cobra.ExactArgs(1), func(args []string) error {
		set, err := c.templates()
		if err != nil {
			return err
		}
		if language == "" {
			language = c.words.Language
		}
		t, err := set.Find(args[0], language)
		if err != nil {
			return err
		}
		data, err := t.Encode()
		if err != nil {
			return err
		}
		return c.say("%s", data)
	})
	cmd.Flags().StringVar(&language, "language", "", c.text("flag-template-language"))
	return cmd
}

func (c *cli) templatesCheck() *cobra.Command {
	return c.command("check FILE…", "command-templates-check", cobra.MinimumNArgs(1), func(args []string) error {
		faulty := false
		for _, path := range args {
			if err := c.checkTemplate(path); err != nil {
				faulty = true
				c.complainOf(path, err)
				continue
			}
			c.tell("command-file-good", map[string]any{"Name": filepath.Base(path)})
		}
		if faulty {
			return errTold
		}
		return nil
	})
}

func (c *cli) checkTemplate(path string) error {
	data, err := c.bytes(path)
	if err != nil {
		return err
	}
	_, err = template.Parse(data)
	return err
}

// templates are those the program ships with and the office's own. Files that
// are no templates are told, and the command goes on with the rest.
func (c *cli) templates() (template.Set, error) {
	dir, err := c.folder()
	if err != nil {
		return nil, err
	}
	set, err := settings.Templates(dir)
	var broken *template.FileError
	if errors.As(err, &broken) {
		c.complain(err)
		err = nil
	}
	return set, err
}
