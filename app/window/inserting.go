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
	inserting.Show(inserting.Params{
		Base: w.base, Now: w.params.Now,
		Find: func(typed string, limit int) []register.Hit { return w.lookup.Find("", typed, limit) },
		InWords: func(d release.Date) string {
			r := doc.session.Release()
			r.Date = d
			return r.DateInWords()
		},
		Snippets: func(take func(snippet.Set)) { w.offerSnippets(language, take) }, PutSnippet: w.snippetPutter(), Recent: w.recent,
		Preview: func(s snippet.Snippet) release.Release { return snippets.Preview(s, language) },
		Put: func(words string) {
			if w.doc == doc && w.isFree(doc) {
				w.pane.Insert(words)
			}
		},
	})
}
