package command

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"communique/editor/proof"
	"communique/editor/release"
	"communique/export/file"
	"communique/export/html"
	"communique/export/page"
	"communique/export/pdf"
	"communique/export/text"
)

// forms are what export can write, in the order it offers them.
var forms = []string{"pdf", "txt", "html"}

// formError says that a form is not one of forms.
type formError struct{ name string }

func (e *formError) Error() string { return "no form " + e.name }

// Fact names the error for the translations.
func (e *formError) Fact() (string, map[string]any) {
	return "command-form", map[string]any{"Form": e.name, "Known": strings.Join(forms, ", ")}
}

// order is one export as it was asked for.
type order struct {
	to      []string
	dir     string
	options text.Options
	force   bool
	all     bool
}

func (c *cli) exportCommand() *cobra.Command {
	o := order{}
	cmd := c.command("export FILE|ID… --to pdf,txt,html", "command-export", nil, func(sources []string) error {
		if o.all {
			return c.exportLibrary(o)
		}
		for _, form := range o.to {
			if !slices.Contains(forms, form) {
				return &formError{form}
			}
		}
		releases, failed := c.readAll(sources)
		if err := c.export(releases, o); err != nil {
			return err
		}
		return failed
	})
	flags := cmd.Flags()
	flags.StringSliceVar(&o.to, "to", nil, c.text("flag-to"))
	flags.StringVarP(&o.dir, "output", "o", ".", c.text("flag-output-folder"))
	flags.BoolVar(&o.options.CRLF, "crlf", false, c.text("flag-crlf"))
	flags.BoolVar(&o.options.Windows1251, "windows-1251", false, c.text("flag-windows-1251"))
	flags.BoolVar(&o.force, "force", false, c.text("flag-force"))
	flags.BoolVar(&o.all, "all", false, c.text("flag-all"))
	_ = cmd.MarkFlagRequired("to") // the flag is there
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if o.all {
			return cobra.NoArgs(cmd, args)
		}
		return cobra.MinimumNArgs(1)(cmd, args)
	}
	return cmd
}

// export writes each release in each form. What fails is told and does not
// stop the rest.
func (c *cli) export(releases []release.Release, o order) error {
	org, err := c.profile()
	if err != nil {
		return err
	}
	if err := makeFolder(o.dir); err != nil {
		return err
	}
	var failed error
	names := newNames()
	for _, r := range releases {
		c.warn(r)
		name := names.next(file.Name(r))
		for _, form := range o.to {
			path := filepath.Join(o.dir, name+"."+form)
			if err := c.exportOne(path, form, r, org, o); err != nil {
				c.complainOf(path, err)
				failed = errTold
			}
		}
	}
	return failed
}

func (c *cli) exportOne(path, form string, r release.Release, org release.Organisation, o order) error {
	data, err := c.render(path, form, r, org, o.options)
	if err != nil {
		return err
	}
	write := file.Create
	if o.force {
		write = file.Replace
	}
	if err := write(path, data); err != nil {
		return err
	}
	return c.say("%s\n", path)
}

func (c *cli) render(path, form string, r release.Release, org release.Organisation, o text.Options) ([]byte, error) {
	switch form {
	case "txt":
		return text.Render(r, o)
	case "html":
		return html.Page(r, org), nil
	}
	doc, err := page.Layout(r, org)
	if err != nil {
		return nil, err
	}
	if len(doc.Missing) > 0 {
		_, _ = fmt.Fprintln(c.params.Stderr, c.text("command-missing-letters", map[string]any{"Path": path, "Letters": string(doc.Missing)}))
	}
	return pdf.Render(doc)
}

// warn tells what should keep a release in the office; the person decides.
func (c *cli) warn(r release.Release) {
	for _, f := range proof.Check(r) {
		if f.Level == proof.Blocks {
			name, args := f.Fact()
			_, _ = fmt.Fprintln(c.params.Stderr, c.text("command-warning", map[string]any{"Finding": c.text(name, args)}))
		}
	}
	if !r.Embargo.IsZero() && c.params.Now().Before(r.Embargo.At) {
		_, _ = fmt.Fprintln(c.params.Stderr, c.text("command-warning", map[string]any{"Finding": text.Embargo(r)}))
	}
}

func makeFolder(dir string) error {
	return os.MkdirAll(dir, 0o750)
}
