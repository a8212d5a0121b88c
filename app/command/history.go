package command

import (
	"context"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"communique/app/library"
	"communique/editor/compare"
)

// listedVersion is a version as history prints it in JSON.
type listedVersion struct {
	Number int64     `json:"number"`
	Saved  time.Time `json:"saved"`
	Name   string    `json:"name"`
	Author string    `json:"author,omitempty"`
}

func (c *cli) historyCommand() *cobra.Command {
	var asJSON bool
	cmd := c.command("history ID", "command-history", cobra.ExactArgs(1), func(args []string) error {
		id, err := number(args[0])
		if err != nil {
			return err
		}
		store, err := c.open()
		if err != nil {
			return err
		}
		versions, err := store.History(context.Background(), id)
		if err != nil {
			return err
		}
		return c.printVersions(versions, asJSON)
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

func (c *cli) printVersions(versions []library.Version, asJSON bool) error {
	if asJSON {
		rows := make([]listedVersion, 0, len(versions))
		for _, v := range versions {
			rows = append(rows, listedVersion{v.Number, v.Saved, v.Name, v.Author})
		}
		return c.writeJSON(rows)
	}
	for _, v := range versions {
		if err := c.say("%d\t%s\t%s\n", v.Number, v.Saved.Local().Format("2006-01-02 15:04:05"), v.Name); err != nil {
			return err
		}
	}
	return nil
}

// listedPart is a changed part of a release as diff prints it in JSON.
type listedPart struct {
	Field  string        `json:"field"`
	Pieces []listedPiece `json:"pieces"`
}

type listedPiece struct {
	Kind string `json:"kind"` // "same", "removed" or "added"
	Text string `json:"text"`
}

type listedDiff struct {
	Words   int          `json:"words"`
	Names   int          `json:"names"`
	Dates   int          `json:"dates"`
	Numbers int          `json:"numbers"`
	Signs   int          `json:"signs"`
	Unshown int          `json:"unshown"` // 1: they differ, and in nothing that is counted or listed here
	Parts   []listedPart `json:"parts"`
}

func (c *cli) diffCommand() *cobra.Command {
	var asJSON bool
	cmd := c.command("diff ID OLD NEW", "command-diff", cobra.ExactArgs(3), func(args []string) error {
		var n [3]int64
		for i, arg := range args {
			var err error
			if n[i], err = number(arg); err != nil {
				return err
			}
		}
		old, err := c.versionOf(n[0], n[1])
		if err != nil {
			return err
		}
		now, err := c.versionOf(n[0], n[2])
		if err != nil {
			return err
		}
		parts, counts := compare.Releases(old, now)
		if asJSON {
			return c.writeJSON(diffOf(parts, counts))
		}
		return c.printDiff(parts, counts)
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

func diffOf(parts []compare.Part, counts compare.Counts) listedDiff {
	d := listedDiff{counts.Words, counts.Names, counts.Dates, counts.Numbers, counts.Signs, counts.Unshown, []listedPart{}}
	for _, p := range parts {
		if !p.Changed() {
			continue
		}
		row := listedPart{Field: string(p.Field)}
		for _, piece := range p.Pieces {
			kind := map[compare.Kind]string{compare.Same: "same", compare.Removed: "removed", compare.Added: "added"}[piece.Kind]
			row.Pieces = append(row.Pieces, listedPiece{kind, piece.Text})
		}
		d.Parts = append(d.Parts, row)
	}
	return d
}

func (c *cli) printDiff(parts []compare.Part, counts compare.Counts) error {
	for _, p := range parts {
		if !p.Changed() {
			continue
		}
		var b strings.Builder
		for _, piece := range p.Pieces {
			switch piece.Kind {
			case compare.Removed:
				b.WriteString("[-" + piece.Text + "-]")
			case compare.Added:
				b.WriteString("{+" + piece.Text + "+}")
			default:
				b.WriteString(piece.Text)
			}
		}
		if err := c.say("%s: %s\n", c.text("part-"+string(p.Field)), b.String()); err != nil {
			return err
		}
	}
	return c.say("%s\n", c.words.Plurals("changed-nothing", counts.Facts()...))
}

func (c *cli) restoreCommand() *cobra.Command {
	return c.command("restore ID VERSION", "command-restore", cobra.ExactArgs(2), func(args []string) error {
		id, err := number(args[0])
		if err != nil {
			return err
		}
		version, err := number(args[1])
		if err != nil {
			return err
		}
		store, err := c.open()
		if err != nil {
			return err
		}
		_, e, err := store.Get(context.Background(), id)
		if err != nil {
			return err
		}
		if _, err = store.RestoreVersion(context.Background(), id, e.Revision, version); err != nil {
			return err
		}
		c.tell("command-restored", map[string]any{"ID": id, "Number": version})
		return nil
	})
}
