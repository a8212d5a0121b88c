package window

import (
	"context"
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/app/settings"
	"communique/app/window/screen"
	"communique/editor/controls"
)

// daily does what a library needs once a day, in the background: every text is
// compared with its checksum, and the library is backed up.
func (w *Window) daily() {
	w.params.Go(func() {
		problems, err := w.params.Store.Daily(context.Background())
		w.params.Do(func() {
			switch {
			case err != nil:
				w.tell(w.text("daily-failed", map[string]any{"Why": w.words.Error(err)}), true)
			case len(problems) > 0:
				w.showProblems(problems)
			}
		})
	})
}

// showProblems says which texts are damaged and what can be done.
func (w *Window) showProblems(problems []library.Problem) {
	rows := container.NewVBox()
	for _, p := range problems {
		text := p.Detail
		switch {
		case p.Picture != "":
			text = w.text("verify-picture", map[string]any{"ID": p.ID, "Headline": p.Headline})
		case p.Version != 0:
			text = w.text("verify-version", map[string]any{"ID": p.ID, "Headline": p.Headline, "Number": p.Version})
		case p.ID != 0:
			text = w.text("verify-release", map[string]any{"ID": p.ID, "Headline": p.Headline})
		}
		rows.Add(screen.Wrapped(text))
	}
	head := screen.Wrapped(w.words.Plural("verify-damaged", len(problems)))
	head.Importance = widget.DangerImportance
	d := w.dialogs.New(w.text("trouble-title"), container.NewVBox(head, rows), w.text("button-close"))
	d.Yes(w.text("verify-backups"), nil, func() { d.Close(); w.showBackups() })
	d.Show(fyne.NewSize(640, 420), nil)
}

// showBackups lists the backups, each with a way back to it.
func (w *Window) showBackups() {
	var backups []library.Backup
	w.base.Load(func(context.Context) (err error) {
		backups, err = w.params.Store.Backups()
		return err
	}, func() { w.listBackups(backups) })
}

func (w *Window) listBackups(backups []library.Backup) {
	rows := container.NewVBox()
	rows.Add(screen.Wrapped(w.text("backups-kept", map[string]any{"Dir": w.params.Store.BackupFolder()})))
	d := w.dialogs.New(w.text("backups-title"), rows, w.text("button-close"))
	for _, b := range backups {
		made := b.Made.Local().Format("02.01.2006 15:04")
		label := screen.Wrapped(fmt.Sprintf("%s · %s\n%s", made, size(w, b.Bytes), filepath.Base(b.Path)))
		back := w.keys.NewButton(w.text("backups-restore"), theme.ContentUndoIcon(), func() { d.Close(); w.restoreBackup(b) })
		back.SetName(w.text("backups-restore") + ": " + made)
		rows.Add(controls.Border(nil, widget.NewSeparator(), nil, container.NewCenter(back), label))
	}
	if len(backups) == 0 {
		rows.Add(screen.Wrapped(w.text("backups-none")))
	}
	d.Button(w.text("backups-verify"), theme.ConfirmIcon(), func() { d.Close(); w.verify() })
	now := d.Button(w.text("backups-now"), theme.DocumentSaveIcon(), func() { d.Close(); w.backUp() })
	d.Show(fyne.NewSize(680, 480), now)
}

// size writes a number of bytes as people read it.
func size(w *Window, bytes int64) string {
	return w.text("size-megabytes", map[string]any{"Size": fmt.Sprintf("%.1f", float64(bytes)/(1<<20))})
}

// backUp writes a copy of the library where a person wants it.
func (w *Window) backUp() {
	w.save()
	name := "communique-" + w.params.Now().Format("2006-01-02") + ".db"
	w.files.Save(w.text("backups-now"), name, func(path string, _ bool) error {
		if err := w.saver.flush(); err != nil {
			return err
		}
		return w.params.Store.BackUp(context.Background(), path)
	})
}

func (w *Window) verify() {
	w.save()
	var problems []library.Problem
	w.base.Progress(w.text("backups-verify"), func(ctx context.Context, tell func(done, of int)) (err error) {
		total := w.library.Count()
		problems, err = w.params.Store.Verify(ctx, func(n int) { tell(n, max(n, total)) })
		return err
	}, func(stopped bool) {
		switch {
		case len(problems) > 0:
			w.showProblems(problems)
		case !stopped:
			w.tell(w.text("command-verified"), false)
		}
	})
}

func (w *Window) restoreBackup(b library.Backup) {
	question := w.text("backups-question", map[string]any{"Made": b.Made.Local().Format("02.01.2006 15:04")})
	w.base.Ask(w.text("backups-restore"), question, w.text("backups-restore"), widget.DangerImportance, func() {
		w.save()
		w.openings.Drop()
		restored := false
		// The bar keeps the person from writing what the backup would take away.
		w.base.Progress(w.text("backups-restore"), func(ctx context.Context, _ func(done, of int)) error {
			if err := w.saver.flush(); err != nil {
				return err
			}
			_, err := w.params.Store.RestoreBackup(ctx, b.Path)
			restored = err == nil
			return err
		}, func(bool) {
			if !restored { // it was stopped before
				return
			}
			w.close()
			w.tell(w.text("backups-restored"), false)
			w.library.Reload()
		})
	})
}

// moveLibrary copies the library into another folder and uses it there from
// the next start on. The old file stays where it is.
func (w *Window) moveLibrary() {
	w.files.ChooseFolder(settings.ForLibrary, w.text("menu-move-library"), func(dir string) {
		w.save()
		path := filepath.Join(dir, filepath.Base(w.params.LibraryPath))
		// The bar keeps the person from writing what the copy would lack.
		w.base.Progress(w.text("menu-move-library"), func(ctx context.Context, _ func(done, of int)) error {
			if err := w.saver.flush(); err != nil {
				return err
			}
			return w.params.Store.BackUp(ctx, path)
		}, func(stopped bool) {
			if !stopped {
				w.askToUse(path)
			}
		})
	})
}

// askToUse asks whether to use a copy of the library from the next start on. The
// program ends at once: what was written from now on would be in the old one only.
func (w *Window) askToUse(path string) {
	question := w.text("library-moved", map[string]any{"Path": path, "Old": w.params.LibraryPath})
	w.base.Ask(w.text("menu-move-library"), question, w.text("menu-quit"), widget.HighImportance, func() {
		w.settings.Library = path
		w.quit()
	})
}
