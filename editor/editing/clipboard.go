package editing

import (
	"communique/editor/draft"
	"communique/editor/release"
)

// Copy returns what is selected.
func (e *Editor) Copy() Fragment {
	from, to := e.Range()
	return copied(e.document(), from, to)
}

// Cut takes what is selected out of the draft.
func (e *Editor) Cut() Fragment {
	f := e.Copy()
	if !e.readOnly {
		e.deleteSelected()
	}
	return f
}

// Paste puts a Fragment in the place of what is selected, as one undo step.
func (e *Editor) Paste(f Fragment) {
	if !f.Empty() {
		e.pasteAs(func(release.Position, *writer) Fragment { return f })
	}
}

// PasteText puts plain text in the place of what is selected: a paragraph for each of its
// own, and in a list an item, as deep as the tabs before it say.
func (e *Editor) PasteText(text string) {
	f := PlainFragment(text)
	if f.Empty() {
		return
	}
	e.pasteAs(func(at release.Position, w *writer) Fragment {
		if len(f.blocks) > 1 && natureOf(w.Document, at.TextID) == items {
			return itemsFragment(text)
		}
		return f
	})
}

// pasteAs puts a Fragment in the place of what is selected, which follows from where that is
// when it has gone.
func (e *Editor) pasteAs(fragment func(at release.Position, w *writer) Fragment) {
	from, to := e.Range()
	e.edit(draft.Alone, func(w *writer) Selection {
		at := w.replace(from, to)
		_, behind := w.paste(at, fragment(at, w))
		return caret(behind)
	})
}

// InsertBlock puts a whole block at the caret, and the caret into its first text; behind a
// rule, into the next one.
func (e *Editor) InsertBlock(b release.Block) {
	f := NewFragment([]release.Block{b}, false, false)
	if f.Empty() {
		return
	}
	from, to := e.Range()
	e.edit(draft.Alone, func(w *writer) Selection {
		first, behind := w.pasteBlocks(w.replace(from, to), f)
		if b.Kind == release.Rule {
			return caret(behind)
		}
		return caret(first)
	})
}
