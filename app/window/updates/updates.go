// Package updates tells that a newer version of the program is offered, and installs it
// where a person asks for that.
package updates

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"communique/app/update"
	"communique/app/window/screen"
	"communique/assets/translations"
)

// Params are what updates need.
type Params struct {
	screen.Base
	// From is where the settings say that newer versions are found; "" for nowhere.
	From string
	// Version is the program's.
	Version string
	// Kinds are the packages that suit this computer; Downloads is the folder to put one in,
	// which is this room's own.
	Kinds     []string
	Downloads string
	// Propose tells something with a button for what may be done next.
	Propose func(text, name translations.Sentence, way func()) screen.Told
	// OpenFile opens a file or a folder in the system's own program.
	OpenFile func(path string)
}

// Check looks for a newer version, because a person wants to know, and tells what there is.
func (p Params) Check() {
	looking := p.Tell(translations.Text("update-looking"), false)
	var o update.Offer
	p.Load(func(ctx context.Context) (err error) {
		defer p.Do(func() { looking.Withdraw() })
		o, err = update.Source{From: p.From, Go: p.Go}.Check(ctx)
		return err
	}, func() {
		compared := p.compared(o)
		if compared.Newer() {
			p.show(o)
			return
		}
		p.Tell(translations.Text(compared.Fact()), false)
	})
}

// Daily looks for a newer version in a folder, unasked, and is silent where there is none.
// An address takes the network: that is asked only by Check.
func (p Params) Daily() {
	if p.From == "" || update.Remote(p.From) {
		return
	}
	p.Go(func() {
		o, err := update.Source{From: p.From, Go: p.Go}.Check(context.Background())
		if err != nil {
			return // a share is often away, and nobody has asked
		}
		if compared := p.compared(o); compared.Newer() {
			p.Do(func() {
				p.Propose(translations.Text(compared.Fact()), translations.Text("update-show"), func() { p.show(o) })
			})
		}
	})
}

func (p Params) compared(o update.Offer) update.Compared {
	own, err := update.ParseVersion(p.Version)
	if err != nil {
		panic(err) // it is part of the program
	}
	return update.Compared{Notice: o.Notice, Own: own}
}

// show tells of a newer version, and offers to install it.
func (p Params) show(o update.Offer) {
	rows := container.NewVBox(screen.Wrapped(p.Text(p.compared(o).Fact())))
	if news := o.NewsIn(p.Words.Language); news != "" {
		rows.Add(screen.Wrapped(news))
	}
	fits, found := o.For(p.Kinds)
	if found {
		rows.Add(screen.Wrapped(p.Text("update-where", map[string]any{"Where": o.Where(fits)})))
		rows.Add(screen.Wrapped(p.Text("update-how")))
	} else {
		rows.Add(screen.Wrapped(p.Words.Error(&update.NoPackageError{Version: o.Version})))
	}
	d := p.Dialogs.New(p.Text("update-title"), rows, p.Text("button-close"))
	if folder := o.Folder(); folder != "" {
		d.Button(p.Text("update-folder"), theme.FolderOpenIcon(), func() { p.OpenFile(folder) })
	}
	if found {
		d.Yes(p.Text("update-install"), theme.DownloadIcon(), func() { d.Close(); p.install(o, fits) })
	}
	d.Show(fyne.NewSize(560, 0), nil)
}

// install fetches a package and has the system open it: its installer asks what it has to.
func (p Params) install(o update.Offer, fits update.Package) {
	var path string
	p.Progress(p.Text("update-fetching"), func(ctx context.Context, tell func(done, of int)) (err error) {
		percent := -1
		told := func(bytes int64) {
			if now := int(bytes * 100 / fits.Size); now != percent {
				percent = now
				tell(now, 100)
			}
		}
		path, err = o.Fetch(ctx, fits, p.Downloads, told)
		if errors.Is(err, fs.ErrExist) { // a package of before, by the same name
			if err = os.Remove(filepath.Join(p.Downloads, fits.File)); err == nil {
				path, err = o.Fetch(ctx, fits, p.Downloads, told)
			}
		}
		if err == nil && o.Folder() != filepath.Clean(p.Downloads) { // where they are offered, others want them
			leaveOnly(path)
		}
		return err
	}, func(stopped bool) {
		if !stopped {
			p.OpenFile(path)
		}
	})
}

// leaveOnly takes away the packages of before, as far as nothing holds them.
func leaveOnly(path string) {
	entries, _ := os.ReadDir(filepath.Dir(path)) // what cannot be seen stays
	for _, e := range entries {
		if e.Name() != filepath.Base(path) {
			_ = os.Remove(filepath.Join(filepath.Dir(path), e.Name()))
		}
	}
}
