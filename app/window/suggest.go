package window

import (
	"context"

	"communique/app/window/background"
	"communique/editor/grammar"
	"communique/editor/proof"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/spelling"
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
	var speller *spelling.Checker
	var trouble error
	w.indexing.Ask(background.Question{
		Work: func(context.Context) error {
			index, known = register.NewIndex(house, r, today), proof.NewRegisters(r, house)
			speller, trouble = w.params.Speller(r, house)
			return nil
		},
		Answer: func(error) {
			w.index, w.known = index, known
			w.spell(speller, trouble)
			w.analyse()
			then()
		},
	})
}

// spell takes a new speller. What keeps it from knowing all words is told once.
func (w *Window) spell(speller *spelling.Checker, trouble error) {
	if speller != nil {
		w.speller, w.misspelt = speller, speller.Sources()
	}
	unread := ""
	if trouble != nil {
		unread = w.words.Error(trouble)
	}
	if unread != w.unread && unread != "" {
		w.tell(unread, true)
	}
	w.unread = unread
}

// addWord keeps a word as the office's own: it is misspelt no more.
func (w *Window) addWord(word string) {
	w.writes.Do(func() {
		err := w.params.AddWord(word)
		w.params.Do(func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.reindex(func() { w.tell(w.text("word-added", map[string]any{"Word": word}), false) })
		})
	})
}

// proposals are what may have been meant by a word that is misspelt, the likeliest first.
func (w *Window) proposals(word string) []string {
	if w.speller == nil {
		return nil
	}
	found := w.speller.Check(word).Misspelt
	if len(found) != 1 {
		return nil
	}
	return w.speller.Suggest(found[0])
}
