// Package photograph takes a photograph's file into the library, and asks what is said of
// it.
package photograph

import (
	"context"
	"os"

	"fyne.io/fyne/v2"

	"communique/app/library"
	"communique/app/window/screen"
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
	b := release.Block{Kind: release.Picture}
	p.Load(func(ctx context.Context) error {
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		if info.Size() > library.MaxPicture {
			return &library.PictureError{Reason: "large"}
		}
		data, err := file.Read(path)
		if err != nil {
			return err
		}
		if _, err := picture.Prepare(data, picture.Screen); err != nil {
			return err
		}
		b.Text, b.Author = picture.Words(data)
		b.Picture, err = p.Store.AddPicture(ctx, data)
		return err
	}, func() { then(b) })
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
	d.Show(fyne.NewSize(620, 0), caption)
}
