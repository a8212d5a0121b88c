package window

import (
	"context"
	"time"

	"communique/app/window/filling"
	"communique/editor/naming"
	"communique/editor/register"
	"communique/editor/release"
)

// Texts at hand are offers: they may take no longer than it takes to look at a form, and
// be no longer than releases are.
const (
	clipboardPatience = time.Second
	longestAtHand     = 200_000 // bytes
)

// namedAtHand hands over what the release on the screen names, and what a text on the
// clipboard does, when they are read.
func (w *Window) namedAtHand(take func([]filling.Source)) {
	house, index, registers, today := w.settings.House, w.lookup.Index(), w.registers, release.DateOf(w.params.Now())
	var open *release.Release
	if w.doc != nil {
		r := w.doc.session.Release()
		open = &r
	}
	told := []string{w.text("new-named-open"), w.text("new-named-clipboard")}
	w.params.Go(func() {
		if index == nil {
			index = register.NewIndex(house, registers, today)
		}
		var sources []filling.Source
		if open != nil {
			sources = append(sources, filling.Source{Told: told[0], Found: naming.InRelease(house, index, *open, longestAtHand)})
		}
		ctx, cancel := context.WithTimeout(context.Background(), clipboardPatience)
		defer cancel()
		if read, err := w.params.ReadClipboard(ctx); err == nil && read.Text != "" {
			sources = append(sources, filling.Source{Told: told[1], Found: naming.In(house, index, read.Text[:min(len(read.Text), longestAtHand)])})
		}
		w.params.Do(func() { take(sources) })
	})
}
