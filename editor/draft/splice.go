package draft

import (
	"unicode/utf8"

	"communique/editor/document"
	"communique/editor/release"
)

// splice replaces a piece of one field's text. Offsets are bytes. ops is what that
// does to the document.
type splice struct {
	field             release.Field
	at                int
	removed, inserted string
	ops               document.Transaction
}

// diff finds the smallest splice that makes before after.
func diff(f release.Field, before, after string) (splice, bool) {
	if before == after {
		return splice{}, false
	}
	start := 0
	for start < len(before) && start < len(after) && before[start] == after[start] {
		start++
	}
	for start > 0 && (!boundary(before, start) || !boundary(after, start)) {
		start--
	}
	endBefore, endAfter := len(before), len(after)
	for endBefore > start && endAfter > start && before[endBefore-1] == after[endAfter-1] {
		endBefore--
		endAfter--
	}
	for !boundary(before, endBefore) || !boundary(after, endAfter) {
		endBefore++
		endAfter++
	}
	return splice{field: f, at: start, removed: before[start:endBefore], inserted: after[start:endAfter]}, true
}

// rewording returns the operations that make words of a text what they are to be.
// Only what differs is touched; what is put in takes over the marks around it.
func rewording(d *document.Document, id release.TextID, words string) document.Transaction {
	before, _, _ := d.Text(id)
	change, differs := diff(id.Field, before, words)
	if !differs {
		return nil
	}
	at := release.Position{TextID: id, Offset: utf8.RuneCountInString(before[:change.at])}
	var ops document.Transaction
	marks := d.Inherited(at, change.inserted)
	if change.removed != "" {
		ops = append(ops, d.Deletion(at, utf8.RuneCountInString(change.removed)))
	}
	if change.inserted != "" {
		ops = append(ops, document.Insert{At: at, Words: change.inserted, Marks: marks})
	}
	return ops
}

// boundary reports whether a code point begins, or the text ends, at i.
func boundary(text string, i int) bool { return i >= len(text) || utf8.RuneStart(text[i]) }

// join makes one splice of typing that goes on where the last letter was put
// or taken. White space ends a word, and with it the undo step.
func (t splice) join(next splice) (splice, bool) {
	if t.field != next.field {
		return splice{}, false
	}
	typing := t.removed == "" && next.removed == "" && next.at == t.at+len(t.inserted)
	if typing && !endsWord(t.inserted) {
		t.inserted += next.inserted
		t.ops = t.ops.Then(next.ops)
		return t, true
	}
	erasing := t.inserted == "" && next.inserted == "" && next.at+len(next.removed) == t.at
	if erasing {
		return splice{t.field, next.at, next.removed + t.removed, "", t.ops.Then(next.ops)}, true
	}
	return splice{}, false
}

func endsWord(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return r == ' ' || r == '\n' || r == '\u00a0'
}

// in is a text with the splice made.
func (t splice) in(text string) string {
	return text[:t.at] + t.inserted + text[t.at+len(t.removed):]
}

func (t splice) apply(s *Session) Change {
	if text, own := s.text[t.field]; own {
		s.text[t.field] = t.in(text)
	}
	s.carry(t.ops)
	return Change{Field: t.field, Caret: utf8.RuneCountInString(s.Text(t.field)[:t.at+len(t.inserted)]), Moves: t.ops}
}

func (t splice) inverse() transaction {
	return splice{t.field, t.at, t.inserted, t.removed, t.ops.Inverse()}
}

// carry makes operations that were made for the document as it stands.
func (s *Session) carry(ops document.Transaction) {
	if err := s.document.Apply(ops); err != nil {
		panic(err) // undo and redo go through the states one by one: they always fit
	}
}

// exchange replaces the footer's contacts.
type exchange struct{ before, after []release.Contact }

func (t exchange) apply(s *Session) Change {
	s.base.Contacts = t.after
	return Change{Field: release.ContactsField}
}

func (t exchange) inverse() transaction { return exchange{t.after, t.before} }

// fitting says whether the release is to be one page.
type fitting struct{ wanted bool }

func (t fitting) apply(s *Session) Change {
	s.base.OnePage = t.wanted
	return Change{Field: release.OnePageField}
}

func (t fitting) inverse() transaction { return fitting{!t.wanted} }

// judgement is what people have said of the findings of the checks.
type judgement struct {
	accepted  []release.Accepted
	overrides []release.Override
}

// judging puts one judgement in another's place.
type judging struct{ before, after judgement }

func (t judging) apply(s *Session) Change {
	s.base.Accepted, s.base.Overrides = t.after.accepted, t.after.overrides
	return Change{Field: release.AcceptedField}
}

func (t judging) inverse() transaction { return judging{t.after, t.before} }

// replacement puts another release in the draft's place.
type replacement struct{ before, after state }

func (t replacement) apply(s *Session) Change {
	s.state = t.after.copied()
	return Change{Field: All}
}

func (t replacement) inverse() transaction { return replacement{t.after, t.before} }
