// Package background is the one way in which the window has work done away
// from the goroutine that draws it, and takes the answer back.
package background

import "context"

// Question is work whose answer the window may or may not want when it comes.
type Question struct {
	// Work runs on a goroutine of its own. Its context ends when the answer is no
	// longer wanted; what must be finished all the same does not look at it.
	Work func(ctx context.Context) error
	// Answer runs on the UI goroutine with what Work returned, if it is still wanted.
	Answer func(err error)
	// Dropped runs there in Answer's stead: it gives back what Work has taken.
	// It may be nil.
	Dropped func()
}

// Questions are the questions about one thing: the release to open, the page of
// a list, the rows of a dialog. They belong to the UI goroutine; only a
// question's Work runs elsewhere.
type Questions struct {
	run, do func(func())
	number  int64 // of the newest question of Ask; an answer to an older one is dropped
	context context.Context
	cancel  context.CancelFunc
}

// New returns questions. run starts a function on a goroutine of its own, do runs
// one on the UI goroutine.
func New(run, do func(func())) *Questions {
	q := &Questions{run: run, do: do}
	q.begin()
	return q
}

func (q *Questions) begin() {
	q.number++
	q.context, q.cancel = context.WithCancel(context.Background())
}

// Drop says that no answer to what was asked until now is wanted any more.
func (q *Questions) Drop() {
	q.cancel()
	q.begin()
}

// Ask asks, and drops what was asked before: the newest question wins, in
// whatever order the answers come.
func (q *Questions) Ask(question Question) {
	q.Drop()
	q.Add(question)
}

// Add asks beside what was asked before.
func (q *Questions) Add(question Question) {
	wanted, ctx := q.Wanted(), q.context
	q.run(func() {
		err := question.Work(ctx)
		q.do(func() {
			switch {
			case wanted():
				question.Answer(err)
			case question.Dropped != nil:
				question.Dropped()
			}
		})
	})
}

// Wanted returns a function that tells, on the UI goroutine, whether no question
// of Ask and no Drop came since.
func (q *Questions) Wanted() func() bool {
	asked := q.number
	return func() bool { return q.number == asked }
}
