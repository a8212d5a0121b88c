package exporting

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"

	"communique/app/archive"
	"communique/app/settings"
	"communique/assets/translations"
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
			told := []translations.Sentence{translations.Text("archive-done", map[string]any{"Count": count, "Dir": dir})}
			if unseen != nil {
				const most = 2 // releases, of which a notice is read to the end
				lacking := each(unseen)
				for _, one := range lacking[:min(most, len(lacking))] {
					told = append(told, translations.Error(one))
				}
				if more := len(lacking) - most; more > 0 {
					told = append(told, func(*translations.Words) string { return "… +" + strconv.Itoa(more) })
				}
			}
			p.Tell(translations.Join(told, "\n"), unseen != nil)
		})
	})
}

// each are the errors that were joined, one after the other as they came.
func each(err error) []error {
	several, joined := err.(interface{ Unwrap() []error })
	if _, told := err.(translations.Fact); told || !joined {
		return []error{err}
	}
	var all []error
	for _, one := range several.Unwrap() {
		all = slices.Concat(all, each(one))
	}
	return all
}
