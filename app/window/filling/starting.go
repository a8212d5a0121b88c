package filling

import (
	"maps"
	"reflect"
	"strings"

	"communique/assets/translations"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/template"
)

// started is what a release is made of, and what came of it.
type started struct {
	values  map[string]template.Value
	follows release.Release // the draft that follows the fields, as it was
	filled  template.Filled
	learned template.Learned
	names   []string // of what is learned
	err     error
}

// start makes the release of what is typed, away from the UI goroutine: a pasted page and ten thousand cards take longer
// than a frame.
func (f *form) start() {
	s := started{values: maps.Clone(f.values)}
	if f.follows != nil { // it may have been changed behind the dialog
		*f.follows = f.draft.Release()
		s.follows = *f.follows
	}
	making, office, t, now := f.making(), f.Office(), f.template, f.Now()
	f.yes.Disable()
	f.ask(f.starting, func() {
		if s.filled, _, s.err = making(); s.err != nil {
			return
		}
		s.learned = t.Learn(s.values, office.Registers)
		for _, hit := range s.learned.Registers.Preview(office.House, release.DateOf(now)) {
			s.names = append(s.names, hit.Text())
		}
	}, func() { f.finish(s, office.Registers) })
}

// finish takes the release that was made, unless more was typed meanwhile, which is made first.
func (f *form) finish(s started, known register.Registers) {
	if !reflect.DeepEqual(s.values, f.values) || f.follows != nil && !reflect.DeepEqual(s.follows, f.draft.Release()) {
		f.start()
		return
	}
	f.yes.Enable()
	if s.err != nil {
		f.Fail(s.err)
		return
	}
	f.dialog.Close()
	f.learn(s, known)
	switch {
	case f.piece != nil:
		f.piece.Put(s.filled.Release.Blocks)
	case f.follows != nil:
		f.draft.Replace(s.filled.Release)
	default:
		f.create(s.filled.Release)
	}
}

// learn keeps whom and what the fields name and the registers do not know, so that they are offered the next time, and asks of whom only a
// person can tell.
func (f *form) learn(s started, known register.Registers) {
	for _, text := range s.learned.Doubtful {
		f.askOfPost(known, text)
	}
	if s.learned.Registers.Count() == 0 {
		return
	}
	f.Learn(s.learned.Registers)
	f.Tell(translations.Text("new-learned", map[string]any{"Names": strings.Join(s.names, ", ")}), false)
}
