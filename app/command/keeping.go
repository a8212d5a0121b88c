package command

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"communique/app/library"
)

// tell says on standard error what was done.
func (c *cli) tell(name string, args map[string]any) {
	_, _ = fmt.Fprintln(c.params.Stderr, c.text(name, args))
}

func (c *cli) trashCommand() *cobra.Command {
	var restore, empty, asJSON bool
	var cmd *cobra.Command
	cmd = c.command("trash | trash ID… [--restore] | trash [ID…] --erase", "command-trash", cobra.ArbitraryArgs, func(args []string) error {
		if restore && len(args) == 0 {
			return usage(cmd)
		}
		ids := make([]int64, 0, len(args))
		for _, arg := range args {
			id, err := number(arg)
			if err != nil {
				return err
			}
			ids = append(ids, id)
		}
		store, err := c.open()
		if err != nil {
			return err
		}
		ctx := context.Background()
		switch {
		case len(ids) > 0 && restore:
			return store.Restore(ctx, ids...)
		case len(ids) > 0 && empty:
			return store.Erase(ctx, ids...)
		case len(ids) > 0:
			return store.Trash(ctx, ids...)
		}
		entries, err := store.Trashed(ctx)
		if err != nil {
			return err
		}
		if !empty {
			return c.print(entries, asJSON)
		}
		for _, e := range entries {
			ids = append(ids, e.ID)
		}
		return store.Erase(ctx, ids...)
	})
	cmd.Flags().BoolVar(&restore, "restore", false, c.text("flag-restore"))
	cmd.Flags().BoolVar(&empty, "erase", false, c.text("flag-erase"))
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	cmd.MarkFlagsMutuallyExclusive("restore", "erase")
	return cmd
}

// listedBackup is a backup as the command prints it in JSON.
type listedBackup struct {
	Path  string    `json:"path"`
	Made  time.Time `json:"made"`
	Bytes int64     `json:"bytes"`
}

func (c *cli) backupCommand() *cobra.Command {
	var asJSON bool
	cmd := c.command("backup [FILE]", "command-backup", cobra.MaximumNArgs(1), func(args []string) error {
		store, err := c.keeper()
		if err != nil {
			return err
		}
		if len(args) == 1 {
			path, err := filepath.Abs(args[0])
			if err != nil {
				return err
			}
			if err := store.BackUp(context.Background(), path); err != nil {
				return err
			}
			return c.say("%s\n", path)
		}
		backups, err := store.Backups()
		if err != nil {
			return err
		}
		return c.printBackups(backups, asJSON)
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

func (c *cli) printBackups(backups []library.Backup, asJSON bool) error {
	rows := make([]listedBackup, 0, len(backups))
	for _, b := range backups {
		rows = append(rows, listedBackup{b.Path, b.Made.UTC(), b.Bytes})
	}
	if asJSON {
		return c.writeJSON(rows)
	}
	for _, b := range rows {
		if err := c.say("%s\t%d\t%s\n", b.Made.Local().Format("2006-01-02 15:04"), b.Bytes, b.Path); err != nil {
			return err
		}
	}
	return nil
}

func (c *cli) restoreBackupCommand() *cobra.Command {
	return c.command("restore-backup FILE", "command-restore-backup", cobra.ExactArgs(1), func(args []string) error {
		store, err := kept(c.openOrMake())
		before := ""
		if path, unopened := unopenable(err); unopened {
			r, restored := c.params.RestoreOver(path, args[0])
			before, err = r.Damaged, restored
		} else if err == nil {
			before, err = store.RestoreBackup(context.Background(), args[0])
		}
		if err != nil {
			return err
		}
		c.tell("command-backup-restored", map[string]any{"Path": args[0], "Before": before})
		return nil
	})
}

// listedProblem is damage as verify prints it in JSON.
type listedProblem struct {
	ID       int64  `json:"id"`
	Version  int64  `json:"version"`
	Headline string `json:"headline"`
	Picture  string `json:"picture,omitempty"`
	Detail   string `json:"detail"`
}

func (c *cli) verifyCommand() *cobra.Command {
	var asJSON bool
	cmd := c.command("verify", "command-verify", cobra.NoArgs, func([]string) error {
		store, err := c.keeper()
		if err != nil {
			return err
		}
		problems, err := store.Verify(context.Background(), nil)
		if err != nil {
			return err
		}
		if err := c.printProblems(problems, asJSON); err != nil {
			return err
		}
		if len(problems) > 0 {
			c.tell("command-damaged", map[string]any{"Count": len(problems)})
			return errTold
		}
		c.tell("command-verified", nil)
		return nil
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

func (c *cli) printProblems(problems []library.Problem, asJSON bool) error {
	rows := make([]listedProblem, 0, len(problems))
	for _, p := range problems {
		rows = append(rows, listedProblem(p))
	}
	if asJSON {
		return c.writeJSON(rows)
	}
	for _, p := range rows {
		what := p.Detail
		switch {
		case p.Picture != "":
			what = p.Picture
		case what != "":
		case p.Version == 0:
			what = c.text("damaged-release")
		default:
			what = c.text("damaged-version")
		}
		if err := c.say("%d\t%d\t%s\t%s\n", p.ID, p.Version, oneLine(p.Headline), what); err != nil {
			return err
		}
	}
	return nil
}

// listedQuote is a quotation as quotes prints it in JSON.
type listedQuote struct {
	ID   int64  `json:"id"`
	Date string `json:"date"`
	Text string `json:"text"`
	Who  string `json:"who"`
}

func (c *cli) quotesCommand() *cobra.Command {
	var asJSON bool
	cmd := c.command("quotes NAME…", "command-quotes", cobra.MinimumNArgs(1), func(names []string) error {
		store, err := c.open()
		if err != nil {
			return err
		}
		quotes, err := store.Quotes(context.Background(), library.QuotesOf(names...))
		if err != nil {
			return err
		}
		rows := make([]listedQuote, 0, len(quotes))
		for _, q := range quotes {
			rows = append(rows, listedQuote{q.Entry.ID, q.Entry.Date.String(), oneLine(q.Text), oneLine(q.Who)})
		}
		if asJSON {
			return c.writeJSON(rows)
		}
		if len(rows) == 0 {
			c.tell("command-nothing-found", nil)
		}
		for _, q := range rows {
			if err := c.say("%d\t%s\t%s\n", q.ID, q.Date, q.Text); err != nil {
				return err
			}
		}
		return nil
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}
