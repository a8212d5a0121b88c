package window

import (
	"communique/app/window/inserting"
	"communique/app/window/snippets"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/snippet"
)

// showInsert asks for a name or a date; what it inserts goes where the caret was.
func (w *Window) showInsert() {
	doc := w.writable()
	if doc == nil {
		return
	}
	language := doc.session.Release().Language
	var offered snippet.Set
	w.offerSnippets(language, func(set snippet.Set) { offered = set })
	inserting.Show(inserting.Params{
		Base: w.base, Now: w.params.Now,
		Find: func(typed string, limit int) []register.Hit { return w.lookup.Find("", typed, limit) },
		InWords: func(d release.Date) string {
			r := doc.session.Release()
			r.Date = d
			return r.DateInWords()
		},
		Snippets: func(typed string) snippet.Set { return offered.Begin(typed) }, PutSnippet: w.snippetPutter(),
		Preview: func(s snippet.Snippet) string { return snippets.Preview(s, language) },
		Put: func(words string) {
			if w.doc == doc && w.isFree(doc) {
				w.pane.Insert(words)
			}
		},
	})
}
