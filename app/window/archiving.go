package window

import (
	"context"
	"path/filepath"

	"communique/app/archive"
	"communique/app/settings"
)

// exportLibrary writes the whole library as folders of TOML and text.
func (w *Window) exportLibrary() {
	w.files.ChooseFolder(settings.ForArchive, w.text("archive-title"), func(dir string) {
		dir = filepath.Join(dir, "communique-"+w.params.Now().Format("2006-01-02-150405"))
		w.save()
		count := 0
		w.base.Progress(w.text("archive-title"), func(ctx context.Context, tell func(done, of int)) (err error) {
			if err := w.saver.flush(); err != nil {
				return err
			}
			count, err = archive.Export(ctx, w.params.Store, dir, func(n int) { tell(n, w.library.Count()) })
			return err
		}, func(bool) { w.tell(w.text("archive-done", map[string]any{"Count": count, "Dir": dir}), false) })
	})
}
