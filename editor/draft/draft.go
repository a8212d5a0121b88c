// Package draft is a release being edited. Every change is a transaction that
// can be inverted, so that undo, autosave and the checks follow one path: a
// Session is changed by Edit, Set, Apply, SetContacts, Replace, Undo and Redo and
// by nothing else.
//
// A Session belongs to one goroutine, the window's. Others work on the copy
// that Release returns.
package draft

import (
	"errors"
	"maps"
	"slices"
	"time"

	"communique/editor/document"
	"communique/editor/moment"
	"communique/editor/release"
)

// typingPause parts two undo steps: letters typed without a longer pause in
// one field are taken back together.
const typingPause = time.Second

// Change says what a transaction touched, for whoever listens.
type Change struct {
	Field release.Field
	// Caret is where the changed text ends, in code points from the start of
	// the field's text: after an undo the place a person should look at.
	Caret int
	// Moves carries the positions that somebody keeps of the draft along. Where Field is
	// All and there is none, the draft is another release altogether.
	Moves document.Transaction
	// Selection is what is selected now; nil where the change has none of its own.
	Selection *Selection
}

// Session is a release under the hands of an editor.
type Session struct {
	state
	uuid     string // of the release, whatever is put in the draft's place or taken back
	undo     []transaction
	redo     []transaction
	now      func() time.Time
	last     time.Time // of the newest transaction
	listener func(Change)
}

// state is a release as it is being edited.
type state struct {
	base     release.Release // as editing began; of it come the fields nobody types
	document *document.Document
	// shown is what base showed in the fields that are no texts of the document. Where
	// text still says the same, base holds: it may know more than a text can say.
	shown, text map[release.Field]string
}

func newState(r release.Release) state {
	s := state{base: r.Clone(), document: document.New(r), shown: rawTexts(r)}
	s.text = maps.Clone(s.shown)
	for _, u := range r.Unread {
		if moment.Problem(u.Field, u.Text) == nil {
			delete(s.shown, u.Field) // an older program could not read it
		}
	}
	return s
}

// copied returns a state that later changes of s leave alone.
func (s state) copied() state {
	r := s.base
	s.document.Write(&r)
	s.document = document.New(r)
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
	return &Session{state: newState(r), uuid: r.UUID, now: now}
}

// Identify gives the draft the UUID of another release: it goes on as that. Undo does
// not take it back.
func (s *Session) Identify(uuid string) { s.uuid = uuid }

// Listen names the one function that hears of each change after it was made.
func (s *Session) Listen(f func(Change)) { s.listener = f }

// Text returns what stands in a field.
func (s *Session) Text(f release.Field) string {
	if words, _, there := s.document.Text(release.TextID{Field: f}); there {
		return words
	}
	return s.text[f]
}

// Document is what is written of the release. It is to be read only: Apply changes it.
func (s *Session) Document() *document.Document { return s.document }

// Contacts returns the footer's contacts.
func (s *Session) Contacts() []release.Contact { return s.base.Clone().Contacts }

