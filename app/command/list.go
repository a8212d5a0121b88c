package command

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"communique/app/library"
	"communique/editor/release"
)

// listed is a release as list and search print it in JSON.
type listed struct {
	ID       int64          `json:"id"`
	Headline string         `json:"headline"`
	Lead     string         `json:"lead"`
	Date     release.Date   `json:"date"`
	Place    string         `json:"place"`
	Kind     release.Kind   `json:"kind"`
	Status   release.Status `json:"status"`
	Language string         `json:"language"`
	Saved    time.Time      `json:"saved"`
}

func (c *cli) listCommand() *cobra.Command {
	var asJSON bool
	cmd := c.command("list", "command-list", cobra.NoArgs, func([]string) error {
		store, err := c.open()
		if err != nil {
			return err
		}
		entries, err := store.List(context.Background())
		if err != nil {
			return err
		}
		return c.print(entries, asJSON)
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

func (c *cli) searchCommand() *cobra.Command {
	var asJSON bool
	cmd := c.command("search WORDS…", "command-search", cobra.MinimumNArgs(1), func(words []string) error {
		store, err := c.open()
		if err != nil {
			return err
		}
		entries, err := store.Search(context.Background(), strings.Join(words, " "))
		if err != nil {
			return err
		}
		return c.print(entries, asJSON)
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

func (c *cli) print(entries []library.Entry, asJSON bool) error {
	if asJSON {
		rows := make([]listed, 0, len(entries))
		for _, e := range entries {
			rows = append(rows, listed{e.ID, e.Headline, e.Lead, e.Date, e.Place, e.Kind, e.Status, e.Language, e.Saved})
		}
		return c.writeJSON(rows)
	}
	for _, e := range entries {
		title := e.Headline
		if title == "" {
			title = e.Lead
		}
		if err := c.say("%d\t%s\t%s\t%s\n", e.ID, e.Date, c.text("status-"+string(e.Status)), oneLine(title)); err != nil {
			return err
		}
	}
	return nil
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

func (c *cli) showCommand() *cobra.Command {
	var asJSON bool
	cmd := c.command("show ID", "command-show", cobra.ExactArgs(1), func(args []string) error {
		id, err := strconv.ParseInt(args[0], 10, 64)
		if err != nil {
			return &idError{args[0]}
		}
		releases, err := c.stored(id)
		if err != nil {
			return err
		}
		if asJSON {
			return c.writeJSON(printed(releases[0]))
		}
		data, err := releases[0].Encode()
		if err != nil {
			return err
		}
		return c.say("%s", data)
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	return cmd
}

// idError says that an argument is no number of a release.
type idError struct{ text string }

func (e *idError) Error() string { return "no number of a release: " + e.text }

// Fact names the error for the translations.
func (e *idError) Fact() (string, map[string]any) {
	return "command-id", map[string]any{"Text": e.text}
}

func (c *cli) stored(id int64) ([]release.Release, error) {
	store, err := c.open()
	if err != nil {
		return nil, err
	}
	r, _, err := store.Get(context.Background(), id)
	return []release.Release{r}, err
}

// printed makes the lists of r ready for JSON, where a missing list is an
// empty array: a script need not ask which it is.
func printed(r release.Release) release.Release {
	r = r.Clone()
	r.Tags = append([]string{}, r.Tags...)
	r.Blocks = append([]release.Block{}, r.Blocks...)
	r.Contacts = append([]release.Contact{}, r.Contacts...)
	for i := range r.Contacts {
		r.Contacts[i].Phones = append([]release.PhoneNumber{}, r.Contacts[i].Phones...)
	}
	r.Repairs = append([]release.Repair{}, r.Repairs...)
	return r
}
