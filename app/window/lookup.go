package window

import (
	"communique/app/window/lookup"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/spelling"
)

// newLookup returns what the registers and the office's words know, which is being made ready.
func (w *Window) newLookup() *lookup.Lookup {
	said := "" // last, of words that cannot be read
	var told screen.Told
	l := lookup.New(lookup.Params{
		Office:  func() (register.Registers, grammar.House) { return w.registers, w.settings.House },
		Today:   func() release.Date { return release.DateOf(w.params.Now()) },
		Speller: func(r register.Registers, h grammar.House) (*spelling.Checker, error) { return w.params.Speller(r, h) },
		Ready: func() {
			w.checkAgain()
			w.listAgain()
		},
		Trouble: func(err error) {
			unread := ""
			if err != nil {
				unread = err.Error()
			}
			if unread == said {
				return
			}
			told.Withdraw()
			if said = unread; said != "" {
				told = w.tell(translations.Error(err), true)
			}
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
			w.lookup.Make(func() { w.tell(translations.Text("word-added", map[string]any{"Word": word}), false) })
		})
	})
}
