package command

import (
	"context"
	"errors"
	"time"

	"github.com/spf13/cobra"

	"communique/app/library"
)

// listedCare is what care has done, in JSON.
type listedCare struct {
	Backup   string          `json:"backup"`
	Partial  bool            `json:"partial"`
	Problems []listedProblem `json:"problems"`
}

// careCommand does once a day what the window does: for cron and the Task Scheduler.
func (c *cli) careCommand() *cobra.Command {
	var asJSON bool
	cmd := c.command("care", "command-care", cobra.NoArgs, func([]string) error {
		store, err := c.keeper()
		if err != nil {
			return err
		}
		care, err := store.Daily(context.Background())
		if err != nil && len(care.Problems) == 0 {
			return err
		}
		if printed := c.printCare(care, asJSON); printed != nil {
			return printed
		}
		if err != nil {
			return err // there is damage, and no copy of what is good either
		}
		switch {
		case len(care.Problems) > 0 && care.Backup != "":
			c.tell("command-care-partial", map[string]any{"Count": len(care.Problems), "Path": care.Backup})
		case len(care.Problems) > 0:
			c.tell("command-damaged", map[string]any{"Count": len(care.Problems)})
		case care.Backup != "":
			c.tell("command-care-done", map[string]any{"Path": care.Backup})
		default:
			c.tell("command-care-today", nil)
		}
		if len(care.Problems) > 0 {
			return errTold
		}
		return nil
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

func (c *cli) printCare(care library.Care, asJSON bool) error {
	if !asJSON {
		return c.printProblems(care.Problems, false)
	}
	rows := make([]listedProblem, 0, len(care.Problems))
	for _, p := range care.Problems {
		rows = append(rows, listedProblem(p))
	}
	return c.writeJSON(listedCare{care.Backup, care.Partial, rows})
}

// listedRecovery is what recover has done, in JSON.
type listedRecovery struct {
	Damaged    string    `json:"damaged"`
	Backup     string    `json:"backup"`
	BackupMade time.Time `json:"backup_made,omitzero"`
	Salvaged   int       `json:"salvaged"`
	Earlier    int       `json:"earlier"`
	Lost       int       `json:"lost"`
	Perhaps    int       `json:"perhaps_lost"`
	Uncounted  bool      `json:"perhaps_more"`
	Versions   int       `json:"versions_lost"`
	Pictures   int       `json:"pictures_lost"`
}

// recoverCommand makes a damaged library anew, whether it can be opened or not.
func (c *cli) recoverCommand() *cobra.Command {
	var asJSON bool
	cmd := c.command("recover", "command-recover", cobra.NoArgs, func([]string) error {
		r, err := c.recovered()
		if err != nil {
			return err
		}
		if asJSON {
			if err := c.writeJSON(listedRecovery{
				r.Damaged, r.Backup.Path, r.Backup.Made.UTC(), r.Salvaged, r.Earlier, r.Lost, r.Perhaps, r.Uncounted, r.Versions, r.Pictures,
			}); err != nil {
				return err
			}
		}
		if r.Damaged == "" {
			c.tell("command-recover-whole", nil)
			return nil
		}
		c.complain(&library.RecoveredError{Recovery: r})
		return nil
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

// recovered makes the library anew unless it is whole, for which Damaged is empty.
func (c *cli) recovered() (r library.Recovery, err error) {
	store, err := c.keeper()
	if path, unopened := unopenable(err); unopened {
		return c.params.Recover(path)
	}
	if err != nil {
		return r, err
	}
	problems, err := store.Verify(context.Background(), nil)
	if err != nil || len(problems) == 0 {
		return r, err
	}
	return store.Recover(context.Background())
}

// errWaysOut tells the commands for a library that cannot be opened.
var errWaysOut = waysOutError{}

type waysOutError struct{}

func (waysOutError) Error() string { return "communique recover, communique restore-backup" }

// Fact names the error for the translations.
func (waysOutError) Fact() (string, map[string]any) { return "command-ways-out", nil }

// unopenable returns the path of a library that cannot be opened because it is damaged.
func unopenable(err error) (path string, is bool) {
	var none *library.NoLibraryError
	if errors.As(err, &none) {
		return none.Path, true
	}
	return "", false
}
