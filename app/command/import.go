package command

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"communique/app/archive"
	"communique/app/library"
	"communique/editor/intake"
	"communique/editor/release"
	"communique/export/file"
)

// importing is how a person wants files read.
type importing struct {
	save, force, asJSON, pictures bool
	out, csv, differing           string
}

// reports tells whether what became of each file is wanted, and no more: of folders, and of
// several files for the library.
func (i importing) reports(sources []string) bool {
	return slices.ContainsFunc(sources, isFolder) || i.csv != "" || i.pictures || i.save && len(sources) > 1 && i.out == "" && !i.asJSON && !slices.Contains(sources, "-")
}

// fits tells whether the options go together.
func (i importing) fits(sources []string) bool {
	folders := slices.ContainsFunc(sources, isFolder)
	told := i.csv != "" || i.pictures
	switch {
	case i.out != "" && (folders || told), told && slices.Contains(sources, "-"):
		return false
	case i.differing != "" || told:
		return folders || i.save
	}
	return true
}

func (c *cli) importCommand() *cobra.Command {
	var how importing
	var cmd *cobra.Command
	cmd = c.command("import FILE… [--save] [-o FOLDER] | import FOLDER…", "command-import", cobra.MinimumNArgs(1), func(sources []string) error {
		if !how.fits(sources) {
			return usage(cmd)
		}
		as, err := archive.ParseBringing(how.differing)
		if err != nil {
			return err
		}
		if how.reports(sources) {
			return c.importFolders(sources, as, how)
		}
		return c.importFiles(sources, as, how)
	})
	cmd.Long = c.text("command-import-long")
	flags := cmd.Flags()
	flags.BoolVar(&how.asJSON, "json", false, c.text("flag-json"))
	flags.BoolVar(&how.save, "save", false, c.text("flag-save"))
	flags.StringVar(&how.csv, "csv", "", c.text("flag-import-csv"))
	flags.BoolVar(&how.pictures, "pictures", false, c.text("flag-import-pictures"))
	flags.StringVar(&how.differing, "differing", "", c.text("flag-differing", map[string]any{"Ways": known(archive.Bringings())}))
	flags.BoolVar(&how.force, "force", false, c.text("flag-force"))
	flags.StringVarP(&how.out, "output", "o", "", c.text("flag-import-folder"))
	return cmd
}

// importFiles reads files, and writes or keeps their releases where that is asked for.
func (c *cli) importFiles(sources []string, as archive.Bringing, how importing) error {
	var bring func(source string, found intake.Found) error
	if how.save {
		bring = func(source string, found intake.Found) error { return c.bring(source, found, as) }
	}
	releases, failed, err := c.readEach(sources, bring)
	if err != nil {
		return err
	}
	if how.out != "" {
		if err := c.writeAll(how.out, releases, how.force); err != nil {
			return err
		}
	}
	if err := c.report(releases, how.asJSON, !how.save && how.out == ""); err != nil {
		return err
	}
	return failed
}

// readEach reads every source and does something with what it holds, where there is
// something to do. A source that fails is told and does not stop the rest; failed is
// then errTold, as where do has told why it left something. Its err is that of do.
func (c *cli) readEach(sources []string, do func(source string, found intake.Found) error) (releases []release.Release, failed, err error) {
	for _, source := range sources {
		found, err := c.read(source)
		if err != nil {
			c.complainOf(source, err)
			failed = errTold
			continue
		}
		if do != nil {
			err := do(source, found)
			if errors.Is(err, errTold) {
				failed = errTold
			} else if err != nil {
				return nil, nil, err
			}
		}
		releases = append(releases, found.Releases...)
		for hash, file := range found.Pictures {
			c.within.Store(hash, file)
		}
	}
	return releases, failed, nil
}

// bring puts the releases of a source, and the pictures within and beside it, into the library and
// tells on standard error what became of each. What the library has with other words
// comes as it was asked for; where it was left, the error is errTold.
func (c *cli) bring(source string, found intake.Found, as archive.Bringing) error {
	store, err := c.openOrMake()
	if err != nil {
		return err
	}
	ctx := context.Background()
	unseen, err := archive.BringPictures(ctx, store, source, found.Releases, found.Pictures)
	if err != nil {
		return err
	}
	if unseen != nil {
		c.complainOf(source, unseen)
	}
	brought, err := store.SaveNew(ctx, library.IncomingOf(found.Releases...))
	if err != nil {
		return err
	}
	for _, b := range brought {
		switch {
		case b.Differs: // settle tells
		case !b.Known:
			c.tell("command-saved", map[string]any{"ID": b.ID})
		case b.Trashed.IsZero():
			c.tell("command-known", map[string]any{"ID": b.ID})
		default:
			c.tell("command-known-trashed", map[string]any{"ID": b.ID})
		}
	}
	left, err := c.settle(archive.DifferingOf(found.Releases, brought), as)
	if err == nil && left > 0 {
		return errTold
	}
	return err
}

// settle brings what the library has with other words in the way that was asked for, or
// tells what can be done, and returns how many it left. One that fails does not
// stop the rest.
func (c *cli) settle(differing []archive.Differing, as archive.Bringing) (left int, err error) {
	store, err := c.open()
	if err != nil {
		return 0, err
	}
	for _, d := range differing {
		fact := map[string]any{"ID": d.ID}
		if as == "" {
			name := "command-differs"
			if d.Trashed {
				name = "command-differs-trashed"
			}
			c.tell(name, fact)
			left++
			continue
		}
		e, err := d.Bring(context.Background(), store, as)
		if err != nil {
			c.complainOf(strconv.FormatInt(d.ID, 10), err)
			left++
			continue
		}
		fact["ID"] = e.ID
		c.tell("command-brought-"+string(as), fact)
		if d.Trashed && e.ID == d.ID {
			c.tell("command-known-trashed", fact)
		}
	}
	return left, nil
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

// writeAll writes the TOML form of each release into a folder, with the pictures that came
// with it beside it, and prints the paths.
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
		if err := c.writePictures(dir, r); err != nil {
			return err
		}
		if err := c.say("%s\n", path); err != nil {
			return err
		}
	}
	return nil
}

// writePictures writes the pictures that came with a release into its folder.
func (c *cli) writePictures(dir string, r release.Release) error {
	for _, hash := range r.Pictures() {
		found, ok := c.within.Load(hash)
		if !ok {
			continue // it lies beside its file, or in the library
		}
		picture := found.([]byte)
		err := file.Create(filepath.Join(dir, hash+library.PictureEnding(picture)), picture)
		if err != nil && !errors.Is(err, fs.ErrExist) { // another release shows it
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
