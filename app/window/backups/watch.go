package backups

import (
	"context"
	"errors"
	"path/filepath"
	"slices"

	"communique/app/library"
	"communique/app/window/screen"
	"communique/assets/translations"
)

// Watch tells what befalls the library as a whole, each thing once: its file is another, copies
// lie beside it that were changed elsewhere, other computers have its folder. It belongs to the UI
// goroutine.
type Watch struct {
	params     func() Params
	lost       string // why the library's file is not the one that was opened, as it was told
	toldLost   screen.Told
	copies     []string // that lie there and were told of
	toldCopies screen.Told
	toldLeft   screen.Told
	sharing    library.Sharing // who else has the library's folder
}

// NewWatch returns a watch that has told nothing yet. params returns the backups' in the words of
// now.
func NewWatch(params func() Params) *Watch { return &Watch{params: params} }

// FindShared finds out whether the library lies in a folder which other computers have too.
func (w *Watch) FindShared() {
	p := w.params()
	p.Go(func() {
		sharing := p.Keeper.Sharing()
		p.Do(func() { w.sharing = sharing; w.tellShared() })
	})
}

// FindLeft finds out whether an earlier run had to lay texts or copies of the library beside, and offers to bring them in.
func (w *Watch) FindLeft() {
	p := w.params()
	p.Go(func() {
		left, _ := p.Keeper.LeftBeside(context.Background()) // a folder that cannot be looked into is told by what needs it
		p.Do(func() { w.tellLeft(left) })
	})
}

// tellLeft says so until it is brought in: after that nothing may lie there.
func (w *Watch) tellLeft(left library.Left) {
	if left.IsNone() {
		return
	}
	way, bring := "merge-one", func() { w.params().ShowCopies() }
	if len(left.Texts) > 0 {
		way, bring = "import-confirm", func() { w.params().Import(left.Texts) }
	}
	w.toldLeft.Replace(w.params().Propose(leftBeside(left), translations.Text(way), func() {
		w.toldLeft.Withdraw()
		bring()
	}))
}

func leftBeside(left library.Left) translations.Sentence {
	folder := filepath.Dir(slices.Concat(left.Texts, left.Copies)[0])
	return translations.Error(&library.LeftBesideError{Folder: folder, Texts: len(left.Texts), Copies: len(left.Copies)})
}

// Found tells what was found when the library was looked at: err where it could not be, and the
// copies that lie beside it.
func (w *Watch) Found(err error, copies []string) {
	w.tellLost(err)
	if err == nil {
		w.tellCopies(copies)
	}
	w.tellShared()
}

// tellLost says that the library's file is not the one that was opened, and takes that back when
// it is again. Other trouble is told by whatever needs the library.
func (w *Watch) tellLost(err error) {
	var lost *library.LostFileError
	switch told := w.lost; {
	case err == nil:
		w.lost = ""
		w.toldLost.Withdraw()
	case errors.As(err, &lost) && lost.Reason != told:
		w.lost = lost.Reason
		p := w.params()
		w.toldLost.Replace(p.Tell(translations.Error(err), true))
		p.SaveAgain() // what the library has had may have gone with the file
	}
}

// tellCopies says that copies lie beside the library when one has come, and takes that back when
// one has gone. What is being told of trouble comes first.
func (w *Watch) tellCopies(paths []string) {
	p := w.params()
	absent := func(from []string) func(path string) bool {
		return func(path string) bool { return !slices.Contains(from, path) }
	}
	if known := w.copies; slices.ContainsFunc(known, absent(paths)) {
		w.copies = slices.DeleteFunc(slices.Clone(known), absent(paths))
		if w.toldCopies.Withdraw() {
			w.copies = nil // what is left is told anew
		}
	}
	if p.Troubled() || !slices.ContainsFunc(paths, absent(w.copies)) {
		return
	}
	w.copies = paths
	var names []string
	for _, path := range paths {
		names = append(names, filepath.Base(path))
	}
	w.toldCopies.Replace(p.Propose(translations.Error(&library.ConflictedCopiesError{Paths: names}), translations.Text("merge-one"), func() { w.params().ShowCopies() }))
}

// tellShared says so, once for each library, as soon as nothing else is asked.
func (w *Watch) tellShared() {
	if p := w.params(); !w.sharing.IsSafe() && !p.IsSharingKnown() && p.Canvas.Overlays().Top() == nil {
		p.KnowSharing()
		p.TellShared(w.sharing)
	}
}
