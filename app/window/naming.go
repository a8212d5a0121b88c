package window

import (
	"context"
	"slices"
	"time"

	"communique/app/library"
	"communique/app/window/filling"
	"communique/editor/naming"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/template"
)

// Texts at hand are offers: they may take no longer than it takes to look at a form, and
// be no longer than releases are.
const (
	clipboardPatience = time.Second
	longestAtHand     = 200_000 // bytes
)

// Of what was named lately no more is looked at than is soon read, nor handed over than is looked
// through.
const (
	recentReleases = 3
	mostRecent     = 12
)

// recent hands over whom and what the release on the screen names, and then the releases that were
// saved last, each once, when it is read: people, places and organisations of the registers.
func (w *Window) recent(take func(names []string)) {
	house, index, store := w.settings.House, w.lookup.Index(), w.params.Store
	var texts []release.Release
	if w.doc != nil {
		texts = append(texts, w.doc.session.Release())
	}
	if index == nil {
		return
	}
	w.params.Go(func() {
		saved, _ := store.Find(context.Background(), library.Query{Sort: library.Edited}, recentReleases)
		for _, place := range saved {
			if r, _, err := store.Get(context.Background(), place.ID()); err == nil { // these are offers: what cannot be read is told where it is opened
				texts = append(texts, r)
			}
		}
		var names []string
		for _, r := range texts {
			for _, f := range naming.InRelease(house, index, r, longestAtHand) {
				if f.Kind != template.Date && !f.Guess && !slices.Contains(names, f.Text) && len(names) < mostRecent {
					names = append(names, f.Text)
				}
			}
		}
		w.params.Do(func() { take(names) })
	})
}

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
