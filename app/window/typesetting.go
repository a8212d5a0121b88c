package window

import (
	"strconv"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/editor/typesetting"
	"communique/editor/typography"
)

// typeset sets what is selected well, or the whole release where nothing is, as one step
// that can be taken back, and tells what was changed.
func (w *Window) typeset() {
	doc := w.writable()
	if doc == nil {
		return
	}
	set, part := w.pane.Within(w.settable(doc))
	w.typesetAs(doc, set, part)
}

// typesetImported sets a release that was imported, if it is still the one on the screen.
func (w *Window) typesetImported(id int64) {
	doc := w.doc
	if doc == nil || doc != w.document(id) || doc.reading {
		w.open(id)
		return
	}
	w.typesetAs(doc, w.settable(doc), false)
}

// settable is what would make a draft well set.
func (w *Window) settable(doc *document) []typesetting.Set {
	return typesetting.Release(typesetting.House(w.settings.Typography, w.settings.House), doc.session.Release())
}

// typesetAs sets texts of a draft, all that need it or a part, and tells what was changed.
func (w *Window) typesetAs(doc *document, set []typesetting.Set, part bool) {
	if len(set) > 0 {
		if err := doc.session.Apply(typesetting.Transaction(doc.session.Document(), set)); err != nil {
			w.fail(err)
			return
		}
	}
	w.tell(typesetNotice(set, part), false)
}

// typed says what is set while somebody types in a release; nil where the office has that
// off.
func (w *Window) typed(r release.Release) func(before, after string) []typography.Edit {
	if w.settings.Typography.AsTyped == typography.TypedAsIs {
		return nil
	}
	return typesetting.For(typography.Typesetter{House: w.settings.Typography}, r).Typed
}

// typesetNotice tells how many edits of which kinds were made, in the whole release or a
// part of it.
func typesetNotice(set []typesetting.Set, part bool) translations.Sentence {
	var kinds []translations.Sentence
	for _, c := range typesetting.Count(set) {
		kinds = append(kinds, func(w *translations.Words) string {
			return w.Text("typeset-"+string(c.Kind)) + " – " + strconv.Itoa(c.N)
		})
	}
	told := map[string]any{"Kinds": translations.Join(kinds, ", ")}
	switch {
	case len(kinds) == 0 && part:
		return translations.Text("typeset-part-nothing")
	case len(kinds) == 0:
		return translations.Text("typeset-nothing")
	case part:
		return translations.Text("typeset-part", told)
	}
	return translations.Text("typeset-done", told)
}
