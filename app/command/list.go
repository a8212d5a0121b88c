package command

import (
	"context"
	"slices"
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
	UUID     string         `json:"uuid"`
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
	var f finder
	cmd := c.command("list", "command-list", cobra.NoArgs, func([]string) error { return c.find("", f) })
	f.flags(c, cmd)
	return cmd
}

// finder is how list and search print what they find.
type finder struct {
	asJSON, count bool
	limit         int
	sort          string
}

func (f *finder) flags(c *cli, cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.asJSON, "json", false, c.text("flag-json"))
	cmd.Flags().BoolVar(&f.count, "count", false, c.text("flag-count"))
	cmd.Flags().IntVar(&f.limit, "limit", 0, c.text("flag-limit"))
	cmd.Flags().StringVar(&f.sort, "sort", string(library.Newest), c.text("flag-sort", map[string]any{"Known": known(library.Orders())}))
}

// known lists what a flag takes.
func known[T ~string](all []T) string {
	names := make([]string, 0, len(all))
	for _, name := range all {
		names = append(names, string(name))
	}
	return strings.Join(names, ", ")
}

// sortError says that there is no such order.
type sortError struct{ name string }

func (e *sortError) Error() string { return "no order " + e.name }

// Fact names the error for the translations.
func (e *sortError) Fact() (string, map[string]any) {
	return "command-sort", map[string]any{"Order": e.name, "Known": known(library.Orders())}
}

func (c *cli) find(query string, f finder) error {
	store, err := c.open()
	if err != nil {
		return err
	}
	q := library.ParseQuery(query, false, library.NamesIn(func(name string) string { return c.text(name) }))
	q.Sort = library.Order(f.sort)
	if !slices.Contains(library.Orders(), q.Sort) {
		return &sortError{f.sort}
	}
	ctx := context.Background()
	if f.count {
		n, err := store.Count(ctx, q)
		if err != nil {
			return err
		}
		return c.say("%d\n", n)
	}
	positions, err := store.Find(ctx, q, f.limit)
	if err != nil {
		return err
	}
	if len(positions) == 0 {
		if err := c.tellNothing(ctx, store, q); err != nil {
			return err
		}
	}
	entries, err := store.Entries(ctx, positions)
	if err != nil {
		return err
	}
	return c.print(entries, f.asJSON)
}

func (c *cli) print(entries []library.Entry, asJSON bool) error {
	if asJSON {
		rows := make([]listed, 0, len(entries))
		for _, e := range entries {
			rows = append(rows, listed{e.ID, e.UUID, e.Headline, e.Lead, e.Date, e.Place, e.Kind, e.Status, e.Language, e.Saved})
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
	var version int64
	cmd := c.command("show ID", "command-show", cobra.ExactArgs(1), func(args []string) error {
		id, err := number(args[0])
		if err != nil {
			return err
		}
		r, err := c.versionOf(id, version)
		if err != nil {
			return err
		}
		if asJSON {
			return c.writeJSON(printed(r))
		}
		data, err := r.Encode()
		if err != nil {
			return err
		}
		return c.say("%s", data)
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.text("flag-json"))
	cmd.Flags().Int64Var(&version, "version", 0, c.text("flag-version"))
	return cmd
}

// idError says that an argument is no number of a release.
type idError struct{ text string }

func (e *idError) Error() string { return "no number of a release: " + e.text }

// Fact names the error for the translations.
func (e *idError) Fact() (string, map[string]any) {
	return "command-id", map[string]any{"Text": e.text}
}

// number reads the number of a release or of a version.
func number(text string) (int64, error) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0, &idError{text}
	}
	return n, nil
}

// versionOf returns a release in one of its versions, 0 for the newest.
func (c *cli) versionOf(id, version int64) (release.Release, error) {
	store, err := c.open()
	if err != nil {
		return release.Release{}, err
	}
	if version != 0 {
		return store.Version(context.Background(), id, version)
	}
	r, _, err := store.Get(context.Background(), id)
	return r, err
}

func (c *cli) stored(id int64) ([]release.Release, error) {
	r, err := c.versionOf(id, 0)
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
