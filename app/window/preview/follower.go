package preview

import (
	"time"

	"communique/app/window/background"
)

// The waits that typing sets off: pages follow a few times a second, checks in a pause. A
// text that is opened is drawn within beginDelay.
const (
	pagesDelay  = 300 * time.Millisecond
	checksDelay = 250 * time.Millisecond
	beginDelay  = 50 * time.Millisecond
	sizeDelay   = 80 * time.Millisecond
	tidyDelay   = 5 * time.Second
)

// FollowerParams are what a Follower needs. All is called on the UI goroutine.
type FollowerParams struct {
	// Question is what is to be known of the draft by now: its text, the office, what the
	// checks know. It is false where there is no draft, or not all of that.
	Question func() (Question, bool)
	// Paused hears that the typing pauses, before checks are asked for.
	Paused func()
	// Answered hears of each answer, and reports whether a draft is on the screen to show it of.
	Answered func() bool
	Show     func(Analysis) // shows pages, and what was checked
	Checked  func(Analysis) // hears of answers with checks, after Show
	// Tidy gives back what was needed for a moment. It is called away from the UI goroutine.
	Tidy func()
	// Go runs a function on a goroutine of its own, Do on the UI goroutine.
	Go, Do func(func())
}

// Follower asks for the pages and the checks of the draft on the screen while somebody
// types in it. It belongs to the UI goroutine.
type Follower struct {
	params  FollowerParams
	analyst *analyst

	asked bool // an answer is under way
	again bool // the draft, or the pages' size, is another since it was asked for
	// checking says that the checks are wanted too, or under way; checkAgain that they
	// are wanted of what the draft is by now.
	checking, checkAgain bool
	begun                bool // another draft was, and is not asked about yet
	// typing says that the draft was changed a moment ago; ready is what its pages are by
	// then, nil where they are shown. pagesDue says that they are asked for in a moment.
	typing   bool
	ready    *Analysis
	pagesDue bool

	pause, size *background.Timer
	// tidying is the wait for a rest long enough to give memory back; nil before the first.
	tidying *time.Timer
}

// NewFollower returns one that has not asked anything yet.
func NewFollower(params FollowerParams) *Follower {
	f := &Follower{params: params, pause: background.NewTimer(params.Do), size: background.NewTimer(params.Do)}
	f.analyst = newAnalyst(params.Go, params.Do, f.answered)
	return f
}

// Changed has the pages follow a change of the draft within a moment, and the checks when
// the typing pauses. Nobody reads along at every key, and to lay all pages out for each
// would cost more than the key. Pages that are ready are shown together with the next
// change, or in the pause: each change of what is seen draws all of the window anew, and a
// key does that by itself.
func (f *Follower) Changed() {
	f.typing = true
	if f.ready != nil {
		f.params.Show(*f.ready)
		f.ready = nil
	}
	if !f.pagesDue {
		f.pagesDue = true
		time.AfterFunc(pagesDelay, func() { f.params.Do(f.lookAlong) })
	}
	f.pause.After(checksDelay, f.Analyse)
}

// lookAlong asks for the pages while the typing goes on; in a pause Analyse has done so.
func (f *Follower) lookAlong() {
	if f.pagesDue = false; f.typing {
		f.look(false)
	}
}

// Analyse asks for the preview, the findings and the counts of the draft.
func (f *Follower) Analyse() {
	f.begun, f.typing = false, false
	f.params.Paused()
	f.look(true)
}

// Begin does so of another draft, once its text is on the screen: to lay out and check a
// long one takes the processors that draw it. What is under way is not of that, and not wanted.
func (f *Follower) Begin() {
	f.analyst.Drop()
	f.asked, f.ready, f.begun = false, nil, true
	f.pause.After(beginDelay, f.Analyse)
}

// Repaint has the pages painted in their new size, or others that came into sight, once
// it stays at that. Checks that are under way are not lost over it.
func (f *Follower) Repaint() {
	f.size.After(sizeDelay, func() { f.look(f.checking) })
}

// Typing reports whether the draft was changed a moment ago.
func (f *Follower) Typing() bool { return f.typing }

// Resting reports whether nobody types, and all that was asked is answered.
func (f *Follower) Resting() bool { return !f.begun && !f.typing && !f.asked && !f.checking }

// look asks how the draft's pages look and, where checked is set, for all the rest that is
// shown beside it. What is asked for while an answer is under way is asked when that has
// come: of a long text, a copy for each key would cost more than the key.
func (f *Follower) look(checked bool) {
	wanted := f.checking || checked
	if f.asked {
		f.checking, f.again, f.checkAgain = wanted, true, f.checkAgain || checked
		return
	}
	q, there := f.params.Question()
	if !there { // it is asked again when there is
		return
	}
	f.checking, f.asked, f.again, f.checkAgain = wanted, true, false, false
	q.Checked = wanted
	f.analyst.Ask(q)
}

func (f *Follower) answered(a Analysis) {
	f.asked = false
	if !f.params.Answered() {
		return
	}
	if f.typing && !a.Checked {
		f.ready = &a
	} else {
		f.ready = nil
		f.params.Show(a)
	}
	if a.Checked {
		f.checking = f.checkAgain
		f.params.Checked(a)
		f.tidy()
	}
	if f.again {
		f.look(f.checkAgain)
	}
}

// tidy gives back what was needed for a moment, once nothing has been checked for a
// while: a window lies in memory all day, and half of what it has then is spare.
func (f *Follower) tidy() {
	if f.tidying == nil {
		f.tidying = time.AfterFunc(tidyDelay, f.params.Tidy)
		return
	}
	f.tidying.Reset(tidyDelay)
}
