package window

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/draft"
	"communique/editor/release"
)

// markedActions is the bar under the list while releases are marked.
type markedActions struct {
	words    *translations.Words
	onExport func(ids []int64)
	onTag    func(ids []int64)
	onDigest func(ids []int64)
	onTrash  func(ids []int64)

	ids    []int64
	label  *widget.Label
	object *fyne.Container
}

func newMarkedActions(keys *controls.Keyboard, words *translations.Words, unmark func()) *markedActions {
	a := &markedActions{words: words, label: widget.NewLabel("")}
	button := func(name string, do *func([]int64)) *controls.Button {
		b := keys.NewButton(words.Text(name), nil, func() { (*do)(slices.Clone(a.ids)) })
		b.Importance = widget.LowImportance
		return b
	}
	clear := keys.NewIconButton(words.Text("marked-none"), theme.CancelIcon(), unmark)
	a.object = container.NewVBox(
		widget.NewSeparator(),
		controls.Border(nil, nil, a.label, clear, nil),
		container.NewGridWithColumns(
			2,
			button("marked-export", &a.onExport), button("marked-tag", &a.onTag),
			button("marked-digest", &a.onDigest), button("marked-trash", &a.onTrash),
		),
	)
	a.object.Hide()
	return a
}

func (a *markedActions) show(ids []int64) {
	a.ids = ids
	a.label.SetText(a.words.Plural("marked-count", len(ids)))
	a.object.Hidden = len(ids) == 0
	a.object.Refresh()
}

// chosen are the marked releases, or the one on the screen.
func (w *Window) chosen() []int64 {
	if ids := w.library.actions.ids; len(ids) > 0 {
		return slices.Clone(ids)
	}
	if id := w.shown(); id != 0 {
		return []int64{id}
	}
	return nil
}

// trashMarked asks, and moves releases to the trash.
func (w *Window) trashMarked(ids []int64) {
	w.ask(w.text("trash-title"), w.words.Plural("trash-many", len(ids)), w.text("trash-confirm"), widget.DangerImportance, func() {
		if slices.Contains(ids, w.shown()) {
			w.leave()
		}
		w.library.list.unmark()
		w.work(func(ctx context.Context) error { return w.params.Store.Trash(ctx, ids...) }, func() {
			w.tell(w.text("trash-done"), false)
			w.reload()
		})
	})
}

// tagMarked asks for a tag and gives it to releases.
func (w *Window) tagMarked(ids []int64) {
	w.askName(w.text("marked-tag"), func(tag string) {
		w.save()
		w.work(func(ctx context.Context) error {
			err := w.saver.flush()
			for _, id := range ids {
				err = errors.Join(err, w.addTag(ctx, id, tag))
			}
			return err
		}, func() {
			w.library.list.unmark()
			w.tell(w.words.Plural("marked-tagged", len(ids)), false)
			w.reload()
			w.reopen(ids)
		})
	})
}

func (w *Window) addTag(ctx context.Context, id int64, tag string) error {
	r, e, err := w.params.Store.Get(ctx, id)
	if err != nil || slices.Contains(r.Tags, tag) {
		return err
	}
	r.Tags = append(r.Tags, tag)
	_, err = w.params.Store.Save(ctx, id, e.Revision, r)
	return err
}

// digest begins a release of the leads of others, in the order of their days.
func (w *Window) digest(ids []int64) {
	w.save()
	var leads []release.Block
	w.work(func(ctx context.Context) error {
		if err := w.saver.flush(); err != nil {
			return err
		}
		for _, id := range slices.Backward(ids) {
			r, _, err := w.params.Store.Get(ctx, id)
			if err != nil {
				return err
			}
			leads = append(leads, digestBlocks(r)...)
		}
		return nil
	}, func() {
		w.library.list.unmark()
		r := release.New(w.words.Language)
		r.Date = release.DateOf(w.params.Now())
		r.Headline = w.text("digest-headline", map[string]any{"Date": draft.FormatDate(r.Date)})
		r.Lead = w.words.Plural("digest-lead", len(ids))
		r.Blocks = leads
		w.start(w.settings.Furnish(r))
	})
}

// digestBlocks are a release's headline and lead.
func digestBlocks(r release.Release) []release.Block {
	var blocks []release.Block
	if r.Headline != "" {
		blocks = append(blocks, release.Block{Kind: release.Subheading, Text: r.Headline})
	}
	if lead := strings.TrimSpace(r.Lead); lead != "" {
		blocks = append(blocks, release.Block{Kind: release.Paragraph, Text: lead})
	}
	return blocks
}

// work does something away from the UI goroutine; done follows there, unless
// it failed, which is told.
func (w *Window) work(do func(ctx context.Context) error, done func()) {
	go func() {
		err := do(context.Background())
		w.params.Do(func() {
			if err != nil {
				w.fail(err)
				return
			}
			done()
		})
	}()
}
