package exporting

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"communique/app/archive"
	"communique/app/settings"
)

// Library writes a whole library, of so many releases, as folders of TOML and text.
func Library(p Params, from archive.Store, of int) {
	p.Files.ChooseFolder(settings.ForArchive, p.Text("archive-title"), func(dir string) {
		dir = filepath.Join(dir, "communique-"+p.Now().Format("2006-01-02-150405"))
		p.Save()
		count := 0
		var unseen error // the pictures that nobody has
		p.Progress(p.Text("archive-title"), func(ctx context.Context, tell func(done, of int)) (err error) {
			if err := p.Flush(); err != nil {
				return err
			}
			count, unseen, err = archive.Export(ctx, from, dir, func(n int) { tell(n, of) })
			return err
		}, func(bool) {
			told := p.Text("archive-done", map[string]any{"Count": count, "Dir": dir})
			if unseen != nil {
				const most = 4 // lines that a notice is read to the end with
				lines := strings.Split(p.Words.Error(unseen), "\n")
				if more := len(lines) - most; more > 0 {
					lines = append(lines[:most], "… +"+strconv.Itoa(more))
				}
				told += "\n" + strings.Join(lines, "\n")
			}
			p.Tell(told, unseen != nil)
		})
	})
}