// Set makes text what stands in the field; typing on within a second in the
// same place joins the undo step before. It reports whether anything changed.
//
// What is new in the text is made plain, as editor/plain says; what stood there before
// stays. So Text may be something else than what was set.
func (s *Session) Set(f release.Field, text string) bool {
	before := s.Text(f)
	change, differs := diff(f, before, text)
	change.inserted = clean(f, change.inserted)
	if !differs || change.inserted == change.removed || !takes(f, change.in(before)) {
		return false
	}
	if id := (release.TextID{Field: f}); s.document.Has(id) {
		change.ops = rewording(s.document, id, change.in(before))
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

// AddBlocks puts blocks with new texts behind another, or where that is 0 or has
// gone, at the beginning of the body, as one undo step. It returns the ID that the last gets.
func (s *Session) AddBlocks(after release.BlockID, blocks ...release.Block) (release.BlockID, error) {
	if _, there := s.document.Block(after); !there {
		after = 0
	}
	var ops document.Transaction
	for _, b := range blocks {
		b = CleanBlock(b)
		b.ID = s.document.NewID()
		ops = append(ops, document.Add{After: after, Block: b})
		after = b.ID
	}
	return after, s.Apply(ops)
}

// ChangeBlock makes a block's texts those of b, which has its ID and kind, as one undo
// step; marks stay where the words do. Its error is a *document.MisfitError.
func (s *Session) ChangeBlock(b release.Block) error {
	b = CleanBlock(b)
	var ops document.Transaction
	for _, part := range release.Parts() {
		if text := b.PartText(part); text != nil {
			ops = append(ops, rewording(s.document, document.Body(b.ID, part), *text)...)
		}
	}
	if len(ops) == 0 {
		return nil
	}
	return s.Apply(ops)
}

// SetContacts chooses the footer's contacts.
func (s *Session) SetContacts(contacts []release.Contact) {
	t := exchange{before: s.base.Contacts, after: release.Release{Contacts: contacts}.Clone().Contacts}
	s.undo = append(s.undo, t)
	s.commit(t, s.now())
}

// OnePage reports whether the release is to be one page.
func (s *Session) OnePage() bool { return s.base.OnePage }

// SetOnePage says whether the release is to be one page.
func (s *Session) SetOnePage(wanted bool) {
	if wanted == s.base.OnePage {
		return
	}
	t := fitting{wanted}
	s.undo = append(s.undo, t)
	s.commit(t, s.now())
}

// Accept says of findings that they should be as they are. What was accepted already
// stays.
func (s *Session) Accept(findings ...release.Accepted) {
	accepted := slices.Clone(s.base.Accepted)
	for _, f := range findings {
		if !slices.Contains(accepted, f) {
			accepted = append(accepted, f)
		}
	}
	if len(accepted) > len(s.base.Accepted) {
		s.judge(judgement{accepted, s.base.Overrides})
	}
}

// Withdraw takes back that findings were accepted.
func (s *Session) Withdraw(findings ...release.Accepted) {
	accepted := slices.DeleteFunc(slices.Clone(s.base.Accepted), func(a release.Accepted) bool { return slices.Contains(findings, a) })
	if len(accepted) < len(s.base.Accepted) {
		s.judge(judgement{accepted, s.base.Overrides})
	}
}

// Override says who issues the release in spite of findings.
func (s *Session) Override(o release.Override) {
	s.judge(judgement{s.base.Accepted, append(slices.Clone(s.base.Overrides), o)})
}

func (s *Session) judge(after judgement) {
	t := judging{judgement{s.base.Accepted, s.base.Overrides}, after}
	s.undo = append(s.undo, t)
	s.commit(t, s.now())
}

// Replace puts what r says in the draft's place, as one change. The draft stays the
// release it is.
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
	base := s.base
	if base.Blocks = base.Blocks[:0:0]; len(s.base.Blocks) > 0 { // they come from the document
		base.Blocks = nil
	}
	r := base.Clone()
	r.UUID = s.uuid
	s.document.Write(&r)
	for _, f := range fields() {
		if s.text[f] != s.shown[f] {
			write(f, s.text[f], &r)
		}
	}
	return r
}

// Problem says why a field's text cannot be read; nil where it can. Its error is a
// *moment.Error.
func (s *Session) Problem(f release.Field) error { return moment.Problem(f, s.Text(f)) }

// EmbargoIn is the embargo as it would be written with what the clocks of a zone show beside UTC then, and that offset; false where it lacks more
// than its zone, or nothing.
func (s *Session) EmbargoIn(zone *time.Location) (text, offset string, ok bool) {
	var problem *moment.Error
	if !errors.As(s.Problem(release.EmbargoField), &problem) {
		return "", "", false
	}
	offset, ok = problem.In(zone)
	return problem.Read + " " + offset, offset, ok
}
