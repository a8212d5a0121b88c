// Package draft is a release being edited. Every change is a transaction that
// can be inverted, so that undo, autosave and the checks follow one path: a
// Session is changed by Set, SetContacts, Replace, Undo and Redo and by nothing else.
//
// A Session belongs to one goroutine, the window's. Others work on the copy
// that Release returns.
package draft

import (
	"maps"
	"slices"
	"time"

	"communique/editor/release"
)

// typingPause parts two undo steps: letters typed without a longer pause in
// one field are taken back together.
const typingPause = time.Second

// Change says what a transaction touched, for whoever listens.
type Change struct {
	Field Field
	// Caret is where the changed text ends, in code points from the start of
	// the field's text: after an undo the place a person should look at.
	Caret int
}

// Session is a release under the hands of an editor.
type Session struct {
	state
	undo     []transaction
	redo     []transaction
	now      func() time.Time
	last     time.Time // of the newest transaction
	listener func(Change)
}

// state is a release as it is being edited.
type state struct {
	base release.Release // as editing began; of it come the fields nobody types
	// shown is what base showed in the fields. Where text still says the same, base
	// holds: it may know more than a text can say.
	shown, text map[Field]string
	lead        string // what text[Text] parses to
	blocks      []release.Block
}

func newState(r release.Release) state {
	s := state{base: r.Clone(), lead: r.Lead, blocks: slices.Clone(r.Blocks)}
	s.shown = fieldTexts(s.base)
	s.text = maps.Clone(s.shown)
	for _, u := range r.Unread {
		if f := Field(u.Field); f.Problem(u.Text) == nil {
			delete(s.shown, f) // an older program could not read it
		}
	}
	return s
}

// copied returns a state that later changes of s leave alone.
func (s state) copied() state {
	s.text = maps.Clone(s.text)
	return s
}

// transaction is one invertible change.
type transaction interface {
	apply(s *Session) Change
	inverse() transaction
}

// NewSession begins editing r. The clock tells typing from typing after a pause.
func NewSession(r release.Release, now func() time.Time) *Session {
	return &Session{state: newState(r), now: now}
}

// Listen names the one function that hears of each change after it was made.
func (s *Session) Listen(f func(Change)) { s.listener = f }

// Text returns what stands in a field.
func (s *Session) Text(f Field) string { return s.text[f] }

// Contacts returns the footer's contacts.
func (s *Session) Contacts() []release.Contact { return s.base.Clone().Contacts }

// Set makes text what stands in the field; typing on within a second in the
// same place joins the undo step before. It reports whether anything changed.
//
// What is new in the text is made plain, as editor/plain says; what stood there before
// stays. So Text may be something else than what was set.
func (s *Session) Set(f Field, text string) bool {
	change, differs := diff(f, s.text[f], text)
	change.inserted = f.clean(change.inserted)
	if !differs || change.inserted == change.removed || !f.takes(change.in(s.text[f])) {
		return false
	}
	now := s.now()
	joined := false
	if len(s.undo) > 0 && now.Sub(s.last) < typingPause {
		if previous, ok := s.undo[len(s.undo)-1].(splice); ok {
			var whole splice
			if whole, joined = previous.join(change); joined {
				s.undo[len(s.undo)-1] = whole
			}
		}
	}
	if !joined {
		s.undo = append(s.undo, change)
	}
	s.commit(change, now)
	return true
}

// SetContacts chooses the footer's contacts.
func (s *Session) SetContacts(contacts []release.Contact) {
	t := exchange{before: s.base.Contacts, after: release.Release{Contacts: contacts}.Clone().Contacts}
	s.undo = append(s.undo, t)
	s.commit(t, s.now())
}

// ConfirmRepairs says that a person has looked at what intake repaired.
func (s *Session) ConfirmRepairs() {
	if len(s.base.Repairs) == 0 {
		return
	}
	s.confirm(s.base.Repairs, nil, s.base.Leftovers, s.base.Leftovers)
}

// ConfirmLeftover says that a piece of the release this one was made from is
// right here too.
func (s *Session) ConfirmLeftover(text string) {
	rest := slices.DeleteFunc(slices.Clone(s.base.Leftovers), func(left string) bool { return left == text })
	if len(rest) < len(s.base.Leftovers) {
		s.confirm(s.base.Repairs, s.base.Repairs, s.base.Leftovers, rest)
	}
}

func (s *Session) confirm(repairs, repairsAfter []release.Repair, leftovers, leftoversAfter []string) {
	t := confirmation{marks{repairs, leftovers}, marks{repairsAfter, leftoversAfter}}
	s.undo = append(s.undo, t)
	s.commit(t, s.now())
}

// Replace puts r in the draft's place, as one change.
func (s *Session) Replace(r release.Release) {
	t := replacement{before: s.copied(), after: newState(r)}
	s.undo = append(s.undo, t)
	s.commit(t, s.now())
}

func (s *Session) commit(t transaction, now time.Time) {
	s.redo, s.last = nil, now
	s.tell(t.apply(s))
}

func (s *Session) tell(c Change) {
	if s.listener != nil {
		s.listener(c)
	}
}

// Undo takes the newest change back; false where there is none.
func (s *Session) Undo() (Change, bool) { return s.step(&s.undo, &s.redo) }

// Redo makes the change again that Undo took back last; false where there is none.
func (s *Session) Redo() (Change, bool) { return s.step(&s.redo, &s.undo) }

func (s *Session) step(from, to *[]transaction) (Change, bool) {
	if len(*from) == 0 {
		return Change{}, false
	}
	t := (*from)[len(*from)-1].inverse()
	*from = (*from)[:len(*from)-1]
	*to = append(*to, t)
	s.last = time.Time{} // typing on begins a step of its own
	change := t.apply(s)
	s.tell(change)
	return change, true
}

// Release returns the release as it stands now. A field whose text cannot be read
// has no value; its text is among the release's unread ones.
func (s *Session) Release() release.Release {
	r := s.base.Clone()
	for _, f := range Fields() {
		switch {
		case s.text[f] == s.shown[f]:
		case f == Text:
			r.Lead, r.Blocks = s.lead, slices.Clone(s.blocks)
		default:
			f.write(s.text[f], &r)
		}
	}
	return r
}

// Problem says why a field's text cannot be read; nil where it can.
func (s *Session) Problem(f Field) error { return f.Problem(s.text[f]) }
