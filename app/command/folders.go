package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"communique/app/archive"
	"communique/editor/release"
	"communique/export/file"
)

// isFolder tells a folder or a ZIP archive, which goes into the library whole,
// from a file.
func isFolder(source string) bool {
	info, err := os.Stat(source)
	return err == nil && info.IsDir() || strings.EqualFold(filepath.Ext(source), ".zip")
}

// listedFile is a file of an import in JSON.
type listedFile struct {
	Path    string           `json:"path"`
	Status  archive.Status   `json:"status"`
	New     int              `json:"new"`
	Known   int              `json:"known"`
	Differs int              `json:"differing"`
	ID      int64            `json:"id,omitempty"` // of its first release
	Repairs []release.Repair `json:"repairs"`
	Message string           `json:"message"`
}

// importGC makes the collector start when half as much again was left as is held: thousands of files leave
// much, and other programs want room too. A bound of so many bytes would have it run without end
// where one file takes more.
const importGC = 50

// importFolders brings folders of old releases, and files named beside them,
// into the library and says of each file what became of it, and of what the library has
// with other words, what it did with that.
func (c *cli) importFolders(sources []string, as archive.Bringing, how importing) error {
	store, err := c.openOrMake()
	if err != nil {
		return err
	}
	defer debug.SetGCPercent(debug.SetGCPercent(importGC))
	report, err := archive.Import(context.Background(), store, sources, nil)
	if err != nil {
		return err
	}
	err = c.writeReport(report, how)
	_, _ = fmt.Fprintln(c.params.Stderr, report.Sum(c.words))
	if err != nil {
		return err
	}
	trouble := c.illustrate(report, how.pictures)
	differing := report.Differing()
	if len(differing) > 0 {
		c.tell("command-differing", map[string]any{"Count": len(differing)})
	}
	left, err := c.settle(differing, as)
	if err == nil && report.Files(archive.Failed)+left > 0 {
		return errTold
	}
	return errors.Join(err, trouble)
}

// writeReport says of each file what became of it: a line each or as JSON, and as a table in a
// file where that is asked for.
func (c *cli) writeReport(report archive.Report, how importing) (err error) {
	if how.csv != "" {
		write := file.Create
		if how.force {
			write = file.Replace
		}
		err = write(how.csv, report.CSV(c.words))
	}
	rows := make([]listedFile, 0, len(report))
	for _, f := range report {
		rows = append(rows, listedFile{f.Path, f.Status, f.New, f.Known, len(f.Differing), f.First, append([]release.Repair{}, f.Repairs...), f.Details(c.words)})
	}
	if how.asJSON {
		return errors.Join(err, c.writeJSON(rows))
	}
	for i, f := range rows {
		if err := c.say("%s\t%s\t%s\n", f.Path, report[i].Outcome(c.words), f.Message); err != nil {
			return err
		}
	}
	return err
}

// illustrate adds the pictures beside releases to them, or says that it can be done.
func (c *cli) illustrate(report archive.Report, add bool) error {
	offered := report.Offered()
	if len(offered) == 0 {
		return nil
	}
	if !add {
		c.tell("command-pictures-offered", map[string]any{"Count": len(offered)})
		return nil
	}
	store, err := c.open()
	if err != nil {
		return err
	}
	added, err := archive.Illustrate(context.Background(), store, store, offered)
	c.tell("command-pictures-added", map[string]any{"Count": added})
	return err
}
