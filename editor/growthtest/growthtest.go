// Package growthtest says in a test how work grows with its input, by what it allocates: no busy
// machine changes that, as it changes a time.
package growthtest

import "runtime"

// Allocated is how many bytes work takes from the heap, what other goroutines take meanwhile
// included: a test that runs beside others cannot use it. Tables that are read at the first use
// are to be read before.
func Allocated(work func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	work()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// Pooled is how many bytes more a work may take at any run, as a pool that it takes from may have
// been emptied: by a collection, or at random under the race detector. A regular expression's is the
// largest here, with some 37,000 bytes.
const Pooled = 64 << 10
