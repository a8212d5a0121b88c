package shared

// Writes is what is read from and written to the disk one after another, off the UI
// goroutine.
type Writes struct {
	queue chan func()
}

// most is how many may wait. Who writes more often than a disk can is not served
// sooner by waiting.
const most = 256

// NewWrites begins to write. run starts a function on a goroutine of its own.
func NewWrites(run func(func())) *Writes {
	w := &Writes{queue: make(chan func(), most)}
	run(func() {
		for do := range w.queue {
			do()
		}
	})
	return w
}

// Do does something after what waits already.
func (w *Writes) Do(do func()) { w.queue <- do }

// Full reports whether no more can wait.
func (w *Writes) Full() bool { return len(w.queue) == cap(w.queue) }

// Done returns a channel that is closed when all is done that was to be until now.
func (w *Writes) Done() <-chan struct{} {
	done := make(chan struct{})
	w.Do(func() { close(done) })
	return done
}
