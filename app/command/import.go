package command

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"communique/app/archive"
	"communique/editor/release"
	"communique/export/file"
)

func (c *cli) importCommand() *cobra.Command {
	var asJSON, save, force bool
	var out string
	var cmd *cobra.Command
	cmd = c.command("import FILE… [--save] [-o DIR] | import DIR…", "command-import", cobra.MinimumNArgs(1), func(sources []string) error {
		if slices.ContainsFunc(sources, isFolder) {
			if out != "" {
				return usage(cmd)
			}
			return c.importFolders(sources, asJSON)
		}
		var bring func(source string, releases []release.Release) error
		if save {
			bring = c.bring
		}
		releases, failed, err := c.readEach(sources, bring)
		if err != nil {
			return err
		}
		if out != "" {
			if err := c.writeAll(out, releases, force); err != nil {
				return err
			}
		}
		if err := c.report(releases, asJSON, !save && out == ""); err != nil {
			return err
		}
		return failed
	})
	cmd.Long = c.text("command-import-long")
	flags := cmd.Flags()
	flags.BoolVar(&asJSON, "json", false, c.text("flag-json"))
	flags.BoolVar(&save, "save", false, c.text("flag-save"))
	flags.BoolVar(&force, "force", false, c.text("flag-force"))
	flags.StringVarP(&out, "output", "o", "", c.text("flag-import-folder"))
	return cmd
}

// readEach reads every source and does something with what it holds, where there is
// something to do. A source that fails is told and does not stop the rest; failed is
// then errTold. Its err is that of do.
func (c *cli) readEach(sources []string, do func(source string, releases []release.Release) error) (releases []release.Release, failed, err error) {
	for _, source := range sources {
		found, err := c.read(source)
		if err != nil {
			c.complainOf(source, err)
			failed = errTold
			continue
		}
		if do != nil {
			if err := do(source, found); err != nil {
				return nil, nil, err
			}
		}
		releases = append(releases, found...)
	}
	return releases, failed, nil
}

// bring puts the releases of a source, and the pictures beside it, into the library and
// tells on standard error what became of each.
func (c *cli) bring(source string, releases []release.Release) error {
	store, err := c.open()
	if err != nil {
		return err
	}
	ctx := context.Background()
	unseen, err := archive.BringPictures(ctx, store, source, releases)
	if err != nil {
		return err
	}
	if unseen != nil {
		c.complainOf(source, unseen)
	}
	brought, err := store.SaveNew(ctx, releases)
	if err != nil {
		return err
	}
	for _, b := range brought {
		switch {
		case !b.Known:
			c.tell("command-saved", map[string]any{"ID": b.ID})
		case b.Trashed.IsZero():
			c.tell("command-known", map[string]any{"ID": b.ID})
		default:
			c.tell("command-known-trashed", map[string]any{"ID": b.ID})
		}
	}
	return nil
}

func (c *cli) report(releases []release.Release, asJSON, summary bool) error {
	if asJSON {
		rows := make([]release.Release, 0, len(releases))
		for _, r := range releases {
			rows = append(rows, printed(r))
		}
		return c.writeJSON(rows)
	}
	if !summary {
		return nil
	}
	for _, r := range releases {
		title := r.Headline
		if title == "" {
			title = r.Lead
		}
		if err := c.say("%s\t%s\t%s\n", r.Date, r.Place, oneLine(title)); err != nil {
			return err
		}
	}
	return nil
}

// writeAll writes the TOML form of each release into a folder and prints the
// paths.
func (c *cli) writeAll(dir string, releases []release.Release, force bool) error {
	names := newNames()
	for _, r := range releases {
		path := filepath.Join(dir, names.next(file.Name(r))+release.Extension)
		if err := makeFolder(dir); err != nil {
			return err
		}
		if err := c.writeRelease(path, r, force); err != nil {
			return err
		}
		if err := c.say("%s\n", path); err != nil {
			return err
		}
	}
	return nil
}

// names keeps the files of one run apart: a name that was given gets a number.
type names map[string]int

func newNames() names { return names{} }

func (n names) next(name string) string {
	n[name]++
	if n[name] == 1 {
		return name
	}
	return n.next(name + "-" + strconv.Itoa(n[name]))
}
