package window

import (
	"context"
	"errors"
	"iter"
	"path/filepath"
	"strconv"
	"strings"

	"communique/app/settings"
	"communique/app/window/caption"
	"communique/editor/release"
	"communique/export"
	"communique/export/file"
)

// packRelease writes the draft in all the forms the office sends out, as a
// folder of its own.
func (w *Window) packRelease() {
	if w.doc == nil {
		w.tell(w.text("nothing-open"), false)
		return
	}
	w.save()
	r, forms := w.doc.session.Release(), w.settings.PackageForms()
	w.wholePackage(func(office export.Office) {
		w.warn(r, func() {
			w.files.Save(w.text("package-title"), file.Name(r), func(path string, replace bool) error {
				job := export.Job{Name: r.Headline, Release: r, Target: path, Forms: forms, Package: true, Replace: replace}
				var failed error
				err := export.Run(context.Background(), office, one(job), func(results []export.Result) { failed = results[0].Err })
				return errors.Join(err, failed)
			})
		})
	})
}

func one(job export.Job) iter.Seq[export.Job] {
	return func(yield func(export.Job) bool) { yield(job) }
}

// exportSelected writes a package for each of the releases into a folder. Names
// that are taken get a number; what fails does not stop the rest.
func (w *Window) exportSelected(ids []int64) {
	w.wholePackage(func(export.Office) { w.warnSelected(ids) })
}

// warnSelected lets a person think again where a check blocks one of the releases.
func (w *Window) warnSelected(ids []int64) {
	w.save()
	words, now := w.words, w.params.Now()
	var warned []string
	w.base.Work(func(ctx context.Context) error {
		if err := w.saver.flush(); err != nil {
			return err
		}
		for _, id := range ids {
			r, _, err := w.params.Store.Get(ctx, id)
			if why := warnings(words, now, r); err == nil && len(why) > 0 { // what cannot be read is told when it is packed
				warned = append(warned, caption.Name(r)+": "+strings.Join(why, " "))
			}
		}
		return nil
	}, func() {
		const most = 6 // lines that a question is read to the end with
		if more := len(warned) - most; more > 0 {
			warned = append(warned[:most], "… +"+strconv.Itoa(more))
		}
		if len(warned) == 0 {
			w.packSelected(ids)
			return
		}
		w.base.AskLate(w.text("export-warning"), strings.Join(warned, "\n"), w.text("export-anyway"), func() { w.packSelected(ids) }, func() {})
	})
}

func (w *Window) packSelected(ids []int64) {
	w.files.ChooseFolder(settings.ForExport, w.text("chooser-folder-export"), func(dir string) {
		w.save()
		office, forms := *w.office, w.settings.PackageForms()
		var failed []export.Result
		w.base.Progress(w.text("marked-export"), func(ctx context.Context, tell func(done, of int)) error {
			if err := w.saver.flush(); err != nil {
				return err
			}
			done := 0
			return export.Run(ctx, office, w.packages(ctx, dir, ids, forms), func(results []export.Result) {
				for _, r := range results {
					if r.Err != nil {
						failed = append(failed, r)
					}
				}
				done++
				tell(done, len(ids))
			})
		}, func(stopped bool) {
			switch {
			case len(failed) > 0:
				w.tell(w.text("marked-failed", map[string]any{"Count": len(failed), "Name": failed[0].Name, "Why": w.words.Error(failed[0].Err)}), true)
			case !stopped:
				w.library.ClearSelection()
				w.tell(w.text("export-done", map[string]any{"Path": dir}), false)
			}
		})
	})
}

// packages reads releases one after another and gives each a folder of its own.
func (w *Window) packages(ctx context.Context, dir string, ids []int64, forms []export.Form) iter.Seq[export.Job] {
	return func(yield func(export.Job) bool) {
		given := map[string]bool{}
		for _, id := range ids {
			r, _, err := w.params.Store.Get(ctx, id)
			job := export.Job{Name: caption.Name(r), Release: r, Forms: forms, Package: true, Err: err}
			if err == nil {
				job.Target, job.Err = freeFolder(dir, r, given)
			}
			if !yield(job) {
				return
			}
		}
	}
}

// freeFolder returns a folder for a release that is neither there nor given to
// another.
func freeFolder(dir string, r release.Release, given map[string]bool) (string, error) {
	base := filepath.Join(dir, file.Name(r))
	for n := 1; ; n++ {
		path := file.Numbered(base, n)
		taken, err := file.Exists(path)
		if err != nil {
			return "", err
		}
		if !taken && !given[path] {
			given[path] = true
			return path, nil
		}
	}
}
