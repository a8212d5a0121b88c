package window

import (
	"communique/app/settings"
	"communique/app/window/files"
	"communique/app/window/photograph"
	"communique/assets/translations"
	"communique/editor/draft"
	"communique/editor/release"
	"communique/export/picture"
)

func (w *Window) photograph() photograph.Params {
	return photograph.Params{Base: w.base, Store: w.params.Store}
}

// putPicture puts a photograph behind the block with the caret, or where that is a
// picture, lets a person change what is said of it.
func (w *Window) putPicture() {
	doc, at := w.writable(), w.pane.Caret().Block
	if doc == nil {
		return
	}
	if b, ok := doc.session.Document().Block(at); ok && b.Kind == release.Picture {
		w.photograph().Describe(b, "picture-change", func(said release.Block) {
			w.edit(doc, func(s *draft.Session) error { return s.ChangeBlock(said) })
		})
		return
	}
	w.files.ChooseFile(files.Request{For: settings.ForPictures, Title: w.text("chooser-photo"), Kind: "chooser-pictures", Endings: picture.Endings()}, func(path string) {
		w.photograph().Read(path, func(b release.Block) {
			w.photograph().Describe(b, "picture-put", func(said release.Block) {
				w.putBlocks(doc, at, said)
			})
		})
	})
}

// putPictures puts photographs behind the block with the caret, as one step.
func (w *Window) putPictures(paths []string) {
	doc, at := w.writable(), w.pane.Caret().Block
	if doc == nil {
		return
	}
	w.photograph().ReadAll(paths, func(blocks []release.Block) {
		if w.putBlocks(doc, at, blocks...) {
			w.tell(translations.Plural("pictures-put", len(blocks)), false)
		}
	})
}

// putBlocks puts blocks behind another, and shows the last of them where the draft is seen. It
// reports whether they are there.
func (w *Window) putBlocks(doc *document, behind release.BlockID, blocks ...release.Block) bool {
	return w.edit(doc, func(s *draft.Session) error {
		last, err := s.AddBlocks(behind, blocks...)
		if err == nil && doc == w.doc {
			w.pane.Reveal(last)
		}
		return err
	})
}

// edit changes a draft, which may have been put away while a file was looked for: then
// its text goes to the disk at once. It reports whether the draft was changed.
func (w *Window) edit(doc *document, with func(*draft.Session) error) bool {
	if !w.isFree(doc) {
		return false
	}
	if err := with(doc.session); err != nil {
		w.fail(err)
		return false
	}
	if doc != w.doc {
		w.saveDocument(doc)
	}
	return true
}
