package window

import (
	"communique/app/window/filling"
	"communique/app/window/snippets"
	"communique/assets/translations"
	"communique/editor/editing"
	"communique/editor/release"
	"communique/editor/snippet"
)

// showSnippets opens the list of the office's snippets.
func (w *Window) showSnippets() { snippets.Show(w.snippetsParams()) }

// snippetsParams are what the dialogs of the snippets need.
func (w *Window) snippetsParams() snippets.Params {
	p := snippets.Params{Base: w.base, Load: w.params.Snippets, Change: w.params.ChangeSnippets}
	if w.doc != nil && !w.doc.reading {
		p.Insert = w.snippetPutter()
	}
	return p
}

// snippetPutter returns what puts a snippet where the caret is now, after asking for what
// it leaves open.
func (w *Window) snippetPutter() func(snippet.Snippet) {
	doc := w.doc
	return func(s snippet.Snippet) {
		if w.doc != doc {
			return
		}
		place := w.pane.Pasting()
		r := doc.session.Release()
		day := r.Date
		if day.IsZero() {
			day = release.DateOf(w.params.Now())
		}
		filling.Insert(w.fillingParams(), filling.Piece{Snippet: s, Language: r.Language, Day: day, Put: func(blocks []release.Block) {
			if !w.isFree(doc) {
				return
			}
			if !place.Put(func(e *editing.Editor) { e.Paste(editing.FormattedFragment(blocks)) }) {
				w.tell(translations.Text("paste-late"), true)
				return
			}
			w.pane.FocusText()
		}})
	}
}

// makeSnippet keeps what is selected in the text for other releases.
func (w *Window) makeSnippet() {
	if w.doc == nil {
		w.tell(translations.Text("nothing-open"), false)
		return
	}
	blocks, omitted := snippet.Literal(w.pane.SelectedBlocks())
	if len(blocks) == 0 {
		w.tell(translations.Text("snippet-nothing"), false)
		return
	}
	s := snippet.Of("", w.doc.session.Release().Language, blocks)
	snippets.Edit(w.snippetsParams(), s, true, func(snippet.Set, string) {})
	if omitted > 0 {
		w.tell(translations.Plural("snippet-pictures-left-out", omitted), true)
	}
}

// offerSnippets reads the snippets for releases in a language, and hands them over when
// they are read; what of them cannot be read is told.
func (w *Window) offerSnippets(language string, take func(snippet.Set)) {
	w.params.Go(func() {
		set, err := w.params.Snippets()
		w.params.Do(func() {
			if err != nil {
				w.told.snippets.Replace(w.tell(func(words *translations.Words) string { return firstLines(words.Error(err), fewLines) }, true))
			} else {
				w.told.snippets.Withdraw()
			}
			take(set.In(language))
		})
	})
}
