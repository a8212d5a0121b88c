package command

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"communique/app/archive"
)

// isFolder tells a folder or a ZIP archive, which goes into the library whole,
// from a file.
func isFolder(source string) bool {
	info, err := os.Stat(source)
	return err == nil && info.IsDir() || strings.EqualFold(filepath.Ext(source), ".zip")
}

// listedFile is a file of an import in JSON.
type listedFile struct {
	Path    string         `json:"path"`
	Status  archive.Status `json:"status"`
	New     int            `json:"new"`
	Known   int            `json:"known"`
	Differs int            `json:"differing"`
	Message string         `json:"message"`
}

// importFolders brings folders of old releases, and files named beside them,
// into the library and says of each file what became of it, and of what the library has
// with other words, what it did with that.
func (c *cli) importFolders(sources []string, as archive.Bringing, asJSON bool) error {
	store, err := c.open()
	if err != nil {
		return err
	}
	report, err := archive.Import(context.Background(), store, sources, nil)
	if err != nil {
		return err
	}
	rows := make([]listedFile, 0, len(report))
	for _, f := range report {
		row := listedFile{Path: f.Path, Status: f.Status, New: f.New, Known: f.Known, Differs: len(f.Differing)}
		switch {
		case f.Err != nil:
			row.Message = c.sentence(f.Err)
		case f.Trashed > 0:
			row.Message = c.text("import-known-trashed")
		}
		rows = append(rows, row)
	}
	fresh, known, failed := report.Count()
	if asJSON {
		err = c.writeJSON(rows)
	} else {
		err = c.printFiles(rows)
	}
	c.tell("command-imported", map[string]any{"New": fresh, "Known": known, "Failed": failed, "Skipped": report.Files(archive.Skipped)})
	if err != nil {
		return err
	}
	differing := report.Differing()
	if len(differing) > 0 {
		c.tell("command-differing", map[string]any{"Count": len(differing)})
	}
	left, err := c.settle(differing, as)
	if err == nil && failed+left > 0 {
		return errTold
	}
	return err
}

func (c *cli) printFiles(rows []listedFile) error {
	for _, f := range rows {
		if err := c.say("%s\t%s\t%s\n", f.Path, c.text("import-"+string(f.Status)), f.Message); err != nil {
			return err
		}
	}
	return nil
}
