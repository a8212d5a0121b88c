package preview

import (
	"context"

	"communique/app/window/background"
	"communique/editor/proof"
)

// analyst runs one analysis at a time and lets only the newest be shown.
type analyst struct {
	questions *background.Questions
	slot      chan *studio
	show      func(Analysis)
}

// newAnalyst returns one that nobody has asked yet. run starts a function on a goroutine of
// its own, do runs one on the UI goroutine, where show hears the answers.
func newAnalyst(run, do func(func()), show func(Analysis)) *analyst {
	a := &analyst{questions: background.New(run, do), slot: make(chan *studio, 1), show: show}
	a.slot <- &studio{checker: proof.NewChecker()}
	return a
}

// Ask analyses in the background. It is called on the UI goroutine, and show
// answers there, unless a newer question came meanwhile.
func (a *analyst) Ask(q Question) {
	var result Analysis
	a.questions.Ask(background.Question{
		Work: func(ctx context.Context) error {
			studio := <-a.slot
			defer func() { a.slot <- studio }()
			if ctx.Err() == nil {
				result = studio.analyse(q)
			}
			return nil
		},
		Answer: func(error) { a.show(result) },
	})
}

// Drop says that what was asked is not wanted any more.
func (a *analyst) Drop() { a.questions.Drop() }

// Wanted returns whether nobody has asked anything since.
func (a *analyst) Wanted() func() bool { return a.questions.Wanted() }

// Pause keeps what is asked waiting until resume is called.
func (a *analyst) Pause() (resume func()) {
	studio := <-a.slot
	return func() { a.slot <- studio }
}
