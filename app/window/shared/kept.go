package shared

import "reflect"

// Kept is something large that others write too: ten thousand cards take longer to change and to compare than a
// frame. It belongs to the goroutine of Writes, which changes, writes and reads it in turn.
type Kept[T any] struct {
	now    T // with what was changed here
	stored T // as the disk had it last
	merge  func(known, wanted, stored T) T
}

// NewKept returns what keeps now, which is on the disk as it is. merge takes what was changed from known to wanted over
// into what is stored.
func NewKept[T any](now T, merge func(known, wanted, stored T) T) *Kept[T] {
	return &Kept[T]{now: now, stored: now, merge: merge}
}

// Now returns it as it is.
func (k *Kept[T]) Now() T { return k.now }

// Change returns it changed.
func (k *Kept[T]) Change(change func(now T) T) T {
	k.now = change(k.now)
	return k.now
}

// Save writes it, and returns it with what others had written. What could not be written is so the next time.
func (k *Kept[T]) Save(save func(known, wanted T) (stored T, err error)) (T, error) {
	stored, err := save(k.stored, k.now)
	if err == nil {
		k.now, k.stored = stored, stored
	}
	return k.now, err
}

// Read takes in what is stored, and reports whether any of it was new.
func (k *Kept[T]) Read(stored T) (now T, news bool) {
	if reflect.DeepEqual(k.stored, stored) {
		return k.now, false
	}
	k.now, k.stored = k.merge(k.stored, k.now, stored), stored
	return k.now, true
}
