// Package changing changes releases of the library in the background: the draft that the window
// has of one, as a person would, so that undo takes it back, and any other where nobody else
// edits it. But for what says otherwise it is called away from the UI goroutine.
package changing

import (
	"context"
	"errors"
	"fmt"
	"time"

	"communique/app/archive"
	"communique/app/library"
	"communique/app/window/caption"
	"communique/app/window/claims"
	"communique/editor/draft"
	"communique/editor/release"
)

// Store is what changing needs of the library.
type Store interface {
	archive.Keeper
	archive.Store
}

// Draft is a draft in the window's hands. It is used on the UI goroutine.
type Draft struct {
	Session *draft.Session
	Holder  *library.Holder // who else edits the release, so that it is left as it is; nil for nobody
	// Save hands what the draft says by now to the library. Replace puts another text in its
	// place, and the text before stays in the history.
	Save    func()
	Replace func(release.Release)
}

// Params are what changing needs.
type Params struct {
	Store  Store
	Claims *claims.Claims
	// Draft returns the draft of a release that is in the window's hands, if there is one. It is
	// called on the UI goroutine.
	Draft func(id int64) (Draft, bool)
	Now   func() time.Time
	Do    func(func()) // runs a function on the UI goroutine
}

// HeldError says that another copy of the program edits a release.
type HeldError struct {
	Release string // what a person knows it by
	Holder  library.Holder
}

func (e *HeldError) Error() string {
	return fmt.Sprintf("%s is being edited by %s on %s", e.Release, e.Holder.User, e.Holder.Host)
}

// Fact names the error for the translations.
func (e *HeldError) Fact() (string, map[string]any) {
	return "held", map[string]any{"Release": e.Release, "User": e.Holder.User, "Host": e.Holder.Host}
}

// Holding holds a release while something is done to it. One that another edits is left as it
// is: a *HeldError.
func (p Params) Holding(ctx context.Context, id int64, do func() error) error {
	holder, ok, err := p.Claims.Take(ctx, id)
	if err != nil {
		return err
	}
	if ok {
		defer p.Claims.Leave(id)
		return do()
	}
	r, _, err := p.Store.Get(ctx, id)
	if err != nil {
		return err
	}
	return &HeldError{caption.Name(r), holder}
}

// Take does so, keeps the release from being opened meanwhile, and says whether another edits
// it: an archive.WithClaim.
func (p Params) Take(ctx context.Context, id int64, do func() error) (held bool, err error) {
	defer p.Claims.Change(id)()
	var other *HeldError
	if err := p.Holding(ctx, id, do); !errors.As(err, &other) {
		return false, err
	}
	return true, nil
}

// Change changes a release; with reports whether it changed anything. One that another edits is
// left as it is: a *HeldError.
func (p Params) Change(ctx context.Context, id int64, with func(*draft.Session) bool) error {
	return p.either(ctx, id, func(d Draft) {
		with(d.Session)
		d.Save()
	}, func() error {
		return p.rewrite(ctx, id, func(r release.Release) (release.Release, bool) {
			s := draft.NewSession(r, p.Now)
			changed := with(s)
			return s.Release(), changed
		})
	})
}

// Bring takes in what the library has with other words, and returns the release that has these
// words now.
func (p Params) Bring(ctx context.Context, d archive.Differing, as archive.Bringing) (id int64, err error) {
	write := func() error {
		e, err := d.Bring(ctx, p.Store, as)
		id = e.ID
		return err
	}
	if as == archive.AsCopy {
		err = write()
		return id, err
	}
	err = p.either(ctx, d.ID, func(open Draft) {
		open.Replace(d.Release)
		id = d.ID
	}, write)
	return id, err
}

// Illustrate puts a picture that lies beside a release behind its text.
func (p Params) Illustrate(ctx context.Context, f archive.File) error {
	hash, err := f.Picture(ctx, p.Store)
	if err != nil {
		return err
	}
	return p.either(ctx, f.First, func(d Draft) {
		if r, missing := archive.WithPicture(d.Session.Release(), hash); missing {
			d.Replace(r)
		}
	}, func() error {
		return p.rewrite(ctx, f.First, func(r release.Release) (release.Release, bool) { return archive.WithPicture(r, hash) })
	})
}

// either changes the draft of a release, on the UI goroutine, where the window has one, and else
// what the library has, which is held meanwhile and kept from being opened.
func (p Params) either(ctx context.Context, id int64, inDraft func(Draft), inLibrary func() error) error {
	defer p.Claims.Change(id)()
	var err error
	var open bool
	done := make(chan struct{})
	p.Do(func() {
		defer close(done)
		var d Draft
		switch d, open = p.Draft(id); {
		case !open:
		case d.Holder != nil:
			err = &HeldError{caption.Name(d.Session.Release()), *d.Holder}
		default:
			inDraft(d)
		}
	})
	if <-done; open {
		return err
	}
	return p.Holding(ctx, id, inLibrary)
}

// rewrite puts another text in the place of what the library has, if there is anything to change.
func (p Params) rewrite(ctx context.Context, id int64, with func(release.Release) (release.Release, bool)) error {
	r, e, err := p.Store.Get(ctx, id)
	if err != nil {
		return err
	}
	r, changed := with(r)
	if !changed {
		return nil
	}
	_, err = p.Store.Save(ctx, id, e.Revision, r)
	return err
}
