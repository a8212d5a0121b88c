package window

import (
	"cmp"

	"communique/app/window/mentions"
)

// showMentions looks for what was said before of the words that are selected.
func (w *Window) showMentions() {
	mentions.Show(mentions.Params{
		Base: w.base, Store: w.params.Store, Open: w.open,
		List: func(name string) {
			w.library.SearchFor("person", name)
			w.focusSearch()
		},
		Copy: w.clipboard.PutText, Recent: w.recent,
	}, cmp.Or(w.pane.Selected(), w.inspector.Selected()))
}
