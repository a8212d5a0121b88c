// Package shared keeps in step what other windows and the command line write too: the
// settings, which the window changes and others read at once, and the registers.
package shared

import "reflect"

// Value is something small that others write too. It belongs to the UI goroutine.
type Value[T any] struct {
	now     *T // as this window has it, and changes it
	known   T  // what of that is on the disk, or on its way there
	pending int
	merge   func(known, wanted, stored T) T
}

// NewValue returns what shares now, which is on the disk as it is. merge takes what
// was changed from known to wanted over into what is stored.
func NewValue[T any](now *T, merge func(known, wanted, stored T) T) *Value[T] {
	return &Value[T]{now: now, known: *now, merge: merge}
}

// Begin takes what is to be written, and what it was made from.
func (v *Value[T]) Begin() (known, wanted T) {
	known, wanted = v.known, *v.now
	v.known = wanted
	v.pending++
	return known, wanted
}

// Written takes in what the disk has after a write, with what others had
// written; what was changed here meanwhile stays.
func (v *Value[T]) Written(wanted, stored T) {
	v.pending--
	*v.now = v.merge(wanted, *v.now, stored)
	v.known = v.merge(wanted, v.known, stored)
}

// Failed has the next write try again what this one could not.
func (v *Value[T]) Failed(known T) {
	v.pending--
	v.known = known
}

// News returns what tells, away from the UI goroutine, whether what is stored is anything new.
func (v *Value[T]) News() func(stored T) bool {
	known := v.known
	return func(stored T) bool { return !reflect.DeepEqual(known, stored) }
}

// Read takes in what others have written, and reports whether it did. While
// something is on its way to the disk, that brings it along.
func (v *Value[T]) Read(stored T) bool {
	if v.pending > 0 {
		return false
	}
	*v.now = v.merge(v.known, *v.now, stored)
	v.known = stored
	return true
}
