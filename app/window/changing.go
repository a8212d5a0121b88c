package window

import (
	"cmp"
	"context"

	"communique/app/archive"
	"communique/app/window/caption"
	"communique/app/window/tagging"
	"communique/editor/draft"
	"communique/editor/proof"
	"communique/editor/release"
)

// tagSelected asks for a tag and gives it to releases.
func (w *Window) tagSelected(ids []int64) { tagging.Ask(w.taggingParams(), ids) }

// taggingParams are what gives tags to releases.
func (w *Window) taggingParams() tagging.Params {
	return tagging.Params{Base: w.base, Change: w.change}
}

// setStatus gives releases a status. None is issued while a finding blocks it.
func (w *Window) setStatus(ids []int64, status release.Status) {
	changed, checks := 0, w.checks()
	w.toEach(ids, func(ctx context.Context, id int64) error {
		var blocked error
		err := w.changeOne(ctx, id, func(s *draft.Session) bool {
			if status == release.Issued {
				r, checks := s.Release(), checks
				checks.Lost = w.lostOf(r)
				if len(proof.Blocking(proof.Check(r, checks))) > 0 {
					blocked = &blockedError{caption.Name(r)}
					return false
				}
			}
			set := s.Set(release.StatusField, string(status))
			if set {
				changed++
			}
			return set
		})
		return cmp.Or(err, blocked)
	}, func(int) {
		if changed > 0 {
			w.tell(w.words.Plural("status-set", changed), false)
		}
	})
}

// lostOf returns the pictures of a release whose files cannot be had or read.
func (w *Window) lostOf(r release.Release) (lost []string) {
	for _, hash := range r.Pictures() {
		if w.pictureOf(hash) == nil {
			lost = append(lost, hash)
		}
	}
	return lost
}

// blockedError says that a release cannot be issued as it is.
type blockedError struct{ release string }

func (e *blockedError) Error() string { return "release " + e.release + " cannot be issued yet" }

// Fact names the error for the translations.
func (e *blockedError) Fact() (string, map[string]any) {
	return "issue-blocked", map[string]any{"Release": e.release}
}

// change changes releases that nobody else edits.
func (w *Window) change(ids []int64, with func(*draft.Session) bool, done func(count int)) {
	w.toEach(ids, func(ctx context.Context, id int64) error { return w.changeOne(ctx, id, with) }, done)
}

// toEach does something to the releases that nobody else edits, one after the
// other, when every draft is on the disk. What goes wrong with one does not stop
// the others, and is told in the end.
func (w *Window) toEach(ids []int64, do func(ctx context.Context, id int64) error, done func(count int)) {
	w.save()
	w.library.ClearSelection()
	w.params.Go(func() {
		_ = w.saver.Flush() // trouble is told by saved, and its text waits on
		var trouble []error
		for _, id := range ids {
			if err := do(context.Background(), id); err != nil {
				trouble = append(trouble, err)
			}
		}
		w.params.Do(func() {
			done(len(ids) - len(trouble))
			w.library.Reload()
			if len(trouble) > 0 {
				w.fail(trouble...)
			}
		})
	})
}

// taking holds a release while something is done to it. One that
// another edits is left as it is.
func (w *Window) taking(ctx context.Context, id int64, do func() error) error {
	holder, ok, err := w.claims.Take(ctx, id)
	if err != nil {
		return err
	}
	if ok {
		defer w.claims.Leave(id)
		return do()
	}
	r, _, err := w.params.Store.Get(ctx, id)
	if err != nil {
		return err
	}
	return &heldError{caption.Name(r), holder}
}

// changeOne changes a draft in the window's hands as the person would, and another
// release in the library, where it is taken. It keeps the release from
// being opened meanwhile.
func (w *Window) changeOne(ctx context.Context, id int64, with func(*draft.Session) bool) error {
	change := w.claims.Change(id)
	change.Lock()
	defer change.Unlock()
	if open, err := w.changeDraft(id, with); open {
		return err
	}
	return w.taking(ctx, id, func() error {
		r, e, err := w.params.Store.Get(ctx, id)
		if err != nil {
			return err
		}
		s := draft.NewSession(r, w.params.Now)
		if !with(s) {
			return nil
		}
		_, err = w.params.Store.Save(ctx, id, e.Revision, s.Release())
		return err
	})
}

// changeDraft changes the draft of a release. It reports whether there is one.
func (w *Window) changeDraft(id int64, with func(*draft.Session) bool) (open bool, err error) {
	return w.onDraft(id, func(doc *document) {
		with(doc.session)
		w.saveDocument(doc)
	})
}

// onDraft does something to the draft of a release on the UI goroutine, and waits for
// it. It reports whether there is one; a draft that another edits is left as it is.
func (w *Window) onDraft(id int64, do func(doc *document)) (open bool, err error) {
	done := make(chan struct{})
	w.params.Do(func() {
		defer close(done)
		doc := w.document(id)
		if open = doc != nil; !open {
			return
		}
		if doc.reading {
			err = &heldError{caption.Name(doc.session.Release()), doc.holder}
			return
		}
		do(doc)
	})
	<-done
	return open, err
}

// bring takes in what the library has with other words, and returns the release that has
// these words now. A new version of a draft in the window's hands is a change that undo
// takes back; any other release is taken, and kept from being opened
// meanwhile.
func (w *Window) bring(ctx context.Context, d archive.Differing, as archive.Bringing) (id int64, err error) {
	write := func() error {
		e, err := d.Bring(ctx, w.params.Store, as)
		id = e.ID
		return err
	}
	if as == archive.AsCopy {
		err = write()
		return id, err
	}
	change := w.claims.Change(d.ID)
	change.Lock()
	defer change.Unlock()
	open, err := w.onDraft(d.ID, func(doc *document) {
		w.replace(doc, func(s *draft.Session) { s.Replace(d.Release) })
	})
	if open {
		return d.ID, err
	}
	err = w.taking(ctx, d.ID, write)
	return id, err
}

// illustrate puts a picture that lies beside a release behind its text: in the draft where the
// window has one, which undo takes back.
func (w *Window) illustrate(ctx context.Context, f archive.File) error {
	hash, err := f.Picture(ctx, w.params.Store)
	if err != nil {
		return err
	}
	change := w.claims.Change(f.First)
	change.Lock()
	defer change.Unlock()
	open, err := w.onDraft(f.First, func(doc *document) {
		if r, missing := archive.WithPicture(doc.session.Release(), hash); missing {
			w.replace(doc, func(s *draft.Session) { s.Replace(r) })
		}
	})
	if open {
		return err
	}
	return w.taking(ctx, f.First, func() error {
		r, e, err := w.params.Store.Get(ctx, f.First)
		if err != nil {
			return err
		}
		r, missing := archive.WithPicture(r, hash)
		if missing {
			_, err = w.params.Store.Save(ctx, f.First, e.Revision, r)
		}
		return err
	})
}
