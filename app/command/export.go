package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"communique/app/archive"
	"communique/app/library"
	"communique/app/settings"
	"communique/editor/release"
	"communique/export"
	"communique/export/file"
	"communique/export/fingerprint"
	"communique/export/text"
)

// packageForm asks for a folder with all the forms the office sends out;
// archiveForm, with --all, for the library as an archive of TOML files.
const (
	packageForm = "package"
	archiveForm = "toml"
)

// order is one export as it was asked for.
type order struct {
	to       []string
	dir      string
	style    string
	options  text.Options
	force    bool
	all      bool
	asJSON   bool
	onePage  bool
	with     []string // translations that follow in the PDF
	forms    []export.Form
	packages bool
	despite  string // why an issued release leaves with findings that block it
	pictures func(hash string) ([]byte, error)
}

// lost are the pictures of a release that are to be warned of. Only the text is written
// without them; every other form says so itself, and is not.
func (o order) lost(r release.Release) []string {
	if !slices.Contains(o.forms, export.Text) {
		return nil
	}
	return export.Lost(r, o.pictures)
}

func (c *cli) exportCommand() *cobra.Command {
	o := order{}
	fits := func(cmd *cobra.Command, args []string) error {
		if o.all {
			return cobra.NoArgs(cmd, args)
		}
		return cobra.MinimumNArgs(1)(cmd, args)
	}
	cmd := c.command("export FILE|ID…|--all --to FORM,…", "command-export", fits, func(sources []string) error {
		return c.export(sources, o)
	})
	flags := cmd.Flags()
	flags.StringSliceVar(&o.to, "to", nil, c.text("flag-to", map[string]any{"Forms": known(export.Forms())}))
	flags.StringVarP(&o.dir, "output", "o", ".", c.text("flag-export-folder"))
	flags.StringVar(&o.style, "style", "", c.text("flag-style"))
	flags.BoolVar(&o.onePage, "one-page", false, c.text("flag-one-page"))
	flags.StringSliceVar(&o.with, "with", nil, c.text("flag-with"))
	flags.IntVar(&o.options.Width, "width", 0, c.text("flag-width"))
	flags.BoolVar(&o.options.CRLF, "crlf", false, c.text("flag-crlf"))
	flags.BoolVar(&o.options.Windows1251, "windows-1251", false, c.text("flag-windows-1251"))
	flags.StringVar(&o.despite, "despite", "", c.text("flag-despite"))
	flags.BoolVar(&o.force, "force", false, c.text("flag-force"))
	flags.BoolVar(&o.all, "all", false, c.text("flag-all"))
	flags.BoolVar(&o.asJSON, "json", false, c.text("flag-json"))
	_ = cmd.MarkFlagRequired("to") // the flag is there
	return cmd
}

// export writes each release in each form, in parallel. What fails is told and
// does not stop the rest.
func (c *cli) export(sources []string, o order) error {
	if o.all && slices.Equal(o.to, []string{archiveForm}) {
		return c.archive(o.dir)
	}
	if err := o.parse(); err != nil {
		return err
	}
	office, err := c.exportOffice(o)
	if err != nil {
		return err
	}
	o.despite = strings.TrimSpace(o.despite)
	translations, err := c.translations(o)
	if err != nil {
		return err
	}
	if err := makeFolder(o.dir); err != nil {
		return err
	}
	o.pictures = c.pictures(append(slices.Clone(sources), o.with...))
	office.Pictures, office.Saved = o.pictures, c.savedLast
	releases := c.sources(sources)
	if o.all {
		if releases, err = c.everything(); err != nil {
			return err
		}
	}
	for i := range translations {
		translations[i].OnePage = translations[i].OnePage || o.onePage
	}
	report := exportReport{cli: c, asJSON: o.asJSON, onePage: o.onePage}
	if err := export.Run(context.Background(), office, c.jobs(releases, o, translations, &report.warnings), report.tell); err != nil {
		return err
	}
	return report.finish()
}

// parse reads the forms that were asked for. The package is not one of them: it
// holds those the office chose.
func (o *order) parse() error {
	names := slices.DeleteFunc(slices.Clone(o.to), func(name string) bool { return name == packageForm })
	o.packages = len(names) < len(o.to)
	var err error
	o.forms, err = export.ParseForms(names)
	var unknown *export.FormError
	if errors.As(err, &unknown) {
		unknown.Also = []string{packageForm, "--all --to " + archiveForm}
		return unknown
	}
	return err
}

// exportOffice returns what the forms take from the settings; flags win. Where
// something of it is broken that one of the forms needs, nothing is written: a
// release never leaves without its letterhead in silence.
func (c *cli) exportOffice(o order) (export.Office, error) {
	s, err := c.office()
	if err != nil {
		return export.Office{}, err
	}
	dir, err := c.folder()
	if err != nil {
		return export.Office{}, err
	}
	name := o.style
	if name == "" {
		name = s.Export.Style
	}
	if o.style != "" {
		if _, err := c.style(o.style); err != nil { // asked for by name, whatever the forms
			return export.Office{}, asked(err)
		}
	}
	office, troubles := s.Office(dir, name, c.style)
	office.Text = o.options
	if troubles.Look != nil && (o.packages || slices.ContainsFunc(o.forms, export.Form.Letterhead)) {
		c.complain(troubles.Look)
	}
	err = troubles.With(o.forms...)
	if o.packages {
		err = errors.Join(err, troubles.Packing(s.PackageForms()))
	}
	return office, err
}

