package command

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"communique/app/archive"
	"communique/app/library"
	"communique/app/settings"
)

// tellSurroundings says on standard error what a person has to know of the folder that the library
// lies in: of the log of another file, of conflicted copies as long as they are there, of a folder
// that other computers have too once.
func (c *cli) tellSurroundings(keeper library.Keeper, path string) {
	if log := keeper.PutAside(); log != "" {
		c.complain(&library.OtherLogError{Path: path, Log: log})
	}
	if copies, err := keeper.ConflictedCopies(); err == nil && len(copies) > 0 && !c.merges { // trouble is told by what needs the folder
		c.complain(&library.ConflictedCopiesError{Paths: copies})
		c.tell("command-merge-hint", nil)
	}
	sharing := keeper.Sharing()
	path, err := filepath.Abs(path)
	if sharing.IsSafe() || err != nil {
		return
	}
	office, err := c.office()
	if err != nil || slices.Contains(office.SharedLibraries, path) {
		return
	}
	c.complain(&library.SharedError{Path: path, Sharing: sharing})
	c.tell("command-shared-hint", nil)
	if dir, err := c.folder(); err == nil {
		known := office
		office.SharedLibraries = append(slices.Clone(office.SharedLibraries), path)
		if kept, err := settings.Save(dir, known, office); err == nil { // where it cannot be kept, it is told again
			c.settings = kept
		}
	}
}

// listedMerge is what came of merging a copy, in JSON.
type listedMerge struct {
	Path   string        `json:"path"`
	New    int           `json:"new"`
	Newer  []listedEntry `json:"newer"`
	Both   []listedEntry `json:"both"`
	Older  int           `json:"older"`
	Same   int           `json:"same"`
	Left   []listedEntry `json:"left"`
	Unread []string      `json:"unread"`
	Aside  string        `json:"aside"` // where the copy was put; empty where it was left
}

// listedEntry is a release that a merge has something to say of, in JSON.
type listedEntry struct {
	ID       int64  `json:"id"`
	Headline string `json:"headline"` // or its lead, where it has none
}

// mergeCommand merges copies of the library into it.
func (c *cli) mergeCommand() *cobra.Command {
	var asJSON bool
	cmd := c.command("merge [FILE…]", "command-merge", cobra.ArbitraryArgs, func(paths []string) error {
		c.merges = true
		keeper, err := c.keeper()
		if err != nil {
			return err
		}
		copies, err := keeper.ConflictedCopies()
		if err != nil {
			return err
		}
		if len(paths) == 0 {
			paths = copies
		}
		rows := []listedMerge{}
		var left error
		for _, path := range paths {
			row, err := c.merge(keeper, path, asJSON, copies)
			if err != nil {
				c.complainOf(path, err)
				left = errTold
				continue
			}
			if len(row.Left)+len(row.Unread) > 0 {
				left = errTold
			}
			rows = append(rows, row)
		}
		if len(paths) == 0 {
			c.tell("command-merge-none", nil)
		}
		if asJSON {
			if err := c.writeJSON(rows); err != nil {
				return err
			}
		}
		return left
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

// merge merges a file of a library and says what came of it. One of the conflicted copies that
// has nothing left is put aside.
func (c *cli) merge(keeper library.Keeper, path string, quiet bool, copies []string) (row listedMerge, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return row, err
	}
	other, err := keeper.OpenCopy(path)
	if err != nil {
		return row, err
	}
	defer func() { _ = other.Close() }() // what is left lies in the system's own folder
	take := func(ctx context.Context, id int64, do func() error) (held bool, err error) {
		_, ok, err := c.store.Claim(ctx, id)
		if err != nil || !ok {
			return !ok, err
		}
		defer c.store.Leave(id)
		return false, do()
	}
	name := c.text("merge-version", map[string]any{"File": filepath.Base(path)})
	merged, err := archive.Merge(context.Background(), c.store, other, name, take, nil)
	if err != nil {
		return row, err
	}
	row = listedMerge{Path: path, New: merged.New, Older: merged.Older, Same: merged.Same, Newer: listedEntries(merged.Newer), Both: listedEntries(merged.Both), Left: listedEntries(merged.Left), Unread: []string{}}
	for _, err := range merged.Unread {
		row.Unread = append(row.Unread, c.sentence(err))
	}
	beside := slices.ContainsFunc(copies, func(copied string) bool { abs, err := filepath.Abs(copied); return err == nil && abs == path })
	if merged.IsWhole() && beside {
		if row.Aside, err = keeper.SetAside(path); err != nil {
			return row, err
		}
	}
	if quiet {
		return row, nil
	}
	return row, c.tellMerged(row, merged)
}

func listedEntries(entries []library.Entry) []listedEntry {
	rows := make([]listedEntry, 0, len(entries))
	for _, e := range entries {
		rows = append(rows, listedEntry{e.ID, cmp.Or(e.Headline, e.Lead)})
	}
	return rows
}

// tellMerged prints the releases that a person has to look at, and tells the counts.
func (c *cli) tellMerged(row listedMerge, merged archive.Merged) error {
	for _, of := range []struct {
		outcome string
		entries []listedEntry
	}{{"merge-newer", row.Newer}, {"merge-both", row.Both}, {"merge-left", row.Left}} {
		for _, e := range of.entries {
			if err := c.say("%d\t%s\t%s\n", e.ID, oneLine(e.Headline), c.text(of.outcome)); err != nil {
				return err
			}
		}
	}
	for _, text := range row.Unread {
		_, _ = fmt.Fprintln(c.params.Stderr, text)
	}
	c.tell("merge-done", map[string]any{"File": row.Path})
	_, _ = fmt.Fprintln(c.params.Stderr, merged.Sum(c.words))
	if row.Aside != "" {
		c.tell("merge-aside", map[string]any{"Path": row.Aside})
	} else {
		c.tell("merge-kept", map[string]any{"Path": row.Path})
	}
	return nil
}
