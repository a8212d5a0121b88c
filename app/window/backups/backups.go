// Package backups looks after the library: it checks and backs it up once a day, lists its
// backups with a way back to each, moves it to another folder, merges it with copies that were
// changed elsewhere, and tells of what befalls its file and folder.
package backups

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"communique/app/archive"
	"communique/app/library"
	"communique/app/settings"
	"communique/app/window/files"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
)

// Params are what the backups need.
type Params struct {
	screen.Base
	Keeper library.Keeper
	Files  *files.Files
	Now    func() time.Time
	// Path is the library's file.
	Path string
	// Save hands what was written to the library, and Flush waits, away from the UI
	// goroutine, until it is there.
	Save  func()
	Flush func() error
	// SaveAgain hands over the text on the screen whether or not the library has had it.
	SaveAgain func()
	// Count is how many releases the library has, as far as that is known.
	Count func() int
	// Restoring hears that a backup is about to take the library's place, and Restored
	// that it has.
	Restoring, Restored func()
	// Store is the library that a copy is merged into, Take how a release is held while that
	// changes it. Merged hears that it was.
	Store  archive.MergeStore
	Take   archive.WithClaim
	Merged func()
	// Import brings files into the library that hold releases.
	Import func(paths []string)
	// Use has the library at a path used from the next start on, and ends the program.
	Use func(path string)
	// Propose tells something at the window's foot with a button for what may be done next;
	// Troubled reports whether trouble is told there.
	Propose  func(text, name translations.Sentence, way func()) screen.Told
	Troubled func() bool
	// IsSharingKnown reports whether the person knows that other computers have the library's
	// folder; KnowSharing keeps that.
	IsSharingKnown func() bool
	KnowSharing    func()
}

// Daily does what a library needs once a day, in the background: every text is
// compared with its checksum, and the library is backed up.
func (p Params) Daily() {
	p.Go(func() {
		care, err := p.Keeper.Daily(context.Background())
		p.Do(func() {
			if err != nil {
				p.Tell(translations.Text("daily-failed", map[string]any{"Why": translations.Error(err)}), true)
			}
			if len(care.Problems) > 0 {
				p.ShowProblems(care)
			}
		})
	})
}

// ShowProblems says which texts are damaged, whether there is a copy of the others, and what can
// be done.
func (p Params) ShowProblems(care library.Care) {
	rows := container.NewVBox()
	if care.Backup != "" {
		rows.Add(screen.Wrapped(p.Text("verify-partial", map[string]any{"Path": care.Backup})))
	}
	for _, found := range care.Problems {
		text := found.Detail
		switch {
		case found.Picture != "":
			text = p.Text("verify-picture", map[string]any{"ID": found.ID, "Headline": found.Headline})
		case found.Version != 0:
			text = p.Text("verify-version", map[string]any{"ID": found.ID, "Headline": found.Headline, "Number": found.Version})
		case found.ID != 0:
			text = p.Text("verify-release", map[string]any{"ID": found.ID, "Headline": found.Headline})
		}
		rows.Add(screen.Wrapped(text))
	}
	head := screen.Wrapped(p.Words.Plural("verify-damaged", len(care.Problems)))
	head.Importance = widget.DangerImportance
	d := p.Dialogs.New(p.Text("trouble-title"), container.NewVBox(head, rows), p.Text("button-close"))
	look := d.Button(p.Text("verify-backups"), theme.HistoryIcon(), func() { d.Close(); p.Show() })
	d.Yes(p.Text("verify-recover"), nil, func() { d.Close(); p.Recover() })
	d.Show(fyne.NewSize(640, 420), look) // it helps, and changes nothing where a key was meant for a text
}

// Show lists the backups, each with a way back to it.
func (p Params) Show() {
	var backups []library.Backup
	p.Load(func(context.Context) (err error) {
		backups, err = p.Keeper.Backups()
		return err
	}, func() { p.list(backups) })
}

