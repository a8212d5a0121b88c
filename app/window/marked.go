package window

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/background"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/moment"
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

// digest begins a release of the leads of others, in the order of their days.
func (w *Window) digest(ids []int64) {
	w.save()
	asked := w.asks()
	var leads []release.Block
	w.openings.Ask(background.Question{
		Work: func(ctx context.Context) error {
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
		},
		Answer: func(err error) {
			if err != nil {
				w.fail(err)
				return
			}
			w.library.list.unmark()
			r := release.New(w.words.Language)
			r.Date = release.DateOf(w.params.Now())
			r.Headline = w.text("digest-headline", map[string]any{"Date": moment.FormatDate(r.Date)})
			r.Lead = w.words.Plural("digest-lead", len(ids))
			r.Blocks = release.Numbered(leads)
			w.startFrom(w.settings.Furnish(r), asked)
		},
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
