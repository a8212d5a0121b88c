package exporting

import (
	"context"
	"path/filepath"

	"communique/app/archive"
	"communique/app/settings"
)

// Library writes a whole library, of so many releases, as folders of TOML and text.
func Library(p Params, from archive.Store, of int) {
	p.Files.ChooseFolder(settings.ForArchive, p.Text("archive-title"), func(dir string) {
		dir = filepath.Join(dir, "communique-"+p.Now().Format("2006-01-02-150405"))
		p.Save()
		count := 0
		p.Progress(p.Text("archive-title"), func(ctx context.Context, tell func(done, of int)) (err error) {
			if err := p.Flush(); err != nil {
				return err
			}
			count, err = archive.Export(ctx, from, dir, func(n int) { tell(n, of) })
			return err
		}, func(bool) { p.Tell(p.Text("archive-done", map[string]any{"Count": count, "Dir": dir}), false) })
	})
}