func (p Params) list(backups []library.Backup) {
	rows := container.NewVBox()
	rows.Add(screen.Wrapped(p.Text("backups-kept", map[string]any{"Dir": p.Keeper.BackupFolder()})))
	d := p.Dialogs.New(p.Text("backups-title"), rows, p.Text("button-close"))
	for _, b := range backups {
		made := b.Made.Local().Format("02.01.2006 15:04")
		label := screen.Wrapped(fmt.Sprintf("%s · %s\n%s", made, p.size(b.Bytes), filepath.Base(b.Path)))
		back := p.Keys.NewButton(p.Text("backups-restore"), theme.ContentUndoIcon(), func() { d.Close(); p.Restore(b) })
		back.SetName(p.Text("backups-restore") + ": " + made)
		rows.Add(controls.Border(nil, widget.NewSeparator(), nil, container.NewCenter(back), label))
	}
	if len(backups) == 0 {
		rows.Add(screen.Wrapped(p.Text("backups-none")))
	}
	d.Button(p.Text("backups-verify"), theme.ConfirmIcon(), func() { d.Close(); p.verify() })
	now := d.Button(p.Text("backups-now"), theme.DocumentSaveIcon(), func() { d.Close(); p.backUp() })
	d.Show(fyne.NewSize(680, 480), now)
}

// size writes a number of bytes as people read it.
func (p Params) size(bytes int64) string {
	size := message.NewPrinter(language.Make(p.Words.Language)).Sprintf("%.1f", float64(bytes)/(1<<20))
	return p.Text("size-megabytes", map[string]any{"Size": size})
}

// backUp writes a copy of the library where a person wants it.
func (p Params) backUp() {
	p.Save()
	name := "communique-" + p.Now().Format("2006-01-02") + ".db"
	p.Files.Save(p.Text("backups-now"), name, func(path string, _ bool) error {
		if err := p.Flush(); err != nil {
			return err
		}
		return p.Keeper.BackUp(context.Background(), path)
	})
}

func (p Params) verify() {
	p.Save()
	var problems []library.Problem
	p.Progress(p.Text("backups-verify"), func(ctx context.Context, tell func(done, of int)) (err error) {
		total := p.Count()
		problems, err = p.Keeper.Verify(ctx, func(n int) { tell(n, max(n, total)) })
		return err
	}, func(stopped bool) {
		switch {
		case len(problems) > 0:
			p.ShowProblems(library.Care{Problems: problems})
		case !stopped:
			p.Tell(translations.Text("command-verified"), false)
		}
	})
}

// Restore asks whether a backup is to take the library's place.
func (p Params) Restore(b library.Backup) {
	question := p.Text("backups-question", map[string]any{"Made": b.Made.Local().Format("02.01.2006 15:04")})
	p.Ask(p.Text("backups-restore"), question, p.Text("backups-restore"), widget.DangerImportance, func() {
		p.replace(p.Text("backups-restore"), func(ctx context.Context) error {
			_, err := p.Keeper.RestoreBackup(ctx, b.Path)
			return err
		}, func() { p.Tell(translations.Text("backups-restored"), false) })
	})
}

// Recover makes a damaged library anew, and says what came back.
func (p Params) Recover() {
	var r library.Recovery
	p.replace(p.Text("verify-recover"), func(ctx context.Context) (err error) {
		r, err = p.Keeper.Recover(ctx)
		return err
	}, func() { p.Fail(&library.RecoveredError{Recovery: r}) })
}

// replace puts another library in the place of this one; tell is called where that went well.
func (p Params) replace(title string, with func(ctx context.Context) error, tell func()) {
	p.Save()
	p.Restoring()
	done := false
	// The bar keeps the person from writing what the other would take away.
	p.Progress(title, func(ctx context.Context, _ func(done, of int)) error {
		if err := p.Flush(); err != nil {
			return err
		}
		err := with(ctx)
		done = err == nil
		return err
	}, func(bool) {
		if !done { // it was stopped before
			return
		}
		p.Restored()
		tell()
	})
}

// MoveLibrary copies the library into another folder and uses it there from
// the next start on. The old file stays where it is.
func (p Params) MoveLibrary() {
	p.Files.ChooseFolder(settings.ForLibrary, p.Text("menu-move-library"), func(dir string) {
		p.Save()
		path := filepath.Join(dir, filepath.Base(p.Path))
		// The bar keeps the person from writing what the copy would lack.
		p.Progress(p.Text("menu-move-library"), func(ctx context.Context, _ func(done, of int)) error {
			if err := p.Flush(); err != nil {
				return err
			}
			return p.Keeper.BackUp(ctx, path)
		}, func(stopped bool) {
			if !stopped {
				p.askToUse(path)
			}
		})
	})
}

// askToUse asks whether to use a copy of the library from the next start on. The
// program ends at once: what was written from now on would be in the old one only.
func (p Params) askToUse(path string) {
	question := p.Text("library-moved", map[string]any{"Path": path, "Old": p.Path})
	p.Ask(p.Text("menu-move-library"), question, p.Text("menu-quit"), widget.HighImportance, func() {
		p.Use(path)
	})
}
