package app

import "sync"

// uiQueue runs functions on the UI goroutine, as fyne.Do does, for as long as
// there is one. Once the window has gone Fyne runs them wherever it is called,
// several at once, or falls over its closed queue: then they are dropped, since
// there is nothing left for them to change.
type uiQueue struct {
	run  func(func()) // fyne.Do
	busy sync.Mutex   // held while a function runs; on the UI goroutine it is always free
	over bool
}

// do has f run, or drops it.
func (q *uiQueue) do(f func()) {
	begun := false
	defer func() {
		if fault := recover(); fault != nil && begun {
			panic(fault) // it is f's own
		}
	}()
	q.run(func() {
		if !q.busy.TryLock() {
			return // Fyne's loop has ended, and others run already
		}
		defer q.busy.Unlock()
		if !q.over {
			begun = true
			f()
		}
	})
}

// end waits for a function that runs, and lets no other begin.
func (q *uiQueue) end() {
	q.busy.Lock()
	q.over = true
	q.busy.Unlock()
}
