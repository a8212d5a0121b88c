package window

import (
	"context"
	"slices"
	"strings"
	"time"

	"communique/app/window/filling"
	"communique/editor/moment"
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

// namedAtHand hands over what the release on the screen names, and what a text on the
// clipboard does, when they are read.
func (w *Window) namedAtHand(take func([]filling.Source)) {
	house, index, registers, today := w.settings.House, w.index, w.registers, release.DateOf(w.params.Now())
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
		in := func(text string) []naming.Found { return naming.In(house, index, text[:min(len(text), longestAtHand)]) }
		var sources []filling.Source
		if open != nil {
			sources = append(sources, filling.Source{Told: told[0], Found: append(fieldsOf(*open), in(wordsOf(*open))...)})
		}
		ctx, cancel := context.WithTimeout(context.Background(), clipboardPatience)
		defer cancel()
		if read, err := w.params.ReadClipboard(ctx); err == nil && read.Text != "" {
			sources = append(sources, filling.Source{Told: told[1], Found: in(read.Text)})
		}
		w.params.Do(func() { take(sources) })
	})
}

// fieldsOf is what a release names in fields that are no text.
func fieldsOf(r release.Release) []naming.Found {
	var all []naming.Found
	if place := strings.TrimSpace(r.Place); place != "" && len(template.Blanks(place)) == 0 {
		all = append(all, naming.Found{Kind: template.Place, Text: place})
	}
	if !r.Date.IsZero() {
		all = append(all, naming.Found{Kind: template.Date, Text: moment.FormatDate(r.Date)})
	}
	return all
}

// wordsOf are a release's own texts, each apart from the next.
func wordsOf(r release.Release) string {
	var texts []string
	for p := range r.Passages() {
		if p.Published() && !slices.Contains(texts, p.Text) {
			texts = append(texts, p.Text)
		}
	}
	return strings.Join(texts, "\n")
}
