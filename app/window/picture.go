package window

import (
	"context"
	"os"

	"fyne.io/fyne/v2"

	"communique/app/library"
	"communique/app/settings"
	"communique/app/window/files"
	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/draft"
	"communique/editor/release"
	"communique/export/picture"
)

// putPicture puts a photograph behind the block with the caret, or where that is a
// picture, lets a person change what is said of it.
func (w *Window) putPicture() {
	switch {
	case w.doc == nil:
		w.tell(w.text("nothing-open"), false)
		return
	case w.doc.reading:
		w.held(w.doc)
		return
	}
	doc, at := w.doc, w.pane.CaretBlock()
	if b, ok := doc.session.Document().Block(at); ok && b.Kind == release.Picture {
		w.describePicture(b, "picture-change", func(said release.Block) {
			w.edit(doc, func(s *draft.Session) error { return s.ChangeBlock(said) })
		})
		return
	}
	w.files.ChooseFile(files.Request{For: settings.ForPictures, Title: w.text("chooser-photo"), Kind: "chooser-pictures", Endings: picture.Endings()}, func(path string) {
		w.readPicture(path, func(b release.Block) {
			w.describePicture(b, "picture-put", func(said release.Block) {
				w.edit(doc, func(s *draft.Session) error { return s.AddBlock(at, said) })
			})
		})
	})
}

// readPicture keeps a photograph in the library, and goes on with a block that shows
// it and says what the photograph's own words say.
func (w *Window) readPicture(path string, then func(release.Block)) {
	b := release.Block{Kind: release.Picture}
	w.base.Load(func(ctx context.Context) error {
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		if info.Size() > library.MaxPicture {
			return &library.PictureError{Reason: "large"}
		}
		file, err := os.ReadFile(path) //nolint:gosec // the person chose it
		if err != nil {
			return err
		}
		if _, err := picture.Prepare(file, picture.Screen); err != nil {
			return err
		}
		b.Text, b.Author = picture.Words(file)
		b.Picture, err = w.params.Store.AddPicture(ctx, file)
		return err
	}, func() { then(b) })
}

// describePicture asks what is said of a picture.
func (w *Window) describePicture(b release.Block, title string, done func(said release.Block)) {
	caption, author, alternative := w.keys.NewText(3), w.base.Entry(b.Author), w.keys.NewText(3)
	caption.SetText(b.Text)
	alternative.SetText(b.Alternative)
	alternative.SetPlaceHolder(w.text("picture-alternative-hint"))
	form := controls.NewForm()
	form.Add(w.text("picture-caption"), caption)
	form.Add(w.text("picture-author"), author)
	form.Add(w.text("picture-alternative"), alternative)
	help := screen.Wrapped(w.text("picture-help"))
	d := w.dialogs.New(w.text(title), controls.Border(form.Object(), help, nil, nil, nil), w.text("button-cancel"))
	d.Yes(w.text("button-save"), nil, func() {
		d.Close()
		b.Text, b.Author, b.Alternative = caption.Text, author.Text, alternative.Text
		done(b)
	})
	d.Show(fyne.NewSize(620, 0), caption)
}

// edit changes a draft, which may have been put away while a file was looked for: then
// its text goes to the disk at once.
func (w *Window) edit(doc *document, with func(*draft.Session) error) {
	if err := with(doc.session); err != nil {
		w.fail(err)
		return
	}
	if doc != w.doc {
		w.saveDocument(doc)
	}
}
