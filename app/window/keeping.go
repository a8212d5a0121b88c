package window

import (
	"context"
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
)

// daily does what a library needs once a day, in the background: every text is
// compared with its checksum, and the library is backed up.
func (w *Window) daily() {
	go func() {
		problems, err := w.params.Store.Daily(context.Background())
		w.params.Do(func() {
			switch {
			case err != nil:
				w.tell(w.text("daily-failed", map[string]any{"Why": w.words.Error(err)}), true)
			case len(problems) > 0:
				w.showProblems(problems)
			}
		})
	}()
}

// showProblems says which texts are damaged and what can be done.
func (w *Window) showProblems(problems []library.Problem) {
	rows := container.NewVBox()
	for _, p := range problems {
		text := p.Detail
		if p.ID != 0 {
			text = w.text("verify-release", map[string]any{"ID": p.ID, "Headline": p.Headline})
			if p.Version != 0 {
				text = w.text("verify-version", map[string]any{"ID": p.ID, "Headline": p.Headline, "Number": p.Version})
			}
		}
		label := widget.NewLabel(text)
		label.Wrapping = fyne.TextWrapWord
		rows.Add(label)
	}
	head := widget.NewLabel(w.words.Plural("verify-damaged", len(problems)))
	head.Wrapping = fyne.TextWrapWord
	head.Importance = widget.DangerImportance
	d := dialog.NewCustomWithoutButtons(w.text("trouble-title"), container.NewBorder(head, nil, nil, nil, container.NewVScroll(rows)), w.win)
	restore := newKeyButton(w.text("verify-backups"), func() { d.Hide(); w.showBackups() }, d.Hide).with(nil, widget.HighImportance)
	closing := newKeyButton(w.text("button-close"), d.Hide, d.Hide)
	d.SetButtons([]fyne.CanvasObject{closing, restore})
	d.Resize(fyne.NewSize(640, 420))
	d.Show()
	w.win.Canvas().Focus(closing)
}

// showBackups lists the backups, each with a way back to it.
func (w *Window) showBackups() {
	backups, err := w.params.Store.Backups()
	if err != nil {
		w.fail(err)
		return
	}
	rows := container.NewVBox()
	var d *dialog.CustomDialog
	for _, b := range backups {
		label := widget.NewLabel(fmt.Sprintf("%s · %s\n%s", b.Made.Local().Format("02.01.2006 15:04"), size(w, b.Bytes), filepath.Base(b.Path)))
		back := newKeyButton(w.text("backups-restore"), func() { d.Hide(); w.restoreBackup(b) }, func() { d.Hide() }).with(theme.ContentUndoIcon(), widget.MediumImportance)
		rows.Add(container.NewBorder(nil, widget.NewSeparator(), nil, container.NewCenter(back), label))
	}
	if len(backups) == 0 {
		rows.Add(widget.NewLabel(w.text("backups-none")))
	}
	head := widget.NewLabel(w.text("backups-kept", map[string]any{"Dir": w.params.Store.BackupFolder()}))
	head.Wrapping = fyne.TextWrapWord
	d = dialog.NewCustomWithoutButtons(w.text("backups-title"), container.NewBorder(head, nil, nil, nil, container.NewVScroll(rows)), w.win)
	now := newKeyButton(w.text("backups-now"), func() { d.Hide(); w.backUp() }, d.Hide).with(theme.DocumentSaveIcon(), widget.MediumImportance)
	verify := newKeyButton(w.text("backups-verify"), func() { d.Hide(); w.verify() }, d.Hide).with(theme.ConfirmIcon(), widget.MediumImportance)
	closing := newKeyButton(w.text("button-close"), d.Hide, d.Hide)
	d.SetButtons([]fyne.CanvasObject{closing, verify, now})
	d.Resize(fyne.NewSize(680, 480))
	d.Show()
	w.win.Canvas().Focus(closing)
}

// size writes a number of bytes as people read it.
func size(w *Window, bytes int64) string {
	return w.text("size-megabytes", map[string]any{"Size": fmt.Sprintf("%.1f", float64(bytes)/(1<<20))})
}

// backUp writes a copy of the library where a person wants it.
func (w *Window) backUp() {
	w.save()
	name := "communique-" + w.params.Now().Format("2006-01-02") + ".db"
	w.askTarget(w.text("backups-now"), name, func(path string, _ bool) error {
		if err := w.saver.flush(); err != nil {
			return err
		}
		return w.params.Store.BackUp(context.Background(), path)
	})
}

func (w *Window) verify() {
	w.save()
	var problems []library.Problem
	w.progress(w.text("backups-verify"), func(ctx context.Context, tell func(done, of int)) (err error) {
		total := len(w.library.list.results.positions)
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
	w.ask(w.text("backups-restore"), question, w.text("backups-restore"), widget.DangerImportance, func() {
		w.save()
		w.leave()
		w.work(func(ctx context.Context) error {
			if err := w.saver.flush(); err != nil {
				return err
			}
			_, err := w.params.Store.RestoreBackup(ctx, b.Path)
			return err
		}, func() {
			w.tell(w.text("backups-restored"), false)
			w.reload()
		})
	})
}

// moveLibrary copies the library into another folder and uses it there from
// the next start on. The old file stays where it is.
func (w *Window) moveLibrary() {
	w.save()
	w.askFolder(func(dir string) {
		path := filepath.Join(dir, filepath.Base(w.params.LibraryPath))
		w.work(func(ctx context.Context) error {
			if err := w.saver.flush(); err != nil {
				return err
			}
			return w.params.Store.BackUp(ctx, path)
		}, func() {
			w.settings.Library = path
			w.keepSettings()
			w.ask(w.text("menu-move-library"), w.text("library-moved", map[string]any{"Path": path, "Old": w.params.LibraryPath}),
				w.text("menu-quit"), widget.HighImportance, w.quit)
		})
	})
}
