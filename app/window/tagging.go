package window

import (
	"context"
	"strings"

	"communique/app/window/caption"
	"communique/editor/draft"
	"communique/editor/release"
)

// tagSelected asks for a tag and gives it to releases.
func (w *Window) tagSelected(ids []int64) {
	w.base.AskName(w.text("marked-tag"), func(tag string) { w.tag(ids, tag) })
}

func (w *Window) tag(ids []int64, tag string) {
	w.toEach(ids, func(ctx context.Context, id int64) error { return w.tagOne(ctx, id, tag) }, func(done int) {
		w.tell(w.words.Plural("marked-tagged", done), false)
	})
}

// toEach does something to the releases that nobody else edits, one after the
// other, when every draft is on the disk. What goes wrong with one does not stop
// the others, and is told in the end.
func (w *Window) toEach(ids []int64, do func(ctx context.Context, id int64) error, done func(count int)) {
	w.save()
	w.library.ClearSelection()
	w.params.Go(func() {
		_ = w.saver.flush() // trouble is told by saved, and its text waits on
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

// taking holds a release at the desk while something is done to it. One that
// another edits is left as it is.
func (w *Window) taking(ctx context.Context, id int64, do func() error) error {
	holder, ok, err := w.desk.take(id)
	if err != nil {
		return err
	}
	if ok {
		defer w.desk.leave(id)
		return do()
	}
	r, _, err := w.params.Store.Get(ctx, id)
	if err != nil {
		return err
	}
	return &heldError{caption.Name(r), holder}
}

// tagOne tags a draft in the window's hands as the person would, and another
// release in the library, where it is taken at the desk. It keeps the release
// from being opened meanwhile.
func (w *Window) tagOne(ctx context.Context, id int64, tag string) error {
	seat := w.desk.seat(id)
	seat.change.Lock()
	defer seat.change.Unlock()
	if open, err := w.tagDraft(id, tag); open {
		return err
	}
	return w.taking(ctx, id, func() error {
		r, e, err := w.params.Store.Get(ctx, id)
		if err != nil {
			return err
		}
		s := draft.NewSession(r, w.params.Now)
		if !addTag(s, tag) {
			return nil
		}
		_, err = w.params.Store.Save(ctx, id, e.Revision, s.Release())
		return err
	})
}

// tagDraft tags the draft of a release on the UI goroutine, and waits for it. It
// reports whether there is one.
func (w *Window) tagDraft(id int64, tag string) (open bool, err error) {
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
		addTag(doc.session, tag)
		w.saveDocument(doc)
	})
	<-done
	return open, err
}

// addTag gives a draft a tag and reports whether it had to.
func addTag(s *draft.Session, tag string) bool {
	had := s.Text(release.TagsField)
	for own := range strings.SplitSeq(had, ",") {
		if strings.TrimSpace(own) == tag {
			return false
		}
	}
	if strings.TrimSpace(had) != "" {
		tag = strings.TrimRight(had, ", ") + ", " + tag
	}
	return s.Set(release.TagsField, tag)
}
