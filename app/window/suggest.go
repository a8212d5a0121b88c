package window

import (
	"context"

	"communique/app/window/background"
	"communique/editor/grammar"
	"communique/editor/proof"
	"communique/editor/register"
	"communique/editor/release"
)

// suggestions finds entries of a kind in the registers.
func (w *Window) suggestions(kind grammar.Kind, typed string, limit int) []register.Hit {
	if w.index == nil {
		return nil // it is still being made
	}
	if w.index.Day() != release.DateOf(w.params.Now()) {
		w.reindex(func() {}) // an appointment may begin today
	}
	return w.index.Find(kind, typed, limit)
}

// reindex makes the index of the registers anew, off the UI goroutine, and
// then goes on.
func (w *Window) reindex(then func()) {
	house, r, today := w.settings.House, w.registers, release.DateOf(w.params.Now())
	var index *register.Index
	var known *proof.Registers
	w.indexing.Ask(background.Question{
		Work: func(context.Context) error {
			index, known = register.NewIndex(house, r, today), proof.NewRegisters(r, house)
			return nil
		},
		Answer: func(error) {
			w.index, w.known = index, known
			w.analyse()
			then()
		},
	})
}
