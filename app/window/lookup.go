package window

import (
	"communique/app/window/lookup"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/spelling"
)

// newLookup returns what the registers and the office's words know, which is being made ready.
func (w *Window) newLookup() *lookup.Lookup {
	told := "" // last, of words that cannot be read
	l := lookup.New(lookup.Params{
		Office:  func() (register.Registers, grammar.House) { return w.registers, w.settings.House },
		Today:   func() release.Date { return release.DateOf(w.params.Now()) },
		Speller: func(r register.Registers, h grammar.House) (*spelling.Checker, error) { return w.params.Speller(r, h) },
		Ready:   func() { w.follower.Analyse() },
		Trouble: func(err error) {
			unread := ""
			if err != nil {
				unread = w.words.Error(err)
			}
			if unread != told && unread != "" {
				w.tell(unread, true)
			}
			told = unread
		},
		Go: w.params.Go, Do: w.params.Do,
	})
	l.Make(func() {})
	return l
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
			w.lookup.Make(func() { w.tell(w.text("word-added", map[string]any{"Word": word}), false) })
		})
	})
}
