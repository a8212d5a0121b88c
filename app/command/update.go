package command

import (
	"context"

	"github.com/spf13/cobra"

	"communique/app/settings"
	"communique/app/update"
)

// listedUpdate is what is offered, in JSON.
type listedUpdate struct {
	Version string `json:"version"`
	Own     string `json:"own_version"`
	Newer   bool   `json:"newer"`
	Date    string `json:"date,omitempty"`
	News    string `json:"news,omitempty"`
	Where   string `json:"where,omitempty"` // the package for this system
	SHA256  string `json:"sha256,omitempty"`
	Path    string `json:"path,omitempty"` // of the package that was fetched
}

// updateCommand tells whether a newer version is offered, and fetches its package.
func (c *cli) updateCommand() *cobra.Command {
	var onlyTell, asJSON bool
	var from, dir string
	cmd := c.command("update", "command-update", cobra.NoArgs, func([]string) error {
		own, err := update.ParseVersion(c.params.Version)
		if err != nil {
			return err
		}
		if from == "" {
			office, err := c.office()
			if err != nil {
				return err
			}
			from = office.Updates.From
		}
		ctx := context.Background()
		offer, err := update.Source{From: from}.Check(ctx)
		if err != nil {
			return err
		}
		row := listedUpdate{Version: offer.Version.String(), Own: own.String(), Newer: offer.Version.Newer(own), Date: offer.Date, News: offer.NewsIn(c.words.Language)}
		fits, found := offer.For(update.Kinds(settings.Portable() != ""))
		if found {
			row.Where, row.SHA256 = offer.Where(fits), fits.SHA256
		}
		if row.Newer && !onlyTell {
			if !found {
				return &update.NoPackageError{Version: offer.Version}
			}
			if row.Path, err = offer.Fetch(ctx, fits, dir, func(int64) {}); err != nil {
				return err
			}
		}
		if asJSON {
			return c.writeJSON(row)
		}
		return c.sayUpdate(row, update.Compared{Notice: offer.Notice, Own: own})
	})
	cmd.Flags().BoolVar(&onlyTell, "check", false, c.text("flag-update-check"))
	cmd.Flags().StringVar(&from, "from", "", c.text("flag-update-from"))
	cmd.Flags().StringVarP(&dir, "output", "o", ".", c.text("flag-update-output"))
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

// sayUpdate says what is offered, what is new in it, and where it lies.
func (c *cli) sayUpdate(row listedUpdate, compared update.Compared) error {
	text := c.text(compared.Fact())
	if row.Newer && row.News != "" {
		text += "\n" + row.News
	}
	switch {
	case row.Path != "":
		text += "\n" + c.text("update-fetched", map[string]any{"Path": row.Path})
	case row.Newer && row.Where != "":
		text += "\n" + c.text("update-where", map[string]any{"Where": row.Where})
	}
	return c.say("%s\n", text)
}
