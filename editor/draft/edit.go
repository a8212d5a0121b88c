package draft

import (
	"communique/editor/document"
	"communique/editor/release"
)

// Selection is what is selected in a draft: Anchor where it began, Caret where keys
// act.
type Selection struct{ Anchor, Caret release.Position }

// Empty reports whether the selection is a caret alone.
func (s Selection) Empty() bool { return s.Anchor == s.Caret }

// Step says how an edit stands to the one before it: letters typed, or taken away, one
// after another are one undo step.
type Step int

// The steps. Typing joins until a word ends; neither joins after a pause, or elsewhere
// than where the edit before has left the caret.
const (
	Alone Step = iota
	Typing
	Erasing
)

// edit changes the document.
type edit struct {
	ops  document.Transaction
	step Step
	// selected is what was selected before, and is behind; nil where nobody knows.
	selected, selects *Selection
}

func (t edit) apply(s *Session) Change {
	s.carry(t.ops)
	return t.change()
}

func (t edit) change() Change { return Change{Field: All, Moves: t.ops, Selection: t.selects} }

func (t edit) inverse() transaction {
	return edit{ops: t.ops.Inverse(), selected: t.selects, selects: t.selected}
}

// goesOn reports whether an edit, made with a selection, belongs to the undo step of
// this one.
func (t edit) goesOn(step Step, selected Selection) bool {
	if step == Alone || step != t.step || *t.selects != selected {
		return false
	}
	last, typed := t.ops[len(t.ops)-1].(document.Insert)
	return step == Erasing || typed && !endsWord(last.Words)
}

// Apply makes a transaction on the document, as one undo step. Its error is a
// *document.MisfitError, and nothing has changed.
func (s *Session) Apply(ops document.Transaction) error {
	if err := s.document.Apply(ops); err != nil {
		return err
	}
	s.made(edit{ops: ops})
	return nil
}

// Edit makes a change with a selection. do makes its operations one by one, each for the
// document as the one before has left it, by the function it is given, and returns what
// is selected then. Where it makes none there is no change, and Edit is false.
func (s *Session) Edit(step Step, selected Selection, do func(apply func(document.Op)) Selection) bool {
	t := edit{step: step, selected: &selected}
	selects := do(func(op document.Op) {
		s.carry(document.Transaction{op})
		t.ops = append(t.ops, op)
	})
	if len(t.ops) == 0 {
		return false
	}
	t.selects = &selects
	last := len(s.undo) - 1
	if last >= 0 && s.now().Sub(s.last) < typingPause {
		if before, ok := s.undo[last].(edit); ok && before.goesOn(step, selected) {
			whole := t
			whole.ops, whole.selected = before.ops.Then(t.ops), before.selected
			s.undo[last] = whole
			s.settle(t)
			return true
		}
	}
	s.made(t)
	return true
}

// made remembers an edit that the document has taken.
func (s *Session) made(t edit) {
	s.undo = append(s.undo, t)
	s.settle(t)
}

func (s *Session) settle(t edit) {
	s.redo, s.last = nil, s.now()
	s.tell(t.change())
}
