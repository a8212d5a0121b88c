package exporting

import (
	"context"
	"errors"
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"communique/app/settings"
	"communique/app/window/caption"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/export"
	"communique/export/file"
)

// Pack writes a release in all the forms the office sends out, as a folder of its
// own.
func Pack(p Params, r release.Release) {
	p.ForPackage(func(office export.Office, forms []export.Form) {
		p.warnOfForms(forms, office, r, func() {
			p.Files.Save(p.Text("package-title"), file.Name(r), func(path string, replace bool) error {
				office.Saved = p.savedLast
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

// PackMany writes a package for each of the releases into a folder, and calls done
// when all are written. Names that are taken get a number; what fails does not stop
// the rest.
func PackMany(p Params, ids []int64, done func()) {
	p.ForPackage(func(office export.Office, forms []export.Form) {
		p.warnOfMany(ids, forms, office, func() { p.packMany(ids, done) })
	})
}

// warnOfMany lets a person think again where a check blocks one of the releases.
func (p Params) warnOfMany(ids []int64, forms []export.Form, office export.Office, goOn func()) {
	p.Save()
	words, now, checks := p.Words, p.Now(), p.Checks
	var why []screen.Line
	held := map[int64][]release.Accepted{}
	p.Work(func(ctx context.Context) error {
		if err := p.Flush(); err != nil {
			return err
		}
		for _, id := range ids {
			r, _, err := p.Store.Get(ctx, id)
			if err != nil {
				continue // it is told when it is packed
			}
			checks.Lost = export.Lost(r, office.Pictures)
			found, err := against(words, now, r, proof.Check(r, checks)).withLetters(words, forms, office, r)
			if err != nil {
				return err
			}
			if found.holds {
				held[id] = found.found
			}
			if len(found.why) > 0 {
				why = append(why, p.told(id, r, found))
			}
		}
		return nil
	}, func() {
		switch {
		case len(held) > 0:
			p.Despite(held, why, goOn)
		case len(why) > 0:
			if len(why) > 1 { // they may go on below what is in sight
				why = slices.Insert(why, 0, screen.Line{Text: p.Text("override-count", map[string]any{"Count": len(why)})})
			}
			p.AskLateOf(p.Text("export-warning"), why, p.Text("export-anyway"), goOn, func() {})
		default:
			goOn()
		}
	})
}

// told says what speaks against one of many releases, and leads to what was found in it.
func (p Params) told(id int64, r release.Release, o objections) screen.Line {
	name, why := caption.Name(r), strings.Join(o.why, " ")
	if len(o.found) == 0 {
		return screen.Line{Text: name + ": " + why}
	}
	return screen.Line{Text: why, Way: screen.Way{Name: name, Do: func() { p.ToFindingsOf(id) }}}
}

// packMany asks for the folder and writes there, in the forms that the office packs
// by then.
func (p Params) packMany(ids []int64, done func()) {
	p.Files.ChooseFolder(settings.ForExport, p.Text("chooser-folder-export"), func(dir string) {
		p.ForPackage(func(office export.Office, forms []export.Form) {
			p.Save()
			p.writeMany(dir, ids, office, forms, done)
		})
	})
}

func (p Params) writeMany(dir string, ids []int64, office export.Office, forms []export.Form, done func()) {
	var failed, over []export.Result
	p.Progress(p.Text("marked-export"), func(ctx context.Context, tell func(done, of int)) error {
		if err := p.Flush(); err != nil {
			return err
		}
		var saved sync.Map // when each was saved last, by its UUID
		office.Saved = func(r release.Release) time.Time {
			at, _ := saved.Load(r.UUID)
			last, _ := at.(time.Time)
			return last
		}
		written := 0
		return export.Run(ctx, office, p.packages(ctx, dir, ids, forms, &saved), func(results []export.Result) {
			for _, r := range results {
				switch {
				case r.Err != nil:
					failed = append(failed, r)
				case r.Over > 0:
					over = append(over, r)
				}
			}
			written++
			tell(written, len(ids))
		})
	}, func(stopped bool) {
		switch {
		case len(failed) > 0:
			p.Tell(translations.Text("marked-failed", map[string]any{"Count": len(failed), "Name": failed[0].Name, "Why": translations.Error(failed[0].Err)}), true)
		case !stopped && len(over) > 0:
			done()
			p.Tell(translations.Text("marked-over", map[string]any{"Count": len(over), "Name": over[0].Name, "Lines": translations.Plural("over-lines", over[0].Over)}), true)
		case !stopped:
			done()
			p.Tell(translations.Text("export-done", map[string]any{"Path": dir}), false)
		}
	})
}

// packages reads releases one after another and gives each a folder of its own.
func (p Params) packages(ctx context.Context, dir string, ids []int64, forms []export.Form, saved *sync.Map) iter.Seq[export.Job] {
	return func(yield func(export.Job) bool) {
		given := map[string]bool{}
		for _, id := range ids {
			r, entry, err := p.Store.Get(ctx, id)
			saved.Store(r.UUID, entry.Saved)
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
