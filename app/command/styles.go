package command

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"communique/app/settings"
	"communique/export/style"
)

func (c *cli) stylesCommand() *cobra.Command {
	return c.group("styles", "command-styles", c.stylesList(), c.stylesShow(), c.stylesCheck())
}

// style returns a house style: a file where the name looks like one, otherwise
// one of the office's or the program's own.
func (c *cli) style(name string) (style.Style, error) {
	if strings.HasSuffix(name, ".toml") {
		return settings.StyleFile(name)
	}
	dir, err := c.folder()
	if err != nil {
		return style.Style{}, err
	}
	return settings.Style(dir, name)
}

// listedStyle is a house style in JSON.
type listedStyle struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Error string `json:"error,omitempty"`
}

func (c *cli) stylesList() *cobra.Command {
	var asJSON bool
	cmd := c.command("list", "command-styles-list", cobra.NoArgs, func([]string) error {
		dir, err := c.folder()
		if err != nil {
			return err
		}
		names, err := settings.StyleNames(dir)
		if err != nil {
			return err
		}
		rows := make([]listedStyle, 0, len(names))
		var failed error
		for _, name := range names {
			row := listedStyle{Name: name}
			s, err := settings.Style(dir, name)
			if err != nil {
				row.Error, failed = c.words.Error(err), errTold
				c.complainOf(name, err)
			}
			row.Title = s.Title[c.words.Language]
			rows = append(rows, row)
		}
		if asJSON {
			if err := c.writeJSON(rows); err != nil {
				return err
			}
			return failed
		}
		for _, row := range rows {
			if err := c.say("%s\t%s\n", row.Name, row.Title); err != nil {
				return err
			}
		}
		return failed
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

func (c *cli) stylesShow() *cobra.Command {
	return c.command("show NAME", "command-styles-show", cobra.ExactArgs(1), func(args []string) error {
		dir, err := c.folder()
		if err != nil {
			return err
		}
		data, err := settings.StyleSource(dir, args[0])
		if err != nil {
			return err
		}
		return c.say("%s", data)
	})
}

func (c *cli) stylesCheck() *cobra.Command {
	return c.command("check FILE…", "command-styles-check", cobra.MinimumNArgs(1), func(args []string) error {
		var failed error
		for _, path := range args {
			s, err := settings.StyleFile(path)
			if err == nil {
				err = s.Check()
			}
			if err != nil {
				c.complainOf(path, err)
				failed = errTold
				continue
			}
			c.tell("command-file-good", map[string]any{"Name": filepath.Base(path)})
		}
		return failed
	})
}
