package window

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"time"

	"communique/app/archive"
	"communique/app/window/caption"
	"communique/app/window/saving"
	"communique/assets/translations"
	"communique/editor/draft"
	"communique/editor/release"
	"communique/export"
	"communique/export/file"
)

// after calls f on the UI goroutine when d has passed.
func (w *Window) after(d time.Duration, f func()) {
	time.AfterFunc(d, func() { w.params.Do(f) })
}

// save hands the draft on the screen to the saver, where it changed since the
// last time, and reports whether it did.
func (w *Window) save() bool { return w.doc != nil && w.saveDocument(w.doc) }

func (w *Window) saveDocument(doc *document) bool {
	if doc.reading {
		return false // it is another's
	}
	r := doc.session.Release()
	if doc.kept.Language == "" && r.IsBlank() && reflect.DeepEqual(r, doc.begun) {
		return false // nobody has written anything
	}
	doc.keptAt = doc.changes
	if reflect.DeepEqual(r, doc.kept) {
		return false
	}
	doc.kept = r
	w.saver.Put(doc, r.Clone())
	w.showSaved()
	return true
}

// saveAgain hands the draft on the screen to the saver whether or not it changed.
func (w *Window) saveAgain() {
	if w.doc != nil && !w.doc.reading {
		w.doc.kept = release.Release{}
		w.save()
	}
}

// replace puts another text in a draft's place: undo takes it back, and the text
// before stays in the history.
func (w *Window) replace(doc *document, with func(*draft.Session)) {
	w.saveDocument(doc)
	with(doc.session)
	if r := doc.session.Release(); !reflect.DeepEqual(r, doc.kept) {
		doc.kept, doc.keptAt = r, doc.changes
		w.saver.PutApart(doc, r.Clone())
		w.showSaved()
	}
}

type outcome = saving.Outcome[*document]

// saved tells what came of a save.
func (w *Window) saved(o outcome) {
	defer w.letGo()
	if o.Err != nil {
		w.showSaved()
		w.tellUnsaved(o)
		return
	}
	o.Document.savedAt = o.Entry.Saved
	o.Document.identify(o.Entry.UUID)
	o.Document.noted = noted{o.Entry.Revision, o.Entry.Findings}
	if !w.saver.Troubled() {
		w.told.unsaved.Withdraw()
	}
	if o.Copied {
		w.tell(translations.Text("saved-as-copy"), true)
	}
	w.hold(o.Document)
	w.places.KeepSoon() // a new release has a place in the library now
	w.showSaved()
	w.noteChecked()
	w.reload()
}

// tellUnsaved tells that a text is not on the disk, whose it is, and offers a
// way out.
func (w *Window) tellUnsaved(o outcome) {
	why := translations.Error(o.Err)
	told := translations.Text("not-saved-why", map[string]any{"Why": why})
	var slow *saving.SlowError
	switch {
	case o.Document == w.doc && errors.As(o.Err, &slow): // it may come through yet
		told = why
	case o.Document != w.doc:
		told = translations.Text("not-saved-other", map[string]any{"Release": caption.Name(o.Release), "Why": why})
	}
	w.told.unsaved.Replace(w.notice.Offer(told, translations.Text("unsaved-elsewhere"), func() { w.rescue([]*document{o.Document}) }))
}

// showSaved says in the drafting pane how far the text on the screen is on the
// disk: only that very text is called saved. While the typing goes on none is, and only
// trouble is told.
func (w *Window) showSaved() {
	if w.doc == nil {
		return
	}
	waits, err := w.saver.State(w.doc)
	switch {
	case err != nil:
		w.pane.ShowSaved(w.text("not-saved"), true)
	case w.follower.Typing():
		w.pane.ShowSaved("", false)
	case waits:
		w.pane.ShowSaved(w.text("saving"), false)
	case w.doc.savedAt.IsZero() || !reflect.DeepEqual(w.doc.session.Release(), w.doc.kept):
		w.pane.ShowSaved("", false)
	default:
		w.pane.ShowSaved(w.text("saved-at", map[string]any{"Time": w.doc.savedAt.Local().Format("15:04")}), false)
	}
}

// saveNow saves at once and says so, also where nothing was left to save.
func (w *Window) saveNow() {
	if w.doc == nil {
		return
	}
	w.save()
	w.params.Go(func() {
		if err := w.saver.Flush(); err != nil {
			return // saved has told it
		}
		w.params.Do(func() {
			if w.save() { // typed meanwhile
				w.saveNow()
				return
			}
			w.tell(translations.Text("all-saved"), false)
		})
	})
}

// saveElsewhere writes the draft on the screen as a file of its own.
func (w *Window) saveElsewhere() {
	if w.doc == nil {
		w.tell(translations.Text("nothing-open"), false)
		return
	}
	w.rescue([]*document{w.doc})
}

// rescue writes drafts as files of their own, each with the pictures it shows beside it,
// asking for one after the other.
func (w *Window) rescue(docs []*document) {
	if len(docs) == 0 {
		return
	}
	r := docs[0].session.Release()
	w.files.Save(w.text("save-elsewhere-title"), file.Name(r)+".release.toml", func(path string, replace bool) error {
		data, err := r.Encode()
		if err != nil {
			return err
		}
		if err := export.Write(path, data, replace); err != nil {
			return err
		}
		w.params.Do(func() { w.rescue(docs[1:]) })
		unseen, err := archive.WritePictures(context.Background(), w.params.Store, filepath.Dir(path), r.Pictures())
		return errors.Join(unseen, err)
	})
}
