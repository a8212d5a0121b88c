package backups

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/archive"
	"communique/app/library"
	"communique/app/settings"
	"communique/app/window/caption"
	"communique/app/window/files"
	"communique/app/window/screen"
	"communique/editor/controls"
)

// TellShared says that the library lies in a folder which other computers have too, with a way
// to another.
func (p Params) TellShared(sharing library.Sharing) {
	told := screen.Wrapped(p.Words.Error(&library.SharedError{Path: p.Path, Sharing: sharing}))
	d := p.Dialogs.New(p.Text("shared-title"), told, p.Text("shared-leave"))
	d.Button(p.Text("menu-move-library"), theme.FolderOpenIcon(), func() { d.Close(); p.MoveLibrary() })
	d.Show(fyne.NewSize(600, 0), nil)
}

// found is a file that the library may be merged with.
type found struct {
	path string
	info os.FileInfo
}

// ShowCopies lists the copies that lie beside the library, and the logs of earlier files, each with a button that merges it, and
// lets a person choose another.
func (p Params) ShowCopies() {
	var copies []found
	p.Load(func(ctx context.Context) error {
		paths, err := p.Keeper.ConflictedCopies()
		logs, unread := p.Keeper.LogsAside()
		left, unseen := p.Keeper.LeftBeside(ctx)
		for _, path := range slices.Concat(paths, logs, left.Copies) {
			if info, err := os.Stat(path); err == nil { // it may have gone meanwhile
				copies = append(copies, found{path, info})
			}
		}
		return errors.Join(err, unread, unseen)
	}, func() { p.listCopies(copies) })
}

func (p Params) listCopies(copies []found) {
	rows := container.NewVBox(screen.Wrapped(p.Text("merge-about")))
	d := p.Dialogs.New(p.Text("merge-title"), rows, p.Text("button-close"))
	var first fyne.Focusable
	for _, c := range copies {
		label := screen.Wrapped(filepath.Base(c.path) + "\n" + c.info.ModTime().Local().Format("02.01.2006 15:04") + " · " + p.size(c.info.Size()))
		merge := p.Keys.NewButton(p.Text("merge-one"), theme.ContentAddIcon(), func() { d.Close(); p.Merge(c.path) })
		merge.SetName(p.Text("merge-one") + ": " + filepath.Base(c.path))
		rows.Add(controls.Border(nil, widget.NewSeparator(), nil, container.NewCenter(merge), label))
		if first == nil {
			first = merge
		}
	}
	if len(copies) == 0 {
		rows.Add(screen.Wrapped(p.Text("merge-none")))
	}
	d.Button(p.Text("merge-file"), theme.FileIcon(), func() { d.Close(); p.chooseCopy() })
	d.Show(fyne.NewSize(680, 420), first)
}

// chooseCopy asks for another file of a library.
func (p Params) chooseCopy() {
	p.Files.ChooseFile(files.Request{
		For: settings.ForLibrary, Title: p.Text("menu-merge"), Kind: "merge-libraries", Endings: []string{filepath.Ext(p.Path)},
	}, p.Merge)
}

// Merge merges a file of a library into this one and says what came of it. One of the conflicted
// copies that has nothing left is put aside.
func (p Params) Merge(path string) {
	p.Save()
	p.Restoring()
	var merged archive.Merged
	var aside string
	var trouble error // told when the releases that were merged until then are shown
	// The bar keeps the person from writing on what is merged.
	p.Progress(p.Text("menu-merge"), func(ctx context.Context, tell func(done, of int)) error {
		if err := p.Flush(); err != nil {
			return err
		}
		merged, aside, trouble = p.merge(ctx, path, tell)
		return nil
	}, func(stopped bool) {
		p.Merged()
		switch {
		case trouble != nil && !stopped:
			p.Fail(trouble)
		case !stopped:
			p.ShowMerged(path, aside, merged)
		}
	})
}

// merge merges a file of a library into this one, and returns where it was put then.
func (p Params) merge(ctx context.Context, path string, tell func(done, of int)) (merged archive.Merged, aside string, err error) {
	other, err := p.Keeper.OpenCopy(path)
	if err != nil {
		return merged, "", err
	}
	defer func() { _ = other.Close() }() // what is left lies in the system's own folder
	total := p.Count()
	name := p.Text("merge-version", map[string]any{"File": filepath.Base(path)})
	if merged, err = archive.Merge(ctx, p.Store, other, name, p.Take, func(n int) { tell(n, max(n, total)) }); err != nil {
		return merged, "", err
	}
	aside, err = p.setAside(ctx, path, merged)
	return merged, aside, err
}

// setAside puts a conflicted copy, or one of an earlier run, aside whose every text is here now, and returns where it is
// then; "" for one that stays where it is.
func (p Params) setAside(ctx context.Context, path string, merged archive.Merged) (string, error) {
	copies, err := p.Keeper.ConflictedCopies()
	left, unseen := p.Keeper.LeftBeside(ctx)
	if err = errors.Join(err, unseen); err != nil || !merged.IsWhole() || !slices.Contains(slices.Concat(copies, left.Copies), path) {
		return "", err
	}
	return p.Keeper.SetAside(path)
}

// mostNamed is how many releases of a kind are named: a person does not read more.
const mostNamed = 10

// ShowMerged says what came of merging a copy, and where that lies then if it was put aside, and
// names the releases that a person has to look at.
func (p Params) ShowMerged(path, aside string, merged archive.Merged) {
	rows := container.NewVBox(screen.Wrapped(merged.Sum(p.Words)))
	titles := func(entries []library.Entry) (all []string) {
		for _, e := range entries {
			all = append(all, caption.Title(p.Words, e))
		}
		return all
	}
	var unread []string
	for _, err := range merged.Unread {
		unread = append(unread, p.Words.Error(err))
	}
	for _, of := range []struct {
		head  string
		lines []string
	}{{"merge-listed-both", titles(merged.Both)}, {"merge-listed-left", titles(merged.Left)}, {"merge-unread", unread}, {"merge-listed-newer", titles(merged.Newer)}} {
		if len(of.lines) > 0 {
			rows.Add(screen.Wrapped(p.Text(of.head) + p.named(of.lines)))
		}
	}
	where := p.Text("merge-kept", map[string]any{"Path": path})
	if aside != "" {
		where = p.Text("merge-aside", map[string]any{"Path": aside})
	}
	rows.Add(screen.Wrapped(where))
	p.Dialogs.New(p.Text("merge-done", map[string]any{"File": filepath.Base(path)}), rows, p.Text("button-close")).Show(fyne.NewSize(640, 420), nil)
}

// named lists what a person has to look at, each in a line of its own.
func (p Params) named(lines []string) (text string) {
	for _, line := range lines[:min(mostNamed, len(lines))] {
		text += "\n– " + line
	}
	if more := len(lines) - mostNamed; more > 0 {
		text += "\n" + p.Text("merge-more", map[string]any{"Count": more})
	}
	return text
}
