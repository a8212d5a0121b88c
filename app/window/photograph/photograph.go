// Package photograph takes a photograph's file into the library, and asks what is said of
// it.
package photograph

import (
	"context"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"communique/app/library"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/release"
	"communique/export/file"
	"communique/export/picture"
)

// Store keeps photographs.
type Store interface {
	AddPicture(ctx context.Context, file []byte) (hash string, err error)
}

// Params are what a photograph needs.
type Params struct {
	screen.Base
	Store Store
}

// Read keeps a photograph in the library, and goes on with a block that shows
// it and says what the photograph's own words say.
func (p Params) Read(path string, then func(release.Block)) {
	var b release.Block
	p.Load(func(ctx context.Context) (err error) {
		b, err = p.read(ctx, path)
		return err
	}, func() { then(b) })
}

// ReadAll does so with several, and goes on with those that could be read; what keeps the others
// from it is told.
func (p Params) ReadAll(paths []string, then func([]release.Block)) {
	var (
		blocks  []release.Block
		trouble []error
	)
	p.Work(func(ctx context.Context) error {
		for _, path := range paths {
			b, err := p.read(ctx, path)
			if err != nil {
				trouble = append(trouble, &FileError{Name: filepath.Base(path), Cause: err})
				continue
			}
			blocks = append(blocks, b)
		}
		return nil
	}, func() {
		if len(blocks) > 0 {
			then(blocks)
		}
		if len(trouble) > 0 {
			p.Fail(trouble...)
		}
	})
}

// FileError is why a photograph's file was not taken.
type FileError struct {
	Name  string // of the file
	Cause error
}

// Fact names the file and the cause.
func (e *FileError) Fact() (string, map[string]any) {
	return "photograph-file", map[string]any{"Name": e.Name, "Why": translations.Error(e.Cause)}
}

// Error is for programmers.
func (e *FileError) Error() string { return e.Name + ": " + e.Cause.Error() }

// read keeps a photograph in the library.
func (p Params) read(ctx context.Context, path string) (b release.Block, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return b, err
	}
	if info.Size() > library.MaxPicture {
		return b, &library.PictureError{Reason: "large"}
	}
	data, err := file.Read(path)
	if err != nil {
		return b, err
	}
	if _, err := picture.Prepare(data, picture.Screen); err != nil {
		return b, err
	}
	b = release.Block{Kind: release.Picture}
	b.Text, b.Author = picture.Words(data)
	b.Picture, err = p.Store.AddPicture(ctx, data)
	return b, err
}

// Describe asks what is said of a picture.
func (p Params) Describe(b release.Block, title string, done func(said release.Block)) {
	caption, author, alternative := p.Keys.NewText(3), p.Entry(b.Author), p.Keys.NewText(3)
	caption.SetText(b.Text)
	alternative.SetText(b.Alternative)
	alternative.SetPlaceHolder(p.Text("picture-alternative-hint"))
	form := controls.NewForm()
	form.Add(p.Text("picture-caption"), caption)
	form.Add(p.Text("picture-author"), author)
	form.Add(p.Text("picture-alternative"), alternative)
	help := screen.Wrapped(p.Text("picture-help"))
	d := p.Dialogs.New(p.Text(title), controls.Border(form.Object(), help, nil, nil, nil), p.Text("button-cancel"))
	d.Yes(p.Text("button-save"), nil, func() {
		d.Close()
		b.Text, b.Author, b.Alternative = caption.Text, author.Text, alternative.Text
		done(b)
	})
	d.AskBeforeLoss(p.Base, func() []string { return controls.Entered(form.Object()) })
	d.Show(fyne.NewSize(620, 0), caption)
}
