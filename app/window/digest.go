package window

import (
	"context"
	"slices"

	"communique/app/window/background"
	"communique/editor/moment"
	"communique/editor/release"
)

// digest begins a release of the leads of others, in the order of their days.
func (w *Window) digest(ids []int64) {
	w.save()
	asked := w.asks()
	var leads []release.Block
	w.openings.Ask(background.Question{
		Work: func(ctx context.Context) error {
			if err := w.saver.Flush(); err != nil {
				return err
			}
			for _, id := range slices.Backward(ids) {
				r, _, err := w.params.Store.Get(ctx, id)
				if err != nil {
					return err
				}
				leads = append(leads, r.Digest()...)
			}
			return nil
		},
		Answer: func(err error) {
			if err != nil {
				w.fail(err)
				return
			}
			w.library.ClearSelection()
			r := release.New(w.words.Language)
			r.Date = release.DateOf(w.params.Now())
			r.Headline = w.text("digest-headline", map[string]any{"Date": moment.FormatDate(r.Date)})
			r.Lead = w.words.Plural("digest-lead", len(ids))
			r.Blocks = release.Numbered(leads)
			w.startFrom(w.settings.WithDefaults(r), asked)
		},
	})
}
