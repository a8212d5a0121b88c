// Package history shows the versions of a release: what changed since each, and the
// way back.
package history

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/app/window/background"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/compare"
	"communique/editor/controls"
	"communique/editor/release"
)

// Store is what the history needs of the library.
type Store interface {
	History(ctx context.Context, id int64) ([]library.Version, error)
	Version(ctx context.Context, id, number int64) (release.Release, error)
	NameVersion(ctx context.Context, id, number int64, name string) error
}

// Params are what the history needs.
type Params struct {
	screen.Base
	Store Store
	// Flush waits, away from the UI goroutine, until the draft is saved.
	Flush func() error
}

// Draft is the release whose versions are shown.
type Draft struct {
	// ID is where the library has it; 0 before its first save.
	ID      func() int64
	Release func() release.Release // as it is now
	Shown   func() bool            // it is on the screen still
	Restore func(release.Release)  // makes an older text its own
}

// Show lists the versions of a draft and compares each with the text of today.
func Show(p Params, d Draft) {
	var versions []library.Version
	p.Load(func(ctx context.Context) error {
		if err := p.Flush(); err != nil {
			return err
		}
		id := d.ID()
		if id == 0 {
			return nil
		}
		var err error
		versions, err = p.Store.History(ctx, id)
		return err
	}, func() {
		switch {
		case !d.Shown(): // the person went on to another
		case len(versions) < 2:
			p.Tell(translations.Text("history-none"), false)
		default:
			newDialog(p, d, versions).show()
		}
	})
}

// dialog lists the versions and compares each with the text of today.
type dialog struct {
	Params
	draft    Draft
	versions []library.Version
	list     *controls.List
	counts   *controls.Wrapped
	changes  *comparison
	chosen   int
	answers  *background.Questions // until the dialog is closed
	shown    *screen.Dialog
}

func newDialog(p Params, d Draft, versions []library.Version) *dialog {
	h := &dialog{Params: p, draft: d, versions: versions, chosen: 1, counts: screen.Wrapped(""), changes: newComparison(p.Base), answers: background.New(p.Go, p.Do)}
	h.counts.TextStyle.Bold = true
	h.list = h.Keys.NewList(func() int { return len(h.versions) }, func() fyne.CanvasObject { return widget.NewLabel("") },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*widget.Label).SetText(h.label(h.versions[i])) })
	h.list.SetName(h.Text("history-title"))
	h.list.OnSelected = h.choose
	return h
}

func (h *dialog) label(v library.Version) string {
	at := savedAt(v)
	if v.Number == h.versions[0].Number {
		at += " · " + h.Text("history-now")
	}
	if v.Name != "" {
		return fmt.Sprintf("%s\n%s", v.Name, at)
	}
	return at
}

func (h *dialog) show() {
	split := container.NewHSplit(h.list, controls.Border(h.counts, nil, nil, nil, h.changes))
	split.SetOffset(0.32)
	h.shown = h.Dialogs.New(h.Text("history-title"), split, h.Text("button-close"))
	h.shown.Button(h.Text("history-name"), theme.DocumentCreateIcon(), h.name)
	h.shown.Yes(h.Text("history-restore"), theme.ContentUndoIcon(), h.restore)
	h.shown.OnClosed(h.answers.Drop)
	h.shown.Show(fyne.NewSize(940, 600), h.list)
	h.list.Select(h.chosen)
}

// choose compares a version with today's text.
func (h *dialog) choose(i widget.ListItemID) {
	h.chosen = i
	id := h.draft.ID()
	number := h.versions[i].Number
	now := h.draft.Release()
	var parts []compare.Part
	var counts compare.Counts
	h.answers.Ask(background.Question{
		Work: func(ctx context.Context) error {
			old, err := h.Store.Version(ctx, id, number)
			if err == nil {
				parts, counts = compare.Releases(old, now)
			}
			return err
		},
		Answer: func(err error) {
			if err != nil {
				h.Fail(err)
				return
			}
			h.counts.SetText(h.heading(h.versions[i], counts))
			h.changes.show(rowsOf(h.Base, parts))
		},
	})
}

// heading says from which text to which the changes lead: all else here is the same from either side.
func (h *dialog) heading(version library.Version, counts compare.Counts) string {
	at := map[string]any{"At": savedAt(version)}
	if counts.IsZero() {
		return h.Text("history-same", at)
	}
	at["Changes"] = h.Words.Plurals("changed-nothing", counts.Facts()...)
	return h.Text("history-since", at)
}

// savedAt is when a version was saved, as the person's clock showed it.
func savedAt(v library.Version) string { return v.Saved.Local().Format("02.01.2006 15:04") }

func (h *dialog) name() {
	id := h.draft.ID()
	v := &h.versions[h.chosen]
	h.AskName(h.Text("history-name"), func(name string) {
		name = strings.TrimSpace(name)
		h.Work(func(ctx context.Context) error { return h.Store.NameVersion(ctx, id, v.Number, name) }, func() {
			v.Name = name
			h.list.Refresh()
		})
	})
}

// restore makes the version today's text. The draft is changed, not replaced:
// undo takes it back, and the text of before stays in the history.
func (h *dialog) restore() {
	id, number := h.draft.ID(), h.versions[h.chosen].Number
	h.shown.Close()
	var old release.Release
	h.Work(func(ctx context.Context) (err error) {
		old, err = h.Store.Version(ctx, id, number)
		return err
	}, func() { h.draft.Restore(old) })
}