// asked is what is wrong with a style that was named here and not in the
// settings, which can do nothing about it.
func asked(err error) error {
	var e *settings.StyleError
	if errors.As(err, &e) && e.Path == "" {
		return e.Cause
	}
	return err
}

// pictures returns where the forms get their pictures: from within the files that were
// named, or beside them, or from the library. The forms are written in parallel, and ask in parallel.
func (c *cli) pictures(sources []string) func(hash string) ([]byte, error) {
	return func(hash string) ([]byte, error) {
		if file, ok := c.within.Load(hash); ok {
			return file.([]byte), nil
		}
		for _, source := range sources {
			if file, err := archive.Beside(source, hash); err == nil {
				return file, nil
			}
		}
		store, err := c.open()
		if err != nil {
			return nil, err
		}
		return store.Picture(context.Background(), hash)
	}
}

// sourced is a release with the name the person knows it by.
type sourced struct {
	name    string
	release release.Release
	err     error
}

// savedLast returns when the text of a release that was read was saved last, by the library
// or the file system; zero where neither knows.
func (c *cli) savedLast(r release.Release) time.Time {
	at, _ := c.saved.Load(fingerprint.Hash(r))
	saved, _ := at.(time.Time)
	return saved
}

// noteSaved notes when a file, or a release of the library, was saved last.
func (c *cli) noteSaved(source string, releases []release.Release) {
	var saved time.Time
	if file, err := os.Stat(source); err == nil {
		saved = file.ModTime()
	} else if id, err := strconv.ParseInt(source, 10, 64); err == nil && c.store != nil {
		if _, entry, err := c.store.Get(context.Background(), id); err == nil {
			saved = entry.Saved
		}
	}
	for _, r := range releases {
		c.saved.Store(fingerprint.Hash(r), saved)
	}
}

// sources reads what the arguments name, one after another.
func (c *cli) sources(sources []string) iter.Seq[sourced] {
	return func(yield func(sourced) bool) {
		for _, source := range sources {
			found, err := c.read(source)
			if err != nil {
				if !yield(sourced{name: source, err: err}) {
					return
				}
				continue
			}
			c.noteSaved(source, found.Releases)
			for hash, file := range found.Pictures {
				c.within.Store(hash, file)
			}
			for _, r := range found.Releases {
				if !yield(sourced{name: source, release: r}) {
					return
				}
			}
		}
	}
}

// translations reads the releases that follow in the PDF: all of them, or it
// tells what fails.
func (c *cli) translations(o order) (all []release.Release, failed error) {
	for s := range c.sources(o.with) {
		if s.err != nil {
			c.complainOf(s.name, s.err)
			failed = errTold
			continue
		}
		warnings, err := c.warnings(s, nil, o.despite) // a PDF that lacks a picture is not written
		for _, warning := range warnings {
			_, _ = fmt.Fprintln(c.params.Stderr, warning)
		}
		if err != nil {
			c.complainOf(s.name, err)
			failed = errTold
			continue
		}
		all = append(all, s.release)
	}
	return all, failed
}

// everything reads the library, newest first.
func (c *cli) everything() (iter.Seq[sourced], error) {
	store, err := c.open()
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	positions, err := store.Find(ctx, library.Query{}, 0)
	if err != nil {
		return nil, err
	}
	if len(positions) == 0 {
		c.tell("command-library-empty", nil)
	}
	return func(yield func(sourced) bool) {
		for _, p := range positions {
			r, entry, err := store.Get(ctx, p.ID())
			c.saved.Store(fingerprint.Hash(r), entry.Saved)
			if !yield(sourced{fmt.Sprint(p.ID()), r, err}) {
				return
			}
		}
	}, nil
}

// jobs makes of each release what is to be written of it, under names that do
// not meet, and leaves for each job what there is to warn of.
func (c *cli) jobs(releases iter.Seq[sourced], o order, translations []release.Release, warnings *waiting) iter.Seq[export.Job] {
	return func(yield func(export.Job) bool) {
		files := newNames()
		for s := range releases {
			s.release.OnePage = s.release.OnePage || o.onePage
			job := export.Job{
				Name: s.name, Release: s.release, Translations: translations, Forms: o.forms, Replace: o.force, Err: s.err,
				Whole: o.despite == "" && s.release.Status == release.Issued,
			}
			var told []string
			if s.err == nil {
				told, job.Err = c.warnings(s, o.lost(s.release), o.despite)
			}
			if job.Err == nil {
				job.Target = filepath.Join(o.dir, files.next(file.Name(s.release)))
			}
			if len(o.forms) > 0 || job.Err != nil {
				warnings.add(told)
				told = nil
				if !yield(job) {
					return
				}
			}
			if job.Err != nil || !o.packages {
				continue
			}
			job.Package, job.Forms = true, c.settings.PackageForms()
			warnings.add(told)
			if !yield(job) {
				return
			}
		}
	}
}

// archive writes the library as folders of TOML files with all versions.
func (c *cli) archive(dir string) error {
	store, err := c.open()
	if err != nil {
		return err
	}
	if err := makeFolder(dir); err != nil {
		return err
	}
	n, unseen, err := archive.Export(context.Background(), store, dir, nil)
	if errors.Is(err, fs.ErrExist) { // with --force, too: what is there may be all there is of another library
		return &library.OccupiedError{Path: dir}
	}
	if err != nil {
		return err
	}
	c.tell("command-archived", map[string]any{"Count": n, "Dir": dir})
	if unseen != nil {
		c.complain(unseen)
		return errTold
	}
	return nil
}

func makeFolder(dir string) error {
	return os.MkdirAll(dir, 0o750)
}
